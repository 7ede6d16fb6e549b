//! Parts of a page that show the first of many, and lead on to the rest.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::{IdeaCard, More, Tag, Tally};
use super::context::Context;
use super::tally::Basis;
use super::{exchange_cards, recorded, tags, tally};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{IdeaId, RegionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases;

/// A row of a table of regions; `depth` is how far it is set in.
pub(super) fn region_row(context: Context<'_>, id: RegionId, depth: usize) -> RegionRow {
    let region = &context.report[id];
    let harvest = &region.harvest;
    let recorded = recorded::recorded_behind(context, harvest);
    let tally = |noun, number, kept| tally::tally(context, noun, number, Basis::of(harvest, kept));
    let open = recorded::together([recorded.asks, recorded.offers]);
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    RegionRow {
        tag: tags::page_tag(context, id),
        kind: context.label(region.kind),
        deals: tally(phrases::DEAL, harvest.deals.len(), recorded.deals),
        leads: tally(phrases::LEAD, harvest.leads.len(), open),
        ideas: tally(phrases::IDEA, ideas, recorded.ideas),
        events: tally(phrases::EVENT, harvest.events.len(), None),
        depth,
    }
}

/// The first of a kind as cards, and how many there are.
pub(super) fn first<T: Copy, C>(
    context: Context<'_>,
    all: &[T],
    most: usize,
    card: impl Fn(Context<'_>, T) -> C,
) -> Section<C> {
    Section {
        items: context.each(&all[..all.len().min(most)], card),
        total: all.len(),
        more: None,
    }
}

impl<C> Section<C> {
    /// The same with the way to the rest, where there is more than it shows.
    pub(super) fn leading_to(self, more: impl FnOnce() -> More) -> Self {
        Self {
            more: (self.total > self.items.len()).then(more),
            ..self
        }
    }

    /// The same with the way to the list that these are the first of.
    pub(super) fn of_list(self, context: Context<'_>, kind: ListKind, narrow: Narrow) -> Self {
        let total = self.total;
        self.leading_to(|| more(context, kind, narrow, total))
    }
}

/// "Alle 7 deals".
pub(super) fn more(context: Context<'_>, kind: ListKind, narrow: Narrow, number: usize) -> More {
    More {
        label: format!(
            "{} {}",
            labels::ALL.get(context.language),
            kind.noun().counted(number, context.language)
        ),
        href: context.href(Page::first_of(kind, narrow)),
    }
}

/// A tag with how much is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    pub tag: Tag,
    /// How much it weighs beside others: what came of it or, where nothing did, its events.
    pub count: usize,
    /// How many deals, open asks and offers, ideas and outcomes there are together: "15", "15+", or
    /// what is missing.
    pub shown: String,
    /// The count in words, for who hears the page: "15 deals en ideeën".
    pub said: String,
}

/// Some of a kind, how many there are, and where the rest is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section<T> {
    pub items: Vec<T>,
    pub total: usize,
    pub more: Option<More>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            total: 0,
            more: None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionRow {
    pub tag: Tag,
    /// "Gemeente".
    pub kind: Option<String>,
    pub deals: Tally,
    pub leads: Tally,
    pub ideas: Tally,
    pub events: Tally,
    /// How deep below the top, from 0: a region stands right behind the one that it lies in.
    pub depth: usize,
}

/// A title above some pieces; `None` for what belongs under no title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group<T> {
    pub tag: Option<Tag>,
    /// A letter or year, where the title is no record.
    pub label: Option<String>,
    pub items: Vec<T>,
}

/// Ideas by theme: an idea of two themes stands under each; those of none come last.
pub(super) fn ideas_by_theme(
    context: Context<'_>,
    ideas: &[IdeaId],
) -> Vec<Group<Shared<IdeaCard>>> {
    let mut by_theme: BTreeMap<Option<ThemeId>, Vec<Shared<IdeaCard>>> = BTreeMap::new();
    for idea in ideas {
        let themes = &context.report[*idea].themes;
        let card = exchange_cards::idea_card(context, *idea);
        if themes.is_empty() {
            by_theme.entry(None).or_default().push(card);
            continue;
        }
        for theme in themes {
            by_theme.entry(Some(*theme)).or_default().push(card.clone());
        }
    }
    let without = by_theme.remove(&None);
    let mut groups: Vec<Group<Shared<IdeaCard>>> = by_theme
        .into_iter()
        .map(|(theme, items)| Group {
            tag: theme.map(|theme| tags::page_tag(context, theme)),
            label: None,
            items,
        })
        .collect();
    groups.extend(without.map(|items| Group {
        tag: None,
        label: None,
        items,
    }));
    groups
}
