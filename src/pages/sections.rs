//! Parts of a page that show the first of many, and lead on to the rest.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use super::cards::{IdeaCard, More, Tag, Tally};
use super::context::Context;
use super::status::Standing;
use super::tally::Basis;
use super::{exchange_cards, recorded, status, tags, tally};
use crate::plan::list::{List, ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{IdeaId, RegionId, ThemeId};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases;
use crate::words::together;

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
        silent: None,
        more: None,
    }
}

/// The first of what has a status, with what is to be said of all of them.
pub(super) fn standing<T: Standing, C>(
    context: Context<'_>,
    all: &[T],
    most: usize,
    card: impl Fn(Context<'_>, T) -> C,
) -> Section<C> {
    Section {
        silent: status::silent_among(context, all),
        ..first(context, all, most, card)
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

impl<C> Section<C> {
    /// The same with the way to the list, also where all of it is here: there they stand whole, and
    /// can be combined with other choices.
    pub(super) fn or_as_list(self, context: Context<'_>, kind: ListKind, narrow: Narrow) -> Self {
        let is_there = context.plan.lists.contains_key(&List { kind, narrow });
        let as_list = || More {
            label: together::as_list(kind.word(context.words()), context.language),
            href: context.href(Page::first_of(kind, narrow)),
        };
        Self {
            more: self.more.or_else(|| is_there.then(as_list)),
            ..self
        }
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
    /// Of how many of them nothing was heard for long, where they have a status: "11 van 17: langer
    /// dan een jaar geen bericht."
    pub silent: Option<String>,
    pub more: Option<More>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            total: 0,
            silent: None,
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

/// Ideas by theme, each once: under that theme of its own that has the most of them. Those of no
/// theme come last.
pub(super) fn ideas_by_theme(context: Context<'_>, ideas: &[IdeaId]) -> Vec<Group<ThemedIdea>> {
    let of_theme = |idea: &IdeaId, theme: ThemeId| context.report[*idea].themes.contains(&theme);
    let themes: BTreeSet<ThemeId> = ideas
        .iter()
        .flat_map(|idea| context.report[*idea].themes.iter().copied())
        .collect();
    let mut rest = ideas.to_vec();
    let mut groups: Vec<(Option<ThemeId>, Vec<IdeaId>)> = Vec::new();
    loop {
        let number = |theme: ThemeId| rest.iter().filter(|idea| of_theme(idea, theme)).count();
        // Of themes with as many, the first by order.
        let largest = themes
            .iter()
            .map(|theme| (number(*theme), *theme))
            .max_by_key(|(number, theme)| (*number, Reverse(*theme)))
            .filter(|(number, _)| *number > 0);
        let Some((_, theme)) = largest else {
            break;
        };
        let (found, others) = rest.into_iter().partition(|idea| of_theme(idea, theme));
        rest = others;
        groups.push((Some(theme), found));
    }
    if !rest.is_empty() {
        groups.push((None, rest));
    }
    groups
        .into_iter()
        .map(|(theme, ideas)| Group {
            tag: theme.map(|theme| tags::page_tag(context, theme)),
            label: None,
            items: context.each(&ideas, |context, idea| ThemedIdea {
                card: exchange_cards::idea_card(context, idea),
                others: other_themes(context, idea, theme),
            }),
        })
        .collect()
}

fn other_themes(context: Context<'_>, idea: IdeaId, but: Option<ThemeId>) -> Vec<Shared<Tag>> {
    let themes = context.report[idea].themes.iter().copied();
    let others: Vec<ThemeId> = themes.filter(|theme| Some(*theme) != but).collect();
    tags::theme_tags(context, &others)
}

/// An idea among those of one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemedIdea {
    pub card: Shared<IdeaCard>,
    /// The themes that it has besides.
    pub others: Vec<Shared<Tag>>,
}
