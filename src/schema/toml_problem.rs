//! What a mistake in TOML is called for someone who has never heard of TOML.
//!
//! The parser says where it stumbled; its words are said again by [`super::toml_meanings`]. Some
//! mistakes that people make often the parser cannot know: a date written as `30-10-2018`, the
//! curly quotes of a word processor, a list whose end was forgotten. For these the line itself is
//! looked at. Whatever follows from a mistake is left out.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::Error;

use super::toml_lines::{is_fact, line_at, lines, token_end, until_next_fact, within};
use super::toml_meanings::{self as meanings, TomlMeaning};
use super::written_moment::{way_to_write_time, written_moment};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{FileId, Span};

/// The parser's errors as diagnostics: the first of a line only, since the rest follow from it.
///
/// `offset` is where the parsed text begins in its file.
pub(crate) fn diagnostics(
    errors: &[Error],
    text: &str,
    offset: usize,
    file: FileId,
) -> Vec<Diagnostic> {
    let line_of = lines(text);
    let mut told = BTreeSet::new();
    let mut diagnostics = Vec::new();
    let mut follows_until = 0;
    let mut sorted: Vec<(Range<usize>, &str)> = errors
        .iter()
        .map(|error| (within(text, error.span().unwrap_or(0..0)), error.message()))
        .collect();
    // A text without its last quote is told of after what it swallowed.
    sorted.sort_by_key(|(range, _)| range.start);
    for (position, (range, message)) in sorted.iter().enumerate() {
        if range.start < follows_until || !told.insert(line_of(range.start)) {
            continue;
        }
        let rest = &sorted[position + 1..];
        let begins = line_at(text, range.start).start;
        let TomlProblem {
            code,
            range,
            meaning,
            suggestion,
            follows,
        } = look(text, range.clone(), message, rest);
        follows_until = follows.unwrap_or(range.end).min(text.len());
        // What stumbled later may have begun where another did.
        if range.start < begins && !told.insert(line_of(range.start)) {
            continue;
        }
        let mut diagnostic = Diagnostic::at(
            code,
            Span::new(file, offset + range.start..offset + range.end),
        )
        .suggest(suggestion);
        if let Some(TomlMeaning { problem, way, .. }) = meaning {
            diagnostic = diagnostic.with("problem", *problem).with("way", *way);
        } else {
            diagnostic = diagnostic.with("value", &text[range.clone()]);
        }
        if code == Code::BadTime {
            let way = way_to_write_time(&text[range], diagnostic.suggestion.as_deref());
            diagnostic = diagnostic.with("way", way);
        }
        diagnostics.push(diagnostic);
    }
    diagnostics
}

/// The places that the parser stumbled on, in order: no value there means what it seems to.
pub(crate) fn stumbles(errors: &[Error]) -> Vec<usize> {
    let mut stumbles: Vec<usize> = errors
        .iter()
        .filter_map(|error| error.span().map(|span| span.start))
        .collect();
    stumbles.sort_unstable();
    stumbles
}

/// Takes out what follows from a mistake of syntax: whatever is said of a value on the line of the
/// mistake, and of fields that may stand in what could not be read.
pub(crate) fn drop_what_follows(diagnostics: &mut Vec<Diagnostic>, text: &str, stumbles: &[usize]) {
    if stumbles.is_empty() {
        return;
    }
    let is_first = |diagnostic: &Diagnostic| {
        matches!(
            diagnostic.code,
            Code::TomlSyntax | Code::TooDeep | Code::BadDate | Code::BadTime
        )
    };
    let line_of = lines(text);
    let broken: BTreeSet<usize> = stumbles.iter().map(|start| line_of(*start)).collect();
    diagnostics.retain(|diagnostic| match diagnostic.place {
        _ if is_first(diagnostic) => true,
        _ if diagnostic.code == Code::MissingKey => false,
        Place::Text(span) => !broken.contains(&line_of(span.start as usize)),
        Place::Path(_) | Place::Cell(_) | Place::Site => true,
    });
}

/// What a look at the line tells.
struct TomlProblem {
    code: Code,
    range: Range<usize>,
    /// What is wrong; dates and times have words of their own.
    meaning: Option<&'static TomlMeaning>,
    suggestion: Option<String>,
    /// Until where everything else follows from this.
    follows: Option<usize>,
}

