//! Addresses that stand in a text as they are, and links to places of the site itself.

use super::{EVENT, PAGE, event, framed, shown, site, told, within};
use crate::harness::Site;
use crate::page::{Page, attributes};
use crate::program::oogst;

/// An address as a link.
fn link(address: &str, href: &str) -> String {
    format!("<a class=\"address\" href=\"{href}\" rel=\"noopener\">{address}</a>")
}

#[test]
fn a_bare_address_is_a_link_without_the_signs_of_its_sentence() {
    let text = "Zie (https://example.org/plan).\n\n\
        Zie https://nl.example.org/wiki/Dal_(landschap) en https://example.org/a, en https://example.org/b! Of www.example.org/c. En \"https://example.org/d\".\n\n\
        Met teken: https://example.org/?a=1&b=2 en <https://example.org/e> en `https://example.org/f` en [https://example.org/g](https://example.org/h).";
    let of = |address: &str| link(address, address);
    let expected = format!(
        "<p>Zie ({}).</p>\n<p>Zie {} en {}, en {}! Of {}. En “{}”.</p>\n<p>Met teken: {} en {} en <code>https://example.org/f</code> en <a href=\"https://example.org/h\" rel=\"noopener\">https://example.org/g</a>.</p>",
        of("https://example.org/plan"),
        of("https://nl.example.org/wiki/Dal_(landschap)"),
        of("https://example.org/a"),
        of("https://example.org/b"),
        link("www.example.org/c", "https://www.example.org/c"),
        of("https://example.org/d"),
        of("https://example.org/?a=1&amp;b=2"),
        of("https://example.org/e"),
    );
    assert_eq!(shown(text), expected);
}

#[test]
fn an_address_is_a_link_wherever_a_text_is_shown_and_in_no_plain_one() {
    let mut site = site("Wij delen alles op https://example.org/alles.");
    site.write(
        "content/events/2024-proef/oogst.toml",
        "[[idee]]\ntitel = \"Een tuin\"\nregios = []\nthemas = []\ntekst = \"Zie www.example.org/tuin.\"\n\n\
         [[uitkomst]]\ntekst = \"Alles staat op https://example.org/uitkomst.\"\n\n\
         [[citaat]]\ndoor = \"Een ouder\"\ntekst = \"Kijk op https://example.org/citaat!\"\n",
    )
    .build();
    let follows = |path: &str| {
        let mut follows = Page::read(&site.read(path)).follows;
        follows.retain(|address| address.contains("example.org"));
        follows.sort();
        follows
    };
    assert_eq!(
        follows(PAGE),
        [
            "https://example.org/alles",
            "https://example.org/citaat",
            "https://example.org/uitkomst"
        ]
    );
    assert_eq!(
        follows("output/bijeenkomsten/2024-proef/ideeen/een-tuin/index.html"),
        ["https://www.example.org/tuin"]
    );
    for (path, text) in site.output().texts() {
        if path.ends_with(".ics") {
            assert!(!text.contains("<a"), "{path}");
        }
    }
}

#[test]
fn no_address_carries_a_contact_out() {
    for text in [
        "https://example.org/?tel=0612345678",
        "www.example.org/?mail=jan@school.nl",
        "https://wa.me/31612345678",
        "https://example.org/(jan@school.nl)",
    ] {
        let shown = shown(text);
        for contact in ["12345678", "jan@"] {
            assert!(!shown.contains(contact), "{text}\n{shown}");
        }
    }
}

#[test]
fn links_from_the_root_and_on_the_page_are_checked_like_all_others() {
    let text = "[Een](/over/) en [twee](/bestaat-niet/) en [drie](/media/x.pdf) en [vier](#bestaat-niet) en [vijf](#kop) en [zes](/bijeenkomsten/2024-proef) en [zeven](//elders.example/x).\n\n\
        [Acht](/archief/bijeenkomsten/2024-proef/) en [negen](/bijeenkomsten/2024-prof/) en [tien](#kopp) en [elf](event:2024-proef#kop) en [twaalf](event:2024-proef#kip) en [dertien](#tekst-kop) en [veertien](#) en [vijftien](www.example.org) en [zestien]().\n\n\
        [A](/) en [b](/bijeenkomsten/) en [c](#top) en [d](/media/y.pdf) en [e](#sessie-opening) en [f](#sessie-open) en [g](ftp://x.example/).\n\n\
        ## Kop";
    let mut site = site(text);
    site.write("content/events/2024-proef/media/y.pdf", "%PDF-1.4\n")
        .write(
            "content/events/2024-proef/programma.toml",
            "[[sessie]]\ntitel = \"Opening\"\nid = \"opening\"\n",
        );
    assert_eq!(
        told(&mut site),
        [
            "broken-link event.md:7:7",
            "broken-link event.md:7:25",
            "broken-link event.md:7:51",
            "broken-link event.md:7:75",
            "broken-link event.md:9:8 => /bijeenkomsten/2024-proef/",
            "broken-link event.md:9:55 => /bijeenkomsten/2024-proef/",
            "broken-link event.md:9:92 => #kop",
            "broken-link event.md:9:142 => event:2024-proef#kop",
            "broken-link event.md:9:203",
            "broken-link event.md:9:220 => https://www.example.org",
            "broken-link event.md:9:240",
            "broken-link event.md:11:52 => media/y.pdf",
            "broken-link event.md:11:97 => #sessie-opening",
            "dangerous-link event.md:11:118",
        ]
    );
}

