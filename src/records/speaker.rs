//! Speakers: somebody's part in an event, as they were then.

use super::event::Event;
use super::lookup::Lookup;
use super::reading::{Reading, Written};
use super::record::record;
use super::record_id::{SessionId, SpeakerId, TypedId};
use super::session::Session;
use super::values::{LongText, Party};
use crate::schema::Kind;
use crate::schema::choices::SpeakerPart;
use crate::source::Span;
use crate::words::Text;

record! {
    /// Somebody's part in an event, as they were then.
    Speaker, in_event, |_| Kind::Speaker;
    read(reading, who: Party)
    found {
        person: Party = who,
        text: Option<LongText>,
    }
    shown {
        role: Option<Text>,
        organisation: Option<Party> = reading.lookup.organisation(reading.fields(), "organisation"),
        part: Option<SpeakerPart>,
    }
    linked {
        /// The sessions that name this person.
        sessions: Vec<SessionId>,
    }
}

/// Whoever spoke: those with a record, then those whom only sessions name. Also how many the first
/// are.
pub(super) fn speakers(
    lookup: &mut Lookup<'_>,
    events: &mut [Event],
    sessions: &[Session],
    places: &[Vec<Span>],
) -> (Vec<Speaker>, usize) {
    let mut speakers = recorded(lookup);
    let count = speakers.len();
    for (speaker, position) in speakers.iter().zip(0u32..) {
        events[speaker.event.index()]
            .speakers
            .push(SpeakerId(position));
    }
    for event in events.iter_mut() {
        for session_id in event.sessions.clone() {
            let session = &sessions[session_id.index()];
            for (person, span) in session.speakers.iter().zip(&places[session_id.index()]) {
                let is_known = |id: &SpeakerId| is_same(&speakers[id.index()].person, person);
                if !event.speakers.iter().any(is_known) {
                    event.speakers.push(SpeakerId::at(speakers.len()));
                    speakers.push(named_by(session, person, *span));
                }
            }
            for speaker in &event.speakers {
                let speaker = &mut speakers[speaker.index()];
                let mut people = session.speakers.iter().chain(&session.led_by);
                if people.any(|person| is_same(&speaker.person, person)) {
                    speaker.sessions.push(session_id);
                }
            }
        }
    }
    (speakers, count)
}

/// Those with a record. Without a person there is nobody to show; that was reported.
fn recorded(lookup: &mut Lookup<'_>) -> Vec<Speaker> {
    let entries = lookup.registry.speakers.iter();
    let mut speakers = Vec::with_capacity(entries.len());
    for entry in entries {
        let reading = &mut Reading {
            entry,
            lookup: &mut *lookup,
        };
        let person: Option<Party> = Written::read(reading, "person");
        let Some(person) = person else { continue };
        let speaker = Speaker::read(reading, person);
        if let (Party::Person(person), Some(Party::Organisation(organisation))) =
            (&speaker.person, &speaker.organisation)
        {
            lookup
                .affiliations
                .insert((speaker.event, *person, *organisation));
        }
        speakers.push(speaker);
    }
    speakers
}

/// A speaker whom only a session names.
fn named_by(session: &Session, person: &Party, span: Span) -> Speaker {
    Speaker {
        id: session.id.clone(),
        event: session.event,
        span,
        person: person.clone(),
        role: None,
        organisation: None,
        text: None,
        part: None,
        sessions: Vec::new(),
    }
}

/// Whether two names in one event are one speaker: the same record or words, with the organisation
/// named at least once.
fn is_same(one: &Party, other: &Party) -> bool {
    match (one, other) {
        (
            Party::Words { name, organisation },
            Party::Words {
                name: other_name,
                organisation: other,
            },
        ) => {
            name == other_name
                && (organisation == other || organisation.is_none() || other.is_none())
        }
        _ => one == other,
    }
}
