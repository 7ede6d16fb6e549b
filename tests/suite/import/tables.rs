//! Tables taken over into an event: what is written, a second time, and what is left to people.

use super::site;
use crate::harness::Site;
use crate::program::{Ran, oogst};
use crate::tree::Tree;

const EVENT: &str = "+++\ntitel = \"Onze dag\"\ndatum = 2025-11-12\nsamenvatting = \"Een dag.\"\nthemas = []\n+++\n";
const LIST: &str = "Soort;Omschrijving;Wie;Regio;Status;Datum afspraak;Opmerking\n\
    Vraag;Wie geeft gastlessen?;De Linde;Twente;open;;bel 06\n\
    Aanbod;Een leeg lokaal;Van Dam;Twente, Salland;gekoppeld;;\n\
    Deal;Samen lassen;De Linde / Van Dam;Salland;afgesproken;12-11-2025;\n";
const DEALS: &str = "content/events/2025-dag/deals.toml";
const MEMORY: &str = "imports/2025-dag.toml";

fn with_event() -> Site {
    let mut site = site();
    site.write("content/events/2025-dag/event.md", EVENT).write(
        "content/regios.toml",
        "[[regio]]\nnaam = \"Twente\"\n\n[[regio]]\nnaam = \"Salland\"\n",
    );
    site.write("lijst.csv", LIST);
    site
}

fn import(site: &Site, words: &[&str]) -> Ran {
    let all = [&["import", "lijst.csv", "--into", "2025-dag"], words].concat();
    oogst(site.root(), &all)
}

/// The same, which must go well.
fn imported(site: &Site, words: &[&str]) -> String {
    let ran = import(site, words);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.err
}

/// All that people wrote, and what is remembered.
fn written(site: &Site) -> Vec<Tree> {
    ["content", "imports"]
        .iter()
        .filter(|folder| site.at(folder).exists())
        .map(|folder| Tree::read(&site.at(folder)))
        .collect()
}

#[test]
fn each_row_becomes_a_record_in_the_file_of_its_kind() {
    let site = with_event();
    let said = imported(&site, &[]);
    assert_eq!(
        site.read(DEALS),
        "[[deal]]\ntitel = \"Samen lassen\"\nid = \"samen-lassen\"\npartijen = [\"De Linde\", \"Van Dam\"]\nregios = [\"salland\"]\nstatus = \"afgesproken\"\nafgesproken = 2025-11-12\n"
    );
    assert_eq!(
        site.read("content/events/2025-dag/vragen.toml"),
        "[[vraag]]\ntitel = \"Wie geeft gastlessen?\"\nid = \"wie-geeft-gastlessen\"\ndoor = [\"De Linde\"]\nregios = [\"twente\"]\nstatus = \"open\"\n"
    );
    assert_eq!(
        site.read("content/events/2025-dag/aanbod.toml"),
        "[[aanbod]]\ntitel = \"Een leeg lokaal\"\nid = \"een-leeg-lokaal\"\ndoor = [\"Van Dam\"]\nregios = [\"twente\", \"salland\"]\nstatus = \"gekoppeld\"\n"
    );
    for line in [
        "Gelezen: lijst.csv (kop op rij 1)",
        "Niet overgenomen: Opmerking",
        "nieuw: vraag wie-geeft-gastlessen\nnieuw: aanbod een-leeg-lokaal\nnieuw: deal samen-lassen\n",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    // What nobody meant to publish is nowhere.
    assert!(written(&site).iter().all(|tree| {
        tree.0
            .values()
            .all(|bytes| !String::from_utf8_lossy(bytes).contains("bel 06"))
    }));
}

#[test]
fn a_second_time_without_changes_writes_no_byte_and_one_change_is_one_line() {
    let mut site = with_event();
    imported(&site, &[]);
    let before = written(&site);
    let said = imported(&site, &[]);
    assert!(
        said.ends_with("Alles stond er al: er is niets gewijzigd.\n"),
        "{said}"
    );
    assert_eq!(before, written(&site));

    let deals = site.read(DEALS);
    site.write("lijst.csv", LIST.replace("afgesproken;12", "lopend;12"));
    let said = imported(&site, &[]);
    assert!(
        said.contains("deal samen-lassen · status: afgesproken → lopend\n"),
        "{said}"
    );
    assert_eq!(
        site.read(DEALS),
        deals.replace("\"afgesproken\"", "\"lopend\"")
    );
}

#[test]
fn what_somebody_changed_on_the_site_stays_and_what_both_changed_is_asked() {
    let mut site = with_event();
    imported(&site, &[]);
    let changed = site.read(DEALS).replace("\"afgesproken\"", "\"afgerond\"");
    site.write(DEALS, &changed);
    // The list says what it said: the site's change stays.
    imported(&site, &[]);
    assert_eq!(site.read(DEALS), changed);

    site.write("lijst.csv", LIST.replace("afgesproken;12", "gestopt;12"));
    let before = written(&site);
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains(
            "`status` van deal samen-lassen is in de lijst `gestopt` en op de site `afgerond`"
        ),
        "{}",
        ran.err
    );
    assert_eq!(before, written(&site));
    imported(&site, &["--prefer", "site"]);
    assert_eq!(site.read(DEALS), changed);
    // It was decided: the next time nobody asks again.
    imported(&site, &[]);
    site.write("lijst.csv", LIST.replace("afgesproken;12", "open;12"));
    assert_eq!(import(&site, &[]).code, 1, "no word of a deal");
    site.write("lijst.csv", LIST.replace("afgesproken;12", "lopend;12"));
    assert_eq!(import(&site, &[]).code, 1);
    imported(&site, &["--prefer", "sheet"]);
    assert_eq!(
        site.read(DEALS),
        changed.replace("\"afgerond\"", "\"lopend\"")
    );
}

