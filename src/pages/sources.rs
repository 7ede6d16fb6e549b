//! Resources, links, sources and corrections of a record.

use serde::Serialize;

use super::cards::Tag;
use super::context::Context;
use super::local_text::{Html, LocalText};
use super::{pictures, tags, texts};
use crate::encode;
use crate::plan::fragments::{fragment, of_day, resource_fragment};
use crate::records::{Correction, EventId, Link, RecordId, ResourceId, ResourceTarget, Source};
use crate::schema::choices::Choice as _;
use crate::source::SourcePath;
use crate::words::dates::day_month_year;
use crate::words::fragments::CORRECTION;
use crate::words::phrases::{file_size, picture_size};
use crate::words::{Bilingual, Language, both};

pub(super) fn resource_card(context: Context<'_>, id: ResourceId) -> ResourceCard {
    let resource = &context.report[id];
    let mut note = Vec::new();
    if let Some(kind) = resource.kind {
        note.extend(kind.label_in(context.language).map(ToOwned::to_owned));
    }
    let (href, external) = match &resource.target {
        // A photo that is handed out is what is published of it: its size is in pixels, since
        // its bytes are not made yet.
        ResourceTarget::File(file, _)
            if pictures::photo_of_file(context, resource.event, file).is_some() =>
        {
            let (href, largest) = pictures::photo_of_file(context, resource.event, file)
                .map(|photo| pictures::largest(context, photo))
                .expect("looked at just now");
            note.push("JPG".to_owned());
            note.push(picture_size(
                largest.size.width,
                largest.size.height,
                context.language,
            ));
            (href, false)
        }
        ResourceTarget::File(file, size) => {
            let path = context
                .addresses()
                .media(context.report, resource.event, file);
            let (_, extension) = SourcePath::new(&path).stem_and_extension();
            if !extension.is_empty() {
                note.push(extension.to_uppercase());
            }
            note.push(file_size(*size, context.language));
            (encode::path(&context.addresses().below(&path)), false)
        }
        ResourceTarget::Url(url) => {
            let host = url
                .split_once("://")
                .map_or(url.as_str(), |(_, rest)| rest)
                .split(['/', '?', '#'])
                .next()
                .unwrap_or_default();
            note.push(host.to_owned());
            (url.clone(), true)
        }
    };
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
        external,
        inaccessible: (resource.accessible == Some(false)).then(|| {
            both("Niet voor iedereen leesbaar", "Not readable for everyone")
                .get(context.language)
                .to_owned()
        }),
        alternative: resource.alternative.clone(),
    }
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
        Language::Nl => both("in het Nederlands", "in Dutch"),
        Language::En => both("in het Engels", "in English"),
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
