//! The pages of an event: its report, its programme, its sessions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cards::event_status;
use super::context::Context;
use super::head::Head;
use super::texts::{Standing, Whole};
use super::{cards, head, photos, shelf, texts, trail};
use crate::pages::view::{
    Crumb, Day, EventView, Group, Html, IdeaCard, More, Number, ProgrammeDay, ProgrammeRoom,
    ProgrammeView, Said, SessionRow, SessionView,
};
use crate::plan::page::{HUB_SESSIONS, LIST_LENGTH, List, ListKind, Narrow, Page};
use crate::report::{
    Attendance, Completeness, Event, EventId, EventStatus, IdeaId, NeedId, PhotoId, RecordId,
    SessionId, ThemeId,
};
use crate::shared::Shared;
use crate::words::dates::{day_month_year, long};
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun};
use crate::words::{Language, both};

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
    let list = |kind| {
        context.href(Page::List(
            List {
                kind,
                narrow: Narrow::Event(id),
            },
            1,
        ))
    };
    let more = |kind, noun: Noun, number| {
        Some(More {
            label: all(context, noun, number),
            href: list(kind),
        })
    };
    let (previous, next) = neighbours(context, id);
    let standing = Standing {
        event: Some(id),
        heading_level: 3,
        prefix: "tekst-",
    };
    let text = event.text.as_ref().map(|text| {
        if event.hero.is_some() {
            texts::html(context, text, standing)
        } else {
            texts::opening_html(context, text, standing)
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
        page: head::head(
            context,
            Head {
                kind: "event",
                section: "events",
                page: Page::Event(id),
                title: title.clone(),
                full_title: title.text.clone(),
                description,
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Events)]),
            },
        ),
        id: event.id.to_string(),
        title: Said::heading(&title),
        date: cards::event_date(context, id),
        date_iso: event.date.to_string(),
        place: place_lines(event),
        attendance: event
            .attendance
            .map(|attendance| attendance_words(attendance, context.language).to_owned()),
        notice: notice(context, event),
        replaced_by: event
            .replaced_by
            .map(|other| shelf::event_card(context, other)),
        replaces: comes_in_place_of(context, id)
            .map(|other| shelf::event_card(context, other))
            .collect(),
        regions: cards::region_tags(context, &event.regions),
        themes: cards::theme_tags(context, &event.themes),
        series: event
            .series
            .and_then(|series| cards::record_tag(context, RecordId::Series(series))),
        edition: event.edition.clone(),
        organisers: shelf::parties(context, &event.organisers),
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
        numbers: event_numbers(context, id),
        text,
        speakers: event
            .speakers
            .iter()
            .map(|speaker| cards::speaker_card(context, *speaker))
            .collect(),
        programme: if hub { Vec::new() } else { days(context, id) },
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
        deals: cards::section(
            &event.deals,
            LIST_LENGTH,
            |deal| shelf::deal_card(context, deal),
            || more(ListKind::Deals, phrases::DEAL, event.deals.len()),
        ),
        leads: cards::section(
            &leads,
            LIST_LENGTH,
            |need| shelf::lead_card(context, need),
            || more(ListKind::Asks, phrases::ASK, event.asks.len()),
        ),
        needs: cards::section(
            &settled,
            LIST_LENGTH,
            |need| shelf::lead_card(context, need),
            || more(ListKind::Asks, phrases::ASK, event.asks.len()),
        ),
        outcomes: event
            .outcomes
            .iter()
            .map(|outcome| cards::outcome_card(context, *outcome, true))
            .collect(),
        quotes: event
            .quotes
            .iter()
            .map(|quote| cards::quote_card(context, *quote, true))
            .collect(),
        figures: event
            .figures
            .iter()
            .map(|figure| cards::figure_card(context, *figure, true))
            .collect(),
        photos: photos::gallery(context, &photos, !is_pictured),
        resources: event
            .resources
            .iter()
            .map(|resource| cards::resource_card(context, *resource))
            .collect(),
        links: cards::link_rows(context, &event.links, event.language),
        sources: cards::source_rows(context, &event.sources, event.language),
        corrections: cards::correction_rows(context, id, None),
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
        previous: previous.map(|other| shelf::event_card(context, other)),
        next: next.map(|other| shelf::event_card(context, other)),
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
        .map(|(index, _)| EventId(crate::plan::page::number(index)))
}

fn all(context: Context<'_>, noun: Noun, number: usize) -> String {
    format!(
        "{} {}",
        both("Alle", "All").get(context.language),
        noun.counted(number, context.language)
    )
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
            label: match event
                .participants_note
                .as_ref()
                .map(|note| context.said_from(note, event.language))
            {
                Some(Said { text, lang: None }) => format!("{noun} {text}"),
                _ => noun,
            },
            kept: true,
            href: None,
        });
    }
    let list = |kind| {
        Some(context.href(Page::List(
            List {
                kind,
                narrow: Narrow::Event(id),
            },
            1,
        )))
    };
    let ideas = cards::ideas_with_page(context, &event.ideas);
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

