//! Dates and times as readers see them: in full, in plain words, in both languages.
//!
//! Dates go in as jiff's civil types, text comes out. No clock and no time zone is read here: a
//! civil date is what the writer wrote.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{Bilingual, Language, both};

/// "dinsdag 30 oktober 2018", "Tuesday 30 October 2018".
pub fn long(date: Date, language: Language) -> String {
    format!(
        "{} {}",
        weekday(date.weekday(), language),
        day_month_year(date, language)
    )
}

/// "30 oktober 2018", "30 October 2018".
pub fn day_month_year(date: Date, language: Language) -> String {
    format!("{} {}", date.day(), month_year(date, language))
}

/// "dinsdag 30 oktober", "Tuesday 30 October".
pub fn long_without_year(date: Date, language: Language) -> String {
    format!(
        "{} {} {}",
        weekday(date.weekday(), language),
        date.day(),
        month(date.month(), language)
    )
}

/// "30-10-2018", "2018-10-30": as people type a day in a table.
pub(crate) fn in_numbers(date: Date, language: Language) -> String {
    match language {
        Language::Nl => format!("{}-{}-{}", date.day(), date.month(), year(date.year())),
        Language::En => date.to_string(),
    }
}

/// A year in four digits, as in every address and name: "2018", "0024".
pub fn year(year: i16) -> String {
    format!("{year:04}")
}

/// "oktober 2018", "October 2018".
pub fn month_year(date: Date, language: Language) -> String {
    format!("{} {}", month(date.month(), language), year(date.year()))
}

/// The days from `start` up to and including `end`, as short as stays clear: one day in full, two
/// days that follow each other by name ("dinsdag 30 en woensdag 31 oktober 2018"), more as "van 30
/// oktober tot en met 2 november 2018".
///
/// An end before the start has been blamed elsewhere; here only the start is told.
pub fn range(start: Date, end: Date, language: Language) -> String {
    if end <= start {
        return long(start, language);
    }
    let same_year = start.year() == end.year();
    let same_month = same_year && start.month() == end.month();
    let first_day = if same_month {
        start.day().to_string()
    } else if same_year {
        format!("{} {}", start.day(), month(start.month(), language))
    } else {
        day_month_year(start, language)
    };
    if start.tomorrow().is_ok_and(|next| next == end) {
        let and = both("en", "and").get(language);
        return format!(
            "{} {first_day} {and} {}",
            weekday(start.weekday(), language),
            long(end, language)
        );
    }
    let (from, to) = (
        both("van", "from").get(language),
        both("tot en met", "to").get(language),
    );
    format!("{from} {first_day} {to} {}", day_month_year(end, language))
}

/// "13.30 uur", "13:30". Both languages count to twenty-four.
pub fn time(time: Time, language: Language) -> String {
    with_unit(clock(time, language), language)
}

/// The hours of something that starts on a day: "13.30 uur", or "13.30–14.15 uur" where its end is
/// on record. An end past midnight is told by its time alone ("22.30–1.00 uur"), midnight itself as
/// the end of the day ("22.30–24.00 uur").
pub fn hours(start: DateTime, end: Option<DateTime>, language: Language) -> String {
    let Some(end) = end else {
        return time(start.time(), language);
    };
    let is_end_of_day = end.time() == Time::midnight() && start < end;
    let end = if is_end_of_day {
        both("24.00", "24:00").get(language).to_owned()
    } else {
        clock(end.time(), language)
    };
    with_unit(format!("{}–{end}", clock(start.time(), language)), language)
}

/// The name of a weekday as it stands in a sentence.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs()) % 7].get(language)
}

/// The name of a month, 1 to 12, as it stands in a sentence.
pub fn month(month: i8, language: Language) -> &'static str {
    MONTHS[usize::from((month - 1).unsigned_abs()) % 12].get(language)
}

fn clock(time: Time, language: Language) -> String {
    let sign = both(".", ":").get(language);
    format!("{}{sign}{:02}", time.hour(), time.minute())
}

fn with_unit(mut clock: String, language: Language) -> String {
    clock.push_str(both(" uur", "").get(language));
    clock
}

const WEEKDAYS: [Bilingual; 7] = [
    both("maandag", "Monday"),
    both("dinsdag", "Tuesday"),
    both("woensdag", "Wednesday"),
    both("donderdag", "Thursday"),
    both("vrijdag", "Friday"),
    both("zaterdag", "Saturday"),
    both("zondag", "Sunday"),
];

