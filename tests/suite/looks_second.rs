//! A second, very different look shows everything that the default one shows: nothing outside the
//! views is needed to make a look.

use std::collections::BTreeSet;

use crate::harness::{Site, copy, tests};
use crate::looks_reference::printed_view;

/// The text that a person sees of a page's main part, in one line.
fn seen(html: &str) -> String {
    let main = html
        .split_once("<main")
        .map_or(html, |(_, rest)| rest)
        .split("</main>")
        .next()
        .unwrap_or_default();
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
    for (reference, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
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
                if !matches!(
                    key.as_str(),
                    "site"
                        | "page"
                        | "id"
                        | "href"
                        | "lang"
                        | "key"
                        | "side"
                        | "date_iso"
                        | "src"
                        | "canonical"
                        | "policy"
                ) {
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
    for template in oogst::pages::TEMPLATES {
        printed.write(
            &format!("templates/{template}"),
            "{{ __tera_context | safe }}",
        );
    }
    let printed = printed.build().output();
    let mut telex = veenland();
    copy(&tests().join("looks/telex"), &telex.at("themes/telex"));
    let telex = telex
        .replace("oogst.toml", "theme = \"default\"", "theme = \"telex\"")
        .build()
        .output();
    assert!(
        telex.0.keys().all(|path| !path.ends_with("social.png")),
        "a look without a drawing has no cards"
    );
    let mut compared = 0;
    let mut missing = Vec::new();
    for (path, bytes) in &printed.0 {
        let Some(view) = printed_view(bytes) else {
            continue;
        };
        let html = |tree: &crate::tree::Tree| seen(&String::from_utf8_lossy(&tree.0[path]));
        let (by_default, by_telex) = (html(&default), html(&telex));
        let mut found = BTreeSet::new();
        texts(&view, &mut found);
        for text in found
            .into_iter()
            .filter(|text| by_default.contains(text.as_str()))
        {
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
