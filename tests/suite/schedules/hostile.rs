//! Programmes that were made to fill the memory, to take for ever, or to act: each ends soon, in a
//! message, and nothing of them acts.

use std::time::{Duration, Instant};

use jiff::civil::date;
use jiff::tz::TimeZone;
use oogst::diagnostic::Code;
use oogst::intake::rows::Known;
use oogst::intake::schedule::{ReadSchedule, ScheduleChoices, is_schedule, read};
use oogst::source::SourcePath;
use oogst::words::Language;
use serde_json::json;

use super::made::{calendar, part, schedule, with};
use super::{imported, of_event, site};

/// Far more than any takes here: debug builds on a machine that is busy.
const PATIENCE: Duration = Duration::from_mins(1);

fn is_read(bytes: &[u8]) -> ReadSchedule {
    let choices = ScheduleChoices {
        zone: TimeZone::get("Europe/Amsterdam").expect("it is known"),
        days: date(2025, 11, 12)..=date(2025, 11, 12),
        tracks: Vec::new(),
    };
    let start = Instant::now();
    let known = Known::new(Language::Nl, Some(2025));
    let read = read(bytes, &SourcePath::new("programma"), &choices, &known);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    read
}

fn codes(bytes: &[u8]) -> Vec<Code> {
    let read = is_read(bytes);
    let codes = read.diagnostics.iter().map(|diagnostic| diagnostic.code);
    codes.collect()
}

fn deep(open: &str, close: &str, times: usize) -> String {
    format!("{}{}", open.repeat(times), close.repeat(times))
}

/// A programme in JSON with these parts in its room.
fn in_room(parts: &str) -> String {
    format!("{{\"schedule\":{{\"days\":[{{\"rooms\":{{\"a\":[{parts}]}}}}]}}}}")
}

fn refused(cases: &[(&str, String)], code: Code) {
    for (what, text) in cases {
        assert_eq!(codes(text.as_bytes()), [code], "{what}");
    }
}

#[test]
fn what_is_too_deep_is_refused() {
    let begun = "BEGIN:VEVENT\n".repeat(100_000);
    let days = deep("<day>", "</day>", 100_000);
    refused(
        &[
            ("JSON", format!("[{}]", deep("[", "]", 100_000))),
            ("JSON that is kept", in_room(&deep("[", "]", 80))),
            ("XML", format!("<schedule>{days}</schedule>")),
            ("a calendar", format!("BEGIN:VCALENDAR\n{begun}")),
        ],
        Code::ScheduleDamaged,
    );
    // What is passed over may be as deep as it likes.
    let passed = format!("{{\"schedule\":{{\"x\":{}}}}}", deep("[", "]", 100_000));
    assert_eq!(codes(passed.as_bytes()), [Code::NothingInSchedule]);
}

#[test]
fn what_is_too_much_is_refused() {
    let part = "{\"guid\":\"a\",\"title\":\"x\",\"date\":\"2025-11-12T10:00:00+01:00\"}";
    let parts = format!("{}{part}", format!("{part},").repeat(20_000));
    let values = format!("[{}1]", "1,".repeat(700_000));
    let title = format!("{{\"title\":\"{}\"}}", "x".repeat(100_001));
    let appointment = "BEGIN:VEVENT\nUID:a\nSUMMARY:x\nDTSTART:20251112T100000\nEND:VEVENT\n";
    let appointments = appointment.repeat(20_001);
    let line = " x\n".repeat(500_000);
    let large = "x".repeat(10_000_001);
    refused(
        &[
            ("values", in_room(&values)),
            ("parts", in_room(&parts)),
            ("a text", in_room(&title)),
            (
                "appointments",
                format!("BEGIN:VCALENDAR\n{appointments}END:VCALENDAR\n"),
            ),
            ("a line", format!("BEGIN:VCALENDAR\nSUMMARY:{line}")),
            ("a file", format!("{{\"a\":\"{large}\"}}")),
        ],
        Code::ImportTooLarge,
    );
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    for (text, place) in [
        (
            "{\n \"schedule\": {\n  \"days\": [ oeps ]\n",
            "programma:3:13",
        ),
        ("<schedule>\n<day>\n</schedule>", "programma:3:"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nzonder punten\n",
            "programma:3:1",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
            "programma:3:1",
        ),
    ] {
        let read = is_read(text.as_bytes());
        assert_eq!(read.diagnostics[0].code, Code::ScheduleDamaged, "{text}");
        let oogst::diagnostic::Place::Text(span) = read.diagnostics[0].place else {
            panic!("{text} has no place")
        };
        let found = read.sources.place(span);
        assert!(found.starts_with(place), "{text}: {found}");
    }
    let declares = "<?xml version=\"1.0\"?><!DOCTYPE schedule [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><schedule>&f;</schedule>";
    assert_eq!(codes(declares.as_bytes()), [Code::ScheduleDamaged]);
    assert_eq!(codes(b"{\"title\": \"\xFF\"}"), [Code::NotUtf8]);
    assert_eq!(codes(b"\xFF\xFE{\0"), [Code::Utf16]);
}

