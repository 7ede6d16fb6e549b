//! Why a file of another program is not read: facts, and the message that each becomes.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourcePath;
use crate::words::messages::intake as messages;
use crate::words::{Bilingual, Phrase};

/// The most megabytes (of a million bytes) of a file.
pub const MOST_MEGABYTES: u64 = 25;

/// The most megabytes that all parts which are read may unpack to, together.
pub const MOST_MEGABYTES_OUT: u64 = 64;

/// The most megabytes of a part that is handed out whole: beside it stand the file and what is made
/// of it.
pub const MOST_MEGABYTES_WHOLE: u64 = 40;

/// The most megabytes that pictures and other parts that are no XML may unpack to, together: they
/// are packed already, so that they take little more than the file.
pub const MOST_MEGABYTES_PACKED: u64 = 30;

/// The most parts of a zipped file.
pub const MOST_PARTS: usize = 2_000;

/// The most elements that an element of XML may lie in.
pub const DEEPEST: usize = 64;

/// Why a file is not read, or not further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is of a kind that is not read.
    Kind(Foreign),
    /// It can be read with a password only.
    Locked,
    /// The file itself has more bytes than are read of one.
    TooLarge,
    /// Unpacked, what is to be read of it takes more bytes than are read.
    UnpacksTooLarge,
    /// It is made of more parts than are read.
    TooManyParts,
    /// It says more than is read of a document.
    TooMuchText,
    /// A part of it lies deeper in others than is read.
    TooDeep,
    /// It declares a grammar of its own (`<!DOCTYPE`), which no program for offices writes.
    DeclaresGrammar,
    /// It says that it holds more than there is room for in it.
    CountsTooMuch,
    /// Two of its parts have one name.
    PartTwice,
    /// It cannot be read to its end as what it is.
    Damaged,
    /// The part with the text itself is not in it.
    PartMissing,
}

/// A kind of file that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Word before 2007.
    OldWord,
    /// Excel before 2007.
    OldExcel,
    /// Another file of Office before 2007.
    OldOffice,
    /// Excel's binary workbook.
    BinaryExcel,
    /// Pages, Numbers or Keynote.
    Apple,
    /// PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// A presentation.
    Presentation,
    /// A zip file of something else.
    OtherZip,
    /// A document, where a table is asked for.
    NoTable,
    /// A workbook.
    Workbook,
    /// Anything else.
    Unknown,
}

impl Refused {
    /// What to say of a file that is refused.
    pub fn diagnostic(self, file: &SourcePath) -> Diagnostic {
        let of = |code| Diagnostic::of_path(code, file.clone());
        let too_large = |problem: Phrase, way: Bilingual| {
            of(Code::ImportTooLarge)
                .with("problem", problem)
                .with("way", way)
        };
        let odd = |problem: Bilingual| of(Code::ImportOdd).with("problem", problem);
        match self {
            Self::Kind(foreign) => of(Code::ImportKind)
                .with("what", foreign.name())
                .with("way", foreign.way()),
            Self::Locked => of(Code::ImportLocked),
            Self::TooLarge => too_large(
                messages::file_too_large(&MOST_MEGABYTES),
                messages::MAKE_SMALLER,
            ),
            Self::UnpacksTooLarge => too_large(
                messages::unpacks_too_large(&MOST_MEGABYTES_OUT),
                messages::MAKE_SMALLER,
            ),
            Self::TooManyParts => {
                too_large(messages::too_many_parts(&MOST_PARTS), messages::COPY_TEXT)
            }
            Self::TooMuchText => too_large(messages::TOO_MUCH_TEXT.into(), messages::DIVIDE_TEXT),
            Self::TooDeep => odd(messages::TOO_DEEP),
            Self::DeclaresGrammar => odd(messages::DECLARES_GRAMMAR),
            Self::CountsTooMuch => odd(messages::COUNTS_TOO_MUCH),
            Self::PartTwice => odd(messages::PART_TWICE),
            Self::Damaged => of(Code::ImportDamaged).with("problem", messages::NOT_TO_ITS_END),
            Self::PartMissing => of(Code::ImportDamaged).with("problem", messages::PART_MISSING),
        }
    }
}

impl Foreign {
    /// In words, with an article.
    fn name(self) -> Bilingual {
        match self {
            Self::OldWord => messages::OLD_WORD,
            Self::OldExcel => messages::OLD_EXCEL,
            Self::OldOffice => messages::OLD_OFFICE,
            Self::BinaryExcel => messages::BINARY_EXCEL,
            Self::Apple => messages::APPLE,
            Self::Pdf => messages::PDF,
            Self::Rtf => messages::RTF,
            Self::Presentation => messages::PRESENTATION,
            Self::OtherZip => messages::OTHER_ZIP,
            Self::NoTable => messages::NO_TABLE,
            Self::Workbook => messages::WORKBOOK,
            Self::Unknown => messages::UNKNOWN,
        }
    }

    /// What to do with it.
    fn way(self) -> Bilingual {
        match self {
            Self::OldWord | Self::Rtf => messages::SAVE_AS_DOCX,
            Self::OldExcel | Self::BinaryExcel | Self::NoTable => messages::SAVE_AS_XLSX,
            Self::Apple => messages::EXPORT_FROM_APPLE,
            Self::Pdf => messages::FIND_ORIGINAL,
            Self::OldOffice
            | Self::Presentation
            | Self::OtherZip
            | Self::Workbook
            | Self::Unknown => messages::WHAT_IS_READ,
        }
    }
}