fn look(
    text: &str,
    range: Range<usize>,
    message: &str,
    rest: &[(Range<usize>, &str)],
) -> TomlProblem {
    let meaning = meanings::of_message(message);
    let plain = TomlProblem {
        code: Code::TomlSyntax,
        range: range.clone(),
        meaning: Some(meaning),
        suggestion: None,
        follows: None,
    };
    let line = line_at(text, range.start);
    if message.starts_with(meanings::TOO_DEEP) {
        return TomlProblem {
            code: Code::TooDeep,
            ..plain
        };
    }
    // To the parser a word that begins like `true`, `false`, `inf` or `nan` is one of these.
    let is_word = (message.starts_with("invalid boolean") || message.starts_with("invalid float"))
        && text[range.start..].starts_with(char::is_alphabetic);
    if is_word {
        let meaning = Some(meanings::of_message("string values must be quoted"));
        return value(text, range, TomlProblem { meaning, ..plain });
    }
    if message.starts_with("string values must be quoted")
        || message.starts_with("invalid date")
        || message.starts_with("invalid time")
        || message.contains("leading zero")
    {
        return value(text, range, plain);
    }
    if message.starts_with("key with no value") || message.starts_with("invalid unquoted key") {
        return no_fact(text, &line, plain);
    }
    if message.starts_with("duplicate key") && text[line.clone()].trim_start().starts_with('[') {
        return header_twice(text, &line, &plain);
    }
    if message.starts_with("missing comma between")
        && (is_fact(&text[range.start..line.end]) || text[range.start..].starts_with("[["))
        && range.start == line.start
    {
        return never_closed(text, range.start, &line, message, rest, plain);
    }
    if message.starts_with("unclosed array table") || message.starts_with("unclosed table") {
        return header(text, &line, &plain);
    }
    if message.starts_with("invalid multi-line") {
        return long_text_not_closed(text, range, message, plain);
    }
    if message.starts_with("invalid basic string") && goes_on_below(text, line.end) {
        return TomlProblem {
            meaning: Some(&meanings::BROKEN_OFF),
            follows: Some(until_next_fact(text, line.end)),
            ..plain
        };
    }
    if message.starts_with("unexpected key or value") {
        return more_on_the_line(text, &line, plain);
    }
    plain
}

/// Several headers of one name: all that stands below the second seems to be written twice as well.
/// The first that has single brackets is told of: while it stands, no other can be right.
fn header_twice(text: &str, line: &Range<usize>, plain: &TomlProblem) -> TomlProblem {
    let follows = text[line.end..]
        .find("\n[")
        .map_or(text.len(), |next| line.end + next);
    let written = text[line.clone()].trim();
    let others = text[..line.start].match_indices(written);
    let first = others
        .map(|(place, _)| line_at(text, place))
        .find(|other| text[other.clone()].trim() == written);
    TomlProblem {
        meaning: Some(&meanings::SINGLE_HEADERS),
        follows: Some(follows),
        ..header(text, &first.unwrap_or(line.clone()), plain)
    }
}

/// A list that was never closed: the next fact stands where it goes on for the parser.
fn never_closed(
    text: &str,
    start: usize,
    line: &Range<usize>,
    message: &str,
    rest: &[(Range<usize>, &str)],
    plain: TomlProblem,
) -> TomlProblem {
    let unclosed = if message.contains("array") {
        "unclosed array"
    } else {
        "unclosed inline table"
    };
    let end = text[..start].trim_end().len();
    let follows = rest
        .iter()
        .find(|(_, message)| message.starts_with(unclosed))
        .map_or(line.end, |(range, _)| range.end);
    TomlProblem {
        meaning: Some(meanings::of_message(unclosed)),
        range: end..end,
        follows: Some(follows.max(line.end)),
        ..plain
    }
}

/// A text between three quotes that does not end: where it began tells more than the end of the
/// file.
fn long_text_not_closed(
    text: &str,
    range: Range<usize>,
    message: &str,
    plain: TomlProblem,
) -> TomlProblem {
    let quotes = if message.contains("literal") {
        "'''"
    } else {
        "\"\"\""
    };
    let begin = text[..range.start]
        .rfind(quotes)
        .map_or(range, |start| start..start + quotes.len());
    TomlProblem {
        range: begin,
        follows: Some(text.len()),
        ..plain
    }
}

/// Whether the line below one that ends here goes on with plain words.
fn goes_on_below(text: &str, end: usize) -> bool {
    let next = text[end..]
        .strip_prefix('\n')
        .map_or("", |rest| rest.lines().next().unwrap_or_default());
    !next.trim().is_empty() && !is_fact(next) && !next.starts_with(['[', '#'])
}

