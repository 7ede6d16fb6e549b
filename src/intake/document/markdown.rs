//! The one writer of Markdown: what it writes of a settled document reads back as that document.
//! Every sign that would mean something else gets a backslash.

use std::fmt::Write as _;

use super::model::{Block, Document, Emphasis, Inline, Words};
use crate::intake::marks::{is_markup, is_reference};

/// A picture as it is named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPicture {
    /// Its file, of letters that need no escape: `media/foto-1.png`.
    pub file: String,
    /// What can be seen; empty where nobody said it.
    pub alt: String,
}

/// A document as Markdown, with an end of line at its end where it says anything. `first_note` is
/// the number of its first note: 1 where there is no text before it.
pub fn markdown(document: &Document, pictures: &[NamedPicture], first_note: usize) -> String {
    let mut writer = Writer {
        output: String::new(),
        indent: String::new(),
        pictures,
        first_note,
    };
    writer.blocks(&document.blocks);
    for (index, note) in document.notes.iter().enumerate() {
        writer.part();
        let _ = write!(writer.output, "[^{}]: ", first_note + index);
        let indent = std::mem::replace(&mut writer.indent, "    ".to_owned());
        for (index, block) in note.iter().enumerate() {
            if index > 0 {
                writer.part();
            }
            if let Block::Paragraph(words) = block {
                writer.flow(words, LineEnd::Backslash);
            }
        }
        writer.indent = indent;
        writer.output.push('\n');
    }
    writer.output
}

/// How a line ends within a flow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// By a backslash.
    Backslash,
    /// By a tag, in a cell of a table, which is one line.
    Tag,
    /// Nowhere: it is a heading.
    Never,
}

struct Writer<'a> {
    output: String,
    /// What stands before each line but the first of a block.
    indent: String,
    pictures: &'a [NamedPicture],
    first_note: usize,
}

impl Writer<'_> {
    /// Begins a block below another.
    fn part(&mut self) {
        if !self.output.is_empty() {
            self.output.push('\n');
            self.output.push_str(&self.indent);
        }
    }

    /// Blocks, each with an end of line; the place for the first is there already.
    fn blocks(&mut self, blocks: &[Block]) {
        let mut is_other_list = false;
        for (index, block) in blocks.iter().enumerate() {
            let before = index.checked_sub(1).map(|index| &blocks[index]);
            let is_point = !self.indent.is_empty();
            if before.is_some() && !(is_point && goes_on(before, block)) {
                self.part();
            } else if before.is_some() {
                self.output.push_str(&self.indent);
            }
            // Two lists of one sort are two only where their signs differ.
            is_other_list = is_one_list(before, block) && !is_other_list;
            match block {
                Block::Heading { level, words } => {
                    for _ in 0..*level {
                        self.output.push('#');
                    }
                    self.output.push(' ');
                    self.flow(words, LineEnd::Never);
                    // Signs at the end would be left out.
                    if self.output.ends_with('#') {
                        self.output.pop();
                        self.output.push_str("\\#");
                    }
                    self.output.push('\n');
                }
                Block::Paragraph(words) => {
                    self.flow(words, LineEnd::Backslash);
                    self.output.push('\n');
                }
                Block::List { first, items } => self.list(*first, items, is_other_list),
                Block::Table(rows) => self.table(rows),
            }
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], is_other: bool) {
        for (index, item) in items.iter().enumerate() {
            let sign = match (first, is_other) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(first), false) => format!("{}. ", first + index as u64),
                (Some(first), true) => format!("{}) ", first + index as u64),
            };
            if index > 0 {
                self.output.push_str(&self.indent);
            }
            self.output.push_str(&sign);
            let depth = self.indent.len();
            self.indent.extend(std::iter::repeat_n(' ', sign.len()));
            self.blocks(item);
            self.indent.truncate(depth);
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Inline>>]) {
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                self.output.push_str(&self.indent);
            }
            self.output.push('|');
            for cell in row {
                self.output.push(' ');
                self.flow(cell, LineEnd::Tag);
                self.output
                    .push_str(if cell.is_empty() { "|" } else { " |" });
            }
            self.output.push('\n');
            if index == 0 {
                self.output.push_str(&self.indent);
                self.output.push('|');
                for _ in row {
                    self.output.push_str(" --- |");
                }
                self.output.push('\n');
            }
        }
    }

    fn flow(&mut self, words: &[Inline], line_end: LineEnd) {
        for (index, inline) in words.iter().enumerate() {
            let before = index.checked_sub(1).map(|index| &words[index]);
            let begins =
                matches!(before, None | Some(Inline::Break)) && line_end == LineEnd::Backslash;
            match inline {
                Inline::Words(words) => self.words(words, begins, before),
                Inline::Link { target, words } => self.link(target, words),
                Inline::Break => match line_end {
                    LineEnd::Backslash => {
                        self.output.push_str("\\\n");
                        self.output.push_str(&self.indent);
                    }
                    LineEnd::Tag => self.output.push_str("<br>"),
                    LineEnd::Never => self.output.push(' '),
                },
                Inline::Note(note) => {
                    self.shield_bang();
                    let _ = write!(self.output, "[^{}]", self.first_note + note);
                }
                Inline::Picture(picture) => {
                    let NamedPicture { file, alt } = &self.pictures[*picture];
                    self.output.push_str("![");
                    escape(&mut self.output, alt);
                    let _ = write!(self.output, "]({file})");
                }
            }
        }
    }

    fn words(&mut self, words: &Words, begins: bool, before: Option<&Inline>) {
        let marks = marks(words.emphasis);
        let mut text = words.text.as_str();
        if marks.is_empty() {
            // Right behind a note, these would make something else of it.
            if matches!(before, Some(Inline::Note(_))) && text.starts_with(['(', ':']) {
                self.output.push('\\');
                self.output.push_str(&text[..1]);
                text = &text[1..];
            } else if begins {
                text = self.line_start(text);
            }
        }
        self.output.push_str(marks);
        escape(&mut self.output, text);
        self.output.extend(marks.chars().rev());
    }

    /// Writes what would begin a block, so that it does not; gives what follows it.
    fn line_start<'t>(&mut self, text: &'t str) -> &'t str {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let after = &text[digits..];
        if (1..=9).contains(&digits) && after.starts_with(['.', ')']) {
            let rest = &after[1..];
            if rest.is_empty() || rest.starts_with(char::is_whitespace) {
                self.output.push_str(&text[..digits]);
                self.output.push('\\');
                self.output.push_str(&after[..1]);
                return rest;
            }
        }
        let is_word = |rest: &str| rest.starts_with(char::is_alphanumeric);
        if text.starts_with(['#', '=', ':']) || text.starts_with(['-', '+']) && !is_word(&text[1..])
        {
            self.output.push('\\');
            self.output.push_str(&text[..1]);
            return &text[1..];
        }
        text
    }

    fn link(&mut self, target: &str, words: &[Words]) {
        self.shield_bang();
        if let [only] = words
            && only.emphasis == Emphasis::Plain
            && only.text == target
            && !target
                .contains(|sign: char| sign.is_whitespace() || matches!(sign, '<' | '>' | '|'))
        {
            let _ = write!(self.output, "<{target}>");
            return;
        }
        self.output.push('[');
        for (index, words) in words.iter().enumerate() {
            if index == 0 && words.text.starts_with('^') && words.emphasis == Emphasis::Plain {
                self.output.push_str("\\^");
                escape(&mut self.output, &words.text[1..]);
            } else {
                self.words(words, false, None);
            }
        }
        self.output.push_str("](");
        destination(&mut self.output, target);
        self.output.push(')');
    }

    /// An exclamation mark right before a bracket would make a picture of it.
    fn shield_bang(&mut self) {
        if self.output.ends_with('!') {
            self.output.pop();
            self.output.push_str("\\!");
        }
    }
}

