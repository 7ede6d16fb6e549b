//! The corpus of hostile strings through every field of every record, every setting and every
//! option of a look: what is published has the shape that harmless words give it, and what was
//! written can still be read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use oogst::config::{self, SETTINGS};
use oogst::diagnostic::any_error;
use oogst::look::{Look, LookFiles, Template, choose};
use oogst::schema::{Field, Shape as FieldShape};
use oogst::source::{FileId, SourceFile, SourcePath, Span, Spanned, presentable};
use oogst::words::Language;

use crate::corpus::{Shape, SiteShape, corpus, css_shape};
use crate::every_field::{self, Where, quoted};
use crate::harness::{Site, copy};
use crate::tree::Tree;

/// So many records of each kind stand in one site.
const SETS: usize = 12;

/// Settings that let as much through as a site can.
const OPEN: &str = "[privacy]\nemails = true\nphones = true\n";

/// All that Markdown can make of words. What a harmless site with these has, a hostile one may have
/// too.
const ALL_OF_MARKDOWN: &str = "Gewone *woorden* met **nadruk**, ~~weg~~, `code`, een [link](https://school.example/ \"titel\"), <https://school.example/>,\n\
    <jan@school.example> en een noot[^n].\nNieuwe  \nregel.\n\n# Kop\n\n## Kop\n\n### Kop\n\n> Aangehaald\n\n- een\n- [ ] te doen\n- [x] gedaan\n\n1. eerste\n\n\
    3) derde\n\n```taal\nblok\n```\n\n| a | b |\n| :- | -: |\n| c | d |\n\n---\n\n[^n]: De noot.\n";

#[test]
fn the_whole_corpus_in_every_field_makes_nothing_that_is_not_there_otherwise() {
    // Half of it in each field of the one set of records, half in the other: so few pages that a
    // browser opens them all: `tests/pages/hostile.mjs` does, with what this writes where it is
    // told to.
    let mut site = full_of_the_corpus(2);
    if let Ok(folder) = std::env::var("OOGST_HOSTILE_SITE") {
        fs::create_dir_all(&folder).expect("a folder can be made");
        for part in ["oogst.toml", "content"] {
            copy(&site.at(part), &Path::new(&folder).join(part));
        }
    }
    assert_like(&built(&mut site), &harmless(2));
}

/// A site in which every field of set k holds its part of the corpus, beginning with another string
/// in each field.
fn full_of_the_corpus(sets: usize) -> Site {
    let corpus = corpus();
    let parts: Vec<&[String]> = corpus.chunks(corpus.len().div_ceil(sets)).collect();
    let mut asked = 0;
    every_field::sets(
        sets,
        &mut |place| {
            asked += 1;
            // A set asks for as many texts as every other; which set it is, is told by how often
            // was asked.
            let part = parts[(asked - 1) / texts_in_a_set() % parts.len()];
            let first = asked % part.len();
            let between = if place == Where::Line { " · " } else { "\n\n" };
            let strings = part[first..]
                .iter()
                .chain(&part[..first])
                .filter(|string| place == Where::Line || !is_refused(string));
            let joined = strings
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(between);
            format!("{joined}{between}einde {asked}")
        },
        OPEN,
    )
}

#[test]
fn each_string_alone_in_a_field_makes_nothing_and_can_be_read() {
    let corpus = corpus();
    let harmless = harmless(SETS);
    let mut asked = 0;
    let mut titles: Vec<String> = Vec::new();
    let mut site = every_field::sets(
        SETS,
        &mut |place| {
            // Coprime with the number of texts in a set, so that a field gets other strings in
            // each.
            asked += 1;
            let string = &corpus[asked * 7 % corpus.len()];
            let string = if place != Where::Line && is_refused(string) {
                "geweigerd"
            } else {
                string
            };
            let said = format!("{string} {asked}");
            if place == Where::Line {
                titles.push(said.clone());
            }
            said
        },
        OPEN,
    );
    let shape = built(&mut site);
    assert_like(&shape, &harmless);
    // One text for all pages: what was written in a field stands on some page, whole.
    let read: String = shape
        .pages
        .values()
        .flat_map(|page| page.texts.iter().chain(&page.values))
        .map(|text| essence(text) + "\n")
        .collect();
    let lost: BTreeSet<&String> = titles
        .iter()
        .filter(|title| !read.contains(&essence(title)))
        .collect();
    // Names that another record has too, and words that only machines or lists of search read, are
    // few.
    let shown = titles.len() - lost.len();
    assert!(
        shown * 100 >= titles.len() * SHOWN_IN_HUNDRED,
        "only {shown} of {} lines can be read; lost are {lost:#?}",
        titles.len()
    );
}

