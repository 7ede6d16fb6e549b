//! The whole of an event on one page for paper: every record of it, in full, and every address
//! spelled out.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::harness::Site;
use crate::page::{attributes, texts};
use crate::tree::Tree;

/// So many records of each kind has the large event.
const MANY: usize = 120;

/// An event with many records of each kind, each with a text of its own.
fn large_event() -> Site {
    const EVENT: &str =
        "+++\ntitel = \"Groot\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n+++\n\nHet verslag.\n";
    let mut site = Site::from("klein");
    let mut records = String::new();
    for number in 1..=MANY {
        let _ = write!(
            records,
            "[[deal]]\nid = \"d{number}\"\ntitel = \"Deal {number}\"\ntekst = \"Over deal {number}.\"\nstatus = \"lopend\"\n\
             vragen = [{{ titel = \"Ingeschreven vraag {number}\", tekst = \"Over ingeschreven vraag {number}.\", door = \"Iemand\" }}]\n\
             ideeen = [{{ titel = \"Ingeschreven idee {number}\", tekst = \"Over ingeschreven idee {number}.\" }}]\n\
             [[bericht]]\nvan = \"deal:d{number}\"\ndatum = 2025-04-01\ntekst = \"Bericht over deal {number}.\"\n\
             [[idee]]\nid = \"i{number}\"\ntitel = \"Idee {number}\"\ntekst = \"Over idee {number}.\"\n\
             [[vraag]]\nid = \"v{number}\"\ntitel = \"Vraag {number}\"\ntekst = \"Over vraag {number}.\"\nstatus = \"open\"\n\
             [[aanbod]]\nid = \"a{number}\"\ntitel = \"Aanbod {number}\"\ntekst = \"Over aanbod {number}.\"\n\
             [[sessie]]\nid = \"s{number}\"\ntitel = \"Sessie {number}\"\ntekst = \"Over sessie {number}.\"\n\
             [[uitkomst]]\nid = \"u{number}\"\ntekst = \"Uitkomst {number}.\"\n\
             [[citaat]]\ntekst = \"Citaat {number}.\"\ndoor = \"Iemand\"\n\
             [[spreker]]\npersoon = \"Spreker {number}\"\nrol = \"bakker\"\ntekst = \"Woorden van spreker {number}.\"\n"
        );
    }
    site.write("content/events/2025-groot/event.md", EVENT)
        .write("content/events/2025-groot/alles.toml", records);
    site
}

/// The texts of the large event.
fn texts_of_large_event() -> Vec<String> {
    let mut texts = vec!["Het verslag.".to_owned()];
    for number in 1..=MANY {
        for kind in [
            "deal",
            "ingeschreven vraag",
            "ingeschreven idee",
            "idee",
            "vraag",
            "aanbod",
            "sessie",
        ] {
            texts.push(format!("Over {kind} {number}."));
        }
        texts.extend([
            format!("Bericht over deal {number}."),
            format!("Uitkomst {number}."),
            format!("Citaat {number}."),
            format!("Woorden van spreker {number}."),
        ]);
    }
    texts.sort();
    texts
}

#[test]
fn a_large_event_is_on_paper_to_its_last_record() {
    let output = large_event().build().output();
    let html = output.text("bijeenkomsten/2025-groot/afdrukken/index.html");

    let of = |kind: &str, letter: &str| {
        (1..=MANY)
            .map(|number| format!("{kind}-{letter}{number}"))
            .collect::<Vec<_>>()
    };
    let printed = attributes(html, ".record", "id");
    let ideas = printed.iter().filter(|id| id.starts_with("idee-")).cloned();
    // What stands in a deal has an id of its title's hash, which holds no letter above f.
    let (own, inline): (BTreeSet<String>, BTreeSet<String>) =
        ideas.partition(|id| id.starts_with("idee-i"));
    assert_eq!(own, of("idee", "i").into_iter().collect());
    assert_eq!(inline.len(), MANY);
    let others: Vec<String> = printed
        .into_iter()
        .filter(|id| !id.starts_with("idee-"))
        .collect();
    assert_eq!(
        others,
        [
            of("sessie", "s"),
            of("deal", "d"),
            of("vraag", "v"),
            of("aanbod", "a")
        ]
        .concat()
    );
    assert_eq!(attributes(html, ".outcome", "id"), of("uitkomst", "u"));

    let mut told = texts(html, ".prose p");
    told.sort();
    assert_eq!(told, texts_of_large_event(), "every text once");

    let lines: Vec<String> = attributes(html, ".contents a", "href")
        .into_iter()
        .filter(|href| href.contains('-'))
        .collect();
    let ids: Vec<String> = attributes(html, ".record", "id")
        .into_iter()
        .filter(|id| !id.starts_with("sessie"))
        .map(|id| format!("#{id}"))
        .collect();
    assert_eq!(
        lines, ids,
        "the table of contents names them in their order"
    );
}

