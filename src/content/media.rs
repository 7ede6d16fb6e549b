//! The files of the site that are no text: pictures and attachments, known by name, size and, for pictures, what their header says. Their
//! bytes are read only when they are published.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::folder::WalkedFile;
use crate::source::{SourcePath, Span};

/// One picture or attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFile {
    /// Where a watcher says that it is: names on disk may be decomposed Unicode.
    pub disk: PathBuf,
    /// The file itself.
    pub source: WalkedFile,
    /// Its size in bytes.
    pub size: u64,
    /// A hash of its size and time of change. Where a watcher says that nothing happened to it, an equal stamp says so too; alone it proves nothing.
    pub stamp: [u8; 32],
    /// What it is by its content, for a file that is named as a picture.
    pub seen: Option<Result<Picture, Fault>>,
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

/// The most pixels a picture may have, in millions: what a worker holds in memory at a time is bounded by it.
pub const MOST_MEGAPIXELS: u64 = 100;

/// The most bytes a picture's file may have, in megabytes: far above what so many pixels of a photo take.
pub const MOST_MEGABYTES: u64 = 400;

/// Why a file that is named as a picture cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is a picture, and too large.
    TooLarge(TooLarge),
    /// It is a picture, and broken.
    Broken(Breach),
    /// It is something else.
    Other(Other),
}

impl Fault {
    /// What to say of the file that a record names so, at this place.
    pub fn diagnostic(self, span: Span, file: &str) -> Diagnostic {
        let of = |code| Diagnostic::at(code, span).with("file", file);
        match self {
            Self::TooLarge(much) => {
                let (size, limit) = much.told();
                of(Code::PhotoTooLarge).with("size", size).with("limit", limit)
            }
            Self::Broken(breach) => of(Code::PhotoBroken).with("problem", breach.told()),
            Self::Other(other) => of(Code::PhotoIsOther).with("what", other.told()),
        }
    }
}

/// A picture as its header tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// How it is written.
    pub kind: PictureKind,
    /// Its size as people see it: upright.
    pub size: Size,
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
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Png => &["png"],
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
    fn told(self) -> (String, String) {
        let megapixels = |number: u64| bilingual(&format!("{number} miljoen beeldpunten"), &format!("{number} million pixels"));
        match self {
            Self::Pixels(pixels) => (megapixels(pixels.div_ceil(1_000_000)), megapixels(MOST_MEGAPIXELS)),
            Self::Bytes(bytes) => (format!("{} MB", bytes.div_ceil(1_000_000)), format!("{MOST_MEGABYTES} MB")),
            Self::Memory => (
                bilingual("zo veel beeldpunten van meer dan 8 bits per kleur", "that many pixels of more than 8 bits a colour"),
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
    fn told(self) -> String {
        match self {
            Self::Empty => bilingual("het bestand is leeg", "the file is empty"),
            Self::CutOff => bilingual("het einde ontbreekt", "its end is missing"),
            Self::Nonsense => bilingual("de inhoud is beschadigd", "its content is damaged"),
            Self::Unusual => bilingual("oogst leest deze manier van opslaan niet", "oogst does not read this way of saving"),
            Self::Refused => bilingual("het bestand mag niet gelezen worden", "the file may not be read"),
        }
    }
}

/// What is named as a picture and is none that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are their names")]
pub enum Other {
    Heif,
    Tiff,
    Bmp,
    Photoshop,
    Svg,
    Pdf,
    WebPage,
    Zip,
    Unknown,
}

impl Other {
    /// In words, with an article.
    fn told(self) -> String {
        match self {
            Self::Heif => bilingual("een HEIC- of AVIF-bestand", "a HEIC or AVIF file"),
            Self::Tiff => bilingual("een TIFF-bestand", "a TIFF file"),
            Self::Bmp => bilingual("een BMP-bestand", "a BMP file"),
            Self::Photoshop => bilingual("een Photoshop-bestand", "a Photoshop file"),
            Self::Svg => bilingual("een SVG-tekening", "an SVG drawing"),
            Self::Pdf => bilingual("een PDF", "a PDF"),
            Self::WebPage => bilingual("een webpagina", "a web page"),
            Self::Zip => bilingual("een ZIP- of Office-bestand", "a ZIP or Office file"),
            Self::Unknown => bilingual("geen afbeelding", "no picture"),
        }
    }
}

/// The kind of picture that a file's name promises, of those that are read.
pub fn promised(path: &SourcePath) -> Option<PictureKind> {
    let extension = path.stem_and_extension().1;
    [PictureKind::Jpeg, PictureKind::Png, PictureKind::Webp, PictureKind::Gif]
        .into_iter()
        .find(|kind| kind.extensions().contains(&extension.as_str()))
}
