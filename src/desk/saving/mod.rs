//! What becomes of a form that came back: what changed is read, merged with what the site says now,
//! and is to be saved; or the form goes back with what is wrong, and nothing is lost.

mod added;
mod called;
mod refused;
mod removal;
mod together;

use added::{added, offers};
use called::called;
pub use refused::new_mistakes;
pub(in crate::desk) use removal::{BECAME, DRAFT, FATE, GONE, MOVED, REASON, RecordRemoval};
pub(in crate::desk) use together::sent_together;

use super::forms::{FieldReader, FormField, ReadAnswer, RecordForm, RecordPlace, names, typed};
use super::{DeskSite, Posted};
use crate::edit::Rewrite;
use crate::edit::proposal::{
    Fate, HeldRecords, MergedProposal, MergedRecord, NoName, Proposal, ProposedField,
    ProposedRecord, RecordMatch, merge, new_record, title_field,
};
use crate::id::Id;
use crate::intake::rows::Known;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Home, Kind, key};
use crate::source::SourcePath;
use crate::words::{Language, forms as words};

/// What becomes of a form that came back.
#[derive(Debug, Clone, PartialEq)]
pub enum Sent {
    /// It is shown again: something is wrong with it, or more room was asked for.
    Again(Box<RecordForm>),
    /// Nothing of it differs from what the site says.
    Unchanged,
    /// It is to be saved.
    Save(Box<Saving>),
    /// There is no such record, and no such event.
    Nowhere,
}

/// What is to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Saving {
    /// The texts as they are to be.
    pub rewrite: Rewrite,
    form: RecordForm,
    /// Its id afterwards, where its kind has ids.
    id: Option<Id>,
    /// Its number among the records of its kind in its file; the last where it is new.
    number: Option<usize>,
    /// Whether it was to be a draft.
    is_draft: bool,
}

/// Reads a form that came back.
pub fn sent(site: DeskSite<'_>, place: &RecordPlace, posted: &Posted) -> Sent {
    let Some(mut form) = RecordForm::returned(site, place, posted) else {
        return Sent::Nowhere;
    };
    let wants_room = posted.has(names::MORE);
    if wants_room || form.is_gone && !posted.has(names::ANEW) {
        return Sent::Again(Box::new(form));
    }
    let is_draft = posted.has(names::DRAFT);
    if is_draft {
        form.make_draft();
    }
    let mut known = site.known(place.event.as_deref());
    let added = added(posted, place, &mut known, &mut form);
    let Some(answers) = answers(&mut form, &known) else {
        return Sent::Again(Box::new(form));
    };
    let proposed = match proposed(&form, answers) {
        Ok(proposed) => proposed,
        Err(NoName(_)) => {
            form.blame_title(words::NO_NAME.get(site.language()));
            return Sent::Again(Box::new(form));
        }
    };
    let is_file = matches!(place.kind.schema().home, Home::EventFile | Home::Pages);
    let file_id = proposed.id.clone().filter(|_| is_file);
    let mut records = added;
    records.push(proposed);
    let proposal = Proposal {
        records,
        ..Proposal::default()
    };
    let merged = site.look(&known, |seen| merge(&proposal, seen, None));
    match outcome(site, form, merged, is_draft) {
        Sent::Save(mut saving) => {
            saving.id = saving.id.or(file_id);
            Sent::Save(saving)
        }
        sent => sent,
    }
}

/// What is to be done with a merged proposal, whose last record is that of the form.
fn outcome(
    site: DeskSite<'_>,
    mut form: RecordForm,
    merged: MergedProposal,
    is_draft: bool,
) -> Sent {
    let Some(record) = merged.records.last() else {
        return Sent::Nowhere;
    };
    let is_new = form.is_new();
    match &record.is {
        RecordMatch::There if is_new => form.blame_title(&there_already(record, site.language())),
        RecordMatch::OneOf(_) => form.blame_title(&there_already(record, site.language())),
        RecordMatch::Missing | RecordMatch::StaysAway | RecordMatch::Twice => form.is_gone = true,
        RecordMatch::There | RecordMatch::New => undecided(site, &mut form, record),
    }
    if form.is_wrong() && !(form.is_gone && is_new && record.is == RecordMatch::New) {
        return Sent::Again(Box::new(form));
    }
    if merged.rewrite.is_empty() {
        return Sent::Unchanged;
    }
    let id = record.id.clone();
    let number = if is_new { None } else { form.number(site) };
    Sent::Save(Box::new(Saving {
        rewrite: merged.rewrite,
        form,
        id,
        number,
        is_draft,
    }))
}

fn there_already(record: &MergedRecord, language: Language) -> String {
    let kind = record.kind.schema().with_article.get(language);
    let said = words::there_already(&record.title, &kind);
    said.get(language).to_owned()
}

/// Puts what somebody has to choose at its question.
fn undecided(site: DeskSite<'_>, form: &mut RecordForm, record: &MergedRecord) {
    let language = site.language();
    let place = form.place.clone();
    for merged in &record.fields {
        let Some(field) = form.field_mut(&merged.key) else {
            continue;
        };
        match merged.fate {
            Fate::Conflict => {
                let key = &field.control.key;
                let now = RecordForm::of(site, &place);
                let there = now
                    .as_ref()
                    .and_then(|now| now.fields.iter().find(|there| there.control.key == *key));
                let hashes = there.map(|there| there.was.clone()).unwrap_or_default();
                let said = merged.now.as_ref().map(|now| typed(now, language));
                let said = said.unwrap_or_else(|| words::STANDS_NOTHING.get(language).to_owned());
                field.conflict = Some((said, hashes));
            }
            Fate::ByHand => field.wrong.push(words::BY_HAND.get(language).to_owned()),
            Fate::Same | Fate::Taken | Fate::Kept => {}
        }
    }
}

