//! What becomes of the records of a table or a programme, row by row, for somebody to tick and to
//! choose.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::Write as _;

use super::asked::ImportAsked;
use crate::desk::forms::{as_sentence, typed};
use crate::desk::sent_files::KeptUpload;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, any_error};
use crate::edit::proposal::{
    Fate, MergedField, MergedProposal, MergedRecord, RecordMatch, UnwantedRecord,
};
use crate::id::Id;
use crate::intake::rows::{self, ReadRows};
use crate::intake::schedule::{self, ReadSchedule};
use crate::schema::Kind;
use crate::schema::wanted::FieldValue;
use crate::source::Sources;
use crate::takeover::{
    Received, Remembered, TableSummary, TakeoverTarget, WantedRecords, can_be_skipped, field_said,
    listed, name_of, programme_choices, read_and_left, shortened, undecided, wanted_of_programme,
    wanted_of_table,
};
use crate::words::{Language, desk_imports as words, importing};

/// The most characters that are shown of each side of what somebody has to choose.
const LONGEST_SIDE: usize = 500;

/// The most sentences about a file that is not read.
const MOST_SENTENCES: usize = 100;

/// What a file holds for an event.
pub(super) enum FileRecords {
    /// A table; its rows with mistakes are taken out of it.
    Table {
        rows: ReadRows,
        /// Where each mistake is, and what it is.
        mistakes: Vec<String>,
    },
    /// A programme.
    Programme(ReadSchedule),
}

/// What becomes of the records of a file.
pub(super) struct RecordsPreview {
    pub(super) is_programme: bool,
    /// What was read of the file, and what was not, in lines.
    pub(super) read: Vec<String>,
    /// What is likely wrong.
    pub(super) notes: Vec<String>,
    /// The mistakes of rows that cannot be taken over.
    pub(super) mistakes: Vec<String>,
    /// Its records, in the order of the file.
    pub(super) rows: Vec<RowSeen>,
    /// What the file no longer has.
    pub(super) gone: Vec<GoneSeen>,
    /// A hash of all of this: what was shown is what is taken over, or it is shown again.
    pub(super) mark: String,
}

/// A record of a file.
pub(super) struct RowSeen {
    /// Where it stands in the file, in words.
    pub(super) place: Option<String>,
    pub(super) kind: &'static str,
    pub(super) title: String,
    /// What it is called in a sentence.
    pub(super) name: String,
    pub(super) fate: RowFate,
}

/// What becomes of a record.
pub(super) enum RowFate {
    /// It is as it should be.
    Same,
    /// It comes in.
    New,
    /// Fields of it change.
    Changed(Vec<FieldSeen>),
    /// Somebody has to choose for fields of it.
    Choose(Vec<FieldSeen>),
    /// It was removed from the site.
    Missing,
    /// It cannot be taken over: it is among the mistakes.
    Blocked,
}

/// A field that changes, or that somebody has to choose for.
pub(super) struct FieldSeen {
    /// Its position among the fields of its record.
    pub(super) place: usize,
    pub(super) key: String,
    pub(super) now: String,
    pub(super) wanted: String,
    pub(super) is_conflict: bool,
}

/// A record that the file no longer has.
pub(super) struct GoneSeen {
    pub(super) record: (Kind, Id),
    pub(super) name: String,
    /// Whether this program can take it out.
    pub(super) may_go: bool,
}

impl FileRecords {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it, where none of it can be taken over.
    pub(super) fn read(
        file: &KeptUpload,
        received: &Received,
        asked: &ImportAsked,
        target: TakeoverTarget<'_>,
    ) -> Result<Self, Vec<String>> {
        let language = target.known.language;
        if matches!(received, Received::Programme) {
            let tracks = asked.columns(language)?;
            let choices = programme_choices(target.study, target.event, tracks);
            let read = schedule::read(&file.bytes, &file.path(), &choices, target.known);
            if any_error(&read.diagnostics) {
                return Err(sentences(&read.diagnostics, &read.sources, language));
            }
            return Ok(Self::Programme(read));
        }
        let choices = asked.table(language)?;
        let mut rows = rows::read(&file.bytes, &file.path(), &choices, target.known);
        if !any_error(&rows.diagnostics) {
            let mistakes = Vec::new();
            return Ok(Self::Table { rows, mistakes });
        }
        let mistakes = sentences(&rows.diagnostics, &Sources::default(), language);
        if !can_be_skipped(&rows) {
            return Err(mistakes.into_iter().take(MOST_SENTENCES).collect());
        }
        rows.rows.retain(|row| !row.has_error);
        Ok(Self::Table { rows, mistakes })
    }

