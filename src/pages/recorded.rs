//! How completely events were recorded, one or many together.

use super::context::Context;
use crate::records::{Completeness, EventId, Harvest, Recorded};

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

/// How completely the events were recorded that what is here came from.
pub(super) fn recorded_behind(context: Context<'_>, harvest: &Harvest) -> Recorded {
    recorded_over(context, &events_behind(context, harvest))
}

/// How completely several events were recorded: a whole is no more complete than its parts.
pub(super) fn recorded_over(context: Context<'_>, events: &[EventId]) -> Recorded {
    let over = |kept: &dyn Fn(&Recorded) -> Option<Completeness>| {
        let all: Vec<Option<Completeness>> = events
            .iter()
            .map(|event| kept(&context.report[*event].recorded))
            .collect();
        if all.iter().all(|kept| *kept == Some(Completeness::None)) && !all.is_empty() {
            Some(Completeness::None)
        } else if all
            .iter()
            .any(|kept| matches!(kept, Some(Completeness::Some | Completeness::None)))
        {
            Some(Completeness::Some)
        } else {
            None
        }
    };
    Recorded {
        deals: over(&|recorded| recorded.deals),
        asks: over(&|recorded| recorded.asks),
        offers: over(&|recorded| recorded.offers),
        ideas: over(&|recorded| recorded.ideas),
    }
}