/// What is wanted of the fields that somebody changed; none where something is wrong, which then
/// stands at its question.
fn answers(form: &mut RecordForm, known: &Known) -> Option<Vec<ReadAnswer>> {
    let reader = FieldReader {
        kind: form.place.kind,
        known,
    };
    let is_new = form.is_new();
    let mut all = Vec::new();
    for field in form
        .fields
        .iter_mut()
        .filter(|field| is_new || !field.is_unreadable)
    {
        if field.control.is_required() && field.answer.is_empty() {
            field
                .wrong
                .push(words::EMPTY.get(known.language).to_owned());
            continue;
        }
        let is_changed = field.answer.hash() != field.seen;
        let is_asked = if is_new {
            !field.answer.is_empty()
        } else {
            is_changed && !field.control.is_own_id()
        };
        if !is_asked {
            continue;
        }
        match reader.answers(field) {
            Ok(read) => all.extend(read),
            Err(wrong) => {
                field.wrong.extend(wrong);
                field.offers = offers(field, known);
            }
        }
    }
    (!form.is_wrong() || form.is_gone && form.has_no_mistake()).then_some(all)
}

/// The record of a form as it is proposed.
fn proposed(form: &RecordForm, answers: Vec<ReadAnswer>) -> Result<ProposedRecord, NoName> {
    let RecordPlace { kind, event, id } = &form.place;
    if form.is_new() {
        let own_id = kind.schema().position(key::ID).map(FieldKey::whole);
        let is_id = |key: &FieldKey| Some(key) == own_id.as_ref();
        let mut own = id.clone().filter(|_| form.is_gone && kind.has_ids());
        let mut fields = Vec::new();
        for (key, wanted, _) in answers {
            match wanted {
                Some(FieldValue::Line(id)) if is_id(&key) => own = Id::new(&id),
                Some(value) => fields.push((key, value)),
                None => {}
            }
        }
        return new_record(*kind, event.clone(), own, fields);
    }
    Ok(ProposedRecord {
        kind: *kind,
        event: event.clone(),
        id: id.clone(),
        is_new: false,
        fields: answers
            .into_iter()
            .map(|(key, wanted, base)| ProposedField { key, wanted, base })
            .collect(),
    })
}

impl RecordForm {
    /// Whether its record is to be added.
    fn is_new(&self) -> bool {
        self.place.id.is_none() || self.is_gone
    }

    fn has_no_mistake(&self) -> bool {
        let is_fine = |field: &FormField| field.wrong.is_empty() && field.conflict.is_none();
        self.wrong.is_empty() && self.fields.iter().all(is_fine)
    }

    /// Answers the question whether it is a draft.
    fn make_draft(&mut self) {
        let draft = self.place.kind.schema().position(key::DRAFT);
        let draft = draft.map(FieldKey::whole);
        if let Some(field) = draft.and_then(|key| self.field_mut(&key)) {
            field.answer = super::forms::FilledIn::Words(vec![names::YES.to_owned()]);
        }
    }

    /// Says what is wrong with what it is called.
    fn blame_title(&mut self, said: &str) {
        let title = title_field(self.place.kind.schema()).map(FieldKey::whole);
        match title.and_then(|key| self.field_mut(&key)) {
            Some(field) => field.wrong.push(said.to_owned()),
            None => self.wrong.push(said.to_owned()),
        }
    }

    /// The number of its record among those of its kind in its file.
    fn number(&self, site: DeskSite<'_>) -> Option<usize> {
        let known = site.known(self.place.event.as_deref());
        site.look(&known, |seen| {
            let held = HeldRecords::of(seen);
            let id = self.place.id.as_ref()?;
            let record = held.filled(self.place.kind, self.place.event.as_deref(), id)?;
            held.number(record.written)
        })
    }
}

impl Saving {
    /// The files that it changes.
    pub fn files(&self) -> Vec<&SourcePath> {
        self.rewrite.texts.keys().collect()
    }

    /// What is saved, in words: its kind and what it is called.
    pub fn called(&self, language: Language) -> String {
        let kind = self.form.place.kind;
        let title = title_field(kind.schema()).map(FieldKey::whole);
        let mut fields = self.form.fields.iter();
        let title = fields.find(|field| Some(&field.control.key) == title.as_ref());
        let title = title.map_or("", |field| field.answer.first());
        called(kind, title, language)
    }

    /// What is said once it is saved.
    pub fn told(&self, language: Language) -> String {
        let files: Vec<String> = self.files().iter().map(ToString::to_string).collect();
        let said = words::saved_in(&files.join(", "));
        said.get(language).to_owned()
    }

    /// Where its record is, on the site as it was studied after it was saved.
    pub fn place_in(&self, site: DeskSite<'_>) -> Option<RecordPlace> {
        let RecordPlace { kind, event, .. } = &self.form.place;
        let event = match kind {
            Kind::Event => self
                .id
                .as_ref()
                .or(self.form.place.id.as_ref())
                .map(ToString::to_string),
            _ => event.clone(),
        };
        if let Some(id) = self.id.as_ref().or(self.form.place.id.as_ref())
            && (kind.has_ids() || matches!(kind.schema().home, Home::EventFile | Home::Pages))
        {
            return Some(RecordPlace::of(*kind, event.as_deref(), id));
        }
        let known = site.known(event.as_deref());
        site.look(&known, |seen| {
            let held = HeldRecords::of(seen);
            let mut files = self.rewrite.texts.keys();
            let id =
                files.find_map(|path| held.id_at(*kind, event.as_deref(), path, self.number))?;
            Some(RecordPlace::of(*kind, event.as_deref(), &id))
        })
    }
}
