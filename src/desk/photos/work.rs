//! [`DeskPhotos`]: what the desk has done for it with the files of photos.

use crate::edit::ShelvedPicture;
use crate::error::Error;

/// What the desk has done for it with the files of photos.
pub trait DeskPhotos {
    /// Finds a place among the pictures of an event for each of these, in their order. With each
    /// comes what it would best be called; one that is there already keeps its place. Nothing is
    /// written.
    ///
    /// # Errors
    /// When the machine refuses to read.
    fn shelve(
        &mut self,
        event: &str,
        pictures: &[(String, Vec<u8>)],
    ) -> Result<Vec<ShelvedPicture>, Error>;

    /// A small picture, as a JPEG, of the file that a photo's record of this event names so; nothing
    /// where none does, or it cannot be shown.
    fn small_picture(&mut self, event: &str, file: &str) -> Option<Vec<u8>>;
}
