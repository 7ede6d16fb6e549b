//! A time zone as calendars want it: every change of the clock in the years at hand, spelled out
//! (RFC 5545, section 3.6.5).
//!
//! A zone's name alone means nothing to a calendar (RFC 5545 has no list of them), so the file that
//! names one must define it. Changes are listed one by one rather than as a rule of repetition:
//! rules change, and what was is known.

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// The lines of a `VTIMEZONE` that holds from the start of the first year to the end of the last.
pub(super) fn lines(name: &str, zone: &TimeZone, years: (i16, i16)) -> Vec<String> {
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
    let from = start_of(years.0);
    let until = start_of(years.1.saturating_add(1));
    // What holds when the first year begins started with the change before it.
    let before = zone.preceding(from).next().map(|change| change.timestamp());
    match before {
        Some(change) => observance(&mut lines, zone, change),
        None => {
            // From then on, or before the first moment that is told of.
            let offset = zone.to_offset(from);
            let start = format!("{:04}0101T000000", years.0.min(1970));
            standard(&mut lines, "STANDARD", &start, offset, offset, name);
        }
    }
    for change in zone
        .following(from)
        .take_while(|change| change.timestamp() < until)
    {
        observance(&mut lines, zone, change.timestamp());
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// One change of the clock: it is written in the local time that holds before it.
fn observance(lines: &mut Vec<String>, zone: &TimeZone, change: Timestamp) {
    let from = change.checked_sub(1.second()).map_or_else(
        |_| zone.to_offset(change),
        |earlier| zone.to_offset(earlier),
    );
    let info = zone.to_offset_info(change);
    let kind = if info.dst().is_dst() {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    let start = from
        .to_datetime(change)
        .strftime("%Y%m%dT%H%M%S")
        .to_string();
    standard(
        lines,
        kind,
        &start,
        from,
        info.offset(),
        info.abbreviation(),
    );
}

fn standard(
    lines: &mut Vec<String>,
    kind: &str,
    start: &str,
    from: Offset,
    to: Offset,
    name: &str,
) {
    lines.extend([
        format!("BEGIN:{kind}"),
        format!("DTSTART:{start}"),
        format!("TZOFFSETFROM:{}", offset_text(from)),
        format!("TZOFFSETTO:{}", offset_text(to)),
        format!("TZNAME:{name}"),
        format!("END:{kind}"),
    ]);
}

/// `+0100`; with seconds where a zone of long ago had them (RFC 5545, section 3.3.14).
fn offset_text(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}

fn start_of(year: i16) -> Timestamp {
    jiff::civil::Date::new(year.clamp(-9998, 9998), 1, 1)
        .ok()
        .and_then(|date| date.to_zoned_datetime(TimeZone::UTC).ok())
        .map_or(Timestamp::UNIX_EPOCH, |moment| moment.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_amsterdam_has_the_summer_time_of_that_year() {
        let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is known");
        assert_eq!(
            lines("Europe/Amsterdam", &zone, (2018, 2018)).join("\n"),
            "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\n\
             BEGIN:STANDARD\nDTSTART:20171029T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nEND:STANDARD\n\
             BEGIN:DAYLIGHT\nDTSTART:20180325T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nDTSTART:20181028T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nEND:STANDARD\n\
             END:VTIMEZONE"
        );
    }

    #[test]
    fn a_zone_without_changes_has_one_line_of_time() {
        let zone = TimeZone::fixed(jiff::tz::offset(-5));
        assert_eq!(
            lines("Etc/GMT+5", &zone, (2024, 2025)).join("\n"),
            "BEGIN:VTIMEZONE\nTZID:Etc/GMT+5\n\
             BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0500\nTZNAME:Etc/GMT+5\nEND:STANDARD\nEND:VTIMEZONE"
        );
    }
}
