//! Names of files and folders: fixed ones in either language and any letters, and names that a look
//! for letters, signs and accents would lose.

use std::collections::BTreeSet;

use oogst::words::Language;

use crate::harness::{Site, source, tests};
use crate::links::built::decoded;
use crate::page::Page;
use crate::program::oogst;

const EVENT: &str = "content/events/2024-proef/event.md";
const FACTS: &str = "+++\ntitel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\n+++\n\n";

/// A site of one event with this text and these records.
fn site(text: &str, records: &str) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\n")]);
    site.write(EVENT, format!("{FACTS}{text}\n"));
    site.write("content/events/2024-proef/r.toml", records);
    site
}

/// A picture, each width of it another one.
fn picture() -> Vec<u8> {
    let photo = source(&tests(), "veenland")
        .join("content/events/2021-werkbezoek-de-kroon/media/robotarm.jpg");
    std::fs::read(photo).expect("the fixture has a photo")
}

/// Every link, picture and source of the event's page that leads to a file of its folder; each is
/// in the output.
fn followed(site: &Site) -> BTreeSet<String> {
    let page = Page::read(&site.read("output/bijeenkomsten/2024-proef/index.html"));
    let media = page.follows.iter().chain(&page.loads);
    let files: BTreeSet<String> = media
        .map(|address| decoded(address.split('#').next().unwrap_or_default()))
        .filter(|address| address.contains("/media/"))
        .collect();
    for file in &files {
        let place = site.at(&format!("output{file}"));
        assert!(place.is_file(), "{file} leads to no file");
    }
    files
}

/// The folder of the event of [`with_all_folders`].
const AVOND: &str = "content/events/2025-techniekavond";

/// A site with a file in each folder whose name is fixed.
fn with_all_folders() -> Site {
    let event = AVOND;
    let mut plain = Site::from("klein");
    plain.write(
        "content/pages/colofon.md",
        "+++\ntitel = \"Colofon\"\n+++\n\nTekst.\n",
    );
    plain.write(
        &format!("{event}/deals/los.md"),
        "+++\ntitel = \"Los\"\n+++\n\nTekst.\n",
    );
    plain.write(&format!("{event}/media/a.csv"), "a;b\n");
    plain.write(
        &format!("{event}/r.toml"),
        "[[materiaal]]\ntitel = \"Tabel\"\nid = \"tabel\"\nbestand = \"media/a.csv\"\n",
    );
    plain
}

#[test]
fn fixed_names_are_known_in_either_language_and_any_letters() {
    let (event, mut plain) = (AVOND, with_all_folders());
    let other = plain.copied();
    let expected = plain.build().output();
    for (event_file, folder, pages, media, deals) in [
        (
            "bijeenkomst.md",
            "bijeenkomsten",
            "paginas",
            "media",
            "DEALS",
        ),
        ("Event.md", "Events", "Pages", "Media", "Deals"),
        ("EVENT.MD", "EVENTS", "PAGES", "MEDIA", "DeaLs"),
        (
            "BijEenkomst.Md",
            "Bijeenkomsten",
            "Paginas",
            "media",
            "deals",
        ),
    ] {
        let mut site = other.copied();
        site.rename(
            &format!("{event}/event.md"),
            &format!("{event}/{event_file}"),
        )
        .rename(&format!("{event}/media"), &format!("{event}/m"))
        .rename(&format!("{event}/m"), &format!("{event}/{media}"))
        .rename(&format!("{event}/deals"), &format!("{event}/i"))
        .rename(&format!("{event}/i"), &format!("{event}/{deals}"))
        .rename("content/pages", "content/p")
        .rename("content/p", &format!("content/{pages}"))
        .rename("content/events", "content/e")
        .rename("content/e", &format!("content/{folder}"));
        let built = site.build().output();
        // Records name the folder as it is, or as it is known.
        let table = format!("content/{folder}/2025-techniekavond/r.toml");
        let renamed = site
            .replace(&table, "media/a", &format!("{media}/a"))
            .build();
        expected.assert_same(&renamed.output(), "the file is found by its own name");
        expected.assert_same(&built, &format!("{folder}/{event_file} is the same site"));
    }
}

