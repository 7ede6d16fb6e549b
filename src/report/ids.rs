//! Every record gets its id, and with it a place in the registry: ids as written, else made from
//! the title, name or file.
//!
//! Two records that want one id are reported with both places; the second then goes on under an id
//! of its own, so that nothing after this has to know.

use std::collections::{HashMap, HashSet};

use super::fields::{flag, line};
use super::gather::Gathered;
use super::index::{Index, is_of_event};
use super::record_id::{EventId, TypedId as _};
use super::registry::{Entry, Registry};
use crate::config::Config;
use crate::content::key;
use crate::content::promised::SHORT_FOLDER;
use crate::content::record::WrittenRecord;
use crate::content::schema::Kind;
use crate::content::value::{Fields, IdOrInline};
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::id::Id;
use crate::privacy::{Allowed, published_name};
use crate::source::{SourcePath, Span};
use crate::words::Language;
use crate::words::routes::Routes;

/// Gives every record its id and its place. Photos and resources are not in the index yet: only
/// those that can be shown come in.
pub(super) fn assign(
    gathered: Gathered,
    drafts_too: bool,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Registry, Index) {
    let Gathered {
        records,
        drafts,
        lost_events,
        refused,
    } = gathered;
    let mut registry = Registry {
        refused,
        drafts_too,
        drafts,
        lost_events,
        ..Registry::default()
    };
    let mut events = HashMap::new();
    for record in records.iter().filter(|record| record.kind == Kind::Event) {
        let folder = record.event.clone().expect("an event has a folder");
        events.insert(folder.clone(), EventId::at(registry.folders.len()));
        registry.folders.push(folder);
    }
    let mut taken = TakenIds::new(config, diagnostics);
    // Written and made ids first, all of them: an inline record takes what is left.
    let ids: Vec<Id> = records
        .iter()
        .map(|record| {
            let event = record.event.as_ref().map(|folder| events[folder]);
            taken.id(
                record.kind,
                event,
                &record.fields,
                given(record),
                record.span,
            )
        })
        .collect();
    let mut index = Index::default();
    for (record, id) in records.into_iter().zip(ids) {
        let event = record.event.as_ref().map(|folder| events[folder]);
        let WrittenRecord {
            kind, fields, span, ..
        } = record;
        let mut inlines = Vec::new();
        if kind == Kind::Deal {
            for (kind, fields, span) in written_inline(&fields, drafts_too) {
                let entry = Entry {
                    kind,
                    id: taken.inline_id(kind, event, fields, span),
                    event,
                    fields: fields.clone(),
                    span,
                    inline: true,
                    inlines: Vec::new(),
                };
                inlines.extend(registry.enter(entry, &mut index, &taken.doubles));
            }
        }
        let entry = Entry {
            kind,
            id,
            event,
            fields,
            span,
            inline: false,
            inlines,
        };
        registry.enter(entry, &mut index, &taken.doubles);
    }
    (registry, index)
}

/// The records that stand inline in a deal.
fn written_inline(deal: &Fields, drafts_too: bool) -> Vec<(Kind, &Fields, Span)> {
    let lists = [
        (key::ASKS, Kind::Ask),
        (key::OFFERS, Kind::Offer),
        (key::IDEAS, Kind::Idea),
    ];
    let items = lists.into_iter().flat_map(|(field, kind)| {
        deal.many_or_inline(field)
            .iter()
            .map(move |item| (kind, item))
    });
    items
        .filter_map(|(kind, item)| match item {
            IdOrInline::Inline(fields, span) if !is_left_out(fields, drafts_too) => {
                Some((kind, fields, *span))
            }
            _ => None,
        })
        .collect()
}

/// Whether an inline record is a draft that is not linked now.
pub(super) fn is_left_out(fields: &Fields, drafts_too: bool) -> bool {
    !drafts_too && flag(fields, key::DRAFT)
}

/// An id that was given, with its place: as a field, or as the file's name.
fn given(record: &WrittenRecord) -> Option<(Id, Span)> {
    record
        .written_id()
        .map(|written| (written.value, written.span))
}

