//! A record that is to go: what names it, what its address promised, and what is to be written so
//! that it becomes a draft, is gone, or is something else.

use super::called::called;
use crate::desk::forms::RecordPlace;
use crate::desk::undo::put_away;
use crate::desk::{DeskSite, Posted};
use crate::edit::proposal::{
    FieldBase, FilledRecord, HeldRecords, Preferred, Proposal, ProposedField, ProposedRecord,
    UnwantedRecord, merge,
};
use crate::edit::{NewlyGone, Recording, Rewrite, record, referring};
use crate::id::Id;
use crate::input::record::WrittenRecord;
use crate::reference::Reference;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};
use crate::source::SourcePath;
use crate::words::forms as words;

/// The control with what is to become of it.
pub(in crate::desk) const FATE: &str = "fate";

/// The control with why it is gone.
pub(in crate::desk) const REASON: &str = "reason";

/// The control with what it became.
pub(in crate::desk) const BECAME: &str = "became";

/// It becomes a draft.
pub(in crate::desk) const DRAFT: &str = "draft";

/// It is taken out.
pub(in crate::desk) const GONE: &str = "gone";

/// It is taken out, and became something else.
pub(in crate::desk) const MOVED: &str = "moved";

/// Where promised addresses stand.
const ADDRESSES: &str = "addresses.toml";

/// A record that is to go.
#[derive(Debug)]
pub(in crate::desk) struct RecordRemoval<'a> {
    pub(in crate::desk) place: RecordPlace,
    /// Its kind and what it is called.
    pub(in crate::desk) called: String,
    /// The records that name it.
    pub(in crate::desk) named_by: Vec<&'a WrittenRecord>,
    /// Whether its address was promised.
    pub(in crate::desk) is_promised: bool,
    /// Whether it can be a draft.
    pub(in crate::desk) may_be_draft: bool,
    /// Whether it can be taken out here: an event is a folder with all that is in it.
    pub(in crate::desk) may_go: bool,
}

impl<'a> RecordRemoval<'a> {
    /// What is to be known of a record before it goes; nothing where there is none.
    pub(in crate::desk) fn of(site: DeskSite<'a>, place: &RecordPlace) -> Option<Self> {
        let id = place.id.as_ref()?;
        let kind = place.kind;
        let language = site.language();
        let title = filled(site, place, |record| record.title.clone())?;
        let study = site.study;
        let event = place.event.as_deref();
        let named_by = if kind.has_ids() || kind == Kind::Page || kind == Kind::Event {
            referring(kind, event, id, &study.files, site.sources)
        } else {
            Vec::new()
        };
        let reference = reference_of(place);
        let mut promises = study.promised.promises.iter();
        Some(Self {
            place: place.clone(),
            called: called(kind, &title, language),
            named_by,
            is_promised: promises.any(|promise| Some(&promise.of.value) == reference.as_ref()),
            may_be_draft: kind.schema().position(key::DRAFT).is_some(),
            may_go: kind != Kind::Event,
        })
    }

    /// What is to be written for what was chosen, and what that is in words.
    ///
    /// # Errors
    /// When something is still to be said: what.
    pub(in crate::desk) fn asked(
        &self,
        site: DeskSite<'_>,
        posted: &Posted,
    ) -> Result<(Rewrite, String), String> {
        let language = site.language();
        let say = |said: crate::words::Bilingual| said.get(language).to_owned();
        let answer = |name| posted.first(name).unwrap_or_default().trim();
        match posted.first(FATE) {
            Some(DRAFT) if self.may_be_draft => {
                let what = words::made_draft(&self.called).get(language).to_owned();
                Ok((self.as_draft(site), what))
            }
            Some(fate @ (GONE | MOVED)) if self.may_go => {
                let mut rewrite = self
                    .without(site)
                    .ok_or_else(|| say(words::STAYS_IN_FILE))?;
                let mut recording = Recording::default();
                if let Some(reference) = reference_of(&self.place).filter(|_| self.is_promised) {
                    if fate == MOVED {
                        let to = Reference::parse(answer(BECAME));
                        let to = to.ok_or_else(|| say(words::SAY_WHAT))?;
                        let there = site.study.report.find(&to.to_string(), None);
                        there.ok_or_else(|| say(words::IS_NO_RECORD))?;
                        recording.moved.push((reference, to));
                    } else {
                        let reason = answer(REASON).to_owned();
                        if reason.is_empty() {
                            return Err(say(words::SAY_WHY));
                        }
                        recording.gone.push(NewlyGone {
                            what: reference,
                            reason,
                            date: site.study.today,
                        });
                    }
                    rewrite.texts.insert(
                        SourcePath::new(ADDRESSES),
                        addresses(site, &recording)
                            .ok_or_else(|| say(words::STAYS_IN_FILE))?
                            .into(),
                    );
                }
                let what = words::removed(&self.called).get(language).to_owned();
                Ok((rewrite, what))
            }
            _ => Err(say(words::CHOOSE_FATE)),
        }
    }

