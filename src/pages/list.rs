//! A page of a list, whole or narrowed.

use serde::Serialize;

use super::cards::{EventCard, More, Tag};
use super::choose::{Choose, Narrowing};
use super::context::Context;
use super::drawings::Chart;
use super::head::{Head, PageHead};
use super::listed::Listed;
use super::policy::Policy;
use super::region_maps;
use super::region_maps::RegionMap;
use super::site::SiteHead;
use super::{choose, drawings, event_cards, head, list_words, listed, tags, trail};
use crate::plan::entries::Entries;
use crate::plan::list::{List, ListKind, Narrow};
use crate::plan::page::Page;
use crate::stable_hash::Shared;
use crate::words::both;
use crate::words::numbers::count;
use crate::words::phrases;

pub(super) fn list(context: Context<'_>, list: List, number: usize) -> ListView {
    let empty = Entries::Whole(0);
    let all = context.plan.lists.get(&list).unwrap_or(&empty);
    let shown = all.on_page(number);
    let kind_word = list.kind.word(context.words());
    let narrowed_by = list_words::narrowed_by(context, list.narrow);
    let event = match list.narrow {
        Narrow::Event(event) => Some(event),
        _ => None,
    };
    let pager = pager(context, list, number, all.pages());
    let event_title = event.map(|event| tags::event_tag(context, event).name.text.clone());
    let full_title: Vec<String> = std::iter::once(kind_word.to_owned())
        .chain(narrowed_by.as_ref().map(|tag| tag.name.text.clone()))
        .chain(event_title)
        .chain(
            pager
                .as_ref()
                .filter(|_| number > 1)
                .map(|pager| pager.label.clone()),
        )
        .collect();
    let trail = match (event, list.narrow) {
        (Some(event), _) => trail::event_trail(context, event),
        (None, Narrow::No) => trail::trail(context, Vec::new()),
        (None, _) => trail::trail(context, vec![trail::list_crumb(context, list.kind)]),
    };
    let whole_map = context.views.maps.whole.as_ref();
    let map = whole_map.filter(|_| list.kind == ListKind::Regions);
    let is_first = list.narrow == Narrow::No && number == 1;
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
            full_title: full_title.join(" – "),
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
            list_words::list_noun(context, list, all.len())
        ),
        narrowed_by,
        whole: whole(context, list),
        event: event.map(|event| event_cards::event_card(context, event)),
        narrowings: if is_first {
            choose::narrowings(context, list.kind)
        } else {
            Vec::new()
        },
        choose,
        charts: if is_first {
            drawings::charts(context, list.kind)
        } else {
            Vec::new()
        },
        map: region_maps::region_map(context, map),
        listed: listed::listed(context, list.kind, &shown),
        empty: all.is_empty().then(|| empty_words(context, list.kind)),
        pager,
    }
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
            list.kind.noun().all(context.language)
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
