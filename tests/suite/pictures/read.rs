//! What is read as a photo and what is not: its content decides.

use image::codecs::gif::GifEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage};
use oogst::words::Language;

use super::{EVENT, decoded, difference, names, pictures, site};
use crate::drawn::{fields, jpeg, png, png_of_size};

/// Files that are called photos and are none, each with the code that says so.
const NO_PHOTOS: &[(&str, &[u8], &str)] = &[
    ("e.jpg", b"", "photo-broken"),
    (
        "h.webp",
        b"RIFF\xFF\xFF\0\0WEBPVP8 \x10\0\0\0",
        "photo-broken",
    ),
    ("i.gif", b"GIF89a\x08\0\x08\0\0\0\0;", "photo-broken"),
    (
        "m.png",
        b"<html><script>alert(1)</script>",
        "photo-is-other",
    ),
    ("n.jpg", b"PK\x03\x04zip", "photo-is-other"),
    (
        "o.png",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "photo-is-other",
    ),
];

/// Photos that are damaged, of no fitting size or of another kind, each with the code that says so.
fn damaged_photos() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = jpeg(&fields(300, 200), 1);
    let picture = png(&fields(64, 64), 1);
    // A chunk of pixels with a wrong bit: only decoding finds it.
    let mut rotten = picture.clone();
    let place = rotten
        .windows(4)
        .position(|name| name == b"IDAT")
        .expect("it has pixels")
        + 12;
    rotten[place] ^= 0x55;
    let cut = picture[..picture.len() - 20].to_vec();
    let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 200]].concat();
    vec![
        // Cut within its pixels, and before them.
        ("a.jpg", good[..good.len() / 2].to_vec(), "photo-broken"),
        ("b.jpg", good[..30].to_vec(), "photo-broken"),
        ("c.png", cut, "photo-broken"),
        ("d.png", rotten, "photo-broken"),
        ("f.png", png_of_size(64, 64), "photo-broken"),
        ("g.png", png_of_size(0, 64), "photo-broken"),
        ("p.jpg", colours_apart(), "photo-broken"),
        ("j.png", png_of_size(20_000, 20_000), "photo-too-large"),
        ("k.png", png_of_size(u32::MAX, u32::MAX), "photo-too-large"),
        ("l.jpg", heic, "photo-is-other"),
    ]
}

/// Each colour in a scan of its own, two of them at half the size: what decodes would get it wrong
/// without a word.
fn colours_apart() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(
            fields(64, 64).as_raw(),
            64,
            64,
            jpeg_encoder::ColorType::Rgb,
        )
        .expect("a picture can be written");
    bytes
}

#[test]
fn what_is_no_photo_is_told_and_the_old_site_stays() {
    for (name, bytes, code) in NO_PHOTOS {
        assert_told(name, bytes, code);
    }
    for (name, bytes, code) in damaged_photos() {
        assert_told(name, &bytes, code);
    }
}

/// A site that is built is refused with a code when it gets this photo, and shows where it is named.
fn assert_told(name: &str, bytes: &[u8], code: &str) {
    let mut site = site(&[("goed.jpg", jpeg(&fields(300, 200), 1))]);
    site.build();
    site.write(&format!("{EVENT}/media/{name}"), bytes);
    site.append(
        &format!("{EVENT}/beeld.toml"),
        &format!("[[foto]]\nid = \"x\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n"),
    );
    site.build_refused();
    let told = site.diagnostics(Language::Nl);
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        [code],
        "{name}\n{told}"
    );
    assert!(
        told.contains(&format!("bestand = \"media/{name}\"")),
        "{name} is shown where it is named"
    );
    // Nobody who may not show it is bothered.
    site.append(&format!("{EVENT}/beeld.toml"), "toestemming = \"nee\"\n")
        .build();
}

#[test]
fn content_decides_what_a_picture_is() {
    let mut site = site(&[("foto.jpg", png(&fields(600, 400), 1))]);
    let output = site.build().output();
    assert_eq!(
        site.codes().into_iter().collect::<Vec<_>>(),
        ["photo-misnamed"]
    );
    assert_eq!(
        names(&output),
        [
            "foto-480.jpg",
            "foto-480.webp",
            "foto-600.jpg",
            "foto-600.webp"
        ]
    );
}

/// The size of the picture that each of these is of.
const SIZE: (u32, u32) = (120, 80);