    /// The record as a draft.
    fn as_draft(&self, site: DeskSite<'_>) -> Rewrite {
        let RecordPlace { kind, event, id } = &self.place;
        let draft = kind.schema().position(key::DRAFT).map(FieldKey::whole);
        let fields = draft.map(|key| ProposedField {
            key,
            wanted: Some(FieldValue::Bool(true)),
            base: FieldBase::Unknown,
        });
        let proposal = Proposal {
            records: vec![ProposedRecord {
                kind: *kind,
                event: event.clone(),
                id: id.clone(),
                is_new: false,
                fields: fields.into_iter().collect(),
            }],
            ..Proposal::default()
        };
        let known = site.known(event.as_deref());
        site.look(&known, |seen| {
            merge(&proposal, seen, Some(Preferred::Proposed)).rewrite
        })
    }

    /// The texts without the record. A file of its own is put away with its translation.
    fn without(&self, site: DeskSite<'_>) -> Option<Rewrite> {
        let RecordPlace { kind, event, id } = &self.place;
        let id = id.as_ref()?;
        let own_file = filled(site, &self.place, |record| {
            let written = record.written;
            written.file_id.as_ref().map(|_| written.span.file)
        })?;
        if let Some(file) = own_file {
            let is_translation = |record: &&WrittenRecord| {
                record.translation
                    && record.kind == *kind
                    && record.event == *event
                    && record.file_id.as_ref().is_some_and(|own| own.value == *id)
            };
            let records = site.study.files.iter().flat_map(|file| &file.records);
            let others = records
                .filter(is_translation)
                .map(|record| record.span.file);
            let files = std::iter::once(file).chain(others);
            let moves = files.map(|file| put_away(site.sources.file(file)));
            return Some(Rewrite {
                moves: moves.collect(),
                ..Rewrite::default()
            });
        }
        let proposal = Proposal {
            removed: vec![UnwantedRecord {
                kind: *kind,
                event: event.clone(),
                id: id.clone(),
            }],
            ..Proposal::default()
        };
        let known = site.known(event.as_deref());
        let merged = site.look(&known, |seen| merge(&proposal, seen, None));
        (merged.not_removed.is_empty() && !merged.rewrite.is_empty()).then_some(merged.rewrite)
    }
}

/// Looks at a record of the site.
fn filled<T>(
    site: DeskSite<'_>,
    place: &RecordPlace,
    look: impl FnOnce(&FilledRecord<'_>) -> T,
) -> Option<T> {
    let known = site.known(place.event.as_deref());
    site.look(&known, |seen| {
        let held = HeldRecords::of(seen);
        let id = place.id.as_ref()?;
        let record = held.filled(place.kind, place.event.as_deref(), id)?;
        Some(look(&record))
    })
}

/// The name that addresses are promised of.
fn reference_of(place: &RecordPlace) -> Option<Reference> {
    let event = place.event.as_deref().filter(|_| place.kind != Kind::Event);
    Some(Reference::Record {
        kind: place.kind,
        event: event.and_then(Id::new),
        id: place.id.clone()?,
    })
}

/// The promised addresses with what is recorded.
fn addresses(site: DeskSite<'_>, recording: &Recording) -> Option<String> {
    let text = site
        .study
        .addresses
        .map(|file| &*site.sources.file(file).text);
    record(text, &site.study.promised, recording, site.language()).ok()
}
