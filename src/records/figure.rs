//! Figures.

use jiff::civil::Date;

use super::lookup::Lookup;
use super::reading::{Reading, each};
use super::record::record;
use super::record_id::{RegionId, ThemeId};
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::value::Value;
use crate::words::Text;

record! {
    /// A figure: a number with source and date. Its id is its measure, else made of its position.
    Figure, in_event, |_| Kind::Figure;
    read(reading)
    title { label: Text, }
    found {}
    shown {
        value: FigureValue = value(reading),
        unit: Option<Text>,
        measure: Option<Id>,
        source: Option<String>,
        as_of: Option<Date>,
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
    }
    linked {}
}

/// The value of a figure.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the variants say what they hold")]
pub enum FigureValue {
    Integer(i64),
    Number(f64),
    Words(String),
}

super::record::silent! { FigureValue, }

/// The figures.
pub(super) fn figures(lookup: &mut Lookup<'_>) -> Vec<Figure> {
    each(&lookup.registry.figures, lookup, Figure::read)
}

fn value(reading: &Reading<'_, '_>) -> FigureValue {
    match reading
        .fields()
        .number_or_line("value")
        .map(|value| &value.value)
    {
        Some(Value::Integer(number)) => FigureValue::Integer(*number),
        Some(Value::Number(number)) => FigureValue::Number(*number),
        Some(Value::Line(words)) => FigureValue::Words(words.clone()),
        _ => FigureValue::Words(String::new()),
    }
}
