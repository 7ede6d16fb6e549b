//! The programme: sessions in their order, and who spoke.

use jiff::civil::Time;

use super::circles::without_circles;
use super::fields::{aliases, choice, key_word, long_text, text, title};
use super::ids::{Rolls, Written};
use super::lookup::Lookup;
use super::places::own_or_the_events;
use crate::content::schema::Kind;
use crate::content::value::Fields;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::report::{
    DealId, Event, EventId, FigureId, IdeaId, NeedId, OutcomeId, Part, Party, PhotoId, QuoteId,
    RecordId, Report, ResourceId, Session, SessionId, SessionKind, Side, Speaker, SpeakerId,
};
use crate::source::Span;

const SESSION_KINDS: [SessionKind; 7] = [
    SessionKind::Plenary,
    SessionKind::Talk,
    SessionKind::Workshop,
    SessionKind::Table,
    SessionKind::Panel,
    SessionKind::Break,
    SessionKind::Other,
];
const PARTS: [Part; 4] = [Part::Speaker, Part::Moderator, Part::Panel, Part::Host];

/// The sessions, and for each the places where its speakers are named.
pub(super) fn sessions(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    events: &mut [Event],
) -> (Vec<Session>, Vec<Vec<Span>>) {
    let part_of = parts(rolls, lookup);
    let mut sessions: Vec<Session> = Vec::with_capacity(rolls.sessions.len());
    let mut places = Vec::with_capacity(rolls.sessions.len());
    for (written, part_of) in rolls.sessions.iter().zip(part_of) {
        let Written {
            id, fields, span, ..
        } = written;
        let event_id = written.in_event();
        let event = &events[event_id.index()];
        check_times(
            fields,
            event,
            &rolls.events[event_id.index()].fields,
            lookup,
        );
        let (speakers, spans) = lookup
            .placed_parties(fields, "speakers", Some(event_id))
            .into_iter()
            .unzip();
        places.push(spans);
        sessions.push(Session {
            id: id.clone(),
            event: event_id,
            span: *span,
            title: title(fields, "title", id),
            kind: choice(fields, "kind", &SESSION_KINDS),
            part_of,
            date: fields.date("date").map_or(event.date, |date| date.value),
            start: fields.time("start").map(|time| time.value),
            end: fields.time("end").map(|time| time.value),
            room: text(fields, "room"),
            speakers,
            led_by: lookup.parties(fields, "led_by", Some(event_id)),
            question: text(fields, "question"),
            regions: own_or_the_events(lookup.regions(fields), &event.regions),
            themes: own_or_the_events(lookup.themes(fields), &event.themes),
            text: long_text(fields, "text"),
            aliases: aliases(fields, &mut lookup.diagnostics),
            parts: Vec::new(),
            ideas: Vec::new(),
            asks: Vec::new(),
            offers: Vec::new(),
            deals: Vec::new(),
            outcomes: Vec::new(),
            quotes: Vec::new(),
            photos: Vec::new(),
            has_page: false,
        });
    }
    for session in in_order(&sessions) {
        let Session { event, part_of, .. } = sessions[session.index()];
        events[event.index()].sessions.push(session);
        if let Some(whole) = part_of {
            sessions[whole.index()].parts.push(session);
        }
    }
    (sessions, places)
}

