//! What is left of a text reads as it did, but for its contacts.

use proptest::prelude::*;

use super::{straight, without_contacts};
use crate::markdown::{HtmlOptions, RawHtml, Resolved, html};
use crate::privacy::Allowed;
use crate::schema::value::MarkdownText;
use crate::source::{FileId, Span};
use crate::words::Language;

const WORDS: &str = "(niet getoond)";

fn written(text: &str) -> MarkdownText {
    MarkdownText {
        text: text.into(),
        span: Span::new(FileId(0), 0..text.len()),
        exact_start: Some(0),
        replaced: Vec::new(),
    }
}

fn kept(text: &str) -> String {
    without_contacts(&written(text), Allowed::NONE, WORDS).map_or_else(
        || text.to_owned(),
        |withheld| withheld.text.text.to_string(),
    )
}

fn shown(text: &str, raw_html: RawHtml) -> String {
    let options = HtmlOptions {
        raw_html,
        language: Language::Nl,
        heading_level: 2,
        id_prefix: String::new(),
    };
    html(text, &options, &mut |_, destination| match destination {
        "mailto:" | "tel:" => Resolved::Withheld,
        other => Resolved::Link {
            href: other.to_owned(),
        },
    })
}

/// The page's part of a text without its contacts.
fn page(text: &str) -> String {
    shown(&kept(text), RawHtml::Escaped).trim().to_owned()
}

/// Texts of writers, and the page's part of what is left of them: of a short one, what is in it.
const LEFT: &[(&str, &str)] = &[
    ("Bel 06-12345678.", "<p>Bel (niet getoond).</p>"),
    (
        "**jan**@school.nl",
        "<p><strong>(niet getoond)</strong></p>",
    ),
    ("jan@**school**.nl", "<p>(niet getoond)</p>"),
    (
        "06-**12345678** en *verder*",
        "<p>(niet getoond) en <em>verder</em></p>",
    ),
    (
        "**06**-12345678 en",
        "<p><strong>(niet getoond)</strong> en</p>",
    ),
    ("**06-**12345678 en", "<p>(niet getoond) en</p>"),
    (
        "***06*-1234**5678",
        "<p><em><strong>(niet getoond)</strong></em></p>",
    ),
    ("~~06-12345678~~", "<p><del>(niet getoond)</del></p>"),
    (
        "`06-12345678` en 06-`12345678`",
        "<p><code>(niet getoond)</code> en (niet getoond)</p>",
    ),
    (
        "jan\\@school.nl en\\\nverder",
        "<p>(niet getoond) en<br>\nverder</p>",
    ),
    ("\\+31 6 12345678", "<p>(niet getoond)</p>"),
    (
        "jan&#64;school.nl, jan&commat;school&period;nl",
        "<p>(niet getoond), (niet getoond)</p>",
    ),
    ("06-1234\n5678 verder", "<p>(niet getoond) verder</p>"),
    (
        "> 06-1234\n> 5678\n> verder",
        "<blockquote>\n<p>(niet getoond)\nverder</p>\n</blockquote>",
    ),
    (
        "- 06-1234\n  5678\n- 06-87654321",
        "<ul>\n<li>(niet getoond)</li>\n<li>(niet getoond)</li>\n</ul>",
    ),
    ("06\t12345678", "<p>(niet getoond)</p>"),
    (
        "<jan@school.nl> en <mailto:jan@school.nl>",
        "<p>(niet getoond) en (niet getoond)</p>",
    ),
    ("<https://wa.me/31612345678>", "<p>(niet getoond)</p>"),
    ("[Jan](mailto:jan@school.nl)", "<p>Jan</p>"),
    (
        "[Jan](<mailto:jan%40school.nl> \"Mail jan@school.nl\")",
        "<p>Jan</p>",
    ),
    (
        "[jan@school.nl](mailto:jan@school.nl)",
        "<p>(niet getoond)</p>",
    ),
    (
        "[bel **06-12345678** nu](tel:0612345678)",
        "<p>bel <strong>(niet getoond)</strong> nu</p>",
    ),
    (
        "[App](https://wa.me/31612345678) [ons](https://school.nl/?mail=jan@school.nl)",
        "<p>App ons</p>",
    ),
    (
        "[x](https://school.nl/item/0612345678)",
        "<p><a href=\"https://school.nl/item/0612345678\" rel=\"noopener\">x</a></p>",
    ),
    (
        "[x](https://school.nl/ \"bel 06-12345678\")",
        "<p><a href=\"https://school.nl/\" title=\"bel (niet getoond)\" rel=\"noopener\">x</a></p>",
    ),
    (
        "[x](https://school.nl/ (bel 06-12345678))",
        "<p><a href=\"https://school.nl/\" title=\"bel (niet getoond)\" rel=\"noopener\">x</a></p>",
    ),
    (
        "[Jan][j] en [j]\n\n[j]: mailto:jan@school.nl 'x'",
        "<p>Jan en j</p>",
    ),
    (
        "[jan@school.nl] en [jan@school.nl][]\n\n[jan@school.nl]: https://school.nl/",
        "<p>(niet getoond) en (niet getoond)</p>",
    ),
    (
        "# Bel 06-12345678",
        "<h2 id=\"bel-niet-getoond\">Bel (niet getoond)</h2>",
    ),
    ("Zie[^n].\n\n[^n]: Bel 06-12345678.", "Bel (niet getoond)."),
    (
        "| tel | 06-12345678 |\n|-|-|\n| a | jan@school.nl |",
        "(niet getoond)",
    ),
    (
        "    06-1234\n    5678",
        "<pre><code>(niet getoond)</code></pre>",
    ),
    (
        "06-<b>12345678</b>",
        "<p>(niet getoond)&lt;b&gt;&lt;/b&gt;</p>",
    ),
    ("06-<!-- x -->12345678", "<p>(niet getoond)</p>"),
    (
        "<div title=\"06-12345678\">jan@school.nl</div>",
        "<p>&lt;div title=\"(niet getoond)\"&gt;(niet getoond)&lt;/div&gt;</p>",
    ),
    (
        "06-[12345678](https://school.nl/) x",
        "<p>(niet getoond) x</p>",
    ),
    (
        "[06](https://school.nl/)-12345678",
        "<p><a href=\"https://school.nl/\" rel=\"noopener\">(niet getoond)</a></p>",
    ),
    (
        "@naam@server.nl en <https://server.nl/@a@b>",
        "@naam@server.nl en ",
    ),
    ("[x]jan@school.nl", "<p>[x](niet getoond)</p>"),
];

