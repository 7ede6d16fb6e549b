//! Where text came from: the files that were read, and places in them.
//!
//! Every value that a later check may blame carries a [`Span`]. Texts are normalised when a file
//! becomes a [`SourceFile`]: no byte order mark, line ends as `\n`, Unicode in composed form (NFC),
//! so that the same words compare equal whichever editor wrote them. Spans count bytes in that
//! normalised text. Nothing here reads a disk.

mod path;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use path::SourcePath;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Which file of [`Sources`] a span lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A run of bytes in one file, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `range` of `file`. Files are far smaller than 4 GiB: loading refuses larger
    /// ones.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        let end = u32::try_from(range.end).unwrap_or(u32::MAX);
        Self {
            file,
            start,
            end: end.max(start),
        }
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place, another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: change(self.value),
            span: self.span,
        }
    }
}

/// One text file of the site as it was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path below the site's folder.
    pub path: SourcePath,
    /// Its text, normalised.
    pub text: Arc<str>,
    /// The hash of the bytes on disk; equal hashes mean an equal parse.
    pub hash: [u8; 32],
}

/// Why bytes are no text that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// Not UTF-8: old programs write Windows-1252.
    NotUtf8,
    /// UTF-16, as Notepad's "Unicode" writes it.
    Utf16,
}

/// Turns bytes into normalised text: without a byte order mark, with `\n` line ends, composed.
///
/// # Errors
/// When the bytes are not UTF-8.
pub fn normalise(bytes: &[u8]) -> Result<String, NotText> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(NotText::Utf16);
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| NotText::NotUtf8)?;
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Ok(text.into_owned());
    }
    Ok(text.nfc().collect())
}

/// Whether pages and feeds can hold a character: no controls but the tab and the line end, no
/// noncharacters (html.spec.whatwg.org, "Writing HTML documents"; XML 1.0, section 2.2).
pub fn is_presentable(character: char) -> bool {
    match character {
        '\t' | '\n' | ' '..='~' => true,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}' => false,
        other => u32::from(other) & 0xFFFE != 0xFFFE,
    }
}

/// A text with `\u{FFFD}` for what no page can hold. Only an escape such as `\u0007` brings it into
/// a line of TOML.
pub fn presentable(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|character| is_presentable(character) || character.is_whitespace())
    {
        return Cow::Borrowed(text);
    }
    let kept = |character: char| {
        if is_presentable(character) || character.is_whitespace() {
            character
        } else {
            char::REPLACEMENT_CHARACTER
        }
    };
    Cow::Owned(text.chars().map(kept).collect())
}

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// All files that were read, found by the id that spans carry.
///
/// Ids never decide an order: while serving, a new file gets the next free id. Sort by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Of each file what its places are counted from, found when it is first asked for: a file may
    /// have as many mistakes as words.
    counts: Vec<OnceLock<Counts>>,
    /// Files that are no longer there.
    gone: BTreeSet<FileId>,
}

/// How many bytes of a text are counted at a time.
const BLOCK: usize = 1_024;

/// What the lines and columns of a text are counted from, so that no place in it takes longer to
/// find than another.
#[derive(Debug, Clone)]
struct Counts {
    /// The first byte of each line.
    lines: Vec<usize>,
    /// How many characters begin before each whole [`BLOCK`] of bytes.
    characters: Vec<usize>,
}

impl Counts {
    fn of(text: &str) -> Self {
        let lines = iter::once(0)
            .chain(text.match_indices('\n').map(|(end, _)| end + 1))
            .collect();
        let sums = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            *sum += characters_in(block);
            Some(*sum)
        });
        Self {
            lines,
            characters: iter::once(0).chain(sums).collect(),
        }
    }

    /// The bytes before this one that are not counted yet: less than a block of them.
    fn uncounted(byte: usize) -> Range<usize> {
        byte / BLOCK * BLOCK..byte
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        self.characters[byte / BLOCK] + characters_in(&text.as_bytes()[Self::uncounted(byte)])
    }
}

