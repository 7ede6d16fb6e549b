//! What can be found: an entry a record, in one language.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use rayon::prelude::*;
use serde::Serialize;

use super::context::Context;
use super::search_draft::Draft;
use super::{Views, search_draft, search_drafts};
use crate::plan::address::quote_fragment;
use crate::plan::page::{Page, has_search, number};
use crate::report::{
    DealId, EventId, FigureId, IdeaId, NeedId, OrganisationId, OutcomeId, PageId, PersonId,
    QuoteId, RecordId, RegionId, Report, ResourceId, SeriesId, SessionId, SessionKind, ThemeId,
};
use crate::words::Language;

/// How many entries one part of the index holds. Making a part takes memory in step with this, not
/// with the archive.
pub const PART_LENGTH: usize = 10_000;

/// Something that can be found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    Record(RecordId),
    /// Quotes have a place on their event's page, but no id that others could name.
    Quote(QuoteId),
}

impl Views<'_> {
    /// Everything that can be found in a language, in a fixed order; nothing where the site has no
    /// search page.
    pub fn search_entries(&self, language: Language) -> Vec<SearchEntry> {
        if !has_search(self.report, self.config) {
            return Vec::new();
        }
        let context = self.context(language);
        found(self.report)
            .into_par_iter()
            .filter_map(|found| entry(context, found))
            .collect()
    }
}

/// Everything that can be found: events first, then what came of them, then what they share.
pub(super) fn found(report: &Report) -> Vec<Found> {
    let mut all = Vec::new();
    macro_rules! every {
        ($list:ident, $record:ident, $id:ident, $wanted:expr) => {
            let wanted = $wanted;
            all.extend(
                report
                    .$list
                    .iter()
                    .enumerate()
                    .filter(|(_, record)| wanted(record))
                    .map(|(index, _)| Found::Record(RecordId::$record($id(number(index))))),
            );
        };
    }
    every!(events, Event, EventId, |_: &&_| true);
    every!(
        sessions,
        Session,
        SessionId,
        |session: &&crate::report::Session| session.kind != Some(SessionKind::Break)
    );
    every!(deals, Deal, DealId, |_: &&_| true);
    every!(needs, Need, NeedId, |need: &&crate::report::Need| !need
        .inline);
    every!(ideas, Idea, IdeaId, |idea: &&crate::report::Idea| !idea
        .inline);
    every!(outcomes, Outcome, OutcomeId, |_: &&_| true);
    all.extend((0..report.quotes.len()).map(|index| Found::Quote(QuoteId(number(index)))));
    every!(figures, Figure, FigureId, |_: &&_| true);
    every!(resources, Resource, ResourceId, |_: &&_| true);
    every!(regions, Region, RegionId, |_: &&_| true);
    every!(themes, Theme, ThemeId, |_: &&_| true);
    every!(
        people,
        Person,
        PersonId,
        |person: &&crate::report::Person| person.listed
    );
    every!(organisations, Organisation, OrganisationId, |_: &&_| true);
    every!(series, Series, SeriesId, |_: &&_| true);
    every!(pages, Page, PageId, |_: &&_| true);
    all
}

fn entry(context: Context<'_>, found: Found) -> Option<SearchEntry> {
    let report = context.report;
    let (address, draft) = match found {
        Found::Quote(id) => {
            let event = report[id].event;
            (
                format!(
                    "{}#{}",
                    context.href(Page::Event(event)),
                    quote_fragment(report, id)
                ),
                search_drafts::quote_draft(context, id),
            )
        }
        Found::Record(record) => (
            context
                .addresses()
                .record(report, record, context.language)?,
            draft(context, record)?,
        ),
    };
    Some(finished(context, address, draft))
}

fn finished(context: Context<'_>, address: String, draft: Draft) -> SearchEntry {
    let Draft {
        kind: (kind, word),
        title,
        facts,
        texts,
        mut names,
        regions,
        themes,
        mut years,
    } = draft;
    let report = context.report;
    let mut region_values = Vec::new();
    for region in search_draft::with_all_above(&regions, |region: RegionId| {
        report[region].ancestors.as_slice()
    }) {
        let region = &report[region];
        let name = context.said(&region.name).text;
        region_values.push(format!("{} {name}", region.id));
        names.push(name);
        names.extend(region.also.iter().chain(&region.former_names).cloned());
    }
    let mut theme_values = Vec::new();
    for theme in
        search_draft::with_all_above(&themes, |theme: ThemeId| report[theme].ancestors.as_slice())
    {
        let theme = &report[theme];
        let name = context.said(&theme.name).text;
        theme_values.push(format!("{} {name}", theme.id));
        names.push(name);
        names.extend(theme.also.iter().chain(&theme.former_names).cloned());
    }
    years.sort_unstable();
    years.dedup();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(name.clone()));
    let text: Vec<&str> = texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    SearchEntry {
        address,
        title: title.text,
        lang: title.lang,
        kind: word.get(context.language).to_owned(),
        facts: facts.join(", "),
        text: text.join(" "),
        names,
        kinds: vec![format!("{kind} {}", word.get(context.language))],
        regions: region_values,
        themes: theme_values,
        years: years
            .into_iter()
            .map(|year| format!("{year} {year}"))
            .collect(),
    }
}

/// `None` for what is no entry of its own.
fn draft(context: Context<'_>, record: RecordId) -> Option<Draft> {
    Some(match record {
        RecordId::Event(id) => search_drafts::event_draft(context, id),
        RecordId::Session(id) => search_drafts::session_draft(context, id),
        RecordId::Deal(id) => search_drafts::deal_draft(context, id),
        RecordId::Need(id) => search_drafts::need_draft(context, id),
        RecordId::Idea(id) => search_drafts::idea_draft(context, id),
        RecordId::Outcome(id) => search_drafts::outcome_draft(context, id),
        RecordId::Figure(id) => search_drafts::figure_draft(context, id),
        RecordId::Resource(id) => search_drafts::resource_draft(context, id),
        RecordId::Region(id) => search_drafts::region_draft(context, id),
        RecordId::Theme(id) => search_drafts::theme_draft(context, id),
        RecordId::Person(id) => search_drafts::person_draft(context, id),
        RecordId::Organisation(id) => search_drafts::organisation_draft(context, id),
        RecordId::Series(id) => search_drafts::series_draft(context, id),
        RecordId::Page(id) => search_drafts::free_page_draft(context, id),
        RecordId::Photo(_) => return None,
    })
}

/// What can be found, in plain text: one record in one language. The index is made of these and of
/// nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchEntry {
    /// Its page, or its place on a page, with the path of the site before it.
    pub address: String,
    pub title: String,
    /// The language of the title, when that is not the page's.
    pub lang: Option<&'static str>,
    /// The word of its kind: "Deal".
    pub kind: String,
    /// Where and when: "Techniekdag Veenland 2023, donderdag 9 november 2023".
    pub facts: String,
    /// All that is said of it.
    pub text: String,
    /// Words that find it too and are not shown: names of its regions and themes and of all that
    /// these are part of, and other names.
    pub names: Vec<String>,
    /// Each value is an id and a label with a space between.
    pub kinds: Vec<String>,
    pub regions: Vec<String>,
    pub themes: Vec<String>,
    pub years: Vec<String>,
}
