//! Values that a field is wanted to hold, as whoever fills it in says them: a cell of a table, a
//! form, a file of another program. They are no values yet: the reader checks them where they are
//! written down, like all that people write.

use std::sync::Arc;

use jiff::civil::{Date, Time};

use super::kinds::{Field, Kind, Shape};
use crate::words::Language;

/// A field of a kind, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey {
    /// Its position among the fields of the kind.
    pub position: usize,
    /// The key within a group of fields, in either language, or the register of a code: `stad`,
    /// `brin`.
    pub part: Option<Arc<str>>,
    /// The language of a translation, where it is not that of the site.
    pub translation: Option<Language>,
}

impl FieldKey {
    /// The whole of a field, untranslated.
    pub fn whole(position: usize) -> Self {
        Self {
            position,
            part: None,
            translation: None,
        }
    }

    /// The field.
    pub fn field(&self, kind: Kind) -> &'static Field {
        &kind.schema().fields[self.position]
    }

    /// The field of the group that the part is; `None` where there is none, and of codes, whose parts
    /// are no fields.
    fn part_field(&self, kind: Kind) -> Option<(usize, &'static Field)> {
        let Shape::Table(fields) = self.field(kind).shape else {
            return None;
        };
        let part = self.part.as_deref()?;
        fields
            .iter()
            .enumerate()
            .find(|(_, field)| [field.name.nl, field.name.en].contains(&part))
    }

    /// The field whose value it is: that of the part, or else the whole one.
    pub fn holder(&self, kind: Kind) -> &'static Field {
        self.part_field(kind)
            .map_or_else(|| self.field(kind), |(_, field)| field)
    }

    /// Where the part stands among those of its group.
    pub fn part_position(&self, kind: Kind) -> Option<usize> {
        self.part_field(kind).map(|(position, _)| position)
    }

    /// The key of the part, as writers of a language write it.
    pub fn part_written(&self, kind: Kind, language: Language) -> Option<&str> {
        let own = self.part.as_deref();
        self.part_field(kind)
            .map(|(_, field)| field.name.get(language))
            .or(own)
    }

    /// Its key as writers of a language write it: `titel`, `titel_en`, `codes.brin`, `plaats.stad`.
    pub fn written(&self, kind: Kind, language: Language) -> String {
        let own = self.field(kind).name.get(language);
        match (self.part_written(kind, language), self.translation) {
            (Some(part), _) => format!("{own}.{part}"),
            (None, Some(translation)) => format!("{own}_{}", translation.tag()),
            (None, None) => own.to_owned(),
        }
    }
}

/// What a field is to hold, as TOML would.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// One line of text: words, an id, an address, a word that the field allows.
    Line(String),
    /// Markdown.
    Markdown(String),
    /// A list of lines: ids where they are known, else words.
    List(Vec<String>),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// true or false.
    Bool(bool),
    /// Column and row.
    Tile(u16, u16),
    /// Groups of fields: links, sources.
    Groups(Vec<FieldGroup>),
}

/// One group of fields as it is wanted: those that say something, in the order of the schema.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldGroup(pub Vec<(&'static Field, FieldValue)>);