/// Of a hundred lines so many stand on a page as they are: `sort_name`, codes and a few others are
/// for machines.
const SHOWN_IN_HUNDRED: usize = 80;

#[test]
fn every_setting_of_free_text_may_say_anything() {
    let corpus = corpus();
    let plain = small(|_| "gewone woorden".to_owned());
    for part in corpus.chunks(corpus.len().div_ceil(3)) {
        let hostile = small(|number| {
            let first = number * 11 % part.len();
            part[first..]
                .iter()
                .chain(&part[..first])
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" · ")
        });
        assert_like(&hostile, &plain);
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
fn a_setting_with_rules_takes_nothing_that_breaks_them() {
    let corpus = corpus();
    // Each with what stands before the string, so that the string may end something.
    let settings = [
        ("base_url = {}", ""),
        ("base_url = {}", "https://proef.example/"),
        ("base_url = {}", "https://proef.example/pad/"),
        ("theme = {}", ""),
        ("time_zone = {}", "Europe/"),
        ("languages = [{}]", ""),
        ("routes = { deals = {} }", ""),
        ("routes = { deals = {} }", "afspraken"),
        ("[map]\nfile = {}", ""),
        ("[headers]\nfiles = [{}]", "nginx"),
        (
            "[security]\nexpires = 2027-01-01\ncontact = {}",
            "https://proef.example/",
        ),
        (
            "[security]\nexpires = 2027-01-01\ncontact = {}",
            "x@proef.example",
        ),
        (
            "[security]\nexpires = 2027-01-01\ncontact = \"x@proef.example\"\npolicy_url = {}",
            "https://proef.example/",
        ),
        (
            "[accessibility]\nregister_url = {}",
            "https://proef.example/",
        ),
        ("[privacy]\npolicy_url = {}", "https://proef.example/"),
    ];
    let mut taken: Vec<String> = Vec::new();
    for (setting, before) in settings {
        for string in &corpus {
            let value = quoted(&format!("{before}{string}"));
            let text = format!("title = \"T\"\n{}\n", setting.replace("{}", &value));
            let file = SourceFile {
                path: SourcePath::new("oogst.toml"),
                text: Arc::from(text.as_str()),
                hash: [0; 32],
            };
            let (_, diagnostics) = config::read(FileId(0), &file);
            // What the file of the map and the look are called is looked up, not written anywhere.
            if !any_error(&diagnostics)
                && !setting.contains("[map]")
                && !setting.starts_with("theme")
            {
                taken.push(text);
            }
        }
    }
    assert!(
        taken.len() > 100,
        "only {} are taken, so this shows little",
        taken.len()
    );
    // Most that are taken are alike; of those that may matter, each is built.
    taken.retain(|text| {
        text.contains([
            '$', ';', '\'', '*', '|', '(', '#', '?', '&', '%', ':', '@', ',',
        ])
    });
    taken.dedup();
    let step = taken.len().div_ceil(40).max(1);
    let usual = lines_for_servers(&small_with(
        "title = \"T\"\nbase_url = \"https://proef.example/pad/\"\n[headers]\nfiles = [\"nginx\", \"netlify\"]\n",
    ));
    for text in taken.iter().step_by(step) {
        let mut site = Site::from("klein");
        let more = if text.contains('[') {
            ""
        } else {
            "[headers]\nfiles = [\"nginx\", \"netlify\"]\n"
        };
        site.write("oogst.toml", format!("{text}{more}"))
            .try_build();
        if !site.is_built() {
            continue;
        }
        let output = site.output();
        let shape = SiteShape::of(&output);
        // An address of the site itself is its owner's choice.
        let faults: Vec<&String> = shape
            .faults
            .iter()
            .filter(|fault| !(text.contains("base_url") && fault.contains("<link href=")))
            .collect();
        assert!(faults.is_empty(), "{text}\n{faults:#?}");
        if !more.is_empty() && text.contains("base_url") {
            assert_eq!(lines_for_servers(&output), usual, "{text}");
        }
        if let Some(file) = output.0.get(".well-known/security.txt") {
            let text = String::from_utf8_lossy(file);
            let (fields, mark) = text
                .trim_end_matches('\n')
                .rsplit_once('\n')
                .expect("a file of several lines");
            assert!(mark.starts_with("# oogst ") && mark.len() == 24, "{mark}");
            let names: Vec<String> = fields
                .lines()
                .map(|line| line.split(':').next().unwrap_or_default().to_owned())
                .collect();
            let known = [
                "Contact",
                "Expires",
                "Preferred-Languages",
                "Policy",
                "Canonical",
            ];
            assert!(
                names.iter().all(|name| known.contains(&name.as_str()))
                    && names.iter().collect::<BTreeSet<_>>().len() == names.len(),
                "{names:?}"
            );
        }
    }
}

#[test]
fn an_option_of_a_look_takes_colours_and_files_and_nothing_else() {
    let corpus = corpus();
    let look = Look::embedded();
    let names: Vec<String> = choose("default", &look.options, &[], &look.assets)
        .0
        .options
        .into_keys()
        .collect();
    assert!(names.len() >= 12);
    let span = Span::new(FileId(0), 0..1);
    let spanned = |text: &str| Spanned::new(text.to_owned(), span);
    for string in &corpus {
        for name in &names {
            let (_, diagnostics) = choose(
                "default",
                &look.options,
                &[(spanned(name), spanned(string))],
                &look.assets,
            );
            assert!(any_error(&diagnostics), "`{name}` takes {string:?}");
        }
        let (_, diagnostics) = choose(
            "default",
            &look.options,
            &[(spanned(string), spanned("#000000"))],
            &look.assets,
        );
        assert!(any_error(&diagnostics), "there is an option {string:?}");
    }
}

#[test]
fn what_a_look_declares_reaches_its_stylesheet_as_colours_and_names_of_fonts() {
    let span = Span::new(FileId(0), 0..1);
    let spanned = |text: &str| Spanned::new(text.to_owned(), span);
    let usual = sheet_of("serif", "letter.woff2", &spanned);
    assert!(usual.is_ok_and(|shape| shape.contains(&"@font-face".to_owned())));
    for string in corpus() {
        let name = string.replace('/', "_");
        let shape = sheet_of(&string, &name, &spanned)
            .unwrap_or_else(|error| panic!("{string:?}: {error}"));
        let known = [
            "@font-face",
            "@media",
            "font-family",
            "src",
            "url()",
            "format()",
            "font-weight",
            "font-display",
            "swap",
            "--serif",
            "--paper",
        ];
        let strange: Vec<&String> = shape
            .iter()
            .filter(|part| !known.contains(&part.as_str()) && part.contains(['@', ':', '(']))
            .collect();
        assert!(strange.is_empty(), "{string:?} makes {strange:?}");
        assert!(
            !shape.iter().any(|part| part.contains("kwaad.example")),
            "{string:?}: {shape:?}"
        );
    }
}

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

/// How many texts a set of records asks for.
fn texts_in_a_set() -> usize {
    static COUNT: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    *COUNT.get_or_init(|| {
        let asked = |sets: usize| {
            let mut asked = 0;
            drop(every_field::sets(
                sets,
                &mut |_| {
                    asked += 1;
                    format!("x{asked}")
                },
                "",
            ));
            asked
        };
        asked(2) - asked(1)
    })
}

/// What a text may not say: a link out of the event's folder, or to nothing, keeps a site from
/// being built, so that nothing is made of it at all.
fn is_refused(string: &str) -> bool {
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

#[test]
fn the_strings_that_are_refused_are_refused_by_name() {
    let strings: Vec<String> = corpus()
        .into_iter()
        .filter(|string| is_refused(string))
        .collect();
    assert!(!strings.is_empty());
    for string in strings {
        let mut site = Site::from("klein");
        site.append(
            "content/events/2025-techniekavond/event.md",
            &format!("\n{string}\n"),
        )
        .build_refused();
        assert!(
            site.codes().contains("leaves-folder") || site.codes().contains("broken-link"),
            "{string}: {:?}",
            site.codes()
        );
    }
}

/// The same site with words that mean no harm, and all that Markdown can make.
fn harmless(sets: usize) -> SiteShape {
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

fn built(site: &mut Site) -> SiteShape {
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
fn assert_like(hostile: &SiteShape, harmless: &SiteShape) {
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
fn essence(text: &str) -> String {
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

/// A small site in which every setting of free text says something.
fn small(mut say: impl FnMut(usize) -> String) -> SiteShape {
    let mut number = 0;
    let mut text = |fields: &[Field]| -> String {
        let mut lines = String::new();
        for field in fields
            .iter()
            .filter(|field| matches!(field.shape, FieldShape::Line))
        {
            if ["language", "time_zone", "file", "property", "join"].contains(&field.name.en) {
                continue;
            }
            number += 1;
            let value = quoted(&say(number));
            writeln!(lines, "{} = {value}", field.name.en).expect("text can be written");
            if field.translatable {
                number += 1;
                let value = quoted(&say(number));
                writeln!(lines, "{}_en = {value}", field.name.en).expect("text can be written");
            }
        }
        lines
    };
    let mut config = format!(
        "languages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/\"\n{}",
        text(SETTINGS)
    );
    for field in SETTINGS {
        if let FieldShape::Table(inner) = field.shape
            && ["privacy", "accessibility"].contains(&field.name.en)
        {
            write!(config, "[{}]\n{}", field.name.en, text(inner)).expect("text can be written");
        }
    }
    config.push_str("[headers]\nfiles = [\"nginx\", \"netlify\"]\n[security]\ncontact = \"x@proef.example\"\nexpires = 2026-12-01\n");
    SiteShape::of(&small_with(&config))
}

fn small_with(config: &str) -> Tree {
    let mut site = Site::from("klein");
    site.write("oogst.toml", config).build();
    site.output()
}

/// What the files for servers say, without the site's own path: the name of each header and
/// directive.
fn lines_for_servers(output: &Tree) -> BTreeMap<String, Vec<String>> {
    ["_headers", "nginx-headers.conf"]
        .into_iter()
        .map(|path| {
            let words = output.text(path).lines().map(|line| {
                let word = line.split_whitespace().next().unwrap_or_default();
                if path == "_headers" && line.starts_with('/') {
                    "/".to_owned()
                } else {
                    word.to_owned()
                }
            });
            (path.to_owned(), words.collect())
        })
        .collect()
}

/// The stylesheet that a site gets from a look whose theme.toml says this of a colour and a font,
/// with a font file of this name.
fn sheet_of(
    written: &str,
    file: &str,
    spanned: &dyn Fn(&str) -> Spanned<String>,
) -> Result<Vec<String>, String> {
    let value = quoted(written);
    let manifest = format!(
        "[[option]]\nname = \"paper\"\nkind = \"colour\"\nrole = \"ground\"\ndefault = {value}\ndark = {value}\n\
         [[option]]\nname = \"serif\"\nkind = \"font\"\ndefault = {value}\n"
    );
    let manifest = Template {
        text: manifest.into(),
        file: Some(FileId(0)),
    };
    let files = LookFiles {
        templates: BTreeMap::new(),
        assets: BTreeMap::from([(file.to_owned(), b"wOF2 not more".to_vec())]),
    };
    let (look, _) = Look::of_site("eigen", Some(&manifest), files, Language::Nl);
    let (chosen, _) = choose(
        "eigen",
        &look.options,
        &[(spanned("serif"), spanned(file))],
        &look.assets,
    );
    css_shape(&chosen.css)
}
