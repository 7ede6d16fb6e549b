//! Where contacts leave: e-mail addresses and phone numbers that the site does not show are taken
//! out of what people wrote before anything is made of it, so that no id, address, page, feed,
//! card, calendar or index can hold one.
//!
//! In go the records as written; out come the same records with words in the place of each contact,
//! and what was withheld where. Contacts are sought in the words that a reader gets, not in the
//! source: after Markdown, in one spelling, without what nobody sees. In the same walk goes what
//! turns the direction of writing. One visitor sees every value of every field, so that nobody has
//! to remember a new one.

mod allowed;
mod contacts;
mod direction;
mod drafts;
mod edits;
mod emails;
mod fold;
mod glance;
mod languages;
mod line;
mod links;
mod marks;
mod names;
mod number_names;
mod numbering;
mod phone_groups;
mod phones;
mod record_ids;
mod signs;
mod text;
mod visit;
mod withhold;

pub use allowed::{Allowed, ContactKind};
pub use drafts::{DraftRecords, is_draft};
pub use languages::WrittenLanguages;
pub use names::{PublishedName, published_name};
pub use withhold::{Given, contacts_in, withhold, withhold_fields};
