//! Finding what ids and names mean, and saying what was likely meant where they mean nothing.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::fields::{key_word, kind_words, line};
use super::index::{Index, is_of_event};
use super::namesakes::NamedRecords;
use super::party_names::PartyNames;
use super::record_id::{
    EventId, OrganisationId, PersonId, RecordId, RegionId, ThemeId, TypedId as _,
};
use super::registry::{Entry, Registry};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::schema::key;
use crate::schema::value::Fields;
use crate::schema::{Kind, REGIONS, THEMES};
use crate::source::{Span, Spanned};

/// After this many different mistakes no more suggestions are sought: each takes a look at every
/// name, and nobody reads so many.
const MOST_SUGGESTIONS: usize = 300;

/// Records by kind and exact name.
type Titles = HashMap<(Kind, String), Vec<(RecordId, Id)>>;

/// What other records conclude from their event.
#[derive(Debug)]
pub(super) struct EventFacts {
    /// Its first day.
    pub(super) date: Date,
    /// The day on which its report was last added to: what it says is known of that day.
    pub(super) told_on: Date,
    pub(super) regions: Vec<RegionId>,
    pub(super) themes: Vec<ThemeId>,
}

/// All that references are resolved against, and what came of resolving them.
pub(super) struct Lookup<'a> {
    pub(super) config: &'a Config,
    pub(super) registry: &'a Registry,
    pub(super) index: Index,
    /// Names of people and organisations.
    pub(super) names: PartyNames,
    /// Regions, themes, series and events by their exact names.
    titles: Titles,
    /// Positions of records by event, for their titles and for suggestions.
    by_event: HashMap<(Kind, EventId), Vec<usize>>,
    /// Photos and resources that are written but not shown: no mistake to refer to, and nothing to
    /// show.
    pub(super) withheld: HashSet<(Kind, EventId, Id)>,
    /// What references named.
    pub(super) named: NamedRecords,
    /// For whom people were at an event, as recorded there.
    pub(super) affiliations: BTreeSet<(EventId, PersonId, OrganisationId)>,
    /// What is concluded from events, once they are read.
    pub(super) event_facts: Vec<EventFacts>,
    pub(super) diagnostics: Vec<Diagnostic>,
    suggested: HashMap<(Kind, Option<EventId>, String), Option<String>>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(
        config: &'a Config,
        registry: &'a Registry,
        index: Index,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        let mut titles = Titles::new();
        let mut by_event: HashMap<(Kind, EventId), Vec<usize>> = HashMap::new();
        for kind in [Kind::Region, Kind::Theme, Kind::Series, Kind::Event] {
            add_titles(&mut titles, kind, registry.of(kind), &index);
        }
        for kind in [
            Kind::Session,
            Kind::Idea,
            Kind::Ask,
            Kind::Deal,
            Kind::Outcome,
            Kind::Figure,
            Kind::Photo,
            Kind::Resource,
        ] {
            for (position, written) in registry.of(kind).iter().enumerate() {
                by_event
                    .entry((written.kind, written.in_event()))
                    .or_default()
                    .push(position);
            }
        }
        Self {
            config,
            registry,
            index,
            names: PartyNames::new(registry),
            titles,
            by_event,
            withheld: HashSet::new(),
            named: NamedRecords::default(),
            affiliations: BTreeSet::new(),
            event_facts: Vec::new(),
            diagnostics,
            suggested: HashMap::new(),
        }
    }

    /// What is concluded from an event.
    pub(super) fn facts_of(&self, event: EventId) -> &EventFacts {
        &self.event_facts[event.index()]
    }

    /// The regions and themes of a record's event; none for an event itself and for what all events
    /// share.
    pub(super) fn places_of(&self, entry: &Entry) -> (&[RegionId], &[ThemeId]) {
        let facts = entry
            .event
            .and_then(|event| self.event_facts.get(event.index()));
        facts.map_or((&[], &[]), |facts| (&facts.regions, &facts.themes))
    }

    /// The record of a kind that an id or exact name means, in an event or among the shared ones.
    pub(super) fn one(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        written: &str,
        span: Span,
    ) -> Option<RecordId> {
        if let Some(record) = self.by_id(kind, event, written) {
            return Some(record);
        }
        match self.by_title(kind, event, written).as_slice() {
            [(record, _)] => {
                self.named.by_title.insert(*record);
                return Some(*record);
            }
            [] => {}
            several => {
                let schema = kind.schema();
                let ids: Vec<String> = several.iter().map(|(_, id)| format!("`{id}`")).collect();
                let diagnostic = Diagnostic::at(Code::AmbiguousName, span)
                    .with("value", written)
                    .with("kind", schema.name)
                    .with("known", ids.join(", "));
                self.diagnostics.push(diagnostic);
                return several.first().map(|(record, _)| *record);
            }
        }
        if !self.is_excused(kind, event, written, span) {
            self.unknown(kind, event, written, span);
        }
        None
    }

    /// The record that a reference names by its id.
    pub(super) fn by_id(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        id: &str,
    ) -> Option<RecordId> {
        let found = self.index.get(kind, event, id)?;
        self.named.by_id.insert(found);
        Some(found)
    }

    /// The records that a list of ids or names means, each once; `None` where nothing is written.
    pub(super) fn many(
        &mut self,
        kind: Kind,
        fields: &Fields,
        field: &str,
    ) -> Option<Vec<(RecordId, Span)>> {
        let written: Vec<Spanned<String>> = fields.many(field)?.to_vec();
        let mut records: Vec<(RecordId, Span)> = Vec::with_capacity(written.len());
        for item in written {
            if let Some(record) = self.one(kind, None, &item.value, item.span)
                && !records.iter().any(|(known, _)| *known == record)
            {
                records.push((record, item.span));
            }
        }
        Some(records)
    }

    /// The regions that a record names; `None` where it says nothing of them.
    pub(super) fn regions(&mut self, fields: &Fields) -> Option<Vec<RegionId>> {
        self.many(Kind::Region, fields, REGIONS.name.en)
            .map(|records| {
                records
                    .into_iter()
                    .filter_map(|(record, _)| RegionId::of(record))
                    .collect()
            })
    }

    /// The themes that a record names; `None` where it says nothing of them.
    pub(super) fn themes(&mut self, fields: &Fields) -> Option<Vec<ThemeId>> {
        self.many(Kind::Theme, fields, THEMES.name.en)
            .map(|records| {
                records
                    .into_iter()
                    .filter_map(|(record, _)| ThemeId::of(record))
                    .collect()
            })
    }

    /// The records of a kind with this title, name or other name.
    pub(super) fn by_title(
        &self,
        kind: Kind,
        event: Option<EventId>,
        title: &str,
    ) -> Vec<(RecordId, Id)> {
        if !is_of_event(kind) {
            return self
                .titles
                .get(&(kind, title.to_owned()))
                .cloned()
                .unwrap_or_default();
        }
        let Some(positions) = event.and_then(|event| self.by_event.get(&(kind, event))) else {
            return Vec::new();
        };
        let list = self.registry.of(kind);
        positions
            .iter()
            .map(|position| &list[*position])
            .filter(|written| {
                !written.inline && line_of(kind, &written.fields).is_some_and(|line| line == title)
            })
            .filter_map(|written| {
                Some((
                    self.index.get(kind, event, written.id.as_str())?,
                    written.id.clone(),
                ))
            })
            .collect()
    }

    /// Whether there is a reason, given elsewhere or here, why this is not found: a draft, a photo
    /// without consent, an event that could not be read.
    pub(super) fn is_excused(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        written: &str,
        span: Span,
    ) -> bool {
        let folder = event
            .filter(|_| is_of_event(kind))
            .map(|event| self.registry.folders[event.index()].as_str());
        if self.registry.drafts.has(kind, folder, written) {
            let key = key_word(kind, key::DRAFT, self.config.language());
            self.diagnostics.push(
                Diagnostic::at(Code::RefersToDraft, span)
                    .with("id", written)
                    .with("key", key),
            );
            return true;
        }
        let is_withheld = !self.withheld.is_empty()
            && event
                .zip(Id::new(written))
                .is_some_and(|(event, id)| self.withheld.contains(&(kind, event, id)));
        is_withheld || kind == Kind::Event && self.registry.lost_events.contains(written)
    }

    fn unknown(&mut self, kind: Kind, event: Option<EventId>, written: &str, span: Span) {
        let code = match kind {
            Kind::Event => Code::UnknownEvent,
            Kind::Region => Code::UnknownRegion,
            Kind::Theme => Code::UnknownTheme,
            Kind::Series => Code::UnknownSeries,
            Kind::Person | Kind::Organisation => Code::UnknownParty,
            _ => Code::UnknownRecord,
        };
        let suggestion = self.suggestion(kind, event, written);
        self.diagnostics.push(
            Diagnostic::at(code, span)
                .with("kind", kind_words(kind.schema()))
                .with("id", written)
                .suggest(suggestion),
        );
    }

    /// The id or name of a kind that looks most like what was written: ids first.
    pub(super) fn suggestion(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        written: &str,
    ) -> Option<String> {
        let key = (kind, event, written.to_owned());
        if let Some(suggestion) = self.suggested.get(&key) {
            return suggestion.clone();
        }
        if self.suggested.len() >= MOST_SUGGESTIONS {
            return None;
        }
        let list = self.registry.of(kind);
        let records: Vec<_> = if is_of_event(kind) {
            let positions = event.and_then(|event| self.by_event.get(&(kind, event)));
            positions
                .into_iter()
                .flatten()
                .map(|position| &list[*position])
                .filter(|record| !record.inline && self.registry.can_be_named(record))
                .collect()
        } else {
            list.iter().collect()
        };
        let ids = records.iter().map(|record| record.id.to_string());
        let names = records
            .iter()
            .flat_map(|record| names_of(kind, &record.fields));
        let candidates: Vec<String> = ids.chain(names).collect();
        let suggestion =
            nearest(written, candidates.iter().map(String::as_str)).map(ToOwned::to_owned);
        self.suggested.insert(key, suggestion.clone());
        suggestion
    }
}

