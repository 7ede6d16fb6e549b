//! Lines as Markdown can hold them: runs of equal emphasis are one, blanks stand outside marks, and
//! marks stand only where Markdown takes them for marks.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::model::{Emphasis, Inline, Words};
use crate::source::is_presentable;

/// What may stand on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// A paragraph, or a cell of a table.
    Lines,
    /// A heading: one line.
    OneLine,
}

/// The inlines of one flow, as Markdown can hold them.
pub(super) fn settled(inlines: Vec<Inline>, flow: Flow) -> Vec<Inline> {
    let mut settled: Vec<Inline> = Vec::with_capacity(inlines.len());
    let mut row = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Words(words) => row.push(words),
            Inline::Break if flow == Flow::OneLine => row.push(Words::plain(" ")),
            // Nothing is read of it.
            Inline::Link { words, .. } if words.iter().all(is_blank) => row.extend(words),
            other => {
                close(&mut settled, &mut row);
                match other {
                    Inline::Link { target, words } => settled.extend(link(&target, words)),
                    other => settled.push(other),
                }
            }
        }
    }
    close(&mut settled, &mut row);
    part_notes(&mut settled);
    trim(&mut settled);
    let neighbours: Vec<[Option<char>; 2]> = settled.iter().map(edges).collect();
    let mut bounded = Vec::with_capacity(settled.len());
    for (index, inline) in settled.into_iter().enumerate() {
        match inline {
            Inline::Words(words) => {
                let before = index.checked_sub(1).and_then(|index| neighbours[index][1]);
                let after = neighbours.get(index + 1).and_then(|edges| edges[0]);
                bounded.extend(bound(words, before, after));
            }
            other => bounded.push(other),
        }
    }
    merge(bounded)
}

/// Puts a blank between a note and a link right behind it, which would be one to Markdown.
fn part_notes(settled: &mut Vec<Inline>) {
    settled.retain(|inline| !matches!(inline, Inline::Words(words) if words.text.is_empty()));
    let mut parted = Vec::with_capacity(settled.len());
    for inline in std::mem::take(settled) {
        let is_link = matches!(inline, Inline::Link { .. });
        if is_link && matches!(parted.last(), Some(Inline::Note(_))) {
            parted.push(Inline::Words(Words::plain(" ")));
        }
        parted.push(inline);
    }
    *settled = parted;
}

/// Puts the words before something else at their end.
fn close(settled: &mut Vec<Inline>, row: &mut Vec<Words>) {
    settled.extend(joined(std::mem::take(row)).into_iter().map(Inline::Words));
}

/// Whether words are nothing but blanks, and what is left out.
fn is_blank(words: &Words) -> bool {
    clean(&words.text).chars().all(char::is_whitespace)
}

/// A link whose words are settled; blanks at its edges stand outside of it.
fn link(target: &str, words: Vec<Words>) -> Vec<Inline> {
    let blank = is_blank;
    let mut words = joined(words);
    let before = words.iter().take_while(|words| blank(words)).count();
    let starts: Vec<Words> = words.drain(..before).collect();
    let after = words.iter().rev().take_while(|words| blank(words)).count();
    let ends: Vec<Words> = words.drain(words.len() - after..).collect();
    let mut inlines: Vec<Inline> = starts.into_iter().map(Inline::Words).collect();
    // Blanks at its edges stand outside.
    let mut outer = [String::new(), String::new()];
    if let Some(first) = words.first_mut() {
        let trimmed = first.text.trim_start().to_owned();
        let blanks = first.text.len() - trimmed.len();
        outer[0].push_str(&first.text[..blanks]);
        first.text = trimmed;
    }
    if let Some(last) = words.last_mut() {
        outer[1].push_str(&last.text[last.text.trim_end().len()..]);
        last.text.truncate(last.text.trim_end().len());
    }
    let [start, end] = outer.map(|blanks| Inline::Words(Words::plain(blanks)));
    inlines.push(start);
    if !words.is_empty() {
        let count = words.len();
        let edges: Vec<[Option<char>; 2]> = words
            .iter()
            .map(|words| [words.text.chars().next(), words.text.chars().next_back()])
            .collect();
        let bounded = words.into_iter().enumerate().flat_map(|(index, words)| {
            let before = match index {
                0 => Some('['),
                _ => edges[index - 1][1],
            };
            let after = match index + 1 {
                next if next == count => Some(']'),
                next => edges[next][0],
            };
            bound(words, before, after)
        });
        let words = merge(bounded.collect()).into_iter().filter_map(|inline| {
            if let Inline::Words(words) = inline {
                Some(words)
            } else {
                None
            }
        });
        inlines.push(Inline::Link {
            target: target.to_owned(),
            words: words.collect(),
        });
    }
    inlines.push(end);
    inlines.extend(ends.into_iter().map(Inline::Words));
    inlines
}

/// Runs of equal emphasis as one, with blanks outside marks, and no two marks against each other.
fn joined(runs: Vec<Words>) -> Vec<Words> {
    let mut equal: Vec<Words> = Vec::with_capacity(runs.len());
    for run in runs {
        let text = clean(&run.text);
        match equal.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.emphasis == run.emphasis => add(last, &text),
            _ => equal.push(Words { text, ..run }),
        }
    }
    let mut joined: Vec<Words> = Vec::with_capacity(equal.len());
    for run in equal {
        if run.emphasis == Emphasis::Plain {
            put(&mut joined, run);
            continue;
        }
        let inner = run.text.trim();
        let before = run.text.len() - run.text.trim_start().len();
        let blanks = |text: &str| Words::plain(text);
        put(&mut joined, blanks(&run.text[..before]));
        if !inner.is_empty() {
            let after = run.text[before + inner.len()..].to_owned();
            put(
                &mut joined,
                Words {
                    text: inner.to_owned(),
                    emphasis: run.emphasis,
                },
            );
            put(&mut joined, blanks(&after));
        }
    }
    joined
}

