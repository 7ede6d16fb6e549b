//! The printers: a diagnostic as text with an excerpt, as plain values for an overlay, as a line of
//! JSON. They return text and print nothing.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

use super::harmless::{harmless, harmless_character};
use super::window::{Window, windows};
use super::{CellPlace, Diagnostic, NoteKind, Place, RowExcerpt, Severity, SeverityCounts};
use crate::source::Sources;
use crate::words::Language;
use crate::words::messages::diagnostic as messages;

/// More messages than this are counted, not shown: nobody reads on, and a file of nonsense has one
/// a line.
const MOST_SHOWN: usize = 1_000;

/// A diagnostic as plain values, for JSON and for the page that `serve` shows.
#[derive(Debug, Clone, Serialize)]
pub struct PrintedDiagnostic {
    /// The code, such as `unknown-region`.
    pub code: &'static str,
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// What a piece of advice is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<&'static str>,
    /// The file, below the site's folder.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
    /// Line of the end.
    pub end_line: Option<usize>,
    /// Column just past the end.
    pub end_column: Option<usize>,
    /// The sheet, in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row of a table, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The cell of a table: `E9`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What stands at the head of its column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
    /// What to put in its place.
    pub suggestion: Option<String>,
}

/// The plain values of a diagnostic.
pub fn printed(
    diagnostic: &Diagnostic,
    sources: &Sources,
    language: Language,
) -> PrintedDiagnostic {
    let mut printed = PrintedDiagnostic {
        code: diagnostic.code.id(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        group: None,
        file: None,
        line: None,
        column: None,
        end_line: None,
        end_column: None,
        sheet: None,
        row: None,
        cell: None,
        header: None,
        message: diagnostic.code.message(language, &diagnostic.arguments),
        help: diagnostic.code.help(language, &diagnostic.arguments),
        suggestion: diagnostic.suggestion.clone(),
    };
    match &diagnostic.place {
        Place::Text(span) => {
            let file = sources.file(span.file);
            let (start, end) = (
                sources.position(span.file, span.start as usize),
                sources.position(span.file, span.end as usize),
            );
            printed.file = Some(file.path.to_string());
            printed.line = Some(start.line);
            printed.column = Some(start.column);
            printed.end_line = Some(end.line);
            printed.end_column = Some(end.column);
        }
        Place::Path(path) => printed.file = Some(path.to_string()),
        Place::Cell(cell) => {
            printed.file = Some(cell.file.to_string());
            printed.line = cell.line;
            printed.sheet = cell.sheet.as_deref().map(ToOwned::to_owned);
            printed.row = cell.row;
            printed.cell = cell.address();
            printed.header = cell.header.as_deref().map(ToOwned::to_owned);
        }
        Place::Site => {}
    }
    printed
}

/// A diagnostic as one line of JSON, without the line end.
pub fn json_line(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> String {
    json_line_in_group(diagnostic, None, sources, language)
}

/// The same with its group, where it is advice.
pub fn json_line_in_group(
    diagnostic: &Diagnostic,
    group: Option<&'static str>,
    sources: &Sources,
    language: Language,
) -> String {
    let printed = PrintedDiagnostic {
        group,
        ..printed(diagnostic, sources, language)
    };
    let json = serde_json::to_string(&printed).expect("plain values become JSON");
    if json
        .chars()
        .all(|character| harmless_character(character) == character)
    {
        return json;
    }
    // All of them stand within strings, where an escape means the same. Somebody may look at the
    // line in a terminal.
    let mut escaped = String::with_capacity(json.len() + 32);
    for character in json.chars() {
        if harmless_character(character) == character {
            escaped.push(character);
        } else {
            let _ = write!(escaped, "\\u{:04x}", u32::from(character));
        }
    }
    escaped
}

/// All diagnostics as text for people, each with its excerpt, and a closing line that counts them.
pub fn print_all(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    colour: bool,
) -> String {
    let mut text = print_one_after_other(diagnostics, sources, language, colour);
    let mut tally = SeverityCounts::default();
    tally.count(diagnostics);
    text.push_str(&tally.closing_line(language));
    text
}

/// The same without the closing line.
pub fn print_one_after_other(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    colour: bool,
) -> String {
    let mut text = String::new();
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .count();
    // Where not all fit, what keeps the site from being built goes first.
    let mut room_for_errors = errors.min(MOST_SHOWN);
    let mut room_for_warnings = MOST_SHOWN - room_for_errors;
    let mut left_out = 0_usize;
    for diagnostic in diagnostics {
        let room = if diagnostic.severity() == Severity::Error {
            &mut room_for_errors
        } else {
            &mut room_for_warnings
        };
        if *room == 0 {
            left_out += 1;
            continue;
        }
        *room -= 1;
        text.push_str(&excerpt(diagnostic, sources, language, colour));
        text.push_str("\n\n");
    }
    if left_out > 0 {
        text.push_str(messages::left_out(&left_out).get(language));
    }
    text
}

/// One diagnostic with its excerpt, as people read it; colour is ANSI.
pub fn excerpt(
    diagnostic: &Diagnostic,
    sources: &Sources,
    language: Language,
    colour: bool,
) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name(messages::ERROR.get(language)),
        Severity::Warning => Level::WARNING.with_name(messages::WARNING.get(language)),
        Severity::Hint => Level::NOTE.with_name(messages::HINT.get(language)),
    };
    let message = diagnostic.code.message(language, &diagnostic.arguments);
    let help = diagnostic.code.help(language, &diagnostic.arguments);
    let label = did_you_mean(diagnostic, language);
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .decor_style(DecorStyle::Ascii);
    let mut group = level
        .primary_title(&message)
        .id(diagnostic.code.id())
        .elements(Vec::<annotate_snippets::Element<'_>>::new());
    let windows = windows(diagnostic, sources);
    for window in &windows {
        group = group.element(text_snippet(window, label.as_deref(), language));
    }
    let row = match &diagnostic.place {
        Place::Cell(cell) => cell.excerpt.as_ref(),
        _ => None,
    };
    let origin = match &diagnostic.place {
        _ if !windows.is_empty() => None,
        Place::Text(span) => Some(harmless(&sources.place(*span)).into_owned()),
        Place::Path(path) => Some(harmless(path.as_written()).into_owned()),
        Place::Cell(cell) => Some(cell.in_words(language)),
        Place::Site => None,
    };
    match (&origin, &diagnostic.place, row) {
        (Some(origin), Place::Cell(cell), Some(row)) => {
            group = group.element(row_snippet(cell, row, origin, label.as_deref()));
        }
        (Some(origin), ..) => {
            group = group.element(annotate_snippets::Origin::path(origin.as_str()));
        }
        (None, ..) => {}
    }
    let is_labelled = !windows.is_empty() || row.is_some_and(|row| row.mark.is_some());
    if let (false, Some(label)) = (is_labelled, &label) {
        group = group.element(Level::HELP.with_name("tip").message(label.as_str()));
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.with_name("tip").message(help.as_str()));
    }
    let text = renderer.render(&[group]);
    match (&origin, row) {
        (Some(origin), Some(_)) => without_position(text, origin),
        _ => text,
    }
}

