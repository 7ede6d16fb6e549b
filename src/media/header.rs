//! What a picture's header tells: its kind, its size upright, whether it is whole. A few hundred bytes are read of a file that is in order,
//! however large it is; only a JPEG that does not end as JPEGs do is read to its end.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read, Seek, SeekFrom};

use super::kind::{FIRST, kind_of};
use crate::content::media::{Breach, Fault, MOST_MEGABYTES, MOST_MEGAPIXELS, Picture, PictureKind, Size, TooLarge};
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
        if self.orientation >= 5 { Size { width: height, height: width } } else { self.stored }
    }
}

/// Looks at a file, whatever it is called. What the machine refuses to read is a fault of the file: only whoever wants to publish it is told.
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
    Ok(Picture { kind: header.kind, size: header.upright(), bytes_a_pixel: header.bytes_a_pixel })
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
            Self::Io(error) if error.kind() == ErrorKind::UnexpectedEof => Fault::Broken(Breach::CutOff),
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
    let kind = kind_of(&start, file, length)?.map_err(|other| Problem::Fault(Fault::Other(other)))?;
    if length > MOST_MEGABYTES * 1_000_000 {
        return Err(Problem::Fault(Fault::TooLarge(TooLarge::Bytes(length))));
    }
    file.rewind()?;
    let size = match imagesize::reader_size(&mut *file) {
        Ok(size) => size,
        Err(imagesize::ImageError::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => return Err(Breach::CutOff.into()),
        Err(_) => return Err(Breach::Nonsense.into()),
    };
    let pixels = (size.width as u64).saturating_mul(size.height as u64);
    if pixels > MOST_MEGAPIXELS * 1_000_000 {
        return Err(Problem::Fault(Fault::TooLarge(TooLarge::Pixels(pixels))));
    }
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else { return Err(Breach::Nonsense.into()) };
    if width == 0 || height == 0 {
        return Err(Breach::Nonsense.into());
    }
    file.rewind()?;
    let Walked { exif, bytes_a_pixel } = match kind {
        PictureKind::Jpeg => jpeg(file, length)?,
        PictureKind::Png => png(file, length)?,
        PictureKind::Webp => webp(file, length)?,
        // A picture of the whole and one of the part that is drawn.
        PictureKind::Gif => Walked { exif: None, bytes_a_pixel: 9 },
    };
    Ok(Header { kind, stored: Size { width, height }, orientation: exif.map_or(1, orientation), bytes_a_pixel })
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
    let start = exif.strip_prefix(b"Exif\0\0").map_or(0, |rest| exif.len() - rest.len());
    let exif = exif.split_off(start);
    // Other things than Exif stand in such segments too.
    Ok(Some(exif).filter(|exif| exif.starts_with(b"II") || exif.starts_with(b"MM")))
}

/// Walks the segments of a JPEG (ITU T.81, annex B) up to the first scan, and makes sure that it ends.
fn jpeg(file: &mut (impl BufRead + Seek), length: u64) -> Result<Walked, Problem> {
    let mut exif = None;
    // Where colours come in several scans, all of them are kept until the last.
    let (mut colours, mut is_whole) = (3, true);
    // How many colours there are, where some are kept at half the size. In scans of their own the decoder (zune-jpeg 0.5.15) reads these
    // wrongly and does not say so; no camera writes that.
    let mut sampled: Option<u8> = None;
    bytes::<2>(file)?;
    loop {
        match marker(file)? {
            0x01 | 0xD0..=0xD8 => {}
            // The end, before any picture.
            0xD9 => return Err(Breach::CutOff.into()),
            0xDA => {
                let [_, _, components] = bytes(file)?;
                if sampled.is_some_and(|all| components < all) {
                    return Err(Breach::Unusual.into());
                }
                is_whole &= components >= colours;
                break;
            }
            code @ (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF) => {
                let segment = u16::from_be_bytes(bytes(file)?).checked_sub(2).ok_or(Breach::Nonsense)?;
                let mut frame = vec![0; segment.into()];
                file.read_exact(&mut frame)?;
                colours = frame.get(5).copied().unwrap_or(4).min(4);
                is_whole = matches!(code, 0xC0 | 0xC1);
                let factors = frame.get(6..).unwrap_or_default().chunks_exact(3).map(|component| component[1]);
                sampled = frame.get(5).copied().filter(|_| is_whole && factors.into_iter().any(|factor| factor != 0x11));
            }
            0xE1 if exif.is_none() => {
                let segment = u16::from_be_bytes(bytes(file)?).checked_sub(2).ok_or(Breach::Nonsense)?;
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
    Ok(Walked { exif, bytes_a_pixel: if is_whole { 4 } else { 3 + 2 * colours } })
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

/// Reads the scans of a JPEG to the marker of its end. Tables between scans are passed over by their length: they may hold any bytes.
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
    let segment = u16::from_be_bytes(bytes(file)?).checked_sub(2).ok_or(Breach::Nonsense)?;
    Ok(file.seek_relative(segment.into())?)
}

/// Walks the chunks of a PNG (PNG 3, section 5) to its end.
fn png(file: &mut (impl BufRead + Seek), length: u64) -> Result<Walked, Problem> {
    let mut exif = None;
    let mut bytes_a_pixel = 12;
    bytes::<8>(file)?;
    loop {
        let chunk = u32::from_be_bytes(bytes(file)?);
        let name: [u8; 4] = bytes(file)?;
        let next = file.stream_position()? + u64::from(chunk) + 4;
        if next > length {
            return Err(Breach::CutOff.into());
        }
        match &name {
            b"IEND" => return Ok(Walked { exif, bytes_a_pixel }),
            b"IHDR" => {
                let [.., depth, colours] = bytes::<10>(file)?;
                // As it is decoded, with what may be transparent, and then as eight bits a colour (PNG 3, section 11.2.1).
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
        let name: [u8; 4] = bytes(file)?;
        let chunk = u32::from_le_bytes(bytes(file)?);
        match &name {
            b"EXIF" => return Ok(Walked { exif: exif_bytes(file, chunk)?, bytes_a_pixel }),
            // Alone; in an extended file, parts are put together from what each of them takes.
            b"VP8 " | b"VP8L" if file.stream_position()? == 20 => bytes_a_pixel = 8,
            _ => {}
        }
        // Chunks begin at even places.
        file.seek(SeekFrom::Current(i64::from(chunk) + i64::from(chunk % 2)))?;
    }
    Ok(Walked { exif: None, bytes_a_pixel })
}

/// The orientation that a camera wrote; what cannot be read counts as upright, as in browsers.
fn orientation(exif: Vec<u8>) -> u8 {
    let read = exif::Reader::new().continue_on_error(true).read_raw(exif).or_else(|error| error.distill_partial_result(|_| {}));
    let written = read.ok().and_then(|exif| exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0));
    written.and_then(|value| u8::try_from(value).ok()).filter(|value| (1..=8).contains(value)).unwrap_or(1)
}
