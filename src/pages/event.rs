//! The page of an event: its report, who was there, what came of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::{DealCard, EventCard, IdeaCard, LeadCard, More, Number, PartyTag, Tag};
use super::context::Context;
use super::event_cards::{FigureCard, OutcomeCard, QuoteCard, SpeakerCard};
use super::head::Head;
use super::head::PageHead;
use super::local_text::{Html, LocalText};
use super::photos::PhotoCard;
use super::programme::Day;
use super::sections::{Group, Section};
use super::site::SiteHead;
use super::sources::{CorrectionRow, LinkRow, ResourceCard, SourceRow};
use super::texts::TextPlace;
use super::{
    event_cards, exchange_cards, head, linked_events, numbers, photos, programme, sections,
    sources, tags, texts, trail,
};
use crate::content::choices::Choice as _;
use crate::plan::list::{LIST_LENGTH, ListKind, Narrow};
use crate::plan::page::{HUB_SESSIONS, Page};
use crate::report::{
    Completeness, Event, EventId, EventStatus, IdeaId, NeedId, PhotoId, RecordId, ThemeId,
};
use crate::shared::Shared;
use crate::words::both;
use crate::words::dates::day_month_year;
use crate::words::fragments;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};

#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub(super) fn event(context: Context<'_>, id: EventId) -> EventView {
    let report = context.report;
    let event = &report[id];
    let written_in = event.language;
    let title = context.said_from(&event.title, written_in);
    let description = event
        .summary
        .as_ref()
        .map(|summary| context.said_from(summary, written_in).text)
        .or_else(|| {
            event
                .text
                .as_ref()
                .map(|text| texts::plain(context, text, 160))
        });
    let hub = event.sessions.len() > HUB_SESSIONS;
    let taken: Vec<NeedId> = event
        .deals
        .iter()
        .flat_map(|deal| report[*deal].asks.iter().chain(&report[*deal].offers))
        .copied()
        .collect();
    let needs: Vec<NeedId> = event
        .asks
        .iter()
        .chain(&event.offers)
        .copied()
        .filter(|need| !report[*need].inline)
        .collect();
    let leads: Vec<NeedId> = needs
        .iter()
        .copied()
        .filter(|need| report[*need].lead)
        .collect();
    let settled: Vec<NeedId> = needs
        .iter()
        .copied()
        .filter(|need| !report[*need].lead && !taken.contains(need))
        .collect();
    let ideas: Vec<IdeaId> = event
        .ideas
        .iter()
        .copied()
        .filter(|idea| !report[*idea].inline)
        .collect();
    let list = |kind| context.href(Page::first_of(kind, Narrow::Event(id)));
    let more = |kind, noun: Noun, number| {
        Some(More {
            label: numbers::all(context, noun, number),
            href: list(kind),
        })
    };
    let (previous, next) = neighbours(context, id);
    let prefix = format!("{}-", fragments::TEXT.get(context.language));
    let place = TextPlace {
        event: Some(id),
        heading_level: 3,
        prefix: &prefix,
    };
    let text = event.text.as_ref().map(|text| {
        if event.hero.is_some() {
            texts::html(context, text, place)
        } else {
            texts::opening_html(context, text, place)
        }
    });
    let is_pictured = event.hero.is_some() || text.as_ref().is_some_and(Html::has_picture);
    let photos: Vec<PhotoId> = event
        .photos
        .iter()
        .copied()
        .filter(|photo| event.hero != Some(*photo))
        .collect();
    EventView {
        site: context.site(),
        page: head::head_of(
            context,
            Head {
                kind: "event",
                section: "events",
                page: id.into(),
                title: title.clone(),
                full_title: title.text.clone(),
                description,
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Events)]),
            },
            |address| linked_events::event_thing(context, id, address),
        ),
        id: event.id.to_string(),
        title: LocalText::heading(&title),
        date: tags::event_date(context, id),
        date_iso: event.date.to_string(),
        place: place_lines(event),
        attendance: event
            .attendance
            .and_then(|attendance| attendance.label_in(context.language))
            .map(ToOwned::to_owned),
        notice: notice(context, event),
        replaced_by: event
            .replaced_by
            .map(|other| event_cards::event_card(context, other)),
        replaces: comes_in_place_of(context, id)
            .map(|other| event_cards::event_card(context, other))
            .collect(),
        regions: tags::region_tags(context, &event.regions),
        themes: tags::theme_tags(context, &event.themes),
        series: event
            .series
            .and_then(|series| tags::record_tag(context, RecordId::Series(series))),
        edition: event.edition.clone(),
        organisers: tags::parties(context, &event.organisers),
        published: event
            .published
            .map(|date| day_month_year(date, context.language)),
        updated: event
            .updated
            .map(|date| phrases::updated_on(date, context.language)),
        question: event
            .question
            .as_ref()
            .map(|question| context.said_from(question, written_in)),
        summary: event
            .summary
            .as_ref()
            .map(|summary| context.said_from(summary, written_in)),
        participants_note: event
            .participants_note
            .as_ref()
            .map(|note| context.said_from(note, written_in))
            .filter(|note| note.lang.is_some() || event.participants.is_none()),
        hero: event.hero.map(|photo| photos::photo(context, photo, true)),
        numbers: numbers::event_numbers(context, id),
        text,
        speakers: event
            .speakers
            .iter()
            .map(|speaker| event_cards::speaker_card(context, *speaker))
            .collect(),
        programme: if hub {
            Vec::new()
        } else {
            programme::days(context, id)
        },
        programme_page: (!event.sessions.is_empty()).then(|| More {
            label: if hub {
                format!(
                    "{} ({})",
                    context.words().programme,
                    count(event.sessions.len() as u64, context.language)
                )
            } else {
                both("Programma per dag en zaal", "Programme by day and room")
                    .get(context.language)
                    .to_owned()
            },
            href: context.href(Page::Programme(id)),
        }),
        ideas: ideas_by_theme(context, &ideas[..ideas.len().min(LIST_LENGTH)]),
        ideas_more: if ideas.len() > LIST_LENGTH {
            more(ListKind::Ideas, phrases::IDEA, ideas.len())
        } else {
            None
        },
        deals: sections::section(
            &event.deals,
            LIST_LENGTH,
            |deal| exchange_cards::deal_card(context, deal),
            || more(ListKind::Deals, phrases::DEAL, event.deals.len()),
        ),
        leads: sections::section(
            &leads,
            LIST_LENGTH,
            |need| exchange_cards::lead_card(context, need),
            || more(ListKind::Asks, phrases::ASK, event.asks.len()),
        ),
        needs: sections::section(
            &settled,
            LIST_LENGTH,
            |need| exchange_cards::lead_card(context, need),
            || more(ListKind::Asks, phrases::ASK, event.asks.len()),
        ),
        outcomes: event
            .outcomes
            .iter()
            .map(|outcome| event_cards::outcome_card(context, *outcome, true))
            .collect(),
        quotes: event
            .quotes
            .iter()
            .map(|quote| event_cards::quote_card(context, *quote, true))
            .collect(),
        figures: event
            .figures
            .iter()
            .map(|figure| event_cards::figure_card(context, *figure, true))
            .collect(),
        photos: photos::gallery(context, &photos, !is_pictured),
        resources: event
            .resources
            .iter()
            .map(|resource| sources::resource_card(context, *resource))
            .collect(),
        links: sources::link_rows(context, &event.links, event.language),
        sources: sources::source_rows(context, &event.sources, event.language),
        corrections: sources::correction_rows(context, id, None),
        kept_notes: kept_notes(context, event),
        print: More {
            label: both(
                "Het hele verslag op één pagina",
                "The whole report on one page",
            )
            .get(context.language)
            .to_owned(),
            href: context.href(Page::Print(id)),
        },
        previous: previous.map(|other| event_cards::event_card(context, other)),
        next: next.map(|other| event_cards::event_card(context, other)),
    }
}

