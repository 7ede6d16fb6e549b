//! Lists of groups of fields, such as links and sources: between braces, or each below a header of
//! its own. What of a group is not changed stays letter for letter.

use super::filled_in::{group, own_entry};
use super::list_text::{ListDifference, ListItem, ListText};
use super::record_text::{RecordText, between_commas, language_of};
use super::removed::with_blank_lines;
use super::spelled;
use super::wanted_text::{group_text, one_text};
use crate::edit::Splices;
use crate::schema::value::{FieldEntry, Fields};
use crate::schema::wanted::FieldGroup;
use crate::source::Span;

/// Makes a list of groups hold others. Gives whether that could be done group by group; else
/// nothing is changed.
pub(super) fn set_groups(
    place: &RecordText<'_>,
    entry: &FieldEntry,
    tables: &[Fields],
    wanted: &[FieldGroup],
    splices: &mut Splices,
) -> bool {
    let site = place.site;
    let says = |wanted: &FieldGroup| group_text(wanted, site.language, site.id_of);
    let now: Vec<FieldGroup> = tables.iter().map(|fields| group(fields, site)).collect();
    let now_says: Vec<String> = now.iter().map(says).collect();
    let wanted_says: Vec<String> = wanted.iter().map(says).collect();
    let difference = ListDifference::of(&now_says, &wanted_says);
    let added = &wanted[difference.added.clone()];
    let items: Vec<ListItem> = tables
        .iter()
        .map(|fields| ListItem::at(fields.span))
        .collect();
    let has_headers = |fields: &Fields| place.text[fields.span.range()].starts_with("[[");
    if let Some(list) = ListText::of(place, entry, &items) {
        let spell = |group: &FieldGroup| spelled::group(group, place.language);
        let spelled: Vec<String> = added.iter().map(spell).collect();
        if !list.put_in(difference.removed.start, &spelled, splices) {
            return false;
        }
        list.take_out(difference.removed.clone(), splices);
    } else if !tables.is_empty() && tables.iter().all(has_headers) {
        let at = difference.removed.start;
        add_tables(place, tables, at, added, splices);
        take_out(place, &tables[difference.removed.clone()], splices);
    } else {
        return false;
    }
    for (old, new) in difference.paired {
        if now_says[old] != wanted_says[new] {
            change(place, &tables[old], &wanted[new], splices);
        }
    }
    true
}

/// Where the last field of a group ends, or its header.
fn end_of(fields: &Fields) -> usize {
    let entries = fields.entries.iter();
    let ends = entries.map(|entry| entry.value.span.range().end);
    ends.fold(fields.span.range().end, usize::max)
}

/// Adds groups below headers of their own, before that of a position.
fn add_tables(
    place: &RecordText<'_>,
    tables: &[Fields],
    at: usize,
    added: &[FieldGroup],
    splices: &mut Splices,
) {
    let header = place.text[tables[0].span.range()]
        .lines()
        .next()
        .unwrap_or_default();
    let header = header.find("]]").map_or(header, |end| &header[..end + 2]);
    let language = language_of(&tables[0], place.site.sources, place.language);
    for group in added {
        let lines: Vec<String> = group
            .0
            .iter()
            .map(|(field, value)| {
                let value = spelled::value(value, false, language);
                format!("{} = {value}", field.name.get(language))
            })
            .collect();
        let written = format!("{header}\n{}", lines.join("\n"));
        match at.checked_sub(1) {
            Some(before) => {
                let end = end_of(&tables[before]);
                match place.line_below(end) {
                    Some(below) => {
                        splices.insert(place.file, below, &format!("\n{written}\n"));
                    }
                    None => {
                        splices.insert(place.file, place.text.len(), &format!("\n\n{written}\n"));
                    }
                }
            }
            None => {
                let start = place.line_start(tables[0].span.range().start);
                splices.insert(place.file, start, &format!("{written}\n\n"));
            }
        }
    }
}

/// Takes groups out with their headers. The blank lines between two that go belong to both.
fn take_out(place: &RecordText<'_>, groups: &[Fields], splices: &mut Splices) {
    let mut last = 0;
    for fields in groups {
        let start = place.line_start(fields.span.range().start);
        let end = place.line_below(end_of(fields)).unwrap_or(place.text.len());
        let (start, end) = with_blank_lines(place.text, start, end);
        let start = start.max(last);
        splices.replace(Span::new(place.file, start..end.max(start)), String::new());
        last = end;
    }
}

/// Changes what differs in a group.
fn change(place: &RecordText<'_>, fields: &Fields, wanted: &FieldGroup, splices: &mut Splices) {
    let site = place.site;
    let is_inline = !place.text[fields.span.range()].starts_with("[[");
    let language = language_of(fields, site.sources, place.language);
    let now = group(fields, site);
    let last = end_of(fields);
    for (position, field) in fields.schema.iter().enumerate() {
        let of = |group: &FieldGroup| {
            let part = group.0.iter().find(|(of, _)| of.name == field.name);
            part.map(|(_, value)| value.clone())
        };
        let text = |value: &_| one_text(value, field, site.language, site.id_of);
        let (old, new) = (of(&now), of(wanted));
        if old.as_ref().map(text) == new.as_ref().map(text) {
            continue;
        }
        match (own_entry(fields, position), new) {
            (Some(entry), Some(value)) => {
                let spelled = spelled::value(&value, is_inline, language);
                splices.replace(entry.value.span, spelled);
            }
            (Some(entry), None) => {
                let (start, end) = (entry.key.range().start, entry.value.span.range().end);
                let range = if is_inline {
                    between_commas(place.text, start, end)
                } else {
                    place.line_start(start)..place.line_below(end).unwrap_or(place.text.len())
                };
                splices.replace(Span::new(place.file, range), String::new());
            }
            (None, Some(value)) => {
                let spelled = spelled::value(&value, is_inline, language);
                let written = format!("{} = {spelled}", field.name.get(language));
                if is_inline {
                    splices.insert(place.file, last, &format!(", {written}"));
                } else {
                    place.add_line_behind(last, &written, splices);
                }
            }
            (None, None) => {}
        }
    }
}
