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

/// A site in which one organisation and one person had a part in everything, of an event that
/// brought more than a page shows.
fn busy() -> Site {
    const MANY: usize = 130;
    let mut records = String::new();
    for number in 0..MANY {
        let by = ["o", "p"][number % 2];
        for (kind, status) in [("vraag", "open"), ("aanbod", "gesloten")] {
            let _ = writeln!(
                records,
                "[[{kind}]]\nid = \"{kind}{number}\"\ntitel = \"{}\"\ndoor = \"{by}\"\nstatus = \"{status}\"",
                name(kind, number)
            );
        }
        let _ = writeln!(
            records,
            "[[deal]]\ntitel = \"{}\"\npartijen = [\"o\", \"p\"]\n[[idee]]\ntitel = \"{}\"\ndoor = \"{by}\"\n[[sessie]]\ntitel = \"{}\"\nleiding = [\"o\", \"p\"]",
            name("deal", number),
            name("idee", number),
            name("sessie", number)
        );
    }
    let mut people = String::from(
        "[[organisatie]]\nid = \"o\"\nnaam = \"De Werkplaats\"\n[[persoon]]\nid = \"p\"\nnaam = \"Jo van Veen\"\n",
    );
    for number in 0..MANY {
        let _ = writeln!(
            people,
            "[[persoon]]\nid = \"p{number}\"\nnaam = \"Kim van {}\"\norganisatie = \"o\"",
            name("mens", number)
        );
    }
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Veel\"\nlanguage = \"nl\"\nbase_url = \"https://veel.example/\"\nvastgelegd = { rollen = \"geen\" }\n[search]\nenabled = false\n[social]\nenabled = false\n",
        ),
        ("content/mensen.toml", &people),
        ("content/events/2025-veel/opbrengst.toml", &records),
    ]);
    for event in 0..MANY {
        let folder = match event {
            0 => "2025-veel".to_owned(),
            _ => format!("{}-dag", 1890 + event),
        };
        let day = match event {
            0 => 2025,
            _ => 1890 + event,
        };
        site.write(
            &format!("content/events/{folder}/event.md"),
            format!(
                "+++\ntitel = \"{}\"\ndatum = {day}-11-12\nsamenvatting = \"Een dag.\"\norganisatoren = [\"o\", \"p\"]\n+++\n",
                name("dag", event)
            ),
        );
    }
    site
}

#[test]
fn who_did_much_has_a_small_page_that_leads_to_all_of_it() {
    let mut site = busy();
    let output = site.build().output();
    let heavy = too_heavy(&output);
    assert!(heavy.is_empty(), "{heavy:#?}");
    assert_eq!(out_of_reach(&output), Vec::<String>::new());
    let ways = |path: &str| texts(&site.read(path), ".more");
    assert_eq!(
        ways("output/organisaties/o/index.html"),
        [
            "Alle 130 deals",
            "Alle 65 vragen",
            "Alle 65 aanbiedingen",
            "Alle 65 ideeën",
            "Alle 130 bijeenkomsten",
            "Alle 130 bijeenkomsten",
            "Alle 130 bijeenkomsten",
            "Alle 130 mensen",
        ]
    );
    assert_eq!(
        ways("output/mensen/p/index.html"),
        [
            "Alle 130 deals",
            "Alle 65 vragen",
            "Alle 65 aanbiedingen",
            "Alle 65 ideeën",
            "Alle 130 bijeenkomsten",
            "Alle 130 bijeenkomsten",
            "Alle 130 bijeenkomsten",
        ]
    );
    assert_eq!(
        ways("output/bijeenkomsten/2025-veel/index.html"),
        [
            "Alle 130 deals",
            "Alle 130 vragen",
            "Alle 130 aanbiedingen",
            "Alle 130 ideeën",
            "Alle 130 vragen",
            "Alle 130 aanbiedingen",
            "Programma (130)",
        ]
    );
    // Each way holds as many as it says, in pages of twenty.
    for (list, entries) in [("vragen", 65), ("deals", 130)] {
        let pages = 1..=usize::div_ceil(entries, 20);
        let listed: usize = pages
            .map(|number| {
                let page = match number {
                    1 => format!("output/{list}/organisatie/o/index.html"),
                    _ => format!("output/{list}/organisatie/o/pagina/{number}/index.html"),
                };
                texts(&site.read(&page), ".listed h2").len()
            })
            .sum();
        assert_eq!(listed, entries, "{list}");
    }
}
