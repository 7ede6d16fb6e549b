//! What fields take, in words and by example, and which word was likely meant: what the reader's
//! messages say.

use toml::de::DeValue;

use super::kinds::{Field, Kind, Shape};
use crate::words::{Bilingual, Language};

/// What a shape takes, in words.
pub(crate) fn expected(shape: Shape) -> Bilingual {
    let (nl, en) = match shape {
        Shape::Line | Shape::Markdown | Shape::File => {
            ("tekst tussen aanhalingstekens", "text between quotes")
        }
        Shape::Id | Shape::One(_) => ("een id", "an id"),
        Shape::Reference => ("een verwijzing", "a reference"),
        Shape::Date => ("een datum", "a date"),
        Shape::Time | Shape::EndTime => ("een tijd", "a time"),
        Shape::Integer(..) => ("een heel getal", "a whole number"),
        Shape::Number(..) => ("een getal", "a number"),
        Shape::NumberOrLine => ("een getal of tekst", "a number or text"),
        Shape::Bool => ("`true` (ja) of `false` (nee)", "`true` or `false`"),
        Shape::Url => ("een webadres", "a web address"),
        Shape::Choice(_) => ("een van een paar woorden", "one of a few words"),
        Shape::Party => ("een naam of id", "a name or id"),
        Shape::Parties => ("een lijst namen of ids", "a list of names or ids"),
        Shape::Many(_) | Shape::ManyOrInline(_) => ("een lijst ids", "a list of ids"),
        Shape::Lines => ("een lijst teksten", "a list of texts"),
        Shape::Addresses => ("een lijst adressen", "a list of addresses"),
        Shape::Table(_) | Shape::Named(_) | Shape::Codes => (
            "een groep gegevens tussen accolades",
            "a group of fields between braces",
        ),
        Shape::Tables(_) => ("een lijst groepen gegevens", "a list of groups of fields"),
        Shape::Tile => ("een kolom en een rij", "a column and a row"),
        Shape::Colour => ("een kleur", "a colour"),
    };
    Bilingual { nl, en }
}

/// What stands there, in words.
pub(crate) fn found(value: &DeValue<'_>) -> Bilingual {
    let (nl, en) = match value {
        DeValue::String(_) => ("tekst", "text"),
        DeValue::Integer(_) | DeValue::Float(_) => ("een getal", "a number"),
        DeValue::Boolean(_) => ("`true` of `false`", "`true` or `false`"),
        DeValue::Datetime(_) => ("een datum of tijd", "a date or time"),
        DeValue::Array(_) => ("een lijst", "a list"),
        DeValue::Table(_) => ("een groep gegevens", "a group of fields"),
    };
    Bilingual { nl, en }
}

/// How a field may be written, in the writer's language: `datum = 2018-10-30`.
pub(crate) fn example_of(field: &Field, language: Language) -> String {
    format!(
        "{} = {}",
        field.name.get(language),
        example(field.shape, language)
    )
}

/// The facts that a file of a kind cannot do without, as they may be written, for messages.
pub(crate) fn required_facts(kind: Kind, language: Language) -> String {
    let required = kind
        .schema()
        .fields
        .iter()
        .filter(|field| field.required && field.name.en != "text");
    let facts: Vec<String> = required
        .map(|field| format!("`{}`", example_of(field, language)))
        .collect();
    facts.join(", ")
}

/// A value that would do, in the writer's language.
pub(crate) fn example(shape: Shape, language: Language) -> String {
    let say = |nl: &str, en: &str| (if language == Language::Nl { nl } else { en }).to_owned();
    let quoted = |text: &str| format!("\"{text}\"");
    match shape {
        Shape::Line | Shape::Markdown => quoted("…"),
        Shape::File => quoted("media/…"),
        Shape::Id => say("\"een-eigen-naam\"", "\"a-name-of-its-own\""),
        Shape::One(kind) => quoted(example_id(kind, language)),
        Shape::Many(kind) | Shape::ManyOrInline(kind) => {
            format!("[\"{}\"]", example_id(kind, language))
        }
        Shape::Reference => say(
            "\"deal:2018-overijssel/samen-bijscholen\"",
            "\"deal:2018-overijssel/learn-together\"",
        ),
        Shape::Date => "2018-10-30".to_owned(),
        Shape::Time | Shape::EndTime => "13:30".to_owned(),
        Shape::Integer(_, most) => 70.min(most).to_string(),
        Shape::NumberOrLine => "70".to_owned(),
        Shape::Number(..) => "52.5".to_owned(),
        Shape::Bool => "true".to_owned(),
        Shape::Url => quoted("https://…"),
        Shape::Choice(words) => words
            .first()
            .map_or_else(|| quoted("…"), |word| quoted(word.word.get(language))),
        Shape::Party => say("\"Twee docenten\"", "\"Two teachers\""),
        Shape::Parties => say("[\"Twee docenten\"]", "[\"Two teachers\"]"),
        Shape::Lines => "[\"…\"]".to_owned(),
        Shape::Addresses => say("[\"/verslag-2018/\"]", "[\"/report-2018/\"]"),
        Shape::Table(fields) => format!("{{ {} }}", example_fields(fields, language)),
        Shape::Tables(fields) => format!("[{{ {} }}]", example_fields(fields, language)),
        Shape::Named(fields) => {
            format!("{{ website = {{ {} }} }}", example_fields(fields, language))
        }
        Shape::Tile => "[2, 1]".to_owned(),
        Shape::Codes => "{ cbs = \"PV23\" }".to_owned(),
        Shape::Colour => quoted("#b5651d"),
    }
}

/// What a group of fields cannot do without, or else its first field.
fn example_fields(fields: &[Field], language: Language) -> String {
    let required = fields.iter().filter(|field| field.required).count().max(1);
    let mut ordered: Vec<&Field> = fields.iter().collect();
    ordered.sort_by_key(|field| !field.required);
    let written: Vec<String> = ordered
        .into_iter()
        .take(required)
        .map(|field| example_of(field, language))
        .collect();
    written.join(", ")
}

/// An id that a record of a kind could have.
fn example_id(kind: Kind, language: Language) -> &'static str {
    let (nl, en) = match kind {
        Kind::Event => ("2018-overijssel", "2018-overijssel"),
        Kind::Region => ("twente", "twente"),
        Kind::Theme => ("docenten", "teachers"),
        Kind::Series => ("streekdagen", "regional-days"),
        Kind::Session => ("opening", "opening"),
        Kind::Photo => ("groepsfoto", "group-photo"),
        Kind::Ask => ("wie-helpt-ons", "who-can-help-us"),
        Kind::Offer => ("een-leeg-lokaal", "an-empty-classroom"),
        Kind::Idea => ("kleur-het-lokaal", "colour-the-classroom"),
        Kind::Deal => ("samen-bijscholen", "learn-together"),
        Kind::Organisation => ("basisschool-de-wilg", "willow-school"),
        Kind::Person => ("jan-smit", "jane-smith"),
        Kind::Speaker
        | Kind::Update
        | Kind::Outcome
        | Kind::Quote
        | Kind::Figure
        | Kind::Resource
        | Kind::Correction
        | Kind::Page => ("een-eigen-naam", "a-name-of-its-own"),
    };
    if language == Language::Nl { nl } else { en }
}
