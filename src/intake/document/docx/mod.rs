//! Word documents (ECMA-376, "Office Open XML"): what a reader of the printed page would read. What
//! somebody deleted while changes were tracked, hid, or wrote in the margin is passed over.

mod body;
mod graphic;
mod numbering;
mod paragraph;
mod properties;
mod reading;
mod relations;
mod styles;

use std::collections::HashMap;

use self::numbering::Numbering;
use self::reading::{DocxReading, Found, NoteSort};
use self::relations::Relations;
use self::styles::Styles;
use super::flat::nested;
use super::model::{Block, Document, Loss};
use crate::intake::package::Package;
use crate::intake::refused::Refused;
use crate::intake::xml::{XmlReader, text_of};

/// The vocabulary of Word's texts, as Word writes it and in its strict form.
const TEXTS: &[&str] = &[
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Reads a Word document.
///
/// # Errors
/// When it is damaged, or more than is read.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Refused> {
    let root = Relations::of(package, "")?;
    let main = match root.parts("officeDocument") {
        [main, ..] => main.clone(),
        [] => "word/document.xml".to_owned(),
    };
    let relations = Relations::of(package, &main)?;
    let styles = Styles::read(package, relations.parts("styles").first())?;
    let mut numbering = Numbering::read(package, relations.parts("numbering").first())?;
    let mut found = Found::default();
    let (mut ids, mut notes) = (HashMap::new(), Vec::new());
    for (kind, sort) in [(NoteSort::Foot, "footnotes"), (NoteSort::End, "endnotes")] {
        let Some(part) = relations.parts(sort).first() else {
            continue;
        };
        let Some(bytes) = package.part(part)? else {
            continue;
        };
        let text = text_of(bytes)?;
        let own = Relations::of(package, part)?;
        let none = HashMap::new();
        let mut reading = DocxReading {
            styles: &styles,
            numbering: &mut numbering,
            relations: &own,
            notes: &none,
            found: &mut found,
            prefix: String::new(),
            fields: Vec::new(),
        };
        reading.notes_of(&text, kind, &mut ids, &mut notes)?;
    }
    let bytes = package.part(&main)?.ok_or(Refused::PartMissing)?;
    let text = text_of(bytes)?;
    let mut reading = DocxReading {
        styles: &styles,
        numbering: &mut numbering,
        relations: &relations,
        notes: &ids,
        found: &mut found,
        prefix: String::new(),
        fields: Vec::new(),
    };
    let blocks = reading.body(&text)?;
    drop(text);
    for sort in ["header", "footer"] {
        for part in relations.parts(sort) {
            if let Some(bytes) = package.part(part)?
                && says_something(&text_of(bytes)?)?
            {
                found.losses.insert(Loss::Margin, 1);
            }
        }
    }
    finished(package, found, blocks, notes)
}

/// The document with its pictures.
fn finished(
    package: &mut Package<'_>,
    found: Found,
    blocks: Vec<Block>,
    notes: Vec<Vec<Block>>,
) -> Result<Document, Refused> {
    let mut document = Document {
        title: found.title,
        blocks,
        notes,
        pictures: Vec::new(),
        losses: found.losses,
    };
    // A picture that was taken out of the file leaves its relation.
    let mut taken = Vec::with_capacity(found.pictures.len());
    for reading::PictureInPart { part, picture } in found.pictures {
        let bytes = package.part(&part)?.ok_or(Loss::PictureElsewhere);
        taken.push((picture, bytes));
    }
    document.take_pictures(taken.into_iter());
    Ok(document)
}

/// Whether a part has a letter in its text: the number of a page is nobody's text.
fn says_something(text: &str) -> Result<bool, Refused> {
    let mut xml = XmlReader::new(text);
    match xml.child()? {
        Some(_) => Ok(xml.text(4_096)?.contains(char::is_alphabetic)),
        None => Ok(false),
    }
}

impl DocxReading<'_> {
    /// Reads the main part.
    fn body(&mut self, text: &str) -> Result<Vec<Block>, Refused> {
        let mut xml = XmlReader::new(text);
        let root = xml.child()?.ok_or(Refused::PartMissing)?;
        self.prefix = root.prefix_of(TEXTS).ok_or(Refused::PartMissing)?;
        let mut flat = Vec::new();
        while let Some(child) = xml.child()? {
            if child.name() == "body" {
                self.blocks(&mut xml, &mut flat)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(nested(flat))
    }

    /// Reads a part with notes.
    fn notes_of(
        &mut self,
        text: &str,
        kind: NoteSort,
        ids: &mut HashMap<(NoteSort, String), usize>,
        notes: &mut Vec<Vec<Block>>,
    ) -> Result<(), Refused> {
        let mut xml = XmlReader::new(text);
        let Some(root) = xml.child()? else {
            return Ok(());
        };
        self.prefix = root.prefix_of(TEXTS).unwrap_or_default();
        while let Some(note) = xml.child()? {
            let id = note.value("id").unwrap_or_default();
            // Lines between text and notes.
            if note.value("type").is_some_and(|sort| sort != "normal") {
                xml.skip()?;
                continue;
            }
            let mut flat = Vec::new();
            self.blocks(&mut xml, &mut flat)?;
            ids.insert((kind, id), notes.len());
            notes.push(nested(flat));
        }
        Ok(())
    }
}
