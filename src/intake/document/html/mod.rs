//! Web pages: what word processors save as one, and what an editor in a browser gives. What is not
//! shown is not read, and nothing is fetched.

mod data;
mod reading;
mod tags;
mod tokens;

use self::reading::HtmlReading;
use self::tokens::{Token, Tokens, text_of_page};
use super::flat::nested;
use super::model::Document;
use crate::intake::refused::{MOST_MEGABYTES, Refused};

/// Reads a web page.
///
/// # Errors
/// When it is more than is read.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Refused> {
    if bytes.len() as u64 > MOST_MEGABYTES * 1_000_000 {
        return Err(Refused::TooLarge);
    }
    let text = text_of_page(bytes)?;
    let mut reading = HtmlReading::default();
    for token in Tokens::of(&text) {
        match token {
            Token::Text(text) => reading.add_words(&text)?,
            Token::Open(tag) => reading.open(&tag)?,
            Token::Close(name) => reading.close(&name)?,
        }
    }
    reading.end()?;
    let mut document = Document {
        title: reading.title,
        blocks: nested(reading.flat),
        notes: Vec::new(),
        pictures: Vec::new(),
        losses: reading.losses,
    };
    let pictures = reading.pictures.into_iter().map(|mut picture| {
        let bytes = std::mem::take(&mut picture.bytes);
        (picture, Ok(bytes))
    });
    document.take_pictures(pictures);
    Ok(document)
}