/// Adds a text behind words, without a second blank between them.
fn add(words: &mut Words, text: &str) {
    let is_second = words.text.ends_with(' ') && text.starts_with(' ');
    words.text.push_str(&text[usize::from(is_second)..]);
}

/// Adds a run. Two marked ones that touch keep what they share; where that is nothing, the longer
/// one keeps its own.
fn put(joined: &mut Vec<Words>, mut run: Words) {
    if run.text.is_empty() {
        return;
    }
    if let Some(last) = joined.last_mut() {
        let both_marked = last.emphasis != Emphasis::Plain && run.emphasis != Emphasis::Plain;
        if both_marked && last.emphasis != run.emphasis {
            let shared = last.emphasis.shared(run.emphasis);
            if shared != Emphasis::Plain {
                (last.emphasis, run.emphasis) = (shared, shared);
            } else if last.text.len() < run.text.len() {
                last.emphasis = shared;
            } else {
                run.emphasis = shared;
            }
        }
        if last.emphasis == run.emphasis {
            add(last, &run.text);
            return;
        }
    }
    joined.push(run);
}

/// Marked words within signs that Markdown takes for marks: a mark inside of which stands no letter
/// or digit must have a blank or a sign outside of it (`CommonMark` 0.31, section 6.2). What hinders
/// goes out of the marks.
fn bound(words: Words, before: Option<char>, after: Option<char>) -> Vec<Inline> {
    if words.emphasis == Emphasis::Plain {
        return vec![Inline::Words(words)];
    }
    let is_open = |outer: Option<char>| {
        outer.is_none_or(|outer| outer.is_whitespace() || outer.is_ascii_punctuation())
    };
    let (mut start, mut end) = (0, words.text.len());
    let mut outer = before;
    while let Some(first) = words.text[start..end].chars().next() {
        if !first.is_whitespace() && (first.is_alphanumeric() || is_open(outer)) {
            break;
        }
        outer = Some(first);
        start += first.len_utf8();
    }
    let mut outer = after;
    while let Some(last) = words.text[start..end].chars().next_back() {
        if !last.is_whitespace() && (last.is_alphanumeric() || is_open(outer)) {
            break;
        }
        outer = Some(last);
        end -= last.len_utf8();
    }
    let plain = |text: &str| Inline::Words(Words::plain(text));
    vec![
        plain(&words.text[..start]),
        Inline::Words(Words {
            text: words.text[start..end].to_owned(),
            emphasis: words.emphasis,
        }),
        plain(&words.text[end..]),
    ]
}

/// Neighbours of equal emphasis as one, and nothing that is empty.
fn merge(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (merged.last_mut(), inline) {
            (_, Inline::Words(words)) if words.text.is_empty() => {}
            (Some(Inline::Words(last)), Inline::Words(words))
                if last.emphasis == words.emphasis =>
            {
                add(last, &words.text);
            }
            (_, inline) => merged.push(inline),
        }
    }
    // A letter and its accent may have come from two runs.
    for inline in &mut merged {
        if let Inline::Words(words) = inline
            && !is_nfc(&words.text)
        {
            words.text = words.text.nfc().collect();
        }
    }
    merged
}

/// What stands at both edges, as Markdown has it written; nothing where a line begins or ends.
fn edges(inline: &Inline) -> [Option<char>; 2] {
    match inline {
        Inline::Words(words) => [words.text.chars().next(), words.text.chars().next_back()],
        Inline::Link { .. } => [Some('['), Some(')')],
        Inline::Break => [None, None],
        Inline::Note(_) => [Some('['), Some(']')],
        Inline::Picture(_) => [Some('!'), Some(')')],
    }
}

/// A text without what nobody sees of it, on one line, with single blanks.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            '\u{AD}' | '\u{FEFF}' => {}
            _ if is_line_blank(character) => {
                let is_second = cleaned.ends_with(' ');
                cleaned.extend((!is_second).then_some(' '));
            }
            _ if is_presentable(character) => cleaned.push(character),
            _ => {}
        }
    }
    cleaned
}

/// Whether a character parts words and is no more than that: U+00A0 keeps them together.
fn is_line_blank(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\r' | ' ' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' | '\u{85}'
    )
}

/// Takes away blanks and ends of lines at the edges, doubled blanks, and blanks around ends of
/// lines.
fn trim(inlines: &mut Vec<Inline>) {
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for mut inline in std::mem::take(inlines) {
        let begins = matches!(kept.last(), None | Some(Inline::Break));
        match &mut inline {
            Inline::Words(words) => {
                let after_blank =
                    matches!(kept.last(), Some(Inline::Words(last)) if last.text.ends_with(' '));
                if begins || after_blank {
                    words.text = words.text.trim_start_matches(' ').to_owned();
                }
                if words.text.is_empty() {
                    continue;
                }
            }
            Inline::Break => {
                trim_end(&mut kept);
                if matches!(kept.last(), None | Some(Inline::Break)) {
                    continue;
                }
            }
            _ => {}
        }
        kept.push(inline);
    }
    trim_end(&mut kept);
    while kept.last() == Some(&Inline::Break) {
        kept.pop();
        trim_end(&mut kept);
    }
    *inlines = kept;
}

fn trim_end(kept: &mut Vec<Inline>) {
    while let Some(Inline::Words(words)) = kept.last_mut() {
        words.text.truncate(words.text.trim_end_matches(' ').len());
        if !words.text.is_empty() {
            return;
        }
        kept.pop();
    }
}
