//! Social cards: which pages have one, and whose card a page shows.

use super::languages::is_translated;
use super::page::{Embedded, List, Narrow, Page};
use crate::report::Report;
use crate::words::Language;

/// The page whose card stands for this one: the event of what came of an event, the region of its
/// lists, else the site's.
pub(crate) fn card_page(report: &Report, page: Page) -> Page {
    match page {
        Page::Event(_) | Page::Region(_) | Page::Theme(_) => page,
        Page::Programme(event)
        | Page::Print(event)
        | Page::List(
            List {
                narrow: Narrow::Event(event),
                ..
            },
            _,
        ) => Page::Event(event),
        Page::Session(id) => Page::Event(report[id].event),
        Page::Idea(id) => Page::Event(report[id].event),
        Page::Need(id) => Page::Event(report[id].event),
        Page::Deal(id) => Page::Event(report[id].event),
        Page::Crossing(region, _)
        | Page::Embed(Embedded::Region(region))
        | Page::List(
            List {
                narrow: Narrow::Region(region) | Narrow::Crossing(region, _),
                ..
            },
            _,
        ) => Page::Region(region),
        Page::List(
            List {
                narrow: Narrow::Theme(theme),
                ..
            },
            _,
        ) => Page::Theme(theme),
        _ => Page::Home,
    }
}

/// Whether a page has a card of its own in a language: what says nothing of its own there shows the
/// card of the usual language.
pub(crate) fn has_card(report: &Report, page: Page, language: Language, usual: Language) -> bool {
    card_page(report, page) == page && (language == usual || is_translated(report, page))
}
