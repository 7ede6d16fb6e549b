//! Text documents: what Word, `LibreOffice` and web pages hold, as one [`Document`], and that as
//! Markdown. What a writer took out or hid is never in it.

mod captions;
mod docx;
mod flat;
mod inlines;
mod markdown;
mod model;
mod odt;
mod settled;
mod taken;

pub use markdown::{NamedPicture, markdown};
pub use model::{Block, Document, Emphasis, FoundPicture, Inline, Loss, Losses, Words, words_of};
pub use settled::writable;

use crate::intake::package::{Package, PackageKind};
use crate::intake::refused::{Foreign, Refused};

/// Reads a document, whatever its file is called.
///
/// # Errors
/// When it is no document that is read, damaged, or more than is read.
pub fn read(bytes: &[u8]) -> Result<Document, Refused> {
    let mut package = Package::open(bytes)?;
    let document = match package.kind() {
        PackageKind::Document => docx::read(&mut package)?,
        PackageKind::Text => odt::read(&mut package)?,
        PackageKind::Workbook | PackageKind::Spreadsheet => {
            return Err(Refused::Kind(Foreign::Workbook));
        }
    };
    Ok(writable(document))
}
