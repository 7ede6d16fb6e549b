//! The field reference: every kind, field and allowed value in words, made from the one schema so
//! that it cannot be wrong.

use std::fmt::Write as _;

use super::permalinks::ADDRESSES;
use crate::config::SETTINGS;
use crate::schema::{Field, Home, KINDS, KindSchema, Shape, also, example_record, holds};
use crate::words::Language;
use crate::words::field_reference;

/// The reference as Markdown, in one language.
pub fn reference(language: Language) -> String {
    let mut page = String::new();
    let title = field_reference::TITLE.get(language);
    let intro = field_reference::INTRO.get(language);
    let _ = write!(page, "# {title}\n\n{intro}\n");
    for kind in KINDS {
        write_kind(&mut page, kind, language);
    }
    let _ = write!(
        page,
        "\n## oogst.toml\n\n{}\n\n",
        field_reference::SETTINGS.get(language)
    );
    write_fields(&mut page, SETTINGS, language, 3);
    let promised = field_reference::PROMISED.get(language);
    let _ = write!(page, "\n## addresses.toml\n\n{promised}\n\n");
    write_fields(&mut page, ADDRESSES, language, 3);
    page
}

fn write_kind(page: &mut String, kind: &KindSchema, language: Language) {
    let home = match kind.home {
        Home::EventFile => field_reference::IN_EVENT_FILE,
        Home::Event => field_reference::IN_EVENT,
        Home::Shared => field_reference::SHARED,
        Home::Anywhere => field_reference::ANYWHERE,
        Home::Pages => field_reference::IN_PAGES,
    };
    let table = !matches!(kind.home, Home::EventFile | Home::Pages);
    let _ = write!(
        page,
        "\n## {}\n\n{} ",
        kind.name.get(language),
        kind.about.get(language)
    );
    let words = if table {
        let folder = kind.folder.get(language);
        let how = if kind.name.nl == kind.name.en {
            field_reference::write_one(&kind.name.nl, &home.nl, &home.en)
        } else {
            field_reference::write_either(&kind.name.nl, &kind.name.en, &home.nl, &home.en)
        };
        let also = also(kind.also, language);
        let also = if also.is_empty() {
            String::new()
        } else {
            field_reference::also(&also).get(language).to_owned()
        };
        format!(
            "{}{also}\n{}\n",
            how.get(language),
            field_reference::longer_record(&folder).get(language)
        )
    } else {
        let words = field_reference::stands(&home.nl, &home.en);
        format!("{}\n", words.get(language))
    };
    page.push_str(&words);
    page.push('\n');
    write_fields(page, kind.fields, language, 3);
    write_example(page, kind, language);
}

/// A whole record of a kind, as it may be written.
fn write_example(page: &mut String, kind: &KindSchema, language: Language) {
    let head = field_reference::EXAMPLE.get(language);
    let name = kind.name.get(language);
    // Front matter is TOML with a text below it; no reader of Markdown colours that as one language.
    let fence = match kind.home {
        Home::EventFile | Home::Pages => "text",
        Home::Event | Home::Shared | Home::Anywhere => "toml",
    };
    let example = example_record(kind.kind, language);
    let _ = write!(page, "\n### {head}: {name}\n\n```{fence}\n{example}```\n");
}

fn write_fields(page: &mut String, fields: &'static [Field], language: Language, depth: usize) {
    page.push_str(field_reference::HEADS.get(language));
    let mut groups = Vec::new();
    for field in fields {
        let (own, other) = (field.name.get(language), field.name.get(language.other()));
        let name = if field.required {
            format!("**`{own}`**")
        } else {
            format!("`{own}`")
        };
        let mut about = field.about.get(language).to_owned();
        let others = also(field.also, language);
        if !others.is_empty() {
            about.push_str(field_reference::also(&others).get(language));
        }
        let heads = also(field.heads, language);
        if !heads.is_empty() {
            about.push_str(field_reference::heads(&heads).get(language));
        }
        if field.translatable {
            about.push_str(field_reference::translation(&own).get(language));
        }
        let _ = writeln!(
            page,
            "| {name} | `{other}` | {} | {about} |",
            holds(field.shape, language)
        );
        if let Shape::Table(inner) | Shape::Tables(inner) | Shape::Named(inner) = field.shape {
            groups.push((own, inner));
        }
    }
    for (name, inner) in groups {
        let _ = write!(page, "\n{} {name}\n\n", "#".repeat(depth));
        write_fields(page, inner, language, depth + 1);
    }
}
