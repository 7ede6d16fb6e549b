//! Headings: which level and which id each gets.
//!
//! An id comes from the heading's own words, so that a link to it holds when other headings change;
//! only a repeat of the same words gets a number. Levels follow the outline: the text's highest
//! headings get the level that the page has for them, and no level is skipped.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use super::events::{events, partners, words_of};
use crate::id::Id;

/// What a heading becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// The index of the event that starts it.
    pub(super) at: usize,
    /// 1 to 6.
    pub(super) level: u8,
    /// None where the heading has no letter or digit.
    pub(super) id: Option<String>,
}

/// The headings of a text, in order. An empty one is none: it would be a silence in a screen
/// reader's list.
pub(super) fn plan(events: &[Event<'_>], partners: &[usize], highest: u8) -> Vec<Heading> {
    let mut open: Vec<u8> = Vec::new();
    let mut headings: Vec<Heading> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let Event::Start(Tag::Heading { level, .. }) = event else {
            continue;
        };
        let words = words_of(&events[at + 1..partners[at]]);
        if words.trim().is_empty() {
            continue;
        }
        let written = *level as u8;
        while open.last().is_some_and(|above| *above >= written) {
            open.pop();
        }
        let below = u8::try_from(open.len()).unwrap_or(6);
        open.push(written);
        headings.push(Heading {
            at,
            level: (highest.clamp(1, 6) + below).min(6),
            id: own_id(&words),
        });
    }
    number_repeats(&mut headings);
    headings
}

/// The ids of the headings of a text, in order: what a link within the text may name.
pub(super) fn ids(events: &[Event<'_>]) -> Vec<String> {
    let is_heading = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { .. }));
    if !events.iter().any(is_heading) {
        return Vec::new();
    }
    let headings = plan(events, &partners(events), 1);
    headings
        .into_iter()
        .filter_map(|heading| heading.id)
        .collect()
}

/// The ids that the headings of a text get, before whatever keeps them apart from those of other
/// texts on a page.
pub fn heading_ids(text: &str) -> Vec<String> {
    // A heading begins with this sign, or has a line of others below it.
    if !text.contains(['#', '=', '-']) {
        return Vec::new();
    }
    events(text).map_or_else(Vec::new, |events| ids(&events))
}

/// The id of a heading by itself. One that would begin with a digit gets an `s-` (section):
/// fragments and style sheets want a letter.
fn own_id(words: &str) -> Option<String> {
    let id = Id::from_title(words)?;
    Some(
        if id
            .as_str()
            .starts_with(|first: char| first.is_ascii_digit())
        {
            format!("s-{id}")
        } else {
            id.to_string()
        },
    )
}

/// Gives repeats `-2`, `-3`, passing over ids that another heading has of itself.
fn number_repeats(headings: &mut [Heading]) {
    let own: BTreeSet<String> = headings
        .iter()
        .filter_map(|heading| heading.id.clone())
        .collect();
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for id in headings
        .iter_mut()
        .filter_map(|heading| heading.id.as_mut())
    {
        let count = uses.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            while own.contains(&format!("{id}-{count}")) {
                *count += 1;
            }
            *id = format!("{id}-{count}");
        }
    }
}