/// Adds the names of shared records. What one is called comes before what another is called as
/// well.
fn add_titles(titles: &mut Titles, kind: Kind, list: &[Entry], index: &Index) {
    let mut others = Vec::new();
    for written in list {
        let Some(record) = index.get(kind, None, written.id.as_str()) else {
            continue;
        };
        let mut names = names_of(kind, &written.fields).into_iter();
        if let Some(name) = names.next() {
            titles
                .entry((kind, name))
                .or_default()
                .push((record, written.id.clone()));
        }
        others.extend(names.map(|name| (name, record, written.id.clone())));
    }
    let taken: HashSet<String> = titles
        .keys()
        .filter(|(of, _)| *of == kind)
        .map(|(_, name)| name.clone())
        .collect();
    for (name, record, id) in others {
        let records = titles.entry((kind, name.clone())).or_default();
        if !taken.contains(&name) && !records.iter().any(|(known, _)| *known == record) {
            records.push((record, id));
        }
    }
}

/// What a record is called: its title or name, and its other and former names.
fn names_of(kind: Kind, fields: &Fields) -> Vec<String> {
    let schema = kind.schema();
    let others = [key::ALSO, key::FORMER_NAMES]
        .into_iter()
        .filter(|field| schema.position(field).is_some());
    let others = others.flat_map(|field| fields.lines(field).iter().map(|line| line.value.clone()));
    line_of(kind, fields).into_iter().chain(others).collect()
}

fn line_of(kind: Kind, fields: &Fields) -> Option<String> {
    let schema = kind.schema();
    [key::TITLE, key::NAME]
        .into_iter()
        .find(|field| schema.position(field).is_some())
        .and_then(|field| line(fields, field))
}
