//! What it takes to make a photo's files stays below what was said before it was made, for every
//! way in which pictures are written: by that it is decided how many are made at once. Here, since
//! here all memory is counted; what `libwebp` takes is not, and is of the size of what is written,
//! never of the photo.

use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, SamplingFactor};
use oogst::pictures as media;

use crate::MEMORY;
use crate::watch::Watch;

/// So narrow that it is not made smaller, which takes more than decoding where a picture is not
/// large.
const WIDTH: u16 = 400;
const HEIGHT: u16 = 1_500;

/// Pixels that no way of writing makes small.
fn pixels(bytes_a_pixel: usize) -> Vec<u8> {
    let mut seed = 1_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0]
    };
    (0..usize::from(WIDTH) * usize::from(HEIGHT) * bytes_a_pixel)
        .map(|_| next())
        .collect()
}

fn jpeg(
    colours: ColorType,
    bytes_a_pixel: usize,
    sampling: SamplingFactor,
    progressive: bool,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 60);
    encoder.set_progressive(progressive);
    encoder.set_sampling_factor(sampling);
    encoder
        .encode(&pixels(bytes_a_pixel), WIDTH, HEIGHT, colours)
        .expect("a picture can be written");
    bytes
}

/// Each colour in a scan of its own.
fn apart() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 60);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(&pixels(3), WIDTH, HEIGHT, ColorType::Rgb)
        .expect("a picture can be written");
    bytes
}

fn png(colours: ExtendedColorType, bytes_a_pixel: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::png::PngEncoder::new(&mut bytes)
        .write_image(&pixels(bytes_a_pixel), WIDTH.into(), HEIGHT.into(), colours)
        .expect("a picture can be written");
    bytes
}

fn webp(colours: ExtendedColorType, bytes_a_pixel: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut bytes)
        .write_image(&pixels(bytes_a_pixel), WIDTH.into(), HEIGHT.into(), colours)
        .expect("a picture can be written");
    bytes
}

fn webp_lossy(bytes_a_pixel: usize) -> Vec<u8> {
    let pixels = pixels(bytes_a_pixel);
    let encoder = match bytes_a_pixel {
        3 => webpx::Encoder::new_rgb(&pixels, WIDTH.into(), HEIGHT.into()),
        _ => webpx::Encoder::new_rgba(&pixels, WIDTH.into(), HEIGHT.into()),
    };
    encoder
        .method(0)
        .encode(webpx::Unstoppable)
        .expect("a picture can be written")
}

fn gif(frames: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new_with_speed(&mut bytes, 30);
    for _ in 0..frames {
        encoder
            .encode(
                &pixels(3),
                WIDTH.into(),
                HEIGHT.into(),
                ExtendedColorType::Rgb8,
            )
            .expect("a picture can be written");
    }
    drop(encoder);
    bytes
}

/// How a photo may be written.
type Writes = (&'static str, fn() -> Vec<u8>);

/// Every way in which pictures are written.
const WAYS: [Writes; 22] = [
    ("jpeg", || {
        jpeg(ColorType::Rgb, 3, SamplingFactor::F_2_2, false)
    }),
    ("jpeg, whole colours", || {
        jpeg(ColorType::Rgb, 3, SamplingFactor::F_1_1, false)
    }),
    ("jpeg, grey", || {
        jpeg(ColorType::Luma, 1, SamplingFactor::F_1_1, false)
    }),
    ("jpeg, four colours", || {
        jpeg(ColorType::Cmyk, 4, SamplingFactor::F_1_1, false)
    }),
    ("jpeg, each colour apart", || apart()),
    ("jpeg in steps", || {
        jpeg(ColorType::Rgb, 3, SamplingFactor::F_2_2, true)
    }),
    ("jpeg in steps, whole colours", || {
        jpeg(ColorType::Rgb, 3, SamplingFactor::F_1_1, true)
    }),
    ("jpeg in steps, grey", || {
        jpeg(ColorType::Luma, 1, SamplingFactor::F_1_1, true)
    }),
    ("jpeg in steps, four colours", || {
        jpeg(ColorType::Cmyk, 4, SamplingFactor::F_1_1, true)
    }),
    ("png", || png(ExtendedColorType::Rgb8, 3)),
    ("png, transparent", || png(ExtendedColorType::Rgba8, 4)),
    ("png, grey", || png(ExtendedColorType::L8, 1)),
    ("png, grey and transparent", || {
        png(ExtendedColorType::La8, 2)
    }),
    ("png of 16 bits", || png(ExtendedColorType::Rgb16, 6)),
    ("png of 16 bits, transparent", || {
        png(ExtendedColorType::Rgba16, 8)
    }),
    ("png of 16 bits, grey", || png(ExtendedColorType::L16, 2)),
    ("webp, nothing lost", || webp(ExtendedColorType::Rgb8, 3)),
    ("webp, nothing lost, transparent", || {
        webp(ExtendedColorType::Rgba8, 4)
    }),
    ("webp", || webp_lossy(3)),
    ("webp, transparent", || webp_lossy(4)),
    ("gif", || gif(1)),
    ("gif that moves", || gif(2)),
];

#[test]
fn a_photo_takes_no_more_memory_than_was_said() {
    let _watch = Watch::over("memory of photos");
    for (name, write) in WAYS {
        let bytes = write();
        let seen = media::detect(std::io::Cursor::new(&bytes))
            .unwrap_or_else(|fault| panic!("{name} can be read: {fault:?}"));
        let said = media::need(seen, bytes.len() as u64);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let made = media::make(&bytes, seen.size);
        // The bytes of the file were there before.
        let taken = (MEMORY.peak_usage() - before + bytes.len()) as u64;
        assert_eq!(made.map(|files| files.len()), Ok(2), "{name}");
        assert!(taken <= said, "{name} takes {taken} bytes and not {said}");
        // Of a large photo nothing counts but its pixels while they are decoded; of these, the
        // files that are made take more than their share.
        let decoding = u64::from(seen.bytes_a_pixel)
            * u64::from(seen.size.width)
            * u64::from(seen.size.height)
            + bytes.len() as u64 * 2;
        assert!(
            taken <= decoding + 1_500_000,
            "{name} takes {taken} bytes, and {decoding} to be decoded"
        );
        assert!(
            decoding <= taken * 3,
            "{name} takes {taken} bytes, far fewer than {decoding}: too few would be made at once"
        );
        eprintln!("{name}: {taken} bytes, {decoding} to be decoded, {said} said");
    }
}
