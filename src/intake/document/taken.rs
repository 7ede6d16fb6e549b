//! Pictures out of a document: of a kind that is read, and without what a camera wrote beside them.

use std::io::Cursor;

use super::model::{Block, Document, FoundPicture, Inline, Loss};
use crate::pictures::{bare, detect};

/// The bytes of a picture, whatever its name says of it, without where and by what it was taken;
/// otherwise what is lost.
pub(super) fn take(bytes: Vec<u8>) -> Result<Vec<u8>, Loss> {
    detect(Cursor::new(&bytes)).map_err(|_| Loss::PictureKind)?;
    bare(bytes).map_err(|_| Loss::PictureKind)
}

impl Document {
    /// Takes in the pictures of which there are bytes; the others are counted, and go from the text.
    pub(super) fn take_pictures(&mut self, pictures: Vec<Result<FoundPicture, Loss>>) {
        let mut places = Vec::with_capacity(pictures.len());
        for picture in pictures {
            places.push(picture.as_ref().ok().map(|_| self.pictures.len()));
            match picture {
                Ok(picture) => self.pictures.push(picture),
                Err(loss) => *self.losses.entry(loss).or_default() += 1,
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
