//! Links and pictures in texts that name a file of the event's folder: whether it is there, and
//! whether it may be shown or handed out.

use super::handed_out::{HandedOut, NamedFile, handed_out, not_declared, picture};
use super::named_file::{NoFile, file_of, is_file_name};
use super::record_id::{EventId, RecordId};
use super::text_links::{TextChecker, plain_path};
use super::values::Attachment;
use crate::config::is_email;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{FoundElement, dangerous, scheme};
use crate::pictures::media_file::MediaFile;
use crate::schema::value::MarkdownText;
use crate::source::{SourcePath, Span};

impl<'a> TextChecker<'a, '_> {
    /// The file that a text of an event names, which counts as named then.
    pub(super) fn named_file(
        &mut self,
        destination: &str,
        event: EventId,
    ) -> Result<(SourcePath, &'a MediaFile), NoFile> {
        let folder = self.lookup.registry.folder_of(event);
        let found = file_of(self.media, &folder, destination);
        if let Ok((path, _)) = &found {
            self.named_files.insert(path.clone());
        }
        found
    }

    /// A link to a file of the event's folder.
    pub(super) fn file(&mut self, destination: &str, event: Option<EventId>, place: Span) {
        let Some(event) = event else {
            self.broken(destination, place, None);
            return;
        };
        match self.named_file(destination, event) {
            Ok((path, file)) => {
                let named = NamedFile {
                    event,
                    path: &path,
                    file,
                    name: destination,
                    span: place,
                    asks_for_text: None,
                };
                let is_published =
                    handed_out(named, &self.report.as_text, self.declared, self.lookup)
                        != HandedOut::Nothing;
                if is_published && self.attached.insert((event, path.clone())) {
                    self.attachments.push(Attachment {
                        event,
                        file: path,
                        span: place,
                    });
                }
            }
            Err(NoFile::Leaves) => {
                self.say(Diagnostic::at(Code::LeavesFolder, place).with("path", destination));
            }
            Err(NoFile::Missing(near)) => {
                let suggestion = if is_email(destination) {
                    Some(format!("mailto:{destination}"))
                } else if destination.starts_with("www.") {
                    Some(format!("https://{destination}"))
                } else {
                    near
                };
                self.broken(destination, place, suggestion);
            }
        }
    }

    pub(super) fn picture(
        &mut self,
        text: &MarkdownText,
        found: &FoundElement,
        event: Option<EventId>,
    ) {
        let destination = found.destination.trim();
        let place = text.place(found.destination_range.clone());
        if is_file_name(&found.text, &plain_path(destination)) {
            self.say(
                Diagnostic::at(Code::AltIsFileName, text.place(found.range.clone()))
                    .with("alt", &found.text),
            );
        }
        if destination.starts_with("//")
            || matches!(scheme(destination).as_deref(), Some("http" | "https"))
        {
            self.say(Diagnostic::at(Code::OutsidePicture, place).with("file", destination));
            return;
        }
        if let Some(RecordId::Photo(photo)) = self.report.find(destination, event) {
            // Pictures are named by file; an id is close enough to say which.
            let file = self.report[photo].file.as_str();
            let folder = event.map(|event| format!("{}/", self.lookup.registry.folder_of(event)));
            let suggestion =
                folder.and_then(|folder| file.strip_prefix(&folder).map(ToOwned::to_owned));
            self.not_declared(destination, place, suggestion);
            return;
        }
        if dangerous(destination) {
            self.say(Diagnostic::at(Code::DangerousLink, place).with("target", destination));
            return;
        }
        let Some(event) = event else {
            self.not_declared(destination, place, None);
            return;
        };
        match self.named_file(destination, event) {
            Ok((path, file)) => {
                if !self.declared.shown.contains_key(&path)
                    && !self.declared.withheld.contains(&path)
                {
                    let named = NamedFile {
                        event,
                        path: &path,
                        file,
                        name: destination,
                        span: place,
                        asks_for_text: None,
                    };
                    match picture(named, self.declared, self.lookup) {
                        Some(diagnostic) => self.say(diagnostic),
                        None => self.not_declared(destination, place, None),
                    }
                }
            }
            Err(NoFile::Leaves) => {
                self.say(Diagnostic::at(Code::LeavesFolder, place).with("path", destination));
            }
            Err(NoFile::Missing(near)) => self.broken(destination, place, near),
        }
    }

    fn not_declared(&mut self, file: &str, place: Span, suggestion: Option<String>) {
        self.say(not_declared(place, file, self.lookup.config.language()).suggest(suggestion));
    }
}
