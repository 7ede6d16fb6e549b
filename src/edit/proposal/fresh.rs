//! New records: their ids, their text, and where they are put: below the last of their kind, or in
//! the file that is named for it.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::current::{WrittenRecords, title_of};
use super::fresh_text::{FENCE, RecordWords, file_of, text_of};
use super::{ProposedRecord, Site};
use crate::edit::{Rewrite, Splices};
use crate::id::Id;
use crate::input::record::{ParsedFile, WrittenRecord};
use crate::schema::{Home, Kind};
use crate::source::{FileId, SourcePath, Span};

/// Records that are to be added, by kind and event.
#[derive(Default)]
pub(super) struct Fresh<'p> {
    groups: BTreeMap<(Kind, Option<&'p str>), NewGroup<'p>>,
}

#[derive(Default)]
struct NewGroup<'p> {
    records: Vec<(&'p ProposedRecord, Option<Id>)>,
    taken: HashSet<Id>,
}

impl<'p> Fresh<'p> {
    /// Adds a record; gives its id, for kinds that have one.
    pub(super) fn add(
        &mut self,
        proposed: &'p ProposedRecord,
        written: &WrittenRecords<'_>,
    ) -> Option<Id> {
        let event = proposed.event.as_deref();
        let has_id = proposed.kind.has_ids();
        let is_free = |id: &Id| {
            sharing_ids(proposed.kind).iter().all(|kind| {
                let new = self.groups.get(&(*kind, event));
                let there = written.group(*kind, event);
                new.is_none_or(|new| !new.taken.contains(id))
                    && there.is_none_or(|there| !there.has(id))
            })
        };
        let id = has_id.then(|| free_id(proposed, is_free)).flatten();
        let group = self.groups.entry((proposed.kind, event)).or_default();
        group.taken.extend(id.clone());
        group.records.push((proposed, id.clone()));
        id
    }

    /// Puts all of them in their places.
    pub(super) fn write(
        &self,
        written: &WrittenRecords<'_>,
        site: Site<'_>,
        removed: &HashSet<Span>,
        splices: &mut Splices,
        rewrite: &mut Rewrite,
    ) {
        for ((kind, event), group) in &self.groups {
            if matches!(kind.schema().home, Home::EventFile | Home::Pages) {
                for (record, _) in &group.records {
                    add_file(record, site, rewrite);
                }
                continue;
            }
            let last = written
                .group(*kind, *event)
                .and_then(|group| last_in_tables(&group.records, removed, site));
            let words = RecordWords::of(*kind, last, site);
            let texts: Vec<String> = group
                .records
                .iter()
                .map(|(record, id)| text_of(record, id.as_ref(), &words))
                .collect();
            if let Some(last) = last {
                let (file, at) = end_of(last, site);
                let text: &str = &site.sources.file(file).text;
                let parted = if text[..at].ends_with('\n') { "" } else { "\n" };
                splices.insert(file, at, &format!("{parted}\n{}", texts.join("\n")));
            } else {
                add_to_own_file(*kind, *event, &texts.join("\n"), site, splices, rewrite);
            }
        }
    }
}

/// The kinds of which no two records may have one id: this one, and whom people name in its place.
fn sharing_ids(kind: Kind) -> Vec<Kind> {
    match kind {
        Kind::Person | Kind::Organisation => vec![Kind::Person, Kind::Organisation],
        kind => vec![kind],
    }
}

/// The id that a record is to have: its own, or one made of its title.
fn free_id(proposed: &ProposedRecord, is_free: impl Fn(&Id) -> bool) -> Option<Id> {
    let wanted = proposed
        .id
        .clone()
        .or_else(|| Id::from_title(&title_of(proposed)?))?;
    let numbered = (2..).map(|number| wanted.numbered(number));
    std::iter::once(wanted.clone())
        .chain(numbered)
        .find(is_free)
}

