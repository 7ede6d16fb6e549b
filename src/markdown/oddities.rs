//! What a text shows otherwise than its writer saw it: signs pasted out of a word processor, lines
//! that Markdown takes for something else, marks that mark nothing. Nothing is mended here.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::events::{events, syntax, words_of};
use super::nesting;
use crate::source::is_presentable;

/// What is shown otherwise than it was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OddityKind {
    /// A character that no page can hold.
    Control,
    /// Lines that begin with a bullet, which Markdown takes for words.
    Bullets,
    /// Lines in columns that tabs part.
    TabTable,
    /// Marks that stay signs, since a space stands within them or none around them.
    LooseMarks,
    /// Lines that are code since they begin with a tab or four spaces.
    IndentedCode,
    /// A list that begins with a year.
    YearList,
    /// A list whose numbers are not those that it is shown with.
    Renumbered,
    /// A line that begins with a tab below a point of a list, and runs on from it.
    TabInItem,
    /// Stars within words or between numbers, which make what stands between them slanted.
    StarsInWords,
}

/// Something that is shown otherwise than it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// Its bytes.
    pub range: Range<usize>,
    /// What a message says of it: the sign that is meant, or how it could be written.
    pub text: String,
}

/// Signs that word processors put before the points of a list; the last three are those of Word's
/// own fonts.
const BULLETS: &str = "•·●○◦▪■□‣⁃∙➢\u{F0B7}\u{F0A7}\u{F0D8}";

/// Lists that begin with this number or a higher one begin with a year, not with a point.
const FIRST_YEAR: u64 = 1_000;

/// The first of each kind of oddity in a text.
pub fn oddities(text: &str) -> Vec<Oddity> {
    let mut found: Vec<Oddity> = control(text).into_iter().collect();
    if !may_be_odd(text) || nesting::too_deep(text) {
        return found;
    }
    let parser = Parser::new_ext(text, syntax());
    let mut in_code = false;
    let mut lists: Vec<Numbers> = Vec::new();
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        let odd = match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = true;
                matches!(kind, CodeBlockKind::Indented)
                    .then(|| indented_code(text, range))
                    .flatten()
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code = false;
                None
            }
            Event::Start(Tag::List(first)) => {
                lists.push(Numbers::from(first));
                first
                    .filter(|first| *first >= FIRST_YEAR)
                    .map(|_| first_number(text, range, OddityKind::YearList))
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                None
            }
            Event::Start(Tag::Item) => {
                let is_other = |numbers: &mut Numbers| numbers.is_renumbered(&text[range.clone()]);
                lists
                    .last_mut()
                    .is_some_and(is_other)
                    .then(|| first_number(text, range, OddityKind::Renumbered))
            }
            Event::SoftBreak if !lists.is_empty() => tab_in_item(text, range),
            Event::Start(Tag::Emphasis) => stars_in_words(text, range),
            Event::Start(Tag::Paragraph) => {
                found.extend(bullets(text, range.clone()));
                tab_table(text, range)
            }
            Event::Text(_) if !in_code => loose_marks(text, range),
            _ => None,
        };
        found.extend(odd);
    }
    let mut kinds = Vec::new();
    found.retain(|oddity| {
        let is_first = !kinds.contains(&oddity.kind);
        if is_first {
            kinds.push(oddity.kind);
        }
        is_first
    });
    found
}

/// The words of a line in which marks of Markdown stand, which mean nothing there; none where it has
/// no marks.
pub fn words_without_marks(line: &str) -> Option<String> {
    if !line.contains(['*', '_', '`', '~', '[']) {
        return None;
    }
    let events = events(line)?;
    let is_mark = |event: &Event<'_>| {
        matches!(
            event,
            Event::Code(_)
                | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
        )
    };
    let is_line = matches!(events.first(), Some(Event::Start(Tag::Paragraph)));
    (is_line && events.iter().any(is_mark)).then(|| words_of(&events).trim().to_owned())
}

