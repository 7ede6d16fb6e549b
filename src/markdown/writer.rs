//! HTML as it is being written: what is open, and the few ways in which text, attributes and tags
//! go out. What each event of a text becomes, [`super::walk`] knows.

use std::fmt::Write;

use pulldown_cmark::{Alignment, Event};

use super::escape;
use super::footnotes::Footnotes;
use super::headings::Heading;
use super::options::HtmlOptions;
use super::resolved::Resolve;
use super::sanitised::Seals;
use crate::words::hyphenation::soft_hyphens;
use crate::words::typography::typographic_after;

/// Inline tags deeper than this are left out; their words stay.
const DEEPEST_INLINE: usize = 50;

/// The HTML of a text while it is written.
pub(super) struct HtmlWriter<'e, 'r, 'c> {
    pub(super) events: &'e [Event<'e>],
    /// For a start, the index of its end.
    pub(super) partners: Vec<usize>,
    pub(super) options: &'r HtmlOptions,
    pub(super) resolve: &'r mut Resolve<'c>,
    pub(super) headings: Vec<Heading>,
    pub(super) footnotes: Footnotes,
    pub(super) id_prefix: String,
    pub(super) seals: Option<Seals>,
    pub(super) output: String,
    /// The character before the next text, as far as quotes care.
    pub(super) before: Option<char>,
    /// How many inline tags are open.
    pub(super) depth: usize,
    /// Where the open paragraph's tag begins in the output.
    pub(super) paragraph: usize,
    /// The open heading.
    pub(super) heading: Option<OpenTag>,
    /// The open link; there is never one within another.
    pub(super) link: Option<OpenLink>,
    pub(super) table: Table,
    pub(super) in_code: bool,
    /// The inline elements that raw HTML opened in this paragraph, heading, cell or item and has
    /// not closed.
    pub(super) raw_open: Vec<String>,
}

/// A tag that is taken back when nothing comes to stand in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenTag {
    /// Where it begins in the output.
    pub(super) start: usize,
    /// Where its content begins.
    pub(super) content: usize,
    /// For a heading its level.
    pub(super) level: u8,
}

/// A link whose words are being written.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenLink {
    pub(super) tag: OpenTag,
    /// The index of the event that ends it.
    pub(super) end: usize,
    /// Whether it leads to a telephone number, which may not break over two lines.
    pub(super) is_telephone: bool,
}

/// The table that is being written. Tables do not nest in Markdown.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_head: bool,
    pub(super) has_body: bool,
    pub(super) column: usize,
    /// What closes the open cell.
    pub(super) cell: &'static str,
}

impl HtmlWriter<'_, '_, '_> {
    pub(super) fn text(&mut self, text: &str) {
        if self.in_code {
            escape::text(&mut self.output, text);
            return;
        }
        if self.link.is_some_and(|link| link.is_telephone) {
            // html-validate's tel-non-breaking asks for this, and rightly: half a number is no
            // number.
            escape::text(
                &mut self.output,
                &text.replace(' ', "\u{A0}").replace('-', "\u{2011}"),
            );
        } else {
            let set = typographic_after(self.before, text, self.options.language);
            if self.heading.is_some() {
                escape::text(&mut self.output, &soft_hyphens(&set));
            } else {
                escape::text(&mut self.output, &set);
            }
        }
        self.before = text.chars().next_back().or(self.before);
    }

    pub(super) fn line_break(&mut self, tag: &str) {
        self.trim_spaces();
        self.output.push_str(tag);
        self.output.push('\n');
        self.before = Some('\n');
    }

    /// Writes attributes of ours, or what stands for them until the sanitiser is done.
    pub(super) fn attributes(&mut self, attributes: &str) {
        match &mut self.seals {
            Some(seals) => seals.add(&mut self.output, attributes),
            None => self.output.push_str(attributes),
        }
    }

    /// Writes attributes of ours into the tag that was just written.
    pub(super) fn add_to_tag(&mut self, attributes: &str) {
        self.output.pop();
        self.attributes(attributes);
        self.output.push('>');
    }

    pub(super) fn fresh_line(&mut self) {
        if !self.output.is_empty() && !self.output.ends_with('\n') {
            self.trim_spaces();
            self.output.push('\n');
        }
    }

    pub(super) fn trim_spaces(&mut self) {
        self.output
            .truncate(self.output.trim_end_matches([' ', '\t']).len());
    }

    pub(super) fn open_block(&mut self, name: &str) {
        // A paragraph stays on the line of its item; other blocks get their own.
        if !(name == "p" && self.output.ends_with('>')) {
            self.fresh_line();
        }
        let _ = write!(self.output, "<{name}>");
        if name == "blockquote" {
            self.output.push('\n');
        }
        self.before = None;
    }

    pub(super) fn close_block(&mut self, name: &str) {
        self.fresh_line();
        let _ = writeln!(self.output, "</{name}>");
    }

    pub(super) fn open_inline(&mut self, tag: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST_INLINE {
            self.output.push_str(tag);
        }
    }

    pub(super) fn close_inline(&mut self, tag: &str) {
        if self.depth <= DEEPEST_INLINE {
            self.output.push_str(tag);
        }
        self.depth = self.depth.saturating_sub(1);
    }
}
