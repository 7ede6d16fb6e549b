//! What another program made, on its way into an event: what is in it, what becomes of each record
//! of it, and what is to be remembered of it.
//!
//! In: the bytes of a file that somebody named or sent, the site that was studied, and what was
//! remembered of the last time. Out: values: what was read, what differs, where somebody has to
//! choose, and a change that can be written. The command shows them on a terminal, the desk on a
//! page. Nothing is written here, and nothing is asked; of the disk only the pictures of an event are
//! looked at, so that none comes twice.

mod changes_told;
mod document;
mod document_told;
mod photos;
mod programme;
mod programme_fields;
mod programme_records;
mod received;
mod remembered;
mod schedule_told;
mod shortened;
mod table;
mod table_told;
mod target;
mod wanted;

pub use changes_told::{changes, field_said, listed, name_of, undecided};
pub use document::{DocumentChoices, DocumentTakeover, HostEvent};
pub use document_told::ImportSummary;
pub use programme::{programme_choices, programme_problems, wanted_of_programme};
pub use received::{Received, received};
pub use remembered::{NoRemembered, Remembered, memory_path, memory_text};
pub use schedule_told::read_and_left;
pub use shortened::shortened;
pub use table::{bad_rows, can_be_skipped, wanted_of_table};
pub use table_told::{TableSummary, problems};
pub use target::TakeoverTarget;
pub use wanted::{SentRecord, WantedRecords};
