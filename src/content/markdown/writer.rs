//! Events to HTML, in one walk.
//!
//! Valid whatever the events: no link in a link, no empty link, heading or paragraph, no inline
//! style, no duplicate id. The walk keeps no stack of its own, so depth costs no memory, and where
//! inline markup nests absurdly deep its inner tags are left out.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::footnotes::Footnotes;
use super::headings::{self, Heading};
use super::links::OpenLink;
use super::sanitised::Seals;
use super::tables::Table;
use super::{Options, Resolve, escape, partners};
use crate::words::hyphenation::soft_hyphens;
use crate::words::typography::typographic_after;
use crate::words::{Bilingual, both};

/// Inline tags deeper than this are left out; their words stay.
const DEEPEST_INLINE: usize = 50;

/// Writes events as HTML. With `seal`, every attribute that is our own is kept aside under that
/// word, for the sanitiser knows no difference between our markup and the writer's. With `inline`,
/// a text of one paragraph comes without its `<p>`.
pub(super) fn write(
    events: &[Event<'_>],
    options: &Options,
    resolve: &mut Resolve<'_>,
    inline: bool,
    seal: Option<String>,
) -> (String, Option<Seals>) {
    let partners = partners(events);
    let mut writer = Writer {
        events,
        options,
        resolve,
        headings: headings::plan(events, &partners, options.heading_level),
        footnotes: Footnotes::find(events, &partners),
        partners,
        id_prefix: options
            .id_prefix
            .chars()
            .filter(|character| character.is_ascii_alphanumeric() || *character == '-')
            .collect(),
        seals: seal.map(Seals::new),
        output: String::new(),
        before: None,
        depth: 0,
        paragraph: 0,
        heading: None,
        link: None,
        table: Table::default(),
        in_code: false,
        raw_open: Vec::new(),
    };
    let all = 0..events.len();
    let is_one_paragraph = matches!(events.first(), Some(Event::Start(Tag::Paragraph)))
        && writer.partners[0] + 1 == events.len();
    if inline && is_one_paragraph {
        writer.walk(1..all.end - 1);
    } else {
        writer.walk(all);
        writer.notes();
    }
    (writer.output, writer.seals)
}

pub(super) struct Writer<'e, 'r, 'c> {
    pub(super) events: &'e [Event<'e>],
    /// For a start, the index of its end.
    pub(super) partners: Vec<usize>,
    pub(super) options: &'r Options,
    pub(super) resolve: &'r mut Resolve<'c>,
    headings: Vec<Heading>,
    pub(super) footnotes: Footnotes,
    pub(super) id_prefix: String,
    pub(super) seals: Option<Seals>,
    pub(super) output: String,
    /// The character before the next text, as far as quotes care.
    pub(super) before: Option<char>,
    /// How many inline tags are open.
    depth: usize,
    /// Where the open paragraph's tag begins in the output.
    paragraph: usize,
    /// The open heading.
    heading: Option<OpenTag>,
    /// The open link; there is never one within another.
    pub(super) link: Option<OpenLink>,
    pub(super) table: Table,
    in_code: bool,
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

const DONE: Bilingual = both("Gedaan: ", "Done: ");
const TO_DO: Bilingual = both("Nog te doen: ", "To do: ");

