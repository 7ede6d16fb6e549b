//! The pages of who took part: people, organisations, and the series they came back to.

use super::cards::part_label;
use super::context::Context;
use super::harvest::is_done;
use super::head::Head;
use super::texts::Standing;
use super::{cards, drawings, event, harvest, head, sharing, shelf, texts, trail};
use crate::pages::view::{
    Did, EditionColumn, LinkRow, Number, OrganisationView, PartRow, PersonView, Said, SeriesView,
};
use crate::plan::page::{Embedded, LIST_LENGTH, ListKind, Page};
use crate::report::{
    Completeness, EventId, FigureId, OrganisationId, OrganisationKind, Party, PartyRecord,
    PersonId, SeriesId, SeriesKind, SpeakerId,
};
use crate::words::numbers::count;
use crate::words::phrases::{self, sentence};
use crate::words::{Bilingual, Language, both};

/// How many names a column of a series shows.
const RETURNED_SHOWN: usize = 20;

pub(super) fn person(context: Context<'_>, id: PersonId) -> PersonView {
    let person = &context.report[id];
    let role = person.role.as_ref().map(|role| context.said(role));
    let organisation = person
        .organisation
        .as_ref()
        .map(|party| shelf::party(context, party));
    let description = [
        role.as_ref().map(|role| role.text.clone()),
        organisation.as_ref().map(|tag| tag.name.text.clone()),
    ];
    PersonView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "person",
                section: "people",
                page: Page::Person(id),
                title: Said::name(&person.name),
                full_title: person.name.clone(),
                description: Some(
                    description
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(", "),
                ),
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::People)]),
            },
        ),
        name: person.name.clone(),
        role,
        organisation,
        also: person.also.clone(),
        text: person.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
        links: cards::link_rows(context, &person.links, texts::written_in(context, None)),
        did: did(context, &person.record, false),
    }
}

pub(super) fn organisation(context: Context<'_>, id: OrganisationId) -> OrganisationView {
    let organisation = &context.report[id];
    let name = context.said(&organisation.name);
    let kind = organisation
        .kind
        .and_then(organisation_kind)
        .map(|kind| kind.get(context.language).to_owned());
    OrganisationView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "organisation",
                section: "organisations",
                page: Page::Organisation(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: organisation
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160))
                    .or_else(|| kind.clone()),
                trail: trail::trail(
                    context,
                    vec![trail::list_crumb(context, ListKind::Organisations)],
                ),
            },
        ),
        id: organisation.id.to_string(),
        name: Said::heading(&name),
        kind,
        regions: cards::region_tags(context, &organisation.regions),
        website: organisation.website.as_ref().map(|url| LinkRow {
            title: context.as_written(
                url.split_once("://")
                    .map_or(url.as_str(), |(_, rest)| rest)
                    .trim_end_matches('/'),
                context.language,
            ),
            href: url.clone(),
        }),
        also: organisation.also.clone(),
        former_names: organisation.former_names.clone(),
        until: organisation
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: organisation.successor.and_then(|other| {
            cards::record_tag(context, crate::report::RecordId::Organisation(other))
        }),
        predecessors: organisation
            .predecessors
            .iter()
            .filter_map(|other| {
                cards::record_tag(context, crate::report::RecordId::Organisation(*other))
            })
            .collect(),
        text: organisation.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
        people: organisation
            .people
            .iter()
            .map(|person| shelf::person_tag(context, *person))
            .collect(),
        did: did(context, &organisation.record, true),
        own_site: sharing::own_site(context, Embedded::Organisation(id)),
    }
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
            let mut figure = harvest::plain_number(context, noun, number, None);
            let done = record
                .deals
                .iter()
                .filter(|deal| is_done(&report[**deal]))
                .count();
            if noun.form(2, Language::En) == phrases::DEAL.form(2, Language::En) && done > 0 {
                figure.label = format!("{}, {}", figure.label, harvest::done_of(context, done));
            }
            numbers.push(figure);
        }
    }
    numbers
}

