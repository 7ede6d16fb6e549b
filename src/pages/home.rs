//! The home page, free pages, and the page for wrong addresses.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::context::Context;
use super::head::Head;
use super::texts::Standing;
use super::{cards, drawings, event, harvest, head, lists, shelf, texts, trail};
use crate::content::promised::SHORT_FOLDER;
use crate::pages::view::{FreePageView, HomeView, Html, NotFoundView, Number, RegionRow, Said};
use crate::plan::page::{ListKind, Narrow, Page};
use crate::report::{EventId, IdeaId, NeedId, PageId};
use crate::words::dates::day_month_year;
use crate::words::{Language, Text, both, phrases};

/// How many of a kind the home page shows.
const ON_HOME: usize = 5;

pub(super) fn home(context: Context<'_>) -> HomeView {
    let report = context.report;
    let config = context.config;
    let newest = lists::newest_event(context);
    let others: Vec<EventId> = report
        .events_newest
        .iter()
        .copied()
        .filter(|event| Some(*event) != newest)
        .collect();
    let deals: Vec<_> = report
        .events_newest
        .iter()
        .flat_map(|event| report[*event].deals.iter().copied())
        .collect();
    let ideas: Vec<IdeaId> = report
        .events_newest
        .iter()
        .flat_map(|event| report[*event].ideas.iter().copied())
        .filter(|idea| !report[*idea].inline)
        .collect();
    let leads: Vec<NeedId> = report
        .events_newest
        .iter()
        .flat_map(|event| {
            report[*event]
                .asks
                .iter()
                .chain(&report[*event].offers)
                .copied()
        })
        .filter(|need| report[*need].lead)
        .collect();
    let title = context.said(&config.title);
    let description = config.description.as_ref().map(|text| context.said(text));
    HomeView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "home",
                section: "home",
                page: Page::Home,
                full_title: title.text.clone(),
                title,
                description: description.as_ref().map(|said| said.text.clone()),
                trail: Vec::new(),
            },
        ),
        description,
        span_of_years: span_of_years(context),
        newest: newest.map(|event| shelf::event_card(context, event)),
        numbers: home_numbers(context, deals.len(), ideas.len(), leads.len()),
        map: drawings::region_map(context, context.views.maps.whole.as_ref()),
        regions: home_regions(context),
        all_regions: (!report.regions.is_empty()).then(|| {
            cards::more(
                context,
                ListKind::Regions,
                Narrow::No,
                phrases::REGION,
                report.regions.len(),
            )
        }),
        themes: report
            .top_themes
            .iter()
            .map(|theme| harvest::theme_count(context, *theme))
            .filter(|count| count.count > 0)
            .collect(),
        deals: cards::section(
            &deals,
            ON_HOME,
            |deal| shelf::deal_card(context, deal),
            || {
                Some(cards::more(
                    context,
                    ListKind::Deals,
                    Narrow::No,
                    phrases::DEAL,
                    deals.len(),
                ))
            },
        ),
        leads: cards::section(
            &leads,
            ON_HOME,
            |need| shelf::lead_card(context, need),
            || {
                Some(cards::more(
                    context,
                    ListKind::Leads,
                    Narrow::No,
                    phrases::LEAD,
                    leads.len(),
                ))
            },
        ),
        ideas: cards::section(
            &ideas,
            ON_HOME,
            |idea| shelf::idea_card(context, idea),
            || {
                Some(cards::more(
                    context,
                    ListKind::Ideas,
                    Narrow::No,
                    phrases::IDEA,
                    ideas.len(),
                ))
            },
        ),
        events: cards::section(
            &others,
            ON_HOME,
            |event| shelf::event_card(context, event),
            || {
                Some(cards::more(
                    context,
                    ListKind::Events,
                    Narrow::No,
                    phrases::EVENT,
                    report.events.len(),
                ))
            },
        ),
    }
}

pub(super) fn span_of_years(context: Context<'_>) -> Option<String> {
    let years = &context.report.years;
    let (first, last) = (years.last()?.year, years.first()?.year);
    Some(match (context.language, first == last) {
        (Language::Nl, true) => format!("Verslagen van bijeenkomsten in {first}"),
        (Language::Nl, false) => {
            format!("Verslagen van bijeenkomsten, {first} tot en met {last}")
        }
        (Language::En, true) => format!("Reports of events in {first}"),
        (Language::En, false) => format!("Reports of events, {first} to {last}"),
    })
}

/// The numbers of the whole site.
pub(super) fn site_numbers(context: Context<'_>) -> Vec<Number> {
    let report = context.report;
    let ideas = report.ideas.iter().filter(|idea| !idea.inline).count();
    let leads = report.needs.iter().filter(|need| need.lead).count();
    home_numbers(context, report.deals.len(), ideas, leads)
}

