//! What a cell holds, whichever program wrote it.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime, Time};

use crate::words::{Language, dates};

/// What a cell holds. An empty cell is none.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// A text, with `\n` between its lines, in composed Unicode and otherwise as it stands.
    Text(String),
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// With how many digits it is shown at least, zeros before it: `0123` has four.
        digits: u8,
    },
    /// A part of the whole: 0.35 is shown as `35%`.
    Percent {
        /// The part, where the whole is 1.
        value: f64,
        /// How many decimals of the percentage are shown.
        decimals: u8,
    },
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// The midnight that a day ends with: `24:00`.
    EndOfDay,
    /// A day and a time of it.
    DateTime(DateTime),
    /// True or false.
    Bool(bool),
    /// What a spreadsheet shows where it cannot calculate: `#N/A`.
    Error(String),
    /// A formula without its result: the program that wrote the file did not calculate.
    NoResult,
}

impl CellValue {
    /// The cell as people see it, in their language: `1250,5`, `35,0%`, `12-11-2025`.
    pub fn shown(&self, language: Language) -> String {
        let point = |number: String| match language {
            Language::Nl => number.replace('.', ","),
            Language::En => number,
        };
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number { value, digits } => point(number(*value, *digits)),
            Self::Percent { value, decimals } => {
                let mut shown = String::new();
                let decimals = usize::from(*decimals);
                let _ = write!(shown, "{:.decimals$}", value * 100.0);
                format!("{}%", point(shown))
            }
            Self::Date(date) => dates::in_numbers(*date, language),
            Self::Time(time) => clock(*time),
            Self::EndOfDay => "24:00".to_owned(),
            Self::DateTime(moment) => {
                format!(
                    "{} {}",
                    dates::in_numbers(moment.date(), language),
                    clock(moment.time())
                )
            }
            Self::Bool(value) => {
                let word = &crate::schema::choices::TRUTH[usize::from(!*value)];
                word.word.get(language).to_owned()
            }
            Self::NoResult => "=…".to_owned(),
        }
    }
}

/// A number in digits, with a point before its decimals and without more of them than it has.
pub(in crate::intake) fn number(value: f64, digits: u8) -> String {
    let most = 1e15;
    if value.fract() == 0.0 && value.abs() < most {
        return format!("{value:0width$.0}", width = usize::from(digits));
    }
    // What a calculation leaves behind the fifteenth digit is no part of the number.
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