#[test]
fn an_emptied_cell_takes_away_only_what_the_list_had_and_a_lost_row_nothing() {
    let mut site = with_event();
    imported(&site, &[]);
    site.write("lijst.csv", LIST.replace(";Twente;open;", ";;open;"));
    imported(&site, &[]);
    assert!(
        !site
            .read("content/events/2025-dag/vragen.toml")
            .contains("regios")
    );
    let rows: Vec<&str> = LIST
        .lines()
        .filter(|line| !line.starts_with("Deal"))
        .collect();
    site.write("lijst.csv", rows.join("\n"));
    let deals = site.read(DEALS);
    let said = imported(&site, &["--prefer", "site"]);
    assert!(
        said.contains("Niet meer in de lijst, en gebleven: deal samen-lassen"),
        "{said}"
    );
    assert_eq!(site.read(DEALS), deals);
}

#[test]
fn a_record_that_was_removed_comes_back_only_when_asked() {
    let mut site = with_event();
    imported(&site, &[]);
    let deals = site.read(DEALS);
    site.write(DEALS, "");
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("[record-gone]"), "{}", ran.err);
    imported(&site, &["--prefer", "site"]);
    assert_eq!(site.read(DEALS), "");
    imported(&site, &["--prefer", "sheet"]);
    assert_eq!(site.read(DEALS), deals);
}

#[test]
fn a_dry_run_and_a_row_with_a_mistake_write_nothing() {
    let mut site = with_event();
    let before = written(&site);
    let said = imported(&site, &["--dry-run"]);
    assert!(
        said.ends_with("Dit zou er komen te staan. Er is niets gewijzigd.\n"),
        "{said}"
    );
    assert_eq!(before, written(&site));
    site.write(
        "lijst.csv",
        LIST.replace("Salland;afgesproken", "Sallland;afgesproken"),
    );
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("bedoelt u `Salland`?"), "{}", ran.err);
    assert!(
        ran.err.ends_with(
            "3 rijen gelezen, waarvan 1 met een fout. Er is niets gewijzigd.\nMet --skip-bad-rows gaan de andere rijen door; de overgeslagen rijen komen in een bestand ernaast.\n"
        ),
        "{}",
        ran.err
    );
    assert_eq!(before, written(&site));
}

