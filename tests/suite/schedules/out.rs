//! The programme of an event for other programs, and what becomes of it when it is taken over again.

use serde_json::{Value, json};

use super::made::{part, schedule, whole_day, with};
use super::{imported, site, written};
use crate::harness::Site;
use crate::program::{Ran, oogst};

fn export(site: &Site, file: &str, words: &[&str]) -> Ran {
    let all = [&["export", file, "2025-dag"], words].concat();
    oogst(site.root(), &all)
}

/// A site with all that a programme may hold, written by hand.
fn by_hand() -> Site {
    let mut site = site();
    site.write(
        &format!("{}/sessies.toml", super::EVENT),
        "[[sessie]]\ntitel = \"Opening: wat nu?\"\nid = \"opening\"\nsoort = \"plenair\"\nbegin = \"9.30\"\neinde = \"10:15\"\nzaal = \"Grote zaal\"\nsprekers = [\"jan-smit\", { naam = \"Noor de Wit\", organisatie = \"De Linde\" }]\nthemas = [\"zorg\", \"techniek\"]\ntekst = \"\"\"\nEen *begin* met [een link](https://example.org/a), en bel Jan: jan@voorbeeld.example.\n\n* een\n* twee\n\"\"\"\n\n\
[[sessie]]\ntitel = \"Pauze\"\nbegin = \"10:15\"\n\n\
[[sessie]]\ntitel = \"Muziek\"\nbegin = \"22:00\"\neinde = \"24:00\"\n\n\
[[sessie]]\ntitel = \"Napraten\"\nbegin = \"00:30\"\neinde = \"01:00\"\n\n\
[[sessie]]\ntitel = \"Geheim\"\nbegin = \"12:00\"\nconcept = true\n\n\
[[sessie]]\ntitel = \"Ergens\"\n",
    )
    .write(
        &format!("{}/materiaal.toml", super::EVENT),
        "[[materiaal]]\ntitel = \"Dia’s\"\nurl = \"https://example.org/dias\"\nvan = \"sessie:opening\"\n",
    );
    site
}

#[test]
fn a_programme_is_given_as_readers_see_it() {
    let site = by_hand();
    let ran = export(&site, "schedule.json", &[]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            0,
            "schedule.json: 4 onderdelen.\nNiet in het bestand: 1 onderdeel zonder tijd.\n"
        )
    );
    let text = site.read("schedule.json");
    for hidden in ["Geheim", "jan@voorbeeld", "Ergens"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    let file: Value = serde_json::from_str(&text).expect("it is JSON");
    let conference = &file["schedule"]["conference"];
    assert_eq!(conference["acronym"], "2025-dag");
    assert_eq!(conference["daysCount"], 1);
    let rooms = &conference["days"][0]["rooms"];
    let opening = &rooms["Grote zaal"][0];
    let expected = json!({
        "guid": opening["guid"], "id": opening["id"], "code": "opening", "logo": null,
        "date": "2025-11-12T09:30:00+01:00", "start": "09:30", "duration": "00:45",
        "room": "Grote zaal", "slug": "opening", "title": "Opening: wat nu?", "subtitle": "",
        "track": "Zorg en welzijn", "type": "plenair", "language": "nl",
        "abstract": opening["abstract"], "description": "", "recording_license": "",
        "do_not_record": false,
        "persons": [
            { "id": opening["persons"][0]["id"], "name": "Jan Smit", "public_name": "Jan Smit" },
            { "id": opening["persons"][1]["id"], "name": "Noor de Wit, De Linde", "public_name": "Noor de Wit, De Linde" },
        ],
        "links": [{ "url": "https://example.org/dias", "title": "Dia’s" }],
        "attachments": [],
    });
    let mut found = opening.clone();
    if let Some(found) = found.as_object_mut() {
        found.remove("url");
    }
    assert_eq!(found, expected);
    let night = &rooms[""][2];
    assert_eq!(night["title"], "Napraten");
    assert_eq!(night["date"], "2025-11-13T00:30:00+01:00");
    // The same site gives the same bytes.
    assert_eq!(
        export(&site, "schedule.json", &[]).code,
        1,
        "it is there already"
    );
    assert_eq!(export(&site, "schedule.json", &["--force"]).code, 0);
    assert_eq!(site.read("schedule.json"), text);
}

