//! The large numbers of an event, a region, a theme: each with how completely it was kept.

use super::cards::Number;
use super::context::Context;
use super::local_text::LocalText;
use super::{exchange_cards, recorded, trail};
use crate::plan::list::{ListKind, Narrow};
use crate::plan::page::Page;
use crate::records::{
    Completeness, Deal, DealStatus, Event, EventId, Harvest, NeedId, PartyRecord, RegionId, Side,
    ThemeId,
};
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};
use crate::words::{Language, both};

pub(super) fn all(context: Context<'_>, noun: Noun, number: usize) -> String {
    format!(
        "{} {}",
        both("Alle", "All").get(context.language),
        noun.counted(number, context.language)
    )
}

/// The band of large figures. Nothing is counted that was not kept.
pub(super) fn event_numbers(context: Context<'_>, id: EventId) -> Vec<Number> {
    let report = context.report;
    let event = &report[id];
    let mut numbers = Vec::new();
    if let Some(participants) = event.participants {
        let plus = if event.participants_at_least { "+" } else { "" };
        let noun = phrases::PARTICIPANT
            .form(participants as usize, context.language)
            .to_owned();
        numbers.push(Number {
            value: format!("{}{plus}", count(u64::from(participants), context.language)),
            // A note in another language would make a label of two; it stands in the facts
            // then.
            label: match context.said_some(event.participants_note.as_ref(), event.language) {
                Some(LocalText { text, lang: None }) => format!("{noun} {text}"),
                _ => noun,
            },
            kept: true,
            href: None,
        });
    }
    let list = |kind| Some(context.href(Page::first_of(kind, Narrow::Event(id))));
    let ideas = exchange_cards::ideas_with_page(context, &event.ideas);
    let listed_asks = event.asks.iter().any(|need| !report[*need].inline);
    let listed_offers = event.offers.iter().any(|need| !report[*need].inline);
    numbers.extend(kept_number(
        context,
        phrases::DEAL,
        event.deals.len(),
        event.recorded.deals,
        list(ListKind::Deals),
    ));
    numbers.extend(kept_number(
        context,
        phrases::ASK,
        event.asks.len(),
        event.recorded.asks,
        list(ListKind::Asks).filter(|_| listed_asks),
    ));
    numbers.extend(kept_number(
        context,
        phrases::OFFER,
        event.offers.len(),
        event.recorded.offers,
        list(ListKind::Offers).filter(|_| listed_offers),
    ));
    numbers.extend(kept_number(
        context,
        phrases::IDEA,
        ideas,
        event.recorded.ideas,
        list(ListKind::Ideas),
    ));
    let leads = event
        .asks
        .iter()
        .chain(&event.offers)
        .filter(|need| report[**need].lead)
        .count();
    if leads > 0 {
        numbers.push(Number {
            value: count(leads as u64, context.language),
            label: phrases::LEAD.form(leads, context.language).to_owned(),
            kept: true,
            href: None,
        });
    }
    numbers
}

