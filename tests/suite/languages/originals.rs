//! Which page says that it is the original of which, and what a reader without it meets.

use crate::harness::Site;
use crate::tree::Tree;

/// A Dutch event with one translated idea, one without and one in part; an event written in
/// English; a region with a text.
fn bilingual() -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\ntitle_en = \"Trial\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n",
        ),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Polder\"\ntekst = \"Een polder.\"\n",
        ),
        (
            "content/events/2025-avond/event.md",
            "+++\ntitel = \"Avond\"\ntitel_en = \"Evening\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\nsamenvatting_en = \"S.\"\n+++\n",
        ),
        (
            "content/events/2025-avond/ideeen.toml",
            "[[idee]]\ntitel = \"Heel\"\ntitel_en = \"Whole\"\n[[idee]]\ntitel = \"Niet\"\ntekst = \"Niets.\"\n[[idee]]\ntitel = \"Deels\"\ntitel_en = \"Partly\"\ntekst = \"Deels.\"\n",
        ),
        (
            "content/events/2024-day/event.md",
            "+++\ntitle = \"Day\"\ndate = 2024-03-20\nlanguage = \"en\"\nsummary = \"S.\"\n+++\n",
        ),
    ])
}

/// What a page says of its languages: its title, its place among the other addresses, the switch,
/// and what it falls back to.
fn said(output: &Tree, path: &str) -> Vec<String> {
    let starts = [
        "<html",
        "<title",
        "<link rel=\"canonical\"",
        "<link rel=\"alternate\" hreflang",
        "<meta name=\"robots\"",
        "<p class=\"notice only-in\"",
    ];
    let is_switch = |line: &str| line.starts_with("<li><a href") && line.contains(" hreflang=");
    let mut lines = Vec::new();
    for line in output.text(path).lines() {
        if starts.iter().any(|start| line.starts_with(start)) || is_switch(line) {
            // Links of a head stand on one line.
            lines.extend(
                line.replace("><link", ">\n<link")
                    .lines()
                    .map(ToOwned::to_owned),
            );
        }
    }
    lines
}

/// What a page that is in both languages says, in Dutch and in English.
fn pair(title: &str, dutch: &str, english: &str) -> [Vec<String>; 2] {
    let (one, other) = title.split_once('|').expect("two titles");
    let side = |lang: &str, title: &str, own: &str, switch: String| {
        vec![
            format!("<html lang=\"{lang}\">"),
            format!("<title>{title}</title>"),
            format!("<link rel=\"canonical\" href=\"https://proef.example/map{own}\">"),
            format!(
                "<link rel=\"alternate\" hreflang=\"nl\" href=\"https://proef.example/map{dutch}\">"
            ),
            format!(
                "<link rel=\"alternate\" hreflang=\"en\" href=\"https://proef.example/map{english}\">"
            ),
            format!(
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://proef.example/map{dutch}\">"
            ),
            switch,
        ]
    };
    [
        side(
            "nl",
            one,
            dutch,
            format!("<li><a href=\"/map{english}\" lang=\"en\" hreflang=\"en\">English</a></li>"),
        ),
        side(
            "en",
            other,
            english,
            format!("<li><a href=\"/map{dutch}\" lang=\"nl\" hreflang=\"nl\">Nederlands</a></li>"),
        ),
    ]
}

#[test]
fn pages_in_both_languages_name_each_other() {
    let mut site = bilingual();
    // Enough ideas for a second page.
    let many: String = (0..120)
        .map(|number| format!("[[idee]]\ntitel = \"Nummer {number}\"\nregios = [\"polder\"]\n"))
        .collect();
    let output = site
        .append("content/events/2025-avond/ideeen.toml", &many)
        .build()
        .output();
    for (titles, dutch, english) in [
        ("Proef|Trial", "/", "/en/"),
        (
            "Avond – Proef|Evening – Trial",
            "/bijeenkomsten/2025-avond/",
            "/en/events/2025-avond/",
        ),
        (
            "Heel – Idee – Proef|Whole – Idea – Trial",
            "/bijeenkomsten/2025-avond/ideeen/heel/",
            "/en/events/2025-avond/ideas/heel/",
        ),
        ("Ideeën – Proef|Ideas – Trial", "/ideeen/", "/en/ideas/"),
        (
            "Ideeën – Pagina 2 van 7 – Proef|Ideas – Page 2 of 7 – Trial",
            "/ideeen/pagina/2/",
            "/en/ideas/page/2/",
        ),
        (
            "Ideeën – Polder – Proef|Ideas – Polder – Trial",
            "/ideeen/regio/polder/",
            "/en/ideas/region/polder/",
        ),
        ("Jaren – Proef|Years – Trial", "/jaren/", "/en/years/"),
    ] {
        let [nl, en] = pair(titles, dutch, english);
        let file = |path: &str| format!("{}index.html", path.trim_start_matches('/'));
        assert_eq!(said(&output, &file(dutch)), nl);
        assert_eq!(said(&output, &file(english)), en);
    }
}

