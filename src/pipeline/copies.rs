//! Attachments on their way to the output: published as they are, and known by what is in them. A
//! fresh process reads each of them once and never trusts the time of a file, which programs that
//! copy and unpack set as they please; while serving, what the watcher does not name keeps the hash
//! that it had.

use std::sync::Mutex;

use super::contents::{Contents, known};
use super::key::key;
use super::plan::PlannedSite;
use crate::error::Error;
use crate::input::Since;
use crate::output::{ContentHash, OutputPath, Placed, SiteWriter};
use crate::pictures;
use crate::pictures::media_file::MediaFiles;
use crate::source::SourcePath;

/// Copies files, from any thread.
pub(super) struct Copies<'a> {
    media: &'a MediaFiles,
    writer: &'a SiteWriter,
    since: Since<'a>,
    /// What is known from the last build.
    before: &'a Contents,
    /// What this build found.
    found: Mutex<Contents>,
}

impl<'a> Copies<'a> {
    pub(super) fn new(
        site: &'a PlannedSite,
        writer: &'a SiteWriter,
        since: Since<'a>,
        before: &'a Contents,
    ) -> Self {
        Self {
            media: &site.loaded.media,
            writer,
            since,
            before,
            found: Mutex::default(),
        }
    }

    /// Places a copy of a file of the content folder.
    pub(super) fn place(&self, path: &OutputPath, source: &SourcePath) -> Result<Placed, Error> {
        let file = self
            .media
            .get(source)
            .expect("the plan names files that are there");
        let content = match known(self.before, self.since, source, file) {
            Some(content) => ContentHash(content),
            None => {
                // What is copied is what was judged.
                if pictures::look(&file.source) != file.seen {
                    return Err(Error::ChangedMeanwhile {
                        path: file.disk.clone(),
                    });
                }
                self.writer.hash(&file.source)?
            }
        };
        self.found
            .lock()
            .expect("nothing panics with this lock")
            .insert(source.clone(), (file.stamp, content.0));
        self.writer.copy(
            path,
            key("copy", &content.0, &[0; 32]),
            &file.source,
            content,
        )
    }

    /// The content of all that was copied.
    pub(super) fn finish(self) -> Contents {
        self.found
            .into_inner()
            .expect("nothing panics with this lock")
    }
}
