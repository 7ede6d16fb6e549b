//! The records that count: translations go into what they translate, drafts step aside, and what
//! belongs to no event is left out.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::consent::refused;
use super::named_file::file_in;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::pictures::media_file::MediaFiles;
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::required_facts;
use crate::source::SourcePath;
use crate::words::Language;

/// The parts of the path of an event's folder: `content/events/2018-overijssel`.
const EVENT_DEPTH: usize = 3;

/// The records to link, and what is known of those that are not.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Every record to be published, in the order of files and positions.
    pub(super) records: Vec<WrittenRecord>,
    /// Records that are there but are not published yet.
    pub(super) drafts: KnownDrafts,
    /// Folders with records but without an event that could be read; that was reported where it was
    /// found.
    pub(super) lost_events: HashSet<String>,
    /// Files of photos to which somebody said no, in a draft too: that is said whether or not the
    /// record is finished.
    pub(super) refused: BTreeSet<SourcePath>,
    /// Files that drafts name.
    pub(super) draft_files: BTreeSet<SourcePath>,
}

/// Drafts by what a reference may call them: an id, a title or a name.
#[derive(Debug, Default)]
pub(super) struct KnownDrafts(HashSet<(Kind, Option<String>, String)>);

impl KnownDrafts {
    /// Whether this names a draft. Records of an event are asked for with the event's folder.
    pub(super) fn has(&self, kind: Kind, event: Option<&str>, called: &str) -> bool {
        !self.0.is_empty()
            && (self
                .0
                .contains(&(kind, event.map(ToOwned::to_owned), called.to_owned()))
                || event
                    .is_some_and(|event| self.0.contains(&(Kind::Event, None, event.to_owned()))))
    }

    fn add(&mut self, record: &WrittenRecord) {
        let event = if record.kind == Kind::Event {
            None
        } else {
            record.event.clone()
        };
        for called in [own_id(record).map(|id| id.to_string()), called(record)]
            .into_iter()
            .flatten()
        {
            self.0.insert((record.kind, event.clone(), called));
        }
    }
}

/// Sorts the records out.
pub(super) fn gather(
    records: Vec<WrittenRecord>,
    media: &MediaFiles,
    drafts_too: bool,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Gathered {
    let (translations, mut originals): (Vec<WrittenRecord>, Vec<WrittenRecord>) =
        records.into_iter().partition(|record| record.translation);
    translate(&mut originals, &translations, language, diagnostics);
    let is_event = |record: &&WrittenRecord| record.kind == Kind::Event;
    let events: HashSet<String> = originals
        .iter()
        .filter(is_event)
        .filter_map(|record| record.event.clone())
        .collect();
    let draft_events: HashSet<String> = originals
        .iter()
        .filter(is_event)
        .filter(|record| !drafts_too && is_draft(record))
        .filter_map(|record| record.event.clone())
        .collect();
    let mut gathered = Gathered {
        refused: refused(&originals, media),
        ..Gathered::default()
    };
    for path in without_event(&originals, &translations, media, &events) {
        diagnostics.push(
            Diagnostic::of_path(Code::EventWithoutFile, path)
                .with("example", required_facts(Kind::Event, language)),
        );
    }
    for record in originals {
        let event = record.event.as_deref();
        if let Some(folder) = event.filter(|folder| !events.contains(*folder)) {
            gathered.lost_events.insert(folder.to_owned());
        } else if !drafts_too
            && (is_draft(&record) || event.is_some_and(|folder| draft_events.contains(folder)))
        {
            gathered.drafts.add(&record);
            gathered.draft_files.extend(named_by(&record, media));
        } else {
            gathered.records.push(record);
        }
    }
    gathered
}

/// The file that a record names.
fn named_by(record: &WrittenRecord, media: &MediaFiles) -> Option<SourcePath> {
    record.kind.schema().position(key::FILE)?;
    let (event, name) = (record.event.as_deref()?, record.fields.line(key::FILE)?);
    let found = file_in(media, &format!("content/events/{event}"), &name.value);
    found.ok().map(|(path, _)| path)
}

/// The folders of events that hold something, but no event.
fn without_event(
    originals: &[WrittenRecord],
    translations: &[WrittenRecord],
    media: &MediaFiles,
    events: &HashSet<String>,
) -> BTreeSet<SourcePath> {
    let of_records = originals
        .iter()
        .chain(translations)
        .filter(|record| record.event.is_some())
        .filter_map(|record| record.folder.first(EVENT_DEPTH));
    let of_media = media.files.keys().filter_map(|path| {
        let is_in_event = path.as_str().starts_with("content/events/");
        path.parent().first(EVENT_DEPTH).filter(|_| is_in_event)
    });
    of_records
        .chain(of_media)
        .filter(|folder| !events.contains(folder.name()))
        .collect()
}

fn translate(
    originals: &mut [WrittenRecord],
    translations: &[WrittenRecord],
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if translations.is_empty() {
        return;
    }
    let mut positions: HashMap<(Kind, Option<String>, Id), usize> = HashMap::new();
    for (position, original) in originals.iter().enumerate() {
        if let Some(id) = own_id(original) {
            positions
                .entry((original.kind, original.event.clone(), id))
                .or_insert(position);
        }
    }
    for translation in translations {
        let Some(id) = own_id(translation) else {
            continue;
        };
        match positions.get(&(translation.kind, translation.event.clone(), id.clone())) {
            Some(position) => diagnostics.extend(originals[*position].translate(translation)),
            None => {
                // An event without its own file is one mistake, which is told of the folder.
                if translation.kind == Kind::Event {
                    continue;
                }
                let beside = originals.iter().filter(|original| {
                    original.kind == translation.kind && original.event == translation.event
                });
                let ids: Vec<String> = beside.filter_map(own_id).map(|id| id.to_string()).collect();
                let suggestion = nearest(id.as_str(), ids.iter().map(String::as_str))
                    .map(|near| format!("{near}.{}.md", language.other().tag()));
                let diagnostic = Diagnostic::at(Code::TranslationAlone, translation.span)
                    .with("original", format!("{id}.md"));
                diagnostics.push(diagnostic.suggest(suggestion));
            }
        }
    }
}

/// The id that a record has by what is written in it or on its file.
fn own_id(record: &WrittenRecord) -> Option<Id> {
    record
        .written_id()
        .map(|id| id.value)
        .or_else(|| called(record).and_then(|title| Id::from_title(&title)))
}

/// The title or name.
fn called(record: &WrittenRecord) -> Option<String> {
    [key::TITLE, key::NAME]
        .into_iter()
        .find(|field| record.kind.schema().position(field).is_some())
        .and_then(|field| record.fields.line(field))
        .map(|line| line.value)
}

fn is_draft(record: &WrittenRecord) -> bool {
    record
        .fields
        .bool(key::DRAFT)
        .is_some_and(|draft| draft.value)
}