#[test]
fn times_and_numbers_out_of_all_bounds_are_told_of() {
    let ran = |changes: serde_json::Value| {
        let day = [with(
            part(1, "2025-11-12T10:00:00+01:00", "Opening"),
            &changes,
        )];
        is_read(schedule(&day).as_bytes())
    };
    for changes in [
        json!({ "date": "2025-13-12T10:00:00+01:00" }),
        json!({ "date": "99999999999-01-01T10:00:00Z" }),
        json!({ "date": 1e300 }),
        json!({ "date": null, "start": "25:99" }),
        json!({ "duration": "99999999999999999999:00" }),
        json!({ "duration": "lang" }),
        json!({ "duration": -5 }),
    ] {
        let codes: Vec<Code> = ran(changes.clone())
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect();
        let is_told = codes.contains(&Code::ScheduleTime);
        let says_nothing = changes["duration"] == "lang";
        assert!(is_told || says_nothing, "{changes}: {codes:?}");
    }
    // Shapes that no program writes are as good as nothing.
    let odd =
        ran(json!({ "title": ["Opening"], "persons": "Jan", "links": { "a": 1 }, "room": {} }));
    assert!(odd.sessions.is_empty());
}

#[test]
fn nothing_of_it_acts() {
    let mut site = site();
    let day = [with(
        part(
            1,
            "2025-11-12T10:00:00+01:00",
            "<script>alert(1)</script> [x](javascript:y)",
        ),
        &json!({
            "abstract": "<p onclick=\"x()\">Tekst<script>alert(2)</script><img src=x onerror=y><iframe src=\"https://example.org\"></iframe> <a href=\"javascript:alert(3)\">link</a></p>",
            "room": "zaal", "persons": [{ "name": "Jan\u{1B}[2J {{ config }}", "biography": "{% raw %} ![p](https://example.org/p.png) **x**" }],
            "links": [
                { "title": "a", "url": "javascript:alert(1)" },
                { "title": "b", "url": "data:text/html,x" },
                { "title": "c", "url": "//example.org" },
                { "title": "d", "url": "file:///etc/passwd" },
                { "title": "e", "url": " https://example.org/goed " },
            ],
        }),
    )];
    let said = imported(&mut site, "schedule.json", &schedule(&day), &[]);
    assert!(!said.contains('\u{1B}'), "{said}");
    assert!(
        said.contains("5 links die niet naar het web wijzen · 2 afbeeldingen in teksten"),
        "{said}"
    );
    assert_eq!(
        of_event(&site, "materiaal.toml"),
        "[[materiaal]]\ntitel = \"e\"\nid = \"e\"\nurl = \"https://example.org/goed\"\nvan = \"sessie:script-alert-1-script-x-javascript-y\"\n"
    );
    let sessions = of_event(&site, "sessies.toml");
    assert!(sessions.contains("tekst = \"Tekst link\"\n"), "{sessions}");
    site.build();
    let page = site.read("output/bijeenkomsten/2025-dag/programma/index.html");
    for bad in [
        "<script>alert",
        "href=\"javascript:",
        "onclick",
        "onerror",
        "<iframe",
    ] {
        assert!(!page.contains(bad), "{bad}");
    }
}

#[test]
fn parts_that_share_a_guid_are_two() {
    let one = part(1, "2025-11-12T10:00:00+01:00", "Een");
    let other = part(1, "2025-11-12T11:00:00+01:00", "Twee");
    let read = is_read(schedule(&[one, other]).as_bytes());
    assert_eq!(read.sessions.len(), 2);
    assert_ne!(read.sessions[0].guid, read.sessions[1].guid);
    let empty = calendar(&[
        "SUMMARY:Een\nDTSTART:20251112T100000",
        "SUMMARY:Twee\nDTSTART:20251112T100000",
    ]);
    assert_eq!(is_read(empty.as_bytes()).sessions.len(), 2);
}

#[test]
fn what_a_file_is_its_bytes_tell() {
    for (bytes, is) in [
        (&b"\xEF\xBB\xBF \n{\"a\":1}"[..], true),
        (b"[{\"a\":1}]", true),
        (b"begin:vcalendar\r\n", true),
        (b"<?xml version='1.0'?>\n<!-- x --><schedule>", true),
        (b"<html><body><schedule></body></html>", false),
        (b"{\\rtf1 x}", false),
        (b"\"[a\";b\n1;2\n", false),
        (b"[oogst]\n", false),
        (b"", false),
    ] {
        assert_eq!(is_schedule(bytes), is, "{}", String::from_utf8_lossy(bytes));
    }
    for other in [
        "{}",
        "[]",
        "{\"sessions\": 1}",
        "[[]]",
        "{\"schedule\": []}",
    ] {
        let told = codes(other.as_bytes());
        assert!(
            told == [Code::NoSchedule] || told == [Code::NothingInSchedule],
            "{other}: {told:?}"
        );
    }
}