    /// The records that it wants.
    pub(super) fn wanted<'a>(
        &self,
        target: TakeoverTarget<'a>,
        remembered: &'a Remembered,
    ) -> WantedRecords<'a> {
        match self {
            Self::Table { rows, .. } => wanted_of_table(rows, target, &remembered.memory),
            Self::Programme(read) => wanted_of_programme(read, target, &remembered.memory),
        }
    }

    /// What the file had the last time and has no longer. Of a row with a mistake nobody knows what
    /// it would be.
    fn gone(&self, wanted: &WantedRecords<'_>, merged: &MergedProposal) -> Vec<(Kind, Id)> {
        match self {
            Self::Table { mistakes, .. } if mistakes.is_empty() => wanted.gone(merged),
            Self::Table { .. } | Self::Programme(_) => Vec::new(),
        }
    }

    /// What becomes of it.
    pub(super) fn preview(
        &self,
        file: &KeptUpload,
        wanted: &mut WantedRecords<'_>,
        merged: &MergedProposal,
        language: Language,
    ) -> RecordsPreview {
        let mut mistakes = match self {
            Self::Table { mistakes, .. } => mistakes.clone(),
            Self::Programme(_) => Vec::new(),
        };
        let mut seen = Vec::with_capacity(merged.records.len());
        for (position, record) in merged.records.iter().enumerate() {
            let place = self.place(position, language);
            let blocked = blocked(record, language);
            for sentence in &blocked {
                let mut mistake = place.clone().unwrap_or_default();
                if !mistake.is_empty() {
                    mistake.push_str(": ");
                }
                mistake.push_str(sentence);
                mistakes.push(mistake);
            }
            seen.push(RowSeen {
                place,
                kind: record.kind.schema().name.get(language),
                title: shortened(&record.title),
                name: name_of(record, language),
                fate: if blocked.is_empty() {
                    fate(record, language)
                } else {
                    RowFate::Blocked
                },
            });
        }
        let gone = self.gone(wanted, merged);
        let gone = gone_seen(gone, wanted, language);
        let mut preview = RecordsPreview {
            is_programme: matches!(self, Self::Programme(_)),
            read: self.told(file, language),
            notes: self.notes(wanted, merged, language),
            mistakes,
            rows: seen,
            gone,
            mark: String::new(),
        };
        preview.mark = preview.marked(merged);
        preview
    }

    /// Where a record stands in the file.
    fn place(&self, position: usize, language: Language) -> Option<String> {
        let Self::Table { rows, .. } = self else {
            return None;
        };
        let row = rows.rows.get(position)?;
        let said = match &rows.sheets.get(row.sheet)?.name {
            Some(sheet) if rows.sheets.len() > 1 => words::in_sheet_row(sheet, &row.number),
            _ => words::in_row(&row.number),
        };
        Some(said.get(language).to_owned())
    }

    fn told(&self, file: &KeptUpload, language: Language) -> Vec<String> {
        let told = match self {
            Self::Table { rows, .. } => TableSummary::of(rows, language).read(),
            Self::Programme(read) => read_and_left(read, &file.name, language),
        };
        told.lines().map(|line| line.trim().to_owned()).collect()
    }

    fn notes(
        &self,
        wanted: &WantedRecords<'_>,
        merged: &MergedProposal,
        language: Language,
    ) -> Vec<String> {
        let found = match self {
            Self::Table { rows, .. } => &rows.diagnostics,
            Self::Programme(read) => &read.diagnostics,
        };
        let notes = found
            .iter()
            .filter(|found| found.severity() != Severity::Error);
        let notes = notes.map(|found| found.code.message(language, &found.arguments));
        let mut seen = HashSet::new();
        let mut notes: Vec<String> = notes.filter(|note| seen.insert(note.clone())).collect();
        match self {
            // It stays, as the command has it.
            Self::Programme(_) => {
                let mut gone = wanted.gone(merged);
                gone.truncate(MOST_SENTENCES);
                let gone = listed(&gone, language);
                let gone = gone.map(|gone| importing::not_in_programme(&gone));
                notes.extend(gone.map(|gone| gone.get(language).to_owned()));
            }
            Self::Table { mistakes, .. } if !mistakes.is_empty() => {
                notes.push(words::NOT_LOOKED_FOR.get(language).to_owned());
            }
            Self::Table { .. } => {}
        }
        notes
    }
}

