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
use super::options::HtmlOptions;
use super::resolved::Resolve;
use super::sanitised::Seals;
use super::writer::{HtmlWriter, OpenTag, Table};
use super::{escape, events::partners};
use crate::words::Bilingual;
use crate::words::labels;

const DONE: Bilingual = labels::DONE_TASK;
const TO_DO: Bilingual = labels::OPEN_TASK;

/// Writes events as HTML. With `seal`, every attribute that is our own is kept aside under that
/// word, for the sanitiser knows no difference between our markup and the writer's. With `inline`,
/// a text of one paragraph comes without its `<p>`.
pub(super) fn write(
    events: &[Event<'_>],
    options: &HtmlOptions,
    resolve: &mut Resolve<'_>,
    inline: bool,
    seal: Option<String>,
) -> (String, Option<Seals>) {
    let partners = partners(events);
    let mut writer = HtmlWriter {
        events,
        options,
        resolve,
        headings: headings::plan(events, &partners, options.heading_level),
        footnotes: Footnotes::find(events, &partners),
        partners,
        id_prefix: options.prefix(),
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

impl HtmlWriter<'_, '_, '_> {
    fn walk(&mut self, range: Range<usize>) {
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
            Event::Text(text) if self.is_address(at) => self.address(text),
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
                self.pictures(at + 1..end);
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
            Tag::List(first) => self.open_list(*first),
            Tag::Item => self.open_item(at),
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
                let content = self.output.get(self.paragraph + "<p>".len()..);
                if content.is_some_and(|content| content.trim().is_empty()) {
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
                self.end_table_part(tag);
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

    /// Writes the notes at the end. A note can refer to another, so all are written before the ways
    /// back are counted.
    fn notes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.output);
        let mut notes = Vec::new();
        while let Some(range) = self.footnotes.note(notes.len() + 1) {
            self.before = None;
            self.walk(range);
            notes.push(std::mem::take(&mut self.output));
        }
        self.output = text;
        self.list_of_notes(&notes);
    }

    fn open_list(&mut self, first: Option<u64>) {
        self.open_block(if first.is_some() { "ol" } else { "ul" });
        if let Some(first) = first.filter(|first| *first != 1) {
            self.add_to_tag(&format!(" start=\"{first}\""));
        }
        self.output.push('\n');
    }

    fn open_item(&mut self, at: usize) {
        self.open_block("li");
        match self.task(at) {
            Some(true) => self.add_to_tag(" class=\"task done\""),
            Some(false) => self.add_to_tag(" class=\"task\""),
            None => {}
        }
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
