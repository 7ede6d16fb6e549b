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
use super::{choose, drawings, event_cards, list_words, listed, status, tags, trail};
use crate::plan::entries::Entries;
use crate::plan::list::{List, ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::EventId;
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases;

pub(super) fn list(context: Context<'_>, list: List, number: usize) -> ListView {
    let empty = Entries::Nothing;
    let all = context.plan.lists.get(&list).unwrap_or(&empty);
    let narrowed_by = list_words::narrowed_by(context, list.narrow);
    let pager = pager(context, list, number, all.pages());
    let whole_map = context.views.maps.whole.as_ref();
    let map = whole_map.filter(|_| list == List::whole(ListKind::Regions) && number == 1);
    let choose = choose::choose(context, list, number);
    let mut page = page_head(context, list, number, narrowed_by.as_ref(), pager.as_ref());
    if choose.is_some() {
        page.policy = Policy::Reads;
    }
    let (narrowings, charts) = if list.narrow == Narrow::No && number == 1 {
        (
            choose::narrowings(context, list.kind),
            drawings::charts(context, list.kind),
        )
    } else {
        (Vec::new(), Vec::new())
    };
    ListView {
        site: context.site(),
        page,
        count: list_words::list_count(context, list, all.len()),
        whole: whole(context, list, narrowed_by.as_ref()),
        narrowed_by,
        event: context.some(event_of(list), event_cards::event_card),
        narrowings,
        choose,
        charts,
        letters: letters(context, list, pager.is_some()),
        map: region_maps::region_map(context, map),
        listed: listed::listed(context, list.narrow, all, number),
        silent: silent(context, all),
        empty: all.is_empty().then(|| empty_words(context, list.kind)),
        pager,
    }
}

/// Where each letter of a list of names begins, where it has more pages.
fn letters(context: Context<'_>, list: List, has_pages: bool) -> Vec<More> {
    let known = context.views.letters.get(&(list.kind, context.language));
    let Some(known) = known.filter(|_| has_pages && list.narrow == Narrow::No) else {
        return Vec::new();
    };
    let found = known.get_or_init(|| listed::letters(context, list.kind));
    found
        .iter()
        .map(|(letter, page)| More {
            label: letter.clone(),
            href: context.href(Page::List(list, *page)),
        })
        .collect()
}

/// Of how many of a whole list nothing was heard for long.
fn silent(context: Context<'_>, all: &Entries) -> Option<String> {
    match all {
        Entries::Deals(deals) => status::silent_among(context, deals),
        Entries::Ideas(ideas) => status::silent_among(context, ideas),
        Entries::Needs(needs) => status::silent_among(context, needs),
        _ => None,
    }
}

/// The event whose own list it is.
fn event_of(list: List) -> Option<EventId> {
    match list.narrow {
        Narrow::Event(event) => Some(event),
        _ => None,
    }
}

fn page_head(
    context: Context<'_>,
    list: List,
    number: usize,
    narrowed_by: Option<&Tag>,
    pager: Option<&Pager>,
) -> PageHead {
    let word = list.kind.word(context.words());
    let event = event_of(list);
    let event_title = event.map(|event| tags::event_tag(context, event).name.text.clone());
    let page_of = pager
        .filter(|_| number > 1)
        .map(|pager| pager.label.clone());
    let full_title: Vec<String> = std::iter::once(word.to_owned())
        .chain(narrowed_by.map(|tag| tag.name.text.clone()))
        .chain(event_title)
        .chain(page_of)
        .collect();
    let page = Page::List(list, number);
    let head = Head::new(context, list_page_kind(list.kind), page, &context.own(word))
        .in_full(full_title.join(" – "));
    match (event, list.narrow) {
        (Some(event), _) => head
            .in_section("events")
            .behind(trail::event_trail(context, event)),
        (None, Narrow::No) => head.in_section(list.kind.section()),
        (None, Narrow::Person(person)) => head
            .in_section(ListKind::People.section())
            .behind(trail::record_in_list(context, ListKind::People, person)),
        (None, Narrow::Organisation(organisation)) => {
            let kind = ListKind::Organisations;
            head.in_section(kind.section())
                .behind(trail::record_in_list(context, kind, organisation))
        }
        (None, _) => head.in_list(list.kind),
    }
    .made()
}

/// From a narrowed list to the whole one.
fn whole(context: Context<'_>, list: List, narrowed_by: Option<&Tag>) -> Vec<More> {
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
            labels::ALL.get(context.language),
            list.kind.noun().all(context.language)
        ),
        href: href.clone(),
    }];
    if context
        .views
        .indexes
        .contains_key(&(list.kind, context.language))
        && let Some(query) = choose::choice_query(context, list.narrow)
        && let Some(tag) = narrowed_by
    {
        ways.push(More {
            label: phrases::combine_with_others(&tag.name.text, context.language),
            href: format!("{href}{query}"),
        });
    }
    ways
}

fn empty_words(context: Context<'_>, kind: ListKind) -> String {
    match kind {
        ListKind::Leads => labels::NOTHING_OPEN.get(context.language).to_owned(),
        _ => format!("{}.", context.words().nothing),
    }
}

fn pager(context: Context<'_>, list: List, page: usize, pages: usize) -> Option<Pager> {
    let to = |number: usize| context.href(Page::List(list, number));
    // The first, the last, and those around this one.
    let near = |number: &usize| *number == 1 || *number == pages || number.abs_diff(page) <= 1;
    let shown: Vec<usize> = (1..=pages).filter(near).collect();
    let before = std::iter::once(0).chain(shown.iter().copied());
    let numbers = before
        .zip(&shown)
        .map(|(before, number)| PageNumber {
            number: *number,
            href: (*number != page).then(|| to(*number)),
            gap: before + 1 < *number,
        })
        .collect();
    (pages > 1).then(|| Pager {
        page,
        pages,
        label: phrases::page_of(page, pages, context.language),
        previous: (page > 1).then(|| to(page - 1)),
        next: (page < pages).then(|| to(page + 1)),
        numbers,
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
    /// The first, the last, and those around this one.
    pub numbers: Vec<PageNumber>,
}

/// A page of a long list.
#[derive(Debug, Serialize)]
pub struct PageNumber {
    pub number: usize,
    /// `None`: this page itself.
    pub href: Option<String>,
    /// Whether pages are left out before it.
    pub gap: bool,
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
    /// The pages on which the letters of a whole list of names begin, where it has more pages.
    pub letters: Vec<More>,
    /// The regions, on the list of regions.
    pub map: Option<RegionMap>,
    pub listed: Listed,
    /// Of how many of the whole list nothing was heard for long.
    pub silent: Option<String>,
    /// What to say when the list is empty.
    pub empty: Option<String>,
    pub pager: Option<Pager>,
}
