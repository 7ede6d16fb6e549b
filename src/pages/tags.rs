//! Names that lead to a page: an event, a region, a theme, a person.

use super::cards::{PartyTag, Tag};
use super::context::Context;
use super::local_text::LocalText;
use super::texts;
use crate::records::{
    EventId, NeedId, OrganisationId, Party, PersonId, RecordId, RegionId, SessionId, ThemeId, Told,
};
use crate::stable_hash::Shared;
use crate::words::dates::{long, range};

/// The days of an event in words.
pub(super) fn event_date(context: Context<'_>, id: EventId) -> String {
    let event = &context.report[id];
    match event.end.filter(|end| *end > event.date) {
        Some(end) => range(event.date, end, context.language),
        None => long(event.date, context.language),
    }
}

pub(super) fn new_event_tag(context: Context<'_>, id: EventId) -> Tag {
    let event = &context.report[id];
    Tag {
        name: context.said_from(&event.title, event.language),
        href: context.href(id),
        id: event.id.to_string(),
    }
}

pub(super) fn region_tag(context: Context<'_>, id: RegionId) -> Tag {
    let region = &context.report[id];
    Tag {
        name: context.said(&region.name),
        href: context.href(id),
        id: region.id.to_string(),
    }
}

pub(super) fn theme_tag(context: Context<'_>, id: ThemeId) -> Tag {
    let theme = &context.report[id];
    Tag {
        name: context.said(&theme.name),
        href: context.href(id),
        id: theme.id.to_string(),
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
        name: context.said_from(&session.title, context.report[session.event].language),
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
        name: LocalText {
            text: name.to_owned(),
            lang: (context.language != context.config.language())
                .then(|| context.config.language().tag()),
        },
        href: None,
        organisation: organisation.map(|id| organisation_tag(context, id)),
    }
}

pub(super) fn need_tag(context: Context<'_>, id: NeedId) -> Tag {
    let need = &context.report[id];
    Tag {
        name: context.said_from(&need.title, context.report[need.event].language),
        href: context.href(id),
        id: need.id.to_string(),
    }
}

/// A record by its title, where it has an address.
pub(super) fn record_tag(context: Context<'_>, record: RecordId) -> Option<Tag> {
    let report = context.report;
    let href = context
        .addresses()
        .record(report, record, context.language)?;
    let told = report.record(record);
    let name = match (told.title(), record) {
        (Some(Told::Line(title)), RecordId::Event(id)) => {
            context.said_from(title, report[id].language)
        }
        (Some(Told::Line(title)), _) => match told.event() {
            Some(event) => context.said_from(title, report[event].language),
            None => context.said(title),
        },
        (Some(Told::Words(name)), _) => LocalText::name(name),
        (_, RecordId::Outcome(id)) => context.own(&texts::plain(context, &report[id].text, 60)),
        (_, RecordId::Photo(_)) => context.own(context.words().photos),
        _ => return None,
    };
    // A figure goes by its measure, which names no record.
    let id = match record {
        RecordId::Figure(_) => String::new(),
        _ => told.id().to_string(),
    };
    Some(Tag { name, href, id })
}

pub(super) fn shared_region_tag(context: Context<'_>, id: RegionId) -> Shared<Tag> {
    context.cards().regions[id.index()]
        .get_or_init(|| Shared::new(region_tag(context, id)))
        .clone()
}

pub(super) fn shared_theme_tag(context: Context<'_>, id: ThemeId) -> Shared<Tag> {
    context.cards().themes[id.index()]
        .get_or_init(|| Shared::new(theme_tag(context, id)))
        .clone()
}

pub(super) fn event_tag(context: Context<'_>, id: EventId) -> Shared<Tag> {
    context.cards().event_tags[id.index()]
        .get_or_init(|| Shared::new(new_event_tag(context, id)))
        .clone()
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
    context.cards().people[id.index()]
        .get_or_init(|| Shared::new(new_person_tag(context, id)))
        .clone()
}

pub(super) fn organisation_tag(context: Context<'_>, id: OrganisationId) -> Shared<PartyTag> {
    context.cards().organisations[id.index()]
        .get_or_init(|| Shared::new(new_organisation_tag(context, id)))
        .clone()
}
