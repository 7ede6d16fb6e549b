//! What is legal but likely not what was meant: an event without a summary, a speaker without a
//! role, results only in a PDF, one person or organisation under two names.

use super::event::Event;
use super::fields::{flag, key_word};
use super::record_id::SpeakerId;
use super::registry::{Entry, Registry};
use super::report::Report;
use super::resource::ResourceTarget;
use super::spelling::{Spelling, folded};
use super::values::Party;
use crate::config::{Config, roles_recorded};
use crate::diagnostic::{Argument, Code, Diagnostic, NoteKind, some_of};
use crate::id::Id;
use crate::schema::choices::{Choice as _, Completeness};
use crate::schema::key;
use crate::schema::value::PartyWritten;
use crate::schema::{Kind, Shape};
use crate::words::Language;
use crate::words::messages::records as messages;

/// Everything that is likely wrong with events. The first `recorded` speakers have a record of
/// their own.
pub(super) fn check_events(
    report: &Report,
    registry: &Registry,
    recorded: usize,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let language = config.language();
    for (event, entry) in report.events.iter().zip(&registry.events) {
        if !entry.fields.was_meant(key::SUMMARY) {
            let key = key_word(Kind::Event, key::SUMMARY, language);
            diagnostics.push(Diagnostic::at(Code::NoSummary, event.span).with("key", key));
        }
        let roles = roles_recorded(&entry.fields).or(config.roles);
        if !matches!(roles, Some(Completeness::None | Completeness::Some)) {
            diagnostics.extend(without_role(event, report, recorded, language));
        }
        diagnostics.extend(only_in_pdf(event, report));
        diagnostics.extend(without_contact(event, report, language));
    }
}

/// Whoever can help has to know whom to ask: a contact, or a maker with a page. Said once an event,
/// at the first that lacks both.
fn without_contact(event: &Event, report: &Report, language: Language) -> Option<Diagnostic> {
    let mut without = event
        .asks
        .iter()
        .chain(&event.offers)
        .map(|need| &report[*need])
        .filter(|need| need.lead && need.contact.is_none())
        .filter(|need| {
            let mut makers = need.by.iter();
            makers.all(|maker| matches!(maker, Party::Words { .. }))
        });
    let first = without.next()?;
    let count = match 1 + without.count() {
        1 => messages::ONE_OPEN.into(),
        several => messages::many_open(&several),
    };
    Some(
        Diagnostic::at(Code::NoContact, first.span)
            .with("count", count)
            .with("key", key_word(Kind::Ask, key::CONTACT, language)),
    )
}

/// A speaker's role of then is known from their record alone: the present one of a person may be
/// another. Organisations have none, and words that only a session uses ("Twee leerlingen") say who
/// they are themselves. An event is told of once.
fn without_role(
    event: &Event,
    report: &Report,
    recorded: usize,
    language: Language,
) -> Option<Diagnostic> {
    let name = |speaker: &SpeakerId| match &report[*speaker].person {
        Party::Person(person) => Some(report[*person].name.clone()),
        Party::Words { name, .. } if speaker.index() < recorded => Some(name.to_string()),
        Party::Words { .. } | Party::Organisation(_) => None,
    };
    let missing: Vec<(SpeakerId, String)> = event
        .speakers
        .iter()
        .filter(|speaker| report[**speaker].role.is_none())
        .filter_map(|speaker| Some((*speaker, name(speaker)?)))
        .collect();
    let (first, person) = missing.first()?;
    let word = |field| key_word(Kind::Speaker, field, language);
    let (who, way) = match missing.as_slice() {
        [_] if first.index() < recorded => {
            let way = messages::add_role(&word(key::ROLE));
            (person.as_str().into(), way)
        }
        [_] => {
            let kind = Kind::Speaker.schema().name.get(language);
            let (who, role) = (word(key::PERSON), word(key::ROLE));
            let way = messages::add_speaker_with_role(&kind, &who, person, &role);
            (person.as_str().into(), way)
        }
        several => {
            let names: Vec<String> = several.iter().map(|(_, name)| name.clone()).collect();
            let who = messages::several_people(&several.len(), &some_of(&names));
            (Argument::from(who), messages::GIVE_ROLES.into())
        }
    };
    let recorded = key_word(Kind::Event, key::RECORDED, language);
    let (roles, none) = (word_for_roles(language), Completeness::None.word());
    let silence = format!("{recorded}.{roles} = \"{}\"", none.get(language));
    let diagnostic = Diagnostic::at(Code::NoRole, report[*first].span)
        .with("person", who)
        .with("way", way);
    Some(diagnostic.with("silence", silence))
}