#[test]
fn a_link_to_a_file_of_the_sites_own_assets_leads_to_where_that_is_now() {
    let mut site = site("[Een](/assets/kaart%201.pdf#page=2) en [twee](/assets/map/plan.txt).");
    site.write("assets/kaart 1.pdf", "%PDF-1.4\n")
        .write("assets/map/plan.txt", "Plan\n");
    let mut last: Vec<String> = Vec::new();
    for words in ["Eerst\n", "Later\n"] {
        site.write("assets/map/plan.txt", words).build();
        let output = site.output();
        let html = output.text("bijeenkomsten/2024-proef/index.html");
        let links: Vec<String> = attributes(html, "a", "href")
            .into_iter()
            .filter(|link| link.contains("/assets/"))
            .collect();
        let folder = output.asset_path("map/plan.txt");
        let folder = folder.trim_end_matches("map/plan.txt");
        assert_eq!(
            links,
            [
                format!("/archief/{folder}kaart%201.pdf#page=2"),
                format!("/archief/{folder}map/plan.txt")
            ]
        );
        assert_ne!(links, last);
        last = links;
    }
    // As somebody copies it out of the address bar.
    site.replace(
        "content/events/2024-proef/event.md",
        "/assets/map/plan.txt",
        last[1].trim_start_matches("/archief"),
    );
    assert_eq!(
        told(&mut site),
        ["broken-link event.md:7:47 => /assets/map/plan.txt"]
    );
}

#[test]
fn what_is_suggested_for_a_link_works_when_it_is_followed() {
    let mut site = site(
        "[Negen](/bijeenkomsten/2024-prof/) en [tien](#kopp) en [twaalf](event:2024-proef#kip) en [d](/media/y.pdf) en [f](#sessie-open).\n\n## Kop",
    );
    site.write("content/events/2024-proef/media/y.pdf", "%PDF-1.4\n")
        .write(
            "content/events/2024-proef/programma.toml",
            "[[sessie]]\ntitel = \"Opening\"\nid = \"opening\"\n",
        );
    let suggested: Vec<String> = told(&mut site)
        .iter()
        .filter_map(|line| Some(line.split_once(" => ")?.1.to_owned()))
        .collect();
    let links: Vec<String> = suggested
        .iter()
        .map(|destination| format!("[Daar]({destination})"))
        .collect();
    assert_eq!(links.len(), 5);
    site.write(
        EVENT,
        event(
            "Proefbijeenkomst",
            &format!("{}\n\n## Kop", links.join(" en ")),
        ),
    );
    assert_eq!(told(&mut site), <[&str; 0]>::default());
}

