//! From a picture's bytes to the files that are published: decoded once, turned upright, made
//! smaller, written anew.
//!
//! Nothing but pixels goes from one to the other, so that no metadata can. A worker holds one
//! picture at a time, and of that no more than its pixels: it is made smaller before it is turned,
//! and let go before its files are written.

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, SamplingFactor};

use super::decode::decoded;
use super::header;
use super::pixels::Pixels;
use super::renditions::{Format, Rendition, renditions};
use crate::pictures::media_file::{Breach, PictureFault, PictureKind, Size};

/// Makes all files that a picture becomes, in the order of [`renditions`]; `upright` is the size
/// that its header told.
///
/// All of them, even where one would do: a small one is made out of the large one, so its bytes
/// must not depend on what was there already.
///
/// # Errors
/// When it cannot be read, or is another than its header told.
pub fn make(bytes: &[u8], upright: Size) -> Result<Vec<Vec<u8>>, PictureFault> {
    let header = header::of_bytes(bytes)?;
    if header.upright() != upright {
        return Err(PictureFault::Broken(Breach::Nonsense));
    }
    let wanted = renditions(upright);
    let pixels = decoded(bytes, header)?;
    let is_drawing = header.kind != PictureKind::Jpeg && pixels.has_few_colours();
    let largest = as_stored(wanted[wanted.len() - 1].size, header.orientation);
    let mut shown = pixels.resized(largest).turned(header.orientation);
    let mut made = Vec::with_capacity(wanted.len());
    for Rendition { size, format } in wanted.into_iter().rev() {
        shown = shown.resized(size);
        made.push(match format {
            Format::Webp => webp(&shown, is_drawing),
            Format::Jpeg => jpeg(&shown, is_drawing),
        });
    }
    made.reverse();
    Ok(made)
}

/// The longest side of a small picture.
const SMALL: u32 = 320;

/// A small picture, as a JPEG: upright, at most 320 pixels wide and high, for whoever looks for one
/// among many.
///
/// # Errors
/// When it cannot be read, or is another than its header told.
pub fn small(bytes: &[u8]) -> Result<Vec<u8>, PictureFault> {
    let header = header::of_bytes(bytes)?;
    let Size { width, height } = header.upright();
    let longest = u64::from(width.max(height));
    let scaled = |side: u32| {
        let scaled = u64::from(side) * u64::from(SMALL) / longest;
        u32::try_from(scaled).unwrap_or(SMALL).max(1)
    };
    let wanted = if longest > u64::from(SMALL) {
        Size {
            width: scaled(width),
            height: scaled(height),
        }
    } else {
        Size { width, height }
    };
    let pixels = decoded(bytes, header)?;
    let shown = pixels.resized(as_stored(wanted, header.orientation));
    Ok(jpeg(&shown.turned(header.orientation), false))
}

/// The size that a picture has before it is turned.
fn as_stored(size: Size, orientation: u8) -> Size {
    if orientation >= 5 {
        Size {
            width: size.height,
            height: size.width,
        }
    } else {
        size
    }
}

fn webp(picture: &Pixels, is_drawing: bool) -> Vec<u8> {
    let Size { width, height } = picture.size();
    let encoder = webpx::Encoder::new_rgb(picture.bytes(), width, height).method(4);
    let encoder = encoder.quality(if is_drawing { 92.0 } else { 78.0 });
    encoder
        .encode(webpx::Unstoppable)
        .expect("a picture of at most 1,600 by 10,000 pixels can be written")
}

fn jpeg(picture: &Pixels, is_drawing: bool) -> Vec<u8> {
    let Size { width, height } = picture.size();
    let side = |pixels: u32| u16::try_from(pixels).expect("at most 1,600 by 10,000 pixels");
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, if is_drawing { 90 } else { 80 });
    encoder.set_sampling_factor(if is_drawing {
        SamplingFactor::F_1_1
    } else {
        SamplingFactor::F_2_2
    });
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    // Tables made for the picture would save a twentieth, but this encoder then writes each colour
    // as a scan of its own, which some decoders read wrongly (zune-jpeg 0.5.15, which decodes here,
    // among them).
    encoder
        .encode(picture.bytes(), side(width), side(height), ColorType::Rgb)
        .expect("memory takes what is written");
    bytes
}