/// All that a person or organisation did.
fn did(context: Context<'_>, record: &PartyRecord, name_people: bool) -> Did {
    Did {
        numbers: numbers_of_record(context, record),
        spoke: cards::section(
            &record.spoke,
            LIST_LENGTH,
            |speaker| part_row(context, speaker, name_people),
            || None,
        ),
        organised: cards::section(
            &record.organised,
            LIST_LENGTH,
            |event| shelf::event_card(context, event),
            || None,
        ),
        led: cards::section(
            &record.led,
            LIST_LENGTH,
            |session| cards::session_tag(context, session),
            || None,
        ),
        asks: cards::section(
            &record.asks,
            LIST_LENGTH,
            |need| shelf::lead_card(context, need),
            || None,
        ),
        offers: cards::section(
            &record.offers,
            LIST_LENGTH,
            |need| shelf::lead_card(context, need),
            || None,
        ),
        deals: cards::section(
            &record.deals,
            LIST_LENGTH,
            |deal| shelf::deal_card(context, deal),
            || None,
        ),
        ideas: cards::section(
            &record.ideas,
            LIST_LENGTH,
            |idea| shelf::idea_card(context, idea),
            || None,
        ),
        quotes: cards::section(
            &record.quotes,
            LIST_LENGTH,
            |quote| cards::quote_card(context, quote, false),
            || None,
        ),
        events: harvest::events_by_year(
            context,
            &record.events[..record.events.len().min(LIST_LENGTH)],
        ),
    }
}

fn part_row(context: Context<'_>, id: SpeakerId, name_person: bool) -> PartRow {
    let speaker = &context.report[id];
    let written_in = context.report[speaker.event].language;
    // Several parts may stand on one page, so each keeps its ids to itself.
    let prefix = format!("{}-{}-", context.report[speaker.event].id, id.0);
    let prefix = if prefix.starts_with(|first: char| first.is_ascii_digit()) {
        format!("bij-{prefix}")
    } else {
        prefix
    };
    PartRow {
        event: shelf::event_card(context, speaker.event),
        role: speaker
            .role
            .as_ref()
            .map(|role| context.said_from(role, written_in)),
        organisation: speaker
            .organisation
            .as_ref()
            .map(|party| shelf::party(context, party)),
        part: speaker
            .part
            .and_then(|part| part_label(part, context.language)),
        text: speaker.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: Some(speaker.event),
                    heading_level: 4,
                    prefix: &prefix,
                },
            )
        }),
        person: name_person.then(|| shelf::party(context, &speaker.person)),
    }
}

pub(super) fn series(context: Context<'_>, id: SeriesId) -> SeriesView {
    let report = context.report;
    let series = &report[id];
    let name = context.said(&series.name);
    let figures = measured_over(context, &series.events);
    let deals: Vec<_> = series
        .events
        .iter()
        .flat_map(|event| report[*event].deals.iter().copied())
        .collect();
    SeriesView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "series",
                section: "series",
                page: Page::Series(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: series
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Series)]),
            },
        ),
        name: Said::heading(&name),
        kind: series
            .kind
            .and_then(series_kind)
            .map(|kind| kind.get(context.language).to_owned()),
        text: series.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
        editions: series
            .events
            .iter()
            .enumerate()
            .map(|(position, event)| {
                let returned = position
                    .checked_sub(1)
                    .and_then(|before| series.returned.get(before))
                    .map_or(&[][..], Vec::as_slice);
                edition(context, *event, returned)
            })
            .collect(),
        by_status: drawings::deals_by_status(context, &deals, false),
        figures: figures
            .into_iter()
            .map(|figure| cards::figure_card(context, figure, false))
            .collect(),
    }
}

