//! A type's name means one thing in the program, and a field's name is written where its record is.

use std::collections::{BTreeMap, BTreeSet};

use oogst::schema::{Field, KINDS, Shape};
use proc_macro2::{Delimiter, TokenTree};

use super::tokens::{Module, flat, modules, modules_of, word};

/// Where a field may be asked for by its name as letters: where the schema's rows stand, in the file
/// of the record, and where a file of settings has a schema of its own.
const NAMES_FIELDS: &[&str] = &[
    "src/schema/key.rs",
    "src/schema/kinds.rs",
    "src/input/permalinks",
    "src/config",
    "src/look/files",
    "src/look/options",
    "src/records/consent.rs",
    "src/records/correction.rs",
    "src/records/deal.rs",
    "src/records/event.rs",
    "src/records/figure.rs",
    "src/records/idea.rs",
    "src/records/need.rs",
    "src/records/organisation.rs",
    "src/records/outcome.rs",
    "src/records/page.rs",
    "src/records/person.rs",
    "src/records/photo.rs",
    "src/records/quote.rs",
    "src/records/region.rs",
    "src/records/resource.rs",
    "src/records/series.rs",
    "src/records/session.rs",
    "src/records/speaker.rs",
    "src/records/theme.rs",
    "src/records/update.rs",
];

/// What asks fields for a value, or the schema for a field.
const ASKS: &[&str] = &[
    "bool",
    "choice",
    "codes",
    "date",
    "flag",
    "has",
    "id",
    "integer",
    "key_span",
    "key_word",
    "line",
    "lines",
    "link",
    "long_text",
    "many",
    "many_or_inline",
    "markdown",
    "number",
    "number_or_line",
    "one",
    "parties",
    "party",
    "position",
    "table",
    "tables",
    "text",
    "tile",
    "time",
    "translated_line",
    "translated_markdown",
    "value_span",
    "was_meant",
];

#[test]
fn a_types_name_means_one_thing() {
    let twice = types_twice(&modules());
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn a_field_is_named_where_its_record_is() {
    let wrong = fields_asked_elsewhere(&modules());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The types of one name, with the files that they are in.
fn types_twice(modules: &BTreeMap<String, Module>) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for module in modules.values() {
        let mut tokens = Vec::new();
        flat(&outside_traits(&module.tokens), &mut tokens);
        for (place, token) in tokens.iter().enumerate() {
            let keyword = word(token).unwrap_or_default();
            if ["struct", "enum", "trait", "type"].contains(&keyword.as_str())
                && let Some(name) = tokens.get(place + 1).and_then(word)
            {
                places.entry(name).or_default().push(module.path.clone());
            }
        }
    }
    places
        .iter()
        // The door has a half for each sort of system; only one of them is compiled.
        .filter(|(_, places)| {
            places.len() > 1 && *places != &["src/folder/elsewhere.rs", "src/folder/unix.rs"]
        })
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect()
}

/// The tokens without the bodies of traits and their implementations, whose types are named by the
/// trait.
fn outside_traits(tokens: &[TokenTree]) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut in_body = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == "impl" || ident == "trait" => in_body = true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => in_body = false,
            TokenTree::Ident(ident) if ident == "fn" => in_body = false,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && in_body => {
                in_body = false;
                continue;
            }
            _ => {}
        }
        kept.push(token.clone());
    }
    kept
}

/// The names of all fields, as they stand in a source.
fn names_of_fields() -> BTreeSet<String> {
    fn add(fields: &[Field], names: &mut BTreeSet<String>) {
        for field in fields {
            names.insert(format!("\"{}\"", field.name.en));
            if let Shape::Table(inner) | Shape::Tables(inner) = field.shape {
                add(inner, names);
            }
        }
    }
    let mut names = BTreeSet::new();
    for kind in KINDS {
        add(kind.fields, &mut names);
    }
    assert!(names.contains("\"title\"") && names.contains("\"due\""));
    names
}

/// Where a field is asked for by its name, outside the places that may.
fn fields_asked_elsewhere(modules: &BTreeMap<String, Module>) -> Vec<String> {
    let names = names_of_fields();
    let mut wrong = Vec::new();
    for module in modules.values() {
        // The feed writes elements, which are no fields.
        let mut may = NAMES_FIELDS.iter().chain(&["src/feeds"]);
        if may.any(|place| module.path.starts_with(place)) {
            continue;
        }
        let mut tokens = Vec::new();
        flat(&module.tokens, &mut tokens);
        for (at, token) in tokens.iter().enumerate() {
            let asks = word(token).is_some_and(|word| ASKS.contains(&word.as_str()));
            let Some(TokenTree::Group(group)) = tokens.get(at + 1).filter(|_| asks) else {
                continue;
            };
            for token in group.stream() {
                if let TokenTree::Literal(literal) = &token
                    && names.contains(&literal.to_string())
                {
                    wrong.push(format!("{} asks for {literal}", module.path));
                }
            }
        }
    }
    wrong
}

#[test]
fn a_type_of_a_name_that_there_is_already_is_found() {
    let modules = modules_of([
        (
            "plan/page.rs",
            "pub struct Page; impl Iterator for Page { type Item = u8; }",
        ),
        (
            "pages/list.rs",
            "fn list() { enum Page {} } trait Parts { type Item; }",
        ),
        ("words.rs", "#[cfg(test)] struct Page; type Word = Page;"),
    ]);
    assert_eq!(
        types_twice(&modules),
        ["Page: src/pages/list.rs, src/plan/page.rs"]
    );
}

#[test]
fn a_field_that_is_asked_for_elsewhere_is_found() {
    let asks =
        "fn due(fields: &Fields) { fields.date(\"due\"); print(\"due\"); fields.date(\"day\"); }";
    let modules = modules_of([("pages/deal.rs", asks), ("records/deal.rs", asks)]);
    assert_eq!(
        fields_asked_elsewhere(&modules),
        ["src/pages/deal.rs asks for \"due\""]
    );
}
