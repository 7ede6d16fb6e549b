//! Text documents: what Word, `LibreOffice` and web pages hold, as one [`Document`], and that as
//! Markdown. What a writer took out or hid is never in it.

mod captions;
mod docx;
mod flat;
mod html;
mod inlines;
mod losses;
mod markdown;
mod model;
mod odt;
mod settled;
mod taken;

pub use markdown::{NamedPicture, markdown};
pub use model::{Block, Document, Emphasis, FoundPicture, Inline, Loss, Losses, Words, words_of};
pub use settled::writable;

use std::io::Cursor;

use memchr::memmem;

use crate::intake::package::{Package, PackageKind, is_zip};
use crate::intake::refused::{Foreign, Refused};
use crate::pictures::detect;
use crate::pictures::media_file::{Active, Other, PictureFault};

/// Reads a document, whatever its file is called.
///
/// # Errors
/// When it is no document that is read, damaged, or more than is read.
pub fn read(bytes: &[u8]) -> Result<Document, Refused> {
    if !is_zip(bytes) && is_page(bytes) {
        return html::read(bytes).map(writable);
    }
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

/// A piece of a web page as Markdown, and what is lost of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PieceTaken {
    pub(super) markdown: String,
    /// How many pictures were left out: a piece has no place to keep them.
    pub(super) pictures: usize,
    /// How many links lead elsewhere than to the web or a mailbox.
    pub(super) links: usize,
}

/// A piece of a web page that somebody pasted, as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// The text.
    pub markdown: String,
    /// What is lost of it. Pictures are: a text has no place to keep them.
    pub losses: Losses,
}

/// Reads a piece of a web page as an editor in a browser gives it.
///
/// # Errors
/// When it is more than is read.
pub fn pasted(text: &str) -> Result<Pasted, Refused> {
    let mut document = html::read(text.as_bytes())?;
    let mut losses = std::mem::take(&mut document.losses);
    let pictures = document.pictures.len();
    if pictures > 0 {
        *losses.entry(Loss::PictureElsewhere).or_default() += pictures;
    }
    document.pictures.clear();
    without_pictures(&mut document.blocks);
    Ok(Pasted {
        markdown: markdown(&writable(document), &[], 1),
        losses,
    })
}

/// Reads a piece of a web page, such as a text that another program keeps as HTML.
///
/// # Errors
/// When it is more than is read.
pub(super) fn markdown_of_html(text: &str) -> Result<PieceTaken, Refused> {
    let mut document = html::read(text.as_bytes())?;
    let lost = |loss| document.losses.get(&loss).copied().unwrap_or_default();
    let elsewhere = lost(Loss::PictureKind) + lost(Loss::PictureElsewhere);
    let (pictures, links) = (document.pictures.len() + elsewhere, lost(Loss::Link));
    document.pictures.clear();
    without_pictures(&mut document.blocks);
    Ok(PieceTaken {
        markdown: markdown(&writable(document), &[], 1),
        pictures,
        links,
    })
}

fn without_pictures(blocks: &mut Vec<Block>) {
    let clear =
        |words: &mut Vec<Inline>| words.retain(|inline| !matches!(inline, Inline::Picture(_)));
    for block in blocks.iter_mut() {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) => clear(words),
            Block::List { items, .. } => items.iter_mut().for_each(without_pictures),
            Block::Table(rows) => rows.iter_mut().flatten().for_each(clear),
        }
    }
    blocks.retain(|block| match block {
        Block::Heading { words, .. } | Block::Paragraph(words) => !words.is_empty(),
        Block::List { .. } | Block::Table(_) => true,
    });
}

/// Whether bytes are a web page, as a browser would see it.
fn is_page(bytes: &[u8]) -> bool {
    // Signs that go before a page do not count.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let seen = detect(Cursor::new(bytes));
    let is_page = matches!(seen, Err(PictureFault::Other(Other::Active(Active::Page))));
    is_page
        || bytes.starts_with(&[0xFF, 0xFE, b'<', 0])
        || bytes.starts_with(b"<?xml")
            && memmem::find(&bytes[..bytes.len().min(1_000)], b"<html").is_some()
}