/// Where the invented province is published.
const ORIGIN: &str = "https://veenland.example";

#[test]
fn on_paper_stands_everything_that_has_a_page_and_every_address() {
    let output = Site::from("veenland").build().output();
    let mut events = 0;
    for (path, html) in output.pages() {
        let Some(event) = path.strip_suffix("afdrukken/index.html") else {
            continue;
        };
        assert_eq!(
            attributes(html, "link[rel=canonical]", "href"),
            [format!("{ORIGIN}/oogst/{event}")],
            "{path}"
        );
        assert_eq!(
            attributes(html, "meta[name=robots]", "content"),
            ["noindex"],
            "{path}"
        );
        assert_records_are_whole(&output, path, html, event);
        assert_links_are_spelled_out(path, html);
        events += 1;
    }
    assert_eq!(
        events,
        output
            .0
            .keys()
            .filter(|path| path.starts_with("bijeenkomsten/")
                && path.matches('/').count() == 2
                && path.ends_with("/index.html"))
            .count()
    );
    let sitemap = output.text("sitemap.xml");
    assert!(
        !sitemap.contains("/afdrukken/") && !sitemap.contains("/print/"),
        "what is printed is known by its event"
    );
    assert!(
        output
            .text(&output.asset_path("themes.css"))
            .starts_with(&format!(":root {{ --origin: \"{ORIGIN}\"; }}\n")),
        "the stylesheet knows where paths begin"
    );
}

/// Whatever has a page of its own below the event's is on paper, with its address.
fn assert_records_are_whole(output: &Tree, path: &str, html: &str, event: &str) {
    let of_kind = |page: &&String| {
        let rest = page.strip_prefix(event)?.strip_suffix("/index.html")?;
        let (kind, id) = rest.split_once('/')?;
        (["ideeen", "deals", "vragen", "aanbod", "programma"].contains(&kind) && !id.contains('/'))
            .then(|| format!("{ORIGIN}/oogst/{event}{rest}/"))
    };
    let pages: BTreeSet<String> = output.0.keys().filter_map(|page| of_kind(&page)).collect();
    let records: BTreeSet<String> = texts(html, ".record > .spelled").into_iter().collect();
    assert_eq!(records, pages, "{path}");
}

/// Every link is spelled out: in the text, or by the stylesheet, which does so for texts and for
/// lines of files and sources.
fn assert_links_are_spelled_out(path: &str, html: &str) {
    let spelled: BTreeSet<String> = texts(html, ".spelled")
        .into_iter()
        .chain(texts(html, ".colophon a"))
        .map(|text| text.trim().to_owned())
        .collect();
    let by_style: BTreeSet<String> = attributes(html, "main .prose a", "href")
        .into_iter()
        .chain(attributes(
            html,
            "main .lines p > a, main .lines li > a",
            "href",
        ))
        .collect();
    for href in attributes(html, "main a", "href")
        .iter()
        .filter(|href| !href.starts_with('#') && !by_style.contains(*href))
    {
        let whole = format!("{ORIGIN}{}", href.split('#').next().unwrap_or_default());
        assert!(
            spelled.contains(&whole),
            "{path}: {href} is not spelled out"
        );
    }
}
