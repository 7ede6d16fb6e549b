//! QR codes: from an address to the dark modules of its code (ISO/IEC 18004), as one path that a
//! template strokes, or as a picture for whoever has a program that takes no drawings. The quiet zone that readers need is part of the drawing, so that no style can
//! take it away.

use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The light modules around a code (ISO/IEC 18004, section 9.1).
const QUIET_ZONE: i32 = 4;

/// The width of a module in a picture, in pixels: whole bytes of eight. A code of 33 modules is
/// printed 5 cm wide without being blurred.
const PIXELS: u32 = 16;

/// A code, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Drawing {
    /// Width and height in modules, quiet zone included: the `viewBox` is `0 0 size size`.
    pub size: i32,
    /// The dark modules of each row as horizontal strokes of width one.
    pub path: String,
}

/// The code of an address; `None` for one of more than 2,331 bytes, which no code holds.
pub fn drawing(address: &str) -> Option<Drawing> {
    let code = encoded(address)?;
    let size = code.size();
    let mut path = String::new();
    // Each stroke starts from where the last one ended: half the letters of absolute places.
    let (mut pen_x, mut pen_y) = (0, 0);
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let end = (x..size)
                .find(|end| !code.get_module(*end, y))
                .unwrap_or(size);
            if end == x {
                x += 1;
                continue;
            }
            let _ = if path.is_empty() {
                // A stroke lies along the middle of its row.
                write!(path, "M{} {}.5h{}", x + QUIET_ZONE, y + QUIET_ZONE, end - x)
            } else {
                write!(path, "m{} {}h{}", x - pen_x, y - pen_y, end - x)
            };
            (pen_x, pen_y) = (end, y);
            x = end;
        }
    }
    Some(Drawing {
        size: size + 2 * QUIET_ZONE,
        path,
    })
}

/// The code of an address as a PNG in black and white.
pub fn picture(address: &str) -> Option<Vec<u8>> {
    let code = encoded(address)?;
    let modules = code.size() + 2 * QUIET_ZONE;
    let width = u32::try_from(modules).expect("a code has modules") * PIXELS;
    let mut rows = Vec::new();
    for y in 0..modules {
        let mut row = vec![0_u8; (width as usize).div_ceil(8)];
        let light = (0..modules).filter(|x| !code.get_module(x - QUIET_ZONE, y - QUIET_ZONE));
        for x in light.map(|x| usize::try_from(x).expect("a column")) {
            let bytes = PIXELS as usize / 8;
            row[x * bytes..(x + 1) * bytes].fill(0xFF);
        }
        for _ in 0..PIXELS {
            rows.extend_from_slice(&row);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, width);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_deflate_compression(png::DeflateCompression::Level(4));
    // A row that is like the one above it is nothing but noughts then.
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder
        .write_header()
        .expect("memory takes all that is written");
    writer
        .write_image_data(&rows)
        .expect("there is one bit a pixel");
    writer.finish().expect("memory takes all that is written");
    Some(bytes)
}

/// Whether this may be such a picture: a square in black and white, of whole modules (PNG,
/// sections 5.2 and 11.2.1).
pub fn is_picture(bytes: &[u8]) -> bool {
    let number = |start: usize| {
        let bytes = bytes.get(start..start + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
        && bytes.get(12..16) == Some(b"IHDR")
        && bytes.get(24..29) == Some(&[1, 0, 0, 0, 0])
        && bytes.get(37..41) == Some(b"IDAT")
        && number(16).is_some_and(|width| width > 0 && width % PIXELS == 0)
        && number(16) == number(20)
}

/// Error correction M (15%) stands up to a fold or a stain on a poster. The mask is always the
/// same: readers read it from the code, and trying all eight for the best balance takes seventeen
/// times as long (0.4 ms a page, measured), which a site of 100,000 pages would feel.
fn encoded(address: &str) -> Option<QrCode> {
    let segments = QrSegment::make_segments(address);
    QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::MAX,
        Some(Mask::new(0)),
        true,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a path of strokes on paper: which modules are dark.
    fn drawn(drawing: &Drawing) -> Vec<Vec<bool>> {
        let size = usize::try_from(drawing.size).expect("a size");
        let mut paper = vec![vec![false; size]; size];
        let (mut x, mut y) = (0_i32, 0_i32);
        let mut pieces = drawing.path.replace('h', " h").replace('m', " m");
        pieces = pieces.replace(['M', 'm'], "").replace(".5", "");
        let mut numbers = pieces.split_whitespace();
        let mut first = true;
        while let (Some(right), Some(down), Some(run)) =
            (numbers.next(), numbers.next(), numbers.next())
        {
            let number = |text: &str| {
                text.trim_start_matches('h')
                    .parse::<i32>()
                    .expect("a number")
            };
            (x, y) = if std::mem::take(&mut first) {
                (number(right), number(down))
            } else {
                (x + number(right), y + number(down))
            };
            for _ in 0..number(run) {
                let module = &mut paper[usize::try_from(y).expect("on paper")]
                    [usize::try_from(x).expect("on paper")];
                assert!(!*module, "a module is drawn twice");
                *module = true;
                x += 1;
            }
        }
        paper
    }

    #[test]
    fn what_is_drawn_is_the_code_within_its_quiet_zone() {
        for address in [
            "https://a.nl/",
            "https://veenland.example/oogst/bijeenkomsten/2019-techniekdag/deals/lasrobot-op-wielen/",
            &"é".repeat(1_000),
        ] {
            let code = encoded(address).expect("it fits");
            let drawing = drawing(address).expect("it fits");
            assert_eq!(drawing.size, code.size() + 8);
            let expected: Vec<Vec<bool>> = (0..drawing.size)
                .map(|y| {
                    (0..drawing.size)
                        .map(|x| code.get_module(x - QUIET_ZONE, y - QUIET_ZONE))
                        .collect()
                })
                .collect();
            assert_eq!(drawn(&drawing), expected, "{address}");
        }
    }

    #[test]
    fn a_picture_has_the_same_modules_as_the_drawing() {
        for (address, most) in [
            ("https://a.nl/d/gq6v/", 1_000),
            (&"b".repeat(2_000), 20_000),
        ] {
            let picture = picture(address).expect("it fits");
            assert!(is_picture(&picture));
            let mut reader = png::Decoder::new(std::io::Cursor::new(&picture))
                .read_info()
                .expect("it can be read");
            let mut bytes = vec![0; reader.output_buffer_size().expect("small")];
            let frame = reader.next_frame(&mut bytes).expect("it can be read");
            let row = frame.line_size;
            let dark: Vec<Vec<bool>> = bytes
                .chunks(row)
                .step_by(PIXELS as usize)
                .map(|row| row.iter().step_by(2).map(|byte| *byte == 0).collect())
                .collect();
            let drawing = drawing(address).expect("it fits");
            assert_eq!(dark, drawn(&drawing));
            assert!(picture.len() < most, "{} bytes", picture.len());
        }
    }

    #[test]
    fn what_no_code_holds_is_not_drawn() {
        assert!(drawing(&"a".repeat(2_331)).is_some());
        assert_eq!(drawing(&"a".repeat(2_332)), None);
    }
}
