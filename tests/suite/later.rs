//! What a page says of days is true on the day it is built, and on the day a year later.
//!
//! Every fixture is built on both. What only holds for a day to come ("Gepland voor 6 november
//! 2025", "Moet klaar zijn op …", what goes into a calendar) is then said of no day that has
//! passed, and what was planned and of which nobody wrote more says so.

use jiff::civil::Date;
use oogst::words::Language;
use oogst::words::dates::month_named;

use crate::harness::{DAY, Site};
use crate::page::texts;

/// A year after [`DAY`].
const LATER: &str = "2027-01-15";

/// What is only said of a day to come, with what follows the day where it has passed.
const OF_DAYS_TO_COME: &[(&str, &str)] = &[
    ("Gepland voor ", "; sindsdien geen bericht"),
    ("Planned for ", "; no news since"),
    ("Moet klaar zijn op ", "never"),
    ("Due on ", "never"),
];

#[test]
fn nothing_is_said_to_be_still_to_come_of_a_day_that_has_passed() {
    let mut found = 0;
    let mut wrong = Vec::new();
    for name in ["veenland", "klein", "beloofd", "voorbeeld"] {
        for today in [DAY, LATER] {
            let output = Site::from(name).on(today).build().output();
            let today: Date = today.parse().expect("a day");
            for (path, html) in output.pages() {
                for text in texts(html, "main") {
                    for (day, said, is_past) in said_of_days(&text) {
                        found += 1;
                        if (day < today) != is_past {
                            wrong.push(format!("{name} on {today}, {path}: {said}"));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found > 100, "only {found} days were found");
}

/// The days of which a text says that they are to come, or were.
fn said_of_days(text: &str) -> Vec<(Date, String, bool)> {
    let mut all = Vec::new();
    for (words, when_past) in OF_DAYS_TO_COME {
        for (place, _) in text.match_indices(words) {
            let rest = &text[place + words.len()..];
            let Some((day, after)) = day_at(rest) else {
                panic!("no day follows on {words:?} in {rest:.60?}");
            };
            let is_past = after.starts_with(when_past);
            all.push((day, format!("{words}{rest:.60}"), is_past));
        }
    }
    all
}

/// The day that a text begins with, "6 november 2025", and what follows it.
fn day_at(text: &str) -> Option<(Date, &str)> {
    let (day, rest) = text.split_once([' ', '\u{A0}'])?;
    let (month, rest) = rest.split_once([' ', '\u{A0}'])?;
    let (year, after) = rest.split_at_checked(4)?;
    let month = month_named(month)?;
    let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    Some((date, after))
}

#[test]
fn an_event_is_planned_until_its_day_and_unheard_of_after_it() {
    const EVENT: &str = "content/events/2026-avond/event.md";
    let text = "+++\ntitel = \"Avond\"\ndatum = 2026-11-06\neinde = 2026-11-07\nstatus = \"gepland\"\n\
                samenvatting = \"Een avond.\"\n+++\n\nKom ook.\n";
    let mut site = Site::from("klein");
    site.write(EVENT, text);
    let mut seen = Vec::new();
    for day in ["2026-11-05", "2026-11-07", "2026-11-08"] {
        site.on(day).build();
        let output = site.output();
        let page = output.text("bijeenkomsten/2026-avond/index.html");
        let home = output.text("index.html");
        let in_calendar = page.contains("Zet in uw agenda");
        seen.push((
            texts(page, ".notice").join(" "),
            in_calendar,
            texts(home, "h2")
                .into_iter()
                .filter(|head| head.ends_with("bijeenkomsten"))
                .collect::<Vec<_>>(),
            site.diagnostics(Language::Nl)
                .contains("[planned-for-the-past]"),
        ));
    }
    let coming = (
        "Gepland voor 6 november 2026.".to_owned(),
        true,
        vec!["Komende bijeenkomsten".to_owned()],
        false,
    );
    let unheard = (
        "Gepland voor 6 november 2026; sindsdien geen bericht.".to_owned(),
        false,
        vec!["Andere bijeenkomsten".to_owned()],
        true,
    );
    assert_eq!(seen, [coming.clone(), coming, unheard]);
}

#[test]
fn an_event_whose_day_is_to_come_is_planned_whatever_is_written() {
    let mut site = Site::from("klein");
    site.replace(
        "content/events/2025-techniekavond/event.md",
        "datum = 2025",
        "datum = 2027",
    )
    .build();
    let output = site.output();
    let page = output.text("bijeenkomsten/2025-techniekavond/index.html");
    assert_eq!(texts(page, ".notice"), ["Gepland voor 20 maart 2027."]);
}
