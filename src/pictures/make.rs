//! From a picture's bytes to the files that are published: decoded once, turned upright, made
//! smaller, written anew.
//!
//! Nothing but pixels goes from one to the other, so that no metadata can. A worker holds one
//! picture at a time, and of that no more than its pixels: it is made smaller before it is turned,
//! and let go before its files are written.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, SamplingFactor};

use super::header::{self, Header};
use super::renditions::{Format, Rendition, renditions};
use crate::pictures::media_file::{Breach, PictureFault, PictureKind, Size, TooLarge};

/// The most memory that the pixels of one picture may take: 100 megapixels at four bytes each, and
/// some to spare.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// More colours than this and a picture is a photo; drawings, charts and screens have fewer, and
/// show it when they are written like photos.
const MOST_COLOURS: usize = 256;

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
    let is_drawing = header.kind != PictureKind::Jpeg && has_few_colours(&pixels);
    let largest = as_stored(wanted[wanted.len() - 1].size, header.orientation);
    let mut shown = turned(resized(pixels, largest), header.orientation);
    let mut made = Vec::with_capacity(wanted.len());
    for Rendition { size, format } in wanted.into_iter().rev() {
        shown = resized(shown, size);
        made.push(match format {
            Format::Webp => webp(&shown, is_drawing),
            Format::Jpeg => jpeg(&shown, is_drawing),
        });
    }
    made.reverse();
    Ok(made)
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

/// The picture's pixels in red, green and blue, what is transparent laid on white.
///
/// An embedded colour profile is not applied: the values are shown as sRGB, which nearly all are.
fn decoded(bytes: &[u8], header: Header) -> Result<RgbImage, PictureFault> {
    let format = match header.kind {
        PictureKind::Jpeg => ImageFormat::Jpeg,
        PictureKind::Png => ImageFormat::Png,
        PictureKind::Webp => ImageFormat::WebP,
        PictureKind::Gif => ImageFormat::Gif,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    // A decoder of somebody else's that panics on bytes that nobody foresaw has found a broken
    // picture, no more.
    let picture = match catch_unwind(AssertUnwindSafe(|| reader.decode())) {
        Ok(Ok(picture)) => picture,
        Ok(Err(ImageError::Limits(_))) => return Err(PictureFault::TooLarge(TooLarge::Memory)),
        Ok(Err(_)) | Err(_) => return Err(PictureFault::Broken(Breach::Nonsense)),
    };
    if (picture.width(), picture.height()) != (header.stored.width, header.stored.height) {
        return Err(PictureFault::Broken(Breach::Nonsense));
    }
    Ok(if picture.color().has_alpha() {
        on_white(picture)
    } else {
        picture.into_rgb8()
    })
}

/// Lays a picture on white. A drawing in dark lines would vanish on the dark paper that some
/// readers choose.
fn on_white(picture: DynamicImage) -> RgbImage {
    let (width, height) = (picture.width(), picture.height());
    let mut bytes = picture.into_rgba8().into_raw();
    // In place: the pixels of 100 megapixels stand in memory once.
    let pixels = bytes.len() / 4;
    for index in 0..pixels {
        let alpha = u32::from(bytes[index * 4 + 3]);
        for channel in 0..3 {
            let laid =
                (u32::from(bytes[index * 4 + channel]) * alpha + 255 * (255 - alpha) + 127) / 255;
            bytes[index * 3 + channel] = u8::try_from(laid).unwrap_or(u8::MAX);
        }
    }
    bytes.truncate(pixels * 3);
    RgbImage::from_raw(width, height, bytes).expect("three bytes a pixel")
}

/// Whether a picture has so few colours that somebody drew it.
fn has_few_colours(picture: &RgbImage) -> bool {
    let mut colours = std::collections::BTreeSet::new();
    let mut last = None;
    for pixel in picture.pixels() {
        if last != Some(pixel.0) {
            last = Some(pixel.0);
            colours.insert(pixel.0);
            if colours.len() > MOST_COLOURS {
                return false;
            }
        }
    }
    true
}

/// The picture at a size. The filter is a polynomial: its weights are the same on every machine, as
/// a sine's need not be.
fn resized(picture: RgbImage, size: Size) -> RgbImage {
    if picture.dimensions() == (size.width, size.height) {
        return picture;
    }
    let (width, height) = picture.dimensions();
    let source = TypedImageRef::<U8x3>::from_buffer(width, height, picture.as_raw())
        .expect("three bytes a pixel");
    let mut bytes = vec![0; size.width as usize * size.height as usize * 3];
    let mut target = TypedImage::<U8x3>::from_buffer(size.width, size.height, &mut bytes)
        .expect("three bytes a pixel");
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new()
        .resize_typed(&source, &mut target, &options)
        .expect("neither picture is empty");
    RgbImage::from_raw(size.width, size.height, bytes).expect("three bytes a pixel")
}

/// The picture as people see it.
fn turned(picture: RgbImage, orientation: u8) -> RgbImage {
    let mut picture = DynamicImage::ImageRgb8(picture);
    picture.apply_orientation(
        Orientation::from_exif(orientation).unwrap_or(Orientation::NoTransforms),
    );
    picture.into_rgb8()
}

fn webp(picture: &RgbImage, is_drawing: bool) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    let encoder = webpx::Encoder::new_rgb(picture.as_raw(), width, height).method(4);
    let encoder = encoder.quality(if is_drawing { 92.0 } else { 78.0 });
    encoder
        .encode(webpx::Unstoppable)
        .expect("a picture of at most 1,600 by 10,000 pixels can be written")
}

fn jpeg(picture: &RgbImage, is_drawing: bool) -> Vec<u8> {
    let (width, height) = picture.dimensions();
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
        .encode(picture.as_raw(), side(width), side(height), ColorType::Rgb)
        .expect("memory takes what is written");
    bytes
}
