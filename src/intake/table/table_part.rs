//! Ranges of cells that people named or filter by, made one column wider (ECMA-376 part 1, sections
//! 18.3.1.2 and 18.5.1.2).

use std::fmt::Write as _;
use std::ops::Range;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::sheet::Merged;
use super::sheet_part::merged;
use crate::diagnostic::column_letters;
use crate::encode::html_value;
use crate::intake::xml_events::attribute;

/// The range that an attribute `ref` in a tag says, with where it stands in the tag.
fn range_in(tag: &str) -> Option<(Range<usize>, Merged)> {
    const REF: &str = " ref=\"";
    let start = tag.find(REF)? + REF.len();
    let end = start + tag[start..].find('"')?;
    let written = &tag[start..end];
    let whole = if written.contains(':') {
        merged(written)?
    } else {
        merged(&format!("{written}:{written}"))?
    };
    Some((start..end, whole))
}

fn written(range: &Merged) -> String {
    format!(
        "{}{}:{}{}",
        column_letters(*range.columns.start()),
        range.rows.start(),
        column_letters(*range.columns.end()),
        range.rows.end()
    )
}

/// A tag whose range ends before a column, with that column in it; `always` also where there are
/// columns between. None where it stays.
pub(super) fn wider_tag(tag: &str, column: u32, always: bool) -> Option<String> {
    let (place, range) = range_in(tag)?;
    let end = *range.columns.end();
    let is_beside = end + 1 == column;
    if end >= column || !(always || is_beside) {
        return None;
    }
    let wider = Merged {
        columns: *range.columns.start()..=column,
        rows: range.rows,
    };
    Some(format!(
        "{}{}{}",
        &tag[..place.start],
        written(&wider),
        &tag[place.end..]
    ))
}

/// The last column of a table that begins with this row.
pub(super) fn last_column(table: &str, header_row: u32) -> Option<u32> {
    let (_, range) = range_in(table)?;
    (*range.rows.start() == header_row).then_some(*range.columns.end())
}

/// A table that begins with this row and ends before a column, with that column in it.
pub(super) fn widened(table: &str, header_row: u32, column: u32, head: &str) -> Option<String> {
    last_column(table, header_row).filter(|last| last + 1 == column)?;
    let mut reader = Reader::from_str(table);
    let mut wider = String::with_capacity(table.len() + 128);
    let mut last_id = 0;
    loop {
        let start = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        let tag = &table[start..end];
        match event {
            Event::Start(element) | Event::Empty(element) => {
                match element.local_name().as_ref() {
                    "table" | "autoFilter" => {
                        let of_tag = wider_tag(tag, column, false);
                        wider.push_str(of_tag.as_deref().unwrap_or(tag));
                        continue;
                    }
                    "tableColumns" => {
                        let count = attribute(&element, "count").unwrap_or_default();
                        let more = count.parse::<u32>().ok()? + 1;
                        let old = format!("count=\"{count}\"");
                        wider.push_str(&tag.replace(&old, &format!("count=\"{more}\"")));
                        continue;
                    }
                    "tableColumn" => {
                        let id = attribute(&element, "id").and_then(|id| id.parse::<u32>().ok());
                        last_id = last_id.max(id?);
                    }
                    _ => {}
                }
                wider.push_str(tag);
            }
            Event::End(element) if element.local_name().as_ref() == "tableColumns" => {
                let name = element.name();
                let prefix = name
                    .prefix()
                    .map_or_else(String::new, |prefix| format!("{}:", prefix.into_inner()));
                let _ = write!(
                    wider,
                    "<{prefix}tableColumn id=\"{}\" name=\"{}\"/>{tag}",
                    last_id + 1,
                    html_value(head)
                );
            }
            Event::Eof => return Some(wider),
            _ => wider.push_str(tag),
        }
    }
}
