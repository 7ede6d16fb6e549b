//! Forms, made of the schema alone: a field that is added there is asked for here.
//!
//! In: a record of the site, or what a browser sent back. Out: a [`RecordForm`], and its HTML. It works
//! without a script, by keyboard, and on a narrow screen. What a form began with travels with it as
//! hashes, so that a change that somebody else made in the meantime is known.
//!
//! A list of more than 20 items is one text with a line for each; of groups, such as
//! links, the first 50 are shown and the others stay as they are.

mod control;
mod control_html;
mod field;
mod filled;
mod form;
mod help;
mod html;
pub(in crate::desk) mod names;
mod photo;
mod place;
mod read;
mod settings_form;
mod settings_html;
mod several_html;

pub(in crate::desk) use control::Asks;
pub(in crate::desk) use control_html::can_be_added;
pub(in crate::desk) use field::{FilledIn, FormField};
pub(in crate::desk) use filled::typed;
pub use form::RecordForm;
pub(in crate::desk) use photo::PhotoForm;
pub use place::RecordPlace;
pub(in crate::desk) use read::{FieldReader, ReadAnswer, as_sentence, as_sentences};

pub(in crate::desk) use settings_form::{SettingsForm, SettingsOf};

/// With more items a list is asked for as a text.
const MOST_LINES: usize = 20;

/// The most groups of a list that a form shows.
const MOST_GROUPS: usize = 50;