/// The word for roles among what was recorded of an event.
fn word_for_roles(language: Language) -> &'static str {
    let schema = Kind::Event.schema();
    let recorded = schema.position(key::RECORDED).map(|at| &schema.fields[at]);
    let inner = recorded.and_then(|field| match field.shape {
        Shape::Table(inner) => inner.iter().find(|field| field.name.en == key::ROLES),
        _ => None,
    });
    inner.map_or("", |field| field.name.get(language))
}

fn only_in_pdf(event: &Event, report: &Report) -> Option<Diagnostic> {
    let Event {
        ideas,
        asks,
        offers,
        deals,
        outcomes,
        resources,
        ..
    } = event;
    if !(ideas.is_empty()
        && asks.is_empty()
        && offers.is_empty()
        && deals.is_empty()
        && outcomes.is_empty())
    {
        return None;
    }
    let is_pdf = |target: &ResourceTarget| match target {
        ResourceTarget::File(path, _) => path.stem_and_extension().1 == "pdf",
        ResourceTarget::Url(url) => url
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_lowercase()
            .ends_with(".pdf"),
    };
    let pdf = resources
        .iter()
        .map(|resource| &report[*resource])
        .find(|resource| is_pdf(&resource.target))?;
    Some(Diagnostic::at(Code::OnlyInPdf, pdf.span))
}

/// People, organisations and themes that are probably the same: their names differ only in case,
/// accents, signs, initials, the small words of a surname, or by one slip of the pen. A slip is no
/// sign of it with themes: `bouw` and `bouwt` may be two, `AI` and `ai` are not.
pub(super) fn check_doubles(
    registry: &Registry,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for list in [&registry.people, &registry.organisations, &registry.themes] {
        let mut spelling = Spelling::default();
        for (position, entry) in (0u32..).zip(list) {
            let Some(name) = entry.fields.line(key::NAME) else {
                continue;
            };
            let is_person = entry.kind == Kind::Person;
            let may_slip = entry.kind != Kind::Theme;
            let near = spelling.near(&name.value, is_person, |letters| {
                usize::from(may_slip && letters >= 10)
            });
            let first = near
                .into_iter()
                .map(|position| &list[position as usize])
                .find(|first| !are_told_apart(first, entry));
            if let Some((first, first_name)) =
                first.and_then(|first| Some((first, first.fields.line(key::NAME)?)))
            {
                let diagnostic = Diagnostic::at(Code::ProbablySame, name.span)
                    .with("one", called(&first_name.value, &first.id, &name.value))
                    .with("other", called(&name.value, &entry.id, &first_name.value))
                    .with("key", key_word(entry.kind, key::ALSO, language));
                diagnostics.push(diagnostic.note(first_name.span, NoteKind::AlsoHere));
            }
            spelling.add(&name.value, position, is_person);
        }
    }
}

/// The name, or the id where both have one name.
fn called(name: &str, id: &Id, other: &str) -> String {
    if name == other {
        id.to_string()
    } else {
        name.to_owned()
    }
}

/// Whether the writer knows that these are two: one lists the other's name, one followed the other,
/// people who work elsewhere.
fn are_told_apart(one: &Entry, other: &Entry) -> bool {
    let lists = |one: &Entry, other: &Entry| {
        let Some(name) = other.fields.line(key::NAME) else {
            return false;
        };
        let former = if one.kind == Kind::Person {
            &[]
        } else {
            one.fields.lines(key::FORMER_NAMES)
        };
        let is_listed = one
            .fields
            .lines(key::ALSO)
            .iter()
            .chain(former)
            .any(|also| folded(&also.value) == folded(&name.value));
        let follows = one.kind != Kind::Person
            && one.fields.one(key::SUCCESSOR).is_some_and(|successor| {
                successor.value == other.id.as_str() || successor.value == name.value
            });
        is_listed || follows
    };
    let workplace = |entry: &Entry| {
        (entry.kind == Kind::Person)
            .then(|| entry.fields.party(key::ORGANISATION))
            .flatten()
            .map(|party| match party.value {
                PartyWritten::Words(words) => words.value,
                PartyWritten::Named { name, .. } => name.value,
            })
    };
    let work_elsewhere = workplace(one)
        .zip(workplace(other))
        .is_some_and(|(one, other)| one != other);
    lists(one, other)
        || lists(other, one)
        || work_elsewhere
        || flag(&one.fields, key::DRAFT)
        || flag(&other.fields, key::DRAFT)
}