impl Writer<'_, '_, '_> {
    pub(super) fn walk(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.event(at);
        }
    }

    /// Writes the event at an index; returns the index to go on at.
    fn event(&mut self, at: usize) -> usize {
        let events = self.events;
        match &events[at] {
            Event::Start(tag) => return self.start(at, tag),
            Event::End(tag) => self.end(at, *tag),
            // Mathematics is switched off.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(text);
            }
            Event::Code(code) => {
                self.output.push_str("<code>");
                escape::text(&mut self.output, code);
                self.output.push_str("</code>");
                self.before = Some('x');
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::SoftBreak => self.line_break(""),
            Event::HardBreak => self.line_break("<br>"),
            Event::Rule => {
                self.fresh_line();
                self.output.push_str("<hr>\n");
            }
            Event::TaskListMarker(done) => {
                let word = if *done { DONE } else { TO_DO };
                self.output.push_str("<span");
                self.attributes(" class=\"box\" aria-hidden=\"true\"");
                self.output.push_str("></span><span");
                self.attributes(" class=\"visually-hidden\"");
                let _ = write!(self.output, ">{}</span>", word.get(self.options.language));
                self.before = None;
            }
        }
        at + 1
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>) -> usize {
        let end = self.partners[at];
        match tag {
            Tag::Paragraph if self.is_pictures(at + 1..end) => {
                let mut picture = at + 1;
                while picture < end {
                    self.picture(picture, true);
                    picture = self.partners[picture] + 1;
                }
                return end + 1;
            }
            Tag::Paragraph => {
                self.open_block("p");
                self.paragraph = self.output.len() - "<p>".len();
            }
            Tag::Heading { .. } => return self.open_heading(at),
            Tag::BlockQuote(_) => self.open_block("blockquote"),
            Tag::CodeBlock(_) => {
                self.open_block("pre");
                self.output.push_str("<code>");
                self.in_code = true;
            }
            Tag::HtmlBlock => return self.html_block(at + 1..end),
            Tag::List(first) => {
                self.open_block(if first.is_some() { "ol" } else { "ul" });
                if let Some(first) = first.filter(|first| *first != 1) {
                    self.output.pop();
                    self.attributes(&format!(" start=\"{first}\""));
                    self.output.push('>');
                }
                self.output.push('\n');
            }
            Tag::Item => {
                self.open_block("li");
                if let Some(done) = self.task(at) {
                    self.output.pop();
                    self.attributes(if done {
                        " class=\"task done\""
                    } else {
                        " class=\"task\""
                    });
                    self.output.push('>');
                }
            }
            // Notes are written at the end of the text.
            Tag::FootnoteDefinition(_) => return end + 1,
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                self.start_table_part(at, tag);
            }
            Tag::Emphasis => self.open_inline("<em>"),
            Tag::Strong => self.open_inline("<strong>"),
            Tag::Strikethrough => self.open_inline("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => return self.open_link(at, *link_type, dest_url, title),
            Tag::Image { .. } => {
                self.picture(at, false);
                return end + 1;
            }
            // Switched off in the parser; their words are shown.
            Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
        at + 1
    }

    fn end(&mut self, at: usize, tag: TagEnd) {
        if matches!(
            tag,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item
        ) {
            self.close_raw();
        }
        match tag {
            TagEnd::Paragraph => {
                let content = self.paragraph + "<p>".len();
                if self
                    .output
                    .get(content..)
                    .is_some_and(|content| content.trim().is_empty())
                {
                    self.output.truncate(self.paragraph);
                } else {
                    self.trim_spaces();
                    self.output.push_str("</p>\n");
                }
            }
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::BlockQuote(_) => self.close_block("blockquote"),
            TagEnd::CodeBlock => {
                self.output.push_str("</code></pre>\n");
                self.in_code = false;
            }
            TagEnd::List(ordered) => self.close_block(if ordered { "ol" } else { "ul" }),
            TagEnd::Item => {
                self.trim_spaces();
                self.output.push_str("</li>\n");
            }
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {
                self.end_table_part(at, tag);
            }
            TagEnd::Emphasis => self.close_inline("</em>"),
            TagEnd::Strong => self.close_inline("</strong>"),
            TagEnd::Strikethrough => self.close_inline("</del>"),
            TagEnd::Link => self.close_link(at),
            TagEnd::Image
            | TagEnd::FootnoteDefinition
            | TagEnd::HtmlBlock
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

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

    fn line_break(&mut self, tag: &str) {
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

    fn open_inline(&mut self, tag: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST_INLINE {
            self.output.push_str(tag);
        }
    }

    fn close_inline(&mut self, tag: &str) {
        if self.depth <= DEEPEST_INLINE {
            self.output.push_str(tag);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether an item is a task, and a done one.
    fn task(&self, item: usize) -> Option<bool> {
        let first = match self.events.get(item + 1) {
            Some(Event::Start(Tag::Paragraph)) => self.events.get(item + 2),
            first => first,
        };
        match first {
            Some(Event::TaskListMarker(done)) => Some(*done),
            _ => None,
        }
    }

    fn open_heading(&mut self, at: usize) -> usize {
        let Ok(index) = self
            .headings
            .binary_search_by_key(&at, |heading| heading.at)
        else {
            return self.partners[at] + 1;
        };
        let Heading { level, id, .. } = self.headings[index].clone();
        self.fresh_line();
        let start = self.output.len();
        let _ = write!(self.output, "<h{level}");
        if let Some(id) = id {
            self.attributes(&format!(" id=\"{}{id}\"", self.id_prefix));
        }
        self.output.push('>');
        self.heading = Some(OpenTag {
            start,
            content: self.output.len(),
            level,
        });
        self.before = None;
        at + 1
    }

    fn close_heading(&mut self) {
        let Some(OpenTag {
            start,
            content,
            level,
        }) = self.heading.take()
        else {
            return;
        };
        if self.output[content..].trim().is_empty() {
            self.output.truncate(start);
        } else {
            let _ = writeln!(self.output, "</h{level}>");
        }
    }
}
