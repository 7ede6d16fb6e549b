//! The large numbers of an event, a region, a theme: each with how completely it was kept.

use std::collections::BTreeSet;

use super::cards::Number;
use super::context::Context;
use super::local_text::LocalText;
use super::tally::Basis;
use super::{exchange_cards, recorded, tally, trail};
use crate::plan::fragments::place;
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{
    Completeness, DealId, DealStatus, Event, EventId, Harvest, NeedId, OrganisationId, Party,
    PartyRecord, PersonId, Side, StatusNow,
};
use crate::words::dates::year;
use crate::words::labels;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};

/// Fewer sessions are no number to begin a page with.
const FEWEST_SESSIONS: usize = 3;

/// The band of large figures. Nothing is counted that was not kept.
pub(super) fn event_numbers(context: Context<'_>, id: EventId) -> Vec<Number> {
    let report = context.report;
    let event = &report[id];
    let words = context.words();
    let recorded = event.recorded;
    let is_listed = |needs: &[NeedId]| needs.iter().any(|need| !report[*need].inline);
    let ideas = exchange_cards::ideas_with_page(context, &event.ideas);
    let mut numbers = Vec::from_iter(participants_number(context, event));
    // All asks stand in no section together, nor do all offers: they have lists.
    let list = |kind, needs: &[NeedId]| {
        is_listed(needs).then(|| context.href(Page::first_of(kind, Narrow::Event(id))))
    };
    for (kind, number, kept, href) in [
        (
            ListKind::Deals,
            event.deals.len(),
            recorded.deals,
            Some(leading_down(words.deals)),
        ),
        (
            ListKind::Asks,
            event.asks.len(),
            recorded.asks,
            list(ListKind::Asks, &event.asks),
        ),
        (
            ListKind::Offers,
            event.offers.len(),
            recorded.offers,
            list(ListKind::Offers, &event.offers),
        ),
        (
            ListKind::Ideas,
            ideas,
            recorded.ideas,
            Some(leading_down(words.ideas)),
        ),
    ] {
        numbers.extend(kept_number(context, kind, number, kept, href));
    }
    let needs = event.asks.iter().chain(&event.offers);
    let leads = needs.filter(|need| report[**need].lead).count();
    if leads > 0 {
        let href = Some(leading_down(words.leads));
        numbers.push(plain_number(context, phrases::LEAD, leads, href));
    }
    if event.deals.len() + event.asks.len() + event.offers.len() + ideas == 0 {
        numbers.extend(talks(context, event));
    }
    numbers
}

/// What was said at an event where no asks, offers, deals or ideas came of it.
fn talks(context: Context<'_>, event: &Event) -> Vec<Number> {
    let words = context.words();
    [
        (phrases::SESSION, event.sessions.len(), words.programme),
        (phrases::SPEAKER, event.speakers.len(), words.speakers),
    ]
    .into_iter()
    .filter(|_| event.sessions.len() >= FEWEST_SESSIONS)
    .filter(|(_, number, _)| *number > 0)
    .map(|(noun, number, title)| plain_number(context, noun, number, Some(leading_down(title))))
    .collect()
}

/// From a number to the section of its page that holds what it counts, by that section's title.
fn leading_down(title: &str) -> String {
    format!("#{}", place(title))
}

/// How many took part: "70+".
pub(super) fn participants(context: Context<'_>, event: &Event) -> Option<String> {
    let plus = if event.participants_at_least { "+" } else { "" };
    let number = u64::from(event.participants?);
    Some(format!("{}{plus}", count(number, context.language)))
}

fn participants_number(context: Context<'_>, event: &Event) -> Option<Number> {
    let noun = phrases::PARTICIPANT
        .form(event.participants? as usize, context.language)
        .to_owned();
    Some(Number {
        value: participants(context, event)?,
        // A note in another language would make a label of two; it stands in the facts then.
        label: match context.said_some(event.participants_note.as_ref(), event.language) {
            Some(LocalText { text, lang: None }) => format!("{noun} {text}"),
            _ => noun,
        },
        kept: true,
        href: None,
    })
}

