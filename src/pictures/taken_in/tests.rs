//! What is stored of a picture, against what another reader sees in what was handed in.

use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use super::{PROFILE, taken_in};
use crate::pictures::detect;
use crate::pictures::media_file::{Breach, Other, PictureFault, PictureKind, Size, TooLarge};

/// What nobody may find in what is stored.
const SECRET: &str = "GEHEIM 52.5168,6.0830";

/// Four fields, as one reads: red, green, blue, yellow.
fn upright() -> RgbImage {
    RgbImage::from_fn(48, 32, |x, y| {
        Rgb(match (x < 24, y < 16) {
            (true, true) => [220, 30, 30],
            (false, true) => [30, 160, 60],
            (true, false) => [40, 60, 200],
            (false, false) => [230, 200, 40],
        })
    })
}

/// As a camera stores it that was held so.
fn held(orientation: u8) -> RgbImage {
    let shown = DynamicImage::ImageRgb8(upright());
    let stored = match orientation {
        1 => shown,
        2 => shown.fliph(),
        3 => shown.rotate180(),
        4 => shown.flipv(),
        5 => shown.rotate90().fliph(),
        6 => shown.rotate270(),
        7 => shown.rotate270().fliph(),
        8 => shown.rotate90(),
        _ => panic!("there are eight"),
    };
    stored.into_rgb8()
}

/// Exif data with an orientation and a secret.
fn exif(orientation: u8) -> Vec<u8> {
    let mut bytes = b"MM\0\x2A\0\0\0\x08\0\x02".to_vec();
    bytes.extend([1, 0x0F, 0, 2, 0, 0, 0, 21, 0, 0, 0, 38]);
    bytes.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    bytes.extend([0; 4]);
    bytes.extend(SECRET.as_bytes());
    bytes
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2)
        .expect("short")
        .to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// The segment of a colour profile of these colours, that means nothing else.
fn profile(colours: [u8; 4]) -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[16..20].copy_from_slice(&colours);
    segment(0xE2, &[PROFILE, &[1, 1], &profile].concat())
}

/// A JPEG with all that a camera knows, before the picture and behind it.
fn jpeg(orientation: u8, profile: &[u8]) -> Vec<u8> {
    let stored = held(orientation);
    let mut plain = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut plain, 95)
        .encode_image(&stored)
        .expect("it can be written");
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0{SECRET}");
    [
        &plain[..2],
        &segment(0xE1, &[b"Exif\0\0", exif(orientation).as_slice()].concat()),
        &segment(0xE1, xmp.as_bytes()),
        &segment(0xED, SECRET.as_bytes()),
        &segment(0xFE, SECRET.as_bytes()),
        profile,
        &plain[2..],
        SECRET.as_bytes(),
    ]
    .concat()
}

fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    // Readers leave chunks with a wrong sum out, so a right one is made.
    let named = [name.as_slice(), content].concat();
    let sum = !named.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            }
        })
    });
    [length.as_slice(), &named, &sum.to_be_bytes()].concat()
}

/// A PNG with what a camera knows, a comment, and how its colours are meant.
fn png(stored: &DynamicImage, orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    let colours = ExtendedColorType::from(stored.color());
    image::codecs::png::PngEncoder::new(&mut plain)
        .write_image(stored.as_bytes(), stored.width(), stored.height(), colours)
        .expect("it can be written");
    [
        &plain[..33],
        &chunk(*b"sRGB", &[0]),
        &chunk(*b"eXIf", &exif(orientation)),
        &chunk(*b"tEXt", format!("Author\0{SECRET}").as_bytes()),
        &plain[33..],
        SECRET.as_bytes(),
    ]
    .concat()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}

/// How far two pictures are apart where they differ most.
fn apart(one: &RgbImage, other: &RgbImage) -> u8 {
    assert_eq!(one.dimensions(), other.dimensions());
    let both = one.as_raw().iter().zip(other.as_raw());
    both.map(|(one, other)| one.abs_diff(*other))
        .max()
        .unwrap_or(0)
}

#[test]
fn what_is_stored_is_upright_and_holds_the_picture_alone() {
    for orientation in 1..=8 {
        let sent = jpeg(orientation, &profile(*b"RGB "));
        let taken = taken_in(sent.clone()).expect("a photo");
        assert!(taken.lost && taken.kind == PictureKind::Jpeg);
        for words in [SECRET.as_bytes(), b"Exif", b"http"] {
            assert!(!holds(&taken.bytes, words), "{orientation}");
        }
        assert!(taken.bytes.ends_with(&[0xFF, 0xD9]));
        assert!(
            holds(&taken.bytes, PROFILE),
            "the colours are kept: {orientation}"
        );
        let shown = image::load_from_memory(&taken.bytes)
            .expect("a picture")
            .into_rgb8();
        // The edges of the fields are smeared by JPEG, within eight pixels.
        assert!(apart(&shown, &upright()) < 90, "{orientation}");
        if orientation == 1 {
            let before = image::load_from_memory(&sent)
                .expect("a picture")
                .into_rgb8();
            assert_eq!(apart(&shown, &before), 0, "no pixel changes");
        }
        let again = taken_in(taken.bytes.clone()).expect("a photo");
        assert!(
            !again.lost && again.bytes == taken.bytes,
            "nothing is left to do"
        );
    }
}

