//! Takes the paths of a site one after another, each for one file.

use std::collections::BTreeMap;

use super::address::{Addresses, CODE};
use super::content::{Content, Planned};
use super::page::Page;
use super::path::OutputPath;
use super::server_files::is_obeyed;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::records::Report;
use crate::source::{SourcePath, Span};
use crate::words::Language;
use crate::words::messages::plan as messages;

/// The files that are planned so far.
pub(super) struct Planner<'a> {
    pub(super) report: &'a Report,
    pub(super) addresses: &'a Addresses,
    pub(super) files: Vec<Planned>,
    /// Paths in small letters, since some systems take `A` and `a` for one name; with what is there
    /// and whom to blame.
    pub(super) taken: BTreeMap<String, Option<Span>>,
    /// Folders that no file of the plan may stand in.
    pub(super) reserved: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Planner<'_> {
    pub(super) fn page(&mut self, page: Page, language: Language, blame: Option<Span>) {
        let path = self.addresses.path(self.report, page, language);
        let path = path.trim_start_matches('/');
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        self.add(&file, Content::Page(page, language), blame);
    }

    /// The social card lies beside its page.
    pub(super) fn card(&mut self, page: Page, language: Language) {
        let path = self.addresses.path(self.report, page, language);
        self.add(
            &format!("{}social.png", path.trim_start_matches('/')),
            Content::Social(page, language),
            None,
        );
    }

    /// So does the code of its address.
    pub(super) fn code(&mut self, page: Page, language: Language) {
        if self.addresses.code(self.report, page, language).is_some() {
            let path = self.addresses.path(self.report, page, language);
            let file = format!("{}{CODE}", path.trim_start_matches('/'));
            self.add(&file, Content::Code(page, language), None);
        }
    }

    /// Adds a file, unless its path is taken.
    pub(super) fn add(&mut self, path: &str, content: Content, blame: Option<Span>) {
        let is_of_settings = matches!(content, Content::Headers(_) | Content::FrameFolder);
        if !is_of_settings && is_obeyed(path) {
            let told = blame.map(|span| Diagnostic::at(Code::BadAlias, span).with("value", path));
            self.diagnostics.extend(told);
            return;
        }
        let media = if let Content::Copy(file) = &content {
            Some(file.clone())
        } else {
            None
        };
        if let Some(path) = self.claim(path, media.as_ref(), blame) {
            self.files.push(Planned { path, content });
        }
    }

    /// Takes a path for a page or for a file of the writer's, unless it is taken.
    pub(super) fn claim(
        &mut self,
        path: &str,
        media: Option<&SourcePath>,
        blame: Option<Span>,
    ) -> Option<OutputPath> {
        let Ok(output_path) = OutputPath::new(path) else {
            let told = blame.map(|span| Diagnostic::at(Code::BadAlias, span).with("value", path));
            self.diagnostics.extend(told);
            return None;
        };
        // By way of capitals, since systems that take `A` and `a` for one name take `ß` and `ss`
        // for one too.
        let folded = if path.is_ascii() {
            path.to_ascii_lowercase()
        } else {
            output_path.as_str().to_uppercase().to_lowercase()
        };
        let reserved = self
            .reserved
            .iter()
            .any(|folder| folded.starts_with(folder.as_str()));
        if let Some(first) = self.taken.get(&folded).or(reserved.then_some(&None)) {
            let diagnostic = address_taken(path, media.is_some(), *first, blame);
            self.diagnostics.push(diagnostic);
            return None;
        }
        self.taken.insert(folded, blame);
        Some(output_path)
    }
}

/// The message about two things that want one path; `first` came before, where it has a place.
fn address_taken(
    path: &str,
    is_media: bool,
    first: Option<Span>,
    second: Option<Span>,
) -> Diagnostic {
    let address = format!("/{}", path.trim_end_matches("index.html"));
    let way = if is_media {
        messages::RENAME_ONE_FILE
    } else {
        messages::RENAME_ONE_RECORD
    };
    let diagnostic = match second.or(first) {
        Some(span) => Diagnostic::at(Code::AddressTaken, span),
        None => Diagnostic::of_site(Code::AddressTaken),
    }
    .with("address", address)
    .with("way", way);
    match (second, first) {
        (Some(_), Some(first)) => diagnostic.note(first, NoteKind::AlsoHere),
        _ => diagnostic,
    }
}
