//! Markdown: from the text of a record to HTML, to plain text, and to the links and pictures that
//! must be checked.
//!
//! `CommonMark` with tables, footnotes, strikethrough and task lists. Every function goes from
//! values to values; nothing here knows the site: what a link or picture leads to is asked of the
//! caller ([`Resolved`]). What comes out is valid HTML whatever went in, holds no raw HTML unless
//! that was asked for (and then only a safe subset), no script, no style and no address that a
//! browser would run.
//!
//! This folder is the only user of pulldown-cmark.

mod bare;
mod destination;
mod escape;
mod events;
mod footnotes;
mod foreign;
mod headings;
mod html;
mod links;
mod nesting;
mod notes;
mod oddities;
mod options;
mod pictures;
mod plain;
mod raw;
mod raw_runs;
mod resolved;
mod runs;
mod runs_reader;
mod sanitised;
mod scan;
mod tables;
mod target_parts;
#[cfg(test)]
mod tests;
mod unread;
mod walk;
mod writer;

pub use destination::{FileName, dangerous, file_names, kept_link, scheme};
#[cfg(test)]
pub(crate) use events::events;
pub(crate) use foreign::foreign_html;
pub use headings::heading_ids;
pub use html::{html, inline_html};
pub use oddities::{Oddity, OddityKind, code_point, oddities, words_without_marks};
pub use options::{HtmlOptions, RawHtml};
pub use plain::{cut, every_word, plain};
pub use raw_runs::is_comment;
pub use resolved::{FoundKind, Resolve, Resolved, ShownPicture};
pub use runs::{LinkTarget, Markup, MarkupKind, OBJECT, PlacedWords, Run, Runs};
pub use runs_reader::runs;
pub use scan::{FoundElement, scan};
pub use target_parts::LinkParts;
pub use unread::unread_destinations;
