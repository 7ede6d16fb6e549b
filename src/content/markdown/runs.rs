//! The words of a text as a reader gets them, each with the place where it was written.
//!
//! A [`Run`] is what is read at one go: a paragraph, a heading, a cell of a table, the alternative
//! text of a picture, a piece of raw HTML. What is emphasised, escaped or broken over two lines is
//! one run all the same, so that whoever searches it finds what a reader finds. What is found can
//! be replaced in the source: every piece knows its bytes, and every mark which bytes are its own.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::raw_runs::{is_comment, is_line_break, raw_runs};
use super::target_parts::{Parts, parts_in_definition, parts_of_inline};
use super::{FoundKind, nesting, syntax};

/// Stands in a run for what is no word and parts two: a picture, the number of a footnote (U+FFFC,
/// "object replacement character").
pub const OBJECT: char = '\u{FFFC}';

/// A text in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs {
    /// What is read.
    pub runs: Vec<Run>,
    /// What links and pictures lead to.
    pub targets: Vec<Target>,
}

/// What is read at one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Its words, in order.
    pub pieces: Vec<Piece>,
    /// What stands around some of them, in the order of their beginnings.
    pub marks: Vec<Mark>,
    /// Whether Markdown reads its bytes as words with markup, so that plain words may be written in
    /// their place with escapes.
    pub is_prose: bool,
}

/// Words that stand together in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As a reader gets them.
    pub words: String,
    /// The bytes that they were written with.
    pub range: Range<usize>,
    /// The innermost mark that they stand in: its index.
    pub mark: Option<usize>,
}

/// Markup around words: emphasis, code, a link, a tag of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// All of it.
    pub range: Range<usize>,
    /// What stands between its signs.
    pub inner: Range<usize>,
    /// Its pieces.
    pub pieces: Range<usize>,
    /// The mark that it stands in.
    pub parent: Option<usize>,
}

/// What a [`Mark`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Emphasis, a struck text, code.
    Plain,
    /// A link with words of its own; the index of its target.
    Link(usize),
    /// A link whose words also name its destination (`[label]`, `[label][]`); the index of its
    /// target.
    Label(usize),
    /// An address between angle brackets; the index of its target.
    Address(usize),
    /// A tag of HTML, which holds no words.
    Tag,
}

/// What a link or picture leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// A link or a picture.
    pub kind: FoundKind,
    /// Where it leads, without Markdown's escapes; `mailto:` before an e-mail address in `<…>`.
    pub destination: String,
    /// The bytes of the whole link or picture.
    pub range: Range<usize>,
    /// Where its parts stand, where that can be told: in the link, or where its label is defined.
    pub parts: Option<Parts>,
}

impl Mark {
    /// Takes something in.
    fn reach(&mut self, range: &Range<usize>) {
        // Emphasis has as many signs as stand before what is first in it; a link has one bracket.
        if self.kind == MarkKind::Plain && self.inner.is_empty() {
            self.inner.start = range.start;
        }
        self.inner.end = range.end;
    }
}

