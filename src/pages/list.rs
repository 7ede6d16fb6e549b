//! A page of a list, whole or narrowed.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use super::head::Head;
use super::{card_cache, choose, drawings, head, listed, recorded, tags, trail};
use crate::pages::view::{
    Chart, Choose, EventCard, Listed, LocalText, More, Narrowing, PageHead, Policy, RegionMap,
    SiteHead, Tag,
};
use crate::plan::entries::Entries;
use crate::plan::list::{List, ListKind, Narrow, Status};
use crate::plan::page::Page;
use crate::report::{Completeness, Recorded};
use crate::shared::Shared;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};
use crate::words::{Bilingual, both};

pub(super) fn list(context: Context<'_>, list: List, number: usize) -> ListView {
    let empty = Entries::Whole(0);
    let all = context.plan.lists.get(&list).unwrap_or(&empty);
    let shown = all.on_page(number);
    let kind_word = list.kind.word(context.words());
    let narrowed_by = narrowed_by(context, list.narrow);
    let event = match list.narrow {
        Narrow::Event(event) => Some(event),
        _ => None,
    };
    let event_title = event.map(|event| card_cache::event_tag(context, event).name.text.clone());
    let mut full_title = kind_word.to_owned();
    for part in narrowed_by
        .as_ref()
        .map(|tag| tag.name.text.clone())
        .into_iter()
        .chain(event_title)
    {
        full_title.push_str(" – ");
        full_title.push_str(&part);
    }
    let pager = pager(context, list, number, all.pages());
    if let Some(pager) = &pager
        && number > 1
    {
        full_title.push_str(" – ");
        full_title.push_str(&pager.label);
    }
    let trail = match (event, list.narrow) {
        (Some(event), _) => card_cache::event_trail(context, event),
        (None, Narrow::No) => trail::trail(context, Vec::new()),
        (None, _) => trail::trail(context, vec![trail::list_crumb(context, list.kind)]),
    };
    let choose = choose::choose(context, list, number);
    let page = head::head(
        context,
        Head {
            kind: list_page_kind(list.kind),
            section: if event.is_some() {
                "events"
            } else {
                list.kind.section()
            },
            page: Page::List(list, number),
            title: context.own(kind_word),
            full_title,
            description: None,
            trail,
        },
    );
    ListView {
        site: context.site(),
        page: PageHead {
            policy: if choose.is_some() {
                Policy::Reads
            } else {
                Policy::Plain
            },
            ..page
        },
        count: format!(
            "{} {}",
            count(all.len() as u64, context.language),
            list_noun(context, list, all.len())
        ),
        narrowed_by,
        whole: whole(context, list),
        event: event.map(|event| card_cache::event_card(context, event)),
        narrowings: if list.narrow == Narrow::No && number == 1 {
            choose::narrowings(context, list.kind)
        } else {
            Vec::new()
        },
        choose,
        charts: if list.narrow == Narrow::No && number == 1 {
            drawings::charts(context, list.kind)
        } else {
            Vec::new()
        },
        map: drawings::region_map(
            context,
            context
                .views
                .maps
                .whole
                .as_ref()
                .filter(|_| list.kind == ListKind::Regions),
        ),
        listed: listed::listed(context, list.kind, &shown),
        empty: all.is_empty().then(|| empty_words(context, list.kind)),
        pager,
    }
}

/// What follows the count of a list, and claims no more than was kept: "deals vastgelegd; het
/// kunnen er meer zijn".
pub(super) fn list_noun(context: Context<'_>, list: List, number: usize) -> String {
    let report = context.report;
    let recorded = match list.narrow {
        Narrow::No | Narrow::Status(_) => context.views.recorded,
        Narrow::Event(event) => report[event].recorded,
        // Worked out once for all pages of a list: it takes a walk over all that is listed.
        narrow => match context.views.recorded_by.get(&narrow) {
            Some(known) => *known.get_or_init(|| recorded_of(context, narrow)),
            None => recorded_of(context, narrow),
        },
    };
    let noun = noun(list.kind);
    match list.kind {
        ListKind::Deals => {
            phrases::on_record(noun, number, is_partly(recorded.deals), context.language)
        }
        ListKind::Ideas => {
            phrases::on_record(noun, number, is_partly(recorded.ideas), context.language)
        }
        ListKind::Asks => {
            phrases::on_record(noun, number, is_partly(recorded.asks), context.language)
        }
        ListKind::Offers => {
            phrases::on_record(noun, number, is_partly(recorded.offers), context.language)
        }
        _ => noun.form(number, context.language).to_owned(),
    }
}

/// How completely the events were recorded that the entries of narrowed lists came from.
fn recorded_of(context: Context<'_>, narrow: Narrow) -> Recorded {
    let report = context.report;
    let harvest = match narrow {
        Narrow::Region(region) => Some(&report[region].harvest),
        Narrow::Theme(theme) => Some(&report[theme].harvest),
        Narrow::Crossing(region, theme) => report.crossings.get(&(region, theme)),
        Narrow::Year(year) => report
            .years
            .iter()
            .find(|one| one.year == year)
            .map(|one| &one.harvest),
        Narrow::No | Narrow::Status(_) | Narrow::Event(_) => None,
    };
    harvest
        .map(|harvest| recorded::recorded_behind(context, harvest))
        .unwrap_or_default()
}

