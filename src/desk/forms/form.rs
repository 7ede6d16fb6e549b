//! [`Form`]: a record as it is asked for, with what is filled in, what that began with, and what is
//! wrong. It is made of the site, or of the site and of what came back.

use super::control::{Asks, Control, controls};
use super::filled::{FilledForm, shown_of};
use super::place::RecordPlace;
use crate::desk::{DeskSite, Posted};
use crate::edit::proposal::{HeldRecords, ValueHash};
use crate::records::{EventId, TypedId as _};
use crate::schema::wanted::{FieldGroup, FieldKey};
use crate::schema::{Home, Kind};
use crate::source::SourcePath;

/// A record as a form asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Which record.
    pub place: RecordPlace,
    /// What it is called; `None` for a new one.
    pub title: Option<String>,
    /// The file that it stands in; `None` for a new one.
    pub file: Option<SourcePath>,
    /// Its questions, in the order of the schema.
    pub(in crate::desk) fields: Vec<FormField>,
    /// What is wrong with it as a whole.
    pub(in crate::desk) wrong: Vec<String>,
    /// Whether it may be saved as a draft in spite of what is wrong.
    pub(in crate::desk) may_be_draft: bool,
    /// Whether it went in the meantime.
    pub(in crate::desk) is_gone: bool,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::desk) struct FormField {
    pub(in crate::desk) control: Control,
    pub(in crate::desk) answer: FilledIn,
    /// What the site said when the form was made: a hash, for the whole or for each part.
    pub(in crate::desk) was: Vec<(String, ValueHash)>,
    /// What stood in the form when it was made, as a hash.
    pub(in crate::desk) seen: String,
    /// What the site has for it, as the form shows it and as it is written.
    pub(in crate::desk) items: Vec<(String, String)>,
    /// Records that stand whole within a list: what stands for one, and what it is called.
    pub(in crate::desk) inline: Vec<(String, String)>,
    /// Groups beyond those that are shown.
    pub(in crate::desk) rest: Vec<FieldGroup>,
    /// What is wrong with it.
    pub(in crate::desk) wrong: Vec<String>,
    /// New records that may be added for names that nobody has.
    pub(in crate::desk) offers: Vec<(Kind, String)>,
    /// What the site says now, where both changed: in words, and as hashes.
    pub(in crate::desk) conflict: Option<(String, Vec<(String, ValueHash)>)>,
    /// How many more items there is room for than usual.
    pub(in crate::desk) rooms: usize,
    /// Whether the file says something for it that cannot be read: nothing is asked then, and nothing
    /// is changed.
    pub(in crate::desk) is_unreadable: bool,
}

/// What is filled in, as people type it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::desk) enum FilledIn {
    /// None, one, or for a list several.
    Words(Vec<String>),
    /// Registers with their codes.
    Codes(Vec<(String, String)>),
    /// Groups; of each the fields in the order of the schema.
    Groups(Vec<Vec<Vec<String>>>),
}

impl FilledIn {
    /// Nothing, for what is asked so.
    pub(in crate::desk) fn nothing(asks: Asks) -> Self {
        match asks {
            Asks::Codes => Self::Codes(Vec::new()),
            Asks::Groups(_) => Self::Groups(Vec::new()),
            _ => Self::Words(Vec::new()),
        }
    }

    /// The words, of what is asked for in words.
    pub(in crate::desk) fn words(&self) -> &[String] {
        match self {
            Self::Words(words) => words,
            Self::Codes(_) | Self::Groups(_) => &[],
        }
    }

    /// Whether nothing is filled in.
    pub(in crate::desk) fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The first words; none where there are none.
    pub(in crate::desk) fn first(&self) -> &str {
        self.words().first().map_or("", String::as_str)
    }

    /// A hash, by which it is known whether somebody changed it.
    pub(in crate::desk) fn hash(&self) -> String {
        let hash = blake3::hash(self.text().as_bytes()).to_hex();
        hash[..16].to_owned()
    }

    fn text(&self) -> String {
        let said = |words: &[String]| {
            let words = words.iter().map(|word| word.trim());
            let said: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            said.join("\u{1D}")
        };
        match self {
            Self::Words(words) => said(words),
            Self::Codes(codes) => {
                let codes = codes.iter().map(|(register, code)| {
                    let (register, code) = (register.trim(), code.trim());
                    format!("{register}\u{1E}{code}")
                });
                let codes: Vec<String> = codes.filter(|code| code.len() > 1).collect();
                codes.join("\u{1F}")
            }
            Self::Groups(groups) => {
                let groups = groups.iter().map(|group| {
                    let fields: Vec<String> = group.iter().map(|words| said(words)).collect();
                    fields.join("\u{1E}")
                });
                let is_said = |group: &String| group.chars().any(|sign| sign != '\u{1E}');
                let groups: Vec<String> = groups.filter(is_said).collect();
                groups.join("\u{1F}")
            }
        }
    }
}

impl Form {
    /// The form of a record, or of a new one; `None` where there is no such record, or no such
    /// event.
    pub fn of(site: DeskSite<'_>, place: &RecordPlace) -> Option<Self> {
        let report = &site.study.report;
        let event = match (&place.event, place.kind.schema().home) {
            (Some(folder), _) => Some(report.named(Kind::Event, None, folder)?),
            (None, _) => None,
        };
        let is_new_event = place.kind.schema().home == Home::EventFile && place.id.is_none();
        if event.and_then(EventId::of).is_none() && place.event.is_some() && !is_new_event {
            return None;
        }
        let known = site.known(place.event.as_deref());
        site.look(&known, |seen| {
            let held = HeldRecords::of(seen);
            let record = match &place.id {
                Some(id) => Some(held.filled(place.kind, place.event.as_deref(), id)?),
                None => None,
            };
            let controls = controls(place.kind, site.language(), site.is_translated());
            let filled = FilledForm {
                record: record.as_ref(),
                known: &known,
            };
            let fields = controls
                .into_iter()
                .map(|control| shown_of(control, &filled));
            Some(Self {
                place: place.clone(),
                title: record.as_ref().map(|record| record.title.clone()),
                file: record.as_ref().map(|record| {
                    let file = site.sources.file(record.written.span.file);
                    file.path.clone()
                }),
                fields: fields.collect(),
                wrong: Vec::new(),
                may_be_draft: false,
                is_gone: false,
            })
        })
    }

    /// The form as it came back. What was filled in stands in it, whatever became of the record.
    pub(in crate::desk) fn returned(
        site: DeskSite<'_>,
        place: &RecordPlace,
        posted: &Posted,
    ) -> Option<Self> {
        let there = Self::of(site, place);
        let is_gone = there.is_none();
        let without = RecordPlace {
            id: None,
            ..place.clone()
        };
        let mut form = match there {
            Some(form) => form,
            None => Self {
                place: place.clone(),
                is_gone: true,
                ..Self::of(site, &without)?
            },
        };
        for field in &mut form.fields {
            field.take(posted, is_gone);
        }
        Some(form)
    }

    /// The question about a field.
    pub(in crate::desk) fn field_mut(&mut self, key: &FieldKey) -> Option<&mut FormField> {
        let is_it = |field: &&mut FormField| {
            let own = &field.control.key;
            own == key || field.control.asks == Asks::Codes && own.position == key.position
        };
        self.fields.iter_mut().find(is_it)
    }

    /// Whether anything is wrong.
    pub fn is_wrong(&self) -> bool {
        self.is_gone
            || !self.wrong.is_empty()
            || self
                .fields
                .iter()
                .any(|field| !field.wrong.is_empty() || field.conflict.is_some())
    }
}
