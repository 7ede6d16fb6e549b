//! Events to HTML, in one walk.
//!
//! Valid whatever the events: no link in a link, no empty link, heading or paragraph, no inline style, no duplicate id. The walk keeps no
//! stack of its own, so depth costs no memory, and where inline markup nests absurdly deep its inner tags are left out.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::footnotes::Footnotes;
use super::headings::{self, Heading};
use super::sanitised::Seals;
use super::tables::Table;
use super::{FoundKind, Options, RawHtml, Resolve, Resolved, destination, escape, partners, words_of};
use crate::words::hyphenation::soft_hyphens;
use crate::words::typography::typographic_after;
use crate::words::{Bilingual, both};

/// Inline tags deeper than this are left out; their words stay.
const DEEPEST_INLINE: usize = 50;

/// Writes events as HTML. With `seal`, every attribute that is our own is kept aside under that word, for the sanitiser knows no difference
/// between our markup and the writer's. With `inline`, a text of one paragraph comes without its `<p>`.
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
        id_prefix: options.id_prefix.chars().filter(|character| character.is_ascii_alphanumeric() || *character == '-').collect(),
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
    let is_one_paragraph = matches!(events.first(), Some(Event::Start(Tag::Paragraph))) && writer.partners[0] + 1 == events.len();
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
    resolve: &'r mut Resolve<'c>,
    headings: Vec<Heading>,
    footnotes: Footnotes,
    id_prefix: String,
    seals: Option<Seals>,
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
    link: Option<OpenLink>,
    pub(super) table: Table,
    in_code: bool,
    /// The inline elements that raw HTML opened in this paragraph, heading, cell or item and has not closed.
    raw_open: Vec<String>,
}

/// A tag that is taken back when nothing comes to stand in it.
#[derive(Debug, Clone, Copy)]
struct OpenTag {
    /// Where it begins in the output.
    start: usize,
    /// Where its content begins.
    content: usize,
    /// For a heading its level.
    level: u8,
}

#[derive(Debug, Clone, Copy)]
struct OpenLink {
    tag: OpenTag,
    /// The index of the event that ends it.
    end: usize,
    /// Whether it leads to a telephone number, which may not break over two lines.
    is_telephone: bool,
}

const DONE: Bilingual = both("Gedaan: ", "Done: ");
const TO_DO: Bilingual = both("Nog te doen: ", "To do: ");
const FOOTNOTE: Bilingual = both("Voetnoot", "Footnote");
const BACK: Bilingual = both("Terug naar de tekst", "Back to the text");
const BACK_FROM: Bilingual = both("Terug naar de tekst bij voetnoot", "Back to the text at footnote");
const CONTACT_WITHHELD: Bilingual = both("(contactgegevens niet getoond)", "(contact details not shown)");

