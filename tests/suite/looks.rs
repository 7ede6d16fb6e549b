//! A second, very different look shows everything that the default one shows: nothing outside the views is needed to make a look. And social
//! cards: which pages have one, and that nothing but a change of what they show draws them again.

use std::collections::BTreeSet;

use crate::harness::{Site, copy, tests};

/// The text that a person sees of a page's main part, in one line.
fn seen(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest).split("</main>").next().unwrap_or_default();
    plain(main.split_once('>').map_or("", |(_, rest)| rest))
}

/// Text without tags, character references and soft hyphens.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            '\u{AD}' => {}
            _ if inside => {}
            _ => text.push(character),
        }
    }
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")] {
        text = text.replace(reference, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of a view, but those of its head and those that only machines read.
fn texts(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => {
            let text = plain(text);
            if !text.is_empty() {
                found.insert(text);
            }
        }
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                if !matches!(key.as_str(), "site" | "page" | "id" | "href" | "lang" | "key" | "side" | "date_iso" | "src" | "canonical" | "policy") {
                    texts(value, found);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        _ => {}
    }
}

fn veenland() -> Site {
    let mut site = Site::from("veenland");
    site.append("oogst.toml", "\n[social]\nenabled = false\n");
    site
}

#[test]
fn a_second_look_shows_all_that_the_default_one_shows() {
    let default = veenland().build().output();
    let mut printed = veenland();
    for template in oogst::plan::fill::TEMPLATES {
        printed.write(&format!("templates/{template}"), "{{ __tera_context | safe }}");
    }
    let printed = printed.build().output();
    let mut telex = veenland();
    copy(&tests().join("looks/telex"), &telex.at("themes/telex"));
    let telex = telex.replace("oogst.toml", "theme = \"default\"", "theme = \"telex\"").build().output();
    assert!(telex.0.keys().all(|path| !path.ends_with("social.png")), "a look without a drawing has no cards");
    let mut compared = 0;
    let mut missing = Vec::new();
    for (path, bytes) in &printed.0 {
        let Ok(view) = serde_json::from_slice(bytes) else { continue };
        let html = |tree: &crate::tree::Tree| seen(&String::from_utf8_lossy(&tree.0[path]));
        let (by_default, by_telex) = (html(&default), html(&telex));
        let mut found = BTreeSet::new();
        texts(&view, &mut found);
        for text in found.into_iter().filter(|text| by_default.contains(text.as_str())) {
            compared += 1;
            if !by_telex.contains(&text) {
                missing.push(format!("{path}: {text}"));
            }
        }
    }
    assert!(compared > 5_000, "only {compared} texts were compared");
    assert!(
        missing.is_empty(),
        "{} of {compared} texts are not shown by the second look\n{}",
        missing.len(),
        missing[..missing.len().min(40)].join("\n")
    );
}

#[test]
fn a_page_names_the_card_of_what_it_belongs_to_and_every_card_is_there() {
    let mut site = Site::from("klein");
    let output = site.build().output();
    let mut named = BTreeSet::new();
    for (path, html) in output.pages().filter(|(_, html)| !html.contains("data-page=\"redirect\"") && !html.contains("data-page=\"404\"")) {
        let picture = html.split_once("<meta property=\"og:image\" content=\"").and_then(|(_, rest)| rest.split('"').next());
        let Some(picture) = picture.and_then(|address| address.strip_prefix("https://dorp.example/")) else { continue };
        let bytes = output.0.get(picture).unwrap_or_else(|| panic!("{path} names {picture}, which is not there"));
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 40_000, "{picture} has {} bytes", bytes.len());
        assert_eq!((&bytes[16..20], &bytes[20..24]), (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..]), "{picture}");
        named.insert(picture.to_owned());
    }
    let made: BTreeSet<String> = output.0.keys().filter(|path| path.ends_with("social.png")).cloned().collect();
    assert_eq!(named, made, "each card stands for a page");
    assert!(made.iter().any(|path| path.starts_with("bijeenkomsten/")) && made.contains("social.png"), "{made:?}");
    // The same content makes the same bytes, and none of them again.
    site.build().assert_rendered([]).assert_same_as_a_clean_build();
    let without = site.append("oogst.toml", "\n[social]\nenabled = false\n").build().output();
    assert!(without.0.keys().all(|path| !path.ends_with("social.png")));
    assert!(without.pages().all(|(_, html)| !html.contains("og:image")));
}

#[test]
fn what_a_site_chooses_of_its_look_is_one_stylesheet_of_our_own_writing() {
    let mut site = Site::from("klein");
    site.write("assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>\n");
    site.write("assets/letters (1).woff2", "wOF2");
    site.append("oogst.toml", "\n[look]\nask = \"#9a4b00\"\nlogo = \"logo.svg\"\nserif = \"letters (1).woff2\"\n");
    let output = site.build().output();
    let css = String::from_utf8(output.0["assets/options.css"].clone()).expect("a stylesheet is text");
    assert!(css.contains("src:url(\"letters%20(1).woff2?v="), "{css}");
    assert!(css.contains("@media screen{:root{--ask:#9a4b00;--ask-text:#"), "{css}");
    assert!(css.contains("@media screen and (prefers-color-scheme:dark){:root{--ask:#"), "{css}");
    for (path, html) in output.pages().filter(|(_, html)| !html.contains("data-page=\"redirect\"")) {
        assert!(html.contains("/assets/options.css?v="), "{path}");
        assert!(html.contains("<img class=\"logo\" src=\"/assets/logo.svg?v="), "{path}");
    }
}

#[test]
fn the_default_look_declares_the_colours_of_its_stylesheet() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("the look is there");
    let (manifest, css) = (read("theme.toml"), read("assets/style.css"));
    // The first block of tokens is for the light, the second for the dark.
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").expect("there is a dark");
    let mut compared = 0;
    for option in manifest.split("[[option]]").skip(1).filter(|option| option.contains("kind = \"colour\"")) {
        let value = |key: &str| option.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))?.strip_suffix('"')).unwrap_or_default();
        for (key, block) in [("default", light), ("dark", dark)] {
            let token = format!("--{}: {};", value("name"), value(key).replace(')', "deg)"));
            assert!(block.contains(&token), "style.css has no `{token}`");
            compared += 1;
        }
    }
    assert!(compared > 10);
}
