//! Which languages a page says something of its own in.

use super::page::{Page, Tells};
use super::subject::Subject;
use crate::config::Config;
use crate::records::{EventId, Report, Told};
use crate::words::Language;

/// Whether a page says something of its own in a language of the site: it was written in it, or is
/// translated into it at least in part.
pub(crate) fn is_in(report: &Report, config: &Config, page: Page, language: Language) -> bool {
    language == original(report, config, page) || is_translated(report, page)
}

/// The language of the site that a page was written in: where what is not translated has its own
/// address.
pub(crate) fn original(report: &Report, config: &Config, page: Page) -> Language {
    event_of(report, page)
        .map(|event| report[event].language)
        .filter(|language| config.languages.contains(language))
        .unwrap_or(config.language())
}

/// The event that a page tells of, or that a record it tells of belongs to.
pub(crate) fn event_of(report: &Report, page: Page) -> Option<EventId> {
    let kind = page.known_as().kind();
    let subject = kind.about.filter(|_| kind.tells != Tells::Program)?;
    subject.event(report)
}

/// Of each text that a page tells of its own, whether it is translated; `None` for what it has not.
#[derive(Debug, Default)]
pub(crate) struct OwnTexts {
    /// The title. A name is none: it is the same in every language.
    pub(crate) title: Option<bool>,
    /// The summary.
    pub(crate) summary: Option<bool>,
    /// The text itself.
    pub(crate) text: Option<bool>,
}

/// Which texts a page tells of its own.
pub(crate) fn own_texts(report: &Report, page: Page) -> OwnTexts {
    let kind = page.known_as().kind();
    let Some(subject) = kind.about.filter(|_| kind.tells != Tells::Program) else {
        return OwnTexts::default();
    };
    // Events, what belongs to one, and free pages have a title; all else goes by a name.
    let titled = matches!(subject, Subject::Page(_)) || subject.event(report).is_some();
    let title = match subject.told(report).title() {
        Some(Told::Line(title)) if titled => Some(title.translation.is_some()),
        _ => None,
    };
    let paged = subject.paged(report);
    let whole = kind.tells == Tells::Record;
    let summary = paged.summary.filter(|_| whole);
    let text = paged.text.filter(|_| whole);
    OwnTexts {
        title,
        summary: summary.map(|summary| summary.translation.is_some()),
        text: text.map(|text| text.translation.is_some()),
    }
}

/// Whether a page says anything of its own in the language it was not written in. What is about a
/// name, lists and overviews always do: their words are the program's.
pub(crate) fn is_translated(report: &Report, page: Page) -> bool {
    let own = own_texts(report, page);
    // A free page is its text and nothing else: one line above a text in another language is no
    // translation of it. That of an event stands above facts and records that are.
    let is_free = matches!(page.subject(), Some(Subject::Page(_)));
    let summary = own.summary.filter(|_| !is_free);
    own.title.is_none() || [own.title, summary, own.text].contains(&Some(true))
}
