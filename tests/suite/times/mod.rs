//! When things are: sessions past midnight, the end of an event, days in calendars, years and
//! offsets of long ago. What pages, calendars, feeds and linked data say of one programme is
//! compared whole.

mod night;

use serde_json::Value;

use crate::harness::Site;
use crate::program::{lines_of_json, oogst, run};

const EVENT: &str = "bijeenkomsten/2025-techniekavond/";
const PROGRAMME: &str = "content/events/2025-techniekavond/programma.toml";

/// The small site with a programme.
fn with_programme(sessions: &str) -> Site {
    let mut site = Site::from("klein");
    site.write(PROGRAMME, sessions);
    site
}

/// What a built site says of the hours of its event.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    /// The days of the event, in words.
    days: String,
    /// The hours of each session on the page of the event.
    sessions: Vec<String>,
    /// The start and end in the calendar.
    calendar: Vec<String>,
    /// The lines of the calendar's description between the summary and the address.
    described: Vec<String>,
    /// Start and end in the linked data: of the event, then of each session.
    linked: Vec<String>,
}

impl Said {
    fn of(site: &Site) -> Self {
        let output = site.output();
        let page = output.text(&format!("{EVENT}index.html"));
        let lines = unfolded(output.text(&format!("{EVENT}agenda.ics")));
        let entry = lines.iter().skip_while(|line| *line != "BEGIN:VEVENT");
        let entry: Vec<&String> = entry.collect();
        let description = entry
            .iter()
            .find_map(|line| line.strip_prefix("DESCRIPTION:"))
            .expect("an entry is described");
        let described: Vec<String> = description
            .replace("\\,", ",")
            .replace("\\;", ";")
            .split("\\n")
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        Self {
            days: between(page, "<time datetime=\"", "</time>")[0]
                .split_once('>')
                .map(|(_, days)| days.to_owned())
                .expect("the day stands in its element"),
            sessions: between(page, "<p class=\"session-time\">", "</p>"),
            calendar: entry
                .iter()
                .filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND"))
                .map(|line| (*line).clone())
                .collect(),
            described: described[1..described.len() - 1].to_vec(),
            linked: linked(page),
        }
    }
}

/// The lines of a calendar, each whole (RFC 5545, section 3.1).
fn unfolded(calendar: &str) -> Vec<String> {
    let whole = calendar.replace("\r\n ", "");
    whole.split_terminator("\r\n").map(str::to_owned).collect()
}

/// Every text between two others.
fn between(text: &str, before: &str, after: &str) -> Vec<String> {
    let parts = text.split(before).skip(1);
    parts
        .map(|part| part.split(after).next().unwrap_or_default().to_owned())
        .collect()
}

