//! From a picture's bytes to its pixels, by the decoder of its kind: JPEG, PNG, WebP or GIF.
//!
//! The decoders are named one by one: what reads pictures of all kinds at once brings the arithmetic
//! of colour profiles along, which takes longer to compile than all four of them and is used by
//! nothing here. An embedded profile is not applied: the values are shown as sRGB, which nearly all
//! are. Of a moving picture the first frame is read.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::header::Header;
use super::pixels::{Pixels, pixels_in};
use crate::pictures::media_file::{Breach, PictureFault, PictureKind, Size, TooLarge};

/// The most memory that the pixels of one picture may take: 100 megapixels at four bytes each, and
/// some to spare.
const MOST_MEMORY: usize = 512 * 1024 * 1024;

/// A picture as its decoder gives it.
struct Samples {
    size: Size,
    /// 1 grey, 2 grey and alpha, 3 colours, 4 colours and alpha; a byte each.
    channels: usize,
    bytes: Vec<u8>,
}

/// Why there are no pixels.
enum Failure {
    /// They take more memory than there is for them.
    Memory,
    /// The bytes are no picture of their kind.
    Broken,
}

/// The picture's pixels, what is transparent laid on white.
///
/// # Errors
/// When it cannot be read, or is another than its header told.
pub(super) fn decoded(bytes: &[u8], header: Header) -> Result<Pixels, PictureFault> {
    let decode = match header.kind {
        PictureKind::Jpeg => jpeg,
        PictureKind::Png => png,
        PictureKind::Webp => webp,
        PictureKind::Gif => gif,
    };
    // A decoder of somebody else's that panics on bytes that nobody foresaw has found a broken
    // picture, no more.
    match catch_unwind(AssertUnwindSafe(|| decode(bytes))) {
        Ok(Ok(samples)) if samples.size == header.stored => {
            on_white(samples).ok_or(PictureFault::Broken(Breach::Nonsense))
        }
        Ok(Err(Failure::Memory)) => Err(PictureFault::TooLarge(TooLarge::Memory)),
        Ok(Ok(_) | Err(Failure::Broken)) | Err(_) => Err(PictureFault::Broken(Breach::Nonsense)),
    }
}

/// Room for the samples of a picture.
fn room(size: Size, bytes_a_pixel: usize) -> Result<Vec<u8>, Failure> {
    match pixels_in(size).checked_mul(bytes_a_pixel) {
        Some(length) if length <= MOST_MEMORY => Ok(vec![0; length]),
        _ => Err(Failure::Memory),
    }
}

fn jpeg(bytes: &[u8]) -> Result<Samples, Failure> {
    // Its own limits are narrower than those of the header, which was looked at before.
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Failure::Broken)?;
    let channels = if decoder.input_colorspace() == Some(ColorSpace::Luma) {
        decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::Luma));
        1
    } else {
        3
    };
    let (width, height) = decoder.dimensions().ok_or(Failure::Broken)?;
    let size = Size {
        width: u32::try_from(width).map_err(|_| Failure::Broken)?,
        height: u32::try_from(height).map_err(|_| Failure::Broken)?,
    };
    let mut bytes = room(size, channels)?;
    decoder
        .decode_into(&mut bytes)
        .map_err(|_| Failure::Broken)?;
    Ok(Samples {
        size,
        channels,
        bytes,
    })
}

fn png(bytes: &[u8]) -> Result<Samples, Failure> {
    let failure = |error: png::DecodingError| match error {
        png::DecodingError::LimitsExceeded => Failure::Memory,
        _ => Failure::Broken,
    };
    let limits = png::Limits { bytes: MOST_MEMORY };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    // Palettes, few bits and transparent colours become whole bytes.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(failure)?;
    let (width, height) = reader.info().size();
    let size = Size { width, height };
    let (colours, depth) = reader.output_color_type();
    let channels = colours.samples();
    let is_deep = depth == png::BitDepth::Sixteen;
    let mut bytes = room(size, if is_deep { channels * 2 } else { channels })?;
    reader.next_frame(&mut bytes).map_err(failure)?;
    if is_deep {
        to_bytes(&mut bytes);
    }
    Ok(Samples {
        size,
        channels,
        bytes,
    })
}