fn home_numbers(context: Context<'_>, deals: usize, ideas: usize, leads: usize) -> Vec<Number> {
    let report = context.report;
    let recorded = harvest::recorded_over(context, &report.events_newest);
    let href = |kind| Some(trail::list_crumb(context, kind).href);
    let mut numbers = Vec::new();
    if !report.events.is_empty() {
        numbers.push(harvest::plain_number(
            context,
            phrases::EVENT,
            report.events.len(),
            href(ListKind::Events),
        ));
    }
    numbers.extend(event::kept_number(
        context,
        phrases::DEAL,
        deals,
        recorded.deals,
        href(ListKind::Deals),
    ));
    numbers.extend(event::kept_number(
        context,
        phrases::IDEA,
        ideas,
        recorded.ideas,
        href(ListKind::Ideas),
    ));
    if leads > 0 {
        numbers.push(harvest::plain_number(
            context,
            phrases::LEAD,
            leads,
            href(ListKind::Leads),
        ));
    }
    numbers
}

/// The regions of the table: those of the map; without one, those at the top and just below.
fn home_regions(context: Context<'_>) -> Vec<RegionRow> {
    let report = context.report;
    let shown = match &context.views.maps.whole {
        Some(map) => map.regions.clone(),
        None => {
            let mut seen = BTreeSet::new();
            let below = report
                .top_regions
                .iter()
                .flat_map(|top| &report[*top].children);
            let all = report
                .top_regions
                .iter()
                .chain(below)
                .copied()
                .filter(|region| seen.insert(*region));
            // A country of hundreds of regions has a page for them; home shows the first.
            all.take(24).collect()
        }
    };
    let mut rows: Vec<RegionRow> = shown
        .into_iter()
        .map(|region| cards::region_row(context, region, 0))
        .collect();
    // What is true of all tells none apart.
    if rows.windows(2).all(|pair| pair[0].kind == pair[1].kind) {
        for row in &mut rows {
            row.kind = None;
        }
    }
    rows
}

pub(super) fn free_page(context: Context<'_>, id: PageId) -> FreePageView {
    let page = &context.report[id];
    let title = context.said(&page.title);
    let summary = page.summary.as_ref().map(|summary| context.said(summary));
    FreePageView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "page",
                section: "page",
                page: Page::Free(id),
                full_title: title.text.clone(),
                title: title.clone(),
                description: summary.as_ref().map(|said| said.text.clone()).or_else(|| {
                    page.text
                        .as_ref()
                        .map(|text| texts::plain(context, text, 160))
                }),
                trail: trail::trail(context, Vec::new()),
            },
        ),
        title: Said::heading(&title),
        summary,
        text: page.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
    }
}

/// The page of what is no longer there. It tells no name: the reason does, if the writer wants
/// it to.
pub(super) fn gone(
    context: Context<'_>,
    reason: Option<&Text>,
    date: Option<Date>,
    path: &str,
) -> FreePageView {
    let title = context.own(
        both("Deze pagina is er niet meer", "This page is no longer here").get(context.language),
    );
    // Words of the program and digits: nothing in them needs escaping.
    let since = date.map(|date| {
        let day = day_month_year(date, context.language);
        Html {
            html: format!(
                "<p>{} {day}.</p>",
                both("Verdwenen op", "Gone since").get(context.language)
            ),
            lang: None,
        }
    });
    let reason = reason.map(|reason| context.said(reason));
    let mut head = head::head(
        context,
        Head {
            kind: "gone",
            section: "",
            page: Page::NotFound,
            full_title: title.text.clone(),
            title: title.clone(),
            description: None,
            trail: trail::trail(context, Vec::new()),
        },
    );
    // It stands at many addresses, and has no twin in the other language.
    head.path = context.addresses().below(path);
    head.alternates = Vec::new();
    FreePageView {
        site: context.site(),
        page: head,
        title: Said::heading(&title),
        summary: reason,
        text: since,
    }
}

/// The short link to a page, whole.
pub(super) fn short(context: Context<'_>, page: Page) -> Option<String> {
    let record = page.known_as().record()?;
    let word = context.plan.shorts.get(&record)?;
    context
        .addresses()
        .absolute(&format!("/{SHORT_FOLDER}/{word}/"))
}

pub(super) fn not_found(context: Context<'_>) -> NotFoundView {
    let title = context
        .own(both("Deze pagina is er niet", "This page does not exist").get(context.language));
    NotFoundView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "404",
                section: "",
                page: Page::NotFound,
                full_title: title.text.clone(),
                title,
                description: None,
                trail: trail::trail(context, Vec::new()),
            },
        ),
    }
}