/// The newest figure of each measure that more than one edition has.
fn measured_over(context: Context<'_>, events: &[EventId]) -> Vec<FigureId> {
    let report = context.report;
    let mut newest: Vec<FigureId> = Vec::new();
    for event in events.iter().rev() {
        for figure in &report[*event].figures {
            let Some(measure) = &report[*figure].measure else {
                continue;
            };
            if !newest
                .iter()
                .any(|known| report[*known].measure.as_ref() == Some(measure))
            {
                newest.push(*figure);
            }
        }
    }
    newest.retain(|figure| {
        report[*figure]
            .measure
            .as_ref()
            .and_then(|measure| context.views.measures.get(measure))
            .is_some_and(|all| all.len() > 1)
    });
    newest
}

fn edition(context: Context<'_>, id: EventId, returned: &[Party]) -> EditionColumn {
    let report = context.report;
    let event = &report[id];
    let kept = |number: usize, kept: Option<Completeness>| match (kept, number) {
        (Some(Completeness::None), 0) => phrases::not_kept(context.language).to_owned(),
        (Some(Completeness::Some | Completeness::None), _) => {
            format!(
                "{} {}",
                both("minstens", "at least").get(context.language),
                count(number as u64, context.language)
            )
        }
        (Some(Completeness::All) | None, _) => count(number as u64, context.language),
    };
    let open = event
        .asks
        .iter()
        .chain(&event.offers)
        .filter(|need| report[**need].lead)
        .count();
    let done = event
        .deals
        .iter()
        .filter(|deal| is_done(&report[**deal]))
        .count();
    let ideas = cards::ideas_with_page(context, &event.ideas);
    // What was not held has no counts: its columns say what became of it instead of nought.
    let not_held = event::event_status_word(context, id).filter(|_| {
        event.deals.is_empty() && event.ideas.is_empty() && event.participants.is_none()
    });
    let dash = |text: String| {
        if not_held.is_some() {
            "–".to_owned()
        } else {
            text
        }
    };
    EditionColumn {
        event: shelf::event_card(context, id),
        edition: event.edition.clone(),
        participants: dash(event.participants.map_or_else(
            || phrases::not_kept(context.language).to_owned(),
            |participants| {
                format!(
                    "{}{}",
                    count(u64::from(participants), context.language),
                    if event.participants_at_least { "+" } else { "" }
                )
            },
        )),
        deals: dash(kept(event.deals.len(), event.recorded.deals)),
        done: dash(kept(done, event.recorded.deals)),
        open: dash(kept(
            open,
            event.recorded.asks.max_incomplete(event.recorded.offers),
        )),
        ideas: dash(kept(ideas, event.recorded.ideas)),
        returned: returned
            .iter()
            .take(RETURNED_SHOWN)
            .map(|party| shelf::party(context, party))
            .collect(),
        returned_total: returned.len(),
    }
}

/// Two kinds counted together are as complete as the lesser.
trait MaxIncomplete {
    fn max_incomplete(self, other: Self) -> Self;
}

impl MaxIncomplete for Option<Completeness> {
    fn max_incomplete(self, other: Self) -> Self {
        match (self, other) {
            (Some(Completeness::None), Some(Completeness::None)) => Some(Completeness::None),
            (Some(Completeness::Some | Completeness::None), _)
            | (_, Some(Completeness::Some | Completeness::None)) => Some(Completeness::Some),
            (Some(Completeness::All), _) | (_, Some(Completeness::All)) => Some(Completeness::All),
            (None, None) => None,
        }
    }
}

pub(super) fn organisation_kind(kind: OrganisationKind) -> Option<Bilingual> {
    match kind {
        OrganisationKind::School => Some(both("School", "School")),
        OrganisationKind::Company => Some(both("Bedrijf", "Company")),
        OrganisationKind::Government => Some(both("Overheid", "Government")),
        OrganisationKind::Sector => Some(both("Branche", "Sector")),
        OrganisationKind::Network => Some(both("Netwerk", "Network")),
        OrganisationKind::Other => None,
    }
}

pub(super) fn series_kind(kind: SeriesKind) -> Option<Bilingual> {
    match kind {
        SeriesKind::Yearly => Some(both("Elk jaar", "Every year")),
        SeriesKind::Programme => Some(both("Programma", "Programme")),
        SeriesKind::Other => None,
    }
}