#[test]
fn what_is_said_and_changed_of_a_file_stands_where_it_is() {
    let (event, mut other) = (AVOND, with_all_folders());
    other
        .rename(
            &format!("{event}/event.md"),
            &format!("{event}/Bijeenkomst.md"),
        )
        .rename("content/events", "content/bijeenkomsten");
    let ran = oogst(
        other.root(),
        &["rename", "event:2025-techniekavond", "2025-avond"],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let moved = "content/bijeenkomsten/2025-avond/Bijeenkomst.md";
    assert!(other.at(moved).is_file(), "{}", ran.out);
    other
        .append(moved, "\n[x](media/niets.pdf)\n")
        .fresh()
        .build_refused();
    let said = other.diagnostics(Language::Nl);
    assert!(said.contains(&format!("--> {moved}:")), "{said}");
}

#[test]
fn links_lead_to_files_whatever_their_names() {
    let mut site = site(
        "![De zaal](<media/Foto (1) van de dag & avond #2 100%.jpg>)\n\n\
         [De dia’s](<media/Dia's (versie 2).pdf>) en [nog eens](media/Dia%27s%20%28versie%202%29.pdf#page=2)\n\n\
         ![Koffie](<media/Café één.jpg>) [Korting](<media/50%20 of meer.csv>)",
        "[[foto]]\nbestand = \"media/Foto (1) van de dag & avond #2 100%.jpg\"\nalt = \"De zaal vol\"\ntoestemming = \"niet-nodig\"\n\
         [[foto]]\nbestand = \"media/Café één.jpg\"\nalt = \"Koffie\"\ntoestemming = \"niet-nodig\"\n\
         [[materiaal]]\nbestand = \"media/Dia's (versie 2).pdf\"\ntitel = \"De dia's\"\n[[materiaal]]\nbestand = \"media/twee  spaties.csv\"\ntitel = \"Tabel\"\n\
         [[uitkomst]]\ntekst = \"Een.\"\n",
    );
    let media = "content/events/2024-proef/media";
    for name in [
        "Foto (1) van de dag & avond #2 100%.jpg",
        // As a Mac keeps it: an e and an accent.
        "Cafe\u{301} e\u{301}e\u{301}n.jpg",
    ] {
        site.write(&format!("{media}/{name}"), picture());
    }
    site.write(&format!("{media}/Dia's (versie 2).pdf"), "%PDF-1.4\n")
        .write(&format!("{media}/50%20 of meer.csv"), "a;b\n")
        .write(&format!("{media}/twee  spaties.csv"), "a;b\n");
    site.build();
    assert_eq!(
        site.codes(),
        BTreeSet::new(),
        "{}",
        site.diagnostics(Language::Nl)
    );
    let files = followed(&site);
    for start in [
        "foto-1-van-de-dag-avond-2-100-600.jpg",
        "cafe-een-600.jpg",
        "dias-versie-2.pdf",
        "50-20-of-meer.csv",
        "twee-spaties.csv",
    ] {
        let is_there = |file: &String| file.contains(&format!("/media/{start}"));
        assert!(
            files.iter().any(is_there),
            "{start} is not linked: {files:?}"
        );
    }
}

#[test]
fn photos_of_one_name_and_two_kinds_both_come_out() {
    let names = ["zaal.jpg", "zaal.png", "Zaal.JPG", "zaal-png.jpg"];
    let records: String = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            format!("[[foto]]\nid = \"f{number}\"\nbestand = \"media/{name}\"\nalt = \"Zaal {number}\"\ntoestemming = \"niet-nodig\"\n")
        })
        .collect();
    let mut site = site("Tekst.", &records);
    for name in names {
        site.write(
            &format!("content/events/2024-proef/media/{name}"),
            picture(),
        );
    }
    site.build();
    let stems: BTreeSet<String> = followed(&site)
        .iter()
        .filter_map(|file| Some(file.rsplit_once('/')?.1.rsplit_once('-')?.0.to_owned()))
        .collect();
    let expected = ["f0", "f1", "f2", "f3"].map(str::to_owned);
    assert_eq!(stems, BTreeSet::from(expected));
}

#[test]
fn a_space_in_a_link_is_told_with_a_suggestion_that_works() {
    let text = "![De zaal](media/IMG 1234 (2).JPG) en [het verslag](media/verslag van tafels.csv \"Titel\")\n\n\
                Geen link: [1](zie ook pagina 3), `[x](media/a b.pdf)`\n\n```\n[x](media/a b.pdf)\n```\n";
    let mut site = site(
        text,
        "[[foto]]\nbestand = \"media/IMG 1234 (2).JPG\"\nalt = \"De zaal\"\ntoestemming = \"niet-nodig\"\n",
    );
    site.write(
        "content/events/2024-proef/media/IMG 1234 (2).JPG",
        picture(),
    )
    .write(
        "content/events/2024-proef/media/verslag van tafels.csv",
        "a;b\n",
    )
    .build();
    let said = site.diagnostics(Language::Nl);
    assert!(
        said.contains("bedoelt u `media/IMG%201234%20(2).JPG`?")
            && said.contains("bedoelt u `media/verslag%20van%20tafels.csv`?")
            && said.ends_with("2 waarschuwingen.\n"),
        "{said}"
    );
    for (from, to) in [
        ("media/IMG 1234 (2).JPG)", "media/IMG%201234%20(2).JPG)"),
        (
            "media/verslag van tafels.csv \"",
            "media/verslag%20van%20tafels.csv \"",
        ),
    ] {
        site.replace(EVENT, from, to);
    }
    site.build();
    assert_eq!(site.codes(), BTreeSet::new());
    let files = followed(&site);
    for start in ["/media/img-1234-2-480.jpg", "/media/verslag-van-tafels.csv"] {
        assert!(files.iter().any(|file| file.contains(start)), "{files:?}");
    }
}

