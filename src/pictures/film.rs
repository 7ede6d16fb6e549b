//! Films in the form of MP4 and `QuickTime`: whether they say where they were made. Only the boxes
//! that describe a film are read, never its pictures; and nothing is changed, since a film is
//! published as it is or not at all.

use std::io::{self, Read, Seek, SeekFrom};

/// Boxes lie in each other no deeper than this where a place may stand.
const DEEPEST: u8 = 8;

/// No film has more boxes that are to be looked at; one of nonsense may.
const MOST_BOXES: u32 = 100_000;

/// The most that is read of one box.
const MOST_BYTES: u64 = 1_000_000;

/// Whether a film says where it was made: as phones do (`©xyz`, `loci`, a key of Apple's, 3GPP TS
/// 26.244), as programs do (XMP), or all along (what action cameras measure).
///
/// # Errors
/// When it cannot be read.
pub(super) fn tells_place(file: &mut (impl Read + Seek), length: u64) -> io::Result<bool> {
    let mut left = MOST_BOXES;
    within(file, 0, length, DEEPEST, &mut left)
}

fn within(
    file: &mut (impl Read + Seek),
    start: u64,
    end: u64,
    depth: u8,
    left: &mut u32,
) -> io::Result<bool> {
    let mut at = start;
    while depth > 0 && end.saturating_sub(at) >= 8 && *left > 0 {
        *left -= 1;
        file.seek(SeekFrom::Start(at))?;
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [a, b, c, d, name @ ..] = head;
        let (size, header) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (end - at, 8),
            1 if end - at >= 16 => {
                let mut long = [0; 8];
                file.read_exact(&mut long)?;
                (u64::from_be_bytes(long), 16)
            }
            size => (u64::from(size), 8),
        };
        if size < header {
            return Ok(false);
        }
        let (content, next) = (at + header, at.saturating_add(size).min(end));
        let found = match &name {
            b"moov" | b"trak" | b"udta" | b"mdia" | b"minf" | b"stbl" | b"ilst" => {
                within(file, content, next, depth - 1, left)?
            }
            // In QuickTime it holds boxes at once, in MP4 behind four bytes (ISO/IEC 14496-12,
            // section 8.11.1).
            b"meta" => {
                let begins = read(file, content, next, 8)?;
                let inner = if begins.get(4..8) == Some(b"hdlr") {
                    content
                } else {
                    content + 4
                };
                within(file, inner, next, depth - 1, left)?
            }
            b"\xA9xyz" | b"loci" => next > content,
            b"keys" => holds(
                &read(file, content, next, MOST_BYTES)?,
                &[b"location.ISO6709"],
            ),
            b"stsd" => holds(&read(file, content, next, 4_096)?, &[b"gpmd", b"camm"]),
            b"uuid" | b"XMP_" | b"xml " => holds(
                &read(file, content, next, MOST_BYTES)?,
                &[b"GPSLatitude", b"GPSCoordinates", b"Latitude"],
            ),
            _ => false,
        };
        if found {
            return Ok(true);
        }
        at = next;
    }
    Ok(false)
}

/// The bytes of a part of a file, up to a number.
fn read(file: &mut (impl Read + Seek), start: u64, end: u64, most: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(end.saturating_sub(start).min(most))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn holds(bytes: &[u8], words: &[&[u8]]) -> bool {
    words
        .iter()
        .any(|word| memchr::memmem::find(bytes, word).is_some())
}
