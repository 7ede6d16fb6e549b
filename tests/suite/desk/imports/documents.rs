//! Documents: shown as the text and photos that they become, and taken over into an event that is
//! there or a new one.

use super::super::running::{Desk, user};
use super::super::{EVENT, site};
use super::{IMPORT, assert_says, form, led, page, sent, take_over, undo, written};
use crate::harness::Site;
use crate::import::made::{docx, drawing, p, png, r};
use crate::program::oogst;

/// A report with a photo, invented.
fn report() -> Vec<u8> {
    let body = [
        p("Titel", &r("Streekdag in Ommen")),
        p("Kop1", &r("Wat er gebeurde")),
        p(
            "",
            &r("Er kwamen <b>zestig</b> mensen.")
                .replace("<b>", "&lt;b&gt;")
                .replace("</b>", "&lt;/b&gt;"),
        ),
        p("", &drawing("rId9", "descr=\"Mensen in een zaal\"")),
    ];
    docx(&body.concat())
        .relation("rId9", "image", "media/image1.png", false)
        .part("word/media/image1.png", png(90))
        .bytes()
}

/// The site after the command took the report over with these words.
fn by_command(site: &Site, words: &[&str]) -> Site {
    let mut other = site.copied();
    other.write("verslag.docx", report());
    let ran = oogst(other.root(), &[&["import", "verslag.docx"], words].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    other
}

#[test]
fn a_report_becomes_a_new_event_as_the_command_makes_it_and_is_undone() {
    let (site, user) = (site(&[]), user());
    let before = written(&site);
    let into = ["--into", "2026-streekdag-in-ommen", "--date", "2026-03-01"];
    let expected = by_command(&site, &into);
    let desk = Desk::open(site.root(), user.path());
    assert_says(&page(&desk, "/"), &["href=\"/import\""]);
    assert_says(
        &page(&desk, "/import"),
        &["Techniekavond</option>", "een nieuwe bijeenkomst"],
    );
    let report = report();
    let files: [(&str, &str, &[u8]); 1] = [("bestand", "verslag.docx", &report)];
    let answer = desk.post_parts("/import", &[("bijeenkomst", ""), ("datum", "")], &files);
    // The day may be said later too.
    let address = led(&answer);
    assert_says(
        &page(&desk, &address),
        &[
            "Voor een nieuwe bijeenkomst is de dag nodig.",
            "type=\"date\"",
        ],
    );
    let address = format!("{address}?datum=2026-03-01");
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "In een nieuwe bijeenkomst, ‘2026-streekdag-in-ommen’.",
            "1 kop",
            "Er kwamen \\&lt;b\\&gt;zestig",
            "media/mensen-in-een-zaal.png",
            "zonder toestemming, staat nog niet op de site",
        ],
    );
    assert_eq!(written(&site), before);
    let answer = take_over(&desk, &address, |_| {});
    assert_says(
        &page(&desk, &led(&answer)),
        &["Overgenomen: 1 nieuw, 1 tekst, 1 foto."],
    );
    assert_eq!(written(&site), written(&expected));
    led(&undo(&desk));
    assert_eq!(written(&site), before);
}

#[test]
fn a_text_that_is_there_stays_or_goes_as_somebody_says() {
    for (place, word) in [("eronder", "--append"), ("vervang", "--replace-text")] {
        let (site, user) = (site(&[]), user());
        let expected = by_command(&site, &["--into", "avond", word]);
        let desk = Desk::open(site.root(), user.path());
        let address = sent(&desk, "verslag.docx", &report());
        let before = site.read(EVENT);
        let answer = take_over(&desk, &address, |_| {});
        assert_eq!(answer.status, 422);
        assert_says(&answer.body, &["Kies waar de nieuwe tekst moet komen."]);
        assert_eq!(site.read(EVENT), before);
        let answer = take_over(&desk, &address, |form| {
            form.fill("tekst", place);
        });
        assert_says(
            &page(&desk, &led(&answer)),
            &["Overgenomen: 1 tekst, 1 foto."],
        );
        assert_eq!(written(&site), written(&expected), "{place}");
        if place == "vervang" {
            let shown = page(&desk, &sent(&desk, "verslag.docx", &report()));
            assert_says(&shown, &["Alles uit dit bestand staat er al."]);
        }
        led(&undo(&desk));
        assert_eq!(site.read(EVENT), before);
        assert!(
            !site
                .at("content/events/avond/media/mensen-in-een-zaal.png")
                .exists()
        );
    }
}

#[test]
fn a_photo_that_somebody_changed_since_keeps_its_save_from_being_undone() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "verslag.docx", &report());
    let answer = take_over(&desk, &address, |form| {
        form.fill("tekst", "eronder");
    });
    led(&answer);
    site.write("content/events/avond/media/mensen-in-een-zaal.png", png(10));
    let now = written(&site);
    assert_says(
        &page(&desk, "/undo"),
        &["Dit kan niet meer ongedaan worden gemaakt"],
    );
    assert_eq!(written(&site), now);
}

#[test]
fn a_text_that_was_written_meanwhile_is_not_written_over() {
    let (mut site, user) = (site(&[]), user());
    site.replace(EVENT, "\nEen avond.\n", "");
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "verslag.docx", &report());
    let shown = form(&page(&desk, &address));
    site.append(EVENT, "\nIntussen geschreven.\n");
    let now = written(&site);
    let answer = desk.send(&address, &shown.body());
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_says(&answer.body, &["Het verslag is intussen gewijzigd."]);
    assert_eq!(written(&site), now);
}

#[test]
fn what_is_not_read_is_refused_in_the_words_of_the_command() {
    let (site, user) = (site(&[]), user());
    let before = written(&site);
    let desk = Desk::open(site.root(), user.path());
    let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let mut old = old.to_vec();
    old.extend("W\0o\0r\0k\0b\0o\0o\0k\0".bytes());
    old.resize(2_048, 0);
    let bomb = docx("").part("word/theme/theme1.xml", vec![b' '; 70_000_000]);
    let large = vec![b'a'; 25_000_001];
    for (name, bytes) in [
        ("lijst.xls", old),
        ("bom.docx", bomb.bytes()),
        ("groot.csv", large),
        ("foto.png", png(3)),
        ("leeg.csv", Vec::new()),
    ] {
        let mut other = site.copied();
        other.write(name, &bytes);
        let told = oogst(other.root(), &["import", name, "--into", "avond"]).err;
        let said = told.lines().next().expect("it says why");
        let said = said.split_once("]: ").expect("it names a code").1;
        let answer = desk.get(&sent(&desk, name, &bytes));
        assert_eq!(answer.status, 422, "{name}: {}", answer.body);
        assert_says(&answer.body, &["Dit bestand is niet gelezen", said]);
    }
    let answer = desk.post_parts(IMPORT, &[], &[("bestand", "", b"")]);
    assert_eq!(answer.status, 422);
    assert_says(&answer.body, &["Kies eerst een bestand."]);
    assert_eq!(written(&site), before);
}