/// Whether a block stands right below the other, within a point of a list: a list below its words.
/// One that begins with another number than 1 would not end the words (`CommonMark` 0.31, section
/// 5.3).
fn goes_on(before: Option<&Block>, block: &Block) -> bool {
    matches!(before, Some(Block::Paragraph(_)))
        && matches!(
            block,
            Block::List {
                first: None | Some(1),
                ..
            }
        )
}

/// Whether two lists in a row would be one.
fn is_one_list(before: Option<&Block>, block: &Block) -> bool {
    match (before, block) {
        (Some(Block::List { first: one, .. }), Block::List { first: other, .. }) => {
            one.is_some() == other.is_some()
        }
        _ => false,
    }
}

fn marks(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Plain => "",
        Emphasis::Bold => "**",
        Emphasis::Italic => "*",
        Emphasis::BoldItalic => "***",
        Emphasis::Struck => "~~",
    }
}

/// Adds words so that none of their signs is a mark.
fn escape(output: &mut String, text: &str) {
    for (place, sign) in text.char_indices() {
        if is_markup(sign, &text[place + sign.len_utf8()..]) {
            output.push('\\');
        }
        output.push(sign);
    }
}

/// Adds where a link leads: between angle brackets where a sign in it would end it.
fn destination(output: &mut String, target: &str) {
    let is_bare = !target.is_empty()
        && !target.contains(|sign: char| {
            sign.is_whitespace()
                || sign.is_control()
                || matches!(sign, '(' | ')' | '<' | '>' | '\\')
        });
    if !is_bare {
        output.push('<');
    }
    for (place, sign) in target.char_indices() {
        let needs = match sign {
            '\\' | '<' | '>' | '|' => true,
            '&' => is_reference(&target[place + 1..]),
            _ => false,
        };
        if needs {
            output.push('\\');
        }
        output.push(sign);
    }
    if !is_bare {
        output.push('>');
    }
}