/// A text in which no line and column stand behind a place in words: they would be those of the
/// excerpt.
fn without_position(mut text: String, place: &str) -> String {
    if let Some(start) = text.find(place) {
        let end = start + place.len();
        let is_position = |byte: &u8| *byte == b':' || byte.is_ascii_digit();
        let length = text.as_bytes()[end..]
            .iter()
            .take_while(|byte| is_position(byte))
            .count();
        text.replace_range(end..end + length, "");
    }
    text
}

/// Lines of a file, with what is wrong in them underlined.
fn text_snippet<'a>(
    window: &'a Window<'_>,
    label: Option<&'a str>,
    language: Language,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let marks = window.marks.iter().map(|mark| {
        let kind = if mark.said.is_none() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let annotation = kind.span(mark.range.clone());
        match (mark.said, label) {
            (Some(said), _) => annotation.label(note_words(said, language)),
            (None, Some(label)) => annotation.label(label),
            (None, None) => annotation,
        }
    });
    Snippet::source(&*window.text)
        .line_start(window.first_line)
        .path(&*window.path)
        .annotations(marks)
}

/// The row of a table, with the cell that is meant underlined.
fn row_snippet<'a>(
    cell: &CellPlace,
    shown: &'a RowExcerpt,
    place: &'a str,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let annotation = match (&shown.mark, label) {
        (Some(mark), Some(label)) => AnnotationKind::Primary.span(mark.clone()).label(label),
        (Some(mark), None) => AnnotationKind::Primary.span(mark.clone()),
        (None, _) => AnnotationKind::Visible.span(0..shown.text.len()),
    };
    Snippet::source(shown.text.as_str())
        .line_start(cell.row.unwrap_or(1) as usize)
        .path(place)
        .annotation(annotation)
}

/// The suggestion as a question.
fn did_you_mean(diagnostic: &Diagnostic, language: Language) -> Option<String> {
    let suggestion = harmless(diagnostic.suggestion.as_deref()?);
    Some(messages::did_you_mean(&suggestion).get(language).to_owned())
}

fn note_words(said: NoteKind, language: Language) -> &'static str {
    match said {
        NoteKind::FirstHere => messages::FIRST_HERE,
        NoteKind::AlsoHere => messages::ALSO_HERE,
        NoteKind::StartsHere => messages::STARTS_HERE,
        NoteKind::GoesOnHere => messages::GOES_ON_HERE,
        NoteKind::TakenUpHere => messages::TAKEN_UP_HERE,
    }
    .get(language)
}
