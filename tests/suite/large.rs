//! A large archive: no page grows with it, and everything in it can be reached.
//!
//! It has fewer events than an archive that a country keeps (500, with 20,000 sessions, 3,000 themes
//! and 13,000 people), and passes every limit that theirs passes: more themes, regions, people,
//! organisations, series and years than a page names, a region with more regions below it and a
//! theme with more below it than are shown, a series of more editions, an event of 120 talks.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::harness::Site;
use crate::page::{self, Page, texts};
use crate::tree::Tree;
use crate::weight::too_heavy;

const EVENTS: usize = 90;
const THEMES: usize = 1_000;
const REGIONS: usize = 400;
const PROVINCES: usize = 5;
const PEOPLE: usize = 700;
const ORGANISATIONS: usize = 300;
const SERIES: usize = 120;

/// Names as people give them: several words, none of them alike.
fn name(what: &str, number: usize) -> String {
    const WORDS: [&str; 11] = [
        "Techniek",
        "Bouwen",
        "Energie",
        "Water",
        "Zorg",
        "Metaal",
        "Groen",
        "Kracht",
        "Onderwijs",
        "Werkplaats",
        "Ähnlich",
    ];
    let one = WORDS[number % WORDS.len()];
    let other = WORDS[number / WORDS.len() % WORDS.len()];
    format!("{one} en {} {what} {number}", other.to_lowercase())
}

fn shared() -> String {
    let mut shared = String::from("[[regio]]\nnaam = \"Land\"\n");
    let mut put = |text: String| shared.push_str(&text);
    for region in 0..REGIONS {
        let above = if region < PROVINCES {
            "land".to_owned()
        } else {
            format!("r{}", region % PROVINCES)
        };
        put(format!(
            "[[regio]]\nid = \"r{region}\"\nnaam = \"{}\"\nonder = [\"{above}\"]\n",
            name("regio", region)
        ));
    }
    for theme in 0..THEMES {
        let above = if (1..=40).contains(&theme) {
            "onder = [\"t0\"]\n"
        } else {
            ""
        };
        put(format!(
            "[[thema]]\nid = \"t{theme}\"\nnaam = \"{}\"\n{above}",
            name("thema", theme)
        ));
    }
    for person in 0..PEOPLE {
        put(format!(
            "[[persoon]]\nid = \"p{person}\"\nnaam = \"Jo van {}\"\n",
            name("mens", person)
        ));
    }
    for organisation in 0..ORGANISATIONS {
        put(format!(
            "[[organisatie]]\nid = \"o{organisation}\"\nnaam = \"{}\"\nsoort = \"school\"\nregios = [\"r{}\"]\n",
            name("school", organisation),
            organisation % REGIONS
        ));
    }
    for series in 0..SERIES {
        put(format!(
            "[[reeks]]\nid = \"s{series}\"\nnaam = \"{}\"\n",
            name("reeks", series)
        ));
    }
    shared
}

/// What came of an event: few deals each, and many sessions, of which each is about another theme.
fn records(event: usize) -> String {
    let mut records = String::new();
    let sessions = if event == 0 { 120 } else { 12 };
    for session in 0..sessions {
        let number = event * 12 + session;
        let _ = writeln!(
            records,
            "[[sessie]]\ntitel = \"{}\"\nid = \"z{session}\"\nthemas = [\"t{}\", \"t{}\"]\nsprekers = [\"p{}\"]",
            name("sessie", number),
            number % THEMES,
            event % 3,
            number % PEOPLE
        );
    }
    for number in 0..3 {
        for (kind, by) in [("vraag", event), ("aanbod", event + 7)] {
            let status = if number == 2 { "open" } else { "gekoppeld" };
            let _ = writeln!(
                records,
                "[[{kind}]]\ntitel = \"{}\"\nid = \"{kind}{number}\"\ndoor = \"o{}\"\nthemas = [\"t{number}\"]\nstatus = \"{status}\"",
                name(kind, event * 3 + number),
                by % ORGANISATIONS
            );
        }
        let _ = writeln!(
            records,
            "[[idee]]\ntitel = \"{}\"\nthemas = [\"t{number}\", \"t4\"]\ndoor = \"o{}\"",
            name("idee", event * 3 + number),
            event % ORGANISATIONS
        );
    }
    for number in 0..2 {
        let _ = writeln!(
            records,
            "[[deal]]\ntitel = \"{}\"\nvragen = [\"vraag{number}\"]\naanbod = [\"aanbod{number}\"]\nstatus = \"lopend\"",
            name("deal", event * 2 + number)
        );
    }
    records
}

