//! The default look on real sites, social cards, and what a site chooses of its look: which pages
//! have a card, that the same content draws the same one, and that a choice reaches a stylesheet
//! only as what we wrote ourselves.

use std::collections::BTreeSet;

use oogst::pages::TEMPLATES;

use crate::harness::Site;

#[test]
fn every_template_of_the_default_look_makes_whole_pages_in_both_languages() {
    let mut by_default = Site::from("veenland");
    by_default.append("oogst.toml", "\n[social]\nenabled = false\n");
    let mut named = by_default.copied();
    for template in TEMPLATES {
        named.write(&format!("templates/{template}"), template);
    }
    let (by_default, named) = (by_default.build().output(), named.build().output());
    let mut shown = BTreeSet::new();
    for (path, html) in by_default.pages() {
        let language = if path.starts_with("en/") { "en" } else { "nl" };
        let name = String::from_utf8_lossy(&named.0[path]);
        let template = TEMPLATES
            .iter()
            .find(|template| name.starts_with(**template))
            .unwrap_or_else(|| panic!("{path} is of no template: {name}"));
        shown.insert((*template, language));
        assert!(html.starts_with("<!DOCTYPE html>\n"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}: one h1");
        assert!(
            html.contains(&format!("<html lang=\"{language}\">")),
            "{path}"
        );
        assert!(!html.contains("\n\n"), "{path}: no empty lines");
    }
    for language in ["nl", "en"] {
        for template in TEMPLATES {
            assert!(
                shown.contains(&(*template, language))
                    || (*template, language) == REDIRECT_IN_ENGLISH,
                "no page in {language} shows {template}"
            );
        }
    }
}

/// The one that the site does not have: nothing of it had another address in English.
const REDIRECT_IN_ENGLISH: (&str, &str) = ("redirect.html", "en");

#[test]
fn a_template_or_component_of_the_site_wins_and_can_extend_the_one_below() {
    let mut site = Site::from("veenland");
    site.append("oogst.toml", "\n[social]\nenabled = false\n");
    site.write(
        "templates/page.html",
        "{% extends \"default/page.html\" %}\n{% block main %}<h1>Eigen</h1>{{ super() }}{% endblock %}",
    );
    site.write(
        "templates/own.html",
        "{% component mark.idea() %}<b>eigen teken</b>{% endcomponent %}",
    );
    let output = site.build().output();
    let of_kind = |kind: &str| {
        let wanted = format!("data-page=\"{kind}\"");
        let (_, html) = output
            .pages()
            .find(|(_, html)| html.contains(&wanted))
            .unwrap_or_else(|| panic!("no page of kind {kind}"));
        html.to_owned()
    };
    let page = of_kind("page");
    assert!(
        page.contains("<h1>Eigen</h1>") && page.matches("<h1").count() == 2,
        "{page}"
    );
    assert!(of_kind("idea").contains("<b>eigen teken</b>"));
}

#[test]
fn a_page_names_the_card_of_what_it_belongs_to_and_every_card_is_there() {
    let mut site = Site::from("klein");
    let output = site.build().output();
    let mut named = BTreeSet::new();
    for (path, html) in output.pages().filter(|(_, html)| {
        !html.contains("data-page=\"redirect\"") && !html.contains("data-page=\"404\"")
    }) {
        let picture = html
            .split_once("<meta property=\"og:image\" content=\"")
            .and_then(|(_, rest)| rest.split('"').next());
        let Some(picture) =
            picture.and_then(|address| address.strip_prefix("https://dorp.example/"))
        else {
            continue;
        };
        let bytes = output
            .0
            .get(picture)
            .unwrap_or_else(|| panic!("{path} names {picture}, which is not there"));
        assert!(
            bytes.starts_with(b"\x89PNG") && bytes.len() < 40_000,
            "{picture} has {} bytes",
            bytes.len()
        );
        assert_eq!(
            (&bytes[16..20], &bytes[20..24]),
            (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..]),
            "{picture}"
        );
        named.insert(picture.to_owned());
    }
    let made: BTreeSet<String> = output
        .0
        .keys()
        .filter(|path| path.ends_with("social.png"))
        .cloned()
        .collect();
    assert_eq!(named, made, "each card stands for a page");
    assert!(
        made.iter().any(|path| path.starts_with("bijeenkomsten/")) && made.contains("social.png"),
        "{made:?}"
    );
    // The same content makes the same bytes, and none of them again.
    site.build()
        .assert_rendered([])
        .assert_same_as_a_clean_build();
    let without = site
        .append("oogst.toml", "\n[social]\nenabled = false\n")
        .build()
        .output();
    assert!(without.0.keys().all(|path| !path.ends_with("social.png")));
    assert!(without.pages().all(|(_, html)| !html.contains("og:image")));
}

#[test]
fn what_a_site_chooses_of_its_look_is_one_stylesheet_of_our_own_writing() {
    let mut site = Site::from("klein");
    site.write(
        "assets/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>\n",
    );
    site.write("assets/letters (1).woff2", "wOF2");
    site.append(
        "oogst.toml",
        "\n[look]\nask = \"#9a4b00\"\nlogo = \"logo.svg\"\nserif = \"letters (1).woff2\"\n",
    );
    let output = site.build().output();
    let css =
        String::from_utf8(output.asset("options.css").to_vec()).expect("a stylesheet is text");
    // Beside the stylesheet, in the same folder.
    assert!(css.contains("src:url(\"letters%20(1).woff2\")"), "{css}");
    assert!(
        css.contains("@media screen{:root{--ask:#9a4b00;--ask-text:#"),
        "{css}"
    );
    assert!(
        css.contains("@media screen and (prefers-color-scheme:dark){:root{--ask:#"),
        "{css}"
    );
    // A page that leads on is in no look, and one for a frame has no head.
    let is_bare = |html: &str| {
        ["redirect", "embed"]
            .iter()
            .any(|kind| html.contains(&format!("data-page=\"{kind}\"")))
    };
    for (path, html) in output.pages().filter(|(_, html)| !is_bare(html)) {
        for (before, name) in [
            ("<link rel=\"stylesheet\" href=", "options.css"),
            ("<img class=\"logo\" src=", "logo.svg"),
        ] {
            let part = format!("{before}\"/{}\"", output.asset_path(name));
            assert!(html.contains(&part), "{path}: {part}");
        }
    }
}

#[test]
fn the_default_look_declares_the_colours_of_its_stylesheet() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("the look is there");
    let (manifest, css) = (read("theme.toml"), read("assets/style.css"));
    // The first block of tokens is for the light, the second for the dark.
    let (light, dark) = css
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("there is a dark");
    let mut compared = 0;
    for option in manifest
        .split("[[option]]")
        .skip(1)
        .filter(|option| option.contains("kind = \"colour\""))
    {
        let value = |key: &str| {
            option
                .lines()
                .find_map(|line| line.strip_prefix(&format!("{key} = \""))?.strip_suffix('"'))
                .unwrap_or_default()
        };
        for (key, block) in [("default", light), ("dark", dark)] {
            let token = format!("--{}: {};", value("name"), value(key).replace(')', "deg)"));
            assert!(block.contains(&token), "style.css has no `{token}`");
            compared += 1;
        }
    }
    assert!(compared > 10);
}
