//! Photos on their way to the output: all files of one are made in one go, by one worker, so that a
//! picture is decoded once and no worker has two in memory. How many are made at once follows from
//! the memory that each takes.
//!
//! A photo's files are known by the photo's content. A fresh process hashes every photo that is
//! published and never trusts the time of a file; while serving, what the watcher does not name
//! keeps the hash that it had.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::contents::{Contents, known};
use super::key::key;
use super::plan::PlannedSite;
use crate::diagnostic::Diagnostic;
use crate::folder::WalkedFile;
use crate::input::Since;
use crate::output::{PlaceError, SiteWriter};
use crate::pictures;
use crate::pictures::media_file::{MediaFile, MediaFiles, PictureFault};
use crate::pictures::{Cache, Memory, Rendition, SETTINGS, renditions};
use crate::plan::PlannedPhoto;
use crate::records::{Photo, Report};

/// Makes the files of photos, from any thread.
pub(super) struct Pictures<'a> {
    report: &'a Report,
    media: &'a MediaFiles,
    writer: &'a SiteWriter,
    cache: &'a Cache,
    since: Since<'a>,
    /// What is known from the last build.
    before: &'a Contents,
    /// What this build found.
    found: Mutex<Contents>,
    decoded: AtomicUsize,
    memory: Memory,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(
        site: &'a PlannedSite,
        writer: &'a SiteWriter,
        cache: &'a Cache,
        since: Since<'a>,
        before: &'a Contents,
    ) -> Self {
        Self {
            report: &site.report,
            media: &site.loaded.media,
            writer,
            cache,
            since,
            before,
            found: Mutex::default(),
            decoded: AtomicUsize::new(0),
            memory: Memory::default(),
        }
    }

    /// Places the files of one photo.
    pub(super) fn place(&self, planned: &PlannedPhoto) -> Result<(), PlaceError<Diagnostic>> {
        let photo = &self.report[planned.photo];
        let file = self
            .media
            .get(&photo.file)
            .expect("the link stage names files that are there");
        // Hashed first, for which nothing need be in memory: mostly its files are there already.
        let content = match known(self.before, self.since, &photo.file, file) {
            Some(content) => content,
            None => pictures::hash(&file.source)
                .map_err(PlaceError::Machine)?
                .map_err(|fault| PlaceError::Render(self.diagnostic(photo, fault)))?,
        };
        self.found
            .lock()
            .expect("nothing panics with this lock")
            .insert(photo.file.clone(), (file.stamp, content));
        let mut made: Option<Vec<Vec<u8>>> = None;
        for (index, (path, Rendition { size, format })) in
            planned.files.iter().zip(renditions(photo.size)).enumerate()
        {
            let written = format!("{} {}x{}", format.extension(), size.width, size.height);
            let key = key(
                SETTINGS,
                &content,
                blake3::hash(written.as_bytes()).as_bytes(),
            );
            let placed = self.writer.place(path, key, || {
                let files = match made.take() {
                    Some(files) => files,
                    None => self.made(photo, file, content, planned.files.len())?,
                };
                Ok::<_, PlaceError<Diagnostic>>(made.insert(files)[index].clone())
            });
            placed.map_err(|error| match error {
                PlaceError::Render(error) => error,
                PlaceError::Machine(error) => PlaceError::Machine(error),
            })?;
        }
        Ok(())
    }

    /// The files that a photo becomes: as they were kept, or made.
    ///
    /// Whoever makes one has a share of the memory and needs nobody for it: nothing in here gives
    /// work to other threads, or waits for them.
    fn made(
        &self,
        photo: &Photo,
        file: &MediaFile,
        content: [u8; 32],
        count: usize,
    ) -> Result<Vec<Vec<u8>>, PlaceError<Diagnostic>> {
        if let Some(files) = self
            .cache
            .get(&content)
            .filter(|files| files.len() == count)
        {
            return Ok(files);
        }
        let picture = file
            .seen
            .map_err(|fault| PlaceError::Render(self.diagnostic(photo, fault)))?;
        let _share = self.memory.take(pictures::need(picture, file.size));
        let bytes = self.read(&file.source, photo)?;
        self.decoded.fetch_add(1, Ordering::Relaxed);
        let files = pictures::make(&bytes, photo.size)
            .map_err(|fault| PlaceError::Render(self.diagnostic(photo, fault)))?;
        // Kept under what was read just now, whatever was known before.
        self.cache.put(blake3::hash(&bytes).as_bytes(), &files);
        Ok(files)
    }

    fn read(&self, source: &WalkedFile, photo: &Photo) -> Result<Vec<u8>, PlaceError<Diagnostic>> {
        pictures::read(source)
            .map_err(PlaceError::Machine)?
            .map_err(|fault| PlaceError::Render(self.diagnostic(photo, fault)))
    }

    /// What to say of a photo that cannot be made.
    fn diagnostic(&self, photo: &Photo, fault: PictureFault) -> Diagnostic {
        let folder = format!("content/events/{}/", self.report[photo.event].id);
        let name = photo.file.as_str();
        fault.diagnostic(photo.file_span, name.strip_prefix(&folder).unwrap_or(name))
    }

    /// How many photos were decoded, and the content of all.
    pub(super) fn finish(self) -> (usize, Contents) {
        (
            self.decoded.into_inner(),
            self.found
                .into_inner()
                .expect("nothing panics with this lock"),
        )
    }
}
