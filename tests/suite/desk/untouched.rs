//! What is not changed stays byte for byte: on every fixture site, of every record.

use std::collections::HashMap;
use std::sync::Arc;

use oogst::desk::forms::{RecordForm, RecordPlace};
use oogst::desk::saving::{Sent, sent};
use oogst::desk::{DeskSite, Posted};
use oogst::edit::proposal::{HeldRecords, Site as MergeSite};
use oogst::input::record::WrittenRecord;
use oogst::schema::value::FieldEntry;
use oogst::schema::{KINDS, Kind, Shape};

use super::browser::ShownForm;
use super::looked;
use crate::harness::Site;

const SITES: [&str; 5] = ["beloofd", "klein", "leeg", "veenland", "voorbeeld"];

/// Names nothing.
static NOTHING: fn(Kind, &str) -> Option<String> = |_, _| None;

/// Every record of a site, in every event.
fn all_records(desk: DeskSite<'_>) -> Vec<(RecordPlace, &WrittenRecord)> {
    let site = MergeSite {
        report: &desk.study.report,
        files: &desk.study.files,
        sources: desk.sources,
        language: desk.language(),
        id_of: &NOTHING,
    };
    let held = HeldRecords::of(site);
    let written = desk.study.files.iter().flat_map(|file| &file.records);
    let folders: std::collections::BTreeSet<Option<String>> =
        written.map(|record| record.event.clone()).collect();
    let mut all = Vec::new();
    for folder in folders {
        for schema in KINDS {
            for record in held.all(schema.kind, folder.as_deref()).0 {
                let filled = held
                    .filled(schema.kind, folder.as_deref(), &record.id)
                    .expect("it was listed");
                let place = RecordPlace::of(schema.kind, folder.as_deref(), &record.id);
                all.push((place, filled.written));
            }
        }
    }
    all
}

fn form_of(desk: DeskSite<'_>, place: &RecordPlace) -> ShownForm {
    let form = RecordForm::of(desk, place).unwrap_or_else(|| panic!("{place} has a form"));
    ShownForm::read(form.html(desk.language(), &[]).as_str())
}

fn send(desk: DeskSite<'_>, place: &RecordPlace, form: &ShownForm) -> Sent {
    let posted = Posted::read(form.body().as_bytes()).expect("a form of ours");
    sent(desk, place, &posted)
}

#[test]
fn a_form_that_comes_back_as_it_was_shown_changes_nothing() {
    let mut records = 0;
    for name in SITES {
        looked(&Site::from(name), |desk| {
            for (place, _) in all_records(desk) {
                let form = form_of(desk, &place);
                assert_eq!(
                    send(desk, &place, &form),
                    Sent::Unchanged,
                    "{name}: {place}"
                );
                assert_eq!(RecordPlace::of_path(&place.to_string()), Some(place));
                records += 1;
            }
        });
    }
    assert!(records > 200, "{records}");
}

/// Changes a field of a form; gives whether it could be changed.
fn change(shape: Shape, form: &mut ShownForm, name: &str) -> bool {
    if !form.controls.contains(name) {
        return false;
    }
    let values = form.values(name);
    let now = values.first().copied().unwrap_or_default().to_owned();
    let last = values.len().saturating_sub(1);
    let (number, wanted) = match shape {
        Shape::Line | Shape::Markdown => (0, format!("{now} (gewijzigd)")),
        Shape::Date => (0, "3-2-2024".to_owned()),
        Shape::Time | Shape::EndTime => (0, "23:45".to_owned()),
        Shape::Integer(..) => (0, "17".to_owned()),
        Shape::Url => (0, "https://gewijzigd.example/".to_owned()),
        Shape::Colour => (0, "#123456".to_owned()),
        Shape::Bool => (0, if now == "yes" { "no" } else { "yes" }.to_owned()),
        Shape::Choice(words) => {
            let other = words.iter().find(|word| word.word.en != now);
            (0, other.expect("there are two words").word.en.to_owned())
        }
        Shape::Parties | Shape::Lines => (last, "Iemand anders".to_owned()),
        Shape::Addresses => (last, "/een-ander-adres/".to_owned()),
        Shape::Tile => (0, "98, 97".to_owned()),
        _ => return false,
    };
    form.fill_nth(name, number, &wanted);
    true
}

/// The first and the last byte that differ, in the text as it was.
fn difference(old: &str, new: &str) -> std::ops::Range<usize> {
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let first = old
        .iter()
        .zip(new)
        .take_while(|(one, other)| one == other)
        .count();
    let last = old[first..]
        .iter()
        .rev()
        .zip(new[first..].iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    first..old.len() - last
}

/// How many records of a site each field is changed of.
const OF_EACH_FIELD: usize = 3;

/// Whether the id of a record is written down as soon as it is called otherwise.
fn gets_its_id(record: &WrittenRecord, entry: &FieldEntry) -> bool {
    let schema = record.kind.schema();
    let is_name = ["title", "name", "person", "label", "text"]
        .into_iter()
        .find_map(|name| schema.position(name))
        == Some(entry.field);
    record.kind.has_ids() && record.written_id().is_none() && is_name && !entry.translation
}

#[test]
fn of_a_changed_field_the_bytes_of_its_value_change_and_no_other() {
    let mut fields = 0;
    for name in SITES {
        looked(&Site::from(name), |desk| {
            let mut changes: HashMap<(Kind, String), usize> = HashMap::new();
            for (place, record) in all_records(desk) {
                let form = form_of(desk, &place);
                for entry in &record.fields.entries {
                    let field = &record.fields.schema[entry.field];
                    let mut control = format!("f.{}", field.name.en);
                    if entry.translation {
                        control.push('_');
                        control.push_str(desk.language().other().tag());
                    }
                    let count = changes.entry((record.kind, control.clone())).or_default();
                    if gets_its_id(record, entry) || *count == OF_EACH_FIELD {
                        continue;
                    }
                    let mut form = form.clone();
                    if !change(field.shape, &mut form, &control) {
                        continue;
                    }
                    *count += 1;
                    let said = send(desk, &place, &form);
                    let Sent::Save(saving) = said else {
                        panic!("{name}: {place} {control}: {said:?}");
                    };
                    let file = desk.sources.file(entry.value.span.file);
                    let texts: Vec<_> = saving.rewrite.texts.iter().collect();
                    let [(path, text)] = texts.as_slice() else {
                        panic!("{name}: {place} {control}: {texts:?}");
                    };
                    assert_eq!(**path, file.path, "{name}: {place} {control}");
                    let old: Arc<str> = file.text.clone();
                    let range = difference(&old, text);
                    let value = entry.value.span.range();
                    assert!(
                        value.start <= range.start && range.end <= value.end,
                        "{name}: {place} {control}: {} of {}",
                        &old[range.clone()],
                        &old[value]
                    );
                    fields += 1;
                }
            }
        });
    }
    assert!(fields > 200, "{fields}");
}
