//! The way to a page: home, then the steps to it; and what the kinds of lists are called.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use crate::pages::view::LocalText;
use crate::plan::page::{List, ListKind, Narrow, Page};
use crate::shared::Shared;

#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    pub label: LocalText,
    pub href: String,
}

/// The way to a page: home, then the given steps.
pub(super) fn trail(context: Context<'_>, steps: Vec<Crumb>) -> Vec<Shared<Crumb>> {
    std::iter::once(home_crumb(context))
        .chain(steps)
        .map(Shared::new)
        .collect()
}

pub(super) fn home_crumb(context: Context<'_>) -> Crumb {
    Crumb {
        label: context.own(context.words().home),
        href: context.href(Page::Home),
    }
}

pub(super) fn list_crumb(context: Context<'_>, kind: ListKind) -> Crumb {
    let page = Page::List(
        List {
            kind,
            narrow: Narrow::No,
        },
        1,
    );
    Crumb {
        label: context.own(kind_word(context, kind)),
        href: context.href(page),
    }
}

pub(super) fn kind_word(context: Context<'_>, kind: ListKind) -> &'static str {
    let words = context.words();
    match kind {
        ListKind::Events => words.events,
        ListKind::Deals => words.deals,
        ListKind::Ideas => words.ideas,
        ListKind::Leads => words.leads,
        ListKind::Asks => words.asks,
        ListKind::Offers => words.offers,
        ListKind::People => words.people,
        ListKind::Organisations => words.organisations,
        ListKind::Regions => words.regions,
        ListKind::Themes => words.themes,
        ListKind::Series => words.series,
        ListKind::Years => words.years,
    }
}

/// The menu entry that a kind of list belongs to.
pub(super) fn section_of(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Events => "events",
        ListKind::Deals => "deals",
        ListKind::Ideas => "ideas",
        ListKind::Leads | ListKind::Asks | ListKind::Offers => "leads",
        ListKind::People => "people",
        ListKind::Organisations => "organisations",
        ListKind::Regions => "regions",
        ListKind::Themes => "themes",
        ListKind::Series => "series",
        ListKind::Years => "years",
    }
}
