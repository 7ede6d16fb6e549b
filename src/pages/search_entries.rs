//! What can be found: an entry a record, in one language.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use super::context::Context;
use super::search_words::SearchWords;
use super::views::Views;
use crate::plan::subject::Subject;
use crate::plan::wanted::has_search;
use crate::records::{RecordId, Report, SessionKind};
use crate::schema::Kind;
use crate::words::dates;
use crate::words::labels;
use crate::words::{Bilingual, Language};

/// The kinds that can be found, in the order of their entries: events, then what came of them, then
/// what they share. With each the word that readers know it by.
const KINDS: [(Kind, Bilingual); 16] = [
    (Kind::Event, labels::EVENT),
    (Kind::Session, labels::SESSION),
    (Kind::Deal, labels::DEAL),
    (Kind::Ask, labels::ASK),
    (Kind::Offer, labels::OFFER),
    (Kind::Idea, labels::IDEA),
    (Kind::Outcome, labels::OUTCOME),
    (Kind::Quote, labels::QUOTE),
    (Kind::Figure, labels::FIGURE),
    (Kind::Resource, labels::RESOURCE),
    (Kind::Region, labels::REGION),
    (Kind::Theme, labels::THEME),
    (Kind::Person, labels::PERSON),
    (Kind::Organisation, labels::ORGANISATION),
    (Kind::Series, labels::SERIES),
    (Kind::Page, labels::PAGE),
];

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
            .filter_map(|record| entry(context, record))
            .collect()
    }
}

/// Everything that can be found, in the order of its entries.
pub(super) fn found(report: &Report) -> Vec<RecordId> {
    let place = |record: RecordId| KINDS.iter().position(|(kind, _)| *kind == record.kind());
    let mut found: Vec<_> = report
        .records()
        .filter(|record| is_of_its_own(report, *record))
        .filter_map(|record| Some((place(record)?, record)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, record)| record).collect()
}

/// Whether a record is found by itself: what stands inline in a deal is found with it.
fn is_of_its_own(report: &Report, record: RecordId) -> bool {
    match record {
        RecordId::Session(id) => report[id].kind != Some(SessionKind::Break),
        _ => Subject::of(record).is_none_or(|subject| subject.paged(report).has_page),
    }
}

/// The words of several fields behind each other, parted where no sentence ends: an excerpt shows a
/// stretch of them.
fn in_a_run(texts: &[&str]) -> String {
    let mut run = String::new();
    for text in texts {
        if run.ends_with(['.', '?', '!', '…', '”']) {
            run.push(' ');
        } else if !run.is_empty() {
            run.push_str(" · ");
        }
        run.push_str(text);
    }
    run
}

fn entry(context: Context<'_>, record: RecordId) -> Option<SearchEntry> {
    let report = context.report;
    let kind = report.record(record).kind();
    let (_, word) = KINDS.iter().find(|(found, _)| *found == kind)?;
    let label = word.get(context.language);
    let address = context
        .addresses()
        .record(report, record, context.language)?;
    let SearchWords {
        title,
        facts,
        texts,
        mut names,
        regions,
        themes,
        days,
    } = SearchWords::of(context, record)?;
    let mut region_values = Vec::new();
    for id in with_all_above(&regions, |region| report[region].ancestors.as_slice()) {
        let region = &report[id];
        let name = context.said(&region.name).text;
        region_values.push(format!("{} {name}", region.id));
        names.push(name);
        names.extend(region.also.iter().chain(&region.former_names).cloned());
    }
    let mut theme_values = Vec::new();
    for id in with_all_above(&themes, |theme| report[theme].ancestors.as_slice()) {
        let theme = &report[id];
        let name = context.said(&theme.name).text;
        theme_values.push(format!("{} {name}", theme.id));
        names.push(name);
        names.extend(theme.also.iter().chain(&theme.former_names).cloned());
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(name.clone()));
    let texts = texts.iter().map(|text| text.trim());
    let text: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    Some(SearchEntry {
        address,
        title: title.text,
        lang: title.lang,
        kind: label.to_owned(),
        facts: facts.join(", "),
        text: in_a_run(&text),
        names,
        kinds: vec![format!("{} {label}", kind.schema().name.en)],
        regions: region_values,
        themes: theme_values,
        years: days
            .iter()
            .map(|day| day.year())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|year| format!("{0} {0}", dates::year(year)))
            .collect(),
        day: days.first().map(|day| (day.year(), day.month(), day.day())),
    })
}

/// What a record names and all that these are part of, nearest first, each once.
fn with_all_above<'a, I: Copy + Ord + 'a>(named: &[I], above: impl Fn(I) -> &'a [I]) -> Vec<I> {
    let mut seen = BTreeSet::new();
    let all = named
        .iter()
        .copied()
        .chain(named.iter().flat_map(|one| above(*one).iter().copied()));
    all.filter(|one| seen.insert(*one)).collect()
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
    /// The day of the first event that it belongs to: year, month, day. What belongs to none comes
    /// before all others.
    pub day: Option<(i16, i8, i8)>,
}