/// Samples of two bytes, the greater first, become samples of one, rounded. In place.
fn to_bytes(samples: &mut Vec<u8>) {
    let length = samples.len() / 2;
    for index in 0..length {
        let sample = u32::from(u16::from_be_bytes([
            samples[index * 2],
            samples[index * 2 + 1],
        ]));
        samples[index] = u8::try_from((sample + 128) / 257).unwrap_or(u8::MAX);
    }
    samples.truncate(length);
}

fn webp(bytes: &[u8]) -> Result<Samples, Failure> {
    let mut decoder =
        image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Failure::Broken)?;
    let (width, height) = decoder.dimensions();
    let size = Size { width, height };
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut bytes = room(size, channels)?;
    decoder
        .read_image(&mut bytes)
        .map_err(|_| Failure::Broken)?;
    Ok(Samples {
        size,
        channels,
        bytes,
    })
}

/// What a GIF is read as: colours and alpha.
const GIF_CHANNELS: usize = 4;

fn gif(bytes: &[u8]) -> Result<Samples, Failure> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options
        .read_info(Cursor::new(bytes))
        .map_err(|_| Failure::Broken)?;
    let size = Size {
        width: u32::from(decoder.width()),
        height: u32::from(decoder.height()),
    };
    let frame = match decoder.next_frame_info() {
        Ok(Some(frame)) => frame.clone(),
        Ok(None) | Err(_) => return Err(Failure::Broken),
    };
    let frame_size = Size {
        width: u32::from(frame.width),
        height: u32::from(frame.height),
    };
    if pixels_in(size).saturating_add(pixels_in(frame_size)) > MOST_MEMORY / GIF_CHANNELS {
        return Err(Failure::Memory);
    }
    let mut inner = room(frame_size, GIF_CHANNELS)?;
    decoder
        .read_into_buffer(&mut inner)
        .map_err(|_| Failure::Broken)?;
    let fills_the_picture = frame.left == 0 && frame.top == 0 && frame_size == size;
    let bytes = if fills_the_picture {
        inner
    } else {
        placed(&frame, &inner, size)?
    };
    Ok(Samples {
        size,
        channels: GIF_CHANNELS,
        bytes,
    })
}

/// A frame at its place in the picture, what it does not cover transparent, what falls outside cut
/// off.
fn placed(frame: &gif::Frame<'_>, inner: &[u8], size: Size) -> Result<Vec<u8>, Failure> {
    let mut bytes = room(size, GIF_CHANNELS)?;
    let (left, top) = (usize::from(frame.left), usize::from(frame.top));
    let (width, height) = (size.width as usize, size.height as usize);
    let shown = usize::from(frame.width).min(width.saturating_sub(left)) * GIF_CHANNELS;
    if shown == 0 {
        return Ok(bytes);
    }
    let rows = inner.chunks_exact(usize::from(frame.width) * GIF_CHANNELS);
    for (row, pixels) in rows.take(height.saturating_sub(top)).enumerate() {
        let start = ((top + row) * width + left) * GIF_CHANNELS;
        bytes[start..start + shown].copy_from_slice(&pixels[..shown]);
    }
    Ok(bytes)
}

/// Lays a picture on white. A drawing in dark lines would vanish on the dark paper that some
/// readers choose.
fn on_white(samples: Samples) -> Option<Pixels> {
    let Samples {
        size,
        channels,
        mut bytes,
    } = samples;
    match channels {
        1 => bytes = bytes.iter().flat_map(|&grey| [grey; 3]).collect(),
        2 => {
            bytes = (bytes.as_chunks::<2>().0.iter())
                .flat_map(|&[grey, alpha]| [laid(grey, alpha); 3])
                .collect();
        }
        4 => {
            // In place: the pixels of 100 megapixels stand in memory once.
            let pixels = bytes.len() / 4;
            for index in 0..pixels {
                let alpha = bytes[index * 4 + 3];
                for channel in 0..3 {
                    bytes[index * 3 + channel] = laid(bytes[index * 4 + channel], alpha);
                }
            }
            bytes.truncate(pixels * 3);
        }
        _ => {}
    }
    Pixels::new(size, bytes)
}

/// What is seen of a sample on white, rounded.
fn laid(sample: u8, alpha: u8) -> u8 {
    let alpha = u32::from(alpha);
    u8::try_from((u32::from(sample) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
