//! The judges of a site that is full of the corpus: it is made like the one that is full of
//! harmless words, and they see what is wrong.

use std::collections::BTreeSet;

use oogst::source::presentable;
use oogst::words::Language;

use super::OPEN;
use crate::corpus::{Shape, SiteShape, css_shape};
use crate::every_field::{self, Where};
use crate::harness::Site;

/// All that Markdown can make of words. What a harmless site with these has, a hostile one may have
/// too.
const ALL_OF_MARKDOWN: &str = "Gewone *woorden* met **nadruk**, ~~weg~~, `code`, een [link](https://school.example/ \"titel\"), <https://school.example/>,\n\
    <jan@school.example> en een noot[^n].\nNieuwe  \nregel.\n\n# Kop\n\n## Kop\n\n### Kop\n\n> Aangehaald\n\n- een\n- [ ] te doen\n- [x] gedaan\n\n1. eerste\n\n\
    3) derde\n\n```taal\nblok\n```\n\n| a | b |\n| :- | -: |\n| c | d |\n\n---\n\n[^n]: De noot.\n";

#[test]
fn the_judges_see_what_is_wrong() {
    // A judge that never condemns proves nothing.
    for html in [
        "<p><script>raak()</script>",
        "<script type=module src=//kwaad.example/x.js></script>",
        "<img src=x onerror=raak()>",
        "<a href=' java\tscript:raak()'>x</a>",
        "<a href=//kwaad.example/>x</a>",
        "<link rel=stylesheet href=https://kwaad.example/x.css>",
        "<base href=/x/>",
        "<meta http-equiv=refresh content=0>",
        "<p style=color:red>x",
        "<!-- x -->",
        "<svg><a xlink:href=javascript:raak()><set attributeName=x></svg>",
        "<template><img src=data:,x></template>",
    ] {
        assert!(!Shape::of(html).faults.is_empty(), "{html}");
    }
    assert_eq!(
        Shape::of("<!doctype html><p>x <a href=/x>y</a> <a href=https://elders.example/>z</a>")
            .faults,
        Vec::<String>::new()
    );
    for xml in [
        "<a>\u{FFFF}</a>",
        "<a>\u{1}</a>",
        "<!DOCTYPE x><a/>",
        "<a>&e;</a>",
        "<a><b></a>",
        "<a><![CDATA[x]]></a>",
    ] {
        assert!(crate::corpus::xml_shape(xml).is_err(), "{xml:?}");
    }
    for calendar in [
        "BEGIN:VCALENDAR\n",
        "SUMMARY:a,b\r\n",
        "SUMMARY:a\u{7}\r\n",
        "kwaad\r\n",
        "SUMMARY:a\\b\r\n",
    ] {
        assert!(
            crate::corpus::calendar_shape(calendar.as_bytes()).is_err(),
            "{calendar:?}"
        );
    }
    assert!(css_shape("a{b:c}}").is_err() && css_shape("a{b:url(x y)}").is_err());
}

/// What a text may not say: a link out of the event's folder, or to nothing, keeps a site from
/// being built, so that nothing is made of it at all.
pub(super) fn is_refused(string: &str) -> bool {
    [
        "](../../../oogst.toml)",
        "](\\\\kwaad.example)",
        "](deal:bestaat-niet)",
        "](region:\"",
        "[]()",
        "[*](x)",
        "![[a]",
        "](y)]",
    ]
    .iter()
    .any(|link| string.contains(link))
}

/// The same site with words that mean no harm, and all that Markdown can make.
pub(super) fn harmless(sets: usize) -> SiteShape {
    let mut asked = 0;
    let mut site = every_field::sets(
        sets,
        &mut |place| {
            asked += 1;
            match place {
                Where::Line => format!("Gewone woorden, nummer {asked}"),
                _ => format!("{ALL_OF_MARKDOWN}\nNummer {asked}."),
            }
        },
        OPEN,
    );
    built(&mut site)
}