/// A header that is not written between two brackets on both sides.
fn header(text: &str, line: &Range<usize>, plain: &TomlProblem) -> TomlProblem {
    let written = text[line.clone()].trim_end();
    let name = written.trim_matches(|character: char| matches!(character, '[' | ']' | ' ' | '\t'));
    let suggestion =
        (!name.is_empty() && !name.contains(['[', ']', '#'])).then(|| format!("[[{name}]]"));
    TomlProblem {
        range: line.start..line.start + written.len(),
        suggestion,
        code: plain.code,
        meaning: plain.meaning,
        follows: plain.follows,
    }
}

/// A value that is no text, number or date as it stands.
fn value(text: &str, range: Range<usize>, plain: TomlProblem) -> TomlProblem {
    let token = &text[range.start..token_end(text, range.start).max(range.end)];
    let token = token.trim_end();
    let range = range.start..range.start + token.len();
    if token.is_empty() {
        return TomlProblem {
            meaning: Some(meanings::of_message("missing value")),
            range,
            ..plain
        };
    }
    if let Some((code, suggestion)) = written_moment(token, before_value(text, range.start)) {
        return TomlProblem {
            code,
            meaning: None,
            suggestion,
            range,
            ..plain
        };
    }
    let is_curly =
        |character: char| matches!(character, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚');
    if token.starts_with(is_curly) {
        let straight = token.replace(is_curly, "\"");
        let suggestion = (straight.matches('"').count() == 2).then_some(straight);
        return TomlProblem {
            meaning: Some(&meanings::CURLY_QUOTES),
            suggestion,
            range,
            ..plain
        };
    }
    let suggestion = (!token.contains(['"', '\\'])).then(|| format!("\"{token}\""));
    TomlProblem {
        range,
        suggestion,
        ..plain
    }
}

/// What stands on the line before a value.
fn before_value(text: &str, start: usize) -> &str {
    &text[line_at(text, start).start..start]
}

/// A line without a name and `=` where they belong.
fn no_fact(text: &str, line: &Range<usize>, plain: TomlProblem) -> TomlProblem {
    let written = &text[line.clone()];
    let (word, after) =
        written.split_at(written.find([' ', '\t', ':', '"']).unwrap_or(written.len()));
    let after = after.trim_start();
    if let Some(value) = after.strip_prefix(':') {
        let suggestion = format!("{word} = {}", value.trim());
        return TomlProblem {
            meaning: Some(&meanings::COLON),
            range: line.clone(),
            suggestion: Some(suggestion),
            ..plain
        };
    }
    if after.starts_with('"') {
        return TomlProblem {
            meaning: Some(meanings::of_message("missing assignment")),
            suggestion: Some(format!("{word} = {}", after.trim())),
            ..plain
        };
    }
    if let Some((name, _)) = written.split_once('=') {
        let name = name.trim_end();
        let range = line.start..line.start + name.len();
        return TomlProblem {
            meaning: Some(meanings::of_message("invalid unquoted key")),
            range,
            ..plain
        };
    }
    if after.is_empty() {
        return plain;
    }
    // A whole page of plain text is one mistake.
    let follows = until_next_fact(text, line.end);
    TomlProblem {
        meaning: Some(&meanings::PROSE),
        range: line.clone(),
        follows: Some(follows),
        ..plain
    }
}

/// Something behind a value.
fn more_on_the_line(text: &str, line: &Range<usize>, plain: TomlProblem) -> TomlProblem {
    let (before, after) = (
        &text[line.start..plain.range.start],
        &text[plain.range.start..line.end],
    );
    let ends_in_digit = before
        .trim_end()
        .ends_with(|character: char| character.is_ascii_digit());
    if ends_in_digit
        && after
            .strip_prefix(',')
            .is_some_and(|after| after.starts_with(|character: char| character.is_ascii_digit()))
    {
        let is_of_number = |character: char| character.is_ascii_digit() || character == '-';
        let whole = before.trim_end_matches(is_of_number).len();
        let fraction = after[1..]
            .find(|character: char| !character.is_ascii_digit())
            .map_or(after.len(), |end| end + 1);
        let range = line.start + whole..plain.range.start + fraction;
        let suggestion = Some(text[range.clone()].replace(',', "."));
        return TomlProblem {
            meaning: Some(&meanings::DECIMAL_COMMA),
            range,
            suggestion,
            ..plain
        };
    }
    if before.ends_with(['"', '\'']) && !after.contains('=') {
        return TomlProblem {
            meaning: Some(&meanings::QUOTE_WITHIN),
            ..plain
        };
    }
    plain
}