/// The archive.
fn archive() -> Site {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Archief\"\nlanguage = \"nl\"\nbase_url = \"https://archief.example/\"\nvastgelegd = { rollen = \"geen\" }\n[search]\nenabled = false\n[social]\nenabled = false\n",
        ),
        ("content/alles.toml", &shared()),
    ]);
    for event in 0..EVENTS {
        // Each in a year of its own.
        let (year, month) = (1936 + event, 1 + event % 12);
        let series = if event < 60 { 0 } else { event % SERIES };
        let folder = format!("content/events/{year}-dag-{event}");
        site.write(
            &format!("{folder}/event.md"),
            format!(
                "+++\ntitel = \"{}\"\ndatum = {year}-{month:02}-11\nsamenvatting = \"Een dag over techniek en wat ervan kwam.\"\nregios = [\"r{}\"]\nreeks = \"s{series}\"\n+++\nTekst.\n",
                name("dag", event),
                event * 3 % REGIONS
            ),
        )
        .write(&format!("{folder}/opbrengst.toml"), records(event));
    }
    site
}

/// The pages that no link of the site leads to, from home on. Frames are for other sites.
fn out_of_reach(site: &Tree) -> Vec<String> {
    let pages = page::pages(site);
    let file = |address: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        path.strip_prefix('/')
            .filter(|_| path.ends_with('/'))
            .map(|path| format!("{path}index.html"))
    };
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        for address in &pages[&path].follows {
            if let Some(to) = file(address).filter(|to| pages.contains_key(to))
                && reached.insert(to.clone())
            {
                waiting.push(to);
            }
        }
    }
    let is_apart = |page: &Page| {
        page.attributes
            .iter()
            .any(|(name, value)| name == "data-page" && ["embed", "404"].contains(&value.as_str()))
    };
    pages
        .iter()
        .filter(|(path, page)| !reached.contains(*path) && !is_apart(page))
        .map(|(path, _)| path.clone())
        .collect()
}

#[test]
fn no_page_grows_with_the_archive_and_nothing_in_it_is_out_of_reach() {
    let mut site = archive();
    let output = site.build().output();
    let heavy = too_heavy(&output);
    assert!(heavy.is_empty(), "{heavy:#?}");
    let lost = out_of_reach(&output);
    assert!(
        lost.is_empty(),
        "{} pages: {:#?}",
        lost.len(),
        &lost[..lost.len().min(20)]
    );

    let home = site.read("output/index.html");
    let more: Vec<String> = texts(&home, ".more")
        .into_iter()
        .filter(|text| text.contains("thema") || text.contains("regio"))
        .collect();
    assert_eq!(more, ["Alle 401 regio’s", "Alle 1.000 thema’s"]);
    // The largest first, each with how much is behind it.
    let themes = site.read("output/themas/index.html");
    let largest = &texts(&themes, ".listed > .run:first-of-type sup");
    let sizes: Vec<usize> = largest
        .iter()
        .map(|size| size.parse().expect("a number"))
        .collect();
    assert_eq!(sizes.len(), 24);
    assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    // Then all of them by letter, a hundred a page.
    let named: usize = (1..=10)
        .map(|number| {
            let page = match number {
                1 => themes.clone(),
                _ => site.read(&format!("output/themas/pagina/{number}/index.html")),
            };
            texts(&page, ".year-row li").len()
        })
        .sum();
    assert_eq!(named, THEMES);
}
