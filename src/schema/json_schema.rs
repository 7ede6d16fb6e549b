//! The schema as JSON Schema (draft 07), for editors that complete and check TOML.
//!
//! What the reader takes, an editor takes: an object's own words are its `properties`, which editors
//! offer, and every other way to write them is a pattern. Values of TOML that JSON does not have,
//! days and times, are text there.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::choices::{AllowedWord, TRUTH};
use super::kinds::{Field, KeysRead, Kind, NAMED_PARTY, Shape};
use super::names::{RowNames, allowed};
use crate::words::Language;

/// The version of JSON Schema that editors of TOML read.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// What a person or organisation is called among the definitions.
const PARTY: &str = "party";

/// The schema of the tables of an event and of what all events share: a list of records a kind.
pub fn of_records(language: Language, comment: &str) -> Value {
    let kinds: Vec<_> = Kind::all_in_tables().collect();
    let mut records = Object::default();
    let mut definitions = Map::new();
    for schema in kinds {
        let own = schema.name.get(language);
        definitions.insert(own.to_owned(), of_fields(schema.fields, language));
        let list = json!({
            "type": "array",
            "description": schema.about.get(language),
            "items": { "$ref": reference(own) },
        });
        records.add(schema.names(), KeysRead::Freely, language, &list);
    }
    let party = json!({ "anyOf": [{ "type": "string" }, of_fields(NAMED_PARTY, language)] });
    definitions.insert(PARTY.to_owned(), party);
    let mut whole = records.finished();
    whole["definitions"] = Value::Object(definitions);
    with_head(whole, comment)
}

/// The schema of a file that is one group of fields.
pub fn of_file(fields: &'static [Field], language: Language, comment: &str) -> Value {
    with_head(of_fields(fields, language), comment)
}

fn with_head(mut schema: Value, comment: &str) -> Value {
    schema["$schema"] = DRAFT.into();
    schema["$comment"] = comment.into();
    schema
}

fn reference(definition: &str) -> String {
    format!("#/definitions/{definition}")
}

/// An object: the words that are offered, and all that are taken.
#[derive(Default)]
struct Object {
    properties: Map<String, Value>,
    patterns: Map<String, Value>,
    /// What must be there: one way to write each.
    required: Vec<Value>,
}

impl Object {
    /// Adds what a row is called, as this.
    fn add(&mut self, names: RowNames, read: KeysRead, language: Language, schema: &Value) {
        let own = names.own.get(language);
        self.properties.insert(own.to_owned(), schema.clone());
        self.patterns
            .insert(pattern(names, read, language, ""), schema.clone());
    }

    /// Asks for a row, in whatever words.
    fn require(&mut self, names: RowNames, read: KeysRead, language: Language) {
        let own = names.own.get(language);
        let any = pattern(names, read, language, "");
        // Some key is one of its words: not all keys are other ones.
        let has_one = json!({ "not": { "propertyNames": { "not": { "pattern": any } } } });
        self.required
            .push(json!({ "anyOf": [{ "required": [own] }, has_one] }));
    }

