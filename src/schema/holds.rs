//! What a field holds, in words: its kind of value, or the words it chooses from. For the field
//! reference and for empty records.

use super::kinds::{Kind, Shape};
use crate::words::field_reference;
use crate::words::{Bilingual, Language};

/// The other words for something, one after the other.
pub(crate) fn also(words: Bilingual, language: Language) -> String {
    let words = words.get(language).split_ascii_whitespace();
    let quoted: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

/// What a field holds, in words.
pub(crate) fn holds(shape: Shape, language: Language) -> String {
    let of_kind = |words: Bilingual, kind: Kind| {
        let kind = kind.schema().with_article.get(language);
        format!("{} {kind}", words.get(language))
    };
    match shape {
        Shape::Choice(choices) => {
            let list: Vec<String> = choices
                .iter()
                .map(|choice| {
                    let also = also(choice.also, language);
                    let word = choice.word.get(language);
                    if also.is_empty() {
                        format!("`{word}`")
                    } else {
                        format!("`{word}` ({})", field_reference::or(&also).get(language))
                    }
                })
                .collect();
            list.join(", ")
        }
        Shape::One(kind) => of_kind(field_reference::ID_OF, kind),
        Shape::Many(kind) => of_kind(field_reference::LIST_OF_IDS, kind),
        Shape::ManyOrInline(kind) => {
            let or = field_reference::OR_INLINE;
            let list = of_kind(field_reference::LIST_OF_IDS_OR_INLINE, kind);
            format!("{list}, {}", or.get(language))
        }
        other => several(other)
            .unwrap_or_else(|| single(other))
            .get(language)
            .to_owned(),
    }
}

/// Words for a shape of several values.
fn several(shape: Shape) -> Option<Bilingual> {
    Some(match shape {
        Shape::Parties => field_reference::PARTIES,
        Shape::Lines => field_reference::LINES,
        Shape::Addresses => field_reference::ADDRESSES,
        Shape::Table(_) => field_reference::TABLE,
        Shape::Tables(_) => field_reference::TABLES,
        Shape::Named(_) => field_reference::NAMED,
        Shape::Tile => field_reference::TILE,
        Shape::Codes => field_reference::CODES,
        _ => return None,
    })
}

/// Words for a shape of one value.
fn single(shape: Shape) -> Bilingual {
    match shape {
        Shape::Markdown => field_reference::MARKDOWN,
        Shape::Id => field_reference::ID,
        Shape::Date => field_reference::DATE,
        Shape::Time => field_reference::TIME,
        Shape::EndTime => field_reference::END_TIME,
        Shape::Integer(..) => field_reference::INTEGER,
        Shape::Number(..) => field_reference::NUMBER,
        Shape::NumberOrLine => field_reference::NUMBER_OR_LINE,
        Shape::Bool => field_reference::BOOL,
        Shape::Url => field_reference::URL,
        Shape::File => field_reference::FILE,
        Shape::Party => field_reference::PARTY,
        Shape::Reference => field_reference::REFERENCE,
        Shape::Colour => field_reference::COLOUR,
        _ => field_reference::LINE,
    }
}