/// The start and end of the event and of its sessions, as linked data tells them.
fn linked(page: &str) -> Vec<String> {
    let data = between(page, "<script type=\"application/ld+json\">", "</script>");
    let data: Value = serde_json::from_str(&data[0]).expect("linked data is JSON");
    let things = match data.get("@graph") {
        Some(Value::Array(things)) => things.clone(),
        _ => vec![data],
    };
    let event = things
        .iter()
        .find(|thing| thing["@type"] == "Event")
        .expect("the page is about an event");
    let told = |thing: &Value| {
        let text = |name: &str| thing[name].as_str().unwrap_or("–").to_owned();
        format!("{} {}", text("startDate"), text("endDate"))
    };
    let sessions = event["subEvent"].as_array().cloned().unwrap_or_default();
    [event.clone()].iter().chain(&sessions).map(told).collect()
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_session_past_midnight_ends_on_the_next_day_and_the_event_does_not() {
    let mut site = with_programme(
        "[[sessie]]\ntitel = \"Film\"\nbegin = \"21.00\"\neinde = \"24.00\"\n\
         [[sessie]]\ntitel = \"Nacht\"\nbegin = 22:30\neinde = 01:00\n",
    );
    site.build();
    assert_eq!(
        Said::of(&site),
        Said {
            days: "donderdag 20 maart 2025".to_owned(),
            sessions: owned(&["21.00–24.00 uur", "22.30–1.00 uur"]),
            calendar: owned(&[
                "DTSTART;TZID=Europe/Amsterdam:20250320T210000",
                "DTEND;TZID=Europe/Amsterdam:20250321T010000",
            ]),
            described: owned(&["21.00–24.00 uur Film", "22.30–1.00 uur Nacht"]),
            linked: owned(&[
                "2025-03-20T21:00:00+01:00 2025-03-21T01:00:00+01:00",
                "2025-03-20T21:00:00+01:00 2025-03-21T00:00:00+01:00",
                "2025-03-20T22:30:00+01:00 2025-03-21T01:00:00+01:00",
            ]),
        }
    );
    assert_eq!(site.codes(), [].into());
}

#[test]
fn an_end_that_no_night_explains_says_how_a_longer_one_is_written() {
    let long = "[[sessie]]\ntitel = \"Bouwen\"\nbegin = 10:00\neinde = 02:00\n";
    for (sessions, is_refused) in [
        (long, true),
        (
            "[[sessie]]\ntitel = \"A\"\nbegin = 14:00\neinde = 02:00\n",
            true,
        ),
        (
            "[[sessie]]\ntitel = \"A\"\nbegin = 14:00\neinde = 01:59\n",
            false,
        ),
        (
            "[[sessie]]\ntitel = \"A\"\nbegin = 09:00\neinde = 24.00\n",
            false,
        ),
    ] {
        let mut site = with_programme(sessions);
        site.try_build();
        assert_eq!(
            site.codes().contains("ends-before-start"),
            is_refused,
            "{sessions}"
        );
    }
    // As the message says.
    let mut site = with_programme(
        &(long.replace("02:00", "\"24:00\"")
            + "[[sessie]]\ntitel = \"Bouwen\"\ndatum = 2025-03-21\nbegin = 00:00\neinde = 02:00\n"),
    );
    let file = "content/events/2025-techniekavond/event.md";
    site.replace(file, "samenvatting =", "einde = 2025-03-21\nsamenvatting =")
        .build();
    assert_eq!(site.codes(), [].into());
    assert_eq!(
        Said::of(&site).sessions,
        ["10.00–24.00 uur", "0.00–2.00 uur"]
    );
}

/// Puts the suggestion of the only message about a site in its place; `None` where there is none.
fn followed(site: &mut Site) -> Option<()> {
    let said = lines_of_json(&oogst(site.root(), &["check", "--format", "json"]).out);
    let [message] = &said[..] else {
        panic!("one message: {said:?}")
    };
    let suggestion = message["suggestion"].as_str()?;
    let number = |name: &str| {
        let number = message[name].as_u64().expect("a place has a number");
        usize::try_from(number).expect("files are short")
    };
    let text = site.read(PROGRAMME);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = &mut lines[number("line") - 1];
    line.replace_range(number("column") - 1..number("end_column") - 1, suggestion);
    site.write(PROGRAMME, lines.join("\n") + "\n");
    Some(())
}

#[test]
fn midnight_at_the_end_of_a_day_is_accepted_or_suggested_so_that_it_is() {
    let session = |start: &str, end: &str| {
        format!("[[sessie]]\ntitel = \"A\"\nbegin = {start}\neinde = {end}\n")
    };
    for end in ["\"24.00\"", "\"24:00\"", "\"24.00 uur\"", "24.00"] {
        let mut site = with_programme(&session("20:00", end));
        site.build();
        assert_eq!(Said::of(&site).sessions, ["20.00–24.00 uur"], "{end}");
    }
    for end in ["24:00", "24:00:00"] {
        let mut site = with_programme(&session("20:00", end));
        site.build_refused();
        assert_eq!(site.codes(), ["bad-time"].into(), "{end}");
        followed(&mut site).expect("what is meant is suggested");
        site.build();
        assert_eq!(Said::of(&site).sessions, ["20.00–24.00 uur"], "{end}");
    }
    // Nothing begins at the end of a day, and no clock shows these.
    for (start, end) in [
        ("24:00:00", "02:00"),
        ("\"24:00\"", "02:00"),
        ("20:00", "25:00"),
        ("20:00", "24:30:00"),
        ("20:00", "\"24:30\""),
    ] {
        let mut site = with_programme(&session(start, end));
        site.build_refused();
        assert_eq!(site.codes(), ["bad-time"].into(), "{start} {end}");
        assert_eq!(followed(&mut site), None, "{start} {end}");
    }
}

#[test]
fn an_event_lasts_at_least_until_the_latest_time_on_record() {
    let from = |time: &str| format!("Vanaf {time} uur; tot hoe laat is niet vastgelegd.");
    for (hours, calendar, says_unknown) in [
        // Only beginnings.
        ("18.30 - 19.00 - 21.00 -", "183000 210000", Some("18.30")),
        // One without an end after the last that has one, and before it.
        (
            "10.30 11.00 11.00 12.00 15.00 15.15 17.00 -",
            "103000 170000",
            Some("10.30"),
        ),
        ("18.30 - 19.00 22.00", "183000 220000", None),
        ("19.00 22.00 20.00 -", "190000 220000", Some("19.00")),
        ("19.00 22.00 20.00 21.00", "190000 220000", None),
        // Nothing but one beginning.
        ("19.30 -", "193000", Some("19.30")),
    ] {
        let times: Vec<&str> = hours.split(' ').collect();
        let sessions: String = times
            .chunks(2)
            .map(|times| {
                let end = if times[1] == "-" {
                    String::new()
                } else {
                    format!("einde = \"{}\"\n", times[1])
                };
                format!("[[sessie]]\ntitel = \"A\"\nbegin = \"{}\"\n{end}", times[0])
            })
            .collect();
        let mut site = with_programme(&sessions);
        site.build();
        let said = Said::of(&site);
        let moments: Vec<&str> = said
            .calendar
            .iter()
            .filter_map(|line| line.split_once(":20250320T"))
            .map(|(_, time)| time)
            .collect();
        assert_eq!(moments.join(" "), calendar, "{hours}");
        let end = moments.get(1).map_or("–".to_owned(), |end| {
            format!("2025-03-20T{}:{}:00+01:00", &end[..2], &end[2..4])
        });
        assert!(said.linked[0].ends_with(&end), "{hours} {}", said.linked[0]);
        let unknown = said.described.iter().find(|line| line.contains("Vanaf"));
        assert_eq!(unknown.cloned(), says_unknown.map(from), "{hours}");
    }
}

#[test]
fn a_calendar_names_the_day_of_each_session_where_there_are_several() {
    let mut site = with_programme(
        "[[sessie]]\ntitel = \"Nacht\"\nbegin = 22:30\neinde = 01:00\n\
         [[sessie]]\ntitel = \"Ontbijt\"\ndatum = 2025-03-21\nbegin = 08:00\n",
    );
    let file = "content/events/2025-techniekavond/event.md";
    site.replace(file, "samenvatting =", "einde = 2025-03-21\nsamenvatting =")
        .build();
    assert_eq!(
        Said::of(&site),
        Said {
            days: "donderdag 20 en vrijdag 21 maart 2025".to_owned(),
            sessions: owned(&["22.30–1.00 uur", "8.00 uur"]),
            calendar: owned(&["DTSTART;VALUE=DATE:20250320", "DTEND;VALUE=DATE:20250322"]),
            described: owned(&[
                "donderdag 20 maart, 22.30–1.00 uur Nacht",
                "vrijdag 21 maart, 8.00 uur Ontbijt",
            ]),
            linked: owned(&[
                "2025-03-20T22:30:00+01:00 2025-03-21T08:00:00+01:00",
                "2025-03-20T22:30:00+01:00 2025-03-21T01:00:00+01:00",
                "2025-03-21T08:00:00+01:00 –",
            ]),
        }
    );
}

/// The small site, on another day.
fn on_day(day: &str) -> Site {
    let mut site = with_programme("[[sessie]]\ntitel = \"Rede\"\nbegin = \"20.00\"\n");
    let file = "content/events/2025-techniekavond/event.md";
    site.replace(file, "datum = 2025-03-20", &format!("datum = {day}"));
    site
}

#[test]
fn offsets_of_long_ago_are_told_to_the_minute() {
    // Until 1937 Amsterdam was 19 minutes and 32 seconds ahead of Greenwich.
    for (day, offset) in [
        ("1936-05-01", "+00:20"),
        ("0024-05-01", "+00:20"),
        ("2025-05-01", "+02:00"),
    ] {
        let mut site = on_day(day);
        site.build();
        let said = Said::of(&site);
        assert_eq!(
            said.linked,
            [
                format!("{day}T20:00:00{offset} –"),
                format!("{day}T20:00:00{offset} –")
            ]
        );
        let output = site.output();
        let updated = between(output.text("feed.xml"), "<updated>", "</updated>");
        assert_eq!(updated[0], format!("{day}T00:00:00{offset}"));
        // A calendar may not be told of a moment before the first that its zone is told of.
        let lines = unfolded(output.text(&format!("{EVENT}agenda.ics")));
        let starts: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.strip_prefix("DTSTART:"))
            .collect();
        let first = day.replace('-', "") + "T200000";
        assert!(starts[0] < first.as_str(), "{starts:?}");
    }
    let mut site = on_day("1936-05-01");
    site.append("oogst.toml", "time_zone = \"America/New_York\"\n")
        .build();
    assert_eq!(Said::of(&site).linked[0], "1936-05-01T20:00:00-04:00 –");
}

