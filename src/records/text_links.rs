//! Links and pictures in texts: whether they lead somewhere, and whether their words say where.

use std::collections::HashSet;

use super::files::Declared;
use super::index::is_of_event;
use super::lookup::Lookup;
use super::record::Told;
use super::record_id::{EventId, RecordId};
use super::report::Report;
use super::values::{Attachment, LongText, SiteLink};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::markdown::{FoundElement, FoundKind, file_names, scan, scheme, unread_destinations};
use crate::pictures::media_file::MediaFiles;
use crate::reference::{ReferenceText, name_and_heading};
use crate::schema::value::MarkdownText;
use crate::schema::{KINDS, Kind};
use crate::source::{FileId, SourcePath, Span};

/// Words of a link that say nothing of where it leads, in both languages: texts of a Dutch site may
/// well be English.
const VAGUE: [&str; 27] = [
    "hier",
    "klik hier",
    "klik op deze link",
    "deze link",
    "link",
    "lees meer",
    "lees verder",
    "meer lezen",
    "meer",
    "meer informatie",
    "meer info",
    "verder",
    "download",
    "bekijk",
    "bekijk hier",
    "ga naar",
    "here",
    "click here",
    "click",
    "this link",
    "read more",
    "more",
    "more info",
    "more information",
    "learn more",
    "continue",
    "view",
];

/// Everything that links and pictures are checked against.
pub(super) struct TextChecker<'a, 'l> {
    pub(super) report: &'a Report,
    pub(super) lookup: &'a mut Lookup<'l>,
    pub(super) media: &'a MediaFiles,
    pub(super) declared: &'a Declared,
    /// Files that texts show or hand out, or mean to.
    pub(super) named_files: HashSet<SourcePath>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) attached: HashSet<(EventId, SourcePath)>,
    pub(super) site_links: Vec<SiteLink>,
    /// The headings of the text that is being checked, once they are asked for.
    pub(super) headings: Option<Vec<String>>,
    /// How many headings that are not there were sought.
    pub(super) sought: usize,
    /// What was told already of the files, of what is told once a file.
    pub(super) odd: HashSet<(Code, FileId)>,
}

/// Whose text is being checked.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextOwner {
    /// The event whose folder its links are named from.
    pub(super) event: Option<EventId>,
    /// The record that it stands with.
    pub(super) record: RecordId,
}

/// What the texts lead to.
pub(super) struct CheckedTexts {
    /// The files that they link to.
    pub(super) attachments: Vec<Attachment>,
    /// The links to places of the site that only its plan knows.
    pub(super) site_links: Vec<SiteLink>,
    /// The files that they name in any way.
    pub(super) named_files: HashSet<SourcePath>,
}

/// Checks every text, and gives what they lead to.
pub(super) fn check_texts(
    report: &Report,
    lookup: &mut Lookup<'_>,
    media: &MediaFiles,
    declared: &Declared,
) -> CheckedTexts {
    let mut texts = TextChecker {
        report,
        lookup,
        media,
        declared,
        named_files: HashSet::new(),
        attachments: Vec::new(),
        attached: HashSet::new(),
        site_links: Vec::new(),
        headings: None,
        sought: 0,
        odd: HashSet::new(),
    };
    let mut all: Vec<(TextOwner, &LongText)> = Vec::new();
    for id in report.records() {
        let record = report.record(id);
        let event = match id {
            RecordId::Event(event) => Some(event),
            _ => record.event(),
        };
        let owner = |event| TextOwner { event, record: id };
        record.tell(&mut |_, told| match told {
            Told::Text(text) => all.push((owner(event), text)),
            Told::News(event, text) => all.push((owner(event), text)),
            _ => {}
        });
    }
    let news = report.news.iter();
    for (record, update) in news.flat_map(|(id, all)| all.iter().map(|update| (*id, update))) {
        let owner = TextOwner {
            event: update.event,
            record,
        };
        all.extend(update.text.as_ref().map(|text| (owner, text)));
    }
    for (owner, text) in all {
        texts.check(&text.original, owner);
        if let Some(translation) = &text.translation {
            texts.check(translation, owner);
        }
    }
    CheckedTexts {
        attachments: texts.attachments,
        site_links: texts.site_links,
        named_files: texts.named_files,
    }
}

