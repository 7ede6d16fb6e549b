//! A programme as it is taken over: in its order, within the days of its event, each part known by a
//! name of its own, and each text harmless.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::found::{FoundSchedule, FoundSession, FoundSpeaker, ScheduleLoss, TextForm};
use super::guid::Guid;
use super::moments::Moment;
use super::result::{ReadLink, ReadSession, ReadSpeaker, ReadText, ScheduleChoices};
use super::texts::{markdown, words};
use super::tracks::Tracks;
use crate::diagnostic::{Code, some_of};
use crate::intake::rows::Known;
use crate::schema::choices::{Choice as _, SessionKind};
use crate::schema::value::EndTime;
use crate::schema::{is_web_address, word_named};
use crate::words::importing::PART;
use crate::words::schedules as sorts;
use crate::words::{Language, dates, phrase};

/// Until when a night belongs to the day before.
const MORNING: Time = Time::constant(6, 0, 0, 0);

/// The longest part that may end on the next day.
const LONGEST_PAST_MIDNIGHT: SignedDuration = SignedDuration::from_hours(12);

/// The most links of a part, and the most people.
const MOST_OF_SESSION: usize = 100;

/// The parts of a programme in their order.
pub(super) fn sessions(
    found: &mut FoundSchedule<'_>,
    choices: &ScheduleChoices,
    known: &Known,
) -> Vec<ReadSession> {
    let mut tracks = Tracks::of(&choices.tracks, known);
    let mut seen: HashSet<Guid> = HashSet::new();
    let mut outside: Vec<String> = Vec::new();
    let mut last_outside = *choices.days.end();
    let mut timed = timed(found);
    timed.sort_by_key(|(begins, position, _)| (*begins, *position));
    let mut sessions = Vec::with_capacity(timed.len());
    for (begins, _, session) in timed {
        let title = title(&session);
        let date = begins.date();
        if !is_within(begins, choices) {
            last_outside = last_outside.max(date);
            outside.push(title);
            continue;
        }
        let guid = free_guid(&session, &title, begins, &mut seen);
        sessions.push(settled(session, title, guid, found, &mut tracks));
    }
    tell_outside(&outside, last_outside, choices, found);
    tracks.tell(found);
    sessions
}

/// Parts with a title and a time, with when they begin and where they stood.
fn timed(found: &mut FoundSchedule<'_>) -> Vec<(DateTime, usize, FoundSession)> {
    let mut timed = Vec::with_capacity(found.sessions.len());
    let all = std::mem::take(&mut found.sessions);
    for (position, session) in all.into_iter().enumerate() {
        let begins = match session.start {
            Some(Moment::At(start)) => start,
            Some(Moment::Day(day)) => day.to_datetime(Time::midnight()),
            None => {
                found.lose(ScheduleLoss::Untimed);
                continue;
            }
        };
        if words(&session.title).is_empty() {
            found.lose(ScheduleLoss::Untitled);
            continue;
        }
        timed.push((begins, position, session));
    }
    timed
}

/// Its title, and what is said below it.
fn title(session: &FoundSession) -> String {
    let (title, subtitle) = (words(&session.title), words(&session.subtitle));
    let is_ended = title.ends_with(['.', '?', '!', ':']);
    match (subtitle.is_empty(), is_ended) {
        (true, _) => title,
        (_, true) => format!("{title} {subtitle}"),
        _ => format!("{title}: {subtitle}"),
    }
}

/// Whether a part lies in the days of the event, or in the night after the last.
fn is_within(begins: DateTime, choices: &ScheduleChoices) -> bool {
    let date = begins.date();
    let is_night = begins.time() < MORNING && date.yesterday().ok() == Some(*choices.days.end());
    choices.days.contains(&date) || is_night
}

/// What a part is known by, which no other part is.
fn free_guid(
    session: &FoundSession,
    title: &str,
    begins: DateTime,
    seen: &mut HashSet<Guid>,
) -> Guid {
    let key = session.key.trim();
    let by_itself = format!("{title}/{begins}");
    let own = Guid::of(if key.is_empty() { &by_itself } else { key });
    if seen.insert(own.clone()) {
        return own;
    }
    let mut other = Guid::made_of(&format!("{own}/{by_itself}"));
    while !seen.insert(other.clone()) {
        other = Guid::made_of(&other.to_string());
    }
    other
}

fn settled(
    session: FoundSession,
    title: String,
    guid: Guid,
    found: &mut FoundSchedule<'_>,
    tracks: &mut Tracks<'_>,
) -> ReadSession {
    let (date, start) = match session.start {
        Some(Moment::At(start)) => (start.date(), Some(start)),
        Some(Moment::Day(date)) => (date, None),
        None => (Date::default(), None),
    };
    let end = start.and_then(|start| end(start, session.end?, found));
    let text = session.text.map(|(said, form)| ReadText {
        markdown: markdown(&said, form, &mut found.losses),
        said,
    });
    let people = session.people.map(|people| {
        let names = people.iter().take(MOST_OF_SESSION).map(|name| words(name));
        let mut seen = HashSet::new();
        names
            .filter(|name| !name.is_empty() && seen.insert(name.clone()))
            .collect()
    });
    let links = session.links.map(|links| self::links(links, found));
    let kind = match session.sort.as_deref().map(words) {
        // What this program wrote says all that is known.
        _ if session.is_break || !found.is_ours && sorts::is_break(&title) => {
            Some(SessionKind::Break)
        }
        _ if session.is_plenary => Some(SessionKind::Plenary),
        Some(sort) if !sort.is_empty() => Some(kind_of(&sort)),
        _ => None,
    };
    ReadSession {
        key: session.key,
        guid,
        title,
        kind,
        date,
        start: start.map(DateTime::time),
        end,
        room: session.room.map(|room| words(&room)),
        speakers: people,
        theme: tracks.theme(&words(&session.track)),
        text,
        links,
    }
}

