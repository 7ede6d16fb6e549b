//! The linked report: every record with its references resolved both ways, what rolls up where, and
//! which leads may match.
//!
//! One file a kind: its struct, how it is read and linked, and what it says of itself. One row a
//! kind in `table`: its list, and its typed id. A [`DealId`] exists only if the deal does. All
//! orders are decided here: records of a kind stand in the order of their files and positions;
//! lists of references are sorted as pages show them. A page needs nothing that is not here, and
//! nothing here changes once it is linked.
//!
//! [`link`] is the stage, from records as written to the report. It never fails, reads nothing and
//! prints nothing.

mod belongings;
mod by_name;
mod circles;
mod claim;
mod consent;
mod correction;
mod deal;
mod event;
mod fields;
mod figure;
mod files;
mod gather;
mod handed_out;
mod hierarchy;
pub mod hours;
mod idea;
mod ids;
pub mod index;
pub mod link;
mod lints;
mod lints_of_today;
mod lookup;
mod matches;
mod named_file;
mod namesakes;
mod need;
mod odd_party;
mod organisation;
mod outcome;
mod page;
mod parties;
mod party_names;
mod party_records;
mod person;
mod photo;
mod published_files;
mod quote;
mod reading;
mod record;
mod record_id;
mod references;
mod region;
mod registry;
mod report;
mod resource;
mod rollup;
mod series;
mod session;
mod site_links;
mod speaker;
mod spelling;
mod table;
mod taken_ids;
#[cfg(test)]
mod tests;
mod text_files;
mod text_links;
mod text_oddities;
mod theme;
mod told_apart;
mod unread;
mod update;
mod values;

pub use crate::schema::choices::*;
pub use consent::{shows_photos_by_itself, waits_for_words};
pub use deal::Deal;
pub use event::{Event, Recorded, Source, Venue, title_of_event};
pub use fields::key_word;
pub use figure::{Figure, FigureValue};
pub use idea::Idea;
pub use need::{Need, Side};
pub use organisation::Organisation;
pub use outcome::Outcome;
pub use page::FreePage;
pub use party_names::slips;
pub use person::Person;
pub use photo::{Photo, file_of_photo, picture_of};
pub use quote::Quote;
pub use record::{FieldRole, FieldVisitor, Record, Told};
pub use record_id::*;
pub use region::Region;
pub use report::Report;
pub use resource::{Resource, ResourceTarget};
pub use series::Series;
pub use session::Session;
pub use speaker::Speaker;
pub use spelling::{Spelling, folded, is_slip};
pub use theme::Theme;
pub use values::*;
