//! The programme of an event: its days, rooms and sessions.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, Time};
use serde::Serialize;

use super::cards::EventCard;
use super::context::Context;
use super::event_cards::SessionRow;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::site::SiteHead;
use super::{event_cards, trail};
use crate::plan::page::Page;
use crate::records::{EventId, SessionId};
use crate::stable_hash::Shared;
use crate::words::dates::long;

/// The programme by day: sessions that are part of another stand below it.
pub(super) fn days(context: Context<'_>, id: EventId) -> Vec<Day> {
    by_day(context, id, |session, day| {
        day.push(event_cards::session_row(context, session, true));
    })
    .into_iter()
    .map(|(label, sessions)| Day { label, sessions })
    .collect()
}

/// What is added for each session that is part of no other, by day. A day has its name where the
/// event has several.
pub(super) fn by_day<T>(
    context: Context<'_>,
    id: EventId,
    add: impl Fn(SessionId, &mut Vec<T>),
) -> Vec<(Option<String>, Vec<T>)> {
    let report = context.report;
    let mut days: BTreeMap<Date, Vec<T>> = BTreeMap::new();
    let sessions = report[id].sessions.iter().copied();
    for session in sessions.filter(|session| report[*session].part_of.is_none()) {
        add(session, days.entry(report[session].date).or_default());
    }
    let several = days.len() > 1;
    days.into_iter()
        .map(|(date, added)| (several.then(|| long(date, context.language)), added))
        .collect()
}

pub(super) fn programme_page(context: Context<'_>, id: EventId) -> ProgrammeView {
    let report = context.report;
    let event = &report[id];
    let mut days: BTreeMap<Date, Vec<SessionId>> = BTreeMap::new();
    let sessions = event.sessions.iter().copied();
    for session in sessions.filter(|session| report[*session].part_of.is_none()) {
        days.entry(report[session].date).or_default().push(session);
    }
    let own = context.own(context.words().programme);
    let event_title = context.said_from(&event.title, event.language);
    ProgrammeView {
        site: context.site(),
        page: Head::new(context, "programme", Page::Programme(id), &own)
            .in_section("events")
            .behind(trail::event_trail(context, id))
            .in_full(format!("{} – {}", own.text, event_title.text))
            .made(),
        event: event_cards::event_card(context, id),
        days: days
            .into_iter()
            .map(|(date, sessions)| programme_day(context, date, &sessions))
            .collect(),
    }
}

/// A day in order of time. What starts at one time stands together, by room: in the order in which
/// the rooms come up that day.
fn programme_day(context: Context<'_>, date: Date, sessions: &[SessionId]) -> ProgrammeDay {
    let report = context.report;
    let room_of = |session: SessionId| report[session].room.as_ref().map(|room| &*room.original);
    let mut rooms: Vec<(&str, LocalText)> = Vec::new();
    let mut column_of: HashMap<&str, usize> = HashMap::new();
    for session in sessions {
        let language = report[report[*session].event].language;
        let said = context.said_some(report[*session].room.as_ref(), language);
        if let Some((room, said)) = room_of(*session).zip(said) {
            column_of.entry(room).or_insert_with(|| {
                rooms.push((room, said));
                rooms.len()
            });
        }
    }
    let mut slots: Vec<(Option<Time>, Vec<PlacedSession>)> = Vec::new();
    for session in sessions {
        let start = report[*session].start;
        let placed = PlacedSession {
            column: room_of(*session).map_or(0, |room| column_of[room]),
            session: event_cards::session_row(context, *session, true),
        };
        match slots.last_mut() {
            Some((slot, found)) if *slot == start => found.push(placed),
            _ => slots.push((start, vec![placed])),
        }
    }
    for (_, found) in &mut slots {
        found.sort_by_key(|placed| placed.column);
    }
    ProgrammeDay {
        id: format!("dag-{date}"),
        label: long(date, context.language),
        rooms: rooms.into_iter().map(|(_, said)| said).collect(),
        slots: slots
            .into_iter()
            .map(|(_, sessions)| ProgrammeSlot { sessions })
            .collect(),
    }
}

/// `programme.html`: an event's programme by day, in order of time.
#[derive(Debug, Serialize)]
pub struct ProgrammeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub event: Shared<EventCard>,
    pub days: Vec<ProgrammeDay>,
}

#[derive(Debug, Serialize)]
pub struct ProgrammeDay {
    pub id: String,
    pub label: String,
    /// The rooms of that day's sessions, in the order in which they come up.
    pub rooms: Vec<LocalText>,
    pub slots: Vec<ProgrammeSlot>,
}

/// What starts at one time, by room.
#[derive(Debug, Serialize)]
pub struct ProgrammeSlot {
    pub sessions: Vec<PlacedSession>,
}

#[derive(Debug, Serialize)]
pub struct PlacedSession {
    /// Which of the day's rooms it is in, from 1; 0 for none.
    pub column: usize,
    pub session: SessionRow,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// "dinsdag 30 oktober 2018"; `None` when the event has one day.
    pub label: Option<String>,
    pub sessions: Vec<SessionRow>,
}
