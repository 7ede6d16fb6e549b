//! What the engine does with a template, whatever its view; the pages of the default look are seen
//! in `tests/suite/looks.rs`, where real sites are shown with it.

mod once;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostic::{Code, Place};
use crate::look::{Look, LookFiles, PAGE_TEMPLATES, Renderer, Template};
use crate::source::FileId;
use crate::words::Language;

/// The view of a page of which only the title is shown.
fn view(title: &str) -> Value {
    json!({ "title": { "text": title, "lang": "nl" }, "page": { "title": { "text": title } } })
}

fn own(name: &str, text: &str) -> LookFiles {
    let template = Template {
        text: text.into(),
        file: Some(FileId(7)),
    };
    LookFiles {
        templates: BTreeMap::from([(name.to_owned(), template)]),
        assets: BTreeMap::new(),
    }
}

#[test]
fn a_text_is_escaped_and_says_its_language_where_it_is_another() {
    let text = "{{ title | said }} {{ page.title | headline }} {{ title.text }}";
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("page.html", text)))
        .expect("a whole look");
    let title = "<b>\"Loopbaanoriëntatiecommissie";
    let page = renderer
        .render("page.html", &view(title), "/over/")
        .expect("it renders");
    assert_eq!(
        String::from_utf8_lossy(&page).replace('\u{AD}', "~"),
        "<span lang=\"nl\">&lt;b&gt;&quot;Loopbaanoriëntatiecommissie</span> \
         &lt;b&gt;&quot;Loopbaan~oriën~tatie~commissie &lt;b&gt;&quot;Loopbaanoriëntatiecommissie\n"
    );
}

#[test]
fn mistakes_in_templates_are_all_told_with_their_place() {
    let mut files = own("a.html", "<p>\n{{ 1 + }}\n");
    files
        .templates
        .extend(own("b.html", "{% if x %}").templates);
    let diagnostics =
        Renderer::new(&Look::layered(Look::embedded(), files)).expect_err("two mistakes");
    assert_eq!(
        diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect::<Vec<_>>(),
        [Code::TemplateSyntax, Code::TemplateSyntax]
    );
    let Place::Text(span) = diagnostics[0].place else {
        panic!("no place: {diagnostics:?}")
    };
    assert_eq!((span.file, span.start), (FileId(7), 11));
}

#[test]
fn an_unknown_name_is_told_with_its_place() {
    let text = "é\n  {{ title | upper | kapitaal }} {{ <kaart /> }}";
    let diagnostics = Renderer::new(&Look::layered(Look::embedded(), own("a.html", text)))
        .expect_err("two unknown names");
    let places: Vec<&str> = diagnostics
        .iter()
        .map(|diagnostic| match diagnostic.place {
            Place::Text(span) => &text[span.range()],
            _ => panic!("no place: {diagnostics:?}"),
        })
        .collect();
    assert_eq!(places, ["kapitaal", "kaart"]);
    assert_eq!(
        diagnostics[0]
            .code
            .message(Language::Nl, &diagnostics[0].arguments),
        "dit sjabloon klopt niet: er is geen filter `kapitaal`"
    );
}

#[test]
fn a_template_that_asks_for_too_much_fails_at_its_place_and_names_the_page() {
    let text = "<p>{{ page.title.text }} {{ page.nothing }}";
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("page.html", text)))
        .expect("a whole look");
    let diagnostic = renderer
        .render("page.html", &view("Over deze site"), "/over/")
        .expect_err("no such field");
    assert_eq!(diagnostic.code, Code::TemplateFails);
    let Place::Text(span) = diagnostic.place else {
        panic!("no place: {diagnostic:?}")
    };
    assert!(
        text[span.range()].contains("nothing"),
        "{:?}",
        &text[span.range()]
    );
    assert!(
        diagnostic
            .code
            .message(Language::En, &diagnostic.arguments)
            .contains("/over/")
    );
}

#[test]
fn a_look_from_nothing_must_have_every_template() {
    let manifest = Template {
        text: "extends = \"nothing\"\n".into(),
        file: Some(FileId(0)),
    };
    let (look, diagnostics) = Look::of_site(
        "kaal",
        Some(&manifest),
        own("home.html", "<h1>Kaal</h1>"),
        Language::En,
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let diagnostics = Renderer::new(&look).expect_err("most templates are missing");
    assert_eq!(diagnostics.len(), PAGE_TEMPLATES.len() - 1);
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.code == Code::TemplateMissing)
    );
}

#[test]
fn a_partial_look_takes_the_rest_from_the_default() {
    let (look, diagnostics) = Look::of_site(
        "streek",
        None,
        own("home.html", "<h1>Streek</h1>"),
        Language::Nl,
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert!(look.assets.contains_key("style.css"));
    let renderer = Renderer::new(&look).expect("the rest is there");
    assert_eq!(
        renderer
            .render("home.html", &view("Begin"), "/")
            .expect("it renders"),
        b"<h1>Streek</h1>\n"
    );
    assert!(renderer.look().template("deal.html").is_some());
}