/// The events that an event came in the place of.
pub(super) fn comes_in_place_of(
    context: Context<'_>,
    id: EventId,
) -> impl Iterator<Item = EventId> {
    let events = context.report.events.iter().enumerate();
    events
        .filter(move |(_, other)| other.replaced_by == Some(id))
        .map(|(index, _)| EventId(crate::plan::subject::number(index)))
}

/// The editions before and after in the series.
fn neighbours(context: Context<'_>, id: EventId) -> (Option<EventId>, Option<EventId>) {
    let Some(series) = context.report[id].series else {
        return (None, None);
    };
    let events = &context.report[series].events;
    let Some(position) = events.iter().position(|event| *event == id) else {
        return (None, None);
    };
    (
        position.checked_sub(1).map(|before| events[before]),
        events.get(position + 1).copied(),
    )
}

fn notice(context: Context<'_>, event: &Event) -> Option<String> {
    let text = match event.status? {
        EventStatus::Held => return None,
        EventStatus::Planned => both(
            "Deze bijeenkomst is gepland en nog niet gehouden.",
            "This event is planned and has not been held yet.",
        ),
        EventStatus::Cancelled => {
            both("Deze bijeenkomst is afgelast.", "This event was cancelled.")
        }
        EventStatus::Moved => both("Deze bijeenkomst is verplaatst.", "This event was moved."),
    };
    Some(text.get(context.language).to_owned())
}