/// A number as far as it was kept; `None` where there is nothing to say.
pub(super) fn kept_number(
    context: Context<'_>,
    noun: Noun,
    number: usize,
    kept: Option<Completeness>,
    href: Option<String>,
) -> Option<Number> {
    match (kept, number) {
        (Some(Completeness::None), 0) => Some(Number {
            value: phrases::not_kept(context.language).to_owned(),
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
/// The numbers of a region's page.
pub(super) fn region_numbers(context: Context<'_>, id: RegionId) -> Vec<Number> {
    numbers(context, &context.report[id].harvest, Narrow::Region(id))
}

/// The numbers of a theme's page.
pub(super) fn theme_numbers(context: Context<'_>, id: ThemeId) -> Vec<Number> {
    numbers(context, &context.report[id].harvest, Narrow::Theme(id))
}

pub(super) fn numbers(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Vec<Number> {
    let report = context.report;
    let recorded = recorded::recorded_over(context, &recorded::events_behind(context, harvest));
    let list = |kind| {
        Some(context.href(Page::first_of(kind, narrow)))
            .filter(|_| !matches!(narrow, Narrow::Crossing(..)))
    };
    let ideas = exchange_cards::ideas_with_page(context, &harvest.ideas);
    let (asks, offers): (Vec<NeedId>, Vec<NeedId>) = harvest
        .leads
        .iter()
        .copied()
        .partition(|need| report[*need].side == Side::Ask);
    let mut numbers = Vec::new();
    if let Some(mut number) = kept_number(
        context,
        phrases::DEAL,
        harvest.deals.len(),
        recorded.deals,
        list(ListKind::Deals),
    ) {
        let done = harvest
            .deals
            .iter()
            .filter(|deal| is_done(&report[**deal]))
            .count();
        if done > 0 && number.kept {
            // "deals vastgelegd, waarvan 2 klaar; het kunnen er meer zijn"
            let (kept, rest) = number
                .label
                .split_once(';')
                .map_or((number.label.as_str(), String::new()), |(kept, rest)| {
                    (kept, format!(";{rest}"))
                });
            number.label = format!("{kept}, {}{rest}", done_of(context, done));
        }
        numbers.push(number);
    }
    for (noun, leads) in [(phrases::OPEN_ASK, asks), (phrases::OPEN_OFFER, offers)] {
        if !leads.is_empty() {
            numbers.push(plain_number(
                context,
                noun,
                leads.len(),
                list(ListKind::Leads),
            ));
        }
    }
    numbers.extend(kept_number(
        context,
        phrases::IDEA,
        ideas,
        recorded.ideas,
        list(ListKind::Ideas),
    ));
    if !harvest.events.is_empty() {
        numbers.push(plain_number(
            context,
            phrases::EVENT,
            harvest.events.len(),
            None,
        ));
    }
    numbers
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
        both("waarvan", "of which").get(context.language),
        count(done as u64, context.language),
        both("klaar", "done").get(context.language)
    )
}

pub(super) fn is_done(deal: &Deal) -> bool {
    deal.status
        .is_some_and(|now| now.status == DealStatus::Done)
}

/// How much a person or organisation did, as far as there is something.
pub(super) fn numbers_of_record(context: Context<'_>, record: &PartyRecord) -> Vec<Number> {
    let report = context.report;
    let mut numbers: Vec<Number> = Vec::new();
    for (noun, number) in [
        (phrases::EVENT, record.events.len()),
        (phrases::ASK, record.asks.len()),
        (phrases::OFFER, record.offers.len()),
        (phrases::DEAL, record.deals.len()),
        (phrases::IDEA, record.ideas.len()),
    ] {
        if number > 0 {
            let mut figure = plain_number(context, noun, number, None);
            let done = record
                .deals
                .iter()
                .filter(|deal| is_done(&report[**deal]))
                .count();
            if noun.form(2, Language::En) == phrases::DEAL.form(2, Language::En) && done > 0 {
                figure.label = format!("{}, {}", figure.label, done_of(context, done));
            }
            numbers.push(figure);
        }
    }
    numbers
}

pub(super) fn span_of_years(context: Context<'_>) -> Option<String> {
    let years = &context.report.years;
    let (first, last) = (years.last()?.year, years.first()?.year);
    Some(match (context.language, first == last) {
        (Language::Nl, true) => format!("Verslagen van bijeenkomsten in {first}"),
        (Language::Nl, false) => {
            format!("Verslagen van bijeenkomsten, {first} tot en met {last}")
        }
        (Language::En, true) => format!("Reports of events in {first}"),
        (Language::En, false) => format!("Reports of events, {first} to {last}"),
    })
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
    let mut numbers = Vec::new();
    if !report.events.is_empty() {
        numbers.push(plain_number(
            context,
            phrases::EVENT,
            report.events.len(),
            href(ListKind::Events),
        ));
    }
    numbers.extend(kept_number(
        context,
        phrases::DEAL,
        deals,
        recorded.deals,
        href(ListKind::Deals),
    ));
    numbers.extend(kept_number(
        context,
        phrases::IDEA,
        ideas,
        recorded.ideas,
        href(ListKind::Ideas),
    ));
    if leads > 0 {
        numbers.push(plain_number(
            context,
            phrases::LEAD,
            leads,
            href(ListKind::Leads),
        ));
    }
    numbers
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
