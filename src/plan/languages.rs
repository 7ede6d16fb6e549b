//! Which languages a page says something of its own in.

use super::page::Page;
use crate::config::Config;
use crate::report::{EventId, LongText, Report};
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

/// The event that a record belongs to.
pub(crate) fn event_of(report: &Report, page: Page) -> Option<EventId> {
    match page.known_as() {
        Page::Event(id) | Page::Programme(id) => Some(id),
        Page::Session(id) => Some(report[id].event),
        Page::Idea(id) => Some(report[id].event),
        Page::Need(id) => Some(report[id].event),
        Page::Deal(id) => Some(report[id].event),
        _ => None,
    }
}

/// Whether a page is about a text with a title, and of each text of its own whether it is
/// translated. A name is none: it is the same in every language.
pub(crate) fn own_texts(report: &Report, page: Page) -> (bool, Vec<bool>) {
    let short = |text: Option<&Text>| text.map(|text| text.translation.is_some());
    let long = |text: Option<&LongText>| text.map(|text| text.translation.is_some());
    let titled = |title: &Text, summary: Option<&Text>, text: Option<&LongText>| {
        (
            true,
            short(Some(title))
                .into_iter()
                .chain(short(summary))
                .chain(long(text))
                .collect(),
        )
    };
    let named = |text: Option<&LongText>| (false, long(text).into_iter().collect());
    match page.known_as() {
        Page::Event(id) => titled(
            &report[id].title,
            report[id].summary.as_ref(),
            report[id].text.as_ref(),
        ),
        Page::Programme(id) => titled(&report[id].title, None, None),
        Page::Session(id) => titled(&report[id].title, None, report[id].text.as_ref()),
        Page::Idea(id) => titled(&report[id].title, None, report[id].text.as_ref()),
        Page::Need(id) => titled(&report[id].title, None, report[id].text.as_ref()),
        Page::Deal(id) => titled(&report[id].title, None, report[id].text.as_ref()),
        Page::Free(id) => titled(
            &report[id].title,
            report[id].summary.as_ref(),
            report[id].text.as_ref(),
        ),
        Page::Region(id) => named(report[id].text.as_ref()),
        Page::Theme(id) => named(report[id].text.as_ref()),
        Page::Person(id) => named(report[id].text.as_ref()),
        Page::Organisation(id) => named(report[id].text.as_ref()),
        Page::Series(id) => named(report[id].text.as_ref()),
        _ => (false, Vec::new()),
    }
}

/// Whether a page says anything of its own in the language it was not written in. Lists and
/// overviews always do: their words are the program's.
pub(crate) fn is_translated(report: &Report, page: Page) -> bool {
    fn text(text: &Text) -> bool {
        text.translation.is_some()
    }
    fn long(text: Option<&LongText>) -> bool {
        text.is_some_and(|text| text.translation.is_some())
    }
    match page.known_as() {
        Page::Event(id) => {
            text(&report[id].title)
                || report[id].summary.as_ref().is_some_and(text)
                || long(report[id].text.as_ref())
        }
        Page::Programme(id) => text(&report[id].title),
        Page::Session(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Idea(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Need(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Deal(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        Page::Free(id) => text(&report[id].title) || long(report[id].text.as_ref()),
        // Names need no translation; what stands on these pages is made of the program's words and
        // of cards.
        Page::Home
        | Page::NotFound
        | Page::Overview
        | Page::Search
        | Page::Region(_)
        | Page::Theme(_)
        | Page::Crossing(..)
        | Page::Year(_)
        | Page::Person(_)
        | Page::Organisation(_)
        | Page::Series(_)
        | Page::Embed(_)
        | Page::Print(_)
        | Page::Notice(_)
        | Page::List(..) => true,
    }
}
