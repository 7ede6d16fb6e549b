//! Absurd and hostile texts: nothing unsafe comes out, and in no absurd time.

use std::fmt::Write;

use proptest::prelude::*;

use super::{options, picture, resolve, sanitised};
use crate::markdown::{FoundKind, RawHtml, Resolved, dangerous, html, plain, scan};

#[test]
fn absurd_texts_take_no_absurd_time() {
    let start = std::time::Instant::now();
    for text in [
        ">".repeat(10_000),
        "[".repeat(50_000),
        "![".repeat(50_000),
        format!("{}{}", "![".repeat(20_000), "](a)".repeat(20_000)),
        format!("{}{}", "[".repeat(20_000), "](a)".repeat(20_000)),
        "- ".repeat(10_000) + "x",
        "*a **b ".repeat(20_000),
        "*_".repeat(20_000) + "x" + &"_*".repeat(20_000),
        "<a".repeat(50_000),
        "<!--".repeat(50_000),
        "<div>".repeat(20_000),
        "<i><b>".repeat(20_000),
        "`".repeat(5) + &"a` b`` c``` ".repeat(20_000),
        "\"'".repeat(50_000),
        "# a\n".repeat(20_000),
        "[^1]".repeat(20_000) + "\n\n[^1]: x",
        (0..5_000).fold(String::new(), |text, number| {
            text + &format!("[^{number}]: x\n")
        }),
        "| a ".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n" + &"x\n".repeat(2_000),
        "# ".to_owned() + &"onderwijs".repeat(20_000),
        "woord".repeat(400_000),
        "[r]".repeat(20_000) + "\n\n[r]: /" + &"x".repeat(2_000),
        "\0\0# \0\n\u{1}\u{7F}".to_owned(),
    ] {
        for options in [options(), sanitised()] {
            let html = html(&text, &options, &mut resolve);
            assert!(!html.contains('\0'));
        }
        let _ = scan(&text);
        let _ = plain(&text, 200);
        let spent = start.elapsed();
        assert!(
            spent.as_secs() < 60,
            "{spent:?} at {}",
            &text[..text.len().min(20)]
        );
    }
}

/// Pieces that mean something to a Markdown or HTML parser.
const PIECES: &[&str] = &[
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "</",
    "/>",
    "&",
    ";",
    "#",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "`",
    "```\n",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "|-|\n",
    "[^1]",
    "[^1]: ",
    "[x]: ",
    "- [x] ",
    "\"",
    "'",
    "--",
    "...",
    "\\",
    "\0",
    "\t",
    ":",
    "javascript:",
    "JaVa&#115;cript:",
    "data:text/html,",
    "x",
    "é",
    "a b",
    "<script>",
    "</script>",
    "<style>",
    "<b>",
    "</b>",
    "<p>",
    "</div>",
    "<table>",
    "<svg>",
    "<!--",
    "-->",
    "<textarea>",
    "<img src=",
    "<a href=\"",
    "onerror=x",
    "media/a.jpg",
    "https://a.nl",
    "<https://a.nl>",
    "<a@b.nl>",
    "tel:1",
    "style=\"x\"",
    "class=\"seal-0\"",
    "<![CDATA[",
    "<?",
    "\u{AD}",
    "\u{FFFF}",
];

/// Texts of such pieces, thrown together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_unsafe_comes_out(text in pieces()) {
        let mut anything = |kind: FoundKind, destination: &str| match kind {
            FoundKind::Image => Resolved::Image(picture(destination)),
            _ => Resolved::Link { href: destination.to_owned() },
        };
        for options in [options(), sanitised()] {
            let html = html(&text, &options, &mut anything);
            let complaints = complaints(&html, if options.raw_html == RawHtml::Escaped { OURS } else { "" });
            prop_assert!(complaints.is_empty(), "{complaints} in {html}");
            prop_assert!(!html.contains("seal-") || text.contains("seal-"), "{html}");
            prop_assert!(!html.contains(['\0', '\u{1}', '\u{FFFF}']), "{html}");
        }
        for found in scan(&text) {
            prop_assert!(text.get(found.range).is_some() && text.get(found.destination_range).is_some());
        }
        prop_assert!(plain(&text, 20).chars().count() <= 20);
    }
}

/// What is wrong with HTML, as a parser reads it. With `elements`, any other element is wrong too.
fn complaints(html: &str, elements: &str) -> String {
    let mut complaints = String::new();
    let mut ids = std::collections::BTreeSet::new();
    let handler = lol_html::element!("*", |element| {
        let name = element.tag_name();
        let forbidden = [
            "script", "style", "svg", "math", "iframe", "form", "input", "textarea", "base",
            "meta", "link", "object",
        ];
        if forbidden.contains(&name.as_str())
            || (!elements.is_empty() && !elements.split(' ').any(|element| element == name))
        {
            let _ = write!(complaints, "<{name}> ");
        }
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());

            let is_wrong = !KNOWN.split(' ').any(|known| known == name)
                || (matches!(name.as_str(), "href" | "src")
                    && (value.is_empty() || dangerous(&value)))
                || (name == "id" && !ids.insert(value.clone()));
            if is_wrong {
                let _ = write!(complaints, "{name}={value:?} ");
            }
        }
        Ok(())
    });
    let settings = lol_html::RewriteStrSettings::new().append_element_content_handler(handler);
    if let Err(error) = lol_html::rewrite_str(html, settings) {
        let _ = write!(complaints, "{error}");
    }
    complaints
}

/// Every element that Markdown makes.
const OURS: &str = "a blockquote br code del div em figcaption figure h3 h4 h5 h6 hr img li ol p \
    pre span strong sup table tbody td th thead tr ul";

/// Every attribute that stands in what comes out.
const KNOWN: &str = "alt aria-hidden aria-label class height href id loading open rel role scope src \
    start tabindex title width";