/// Whether a text is worth parsing for this.
fn may_be_odd(text: &str) -> bool {
    let is_odd = |line: &str| {
        let words = line.trim_start();
        line.starts_with("    ")
            || line.contains('\t')
            || bullet(words).is_some()
            || begins_with_number(words)
    };
    text.contains('*') || text.contains("__") || text.lines().any(is_odd)
}

/// Whether a line may begin with a number, behind the marks of a quote or a list.
fn begins_with_number(line: &str) -> bool {
    let words = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    words.starts_with(|sign: char| sign.is_ascii_digit())
}

/// The first character that no page can hold.
fn control(text: &str) -> Option<Oddity> {
    let (at, character) = text
        .char_indices()
        .find(|(_, character)| !is_presentable(*character) && !character.is_whitespace())?;
    Some(Oddity {
        kind: OddityKind::Control,
        range: at..at + character.len_utf8(),
        text: code_point(character),
    })
}

/// A character by its number: `U+0007`.
pub fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// The bullet that a line begins with, where a word follows it.
fn bullet(line: &str) -> Option<&str> {
    let length = line.chars().next()?.len_utf8();
    let (sign, rest) = line.split_at(length);
    let is_bullet = if sign == "o" {
        rest.starts_with([' ', '\t'])
    } else {
        BULLETS.contains(sign)
    };
    (is_bullet && !rest.trim().is_empty()).then_some(sign)
}

/// The lines of a part of a text, without the spaces around them.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let words = line.trim();
        (start..start + words.len(), words)
    })
}

/// A paragraph of lines with bullets. One "o" may be a word; two are not.
fn bullets(text: &str, range: Range<usize>) -> Option<Oddity> {
    let all = lines(text, range);
    let mut found =
        all.filter_map(|(place, line)| bullet(line).map(|sign| (place.start, sign.to_owned())));
    let (start, sign) = found.next()?;
    let is_list = sign != "o" || found.next().is_some();
    is_list.then(|| Oddity {
        kind: OddityKind::Bullets,
        range: start..start + sign.len(),
        text: sign,
    })
}

/// A paragraph of which two lines one after another have the same number of tabs.
fn tab_table(text: &str, range: Range<usize>) -> Option<Oddity> {
    let tabs = |line: &str| {
        let is_row = bullet(line).is_none();
        is_row
            .then(|| line.matches('\t').count())
            .filter(|tabs| *tabs > 0)
    };
    let mut before: Option<(Range<usize>, &str)> = None;
    for (place, line) in lines(text, range) {
        if let Some((first, head)) = &before
            && tabs(head).is_some()
            && tabs(head) == tabs(line)
        {
            let cells: Vec<String> = head
                .split('\t')
                .map(|cell| cell.trim().replace('|', "\\|"))
                .collect();
            return Some(Oddity {
                kind: OddityKind::TabTable,
                range: first.clone(),
                text: format!("| {} |", cells.join(" | ")),
            });
        }
        before = Some((place, line));
    }
    None
}

/// Two marks with a space right within them, or none around them: `**vet **en`, `en**(vet)**`.
fn loose_marks(text: &str, range: Range<usize>) -> Option<Oddity> {
    let written = &text[range.clone()];
    ["**", "__"].into_iter().find_map(|mark| {
        let mut open: Option<usize> = None;
        for (at, _) in written.match_indices(mark) {
            if written[..at].ends_with('\\') {
                continue;
            }
            let odd = open.and_then(|open| loose_pair(written, mark, open, at));
            if let Some(meant) = odd {
                let start = range.start + open.unwrap_or_default();
                return Some(Oddity {
                    kind: OddityKind::LooseMarks,
                    range: start..range.start + at + mark.len(),
                    text: meant,
                });
            }
            open = Some(at);
        }
        None
    })
}

