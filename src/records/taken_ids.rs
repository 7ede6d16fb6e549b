//! Which ids are taken: ids as written, else made from the title, name or file. What wants an id that
//! is taken is told of, unless nobody has to tell the two apart: see [`super::namesakes`].

use std::collections::{HashMap, HashSet};

use super::claim::{Claim, HowGiven, SecondOfId};
use super::fields::line;
use super::index::is_of_event;
use super::namesakes::{Namesake, may_have_namesakes};
use super::record_id::EventId;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::input::permalinks::SHORT_FOLDER;
use crate::input::record::WrittenRecord;
use crate::privacy::{Allowed, published_name};
use crate::schema::Kind;
use crate::schema::key;
use crate::schema::value::Fields;
use crate::source::{SourcePath, Span};
use crate::words::Language;
use crate::words::messages::records as messages;
use crate::words::routes::Routes;

/// Which ids are taken, and by what.
pub(super) struct TakenIds<'a> {
    taken: HashMap<(Kind, Option<EventId>, Id), TakenBy>,
    counters: HashMap<(Kind, Option<EventId>), usize>,
    /// The next number to try behind an id that many want: a hundred thousand records may have one
    /// title.
    numbers: HashMap<(Kind, Option<EventId>, Id), usize>,
    /// Records whose id was taken already.
    pub(super) doubles: HashSet<Span>,
    /// Those of them that nobody may have to tell apart from the first.
    pub(super) namesakes: Vec<Namesake>,
    routes: Routes,
    language: Language,
    /// Which contacts may stand in an id.
    allowed: Allowed,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Who has an id.
#[derive(Debug, Clone, Copy)]
struct TakenBy {
    /// Where it is written, or what it was made of.
    span: Span,
    /// Whether it was made of a title or name.
    made: bool,
}

impl<'a> TakenIds<'a> {
    pub(super) fn new(config: &Config, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
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
            namesakes: Vec::new(),
            routes,
            language,
            allowed,
            diagnostics,
        }
    }

    /// The id of a record; `position` is its place among those of its kind in the event.
    pub(super) fn claim(
        &mut self,
        event: Option<EventId>,
        record: &WrittenRecord,
        given: Option<(Id, Span)>,
        position: usize,
    ) -> Claim {
        let WrittenRecord {
            kind, fields, span, ..
        } = record;
        let (kind, span) = (*kind, *span);
        let how = match (&given, &record.file_id) {
            (None, _) => HowGiven::Made,
            (Some((_, place)), Some(file)) if file.span == *place => HowGiven::File,
            (Some(_), _) => HowGiven::Field,
        };
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
            return Claim::Own(self.unique(kind, event, &id, span));
        };
        // A measure is the same over the years, and may be so within one event.
        if kind == Kind::Figure {
            return Claim::Own(self.unique(kind, event, &id, span));
        }
        if self.is_reserved(kind, &id) {
            let way = match kind {
                Kind::Event => messages::RENAME_FOLDER.into(),
                _ if fields.schema.iter().all(|field| field.name.en != key::ID) => {
                    messages::RENAME_FILE.into()
                }
                _ if fields.has(key::ID) => messages::CHOOSE_ANOTHER_ID.into(),
                _ => messages::add_own_id(&id),
            };
            self.diagnostics.push(
                Diagnostic::at(Code::ReservedId, id_span)
                    .with("id", &id)
                    .with("way", way),
            );
        }
        let yields = how == HowGiven::Made && may_have_namesakes(kind, fields);
        self.take((kind, event), id, id_span, span, (how, yields))
    }

    /// The id of a record whose first choice is taken: what no other wants, so that it stays free
    /// for whoever writes it down.
    pub(super) fn second(&mut self, second: SecondOfId) -> Id {
        let free = self.unique(second.kind, second.event, &second.id, second.id_span);
        let diagnostic = second.diagnostic(&free);
        let SecondOfId {
            kind,
            event,
            id,
            span,
            either,
            yields,
            ..
        } = second;
        self.doubles.insert(span);
        if yields {
            self.namesakes.push(Namesake {
                kind,
                event,
                id,
                span,
                either,
                diagnostic,
            });
        } else {
            self.diagnostics.push(diagnostic);
        }
        free
    }

    /// The id of an inline record: nobody has to refer to it, so it gives way.
    pub(super) fn inline_id(
        &mut self,
        kind: Kind,
        event: Option<EventId>,
        fields: &Fields,
        span: Span,
    ) -> Id {
        if let Some(id) = fields.id(key::ID) {
            let how = (HowGiven::Field, false);
            return match self.take((kind, event), id.value, id.span, span, how) {
                Claim::Own(id) => id,
                Claim::Second(second) => self.second(second),
            };
        }
        let position = self.count(kind, event);
        let id = line(fields, key::TITLE)
            .and_then(|title| Id::from_title(&title))
            .unwrap_or_else(|| self.positional(kind, position));
        self.unique(kind, event, &id, span)
    }

    /// The place of the next record of its kind in the event, from 1.
    pub(super) fn count(&mut self, kind: Kind, event: Option<EventId>) -> usize {
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
        (kind, event): (Kind, Option<EventId>),
        id: Id,
        id_span: Span,
        span: Span,
        (how, yields): (HowGiven, bool),
    ) -> Claim {
        let key = (space(kind), scope(kind, event), id.clone());
        if let Some(TakenBy { span: first, made }) = self.taken.get(&key).copied() {
            return Claim::Second(SecondOfId {
                kind,
                event,
                id,
                id_span,
                span,
                first,
                either: made,
                yields,
                how,
            });
        }
        let made = how == HowGiven::Made;
        self.taken.insert(
            key,
            TakenBy {
                span: id_span,
                made,
            },
        );
        Claim::Own(id)
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
        let by = TakenBy { span, made: true };
        self.taken.insert((space(kind), scope, free.clone()), by);
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
