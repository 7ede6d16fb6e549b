//! No text of any record becomes code, and no field lets an address or number through.

use std::collections::BTreeSet;

use oogst::words::Language;

use super::{assert_safe, every_field_says};
use crate::harness::Site;

/// What people put into forms to see what breaks.
const ATTACKS: [&str; 12] = [
    "\"><script>alert(1)</script>&'",
    "' onmouseover='alert(1)' x='",
    "<img src=x onerror=alert(1)>",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include \"base.html\" %}{# x #}",
    "[tekst](javascript:alert%281%29) <javascript:alert(1)> [x]: data:text/html,x",
    "![a\" onerror=\"alert(1)](https://kwaad.example/x.png \"t\\\" onload=\\\"alert(1)\")",
    "]]> <!-- --> <![CDATA[ <?xml ?> <!DOCTYPE x>",
    "<a href=\"javascript:alert(1)\" style=\"position:fixed\">x</a><base href=//kwaad.example><meta http-equiv=refresh content=0;url=//kwaad.example>",
    "`<script>` **<iframe src=//kwaad.example>** <details open ontoggle=alert(1)>",
    "&lt;script&gt; &#60;script&#62; &quot; onfocus=alert(1) autofocus=&quot;",
    "\u{202E}txt.exe\u{2066}\u{200B}\u{FEFF} \u{1F468}\u{200D}\u{1F469} Z\u{0336}a\u{0301}",
];

#[test]
fn no_text_of_any_record_becomes_code() {
    let harmless = shape_of(
        &mut every_field_says(&["gewone woorden"], ""),
        "with harmless words",
    );
    for attack in ATTACKS {
        let shape = shape_of(&mut every_field_says(&[attack], ""), attack);
        let elements: Vec<&String> = shape
            .elements
            .difference(&harmless.elements)
            .filter(|name| !MARKUP.contains(&name.as_str()))
            .collect();
        assert!(
            elements.is_empty(),
            "{attack} makes elements that are not there otherwise: {elements:?}"
        );
        let attributes: Vec<&String> = shape
            .attributes
            .difference(&harmless.attributes)
            .filter(|name| *name != "title")
            .collect();
        assert!(
            attributes.is_empty(),
            "{attack} makes attributes that are not there otherwise: {attributes:?}"
        );
    }
}

#[test]
fn html_that_a_site_allows_is_only_what_is_safe() {
    shape_of(
        &mut every_field_says(&ATTACKS, "[markdown]\nhtml = \"sanitised\"\n"),
        "with sanitised HTML",
    );
}

#[test]
fn an_attack_is_still_there_to_read() {
    // Escaping is not dropping: what a person wrote is what a reader reads.
    let mut site = every_field_says(&["<b>vet</b> & \"zo\""], "");
    let output = site.build().output();
    let page = output.text("bijeenkomsten/proef/index.html");
    assert!(page.contains("&lt;b&gt;vet&lt;/b&gt; &amp; "), "{page}");
}

#[test]
fn no_field_lets_an_address_or_number_through() {
    let mut site = every_field_says(&["bel 038-1234567 of mail jan@school.example"], "");
    // What stands in oogst.toml, the site itself says of itself.
    site.write("oogst.toml", "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n");
    let output = site.build().output();
    let mut shown = Vec::new();
    for (path, text) in output.texts().filter(|(path, _)| !path.ends_with(".css")) {
        for secret in ["jan@school", "1234567"] {
            for (place, _) in text.match_indices(secret) {
                shown.push(format!(
                    "{path}: {}",
                    &text[text.floor_char_boundary(place.saturating_sub(120))..place]
                ));
            }
        }
    }
    assert!(
        shown.is_empty(),
        "no setting allows these\n{}",
        shown.join("\n")
    );
}

/// What Markdown may make of words that look like it, and that harmless words have none of.
const MARKUP: [&str; 3] = ["code", "em", "strong"];

/// The names of all elements and attributes of a site.
struct ShapeOf {
    elements: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// Builds a site that must be safe, and gives what its pages are made of.
fn shape_of(site: &mut Site, what: &str) -> ShapeOf {
    site.try_build();
    assert!(
        site.is_built(),
        "{what}: {}",
        site.diagnostics(Language::En)
    );
    let pages = assert_safe(&site.output(), what);
    ShapeOf {
        elements: pages
            .iter()
            .flat_map(|page| page.elements.iter().cloned())
            .collect(),
        attributes: pages
            .iter()
            .flat_map(|page| page.attributes.iter().map(|(name, _)| name.clone()))
            .collect(),
    }
}
