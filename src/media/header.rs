//! What a picture's header tells: its kind, its size upright, whether it is whole. A few hundred
//! bytes are read of a file that is in order, however large it is; only a JPEG that does not end as
//! JPEGs do is read to its end.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read, Seek, SeekFrom};

use super::kind::{FIRST, kind_of};
use crate::content::media::{
    Breach, Fault, MOST_MEGABYTES, MOST_MEGAPIXELS, Picture, PictureKind, Size, TooLarge,
};
use crate::folder::WalkedFile;

/// No camera writes more about a picture.
const MOST_EXIF: u32 = 1_000_000;

/// A header as it is written, the picture perhaps still on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: PictureKind,
    /// As stored, before it is turned.
    pub(super) stored: Size,
    /// How it must be turned: 1 to 8 (Exif 2.32, tag 0x0112); 1 is upright.
    pub(super) orientation: u8,
    /// As in [`Picture`].
    pub(super) bytes_a_pixel: u8,
}

/// What a walk through a file tells besides that it is whole.
struct Walked {
    /// What a camera wrote.
    exif: Option<Vec<u8>>,
    bytes_a_pixel: u8,
}

impl Header {
    /// The size as people see it. From 5 on, the picture lies on its side.
    pub(super) fn upright(self) -> Size {
        let Size { width, height } = self.stored;
        if self.orientation >= 5 {
            Size {
                width: height,
                height: width,
            }
        } else {
            self.stored
        }
    }
}

/// Looks at a file, whatever it is called. What the machine refuses to read is a fault of the file:
/// only whoever wants to publish it is told.
///
/// # Errors
/// When it is no picture that can be shown, as far as its header tells: then what it is.
pub fn look(file: &WalkedFile) -> Result<Picture, Fault> {
    detect(file.open().map_err(|_| Fault::Broken(Breach::Refused))?)
}

/// Looks at bytes, as [`look`] does.
///
/// # Errors
/// As [`look`].
pub fn detect(file: impl Read + Seek) -> Result<Picture, Fault> {
    let header = read(&mut BufReader::with_capacity(FIRST, file)).map_err(Problem::fault)?;
    Ok(Picture {
        kind: header.kind,
        size: header.upright(),
        bytes_a_pixel: header.bytes_a_pixel,
    })
}

/// The header of bytes in memory.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Header, Fault> {
    read(&mut Cursor::new(bytes)).map_err(Problem::fault)
}

/// Why there is no header to be had.
enum Problem {
    Fault(Fault),
    Io(std::io::Error),
}

