//! Takes a text apart in [`Runs`]: one walk over the events of the parser, each with its place.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::events::{definitions, link_destination, syntax};
use super::nesting;
use super::raw_runs::{is_comment, is_line_break, raw_runs};
use super::resolved::FoundKind;
use super::runs::{LinkTarget, Markup, MarkupKind, OBJECT, PlacedWords, Run, Runs};
use super::target_parts::{LinkParts, parts_in_definition, parts_of_inline};

/// Takes a text apart.
pub fn runs(text: &str) -> Runs {
    if nesting::too_deep(text) {
        return unparsed(text);
    }
    let parser = Parser::new_ext(text, syntax());
    let mut walk = RunReader {
        text,
        definitions: definitions(&parser),
        done: Runs::default(),
        open: vec![OpenRun::default()],
        html: Vec::new(),
        in_html: false,
        in_code: false,
    };
    for (event, range) in parser.into_offset_iter() {
        walk.event(event, range);
    }
    walk.flush();
    walk.done
}

/// A text that is not parsed is shown as paragraphs of plain words.
fn unparsed(text: &str) -> Runs {
    let mut runs = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let range = start..start + paragraph.len();
        start = range.end + 2;
        runs.push(Run {
            pieces: vec![PlacedWords {
                words: paragraph.to_owned(),
                range,
                mark: None,
            }],
            ..Run::default()
        });
    }
    Runs {
        runs,
        targets: Vec::new(),
    }
}

/// A run that is being read.
#[derive(Debug, Default)]
struct OpenRun {
    run: Run,
    /// The marks that stand open, outermost first.
    marks: Vec<usize>,
    /// The end of what was read last: what stands between is a sign of Markdown.
    end: usize,
    /// Pictures within the alternative text of the one that is being read.
    pictures: usize,
}

struct RunReader<'a> {
    text: &'a str,
    definitions: BTreeMap<String, Range<usize>>,
    done: Runs,
    /// The run of the block, and on it that of a picture's alternative text.
    open: Vec<OpenRun>,
    /// The lines of a block of HTML.
    html: Vec<Range<usize>>,
    in_html: bool,
    in_code: bool,
}

