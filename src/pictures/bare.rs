//! Pictures of a look: published in the very pixels that its maker chose, without what a camera or
//! program wrote beside them. Nothing is decoded; parts are left out, and what cannot be taken
//! apart is not published.

use super::header;
use crate::pictures::media_file::{Breach, Other, PictureFault, PictureKind};

/// The bytes of a file of a look as they are published: a picture without anything but itself and
/// how its colours are meant, everything else as it is. An icon or a drawing stays as it is too: no
/// camera writes one.
///
/// # Errors
/// For a picture of which nothing can be left out, and for a film that tells where it was made.
pub fn bare(bytes: Vec<u8>) -> Result<Vec<u8>, PictureFault> {
    let header = match header::of_bytes(&bytes) {
        Ok(header) => header,
        Err(PictureFault::Other(other))
            if !other.is_picture() && other != Other::Film { tells_place: true }
                || other == Other::Icon =>
        {
            return Ok(bytes);
        }
        Err(PictureFault::Broken(Breach::Empty)) => return Ok(bytes),
        Err(fault) => return Err(fault),
    };
    let turn = (header.orientation != 1).then(|| turned(header.orientation));
    let cleaned = match header.kind {
        PictureKind::Jpeg => jpeg(&bytes, turn),
        PictureKind::Png => png(&bytes, turn),
        PictureKind::Webp => webp(&bytes, turn),
        PictureKind::Gif => gif(&bytes),
    };
    cleaned.ok_or(PictureFault::Broken(Breach::Nonsense))
}

/// The Exif data that says how a picture is turned, and no more (Exif 2.32, section 4.6).
fn turned(orientation: u8) -> [u8; 26] {
    let mut exif = *b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    exif[19] = orientation;
    exif
}

/// The segments of a JPEG that make the picture (ITU T.81, annex B), and how its colours are meant.
fn jpeg(bytes: &[u8], turn: Option<[u8; 26]>) -> Option<Vec<u8>> {
    let mut kept = bytes.get(..2)?.to_vec();
    let mut turn = turn;
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        while *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        let marker = bytes[at + 1];
        if marker != 0xE0
            && let Some(exif) = turn.take()
        {
            kept.extend(exif_segment(exif));
        }
        match marker {
            // What follows the end is another picture, a film or a note.
            0xD9 => {
                kept.extend([0xFF, 0xD9]);
                return Some(kept);
            }
            0x01 | 0xD0..=0xD7 => {
                kept.extend([0xFF, marker]);
                at += 2;
                continue;
            }
            0x00 | 0xD8 => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([
            *bytes.get(at + 2)?,
            *bytes.get(at + 3)?,
        ]));
        let content = bytes.get(at + 4..at + 2 + length)?;
        match marker {
            // JFIF begins with fourteen bytes, then comes a smaller picture, perhaps of what was
            // cut off.
            0xE0 => {
                kept.extend(jfif_segment(content).into_iter().flatten());
            }
            0xE2 if !content.starts_with(b"ICC_PROFILE\0") => {}
            0xEE if !content.starts_with(b"Adobe") => {}
            0xE1 | 0xE3..=0xED | 0xEF..=0xFE => {}
            _ => kept.extend(&bytes[at..at + 2 + length]),
        }
        at += 2 + length;
        if marker == 0xDA {
            let scan = at;
            while *bytes.get(at)? != 0xFF || matches!(bytes.get(at + 1)?, 0x00 | 0xD0..=0xD7 | 0xFF)
            {
                at += 1;
            }
            kept.extend(&bytes[scan..at]);
        }
    }
}

/// The segment that says how a picture is turned.
fn exif_segment(exif: [u8; 26]) -> Vec<u8> {
    [b"\xFF\xE1\0\x22Exif\0\0".as_slice(), &exif].concat()
}

/// The segment of JFIF without the smaller picture in it.
fn jfif_segment(content: &[u8]) -> Option<Vec<u8>> {
    let head = content.strip_prefix(b"JFIF\0")?.get(..7)?;
    Some([b"\xFF\xE0\0\x10JFIF\0".as_slice(), head, &[0, 0]].concat())
}

