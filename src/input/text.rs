//! One text: read, normalised and hashed, or why it is none.

use std::path::Path;
use std::sync::Arc;

use super::walk::FoundFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::{Folder, Refusal, WalkedFile};
use crate::source::{FileId, NotText, SourceFile, SourcePath, Span, normalise};

/// The largest text that is read, in megabytes. Larger ones are no texts that a person wrote.
pub const LARGEST_TEXT: u64 = 64;
/// The same for `addresses.toml`, which a program writes: it holds every address of ten years.
const LARGEST_ADDRESSES: u64 = 1_000;

/// Why a file is no text that can be read.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextFault {
    TooLarge {
        size: u64,
    },
    Utf16,
    /// What can be read of it is kept, with `\u{FFFD}` for what cannot, so that a message can show
    /// the place.
    NotUtf8,
}

impl TextFault {
    /// What to say of the file that has this id.
    pub(super) fn diagnostic(self, id: FileId, path: &SourcePath, text: &str) -> Diagnostic {
        let of_path = |code| Diagnostic::of_path(code, path.clone());
        match self {
            Self::TooLarge { size } => of_path(Code::FileTooLarge)
                .with("size", size / 1_000_000)
                .with("limit", largest(path)),
            Self::Utf16 => of_path(Code::Utf16),
            Self::NotUtf8 => match text.find('\u{FFFD}') {
                Some(start) => Diagnostic::at(
                    Code::NotUtf8,
                    Span::new(id, start..start + '\u{FFFD}'.len_utf8()),
                ),
                None => of_path(Code::NotUtf8),
            },
        }
    }
}

/// The most that is read of a file, in megabytes.
fn largest(path: &SourcePath) -> u64 {
    if path.as_str() == "addresses.toml" {
        LARGEST_ADDRESSES
    } else {
        LARGEST_TEXT
    }
}

/// A text that is not on disk yet.
pub(super) fn as_written(found: &FoundFile, text: &Arc<str>) -> (SourceFile, Option<TextFault>) {
    let hash = *blake3::hash(text.as_bytes()).as_bytes();
    (
        SourceFile {
            path: found.path.clone(),
            text: Arc::clone(text),
            hash,
        },
        None,
    )
}

pub(super) fn read_text(found: &FoundFile) -> Result<(SourceFile, Option<TextFault>), Error> {
    let empty = |fault| {
        (
            SourceFile {
                path: found.path.clone(),
                text: Arc::from(""),
                hash: [0; 32],
            },
            Some(fault),
        )
    };
    let most = largest(&found.path) * 1_000_000;
    if found.size > most {
        return Ok(empty(TextFault::TooLarge { size: found.size }));
    }
    let file = found
        .file
        .as_ref()
        .expect("a text that is not on disk is not read from there");
    let bytes = match read_again(file, most) {
        Err(error) if Refusal::of(&error) == Some(Refusal::TooLarge) => {
            return Ok(empty(TextFault::TooLarge { size: most + 1 }));
        }
        bytes => bytes.map_err(Error::during(Operation::Read, &found.disk))?,
    };
    let hash = *blake3::hash(&bytes).as_bytes();
    match normalise(&bytes) {
        Ok(text) => Ok((
            SourceFile {
                path: found.path.clone(),
                text: text.into(),
                hash,
            },
            None,
        )),
        Err(NotText::Utf16) => Ok(empty(TextFault::Utf16)),
        Err(NotText::NotUtf8) => {
            let text = normalise(String::from_utf8_lossy(&bytes).as_bytes()).unwrap_or_default();
            Ok((
                SourceFile {
                    path: found.path.clone(),
                    text: text.into(),
                    hash,
                },
                Some(TextFault::NotUtf8),
            ))
        }
    }
}

/// The bytes of a text. An editor puts a new file in the place of the one that was found; then that
/// is read, in the same place, where no link leads to.
fn read_again(file: &WalkedFile, most: u64) -> std::io::Result<Vec<u8>> {
    match file.read(most) {
        Err(error) if Refusal::of(&error) == Some(Refusal::Swapped) => file.again()?.read(most),
        bytes => bytes,
    }
}

/// The text of `oogst.toml`, where it is there and can be read: for what must be known before a
/// site is loaded.
pub fn config_text(root: &Path) -> Option<String> {
    let bytes = Folder::open(root)
        .and_then(|site| site.read(Path::new("oogst.toml"), LARGEST_TEXT * 1_000_000))
        .ok()?;
    normalise(&bytes).ok()
}