impl Writer<'_, '_, '_> {
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
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text),
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
                    self.attributes(if done { " class=\"task done\"" } else { " class=\"task\"" });
                    self.output.push('>');
                }
            }
            // Notes are written at the end of the text.
            Tag::FootnoteDefinition(_) => return end + 1,
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.start_table_part(at, tag),
            Tag::Emphasis => self.open_inline("<em>"),
            Tag::Strong => self.open_inline("<strong>"),
            Tag::Strikethrough => self.open_inline("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => return self.open_link(at, *link_type, dest_url, title),
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
        if matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) {
            self.close_raw();
        }
        match tag {
            TagEnd::Paragraph => {
                let content = self.paragraph + "<p>".len();
                if self.output.get(content..).is_some_and(|content| content.trim().is_empty()) {
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
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => self.end_table_part(at, tag),
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
            // html-validate's tel-non-breaking asks for this, and rightly: half a number is no number.
            escape::text(&mut self.output, &text.replace(' ', "\u{A0}").replace('-', "\u{2011}"));
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

    fn trim_spaces(&mut self) {
        self.output.truncate(self.output.trim_end_matches([' ', '\t']).len());
    }

    fn open_block(&mut self, name: &str) {
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

    fn close_block(&mut self, name: &str) {
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
        let Ok(index) = self.headings.binary_search_by_key(&at, |heading| heading.at) else {
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
        self.heading = Some(OpenTag { start, content: self.output.len(), level });
        self.before = None;
        at + 1
    }

    fn close_heading(&mut self) {
        let Some(OpenTag { start, content, level }) = self.heading.take() else { return };
        if self.output[content..].trim().is_empty() {
            self.output.truncate(start);
        } else {
            let _ = writeln!(self.output, "</h{level}>");
        }
    }

    fn open_link(&mut self, at: usize, link_type: LinkType, written: &str, title: &str) -> usize {
        let end = self.partners[at];
        if self.link.is_some() {
            return at + 1;
        }
        let destination = if link_type == LinkType::Email { format!("mailto:{written}") } else { written.to_owned() };
        match (self.resolve)(FoundKind::Link, &destination) {
            Resolved::Link { href } if is_usable(&href) => {
                let start = self.output.len();
                self.open_anchor(&href, title);
                let tag = OpenTag { start, content: self.output.len(), level: 0 };
                self.link = Some(OpenLink { tag, end, is_telephone: destination::scheme(&href).as_deref() == Some("tel") });
            }
            _ if destination::is_contact(&destination) && is_contact_detail(&words_of(&self.events[at + 1..end])) => {
                self.output.push_str(CONTACT_WITHHELD.get(self.options.language));
                self.before = Some(')');
                return end + 1;
            }
            _ => {}
        }
        at + 1
    }

    fn open_anchor(&mut self, href: &str, title: &str) {
        let mut attributes = " href=\"".to_owned();
        destination::address(&mut attributes, href);
        attributes.push('"');
        if !title.is_empty() {
            attributes.push_str(" title=\"");
            escape::value(&mut attributes, &typographic_after(None, title, self.options.language));
            attributes.push('"');
        }
        if destination::is_external(href) {
            attributes.push_str(" rel=\"noopener\"");
        }
        self.output.push_str("<a");
        self.attributes(&attributes);
        self.output.push('>');
    }

    fn close_link(&mut self, at: usize) {
        let Some(OpenLink { tag: OpenTag { start, content, .. }, end, .. }) = self.link else { return };
        if end != at {
            return;
        }
        self.link = None;
        if self.output[content..].trim().is_empty() {
            // Its picture was withheld, or it never had words: a link that nobody can see or hear is none.
            self.output.truncate(start);
        } else {
            self.output.push_str("</a>");
        }
    }

    /// Whether a paragraph holds pictures and nothing else.
    fn is_pictures(&self, range: Range<usize>) -> bool {
        let mut at = range.start;
        while at < range.end {
            match &self.events[at] {
                Event::Start(Tag::Image { .. }) => at = self.partners[at],
                Event::SoftBreak | Event::HardBreak => {}
                _ => return false,
            }
            at += 1;
        }
        !range.is_empty()
    }

    fn picture(&mut self, at: usize, alone: bool) {
        let events = self.events;
        let Event::Start(Tag::Image { dest_url, title, .. }) = &events[at] else { return };
        let written_alt = words_of(&events[at + 1..self.partners[at]]);
        match (self.resolve)(FoundKind::Image, dest_url) {
            Resolved::Image { src, width, height, alt, caption } if is_usable(&src) && !destination::is_contact(&src) => {
                let alt = alt.unwrap_or(written_alt);
                let caption = caption.unwrap_or_else(|| title.to_string());
                if alone {
                    self.open_block("figure");
                }
                let language = self.options.language;
                let mut attributes = " src=\"".to_owned();
                destination::address(&mut attributes, &src);
                attributes.push_str("\" alt=\"");
                escape::value(&mut attributes, &typographic_after(None, alt.trim(), language));
                attributes.push('"');
                for (name, size) in [("width", width), ("height", height)] {
                    if let Some(size) = size {
                        let _ = write!(attributes, " {name}=\"{size}\"");
                    }
                }
                attributes.push_str(" loading=\"lazy\"");
                self.output.push_str("<img");
                self.attributes(&attributes);
                self.output.push('>');
                if alone {
                    if !caption.trim().is_empty() {
                        self.output.push_str("<figcaption>");
                        escape::text(&mut self.output, &typographic_after(None, caption.trim(), language));
                        self.output.push_str("</figcaption>");
                    }
                    self.output.push_str("</figure>\n");
                }
                self.before = Some('x');
            }
            Resolved::Link { href } if is_usable(&href) && self.link.is_none() && !written_alt.trim().is_empty() => {
                if alone {
                    self.open_block("p");
                }
                self.open_anchor(&href, title);
                self.text(&written_alt);
                self.output.push_str("</a>");
                if alone {
                    self.output.push_str("</p>\n");
                }
            }
            _ => {}
        }
    }

    /// Writes HTML that stands in the text: as text, or as it is for the sanitiser to judge. A comment was never meant to be read.
    fn raw_html(&mut self, html: &str) {
        match (self.options.raw_html, &self.seals) {
            (RawHtml::Sanitised, Some(_)) => {
                self.track_raw(html);
                self.output.extend(
                    html.chars().map(|character| if escape::is_allowed(character) { character } else { char::REPLACEMENT_CHARACTER }),
                );
            }
            _ => escape::text(&mut self.output, &without_comments(html)),
        }
        self.before = html.chars().next_back().filter(|last| *last != '>').or(self.before);
    }

    /// Remembers what a piece of inline HTML leaves open.
    fn track_raw(&mut self, html: &str) {
        let (name, closes) = match html.strip_prefix("</") {
            Some(name) => (name, true),
            None => (html.trim_start_matches('<'), false),
        };
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
        if closes {
            if let Some(open) = self.raw_open.iter().rposition(|open| *open == name) {
                self.raw_open.truncate(open);
            }
        } else if !name.is_empty() && !html.ends_with("/>") {
            self.raw_open.push(name);
        }
    }

    /// Closes what raw HTML left open, so that it ends with the paragraph and does not run on over the rest of the page.
    fn close_raw(&mut self) {
        while let Some(name) = self.raw_open.pop() {
            // A closing tag of these would make an element rather than end one.
            if !matches!(name.as_str(), "br" | "p") {
                let _ = write!(self.output, "</{name}>");
            }
        }
    }

    fn html_block(&mut self, range: Range<usize>) -> usize {
        let next = range.end + 1;
        let html: String = self.events[range]
            .iter()
            .filter_map(|event| if let Event::Html(html) | Event::Text(html) = event { Some(html.as_ref()) } else { None })
            .collect();
        self.fresh_line();
        if self.seals.is_some() {
            self.raw_html(&html);
            // A block may well go on: `<div>`, Markdown, `</div>`.
            self.raw_open.clear();
            self.fresh_line();
            return next;
        }
        let shown = without_comments(&html);
        if !shown.trim().is_empty() {
            self.output.push_str("<p>");
            escape::text(&mut self.output, shown.trim());
            self.output.push_str("</p>\n");
        }
        next
    }

    fn footnote_reference(&mut self, label: &str) {
        let language = self.options.language;
        if self.link.is_some() {
            // No link in a link.
            match self.footnotes.number(label) {
                Some(number) => {
                    let _ = write!(self.output, "<sup>{number}</sup>");
                }
                None => self.text(&format!("[^{label}]")),
            }
            return;
        }
        let Some(reference) = self.footnotes.refer(label) else {
            self.text(&format!("[^{label}]"));
            return;
        };
        let number = reference.number;
        let id = reference_id(&self.id_prefix, number, reference.occurrence);
        self.output.push_str("<sup");
        self.attributes(&format!(" class=\"footnote-reference\" id=\"{id}\""));
        self.output.push_str("><a");
        self.attributes(&format!(" href=\"#{}fn_{number}\" aria-label=\"{} {number}\"", self.id_prefix, FOOTNOTE.get(language)));
        let _ = write!(self.output, ">{number}</a></sup>");
        self.before = Some('x');
    }

    /// Writes the notes as a list at the end. A note can refer to another, so all are written before the ways back are counted.
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
        self.fresh_line();
        self.output.push_str("<div");
        self.attributes(" class=\"footnotes\"");
        self.output.push_str(">\n<ol>\n");
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            self.output.push_str("<li");
            self.attributes(&format!(" id=\"{}fn_{number}\"", self.id_prefix));
            self.output.push('>');
            let (body, close) = match note.strip_suffix("</p>\n") {
                Some(body) => (body, "</p>"),
                None => (note.as_str(), ""),
            };
            self.output.push_str(body);
            self.ways_back(number);
            self.output.push_str(close);
            self.output.push_str("</li>\n");
        }
        self.output.push_str("</ol>\n</div>\n");
    }

    fn ways_back(&mut self, number: usize) {
        let back = if self.footnotes.references(number) > 1 { BACK_FROM } else { BACK }.get(self.options.language);
        for occurrence in 1..=self.footnotes.references(number) {
            let id = reference_id(&self.id_prefix, number, occurrence);
            let place = match (self.footnotes.references(number), occurrence) {
                (1, _) => String::new(),
                (_, occurrence) => format!(" {number} ({occurrence})"),
            };
            self.output.push_str(" <a");
            self.attributes(&format!(" class=\"footnote-back\" href=\"#{id}\" aria-label=\"{back}{place}\""));
            self.output.push_str(">↩\u{FE0E}</a>");
        }
    }
}

/// The id of a place that refers to a note. Ids of headings have no `_`, so the two never meet.
fn reference_id(prefix: &str, number: usize, occurrence: usize) -> String {
    if occurrence == 1 { format!("{prefix}fnref_{number}") } else { format!("{prefix}fnref_{number}_{occurrence}") }
}

/// Whether an address may stand in the page.
fn is_usable(address: &str) -> bool {
    !address.trim().is_empty() && !destination::dangerous(address)
}

/// Whether words give away an e-mail address or a telephone number.
fn is_contact_detail(words: &str) -> bool {
    words.contains('@') || words.chars().filter(char::is_ascii_digit).count() >= 6
}

/// HTML without its whole comments; one that never ends is shown, so that no text is lost unseen.
fn without_comments(html: &str) -> String {
    let mut output = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        output.push_str(before);
        rest = after;
    }
    output + rest
}
