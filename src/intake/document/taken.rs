//! Pictures out of a document: of a kind that is read, and without what a camera wrote beside them.

use std::io::Cursor;

use super::model::{Block, Document, FoundPicture, Inline, Loss, Words};
use crate::pictures::{bare, detect};

/// The bytes of a picture, whatever its name says of it, without where and by what it was taken;
/// otherwise what is lost.
fn bare_picture(bytes: Vec<u8>) -> Result<Vec<u8>, Loss> {
    detect(Cursor::new(&bytes)).map_err(|_| Loss::PictureKind)?;
    bare(bytes).map_err(|_| Loss::PictureKind)
}

impl Document {
    /// Takes in pictures, of which there are these bytes; the others are counted, and go from the
    /// text.
    pub(super) fn take_pictures(
        &mut self,
        pictures: impl Iterator<Item = (FoundPicture, Result<Vec<u8>, Loss>)>,
    ) {
        let mut places = Vec::new();
        for (picture, bytes) in pictures {
            let before = bytes.as_ref().map_or(0, Vec::len);
            let taken = bytes.and_then(bare_picture);
            places.push(match &taken {
                Ok(_) => Inline::Picture(self.pictures.len()),
                Err(_) => Inline::Words(Words::plain(below(&picture))),
            });
            let loss = match taken {
                Ok(bytes) => {
                    let lost = (bytes.len() < before).then_some(Loss::PictureFacts);
                    self.pictures.push(FoundPicture { bytes, ..picture });
                    lost
                }
                Err(loss) => Some(loss),
            };
            if let Some(loss) = loss {
                *self.losses.entry(loss).or_default() += 1;
            }
        }
        for block in &mut self.blocks {
            replace(block, &places);
        }
    }
}

/// What stands below a picture: that is kept as text where the picture is not.
fn below(picture: &FoundPicture) -> String {
    let parts = [&picture.caption, &picture.credit];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" ")
}

/// Names pictures by their new places.
fn replace(block: &mut Block, places: &[Inline]) {
    let in_flow = |words: &mut Vec<Inline>| {
        for inline in words {
            if let Inline::Picture(picture) = inline {
                let place = places.get(*picture).cloned();
                *inline = place.unwrap_or(Inline::Words(Words::default()));
            }
        }
    };
    match block {
        Block::Heading { words, .. } | Block::Paragraph(words) => in_flow(words),
        Block::List { items, .. } => {
            for block in items.iter_mut().flatten() {
                replace(block, places);
            }
        }
        Block::Table(rows) => rows.iter_mut().flatten().for_each(in_flow),
    }
}
