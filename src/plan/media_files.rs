//! The files that photos become, and those that records and texts name.

use std::collections::{BTreeMap, BTreeSet};

use super::content::{Content, PlannedPhoto};
use super::path::{OutputPath, portable};
use super::planner::Planner;
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::endings::may_be_copied;
use crate::pictures::media_file::MediaFiles;
use crate::pictures::renditions;
use crate::records::{EventId, PhotoId, ResourceTarget, TypedId as _};
use crate::source::{SourcePath, Span};
use crate::words::messages::plan as messages;

impl Planner<'_> {
    /// The files that photos become. A name that is taken is told once, not for each width.
    pub(super) fn photos(&mut self) -> Vec<PlannedPhoto> {
        let report = self.report;
        let mut seen = BTreeSet::new();
        let mut photos = Vec::with_capacity(report.photos.len());
        for (index, photo) in report
            .photos
            .iter()
            .enumerate()
            .filter(|(_, photo)| seen.insert(&photo.file))
        {
            if !self.has_fit_name(photo.event, &photo.file, photo.file_span) {
                continue;
            }
            let paths = renditions(photo.size)
                .into_iter()
                .map(|rendition| self.addresses.picture(report, photo, rendition));
            let files: Option<Vec<OutputPath>> = paths
                .map(|path| {
                    self.claim(
                        path.trim_start_matches('/'),
                        Some(&photo.file),
                        Some(photo.file_span),
                    )
                })
                .collect();
            photos.extend(files.map(|files| PlannedPhoto {
                photo: PhotoId::at(index),
                files,
            }));
        }
        photos
    }

    /// The files that a record or text names, and no others. A photo that somebody links to is not
    /// one: what it became is.
    pub(super) fn copies(&mut self, media: &MediaFiles) {
        let report = self.report;
        let photos: BTreeSet<&SourcePath> = report.photos.iter().map(|photo| &photo.file).collect();
        // Of each file its event, the record or link to blame, and where it is named.
        let mut named: BTreeMap<&SourcePath, (EventId, Span, Span)> = BTreeMap::new();
        for resource in &report.resources {
            if let ResourceTarget::File(file, _) = &resource.target {
                named
                    .entry(file)
                    .or_insert((resource.event, resource.span, resource.target_span));
            }
        }
        for attachment in &report.attachments {
            named.entry(&attachment.file).or_insert((
                attachment.event,
                attachment.span,
                attachment.span,
            ));
        }
        for (file, (event, span, named_at)) in named {
            let path = self.addresses.media(report, event, file);
            let is_harmless = media.get(file).is_some_and(|found| {
                may_be_copied(found.seen, &path, report.as_text.contains(file))
            });
            if is_harmless && !photos.contains(file) && self.has_fit_name(event, file, named_at) {
                self.add(
                    path.trim_start_matches('/'),
                    Content::Copy(file.clone()),
                    Some(span),
                );
            }
        }
    }

    /// Whether every system can have a file of this name; says so where not, and what of the name is
    /// not published. Its address is another, but who works on the site has the file itself.
    fn has_fit_name(&mut self, event: EventId, file: &SourcePath, span: Span) -> bool {
        let published = self.addresses.published_name(self.report, event, file);
        self.diagnostics
            .extend(published.withheld.iter().map(|kind| kind.withheld(span)));
        if published.straightened {
            self.diagnostics
                .push(Diagnostic::at(Code::DirectionTurned, span));
        }
        let is_fit = OutputPath::new(&published.path).is_ok();
        if !is_fit {
            self.diagnostics.push(unfit(file, span));
        }
        is_fit
    }
}

/// The message about a file whose name some system cannot have, with one that all can.
fn unfit(file: &SourcePath, span: Span) -> Diagnostic {
    let way = messages::rename_file(&portable(file.name()));
    Diagnostic::at(Code::BadFileName, span)
        .with("name", file.name())
        .with("way", way)
}
