//! Photos: upright, without anything that a camera knows, in fitting sizes, made once; and what
//! cannot be read is told.

use std::collections::BTreeSet;
use std::fmt::Write;

use image::{ImageReader, RgbImage};

use crate::drawn::{SECRETS, fields, held, jpeg, parts, png, png_of_size};
use crate::harness::Site;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond";
const MEDIA: &str = "bijeenkomsten/2025-techniekavond/media";

/// A site with these photos, each of which may be shown.
fn site(photos: &[(&str, Vec<u8>)]) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n")]);
    site.write(
        &format!("{EVENT}/event.md"),
        "+++\ntitel = \"Techniekavond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\nfotos = { toestemming = \"ja\" }\n+++\n\nTekst.\n",
    );
    let mut records = String::new();
    for (name, bytes) in photos {
        site.write(&format!("{EVENT}/media/{name}"), bytes);
        let id = name.replace('.', "-").to_lowercase();
        writeln!(
            records,
            "[[foto]]\nid = \"{id}\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n"
        )
        .expect("memory takes what is written");
    }
    site.write(&format!("{EVENT}/beeld.toml"), records);
    site
}

/// The pictures of the output.
fn pictures(output: &Tree) -> Vec<(&str, &[u8])> {
    let is_picture = |path: &str| path.ends_with(".jpg") || path.ends_with(".webp");
    output
        .0
        .iter()
        .filter(|(path, _)| is_picture(path))
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect()
}

fn names(output: &Tree) -> Vec<&str> {
    pictures(output)
        .into_iter()
        .filter_map(|(path, _)| path.strip_prefix(MEDIA)?.strip_prefix('/'))
        .collect()
}

fn decoded(bytes: &[u8]) -> RgbImage {
    ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .expect("bytes")
        .decode()
        .expect("a published picture can be read")
        .into_rgb8()
}

/// How far apart two pictures are at the worst of the middles of their fields.
fn difference(one: &RgbImage, other: &RgbImage) -> u8 {
    let (width, height) = one.dimensions();
    let middles = [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| (width * x / 4, height * y / 4));
    middles
        .into_iter()
        .flat_map(|(x, y)| (0..3).map(move |channel| (x, y, channel)))
        .fold(0, |worst, (x, y, channel)| {
            worst.max(one.get_pixel(x, y).0[channel].abs_diff(other.get_pixel(x, y).0[channel]))
        })
}

#[test]
fn a_photo_is_upright_however_the_camera_was_held() {
    let upright = fields(120, 80);
    let mut photos = Vec::new();
    for orientation in 1..=8 {
        let stored = held(&upright, orientation);
        photos.push((
            format!("held-{orientation}.jpg"),
            jpeg(&stored, orientation),
        ));
        photos.push((
            format!("lying-{orientation}.png"),
            png(&stored, orientation),
        ));
    }
    let photos: Vec<(&str, Vec<u8>)> = photos
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    let output = site(&photos).build().output();
    let published = pictures(&output);
    assert_eq!(published.len(), 32, "each in both formats");
    for (path, bytes) in published {
        let shown = decoded(bytes);
        assert_eq!(shown.dimensions(), (120, 80), "{path}");
        assert!(
            difference(&shown, &upright) < 24,
            "{path} is {} off",
            difference(&shown, &upright)
        );
    }
    // Turned the wrong way, the fields lie elsewhere: the comparison sees it.
    assert!(difference(&held(&upright, 3), &upright) > 100);
}