/// Takes a text apart.
pub fn runs(text: &str) -> Runs {
    if nesting::too_deep(text) {
        return unparsed(text);
    }
    let parser = Parser::new_ext(text, syntax());
    let definitions: BTreeMap<String, Range<usize>> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    let mut walk = Walk {
        text,
        definitions,
        done: Runs::default(),
        open: vec![Open::default()],
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
            pieces: vec![Piece {
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
struct Open {
    run: Run,
    /// The marks that stand open, outermost first.
    marks: Vec<usize>,
    /// The end of what was read last: what stands between is a sign of Markdown.
    end: usize,
    /// Pictures within the alternative text of the one that is being read.
    pictures: usize,
}

struct Walk<'a> {
    text: &'a str,
    definitions: BTreeMap<String, Range<usize>>,
    done: Runs,
    /// The run of the block, and on it that of a picture's alternative text.
    open: Vec<Open>,
    /// The lines of a block of HTML.
    html: Vec<Range<usize>>,
    in_html: bool,
    in_code: bool,
}

impl Walk<'_> {
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
                self.open_mark(MarkKind::Plain, range);
            }
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let range = self.with_empty_brackets(*link_type, range);
                let destination = if *link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                let target =
                    self.target(FoundKind::Link, destination, range.clone(), *link_type, id);
                let kind = match link_type {
                    _ if is_address => MarkKind::Address(target),
                    LinkType::Inline | LinkType::Reference => MarkKind::Link(target),
                    _ => MarkKind::Label(target),
                };
                self.open_mark(kind, range);
            }
            Tag::Image { .. } if self.open.len() > 1 => self.top().pictures += 1,
            Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let range = self.with_empty_brackets(*link_type, range);
                let target = self.target(
                    FoundKind::Image,
                    dest_url.to_string(),
                    range.clone(),
                    *link_type,
                    id,
                );
                self.piece(&OBJECT.to_string(), range.clone());
                self.open.push(Open {
                    end: range.start,
                    ..Open::default()
                });
                let kind = if matches!(link_type, LinkType::Inline | LinkType::Reference) {
                    MarkKind::Link(target)
                } else {
                    MarkKind::Label(target)
                };
                self.open_mark(kind, range.clone());
                // Its words begin behind `![`.
                self.top().run.marks[0].inner = range.start + 2..range.start + 2;
            }
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
            TagEnd::Link => {
                let closed = self.top().marks.last().copied();
                self.close_mark();
                if let Some(Mark {
                    kind: MarkKind::Link(target),
                    inner,
                    ..
                }) = closed.map(|mark| self.top().run.marks[mark].clone())
                {
                    self.complete(target, inner.end);
                }
            }
            TagEnd::Image if self.top().pictures > 0 => self.top().pictures -= 1,
            TagEnd::Image => {
                self.close_mark();
                if let Some(Open { run, .. }) =
                    (self.open.len() > 1).then(|| self.open.pop()).flatten()
                {
                    if let Some(Mark {
                        kind: MarkKind::Link(target),
                        inner,
                        ..
                    }) = run.marks.first()
                    {
                        self.complete(*target, inner.end);
                    }
                    self.done.runs.push(run);
                }
            }
            TagEnd::HtmlBlock => {
                self.in_html = false;
                let lines = std::mem::take(&mut self.html);
                self.done.runs.extend(raw_runs(self.text, &lines));
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => self.flush(),
            TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    fn top(&mut self) -> &mut Open {
        self.open
            .last_mut()
            .expect("the run of the block is always there")
    }

    /// Ends the run of a block.
    fn flush(&mut self) {
        let is_prose = !std::mem::take(&mut self.in_code);
        self.open.truncate(1);
        let Open { mut run, end, .. } = std::mem::take(self.top());
        self.top().end = end;
        if !run.pieces.is_empty() || !run.marks.is_empty() {
            run.is_prose = is_prose;
            self.done.runs.push(run);
        }
    }

    fn open_mark(&mut self, kind: MarkKind, range: Range<usize>) {
        let open = self.top();
        let parent = open.marks.last().copied();
        if let Some(parent) = parent {
            open.run.marks[parent].reach(&range);
        }
        open.marks.push(open.run.marks.len());
        let first = open.run.pieces.len();
        let inner = range.start + 1..range.start + 1;
        open.run.marks.push(Mark {
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
        open.run.pieces.push(Piece {
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
        self.open_mark(MarkKind::Plain, range);
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
        self.open_mark(MarkKind::Tag, range.clone());
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
            LinkType::Autolink | LinkType::Email => Some(Parts {
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
        self.done.targets.push(Target {
            kind,
            destination,
            range,
            parts,
        });
        self.done.targets.len() - 1
    }

    /// Finds the parts of an inline link, whose words end here.
    fn complete(&mut self, target: usize, end: usize) {
        let Target { range, parts, .. } = &mut self.done.targets[target];
        if parts.is_none() {
            *parts = parts_of_inline(self.text, end..range.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MarkKind, OBJECT, runs};

    /// Every run in one line.
    fn read(text: &str) -> Vec<String> {
        let whole = |run: &super::Run| {
            run.pieces
                .iter()
                .map(|piece| piece.words.as_str())
                .collect::<String>()
                .replace(OBJECT, "@")
        };
        runs(text).runs.iter().map(whole).collect()
    }

    #[test]
    fn a_run_is_what_is_read_at_one_go() {
        for (text, expected) in [
            ("06-**12345678** en\nverder", vec!["06-12345678 en\nverder"]),
            ("jan\\@school.nl &#64; `a`", vec!["jan@school.nl @ a"]),
            (
                "een\n\n> twee\n> drie\n\n- vier\n- vijf",
                vec!["een", "twee\ndrie", "vier", "vijf"],
            ),
            ("| a | b |\n|-|-|\n| c | *d* |", vec!["a", "b", "c", "d"]),
            (
                "voor ![alt *tekst*](x.png) na[^n]\n\n[^n]: noot",
                vec!["alt tekst", "voor @ na@", "noot"],
            ),
            (
                "06-<b>12</b><!-- x -->34<br>56",
                vec!["<b>", "</b>", "<br>", "06-1234\n56"],
            ),
            ("# Kop #\n\n    code\n    regel", vec!["Kop", "code\nregel"]),
            (
                "<div title=\"t\">een <b>twee</b><br>drie</div>",
                vec![
                    "<div title=\"t\">een <b>twee</b><br>drie</div>",
                    "@een twee\ndrie@",
                ],
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn pieces_know_their_bytes_and_links_their_parts() {
        let text =
            "a \\@ &amp; [*b*](</x y> \"t\") [c][d] [e] <f@g.nl> ``h``\n\n[d]: <i> 'j'\n[e]: k\n";
        let found = runs(text);
        for piece in &found.runs[0].pieces {
            let written = &text[piece.range.clone()];
            assert!(
                written == piece.words || ["\\@", "&amp;"].contains(&written),
                "{piece:?} {written}"
            );
        }
        let parts: Vec<_> = found
            .targets
            .iter()
            .map(|target| target.parts.clone().expect("parts"))
            .collect();
        let written: Vec<&str> = parts
            .iter()
            .map(|parts| &text[parts.destination.clone()])
            .collect();
        assert_eq!(written, ["/x y", "i", "k", "f@g.nl"]);
        let titles: Vec<_> = parts
            .iter()
            .map(|parts| parts.title.clone().map(|title| &text[title]))
            .collect();
        assert_eq!(titles, [Some("t"), Some("j"), None, None]);
        let marks: Vec<_> = found.runs[0]
            .marks
            .iter()
            .map(|mark| (mark.kind, &text[mark.inner.clone()]))
            .collect();
        assert_eq!(
            marks,
            [
                (MarkKind::Link(0), "*b*"),
                (MarkKind::Plain, "b"),
                (MarkKind::Link(1), "c"),
                (MarkKind::Label(2), "e"),
                (MarkKind::Address(3), "f@g.nl"),
                (MarkKind::Plain, "h"),
            ]
        );
    }
}