#[test]
fn a_profile_of_other_colours_goes_from_a_jpeg_that_is_written_anew() {
    let taken = taken_in(jpeg(6, &profile(*b"CMYK"))).expect("a photo");
    assert!(!holds(&taken.bytes, PROFILE));
}

#[test]
fn a_png_is_turned_without_losing_a_bit() {
    let deep = DynamicImage::ImageRgb8(held(6)).into_rgba16();
    let grey = DynamicImage::ImageRgb8(held(6)).into_luma_alpha8();
    for stored in [
        DynamicImage::ImageRgb8(held(6)),
        DynamicImage::ImageRgba16(deep),
        DynamicImage::ImageLumaA8(grey),
    ] {
        let taken = taken_in(png(&stored, 6)).expect("a picture");
        for words in [SECRET.as_bytes(), b"eXIf", b"tEXt"] {
            assert!(!holds(&taken.bytes, words));
        }
        assert!(taken.lost && holds(&taken.bytes, b"sRGB"));
        let shown = image::load_from_memory(&taken.bytes).expect("a picture");
        assert_eq!(shown, stored.rotate90());
        let again = taken_in(taken.bytes.clone()).expect("a picture");
        assert_eq!(again.bytes, taken.bytes);
    }
    let upright = DynamicImage::ImageRgb8(upright());
    let taken = taken_in(png(&upright, 1)).expect("a picture");
    assert!(!holds(&taken.bytes, SECRET.as_bytes()) && taken.lost);
    assert_eq!(
        image::load_from_memory(&taken.bytes).expect("a picture"),
        upright
    );
}

#[test]
fn a_webp_keeps_which_side_is_up_and_nothing_else_that_was_said_of_it() {
    let stored = held(6);
    let mut plain = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut plain)
        .encode(stored.as_raw(), 32, 48, ExtendedColorType::Rgb8)
        .expect("it can be written");
    let part = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_le_bytes();
        let mut part = [name.as_slice(), &length, content].concat();
        part.resize(part.len().next_multiple_of(2), 0);
        part
    };
    let inner = [
        part(b"VP8X", &[0b1100, 0, 0, 0, 31, 0, 0, 47, 0, 0]),
        plain[12..].to_vec(),
        part(b"EXIF", &exif(6)),
        part(b"XMP ", SECRET.as_bytes()),
    ]
    .concat();
    let length = u32::try_from(inner.len() + 4).expect("short").to_le_bytes();
    let sent = [b"RIFF", length.as_slice(), b"WEBP", &inner].concat();
    let taken = taken_in(sent).expect("a picture");
    assert!(taken.lost && !holds(&taken.bytes, SECRET.as_bytes()));
    let seen = detect(std::io::Cursor::new(&taken.bytes)).expect("a picture");
    let size = Size {
        width: 48,
        height: 32,
    };
    assert_eq!((seen.kind, seen.size), (PictureKind::Webp, size));
}

#[test]
fn what_is_no_picture_too_large_or_damaged_is_not_taken_in() {
    let whole = jpeg(1, &[]);
    let half = whole[..whole.len() / 2].to_vec();
    let mut long = whole.clone();
    long.resize(30_000_001, 0);
    let mut header = [9_000_u32, 6_778].map(u32::to_be_bytes).concat();
    header.extend([8, 2, 0, 0, 0]);
    let large = [
        b"\x89PNG\r\n\x1A\n".as_slice(),
        &chunk(*b"IHDR", &header),
        &chunk(*b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01"),
        &chunk(*b"IEND", b""),
    ]
    .concat();
    let png = png(&DynamicImage::ImageRgb8(upright()), 1);
    let at = png
        .windows(4)
        .position(|part| part == b"IDAT")
        .expect("it has one");
    let mut damaged = png.clone();
    damaged[at + 10] ^= 0xFF;
    for (bytes, fault) in [
        (Vec::new(), PictureFault::Broken(Breach::Empty)),
        (b"een tekst".to_vec(), PictureFault::Other(Other::Text)),
        (half, PictureFault::Broken(Breach::CutOff)),
        (long, PictureFault::TooLarge(TooLarge::Bytes(30_000_001))),
        (large, PictureFault::TooLarge(TooLarge::Pixels(61_002_000))),
        (damaged, PictureFault::Broken(Breach::Nonsense)),
    ] {
        assert_eq!(taken_in(bytes).err(), Some(fault));
    }
}
