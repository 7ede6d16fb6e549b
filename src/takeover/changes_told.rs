//! What is said of what was merged: what changes, and what somebody has to decide.

use super::shortened::shortened;
use crate::diagnostic::{Code, Diagnostic};
use crate::edit::proposal::{Fate, MergedField, MergedProposal, MergedRecord, RecordMatch};
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::choices::TRUTH;
use crate::schema::wanted::FieldValue;
use crate::words::phrases::listing;
use crate::words::{Language, Phrase, dates, importing};

/// The most changes that are told one by one.
const MOST_CHANGES: usize = 40;

/// What changes, record by record and field by field; and what is no longer there.
pub fn changes(merged: &MergedProposal, gone: Option<&Phrase>, language: Language) -> String {
    let mut lines = Vec::new();
    for record in &merged.records {
        let name = name_of(record, language);
        if record.is == RecordMatch::New {
            lines.push(importing::new_record(&name).get(language).to_owned());
            continue;
        }
        let taken = record
            .fields
            .iter()
            .filter(|field| field.fate == Fate::Taken);
        lines.extend(taken.map(|field| {
            let key = field.key.written(record.kind, language);
            let now = field_said(field.now.as_ref(), language);
            let wanted = field_said(field.wanted.as_ref(), language);
            format!("{name} · {key}: {now} → {wanted}")
        }));
    }
    let more = lines.len().saturating_sub(MOST_CHANGES);
    lines.truncate(MOST_CHANGES);
    if more > 0 {
        lines.push(importing::more_changes(&more).get(language).to_owned());
    }
    lines.extend(gone.map(|gone| gone.get(language).to_owned()));
    let mut said = lines.join("\n");
    if !said.is_empty() {
        said.push('\n');
    }
    said
}

/// Records that are no longer there, in a list.
pub fn listed(gone: &[(Kind, Id)], language: Language) -> Option<String> {
    let name = |(kind, id): &(Kind, Id)| format!("{} {id}", kind.schema().name.get(language));
    let names: Vec<String> = gone.iter().map(name).collect();
    (!names.is_empty()).then(|| listing(&names, language))
}

/// What somebody has to decide on a record. `at` gives a message its place: that of a field, where it
/// is about one.
pub fn undecided(
    record: &MergedRecord,
    at: impl Fn(Code, Option<&MergedField>) -> Diagnostic,
    language: Language,
) -> Vec<Diagnostic> {
    let of_record = |code| at(code, None).with("record", name_of(record, language));
    match &record.is {
        RecordMatch::OneOf(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            vec![of_record(Code::SeveralMeant).with("ids", ids.join(", "))]
        }
        RecordMatch::Twice => vec![of_record(Code::RowTwice)],
        RecordMatch::Missing => vec![of_record(Code::RecordGone)],
        RecordMatch::StaysAway => Vec::new(),
        RecordMatch::There | RecordMatch::New => {
            let fields = record.fields.iter();
            let undecided =
                |field| undecided_field(record, field, |code| at(code, Some(field)), language);
            fields.filter_map(undecided).collect()
        }
    }
}

/// What is to be said of a field that somebody has to decide on, at its place.
fn undecided_field(
    record: &MergedRecord,
    field: &MergedField,
    at: impl FnOnce(Code) -> Diagnostic,
    language: Language,
) -> Option<Diagnostic> {
    let code = match field.fate {
        Fate::Conflict => Code::ChangedOnBothSides,
        Fate::ByHand => Code::ChangeByHand,
        Fate::Same | Fate::Taken | Fate::Kept => return None,
    };
    Some(
        at(code)
            .with("record", name_of(record, language))
            .with("key", field.key.written(record.kind, language))
            .with("sheet", field_said(field.wanted.as_ref(), language))
            .with("site", field_said(field.now.as_ref(), language)),
    )
}

/// What a record is called in a message: its kind and id, or its title where it has none.
pub fn name_of(record: &MergedRecord, language: Language) -> String {
    let kind = record.kind.schema().name.get(language);
    match &record.id {
        Some(id) => format!("{kind} {id}"),
        None => format!("{kind} `{}`", shortened(&record.title)),
    }
}

/// A value as people read it in a line.
pub fn field_said(value: Option<&FieldValue>, language: Language) -> String {
    let Some(value) = value else {
        return importing::NOT_FILLED_IN.get(language).to_owned();
    };
    match value {
        FieldValue::Line(text) | FieldValue::Markdown(text) => shortened(text),
        FieldValue::List(items) => shortened(&items.join("; ")),
        FieldValue::Date(date) => dates::in_numbers(*date, language),
        FieldValue::Time(time) => time.strftime("%H:%M").to_string(),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Bool(value) => TRUTH[usize::from(!*value)].word.get(language).to_owned(),
        FieldValue::Tile(column, row) => format!("{column}, {row}"),
        FieldValue::Groups(groups) => {
            let groups = groups.iter().map(|group| {
                let parts = group.0.iter();
                let parts: Vec<String> = parts
                    .map(|(_, value)| field_said(Some(value), language))
                    .collect();
                parts.join(", ")
            });
            shortened(&groups.collect::<Vec<_>>().join("; "))
        }
    }
}