fn kept_notes(context: Context<'_>, event: &Event) -> Vec<String> {
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

/// Ideas by theme: an idea of two themes stands under each; those of none come last.
fn ideas_by_theme(context: Context<'_>, ideas: &[IdeaId]) -> Vec<Group<Shared<IdeaCard>>> {
    let mut by_theme: BTreeMap<Option<ThemeId>, Vec<Shared<IdeaCard>>> = BTreeMap::new();
    for idea in ideas {
        let themes = &context.report[*idea].themes;
        let card = exchange_cards::idea_card(context, *idea);
        if themes.is_empty() {
            by_theme.entry(None).or_default().push(card);
            continue;
        }
        for theme in themes {
            by_theme.entry(Some(*theme)).or_default().push(card.clone());
        }
    }
    let without = by_theme.remove(&None);
    let mut groups: Vec<Group<Shared<IdeaCard>>> = by_theme
        .into_iter()
        .map(|(theme, items)| Group {
            tag: theme.map(|theme| tags::theme_tag(context, theme)),
            label: None,
            items,
        })
        .collect();
    groups.extend(without.map(|items| Group {
        tag: None,
        label: None,
        items,
    }));
    groups
}

fn place_lines(event: &Event) -> Vec<String> {
    let Some(place) = &event.place else {
        return Vec::new();
    };
    [&place.name, &place.address, &place.town, &place.country]
        .into_iter()
        .filter_map(Clone::clone)
        .collect()
}

/// `event.html`
#[derive(Debug, Serialize)]
pub struct EventView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub title: LocalText,
    /// "dinsdag 30 en woensdag 31 oktober 2018".
    pub date: String,
    pub date_iso: String,
    /// Lines of the place: building, street, town.
    pub place: Vec<String>,
    pub attendance: Option<String>,
    /// "Deze bijeenkomst is afgelast.": only where something must be said.
    pub notice: Option<String>,
    pub replaced_by: Option<Shared<EventCard>>,
    /// The event that this one replaces.
    pub replaces: Vec<Shared<EventCard>>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub series: Option<Tag>,
    pub edition: Option<String>,
    pub organisers: Vec<Shared<PartyTag>>,
    /// When the report appeared: "5 november 2018".
    pub published: Option<String>,
    pub updated: Option<String>,
    pub question: Option<LocalText>,
    pub summary: Option<LocalText>,
    /// Who was there, where it does not stand under the number already: there is none, or the note
    /// is in another language.
    pub participants_note: Option<LocalText>,
    pub hero: Option<PhotoCard>,
    pub numbers: Vec<Number>,
    pub text: Option<Html>,
    pub speakers: Vec<SpeakerCard>,
    /// Empty where the event has a hub for its programme.
    pub programme: Vec<Day>,
    /// Where the programme stands by day and room; with more than 50 sessions it stands there only.
    pub programme_page: Option<More>,
    /// Ideas by theme; those without a theme come last, without a title.
    pub ideas: Vec<Group<Shared<IdeaCard>>>,
    pub ideas_more: Option<More>,
    pub deals: Section<Shared<DealCard>>,
    /// Open asks and offers.
    pub leads: Section<Shared<LeadCard>>,
    /// Asks and offers that are not open, and stand in no deal of this event.
    pub needs: Section<Shared<LeadCard>>,
    pub outcomes: Vec<OutcomeCard>,
    pub quotes: Vec<QuoteCard>,
    pub figures: Vec<FigureCard>,
    pub photos: Vec<PhotoCard>,
    pub resources: Vec<ResourceCard>,
    pub links: Vec<LinkRow>,
    pub sources: Vec<SourceRow>,
    pub corrections: Vec<CorrectionRow>,
    /// "Deals zijn niet bijgehouden.", "Er zijn minstens twee ideeën; niet alles is vastgelegd."
    pub kept_notes: Vec<String>,
    /// The whole of it on one page, for paper.
    pub print: More,
    /// The editions before and after, in a series.
    pub previous: Option<Shared<EventCard>>,
    pub next: Option<Shared<EventCard>>,
}
