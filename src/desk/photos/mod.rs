//! Photos that are added in the browser: several at once, each with a file and a record in one change.
//!
//! In: files that were sent, of which nothing is true. Each is taken in by itself
//! ([`pictures::taken_in`](crate::pictures::taken_in)), so one that cannot be keeps no other away.
//! What is added waits: nothing of it is on the site until somebody said, on the page that follows,
//! what can be seen and that it may be shown. Who closes that page has lost nothing.

mod refused;
mod sheet;
mod work;

pub(super) use refused::RefusedPhoto;
pub(super) use sheet::{FOLLOWING, PHOTO, PhotoSheet, SheetPhoto};
pub use work::DeskPhotos;

use super::survey::Survey;
use crate::edit::proposal::PlacedRecord;
use crate::records::{file_of_photo, waits_for_words};
use crate::schema::Kind;

impl<'a> Survey<'a> {
    /// The photo of an event that has this file.
    pub(super) fn photo_of(&self, event: &str, file: &str) -> Option<&PlacedRecord<'a>> {
        let mut photos = self.of(Kind::Photo, Some(event));
        let has_it =
            |placed: &PlacedRecord<'_>| file_of_photo(placed.record).as_deref() == Some(file);
        photos
            .find(|(_, placed)| has_it(placed))
            .map(|(_, placed)| placed)
    }

    /// The files of the photos of an event of which not all was said.
    pub(super) fn waiting_photos(&self, event: &str) -> Vec<String> {
        let Some((_, of)) = self.event(event) else {
            return Vec::new();
        };
        let photos = self.of(Kind::Photo, Some(event));
        let waiting = photos.filter(|(_, placed)| waits_for_words(placed.record, of.record));
        waiting
            .filter_map(|(_, placed)| file_of_photo(placed.record))
            .collect()
    }
}
