//! The files of the site that are no text: pictures and attachments, known by name, size and what
//! their bytes say they are. All of their bytes are read only when they are published.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::{Code, Diagnostic};
use crate::folder::WalkedFile;
use crate::source::{SourcePath, Span};
use crate::words::messages::pictures as messages;
use crate::words::{Bilingual, Phrase, phrase};

/// One picture or attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFile {
    /// Where a watcher says that it is: names on disk may be decomposed Unicode.
    pub disk: PathBuf,
    /// The file itself.
    pub source: WalkedFile,
    /// Its size in bytes.
    pub size: u64,
    /// A hash of its size and time of change. Where a watcher says that nothing happened to it, an
    /// equal stamp says so too; alone it proves nothing.
    pub stamp: [u8; 32],
    /// What it is by its bytes, whatever it is called: a picture that is read, or why it is none.
    pub seen: Result<Picture, PictureFault>,
    /// The hash of its bytes, where another file is as long: only such two can be copies of each
    /// other.
    pub content: Option<[u8; 32]>,
}

/// Every such file under `content/`, by its path below the site's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MediaFiles {
    /// The files.
    pub files: BTreeMap<SourcePath, MediaFile>,
}

impl MediaFiles {
    /// The file with this path.
    pub fn get(&self, path: &SourcePath) -> Option<&MediaFile> {
        self.files.get(path)
    }
}

/// The most pixels a picture may have, in millions: what a worker holds in memory at a time is
/// bounded by it.
pub const MOST_MEGAPIXELS: u64 = 100;

/// The most bytes a picture's file may have, in megabytes: far above what so many pixels of a photo
/// take.
pub const MOST_MEGABYTES: u64 = 400;

/// Why a file cannot be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// It is a picture, and too large.
    TooLarge(TooLarge),
    /// It is a picture, and broken.
    Broken(Breach),
    /// It is something else.
    Other(Other),
}

impl PictureFault {
    /// What to say of the file that a record names so, at this place.
    pub fn diagnostic(self, span: Span, file: &str) -> Diagnostic {
        let of = |code| Diagnostic::at(code, span).with("file", file);
        match self {
            Self::TooLarge(much) => {
                let (size, limit) = much.told();
                of(Code::PhotoTooLarge)
                    .with("size", size)
                    .with("limit", limit)
            }
            Self::Broken(breach) => of(Code::PhotoBroken).with("problem", breach.told()),
            Self::Other(other) => of(Code::PhotoIsOther).with("what", other.told()),
        }
    }
}

/// Whether a file that was looked at is a picture of a kind that is read, be it too large or
/// broken.
pub fn is_readable_picture(seen: Result<Picture, PictureFault>) -> bool {
    match seen {
        Ok(_) | Err(PictureFault::TooLarge(_)) => true,
        Err(PictureFault::Broken(breach)) => !matches!(breach, Breach::Empty | Breach::Refused),
        Err(PictureFault::Other(_)) => false,
    }
}

/// A picture as its header tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// How it is written.
    pub kind: PictureKind,
    /// Its size as people see it: upright.
    pub size: Size,
    /// The most memory that decoding it takes, in bytes a pixel.
    pub bytes_a_pixel: u8,
}

/// Width and height in pixels; neither is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the fields are their names")]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// The ways of writing a picture that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are their names")]
pub enum PictureKind {
    Jpeg,
    Png,
    Webp,
    Gif,
}

impl PictureKind {
    /// Its name, as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Gif => "GIF",
        }
    }

    /// The ends of file names that promise it; the first is the usual one.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jfif", "jpe", "jif", "mpo"],
            Self::Png => &["png", "apng"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
        }
    }
}

/// What of a picture is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// So many pixels.
    Pixels(u64),
    /// So many bytes.
    Bytes(u64),
    /// So many bytes in memory.
    Memory,
}

impl TooLarge {
    /// How much it is, and how much it may be.
    fn told(self) -> (Phrase, Phrase) {
        let megapixels = |number: u64| messages::megapixels(&number);
        let megabytes = |number: u64| {
            let size = format!("{number} MB");
            phrase(size.clone(), size)
        };
        match self {
            Self::Pixels(pixels) => (
                megapixels(pixels.div_ceil(1_000_000)),
                megapixels(MOST_MEGAPIXELS),
            ),
            Self::Bytes(bytes) => (
                megabytes(bytes.div_ceil(1_000_000)),
                megabytes(MOST_MEGABYTES),
            ),
            Self::Memory => (
                messages::PIXELS_IN_MEMORY.into(),
                megapixels(MOST_MEGAPIXELS / 2),
            ),
        }
    }
}

/// What is wrong with a picture that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breach {
    /// There are no bytes.
    Empty,
    /// The end is missing.
    CutOff,
    /// Its bytes make no sense.
    Nonsense,
    /// It is written in a way that is not read.
    Unusual,
    /// The machine refuses to read it.
    Refused,
}

