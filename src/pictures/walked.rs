//! What the walks through the segments and chunks of a picture share: what they tell, how they fail,
//! and how they read.

use std::io::{ErrorKind, Read};

use crate::pictures::media_file::{Breach, PictureFault};

/// No camera writes more about a picture.
const MOST_EXIF: u32 = 1_000_000;

/// What a walk through a file tells besides that it is whole.
pub(super) struct WalkedPicture {
    /// What a camera wrote.
    pub(super) exif: Option<Vec<u8>>,
    pub(super) bytes_a_pixel: u8,
}

/// Why there is no header to be had.
pub(super) enum HeaderProblem {
    PictureFault(PictureFault),
    Io(std::io::Error),
}

impl HeaderProblem {
    pub(super) fn fault(self) -> PictureFault {
        match self {
            Self::PictureFault(fault) => fault,
            Self::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
                PictureFault::Broken(Breach::CutOff)
            }
            Self::Io(_) => PictureFault::Broken(Breach::Refused),
        }
    }
}

impl From<std::io::Error> for HeaderProblem {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Breach> for HeaderProblem {
    fn from(breach: Breach) -> Self {
        Self::PictureFault(PictureFault::Broken(breach))
    }
}

/// The next bytes of a file.
pub(super) fn bytes<const N: usize>(file: &mut impl Read) -> std::io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// What a camera wrote, in a segment or chunk of this length.
pub(super) fn exif_bytes(file: &mut impl Read, length: u32) -> std::io::Result<Option<Vec<u8>>> {
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