    fn finished(self) -> Value {
        let mut object = json!({
            "type": "object",
            "properties": self.properties,
            "patternProperties": self.patterns,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            object["allOf"] = self.required.into();
        }
        object
    }
}

/// The schema of a group of fields.
fn of_fields(fields: &'static [Field], language: Language) -> Value {
    let mut object = Object::default();
    for field in fields {
        let mut schema = of_shape(field.shape, language);
        schema["description"] = field.about.get(language).into();
        object.add(field.names(), field.keys, language, &schema);
        if field.translatable {
            let tags: Vec<&str> = Language::ALL
                .iter()
                .map(|language| language.tag())
                .collect();
            let behind = format!("_({})", tags.join("|"));
            object.patterns.insert(
                pattern(field.names(), field.keys, language, &behind),
                schema,
            );
        }
        if field.required {
            object.require(field.names(), field.keys, language);
        }
    }
    object.finished()
}

/// What a value may be.
fn of_shape(shape: Shape, language: Language) -> Value {
    match shape {
        Shape::Line
        | Shape::Markdown
        | Shape::File
        | Shape::Id
        | Shape::One(_)
        | Shape::Reference => {
            json!({ "type": ["string", "number"] })
        }
        Shape::Date => json!({ "type": "string", "pattern": "^\\s*\\d{4}-\\d{2}-\\d{2}" }),
        Shape::Time | Shape::EndTime => json!({ "type": ["string", "number"] }),
        Shape::Integer(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Number(least, most) => {
            json!({ "type": "number", "minimum": least, "maximum": most })
        }
        Shape::NumberOrLine => json!({ "type": ["number", "string"] }),
        Shape::Bool => {
            json!({ "anyOf": [{ "type": "boolean" }, { "pattern": any_of(TRUTH, language), "type": "string" }] })
        }
        Shape::Url => json!({ "type": "string", "pattern": "^\\s*[hH][tT][tT][pP][sS]?://" }),
        Shape::Choice(words) => of_words(words, language),
        Shape::Party => of_party(),
        Shape::Parties => list_of(&of_party()),
        Shape::Many(_) | Shape::Lines | Shape::Addresses => list_of(&json!({ "type": "string" })),
        Shape::ManyOrInline(kind) => {
            let own = kind.schema().name.get(language);
            list_of(&json!({ "anyOf": [{ "type": "string" }, { "$ref": reference(own) }] }))
        }
        Shape::Table(fields) => of_fields(fields, language),
        Shape::Tables(fields) => list_of(&of_fields(fields, language)),
        Shape::Named(fields) => json!({
            "type": "object",
            "additionalProperties": of_fields(fields, language),
        }),
        Shape::Tile => json!({
            "type": "array",
            "items": { "type": "integer", "minimum": 0, "maximum": 99 },
            "minItems": 2,
            "maxItems": 2,
        }),
        Shape::Codes => json!({
            "type": "object",
            "additionalProperties": { "type": ["string", "number"] },
        }),
        Shape::Colour => json!({ "type": "string", "pattern": "^\\s*#[0-9a-fA-F]{6}\\s*$" }),
    }
}

/// A person or organisation, which may be of an organisation itself.
fn of_party() -> Value {
    json!({ "$ref": reference(PARTY) })
}

/// A list, or the one value that stands where a list belongs.
fn list_of(item: &Value) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": item }, item] })
}

/// One of a few words: the own ones are offered, the others taken.
fn of_words(words: &'static [AllowedWord], language: Language) -> Value {
    let mut own: Vec<&str> = Vec::new();
    for word in words {
        let word = word.word.get(language);
        if !own.contains(&word) {
            own.push(word);
        }
    }
    let mut ways = vec![
        json!({ "enum": own }),
        json!({ "type": "string", "pattern": any_of(words, language) }),
    ];
    // Where yes and no are among the words, true and false are them too.
    if words.iter().any(|word| word.word.en == "yes") {
        ways.push(json!({ "type": "boolean" }));
    }
    json!({ "anyOf": ways })
}

/// A pattern for any of some words.
fn any_of(words: &[AllowedWord], language: Language) -> String {
    let ways = words
        .iter()
        .flat_map(|word| ways_to_write(word.names(), KeysRead::Freely, language));
    let ways: Vec<String> = ways.collect();
    format!("^\\s*({})\\s*$", ways.join("|"))
}

/// A pattern for all that a row is called, with this behind it.
fn pattern(names: RowNames, read: KeysRead, language: Language, behind: &str) -> String {
    let ways: Vec<String> = ways_to_write(names, read, language).collect();
    format!("^({}){behind}$", ways.join("|"))
}

/// A pattern for each word that a row goes by.
fn ways_to_write(
    names: RowNames,
    read: KeysRead,
    language: Language,
) -> impl Iterator<Item = String> {
    // A file that is no record may be written in either language, whatever the site's.
    let language = match read {
        KeysRead::Freely => language,
        KeysRead::Exactly => Language::Nl,
    };
    let mut words: Vec<&'static str> = Vec::new();
    for language in allowed(language) {
        let of_language = std::iter::once(names.own.get(language)).chain(names.others(language));
        for word in of_language {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words.into_iter().map(move |word| match read {
        KeysRead::Freely => freely(word),
        KeysRead::Exactly => word.to_owned(),
    })
}

/// A word in capitals or not, with any sign between its parts.
fn freely(word: &str) -> String {
    let mut pattern = String::new();
    for character in word.chars() {
        if character.is_ascii_alphabetic() {
            let (small, capital) = (
                character.to_ascii_lowercase(),
                character.to_ascii_uppercase(),
            );
            let _ = match small {
                // Accents do not count; these are the letters that people put them on.
                'e' => write!(pattern, "[eEéÉëËèÈ]"),
                'i' => write!(pattern, "[iIïÏ]"),
                _ => write!(pattern, "[{small}{capital}]"),
            };
        } else if matches!(character, '_' | '-') {
            pattern.push_str("[-_ ]+");
        } else {
            pattern.push(character);
        }
    }
    pattern
}
