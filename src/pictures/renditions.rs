//! The files that a picture becomes: in which sizes and formats it is published.

use crate::pictures::media_file::Size;

/// How a published picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// WebP, which every browser of today shows.
    Webp,
    /// JPEG, for all others, for feeds and for saving.
    Jpeg,
}

impl Format {
    /// Both, the one that browsers should take first.
    pub const ALL: [Self; 2] = [Self::Webp, Self::Jpeg];

    /// How its files' names end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Its media type (RFC 9649; RFC 2046).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// One file that a picture becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rendition {
    /// Its size, upright.
    pub size: Size,
    /// How it is written.
    pub format: Format,
}

/// The widths that pictures are made at: a phone, a column of text or a sharp phone, a wide screen.
const WIDTHS: [u32; 3] = [480, 960, 1_600];

/// The tallest that a picture is made; WebP knows none above 16,383 pixels (RFC 9649, section 2.6).
const TALLEST: u32 = 10_000;

/// Goes into every key of what is made here. To be raised with any change, ours or that of a crate,
/// by which other bytes come out.
pub const SETTINGS: &str = "pictures 1";

/// The sizes that a picture is published in, smallest first: never larger than it is, and none that
/// hardly differs from the largest.
pub fn sizes(picture: Size) -> Vec<Size> {
    let by_height = u64::from(picture.width) * u64::from(TALLEST) / u64::from(picture.height);
    let widest = u32::try_from(by_height)
        .unwrap_or(u32::MAX)
        .min(picture.width)
        .min(WIDTHS[WIDTHS.len() - 1])
        .max(1);
    let smaller = WIDTHS
        .into_iter()
        .filter(|width| u64::from(*width) * 5 <= u64::from(widest) * 4);
    smaller
        .chain([widest])
        .map(|width| Size {
            width,
            height: height_at(picture, width),
        })
        .collect()
}

/// The files that a picture becomes, smallest first.
pub fn renditions(picture: Size) -> Vec<Rendition> {
    sizes(picture)
        .into_iter()
        .flat_map(|size| Format::ALL.map(|format| Rendition { size, format }))
        .collect()
}

/// The height of a picture at a width, to the nearest pixel.
fn height_at(picture: Size, width: u32) -> u32 {
    let doubled = u64::from(picture.height) * u64::from(width) * 2 / u64::from(picture.width);
    u32::try_from(doubled.div_ceil(2))
        .unwrap_or(u32::MAX)
        .clamp(1, TALLEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_comes_in_widths_that_differ_and_is_never_made_larger() {
        for ((width, height), expected) in [
            ((4000, 3000), vec![(480, 360), (960, 720), (1600, 1200)]),
            ((3000, 4000), vec![(480, 640), (960, 1280), (1600, 2133)]),
            ((1600, 900), vec![(480, 270), (960, 540), (1600, 900)]),
            ((1150, 767), vec![(480, 320), (1150, 767)]),
            ((500, 400), vec![(500, 400)]),
            ((1, 1), vec![(1, 1)]),
            ((1, 60_000), vec![(1, 10_000)]),
            ((1_000, 40_000), vec![(250, 10_000)]),
            ((60_000, 1), vec![(480, 1), (960, 1), (1600, 1)]),
        ] {
            let sizes: Vec<(u32, u32)> = sizes(Size { width, height })
                .into_iter()
                .map(|size| (size.width, size.height))
                .collect();
            assert_eq!(sizes, expected, "{width} by {height}");
        }
    }
}
