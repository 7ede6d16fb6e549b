//! A value of a field as the cell that reads back as the same value.

use jiff::civil::date;
use unicode_normalization::is_nfc;

use super::request::WorkbookRequest;
use crate::edit::proposal::{HeldField, ValueHash};
use crate::intake::rows::{NameFound, said};
use crate::intake::table::CellValue;
use crate::schema::choices::TRUTH;
use crate::schema::wanted::FieldValue;
use crate::schema::{Kind, Shape};
use crate::source::is_presentable;

/// The most a cell of Excel holds, in units of UTF-16.
const LONGEST: usize = 32_767;

/// The largest whole number that a cell holds exactly.
const LARGEST: i64 = 1 << 53;

/// The cell of a field: with names where they are found again, else with ids; none where neither
/// reads back as what the field holds.
pub(super) fn cell(
    kind: Kind,
    held: &HeldField,
    request: &WorkbookRequest<'_>,
) -> Option<CellValue> {
    let is_same = |cell: &CellValue| {
        let Some(value) = said(cell, kind, &held.key, request.known) else {
            return false;
        };
        let site = request.site;
        let field = held.key.field(kind);
        ValueHash::of(&value, field, site.language, site.id_of) == held.hash
    };
    let shape = held.key.field(kind).shape;
    let named = |item: &str| named(item, shape, request).unwrap_or_else(|| item.to_owned());
    let cells = [
        as_cell(&held.value, &named, request),
        as_cell(&held.value, &str::to_owned, request),
    ];
    cells
        .into_iter()
        .find(|cell| is_kept(cell) && is_same(cell))
}

/// The name of what a word names.
fn named(word: &str, shape: Shape, request: &WorkbookRequest<'_>) -> Option<String> {
    let kinds: &[Kind] = match &shape {
        Shape::Many(kind) | Shape::ManyOrInline(kind) | Shape::One(kind) => {
            std::slice::from_ref(kind)
        }
        Shape::Party | Shape::Parties => &[Kind::Organisation, Kind::Person],
        _ => &[],
    };
    kinds
        .iter()
        .find_map(|kind| match request.known.find(*kind, word) {
            NameFound::One(record) => Some(request.known.word_for(record).to_owned()),
            _ => None,
        })
}

fn as_cell(
    value: &FieldValue,
    word: &dyn Fn(&str) -> String,
    request: &WorkbookRequest<'_>,
) -> CellValue {
    let text = CellValue::Text;
    match value {
        FieldValue::Line(line) => text(word(line)),
        FieldValue::Markdown(markdown) => text(markdown.trim().to_owned()),
        FieldValue::List(items) => {
            let items: Vec<String> = items.iter().map(|item| word(item)).collect();
            text(items.join("; "))
        }
        // Excel counts from here on without a day too many.
        FieldValue::Date(day) if *day < date(1900, 3, 1) => text(day.to_string()),
        FieldValue::Date(day) => CellValue::Date(*day),
        FieldValue::Time(time) => CellValue::Time(*time),
        FieldValue::Integer(number) if number.abs() > LARGEST => text(number.to_string()),
        #[expect(clippy::cast_precision_loss, reason = "a cell holds it exactly")]
        FieldValue::Integer(number) => CellValue::Number {
            value: *number as f64,
            digits: 0,
        },
        FieldValue::Number(number) => CellValue::Number {
            value: *number,
            digits: 0,
        },
        FieldValue::Bool(truth) => {
            let word = &TRUTH[usize::from(!*truth)];
            text(word.word.get(request.site.language).to_owned())
        }
        // No cell says these, so none reads back as they are.
        FieldValue::Tile(..) | FieldValue::Groups(_) => text(String::new()),
    }
}

/// Whether a cell comes out of a workbook as it went in.
fn is_kept(cell: &CellValue) -> bool {
    let CellValue::Text(text) = cell else {
        return true;
    };
    let is_written = |character: char| is_presentable(character) && character != '\r';
    text.chars().all(is_written)
        && is_nfc(text)
        && text.encode_utf16().take(LONGEST + 1).count() <= LONGEST
}
