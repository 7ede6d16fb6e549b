//! What `oogst show` prints can be pasted, filled in and used line by line.

use std::fmt::Write as _;

use oogst::schema::{Home, KINDS, KindSchema, example_record};
use oogst::words::Language;
use toml::Table;

use super::{LANGUAGES, facts, path, records};
use crate::harness::Site;
use crate::program::{lines_of_json, oogst};

/// What the program shows of a kind, asked by its word in a language.
fn shown(kind: &KindSchema, language: Language, more: &[&str]) -> String {
    let site = Site::empty();
    let (word, tag) = (kind.name.get(language), language.tag());
    let ran = oogst(
        site.root(),
        &[&["show", word, "--lang", tag], more].concat(),
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "oogst show {word}");
    ran.out
}

/// The text with what is required filled in, as the example has it.
fn filled(text: &str, kind: &KindSchema, language: Language) -> String {
    let example = records(example_record(kind.kind, language), kind, language);
    let mut filled = String::new();
    for line in text.lines() {
        match line.strip_suffix(" = \"\"") {
            Some(name) => {
                let value = &example[0][name];
                writeln!(filled, "{name} = {value}").expect("a line is added");
            }
            None => writeln!(filled, "{line}").expect("a line is added"),
        }
    }
    filled
}

/// The numbers of the lines with a field that is commented out: `#` without a space behind it.
fn commented(text: &str) -> Vec<usize> {
    let lines = text.lines().enumerate();
    let commented = lines.filter(|(_, line)| line.starts_with('#') && !line.starts_with("# "));
    commented.map(|(number, _)| number).collect()
}

/// The text with these lines no longer commented out.
fn with_lines(text: &str, numbers: &[usize]) -> String {
    let lines = text.lines().enumerate().map(|(number, line)| {
        let line = if numbers.contains(&number) {
            &line[1..]
        } else {
            line
        };
        format!("{line}\n")
    });
    lines.collect()
}

#[test]
fn each_line_that_is_shown_can_be_used() {
    for language in LANGUAGES {
        for kind in KINDS {
            let empty = shown(kind, language, &[]);
            let text = filled(&empty, kind, language);
            let all = commented(&text);
            let has_body = matches!(kind.home, Home::EventFile | Home::Pages);
            let required = kind.fields.iter().filter(|field| field.required).count();
            assert_eq!(
                all.len() + required + usize::from(has_body),
                kind.fields.len(),
                "every field of {} is shown once",
                kind.name.en
            );
            for number in &all {
                let table: Table = toml::from_str(facts(&with_lines(&text, &[*number])))
                    .unwrap_or_else(|error| panic!("{}, line {number}: {error}", kind.name.en));
                assert!(!table.is_empty());
            }
            let whole = records(&with_lines(&text, &all), kind, language);
            assert_eq!(whole[0].len(), required + all.len(), "{}", kind.name.en);
        }
    }
}

/// The codes of the mistakes in a report with this text in the file of a kind.
fn mistakes(text: &str, kind: &KindSchema, language: Language) -> Vec<String> {
    let mut site = super::report(language);
    site.write(&path(kind, language), text);
    let ran = oogst(site.root(), &["check", "--format", "json"]);
    ran.assert_ended(kind.name.en, 100_000);
    let lines = lines_of_json(&ran.out);
    let mistakes = lines
        .iter()
        .filter(|line| line["file"] == path(kind, language) && line["severity"] == "error");
    mistakes
        .map(|line| line["code"].as_str().expect("a code").to_owned())
        .collect()
}

#[test]
fn an_empty_record_that_is_pasted_as_it_is_asks_for_what_is_required() {
    for language in LANGUAGES {
        for kind in KINDS {
            let required = kind.fields.iter().filter(|field| field.required).count();
            let mut mistakes = mistakes(&shown(kind, language, &[]), kind, language);
            // Of a file and an address one is needed, so neither is required.
            mistakes.retain(|code| code != "resource-needs-one");
            assert_eq!(mistakes, vec!["empty-value"; required], "{}", kind.name.en);
        }
    }
}

#[test]
fn a_record_with_all_its_lines_in_use_is_asked_only_for_what_it_names() {
    for language in LANGUAGES {
        for kind in KINDS {
            let text = filled(&shown(kind, language, &[]), kind, language);
            let text = with_lines(&text, &commented(&text));
            let mut mistakes = mistakes(&text, kind, language);
            mistakes.retain(|code| !code.starts_with("unknown-"));
            assert_eq!(mistakes, [""; 0], "{}", kind.name.en);
        }
    }
}

#[test]
fn the_example_is_shown_as_the_reference_has_it() {
    for language in LANGUAGES {
        for kind in KINDS {
            let example = shown(kind, language, &["--example"]);
            assert_eq!(example, example_record(kind.kind, language));
        }
    }
}

#[test]
fn the_language_is_that_of_the_report_unless_one_is_asked_for() {
    let mut site = Site::empty();
    site.write("oogst.toml", "title = \"x\"\nlanguage = \"nl\"\n");
    let head = |words: &[&str]| {
        let ran = oogst(site.root(), words);
        ran.out
            .lines()
            .next()
            .expect("something is shown")
            .to_owned()
    };
    assert_eq!(
        head(&["show", "deals"]),
        "# deal: Vraag en aanbod die elkaar vonden."
    );
    assert_eq!(head(&["toon", "ask"]), "# vraag: Wat iemand nodig heeft.");
    assert_eq!(
        head(&["show", "ask", "--lang", "en"]),
        "# ask: What a party needs."
    );
    assert_eq!(
        head(&["show"]),
        "bijeenkomst  Eén bijeenkomst met haar verslag."
    );
}