pub(super) fn built(site: &mut Site) -> SiteShape {
    site.try_build();
    let said = site.diagnostics(Language::En);
    let errors: Vec<&str> = said
        .split("\n\n")
        .filter(|message| message.starts_with("error"))
        .take(12)
        .collect();
    assert!(site.is_built(), "{}", errors.join("\n\n"));
    SiteShape::of(&site.output())
}

/// Nothing is wrong with a site, and nothing is in it that the harmless one lacks.
pub(super) fn assert_like(hostile: &SiteShape, harmless: &SiteShape) {
    assert!(
        harmless.faults.is_empty(),
        "the harmless site is faulty\n{}",
        some(&harmless.faults)
    );
    assert!(hostile.faults.is_empty(), "{}", some(&hostile.faults));
    let known = harmless.attributes();
    let made = hostile.attributes();
    let strange: Vec<_> = made.difference(&known).collect();
    assert!(
        strange.is_empty(),
        "elements with attributes that harmless words do not make: {strange:?}"
    );
    // The skeleton of a page is the same, element by element.
    let mut wrong = Vec::new();
    for (path, shape) in &hostile.pages {
        let Some(other) = harmless.pages.get(path) else {
            wrong.push(format!("{path} is not in the harmless site"));
            continue;
        };
        for name in SKELETON {
            let (here, there) = (shape.elements.get(*name), other.elements.get(*name));
            // A text that holds nothing but HTML has no words for a description.
            let is_shorter = *name == "meta" && here < there;
            if here != there && !is_shorter {
                wrong.push(format!(
                    "{path}: {here:?} <{name}>, and {there:?} in the harmless site"
                ));
            }
        }
    }
    for (path, shape) in &hostile.others {
        // Nor has it any for a feed.
        let rest = |shape: &[String]| {
            shape
                .iter()
                .filter(|name| *name != "summary")
                .cloned()
                .collect::<Vec<_>>()
        };
        if harmless
            .others
            .get(path)
            .is_none_or(|other| rest(other) != rest(shape))
        {
            wrong.push(format!("{path} has another shape"));
        }
    }
    let paths = |site: &SiteShape| {
        site.pages
            .keys()
            .chain(site.others.keys())
            .cloned()
            .collect::<BTreeSet<_>>()
    };
    wrong.extend(
        paths(harmless)
            .difference(&paths(hostile))
            .map(|path| format!("{path} is missing")),
    );
    assert!(wrong.is_empty(), "{}", some(&wrong));
}

/// Elements that no words make, whatever Markdown they are.
const SKELETON: &[&str] = &[
    "html", "head", "title", "meta", "link", "script", "body", "header", "main", "footer", "nav",
    "form", "input", "button", "select", "dialog", "template", "img", "picture", "source", "svg",
    "h1", "address", "article", "aside", "fieldset", "label", "noscript", "textarea", "output",
];

fn some(lines: &[String]) -> String {
    let shown: Vec<String> = lines
        .iter()
        .take(25)
        .map(|line| line.chars().take(400).collect())
        .collect();
    format!("{}\n… {} in all", shown.join("\n"), lines.len())
}

/// A text without what typography changes in it: spaces, hyphens that only show at the end of a
/// line, the shape of quotation marks.
pub(super) fn essence(text: &str) -> String {
    let mut essence = String::new();
    for character in presentable(text).chars() {
        match character {
            '\u{AD}' | '\u{2060}' => {}
            character if character.is_whitespace() => {}
            '“' | '”' | '„' | '"' => essence.push('"'),
            '‘' | '’' | '‚' | '\'' => essence.push('\''),
            '…' => essence.push_str("..."),
            '–' | '—' | '‑' => essence.push('-'),
            other => essence.push(other),
        }
    }
    while essence.contains("--") {
        essence = essence.replace("--", "-");
    }
    essence
}