/// The months, from January.
pub(crate) const MONTHS: [Bilingual; 12] = [
    both("januari", "January"),
    both("februari", "February"),
    both("maart", "March"),
    both("april", "April"),
    both("mei", "May"),
    both("juni", "June"),
    both("juli", "July"),
    both("augustus", "August"),
    both("september", "September"),
    both("oktober", "October"),
    both("november", "November"),
    both("december", "December"),
];

/// Whether a text is the name of a day of the week in either language, or its first letters: two or
/// more.
pub(crate) fn is_weekday(text: &str) -> bool {
    let text = text.to_lowercase();
    let is_meant = |name: &str| name.to_lowercase().starts_with(&text);
    let is_long = text.len() >= 2;
    is_long
        && WEEKDAYS
            .iter()
            .any(|name| is_meant(name.nl) || is_meant(name.en))
}

/// The month, from 1, that is meant by the first letters of its name in either language: three or
/// more.
pub fn month_named(text: &str) -> Option<i8> {
    let text = text.to_lowercase();
    let is_meant = |name: &str| name.to_lowercase().starts_with(&text);
    let position = MONTHS
        .iter()
        .position(|name| text.len() >= 3 && (is_meant(name.nl) || is_meant(name.en)))?;
    i8::try_from(position + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time as clock_time};

    use super::{day_month_year, hours, long, long_without_year, month_year, range, time};
    use crate::words::Language::{En, Nl};

    #[test]
    fn a_date_is_told_in_full() {
        let day = date(2018, 10, 30);
        assert_eq!(long(day, Nl), "dinsdag 30 oktober 2018");
        assert_eq!(long(day, En), "Tuesday 30 October 2018");
        assert_eq!(day_month_year(day, Nl), "30 oktober 2018");
        assert_eq!(month_year(day, En), "October 2018");
        assert_eq!(long(date(2023, 1, 1), Nl), "zondag 1 januari 2023");
        assert_eq!(long(date(24, 3, 20), Nl), "woensdag 20 maart 0024");
        assert_eq!(long_without_year(day, En), "Tuesday 30 October");
    }

    #[test]
    fn a_range_repeats_nothing() {
        let day = date(2018, 10, 30);
        assert_eq!(range(day, day, Nl), "dinsdag 30 oktober 2018");
        assert_eq!(
            range(day, date(2018, 10, 31), Nl),
            "dinsdag 30 en woensdag 31 oktober 2018"
        );
        assert_eq!(
            range(day, date(2018, 10, 31), En),
            "Tuesday 30 and Wednesday 31 October 2018"
        );
        assert_eq!(
            range(date(2018, 10, 31), date(2018, 11, 1), Nl),
            "woensdag 31 oktober en donderdag 1 november 2018"
        );
        assert_eq!(
            range(date(2018, 12, 31), date(2019, 1, 1), Nl),
            "maandag 31 december 2018 en dinsdag 1 januari 2019"
        );
        assert_eq!(
            range(day, date(2018, 11, 2), Nl),
            "van 30 oktober tot en met 2 november 2018"
        );
        assert_eq!(
            range(date(2018, 10, 12), date(2018, 10, 14), Nl),
            "van 12 tot en met 14 oktober 2018"
        );
        assert_eq!(
            range(date(2018, 10, 12), date(2018, 10, 14), En),
            "from 12 to 14 October 2018"
        );
        assert_eq!(
            range(date(2018, 12, 12), date(2019, 1, 4), Nl),
            "van 12 december 2018 tot en met 4 januari 2019"
        );
        assert_eq!(range(day, date(2018, 10, 1), Nl), "dinsdag 30 oktober 2018");
        assert_eq!(
            range(jiff::civil::Date::MAX, jiff::civil::Date::MAX, Nl),
            "vrijdag 31 december 9999"
        );
    }

    #[test]
    fn times_follow_the_language() {
        let start = date(2018, 10, 30).at(13, 30, 0, 0);
        assert_eq!(time(start.time(), Nl), "13.30 uur");
        assert_eq!(time(start.time(), En), "13:30");
        assert_eq!(time(clock_time(9, 5, 0, 0), Nl), "9.05 uur");
        for (end, nl, en) in [
            (None, "13.30 uur", "13:30"),
            (
                Some(date(2018, 10, 30).at(14, 15, 0, 0)),
                "13.30–14.15 uur",
                "13:30–14:15",
            ),
            (
                Some(date(2018, 10, 31).at(0, 0, 0, 0)),
                "13.30–24.00 uur",
                "13:30–24:00",
            ),
            (
                Some(date(2018, 10, 31).at(1, 0, 0, 0)),
                "13.30–1.00 uur",
                "13:30–1:00",
            ),
        ] {
            assert_eq!(hours(start, end, Nl), nl);
            assert_eq!(hours(start, end, En), en);
        }
    }
}