fn kept_notes(context: Context<'_>, event: &Event) -> Vec<String> {
    let recorded = event.recorded;
    let ideas = cards::ideas_with_page(context, &event.ideas);
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
        let card = shelf::idea_card(context, *idea);
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
            tag: theme.map(|theme| cards::theme_tag(context, theme)),
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

/// The programme by day: sessions that are part of another stand below it.
fn days(context: Context<'_>, id: EventId) -> Vec<Day> {
    let report = context.report;
    let mut by_day: BTreeMap<Date, Vec<SessionRow>> = BTreeMap::new();
    for session in report[id]
        .sessions
        .iter()
        .filter(|session| report[**session].part_of.is_none())
    {
        by_day
            .entry(report[*session].date)
            .or_default()
            .push(cards::session_row(context, *session, true));
    }
    let several = by_day.len() > 1;
    by_day
        .into_iter()
        .map(|(date, sessions)| Day {
            label: several.then(|| long(date, context.language)),
            sessions,
        })
        .collect()
}

pub(super) fn programme_page(context: Context<'_>, id: EventId) -> ProgrammeView {
    let report = context.report;
    let event = &report[id];
    let mut days: BTreeMap<Date, Vec<(Option<String>, ProgrammeRoom)>> = BTreeMap::new();
    for session in &event.sessions {
        let record = &report[*session];
        let room = record.room.as_ref().map(|room| room.original.to_string());
        let rooms = days.entry(record.date).or_default();
        let row = cards::session_row(context, *session, false);
        match rooms.iter_mut().find(|(name, _)| *name == room) {
            Some((_, found)) => found.sessions.push(row),
            None => {
                let name = record
                    .room
                    .as_ref()
                    .map(|room| context.said_from(room, event.language));
                rooms.push((
                    room,
                    ProgrammeRoom {
                        name,
                        sessions: vec![row],
                    },
                ));
            }
        }
    }
    let own = context.own(context.words().programme);
    let event_title = context.said_from(&event.title, event.language);
    ProgrammeView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "programme",
                section: "events",
                page: Page::Programme(id),
                full_title: format!("{} – {}", own.text, event_title.text),
                title: own,
                description: None,
                trail: shelf::event_trail(context, id),
            },
        ),
        event: shelf::event_card(context, id),
        days: days
            .into_iter()
            .map(|(date, rooms)| ProgrammeDay {
                id: format!("dag-{date}"),
                label: long(date, context.language),
                rooms: rooms.into_iter().map(|(_, room)| room).collect(),
            })
            .collect(),
    }
}

pub(super) fn session(context: Context<'_>, id: SessionId, whole: Whole<'_>) -> SessionView {
    let report = context.report;
    let session = &report[id];
    let event = &report[session.event];
    let title = context.said_from(&session.title, event.language);
    let needs = session.asks.iter().chain(&session.offers);
    let text = session
        .text
        .as_ref()
        .map(|text| texts::text_of(context, text, session.event, whole, 2, "tekst"));
    let is_pictured = text.as_ref().is_some_and(Html::has_picture);
    let programme = Shared::new(Crumb {
        label: context.own(context.words().programme),
        href: context.href(Page::Programme(session.event)),
    });
    let mut trail = shelf::event_trail(context, session.event);
    trail.push(programme);
    SessionView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "session",
                section: "events",
                page: Page::Session(id),
                full_title: format!("{} – {}", title.text, event.title.original),
                title,
                description: session
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail,
            },
        ),
        event: shelf::event_card(context, session.event),
        session: cards::session_row(context, id, true),
        date: long(session.date, context.language),
        part_of: session
            .part_of
            .map(|whole| cards::session_tag(context, whole)),
        regions: cards::region_tags(context, &session.regions),
        themes: cards::theme_tags(context, &session.themes),
        text,
        speakers: event
            .speakers
            .iter()
            .filter(|speaker| report[**speaker].sessions.contains(&id))
            .map(|speaker| cards::speaker_card(context, *speaker))
            .collect(),
        ideas: session
            .ideas
            .iter()
            .filter(|idea| !report[**idea].inline)
            .map(|idea| shelf::idea_card(context, *idea))
            .collect(),
        deals: session
            .deals
            .iter()
            .map(|deal| shelf::deal_card(context, *deal))
            .collect(),
        needs: needs
            .filter(|need| !report[**need].inline)
            .map(|need| shelf::lead_card(context, *need))
            .collect(),
        outcomes: session
            .outcomes
            .iter()
            .map(|outcome| cards::outcome_card(context, *outcome, true))
            .collect(),
        quotes: session
            .quotes
            .iter()
            .map(|quote| cards::quote_card(context, *quote, true))
            .collect(),
        photos: photos::gallery(context, &session.photos, !is_pictured),
        resources: cards::resources_of(context, session.event, RecordId::Session(id)),
        corrections: cards::correction_rows(context, session.event, Some(RecordId::Session(id))),
    }
}

/// An event's status, where it is not simply held.
pub(super) fn event_status_word(context: Context<'_>, id: EventId) -> Option<&'static str> {
    context.report[id]
        .status
        .filter(|status| *status != EventStatus::Held)
        .map(|status| event_status(status).get(context.language))
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

fn attendance_words(attendance: Attendance, language: Language) -> &'static str {
    match attendance {
        Attendance::Onsite => both("Ter plaatse", "On site"),
        Attendance::Online => both("Online", "Online"),
        Attendance::Hybrid => both("Ter plaatse en online", "On site and online"),
    }
    .get(language)
}