#[test]
fn what_is_given_changes_nothing_when_it_comes_back() {
    for file in ["schedule.json", "programma.ics"] {
        let mut site = by_hand();
        assert_eq!(export(&site, file, &[]).code, 0);
        let before = written(&site);
        let text = site.read(file);
        let said = imported(&mut site, file, &text, &[]);
        assert!(
            said.ends_with("Alles stond er al: er is niets gewijzigd.\n"),
            "{said}"
        );
        assert_eq!(written(&site), before, "{file}");
    }
}

#[test]
fn what_came_from_another_program_keeps_what_that_knows_it_by() {
    let mut site = site();
    imported(&mut site, "van-hen.json", &schedule(&whole_day()), &[]);
    let path = format!("{}/sessies.toml", super::EVENT);
    site.replace(&path, "titel = \"Koffie\"", "titel = \"Koffie met taart\"");
    let before = written(&site);
    for file in ["schedule.json", "programma.ics"] {
        assert_eq!(export(&site, file, &[]).code, 0);
        let text = site.read(file);
        assert!(
            text.contains("0b5e1f6c-0000-4000-8000-000000000002"),
            "{text}"
        );
        imported(&mut site, file, &text, &[]);
        assert_eq!(written(&site), before, "{file}");
    }
    // What they said still counts: here somebody changed it, there nobody did.
    imported(&mut site, "van-hen.json", &schedule(&whole_day()), &[]);
    assert_eq!(written(&site), before);
}

#[test]
fn another_site_takes_it_over_whole() {
    let from = by_hand();
    assert_eq!(export(&from, "schedule.json", &[]).code, 0);
    let mut to = site();
    let text = from.read("schedule.json");
    imported(&mut to, "schedule.json", &text, &[]);
    let sessions = to.read(&format!("{}/sessies.toml", super::EVENT));
    assert_eq!(sessions.matches("[[sessie]]").count(), 4, "{sessions}");
    assert!(
        sessions.contains("soort = \"plenair\"\nbegin = \"09:30\"\neinde = \"10:15\"\n"),
        "{sessions}"
    );
    let before = written(&to);
    imported(&mut to, "schedule.json", &text, &[]);
    assert_eq!(written(&to), before);
}

#[test]
fn a_calendar_of_the_programme_is_one() {
    let site = by_hand();
    assert_eq!(export(&site, "programma.ics", &[]).code, 0);
    let text = site.read("programma.ics");
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    for line in [
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n",
        "DTSTART;TZID=Europe/Amsterdam:20251112T093000\r\nDTEND;TZID=Europe/Amsterdam:20251112T101500\r\nSUMMARY:Opening: wat nu?\r\nLOCATION:Grote zaal\r\nCATEGORIES:plenair\r\n",
        "DTSTART;TZID=Europe/Amsterdam:20251113T003000\r\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("Geheim"));
}

#[test]
fn a_very_large_programme_is_taken_over() {
    let day: Vec<Value> = (0..2_000)
        .map(|number| {
            let minute = number % 600;
            let at = format!("2025-11-12T{:02}:{:02}:00+01:00", 8 + minute / 60, minute % 60);
            with(
                part(number, &at, &format!("Onderdeel {number}")),
                &json!({ "persons": [{ "name": format!("Spreker {number}"), "biography": "Iemand." }] }),
            )
        })
        .collect();
    let mut site = site();
    let text = schedule(&day);
    imported(&mut site, "groot.json", &text, &[]);
    let before = written(&site);
    imported(&mut site, "groot.json", &text, &[]);
    assert_eq!(written(&site), before);
}