/// From a narrowed list to the whole one.
fn whole(context: Context<'_>, list: List) -> Vec<More> {
    let whole = List::whole(list.kind);
    if matches!(list.narrow, Narrow::No | Narrow::Event(_))
        || !context.plan.lists.contains_key(&whole)
    {
        return Vec::new();
    }
    let href = context.href(Page::List(whole, 1));
    let mut ways = vec![More {
        label: format!(
            "{} {}",
            both("Alle", "All").get(context.language),
            noun(list.kind).all(context.language)
        ),
        href: href.clone(),
    }];
    if context
        .views
        .indexes
        .contains_key(&(list.kind, context.language))
        && let Some(query) = choose::choice_query(context, list.narrow)
    {
        ways.push(More {
            label: context.words().combine.to_owned(),
            href: format!("{href}{query}"),
        });
    }
    ways
}

fn empty_words(context: Context<'_>, kind: ListKind) -> String {
    match kind {
        ListKind::Leads => both("Er staat niets open.", "Nothing is open.")
            .get(context.language)
            .to_owned(),
        _ => format!("{}.", context.words().nothing),
    }
}

pub(super) fn narrowed_by(context: Context<'_>, narrow: Narrow) -> Option<Tag> {
    match narrow {
        Narrow::No | Narrow::Event(_) => None,
        Narrow::Region(region) => Some(tags::region_tag(context, region)),
        Narrow::Theme(theme) => Some(tags::theme_tag(context, theme)),
        Narrow::Crossing(region, theme) => {
            let (region_tag, theme_tag) = (
                tags::region_tag(context, region),
                tags::theme_tag(context, theme),
            );
            let name = context.own(&format!(
                "{}, {}",
                region_tag.name.text, theme_tag.name.text
            ));
            Some(Tag {
                name,
                href: context.href(Page::Crossing(region, theme)),
                id: theme_tag.id,
            })
        }
        Narrow::Year(year) => Some(Tag {
            name: LocalText::name(&year.to_string()),
            href: context.href(Page::Year(year)),
            id: year.to_string(),
        }),
        Narrow::Status(status) => {
            let kind = if Status::of_list(ListKind::Deals).contains(&status) {
                ListKind::Deals
            } else if Status::of_list(ListKind::Ideas).contains(&status) {
                ListKind::Ideas
            } else {
                ListKind::Leads
            };
            let href = context.href(Page::first_of(kind, narrow));
            Some(Tag {
                name: context.own(status_label(status).get(context.language)),
                href,
                id: String::new(),
            })
        }
    }
}

fn pager(context: Context<'_>, list: List, page: usize, pages: usize) -> Option<Pager> {
    let to = |number: usize| context.href(Page::List(list, number));
    (pages > 1).then(|| Pager {
        page,
        pages,
        label: phrases::page_of(page, pages, context.language),
        previous: (page > 1).then(|| to(page - 1)),
        next: (page < pages).then(|| to(page + 1)),
    })
}

/// Whether something was left out of what was kept.
fn is_partly(kept: Option<Completeness>) -> bool {
    matches!(kept, Some(Completeness::Some | Completeness::None))
}

/// For `data-page`.
fn list_page_kind(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Events => "list-events",
        ListKind::Deals => "list-deals",
        ListKind::Ideas => "list-ideas",
        ListKind::Leads => "list-leads",
        ListKind::Asks => "list-asks",
        ListKind::Offers => "list-offers",
        ListKind::People => "list-people",
        ListKind::Organisations => "list-organisations",
        ListKind::Regions => "list-regions",
        ListKind::Themes => "list-themes",
        ListKind::Series => "list-series",
        ListKind::Years => "list-years",
    }
}

pub(super) fn noun(kind: ListKind) -> Noun {
    match kind {
        ListKind::Events => phrases::EVENT,
        ListKind::Deals => phrases::DEAL,
        ListKind::Ideas => phrases::IDEA,
        ListKind::Leads => phrases::LEAD,
        ListKind::Asks => phrases::ASK,
        ListKind::Offers => phrases::OFFER,
        ListKind::People => phrases::PERSON,
        ListKind::Organisations => phrases::ORGANISATION,
        ListKind::Regions => phrases::REGION,
        ListKind::Themes => phrases::THEME,
        ListKind::Series => phrases::SERIES,
        ListKind::Years => phrases::YEAR,
    }
}

pub(super) fn status_label(status: Status) -> Bilingual {
    match status {
        Status::Agreed => both("Afgesproken", "Agreed"),
        Status::Underway => both("Loopt", "Under way"),
        Status::Done => both("Klaar", "Done"),
        Status::Stopped => both("Gestopt", "Stopped"),
        Status::Proposed => both("Voorgesteld", "Proposed"),
        Status::Adopted => both("Aangenomen", "Adopted"),
        Status::Carried => both("Uitgevoerd", "Carried out"),
        Status::Dropped => both("Vervallen", "Dropped"),
        Status::Ask => both("Vragen", "Asks"),
        Status::Offer => both("Aanbod", "Offers"),
    }
}

/// The pages of a long list.
#[derive(Debug, Serialize)]
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    /// "Pagina 2 van 5".
    pub label: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// `list.html`
#[derive(Debug, Serialize)]
pub struct ListView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// "17 deals vastgelegd".
    pub count: String,
    /// What narrows it: "Twente".
    pub narrowed_by: Option<Tag>,
    /// From a narrowed list: the whole, and the whole with the same choice made, to combine it with
    /// others.
    pub whole: Vec<More>,
    /// The event, for its own lists.
    pub event: Option<Shared<EventCard>>,
    pub narrowings: Vec<Narrowing>,
    pub choose: Option<Choose>,
    /// How many by status, theme and year, on a whole list.
    pub charts: Vec<Chart>,
    /// The regions, on the list of regions.
    pub map: Option<RegionMap>,
    pub listed: Listed,
    /// What to say when the list is empty.
    pub empty: Option<String>,
    pub pager: Option<Pager>,
}
