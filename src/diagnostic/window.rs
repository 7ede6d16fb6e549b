//! The part of a file that a message shows: the lines around what is wrong, and the marks in them.

use std::borrow::Cow;

use super::harmless::harmless;
use super::{Diagnostic, NoteKind, Place};
use crate::source::{SourceFile, Sources, Span};

/// Longer lines are not shown whole: an excerpt is there to be read.
const LONGEST_LINE: usize = 2_000;

/// The lines of one file that a message shows, and the marks in them. The printer never sees a
/// whole file: a file may be megabytes.
pub(super) struct Window<'a> {
    pub(super) path: Cow<'a, str>,
    pub(super) text: Cow<'a, str>,
    pub(super) first_line: usize,
    pub(super) marks: Vec<SpanMark>,
}

/// Lines without the controls that the printer of excerpts lets through (C1, ISO 6429), each
/// replaced by a sign of as many bytes, since marks are counted in bytes.
fn excerpted(lines: &str) -> Cow<'_, str> {
    let steers = |character: char| matches!(character, '\u{80}'..='\u{9F}');
    if lines.contains(steers) {
        Cow::Owned(lines.replace(steers, "¤"))
    } else {
        Cow::Borrowed(lines)
    }
}

pub(super) struct SpanMark {
    pub(super) range: std::ops::Range<usize>,
    pub(super) said: Option<NoteKind>,
}

/// What is shown of the files that a diagnostic is about.
pub(super) fn windows<'a>(diagnostic: &Diagnostic, sources: &'a Sources) -> Vec<Window<'a>> {
    let Place::Text(span) = diagnostic.place else {
        return Vec::new();
    };
    let mut windows = Vec::new();
    let mut near = vec![(span, None)];
    let mut far = Vec::new();
    for note in &diagnostic.notes {
        let distance = note.span.start.abs_diff(span.start);
        if note.span.file == span.file && distance < 20_000 {
            near.push((note.span, Some(note.said)));
        } else {
            far.push((note.span, Some(note.said)));
        }
    }
    windows.extend(window(&near, sources));
    windows.extend(far.into_iter().filter_map(|mark| window(&[mark], sources)));
    windows
}

fn window<'a>(marks: &[(Span, Option<NoteKind>)], sources: &'a Sources) -> Option<Window<'a>> {
    let id = marks[0].0.file;
    let file: &SourceFile = sources.file(id);
    let text: &str = &file.text;
    let clamp = |byte: u32| text.floor_char_boundary((byte as usize).min(text.len()));
    let first = clamp(marks.iter().map(|(span, _)| span.start).min()?);
    let last = clamp(marks.iter().map(|(span, _)| span.end).max()?);
    // Only so far as a line may be long: it may be megabytes, and have a mistake in each word.
    let near = text.ceil_char_boundary(first.saturating_sub(LONGEST_LINE + 1));
    let start = text[near..first]
        .rfind('\n')
        .map(|newline| near + newline + 1)
        .or((near == 0).then_some(0))?;
    let far = text.floor_char_boundary(text.len().min(last + LONGEST_LINE + 1));
    let end = text[last..far]
        .find('\n')
        .map(|newline| last + newline)
        .or((far == text.len()).then_some(far))?;
    if text[start..end]
        .lines()
        .any(|line| line.len() > LONGEST_LINE)
    {
        return None;
    }
    let marks = marks
        .iter()
        .map(|(span, said)| {
            // A value of many lines is marked at its first line only.
            let from = clamp(span.start);
            let line_end = text[from..]
                .find('\n')
                .map_or(text.len(), |newline| from + newline);
            let to = clamp(span.end).min(line_end).max(from);
            SpanMark {
                range: from - start..to - start,
                said: *said,
            }
        })
        .collect::<Vec<_>>();
    let end = start + marks.iter().map(|mark| mark.range.end).max()?;
    let end = text[end..]
        .find('\n')
        .map_or(text.len(), |newline| end + newline);
    Some(Window {
        path: harmless(file.path.as_written()),
        text: excerpted(&text[start..end]),
        first_line: sources.position(id, start).line,
        marks,
    })
}
