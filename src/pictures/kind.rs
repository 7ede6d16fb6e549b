//! What a file is by its first bytes, whatever it is called. In: the bytes. Out: a kind of picture
//! that is read, or what else it is. Whatever might be a picture of people, or runs where it is
//! served, is known here; what is harmless need not be.

use std::io::{Read, Seek, SeekFrom};

use super::{film, markup};
use crate::pictures::media_file::{Active, Other, PictureKind};

/// So many bytes are looked at first. Browsers look at fewer where no type is told (WHATWG, "MIME
/// Sniffing", section 5.2: 1,445).
pub(super) const FIRST: usize = 4_096;

/// Bytes at a place, and what begins so. Those that are all letters count only where what follows
/// is no text.
const SIGNATURES: &[(usize, &[u8], Other)] = &[
    (0, b"II\x2A\0", Other::Tiff),
    (0, b"MM\0\x2A", Other::Tiff),
    (0, b"II\x2B\0", Other::Tiff),
    (0, b"MM\0\x2B", Other::Tiff),
    // Olympus, Panasonic, Fujifilm, Sigma, Minolta, Canon.
    (0, b"IIRO", Other::Raw),
    (0, b"IIRS", Other::Raw),
    (0, b"MMOR", Other::Raw),
    (0, b"IIU\0", Other::Raw),
    (0, b"FUJIFILM", Other::Raw),
    (0, b"FOVb", Other::Raw),
    (0, b"\0MRM", Other::Raw),
    (6, b"HEAPCCDR", Other::Raw),
    (0, b"8BPS\0", Other::Photoshop),
    (4, b"jP  \r\n", Other::Jpeg2000),
    (4, b"jP\x1A\x1A", Other::Jpeg2000),
    (0, b"\xFF\x4F\xFF\x51", Other::Jpeg2000),
    (4, b"JXL \r\n", Other::JpegXl),
    (0, b"\xFF\x0A", Other::JpegXl),
    // JPEG XR, MNG, JNG, OpenEXR, Radiance, DirectDraw, GIMP, FLIF, BPG, QOI, icons of macOS, SGI,
    // Sun, DICOM, metafiles of Windows.
    (0, b"II\xBC", Other::Uncommon),
    (0, b"\x8AMNG", Other::Uncommon),
    (0, b"\x8BJNG", Other::Uncommon),
    (0, b"\x76\x2F\x31\x01", Other::Uncommon),
    (0, b"#?RADIANCE", Other::Uncommon),
    (0, b"#?RGBE", Other::Uncommon),
    (0, b"DDS \x7C\0", Other::Uncommon),
    (0, b"gimp xcf", Other::Uncommon),
    (0, b"FLIF", Other::Uncommon),
    (0, b"BPG\xFB", Other::Uncommon),
    (0, b"qoif", Other::Uncommon),
    (0, b"icns", Other::Uncommon),
    (0, b"\x01\xDA", Other::Uncommon),
    (0, b"\x59\xA6\x6A\x95", Other::Uncommon),
    (128, b"DICM", Other::Uncommon),
    (40, b" EMF\0\0", Other::Uncommon),
    (0, b"\xD7\xCD\xC6\x9A", Other::Uncommon),
    (0, b"PK\x03\x04", Other::Zip),
    (0, b"PK\x05\x06", Other::Zip),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Other::Office),
    // Programs of Linux, of macOS, of Java (as those of macOS for several processors), for
    // browsers, of Android; links and help of Windows.
    (0, b"\x7FELF", Other::Active(Active::Program)),
    (0, b"\xFE\xED\xFA\xCE", Other::Active(Active::Program)),
    (0, b"\xFE\xED\xFA\xCF", Other::Active(Active::Program)),
    (0, b"\xCE\xFA\xED\xFE", Other::Active(Active::Program)),
    (0, b"\xCF\xFA\xED\xFE", Other::Active(Active::Program)),
    (0, b"\xCA\xFE\xBA\xBE", Other::Active(Active::Program)),
    (0, b"\0asm", Other::Active(Active::Program)),
    (0, b"dex\n0", Other::Active(Active::Program)),
    (0, b"MZ", Other::Active(Active::Program)),
    (0, b"L\0\0\0\x01\x14\x02\0", Other::Active(Active::Shortcut)),
    (0, b"ITSF", Other::Active(Active::Program)),
];