/// How many characters begin in these bytes of UTF-8: every byte begins one but those that go on
/// with it (RFC 3629, section 3).
fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl Sources {
    /// Adds a file and gives the id its spans will carry.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer files than 2^32"));
        self.files.push(file);
        self.counts.push(OnceLock::new());
        id
    }

    /// Takes a file out that is no longer there. What still points into it finds its last text.
    pub fn remove(&mut self, id: FileId) {
        self.gone.insert(id);
    }

    /// Replaces the text of a file under the same id.
    pub fn replace(&mut self, id: FileId, file: SourceFile) {
        self.files[id.0 as usize] = file;
        self.counts[id.0 as usize] = OnceLock::new();
    }

    /// The file a span points into.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text a span covers.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file)
            .text
            .get(span.range())
            .unwrap_or_default()
    }

    /// The place of a part of a line that stands at a span, where the file holds the line letter for
    /// letter behind its quotation marks; else all of it.
    pub fn place_in(&self, line: &str, span: Span, part: &Range<usize>) -> Span {
        let written = self.text(span);
        // Behind one quotation mark, or three and a line end.
        let start = (0..=4).find(|start| {
            written
                .get(*start..)
                .is_some_and(|rest| rest.starts_with(line))
        });
        start.map_or(span, |start| {
            let first = span.start as usize + start;
            Span::new(span.file, first + part.start..first + part.end)
        })
    }

    /// The line and column of a byte.
    pub fn position(&self, id: FileId, byte: usize) -> Position {
        let text: &str = &self.file(id).text;
        let counts = self.counts[id.0 as usize].get_or_init(|| Counts::of(text));
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = counts.lines.partition_point(|start| *start <= byte);
        Position {
            line,
            column: 1 + counts.before(text, byte) - counts.before(text, counts.lines[line - 1]),
        }
    }

    /// Every file that is there with its id, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(u32::try_from(index).expect("ids fit")), file))
            .filter(|(id, _)| !self.gone.contains(id))
    }

    /// The hash of each file that is there.
    pub fn hashes(&self) -> impl Iterator<Item = (&SourcePath, [u8; 32])> {
        self.iter().map(|(_, file)| (&file.path, file.hash))
    }

    /// `path:line:column` of a span, as messages show it.
    pub fn place(&self, span: Span) -> String {
        let Position { line, column } = self.position(span.file, span.start as usize);
        format!("{}:{line}:{column}", self.file(span.file).path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of one, two, three and four bytes, in lines as short as none and as long as many
    /// blocks.
    fn text() -> String {
        let long: String = "aé€😀".chars().cycle().take(3 * BLOCK).collect();
        format!("\n{long}\nkort\n\n{}{long}", "x".repeat(BLOCK))
    }

    #[test]
    fn a_place_is_where_a_person_counts_it() {
        let text = text();
        let mut sources = Sources::default();
        let id = sources.add(SourceFile {
            path: SourcePath::new("x.md"),
            text: text.as_str().into(),
            hash: [0; 32],
        });
        let mut expected = Position { line: 1, column: 1 };
        for (byte, character) in text.char_indices() {
            for within in 0..character.len_utf8() {
                assert_eq!(
                    sources.position(id, byte + within),
                    expected,
                    "byte {byte} + {within}"
                );
            }
            expected = if character == '\n' {
                Position {
                    line: expected.line + 1,
                    column: 1,
                }
            } else {
                Position {
                    column: expected.column + 1,
                    ..expected
                }
            };
        }
        for beyond in [0, 1, BLOCK, usize::MAX - text.len()] {
            assert_eq!(sources.position(id, text.len() + beyond), expected);
        }
    }

    #[test]
    fn no_place_needs_more_than_a_block_to_be_counted() {
        let text = text();
        let counts = Counts::of(&text);
        assert!(
            text.lines().any(|line| line.len() > 5 * BLOCK),
            "there is a long line"
        );
        for byte in 0..=text.len() {
            let uncounted = Counts::uncounted(byte);
            assert!(
                uncounted.len() < BLOCK && uncounted.end == byte,
                "{uncounted:?}"
            );
            assert_eq!(
                counts.characters[uncounted.start / BLOCK],
                characters_in(&text.as_bytes()[..uncounted.start])
            );
        }
    }
}
