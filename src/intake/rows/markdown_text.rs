//! A plain text as Markdown that reads back as the same text: paragraphs and line breaks stay, lists
//! that were typed by hand become lists, and no sign means anything it did not mean in its cell.

use super::words::visible;
use crate::intake::marks::is_markup;

/// A text of several lines as Markdown.
pub(in crate::intake) fn markdown(text: &str) -> String {
    let text = visible(text);
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let mut output = String::with_capacity(text.len() + text.len() / 8);
    let mut before = Line::Blank;
    for (index, line) in lines.iter().enumerate() {
        let kind = kind(&lines, index);
        let gap = match (before, kind) {
            (_, Line::Blank) => "",
            _ if output.is_empty() => "",
            (Line::Words, Line::Words) => "\\\n",
            (Line::Bullet, Line::Bullet) | (Line::Numbered, Line::Numbered) => "\n",
            _ => "\n\n",
        };
        output.push_str(gap);
        match (kind, item(line)) {
            (Line::Bullet, Some((_, words))) => {
                output.push_str("- ");
                push_escaped(&mut output, words);
            }
            (Line::Numbered, Some((mark, words))) => {
                output.push_str(mark);
                output.push(' ');
                push_escaped(&mut output, words);
            }
            _ => push_escaped(&mut output, line),
        }
        before = kind;
    }
    output
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Words,
    Bullet,
    Numbered,
}

/// What a line is among the others: one that begins as an item of a list is one where its neighbour
/// does too.
fn kind(lines: &[String], index: usize) -> Line {
    let alone = |index: usize| match item(&lines[index]) {
        _ if lines[index].is_empty() => Line::Blank,
        None => Line::Words,
        Some((mark, _)) if mark.ends_with(['.', ')']) => Line::Numbered,
        Some(_) => Line::Bullet,
    };
    let own = alone(index);
    let neighbours = [
        index.checked_sub(1),
        Some(index + 1).filter(|next| *next < lines.len()),
    ];
    let has_like = neighbours
        .into_iter()
        .flatten()
        .any(|other| alone(other) == own);
    if own == Line::Blank || has_like {
        own
    } else {
        Line::Words
    }
}

/// The mark and the words of a line that begins as an item of a list.
fn item(line: &str) -> Option<(&str, &str)> {
    let (mark, words) = line.split_once(' ')?;
    let is_bullet = matches!(mark, "-" | "*" | "•" | "·" | "–" | "▪" | "o");
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number =
        matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_bullet || is_number).then_some((mark, words))
}

/// Adds words in which no sign is a mark.
fn push_escaped(output: &mut String, line: &str) {
    let starts_block = |place: usize, sign: char| {
        let rest = &line[place + sign.len_utf8()..];
        let ends = rest.is_empty() || rest.starts_with(' ');
        match sign {
            '#' => {
                rest.trim_start_matches('#').is_empty()
                    || rest.trim_start_matches('#').starts_with(' ')
            }
            '+' | '-' => ends || line.bytes().all(|byte| matches!(byte, b'-' | b' ')),
            '=' => line.bytes().all(|byte| byte == b'='),
            _ => false,
        }
    };
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (place, sign) in line.char_indices() {
        let rest = &line[place + sign.len_utf8()..];
        let is_at_start = match sign {
            '.' | ')' => {
                place == digits && digits > 0 && (rest.is_empty() || rest.starts_with(' '))
            }
            _ => place == 0 && starts_block(place, sign),
        };
        if is_markup(sign, rest) || is_at_start {
            output.push('\\');
        }
        output.push(sign);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::markdown;
    use crate::markdown::every_word;

    #[test]
    fn paragraphs_breaks_and_lists_stay() {
        for (text, expected) in [
            (
                "Een leeg lokaal.\n\nEn twintig kinderen.",
                "Een leeg lokaal.\n\nEn twintig kinderen.",
            ),
            ("Twee\nregels", "Twee\\\nregels"),
            (
                "Nodig:\n- hout\n- *lijm*\nKlaar",
                "Nodig:\n\n- hout\n- \\*lijm\\*\n\nKlaar",
            ),
            ("1. een\n2. twee", "1. een\n2. twee"),
            ("• een\n• twee", "- een\n- twee"),
            ("- alleen", "\\- alleen"),
            ("2018. Een jaar", "2018\\. Een jaar"),
            ("# kop\n---", "\\# kop\\\n\\---"),
            (
                "a_b <b> [x](y) &amp; | ~~",
                "a\\_b \\<b\\> \\[x\\](y) \\&amp; \\| \\~\\~",
            ),
            ("  blanks\u{A0} \t hier  ", "blanks hier"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_typed_is_what_is_read(text in "[a-c0-3 .)(#>*_+=~`|&;<\\[\\]!\\\\:é-]{0,24}") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(every_word(&markdown(&text), usize::MAX), words);
        }
    }
}
