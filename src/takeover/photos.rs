//! The pictures of a document as photos of an event.

use crate::edit::{NewPhoto, PhotoShelf, ShelvedPicture, numbered_name, picture_name};
use crate::folder::Folder;
use crate::intake::document::{FoundPicture, NamedPicture};
use crate::source::SourcePath;
use crate::words::Language;

/// A picture with its place in the event.
pub(super) struct PlacedPicture {
    /// How the text names it.
    pub(super) named: NamedPicture,
    /// Its record.
    pub(super) photo: NewPhoto,
    /// Its file, with its bytes where it is not there yet.
    pub(super) file: (SourcePath, Option<Vec<u8>>),
}

/// Finds a place for each picture: under a name of what can be seen, else of its number. `event` is
/// the event's folder below the site's.
pub(super) fn placed(
    pictures: Vec<FoundPicture>,
    site: &Folder,
    event: &SourcePath,
    language: Language,
) -> Vec<PlacedPicture> {
    let mut shelf = PhotoShelf::of(site, event);
    let numbered = pictures.into_iter().enumerate();
    let placed = numbered.map(|(index, picture)| {
        let name = picture.alt.as_deref().and_then(picture_name);
        let name = name.unwrap_or_else(|| numbered_name(index + 1, language));
        let ShelvedPicture { file, path, is_new } = shelf.place(&picture.bytes, &name);
        let FoundPicture {
            bytes,
            alt,
            is_decorative,
            caption,
            credit,
        } = picture;
        PlacedPicture {
            named: NamedPicture {
                file: file.clone(),
                alt: alt.clone().unwrap_or_default(),
            },
            photo: NewPhoto {
                file,
                alt,
                is_decorative,
                caption,
                credit,
                needs_no: false,
            },
            file: (path, is_new.then_some(bytes)),
        }
    });
    placed.collect()
}