/// Sessions by event, day and start. One without a time stays behind the one it is written after.
fn in_order(sessions: &[Session]) -> Vec<SessionId> {
    let mut order: Vec<(EventId, jiff::civil::Date, Time, SessionId)> =
        Vec::with_capacity(sessions.len());
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

fn parts(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Option<SessionId>> {
    let mut steps: Vec<Vec<(usize, Span)>> = rolls
        .sessions
        .iter()
        .map(|written| {
            let whole = lookup.session(written.in_event(), &written.fields, "part_of");
            whole
                .into_iter()
                .map(|whole| {
                    (
                        whole.index(),
                        written.fields.value_span("part_of").unwrap_or(written.span),
                    )
                })
                .collect()
        })
        .collect();
    let key = key_word(Kind::Session, "part_of", lookup.config.language());
    without_circles(
        Code::PartOfCircle,
        key,
        &mut steps,
        &|position| rolls.sessions[position].id.clone(),
        &mut lookup.diagnostics,
    );
    steps
        .into_iter()
        .map(|steps| {
            steps
                .first()
                .and_then(|(whole, _)| u32::try_from(*whole).ok())
                .map(SessionId)
        })
        .collect()
}

fn check_times(fields: &Fields, event: &Event, event_fields: &Fields, lookup: &mut Lookup<'_>) {
    if let (Some(start), Some(end)) = (fields.time("start"), fields.time("end"))
        && end.value < start.value
    {
        lookup.diagnostics.push(
            Diagnostic::at(Code::EndsBeforeStart, end.span).note(start.span, NoteKind::StartsHere),
        );
    }
    if let Some(date) = fields.date("date").filter(|_| event_fields.has("date")) {
        let last = event.end.unwrap_or(event.date).max(event.date);
        if date.value < event.date || date.value > last {
            let mut diagnostic = Diagnostic::at(Code::OutsideEvent, date.span);
            if let Some(begins) = event_fields.value_span("date") {
                diagnostic = diagnostic.note(begins, NoteKind::StartsHere);
            }
            lookup.diagnostics.push(diagnostic);
        }
    }
}

/// Whoever spoke: those with a record, then those whom only sessions name. Also how many the first
/// are.
pub(super) fn speakers(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    events: &mut [Event],
    sessions: &[Session],
    places: &[Vec<Span>],
) -> (Vec<Speaker>, usize) {
    let mut speakers: Vec<Speaker> = Vec::with_capacity(rolls.speakers.len());
    for written in &rolls.speakers {
        let Written { fields, span, .. } = written;
        let event = written.in_event();
        // Without a person there is nobody to show; that was reported.
        let Some(person) = lookup.party(fields, "person", Some(event)) else {
            continue;
        };
        let organisation = lookup.organisation(fields, "organisation");
        if let (Party::Person(person), Some(Party::Organisation(organisation))) =
            (&person, &organisation)
        {
            lookup.affiliations.insert((event, *person, *organisation));
        }
        events[event.index()].speakers.push(next_speaker(&speakers));
        speakers.push(Speaker {
            event,
            span: *span,
            person,
            role: text(fields, "role"),
            organisation,
            text: long_text(fields, "text"),
            part: choice(fields, "part", &PARTS),
            sessions: Vec::new(),
        });
    }
    let recorded = speakers.len();
    for event in events.iter_mut() {
        for session_id in event.sessions.clone() {
            let session = &sessions[session_id.index()];
            for (person, span) in session.speakers.iter().zip(&places[session_id.index()]) {
                if !event
                    .speakers
                    .iter()
                    .any(|speaker| is_same(&speakers[speaker.index()].person, person))
                {
                    event.speakers.push(next_speaker(&speakers));
                    speakers.push(Speaker {
                        event: session.event,
                        span: *span,
                        person: person.clone(),
                        role: None,
                        organisation: None,
                        text: None,
                        part: None,
                        sessions: Vec::new(),
                    });
                }
            }
            for speaker in &event.speakers {
                let speaker = &mut speakers[speaker.index()];
                if session
                    .speakers
                    .iter()
                    .chain(&session.led_by)
                    .any(|person| is_same(&speaker.person, person))
                {
                    speaker.sessions.push(session_id);
                }
            }
        }
    }
    (speakers, recorded)
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

fn next_speaker(speakers: &[Speaker]) -> SpeakerId {
    SpeakerId(u32::try_from(speakers.len()).expect("fewer speakers than 2^32"))
}

/// Gives events and sessions the records that belong to them, in the order written.
pub(super) fn add_belongings(report: &mut Report) {
    let Report {
        events,
        sessions,
        ideas,
        needs,
        deals,
        outcomes,
        quotes,
        figures,
        photos,
        resources,
        ..
    } = report;
    for (position, idea) in (0u32..).zip(ideas.iter()) {
        let id = IdeaId(position);
        events[idea.event.index()].ideas.push(id);
        in_session(sessions, idea.session, |session| session.ideas.push(id));
    }
    for (position, need) in (0u32..).zip(needs.iter()) {
        let id = NeedId(position);
        let event = &mut events[need.event.index()];
        match need.side {
            Side::Ask => event.asks.push(id),
            Side::Offer => event.offers.push(id),
        }
        in_session(sessions, need.session, |session| match need.side {
            Side::Ask => session.asks.push(id),
            Side::Offer => session.offers.push(id),
        });
    }
    for (position, deal) in (0u32..).zip(deals.iter()) {
        let id = DealId(position);
        events[deal.event.index()].deals.push(id);
        in_session(sessions, deal.session, |session| session.deals.push(id));
    }
    for (position, outcome) in (0u32..).zip(outcomes.iter()) {
        let id = OutcomeId(position);
        events[outcome.event.index()].outcomes.push(id);
        in_session(sessions, outcome.session, |session| {
            session.outcomes.push(id);
        });
    }
    for (position, quote) in (0u32..).zip(quotes.iter()) {
        let id = QuoteId(position);
        events[quote.event.index()].quotes.push(id);
        in_session(sessions, quote.session, |session| session.quotes.push(id));
    }
    for (position, figure) in (0u32..).zip(figures.iter()) {
        events[figure.event.index()]
            .figures
            .push(FigureId(position));
    }
    for (position, photo) in (0u32..).zip(photos.iter()) {
        let id = PhotoId(position);
        events[photo.event.index()].photos.push(id);
        in_session(sessions, photo.session, |session| session.photos.push(id));
    }
    for (position, resource) in (0u32..).zip(resources.iter()) {
        events[resource.event.index()]
            .resources
            .push(ResourceId(position));
        if let Some(RecordId::Session(session)) = resource.of {
            sessions[session.index()].has_page = true;
        }
    }
    for session in sessions {
        session.has_page |= has_more_to_show(session);
    }
}

fn in_session(
    sessions: &mut [Session],
    session: Option<SessionId>,
    add: impl FnOnce(&mut Session),
) {
    if let Some(session) = session {
        add(&mut sessions[session.index()]);
    }
}

/// Whether a session shows more than title, time and speakers.
fn has_more_to_show(session: &Session) -> bool {
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
