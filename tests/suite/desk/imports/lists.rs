//! Tables: a tick a row, a choice for what both sides changed, and nothing else.

use super::super::running::{Desk, user};
use super::super::site;
use super::{
    DEALS, LIST, assert_says, form, led, page, sent, take_over, taken, undo, untick, written,
};
use crate::harness::Site;
use crate::program::oogst;
use crate::tables::workbook::xlsx;

/// The site after the command took this list over.
fn by_command(site: &Site, list: &str) -> Site {
    let mut other = site.copied();
    other.write("lijst.csv", list);
    let ran = oogst(other.root(), &["import", "lijst.csv", "--into", "avond"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    other
}

#[test]
fn a_list_is_written_to_the_letter_as_the_command_writes_it_and_undone() {
    let (site, user) = (site(&[]), user());
    let before = written(&site);
    let expected = by_command(&site, LIST);
    let desk = Desk::open(site.root(), user.path());
    assert_says(
        &page(&desk, "/event/avond"),
        &["Excel, Word of programma inlezen", "type=\"file\""],
    );
    let address = sent(&desk, "lijst.csv", LIST.as_bytes());
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "Overnemen uit lijst.csv",
            "In de bijeenkomst ‘Techniekavond’.",
            "Gelezen: lijst.csv (kop op rij 1)",
            "Soort → soort · Omschrijving → titel",
            "Niet overgenomen: Opmerking",
            "<strong>Samen lassen</strong> <span class=\"status\">Nieuw</span> <span class=\"soft\">rij 4</span>",
        ],
    );
    assert_eq!(form(&shown).values("rij"), ["0", "1", "2"]);
    assert_eq!(written(&site), before, "nothing is written yet");
    let answer = take_over(&desk, &address, |_| {});
    assert_says(
        &page(&desk, &led(&answer)),
        &["Overgenomen: 3 nieuw.", "href=\"/undo\""],
    );
    assert_eq!(written(&site), written(&expected));
    // The same list once more changes nothing.
    let after = written(&site);
    let shown = page(&desk, &sent(&desk, "lijst.csv", LIST.as_bytes()));
    assert_says(&shown, &["Alles uit dit bestand staat er al."]);
    assert!(!shown.contains("Overnemen</button>"), "{shown}");
    assert_eq!(written(&site), after);
    assert_says(
        &page(&desk, "/undo"),
        &["Overgenomen uit lijst.csv: 3 nieuw"],
    );
    led(&undo(&desk));
    assert_eq!(written(&site), before);
    // And then it is as new as it was.
    taken(&desk, "lijst.csv", LIST.as_bytes());
    assert_eq!(written(&site), after);
}

#[test]
fn a_workbook_says_the_same_as_a_text() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let workbook = xlsx(
        "== Vragen\n1: Titel | Door | Regio\n2: Wie geeft les? | De Linde | Twente\n\
         == Deals\n1: Titel | Status\n2: Samen lassen | lopend\n== (verborgen) oud\n1: Titel\n2: weg\n",
    );
    let address = sent(&desk, "C:\\map\\<b>lijst.xlsx", &workbook);
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "Overnemen uit &lt;b&gt;lijst.xlsx",
            "blad Vragen (kop op rij 1)",
            "blad oud (verborgen)",
            "<span class=\"soft\">blad Deals, rij 2</span>",
        ],
    );
    let answer = take_over(&desk, &address, |form| untick(form, "0"));
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 1 nieuw."]);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Samen lassen\"\nid = \"samen-lassen\"\nstatus = \"lopend\"\n"
    );
    assert!(!site.at("content/events/avond/vragen.toml").exists());
    // What was left out is still new.
    let shown = page(&desk, &sent(&desk, "lijst.xlsx", &workbook));
    assert_eq!(form(&shown).values("rij"), ["0"]);
    assert_says(&shown, &["<strong>Wie geeft les?</strong>"]);
}

