//! From fields as written to the plain values of the report.

use crate::content::promised::is_address;
use crate::content::schema::{Kind, KindSchema};
use crate::content::value::{Fields, Value};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::report::{Link, LongText};
use crate::source::Spanned;
use crate::words::{Language, Text};

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

/// A title or name. Where it could not be read, which was reported, the id stands in for it.
pub(super) fn title(fields: &Fields, field: &str, id: &Id) -> Text {
    text(fields, field).unwrap_or_else(|| Text {
        original: id.as_str().into(),
        translation: None,
    })
}

/// Markdown with its translation.
pub(super) fn long_text(fields: &Fields, field: &str) -> Option<LongText> {
    fields.translated_markdown(field).map(|text| LongText {
        original: text.original.value,
        translation: text.translation.map(|text| text.value),
    })
}

/// Lines without their places.
pub(super) fn lines(fields: &Fields, field: &str) -> Vec<String> {
    fields
        .lines(field)
        .iter()
        .map(|line| line.value.clone())
        .collect()
}

/// One of a few words, as the value that stands at its position.
pub(super) fn choice<T: Copy>(fields: &Fields, field: &str, values: &[T]) -> Option<T> {
    fields
        .choice(field)
        .and_then(|choice| values.get(choice.value).copied())
}

/// A flag that is off unless written.
pub(super) fn flag(fields: &Fields, field: &str) -> bool {
    fields.bool(field).is_some_and(|flag| flag.value)
}

/// A language.
pub(super) fn language(fields: &Fields, field: &str) -> Option<Language> {
    choice(fields, field, &[Language::Nl, Language::En])
}

/// Codes of other registers.
pub(super) fn codes(fields: &Fields) -> Vec<(String, String)> {
    let codes = fields
        .codes("codes")
        .map(|codes| codes.value)
        .unwrap_or_default();
    codes
        .into_iter()
        .map(|(register, code)| (register.value, code.value))
        .collect()
}

/// Links to other sites; one that lacks a part was reported.
pub(super) fn links(fields: &Fields) -> Vec<Link> {
    fields
        .tables("links")
        .iter()
        .filter_map(|link| {
            Some(Link {
                title: line(link, "title")?,
                url: line(link, "url")?,
            })
        })
        .collect()
}

/// A number or words.
pub(super) fn number_or_line(fields: &Fields, field: &str) -> Option<Value> {
    fields
        .number_or_line(field)
        .map(|value| value.value.clone())
}

/// Old addresses that can be addresses; the others are reported.
pub(super) fn aliases(fields: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    let (good, bad): (Vec<_>, Vec<_>) = fields
        .lines("aliases")
        .iter()
        .cloned()
        .partition(|alias| is_address(&alias.value));
    diagnostics.extend(bad.into_iter().map(|alias| {
        let suggestion = as_address(&alias.value);
        Diagnostic::at(Code::BadAlias, alias.span)
            .with("value", alias.value)
            .suggest(suggestion)
    }));
    good
}

/// The old address that was meant by a whole web address, or by one without its first `/`.
fn as_address(alias: &str) -> Option<String> {
    let path = match alias.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => alias.trim_start_matches('/'),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let address = format!("/{path}");
    (!path.is_empty() && is_address(&address)).then_some(address)
}

/// A kind with its article, in the two languages of messages. English leaves the article to the
/// sentence.
pub(super) fn kind_words(schema: &KindSchema) -> String {
    bilingual(schema.with_article.nl, schema.name.en)
}

/// The word for a field that the writer of this site would use.
pub(super) fn key_word(kind: Kind, field: &str, language: Language) -> &'static str {
    let schema = kind.schema();
    schema
        .position(field)
        .map_or("", |position| schema.fields[position].name.get(language))
}