impl RecordsPreview {
    /// A hash of what is shown.
    fn marked(&self, merged: &MergedProposal) -> String {
        let mut hasher = blake3::Hasher::new();
        let gone: Vec<(&(Kind, Id), bool)> = self
            .gone
            .iter()
            .map(|gone| (&gone.record, gone.may_go))
            .collect();
        let _ = write!(hasher, "{:?}{:?}{gone:?}", merged.records, self.mistakes);
        hasher.finalize().to_hex().to_string()
    }

    /// How many records have such a fate.
    pub(super) fn count(&self, is_such: impl Fn(&RowFate) -> bool) -> usize {
        self.rows.iter().filter(|row| is_such(&row.fate)).count()
    }
}

/// What is wrong, as sentences, each with its place.
fn sentences(found: &[Diagnostic], sources: &Sources, language: Language) -> Vec<String> {
    let errors = found
        .iter()
        .filter(|found| found.severity() == Severity::Error);
    let sentence = |error: &Diagnostic| {
        let mut said = match &error.place {
            Place::Cell(cell) => cell.in_words(language),
            Place::Text(span) => {
                let path = &sources.file(span.file).path;
                let line = sources.position(span.file, span.start as usize).line;
                let mut said = path.to_string();
                let line = crate::words::desk::line(&line);
                let _ = write!(said, "{}", line.get(language));
                said
            }
            Place::Path(_) | Place::Site => String::new(),
        };
        if !said.is_empty() {
            said.push_str(": ");
        }
        said + &as_sentence(error, sources, language)
    };
    errors.map(sentence).collect()
}

/// Why a record cannot be taken over; nothing where it can.
fn blocked(record: &MergedRecord, language: Language) -> Vec<String> {
    let found = undecided(record, |code, _| Diagnostic::of_site(code), language);
    let chosen = [Code::ChangedOnBothSides, Code::RecordGone];
    let found = found.iter().filter(|found| !chosen.contains(&found.code));
    found
        .map(|found| as_sentence(found, &Sources::default(), language))
        .collect()
}

fn fate(record: &MergedRecord, language: Language) -> RowFate {
    match record.is {
        RecordMatch::New => return RowFate::New,
        RecordMatch::Missing => return RowFate::Missing,
        RecordMatch::There => {}
        RecordMatch::OneOf(_) | RecordMatch::Twice | RecordMatch::StaysAway => {
            return RowFate::Blocked;
        }
    }
    let fields = record.fields.iter().enumerate();
    let fields: Vec<FieldSeen> = fields
        .filter_map(|(place, field)| field_seen(place, field, record.kind, language))
        .collect();
    if fields.iter().any(|field| field.is_conflict) {
        RowFate::Choose(fields)
    } else if fields.is_empty() {
        RowFate::Same
    } else {
        RowFate::Changed(fields)
    }
}

fn field_seen(
    place: usize,
    field: &MergedField,
    kind: Kind,
    language: Language,
) -> Option<FieldSeen> {
    let is_conflict = match field.fate {
        Fate::Conflict => true,
        Fate::Taken => false,
        Fate::Same | Fate::Kept | Fate::ByHand => return None,
    };
    let said = |value: Option<&FieldValue>| match value {
        Some(value) if is_conflict => beginning(&typed(value, language)),
        value => field_said(value, language),
    };
    Some(FieldSeen {
        place,
        key: field.key.written(kind, language),
        now: said(field.now.as_ref()),
        wanted: said(field.wanted.as_ref()),
        is_conflict,
    })
}

/// As much of a text as is shown.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SIDE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What the file no longer has, and whether it can be taken out.
fn gone_seen(
    gone: Vec<(Kind, Id)>,
    wanted: &mut WantedRecords<'_>,
    language: Language,
) -> Vec<GoneSeen> {
    if gone.is_empty() {
        return Vec::new();
    }
    wanted.remove(&gone);
    let stays = wanted.merged(None).not_removed;
    wanted.remove(&[]);
    let seen = |record: (Kind, Id)| {
        let is_it = |left: &UnwantedRecord| (left.kind, &left.id) == (record.0, &record.1);
        GoneSeen {
            name: format!("{} {}", record.0.schema().name.get(language), record.1),
            may_go: !stays.iter().any(is_it),
            record,
        }
    };
    gone.into_iter().map(seen).collect()
}