#[test]
fn a_page_without_translation_is_the_originals_and_says_so() {
    let mut site = bilingual();
    let output = site.build().output();
    let idea = "/bijeenkomsten/2025-avond/ideeen/niet/";
    assert_eq!(
        said(&output, "bijeenkomsten/2025-avond/ideeen/niet/index.html"),
        [
            "<html lang=\"nl\">",
            "<title>Niet – Idee – Proef</title>",
            &format!("<link rel=\"canonical\" href=\"https://proef.example/map{idea}\">"),
            "<li><a href=\"/map/en/events/2025-avond/ideas/niet/\" lang=\"en\" hreflang=\"en\">English</a></li>",
        ]
    );
    assert_eq!(
        said(&output, "en/events/2025-avond/ideas/niet/index.html"),
        [
            "<html lang=\"en\">",
            "<title lang=\"nl\">Niet – Idea – Trial</title>",
            &format!("<link rel=\"canonical\" href=\"https://proef.example/map{idea}\">"),
            &format!("<li><a href=\"/map{idea}\" lang=\"nl\" hreflang=\"nl\">Nederlands</a></li>"),
            "<p class=\"notice only-in\">This text is in Dutch only.</p>",
        ]
    );
    // Written in English on a Dutch site, the English page is the original.
    assert_eq!(
        said(&output, "bijeenkomsten/2024-day/index.html"),
        [
            "<html lang=\"nl\">",
            "<title lang=\"en\">Day – Proef</title>",
            "<link rel=\"canonical\" href=\"https://proef.example/map/en/events/2024-day/\">",
            "<li><a href=\"/map/en/events/2024-day/\" lang=\"en\" hreflang=\"en\">English</a></li>",
            "<p class=\"notice only-in\">Deze tekst is er alleen in het Engels.</p>",
        ]
    );
}

#[test]
fn a_page_that_is_translated_in_part_says_so() {
    let output = bilingual().build().output();
    let notice = |path: &str| {
        said(&output, path)
            .into_iter()
            .filter(|line| line.contains("only-in"))
            .collect::<Vec<_>>()
    };
    let partly = ["<p class=\"notice only-in\">Parts of this page are in Dutch only.</p>"];
    assert_eq!(
        notice("en/events/2025-avond/ideas/deels/index.html"),
        partly
    );
    assert_eq!(notice("en/regions/polder/index.html"), partly);
    assert_eq!(notice("en/events/2024-day/index.html"), [] as [&str; 0]);
    assert_eq!(notice("regios/polder/index.html"), [] as [&str; 0]);
}

#[test]
fn the_sitemap_names_the_originals() {
    let output = bilingual().build().output();
    let sitemap: Vec<&str> = output
        .text("sitemap.xml")
        .split("<loc>https://proef.example/map")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    let records: Vec<&str> = sitemap
        .into_iter()
        .filter(|path| path.contains("/2025-avond/") || path.contains("/2024-day/"))
        .collect();
    assert_eq!(
        records,
        [
            "/bijeenkomsten/2025-avond/",
            "/bijeenkomsten/2025-avond/ideeen/",
            "/bijeenkomsten/2025-avond/ideeen/heel/",
            "/bijeenkomsten/2025-avond/ideeen/niet/",
            "/bijeenkomsten/2025-avond/ideeen/deels/",
            "/en/events/2024-day/",
            "/en/events/2025-avond/",
            "/en/events/2025-avond/ideas/",
            "/en/events/2025-avond/ideas/heel/",
            "/en/events/2025-avond/ideas/deels/",
        ]
    );
}

#[test]
fn the_page_for_wrong_addresses_is_in_each_language_and_has_no_address_of_its_own() {
    let output = bilingual().build().output();
    assert_eq!(
        said(&output, "en/404.html"),
        [
            "<html lang=\"en\">",
            "<title>This page does not exist – Trial</title>",
            "<meta name=\"robots\" content=\"noindex\">",
            "<li><a href=\"/map/404.html\" lang=\"nl\" hreflang=\"nl\">Nederlands</a></li>",
        ]
    );
}

#[test]
fn without_an_address_there_is_a_switch_and_nothing_for_search_engines() {
    let mut site = bilingual();
    let output = site
        .replace(
            "oogst.toml",
            "base_url = \"https://proef.example/map/\"\n",
            "",
        )
        .build()
        .output();
    let switch =
        "<li><a href=\"/en/events/2025-avond/\" lang=\"en\" hreflang=\"en\">English</a></li>";
    assert_eq!(
        said(&output, "bijeenkomsten/2025-avond/index.html"),
        ["<html lang=\"nl\">", "<title>Avond – Proef</title>", switch]
    );
}
