//! Pages that have little of their own: they say in a sentence what is not on record, and show what
//! is near.

use super::also_for::{AlsoFor, also_for, everything_about};
use super::cards::Tag;
use super::context::Context;
use super::{recorded, tags};
use crate::plan::entries::{harvest_of, ideas_with_page};
use crate::plan::list::Narrow;
use crate::plan::page::Page;
use crate::records::{Completeness, EventId, Harvest, PartyRecord, RegionId, Report, ThemeId};
use crate::words::labels;
use crate::words::phrases::{self, Noun};
use crate::words::together;

/// Fewer records than this are little.
pub(super) const LITTLE: usize = 3;
/// How many of a kind that are near are shown.
const NEAR: usize = 3;

/// Whether so little is on record that the page must lead on.
pub(super) fn is_thin(harvest: &Harvest) -> bool {
    let Harvest {
        events,
        sessions,
        ideas,
        asks,
        offers,
        deals,
        outcomes,
        figures: _,
        leads: _,
    } = harvest;
    let records = events.len()
        + sessions.len()
        + ideas.len()
        + asks.len()
        + offers.len()
        + deals.len()
        + outcomes.len();
    records < LITTLE
}

/// The same of a person or organisation.
pub(super) fn has_done_little(record: &PartyRecord) -> bool {
    let records = record.spoke.len()
        + record.organised.len()
        + record.led.len()
        + record.ideas.len()
        + record.asks.len()
        + record.offers.len()
        + record.deals.len()
        + record.quotes.len();
    records < LITTLE
}

