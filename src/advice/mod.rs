//! What to look at before a site goes online: a report goes in, advice comes out, in groups. Nothing
//! here keeps a site from being built, and nothing is said of drafts that are not.
//!
//! The records are read as they were written, so that every piece of advice has its place: names,
//! words that hold a place, numbers of people, long sentences. What only the linked report tells
//! (which leads are open, where they belong) is asked of that. No score is made of a text.

mod found;
mod links;
mod missing;
mod must;
mod name_forms;
mod names;
mod passage;
mod passive;
mod personal;
mod sentences;
mod titles;
mod unfinished;
mod wording;

use rayon::prelude::*;

use self::found::GatheredAdvice;
pub use self::found::SentenceLengths;
pub use self::links::{KeptCopy, OutsideLink, outside_links};
use self::passage::{PassageReading, passages};
use crate::diagnostic::{self, Diagnostic};
use crate::input::record::WrittenRecord;
use crate::pipeline::Study;
use crate::privacy::{DraftRecords, WrittenLanguages};
use crate::source::Sources;
use crate::words::{Bilingual, Language, advice as words};

/// What a piece of advice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdviceGroup {
    /// Without it the site cannot go online.
    Must,
    /// What readers would learn of people.
    Privacy,
    /// What readers will look for.
    Missing,
    /// One name in two spellings.
    Names,
    /// Long sentences, words of the office.
    Language,
    /// Links to other sites that lead nowhere.
    Links,
}

impl AdviceGroup {
    /// What stands above it.
    pub fn heading(self) -> Bilingual {
        match self {
            Self::Must => words::MUST,
            Self::Privacy => words::PRIVACY,
            Self::Missing => words::MISSING,
            Self::Names => words::NAMES,
            Self::Language => words::LANGUAGE,
            Self::Links => words::LINKS,
        }
    }

    /// Its name for other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Privacy => "privacy",
            Self::Missing => "missing",
            Self::Names => "names",
            Self::Language => "language",
            Self::Links => "links",
        }
    }
}

/// All that is advised of a site.
#[derive(Debug, Default)]
pub struct Advice {
    /// By group, in their order; a group without advice is not there.
    pub groups: Vec<(AdviceGroup, Vec<Diagnostic>)>,
    /// How long sentences are.
    pub lengths: SentenceLengths,
}

impl Advice {
    /// Adds what else is advised, in the order of the files.
    pub fn add(&mut self, group: AdviceGroup, mut advice: Vec<Diagnostic>, sources: &Sources) {
        diagnostic::sort(&mut advice, sources);
        if !advice.is_empty() {
            self.groups.push((group, advice));
        }
    }
}

/// Looks at a site that holds no mistake. Drafts are looked at where they are built too.
pub fn advise(study: &Study, sources: &Sources, drafts: bool) -> Advice {
    let records = || study.files.iter().flat_map(|file| &file.records);
    let left_out = DraftRecords::of(records());
    let languages = WrittenLanguages::of(records(), study.config.language());
    let is_read = |record: &&WrittenRecord| drafts || !left_out.has(record);
    let files = study.files.par_iter();
    let by_file: Vec<GatheredAdvice<'_>> = files
        .map(|file| {
            let mut found = GatheredAdvice::new(&study.config, sources, drafts);
            for record in file.records.iter().filter(is_read) {
                look(record, languages.of_record(record), &mut found);
            }
            found
        })
        .collect();
    let mut all = GatheredAdvice::new(&study.config, sources, drafts);
    for found in by_file {
        all.take_in(found);
    }
    let written: Vec<&WrittenRecord> = records().filter(is_read).collect();
    let must = must::must(study);
    let missing = [
        missing::missing(study, &written, sources),
        std::mem::take(&mut all.missing),
    ];
    let names = names::names(&all.mentions, study);
    let groups = [
        (AdviceGroup::Must, must),
        (AdviceGroup::Privacy, personal::told(&mut all)),
        (AdviceGroup::Missing, missing.concat()),
        (AdviceGroup::Names, names),
        (AdviceGroup::Language, std::mem::take(&mut all.language)),
    ];
    let mut advice = Advice {
        groups: Vec::new(),
        lengths: all.lengths,
    };
    for (group, found) in groups {
        advice.add(group, found, sources);
    }
    advice
}

/// Looks at a record whose original is in this language.
fn look<'a>(record: &'a WrittenRecord, language: Language, found: &mut GatheredAdvice<'a>) {
    let mut read = Vec::new();
    let reading = PassageReading {
        language,
        drafts: found.drafts,
        sources: found.sources,
    };
    passages(
        record,
        reading,
        &mut |passage| read.push(passage),
        &mut |mention| found.mentions.push(mention),
    );
    for passage in &read {
        personal::look(passage, found);
        unfinished::look(passage, found);
        titles::look(passage, found);
        wording::look(passage, found);
    }
    personal::contacts(record, found);
}
