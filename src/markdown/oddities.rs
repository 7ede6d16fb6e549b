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
            Event::Start(Tag::List(Some(first))) if first >= FIRST_YEAR => {
                Some(year_list(text, range))
            }
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
            || begins_with_year(words)
    };
    text.contains("**") || text.contains("__") || text.lines().any(is_odd)
}

/// Whether a line may begin with a year, behind the marks of a quote or a list.
fn begins_with_year(line: &str) -> bool {
    let words = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    words.bytes().take_while(u8::is_ascii_digit).count() >= 4
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

fn year_list(text: &str, range: Range<usize>) -> Oddity {
    let written = &text[range.clone()];
    let start = range.start + written.len() - written.trim_start().len();
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = (start + digits + 1).min(text.len());
    Oddity {
        kind: OddityKind::YearList,
        range: start..end,
        text: text[start..end].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{OddityKind, oddities, words_without_marks};

    /// What is odd in a text: its kind, its words, and what is said of it.
    fn odd(text: &str) -> Vec<(OddityKind, &str, String)> {
        let all = oddities(text).into_iter();
        all.map(|oddity| (oddity.kind, &text[oddity.range], oddity.text))
            .collect()
    }

    #[test]
    fn what_word_leaves_behind_is_found() {
        use OddityKind::{Bullets, Control, IndentedCode, LooseMarks, TabTable, YearList};
        for (text, kind, place, said) in [
            ("Een.\n\n• eerste\n• tweede\n", Bullets, "•", "•"),
            ("Een:\n·\teerste\n", Bullets, "·", "·"),
            ("\u{F0B7}\teerste", Bullets, "\u{F0B7}", "\u{F0B7}"),
            ("o een\no twee", Bullets, "o", "o"),
            (
                "Tabel:\n\nNaam\tAantal\nDe Wilg\t12\n",
                TabTable,
                "Naam\tAantal",
                "| Naam | Aantal |",
            ),
            ("Een **vet **woord", LooseMarks, "**vet **", "**vet** "),
            ("Een** vet** woord", LooseMarks, "** vet**", " **vet**"),
            ("dit**(vet)**dit", LooseMarks, "**(vet)**", " **(vet)** "),
            ("Een __vet __ ja", LooseMarks, "__vet __", "__vet__"),
            (
                "Een.\n\n\tIngesprongen.\n",
                IndentedCode,
                "Ingesprongen.",
                "",
            ),
            ("- een\n\n      twee\n", IndentedCode, "twee", ""),
            ("2018. Het jaar.\n", YearList, "2018.", "2018."),
            ("> 2018) Het jaar.\n", YearList, "2018)", "2018)"),
            ("Een\u{7}twee", Control, "\u{7}", "U+0007"),
        ] {
            assert_eq!(odd(text), [(kind, place, said.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_meant_is_left_alone() {
        for text in [
            "Een **vet** woord en __ook__, 5 ** 3 en `a ** b **`.",
            "- een\n- twee\n\n1. een\n2. twee\n",
            "Prijs** en **meer",
            "foto__2018__a",
            "\\**vet \\**woord",
            "o wee, dat is er een",
            "10 · 20 en a\tb",
            "```\n• een\n2018. twee\n\tdrie\n```\n",
            "In 2018. Het jaar.",
            "Hij kwam in\n2018. Dat was laat.",
            "",
        ] {
            assert_eq!(odd(text), [], "{text}");
        }
    }

    #[test]
    fn a_line_keeps_its_words_without_marks() {
        for (line, words) in [
            (
                "Titel met **sterren** en _streep_ en `code` en [link](x)",
                Some("Titel met sterren en streep en code en link"),
            ),
            ("Les in C* en K*", None),
            ("5 * 3 * 2 = 30", None),
            ("De [eerste] les_plan_2", None),
            ("* ster", None),
            ("~10 en ~20", None),
        ] {
            assert_eq!(words_without_marks(line).as_deref(), words, "{line}");
        }
    }

    proptest! {
        #[test]
        fn every_place_lies_in_the_text(text in "(\\*\\*|__|[ \t\n]|    |•|o |[a-zé]{1,3}|2018\\.|\\\\|`|> |- |\u{7}|\\|){0,20}") {
            for oddity in oddities(&text) {
                prop_assert!(text.get(oddity.range.clone()).is_some_and(|place| !place.is_empty()), "{:?}", oddity);
            }
        }
    }
}
