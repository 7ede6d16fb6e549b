//! A cell as the value of its field, as the schema's shape of that field wants it.

use jiff::civil::Date;

use super::super::table::{CellValue, day_of_number};
use super::dates::{DateRead, StrokeOrder, date_of};
use super::lists::NamesOfTable;
use super::markdown_text::markdown;
use super::named_text::{id, reference, url};
use super::result::FieldValue;
use super::times::time_of;
use super::words::{is_nothing, line, pieces, visible};
use super::{codes, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::code_point;
use crate::schema::choices::{AllowedWord, TRUTH, listed};
use crate::schema::columns::chosen;
use crate::schema::value::EndTime;
use crate::schema::{Kind, Shape, example, expected, meant};
use crate::source::{is_presentable, presentable};
use crate::words::messages::{schema as schema_messages, tables as messages};
use crate::words::{Bilingual, Language, dates, phrase};

/// What reading a cell needs to know of its place.
pub(super) struct CellReader<'a> {
    pub(super) names: NamesOfTable<'a>,
    pub(super) language: Language,
    /// The likely year of a day without one.
    pub(super) year: Option<i16>,
    /// Whether texts are Markdown already: the workbook is ours.
    pub(super) is_ours: bool,
    pub(super) kind: Kind,
    pub(super) shape: Shape,
    /// The key within a group of fields.
    pub(super) part: Option<&'a str>,
    /// What stands at the head of the column.
    pub(super) header: &'a str,
    pub(super) order: Option<StrokeOrder>,
}

/// Whether a cell can hold what a shape wants.
pub fn fits_in_cell(shape: Shape) -> bool {
    !matches!(shape, Shape::Table(_) | Shape::Tables(_) | Shape::Tile)
}

