//! Whether the site is lighter than the budget in its settings. In go the sizes of the files as
//! they were placed, so that a page that was kept counts like one that was rendered; out come
//! warnings, the heaviest page first and no more of them than a person reads.

use super::maker::address_of;
use crate::config::Budget;
use crate::diagnostic::{Code, Diagnostic};
use crate::output::OutputPath;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::plan::{Content, Plan, Planned};
use crate::records::{EventId, Report};
use crate::words::messages::pipeline as messages;
use crate::words::{Bilingual, Phrase};

/// How many pages are named one by one.
const NAMED: usize = 10;
/// A KB, as people and browsers count it.
const KB: u64 = 1_000;

/// What weighs too much, and how it gets lighter. The words are in both languages.
struct Heavy {
    what: Phrase,
    size: u64,
    limit: u32,
    way: Phrase,
}

/// What is over the budget.
pub(super) fn over(
    budget: &Budget,
    plan: &Plan,
    report: &Report,
    sizes: &[(OutputPath, u64)],
) -> Vec<Diagnostic> {
    let size = |planned: &Planned| {
        sizes
            .binary_search_by(|(path, _)| path.cmp(&planned.path))
            .map_or(0, |place| sizes[place].1)
    };
    let pages = pages(budget.page_kb, plan, report, &size);
    let code = [
        ("css", messages::ALL_STYLES, budget.css_kb),
        ("js", messages::ALL_SCRIPTS, budget.js_kb),
    ]
    .map(|(kind, what, limit)| {
        let files = plan.files.iter().filter(|planned| is_code(planned, kind));
        Heavy {
            what: what.into(),
            size: files.map(&size).sum(),
            limit,
            way: messages::REMOVE_UNUSED.into(),
        }
    });
    pages
        .into_iter()
        .chain(code)
        .filter(|heavy| heavy.size > u64::from(heavy.limit) * KB)
        .map(|heavy| {
            // Rounded up: 100.2 KB is over 100, and must not read as equal to it.
            Diagnostic::at(Code::OverBudget, budget.span)
                .with("what", heavy.what)
                .with("size", heavy.size.div_ceil(KB))
                .with("limit", heavy.limit)
                .with("way", heavy.way)
        })
        .collect()
}

/// The pages over the limit: the heaviest by name, and one word on all others.
fn pages(limit: u32, plan: &Plan, report: &Report, size: &dyn Fn(&Planned) -> u64) -> Vec<Heavy> {
    let mut heavy: Vec<(u64, &Planned, Page)> = plan
        .files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(page, _) if counts(page) => Some((size(planned), planned, page)),
            _ => None,
        })
        .filter(|(size, ..)| *size > u64::from(limit) * KB)
        .collect();
    heavy.sort_by(|(one, first, _), (other, second, _)| {
        other.cmp(one).then_with(|| first.path.cmp(&second.path))
    });
    let more = heavy.len().saturating_sub(NAMED);
    let named = heavy.iter().take(NAMED).map(|(size, planned, page)| {
        let address = address_of(planned);
        Heavy {
            what: messages::the_page(&address),
            size: *size,
            limit,
            way: way(report, *page),
        }
    });
    let others = heavy.get(NAMED).map(|(size, ..)| Heavy {
        what: messages::heaviest_of(&more),
        size: *size,
        limit,
        way: messages::SHORTEN_PAGES_ABOVE.into(),
    });
    named.chain(others).collect()
}

/// Whether a page counts: one for printing is as long as its event.
fn counts(page: Page) -> bool {
    !page.grows()
}

/// Whether a file is a style or a script of the site. What search needs is read by who searches
/// only.
fn is_code(planned: &Planned, kind: &str) -> bool {
    let name = planned.path.as_str().rsplit('/').next().unwrap_or_default();
    matches!(planned.content, Content::Asset(_) | Content::Colours)
        && name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case(kind))
        && !name.starts_with("search")
}

/// How a page gets lighter: by what it holds most of.
fn way(report: &Report, page: Page) -> Phrase {
    match page {
        Page::Of(Subject::Event(id)) => of_event(report, id),
        _ => messages::SHORTEN_TEXTS.into(),
    }
}

fn of_event(report: &Report, id: EventId) -> Phrase {
    let event = &report[id];
    let text = event
        .text
        .as_ref()
        .map_or(0, |text| text.original.text.len()) as u64;
    let (records, most) = [
        (messages::SPEAKERS, event.speakers.len()),
        (messages::IDEAS, event.ideas.len()),
        (messages::DEALS, event.deals.len()),
        (messages::ASKS, event.asks.len()),
        (messages::OFFERS, event.offers.len()),
        (messages::OUTCOMES, event.outcomes.len()),
        (messages::QUOTES, event.quotes.len()),
        (messages::PHOTOS, event.photos.len()),
    ]
    .into_iter()
    .max_by_key(|(_, count)| *count)
    .expect("the list is not empty");
    let text_kb = text.div_ceil(KB);
    let also = match most {
        0 => Bilingual::NOTHING.into(),
        most => messages::and_it_holds(&most, &records.nl, &records.en),
    };
    messages::shorten_recap(&text_kb, &also.nl, &also.en)
}
