//! The one schema: every kind of record, its fields, their shapes and allowed words, and the reader
//! that makes values of a TOML table by it.
//!
//! In: a text, and the fields that may stand in it. Out: [`value::Fields`], each value with its
//! place, and what is wrong with the others.

pub mod choices;
pub mod columns;
mod empty_record;
mod examples;
mod holds;
pub mod json_schema;
pub mod key;
mod kind_words;
mod kinds;
mod moments;
mod names;
mod read;
mod read_bare;
mod read_scalar;
mod read_text;
mod read_value;
mod toml_file;
pub(crate) mod toml_lines;
mod toml_meanings;
pub(crate) mod toml_pieces;
pub(crate) mod toml_problem;
pub mod value;
pub mod wanted;
mod wording;
mod written_moment;

pub use choices::{listed, word_named};
pub use empty_record::empty_record;
pub use examples::example_record;
pub(crate) use holds::{also, holds};
pub use kinds::*;
pub(crate) use moments::clock_time;
pub(crate) use names::meant;
pub(crate) use read::{RawValue, Reader, first_line};
pub(crate) use read_scalar::is_web_address;
pub use toml_file::{TomlFile, read_toml};
pub(crate) use wording::{example, expected, required_facts};
