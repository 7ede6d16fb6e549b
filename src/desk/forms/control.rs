//! [`Control`]: what a form asks of a field, by the schema alone. A shape that is new there needs
//! its [`Asks`], or it does not compile.

use crate::schema::choices::AllowedWord;
use crate::schema::wanted::FieldKey;
use crate::schema::{Field, Kind, Shape, key};
use crate::words::{Language, forms};

/// How something is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::desk) enum Asks {
    /// In a line.
    Line(LineOf),
    /// In a text of several lines.
    Text,
    /// Yes, no, or nothing.
    Truth,
    /// One of a few words.
    Choice(&'static [AllowedWord]),
    /// Names of records of these kinds, each on a line; or plain words, each on a line.
    List(&'static [Kind]),
    /// Registers, each with a code.
    Codes,
    /// Groups of fields.
    Groups(&'static [Field]),
}

/// What a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum LineOf {
    /// Words.
    Words,
    /// An id.
    Id,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A time of day, or midnight at its end.
    EndTime,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A number or words.
    NumberOrWords,
    /// An address on the web.
    Url,
    /// A file.
    File,
    /// The name of a record of one of these kinds.
    Record(&'static [Kind]),
    /// The name of a person or organisation, or plain words.
    Party,
    /// Kind and id.
    Reference,
    /// Column and row.
    Tile,
    /// `#rrggbb`.
    Colour,
}

/// Who can be named as a party.
pub(in crate::desk) const PARTIES: &[Kind] = &[Kind::Organisation, Kind::Person];

impl Asks {
    /// How a shape is asked for; a group of fields is asked for part by part, and groups that have
    /// names stand in the settings alone.
    pub(in crate::desk) fn of(shape: Shape) -> Option<Self> {
        Some(match shape {
            Shape::Line => Self::Line(LineOf::Words),
            Shape::Markdown => Self::Text,
            Shape::Id => Self::Line(LineOf::Id),
            Shape::Date => Self::Line(LineOf::Date),
            Shape::Time => Self::Line(LineOf::Time),
            Shape::EndTime => Self::Line(LineOf::EndTime),
            Shape::Integer(..) => Self::Line(LineOf::Integer),
            Shape::Number(..) => Self::Line(LineOf::Number),
            Shape::NumberOrLine => Self::Line(LineOf::NumberOrWords),
            Shape::Bool => Self::Truth,
            Shape::Url => Self::Line(LineOf::Url),
            Shape::File => Self::Line(LineOf::File),
            Shape::Choice(words) => Self::Choice(words),
            Shape::Party => Self::Line(LineOf::Party),
            Shape::Parties => Self::List(PARTIES),
            Shape::One(kind) => Self::Line(LineOf::Record(only(kind))),
            Shape::Many(kind) | Shape::ManyOrInline(kind) => Self::List(only(kind)),
            Shape::Reference => Self::Line(LineOf::Reference),
            Shape::Lines | Shape::Addresses => Self::List(&[]),
            Shape::Table(_) | Shape::Named(_) => return None,
            Shape::Tables(fields) => Self::Groups(fields),
            Shape::Tile => Self::Line(LineOf::Tile),
            Shape::Codes => Self::Codes,
            Shape::Colour => Self::Line(LineOf::Colour),
        })
    }

    /// The kinds of records that it may name.
    pub(in crate::desk) fn names(self) -> &'static [Kind] {
        match self {
            Self::Line(LineOf::Record(kinds)) | Self::List(kinds) => kinds,
            Self::Line(LineOf::Party) => PARTIES,
            _ => &[],
        }
    }
}

/// A list of one kind.
fn only(kind: Kind) -> &'static [Kind] {
    let row = crate::schema::KINDS.iter().find(|row| row.kind == kind);
    row.map_or(&[], |row| std::slice::from_ref(&row.kind))
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::desk) struct Control {
    /// The field, or the part of one.
    pub(in crate::desk) key: FieldKey,
    /// Its row in the schema; that of the part.
    pub(in crate::desk) field: &'static Field,
    /// Its name in the form.
    pub(in crate::desk) name: String,
    /// How it is asked for.
    pub(in crate::desk) asks: Asks,
}

impl Control {
    /// What it is called.
    pub(in crate::desk) fn label(&self, language: Language) -> String {
        let own = forms::label(self.field.name.get(language));
        match self.key.translation {
            Some(other) => {
                let tongue = forms::tongue(other, language);
                forms::in_tongue(&own, &tongue).get(language).to_owned()
            }
            None => own,
        }
    }

    /// Whether a record cannot do without it.
    pub(in crate::desk) fn is_required(&self) -> bool {
        self.field.required && self.key.translation.is_none() && self.key.part.is_none()
    }

    /// Whether it is the id of the record itself.
    pub(in crate::desk) fn is_own_id(&self) -> bool {
        self.field.name.en == key::ID && self.key.part.is_none()
    }
}

/// Every question of a kind, in the order of the schema.
pub(in crate::desk) fn controls(kind: Kind, language: Language, translated: bool) -> Vec<Control> {
    controls_of(kind.schema().fields, language, translated)
}

/// Every question of these fields, in their order.
pub(super) fn controls_of(
    fields: &'static [Field],
    language: Language,
    translated: bool,
) -> Vec<Control> {
    let mut all = Vec::new();
    for (position, field) in fields.iter().enumerate() {
        let whole = FieldKey::whole(position);
        if let Shape::Table(parts) = field.shape {
            all.extend(parts.iter().filter_map(|part| {
                Some(Control {
                    key: FieldKey {
                        part: Some(part.name.get(language).into()),
                        ..whole.clone()
                    },
                    field: part,
                    name: format!("{}.{}", field.name.en, part.name.en),
                    asks: Asks::of(part.shape)?,
                })
            }));
            continue;
        }
        let Some(asks) = Asks::of(field.shape) else {
            continue;
        };
        let other = (translated && field.translatable).then(|| language.other());
        for translation in [None].into_iter().chain(other.map(Some)) {
            let tag = translation.map(|other| format!("_{}", other.tag()));
            all.push(Control {
                key: FieldKey {
                    translation,
                    ..whole.clone()
                },
                field,
                name: format!("{}{}", field.name.en, tag.unwrap_or_default()),
                asks,
            });
        }
    }
    all
}