/// The sort of a part, by what its program calls it.
fn kind_of(sort: &str) -> SessionKind {
    let named = |language| word_named(sort, SessionKind::WORDS, language);
    if let Some(position) = named(Language::Nl).or_else(|| named(Language::En)) {
        return SessionKind::ALL[position];
    }
    let by_words = [
        (sorts::is_break as fn(&str) -> bool, SessionKind::Break),
        (sorts::is_plenary, SessionKind::Plenary),
        (sorts::is_workshop, SessionKind::Workshop),
        (sorts::is_panel, SessionKind::Panel),
        (sorts::is_table, SessionKind::Table),
        (sorts::is_talk, SessionKind::Talk),
    ];
    by_words
        .into_iter()
        .find(|(is_so, _)| is_so(sort))
        .map_or(SessionKind::Other, |(_, kind)| kind)
}

/// When a part ends: on its day, or in the night that follows.
fn end(start: DateTime, end: DateTime, found: &mut FoundSchedule<'_>) -> Option<EndTime> {
    if end <= start {
        return None;
    }
    let is_next_day = end.date() == start.date().tomorrow().ok()?;
    if is_next_day && end.time() == Time::midnight() {
        return Some(EndTime::Midnight);
    }
    let is_short = end.duration_since(start) < LONGEST_PAST_MIDNIGHT;
    if end.date() == start.date() || is_next_day && is_short {
        return Some(EndTime::At(end.time()));
    }
    found.lose(ScheduleLoss::LateEnd);
    None
}

/// The links that lead to the web, each once.
fn links(links: Vec<(String, String)>, found: &mut FoundSchedule<'_>) -> Vec<ReadLink> {
    let mut seen = HashSet::new();
    let mut kept = Vec::new();
    for (title, address) in links.into_iter().take(MOST_OF_SESSION) {
        let address = address.trim().to_owned();
        if address.is_empty() {
            continue;
        }
        if !is_web_address(&address) {
            found.lose(ScheduleLoss::Link);
            continue;
        }
        if seen.insert(address.clone()) {
            let title = match words(&title) {
                title if title.is_empty() => short_address(&address),
                title => title,
            };
            kept.push(ReadLink { title, address });
        }
    }
    kept
}

/// An address without what begins and ends all of them.
fn short_address(address: &str) -> String {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    rest.trim_start_matches("www.")
        .trim_end_matches('/')
        .to_owned()
}

/// Says which parts lie on days that are not of the event.
fn tell_outside(
    outside: &[String],
    last: Date,
    choices: &ScheduleChoices,
    found: &mut FoundSchedule<'_>,
) {
    let Some(first) = outside.first() else {
        return;
    };
    let count = |language| PART.counted(outside.len(), language);
    let (start, end) = (*choices.days.start(), *choices.days.end());
    let days = |language| dates::range(start, end, language);
    found.say(Code::SessionsOutside, first, |diagnostic| {
        diagnostic
            .with("count", phrase(count(Language::Nl), count(Language::En)))
            .with("titles", some_of(outside))
            .with("days", phrase(days(Language::Nl), days(Language::En)))
            .with("last", last)
    });
}

/// Those who speak in the parts that are taken, and of whom something is said.
pub(super) fn speakers(
    found: &mut FoundSchedule<'_>,
    sessions: &[ReadSession],
) -> Vec<ReadSpeaker> {
    let speaks: HashSet<&str> = sessions
        .iter()
        .flat_map(|session| session.speakers.iter().flatten())
        .map(String::as_str)
        .collect();
    let mut order: Vec<String> = Vec::new();
    let mut said: HashMap<String, (String, String)> = HashMap::new();
    for FoundSpeaker { name, role, text } in std::mem::take(&mut found.speakers) {
        let name = words(&name);
        if !speaks.contains(name.as_str()) {
            continue;
        }
        let known = said.entry(name.clone()).or_insert_with(|| {
            order.push(name);
            Default::default()
        });
        // The first that says something counts: programmes repeat people for each of their parts.
        if known.0.is_empty() {
            known.0 = words(&role);
        }
        if known.1.is_empty() {
            known.1 = text;
        }
    }
    let mut losses = BTreeMap::new();
    let read = |name: String| {
        let (role, text) = said.remove(&name).unwrap_or_default();
        let text = markdown(&text, TextForm::Marked, &mut losses);
        ReadSpeaker { name, role, text }
    };
    let mut speakers: Vec<ReadSpeaker> = order.into_iter().map(read).collect();
    speakers.retain(|speaker| !(speaker.role.is_empty() && speaker.text.is_empty()));
    for (loss, count) in losses {
        *found.losses.entry(loss).or_default() += count;
    }
    speakers
}