/// "Hier zijn geen deals of ideeën vastgelegd.", of what was kept, and then what was not.
pub(super) fn lacking(context: Context<'_>, harvest: &Harvest) -> Option<String> {
    let language = context.language;
    let kept = recorded::recorded_behind(context, harvest);
    let (not_kept, none): (Vec<_>, Vec<_>) = [
        (phrases::DEAL, harvest.deals.len(), kept.deals),
        (phrases::ASK, harvest.asks.len(), kept.asks),
        (phrases::OFFER, harvest.offers.len(), kept.offers),
        (phrases::IDEA, harvest.ideas.len(), kept.ideas),
    ]
    .into_iter()
    .filter(|(_, number, _)| *number == 0)
    .partition(|(.., kept)| *kept == Some(Completeness::None));
    let nouns = |of: Vec<(Noun, usize, Option<Completeness>)>| -> Vec<Noun> {
        of.into_iter().map(|(noun, ..)| noun).collect()
    };
    let said: Vec<String> = [
        together::none_here(&nouns(none), language),
        together::not_kept_here(&nouns(not_kept), language),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is for the whole of what lies around a page, or else what is near it.
pub(super) fn or_near(
    around: Vec<AlsoFor>,
    near: impl FnOnce() -> Option<AlsoFor>,
) -> Vec<AlsoFor> {
    if around.is_empty() {
        near().into_iter().collect()
    } else {
        around
    }
}

/// What is near a region: elsewhere in the regions that it lies in, or else the newest of all.
pub(super) fn near_region(context: Context<'_>, id: RegionId) -> Option<AlsoFor> {
    let region = &context.report[id];
    if !is_thin(&region.harvest) {
        return None;
    }
    let around = region.parents.iter().find_map(|parent| {
        let tag = tags::page_tag(context, *parent);
        let title = together::elsewhere_in(&tag.name.text, context.language);
        let around = &context.report[*parent].harvest;
        near(context, title, &tag, around, &[&region.harvest])
    });
    around.or_else(|| newest(context, &region.harvest))
}

/// What is near a theme: the rest of the themes that it is part of, or else the newest of all.
pub(super) fn near_theme(context: Context<'_>, id: ThemeId) -> Option<AlsoFor> {
    let theme = &context.report[id];
    if !is_thin(&theme.harvest) {
        return None;
    }
    let around = theme.parents.iter().find_map(|parent| {
        let tag = tags::page_tag(context, *parent);
        let title = together::more_about(&tag.name.text, context.language);
        let around = &context.report[*parent].harvest;
        near(context, title, &tag, around, &[&theme.harvest])
    });
    around.or_else(|| newest(context, &theme.harvest))
}

/// What is near a region and a theme: the same region, and the same theme elsewhere.
pub(super) fn near_crossing(
    context: Context<'_>,
    region: RegionId,
    theme: ThemeId,
) -> Vec<AlsoFor> {
    let report = context.report;
    let empty = Harvest::default();
    let own = harvest_of(report, Narrow::Crossing(region, theme)).unwrap_or(&empty);
    if !is_thin(own) {
        return Vec::new();
    }
    let (of_region, of_theme) = (
        tags::page_tag(context, region),
        tags::page_tag(context, theme),
    );
    let in_region = near(
        context,
        together::more_from(&of_region.name.text, context.language),
        &of_region,
        &report[region].harvest,
        &[own],
    );
    let elsewhere = near(
        context,
        together::more_about(&of_theme.name.text, context.language),
        &of_theme,
        &report[theme].harvest,
        &[own, &report[region].harvest],
    );
    let found: Vec<AlsoFor> = in_region.into_iter().chain(elsewhere).collect();
    or_near(found, || newest(context, own))
}

/// What is near somebody who did little: what else came of the newest event that they were at, then
/// of the regions given, or else the newest of all.
pub(super) fn near_party(
    context: Context<'_>,
    record: &PartyRecord,
    regions: &[RegionId],
) -> Option<AlsoFor> {
    if !has_done_little(record) {
        return None;
    }
    let own = Harvest {
        ideas: record.ideas.clone(),
        deals: record.deals.clone(),
        leads: [&record.asks[..], &record.offers[..]].concat(),
        events: record.events.clone(),
        ..Harvest::default()
    };
    let at_event = record.events.first().and_then(|event| {
        let tag = tags::event_tag(context, *event);
        let title = labels::FROM_SAME_EVENT.get(context.language).to_owned();
        let of_event = harvest_of_events(context.report, &[*event]);
        near(context, title, &tag, &of_event, &[&own])
    });
    let in_region = || {
        regions.iter().find_map(|region| {
            let tag = tags::page_tag(context, *region);
            let title = together::more_from(&tag.name.text, context.language);
            near(
                context,
                title,
                &tag,
                &context.report[*region].harvest,
                &[&own],
            )
        })
    };
    at_event
        .or_else(in_region)
        .or_else(|| newest(context, &own))
}

/// The newest of the whole site, besides a page's own.
fn newest(context: Context<'_>, own: &Harvest) -> Option<AlsoFor> {
    let report = context.report;
    let title = labels::NEWEST_HERE.get(context.language).to_owned();
    let tag = Tag {
        name: context.said(&context.config.title),
        href: context.href(Page::Home),
        id: String::new(),
    };
    let around = harvest_of_events(report, &report.events_newest);
    let found = near(context, title, &tag, &around, &[own])?;
    Some(AlsoFor {
        more: None,
        ..found
    })
}

/// What came of these events, as far as a page with little can show it.
fn harvest_of_events(report: &Report, events: &[EventId]) -> Harvest {
    // What a page has of its own is left out later, and it has little.
    let enough = NEAR + LITTLE;
    let mut harvest = Harvest::default();
    for id in events {
        let event = &report[*id];
        let needs = event.asks.iter().chain(&event.offers).copied();
        harvest.events.push(*id);
        harvest.deals.extend(&event.deals);
        harvest
            .leads
            .extend(needs.filter(|need| report[*need].lead));
        harvest.ideas.extend(&event.ideas);
        let parts = [
            harvest.deals.len(),
            harvest.leads.len(),
            harvest.ideas.len(),
        ];
        if parts.iter().all(|number| *number >= enough) {
            break;
        }
    }
    harvest
}

/// The first of what was harvested around a page that the page does not show already; events only
/// where nothing else is there.
fn near(
    context: Context<'_>,
    title: String,
    tag: &Tag,
    around: &Harvest,
    shown: &[&Harvest],
) -> Option<AlsoFor> {
    let ideas = ideas_with_page(context.report, &around.ideas);
    let mut rest = Harvest {
        deals: besides(&around.deals, |id| {
            shown.iter().any(|harvest| harvest.deals.contains(id))
        }),
        leads: besides(&around.leads, |id| {
            shown.iter().any(|harvest| harvest.leads.contains(id))
        }),
        ideas: besides(&ideas, |id| {
            shown.iter().any(|harvest| harvest.ideas.contains(id))
        }),
        ..Harvest::default()
    };
    if rest.is_empty() {
        rest.events = besides(&around.events, |id| {
            shown.iter().any(|harvest| harvest.events.contains(id))
        });
    }
    Some(AlsoFor {
        more: Some(everything_about(context, tag)),
        ..also_for(context, title, tag, &rest)?
    })
}

/// The first of these that are not shown.
fn besides<Id: Copy>(ids: &[Id], is_shown: impl Fn(&Id) -> bool) -> Vec<Id> {
    let others = ids.iter().filter(|id| !is_shown(id));
    others.take(NEAR).copied().collect()
}