/// The chunks of a PNG that make the picture (PNG 3, section 11), and how its colours and size are
/// meant.
fn png(bytes: &[u8], turn: Option<[u8; 26]>) -> Option<Vec<u8>> {
    const KEPT: &[&[u8; 4]] = &[
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
        b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut kept = bytes.get(..8)?.to_vec();
    let mut rest = &bytes[8..];
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let chunk = rest.get(..length.checked_add(12)?)?;
        let name: &[u8; 4] = chunk[4..8].try_into().ok()?;
        if KEPT.contains(&name) {
            kept.extend(chunk);
        }
        match (name, turn) {
            (b"IHDR", Some(exif)) => {
                let named = [b"eXIf".as_slice(), &exif].concat();
                kept.extend(26_u32.to_be_bytes());
                kept.extend(&named);
                kept.extend(check_sum(&named).to_be_bytes());
            }
            (b"IEND", _) => return Some(kept),
            _ => {}
        }
        rest = &rest[chunk.len()..];
    }
}

/// The check sum of a chunk (PNG 3, annex D).
fn check_sum(bytes: &[u8]) -> u32 {
    let bit = |sum: u32| {
        if sum & 1 == 1 {
            0xEDB8_8320 ^ (sum >> 1)
        } else {
            sum >> 1
        }
    };
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| bit(sum))
    })
}

/// The chunks of a WebP that make the picture (RFC 9649, section 2.7), and how its colours are
/// meant.
fn webp(bytes: &[u8], turn: Option<[u8; 26]>) -> Option<Vec<u8>> {
    const EXIF: u8 = 0b1000;
    const XMP: u8 = 0b0100;
    let end = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let mut chunks = parts(
        bytes.get(12..end.checked_add(8)?)?,
        &[
            b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L",
        ],
    )?;
    if chunks.starts_with(b"VP8X") {
        let flags = chunks.get_mut(8)?;
        *flags &= !(EXIF | XMP);
        if let Some(exif) = turn {
            *flags |= EXIF;
            chunks.extend(b"EXIF\x1A\0\0\0");
            chunks.extend(exif);
        }
    }
    let mut kept = b"RIFF".to_vec();
    kept.extend(u32::try_from(chunks.len() + 4).ok()?.to_le_bytes());
    kept.extend(b"WEBP");
    kept.extend(chunks);
    Some(kept)
}

/// The chunks with these names; within a frame of an animation, those that make its picture.
fn parts(mut rest: &[u8], names: &[&[u8; 4]]) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    while rest.len() >= 8 {
        let name: &[u8; 4] = rest[..4].try_into().ok()?;
        let length = u32::from_le_bytes(rest[4..8].try_into().ok()?) as usize;
        let content = rest.get(8..length.checked_add(8)?)?;
        if names.contains(&name) {
            let content = match name {
                b"ANMF" => [
                    content.get(..16)?,
                    &parts(content.get(16..)?, &[b"ALPH", b"VP8 ", b"VP8L"])?,
                ]
                .concat(),
                _ => content.to_vec(),
            };
            kept.extend(name);
            kept.extend(u32::try_from(content.len()).ok()?.to_le_bytes());
            kept.extend(&content);
            kept.resize(kept.len().next_multiple_of(2), 0);
        }
        // Chunks begin at even places; the last may lack the byte that fills it up.
        rest = rest
            .get(8 + length.next_multiple_of(2)..)
            .unwrap_or_default();
    }
    Some(kept)
}

/// The blocks of a GIF that make the picture (its specification, version 89a, section 17 and
/// further), and whether it begins again.
fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let colours = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            3 << ((flags & 7) + 1)
        }
    };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut kept = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let is_kept = match *bytes.get(at)? {
            0x3B => {
                kept.push(0x3B);
                return Some(kept);
            }
            0x2C => {
                at += 11 + colours(*bytes.get(at + 9)?);
                true
            }
            0x21 => {
                at += 2;
                let name = bytes.get(at + 1..at + 12);
                match *bytes.get(start + 1)? {
                    0xF9 => true,
                    0xFF => {
                        name.is_some_and(|name| name == b"NETSCAPE2.0" || name == b"ANIMEXTS1.0")
                    }
                    _ => false,
                }
            }
            _ => return None,
        };
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        if is_kept {
            kept.extend(bytes.get(start..at)?);
        }
    }
}