/// Which ids are taken, and by what.
struct TakenIds<'a> {
    taken: HashMap<(Kind, Option<EventId>, Id), Span>,
    counters: HashMap<(Kind, Option<EventId>), usize>,
    /// The next number to try behind an id that many want: a hundred thousand records may have one
    /// title.
    numbers: HashMap<(Kind, Option<EventId>, Id), usize>,
    /// Records whose id was taken already.
    doubles: HashSet<Span>,
    routes: Routes,
    language: Language,
    /// Which contacts may stand in an id.
    allowed: Allowed,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> TakenIds<'a> {
    fn new(config: &Config, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        let language = config.language();
        let routes = Routes::new(language, &|name| {
            config.routes.get(name).map(ToString::to_string)
        });
        let allowed = Allowed::by(config);
        let (taken, counters, numbers, doubles) = (
            HashMap::new(),
            HashMap::new(),
            HashMap::new(),
            HashSet::new(),
        );
        Self {
            taken,
            counters,
            numbers,
            doubles,
            routes,
            language,
            allowed,
            diagnostics,
        }
    }

    fn id(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        fields: &Fields,
        given: Option<(Id, Span)>,
        span: Span,
    ) -> Id {
        let position = self.count(kind, event);
        let by_position = matches!(
            kind,
            Kind::Outcome
                | Kind::Quote
                | Kind::Figure
                | Kind::Speaker
                | Kind::Update
                | Kind::Correction
        );
        let found = given.or_else(|| match kind {
            Kind::Figure => fields
                .id(key::MEASURE)
                .map(|measure| (measure.value, measure.span)),
            _ if by_position => None,
            _ => self.made_of_title(kind, fields, position),
        });
        let Some((id, id_span)) = found else {
            let id = self.positional(kind, position);
            return self.unique(kind, event, &id, span);
        };
        // A measure is the same over the years, and may be so within one event.
        if kind == Kind::Figure {
            return self.unique(kind, event, &id, span);
        }
        if self.is_reserved(kind, &id) {
            let way = match kind {
                Kind::Event => bilingual(
                    "geef de map een andere naam",
                    "give the folder another name",
                ),
                _ if fields.schema.iter().all(|field| field.name.en != key::ID) => bilingual(
                    "geef het bestand een andere naam",
                    "give the file another name",
                ),
                _ if fields.has(key::ID) => {
                    bilingual("kies een andere `id`", "choose another `id`")
                }
                _ => bilingual(
                    &format!("voeg een eigen id toe, bijvoorbeeld `id = \"{id}-1\"`"),
                    &format!("add an id of its own, for example `id = \"{id}-1\"`"),
                ),
            };
            self.diagnostics.push(
                Diagnostic::at(Code::ReservedId, id_span)
                    .with("id", &id)
                    .with("way", way),
            );
        }
        self.take(kind, event, id, id_span, span)
    }

    /// The id of an inline record: nobody has to refer to it, so it gives way.
    fn inline_id(&mut self, kind: Kind, event: Option<EventId>, fields: &Fields, span: Span) -> Id {
        if let Some(id) = fields.id(key::ID) {
            return self.take(kind, event, id.value, id.span, span);
        }
        let position = self.count(kind, event);
        let id = line(fields, key::TITLE)
            .and_then(|title| Id::from_title(&title))
            .unwrap_or_else(|| self.positional(kind, position));
        self.unique(kind, event, &id, span)
    }

    fn count(&mut self, kind: Kind, event: Option<EventId>) -> usize {
        let counter = self.counters.entry((kind, event)).or_default();
        *counter += 1;
        *counter
    }

    /// "uitkomst-3".
    fn positional(&self, kind: Kind, position: usize) -> Id {
        let word = kind.schema().name.get(self.language);
        Id::new(&format!("{word}-{position}")).expect("the kinds' words are fit for ids")
    }

    /// The id that the title, name or file's name makes.
    fn made_of_title(
        &mut self,
        kind: Kind,
        fields: &Fields,
        position: usize,
    ) -> Option<(Id, Span)> {
        let called: &[&str] = match kind {
            Kind::Photo => &[key::FILE],
            Kind::Resource => &[key::FILE, key::TITLE],
            Kind::Region | Kind::Theme | Kind::Person | Kind::Organisation | Kind::Series => {
                &[key::NAME]
            }
            _ => &[key::TITLE],
        };
        let (field, written) = called
            .iter()
            .find_map(|field| Some((*field, fields.line(field)?)))?;
        // Of a file's name an id has what is published of it.
        let title = if field == key::FILE {
            let published = published_name(&written.value, self.allowed, self.language);
            SourcePath::new(&published.path)
                .stem_and_extension()
                .0
                .to_owned()
        } else {
            written.value
        };
        if let Some(id) = Id::from_title(&title) {
            return Some((id, written.span));
        }
        let example = self.positional(kind, position);
        self.diagnostics.push(
            Diagnostic::at(Code::NoIdFromTitle, written.span)
                .with("title", title)
                .with("example", example),
        );
        None
    }

    /// Takes an id, or says who has it.
    fn take(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        id: Id,
        id_span: Span,
        span: Span,
    ) -> Id {
        let key = (space(kind), scope(kind, event), id.clone());
        if let Some(first) = self.taken.get(&key) {
            let schema = kind.schema();
            let kind_said = match space(kind) {
                Kind::Person => bilingual("een persoon of organisatie", "a person or organisation"),
                _ => bilingual(schema.with_article.nl, schema.with_article.en),
            };
            self.diagnostics.push(
                Diagnostic::at(Code::DuplicateId, id_span)
                    .with("kind", kind_said)
                    .with("id", &id)
                    .note(*first, NoteKind::FirstHere),
            );
            self.doubles.insert(span);
            return self.unique(kind, event, &id, id_span);
        }
        self.taken.insert(key, id_span);
        id
    }

    /// Takes an id that nobody has: this one, or with a number after it.
    fn unique(&mut self, kind: Kind, event: Option<EventId>, id: &Id, span: Span) -> Id {
        let scope = scope(kind, event);
        let mut free = id.clone();
        if self.taken.contains_key(&(space(kind), scope, free.clone())) {
            let number = self
                .numbers
                .entry((space(kind), scope, id.clone()))
                .or_insert(2);
            while self.taken.contains_key(&(space(kind), scope, free.clone())) {
                // Room for the number: an id has a longest length.
                let short = &id.as_str()[..id.as_str().len().min(crate::id::LONGEST - 8)];
                free = Id::new(&format!("{}-{number}", short.trim_end_matches('-')))
                    .expect("an id with a number is an id");
                *number += 1;
            }
        }
        self.taken.insert((space(kind), scope, free.clone()), span);
        free
    }

    /// Whether an id is a word of the addresses in the folder that the record's page stands in.
    fn is_reserved(&self, kind: Kind, id: &Id) -> bool {
        let Routes {
            page,
            region,
            theme,
            year,
            status,
            accessibility,
            privacy,
            ..
        } = &self.routes;
        let id = id.as_str();
        match kind {
            Kind::Event => [page, region, theme, year, status]
                .into_iter()
                .any(|word| word == id),
            // A writer's own page about accessibility or privacy takes the place of the one that
            // the settings make.
            Kind::Page if id == accessibility || id == privacy => false,
            Kind::Page if id == SHORT_FOLDER => true,
            Kind::Page => {
                self.routes.all().iter().any(|(_, word)| *word == id)
                    || Language::from_tag(id).is_some()
            }
            Kind::Photo
            | Kind::Resource
            | Kind::Outcome
            | Kind::Quote
            | Kind::Figure
            | Kind::Speaker
            | Kind::Update
            | Kind::Correction => false,
            _ => page == id,
        }
    }
}

/// Kinds that share ids count as one: people and organisations.
fn space(kind: Kind) -> Kind {
    if kind == Kind::Organisation {
        Kind::Person
    } else {
        kind
    }
}

fn scope(kind: Kind, event: Option<EventId>) -> Option<EventId> {
    if is_of_event(kind) || kind == Kind::Update {
        event
    } else {
        None
    }
}
