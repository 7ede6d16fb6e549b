//! Cards, as who hears a page or jumps through it meets them: each has a heading one level below
//! that of its section, unlike its neighbours', and leads to one place.

use std::cell::RefCell;
use std::collections::BTreeSet;

use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::harness::Site;
use crate::page::{attributes, texts, unescaped};

/// The headings of a page in their order: level and text.
fn headings(html: &str) -> Vec<(u8, String)> {
    const ALL: &str = "h1, h2, h3, h4, h5, h6";
    let found: RefCell<Vec<(u8, String)>> = RefCell::new(Vec::new());
    let starts = element!(ALL, |element| {
        let level = element.tag_name()[1..]
            .parse()
            .expect("a heading has a level");
        found.borrow_mut().push((level, String::new()));
        Ok(())
    });
    let goes_on = text!(ALL, |piece| {
        let mut found = found.borrow_mut();
        let (_, text) = found.last_mut().expect("text comes after its element");
        text.push_str(piece.as_str());
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(starts)
        .append_element_content_handler(goes_on);
    rewrite_str(html, settings).expect("a page can be parsed");
    let found = found.into_inner().into_iter();
    let plain = |text: String| unescaped(&text).replace('\u{AD}', "").trim().to_owned();
    found.map(|(level, text)| (level, plain(text))).collect()
}

/// What is wrong with the headings of a page: levels that are skipped, and headings under one
/// heading that say the same.
fn faults(headings: &[(u8, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut before = 0;
    // What stands under each open heading, by level.
    let mut open: Vec<BTreeSet<&str>> = vec![BTreeSet::new()];
    for (level, text) in headings {
        if *level > before + 1 {
            faults.push(format!("h{level} \"{text}\" follows on h{before}"));
        }
        before = *level;
        open.truncate(usize::from(*level));
        open.resize(usize::from(*level), BTreeSet::new());
        let siblings = open.last_mut().expect("there is a level");
        if !siblings.insert(text) {
            faults.push(format!("h{level} \"{text}\" twice"));
        }
        open.push(BTreeSet::new());
    }
    faults
}

#[test]
fn no_level_is_skipped_and_no_two_headings_under_one_say_the_same() {
    let output = Site::from("veenland").build().output();
    let mut wrong = Vec::new();
    let mut number = 0;
    for (path, html) in output.pages() {
        let headings = headings(html);
        number += headings.len();
        wrong.extend(
            faults(&headings)
                .into_iter()
                .map(|fault| format!("{path}: {fault}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(number > 5_000, "only {number} headings");
}

#[test]
fn a_skipped_level_and_a_repeated_heading_are_found() {
    let page = "<h1>Avond</h1><h2>Deals</h2><h4>Bus</h4><h2>Sprak</h2><h3>Jan</h3><h3>Ja&shy;n</h3>\
                <h2>Gezegd</h2><h3>Jan</h3>";
    let found = faults(&headings(&page.replace("&shy;", "\u{AD}")));
    assert_eq!(found, ["h4 \"Bus\" follows on h2", "h3 \"Jan\" twice"]);
}

/// The cards of a page: what stands in each, without its own texts.
fn cards(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for class in ["deal", "entry", "entry lead", "event", "speaker"] {
        for card in html.split(&format!("<li class=\"{class}\"")).skip(1) {
            let card = card.split("</li>").next().unwrap_or_default();
            let mut without = String::new();
            for (index, piece) in card.split("<div class=\"prose\"").enumerate() {
                let rest = piece.split_once("</div>").map_or("", |(_, rest)| rest);
                without.push_str(if index == 0 { piece } else { rest });
            }
            found.push(without);
        }
    }
    found
}

#[test]
fn a_card_has_a_heading_and_leads_to_one_place() {
    let output = Site::from("veenland").build().output();
    let mut wrong = Vec::new();
    let mut number = 0;
    for (path, html) in output.pages() {
        for card in cards(html) {
            number += 1;
            let links = card.matches("<a ").count();
            let in_heading = card.split("<h").skip(1).any(|rest| {
                rest.split("</h")
                    .next()
                    .is_some_and(|rest| rest.contains("<a "))
            });
            if !card.contains("<h") || links > 1 || (links == 1 && !in_heading) {
                wrong.push(format!("{path}: {links} links in {card:.200}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(number > 2_000, "only {number} cards");
}

#[test]
fn silence_is_said_once_a_section_and_on_no_card() {
    let mut site = Site::from("veenland");
    let output = site.build().output();
    for (path, html) in output.pages() {
        for card in cards(html) {
            assert!(!card.contains("class=\"silence\""), "{path}: {card}");
        }
    }
    let said = |path: &str, section: &str| {
        texts(output.text(path), &format!("#{section} > .band-head > p"))
            .pop()
            .unwrap_or_default()
    };
    assert_eq!(
        [
            said("regios/noorderveld/index.html", "deals"),
            said("regios/noorderveld/index.html", "nog-open"),
            said("en/regions/noorderveld/index.html", "deals"),
            said("mensen/dirk-de-vries/index.html", "ideeen"),
        ],
        [
            "4 van 7: langer dan een jaar geen bericht. 1 van 7: de afgesproken datum is voorbij.",
            "3 van 3: langer dan een jaar geen bericht.",
            "4 of 7: no news for more than a year. 1 of 7: the agreed date has passed.",
            "Langer dan een jaar geen bericht.",
        ]
    );
    let page = output.text("deals/index.html");
    assert_eq!(
        texts(page, ".listed > .by"),
        texts(page, ".listed > .by:first-child")
    );
    site.replace("oogst.toml", "months = 12", "months = 120")
        .build();
    let noorderveld = site.read("output/regios/noorderveld/index.html");
    assert_eq!(
        texts(&noorderveld, "#deals > .band-head > p").pop(),
        Some("1 van 7: de afgesproken datum is voorbij.".to_owned())
    );
}

#[test]
fn an_idea_of_several_themes_stands_on_the_page_of_its_event_once() {
    let output = Site::from("veenland").build().output();
    let page = output.text("bijeenkomsten/2022-techniekdag/index.html");
    let shown = attributes(page, "#ideeen .entry-title a", "href");
    let distinct: BTreeSet<&String> = shown.iter().collect();
    assert_eq!((shown.len(), distinct.len()), (8, 8));
    // Themes with the most ideas first, and the others of an idea as tags.
    assert_eq!(
        texts(page, "#ideeen .group"),
        [
            "Lokalen en apparatuur",
            "Primair onderwijs",
            "Inrichting van het onderwijs",
            "Loopbaanoriëntatie"
        ]
    );
    assert_eq!(
        texts(page, "#ideeen .by > .theme"),
        [
            "Imago van techniek",
            "Imago van techniek",
            "Energie en klimaat",
            "Bedrijfsleven"
        ]
    );
}

#[test]
fn two_deals_stand_whole_on_the_page_of_a_region_and_the_others_in_rows() {
    let output = Site::from("veenland").build().output();
    for (path, whole, rows) in [
        ("regios/noorderveld/index.html", 2, 5),
        ("themas/docenten/index.html", 2, 3),
        ("organisaties/lindecollege/index.html", 2, 3),
        ("bijeenkomsten/2022-techniekdag/index.html", 4, 0),
    ] {
        let page = output.text(path);
        let found = (
            texts(page, "#deals .deals > .deal .deal-title").len(),
            texts(page, "#deals > .band-body > .entries .entry-title").len(),
        );
        assert_eq!(found, (whole, rows), "{path}");
    }
}

#[test]
fn a_link_to_a_theme_within_a_region_says_so() {
    let output = Site::from("veenland").build().output();
    let note = |path: &str, section: &str| {
        texts(output.text(path), &format!("#{section} > .band-head > p"))
    };
    assert_eq!(
        note("regios/noorderveld/index.html", "themas"),
        ["Wat er over elk thema in deze regio is vastgelegd."]
    );
    assert_eq!(
        note("themas/docenten/index.html", "regios"),
        ["Wat er in elke regio over dit thema is vastgelegd."]
    );
}

#[test]
fn asks_offers_ideas_and_deals_tell_the_same_facts_in_the_same_place() {
    let output = Site::from("veenland").build().output();
    let of_event = "bijeenkomsten/2022-techniekdag";
    let mut orders = Vec::new();
    for record in [
        "deals/lasrobot-op-wielen",
        "ideeen/een-naam-een-nummer",
        "aanbod/werkplaats-op-vrijdag",
        "vragen/meetapparatuur",
    ] {
        let page = output.text(&format!("{of_event}/{record}/index.html"));
        assert_eq!(texts(page, "header.pair-opening h1").len(), 1, "{record}");
        let names = texts(page, "#gegevens .facts dt");
        let singular = |name: &String| name.trim_end_matches("’s").trim_end_matches('s').to_owned();
        orders.push((record, names.iter().map(singular).collect::<Vec<_>>()));
    }
    let all = [
        "Van",
        "Wie doen mee",
        "Afgesproken op",
        "Klaar voor",
        "Neem contact op met",
        "Regio",
        "Thema",
        "Uit de sessie",
        "Van de bijeenkomst",
    ];
    for (record, names) in orders {
        let places: Vec<Option<usize>> = names
            .iter()
            .map(|name| all.iter().position(|known| known == name))
            .collect();
        assert!(places.iter().all(Option::is_some), "{record}: {names:?}");
        assert!(places.is_sorted(), "{record}: {names:?}");
    }
}