#[test]
fn a_year_has_four_digits_in_words_addresses_and_promises() {
    let mut site = on_day("0024-03-20");
    site.build();
    assert_eq!(site.codes(), ["unlikely-year"].into());
    assert_eq!(Said::of(&site).days, "woensdag 20 maart 0024");
    let output = site.output();
    assert!(output.text("jaren/index.html").contains(">0024</a>"));
    assert!(
        output
            .text("jaren/0024/index.html")
            .contains("<h1>0024</h1>")
    );
    run(&site, &["publish", "--record"]);
    assert!(site.read("addresses.toml").contains("\"year:0024\""));
    site.build_cold().assert_same_as_a_clean_build();
}

#[test]
fn a_year_far_away_is_told_of_against_the_day_of_the_build() {
    for (day, year, is_told) in [
        ("2026-01-15", "1899", true),
        ("2026-01-15", "1900", false),
        ("2026-01-15", "2036", false),
        ("2026-01-15", "2037", true),
        ("2027-01-15", "2037", false),
    ] {
        let mut site = on_day(&format!("{year}-03-20"));
        site.on(day).build();
        let told = site.codes().contains("unlikely-year");
        assert_eq!(told, is_told, "{year}, built on {day}");
    }
    // What is agreed may be due far ahead; news of it may not come from there.
    let mut site = Site::from("klein");
    site.write(
        "content/events/2025-techniekavond/x.toml",
        "[[deal]]\ntitel = \"Samen\"\ntermijn = 2050-01-01\n[[bericht]]\nvan = \"deal:samen\"\ndatum = 2052-01-01\ntekst = \"Klaar.\"\n",
    )
    .build();
    let said = site.diagnostics(oogst::words::Language::Nl);
    assert_eq!(said.matches("[unlikely-year]").count(), 1, "{said}");
    assert!(said.contains("2052"), "{said}");
}
