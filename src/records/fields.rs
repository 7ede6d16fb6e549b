//! From fields as written to plain values.

use super::values::{Link, LongText};
use crate::schema::choices::Choice;
use crate::schema::key;
use crate::schema::value::Fields;
use crate::schema::{Kind, KindSchema};
use crate::words::{Bilingual, Language, Text, both};

/// A line.
pub(super) fn line(fields: &Fields, field: &str) -> Option<String> {
    fields.line(field).map(|line| line.value)
}

/// A line with its translation.
pub(super) fn text(fields: &Fields, field: &str) -> Option<Text> {
    fields.translated_line(field).map(|line| Text {
        original: line.original.value.into(),
        translation: line.translation.map(|line| line.value.into()),
    })
}

/// Markdown with its translation.
pub(super) fn long_text(fields: &Fields, field: &str) -> Option<LongText> {
    fields.translated_markdown(field).map(|text| LongText {
        original: text.original.value,
        translation: text.translation.map(|text| text.value),
    })
}

/// One of a few words.
pub(super) fn choice<C: Choice>(fields: &Fields, field: &str) -> Option<C> {
    fields
        .choice(field)
        .and_then(|choice| C::ALL.get(choice.value).copied())
}

/// A flag that is off unless written.
pub(super) fn flag(fields: &Fields, field: &str) -> bool {
    fields.bool(field).is_some_and(|flag| flag.value)
}

/// A link to another site; one that lacks a part was reported.
pub(super) fn link(fields: &Fields) -> Option<Link> {
    Some(Link {
        title: line(fields, key::TITLE)?,
        url: line(fields, key::URL)?,
    })
}

/// A kind with its article, in the two languages of messages. English leaves the article to the
/// sentence.
pub(super) fn kind_words(schema: &KindSchema) -> Bilingual {
    both(schema.with_article.nl, schema.name.en)
}

/// The word for a field that the writer of this site would use.
pub fn key_word(kind: Kind, field: &str, language: Language) -> &'static str {
    let schema = kind.schema();
    schema
        .position(field)
        .map_or("", |position| schema.fields[position].name.get(language))
}

/// "een persoon", "a person".
pub(super) fn kind_words_with_article(kind: Kind) -> Bilingual {
    kind.schema().with_article
}
