//! Whether the site is lighter than the budget in its settings. In go the sizes of the files as
//! they were placed, so that a page that was kept counts like one that was rendered; out come
//! warnings, the heaviest page first and no more of them than a person reads.

use crate::config::Budget;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::output::OutputPath;
use crate::plan::page::Page;
use crate::plan::{Content, Plan, Planned};
use crate::report::{EventId, Report};

/// How many pages are named one by one.
const NAMED: usize = 10;
/// A KB, as people and browsers count it.
const KB: u64 = 1_000;

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
    let warning = |what: String, size: u64, limit: u32, way: String| {
        // Rounded up: 100.2 KB is over 100, and must not read as equal to it.
        Diagnostic::at(Code::OverBudget, budget.span)
            .with("what", what)
            .with("size", size.div_ceil(KB))
            .with("limit", limit)
            .with("way", way)
    };
    let mut warnings = Vec::new();
    let mut heavy: Vec<(u64, &Planned, Page)> = plan
        .files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(page, _) if counts(page) => Some((size(planned), planned, page)),
            _ => None,
        })
        .filter(|(size, ..)| *size > u64::from(budget.page_kb) * KB)
        .collect();
    heavy.sort_by(|(one, first, _), (other, second, _)| {
        other.cmp(one).then_with(|| first.path.cmp(&second.path))
    });
    for (size, planned, page) in heavy.iter().take(NAMED) {
        let address = super::address_of(planned);
        warnings.push(warning(
            bilingual(
                &format!("de pagina {address}"),
                &format!("the page {address}"),
            ),
            *size,
            budget.page_kb,
            way(report, *page),
        ));
    }
    if let Some((size, ..)) = heavy.get(NAMED) {
        let more = heavy.len() - NAMED;
        let what = bilingual(
            &format!("de zwaarste van nog {more} pagina’s"),
            &format!("the heaviest of {more} more pages"),
        );
        let way = bilingual(
            "maak eerst de pagina’s hierboven korter",
            "shorten the pages above first",
        );
        warnings.push(warning(what, *size, budget.page_kb, way));
    }
    for (kind, what, limit, way) in [
        (
            "css",
            bilingual("de opmaak (CSS) samen", "all styles (CSS) together"),
            budget.css_kb,
            bilingual(
                "haal uit `assets` en de vormgeving wat niet gebruikt wordt",
                "remove what is not used from `assets` and the look",
            ),
        ),
        (
            "js",
            bilingual(
                "alle scripts (JavaScript) samen",
                "all scripts (JavaScript) together",
            ),
            budget.js_kb,
            bilingual(
                "haal uit `assets` en de vormgeving wat niet gebruikt wordt",
                "remove what is not used from `assets` and the look",
            ),
        ),
    ] {
        let total: u64 = plan
            .files
            .iter()
            .filter(|planned| is_code(planned, kind))
            .map(size)
            .sum();
        if total > u64::from(limit) * KB {
            warnings.push(warning(what, total, limit, way));
        }
    }
    warnings
}

/// Whether a page counts: lists, the overview and pages for printing are as long as what they list.
fn counts(page: Page) -> bool {
    !matches!(page, Page::List(..) | Page::Overview | Page::Print(_))
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
fn way(report: &Report, page: Page) -> String {
    match page {
        Page::Event(id) => of_event(report, id),
        _ => bilingual(
            "maak de teksten op deze pagina korter, of zet een deel op een eigen pagina in `content/pages`",
            "shorten the texts on this page, or move a part to a page of its own in `content/pages`",
        ),
    }
}

fn of_event(report: &Report, id: EventId) -> String {
    let event = &report[id];
    let text = event
        .text
        .as_ref()
        .map_or(0, |text| text.original.text.len()) as u64;
    let (nl, en, most) = [
        ("sprekers", "speakers", event.speakers.len()),
        ("ideeën", "ideas", event.ideas.len()),
        ("deals", "deals", event.deals.len()),
        ("vragen", "asks", event.asks.len()),
        ("stuks aanbod", "offers", event.offers.len()),
        ("uitkomsten", "outcomes", event.outcomes.len()),
        ("citaten", "quotes", event.quotes.len()),
        ("foto’s", "photos", event.photos.len()),
    ]
    .into_iter()
    .max_by_key(|(.., count)| *count)
    .expect("the list is not empty");
    let text_kb = text.div_ceil(KB);
    let (also_nl, also_en) = if most == 0 {
        (String::new(), String::new())
    } else {
        (
            format!(" en er staan {most} {nl} op"),
            format!(" and the page holds {most} {en}"),
        )
    };
    bilingual(
        &format!(
            "het verslag zelf is {text_kb} KB tekst{also_nl}: maak het korter, of zet een deel op een eigen pagina in `content/pages`"
        ),
        &format!(
            "the recap itself is {text_kb} KB of text{also_en}: shorten it, or move a part to a page of its own in `content/pages`"
        ),
    )
}