impl TextChecker<'_, '_> {
    fn check(&mut self, text: &MarkdownText, owner: TextOwner) {
        self.headings = None;
        self.oddities(text);
        let found = scan(&text.text);
        for found in &found {
            match found.kind {
                FoundKind::Link => self.link(text, found, owner),
                FoundKind::Image => self.picture(text, found, owner.event),
                FoundKind::RawHtml => self.raw_html(text, found),
            }
        }
        for destination in unread_destinations(&text.text) {
            let written = &text.text[destination.clone()];
            if let Some(event) = owner.event {
                // What it means is looked at once it is a link; that it means it counts now.
                let _ = self.named_file(written, event);
            }
            self.say(
                Diagnostic::at(Code::SpaceInLink, text.place(destination.clone()))
                    .with("target", written)
                    .suggest(Some(written.replace(' ', "%20"))),
            );
        }
    }

    fn link(&mut self, text: &MarkdownText, found: &FoundElement, owner: TextOwner) {
        let words = found
            .text
            .trim()
            .trim_end_matches(['.', '…', '!', '>', '»', '›', '→', ':'])
            .trim()
            .to_lowercase();
        if VAGUE.contains(&words.as_str()) {
            self.say(
                Diagnostic::at(Code::VagueLink, text.place(found.range.clone()))
                    .with("text", found.text.trim()),
            );
        }
        let destination = found.destination.trim();
        let place = text.place(found.destination_range.clone());
        if destination.is_empty() {
            self.broken(&format!("[{}]()", found.text), place, None);
            return;
        }
        let parts = ReferenceText::of(destination);
        if let Some(kind) = parts.kind() {
            self.record(destination, kind, owner, place);
            return;
        }
        match scheme(destination).as_deref() {
            Some("http" | "https" | "mailto" | "tel") => {}
            Some(scheme) => {
                let kinds = KINDS
                    .iter()
                    .flat_map(|schema| [schema.name.nl, schema.name.en]);
                let is_code =
                    matches!(scheme, "javascript" | "data" | "vbscript" | "file" | "blob");
                // `regoi:twente` is a slip, `javascript:…` and `ftp://…` are not.
                let is_slip = !is_code && !destination.contains("://");
                match nearest(scheme, kinds).filter(|_| is_slip) {
                    Some(kind) => {
                        self.broken(destination, place, Some(parts.of_kind(kind)));
                    }
                    None => self.say(
                        Diagnostic::at(Code::DangerousLink, place).with("target", destination),
                    ),
                }
            }
            // Another site, by the scheme of the page.
            None if destination.starts_with("//") => {}
            None if destination.starts_with(['#', '/']) => {
                self.own_site(text, destination, owner, place);
            }
            None => self.file(destination, owner.event, place),
        }
    }

    /// A link by id, perhaps to a heading in the record's text.
    fn record(&mut self, destination: &str, kind: Kind, owner: TextOwner, place: Span) {
        let event = owner.event;
        let (name, heading) = name_and_heading(destination);
        if let Some(record) = self.report.find(name, event) {
            self.lookup.named.by_id.insert(record);
            if heading.is_some() {
                self.keep(destination, owner, place, None);
            }
            return;
        }
        let behind = &destination[name.len()..];
        let target = ReferenceText::of(name);
        let of_event = is_of_event(kind);
        let there = match target.event {
            Some(folder) if of_event => {
                let Some(RecordId::Event(event)) =
                    self.report.find(&format!("event:{folder}"), None)
                else {
                    if !self.lookup.is_excused(Kind::Event, None, folder, place) {
                        let suggestion = self
                            .lookup
                            .suggestion(Kind::Event, None, folder)
                            .map(|event| target.to(Some(&event), target.id) + behind);
                        self.broken(destination, place, suggestion);
                    }
                    return;
                };
                Some(event)
            }
            _ => event.filter(|_| of_event),
        };
        if self.lookup.is_excused(kind, there, target.id, place) {
            return;
        }
        let near = self
            .lookup
            .suggestion(kind, there, target.id)
            .filter(|near| Id::new(near).is_some());
        let suggestion = near.map(|id| target.with_id(&id)).or_else(|| {
            let elsewhere = if of_event {
                self.lookup.elsewhere(kind, target.id)
            } else {
                None
            };
            elsewhere.map(|folder| target.to(Some(folder), target.id))
        });
        self.broken(destination, place, suggestion.map(|name| name + behind));
    }

    pub(super) fn broken(&mut self, target: &str, place: Span, suggestion: Option<String>) {
        // A destination in Markdown ends at a space.
        let suggestion = suggestion.map(|suggestion| suggestion.replace(' ', "%20"));
        self.say(
            Diagnostic::at(Code::BrokenLink, place)
                .with("target", target)
                .suggest(suggestion),
        );
    }

    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.lookup.diagnostics.push(diagnostic);
    }
}

/// A destination as the name of a file: without fragment and query, and with `%20` read as the
/// space it stands for.
pub(super) fn plain_path(destination: &str) -> String {
    file_names(destination)
        .pop()
        .map_or_else(String::new, |file| file.name.into_owned())
}