#[test]
fn a_row_with_a_mistake_cannot_be_taken_over_whatever_a_form_says() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let list = LIST.replace("De Linde;Twente;", "De Linde;Twentte;");
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "Niet over te nemen: een fout",
            "lijst.csv, cel D2 (Regio): geen regio heet ‘Twentte’",
            "Er is niet gezocht naar wat niet meer in het bestand staat",
        ],
    );
    assert_eq!(form(&shown).values("rij"), ["0", "1"]);
    let answer = take_over(&desk, &address, |form| {
        untick(form, "0");
        for row in ["0 ", "-1", "2", "99", "18446744073709551616", "x"] {
            form.pairs.push(("rij".to_owned(), row.to_owned()));
        }
        form.pairs.push(("weg".to_owned(), "0".to_owned()));
        form.pairs.push(("rest".to_owned(), "1".to_owned()));
        form.pairs.push(("rest-kant".to_owned(), "hier".to_owned()));
    });
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 1 nieuw."]);
    assert!(site.at(DEALS).exists());
    for kind in ["vragen", "aanbod"] {
        let file = format!("content/events/avond/{kind}.toml");
        assert!(!site.at(&file).exists(), "{kind}");
    }
    // Without a tick there is nothing to write.
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let before = written(&site);
    let answer = take_over(&desk, &address, |form| untick(form, "0"));
    assert_eq!(answer.status, 422);
    assert_says(&answer.body, &["U hebt niets aangevinkt om over te nemen."]);
    assert_eq!(written(&site), before);
}

#[test]
fn what_both_sides_changed_is_chosen_field_by_field() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    taken(&desk, "lijst.csv", LIST.as_bytes());
    let here = site
        .read(DEALS)
        .replace("\"afgesproken\"", "\"lopend\"")
        .replace("[\"salland\"]", "[\"salland\", \"twente\"]");
    site.write(DEALS, &here);
    let list = LIST.replace("Salland;afgesproken", "Twente;afgerond");
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "Kies wat geldt",
            "<legend>status</legend>",
            "zoals het hier staat: <span class=\"said\">lopend</span>",
            "zoals in de lijst: <span class=\"said\">afgerond</span>",
        ],
    );
    let sides: Vec<String> = form(&shown)
        .controls
        .iter()
        .filter(|name| name.starts_with("kant-2-"))
        .cloned()
        .collect();
    assert_eq!(sides.len(), 2, "regions and status: {sides:?}");
    assert!(
        form(&shown)
            .pairs
            .iter()
            .all(|(name, _)| !name.starts_with("kant-"))
    );
    // Without a choice nothing is written, and what was chosen stays chosen.
    let answer = take_over(&desk, &address, |form| {
        form.fill(&sides[0], "hier");
    });
    assert_eq!(answer.status, 422);
    assert_says(&answer.body, &["Kies bij deal samen-lassen wat geldt voor"]);
    assert_eq!(form(&answer.body).values(&sides[0]), ["hier"]);
    assert_eq!(site.read(DEALS), here);
    // Regions come first in the list.
    let answer = take_over(&desk, &address, |form| {
        form.fill(&sides[0], "hier").fill(&sides[1], "bestand");
    });
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 1 gewijzigd."]);
    assert_eq!(site.read(DEALS), here.replace("\"lopend\"", "\"afgerond\""));
    // It is settled: the same list asks nothing more.
    let shown = page(&desk, &sent(&desk, "lijst.csv", list.as_bytes()));
    assert_says(&shown, &["Alles uit dit bestand staat er al."]);
}

#[test]
fn a_choice_to_leave_what_is_here_is_remembered() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    taken(&desk, "lijst.csv", LIST.as_bytes());
    let here = site.read(DEALS).replace("\"afgesproken\"", "\"lopend\"");
    site.write(DEALS, &here);
    let list = LIST.replace("Salland;afgesproken", "Salland;afgerond");
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let choice = |form: &super::ShownForm| -> String {
        let mut controls = form.controls.iter();
        let found = controls.find(|name| name.starts_with("kant-2-"));
        found.expect("there is something to choose").clone()
    };
    let answer = take_over(&desk, &address, |form| {
        let choice = choice(form);
        form.fill(&choice, "hier");
    });
    assert_says(
        &page(&desk, &led(&answer)),
        &["Overgenomen: niets, en wat u koos is onthouden."],
    );
    assert_eq!(site.read(DEALS), here);
    // The command asks nothing either.
    let before = written(&site);
    site.write("lijst.csv", &list);
    let ran = oogst(site.root(), &["import", "lijst.csv", "--into", "avond"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(written(&site), before);
}

#[test]
fn rows_that_went_take_nothing_with_them_unless_ticked() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    taken(&desk, "lijst.csv", LIST.as_bytes());
    let both = LIST.lines().take(2).collect::<Vec<_>>().join("\n");
    let address = sent(&desk, "lijst.csv", both.as_bytes());
    let shown = page(&desk, &address);
    assert_says(
        &shown,
        &[
            "Niet meer in het bestand",
            "<strong>aanbod een-leeg-lokaal</strong>",
            "<strong>deal samen-lassen</strong>",
        ],
    );
    assert!(form(&shown).values("weg").is_empty());
    let before = written(&site);
    let answer = take_over(&desk, &address, |_| {});
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_eq!(written(&site), before);
    let number = shown.find("deal samen-lassen").and_then(|place| {
        let before = shown[..place].rsplit("value=\"").next()?;
        before.split('"').next()
    });
    let number = number.expect("it has a tick").to_owned();
    let answer = take_over(&desk, &address, |form| {
        form.press("weg", &number);
    });
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 1 weggehaald."]);
    assert_eq!(site.read(DEALS), "");
    assert!(
        site.read("content/events/avond/aanbod.toml")
            .contains("Een leeg lokaal")
    );
    let memory = site.read("imports/avond.toml");
    assert!(!memory.contains("samen-lassen") && memory.contains("een-leeg-lokaal"));
}