#[test]
fn what_a_draft_or_a_text_names_is_not_told_as_unnamed() {
    let mut site = site(
        "![Los](media/tekst.jpg)",
        "[[foto]]\nconcept = ja\nbestand = \"media/concept.jpg\"\nalt = \"Later\"\n\
         [[foto]]\nbestand = \"media/nee.jpg\"\nalt = \"Nooit\"\ntoestemming = nee\n",
    );
    site.write(
        "content/events/2023-later/event.md",
        FACTS.replace("+++\n\n", "concept = ja\n+++\n\n"),
    );
    for name in ["tekst.jpg", "concept.jpg", "nee.jpg"] {
        site.write(
            &format!("content/events/2024-proef/media/{name}"),
            picture(),
        );
    }
    site.write("content/events/2023-later/media/later.jpg", picture())
        .build();
    let expected = BTreeSet::from(["picture-not-declared", "same-as-refused"]);
    assert!(
        site.codes().is_subset(&expected),
        "{}",
        site.diagnostics(Language::Nl)
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_some_computer_cannot_have_is_told_with_one_that_all_can() {
    for (name, better) in [
        ("Wat nu?.csv", "Wat nu.csv"),
        ("10:30 aux.csv", "10-30 aux.csv"),
        ("con.csv", "con-1.csv"),
        ("AUX.b.csv", "AUX-1.b.csv"),
        ("eind .csv ", "eind.csv"),
        ("a|b<c>\"d\".csv.", "a-b-c--d.csv"),
        ("???.csv", "1.csv"),
    ] {
        let records = |name: &str| {
            let name = name.replace('"', "\\\"");
            format!("[[materiaal]]\ntitel = \"T\"\nbestand = \"media/{name}\"\n")
        };
        let mut site = site("Tekst.", &records(name));
        let place = |name: &str| format!("content/events/2024-proef/media/{name}");
        site.write(&place(name), "a;b\n").build_refused();
        let said = site.diagnostics(Language::Nl);
        assert!(
            said.contains("[bad-file-name]") && said.contains(&format!("`{better}`")),
            "{name}\n{said}"
        );
        site.rename(&place(name), &place(better))
            .write("content/events/2024-proef/r.toml", records(better))
            .build();
        assert_eq!(followed(&site).len(), 1, "{better}");
    }
}

#[test]
fn an_event_whose_only_text_has_another_name_is_an_error_that_says_which() {
    let folder = "content/events/2025-streekdag";
    let report = "+++\ntitel = \"Streekdag\"\ndatum = 2025-01-01\nsamenvatting = \"S.\"\n+++\n";
    let mut site = Site::from("klein");
    site.write(&format!("{folder}/verslag.md"), report)
        .build_refused();
    assert_eq!(
        site.diagnostics(Language::Nl),
        "fout[fixed-name]: `verslag.md` wordt niet gelezen: oogst zoekt `event.md`\n\
         --> content/events/2025-streekdag/verslag.md\n = tip: noem het `event.md`\n\n1 fout.\n"
    );
    // With records beside it, it is one mistake still.
    site.write(
        &format!("{folder}/ideeen.toml"),
        "[[idee]]\ntitel = \"Oven\"\nregios = []\nthemas = []\n",
    );
    site.build_refused();
    assert_eq!(site.codes(), ["fixed-name"].into());
    site.rename(
        &format!("{folder}/verslag.md"),
        &format!("{folder}/event.md"),
    )
    .build();
    assert_eq!(site.codes(), [].into());
}

#[test]
fn settings_may_be_called_by_their_other_words() {
    let settings = [
        ("titel", "\"Dorp\""),
        ("webadres", "\"https://dorp.example/\""),
        ("omschrijving", "\"Een dorp.\""),
        ("taal", "\"nl\""),
        ("uitgever", "\"De school\""),
        ("licentie", "\"CC0\""),
    ];
    let others = [
        "naam",
        "adres",
        "beschrijving",
        "hoofdtaal",
        "afzender",
        "license",
    ];
    let text = |keys: &[&str]| -> String {
        let rows = keys.iter().zip(settings);
        rows.map(|(key, (_, value))| format!("{key} = {value}\n"))
            .collect()
    };
    let mut own = Site::from("klein");
    own.write("oogst.toml", text(&settings.map(|(key, _)| key)));
    let mut also = Site::from("klein");
    also.write("oogst.toml", text(&others));
    let (own, also) = (own.build().output(), also.build().output());
    own.assert_same(&also, "another word for a setting means the same");
    // What is nearly another word is told by the setting's own.
    let mut near = Site::from("klein");
    near.write(
        "oogst.toml",
        text(&others).replace("beschrijving", "beschrijvin"),
    )
    .build_refused();
    assert!(
        near.diagnostics(Language::Nl)
            .contains("bedoelt u `omschrijving`?"),
        "{}",
        near.diagnostics(Language::Nl)
    );
}
