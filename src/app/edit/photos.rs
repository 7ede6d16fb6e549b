//! The files of photos, for the desk: their places in an event, and small pictures of them.

use super::bench::Bench;
use crate::desk::{DeskPhotos, DeskWork as _, Purpose};
use crate::edit::{PhotoShelf, ShelvedPicture};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::pictures;
use crate::records::{file_of_photo, picture_of};
use crate::schema::Kind;
use crate::source::SourcePath;

impl DeskPhotos for Bench {
    fn shelve(
        &mut self,
        event: &str,
        pictures: &[(String, Vec<u8>)],
    ) -> Result<Vec<ShelvedPicture>, Error> {
        let root = &self.opened()?.root;
        let site = Folder::open(root).map_err(Error::during(Operation::Read, root))?;
        let event = SourcePath::new(&format!("content/events/{event}"));
        let mut picked = PhotoShelf::of(&site, &event);
        let found = pictures
            .iter()
            .map(|(name, bytes)| picked.place(bytes, name));
        Ok(found.collect())
    }

    fn small_picture(&mut self, event: &str, file: &str) -> Option<Vec<u8>> {
        if self.opened().ok()?.known().is_none() {
            self.study(Purpose::Writing).ok()?;
        }
        let study = self.opened().ok()?.known()?;
        let records = study.files.iter().flat_map(|file| &file.records);
        let mut photos = records
            .filter(|record| record.kind == Kind::Photo && record.event.as_deref() == Some(event));
        let photo = photos.find(|record| file_of_photo(record).as_deref() == Some(file))?;
        let (path, picture) = picture_of(photo, &study.media)?;
        let picture = picture.clone();
        let mut key = blake3::Hasher::new();
        key.update(path.as_str().as_bytes()).update(&picture.stamp);
        let key = *key.finalize().as_bytes();
        if let Some(made) = self.small.get(&key) {
            return Some(made);
        }
        picture.seen.ok()?;
        let bytes = pictures::read(&picture.source).ok()?.ok()?;
        let made = pictures::small(&bytes).ok()?;
        self.small.keep(key, &made);
        Some(made)
    }
}
