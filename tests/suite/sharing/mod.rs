//! What other sites show of this one: codes, frames and HTML to paste are whole, safe and true.

mod pasted;

use std::collections::BTreeSet;

use oogst::drawing::qr;

use crate::harness::Site;
use crate::page::{Page, attributes, texts};

#[test]
fn every_page_that_can_be_promised_offers_its_address_and_what_to_paste() {
    let output = Site::from("veenland").build().output();
    let kinds = [
        "event",
        "session",
        "deal",
        "ask",
        "offer",
        "idea",
        "region",
        "theme",
        "crossing",
        "year",
        "series",
        "person",
        "organisation",
    ];
    let (mut seen, mut with_standing) = (BTreeSet::new(), BTreeSet::new());
    for (path, html) in output.pages() {
        let kind = attributes(html, "body", "data-page").remove(0);
        let ids = attributes(html, ".share textarea", "id");
        if !kinds.contains(&kind.as_str()) {
            assert_eq!(ids, [] as [&str; 0], "{path}");
            continue;
        }
        let framed = ["event", "region", "theme", "organisation"].contains(&kind.as_str());
        let mut expected = vec!["share-link", "share-lasting"];
        // Where how things stand says nothing more, one text is enough.
        let shared = texts(html, ".share textarea");
        assert_eq!(
            shared.iter().collect::<BTreeSet<_>>().len(),
            shared.len(),
            "{path}"
        );
        if ids.contains(&"share-snippet".to_owned()) {
            expected.push("share-snippet");
            with_standing.insert(kind.clone());
        }
        if framed {
            expected.insert(1, "share-frame");
        }
        assert_eq!(ids, expected, "{path}");
        // Each has a button that copies it.
        expected.insert(0, "share-address");
        assert_eq!(
            attributes(html, ".share .copy button", "data-from"),
            expected
        );
        seen.insert(kind);
    }
    assert_eq!(seen.len(), kinds.len(), "{seen:?}");
    // A session stands as it was.
    seen.remove("session");
    assert_eq!(with_standing, seen);
}

#[test]
fn the_address_that_is_promised_comes_first_and_says_so() {
    let mut site = Site::from("beloofd");
    let output = site.build().output();
    let shown = |path: &str| {
        let html = output.text(path);
        let lines = texts(html, ".share-address > :first-child > p:not(.copy)");
        (lines, attributes(html, ".share .qr path[stroke]", "d"))
    };
    let code = |address: &str| vec![qr::drawing(address).expect("it fits").path];
    let base = "https://waterhoek.example/oogst";
    let region = |word: &str| format!("{base}/{word}/");
    // With a short link, which a button copies; the page's own address stands below it.
    let short = region("d/ygt9");
    assert_eq!(
        shown("regios/duinrand/index.html"),
        (
            vec![
                "Dit adres blijft werken:".to_owned(),
                short.clone(),
                format!("Het leidt naar {base}/regios/duinrand/")
            ],
            code(&short)
        )
    );
    // The short link leads to the Dutch page.
    let english = region("en/regions/duinrand");
    assert_eq!(
        shown("en/regions/duinrand/index.html"),
        (
            vec!["This address keeps working:".to_owned(), english.clone()],
            code(&english)
        )
    );
    // Promised, without a short link.
    let crossing = region("regios/duinrand/themas/techniek");
    assert_eq!(
        shown("regios/duinrand/themas/techniek/index.html").0,
        ["Dit adres blijft werken:".to_owned(), crossing]
    );
    // Not promised yet.
    site.write(
        "content/nieuw.toml",
        "[[organisatie]]\nid = \"nieuw\"\nnaam = \"De Nieuwe\"\n",
    )
    .build();
    let output = site.output();
    assert_eq!(
        texts(
            output.text("organisaties/nieuw/index.html"),
            ".share-address > :first-child > p:not(.copy)"
        ),
        [
            "Het adres van deze pagina:".to_owned(),
            region("organisaties/nieuw")
        ]
    );
}

#[test]
fn what_is_pasted_leads_to_pages_that_are_there() {
    const BASE: &str = "https://veenland.example/oogst/";
    let output = Site::from("veenland").build().output();
    let mut pasted = 0;
    for (path, html) in output.pages() {
        for code in texts(html, ".share textarea") {
            let page = Page::read(&code);
            assert!(
                page.elements
                    .iter()
                    .all(|name| ["a", "div", "h3", "iframe", "li", "p", "span", "ul"]
                        .contains(&name.as_str())),
                "{path}: {code}"
            );
            assert!(
                page.attributes
                    .iter()
                    .all(|(name, _)| !["style", "class", "id"].contains(&name.as_str())),
                "{path}: {code}"
            );
            for address in page.follows.iter().chain(&page.loads) {
                let below = address
                    .strip_prefix(BASE)
                    .unwrap_or_else(|| panic!("{path}: {address} is no whole address of the site"));
                assert!(
                    output.0.contains_key(&format!("{below}index.html")),
                    "{path}: {address} leads nowhere"
                );
            }
            pasted += 1;
        }
    }
    let shown = output.0.keys().filter(|path| is_embedded(path)).count();
    assert!(shown > 20, "there are pages for frames");
    assert!(pasted > 4 * shown, "each page has codes");
}

