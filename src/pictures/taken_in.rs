//! Pictures that somebody hands in, as they are stored: upright, without where, when, by what and by
//! whom they were taken, and without what stands behind them. Of a picture that lies upright no
//! pixel changes: parts are left out, as of the pictures of a look. One that lies on its side is
//! turned: a JPEG is written anew for that, with the colours that its profile means.

use std::io::Cursor;

use jpeg_encoder::{ColorType, SamplingFactor};

use super::bare::bare;
use super::decode::decoded;
use super::header::{self, Header};
use super::pixels::{Pixels, pixels_in, turned};
use crate::pictures::media_file::{Breach, PictureFault, PictureKind, Size, TooLarge};

/// The most bytes of a file that is taken in, in megabytes.
pub const MOST_TAKEN_MEGABYTES: u64 = 30;

/// The most pixels of a picture that is taken in, in millions.
pub const MOST_TAKEN_MEGAPIXELS: u64 = 60;

/// How well a JPEG is written that had to be turned: at this measure nobody sees a difference.
const QUALITY: u8 = 92;

/// The most bytes that the samples of a PNG may take to be turned.
const MOST_SAMPLES: usize = 256 * 1024 * 1024;

/// The beginning of a segment of JPEG that holds (a part of) a colour profile (ICC.1:2022, annex B).
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// A picture as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenPicture {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// How it is written.
    pub kind: PictureKind,
    /// Whether something was left out that stood beside the picture.
    pub lost: bool,
}

/// A picture that somebody hands in, as it is to be stored. It was decoded, so what is stored can be
/// shown.
///
/// # Errors
/// When it is no picture, larger than is taken in, damaged, or cannot be taken apart.
pub fn taken_in(bytes: Vec<u8>) -> Result<TakenPicture, PictureFault> {
    let length = bytes.len() as u64;
    let header = header::of_bytes(&bytes)?;
    if length > MOST_TAKEN_MEGABYTES * 1_000_000 {
        return Err(PictureFault::TooLarge(TooLarge::Bytes(length)));
    }
    let pixels = pixels_in(header.stored) as u64;
    if pixels > MOST_TAKEN_MEGAPIXELS * 1_000_000 {
        return Err(PictureFault::TooLarge(TooLarge::Pixels(pixels)));
    }
    let upright = match (header.orientation, header.kind) {
        // What is left of Exif in these says which side is up, and no more.
        (1, _) | (_, PictureKind::Webp | PictureKind::Gif) => None,
        (_, PictureKind::Jpeg) => {
            let pixels = decoded(&bytes, header)?;
            Some(upright_jpeg(&bytes, pixels, header)?)
        }
        (_, PictureKind::Png) => {
            decoded(&bytes, header)?;
            upright_png(&bytes, header)
        }
    };
    let before = blake3::hash(&bytes);
    let stored = match upright {
        Some(upright) => upright,
        None => {
            let stored = bare(bytes)?;
            decoded(&stored, header::of_bytes(&stored)?)?;
            stored
        }
    };
    Ok(TakenPicture {
        lost: blake3::hash(&stored) != before,
        bytes: stored,
        kind: header.kind,
    })
}

/// A JPEG with its pixels turned.
fn upright_jpeg(bytes: &[u8], pixels: Pixels, header: Header) -> Result<Vec<u8>, PictureFault> {
    let nonsense = |_| PictureFault::Broken(Breach::Nonsense);
    let shown = pixels.turned(header.orientation);
    let Size { width, height } = shown.size();
    let (width, height) = (u16::try_from(width), u16::try_from(height));
    let (Ok(width), Ok(height)) = (width, height) else {
        return Err(PictureFault::Broken(Breach::Nonsense));
    };
    let mut written = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut written, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    for part in profile(bytes).unwrap_or_default() {
        encoder.add_app_segment(2, part).map_err(nonsense)?;
    }
    encoder
        .encode(shown.bytes(), width, height, ColorType::Rgb)
        .map_err(nonsense)?;
    Ok(written)
}

/// The segments with the colour profile of a JPEG, where that is of red, green and blue, as what is
/// written will be.
fn profile(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut at = 2;
    loop {
        while *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xDA | 0xD9 => break,
            0x01 | 0xD0..=0xD8 => {
                at += 2;
                continue;
            }
            _ => {}
        }
        let length = u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]);
        let end = at + 2 + usize::from(length);
        let content = bytes.get(at + 4..end)?;
        if marker == 0xE2 && content.starts_with(PROFILE) {
            parts.push(content.to_vec());
        }
        at = end;
    }
    // Behind the name stand two numbers, and within the profile its colours (section 7.2.8).
    let start = PROFILE.len() + 2 + 16;
    let of = parts.first()?.get(start..start + 4)?;
    (of == b"RGB ").then_some(parts)
}

/// A PNG with its pixels turned, and with what says how its colours are meant; nothing where it moves,
/// or is too large to be turned here.
fn upright_png(bytes: &[u8], header: Header) -> Option<Vec<u8>> {
    let limits = png::Limits {
        bytes: MOST_SAMPLES,
    };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().ok()?;
    if reader.info().animation_control.is_some() {
        return None;
    }
    let (colours, depth) = reader.output_color_type();
    let length = reader.output_buffer_size()?;
    if length > MOST_SAMPLES {
        return None;
    }
    let mut samples = vec![0; length];
    reader.next_frame(&mut samples).ok()?;
    let wide = if depth == png::BitDepth::Sixteen {
        2
    } else {
        1
    };
    let turn = match colours.samples() * wide {
        1 => turned::<1>,
        2 => turned::<2>,
        3 => turned::<3>,
        4 => turned::<4>,
        6 => turned::<6>,
        8 => turned::<8>,
        _ => return None,
    };
    if length != pixels_in(header.stored) * colours.samples() * wide {
        return None;
    }
    let (size, samples) = turn(&samples, header.stored, header.orientation);
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, size.width, size.height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().ok()?;
    for (name, content) in colour_chunks(bytes)? {
        writer
            .write_chunk(png::chunk::ChunkType(name), content)
            .ok()?;
    }
    writer.write_image_data(&samples).ok()?;
    writer.finish().ok()?;
    Some(written)
}

/// The chunks of a PNG that say how its colours are meant (PNG 3, section 11.3.2). Of a palette they
/// are those of the colours in it.
fn colour_chunks(bytes: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    const COLOURS: [&[u8; 4]; 5] = [b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP"];
    let mut chunks = Vec::new();
    let mut rest = bytes.get(8..)?;
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let name: [u8; 4] = rest.get(4..8)?.try_into().ok()?;
        if matches!(&name, b"IDAT" | b"IEND") {
            return Some(chunks);
        }
        let content = rest.get(8..length.checked_add(8)?)?;
        if COLOURS.contains(&&name) {
            chunks.push((name, content));
        }
        rest = rest.get(length.checked_add(12)?..)?;
    }
}

#[cfg(test)]
mod tests;
