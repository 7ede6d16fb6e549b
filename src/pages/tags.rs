//! Names that lead to a page: an event, a region, a theme, a person.

use super::card_cache::made_once;
use super::cards::{PartyTag, Tag};
use super::context::Context;
use super::local_text::LocalText;
use super::texts;
use crate::plan::page::Page;
use crate::plan::subject::Subject;
use crate::records::{
    EventId, OrganisationId, Party, PersonId, RecordId, RegionId, SessionId, ThemeId, Told,
};
use crate::stable_hash::Shared;
use crate::words::Text;
use crate::words::dates::{long, range};

/// The days of an event in words.
pub(super) fn event_date(context: Context<'_>, id: EventId) -> String {
    let event = &context.report[id];
    match event.end.filter(|end| *end > event.date) {
        Some(end) => range(event.date, end, context.language),
        None => long(event.date, context.language),
    }
}

/// What a record is called, in this language or in the one it was written in.
pub(super) fn called(context: Context<'_>, record: RecordId) -> Option<LocalText> {
    match context.report.record(record).title()? {
        Told::Line(title) => Some(said_in(context, title, event_of(context, record))),
        Told::Words(name) => Some(LocalText::name(name)),
        _ => None,
    }
}

/// The event in whose language a record speaks.
pub(super) fn event_of(context: Context<'_>, record: RecordId) -> Option<EventId> {
    match record {
        RecordId::Event(event) => Some(event),
        _ => context.report.record(record).event(),
    }
}

/// A line in this language, or in the one its event was written in.
pub(super) fn said_in(context: Context<'_>, line: &Text, event: Option<EventId>) -> LocalText {
    context.said_from(line, texts::written_in(context, event))
}

/// A record with a page of its own, by its title.
pub(super) fn page_tag(context: Context<'_>, id: impl Into<Subject>) -> Tag {
    let subject = id.into();
    let told = subject.told(context.report);
    Tag {
        name: called(context, subject.record()).unwrap_or_else(|| context.own("")),
        href: context.href(Page::Of(subject)),
        id: told.id().to_string(),
    }
}

pub(super) fn region_tags(context: Context<'_>, regions: &[RegionId]) -> Vec<Shared<Tag>> {
    context.each(regions, shared_region_tag)
}

pub(super) fn theme_tags(context: Context<'_>, themes: &[ThemeId]) -> Vec<Shared<Tag>> {
    context.each(themes, shared_theme_tag)
}

pub(super) fn session_tag(context: Context<'_>, id: SessionId) -> Tag {
    let session = &context.report[id];
    let href = context
        .addresses()
        .record(context.report, RecordId::Session(id), context.language)
        .unwrap_or_default();
    Tag {
        name: said_in(context, &session.title, Some(session.event)),
        href,
        id: session.id.to_string(),
    }
}

pub(super) fn new_person_tag(context: Context<'_>, id: PersonId) -> PartyTag {
    let person = &context.report[id];
    PartyTag {
        name: LocalText::name(&person.name),
        href: person.listed.then(|| context.href(id)),
        organisation: None,
    }
}

pub(super) fn new_organisation_tag(context: Context<'_>, id: OrganisationId) -> PartyTag {
    PartyTag {
        name: context.said(&context.report[id].name),
        href: Some(context.href(id)),
        organisation: None,
    }
}

/// Somebody who has no record of their own.
pub(super) fn tag_in_words(
    context: Context<'_>,
    name: &str,
    organisation: Option<OrganisationId>,
) -> PartyTag {
    PartyTag {
        name: context.as_written(name, context.config.language()),
        href: None,
        organisation: organisation.map(|id| organisation_tag(context, id)),
    }
}

/// A record by its title, where it has an address.
pub(super) fn record_tag(context: Context<'_>, record: RecordId) -> Option<Tag> {
    let report = context.report;
    let href = context
        .addresses()
        .record(report, record, context.language)?;
    let name = match (called(context, record), record) {
        (Some(name), _) => name,
        (_, RecordId::Outcome(id)) => context.own(&texts::plain(context, &report[id].text, 60)),
        (_, RecordId::Photo(_)) => context.own(context.words().photos),
        _ => return None,
    };
    // A figure goes by its measure, which names no record.
    let id = match record {
        RecordId::Figure(_) => String::new(),
        _ => report.record(record).id().to_string(),
    };
    Some(Tag { name, href, id })
}

pub(super) fn shared_region_tag(context: Context<'_>, id: RegionId) -> Shared<Tag> {
    made_once(&context.cards().regions[id.index()], || {
        page_tag(context, id)
    })
}

pub(super) fn shared_theme_tag(context: Context<'_>, id: ThemeId) -> Shared<Tag> {
    made_once(&context.cards().themes[id.index()], || {
        page_tag(context, id)
    })
}

pub(super) fn event_tag(context: Context<'_>, id: EventId) -> Shared<Tag> {
    made_once(&context.cards().event_tags[id.index()], || {
        page_tag(context, id)
    })
}

/// A person, organisation or words, with an organisation only where it adds something.
pub(super) fn party(context: Context<'_>, party: &Party) -> Shared<PartyTag> {
    match party {
        Party::Person(id) => person_tag(context, *id),
        Party::Organisation(id) => organisation_tag(context, *id),
        Party::Words { name, organisation } => {
            Shared::new(tag_in_words(context, name, *organisation))
        }
    }
}

pub(super) fn parties(context: Context<'_>, parties: &[Party]) -> Vec<Shared<PartyTag>> {
    parties.iter().map(|one| party(context, one)).collect()
}

pub(super) fn person_tag(context: Context<'_>, id: PersonId) -> Shared<PartyTag> {
    made_once(&context.cards().people[id.index()], || {
        new_person_tag(context, id)
    })
}

pub(super) fn organisation_tag(context: Context<'_>, id: OrganisationId) -> Shared<PartyTag> {
    made_once(&context.cards().organisations[id.index()], || {
        new_organisation_tag(context, id)
    })
}