#[test]
fn a_page_for_a_frame_leaves_it_and_gives_way_to_the_whole() {
    let output = Site::from("veenland").build().output();
    for (path, html) in output.pages().filter(|(path, _)| is_embedded(path)) {
        let whole = output.text(&format!("{}index.html", parent(path)));
        assert_eq!(
            attributes(html, "link[rel=canonical]", "href"),
            attributes(whole, "link[rel=canonical]", "href"),
            "{path}"
        );
        assert_eq!(
            attributes(html, "meta[name=robots]", "content"),
            ["noindex"],
            "{path}"
        );
        assert_eq!(
            attributes(html, "a", "target").len(),
            attributes(html, "a", "href").len(),
            "{path}: a link stays in the frame"
        );
        assert!(
            attributes(html, "a", "target")
                .iter()
                .all(|target| target == "_top"),
            "{path}"
        );
        // Of whom nothing is on record, no day is known either; an event has one of its own.
        let as_of = texts(html, "footer p")
            .iter()
            .any(|text| text.trim().starts_with("Stand van") || text.trim().starts_with("As of"));
        let is_of_event = path.contains("bijeenkomsten/") || path.contains("events/");
        let has_numbers = html.contains("class=\"numbers\"");
        assert_eq!(as_of, has_numbers || is_of_event, "{path}");
    }
}

#[test]
fn each_event_region_theme_and_organisation_has_a_page_for_a_frame_in_both_languages() {
    let output = Site::from("veenland").build().output();
    let wholes = output
        .0
        .keys()
        .filter(|path| is_embedded(path))
        .map(|path| format!("{}index.html", parent(path)))
        .collect::<Vec<_>>();
    let kinds = [
        "bijeenkomsten/",
        "regios/",
        "themas/",
        "organisaties/",
        "en/events/",
        "en/regions/",
        "en/themes/",
        "en/organisations/",
    ];
    let pages = output.0.keys().filter(|path| {
        kinds.iter().any(|kind| {
            path.strip_prefix(kind)
                .is_some_and(|rest| rest.matches('/').count() == 1)
        })
    });
    let mut pages: Vec<&String> = pages
        .filter(|path| path.ends_with("/index.html") && !path.contains("/pagina/"))
        .collect();
    let mut wholes: Vec<&String> = wholes.iter().collect();
    pages.sort();
    wholes.sort();
    assert_eq!(
        wholes, pages,
        "each event, region, theme and organisation has one, in both languages"
    );
}

#[test]
fn what_is_put_on_paper_carries_the_code_of_its_address_also_as_a_picture() {
    let output = Site::from("veenland").build().output();
    let mut codes = 0;
    for (path, html) in output.pages() {
        let drawn = attributes(html, ".share .qr path[stroke]", "d");
        let kind = attributes(html, "body", "data-page");
        let carries =
            ["deal", "event", "region", "theme", "organisation"].contains(&kind[0].as_str());
        assert_eq!(drawn.len(), usize::from(carries), "{path}");
        if carries {
            let canonical = attributes(html, "link[rel=canonical]", "href");
            let drawing = qr::drawing(&canonical[0]).expect("an address fits");
            assert_eq!(drawn[0], drawing.path, "{path}");
            assert_eq!(
                attributes(html, ".share .qr", "viewBox"),
                [format!("0 0 {0} {0}", drawing.size)],
                "{path}"
            );
            assert_eq!(texts(html, "#share-address"), canonical, "{path}");
            let file = path.replace("index.html", "qr.png");
            assert_eq!(
                attributes(html, ".share-address a", "href"),
                [format!("/oogst/{file}")],
                "{path}"
            );
            assert_eq!(
                Some(output.0[&file].clone()),
                qr::picture(&canonical[0]),
                "{path}"
            );
            codes += 1;
        }
    }
    assert!(codes > 100, "{codes} pages carry a code");
}

#[test]
fn a_site_that_does_not_know_its_address_shares_nothing() {
    let mut site = Site::from("veenland");
    site.replace(
        "oogst.toml",
        "base_url = \"https://veenland.example/oogst/\"\n",
        "",
    );
    let output = site.build().output();
    assert_eq!(
        output
            .0
            .keys()
            .filter(|path| is_embedded(path))
            .collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    for (path, html) in output.pages() {
        for (selector, name) in [
            ("textarea", "id"),
            (".share, .qr", "class"),
            ("button", "data-from"),
            ("button", "data-save"),
        ] {
            assert_eq!(
                attributes(html, selector, name),
                Vec::<String>::new(),
                "{path}: {selector}"
            );
        }
    }
}

fn is_embedded(path: &str) -> bool {
    path.ends_with("/insluiten/index.html") || path.ends_with("/embed/index.html")
}

/// The folder of the page that a page for a frame stands below: `regios/noorderveld/`.
fn parent(path: &str) -> &str {
    let page = path.trim_end_matches("index.html").trim_end_matches('/');
    &page[..=page
        .rfind('/')
        .expect("a page for a frame stands below another")]
}

#[test]
fn the_tests_of_this_file_find_what_they_look_for() {
    let html = "<textarea id=\"a\">&lt;p&gt; &amp;amp;</textarea><p class=\"a\">x<b>y</b></p><p class=\"a\"></p>";
    assert_eq!(texts(html, "#a"), ["<p> &amp;"]);
    assert_eq!(texts(html, "p.a"), ["xy", ""]);
    assert_eq!(
        parent("regios/noorderveld/insluiten/index.html"),
        "regios/noorderveld/"
    );
}
