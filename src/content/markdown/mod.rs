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

mod destination;
mod escape;
mod footnotes;
mod headings;
mod links;
mod nesting;
mod pictures;
mod plain;
mod raw;
mod raw_runs;
mod runs;
mod sanitised;
mod scan;
mod tables;
mod target_parts;
#[cfg(test)]
mod tests;
mod writer;

use pulldown_cmark::{Event, Parser, TextMergeStream};

use crate::words::Language;

pub use destination::{dangerous, scheme};
pub use plain::{cut, every_word, plain};
pub use runs::{Mark, MarkKind, OBJECT, Piece, Run, Runs, Target, runs};
pub use scan::{Found, scan};
pub use target_parts::Parts;

/// How a text becomes HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What happens to HTML inside the Markdown.
    pub raw_html: RawHtml,
    /// The language of the text: its quotes, and the few words that are added for screen readers.
    pub language: Language,
    /// The level of the text's highest headings, 1 to 6; the others follow below it, without a gap.
    /// Where the page has an `h2` above the text, this is 3.
    pub heading_level: u8,
    /// Goes before every id (of headings and footnotes), to keep several texts on a page apart:
    /// "idee-kleur-". Begins with a letter and holds only `[a-z0-9-]`, so that it needs no escaping
    /// in an attribute or a fragment; anything else is left out of it. Empty for the main text of a
    /// page.
    pub id_prefix: String,
}

/// What happens to HTML inside Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// Shown as the text it is.
    Escaped,
    /// A safe subset is let through, the rest is left out.
    Sanitised,
}

/// What a [`Found`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundKind {
    /// A link, in any of Markdown's ways, or `<a href>` in sanitised HTML.
    Link,
    /// A picture, `![alt](file)`, or `<img src>` in sanitised HTML.
    Image,
    /// A piece of raw HTML. [`html`] never asks to resolve one.
    RawHtml,
}

/// How a link or picture is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A link to this address. For a picture: a link to the file, with the alt text as its words.
    Link {
        /// The address as it goes into the page. One that is [`dangerous`] or empty counts as
        /// [`Resolved::Withheld`].
        href: String,
    },
    /// A picture. For a link this counts as [`Resolved::Withheld`].
    Image(Picture),
    /// A link keeps its words and loses its address; a picture is left out.
    Withheld,
}

/// A picture as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The address of the file.
    pub src: String,
    /// The sizes that there are of it, as `srcset` holds them; empty where there is but one.
    pub srcset: String,
    /// The same in formats that not every browser knows: the media type, and its `srcset`. The best
    /// comes first.
    pub sources: Vec<(&'static str, String)>,
    /// How wide it will stand, as `sizes` holds it.
    pub sizes: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether a browser may wait with it until a reader comes near.
    pub lazy: bool,
    /// What it shows; empty for a decoration; `None` takes the words between the brackets.
    pub alt: Option<String>,
    /// What stands below it when it has a paragraph to itself, as plain text; `None` takes the
    /// title in the Markdown.
    pub caption: Option<String>,
}

/// Asks what a link or picture leads to: its kind and its destination as [`Found::destination`] has
/// it.
pub type Resolve<'a> = dyn FnMut(FoundKind, &str) -> Resolved + 'a;

/// A text as HTML: whole blocks, each ending in a line end. Empty for an empty text.
pub fn html(text: &str, options: &Options, resolve: &mut Resolve<'_>) -> String {
    render(text, options, resolve, false)
}

/// A short text as HTML: where it is one paragraph, without the `<p>` around it, so that it can
/// stand in a list item or a cell of the caller's. A text of several blocks comes out as from
/// [`html`]; put it where blocks may stand.
pub fn inline_html(text: &str, options: &Options, resolve: &mut Resolve<'_>) -> String {
    render(text, options, resolve, true).trim().to_owned()
}

fn render(text: &str, options: &Options, resolve: &mut Resolve<'_>, inline: bool) -> String {
    match events(text) {
        Some(events) => {
            let seal = sanitised::seal(text, &events, options);
            let (html, seals) = writer::write(&events, options, resolve, inline, seal);
            match seals {
                Some(seals) => sanitised::sanitise(&html, seals, options, resolve),
                None => html,
            }
        }
        None => plain::paragraphs(text, options.language),
    }
}

/// The parser's options. Heading attributes stay off: ids come from the headings' own words.
fn syntax() -> pulldown_cmark::Options {
    pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
}

/// The text's events, runs of text in one; `None` where blocks nest so deep that no person wrote
/// them.
fn events(text: &str) -> Option<Vec<Event<'_>>> {
    (!nesting::too_deep(text))
        .then(|| TextMergeStream::new(Parser::new_ext(text, syntax())).collect())
}

/// For every event that starts something, the index of the one that ends it; itself for the others.
fn partners(events: &[Event<'_>]) -> Vec<usize> {
    let mut open = Vec::new();
    let mut partners: Vec<usize> = (0..events.len()).collect();
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(index),
            Event::End(_) => {
                if let Some(start) = open.pop() {
                    partners[start] = index;
                }
            }
            _ => {}
        }
    }
    partners
}

/// The words of some events, without any markup: what a reader would hear. Pictures count with
/// their alt text.
fn words_of(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}
