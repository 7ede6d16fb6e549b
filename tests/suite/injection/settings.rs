//! Settings: those of free text may say anything, those with rules take nothing that breaks them,
//! and a look takes colours, files and names of fonts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use oogst::config::{self, SETTINGS};
use oogst::diagnostic::any_error;
use oogst::look::{Look, LookFiles, Template, choose};
use oogst::schema::{Field, Shape as FieldShape};
use oogst::source::{FileId, SourceFile, SourcePath, Span, Spanned};
use oogst::words::Language;

use super::judges::assert_like;
use crate::corpus::{SiteShape, corpus, css_shape};
use crate::every_field::quoted;
use crate::harness::Site;
use crate::tree::Tree;

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

/// Settings with rules, each with what stands before the string, so that the string may end
/// something.
const WITH_RULES: &[(&str, &str)] = &[
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

/// Files for servers, asked for where a setting does not end in a table of its own.
const FOR_SERVERS: &str = "[headers]\nfiles = [\"nginx\", \"netlify\"]\n";

#[test]
fn a_setting_with_rules_takes_nothing_that_breaks_them() {
    let mut taken = taken();
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
    let usual = lines_for_servers(&small_with(&format!(
        "title = \"T\"\nbase_url = \"https://proef.example/pad/\"\n{FOR_SERVERS}"
    )));
    for text in taken.iter().step_by(step) {
        let mut site = Site::from("klein");
        let more = if text.contains('[') { "" } else { FOR_SERVERS };
        site.write("oogst.toml", format!("{text}{more}"))
            .try_build();
        if !site.is_built() {
            continue;
        }
        let output = site.output();
        // An address of the site itself is its owner's choice.
        let shape = SiteShape::of(&output);
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
            assert_fields_are_known(&String::from_utf8_lossy(file));
        }
    }
}

/// The texts of `oogst.toml`, each with a string of the corpus in a setting with rules, that are
/// taken all the same.
fn taken() -> Vec<String> {
    let corpus = corpus();
    let mut taken = Vec::new();
    for (setting, before) in WITH_RULES {
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
    taken
}

/// A `security.txt` has the fields that it may have, each once, and the mark of the program.
fn assert_fields_are_known(text: &str) {
    const KNOWN: [&str; 5] = [
        "Contact",
        "Expires",
        "Preferred-Languages",
        "Policy",
        "Canonical",
    ];
    let (fields, mark) = text
        .trim_end_matches('\n')
        .rsplit_once('\n')
        .expect("a file of several lines");
    assert!(mark.starts_with("# oogst ") && mark.len() == 24, "{mark}");
    let names: Vec<&str> = fields
        .lines()
        .map(|line| line.split(':').next().unwrap_or_default())
        .collect();
    assert!(
        names.iter().all(|name| KNOWN.contains(name))
            && names.iter().collect::<BTreeSet<_>>().len() == names.len(),
        "{names:?}"
    );
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

/// A small site in which every setting of free text says something.
fn small(mut say: impl FnMut(usize) -> String) -> SiteShape {
    let mut number = 0;
    let mut text = |fields: &[Field]| -> String {
        let mut lines = String::new();
        for field in fields
            .iter()
            .filter(|field| matches!(field.shape, FieldShape::Line))
        {
            if ["language", "time_zone", "oogst", "file", "property", "join"]
                .contains(&field.name.en)
            {
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
