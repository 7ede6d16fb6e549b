//! The programme of an event: its days, rooms and sessions.

use std::collections::BTreeMap;

use jiff::civil::Date;
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
    let mut days: BTreeMap<Date, Vec<(Option<String>, ProgrammeRoom)>> = BTreeMap::new();
    for session in &event.sessions {
        let record = &report[*session];
        let room = record.room.as_ref().map(|room| room.original.to_string());
        let rooms = days.entry(record.date).or_default();
        let row = event_cards::session_row(context, *session, false);
        match rooms.iter_mut().find(|(name, _)| *name == room) {
            Some((_, found)) => found.sessions.push(row),
            None => {
                let name = context.said_some(record.room.as_ref(), event.language);
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
        page: Head::new(context, "programme", Page::Programme(id), &own)
            .in_section("events")
            .behind(trail::event_trail(context, id))
            .in_full(format!("{} – {}", own.text, event_title.text))
            .made(),
        event: event_cards::event_card(context, id),
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

/// `programme.html`: an event's programme by day and room.
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
    pub rooms: Vec<ProgrammeRoom>,
}

#[derive(Debug, Serialize)]
pub struct ProgrammeRoom {
    /// `None` for sessions without a room.
    pub name: Option<LocalText>,
    pub sessions: Vec<SessionRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// "dinsdag 30 oktober 2018"; `None` when the event has one day.
    pub label: Option<String>,
    pub sessions: Vec<SessionRow>,
}
