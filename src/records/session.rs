//! Sessions: the parts of a programme, in their order.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::event::{Event, begins};
use super::fields::key_word;
use super::hierarchy::steps_up;
use super::lookup::Lookup;
use super::reading::{Reading, each};
use super::record::record;
use super::record_id::{
    DealId, EventId, IdeaId, NeedId, OutcomeId, PhotoId, QuoteId, RegionId, SessionId, ThemeId,
};
use super::values::{LongText, Party};
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::schema::Kind;
use crate::schema::choices::SessionKind;
use crate::schema::value::EndTime;
use crate::source::{Span, Spanned};
use crate::words::Text;
use crate::words::messages::records as messages;

record! {
    /// A session: one part of a programme.
    Session, in_event, |_| Kind::Session;
    read(reading, whole: Option<SessionId>, named: Vec<Party>, day: Date, ending: Option<DateTime>)
    title { title: Text, }
    found {
        question: Option<Text>,
        text: Option<LongText>,
        speakers: Vec<Party> = named,
        led_by: Vec<Party>,
    }
    shown {
        kind: Option<SessionKind>,
        part_of: Option<SessionId> = whole,
        /// Its day: its own, else the event's first or, in the night after it, the next.
        date: Date = day,
        start: Option<Time>,
        /// When it ends: on its day, or in the night that follows.
        end: Option<DateTime> = ending,
        room: Option<Text>,
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
        aliases: Vec<Spanned<String>>,
        /// Whether it has more to show than title, time and speakers, and so a page.
        has_page: bool = false,
    }
    linked {
        /// The sessions that are part of it, in order.
        parts: Vec<SessionId>,
        /// What came up in it.
        ideas: Vec<IdeaId>,
        asks: Vec<NeedId>,
        offers: Vec<NeedId>,
        deals: Vec<DealId>,
        outcomes: Vec<OutcomeId>,
        quotes: Vec<QuoteId>,
        photos: Vec<PhotoId>,
    }
}

/// The sessions, and for each the places where its speakers are named.
pub(super) fn sessions(
    lookup: &mut Lookup<'_>,
    events: &mut [Event],
) -> (Vec<Session>, Vec<Vec<Span>>) {
    let mut part_of = parts(lookup).into_iter();
    let mut places = Vec::with_capacity(lookup.registry.sessions.len());
    let mut evening: Option<EventId> = None;
    let mut sessions = each(&lookup.registry.sessions, lookup, |reading| {
        check_day(reading, &events[reading.entry.in_event().index()]);
        let event = reading.entry.event;
        let own = reading.fields().date("date").map(|date| date.value);
        let day = own.unwrap_or_else(|| undated(reading, &mut evening));
        let ending = ending(reading, day);
        let speakers = reading
            .lookup
            .placed_parties(reading.fields(), "speakers", event);
        let (speakers, spans) = speakers.into_iter().unzip();
        places.push(spans);
        Session::read(reading, part_of.next().flatten(), speakers, day, ending)
    });
    for session in in_order(&sessions) {
        let Session { event, part_of, .. } = sessions[session.index()];
        events[event.index()].sessions.push(session);
        if let Some(whole) = part_of {
            sessions[whole.index()].parts.push(session);
        }
    }
    (sessions, places)
}

/// A session that begins at this hour or later is of the evening.
const EVENING: Time = Time::constant(18, 0, 0, 0);

/// A session that begins before this hour, written after one of the evening, is of the night.
const MORNING: Time = Time::constant(6, 0, 0, 0);

/// The day of a session that names none: the event's first. One that begins in the small hours and
/// is written after one of the evening goes on where that ended, on the next day; written first, it
/// is where the day began.
fn undated(reading: &Reading<'_, '_>, evening: &mut Option<EventId>) -> Date {
    let event = reading.entry.in_event();
    let day = reading.lookup.facts_of(event).date;
    match reading.fields().time("start").map(|start| start.value) {
        Some(start) if start >= EVENING => *evening = Some(event),
        Some(start) if start < MORNING && *evening == Some(event) => {
            return day.tomorrow().unwrap_or(day);
        }
        _ => {}
    }
    day
}