#[test]
fn what_is_remembered_is_read_like_what_anybody_wrote() {
    let mut site = with_event();
    imported(&site, &[]);
    let memory = site.read(MEMORY);
    for damaged in [
        "",
        "format = 1\n[deal]\nx = 1\n",
        "format = 1\n[deal.\"../x\"]\ny = \"\"\n",
        &memory[..memory.len() / 2],
        "\u{0}",
    ] {
        site.write(MEMORY, damaged);
        let before = written(&site);
        let ran = import(&site, &[]);
        assert_eq!(ran.code, 1, "{damaged}");
        assert!(ran.err.contains("[unreadable-memory]"), "{}", ran.err);
        assert_eq!(before, written(&site));
    }
}

#[test]
fn only_its_title_tells_which_record_a_row_was() {
    let mut site = with_event();
    // The words of one ask are the title of another.
    let list = "Soort;Omschrijving;Toelichting\nVraag;Gastles;\nVraag;Een lokaal;Gastles\n";
    site.write("lijst.csv", list);
    imported(&site, &[]);
    let asks = site.read("content/events/2025-dag/vragen.toml");
    site.write("lijst.csv", list.replace("Een lokaal", "Een groot lokaal"));
    let said = imported(&site, &[]);
    assert!(said.contains("nieuw: vraag een-groot-lokaal\n"), "{said}");
    assert_eq!(
        site.read("content/events/2025-dag/vragen.toml"),
        format!(
            "{asks}\n[[vraag]]\ntitel = \"Een groot lokaal\"\nid = \"een-groot-lokaal\"\ntekst = \"Gastles\"\n"
        )
    );
}

/// A list as programs of before UTF-8 save it.
fn in_windows_1252(text: &str) -> Vec<u8> {
    let letter = |letter| match letter {
        '€' => 0x80,
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).expect("a letter of Western Europe"),
    };
    text.chars().map(letter).collect()
}

#[test]
fn a_guess_of_how_letters_were_saved_is_told_with_a_row_that_shows_it() {
    let list =
        "Soort;Omschrijving;Wie\nVraag;Wie helpt?;De Linde\nVraag;Reünie in Café Zoë;De Linde\n";
    let mut site = with_event();
    site.write("lijst.csv", in_windows_1252(list));
    let said = imported(&site, &[]);
    assert!(
        said.contains(
            "  de letters zijn gelezen als windows-1252: het bestand zegt niet hoe ze bewaard zijn\n  \
             zo staat er op rij 3: Reünie in Café Zoë\n  \
             Staan daar vreemde tekens? Open de lijst in Excel, bewaar die als “CSV UTF-8” en importeer dat bestand.\n"
        ),
        "{said}"
    );
    // The way out: the same list, with and without the mark that Excel writes before it.
    for text in [list.to_owned(), format!("\u{FEFF}{list}")] {
        site.write("lijst.csv", text);
        let said = imported(&site, &[]);
        assert!(
            !said.contains("letters") && !said.contains("rij 3"),
            "{said}"
        );
        assert!(said.ends_with("er is niets gewijzigd.\n"), "{said}");
    }
    // A letter that only a column has which is not taken is none to show.
    site.write(
        "lijst.csv",
        in_windows_1252("Soort;Omschrijving;Opmerking\nVraag;Wie helpt?;Café\n"),
    );
    let said = imported(&site, &[]);
    assert!(
        said.contains("windows-1252") && !said.contains("zo staat er"),
        "{said}"
    );
}

#[test]
fn letters_that_could_not_be_read_are_told_of_with_their_row() {
    let mut site = with_event();
    let list = "Soort;Omschrijving\nVraag;Wie helpt Zoë?\nVraag;Wie leert mij lassen?\n";
    let wide = list
        .replace("mij", "\u{0}ij")
        .encode_utf16()
        .collect::<Vec<u16>>();
    let wide = wide
        .into_iter()
        .map(|unit| if unit == 0 { 0xD800 } else { unit });
    let bytes: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(wide)
        .flat_map(u16::to_le_bytes)
        .collect();
    site.write("lijst.csv", bytes);
    let said = imported(&site, &["--dry-run"]);
    assert!(
        said.contains("zo staat er op rij 3: Wie leert �ij lassen?\n"),
        "{said}"
    );
    assert!(
        said.contains("Sommige letters waren niet te lezen"),
        "{said}"
    );
    assert!(!said.contains("gelezen als"), "{said}");
}