/// What a file is: `start` is its beginning, `length` all of it.
///
/// # Errors
/// When more of it is to be read and cannot be.
pub(super) fn kind_of(
    start: &[u8],
    file: &mut (impl Read + Seek),
    length: u64,
) -> std::io::Result<Result<PictureKind, Other>> {
    Ok(match start {
        [0xFF, 0xD8, 0xFF, ..] => Ok(PictureKind::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(PictureKind::Png),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Ok(PictureKind::Webp),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(PictureKind::Gif),
        _ => Err(other(start, file, length)?),
    })
}

fn other(start: &[u8], file: &mut (impl Read + Seek), length: u64) -> std::io::Result<Other> {
    if let Some(written) = written(start) {
        return if written == Other::Markup {
            markup::kind_of(file, length)
        } else {
            Ok(written)
        };
    }
    if start.starts_with(b"%PDF") {
        return Ok(Other::Pdf);
    }
    let is_text = is_text(start);
    if is_text && !is_numbers(start) {
        return Ok(Other::Text);
    }
    let found = SIGNATURES.iter().find(|(place, bytes, _)| {
        start
            .get(*place..)
            .is_some_and(|rest| rest.starts_with(bytes))
    });
    if let Some((.., other)) = found.filter(|_| !is_text) {
        return Ok(*other);
    }
    if is_icon(start) {
        return Ok(Other::Icon);
    }
    if is_bitmap(start) {
        return Ok(Other::Bmp);
    }
    if is_numbers(start) || is_paintbrush(start) {
        return Ok(Other::Uncommon);
    }
    if is_flash(start) {
        return Ok(Other::Active(Active::Program));
    }
    match start.get(4..8) {
        Some(b"ftyp") => {
            if let Some(picture) = picture_brand(start) {
                return Ok(picture);
            }
            return Ok(Other::Film {
                tells_place: film::tells_place(file, length)?,
            });
        }
        Some(b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot" | b"styp") => {
            return Ok(Other::Film {
                tells_place: film::tells_place(file, length)?,
            });
        }
        _ => {}
    }
    Ok(if is_targa(start, file, length)? {
        Other::Targa
    } else {
        Other::Unknown
    })
}

/// What a file is that begins with words which somebody reads or runs; [`Other::Markup`] for what
/// must be read on. Spaces before them do not help a browser that guesses, and a mark of the byte
/// order does not help an old one.
fn written(start: &[u8]) -> Option<Other> {
    let text = match start {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] | rest @ [0, b'<', 0, ..] => wide(rest, u16::from_be_bytes),
        [b'<', 0, _, 0, ..] => wide(start, u16::from_le_bytes),
        _ => String::from_utf8_lossy(start).into_owned(),
    };
    let text = text
        .trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t', '\u{C}'])
        .to_lowercase();
    if text.starts_with("#!")
        || text.starts_with("<?=")
        || text.starts_with("<?php")
        || text.starts_with("<%")
    {
        return Some(Other::Active(Active::Script));
    }
    if text.starts_with("<? ")
        || text.starts_with("<?\n")
        || text.starts_with("<?\r")
        || text.starts_with("<?\t")
    {
        return Some(Other::Active(Active::Script));
    }
    if text.starts_with("[internetshortcut]") || text.starts_with("[desktop entry]") {
        return Some(Other::Active(Active::Shortcut));
    }
    let tag = text.strip_prefix('<')?;
    Some(if markup::is_page(tag) {
        Other::Active(Active::Page)
    } else {
        Other::Markup
    })
}

/// Text of two bytes a letter.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| unit([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

/// Whether bytes are what people and programs write as text.
fn is_text(start: &[u8]) -> bool {
    matches!(start, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
        || !start
            .iter()
            .any(|byte| matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F))
}

/// Icons or cursors of Windows: how many there are, and of the first where it begins, which is
/// behind the list of all.
fn is_icon(start: &[u8]) -> bool {
    let [
        0,
        0,
        1 | 2,
        0,
        low,
        high,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        _,
        place @ ..,
    ] = start
    else {
        return false;
    };
    let list = 6 + 16 * u32::from(u16::from_le_bytes([*low, *high]));
    list > 6
        && place
            .first_chunk()
            .is_some_and(|place| u32::from_le_bytes(*place) >= list)
}

/// A bitmap of Windows: its name is two letters, so the length of its second header must fit as
/// well.
fn is_bitmap(start: &[u8]) -> bool {
    start.starts_with(b"BM")
        && matches!(
            start.get(14..18),
            Some([12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0])
        )
}

