//! [`RecordForm`]: a record as it is asked for, with what is filled in, what that began with, and what is
//! wrong. It is made of the site, or of the site and of what came back.

use super::control::{Asks, controls};
use super::field::FormField;
use super::filled::{FilledForm, shown_of};
use super::place::RecordPlace;
use crate::desk::{DeskSite, Posted};
use crate::edit::proposal::HeldRecords;
use crate::intake::rows::Known;
use crate::schema::wanted::FieldKey;
use crate::schema::{Home, Kind};
use crate::source::SourcePath;

/// A record as a form asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordForm {
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

impl RecordForm {
    /// The form of a record, or of a new one; `None` where there is no such record, or no such
    /// event.
    pub fn of(site: DeskSite<'_>, place: &RecordPlace) -> Option<Self> {
        let mut forms = Self::each(site, place.event.as_deref(), std::slice::from_ref(place));
        forms.pop().flatten()
    }

    /// The same of several records of one event, in their order: the site is looked at once.
    pub(in crate::desk) fn each(
        site: DeskSite<'_>,
        event: Option<&str>,
        places: &[RecordPlace],
    ) -> Vec<Option<Self>> {
        let is_there = |folder: &str| {
            let records = site.study.files.iter().flat_map(|file| &file.records);
            let mut events = records.filter(|record| record.kind == Kind::Event);
            events.any(|record| record.event.as_deref() == Some(folder))
        };
        if !event.is_none_or(is_there) {
            return places.iter().map(|_| None).collect();
        }
        let known = site.known(event);
        site.look(&known, |seen| {
            let held = HeldRecords::of(seen);
            let forms = places.iter();
            forms
                .map(|place| Self::held(site, place, &known, &held))
                .collect()
        })
    }

    fn held(
        site: DeskSite<'_>,
        place: &RecordPlace,
        known: &Known,
        held: &HeldRecords<'_>,
    ) -> Option<Self> {
        let record = match &place.id {
            Some(id) => Some(held.filled(place.kind, place.event.as_deref(), id)?),
            None => None,
        };
        let controls = controls(place.kind, site.language(), site.is_translated());
        let filled = FilledForm {
            record: record.as_ref(),
            known,
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
    }

    /// The form as it came back. What was filled in stands in it, whatever became of the record.
    pub(in crate::desk) fn returned(
        site: DeskSite<'_>,
        place: &RecordPlace,
        posted: &Posted,
    ) -> Option<Self> {
        let there = Self::of(site, place);
        let is_gone = there.is_none();
        let is_event = place.kind.schema().home == Home::EventFile;
        let without = RecordPlace {
            id: None,
            event: place.event.clone().filter(|_| !is_event),
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