/// A picture as cameras and programs write it, in the ways that are not the usual one.
fn written(upright: &RgbImage) -> Vec<(&'static str, Vec<u8>)> {
    let (width, height) = SIZE;
    let deep = DynamicImage::ImageRgb16(DynamicImage::ImageRgb8(upright.clone()).into_rgb16());
    let mut glass = DynamicImage::ImageRgb8(upright.clone()).into_rgba8();
    glass
        .enumerate_pixels_mut()
        .filter(|(x, y, _)| *x < 60 && *y < 40)
        .for_each(|(.., pixel)| pixel.0 = [0, 0, 0, 0]);
    let (mut gif, mut grey, mut webp) = (Vec::new(), Vec::new(), Vec::new());
    GifEncoder::new(&mut gif)
        .encode(upright.as_raw(), width, height, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    PngEncoder::new(&mut grey)
        .write_image(&[90; 120 * 80], width, height, ExtendedColorType::L8)
        .expect("a picture can be written");
    WebPEncoder::new_lossless(&mut webp)
        .write_image(upright.as_raw(), width, height, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    vec![
        ("diep.png", as_png(&deep)),
        ("druk.jpg", printed(upright)),
        ("gif.gif", gif),
        ("glas.png", as_png(&DynamicImage::ImageRgba8(glass))),
        ("grijs.png", grey),
        ("stap.jpg", in_steps(upright)),
        ("webp.webp", webp),
        ("een.png", png(&fields(1, 1), 1)),
    ]
}

fn as_png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(PngEncoder::new(&mut bytes))
        .expect("a picture can be written");
    bytes
}

/// A JPEG in the four colours of a press.
fn printed(upright: &RgbImage) -> Vec<u8> {
    let cmyk: Vec<u8> = upright
        .pixels()
        .flat_map(|pixel| [255 - pixel.0[0], 255 - pixel.0[1], 255 - pixel.0[2], 0])
        .collect();
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 95)
        .encode(&cmyk, 120, 80, jpeg_encoder::ColorType::Cmyk)
        .expect("a picture can be written");
    bytes
}

/// A JPEG that becomes sharper while it loads.
fn in_steps(upright: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.set_progressive(true);
    encoder
        .encode(upright.as_raw(), 120, 80, jpeg_encoder::ColorType::Rgb)
        .expect("a picture can be written");
    bytes
}

#[test]
fn what_cameras_and_programs_write_can_be_read() {
    let upright = fields(SIZE.0, SIZE.1);
    let output = site(&written(&upright)).build().output();
    for (path, bytes) in pictures(&output) {
        let shown = decoded(bytes);
        let name = path
            .rsplit('/')
            .next()
            .expect("a path has a name")
            .split('-')
            .next()
            .expect("a name has a stem");
        let mut expected = upright.clone();
        match name {
            "een" => {
                assert_eq!(shown.dimensions(), (1, 1), "{path}");
                continue;
            }
            "grijs" => expected.pixels_mut().for_each(|pixel| pixel.0 = [90; 3]),
            // What is transparent is laid on white.
            "glas" => expected
                .enumerate_pixels_mut()
                .filter(|(x, y, _)| *x < 60 && *y < 40)
                .for_each(|(.., pixel)| pixel.0 = [255; 3]),
            _ => {}
        }
        assert!(
            difference(&shown, &expected) < 32,
            "{path} is {} off",
            difference(&shown, &expected)
        );
    }
}

#[test]
fn a_photo_is_called_by_the_id_of_its_first_record_that_is_no_draft() {
    let mut site = site(&[("foto.jpg", jpeg(&fields(600, 400), 1))]);
    site.write(&format!("{EVENT}/media/Foto.png"), png(&fields(600, 400), 1))
        .write(
            &format!("{EVENT}/anders.toml"),
            "[[foto]]\nid = \"a\"\nconcept = ja\nbestand = \"media/foto.jpg\"\nalt = \"Later\"\n\
             [[foto]]\nid = \"werkplaats\"\nbestand = \"media/Foto.png\"\nalt = \"De werkplaats\"\n",
        )
        .write(
            &format!("{EVENT}/zo.toml"),
            "[[foto]]\nid = \"nog-eens\"\nbestand = \"media/foto.jpg\"\nalt = \"Nog eens\"\n",
        );
    let expected = [
        "foto-480.jpg",
        "foto-480.webp",
        "foto-600.jpg",
        "foto-600.webp",
        "werkplaats-480.jpg",
        "werkplaats-480.webp",
        "werkplaats-600.jpg",
        "werkplaats-600.webp",
    ];
    assert_eq!(names(&site.build().output()), expected);
    site.fresh().with_drafts().build();
    assert_eq!(names(&site.output()), expected, "with drafts too");
}