/// PBM, PGM, PPM and PAM (netpbm): a letter, a digit, then width, height and how many shades, as
/// words.
fn is_numbers(start: &[u8]) -> bool {
    let [
        b'P',
        sort @ b'1'..=b'7',
        b'\n' | b'\r' | b' ' | b'\t',
        rest @ ..,
    ] = start
    else {
        return false;
    };
    let lines = rest
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.starts_with(b"#"));
    let mut words = lines
        .flat_map(|line| line.split(u8::is_ascii_whitespace))
        .filter(|word| !word.is_empty());
    if *sort == b'7' {
        return words.next().is_some_and(|word| word == b"WIDTH");
    }
    let numbers = if matches!(sort, b'1' | b'4') { 2 } else { 3 };
    let is_number = |word: &[u8]| word.len() < 8 && word.iter().all(u8::is_ascii_digit);
    (0..numbers).all(|_| words.next().is_some_and(is_number))
}

/// A picture of Paintbrush (PCX).
fn is_paintbrush(start: &[u8]) -> bool {
    matches!(start, [0x0A, 0 | 2..=5, 1, 1 | 2 | 4 | 8, ..])
}

/// A Flash film: three letters, then a small number.
fn is_flash(start: &[u8]) -> bool {
    matches!(
        start,
        [b'F' | b'C' | b'Z', b'W', b'S', 1..=60, _, _, _, 0..=2, ..]
    )
}

/// The picture that a file of boxes is by its brands (ISO/IEC 14496-12, section 4.3), if it is one.
fn picture_brand(start: &[u8]) -> Option<Other> {
    let length = u32::from_be_bytes(start.get(..4)?.try_into().ok()?) as usize;
    let brands = start.get(8..length.clamp(12, start.len().max(12)))?;
    brands
        .chunks_exact(4)
        .enumerate()
        .filter(|(place, _)| *place != 1)
        .find_map(|(_, brand)| match brand {
            b"crx " => Some(Other::Raw),
            b"jxl " => Some(Other::JpegXl),
            b"jp2 " | b"jpx " | b"jpm " => Some(Other::Jpeg2000),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs"
            | b"mif1" | b"mif2" | b"msf1" | b"miaf" | b"avif" | b"avis" | b"avio" | b"MiHE"
            | b"MiHB" | b"MiPr" => Some(Other::Heif),
            _ => None,
        })
}

/// A Targa picture: by the words at its end, which old ones lack, or by a header in which all
/// numbers are those of a picture that fits.
fn is_targa(start: &[u8], file: &mut (impl Read + Seek), length: u64) -> std::io::Result<bool> {
    const WORDS: &[u8] = b"TRUEVISION-XFILE.\0";
    if length >= WORDS.len() as u64 {
        file.seek(SeekFrom::End(-18))?;
        let mut end = [0; 18];
        file.read_exact(&mut end)?;
        if end == WORDS {
            return Ok(true);
        }
    }
    let [_, map, sort, colours @ ..] = start else {
        return Ok(false);
    };
    let Some(
        [
            from_low,
            from_high,
            of_low,
            of_high,
            bits,
            _,
            _,
            _,
            _,
            width @ ..,
            depth,
            how,
        ],
    ) = colours.get(..15)
    else {
        return Ok(false);
    };
    let (width, height) = match width {
        [a, b, c, d] => (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d])),
        _ => return Ok(false),
    };
    let fits = match (sort, map) {
        (1 | 9, 1) => {
            (of_low, of_high) != (&0, &0) && matches!(bits, 15 | 16 | 24 | 32) && *depth == 8
        }
        (2 | 10, 0) => {
            [from_low, from_high, of_low, of_high, bits]
                .into_iter()
                .all(|byte| *byte == 0)
                && matches!(depth, 15 | 16 | 24 | 32)
        }
        (3 | 11, 0) => {
            [from_low, from_high, of_low, of_high, bits]
                .into_iter()
                .all(|byte| *byte == 0)
                && matches!(depth, 8 | 16)
        }
        _ => false,
    };
    let pixels = u64::from(width) * u64::from(height);
    let is_enough = *sort > 8 || length >= pixels * u64::from(depth.div_ceil(8));
    Ok(fits && pixels > 0 && how & 0b1100_0000 == 0 && is_enough)
}
