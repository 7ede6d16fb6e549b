//! How completely events were recorded, one or many together.

use super::context::Context;
use crate::plan::list::Narrow;
use crate::records::{Completeness, EventId, Harvest, Recorded};
use crate::words::{Bilingual, labels};

/// The events that what is here came from: a deal for Twente may be made at an event of the
/// whole province.
pub(super) fn events_behind(context: Context<'_>, harvest: &Harvest) -> Vec<EventId> {
    let report = context.report;
    let mut events: Vec<EventId> = harvest.events.clone();
    events.extend(harvest.deals.iter().map(|deal| report[*deal].event));
    events.extend(harvest.leads.iter().map(|need| report[*need].event));
    events.extend(harvest.ideas.iter().map(|idea| report[*idea].event));
    events.sort_unstable();
    events.dedup();
    events
}

/// What tells the events of a region or theme from those that its deals came from: "voor deze
/// regio". `None` where these are the same, so that one number is both, and where it has no events
/// of its own to tell.
pub(super) fn whose_events(
    context: Context<'_>,
    harvest: &Harvest,
    narrow: Narrow,
) -> Option<Bilingual> {
    let own = harvest.events.len();
    if own == 0 || own == events_behind(context, harvest).len() {
        return None;
    }
    match narrow {
        Narrow::Region(_) => Some(labels::FOR_THIS_REGION),
        Narrow::Theme(_) => Some(labels::ON_THIS_THEME),
        Narrow::Crossing(..) => Some(labels::FOR_THIS_REGION_ON_THIS_THEME),
        // All that came of an event or a year came from there.
        Narrow::No
        | Narrow::Event(_)
        | Narrow::Year(_)
        | Narrow::Status(_)
        | Narrow::Person(_)
        | Narrow::Organisation(_) => None,
    }
}

/// How completely the events were recorded that what is here came from.
pub(super) fn recorded_behind(context: Context<'_>, harvest: &Harvest) -> Recorded {
    recorded_over(context, &events_behind(context, harvest))
}

/// The same for all kinds together.
pub(super) fn all_kinds_behind(context: Context<'_>, harvest: &Harvest) -> Option<Completeness> {
    let Recorded {
        deals,
        asks,
        offers,
        ideas,
    } = recorded_behind(context, harvest);
    together([deals, asks, offers, ideas])
}

/// How completely several events were recorded.
pub(super) fn recorded_over(context: Context<'_>, events: &[EventId]) -> Recorded {
    let over = |kept: fn(&Recorded) -> Option<Completeness>| {
        together(
            events
                .iter()
                .map(|event| kept(&context.report[*event].recorded)),
        )
    };
    Recorded {
        deals: over(|recorded| recorded.deals),
        asks: over(|recorded| recorded.asks),
        offers: over(|recorded| recorded.offers),
        ideas: over(|recorded| recorded.ideas),
    }
}

/// How completely all of these were recorded together: a whole is no more complete than its parts.
pub(super) fn together(
    parts: impl IntoIterator<Item = Option<Completeness>>,
) -> Option<Completeness> {
    let (mut kept, mut lacking) = (false, false);
    for part in parts {
        kept |= part != Some(Completeness::None);
        lacking |= matches!(part, Some(Completeness::Some | Completeness::None));
    }
    lacking.then_some(if kept {
        Completeness::Some
    } else {
        Completeness::None
    })
}
