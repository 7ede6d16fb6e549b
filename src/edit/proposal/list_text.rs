//! Lists as they stand in a text: items are put in between others and taken out, with their lines.

use std::ops::Range;

use super::record_text::{RecordText, between_commas};
use crate::edit::Splices;
use crate::schema::value::FieldEntry;
use crate::source::Span;

/// An item as it is written.
pub(super) struct ListItem {
    pub(super) place: Span,
    /// Its words; none where it is more than words.
    pub(super) words: Option<String>,
}

impl ListItem {
    /// What it says; the whole of its text where that is more than words.
    pub(super) fn words(&self, text: &str) -> String {
        let raw = || text[self.place.range()].to_owned();
        self.words.clone().unwrap_or_else(raw)
    }

    /// One that is more than words.
    pub(super) fn at(place: Span) -> Self {
        Self { place, words: None }
    }
}

/// What makes one list of another: its first and last items stay where they are the same, and
/// between these one takes the place of another as far as both go.
pub(super) struct ListDifference {
    /// Positions before and after.
    pub(super) paired: Vec<(usize, usize)>,
    /// What goes; what is added comes in its place.
    pub(super) removed: Range<usize>,
    /// Positions among those that are wanted.
    pub(super) added: Range<usize>,
}

impl ListDifference {
    pub(super) fn of(now: &[String], wanted: &[String]) -> Self {
        let same = |(one, other): &(&String, &String)| one == other;
        let first = now.iter().zip(wanted).take_while(same).count();
        let last = now[first..]
            .iter()
            .rev()
            .zip(wanted[first..].iter().rev())
            .take_while(same)
            .count();
        let (old, new) = (now.len() - last, wanted.len() - last);
        let paired = first..old.min(new);
        Self {
            removed: paired.end..old,
            added: paired.end..new,
            paired: paired.map(|position| (position, position)).collect(),
        }
    }
}

/// A list between brackets, with at least one item.
pub(super) struct ListText<'a> {
    text: &'a str,
    whole: Span,
    items: Vec<Range<usize>>,
}

impl<'a> ListText<'a> {
    /// The list of a field; none where it is written otherwise.
    pub(super) fn of(
        place: &RecordText<'a>,
        entry: &FieldEntry,
        items: &[ListItem],
    ) -> Option<Self> {
        let whole = entry.value.span;
        let items: Vec<Range<usize>> = items.iter().map(|item| item.place.range()).collect();
        let is_list = place.text[whole.range()].starts_with('[')
            && place.text[whole.range()].ends_with(']')
            && (place.is_line(entry) || place.is_inline);
        let is_in_order = items.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let (first, last) = (items.first()?, items.last()?);
        let is_within = whole.range().start < first.start && last.end < whole.range().end;
        (is_list && is_in_order && is_within).then_some(Self {
            text: place.text,
            whole,
            items,
        })
    }

    /// Puts items in before that of a position. Gives whether that could be done.
    pub(super) fn put_in(&self, at: usize, spelled: &[String], splices: &mut Splices) -> bool {
        if spelled.is_empty() {
            return true;
        }
        let file = self.whole.file;
        let Some(before) = at.checked_sub(1).map(|before| &self.items[before]) else {
            let first = self.items[0].start;
            let between = match self.text[self.whole.range().start..first].rfind('\n') {
                Some(newline) => {
                    let from = self.whole.range().start + newline;
                    format!(",{}", &self.text[from..first])
                }
                None => ", ".to_owned(),
            };
            let is_plain = between[1..].trim().is_empty();
            if is_plain {
                splices.insert(file, first, &format!("{}{between}", spelled.join(&between)));
            }
            return is_plain;
        };
        let next = self
            .items
            .get(at)
            .map_or(self.whole.range().end - 1, |next| next.start);
        let gap = &self.text[before.end..next];
        let Some(newline) = gap.find('\n') else {
            splices.insert(file, before.end, &format!(", {}", spelled.join(", ")));
            return true;
        };
        let start = self.text[..before.start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let above = &self.text[start..before.start];
        let indent = &above[..above.len() - above.trim_start().len()];
        let below = before.end + newline + 1;
        let line_of = |item: &String| format!("{indent}{item},\n");
        let lines: String = spelled.iter().map(line_of).collect();
        let has_comma = gap[..newline].trim_start().starts_with(',');
        if !has_comma {
            // Whose comma stands on a later line is written in a way of its own.
            if at < self.items.len() || gap[newline..].trim_start().starts_with(',') {
                return false;
            }
            splices.insert(file, before.end, ",");
        }
        splices.insert(file, below, &lines);
        true
    }

    /// Takes items out that stand next to each other, and not all of them.
    pub(super) fn take_out(&self, positions: Range<usize>, splices: &mut Splices) {
        let Some(run) = self.items.get(positions).filter(|run| !run.is_empty()) else {
            return;
        };
        let (start, end) = (run[0].start, run[run.len() - 1].end);
        let above = self.text[..start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let below = self.text[end..].find('\n').map(|newline| end + newline + 1);
        let is_alone = |below: &usize| {
            let behind = self.text[end..*below].trim();
            let behind = behind.strip_prefix(',').unwrap_or(behind).trim_start();
            self.text[above..start].trim().is_empty()
                && (behind.is_empty() || behind.starts_with('#'))
        };
        let range = match below.filter(is_alone) {
            Some(below) => above..below,
            None => between_commas(self.text, start, end),
        };
        splices.replace(Span::new(self.whole.file, range), String::new());
    }
}