impl Breach {
    /// In words.
    fn told(self) -> Bilingual {
        match self {
            Self::Empty => messages::EMPTY,
            Self::CutOff => messages::CUT_OFF,
            Self::Nonsense => messages::NONSENSE,
            Self::Unusual => messages::UNUSUAL,
            Self::Refused => messages::REFUSED,
        }
    }
}

/// What a file is by its bytes, where it is no picture that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// HEIC, AVIF and their kin (ISO/IEC 23008-12).
    Heif,
    /// TIFF, and what cameras write as TIFF: DNG, NEF, CR2, ARW and others.
    Tiff,
    /// What a camera's sensor saw, in a maker's own form.
    Raw,
    /// A bitmap of Windows.
    Bmp,
    /// A file of Photoshop.
    Photoshop,
    /// JPEG 2000 (ISO/IEC 15444).
    Jpeg2000,
    /// JPEG XL (ISO/IEC 18181).
    JpegXl,
    /// An icon or a cursor of Windows.
    Icon,
    /// A Targa picture.
    Targa,
    /// Any other picture that is known and not read.
    Uncommon,
    /// What a browser, a server or a computer runs.
    Active(Active),
    /// A film or a recording in the form of MP4 and `QuickTime` (ISO/IEC 14496-12).
    Film {
        /// Whether it says where it was made.
        tells_place: bool,
    },
    /// A PDF.
    Pdf,
    /// A zip file, and so an Office or `OpenDocument` file, an e-book and more.
    Zip,
    /// An Office file of before 2007.
    Office,
    /// Text.
    Text,
    /// What begins like XML and cannot be read as such to its end.
    Markup,
    /// Anything else.
    Unknown,
}

/// What runs where it is served or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Active {
    /// HTML.
    Page,
    /// XML that brings a stylesheet, a page or a drawing.
    Xml,
    /// SVG, which can hold scripts.
    Drawing,
    /// A stylesheet.
    Style,
    /// Source of a program, which a server, a browser or a system runs as it is.
    Script,
    /// A program.
    Program,
    /// A file that only leads elsewhere.
    Shortcut,
}

impl Active {
    /// In words, with an article.
    pub fn name(self) -> Bilingual {
        match self {
            Self::Page => messages::WEB_PAGE,
            Self::Xml => messages::XML,
            Self::Drawing => messages::DRAWING,
            Self::Style => messages::STYLESHEET,
            Self::Script => messages::SCRIPT,
            Self::Program => messages::PROGRAM,
            Self::Shortcut => messages::SHORTCUT,
        }
    }
}

impl Other {
    /// Whether it is a picture: of people perhaps, and with what a camera knows in it.
    pub fn is_picture(self) -> bool {
        match self {
            Self::Heif
            | Self::Tiff
            | Self::Raw
            | Self::Bmp
            | Self::Photoshop
            | Self::Jpeg2000
            | Self::JpegXl
            | Self::Icon
            | Self::Targa
            | Self::Uncommon => true,
            Self::Active(_)
            | Self::Film { .. }
            | Self::Pdf
            | Self::Zip
            | Self::Office
            | Self::Text
            | Self::Markup
            | Self::Unknown => false,
        }
    }

    /// Whether it can be read as plain text.
    pub fn is_text(self) -> bool {
        let is_written = |active| !matches!(active, Active::Program);
        matches!(self, Self::Text | Self::Markup)
            || matches!(self, Self::Active(active) if is_written(active))
    }

    /// In words, with an article.
    pub fn told(self) -> Bilingual {
        match self {
            Self::Heif => messages::HEIF,
            Self::Tiff => messages::TIFF,
            Self::Raw => messages::RAW,
            Self::Bmp => messages::BMP,
            Self::Photoshop => messages::PHOTOSHOP,
            Self::Jpeg2000 => messages::JPEG_2000,
            Self::JpegXl => messages::JPEG_XL,
            Self::Icon => messages::ICON,
            Self::Targa => messages::TARGA,
            Self::Uncommon => messages::UNCOMMON,
            Self::Active(active) => active.name(),
            Self::Film { .. } => messages::FILM,
            Self::Pdf => messages::PDF,
            Self::Zip => messages::ZIP,
            Self::Office => messages::OFFICE,
            Self::Text | Self::Markup | Self::Unknown => messages::NO_PICTURE,
        }
    }
}

/// The kind of picture that a file's name promises, of those that are read.
pub fn promised(path: &SourcePath) -> Option<PictureKind> {
    let extension = path.stem_and_extension().1;
    [
        PictureKind::Jpeg,
        PictureKind::Png,
        PictureKind::Webp,
        PictureKind::Gif,
    ]
    .into_iter()
    .find(|kind| kind.extensions().contains(&extension.as_str()))
}