impl RunReader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if self.in_html => self.html.push(range),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.words(&words, range);
            }
            Event::Code(words) => self.code(&words, range),
            Event::SoftBreak | Event::HardBreak => self.piece("\n", range),
            Event::Html(_) => self.html.push(range),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::FootnoteReference(_) => self.piece(&OBJECT.to_string(), range),
            Event::Rule | Event::TaskListMarker(_) => self.flush(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.open_mark(MarkupKind::Plain, range);
            }
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let destination = link_destination(*link_type, dest_url);
                self.open_link(*link_type, destination, id, range);
            }
            Tag::Image { .. } if self.open.len() > 1 => self.top().pictures += 1,
            Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            } => self.open_image(*link_type, dest_url, id, range),
            Tag::HtmlBlock => {
                self.flush();
                self.in_html = true;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.in_code = true;
            }
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.flush(),
            // Switched off in the parser; their words are shown.
            Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.close_mark(),
            TagEnd::Link => self.close_link(),
            TagEnd::Image if self.top().pictures > 0 => self.top().pictures -= 1,
            TagEnd::Image => self.close_image(),
            TagEnd::HtmlBlock => {
                self.in_html = false;
                let lines = std::mem::take(&mut self.html);
                self.done.runs.extend(raw_runs(self.text, &lines));
            }
            // Switched off in the parser.
            TagEnd::Superscript | TagEnd::Subscript => {}
            _ => self.flush(),
        }
    }

    fn open_link(
        &mut self,
        link_type: LinkType,
        destination: String,
        label: &str,
        range: Range<usize>,
    ) {
        let range = self.with_empty_brackets(link_type, range);
        let target = self.target(
            FoundKind::Link,
            destination,
            range.clone(),
            link_type,
            label,
        );
        let kind = match link_type {
            LinkType::Autolink | LinkType::Email => MarkupKind::Address(target),
            LinkType::Inline | LinkType::Reference => MarkupKind::Link(target),
            _ => MarkupKind::Label(target),
        };
        self.open_mark(kind, range);
    }

    fn close_link(&mut self) {
        let closed = self.top().marks.last().copied();
        self.close_mark();
        let closed = closed.map(|mark| self.top().run.marks[mark].clone());
        self.complete(closed.as_ref());
    }

    /// Begins the run of a picture's alternative text.
    fn open_image(
        &mut self,
        link_type: LinkType,
        destination: &str,
        label: &str,
        range: Range<usize>,
    ) {
        let range = self.with_empty_brackets(link_type, range);
        let target = self.target(
            FoundKind::Image,
            destination.to_owned(),
            range.clone(),
            link_type,
            label,
        );
        self.piece(&OBJECT.to_string(), range.clone());
        self.open.push(OpenRun {
            end: range.start,
            ..OpenRun::default()
        });
        let inner = range.start + 2;
        let kind = if matches!(link_type, LinkType::Inline | LinkType::Reference) {
            MarkupKind::Link(target)
        } else {
            MarkupKind::Label(target)
        };
        self.open_mark(kind, range);
        // Its words begin behind `![`.
        self.top().run.marks[0].inner = inner..inner;
    }

    fn close_image(&mut self) {
        self.close_mark();
        if let Some(OpenRun { run, .. }) = (self.open.len() > 1).then(|| self.open.pop()).flatten()
        {
            self.complete(run.marks.first());
            self.done.runs.push(run);
        }
    }

    fn top(&mut self) -> &mut OpenRun {
        self.open
            .last_mut()
            .expect("the run of the block is always there")
    }

    /// Ends the run of a block.
    fn flush(&mut self) {
        let is_prose = !std::mem::take(&mut self.in_code);
        self.open.truncate(1);
        let OpenRun { mut run, end, .. } = std::mem::take(self.top());
        self.top().end = end;
        if !run.pieces.is_empty() || !run.marks.is_empty() {
            run.is_prose = is_prose;
            self.done.runs.push(run);
        }
    }

    fn open_mark(&mut self, kind: MarkupKind, range: Range<usize>) {
        let open = self.top();
        let parent = open.marks.last().copied();
        if let Some(parent) = parent {
            open.run.marks[parent].reach(&range);
        }
        open.marks.push(open.run.marks.len());
        let first = open.run.pieces.len();
        let inner = range.start + 1..range.start + 1;
        open.run.marks.push(Markup {
            kind,
            range,
            inner,
            pieces: first..first,
            parent,
        });
    }

    fn close_mark(&mut self) {
        let open = self.top();
        let Some(mark) = open.marks.pop() else { return };
        let pieces = open.run.pieces.len();
        open.run.marks[mark].pieces.end = pieces;
        open.end = open.run.marks[mark].range.end;
    }

    fn piece(&mut self, words: &str, range: Range<usize>) {
        let open = self.top();
        let mark = open.marks.last().copied();
        if let Some(mark) = mark {
            open.run.marks[mark].reach(&range);
        }
        open.end = range.end;
        open.run.pieces.push(PlacedWords {
            words: words.to_owned(),
            range,
            mark,
        });
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        let is_escaped = range.start > self.top().end
            && self.text.as_bytes().get(range.start - 1) == Some(&b'\\')
            && words.starts_with(|first: char| first.is_ascii_punctuation());
        if !is_escaped {
            return self.piece(words, range);
        }
        // The backslash goes with the sign that it escapes.
        self.piece(&words[..1], range.start - 1..range.start + 1);
        if words.len() > 1 {
            self.piece(&words[1..], range.start + 1..range.end);
        }
    }

    fn code(&mut self, words: &str, range: Range<usize>) {
        let written = &self.text[range.clone()];
        let ticks = written.len() - written.trim_start_matches('`').len();
        let mut inner =
            range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
        // One space at both ends is no part of the code (CommonMark 0.31, section 6.1).
        if inner.len() == words.len() + 2 {
            inner = inner.start + 1..inner.end - 1;
        }
        self.open_mark(MarkupKind::Plain, range);
        self.piece(words, inner);
        self.close_mark();
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let html = &self.text[range.clone()];
        if is_comment(html) {
            return;
        }
        let runs = raw_runs(self.text, std::slice::from_ref(&range));
        // Of a tag alone there are no words but those in the tag itself.
        self.done.runs.extend(runs.into_iter().take(1));
        if is_line_break(html) {
            return self.piece("\n", range);
        }
        self.open_mark(MarkupKind::Tag, range.clone());
        self.close_mark();
    }

    /// The parser leaves the empty brackets of `[label][]` out of its range.
    fn with_empty_brackets(&self, link_type: LinkType, range: Range<usize>) -> Range<usize> {
        let is_short = link_type == LinkType::Collapsed
            && !self.text[range.clone()].ends_with("[]")
            && self.text[range.end..].starts_with("[]");
        range.start..range.end + if is_short { 2 } else { 0 }
    }

    fn target(
        &mut self,
        kind: FoundKind,
        destination: String,
        range: Range<usize>,
        link_type: LinkType,
        label: &str,
    ) -> usize {
        let parts = match link_type {
            LinkType::Autolink | LinkType::Email => Some(LinkParts {
                destination: range.start + 1..range.end.saturating_sub(1).max(range.start + 1),
                title: None,
            }),
            // Where the words end is known when they were read.
            LinkType::Inline => None,
            _ => self
                .definitions
                .get(&label.to_lowercase())
                .and_then(|definition| parts_in_definition(self.text, definition)),
        };
        self.done.targets.push(LinkTarget {
            kind,
            destination,
            range,
            parts,
        });
        self.done.targets.len() - 1
    }

    /// Finds the parts of an inline link, of which the words have been read.
    fn complete(&mut self, mark: Option<&Markup>) {
        let Some(Markup {
            kind: MarkupKind::Link(target),
            inner,
            ..
        }) = mark
        else {
            return;
        };
        let LinkTarget { range, parts, .. } = &mut self.done.targets[*target];
        if parts.is_none() {
            *parts = parts_of_inline(self.text, inner.end..range.end);
        }
    }
}
