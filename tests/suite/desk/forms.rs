//! Every kind and every field of the schema has its place on a form, made from the schema alone.

use std::collections::BTreeSet;

use oogst::desk::forms::{RecordForm, RecordPlace};
use oogst::schema::{Field, Home, KINDS, KindSchema, Shape};

use super::browser::ShownForm;
use super::{looked, site};
use crate::harness::Site;

/// A report in English, invented.
fn english() -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Trial\"\nlanguage = \"en\"\nlanguages = [\"en\", \"nl\"]\n",
        ),
        (
            "content/events/avond/event.md",
            "+++\ntitle = \"Evening\"\ndate = 2025-11-12\n+++\n\nAn evening.\n",
        ),
    ])
}

/// The form of a new record of a kind.
fn new_form(schema: &KindSchema) -> ShownForm {
    form_in(schema, &site(&[]))
}

fn form_in(schema: &KindSchema, site: &Site) -> ShownForm {
    let event = matches!(schema.home, Home::Event | Home::Anywhere).then_some("avond");
    let place = RecordPlace::new(schema.kind, event);
    looked(site, |desk| {
        let form = RecordForm::of(desk, &place).expect("a record of any kind may be made");
        ShownForm::read(form.html(desk.language(), &[]).as_str())
    })
}

/// A text as a page shows it, where words of files stand between backticks.
fn shown_as(text: &str) -> String {
    text.replace('`', "")
}

/// The controls that a field is to have.
fn controls_of(field: &Field) -> Vec<String> {
    let own = format!("f.{}", field.name.en);
    match field.shape {
        Shape::Table(parts) => {
            let part = |part: &Field| format!("{own}.{}", part.name.en);
            parts.iter().map(part).collect()
        }
        Shape::Tables(parts) => {
            let part = |part: &Field| format!("{own}.0.{}", part.name.en);
            parts.iter().map(part).collect()
        }
        Shape::Codes => vec![format!("{own}.register"), format!("{own}.code")],
        _ if field.translatable => vec![own.clone(), format!("{own}_en")],
        _ => vec![own],
    }
}

#[test]
fn every_field_of_every_kind_is_asked_for() {
    for schema in KINDS {
        let form = new_form(schema);
        let mut expected: BTreeSet<String> = BTreeSet::new();
        for field in schema.fields {
            expected.extend(controls_of(field));
            assert!(
                form.text.contains(&shown_as(field.about.nl)),
                "{}.{} is explained",
                schema.name.en,
                field.name.en
            );
        }
        let asked = form.controls.iter().filter(|name| name.starts_with("f."));
        let asked: BTreeSet<String> = asked.cloned().collect();
        assert_eq!(asked, expected, "the controls of {}", schema.name.en);
    }
}

#[test]
fn a_form_speaks_the_language_of_its_report() {
    for schema in KINDS {
        let form = form_in(schema, &english());
        for field in schema.fields {
            let about = shown_as(field.about.en);
            assert!(form.text.contains(&about), "{}", field.name.en);
        }
        for dutch in [
            "niet ingevuld",
            "moet ingevuld",
            "Meer gegevens",
            "Toevoegen",
        ] {
            assert!(!form.text.contains(dutch), "{}: {dutch}", schema.name.en);
        }
        let translated = schema.fields.iter().filter(|field| field.translatable);
        for field in translated {
            let name = format!("f.{}_nl", field.name.en);
            assert!(form.controls.contains(&name), "{name}");
        }
    }
}

#[test]
fn everything_to_fill_in_has_a_name_and_what_explains_it_is_there() {
    for schema in KINDS {
        let form = new_form(schema);
        assert_eq!(form.nameless, Vec::<String>::new(), "{}", schema.name.en);
        let ids: BTreeSet<&String> = form.ids.iter().collect();
        assert_eq!(
            ids.len(),
            form.ids.len(),
            "each id of {} once",
            schema.name.en
        );
        let lost: Vec<&String> = form.named.iter().filter(|id| !ids.contains(id)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "{}", schema.name.en);
    }
}

#[test]
fn what_is_missing_is_told_at_its_question_and_nothing_is_lost() {
    let site = site(&[]);
    for schema in KINDS {
        let event = matches!(schema.home, Home::Event | Home::Anywhere).then_some("avond");
        let place = RecordPlace::new(schema.kind, event);
        let back = super::again(&site, &place, &new_form(schema));
        let required = schema.fields.iter().filter(|field| field.required).count();
        assert_eq!(
            back.mistakes.len(),
            required,
            "{}: {:?}",
            schema.name.en,
            back.mistakes
        );
        let ids: BTreeSet<&String> = back.ids.iter().collect();
        assert!(
            back.named.iter().all(|id| ids.contains(id)),
            "{}",
            schema.name.en
        );
    }
}
