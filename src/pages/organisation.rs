//! The page of an organisation.

use serde::Serialize;

use super::also_for::AlsoFor;
use super::cards::{PartyTag, Tag};
use super::context::Context;
use super::contributions::Did;
use super::head::{Head, PageHead};
use super::linked_data::Thing;
use super::local_text::{Html, LocalText};
use super::sections::{Section, first};
use super::site::SiteHead;
use super::sources::LinkRow;
use super::{contributions, linked_parties, near, tags, texts};
use crate::plan::list::{LIST_LENGTH, ListKind, Narrow};
use crate::records::OrganisationId;
use crate::stable_hash::Shared;
use crate::words::phrases::{self, sentence};

pub(super) fn organisation(context: Context<'_>, id: OrganisationId) -> OrganisationView {
    let organisation = &context.report[id];
    let name = context.said(&organisation.name);
    let kind = context.label(organisation.kind);
    let narrow = Narrow::Organisation(id);
    OrganisationView {
        site: context.site(),
        page: Head::new(context, "organisation", id, &name)
            .in_list(ListKind::Organisations)
            .described(
                texts::description(context, organisation.text.as_ref()).or_else(|| kind.clone()),
            )
            .made_of(|address| organisation_thing(context, id, address)),
        id: organisation.id.to_string(),
        name: LocalText::heading(&name),
        kind,
        regions: tags::region_tags(context, &organisation.regions),
        website: organisation.website.as_ref().map(|url| LinkRow {
            title: context.as_written(
                url.split_once("://")
                    .map_or(url.as_str(), |(_, rest)| rest)
                    .trim_end_matches('/'),
                context.language,
            ),
            href: url.clone(),
        }),
        also: organisation.also.clone(),
        former_names: organisation.former_names.clone(),
        until: organisation
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: context.some(organisation.successor, tags::page_tag),
        predecessors: context.each(&organisation.predecessors, tags::page_tag),
        text: texts::own_text(context, organisation.text.as_ref()),
        people: first(context, &organisation.people, LIST_LENGTH, tags::person_tag).of_list(
            context,
            ListKind::People,
            narrow,
        ),
        did: contributions::did(context, &organisation.record, narrow),
        near: near::near_party(context, &organisation.record, &organisation.regions),
    }
}

/// `organisation.html`
#[derive(Debug, Serialize)]
pub struct OrganisationView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub name: LocalText,
    /// "School".
    pub kind: Option<String>,
    pub regions: Vec<Shared<Tag>>,
    pub website: Option<LinkRow>,
    pub also: Vec<String>,
    pub former_names: Vec<String>,
    pub until: Option<String>,
    pub successor: Option<Tag>,
    pub predecessors: Vec<Tag>,
    pub text: Option<Html>,
    pub people: Section<Shared<PartyTag>>,
    pub did: Did,
    /// What is near, where it did little itself.
    pub near: Option<AlsoFor>,
}

fn organisation_thing(context: Context<'_>, id: OrganisationId, address: &str) -> Thing {
    let organisation = &context.report[id];
    Thing::new(linked_parties::organisation_type(organisation.kind))
        .with("@id", address)
        .with("name", context.said(&organisation.name).text)
        .with_all(
            "alternateName",
            organisation
                .also
                .iter()
                .chain(&organisation.former_names)
                .map(|name| name.as_str().into())
                .collect(),
        )
        .with(
            "url",
            organisation
                .website
                .clone()
                .unwrap_or_else(|| address.to_owned()),
        )
        .with("mainEntityOfPage", address)
        .with_some(
            "dissolutionDate",
            organisation.until.map(|date| date.to_string()),
        )
}