/// The last record of some that stands in tables and stays, so that others can stand below it.
fn last_in_tables<'a>(
    records: &[&'a WrittenRecord],
    removed: &HashSet<Span>,
    site: Site<'_>,
) -> Option<&'a WrittenRecord> {
    let mut last = records.iter().rev().copied();
    last.find(|record| {
        site.sources.text(record.span).starts_with("[[") && !removed.contains(&record.span)
    })
}

/// Where a record ends, in a file of tables: behind its last line, before comments and what else is
/// of the next.
pub(super) fn end_of(record: &WrittenRecord, site: Site<'_>) -> (FileId, usize) {
    let file = record.span.file;
    let text: &str = &site.sources.file(file).text;
    let entries = record.fields.entries.iter();
    let last = entries
        .map(|entry| entry.value.span.range().end)
        .fold(record.span.range().end, usize::max);
    let next = site
        .files
        .iter()
        .flat_map(|file| &file.records)
        .map(|other| other.span)
        .filter(|span| span.file == file && span.start > record.span.start)
        .map(|span| span.range().start)
        .min();
    let mut end = next.unwrap_or_else(|| end_of_facts(text, last));
    // A text without a line end at its end has no line below.
    let first_below = text[last..]
        .find('\n')
        .map_or(text.len(), |newline| last + newline + 1);
    while end > first_below {
        let above = text[..end - 1].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[above..end].trim();
        if above < first_below || !(line.is_empty() || line.starts_with('#')) {
            break;
        }
        end = above;
    }
    (file, end.max(first_below))
}

/// Where the facts of a file end: at the line that closes them in a Markdown file, else at its end.
fn end_of_facts(text: &str, from: usize) -> usize {
    if !text.trim_start().starts_with(FENCE) {
        return text.len();
    }
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return start;
        }
        start += line.len();
    }
    text.len()
}

/// Puts records at the end of the file that is named for their kind, or makes it.
fn add_to_own_file(
    kind: Kind,
    event: Option<&str>,
    texts: &str,
    site: Site<'_>,
    splices: &mut Splices,
    rewrite: &mut Rewrite,
) {
    let folder = folder_of(event, site);
    let name = kind.schema().folder.get(site.language);
    let path = SourcePath::new(&format!("{}/{name}.toml", folder.as_written()));
    let there = site.sources.iter().find(|(_, file)| file.path == path);
    match there {
        Some((id, file)) => {
            let text: &str = &file.text;
            let parted = match (text.trim().is_empty(), text.ends_with('\n')) {
                (true, _) => "",
                (false, true) => "\n",
                (false, false) => "\n\n",
            };
            splices.insert(id, text.len(), &format!("{parted}{texts}"));
        }
        None => {
            rewrite.texts.insert(path, texts.into());
        }
    }
}

/// Makes the file that a record is: an event in a folder of its own, beside the others; a page.
fn add_file(record: &ProposedRecord, site: Site<'_>, rewrite: &mut Rewrite) {
    let Some(id) = &record.id else { return };
    let path = match record.kind {
        Kind::Event => {
            let folder = event_folder(id.as_str(), site.files);
            format!("{}/event.md", folder.as_written())
        }
        _ => format!("content/pages/{id}.md"),
    };
    rewrite
        .texts
        .insert(SourcePath::new(&path), file_of(record, site).into());
}

/// The folder of an event, or that of what all events share.
fn folder_of(event: Option<&str>, site: Site<'_>) -> SourcePath {
    event.map_or_else(
        || SourcePath::new("content"),
        |event| event_folder(event, site.files),
    )
}

/// The folder of an event; of one that is not there yet, beside the others.
pub fn event_folder(event: &str, files: &[Arc<ParsedFile>]) -> SourcePath {
    let events = || {
        let records = files.iter().flat_map(|file| &file.records);
        records.filter(|record| record.kind == Kind::Event)
    };
    if let Some(own) = events().find(|record| record.event.as_deref() == Some(event)) {
        return own.folder.clone();
    }
    let beside = events().next().map(|other| other.folder.parent());
    let folder = beside.unwrap_or_else(|| SourcePath::new("content/events"));
    SourcePath::new(&format!("{}/{event}", folder.as_written()))
}
