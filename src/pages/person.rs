//! The page of a person.

use serde::Serialize;

use super::also_for::AlsoFor;
use super::cards::PartyTag;
use super::context::Context;
use super::contributions::Did;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::sources::LinkRow;
use super::{contributions, linked_parties, near, sources, tags, texts};
use crate::plan::list::{ListKind, Narrow};
use crate::records::PersonId;
use crate::stable_hash::Shared;

pub(super) fn person(context: Context<'_>, id: PersonId) -> PersonView {
    let person = &context.report[id];
    let role = person.role.as_ref().map(|role| context.said(role));
    let organisation = context.some(person.organisation.as_ref(), tags::party);
    let description = [
        role.as_ref().map(|role| role.text.clone()),
        organisation.as_ref().map(|tag| tag.name.text.clone()),
    ];
    PersonView {
        site: context.site(),
        page: Head::new(context, "person", id, &LocalText::name(&person.name))
            .in_list(ListKind::People)
            .in_full(person.name.clone())
            .described(Some(
                description
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            ))
            .made_of(|_| linked_parties::person_thing(context, id)),
        name: person.name.clone(),
        role,
        organisation,
        also: person.also.clone(),
        text: texts::own_text(context, person.text.as_ref()),
        links: sources::link_rows(context, &person.links, texts::written_in(context, None)),
        did: contributions::did(context, &person.record, Narrow::Person(id)),
        near: near::near_party(context, &person.record, &[]),
    }
}

/// `person.html`
#[derive(Debug, Serialize)]
pub struct PersonView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: String,
    pub role: Option<LocalText>,
    pub organisation: Option<Shared<PartyTag>>,
    pub also: Vec<String>,
    pub text: Option<Html>,
    pub links: Vec<LinkRow>,
    pub did: Did,
    /// What is near, where they did little themselves.
    pub near: Option<AlsoFor>,
}
