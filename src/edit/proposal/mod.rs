//! What records are wanted to hold, by whoever filled it in elsewhere: in a spreadsheet, in a file
//! of another program, in a form.
//!
//! In: a [`Proposal`], each field with what it held when it was filled in, as far as that is known.
//! Out: a [`MergedProposal`]: field by field what is taken, what somebody else changed in the meantime and
//! is kept, and where both changed it; with the [`Rewrite`] of what is taken. Every other byte of
//! the files stays as it is.

mod current;
mod filled;
mod filled_in;
mod fresh;
mod fresh_text;
mod groups;
mod held;
mod items;
mod list_text;
mod memory;
mod merge;
mod new_record;
mod parts;
mod record_text;
mod removed;
mod spelled;
mod wanted_text;
mod write;

use std::sync::Arc;

pub(super) use record_text::between_commas;
pub(super) use spelled::on_a_line as spelled_value;

pub use current::title_field;
pub use filled::FilledRecord;
pub use fresh::event_folder;
pub use held::{HeldField, HeldRecord, HeldRecords, PlacedRecord};
pub use memory::{NoMemory, TableMemory};
pub use merge::merge;
pub use new_record::{NoName, new_record};
pub use wanted_text::ValueHash;

use super::Rewrite;
use crate::id::Id;
use crate::input::record::ParsedFile;
use crate::records::Report;
use crate::schema::Kind;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::Sources;
use crate::words::Language;

/// Records as they are wanted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposal {
    /// In the order in which new ones are to stand.
    pub records: Vec<ProposedRecord>,
    /// Records that are to go.
    pub removed: Vec<UnwantedRecord>,
}

/// A record that is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnwantedRecord {
    /// Its kind.
    pub kind: Kind,
    /// The folder of its event; `None` for what all events share.
    pub event: Option<String>,
    /// Its id.
    pub id: Id,
}

/// One record as it is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedRecord {
    /// Its kind.
    pub kind: Kind,
    /// The folder of its event; `None` for what all events share.
    pub event: Option<String>,
    /// Its id, where it is known. Else a record of the same title is meant, or a new one.
    pub id: Option<Id>,
    /// Whether it is a new one, whatever others are called.
    pub is_new: bool,
    /// What is wanted of it. Fields that are not named stay as they are.
    pub fields: Vec<ProposedField>,
}

/// One field as it is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedField {
    /// Which field.
    pub key: FieldKey,
    /// What it is to hold; `None`: nothing.
    pub wanted: Option<FieldValue>,
    /// What it held when that was decided.
    pub base: FieldBase,
}

/// What a field held when somebody began to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldBase {
    /// Nobody wrote it down.
    Unknown,
    /// This; `None`: nothing.
    Was(Option<ValueHash>),
}

/// The side that is taken where both changed a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preferred {
    /// What is proposed.
    Proposed,
    /// What stands on the site.
    Site,
}

/// The site that a proposal is merged with.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The linked report.
    pub report: &'a Report,
    /// The records as written.
    pub files: &'a [Arc<ParsedFile>],
    /// The texts that they were read from.
    pub sources: &'a Sources,
    /// The site's language.
    pub language: Language,
    /// The id of the record of a kind that a word names: itself, a name, another name of it.
    pub id_of: &'a dyn Fn(Kind, &str) -> Option<String>,
}

/// What becomes of a proposal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergedProposal {
    /// In the order of the proposal.
    pub records: Vec<MergedRecord>,
    /// What was to go and stays, since only people can take it out: a file of its own, a part of
    /// another record.
    pub not_removed: Vec<UnwantedRecord>,
    /// What is to be written: all that is taken, new records too.
    pub rewrite: Rewrite,
}

/// What becomes of one record.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id; `None` for kinds that have none.
    pub id: Option<Id>,
    /// What it is called.
    pub title: String,
    /// Whether it is there already.
    pub is: RecordMatch,
    /// Its fields, in the order of the proposal.
    pub fields: Vec<MergedField>,
}

/// Whether a record is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordMatch {
    /// It is, and this is it.
    There,
    /// It is not.
    New,
    /// Several could be meant: nothing of it is taken. Their ids.
    OneOf(Vec<Id>),
    /// It was proposed before: nothing of this is taken.
    Twice,
    /// It was there once, and was removed: nothing of it is taken.
    Missing,
    /// The same, and the site's side was chosen: it stays away.
    StaysAway,
}

/// What becomes of one field.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedField {
    /// Which field.
    pub key: FieldKey,
    /// What stands on the site.
    pub now: Option<FieldValue>,
    /// What is wanted.
    pub wanted: Option<FieldValue>,
    /// Which of both it will hold.
    pub fate: Fate,
}

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Both are the same.
    Same,
    /// What is wanted is taken.
    Taken,
    /// What stands on the site stays: it was changed there, and not here.
    Kept,
    /// Both were changed, or nobody knows who did: somebody has to choose.
    Conflict,
    /// It is to be changed by hand: it is written in a way that only people can change.
    ByHand,
}

impl MergedProposal {
    /// Whether something is left for people to decide.
    pub fn is_undecided(&self) -> bool {
        self.records.iter().any(|record| {
            matches!(
                record.is,
                RecordMatch::OneOf(_) | RecordMatch::Twice | RecordMatch::Missing
            ) || record
                .fields
                .iter()
                .any(|field| matches!(field.fate, Fate::Conflict | Fate::ByHand))
        })
    }
}
