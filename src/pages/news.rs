//! The newest news of what was harvested.

use super::context::Context;
use super::{exchange_cards, recorded};
use crate::records::{Completeness, EventId, Harvest};
use crate::words::labels;
use crate::words::phrases::{self, listing, sentence};

/// "Zeven deals, drie vragen nog open en elf ideeën uit vier bijeenkomsten."
pub(super) fn summary(context: Context<'_>, harvest: &Harvest) -> Option<String> {
    let from = recorded::events_behind(context, harvest);
    let recorded = recorded::recorded_over(context, &from);
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    let parts: Vec<String> = [
        (phrases::DEAL, harvest.deals.len(), recorded.deals),
        (phrases::LEAD, harvest.leads.len(), None),
        (phrases::IDEA, ideas, recorded.ideas),
    ]
    .into_iter()
    .filter(|(_, number, _)| *number > 0)
    .map(|(noun, number, kept)| {
        let counted = noun.in_text(number, context.language);
        if kept.is_some_and(|kept| kept != Completeness::All) {
            phrases::at_least(&counted, context.language)
        } else {
            counted
        }
    })
    .collect();
    let events = phrases::EVENT.in_text(from.len(), context.language);
    match (parts.is_empty(), from.is_empty()) {
        (true, true) => None,
        (true, false) => Some(sentence(&events)),
        (false, true) => Some(sentence(&listing(&parts, context.language))),
        (false, false) => Some(sentence(&format!(
            "{} {} {events}",
            listing(&parts, context.language),
            labels::FROM_VALUE.get(context.language)
        ))),
    }
}

/// "Stand van 14 maart 2024": the newest day that anything here is known of.
pub(super) fn newest_news(context: Context<'_>, harvest: &Harvest) -> Option<String> {
    let report = context.report;
    let deals = harvest
        .deals
        .iter()
        .filter_map(|deal| report[*deal].status.map(|now| now.as_of));
    let leads = harvest
        .leads
        .iter()
        .filter_map(|need| report[*need].status.map(|now| now.as_of));
    let ideas = harvest
        .ideas
        .iter()
        .filter_map(|idea| report[*idea].status.map(|now| now.as_of));
    let told = |event: &EventId| {
        let event = &report[*event];
        event.updated.or(event.published).unwrap_or(event.date)
    };
    // Where only ideas without a status count, the report that they stand in is all that is
    // known.
    let newest = deals
        .chain(leads)
        .chain(ideas)
        .chain(harvest.events.iter().take(1).map(told))
        .max();
    newest
        .or_else(|| {
            recorded::events_behind(context, harvest)
                .iter()
                .map(told)
                .max()
        })
        .map(|date| phrases::capitalised(&phrases::as_of(date, context.language)))
}