/// A number as far as it was kept; `None` where there is nothing to say.
pub(super) fn kept_number(
    context: Context<'_>,
    kind: ListKind,
    number: usize,
    kept: Option<Completeness>,
    href: Option<String>,
) -> Option<Number> {
    let noun = kind.noun();
    let basis = Basis { known: true, kept };
    match (kept, number) {
        (Some(Completeness::None), 0) => Some(Number {
            value: tally::tally(context, noun, number, basis).shown,
            label: noun.all(context.language).to_owned(),
            kept: false,
            href: None,
        }),
        (None | Some(Completeness::Some), 0) => None,
        (Some(Completeness::Some | Completeness::None), _) => Some(Number {
            value: count(number as u64, context.language),
            label: phrases::on_record(noun, number, true, context.language),
            kept: true,
            href,
        }),
        (Some(Completeness::All) | None, _) => Some(Number {
            value: count(number as u64, context.language),
            label: phrases::on_record(noun, number, false, context.language),
            kept: true,
            href: href.filter(|_| number > 0),
        }),
    }
}

/// The band of large figures of a region, theme or year.
pub(super) fn numbers(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Vec<Number> {
    let report = context.report;
    let words = context.words();
    let recorded = recorded::recorded_behind(context, harvest);
    let deals = harvest.deals.len();
    let deals = kept_number(
        context,
        ListKind::Deals,
        deals,
        recorded.deals,
        Some(leading_down(words.deals)),
    );
    let done = done_among(context, &harvest.deals);
    let mut numbers = Vec::from_iter(deals.map(|number| with_done(context, number, done)));
    let (asks, offers): (Vec<NeedId>, Vec<NeedId>) = harvest
        .leads
        .iter()
        .copied()
        .partition(|need| report[*need].side == Side::Ask);
    for (noun, leads) in [(phrases::OPEN_ASK, asks), (phrases::OPEN_OFFER, offers)] {
        if !leads.is_empty() {
            let href = Some(leading_down(words.leads));
            numbers.push(plain_number(context, noun, leads.len(), href));
        }
    }
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    let href = Some(leading_down(words.ideas));
    numbers.extend(kept_number(
        context,
        ListKind::Ideas,
        ideas,
        recorded.ideas,
        href,
    ));
    if numbers.is_empty() && harvest.sessions.len() >= FEWEST_SESSIONS {
        let href = Some(leading_down(words.sessions));
        let sessions = harvest.sessions.len();
        numbers.push(plain_number(context, phrases::SESSION, sessions, href));
    }
    if !harvest.events.is_empty() {
        let events = harvest.events.len();
        let href = Some(leading_down(words.events));
        let mut number = plain_number(context, phrases::EVENT, events, href);
        if let Some(whose) = recorded::whose_events(context, harvest, narrow) {
            number.label = format!("{} {}", number.label, whose.get(context.language));
        }
        numbers.push(number);
    }
    numbers
}

/// A number of deals with how many of them are done: "deals vastgelegd, waarvan 2 klaar; het kunnen
/// er meer zijn".
fn with_done(context: Context<'_>, number: Number, done: usize) -> Number {
    if done == 0 || !number.kept {
        return number;
    }
    let of_which = done_of(context, done);
    let label = match number.label.split_once(';') {
        Some((counted, rest)) => format!("{counted}, {of_which};{rest}"),
        None => format!("{}, {of_which}", number.label),
    };
    Number { label, ..number }
}

pub(super) fn plain_number(
    context: Context<'_>,
    noun: Noun,
    number: usize,
    href: Option<String>,
) -> Number {
    Number {
        value: count(number as u64, context.language),
        label: noun.form(number, context.language).to_owned(),
        kept: true,
        href,
    }
}

/// "waarvan 3 klaar".
pub(super) fn done_of(context: Context<'_>, done: usize) -> String {
    format!(
        "{} {} {}",
        labels::OF_WHICH.get(context.language),
        count(done as u64, context.language),
        labels::OF_WHICH_DONE.get(context.language)
    )
}

/// How many of these deals are done.
pub(super) fn done_among(context: Context<'_>, deals: &[DealId]) -> usize {
    let status = |deal: &DealId| context.report[*deal].status;
    let is_done = |now: &StatusNow<DealStatus>| now.status == DealStatus::Done;
    deals.iter().filter_map(status).filter(is_done).count()
}

/// How much a person or organisation did, as far as there is something.
pub(super) fn numbers_of_record(context: Context<'_>, record: &PartyRecord) -> Vec<Number> {
    let words = context.words();
    let done = done_among(context, &record.deals);
    [
        (phrases::DEAL, record.deals.len(), done, words.deals),
        (phrases::ASK, record.asks.len(), 0, words.asked),
        (phrases::OFFER, record.offers.len(), 0, words.offered),
        (phrases::IDEA, record.ideas.len(), 0, words.ideas),
        (phrases::EVENT, record.events.len(), 0, words.took_part_in),
    ]
    .into_iter()
    .filter(|(_, number, ..)| *number > 0)
    .map(|(noun, number, done, title)| {
        let number = plain_number(context, noun, number, Some(leading_down(title)));
        with_done(context, number, done)
    })
    .collect()
}

pub(super) fn span_of_years(context: Context<'_>) -> Option<String> {
    let years = &context.report.years;
    let (first, last) = (years.last()?.year, years.first()?.year);
    let words = if first == last {
        labels::reports_in(&year(first))
    } else {
        labels::reports_from_to(&year(first), &year(last))
    };
    Some(words.get(context.language).to_owned())
}

/// The numbers of the whole site.
pub(super) fn site_numbers(context: Context<'_>) -> Vec<Number> {
    let report = context.report;
    let ideas = report.ideas.iter().filter(|idea| !idea.inline).count();
    let leads = report.needs.iter().filter(|need| need.lead).count();
    home_numbers(context, report.deals.len(), ideas, leads)
}

pub(super) fn home_numbers(
    context: Context<'_>,
    deals: usize,
    ideas: usize,
    leads: usize,
) -> Vec<Number> {
    let report = context.report;
    let recorded = recorded::recorded_over(context, &report.events_newest);
    let href = |kind| Some(trail::list_crumb(context, kind).href);
    let plain = |kind: ListKind, number| {
        (number > 0).then(|| plain_number(context, kind.noun(), number, href(kind)))
    };
    let kept = |kind, number, kept| kept_number(context, kind, number, kept, href(kind));
    [
        plain(ListKind::Events, report.events.len()),
        kept(ListKind::Deals, deals, recorded.deals),
        kept(ListKind::Ideas, ideas, recorded.ideas),
        plain(ListKind::Leads, leads),
    ]
    .into_iter()
    .flatten()
    .chain(if deals == 0 {
        said_there(context)
    } else {
        Vec::new()
    })
    .collect()
}

/// What was said, where no deals came of it: sessions, and who spoke.
fn said_there(context: Context<'_>) -> Vec<Number> {
    let report = context.report;
    // Somebody who spoke at five events is one speaker.
    let speakers: BTreeSet<(Option<PersonId>, Option<OrganisationId>, &str)> = report
        .speakers
        .iter()
        .map(|speaker| match &speaker.person {
            Party::Person(person) => (Some(*person), None, ""),
            Party::Organisation(organisation) => (None, Some(*organisation), ""),
            Party::Words { name, organisation } => (None, *organisation, &**name),
        })
        .collect();
    [
        (phrases::SESSION, report.sessions.len()),
        (phrases::SPEAKER, speakers.len()),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(noun, number)| plain_number(context, noun, number, None))
    .collect()
}

/// What was not kept of an event, or not all of it.
pub(super) fn kept_notes(context: Context<'_>, event: &Event) -> Vec<String> {
    let recorded = event.recorded;
    let ideas = exchange_cards::ideas_with_page(context, &event.ideas);
    [
        (phrases::DEAL, recorded.deals, event.deals.len()),
        (phrases::ASK, recorded.asks, event.asks.len()),
        (phrases::OFFER, recorded.offers, event.offers.len()),
        (phrases::IDEA, recorded.ideas, ideas),
    ]
    .into_iter()
    .filter_map(|(noun, kept, number)| match kept? {
        Completeness::All => None,
        Completeness::None if number == 0 => Some(phrases::kind_not_kept(noun, context.language)),
        Completeness::Some if number == 0 => None,
        Completeness::Some | Completeness::None => {
            Some(phrases::at_least_kept(noun, number, context.language))
        }
    })
    .collect()
}