#[test]
fn nothing_that_a_camera_knows_is_published() {
    let picture = fields(700, 500);
    let mut site = site(&[
        ("een.jpg", jpeg(&picture, 1)),
        ("twee.png", png(&picture, 6)),
    ]);
    assert!(
        SECRETS
            .iter()
            .all(|secret| holds(&jpeg(&picture, 1), secret)),
        "the secrets are in the original"
    );
    // Also when somebody offers the photo as a file, or links to it.
    site.append(
        &format!("{EVENT}/beeld.toml"),
        "[[materiaal]]\ntitel = \"De foto\"\nbestand = \"media/een.jpg\"\n",
    );
    site.append(
        &format!("{EVENT}/event.md"),
        "\n[Groot](media/twee.png) ![Vlak](media/een.jpg)\n",
    );
    let output = site.build().output();
    assert_eq!(
        names(&output),
        [
            "een-480.jpg",
            "een-480.webp",
            "een-700.jpg",
            "een-700.webp",
            "twee-500.jpg",
            "twee-500.webp"
        ],
        "the originals stay at home"
    );
    for (path, bytes) in pictures(&output) {
        let found = parts(bytes);
        let allowed: &[&str] = if path.ends_with(".webp") {
            &["VP8 "]
        } else {
            &["APP0 JFIF", "DQT", "SOF0", "DHT", "SOS"]
        };
        assert_eq!(
            found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            allowed.iter().copied().collect(),
            "{path}"
        );
    }
    for (path, bytes) in &output.0 {
        for secret in SECRETS {
            assert!(!holds(bytes, secret), "{path} tells {secret}");
        }
    }
    let page = output.text("bijeenkomsten/2025-techniekavond/index.html");
    assert!(
        page.contains("href=\"/bijeenkomsten/2025-techniekavond/media/een-700.jpg\">De foto</a>"),
        "{page}"
    );
    assert!(
        page.contains("<p class=\"by\">JPG, 700 × 500 beeldpunten</p>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"/bijeenkomsten/2025-techniekavond/media/twee-500.jpg\">Groot</a>"),
        "{page}"
    );
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn a_photo_is_made_once_wherever_it_stands() {
    let mut site = site(&[
        ("een.jpg", jpeg(&fields(600, 400), 1)),
        ("twee.png", png(&fields(90, 60), 8)),
    ]);
    let first = site.build().output();
    assert_eq!(site.summary().decoded, 2);
    for (what, gone) in [
        ("again", None),
        ("the output gone", Some("output")),
        ("the manifest gone", Some(".oogst/manifest")),
    ] {
        if let Some(gone) = gone {
            site.remove(gone);
        }
        assert_eq!(site.build_cold().summary().decoded, 0, "{what}");
        first.assert_same(&site.output(), what);
    }
    site.rename(
        &format!("{EVENT}/media/een.jpg"),
        &format!("{EVENT}/media/anders.jpg"),
    );
    site.replace(
        &format!("{EVENT}/beeld.toml"),
        "media/een.jpg",
        "media/anders.jpg",
    )
    .build_cold();
    assert_eq!(site.summary().decoded, 0, "moved");
    assert_eq!(
        site.output().0[&format!("{MEDIA}/anders-480.webp")],
        first.0[&format!("{MEDIA}/een-480.webp")]
    );

    // Other content under an old name, of the same length and with the old time of change, is seen
    // all the same.
    let file = site.at(&format!("{EVENT}/media/twee.png"));
    let changed = std::fs::metadata(&file)
        .and_then(|facts| facts.modified())
        .expect("a file has a time");
    let mut other = png(&held(&fields(90, 60), 3), 8);
    let length = std::fs::read(&file).expect("a file").len();
    other.resize(length.max(other.len()), 0);
    std::fs::write(&file, &other).expect("a file can be written");
    let opened = std::fs::File::options()
        .write(true)
        .open(&file)
        .expect("a file can be opened");
    opened.set_modified(changed).expect("a time can be set");
    assert_eq!(
        site.build_cold().summary().decoded,
        1,
        "changed under the same name"
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn what_is_kept_is_whole_or_made_again_and_goes_when_nobody_uses_it() {
    let mut site = site(&[
        ("een.jpg", jpeg(&fields(600, 400), 1)),
        ("twee.png", png(&fields(90, 60), 1)),
    ]);
    let first = site.build().output();
    let kept = |site: &Site| {
        Tree::read(&site.at(".oogst/pictures"))
            .0
            .into_iter()
            .filter(|(name, _)| !name.starts_with("used-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(kept(&site).len(), 2);
    for (name, bytes) in kept(&site) {
        let mut damaged = bytes.clone();
        damaged[bytes.len() / 2] ^= 1;
        site.write(
            &format!(".oogst/pictures/{name}"),
            if damaged.len() > 5_000 {
                &damaged
            } else {
                &bytes[..40]
            },
        );
    }
    site.remove("output").remove(".oogst/manifest");
    assert_eq!(site.build_cold().summary().decoded, 2, "damaged");
    first.assert_same(&site.output(), "made again");
    site.remove(&format!("{EVENT}/media/twee.png")).write(
        &format!("{EVENT}/beeld.toml"),
        "[[foto]]\nbestand = \"media/een.jpg\"\nalt = \"Vier vlakken\"\n",
    );
    site.build_cold();
    assert_eq!(kept(&site).len(), 1, "one photo is left");
}

#[test]
fn what_is_no_photo_is_told_and_the_old_site_stays() {
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
    let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 200]].concat();
    // Each colour in a scan of its own, two of them at half the size: what decodes would get it
    // wrong without a word.
    let mut apart = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut apart, 80);
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(
            fields(64, 64).as_raw(),
            64,
            64,
            jpeg_encoder::ColorType::Rgb,
        )
        .expect("a picture can be written");
    // The first is cut within its pixels, the second before them.
    for (name, bytes, code) in [
        ("a.jpg", good[..good.len() / 2].to_vec(), "photo-broken"),
        ("b.jpg", good[..30].to_vec(), "photo-broken"),
        (
            "c.png",
            picture[..picture.len() - 20].to_vec(),
            "photo-broken",
        ),
        ("d.png", rotten, "photo-broken"),
        ("e.jpg", Vec::new(), "photo-broken"),
        ("f.png", png_of_size(64, 64), "photo-broken"),
        ("g.png", png_of_size(0, 64), "photo-broken"),
        (
            "h.webp",
            b"RIFF\xFF\xFF\0\0WEBPVP8 \x10\0\0\0".to_vec(),
            "photo-broken",
        ),
        (
            "i.gif",
            b"GIF89a\x08\0\x08\0\0\0\0;".to_vec(),
            "photo-broken",
        ),
        ("p.jpg", apart, "photo-broken"),
        ("j.png", png_of_size(20_000, 20_000), "photo-too-large"),
        ("k.png", png_of_size(u32::MAX, u32::MAX), "photo-too-large"),
        ("l.jpg", heic, "photo-is-other"),
        (
            "m.png",
            b"<html><script>alert(1)</script>".to_vec(),
            "photo-is-other",
        ),
        ("n.jpg", b"PK\x03\x04zip".to_vec(), "photo-is-other"),
        (
            "o.png",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
            "photo-is-other",
        ),
    ] {
        let mut site = site(&[("goed.jpg", good.clone())]);
        site.build();
        site.write(&format!("{EVENT}/media/{name}"), &bytes);
        site.append(
            &format!("{EVENT}/beeld.toml"),
            &format!("[[foto]]\nid = \"x\"\nbestand = \"media/{name}\"\nalt = \"Vier vlakken\"\n"),
        );
        site.build_refused();
        assert_eq!(
            site.codes().into_iter().collect::<Vec<_>>(),
            [code],
            "{name}\n{}",
            site.diagnostics(oogst::words::Language::Nl)
        );
        assert!(
            site.diagnostics(oogst::words::Language::Nl)
                .contains(&format!("bestand = \"media/{name}\"")),
            "{name} is shown where it is named"
        );
        // Nobody who may not show it is bothered.
        site.append(&format!("{EVENT}/beeld.toml"), "toestemming = \"nee\"\n")
            .build();
    }
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

#[test]
fn what_cameras_and_programs_write_can_be_read() {
    use image::{DynamicImage, ExtendedColorType, ImageEncoder};
    let upright = fields(120, 80);
    let mut deep = Vec::new();
    DynamicImage::ImageRgb16(DynamicImage::ImageRgb8(upright.clone()).into_rgb16())
        .write_with_encoder(image::codecs::png::PngEncoder::new(&mut deep))
        .expect("a picture can be written");
    let mut clear = DynamicImage::ImageRgb8(upright.clone()).into_rgba8();
    clear
        .enumerate_pixels_mut()
        .filter(|(x, y, _)| *x < 60 && *y < 40)
        .for_each(|(.., pixel)| pixel.0 = [0, 0, 0, 0]);
    let mut glass = Vec::new();
    DynamicImage::ImageRgba8(clear)
        .write_with_encoder(image::codecs::png::PngEncoder::new(&mut glass))
        .expect("a picture can be written");
    let mut gif = Vec::new();
    image::codecs::gif::GifEncoder::new(&mut gif)
        .encode(upright.as_raw(), 120, 80, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    let mut grey = Vec::new();
    image::codecs::png::PngEncoder::new(&mut grey)
        .write_image(&[90; 120 * 80], 120, 80, ExtendedColorType::L8)
        .expect("a picture can be written");
    let mut webp = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut webp)
        .write_image(upright.as_raw(), 120, 80, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    let (mut printed, mut loaded) = (Vec::new(), Vec::new());
    let cmyk: Vec<u8> = upright
        .pixels()
        .flat_map(|pixel| [255 - pixel.0[0], 255 - pixel.0[1], 255 - pixel.0[2], 0])
        .collect();
    jpeg_encoder::Encoder::new(&mut printed, 95)
        .encode(&cmyk, 120, 80, jpeg_encoder::ColorType::Cmyk)
        .expect("a picture can be written");
    let mut encoder = jpeg_encoder::Encoder::new(&mut loaded, 95);
    encoder.set_progressive(true);
    encoder
        .encode(upright.as_raw(), 120, 80, jpeg_encoder::ColorType::Rgb)
        .expect("a picture can be written");
    let output = site(&[
        ("diep.png", deep),
        ("druk.jpg", printed),
        ("gif.gif", gif),
        ("glas.png", glass),
        ("grijs.png", grey),
        ("stap.jpg", loaded),
        ("webp.webp", webp),
        ("een.png", png(&fields(1, 1), 1)),
    ])
    .build()
    .output();
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
fn a_page_shows_its_first_photo_at_once_and_keeps_room_for_all() {
    let wide = jpeg(&fields(1_200, 800), 1);
    let mut site = site(&[
        ("een.jpg", wide.clone()),
        ("twee.jpg", jpeg(&held(&fields(600, 900), 6), 6)),
        ("drie.jpg", wide),
    ]);
    let images = |site: &Site| {
        let output = site.output();
        let page = output.text("bijeenkomsten/2025-techniekavond/index.html");
        let mut found = Vec::new();
        for element in page.split("<img ").skip(1) {
            let value = |name: &str| {
                element
                    .split_once(&format!("{name}=\""))?
                    .1
                    .split_once('"')
                    .map(|(value, _)| value.to_owned())
            };
            let tag = element.split('>').next().unwrap_or_default();
            assert!(tag.contains("alt=\"Vier vlakken\""), "{tag}");
            let src = value("src").unwrap_or_default();
            found.push(format!(
                "{} {}x{}{}",
                src.rsplit('/').next().unwrap_or_default(),
                value("width").unwrap_or_default(),
                value("height").unwrap_or_default(),
                if tag.contains("loading=\"lazy\"") {
                    " lazy"
                } else {
                    ""
                }
            ));
        }
        found
    };
    site.build();
    assert_eq!(
        images(&site),
        [
            "een-1200.jpg 1200x800",
            "twee-600.jpg 600x900 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    let output = site.output();
    let html = output.text("bijeenkomsten/2025-techniekavond/index.html");
    for part in [
        "<source type=\"image/webp\" srcset=\"/bijeenkomsten/2025-techniekavond/media/twee-480.webp 480w, /bijeenkomsten/2025-techniekavond/media/twee-600.webp 600w\"",
        "srcset=\"/bijeenkomsten/2025-techniekavond/media/een-480.jpg 480w, /bijeenkomsten/2025-techniekavond/media/een-960.jpg 960w, /bijeenkomsten/2025-techniekavond/media/een-1200.jpg 1200w\"",
        "<a class=\"enlarge\" href=\"/bijeenkomsten/2025-techniekavond/media/twee-600.jpg\">",
        "<span class=\"unseen\">Foto 2 van 3</span>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert_eq!(
        html.matches("<script type=\"module\" src=\"/assets/gallery.js?v=")
            .count(),
        1
    );
    assert!(
        !output.text("index.html").contains("gallery.js"),
        "only pages with photos load the viewer"
    );

    // A photo in the text comes before those below it, and the one at the top before all.
    site.append(&format!("{EVENT}/event.md"), "\n![Vlak](media/drie.jpg)\n")
        .build();
    assert_eq!(
        images(&site),
        [
            "drie-1200.jpg 1200x800",
            "een-1200.jpg 1200x800 lazy",
            "twee-600.jpg 600x900 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    site.replace(
        &format!("{EVENT}/event.md"),
        "fotos =",
        "hoofdfoto = \"twee-jpg\"\nfotos =",
    )
    .build();
    assert_eq!(
        images(&site),
        [
            "twee-600.jpg 600x900",
            "drie-1200.jpg 1200x800 lazy",
            "een-1200.jpg 1200x800 lazy",
            "drie-1200.jpg 1200x800 lazy"
        ]
    );
    assert!(
        site.output()
            .text("bijeenkomsten/2025-techniekavond/index.html")
            .contains("height=\"900\" fetchpriority=\"high\">")
    );
}

#[test]
fn two_photos_that_would_become_the_same_files_are_told_once() {
    let mut site = site(&[
        ("foto.jpg", jpeg(&fields(600, 400), 1)),
        ("Foto.png", png(&fields(600, 400), 1)),
    ]);
    site.try_build();
    let said = site.diagnostics(oogst::words::Language::Nl);
    assert_eq!(said.matches("fout[address-taken]").count(), 1, "{said}");
    assert!(
        said.contains("geef een van de twee bestanden een andere naam"),
        "{said}"
    );
}
