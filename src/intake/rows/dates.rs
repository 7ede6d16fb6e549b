//! Days as people type them in tables. What could be two days is asked, never guessed.

use jiff::civil::Date;

use crate::words::dates::{is_weekday, month_named};

/// Which of two numbers between strokes is the day: `11/12/2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StrokeOrder {
    /// The first, as in Dutch.
    DayFirst,
    /// The second, as in the United States.
    MonthFirst,
}

/// What a text says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateRead {
    /// A day.
    Day(Date),
    /// One of two days: by the day first, and by the month first.
    OneOfTwo(Date, Date),
    /// No day that can be told; the one that is likely meant.
    Unclear(Option<Date>),
}

/// The order that some cell of a column shows by a number that no month has; `None` where none does,
/// or where they differ.
pub(super) fn stroke_order<'a>(cells: impl Iterator<Item = &'a str>) -> Option<StrokeOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells.filter(|cell| cell.contains('/')) {
        if let [first, second, third] = parts(cell).as_slice()
            && let (Some(first), Some(second), 4) = (number(first), number(second), third.len())
        {
            day_first |= first > 12;
            month_first |= second > 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(StrokeOrder::DayFirst),
        (false, true) => Some(StrokeOrder::MonthFirst),
        _ => None,
    }
}

/// What a text says of a day, in a column of this order. `year` is the likely one where the text has
/// none.
pub(super) fn date_of(text: &str, order: Option<StrokeOrder>, year: Option<i16>) -> DateRead {
    let parts = parts(text);
    let unclear = |day: &str, month: &str, year: Option<i16>| {
        let date = year.and_then(|year| day_of(day, month, year));
        DateRead::Unclear(date)
    };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && number(month).is_some() => {
            let year = number(year);
            year.and_then(|year| day_of(day, month, year))
                .map_or(DateRead::Unclear(None), DateRead::Day)
        }
        [month, day, year] if month_named(month).is_some() => of_parts(day, month, year),
        [day, month, year] if year.len() == 4 && text.contains('/') => {
            let Some(year) = number(year) else {
                return DateRead::Unclear(None);
            };
            let by_day = day_of(day, month, year);
            let by_month = day_of(month, day, year);
            match (by_day, by_month, order) {
                (Some(one), Some(other), None) if one != other => DateRead::OneOfTwo(one, other),
                (_, Some(date), Some(StrokeOrder::MonthFirst))
                | (Some(date), ..)
                | (None, Some(date), _) => DateRead::Day(date),
                (None, None, _) => DateRead::Unclear(None),
            }
        }
        [day, month, year] => of_parts(day, month, year),
        [month, day] if month_named(month).is_some() => unclear(day, month, year),
        [day, month] => unclear(day, month, year),
        _ => DateRead::Unclear(None),
    }
}

fn of_parts(day: &str, month: &str, year: &str) -> DateRead {
    let date = |year| day_of(day, month, year);
    match (year.len(), number(year)) {
        (4, Some(year)) => date(year).map_or(DateRead::Unclear(None), DateRead::Day),
        // A century is not ours to add.
        (2, Some(year)) => DateRead::Unclear(date(2000 + year)),
        _ => DateRead::Unclear(None),
    }
}

/// The numbers and words of a text, without a day of the week before it and a time behind it.
fn parts(text: &str) -> Vec<&str> {
    let text = match text.trim().rsplit_once([' ', 'T']) {
        Some((before, time)) if time.contains(':') => before,
        _ => text,
    };
    let mut parts: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(5)
        .collect();
    if parts.len() > 2 && is_weekday(parts[0]) {
        parts.remove(0);
    }
    parts
}

fn number(part: &str) -> Option<i16> {
    let is_number = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_number)
}

fn day_of(day: &str, month: &str, year: i16) -> Option<Date> {
    let month = match number(month) {
        Some(month) => i8::try_from(month).ok()?,
        None => month_named(month)?,
    };
    Date::new(year, month, i8::try_from(number(day)?).ok()?)
        .ok()
        .filter(|date| date.year() > 1000)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{DateRead, StrokeOrder, date_of, stroke_order};

    #[test]
    fn days_are_read_as_people_type_them() {
        let day = DateRead::Day(date(2025, 11, 12));
        for text in [
            "2025-11-12",
            "12-11-2025",
            "12.11.2025",
            "12 november 2025",
            "wo 12 nov. 2025",
            "woensdag 12 november 2025",
            "November 12, 2025",
            "12-11-2025 09:15",
            "2025-11-12T00:00:00",
            "2025/11/12",
        ] {
            assert_eq!(date_of(text, None, None), day, "{text}");
        }
        let likely = DateRead::Unclear(Some(date(2025, 11, 12)));
        for text in [
            "12 nov",
            "12-11",
            "12/11",
            "12-11-25",
            "nov 12",
            "wo 12 nov",
        ] {
            assert_eq!(date_of(text, None, Some(2025)), likely, "{text}");
        }
        for text in [
            "",
            "binnenkort",
            "31-2-2025",
            "2025",
            "najaar 2025",
            "1-2-3-4",
            "45973",
            "0-0-0",
        ] {
            assert_eq!(
                date_of(text, None, Some(2025)),
                DateRead::Unclear(None),
                "{text}"
            );
        }
    }

    #[test]
    fn what_could_be_two_days_is_told_by_its_column() {
        let (by_day, by_month) = (date(2025, 12, 11), date(2025, 11, 12));
        let of = |order| date_of("11/12/2025", order, None);
        assert_eq!(of(None), DateRead::OneOfTwo(by_day, by_month));
        assert_eq!(of(Some(StrokeOrder::DayFirst)), DateRead::Day(by_day));
        assert_eq!(of(Some(StrokeOrder::MonthFirst)), DateRead::Day(by_month));
        assert_eq!(
            date_of("11/11/2025", None, None),
            DateRead::Day(date(2025, 11, 11))
        );
        assert_eq!(
            date_of("30/11/2025", None, None),
            DateRead::Day(date(2025, 11, 30))
        );
        let order = |cells: &[&'static str]| stroke_order(cells.iter().copied());
        assert_eq!(
            order(&["11/12/2025", "30/11/2025"]),
            Some(StrokeOrder::DayFirst)
        );
        assert_eq!(
            order(&["11/12/2025", "11/30/2025"]),
            Some(StrokeOrder::MonthFirst)
        );
        assert_eq!(order(&["30/11/2025", "11/30/2025"]), None);
        assert_eq!(order(&["11/12/2025"]), None);
    }
}
