//! Pictures out of a document: of a kind that is read, upright, and without what a camera wrote beside
//! them.

use super::model::{Block, Document, FoundPicture, Inline, Loss, Words};
use crate::pictures::{TakenPicture, taken_in};

impl Document {
    /// Takes in pictures, of which there are these bytes; the others are counted, and go from the
    /// text.
    pub(super) fn take_pictures(
        &mut self,
        pictures: impl Iterator<Item = (FoundPicture, Result<Vec<u8>, Loss>)>,
    ) {
        let mut places = Vec::new();
        for (picture, bytes) in pictures {
            let taken = bytes.and_then(|bytes| taken_in(bytes).map_err(|_| Loss::PictureKind));
            places.push(match &taken {
                Ok(_) => Inline::Picture(self.pictures.len()),
                Err(_) => Inline::Words(Words::plain(below(&picture))),
            });
            let loss = match taken {
                Ok(TakenPicture { bytes, lost, .. }) => {
                    let lost = lost.then_some(Loss::PictureFacts);
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