/// Sessions by event, day and start. One without a time stays behind the one it is written after.
fn in_order(sessions: &[Session]) -> Vec<SessionId> {
    let mut order: Vec<(EventId, Date, Time, SessionId)> = Vec::with_capacity(sessions.len());
    for (session, position) in sessions.iter().zip(0u32..) {
        let mut before = order
            .iter()
            .rev()
            .take_while(|(event, ..)| *event == session.event);
        let before = before.find(|(_, date, ..)| *date == session.date);
        let start = session
            .start
            .or(before.map(|(_, _, start, _)| *start))
            .unwrap_or(Time::MIN);
        order.push((session.event, session.date, start, SessionId(position)));
    }
    order.sort();
    order.into_iter().map(|(.., session)| session).collect()
}

fn parts(lookup: &mut Lookup<'_>) -> Vec<Option<SessionId>> {
    let field = "part_of";
    let steps = steps_up(
        Kind::Session,
        field,
        Code::PartOfCircle,
        lookup,
        |reading| {
            let place = reading.fields().value_span(field);
            let place = place.unwrap_or(reading.entry.span);
            let whole = reading.one(field, Kind::Session, reading.entry.event);
            whole.into_iter().map(|whole| (whole, place)).collect()
        },
    );
    steps
        .into_iter()
        .map(|steps| steps.first().copied())
        .collect()
}

/// A session whose end stands before its start ends on the next day, if it is shorter than this:
/// whoever swaps the two by mistake nearly always makes one that is longer.
const LONGEST_PAST_MIDNIGHT: SignedDuration = SignedDuration::from_hours(12);

/// The moment at which a session of a day ends.
fn ending(reading: &mut Reading<'_, '_>, day: Date) -> Option<DateTime> {
    let fields = reading.fields();
    let (start, end) = (fields.time("start"), fields.end_time("end")?);
    let next_day = day.tomorrow().ok();
    let time = match end.value {
        EndTime::Midnight => return Some(next_day?.at(0, 0, 0, 0)),
        EndTime::At(time) => time,
    };
    let Some(start) = start.filter(|start| time < start.value) else {
        return Some(day.to_datetime(time));
    };
    let begins = day.to_datetime(start.value);
    let past_midnight = next_day.map(|next_day| next_day.to_datetime(time));
    let is_short = |ends: &DateTime| ends.duration_since(begins) < LONGEST_PAST_MIDNIGHT;
    let ending = past_midnight.filter(is_short);
    if ending.is_none() {
        let language = reading.lookup.config.language();
        let key = |field| key_word(Kind::Session, field, language);
        let way = messages::end_next_day(&key("start"), &key("end"), &key("date"));
        reading.lookup.diagnostics.push(
            Diagnostic::at(Code::EndsBeforeStart, end.span)
                .with("way", way)
                .note(start.span, NoteKind::StartsHere),
        );
    }
    ending
}

fn check_day(reading: &mut Reading<'_, '_>, event: &Event) {
    let fields = reading.fields();
    let Some(begins) = begins(reading.lookup.registry, reading.entry.in_event()) else {
        return;
    };
    if let Some(date) = fields.date("date") {
        let last = event.end.unwrap_or(event.date).max(event.date);
        if date.value < event.date || date.value > last {
            reading.lookup.diagnostics.push(
                Diagnostic::at(Code::OutsideEvent, date.span).note(begins, NoteKind::StartsHere),
            );
        }
    }
}

/// Whether a session shows more than title, time and speakers.
pub(super) fn has_more_to_show(session: &Session) -> bool {
    let Session {
        question,
        text,
        ideas,
        asks,
        offers,
        deals,
        outcomes,
        quotes,
        photos,
        ..
    } = session;
    let lists_are_empty = ideas.is_empty()
        && asks.is_empty()
        && offers.is_empty()
        && deals.is_empty()
        && outcomes.is_empty()
        && quotes.is_empty()
        && photos.is_empty();
    question.is_some() || text.is_some() || !lists_are_empty
}
