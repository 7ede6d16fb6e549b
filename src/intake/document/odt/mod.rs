//! `OpenDocument` texts, as `LibreOffice` writes them (`OpenDocument` 1.3): what a reader of the printed
//! page would read.

mod body;
mod lines;
mod reading;
mod styles;

use self::reading::{OdtPicture, OdtReading};
use super::flat::{FlatBlock, nested};
use super::model::{Block, Document, Loss};
use crate::intake::package::Package;
use crate::intake::refused::Refused;
use crate::intake::xml::{XmlReader, text_of};

/// Reads an `OpenDocument` text.
///
/// # Errors
/// When it is damaged, or more than is read.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Refused> {
    let mut reading = OdtReading::default();
    let mut blocks = Vec::new();
    if let Some(bytes) = package.part("styles.xml")? {
        reading.part(&text_of(bytes)?, &mut blocks)?;
    }
    let bytes = package.part("content.xml")?.ok_or(Refused::PartMissing)?;
    reading.part(&text_of(bytes)?, &mut blocks)?;
    if let Some(loss) = reading.styles.margin {
        reading.lose(loss);
    }
    let mut document = Document {
        title: reading.title,
        blocks: with_typed_lists(blocks),
        notes: reading.notes,
        pictures: Vec::new(),
        losses: reading.losses,
    };
    let mut taken = Vec::with_capacity(reading.pictures.len());
    for OdtPicture { part, picture } in reading.pictures {
        let bytes = package.part(&part)?.ok_or(Loss::PictureElsewhere);
        taken.push((picture, bytes));
    }
    document.take_pictures(taken.into_iter());
    Ok(document)
}

/// Blocks with lists where somebody typed points.
pub(super) fn with_typed_lists(blocks: Vec<Block>) -> Vec<Block> {
    let flat = blocks.into_iter().map(|block| match block {
        Block::Paragraph(words) => FlatBlock::Paragraph(words),
        other => FlatBlock::Other(other),
    });
    nested(flat.collect())
}

impl OdtReading {
    /// Reads a part: its styles, and its text where it has one.
    fn part(&mut self, text: &str, blocks: &mut Vec<Block>) -> Result<(), Refused> {
        let mut xml = XmlReader::new(text);
        let Some(_) = xml.child()? else {
            return Ok(());
        };
        while let Some(element) = xml.child()? {
            match element.name() {
                "styles" => self.styles.add(&mut xml, false)?,
                "automatic-styles" => self.styles.add(&mut xml, true)?,
                "master-styles" => self.styles.margins(&mut xml)?,
                "body" => {
                    while let Some(body) = xml.child()? {
                        if body.name() == "text" {
                            self.blocks(&mut xml, blocks)?;
                        } else {
                            xml.skip()?;
                        }
                    }
                }
                _ => {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }
}
