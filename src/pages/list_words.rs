//! What lists are called: by what they list, by what narrows them.

use super::cards::Tag;
use super::context::Context;
use super::local_text::LocalText;
use super::tally::Basis;
use super::{recorded, tags, tally};
use crate::plan::entries::harvest_of;
use crate::plan::list::{List, ListKind, Narrow, Status};
use crate::plan::page::Page;
use crate::records::{Completeness, Recorded};
use crate::words::dates;
use crate::words::numbers::count;
use crate::words::phrases;

/// How much is in a list: "17 deals vastgelegd"; where there is nothing, in the words of every count
/// of nothing.
pub(super) fn list_count(context: Context<'_>, list: List, number: usize) -> String {
    if number == 0 {
        let basis = Basis {
            known: !context.report.events.is_empty(),
            kept: kept(context, list),
        };
        let said = tally::tally(context, list.kind.noun(), number, basis).said;
        return phrases::capitalised(&said);
    }
    format!(
        "{} {}",
        count(number as u64, context.language),
        list_noun(context, list, number)
    )
}

/// What follows the count of a list, and claims no more than was kept: "deals vastgelegd; het
/// kunnen er meer zijn".
pub(super) fn list_noun(context: Context<'_>, list: List, number: usize) -> String {
    let noun = list.kind.noun();
    if !matches!(
        list.kind,
        ListKind::Deals | ListKind::Ideas | ListKind::Asks | ListKind::Offers
    ) {
        return noun.form(number, context.language).to_owned();
    }
    // Whether something was left out of what was kept.
    let partly = matches!(
        kept(context, list),
        Some(Completeness::Some | Completeness::None)
    );
    phrases::on_record(noun, number, partly, context.language)
}

/// How completely was recorded what a list holds.
fn kept(context: Context<'_>, list: List) -> Option<Completeness> {
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
    match list.kind {
        ListKind::Deals => recorded.deals,
        ListKind::Ideas => recorded.ideas,
        ListKind::Asks => recorded.asks,
        ListKind::Offers => recorded.offers,
        _ => None,
    }
}

/// How completely the events were recorded that the entries of narrowed lists came from.
fn recorded_of(context: Context<'_>, narrow: Narrow) -> Recorded {
    harvest_of(context.report, narrow)
        .map(|harvest| recorded::recorded_behind(context, harvest))
        .unwrap_or_default()
}

pub(super) fn narrowed_by(context: Context<'_>, narrow: Narrow) -> Option<Tag> {
    match narrow {
        Narrow::No | Narrow::Event(_) => None,
        Narrow::Region(region) => Some(tags::page_tag(context, region)),
        Narrow::Theme(theme) => Some(tags::page_tag(context, theme)),
        Narrow::Person(person) => Some(tags::page_tag(context, person)),
        Narrow::Organisation(organisation) => Some(tags::page_tag(context, organisation)),
        Narrow::Crossing(region, theme) => {
            let (region_tag, theme_tag) = (
                tags::page_tag(context, region),
                tags::page_tag(context, theme),
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
            name: LocalText::name(&dates::year(year)),
            href: context.href(Page::Year(year)),
            id: dates::year(year),
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
                name: context.own(status.label().get(context.language)),
                href,
                id: String::new(),
            })
        }
    }
}