#[test]
fn what_was_removed_here_comes_back_only_with_a_tick() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    taken(&desk, "lijst.csv", LIST.as_bytes());
    let there = site.read(DEALS);
    site.write(DEALS, "");
    let list = LIST.replace("gekoppeld", "open");
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let shown = page(&desk, &address);
    assert_says(&shown, &["Dit is hier weggehaald."]);
    assert_eq!(form(&shown).values("rij"), ["1"]);
    let answer = take_over(&desk, &address, |form| {
        form.press("rij", "2");
    });
    assert_says(
        &page(&desk, &led(&answer)),
        &["Overgenomen: 1 nieuw, 1 gewijzigd."],
    );
    assert_eq!(site.read(DEALS), there);
}

#[test]
fn what_would_be_done_otherwise_by_now_is_shown_once_more() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "lijst.csv", LIST.as_bytes());
    let before = form(&page(&desk, &address));
    site.write(
        DEALS,
        "[[deal]]\ntitel = \"Samen lassen\"\nstatus = \"lopend\"\n",
    );
    let now = written(&site);
    let answer = desk.send(&address, &before.body());
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert_says(
        &answer.body,
        &[
            "Het verslag is intussen gewijzigd.",
            "zoals het hier staat: <span class=\"said\">lopend</span>",
        ],
    );
    assert_eq!(written(&site), now);
    // A change elsewhere is no other list.
    let mut form = form(&answer.body);
    untick(&mut form, "2");
    site.append("content/regios.toml", "\n# later\n");
    let answer = desk.send(&address, &form.body());
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 2 nieuw."]);
}

#[test]
fn a_list_that_would_make_the_site_wrong_writes_nothing() {
    let (mut site, user) = (site(&[]), user());
    site.write(
        "content/events/avond/ideeen.toml",
        "[[idee]]\ntitel = \"Samen\"\nid = \"samen\"\nconcept = true\n",
    );
    let before = written(&site);
    let desk = Desk::open(site.root(), user.path());
    // The desk knows drafts, and readers do not.
    let list = "Soort;Titel;Ideeën\nDeal;Samen lassen;samen\nDeal;Alleen lassen;\n";
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let answer = take_over(&desk, &address, |_| {});
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_says(&answer.body, &["Er is nog niets overgenomen", "‘samen’"]);
    assert_eq!(form(&answer.body).values("rij"), ["0", "1"]);
    assert_eq!(written(&site), before);
    let answer = take_over(&desk, &address, |form| untick(form, "0"));
    led(&answer);
    assert!(site.read(DEALS).contains("Alleen lassen"));
}

#[test]
fn how_a_file_is_read_can_be_said() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let list = "Lijst van vorig jaar;;\nTitel;Regio;Opmerking\nSamen lassen;Twente;Voor allen\n";
    let address = sent(&desk, "lijst.csv", list.as_bytes());
    let refused = desk.get(&address);
    assert_eq!(refused.status, 422);
    assert_says(
        &refused.body,
        &["Dit bestand is niet gelezen", "name=\"soort\""],
    );
    let said = "soort=deal&kop=2&kolommen=Opmerking%3Dtekst";
    let address = format!("{address}?{said}");
    let answer = take_over(&desk, &address, |_| {});
    led(&answer);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Samen lassen\"\nid = \"samen-lassen\"\ntekst = \"Voor allen\"\nregios = [\"twente\"]\n"
    );
}
