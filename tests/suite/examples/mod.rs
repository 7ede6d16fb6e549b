//! The examples of all kinds, and the empty records that `oogst show` prints.

mod empty;

use std::collections::BTreeSet;

use oogst::schema::{Field, Home, KINDS, KindSchema, Shape, example_record};
use oogst::words::Language;
use toml::{Table, Value};

use crate::drawn::{fields, jpeg};
use crate::harness::Site;
use crate::program::oogst;

const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];

/// Fields that no example says, and why.
const UNSAID: &[(&str, &str)] = &[
    ("event.end", "the afternoon has one day"),
    ("event.replaced_by", "it was held"),
];

/// The folder of the event that the examples are of.
fn event_folder(language: Language) -> &'static str {
    match language {
        Language::Nl => "content/events/2025-techniekmiddag",
        Language::En => "content/events/2025-tech-afternoon",
    }
}

/// The file that a record of a kind is put in.
fn path(kind: &KindSchema, language: Language) -> String {
    let event = event_folder(language);
    let many = kind.folder.get(language);
    match kind.home {
        Home::EventFile => format!("{event}/event.md"),
        Home::Event | Home::Anywhere => format!("{event}/{many}.toml"),
        Home::Shared => format!("content/{many}.toml"),
        Home::Pages => "content/pages/over.md".to_owned(),
    }
}

/// The report that all examples of a language are together.
pub(crate) fn report(language: Language) -> Site {
    let mut site = Site::empty();
    let tag = language.tag();
    site.write(
        "oogst.toml",
        format!(
            "title = \"Techniek\"\nlanguage = \"{tag}\"\npublisher = \"De school\"\nbase_url = \"https://dewilg.example/\"\n"
        ),
    );
    for kind in KINDS {
        let text = example_record(kind.kind, language);
        site.write(&path(kind, language), text);
        let lines = text.lines().filter_map(|line| line.split_once(" = "));
        for (_, file) in lines.filter(|(_, value)| value.starts_with("\"media/")) {
            let file = file.trim_matches('"');
            let bytes = if file.ends_with(".jpg") {
                jpeg(
                    &fields(64 + u32::try_from(file.len()).expect("a short name"), 48),
                    1,
                )
            } else {
                b"hamer;2\nzaag;4\n".to_vec()
            };
            site.write(&format!("{}/{file}", event_folder(language)), bytes);
        }
    }
    site
}

/// The facts of a text: of a Markdown file, what stands between its lines `+++`.
fn facts(text: &str) -> &str {
    text.strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("+++\n"))
        .map_or(text, |(facts, _)| facts)
}

/// The records of a kind in a text, as TOML has them.
fn records(text: &str, kind: &KindSchema, language: Language) -> Vec<Table> {
    let table: Table = toml::from_str(facts(text))
        .unwrap_or_else(|error| panic!("{} is no TOML: {error}\n{text}", kind.name.en));
    match table.get(kind.name.get(language)) {
        Some(Value::Array(records)) => records
            .iter()
            .map(|record| record.as_table().expect("a record is a table").clone())
            .collect(),
        _ => vec![table],
    }
}

#[test]
fn the_examples_of_a_language_are_one_report_of_which_nothing_is_to_be_said() {
    for language in LANGUAGES {
        let site = report(language);
        let ran = oogst(site.root(), &["check", "--publish", "--format", "json"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        let invented = match language {
            Language::Nl => "verzonnen",
            Language::En => "invented",
        };
        for kind in KINDS {
            let text = example_record(kind.kind, language);
            assert!(
                text.contains(invented),
                "{} says it is invented",
                kind.name.en
            );
        }
    }
}

#[test]
fn an_example_says_every_field_in_the_words_of_its_language() {
    let mut unsaid = BTreeSet::new();
    for language in LANGUAGES {
        for kind in KINDS {
            let text = example_record(kind.kind, language);
            let is_below = |field: &Field| {
                field.name.en == "text" && matches!(kind.home, Home::EventFile | Home::Pages)
            };
            let fields: Vec<Field> = kind
                .fields
                .iter()
                .filter(|field| !is_below(field))
                .copied()
                .collect();
            let records = records(text, kind, language);
            unsaid.extend(missing(&records, &fields, kind.name.en, language));
        }
    }
    let excused: BTreeSet<String> = UNSAID
        .iter()
        .map(|(field, _)| (*field).to_owned())
        .collect();
    assert_eq!(unsaid, excused, "the fields that no example says");
}

/// The fields that none of these tables has, those of groups too. A table with another key than
/// those of its fields in this language fails.
fn missing(tables: &[Table], fields: &[Field], of: &str, language: Language) -> Vec<String> {
    let names: BTreeSet<&str> = fields
        .iter()
        .map(|field| field.name.get(language))
        .collect();
    for key in tables.iter().flat_map(Table::keys) {
        assert!(
            names.contains(key.as_str()),
            "{of} has no field `{key}` in {language:?}"
        );
    }
    let mut missing = Vec::new();
    for field in fields {
        let path = format!("{of}.{}", field.name.en);
        let name = field.name.get(language);
        let values: Vec<&Value> = tables.iter().filter_map(|table| table.get(name)).collect();
        if values.is_empty() {
            missing.push(path);
        } else if let Shape::Table(inner) | Shape::Tables(inner) = field.shape {
            let groups = values.into_iter().flat_map(|value| match value {
                Value::Array(groups) => groups.clone(),
                group => vec![group.clone()],
            });
            let groups: Vec<Table> = groups
                .map(|group| group.as_table().expect("a group").clone())
                .collect();
            missing.extend(self::missing(&groups, inner, &path, language));
        }
    }
    missing
}

#[test]
fn the_fields_of_an_example_stand_in_the_order_of_the_schema() {
    for language in LANGUAGES {
        for kind in KINDS {
            let text = example_record(kind.kind, language);
            let of_records = facts(text).split("[[");
            for record in of_records {
                let position = |line: &str| {
                    let (key, _) = line.split_once(" = ")?;
                    let is_named = |field: &Field| field.name.get(language) == key;
                    kind.fields.iter().position(is_named)
                };
                let positions: Vec<usize> = record.lines().filter_map(position).collect();
                assert!(
                    positions.is_sorted(),
                    "{}: {positions:?}\n{record}",
                    kind.name.en
                );
            }
        }
    }
}
