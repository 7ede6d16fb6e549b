//! What the decoders give, against what somebody else's reader of all kinds makes of the same
//! bytes.

use std::io::Cursor;

use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use super::{decoded, laid};
use crate::pictures::header;
use crate::pictures::media_file::Size;
use crate::pictures::pixels::{Pixels, pixels_in};

const SIZE: Size = Size {
    width: 13,
    height: 7,
};

/// Bytes that differ from one to the next, all values among them.
fn samples(length: usize) -> Vec<u8> {
    (0..length)
        .map(|index| u8::try_from(index * 89 % 251).unwrap_or(0))
        .collect()
}

/// What we make of a picture.
fn ours(bytes: &[u8]) -> Pixels {
    let header = header::of_bytes(bytes).expect("the header can be read");
    decoded(bytes, header).expect("the picture can be read")
}

/// What others make of it, laid on white.
fn theirs(bytes: &[u8]) -> DynamicImage {
    let mut picture = image::load_from_memory(bytes)
        .expect("it is a picture")
        .into_rgba8();
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 = [laid(red, alpha), laid(green, alpha), laid(blue, alpha), 255];
    }
    DynamicImage::ImageRgba8(picture)
}

fn assert_same(name: &str, bytes: &[u8]) {
    let expected = theirs(bytes).into_rgb8();
    let pixels = ours(bytes);
    let (width, height) = expected.dimensions();
    assert_eq!(pixels.size(), Size { width, height }, "{name}");
    assert_eq!(pixels.bytes(), expected.as_raw().as_slice(), "{name}");
}

fn png_of(colours: png::ColorType, depth: png::BitDepth, transparent: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE.width, SIZE.height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    if colours == png::ColorType::Indexed {
        encoder.set_palette(samples(3 << depth as u8));
    }
    if let Some(transparent) = transparent {
        encoder.set_trns(transparent.to_vec());
    }
    let bits = SIZE.width as usize * colours.samples() * depth as usize;
    let mut writer = encoder.write_header().expect("such a picture exists");
    writer
        .write_image_data(&samples(bits.div_ceil(8) * SIZE.height as usize))
        .expect("it has that many bytes");
    writer.finish().expect("it can be ended");
    bytes
}

#[test]
fn a_png_of_any_colours_and_depth_is_read_as_others_read_it() {
    use png::BitDepth::{Eight, Four, One, Sixteen, Two};
    use png::ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    let all = [
        (Grayscale, [One, Two, Four, Eight, Sixteen].as_slice()),
        (GrayscaleAlpha, &[Eight, Sixteen]),
        (Rgb, &[Eight, Sixteen]),
        (Rgba, &[Eight, Sixteen]),
        (Indexed, &[One, Two, Four, Eight]),
    ];
    for (colours, depths) in all {
        for &depth in depths {
            let name = format!("{colours:?} {depth:?}");
            assert_same(&name, &png_of(colours, depth, None));
        }
    }
    assert_same("a grey", &png_of(Grayscale, Eight, Some(&[0, 89])));
    assert_same(
        "a colour",
        &png_of(Rgb, Eight, Some(&[0, 0, 0, 89, 0, 178])),
    );
    assert_same("a palette", &png_of(Indexed, Four, Some(&[255, 0, 128, 7])));
}

#[test]
fn a_jpeg_of_any_colours_is_read_as_others_read_it() {
    use jpeg_encoder::ColorType::{Cmyk, CmykAsYcck, Luma, Rgb};
    for (colours, channels) in [(Luma, 1), (Rgb, 3), (Cmyk, 4), (CmykAsYcck, 4)] {
        for is_progressive in [false, true] {
            let mut bytes = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
            encoder.set_progressive(is_progressive);
            encoder
                .encode(&samples(64 * 40 * channels), 64, 40, colours)
                .expect("such a picture exists");
            assert_same(&format!("{colours:?} {is_progressive}"), &bytes);
        }
    }
}

#[test]
fn a_webp_is_read_as_others_read_it() {
    let Size { width, height } = SIZE;
    for (colours, channels) in [(ExtendedColorType::Rgb8, 3), (ExtendedColorType::Rgba8, 4)] {
        let pixels = samples(width as usize * height as usize * channels);
        let mut bytes = Vec::new();
        image::codecs::webp::WebPEncoder::new_lossless(&mut bytes)
            .write_image(&pixels, width, height, colours)
            .expect("such a picture exists");
        assert_same(&format!("{colours:?}"), &bytes);
    }
    let pixels = samples(pixels_in(SIZE) * 4);
    let with_loss = webpx::Encoder::new_rgba(&pixels, width, height)
        .encode(webpx::Unstoppable)
        .expect("such a picture exists");
    assert_same("with loss", &with_loss);
}

#[test]
fn the_first_frame_of_a_gif_stands_at_its_place() {
    // Left, top, width and height of the frame: all of it, within, touching the sides, half
    // outside, outside.
    for (left, top, width, height) in [
        (0, 0, 13, 7),
        (3, 2, 5, 4),
        (0, 2, 13, 3),
        (9, 5, 8, 6),
        (13, 7, 2, 2),
        (0, 5, 13, 7),
    ] {
        let mut bytes = Vec::new();
        let mut encoder =
            gif::Encoder::new(&mut bytes, 13, 7, &samples(48)).expect("it can be begun");
        let frame = gif::Frame {
            left,
            top,
            width,
            height,
            transparent: Some(5),
            buffer: (0..width * height)
                .map(|index| u8::try_from(index % 16).unwrap_or(0))
                .collect::<Vec<_>>()
                .into(),
            ..gif::Frame::default()
        };
        encoder.write_frame(&frame).expect("it can be written");
        drop(encoder);
        assert_same(&format!("{left} {top} {width} {height}"), &bytes);
    }
}

#[test]
fn a_picture_is_turned_as_others_turn_it() {
    let bytes = png_of(png::ColorType::Rgb, png::BitDepth::Eight, None);
    for orientation in 0..=9 {
        let turned = ours(&bytes).turned(orientation);
        let mut expected = theirs(&bytes);
        expected.apply_orientation(
            image::metadata::Orientation::from_exif(orientation)
                .unwrap_or(image::metadata::Orientation::NoTransforms),
        );
        let expected = expected.into_rgb8();
        let (width, height) = expected.dimensions();
        assert_eq!(turned.size(), Size { width, height }, "{orientation}");
        assert_eq!(
            turned.bytes(),
            expected.as_raw().as_slice(),
            "{orientation}"
        );
    }
}

#[test]
fn what_takes_more_memory_than_there_is_for_it_is_told_and_not_read() {
    // 100 megapixels of eight bytes each.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(Cursor::new(&mut bytes), 10_000, 10_000);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Sixteen);
    let mut writer = encoder.write_header().expect("such a picture exists");
    writer
        .write_chunk(png::chunk::IDAT, &[0x78, 0x01])
        .expect("memory takes what is written");
    drop(writer);
    let failure = super::png(&bytes).map(|_| ()).expect_err("too much");
    assert!(matches!(failure, super::Failure::Memory));
}