impl CellReader<'_> {
    /// The value; `None` where the cell says nothing, or where what it says is added to `found` as a
    /// mistake.
    pub(super) fn read(&self, cell: &CellValue, found: &mut Vec<Diagnostic>) -> Option<FieldValue> {
        match cell {
            CellValue::NoResult => {
                found.push(Diagnostic::of_site(Code::CellWithoutResult));
                return None;
            }
            CellValue::Error(error) => {
                found.push(Diagnostic::of_site(Code::CellError).with("value", error));
                return None;
            }
            CellValue::Text(text) => control_character(text, found),
            _ => {}
        }
        let shown = cell.shown(self.language);
        let shown = presentable(&shown);
        let text = line(&shown);
        let is_word = matches!(self.shape, Shape::Choice(words) if chosen(&text, words).is_some());
        if is_nothing(&text) && !is_word {
            return None;
        }
        self.of_shape(cell, &shown, text, found)
    }

    /// `shown` is the cell as people see it, `text` the same in one line.
    fn of_shape(
        &self,
        cell: &CellValue,
        shown: &str,
        text: String,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        match self.shape {
            Shape::Line | Shape::File => Some(FieldValue::Line(text)),
            Shape::Markdown => Some(FieldValue::Markdown(self.markdown(shown))),
            Shape::Id => id(text, found),
            Shape::Date => self.date(cell, &text, found).map(FieldValue::Date),
            Shape::Time | Shape::EndTime => self.time(cell, &text, found),
            Shape::Integer(least, most) => self.integer(cell, &text, least, most, found),
            Shape::Number(least, most) => self.number(cell, &text, least, most, found),
            Shape::NumberOrLine => Some(match cell {
                CellValue::Number { value, .. } => number_value(*value),
                _ => FieldValue::Line(text),
            }),
            Shape::Bool => self.bool(cell, &text, found),
            Shape::Url => url(text, found),
            Shape::Choice(words) => self.choice(&text, words, found),
            Shape::Party => Some(FieldValue::Line(self.names.party(&text, found))),
            Shape::Parties => {
                let is_deal = self.kind == Kind::Deal;
                list(self.names.parties(shown, is_deal, found))
            }
            Shape::One(kind) => self.names.id(kind, &text, found).map(FieldValue::Line),
            Shape::Many(kind) | Shape::ManyOrInline(kind) => {
                list(self.names.ids(kind, shown, found))
            }
            Shape::Reference => reference(text, found),
            Shape::Lines | Shape::Addresses => list(pieces(shown)),
            Shape::Codes => {
                let code = codes::code(cell, self.part?, self.language, found);
                Some(FieldValue::Line(code))
            }
            Shape::Colour => self.colour(&text, found),
            Shape::Table(_) | Shape::Tables(_) | Shape::Named(_) | Shape::Tile => None,
        }
    }

    fn markdown(&self, shown: &str) -> String {
        if self.is_ours {
            visible(shown).trim().to_owned()
        } else {
            markdown(shown)
        }
    }

    fn date(&self, cell: &CellValue, text: &str, found: &mut Vec<Diagnostic>) -> Option<Date> {
        let likely = match cell {
            CellValue::Date(date) => return Some(*date),
            CellValue::DateTime(moment) => return Some(moment.date()),
            CellValue::Text(_) => match date_of(text, self.order, self.year) {
                DateRead::Day(date) => return Some(date),
                DateRead::Unclear(likely) => likely,
                DateRead::OneOfTwo(one, other) => {
                    let said = |date: Date| {
                        let of = |language| dates::day_month_year(date, language);
                        phrase(of(Language::Nl), of(Language::En))
                    };
                    found.push(
                        Diagnostic::of_site(Code::AmbiguousDate)
                            .with("value", text)
                            .with("first", said(one))
                            .with("second", said(other))
                            .with("example", one)
                            .with("other", other),
                    );
                    return None;
                }
            },
            // A day without its format is a number of some ten thousands.
            CellValue::Number { value, .. } if (20_000.0..80_000.0).contains(value) => {
                day_of_number(*value)
            }
            _ => None,
        };
        found.push(
            Diagnostic::of_site(Code::BadDate)
                .with("value", text)
                .suggest(likely),
        );
        None
    }

    fn time(
        &self,
        cell: &CellValue,
        text: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        let read = match cell {
            CellValue::Time(time) => Some(EndTime::At(*time)),
            CellValue::DateTime(moment) => Some(EndTime::At(moment.time())),
            CellValue::EndOfDay => Some(EndTime::Midnight),
            CellValue::Text(_) => time_of(text),
            _ => None,
        };
        match read {
            Some(EndTime::At(time)) => return Some(FieldValue::Time(time)),
            Some(EndTime::Midnight) if self.shape == Shape::EndTime => {
                return Some(FieldValue::Line("24:00".to_owned()));
            }
            _ => {}
        }
        let way = match read {
            Some(EndTime::Midnight) => schema_messages::BEGIN_ON_NEXT_DAY,
            _ => schema_messages::WRITE_TIME,
        };
        let likely = match cell {
            CellValue::Number { value, .. } => time_of(&format!("{value:.2}")),
            _ => None,
        };
        let likely = likely.and_then(|time| match time {
            EndTime::At(time) => Some(time.strftime("%H:%M").to_string()),
            EndTime::Midnight => None,
        });
        found.push(
            Diagnostic::of_site(Code::BadTime)
                .with("value", text)
                .with("way", way)
                .suggest(likely),
        );
        None
    }

    fn integer(
        &self,
        cell: &CellValue,
        text: &str,
        least: i64,
        most: i64,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        let value = match cell {
            CellValue::Number { value, .. } if value.fract() == 0.0 => {
                numbers::whole(&format!("{value:.0}"))
            }
            CellValue::Text(_) => numbers::whole(text),
            _ => None,
        };
        match value {
            Some(value) if (least..=most).contains(&value) => {
                return Some(FieldValue::Integer(value));
            }
            Some(_) => found.push(self.out_of_range(text, &least, &most)),
            None => found.push(self.wrong(found_in(cell))),
        }
        None
    }

    fn number(
        &self,
        cell: &CellValue,
        text: &str,
        least: i32,
        most: i32,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        let value = match cell {
            CellValue::Number { value, .. } => Some(*value),
            CellValue::Text(_) => numbers::number(text),
            _ => None,
        };
        match value {
            Some(value) if (f64::from(least)..=f64::from(most)).contains(&value) => {
                return Some(number_value(value));
            }
            Some(_) => found.push(self.out_of_range(text, &least, &most)),
            None => found.push(self.wrong(found_in(cell))),
        }
        None
    }

    fn out_of_range(&self, text: &str, least: &dyn ToString, most: &dyn ToString) -> Diagnostic {
        Diagnostic::of_site(Code::OutOfRange)
            .with("value", text)
            .with("key", self.header)
            .with("least", least.to_string())
            .with("most", most.to_string())
    }

    /// Says that a cell holds something else than its field.
    fn wrong(&self, stands: Bilingual) -> Diagnostic {
        Diagnostic::of_site(Code::WrongType)
            .with("key", self.header)
            .with("expected", expected(self.shape))
            .with("found", stands)
            .with("place", schema_messages::HERE)
            .with("example", example(self.shape, self.language))
    }

    /// Yes or no: a word for it, a mark, or 1 and 0.
    fn bool(
        &self,
        cell: &CellValue,
        text: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        let value = match cell {
            CellValue::Bool(value) => Some(*value),
            CellValue::Number { value, .. } if *value == 0.0 => Some(false),
            CellValue::Number { value, .. } if *value - 1.0 == 0.0 => Some(true),
            _ if matches!(text, "x" | "X" | "✓" | "✔" | "v" | "V") => Some(true),
            _ => chosen(text, TRUTH).map(|position| position == 0),
        };
        if value.is_none() {
            found.push(self.wrong(found_in(cell)));
        }
        value.map(FieldValue::Bool)
    }

    fn choice(
        &self,
        text: &str,
        words: &'static [AllowedWord],
        found: &mut Vec<Diagnostic>,
    ) -> Option<FieldValue> {
        if let Some(position) = chosen(text, words) {
            let word = words[position].word.get(self.language);
            return Some(FieldValue::Line(word.to_owned()));
        }
        let meant = meant(text, || words.iter().map(AllowedWord::names), self.language);
        found.push(
            Diagnostic::of_site(Code::UnknownValue)
                .with("value", text)
                .with("key", self.header)
                .with("known", listed(words, self.language))
                .suggest(meant),
        );
        None
    }

    fn colour(&self, text: &str, found: &mut Vec<Diagnostic>) -> Option<FieldValue> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some(FieldValue::Line(text.to_ascii_lowercase()));
        }
        found.push(self.wrong(messages::FOUND_TEXT));
        None
    }
}

fn number_value(value: f64) -> FieldValue {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole, and within what a number of this kind holds exactly"
    )]
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return FieldValue::Integer(value as i64);
    }
    FieldValue::Number(value)
}

fn list(items: Vec<String>) -> Option<FieldValue> {
    (!items.is_empty()).then_some(FieldValue::List(items))
}

/// What stands in a cell, in words.
fn found_in(cell: &CellValue) -> Bilingual {
    match cell {
        CellValue::Number { .. } | CellValue::Percent { .. } => messages::FOUND_NUMBER,
        CellValue::Date(_) | CellValue::DateTime(_) => messages::FOUND_DATE,
        CellValue::Time(_) | CellValue::EndOfDay => messages::FOUND_TIME,
        _ => messages::FOUND_TEXT,
    }
}

/// Says of a text that it holds a sign that no page can.
pub(super) fn control_character(text: &str, found: &mut Vec<Diagnostic>) {
    let is_control = |character: &char| !is_presentable(*character) && !character.is_whitespace();
    if let Some(character) = text.chars().find(is_control) {
        found.push(Diagnostic::of_site(Code::ControlCharacter).with("code", code_point(character)));
    }
}
