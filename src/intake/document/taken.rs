//! Pictures out of a document: of a kind that is read, and without what a camera wrote beside them.

use std::io::Cursor;

use super::model::{Block, Document, FoundPicture, Inline, Loss};
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
            places.push(taken.is_ok().then_some(self.pictures.len()));
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

/// Names pictures by their new places.
fn replace(block: &mut Block, places: &[Option<usize>]) {
    let in_flow = |words: &mut Vec<Inline>| {
        words.retain_mut(|inline| match inline {
            Inline::Picture(picture) => match places.get(*picture) {
                Some(Some(place)) => {
                    *picture = *place;
                    true
                }
                _ => false,
            },
            _ => true,
        });
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
