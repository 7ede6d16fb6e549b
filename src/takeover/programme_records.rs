//! The parts of a programme as records that are wanted: which of the event's own each is, and what
//! its fields are to hold.

use std::collections::{HashMap, HashSet};

use super::programme_fields::{ProgrammeFields, person_key, resource_guid};
use super::wanted::SentRecord;
use crate::edit::proposal::{
    FieldBase, HeldRecord, HeldRecords, ProposedField, ProposedRecord, Site, TableMemory,
};
use crate::feeds::programme::{PublishedSession, programme};
use crate::id::Id;
use crate::intake::rows::Known;
use crate::intake::schedule::{Guid, ReadLink, ReadSchedule};
use crate::pipeline::Study;
use crate::records::EventId;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};

/// A programme, and the event's own records.
pub(super) struct ProgrammeRecords<'a> {
    schedule: &'a ReadSchedule,
    /// The event's folder.
    folder: &'a str,
    memory: &'a TableMemory,
    fields: ProgrammeFields<'a>,
    sessions: OwnRecords,
    resources: OwnRecords,
    speakers: Vec<HeldRecord>,
    /// The sessions as readers see them.
    published: HashMap<&'a Id, PublishedSession<'a>>,
    /// What begins the addresses of the site's own pages.
    base_url: &'a str,
}

/// The records of a kind that the event has, and by what they are known.
struct OwnRecords {
    held: Vec<HeldRecord>,
    by_guid: HashMap<Guid, Id>,
    /// Of those that lead to an address: what each belongs to, and its id.
    by_address: HashMap<String, Vec<(String, Id)>>,
    ids: HashSet<Id>,
    /// Those that a part of the programme is.
    taken: HashSet<Id>,
    /// By the first part of ids, the last number that was given.
    numbers: HashMap<Id, u32>,
}

impl OwnRecords {
    fn of(kind: Kind, folder: &str, held: &HeldRecords<'_>, memory: &TableMemory) -> Self {
        let (held, _) = held.all(kind, Some(folder));
        let known = memory.guids(kind);
        Self {
            by_guid: known.map(|(guid, id)| (guid.clone(), id.clone())).collect(),
            by_address: by_address(&held),
            ids: held.iter().map(|record| record.id.clone()).collect(),
            held,
            taken: HashSet::new(),
            numbers: HashMap::new(),
        }
    }

    /// A new id, made of a title.
    fn free_id(&mut self, title: &str, kind: Kind) -> Id {
        let word = || Id::new(kind.schema().name.en).expect("the word of a kind is an id");
        let own = Id::from_title(title).unwrap_or_else(word);
        let (ids, taken) = (&self.ids, &self.taken);
        let given = self.numbers.entry(own.clone()).or_default();
        let is_free = |id: &Id| !ids.contains(id) && !taken.contains(id);
        let id = (*given + 1..).find_map(|number| {
            *given = number;
            let id = match number {
                1 => own.clone(),
                number => own.numbered(number),
            };
            is_free(&id).then_some(id)
        });
        let id = id.expect("a number is free");
        self.taken.insert(id.clone());
        id
    }
}

/// The records that lead to an address, by that.
fn by_address(records: &[HeldRecord]) -> HashMap<String, Vec<(String, Id)>> {
    let mut all: HashMap<String, Vec<(String, Id)>> = HashMap::new();
    for record in records {
        if let (Some(address), Some(of)) = (line_of(record, key::URL), line_of(record, key::OF)) {
            let of = (of.to_owned(), record.id.clone());
            all.entry(address.to_owned()).or_default().push(of);
        }
    }
    all
}

/// What a record holds in a field of one line.
fn line_of<'r>(record: &'r HeldRecord, name: &str) -> Option<&'r str> {
    let key = FieldKey::whole(record.kind.schema().position(name)?);
    let field = record.fields.iter().find(|field| field.key == key)?;
    match &field.value {
        FieldValue::Line(text) => Some(text),
        _ => None,
    }
}

impl<'a> ProgrammeRecords<'a> {
    pub(super) fn new(
        schedule: &'a ReadSchedule,
        study: &'a Study,
        event: EventId,
        known: &'a Known,
        memory: &'a TableMemory,
        site: Site<'a>,
    ) -> Self {
        let own = &study.report[event];
        let held = HeldRecords::of(site);
        let folder = own.id.as_str();
        let guid = |id: &Id| memory.guid(Kind::Session, id).cloned();
        let published = programme(&study.report, &study.config, event, &guid);
        let mut sessions = OwnRecords::of(Kind::Session, folder, &held, memory);
        for session in &published {
            let guid = session.guid.clone();
            sessions.by_guid.entry(guid).or_insert(session.id.clone());
        }
        let days = own.date..=own.end.unwrap_or(own.date);
        Self {
            fields: ProgrammeFields::new(schedule, known, memory, days, site),
            sessions,
            resources: OwnRecords::of(Kind::Resource, folder, &held, memory),
            speakers: held.all(Kind::Speaker, Some(folder)).0,
            published: published
                .into_iter()
                .map(|session| (session.id, session))
                .collect(),
            base_url: &study.config.base_url,
            schedule,
            folder,
            memory,
        }
    }

