//! Records that go: the lines of a table in a file of tables. What stands between records stays.

use std::collections::{BTreeSet, HashSet};

use super::current::WrittenRecords;
use super::fresh::end_of;
use super::{Site, UnwantedRecord};
use crate::edit::Splices;
use crate::source::{FileId, Span};

/// What was taken out, and what could not be.
#[derive(Default)]
pub(super) struct Removal {
    /// Where those stood that were.
    pub(super) spans: HashSet<Span>,
    /// Those that stay.
    pub(super) left: Vec<UnwantedRecord>,
}

/// Takes records out.
pub(super) fn remove(
    unwanted: &[UnwantedRecord],
    written: &WrittenRecords<'_>,
    site: Site<'_>,
    splices: &mut Splices,
) -> Removal {
    let mut removal = Removal::default();
    let mut places = BTreeSet::new();
    for record in unwanted {
        let group = written.group(record.kind, record.event.as_deref());
        let Some(there) = group.and_then(|group| group.of_id(&record.id)) else {
            continue;
        };
        let text: &str = &site.sources.file(there.span.file).text;
        if !text[there.span.range()].starts_with("[[") {
            removal.left.push(record.clone());
            continue;
        }
        let (file, end) = end_of(there, site);
        let header = there.span.range().start;
        let start = text[..header].rfind('\n').map_or(0, |newline| newline + 1);
        let (start, end) = with_blank_lines(text, start, end);
        places.insert((file, start, end));
        removal.spans.insert(there.span);
    }
    // The blank lines between two that go belong to both.
    let mut last: Option<(FileId, usize)> = None;
    for (file, start, end) in places {
        let before = last.filter(|(of, _)| *of == file);
        let start = before.map_or(start, |(_, end)| start.max(end));
        splices.replace(Span::new(file, start..end.max(start)), String::new());
        last = Some((file, end));
    }
    removal
}

/// The place of some lines with the blank ones below them; at the end of a file, with those above.
pub(super) fn with_blank_lines(text: &str, start: usize, end: usize) -> (usize, usize) {
    let behind = &text[end..];
    let first = behind
        .split_inclusive('\n')
        .take_while(|line| line.trim().is_empty())
        .map(str::len)
        .sum::<usize>();
    if first < behind.len() {
        return (start, end + first);
    }
    let before = text[..start].trim_end();
    let start = match text[before.len()..start].find('\n') {
        Some(newline) => before.len() + newline + 1,
        None => start,
    };
    (start, text.len())
}
