//! Programmes of other programs: JSON, XML and calendars.

use bolero::check;
use jiff::civil::date;
use jiff::tz::TimeZone;
use oogst::diagnostic::print_all;
use oogst::intake::rows::Known;
use oogst::intake::schedule::{Guid, ScheduleChoices, read};
use oogst::schema::Kind;
use oogst::source::SourcePath;
use oogst::words::Language;

use crate::watch::{LONGEST, TIME, Watch};
use crate::words::text;
use crate::words_of_schedules::{CALENDAR, JSON, XML};

/// Reads a programme, and tells what is wrong with it.
fn is_read(bytes: &[u8]) {
    let mut known = Known::new(Language::Nl, Some(2025));
    known.add(Kind::Theme, "zorg", ["Zorg"]);
    let choices = ScheduleChoices {
        zone: TimeZone::get("Europe/Amsterdam").expect("it is known"),
        days: date(2025, 11, 12)..=date(2025, 11, 12),
        tracks: Vec::new(),
    };
    let read = read(bytes, &SourcePath::new("programma"), &choices, &known);
    for session in &read.sessions {
        assert!(!session.title.is_empty() && !session.title.contains('\n'));
        assert!(Guid::parse(&session.guid.to_string()).is_some());
        let links = session.links.iter().flatten();
        assert!(links.clone().all(|link| link.address.starts_with("http")));
        let text = session.text.as_ref().map_or("", |text| &text.markdown);
        assert!(!text.contains("](javascript"), "{text}");
    }
    let said = print_all(&read.diagnostics, &read.sources, Language::Nl, false);
    assert!(!said.contains('\u{1B}'), "{said:?}");
}

fn target(name: &'static str, made: impl Fn(&[u8]) -> Vec<String> + std::panic::RefUnwindSafe) {
    let watch = Watch::over(name);
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                for text in made(bytes) {
                    is_read(text.as_bytes());
                }
            });
        });
}

#[test]
fn programmes_in_json() {
    target("programmes in JSON", |bytes| {
        let made = text(bytes, JSON);
        let part = format!(
            "{{\"schedule\":{{\"conference\":{{\"days\":[{{\"date\":\"2025-11-12\",\"rooms\":{{\"a\":[{{\"title\":\"x\",\"date\":\"2025-11-12T10:00:00Z\",{made}}}]}}}}]}}}}}}"
        );
        let session = format!(
            "{{\"rooms\":[],\"sessions\":[{{\"title\":\"x\",\"startsAt\":\"2025-11-12T10:00:00\",{made}}}]}}"
        );
        let bytes = String::from_utf8_lossy(bytes);
        vec![
            part,
            session,
            format!("[{{\"sessions\":[{made}]}}]"),
            format!("{{\"{bytes}"),
        ]
    });
}

#[test]
fn programmes_in_xml() {
    target("programmes in XML", |bytes| {
        let made = text(bytes, XML);
        let bytes = String::from_utf8_lossy(bytes);
        vec![
            format!("<schedule>{made}</schedule>"),
            format!(
                "<schedule><day date='2025-11-12'><room name='a'><event><title>x</title><date>2025-11-12T10:00:00Z</date>{made}</event></room></day></schedule>"
            ),
            format!("<schedule>{bytes}"),
        ]
    });
}

#[test]
fn programmes_as_calendars() {
    target("programmes as calendars", |bytes| {
        let made = text(bytes, CALENDAR);
        let bytes = String::from_utf8_lossy(bytes);
        vec![
            format!("BEGIN:VCALENDAR\r\n{made}END:VCALENDAR\r\n"),
            format!(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20251112T100000\n{made}\nEND:VEVENT\nEND:VCALENDAR\n"
            ),
            format!("BEGIN:VCALENDAR\n{bytes}"),
        ]
    });
}