#[test]
fn a_link_to_a_heading_finds_it_on_every_page_that_shows_the_text() {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nbase_url = \"https://proef.example/archief/\"\nlanguages = [\"nl\", \"en\"]\n",
        ),
        (
            EVENT,
            &event(
                "Proef",
                &framed(
                    "[Hier](#kop), [zelf](event:2024-proef#kop), [idee](idee:tuin#hoe-dan) en [daar](//elders.example/x), [zonder](/bijeenkomsten/2024-proef?a#kop).\n\n## Kop",
                ),
            ),
        ),
        (
            "content/events/2024-proef/event.en.md",
            "+++\ntitle = \"Trial\"\n+++\n\nHier begint het.\n\n[Here](#heading) and [there](event:2024-proef#kop).\n\n## Heading\n\nHier eindigt het.\n",
        ),
        (
            "content/events/2024-proef/idee.toml",
            "[[idee]]\ntitel = \"Tuin\"\nregios = []\nthemas = []\ntekst = \"\"\"\nZie [boven](event:2024-proef#kop).\n\n# Hoe dan\n\"\"\"\n",
        ),
    ]);
    site.build();
    assert_eq!(
        within(&site.read(PAGE)),
        "<p><a href=\"#tekst-kop\">Hier</a>, <a href=\"/archief/bijeenkomsten/2024-proef/#tekst-kop\">zelf</a>, \
         <a href=\"/archief/bijeenkomsten/2024-proef/ideeen/tuin/#tekst-hoe-dan\">idee</a> en \
         <a href=\"https://elders.example/x\" rel=\"noopener\">daar</a>, \
         <a href=\"/archief/bijeenkomsten/2024-proef/?a#tekst-kop\">zonder</a>.</p>\n<h3 id=\"tekst-kop\">Kop</h3>"
    );
    assert_eq!(
        within(&site.read("output/en/events/2024-proef/index.html")),
        "<p><a href=\"#text-heading\">Here</a> and <a href=\"/archief/en/events/2024-proef/#text-heading\">there</a>.</p>\n<h3 id=\"text-heading\">Heading</h3>"
    );
    // On paper the text stands among others, with a prefix of its own.
    let paper = Page::read(&site.read("output/bijeenkomsten/2024-proef/afdrukken/index.html"));
    let here = paper
        .follows
        .iter()
        .filter_map(|address| address.strip_prefix('#'))
        .find(|id| id.ends_with("-kop"))
        .expect("the link is on paper");
    assert!(paper.ids.iter().any(|id| id == here), "{here}");
    let english = Page::read(&site.read("output/en/events/2024-proef/ideas/tuin/index.html"));
    assert!(
        english
            .follows
            .iter()
            .any(|address| address == "/archief/en/events/2024-proef/#text-heading"),
        "{:?}",
        english.follows
    );
}

#[test]
fn a_record_that_is_renamed_keeps_the_headings_that_links_name() {
    let mut site = site("[Zelf](event:2024-proef#kop) en [idee](idee:tuin#hoe).\n\n## Kop");
    site.write(
        "content/events/2024-proef/idee.toml",
        "[[idee]]\ntitel = \"Tuin\"\nregios = []\nthemas = []\ntekst = '''\n# Hoe\n\nZo.\n'''\n",
    );
    let ran = oogst(site.root(), &["rename", "idee:2024-proef/tuin", "moestuin"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        site.read(EVENT)
            .contains("[Zelf](event:2024-proef#kop) en [idee](idee:moestuin#hoe)."),
        "{}",
        site.read(EVENT)
    );
    assert_eq!(told(&mut site), <[&str; 0]>::default());
}

#[test]
fn a_place_behind_a_link_from_the_root_is_checked_like_all_others() {
    let mut site = site(
        "[Kop](/bijeenkomsten/2024-proef/#kop), [plaats](/bijeenkomsten/2024-proef/#tekst-kop), \
         [sessie](/bijeenkomsten/2024-proef#sessie-opening), [top](/bijeenkomsten/2024-proef/#top), \
         [niets](/bijeenkomsten/2024-proef/#) en [lijst](/bijeenkomsten/#overal).\n\n## Kop",
    );
    site.write(
        "content/events/2024-proef/programma.toml",
        "[[sessie]]\ntitel = \"Opening\"\nid = \"opening\"\n",
    );
    assert_eq!(told(&mut site), <[&str; 0]>::default());
    let page = Page::read(&site.read(PAGE));
    for place in ["tekst-kop", "sessie-opening", "top"] {
        let address = format!("/bijeenkomsten/2024-proef/#{place}");
        assert!(
            page.follows.iter().any(|link| link.ends_with(&address)),
            "{address}"
        );
    }
    let wrong = "[Kop](/bijeenkomsten/2024-proef/#kopp) en [sessie](/bijeenkomsten/2024-proef/#sessie-openig) en [niets](/bijeenkomsten/2024-proef/#wolkenlucht)\n\n## Kop";
    let told_of = |site: &mut Site, text: &str| {
        site.write(EVENT, event("Proefbijeenkomst", text));
        told(site)
    };
    let expected = [
        "broken-link event.md:7:7 => /bijeenkomsten/2024-proef/#kop",
        "broken-link event.md:7:52 => /bijeenkomsten/2024-proef/#sessie-opening",
        "broken-link event.md:7:105 => /bijeenkomsten/2024-proef/",
    ];
    let told = told_of(&mut site, wrong);
    assert_eq!(told, expected);
    // Each way out works.
    let links: Vec<String> = told
        .iter()
        .filter_map(|line| Some(format!("[Daar]({})", line.split_once(" => ")?.1)))
        .collect();
    let mended = format!("{}\n\n## Kop", links.join(" en "));
    assert_eq!(told_of(&mut site, &mended), <[&str; 0]>::default());
}