impl Problem {
    fn fault(self) -> Fault {
        match self {
            Self::Fault(fault) => fault,
            Self::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
                Fault::Broken(Breach::CutOff)
            }
            Self::Io(_) => Fault::Broken(Breach::Refused),
        }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Breach> for Problem {
    fn from(breach: Breach) -> Self {
        Self::Fault(Fault::Broken(breach))
    }
}

fn read(file: &mut (impl BufRead + Seek)) -> Result<Header, Problem> {
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    let mut start = Vec::with_capacity(FIRST);
    file.take(FIRST as u64).read_to_end(&mut start)?;
    if start.is_empty() {
        return Err(Breach::Empty.into());
    }
    let kind =
        kind_of(&start, file, length)?.map_err(|other| Problem::Fault(Fault::Other(other)))?;
    if length > MOST_MEGABYTES * 1_000_000 {
        return Err(Problem::Fault(Fault::TooLarge(TooLarge::Bytes(length))));
    }
    file.rewind()?;
    let size = match imagesize::reader_size(&mut *file) {
        Ok(size) => size,
        Err(imagesize::ImageError::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => {
            return Err(Breach::CutOff.into());
        }
        Err(_) => return Err(Breach::Nonsense.into()),
    };
    let pixels = (size.width as u64).saturating_mul(size.height as u64);
    if pixels > MOST_MEGAPIXELS * 1_000_000 {
        return Err(Problem::Fault(Fault::TooLarge(TooLarge::Pixels(pixels))));
    }
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
        return Err(Breach::Nonsense.into());
    };
    if width == 0 || height == 0 {
        return Err(Breach::Nonsense.into());
    }
    file.rewind()?;
    let Walked {
        exif,
        bytes_a_pixel,
    } = match kind {
        PictureKind::Jpeg => jpeg(file, length, Size { width, height })?,
        PictureKind::Png => png(file, length)?,
        PictureKind::Webp => webp(file, length)?,
        // A picture of the whole and one of the part that is drawn.
        PictureKind::Gif => Walked {
            exif: None,
            bytes_a_pixel: 9,
        },
    };
    Ok(Header {
        kind,
        stored: Size { width, height },
        orientation: exif.map_or(1, orientation),
        bytes_a_pixel,
    })
}

fn bytes<const N: usize>(file: &mut impl Read) -> std::io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// What a camera wrote, in a segment or chunk of this length.
fn exif_bytes(file: &mut impl Read, length: u32) -> std::io::Result<Option<Vec<u8>>> {
    if length > MOST_EXIF {
        return Ok(None);
    }
    let mut exif = Vec::new();
    file.take(length.into()).read_to_end(&mut exif)?;
    // JPEGs put this before it, and some writers of WebP do as well.
    let start = exif
        .strip_prefix(b"Exif\0\0")
        .map_or(0, |rest| exif.len() - rest.len());
    let exif = exif.split_off(start);
    // Other things than Exif stand in such segments too.
    Ok(Some(exif).filter(|exif| exif.starts_with(b"II") || exif.starts_with(b"MM")))
}

/// Walks the segments of a JPEG (ITU T.81, annex B) up to the first scan, and makes sure that it
/// ends.
///
/// The size must stand in its frame, and that before the first scan: what stands elsewhere is other
/// bytes, and reads otherwise in a copy of which something is left out.
fn jpeg(file: &mut (impl BufRead + Seek), length: u64, size: Size) -> Result<Walked, Problem> {
    let mut exif = None;
    let mut has_frame = false;
    // Where colours come in several scans, all of them are kept until the last.
    let (mut colours, mut is_whole) = (3, true);
    // How many colours there are, where some are kept at half the size. In scans of their own the
    // decoder (zune-jpeg 0.5.15) reads these wrongly and does not say so; no camera writes that.
    let mut sampled: Option<u8> = None;
    bytes::<2>(file)?;
    loop {
        match marker(file)? {
            0x01 | 0xD0..=0xD8 => {}
            // The end, before any picture.
            0xD9 => return Err(Breach::CutOff.into()),
            0xDA => {
                if !has_frame {
                    return Err(Breach::Nonsense.into());
                }
                let [_, _, components] = bytes(file)?;
                if sampled.is_some_and(|all| components < all) {
                    return Err(Breach::Unusual.into());
                }
                is_whole &= components >= colours;
                break;
            }
            code @ (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF) => {
                let segment = u16::from_be_bytes(bytes(file)?)
                    .checked_sub(2)
                    .ok_or(Breach::Nonsense)?;
                let mut frame = vec![0; segment.into()];
                file.read_exact(&mut frame)?;
                // Section B.2.2: a byte for the depth, two for the height, two for the width, one
                // for the number of colours, three for each.
                let Some(([_, h1, h2, w1, w2, components], factors)) = frame.split_first_chunk()
                else {
                    return Err(Breach::Nonsense.into());
                };
                let stands = Size {
                    width: u16::from_be_bytes([*w1, *w2]).into(),
                    height: u16::from_be_bytes([*h1, *h2]).into(),
                };
                if stands != size || factors.len() != 3 * usize::from(*components) {
                    return Err(Breach::Nonsense.into());
                }
                has_frame = true;
                colours = (*components).min(4);
                is_whole = matches!(code, 0xC0 | 0xC1);
                let is_halved = factors
                    .chunks_exact(3)
                    .any(|component| component[1] != 0x11);
                sampled = (is_whole && is_halved).then_some(*components);
            }
            0xE1 if exif.is_none() => {
                let segment = u16::from_be_bytes(bytes(file)?)
                    .checked_sub(2)
                    .ok_or(Breach::Nonsense)?;
                let start = file.stream_position()?;
                exif = exif_bytes(file, segment.into())?;
                file.seek(SeekFrom::Start(start + u64::from(segment)))?;
            }
            _ => pass_over(file)?,
        }
    }
    let scan = file.stream_position()?;
    file.seek(SeekFrom::Start(length.saturating_sub(2)))?;
    if bytes::<2>(file)? != [0xFF, 0xD9] {
        // Phones add things behind the end; then only reading on tells whether there is one.
        file.seek(SeekFrom::Start(scan))?;
        to_the_end(file)?;
    }
    Ok(Walked {
        exif,
        bytes_a_pixel: if is_whole { 4 } else { 3 + 2 * colours },
    })
}

/// The next marker: 0xFF, perhaps several, and its code.
fn marker(file: &mut impl Read) -> Result<u8, Problem> {
    let [first] = bytes(file)?;
    if first != 0xFF {
        return Err(Breach::Nonsense.into());
    }
    loop {
        match bytes(file)? {
            [0xFF] => {}
            [code] => return Ok(code),
        }
    }
}

/// Reads the scans of a JPEG to the marker of its end. Tables between scans are passed over by
/// their length: they may hold any bytes.
fn to_the_end(file: &mut (impl BufRead + Seek)) -> Result<(), Problem> {
    loop {
        let buffer = file.fill_buf()?;
        let Some(place) = buffer.iter().position(|byte| *byte == 0xFF) else {
            let length = buffer.len();
            if length == 0 {
                return Err(Breach::CutOff.into());
            }
            file.consume(length);
            continue;
        };
        file.consume(place);
        match marker(file)? {
            0xD9 => return Ok(()),
            // A plain 0xFF of the picture, or the marker of a part that can be read by itself.
            0x00 | 0x01 | 0xD0..=0xD8 => {}
            _ => pass_over(file)?,
        }
    }
}

/// Passes over a segment, whose length stands before it.
fn pass_over(file: &mut (impl BufRead + Seek)) -> Result<(), Problem> {
    let segment = u16::from_be_bytes(bytes(file)?)
        .checked_sub(2)
        .ok_or(Breach::Nonsense)?;
    Ok(file.seek_relative(segment.into())?)
}

/// Walks the chunks of a PNG (PNG 3, section 5) to its end.
fn png(file: &mut (impl BufRead + Seek), length: u64) -> Result<Walked, Problem> {
    let mut exif = None;
    let mut bytes_a_pixel = 12;
    bytes::<8>(file)?;
    loop {
        let at = file.stream_position()?;
        let chunk = u32::from_be_bytes(bytes(file)?);
        let name: [u8; 4] = bytes(file)?;
        // The size stands in the first chunk, which is this long, and nowhere else (section 5.6).
        let is_header = name == *b"IHDR";
        if is_header != (at == 8) || is_header && chunk != 13 {
            return Err(Breach::Nonsense.into());
        }
        let next = file.stream_position()? + u64::from(chunk) + 4;
        if next > length {
            return Err(Breach::CutOff.into());
        }
        match &name {
            b"IEND" => {
                return Ok(Walked {
                    exif,
                    bytes_a_pixel,
                });
            }
            b"IHDR" => {
                let [.., depth, colours] = bytes::<10>(file)?;
                // As it is decoded, with what may be transparent, and then as eight bits a colour
                // (PNG 3, section 11.2.1).
                bytes_a_pixel = match (colours, depth) {
                    (2 | 6, 16) => 12,
                    (0 | 4, 16) => 8,
                    (0 | 4, _) => 6,
                    _ => 4,
                };
            }
            b"eXIf" if exif.is_none() => exif = exif_bytes(file, chunk)?,
            _ => {}
        }
        file.seek(SeekFrom::Start(next))?;
    }
}

/// Walks the chunks of a WebP (RFC 9649, section 2.3) to its end.
fn webp(file: &mut (impl BufRead + Seek), length: u64) -> Result<Walked, Problem> {
    let mut bytes_a_pixel = 12;
    bytes::<4>(file)?;
    let end = u64::from(u32::from_le_bytes(bytes(file)?)) + 8;
    bytes::<4>(file)?;
    if end > length {
        return Err(Breach::CutOff.into());
    }
    while file.stream_position()? + 8 <= end {
        let at = file.stream_position()?;
        let name: [u8; 4] = bytes(file)?;
        let chunk = u32::from_le_bytes(bytes(file)?);
        // The size stands in the first chunk, which is at least this long (sections 2.5 to 2.7).
        let least = match &name {
            b"VP8X" | b"VP8 " => 10,
            b"VP8L" => 5,
            _ => u32::MAX,
        };
        if at == 12 && chunk < least {
            return Err(Breach::Nonsense.into());
        }
        match &name {
            b"EXIF" => {
                return Ok(Walked {
                    exif: exif_bytes(file, chunk)?,
                    bytes_a_pixel,
                });
            }
            // Alone; in an extended file, parts are put together from what each of them takes.
            b"VP8 " | b"VP8L" if file.stream_position()? == 20 => bytes_a_pixel = 8,
            _ => {}
        }
        // Chunks begin at even places.
        file.seek(SeekFrom::Current(i64::from(chunk) + i64::from(chunk % 2)))?;
    }
    Ok(Walked {
        exif: None,
        bytes_a_pixel,
    })
}

/// The orientation that a camera wrote; what cannot be read counts as upright, as in browsers.
fn orientation(exif: Vec<u8>) -> u8 {
    let read = exif::Reader::new()
        .continue_on_error(true)
        .read_raw(exif)
        .or_else(|error| error.distill_partial_result(|_| {}));
    let written = read.ok().and_then(|exif| {
        exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?
            .value
            .get_uint(0)
    });
    written
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (1..=8).contains(value))
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Found by the fuzzer: the size was read behind a frame that ended at once, and was another
    /// when filling bytes were left out of a copy.
    #[test]
    fn a_size_that_stands_outside_its_own_header_is_none() {
        const SCAN: &[u8] = b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0\xFC\xC8\xFF\xD9";
        const FRAME: &[u8] =
            b"\xFF\xC0\0\x11\x08\0\x10\0\x20\x03\x01\x11\0\x02\x11\x01\x03\x11\x01";
        let jpeg = |segments: &[&[u8]]| [b"\xFF\xD8".as_slice(), &segments.concat()].concat();
        let webp = |chunks: &[u8]| [b"RIFF\x26\0\0\0WEBP".as_slice(), chunks, &[0; 30]].concat();
        let header = b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55".as_slice();
        let png = |chunks: &[&[u8]]| {
            [
                b"\x89PNG\r\n\x1A\n".as_slice(),
                &chunks.concat(),
                b"\0\0\0\0IEND\xAE\x42\x60\x82",
            ]
            .concat()
        };
        let words = b"\0\0\0\x0AtEXt\0\0\0\x02\0\0\0\x02ij\0\0\0\0".as_slice();

        assert!(of_bytes(&jpeg(&[FRAME, SCAN])).is_ok());
        assert!(of_bytes(&png(&[header, words])).is_ok());
        for (name, bytes) in [
            ("an empty frame", jpeg(&[b"\xFF\xC0\0\x02\xFF", SCAN])),
            (
                "a frame without its colours",
                jpeg(&[b"\xFF\xC0\0\x08\x08\0\x10\0\x20\x03", SCAN]),
            ),
            (
                "two frames of two sizes",
                jpeg(&[FRAME, b"\xFF\xC0\0\x0B\x08\0\x11\0\x20\x01\x01\x11\0", SCAN]),
            ),
            (
                "a frame behind the scan",
                jpeg(&[
                    SCAN.strip_suffix(b"\xFF\xD9").unwrap_or_default(),
                    FRAME,
                    b"\xFF\xD9",
                ]),
            ),
            ("words before the header", png(&[words, header])),
            ("two headers", png(&[header, header])),
            (
                "a short header",
                png(&[b"\0\0\0\x04IHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\0\0\0\0\0\0"]),
            ),
            ("a short extended header", webp(b"VP8X\x04\0\0\0\0\0\0\0")),
            ("a short picture", webp(b"VP8L\x01\0\0\0\x2F\0\0\0")),
        ] {
            let fault = of_bytes(&bytes).err();
            assert!(
                matches!(fault, Some(Fault::Broken(Breach::Nonsense))),
                "{name}: {fault:?}"
            );
        }
    }
}