#[test]
fn what_is_left_is_whole() {
    for (text, expected) in LEFT {
        let page = page(text);
        assert!(
            page == *expected || (expected.len() < 40 && page.contains(*expected)),
            "{text}\n{page}\n{expected}"
        );
        assert!(
            !page.contains("12345678") && !page.contains("jan@")
                || page.contains("/item/0612345678"),
            "{text}\n{page}"
        );
        assert_eq!(kept(&kept(text)), kept(text), "{text}");
    }
}

#[test]
fn html_that_is_let_in_holds_none_either() {
    for (text, expected) in [
        (
            "<a href=\"mailto:jan@school.nl\">Jan</a>",
            "<p><a href=\"(niet%20getoond)\">Jan</a></p>",
        ),
        (
            "<span title='bel 06-12345678'>x</span>",
            "<p><span title=\"bel (niet getoond)\">x</span></p>",
        ),
        (
            "06-<b>1234</b><i>5678</i> en",
            "<p>(niet getoond)<b></b><i></i> en</p>",
        ),
        ("<b>06</b>-12345678", "<p><b>(niet getoond)</b></p>"),
        (
            "<p>06-<b>12345678</b><br>jan&#64;school.nl</p>",
            "<p>(niet getoond)<b></b><br>(niet getoond)</p>",
        ),
    ] {
        assert_eq!(
            shown(&kept(text), RawHtml::Sanitised).trim(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn each_contact_is_told_once_where_it_stands() {
    let text = "[jan@school.nl](mailto:jan@school.nl), **06**-12345678 [Jan][j] [Jan][j]\n\n[j]: tel:0612345678\n";
    let withheld =
        without_contacts(&written(text), Allowed::NONE, WORDS).expect("there are contacts");
    let places: Vec<&str> = withheld
        .found
        .iter()
        .map(|(_, range)| &text[range.clone()])
        .collect();
    assert_eq!(
        places,
        ["mailto:jan@school.nl", "06**-12345678", "tel:0612345678"]
    );
    // What else is wrong in the text is told at its own place.
    let text = "Bel 06-12345678 of [kijk](media/niets.pdf).";
    let withheld = without_contacts(&written(text), Allowed::NONE, WORDS)
        .expect("there is a contact")
        .text;
    let start = withheld.text.find("media").expect("the link is there");
    assert_eq!(
        &text[withheld.place(start..start + 15).range()],
        "media/niets.pdf"
    );
}

#[test]
fn what_turns_the_direction_goes_and_nothing_else() {
    for (text, kept) in [
        (
            "a \u{202E}b **c\u{2066}d** &#x202E;e &rlm;f",
            "a b **cd** e f",
        ),
        (
            "[x\u{202E}](https://a.nl/ \"t&#8238;\") ![\u{202D}y](z.png)",
            "[x](https://a.nl/ \"t\") ![y](z.png)",
        ),
        (
            "`a\u{202E}b` <b title=\"\u{202E}c\">d</b>",
            "`ab` <b title=\"c\">d</b>",
        ),
        ("שלום\u{200F}, עולם", "שלום\u{200F}, עולם"),
    ] {
        let found = straight(&written(text))
            .map_or_else(|| text.to_owned(), |(text, _)| text.text.to_string());
        assert_eq!(found, kept);
        assert_eq!(straight(&written(kept)), None, "{kept:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_mix_of_markup_hides_a_contact_or_breaks(
        text in "((06|12345678|-|jan|@|school\\.nl|\\+31 6|wa\\.me/316)|[*_`~\\[\\]()<>!\\\\&#;|\n> -]|\\*\\*|\\]\\(|mailto:|tel:|https://|<b>|</b>|<!--|-->|&#64;|\u{AD}|\\[\\^n\\]|\n\n|a ){0,24}"
    ) {
        if let Some(withheld) = without_contacts(&written(&text), Allowed::NONE, WORDS) {
            for (_, range) in &withheld.found {
                prop_assert!(text.get(range.clone()).is_some(), "{range:?} is a place in the text");
            }
            prop_assert_eq!(without_contacts(&withheld.text, Allowed::NONE, WORDS), None, "{}", withheld.text.text);
            for raw_html in [RawHtml::Escaped, RawHtml::Sanitised] {
                // What is shown is read once more, as a line: a number across two blocks is none.
                let shown = shown(&withheld.text.text, raw_html);
                for part in shown.split(['\n', '<', '>']) {
                    let part = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
                    let left = super::super::line::without_contacts(&part, Allowed::NONE, WORDS);
                    prop_assert_eq!(left, None, "{} shows {}", withheld.text.text, shown);
                }
            }
        }
    }
}
