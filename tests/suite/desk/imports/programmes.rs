//! Programmes: sessions as rows with a tick.

use super::super::running::{Desk, user};
use super::super::site;
use super::{assert_says, form, led, page, sent, take_over, untick, written};
use crate::program::oogst;

const SESSIONS: &str = "content/events/avond/sessies.toml";

/// A calendar, invented.
fn calendar(room: &str) -> String {
    let part = |uid: &str, title: &str, from: &str, to: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}@voorbeeld.example\r\nSUMMARY:{title}\r\nDTSTART:20251112T{from}\r\nDTEND:20251112T{to}\r\nLOCATION:{room}\r\nEND:VEVENT\r\n"
        )
    };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Voorbeeld//NL\r\n{}{}END:VCALENDAR\r\n",
        part("a", "Welkom", "190000", "191500"),
        part("b", "Lassen", "191500", "200000")
    )
}

#[test]
fn a_programme_is_written_as_the_command_writes_it() {
    let (site, user) = (site(&[]), user());
    let mut other = site.copied();
    other.write("programma.ics", calendar("Zaal 1"));
    let ran = oogst(
        other.root(),
        &["import", "programma.ics", "--into", "avond"],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "programma.ics", calendar("Zaal 1").as_bytes());
    assert_says(
        &page(&desk, &address),
        &["een programma: 2 onderdelen", "<strong>Welkom</strong>"],
    );
    led(&take_over(&desk, &address, |_| {}));
    assert_eq!(written(&site), written(&other));
    let shown = page(
        &desk,
        &sent(&desk, "programma.ics", calendar("Zaal 1").as_bytes()),
    );
    assert_says(&shown, &["Alles uit dit bestand staat er al."]);
    // Another room is a change of each; one of them is taken.
    let address = sent(&desk, "programma.ics", calendar("Zaal 2").as_bytes());
    let shown = page(&desk, &address);
    assert_says(&shown, &["zaal: Zaal 1 → Zaal 2"]);
    assert_eq!(form(&shown).values("rij"), ["0", "1"]);
    let answer = take_over(&desk, &address, |form| untick(form, "1"));
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 1 gewijzigd."]);
    let file = other.read(SESSIONS).replacen("Zaal 1", "Zaal 2", 1);
    assert_eq!(site.read(SESSIONS), file);
}

#[test]
fn a_list_or_programme_asks_for_its_event() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let calendar = calendar("Zaal 1");
    let files: [(&str, &str, &[u8]); 1] = [("bestand", "programma.ics", calendar.as_bytes())];
    let address = led(&desk.post_parts("/import", &[("bijeenkomst", "")], &files));
    let shown = page(&desk, &address);
    assert_says(&shown, &["hoort bij een bijeenkomst die er al is"]);
    let key = form(&shown).values("sleutel")[0].to_owned();
    let answer = desk.get(&format!("/import?sleutel={key}&bijeenkomst=avond"));
    assert_says(&page(&desk, &led(&answer)), &["<strong>Welkom</strong>"]);
}

#[test]
fn what_belongs_to_a_part_that_is_left_out_is_left_out_too() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let link = "URL:https://voorbeeld.example/uitleg\r\nLOCATION:";
    let calendar = calendar("Zaal 1").replace("LOCATION:", link);
    let address = sent(&desk, "programma.ics", calendar.as_bytes());
    let shown = page(&desk, &address);
    assert_eq!(form(&shown).values("rij"), ["0", "1", "2", "3"]);
    let answer = take_over(&desk, &address, |form| untick(form, "0"));
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 2 nieuw."]);
    let texts: Vec<String> = written(&site)
        .iter()
        .flat_map(|tree| tree.0.values())
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    let all = texts.concat();
    assert!(all.contains("sessie:lassen"), "{all}");
    assert!(!all.contains("welkom") && !all.contains("Welkom"), "{all}");
}
