//! No page speaks the other language without saying so.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use lol_html::{EndTagHandler, RewriteStrSettings, element, rewrite_str, text};
use oogst::words::Language;
use oogst::words::interface::Interface;

use crate::harness::Site;
use crate::tree::Tree;

/// Words of the program in one language that are words of the other too, or names.
const IN_BOTH: [&str; 8] = ["door", "frame", "had", "kind", "map", "over", "ten", "van"];

#[test]
fn no_page_speaks_the_other_language_without_saying_so() {
    let output = Site::from("veenland").build().output();
    let (dutch, english) = (only_in(Language::Nl), only_in(Language::En));
    let mut wrong = BTreeMap::new();
    for (path, html) in output.pages() {
        let (own, foreign) = if path.starts_with("en/") {
            ("en", &dutch)
        } else {
            ("nl", &english)
        };
        for (lang, text) in texts(html) {
            // Names in a sentence are names; HTML to paste on another site marks its own languages.
            if lang == own
                && !["Photo: ", "All about ", "&lt;"]
                    .iter()
                    .any(|start| text.trim_start().starts_with(start))
            {
                for word in words(&text)
                    .filter(|word| foreign.contains(word) && !IN_BOTH.contains(&word.as_str()))
                {
                    wrong
                        .entry((own, word))
                        .or_insert_with(|| format!("{path}: « {} »", text.trim()));
                }
            }
        }
    }
    // One place a word is enough to see what is wrong.
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_text_in_the_wrong_language_is_found() {
    let page = "<html lang=\"en\"><body><title>Ideas</title><p>Three <b>bijeenkomsten</b> <span lang=\"nl\">Nog open<i>Deze</i></span> on record</p><img alt=\"Deze\">\
        <img lang=\"nl\" alt=\"Deze\"><p lang=\"nl\">Deze</p><p title=\"vraag\"></p></body></html>";
    let dutch = only_in(Language::Nl);
    let found: Vec<String> = texts(page)
        .into_iter()
        .filter(|(lang, _)| lang == "en")
        .flat_map(|(_, text)| words(&text).collect::<Vec<_>>())
        .filter(|word| dutch.contains(word))
        .collect();
    assert_eq!(found, ["bijeenkomsten", "deze", "vraag"]);
}

/// The words that only one of the languages has, of all that the program can say: its tables of
/// words, and every text that the sources hold in both languages.
fn only_in(language: Language) -> BTreeSet<String> {
    let of = |language: Language| {
        let mut all = BTreeSet::new();
        let interface = serde_json::to_value(Interface::new(language)).expect("words become JSON");
        for text in interface.as_object().expect("words by name").values() {
            all.extend(words(text.as_str().expect("a word")));
        }
        for part in ["plan", "words", "report"] {
            for (_, source) in Tree::read(
                &std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("src")
                    .join(part),
            )
            .texts()
            {
                for call in source.split("both(\"").skip(1) {
                    let mut texts = call.split("\", \"");
                    let nl = texts.next().unwrap_or_default();
                    let en = texts
                        .next()
                        .and_then(|rest| rest.split("\")").next())
                        .unwrap_or_default();
                    all.extend(words(if language == Language::Nl { nl } else { en }));
                }
            }
        }
        all
    };
    let (own, other) = (of(language), of(language.other()));
    own.difference(&other)
        .filter(|word| word.chars().count() > 2)
        .cloned()
        .collect()
}

/// The words of a text in small letters; an address is none.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter(|part| !part.contains("://"))
        .flat_map(|part| {
            let part = part.replace('\u{ad}', "").to_lowercase();
            part.split(|character: char| !character.is_alphabetic())
                .filter(|word| !word.is_empty())
                .map(ToOwned::to_owned)
                .collect::<Vec<_>>()
        })
}

/// Every text of a page that people see or hear, with the language it is in. Its title can join two
/// languages and mark one of them; what it says is held elsewhere.
fn texts(html: &str) -> Vec<(String, String)> {
    const SPOKEN: [&str; 6] = [
        "alt",
        "title",
        "aria-label",
        "placeholder",
        "data-one",
        "data-more",
    ];
    let found: Rc<RefCell<Vec<(String, String)>>> = Rc::default();
    let languages: Rc<RefCell<Vec<String>>> = Rc::default();
    let elements = {
        let (found, languages) = (Rc::clone(&found), Rc::clone(&languages));
        element!("*", move |element| {
            let outer = languages.borrow().last().cloned().unwrap_or_default();
            let own = element.get_attribute("lang").unwrap_or(outer);
            // What a head calls a feed joins names as a title does.
            let heard = element.tag_name() != "link";
            for attribute in element
                .attributes()
                .iter()
                .filter(|attribute| heard && SPOKEN.contains(&attribute.name().as_str()))
            {
                found.borrow_mut().push((own.clone(), attribute.value()));
            }
            let languages = Rc::clone(&languages);
            // A void element has no end, and holds no text.
            if let Some(handlers) = element.end_tag_handlers() {
                languages.borrow_mut().push(own);
                let end: EndTagHandler<'static> = Box::new(move |_| {
                    languages.borrow_mut().pop();
                    Ok(())
                });
                handlers.push(end);
            }
            Ok(())
        })
    };
    let spoken = {
        let (found, languages) = (Rc::clone(&found), Rc::clone(&languages));
        text!("body *", move |chunk| {
            let lang = languages.borrow().last().cloned().unwrap_or_default();
            found.borrow_mut().push((lang, chunk.as_str().to_owned()));
            Ok(())
        })
    };
    rewrite_str(
        html,
        RewriteStrSettings::new()
            .append_element_content_handler(elements)
            .append_element_content_handler(spoken),
    )
    .expect("a page can be parsed");
    found.take()
}