/// How two marks are meant that stayed signs: one has a space within and looks outward, or stands
/// between a word and a sign. Underscores within a word are signs of themselves.
fn loose_pair(written: &str, mark: &str, open: usize, close: usize) -> Option<String> {
    let inner = &written[open + mark.len()..close];
    let words = inner.trim();
    let (opens_loose, closes_loose) = (
        inner.starts_with(char::is_whitespace),
        inner.ends_with(char::is_whitespace),
    );
    let is_tight = !opens_loose && !closes_loose;
    let is_word = |character: char| character.is_alphanumeric();
    let is_behind_word = written[..open].ends_with(is_word);
    let is_before_word = written[close + mark.len()..].starts_with(is_word);
    let is_meant = is_tight && mark == "**"
        || closes_loose && !is_behind_word
        || opens_loose && !is_before_word;
    if words.is_empty() || !is_meant {
        return None;
    }
    let gap = |is_wanted: bool| if is_wanted { " " } else { "" };
    Some(format!(
        "{}{mark}{words}{mark}{}",
        gap(is_behind_word && (is_tight || opens_loose)),
        gap(is_before_word && (is_tight || closes_loose))
    ))
}

fn indented_code(text: &str, range: Range<usize>) -> Option<Oddity> {
    let (place, _) = lines(text, range).find(|(_, line)| !line.is_empty())?;
    Some(Oddity {
        kind: OddityKind::IndentedCode,
        range: place,
        text: String::new(),
    })
}

/// The numbers of a list, as far as they were read.
struct Numbers {
    /// What the next point is shown with; `None` for a list without numbers.
    next: Option<u64>,
    /// What the first was written with, and whether all so far were: who writes "1." before every
    /// point leaves counting to Markdown.
    first: Option<u64>,
    is_same: bool,
}

impl Numbers {
    fn from(first: Option<u64>) -> Self {
        Self {
            next: first,
            first,
            is_same: true,
        }
    }

    /// Whether the next point is shown with another number than it was written with.
    fn is_renumbered(&mut self, item: &str) -> bool {
        let Some(shown) = self.next else {
            return false;
        };
        self.next = shown.checked_add(1);
        let written = item.trim_start();
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = written[..digits].parse::<u64>() else {
            return false;
        };
        self.is_same &= Some(number) == self.first;
        number != shown && !self.is_same
    }
}

/// Two stars that stand within words and make slanted what is between them: `leerling*en en
/// docent*en`, `5*3*2`. A part of one word may be meant so.
fn stars_in_words(text: &str, range: Range<usize>) -> Option<Oddity> {
    let written = &text[range.clone()];
    let inner = written.strip_prefix('*')?.strip_suffix('*')?;
    let before = text[..range.start].chars().next_back()?;
    let after = text[range.end..].chars().next()?;
    let is_number =
        before.is_ascii_digit() && inner.starts_with(|sign: char| sign.is_ascii_digit());
    let is_within_words = before.is_alphanumeric() && after.is_alphanumeric();
    (is_within_words && (is_number || inner.contains(char::is_whitespace))).then(|| Oddity {
        kind: OddityKind::StarsInWords,
        range,
        text: format!("\\*{inner}\\*"),
    })
}

/// A line below a point of a list that begins with a tab: it is no point of its own.
fn tab_in_item(text: &str, range: Range<usize>) -> Option<Oddity> {
    let line = text[range.end..].lines().next()?;
    let words = line.strip_prefix('\t')?.trim();
    let start = range.end + line.len() - line.trim_start().len();
    // Columns are told as a table.
    let is_line = !words.is_empty() && !words.contains('\t');
    is_line.then(|| Oddity {
        kind: OddityKind::TabInItem,
        range: start..start + words.len(),
        text: String::new(),
    })
}

/// The number that a list or a point of one begins with.
fn first_number(text: &str, range: Range<usize>, kind: OddityKind) -> Oddity {
    let written = &text[range.clone()];
    let start = range.start + written.len() - written.trim_start().len();
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = (start + digits + 1).min(text.len());
    Oddity {
        kind,
        range: start..end,
        text: text[start..end].to_owned(),
    }
}
