//! Files that were sent and are not taken in, with why. They stand in the address of the page that
//! says so, so that a page that is loaded again says the same and sends nothing twice.

use crate::pictures::media_file::{Breach, Other, PictureFault, TooLarge};
use crate::words::{Language, photos as words};

/// The longest name that is told.
const LONGEST_NAME: usize = 80;

/// Why a file is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Bytes,
    Pixels,
    Heif,
    OtherPicture,
    NoPicture,
    Empty,
    Damaged,
    NotSent,
}

impl Why {
    const ALL: [Self; 8] = [
        Self::Bytes,
        Self::Pixels,
        Self::Heif,
        Self::OtherPicture,
        Self::NoPicture,
        Self::Empty,
        Self::Damaged,
        Self::NotSent,
    ];

    /// Its word in an address. The script says the last of them.
    fn key(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Pixels => "pixels",
            Self::Heif => "heif",
            Self::OtherPicture => "other",
            Self::NoPicture => "none",
            Self::Empty => "empty",
            Self::Damaged => "damaged",
            Self::NotSent => "sent",
        }
    }

    fn said(self, language: Language) -> &'static str {
        let words = match self {
            Self::Bytes => words::TOO_MANY_BYTES,
            Self::Pixels => words::TOO_MANY_PIXELS,
            Self::Heif => words::HEIF,
            Self::OtherPicture => words::OTHER_PICTURE,
            Self::NoPicture => words::NO_PICTURE,
            Self::Empty => words::EMPTY,
            Self::Damaged => words::DAMAGED,
            Self::NotSent => words::NOT_SENT,
        };
        words.get(language)
    }
}

impl From<PictureFault> for Why {
    fn from(fault: PictureFault) -> Self {
        match fault {
            PictureFault::TooLarge(TooLarge::Bytes(_)) => Self::Bytes,
            PictureFault::TooLarge(TooLarge::Pixels(_) | TooLarge::Memory) => Self::Pixels,
            PictureFault::Broken(Breach::Empty) => Self::Empty,
            PictureFault::Broken(_) => Self::Damaged,
            PictureFault::Other(Other::Heif) => Self::Heif,
            PictureFault::Other(other) if other.is_picture() => Self::OtherPicture,
            PictureFault::Other(_) => Self::NoPicture,
        }
    }
}

/// A file that was sent and is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::desk) struct RefusedPhoto {
    /// What the browser says that it is called.
    name: String,
    why: Why,
}

impl RefusedPhoto {
    pub(in crate::desk) fn of(name: &str, fault: PictureFault) -> Self {
        Self {
            name: name.chars().take(LONGEST_NAME).collect(),
            why: fault.into(),
        }
    }

    /// As it stands in an address.
    pub(in crate::desk) fn in_address(&self) -> String {
        format!("{}:{}", self.why.key(), self.name)
    }

    /// What stands in an address.
    pub(in crate::desk) fn read(text: &str) -> Option<Self> {
        let (key, name) = text.split_once(':')?;
        let why = Why::ALL.into_iter().find(|why| why.key() == key)?;
        Some(Self {
            name: name.chars().take(LONGEST_NAME).collect(),
            why,
        })
    }

    /// In words.
    pub(in crate::desk) fn said(&self, language: Language) -> String {
        let said = words::of_file(&self.name, &self.why.said(language));
        said.get(language).to_owned()
    }
}
