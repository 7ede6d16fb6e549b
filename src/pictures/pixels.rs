//! A picture's pixels in memory: red, green and blue, a byte each, row by row from the top.
//!
//! Made smaller and turned here, by integer arithmetic alone. Each step lets go of the picture that
//! it was given, so that one picture is in memory at a time.

use std::collections::BTreeSet;

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use crate::pictures::media_file::Size;

/// Bytes a pixel.
const CHANNELS: usize = 3;

/// More colours than this and a picture is a photo; drawings, charts and screens have fewer, and
/// show it when they are written like photos.
const MOST_COLOURS: usize = 256;

/// The pixels of one picture, opaque.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    size: Size,
    bytes: Vec<u8>,
}

impl Pixels {
    /// Pixels of a size; nothing when there are not exactly as many bytes as that takes.
    pub(super) fn new(size: Size, bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() == pixels_in(size) * CHANNELS).then_some(Self { size, bytes })
    }

    /// Width and height.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Three bytes a pixel, row by row from the top.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether there are so few colours that somebody drew it.
    pub(super) fn has_few_colours(&self) -> bool {
        let mut colours = BTreeSet::new();
        let mut last = None;
        for pixel in self.bytes.as_chunks::<CHANNELS>().0 {
            if last != Some(pixel) {
                last = Some(pixel);
                colours.insert(pixel);
                if colours.len() > MOST_COLOURS {
                    return false;
                }
            }
        }
        true
    }

    /// The picture at a size. The filter is a polynomial: its weights are the same on every
    /// machine, as a sine's need not be.
    pub(super) fn resized(self, size: Size) -> Self {
        if self.size == size {
            return self;
        }
        let source =
            TypedImageRef::<U8x3>::from_buffer(self.size.width, self.size.height, &self.bytes)
                .expect("three bytes a pixel");
        let mut bytes = vec![0; pixels_in(size) * CHANNELS];
        let mut target = TypedImage::<U8x3>::from_buffer(size.width, size.height, &mut bytes)
            .expect("three bytes a pixel");
        let options =
            ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new()
            .resize_typed(&source, &mut target, &options)
            .expect("neither picture is empty");
        Self { size, bytes }
    }

    /// The picture as people see it; `orientation` as in Exif 2.32, tag 0x0112. What is no such
    /// number leaves it as it is.
    pub(super) fn turned(self, orientation: u8) -> Self {
        if !(2..=8).contains(&orientation) {
            return self;
        }
        let (size, bytes) = turned::<CHANNELS>(&self.bytes, self.size, orientation);
        Self { size, bytes }
    }
}

/// Samples of `BYTES` each as people see them, and the size that they then have; `orientation` is one
/// of 2 to 8.
pub(super) fn turned<const BYTES: usize>(
    samples: &[u8],
    stored: Size,
    orientation: u8,
) -> (Size, Vec<u8>) {
    let Size { width, height } = stored;
    let on_its_side = orientation >= 5;
    let from_the_right = matches!(orientation, 2 | 3 | 7 | 8);
    let from_below = matches!(orientation, 3 | 4 | 6 | 7);
    let size = if on_its_side {
        Size {
            width: height,
            height: width,
        }
    } else {
        stored
    };
    let pixels = samples.as_chunks::<BYTES>().0;
    let mut bytes = Vec::with_capacity(samples.len());
    for row in 0..size.height {
        for column in 0..size.width {
            let (x, y) = if on_its_side {
                (row, column)
            } else {
                (column, row)
            };
            let x = if from_the_right { width - 1 - x } else { x };
            let y = if from_below { height - 1 - y } else { y };
            bytes.extend_from_slice(&pixels[y as usize * width as usize + x as usize]);
        }
    }
    (size, bytes)
}

/// How many pixels a picture has.
pub(super) fn pixels_in(size: Size) -> usize {
    size.width as usize * size.height as usize
}