    /// All records that are wanted, sessions first.
    pub(super) fn all(mut self) -> Vec<(ProposedRecord, SentRecord)> {
        let found = self.found();
        let mut all = Vec::new();
        let mut resources = Vec::new();
        for ((position, session), found) in self.schedule.sessions.iter().enumerate().zip(found) {
            let is_new = found.is_none();
            let id = found.unwrap_or_else(|| self.sessions.free_id(&session.title, Kind::Session));
            for link in session.links.iter().flatten() {
                resources.extend(self.resource(position, &id, link));
            }
            let published = self.published.get(&id);
            let fields = self.fields.of_session(session, &id, published);
            // What the site itself calls it needs not be remembered.
            let is_own = published.is_some_and(|own| own.guid == session.guid)
                && self.memory.guid(Kind::Session, &id) != Some(&session.guid);
            let sent = SentRecord {
                guid: (!is_own).then(|| session.guid.clone()),
                part: Some(position),
                key: None,
            };
            all.push((self.record(Kind::Session, Some(id), is_new, fields), sent));
        }
        all.extend(resources);
        all.extend(self.speakers());
        all
    }

    fn record(
        &self,
        kind: Kind,
        id: Option<Id>,
        is_new: bool,
        fields: Vec<ProposedField>,
    ) -> ProposedRecord {
        ProposedRecord {
            kind,
            event: Some(self.folder.to_owned()),
            id,
            is_new,
            fields,
        }
    }

    /// Which of the event's sessions each part is: that which the programme knows by the same guid,
    /// else one of the same title and time, else the only one of its title.
    fn found(&mut self) -> Vec<Option<Id>> {
        let parts = &self.schedule.sessions;
        let own = &mut self.sessions;
        let mut found: Vec<Option<Id>> = parts
            .iter()
            .map(|part| own.by_guid.get(&part.guid).cloned())
            .collect();
        own.taken.extend(found.iter().flatten().cloned());
        let mut by_title: HashMap<&str, Vec<&Id>> = HashMap::new();
        for record in &own.held {
            by_title
                .entry(record.title.trim())
                .or_default()
                .push(&record.id);
        }
        let mut parts_of: HashMap<&str, usize> = HashMap::new();
        for part in parts {
            *parts_of.entry(&part.title).or_default() += 1;
        }
        for is_by_time in [true, false] {
            for (part, found) in parts.iter().zip(&mut found) {
                if found.is_some() {
                    continue;
                }
                let alike = by_title.get(part.title.as_str()).into_iter().flatten();
                let free: Vec<&&Id> = alike.filter(|id| !own.taken.contains(**id)).collect();
                let at_its_time = |id: &&&&Id| {
                    let published = self.published.get(**id);
                    published.is_some_and(|own| own.date == part.date && own.start == part.start)
                };
                let chosen = match free.as_slice() {
                    free if is_by_time => free.iter().find(at_its_time).copied(),
                    [only] if parts_of.get(part.title.as_str()) == Some(&1) => Some(*only),
                    _ => None,
                };
                if let Some(id) = chosen {
                    own.taken.insert((*id).clone());
                    *found = Some((*id).clone());
                }
            }
        }
        found
    }

    /// A link of a session as a resource; none where it leads to the site itself.
    fn resource(
        &mut self,
        position: usize,
        of: &Id,
        link: &ReadLink,
    ) -> Option<(ProposedRecord, SentRecord)> {
        let is_own = !self.base_url.is_empty() && link.address.starts_with(self.base_url);
        if is_own {
            return None;
        }
        let guid = resource_guid(&self.schedule.sessions[position].guid, link);
        let target = self.fields.reference_to(of);
        let found = self.resources.by_guid.get(&guid).cloned().or_else(|| {
            let leads_there = self.resources.by_address.get(&link.address);
            let mut alike = leads_there.into_iter().flatten();
            let own = alike.find(|(other, _)| ProgrammeFields::is_reference_to(other, of));
            own.map(|(_, id)| id.clone())
        });
        let is_new = found.is_none();
        let id = found.unwrap_or_else(|| self.resources.free_id(&link.title, Kind::Resource));
        let fields = self.fields.of_link(link, &id, is_new.then_some(target));
        let sent = SentRecord {
            guid: Some(guid),
            part: Some(position),
            key: None,
        };
        Some((self.record(Kind::Resource, Some(id), is_new, fields), sent))
    }

    /// Those of whom something is said.
    fn speakers(&self) -> Vec<(ProposedRecord, SentRecord)> {
        let speakers = self.schedule.speakers.iter();
        let own = self.speakers.iter();
        let own: HashMap<String, &HeldRecord> = own
            .map(|own| (self.fields.party(&own.title), own))
            .collect();
        let record = |speaker| {
            let key = person_key(speaker);
            let mut fields = self.fields.of_speaker(speaker, &key);
            let own = own.get(&self.fields.party(&speaker.name));
            // What somebody wrote of them here stays: a programme says who they are, a report what
            // they said.
            let person = Kind::Speaker.schema().position(key::PERSON);
            fields.retain(|field| {
                let is_said = |own: &&HeldRecord| own.fields.iter().any(|own| own.key == field.key);
                let is_who = Some(field.key.position) == person;
                is_who || field.base != FieldBase::Unknown || !own.is_some_and(is_said)
            });
            let sent = SentRecord {
                key: Some(key.clone()),
                ..SentRecord::default()
            };
            (self.record(Kind::Speaker, Some(key), false, fields), sent)
        };
        speakers.map(record).collect()
    }
}
