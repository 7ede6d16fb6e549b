//! The newest news of what was harvested.

use super::context::Context;
use super::{exchange_cards, recorded};
use crate::plan::list::Narrow;
use crate::records::{Completeness, EventId, Harvest, NeedId, Side};
use crate::words::labels;
use crate::words::phrases::{self, listing, sentence};

/// "Zeven deals en elf ideeën uit vier bijeenkomsten, waarvan één voor deze regio. Nog open: drie
/// vragen."
pub(super) fn summary(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Option<String> {
    let from = recorded::events_behind(context, harvest);
    let recorded = recorded::recorded_over(context, &from);
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    let parts: Vec<String> = [
        (phrases::DEAL, harvest.deals.len(), recorded.deals),
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
    let mut events = phrases::EVENT.in_text(from.len(), context.language);
    if let Some(whose) = recorded::whose_events(context, harvest, narrow) {
        let own = harvest.events.len();
        events = phrases::of_which(&events, own, whose, context.language);
    }
    let from_events = |parts: &[String]| {
        let parts = listing(parts, context.language);
        if from.is_empty() {
            return parts;
        }
        let from = labels::FROM_VALUE.get(context.language);
        format!("{parts} {from} {events}")
    };
    let open = still_open(context, harvest);
    match (parts.is_empty(), open.is_empty()) {
        (true, true) => (!from.is_empty()).then(|| sentence(&events)),
        (true, false) => Some(phrases::still_open(&from_events(&open), context.language)),
        (false, true) => Some(sentence(&from_events(&parts))),
        (false, false) => Some(format!(
            "{} {}",
            sentence(&from_events(&parts)),
            phrases::still_open(&listing(&open, context.language), context.language)
        )),
    }
}

/// "drie vragen", "één aanbod": what nobody has taken up yet.
fn still_open(context: Context<'_>, harvest: &Harvest) -> Vec<String> {
    let side = |id: &&NeedId| context.report[**id].side == Side::Ask;
    let asks = harvest.leads.iter().filter(side).count();
    [
        (phrases::ASK, asks),
        (phrases::OFFER, harvest.leads.len() - asks),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(noun, number)| noun.in_text(number, context.language))
    .collect()
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
