//! What a picture's header tells: its kind, its size upright, whether it is whole. A few hundred
//! bytes are read of a file that is in order, however large it is; only a JPEG that does not end as
//! JPEGs do is read to its end.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read, Seek, SeekFrom};

use super::jpeg::jpeg;
use super::kind::{FIRST, kind_of};
use super::walked::{HeaderProblem, WalkedPicture, bytes, exif_bytes};
use crate::folder::WalkedFile;
use crate::pictures::media_file::{
    Breach, MOST_MEGABYTES, MOST_MEGAPIXELS, Picture, PictureFault, PictureKind, Size, TooLarge,
};

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

/// The size of a picture in memory, as its header tells; nothing where it is none that can be
/// shown.
pub fn size_of(bytes: &[u8]) -> Option<Size> {
    of_bytes(bytes).ok().map(Header::upright)
}

/// Looks at a file, whatever it is called. What the machine refuses to read is a fault of the file:
/// only whoever wants to publish it is told.
///
/// # Errors
/// When it is no picture that can be shown, as far as its header tells: then what it is.
pub fn look(file: &WalkedFile) -> Result<Picture, PictureFault> {
    detect(
        file.open()
            .map_err(|_| PictureFault::Broken(Breach::Refused))?,
    )
}

/// Looks at bytes, as [`look`] does.
///
/// # Errors
/// As [`look`].
pub fn detect(file: impl Read + Seek) -> Result<Picture, PictureFault> {
    let header = read(&mut BufReader::with_capacity(FIRST, file)).map_err(HeaderProblem::fault)?;
    Ok(Picture {
        kind: header.kind,
        size: header.upright(),
        bytes_a_pixel: header.bytes_a_pixel,
    })
}

/// The header of bytes in memory.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Header, PictureFault> {
    read(&mut Cursor::new(bytes)).map_err(HeaderProblem::fault)
}

fn read(file: &mut (impl BufRead + Seek)) -> Result<Header, HeaderProblem> {
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    let mut start = Vec::with_capacity(FIRST);
    file.take(FIRST as u64).read_to_end(&mut start)?;
    if start.is_empty() {
        return Err(Breach::Empty.into());
    }
    let kind = kind_of(&start, file, length)?
        .map_err(|other| HeaderProblem::PictureFault(PictureFault::Other(other)))?;
    if length > MOST_MEGABYTES * 1_000_000 {
        return Err(HeaderProblem::PictureFault(PictureFault::TooLarge(
            TooLarge::Bytes(length),
        )));
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
        return Err(HeaderProblem::PictureFault(PictureFault::TooLarge(
            TooLarge::Pixels(pixels),
        )));
    }
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
        return Err(Breach::Nonsense.into());
    };
    if width == 0 || height == 0 {
        return Err(Breach::Nonsense.into());
    }
    file.rewind()?;
    let WalkedPicture {
        exif,
        bytes_a_pixel,
    } = match kind {
        PictureKind::Jpeg => jpeg(file, length, Size { width, height })?,
        PictureKind::Png => png(file, length)?,
        PictureKind::Webp => webp(file, length)?,
        // A picture of the whole and one of the part that is drawn.
        PictureKind::Gif => WalkedPicture {
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

/// Walks the chunks of a PNG (PNG 3, section 5) to its end.
fn png(file: &mut (impl BufRead + Seek), length: u64) -> Result<WalkedPicture, HeaderProblem> {
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
                return Ok(WalkedPicture {
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
fn webp(file: &mut (impl BufRead + Seek), length: u64) -> Result<WalkedPicture, HeaderProblem> {
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
                return Ok(WalkedPicture {
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
    Ok(WalkedPicture {
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
                matches!(fault, Some(PictureFault::Broken(Breach::Nonsense))),
                "{name}: {fault:?}"
            );
        }
    }
}
