//! A newer programme: what changed in it changes on the site, and what somebody wrote there stays.

use serde_json::json;

use super::made::{calendar, part, schedule, whole_day, with};
use super::{import, imported, of_event, site, written};

#[test]
fn the_same_programme_again_writes_no_byte() {
    let mut site = site();
    let day = schedule(&whole_day());
    imported(&mut site, "schedule.json", &day, &[]);
    let before = written(&site);
    let said = imported(&mut site, "schedule.json", &day, &[]);
    assert!(
        said.ends_with("Alles stond er al: er is niets gewijzigd.\n"),
        "{said}"
    );
    assert_eq!(written(&site), before);
}

#[test]
fn a_dry_run_writes_nothing_and_tells_all() {
    let mut site = site();
    let before = written(&site);
    let said = imported(
        &mut site,
        "schedule.json",
        &schedule(&whole_day()),
        &["--dry-run"],
    );
    assert!(said.contains("nieuw: sessie koffie\n"), "{said}");
    assert!(
        said.ends_with("Dit zou er komen te staan. Er is niets gewijzigd.\n"),
        "{said}"
    );
    assert_eq!(written(&site), before);
}

#[test]
fn a_part_is_known_by_its_guid_whatever_it_is_called() {
    let mut site = site();
    imported(&mut site, "schedule.json", &schedule(&whole_day()), &[]);
    let mut day = whole_day();
    day[1]["title"] = json!("Thee en taart");
    day[1]["date"] = json!("2025-11-12T11:15:00+01:00");
    day[0]["persons"] = json!([{ "name": "Noor de Wit" }]);
    day.remove(2);
    // Another with the title that the first had.
    day.push(part(5, "2025-11-12T15:00:00+01:00", "Koffie"));
    let said = imported(&mut site, "schedule.json", &schedule(&day), &[]);
    for line in [
        "sessie koffie · titel: Koffie → Thee en taart\n",
        "sessie koffie · begin: 11:00 → 11:15\n",
        "sessie koffie · einde: 11:15 → 11:30\n",
        "sessie wie-zorgt-er-morgen-een-opening · sprekers: jan-smit; Noor de Wit → Noor de Wit\n",
        "nieuw: sessie koffie-2\n",
        "Niet meer in het programma, en gebleven: sessie muziek\n",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let sessions = of_event(&site, "sessies.toml");
    assert!(
        sessions.contains("titel = \"Thee en taart\"\nid = \"koffie\"\nsoort = \"pauze\"\nbegin = \"11:15\"\neinde = \"11:30\"\n"),
        "{sessions}"
    );
    assert!(sessions.contains("titel = \"Muziek\"\n"), "{sessions}");
    let before = written(&site);
    imported(&mut site, "schedule.json", &schedule(&day), &[]);
    assert_eq!(written(&site), before);
}

#[test]
fn what_was_changed_on_the_site_stays_and_what_both_changed_is_asked() {
    let mut site = site();
    let mut day = whole_day();
    imported(&mut site, "schedule.json", &schedule(&day), &[]);
    let path = format!("{}/sessies.toml", super::EVENT);
    site.replace(
        &path,
        "titel = \"Koffie\"",
        "titel = \"Koffie met taart\" # lekker",
    );
    imported(&mut site, "schedule.json", &schedule(&day), &[]);
    assert!(
        site.read(&path)
            .contains("titel = \"Koffie met taart\" # lekker\n")
    );
    day[1]["title"] = json!("Koffie en thee");
    let before = written(&site);
    let ran = import(&mut site, "schedule.json", &schedule(&day), &[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("fout[changed-on-both-sides]"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("schedule.json:1:"), "{}", ran.err);
    assert_eq!(written(&site), before);
    imported(
        &mut site,
        "schedule.json",
        &schedule(&day),
        &["--prefer", "site"],
    );
    assert!(
        site.read(&path)
            .contains("titel = \"Koffie met taart\" # lekker\n")
    );
    day[1]["title"] = json!("Koffie of thee");
    imported(
        &mut site,
        "schedule.json",
        &schedule(&day),
        &["--prefer", "sheet"],
    );
    assert!(
        site.read(&path)
            .contains("titel = \"Koffie of thee\" # lekker\n")
    );
}

#[test]
fn what_was_removed_from_the_site_is_asked_for() {
    let mut site = site();
    let day = schedule(&[part(1, "2025-11-12T10:00:00+01:00", "Opening")]);
    imported(&mut site, "schedule.json", &day, &[]);
    site.write(&format!("{}/sessies.toml", super::EVENT), "");
    let ran = import(&mut site, "schedule.json", &day, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("fout[record-gone]"), "{}", ran.err);
    imported(&mut site, "schedule.json", &day, &["--prefer", "site"]);
    assert_eq!(of_event(&site, "sessies.toml"), "");
    imported(&mut site, "schedule.json", &day, &["--prefer", "sheet"]);
    assert!(of_event(&site, "sessies.toml").contains("titel = \"Opening\"\n"));
}

#[test]
fn what_was_typed_before_is_found_by_its_title_and_time() {
    let mut site = site();
    let typed = "[[sessie]]\ntitel = \"Pauze\"\nid = \"ochtend\"\nbegin = \"10:30\"\n\n[[sessie]]\ntitel = \"Pauze\"\nid = \"middag\"\nbegin = \"15:00\"\n\n[[sessie]]\ntitel = \"Slot\"\nvraag = \"En nu?\"\n";
    site.write(&format!("{}/sessies.toml", super::EVENT), typed)
        .write(
            &format!("{}/sprekers.toml", super::EVENT),
            "[[spreker]]\npersoon = \"Noor de Wit\"\ntekst = \"Zij zei dat het kan.\"\n",
        );
    let at = |number, time: &str, title| {
        with(
            part(number, &format!("2025-11-12T{time}:00+01:00"), title),
            &json!({ "duration": "0:15", "type": "" }),
        )
    };
    let mut day = vec![
        at(1, "15:00", "Pauze"),
        at(2, "10:30", "Pauze"),
        at(3, "12:00", "Pauze"),
        at(4, "16:00", "Slot"),
    ];
    day[3]["persons"] = json!([{ "name": "Noor de Wit", "biography": "Noor is arts." }]);
    imported(&mut site, "schedule.json", &schedule(&day), &[]);
    assert_eq!(
        of_event(&site, "sessies.toml"),
        "[[sessie]]\ntitel = \"Pauze\"\nid = \"ochtend\"\nsoort = \"pauze\"\nbegin = \"10:30\"\neinde = \"10:45\"\nzaal = \"Grote zaal\"\n\n[[sessie]]\ntitel = \"Pauze\"\nid = \"middag\"\nsoort = \"pauze\"\nbegin = \"15:00\"\neinde = \"15:15\"\nzaal = \"Grote zaal\"\n\n[[sessie]]\ntitel = \"Slot\"\nbegin = \"16:00\"\neinde = \"16:15\"\nzaal = \"Grote zaal\"\nsprekers = [\"Noor de Wit\"]\nvraag = \"En nu?\"\n\n[[sessie]]\ntitel = \"Pauze\"\nid = \"pauze\"\nsoort = \"pauze\"\nbegin = \"12:00\"\neinde = \"12:15\"\nzaal = \"Grote zaal\"\n"
    );
    // What somebody said here is not what a programme says of them.
    assert!(of_event(&site, "sprekers.toml").contains("Zij zei dat het kan."));
    let before = written(&site);
    imported(&mut site, "schedule.json", &schedule(&day), &[]);
    assert_eq!(written(&site), before);
}

#[test]
fn days_are_those_of_the_parts_and_of_the_event() {
    let mut site = site();
    site.replace(
        &format!("{}/event.md", super::EVENT),
        "datum = 2025-11-12\n",
        "datum = 2025-11-12\neinde = 2025-11-13\n",
    );
    let text = calendar(&[
        "UID:a@x\nSUMMARY:Een\nDTSTART:20251112T100000",
        "UID:b@x\nSUMMARY:Twee\nDTSTART:20251113T100000",
        "UID:c@x\nSUMMARY:Drie\nDTSTART:20251120T100000",
        "UID:d@x\nSUMMARY:Vier\nDTSTART:20251111T100000",
    ]);
    let said = imported(&mut site, "programma.ics", &text, &[]);
    assert_eq!(
        of_event(&site, "sessies.toml"),
        "[[sessie]]\ntitel = \"Een\"\nid = \"een\"\ndatum = 2025-11-12\nbegin = \"10:00\"\n\n[[sessie]]\ntitel = \"Twee\"\nid = \"twee\"\ndatum = 2025-11-13\nbegin = \"10:00\"\n"
    );
    assert!(said.contains("2 onderdelen niet overgenomen"), "{said}");
    assert!(said.contains("`einde = 2025-11-20` in event.md"), "{said}");
    // The way out works.
    site.replace(
        &format!("{}/event.md", super::EVENT),
        "einde = 2025-11-13\n",
        "einde = 2025-11-20\n",
    );
    imported(&mut site, "programma.ics", &text, &[]);
    assert!(of_event(&site, "sessies.toml").contains("titel = \"Drie\"\n"));
    let moved = text.replace("20251113T100000", "20251114T100000");
    let said = imported(&mut site, "programma.ics", &moved, &[]);
    assert!(
        said.contains("sessie twee · datum: 13-11-2025 → 14-11-2025\n"),
        "{said}"
    );
}

#[test]
fn an_event_that_is_not_there_is_told_of() {
    let mut site = site();
    site.write("a.json", schedule(&whole_day()));
    let ran = crate::program::oogst(site.root(), &["import", "a.json", "--into", "2025-dg"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("fout[import-rows-into-nothing]"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("bedoelt u `2025-dag`?"), "{}", ran.err);
}
