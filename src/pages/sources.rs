//! Resources, links, sources and corrections of a record.

use serde::Serialize;

use super::cards::Tag;
use super::context::Context;
use super::local_text::{Html, LocalText};
use super::{pictures, tags, texts};
use crate::encode;
use crate::plan::fragments::{fragment, of_day, resource_fragment};
use crate::records::{
    Correction, EventId, Link, RecordId, Resource, ResourceId, ResourceTarget, Source,
};
use crate::source::SourcePath;
use crate::words::dates::day_month_year;
use crate::words::fragments::CORRECTION;
use crate::words::labels;
use crate::words::phrases::{file_size, picture_size};
use crate::words::{Bilingual, Language};

pub(super) fn resource_card(context: Context<'_>, id: ResourceId) -> ResourceCard {
    let resource = &context.report[id];
    let mut note = Vec::from_iter(context.label(resource.kind));
    let (href, told) = target(context, resource);
    note.extend(told);
    if let Some(language) = resource
        .language
        .filter(|language| *language != context.language)
    {
        note.push(in_language(language).get(context.language).to_owned());
    }
    ResourceCard {
        id: resource_fragment(context.report, id, context.language),
        title: context.said_from(&resource.title, context.report[resource.event].language),
        href,
        note: note.join(", "),
        lang: resource.language.map(Language::tag),
        external: matches!(resource.target, ResourceTarget::Url(_)),
        inaccessible: (resource.accessible == Some(false))
            .then(|| labels::NOT_OPEN_TO_ALL.get(context.language).to_owned()),
        alternative: resource.alternative.clone(),
    }
}

/// The address that a resource is read at, and what is told of that: of a file its format and size,
/// of a site its name.
fn target(context: Context<'_>, resource: &Resource) -> (String, Vec<String>) {
    let (file, size) = match &resource.target {
        ResourceTarget::File(file, size) => (file, *size),
        ResourceTarget::Url(url) => {
            let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            return (url.clone(), vec![host.to_owned()]);
        }
    };
    // A photo that is handed out is what is published of it: its size is in pixels, since its bytes
    // are not made yet.
    if let Some(photo) = pictures::photo_of_file(context, resource.event, file) {
        let (href, largest) = pictures::largest(context, photo);
        let size = picture_size(largest.size.width, largest.size.height, context.language);
        return (href, vec!["JPG".to_owned(), size]);
    }
    let path = context
        .addresses()
        .media(context.report, resource.event, file);
    let (_, extension) = SourcePath::new(&path).stem_and_extension();
    let format = Some(extension.to_uppercase()).filter(|format| !format.is_empty());
    let size = file_size(size, context.language);
    (
        encode::path(&context.addresses().below(&path)),
        format.into_iter().chain([size]).collect(),
    )
}

pub(super) fn source_rows(
    context: Context<'_>,
    sources: &[Source],
    written_in: Language,
) -> Vec<SourceRow> {
    sources
        .iter()
        .map(|source| SourceRow {
            title: context.as_written(&source.title, written_in),
            href: source.url.clone(),
            date: source
                .date
                .map(|date| day_month_year(date, context.language)),
            archived: source.archived.clone(),
        })
        .collect()
}

pub(super) fn correction_rows(
    context: Context<'_>,
    event: EventId,
    of: Option<RecordId>,
) -> Vec<CorrectionRow> {
    context.report[event]
        .corrections
        .iter()
        .enumerate()
        .filter(|(_, correction)| of.is_none() || correction.of == of)
        .map(|(index, correction)| correction_row(context, index, correction, event, of.is_none()))
        .collect()
}

fn correction_row(
    context: Context<'_>,
    index: usize,
    correction: &Correction,
    event: EventId,
    named: bool,
) -> CorrectionRow {
    let of_that_day = context.report[event].corrections[..index]
        .iter()
        .filter(|before| before.date == correction.date);
    let day = of_day(correction.date, of_that_day.count());
    let fragment = fragment(CORRECTION, day, context.language);
    CorrectionRow {
        date: day_month_year(correction.date, context.language),
        date_iso: correction.date.to_string(),
        text: texts::text_at(context, &correction.text, event, &fragment),
        of: correction
            .of
            .filter(|of| named && *of != RecordId::Event(event))
            .and_then(|of| tags::record_tag(context, of)),
    }
}

/// The resources of an event that belong to a record.
pub(super) fn resources_of(
    context: Context<'_>,
    event: EventId,
    of: RecordId,
) -> Vec<ResourceCard> {
    context.report[event]
        .resources
        .iter()
        .filter(|resource| context.report[**resource].of == Some(of))
        .map(|resource| resource_card(context, *resource))
        .collect()
}

pub(super) fn link_rows(
    context: Context<'_>,
    links: &[Link],
    written_in: Language,
) -> Vec<LinkRow> {
    links
        .iter()
        .map(|link| LinkRow {
            title: context.as_written(&link.title, written_in),
            href: link.url.clone(),
        })
        .collect()
}

fn in_language(language: Language) -> Bilingual {
    match language {
        Language::Nl => labels::IN_DUTCH,
        Language::En => labels::IN_ENGLISH,
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResourceCard {
    pub id: String,
    pub title: LocalText,
    pub href: String,
    /// "Presentatie, PDF, 1,2 MB, Engels".
    pub note: String,
    pub lang: Option<&'static str>,
    pub external: bool,
    /// "Niet voor iedereen leesbaar".
    pub inaccessible: Option<String>,
    pub alternative: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    pub title: LocalText,
    pub href: Option<String>,
    pub date: Option<String>,
    pub archived: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkRow {
    pub title: LocalText,
    pub href: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionRow {
    pub date: String,
    pub date_iso: String,
    pub text: Html,
    /// The record it is about, where that is not the page's own.
    pub of: Option<Tag>,
}
