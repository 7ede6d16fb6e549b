//! The page of an organisation.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::context::Context;
use super::head::Head;
use super::linked_data::Thing;
use super::numbers::is_done;
use super::{
    card_cache, contributions, head, linked_parties, numbers, own_site, tags, texts, trail,
};
use crate::content::choices::Choice as _;
use crate::pages::view::{
    Did, Html, LinkRow, LocalText, Number, OwnSite, PageHead, PartyTag, SiteHead, Tag,
};
use crate::plan::list::ListKind;
use crate::plan::page::Embedded;
use crate::report::{OrganisationId, PartyRecord};
use crate::shared::Shared;
use crate::words::Language;
use crate::words::phrases::{self, sentence};

pub(super) fn organisation(context: Context<'_>, id: OrganisationId) -> OrganisationView {
    let organisation = &context.report[id];
    let name = context.said(&organisation.name);
    let kind = organisation
        .kind
        .and_then(|kind| kind.label_in(context.language))
        .map(ToOwned::to_owned);
    OrganisationView {
        site: context.site(),
        page: head::head_of(
            context,
            Head {
                kind: "organisation",
                section: "organisations",
                page: id.into(),
                title: name.clone(),
                full_title: name.text.clone(),
                description: organisation
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160))
                    .or_else(|| kind.clone()),
                trail: trail::trail(
                    context,
                    vec![trail::list_crumb(context, ListKind::Organisations)],
                ),
            },
            |address| organisation_thing(context, id, address),
        ),
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
        successor: organisation.successor.and_then(|other| {
            tags::record_tag(context, crate::report::RecordId::Organisation(other))
        }),
        predecessors: organisation
            .predecessors
            .iter()
            .filter_map(|other| {
                tags::record_tag(context, crate::report::RecordId::Organisation(*other))
            })
            .collect(),
        text: organisation
            .text
            .as_ref()
            .map(|text| texts::own_text(context, text)),
        people: organisation
            .people
            .iter()
            .map(|person| card_cache::person_tag(context, *person))
            .collect(),
        did: contributions::did(context, &organisation.record, true),
        own_site: own_site::own_site(context, Embedded::Organisation(id)),
    }
}

/// How much a person or organisation did, as far as there is something.
pub(super) fn numbers_of_record(context: Context<'_>, record: &PartyRecord) -> Vec<Number> {
    let report = context.report;
    let mut numbers: Vec<Number> = Vec::new();
    for (noun, number) in [
        (phrases::EVENT, record.events.len()),
        (phrases::ASK, record.asks.len()),
        (phrases::OFFER, record.offers.len()),
        (phrases::DEAL, record.deals.len()),
        (phrases::IDEA, record.ideas.len()),
    ] {
        if number > 0 {
            let mut figure = numbers::plain_number(context, noun, number, None);
            let done = record
                .deals
                .iter()
                .filter(|deal| is_done(&report[**deal]))
                .count();
            if noun.form(2, Language::En) == phrases::DEAL.form(2, Language::En) && done > 0 {
                figure.label = format!("{}, {}", figure.label, numbers::done_of(context, done));
            }
            numbers.push(figure);
        }
    }
    numbers
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
    pub people: Vec<Shared<PartyTag>>,
    pub did: Did,
    pub own_site: Option<OwnSite>,
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
