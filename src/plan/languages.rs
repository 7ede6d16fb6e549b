//! Which languages a page says something of its own in.

use super::page::{Page, Tells};
use super::subject::Called;
use crate::config::Config;
use crate::records::{EventId, LongText, Report};
use crate::words::{Language, Text};

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

/// Whether a page is about a text with a title, and of each text of its own whether it is
/// translated. A name is none: it is the same in every language.
pub(crate) fn own_texts(report: &Report, page: Page) -> (bool, Vec<bool>) {
    let short = |text: &Text| text.translation.is_some();
    let long = |text: &LongText| text.translation.is_some();
    let kind = page.known_as().kind();
    let Some(paged) = kind
        .about
        .filter(|_| kind.tells != Tells::Program)
        .map(|subject| subject.paged(report))
    else {
        return (false, Vec::new());
    };
    let title = match paged.called {
        Called::Title(title) => Some(short(title)),
        Called::Name(_) => None,
    };
    let whole = kind.tells == Tells::Record;
    let summary = paged.summary.filter(|_| whole).map(short);
    let text = paged.text.filter(|_| whole).map(long);
    let texts = title.into_iter().chain(summary).chain(text).collect();
    (title.is_some(), texts)
}

/// Whether a page says anything of its own in the language it was not written in. What is about a
/// name, lists and overviews always do: their words are the program's.
pub(crate) fn is_translated(report: &Report, page: Page) -> bool {
    let (titled, texts) = own_texts(report, page);
    !titled || texts.contains(&true)
}
