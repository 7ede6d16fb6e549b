//! What can be found: every record that has a page or a place on one, as plain text.
//!
//! The texts are those that pages show: contacts that the site withholds have left the report
//! before, drafts never came into it, and people without a page are not named here, also where they
//! had a part in something.

use rayon::prelude::*;

use super::cards::resource_kind;
use super::{Fill, Head, Speaking};
use crate::content::markdown::every_word;
use crate::plan::address::quote_fragment;
use crate::plan::pages::{Page, has_search, listed_kinds, number};
use crate::plan::view::{Crumb, Policy, Said, SearchEntry, SearchFilter, SearchView};
use crate::report::{
    DealId, EventId, FigureId, IdeaId, LongText, NeedId, OrganisationId, OutcomeId, PageId, Party,
    PersonId, QuoteId, RecordId, RegionId, Report, ResourceId, SeriesId, SessionId, SessionKind,
    Side, ThemeId, Update,
};
use crate::words::{Bilingual, Language, Text, both};

/// How many entries one part of the index holds. Making a part takes memory in step with this, not
/// with the archive.
pub const PART_LENGTH: usize = 10_000;

/// How much of a text can be found. A longer one is cut: a book among the records must not outweigh
/// the rest.
const TEXT_LENGTH: usize = 20_000;
/// How much of a text without a title stands for one.
const TITLE_LENGTH: usize = 80;

/// Something that can be found.
#[derive(Debug, Clone, Copy)]
enum Found {
    Record(RecordId),
    /// Quotes have a place on their event's page, but no id that others could name.
    Quote(QuoteId),
}

impl Fill<'_> {
    /// Everything that can be found in a language, in a fixed order; nothing where the site has no
    /// search page.
    pub fn search_entries(&self, language: Language) -> Vec<SearchEntry> {
        if !has_search(self.report, self.config) {
            return Vec::new();
        }
        let speaking = self.speaking(language);
        found(self.report)
            .into_par_iter()
            .filter_map(|found| speaking.entry(found))
            .collect()
    }
}

/// Everything that can be found: events first, then what came of them, then what they share.
fn found(report: &Report) -> Vec<Found> {
    let mut all = Vec::new();
    macro_rules! every {
        ($list:ident, $record:ident, $id:ident, $wanted:expr) => {
            let wanted = $wanted;
            all.extend(
                report
                    .$list
                    .iter()
                    .enumerate()
                    .filter(|(_, record)| wanted(record))
                    .map(|(index, _)| Found::Record(RecordId::$record($id(number(index))))),
            );
        };
    }
    every!(events, Event, EventId, |_: &&_| true);
    every!(
        sessions,
        Session,
        SessionId,
        |session: &&crate::report::Session| session.kind != Some(SessionKind::Break)
    );
    every!(deals, Deal, DealId, |_: &&_| true);
    every!(needs, Need, NeedId, |need: &&crate::report::Need| !need
        .inline);
    every!(ideas, Idea, IdeaId, |idea: &&crate::report::Idea| !idea
        .inline);
    every!(outcomes, Outcome, OutcomeId, |_: &&_| true);
    all.extend((0..report.quotes.len()).map(|index| Found::Quote(QuoteId(number(index)))));
    every!(figures, Figure, FigureId, |_: &&_| true);
    every!(resources, Resource, ResourceId, |_: &&_| true);
    every!(regions, Region, RegionId, |_: &&_| true);
    every!(themes, Theme, ThemeId, |_: &&_| true);
    every!(
        people,
        Person,
        PersonId,
        |person: &&crate::report::Person| person.listed
    );
    every!(organisations, Organisation, OrganisationId, |_: &&_| true);
    every!(series, Series, SeriesId, |_: &&_| true);
    every!(pages, Page, PageId, |_: &&_| true);
    all
}

/// An entry while it is being made.
struct Draft {
    kind: (&'static str, Bilingual),
    title: Said,
    facts: Vec<String>,
    /// In the order in which they are shown around a word that was found.
    texts: Vec<String>,
    names: Vec<String>,
    regions: Vec<RegionId>,
    themes: Vec<ThemeId>,
    years: Vec<i16>,
}

impl Draft {
    fn new(kind: &'static str, word: Bilingual, title: Said) -> Self {
        let (facts, texts, names) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            kind: (kind, word),
            title,
            facts,
            texts,
            names,
            regions: Vec::new(),
            themes: Vec::new(),
            years: Vec::new(),
        }
    }

    fn placed(mut self, regions: &[RegionId], themes: &[ThemeId]) -> Self {
        self.regions.extend(regions);
        self.themes.extend(themes);
        self
    }
}

impl Speaking<'_> {
    pub(super) fn search_page(self) -> SearchView {
        let words = self.words();
        let routes = self.addresses().routes(self.language);
        let filter = |name, key: &str, label| SearchFilter {
            name,
            key: key.to_owned(),
            label,
        };
        let title = self.own(words.search);
        let mut ways: Vec<Crumb> = listed_kinds(self.report())
            .into_iter()
            .map(|kind| self.list_crumb(kind))
            .collect();
        if !self.report().regions.is_empty() && !self.report().themes.is_empty() {
            ways.push(Crumb {
                label: self.own(words.overview),
                href: self.href(Page::Overview),
            });
        }
        let parts = found(self.report()).len().div_ceil(PART_LENGTH).max(1);
        let mut page = self.head(Head {
            kind: "search",
            section: "search",
            page: Page::Search,
            full_title: title.text.clone(),
            title,
            description: None,
            trail: self.trail(Vec::new()),
        });
        page.policy = Policy::Searches;
        // What search engines leave out needs no address of its own for them, and nothing that goes
        // with one.
        page.canonical = None;
        page.preview = None;
        page.linked_data = None;
        SearchView {
            site: self.site(),
            page,
            index: (0..parts)
                .map(|part| {
                    self.addresses().below(&self.addresses().search_index(
                        self.report(),
                        self.language,
                        part,
                    ))
                })
                .collect(),
            filters: vec![
                filter("kind", both("soort", "kind").get(self.language), words.kind),
                filter("region", &routes.region, words.region),
                filter("theme", &routes.theme, words.theme),
                filter("year", &routes.year, words.year),
            ],
            ways,
        }
    }

    fn entry(self, found: Found) -> Option<SearchEntry> {
        let report = self.report();
        let (address, draft) = match found {
            Found::Quote(id) => {
                let event = report[id].event;
                (
                    format!(
                        "{}#{}",
                        self.href(Page::Event(event)),
                        quote_fragment(report, id)
                    ),
                    self.quote_draft(id),
                )
            }
            Found::Record(record) => (
                self.addresses().record(report, record, self.language)?,
                self.draft(record)?,
            ),
        };
        Some(self.finished(address, draft))
    }

    fn finished(self, address: String, draft: Draft) -> SearchEntry {
        let Draft {
            kind: (kind, word),
            title,
            facts,
            texts,
            mut names,
            regions,
            themes,
            mut years,
        } = draft;
        let report = self.report();
        let mut region_values = Vec::new();
        for region in with_all_above(&regions, |region: RegionId| {
            report[region].ancestors.as_slice()
        }) {
            let region = &report[region];
            let name = self.said(&region.name).text;
            region_values.push(format!("{} {name}", region.id));
            names.push(name);
            names.extend(region.also.iter().chain(&region.former_names).cloned());
        }
        let mut theme_values = Vec::new();
        for theme in with_all_above(&themes, |theme: ThemeId| report[theme].ancestors.as_slice()) {
            let theme = &report[theme];
            let name = self.said(&theme.name).text;
            theme_values.push(format!("{} {name}", theme.id));
            names.push(name);
            names.extend(theme.also.iter().chain(&theme.former_names).cloned());
        }
        years.sort_unstable();
        years.dedup();
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| !name.is_empty() && seen.insert(name.clone()));
        let text: Vec<&str> = texts
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        SearchEntry {
            address,
            title: title.text,
            lang: title.lang,
            kind: word.get(self.language).to_owned(),
            facts: facts.join(", "),
            text: text.join(" "),
            names,
            kinds: vec![format!("{kind} {}", word.get(self.language))],
            regions: region_values,
            themes: theme_values,
            years: years
                .into_iter()
                .map(|year| format!("{year} {year}"))
                .collect(),
        }
    }

    /// `None` for what is no entry of its own.
    fn draft(self, record: RecordId) -> Option<Draft> {
        Some(match record {
            RecordId::Event(id) => self.event_draft(id),
            RecordId::Session(id) => self.session_draft(id),
            RecordId::Deal(id) => self.deal_draft(id),
            RecordId::Need(id) => self.need_draft(id),
            RecordId::Idea(id) => self.idea_draft(id),
            RecordId::Outcome(id) => self.outcome_draft(id),
            RecordId::Figure(id) => self.figure_draft(id),
            RecordId::Resource(id) => self.resource_draft(id),
            RecordId::Region(id) => self.region_draft(id),
            RecordId::Theme(id) => self.theme_draft(id),
            RecordId::Person(id) => self.person_draft(id),
            RecordId::Organisation(id) => self.organisation_draft(id),
            RecordId::Series(id) => self.series_draft(id),
            RecordId::Page(id) => self.free_page_draft(id),
            RecordId::Photo(_) => return None,
        })
    }

    fn event_draft(self, id: EventId) -> Draft {
        let event = &self.report()[id];
        let line = |text: &Option<Text>| {
            text.as_ref()
                .map(|text| self.said_from(text, event.language).text)
        };
        let mut draft = Draft::new(
            "event",
            both("Bijeenkomst", "Event"),
            self.said_from(&event.title, event.language),
        );
        draft.facts.push(self.event_date(id));
        if let Some(place) = &event.place {
            draft
                .facts
                .extend(place.name.iter().chain(&place.town).cloned());
        }
        draft.texts.extend(line(&event.summary));
        draft.texts.extend(line(&event.question));
        draft
            .texts
            .extend(self.words_of(event.text.as_ref(), Some(id)));
        for speaker in event
            .speakers
            .iter()
            .map(|speaker| &self.report()[*speaker])
        {
            draft
                .texts
                .push(self.named(std::slice::from_ref(&speaker.person)));
            draft
                .texts
                .extend(self.words_of(speaker.text.as_ref(), Some(id)));
        }
        draft.texts.push(self.named(&event.organisers));
        draft.years.push(event.date.year());
        draft.placed(&event.regions, &event.themes)
    }

    /// A draft of something that belongs to an event.
    fn of_event(self, event: EventId, kind: &'static str, word: Bilingual, title: Said) -> Draft {
        let mut draft = Draft::new(kind, word, title);
        draft.facts.push(self.event_tag(event).name.text.clone());
        draft.facts.push(self.event_date(event));
        draft.years.push(self.report()[event].date.year());
        draft
    }

    fn written(self, text: &Text, event: EventId) -> Said {
        self.said_from(text, self.report()[event].language)
    }

    fn session_draft(self, id: SessionId) -> Draft {
        let session = &self.report()[id];
        let event = session.event;
        let mut draft = self.of_event(
            event,
            "session",
            both("Onderdeel van het programma", "Part of the programme"),
            self.written(&session.title, event),
        );
        draft.texts.extend(
            session
                .question
                .as_ref()
                .map(|question| self.written(question, event).text),
        );
        draft
            .texts
            .extend(self.words_of(session.text.as_ref(), Some(event)));
        draft.texts.push(self.named(&session.speakers));
        draft.texts.push(self.named(&session.led_by));
        draft.placed(&session.regions, &session.themes)
    }

    fn deal_draft(self, id: DealId) -> Draft {
        let deal = &self.report()[id];
        let event = deal.event;
        let mut draft = self.of_event(
            event,
            "deal",
            both("Deal", "Deal"),
            self.written(&deal.title, event),
        );
        draft
            .texts
            .extend(self.words_of(deal.text.as_ref(), Some(event)));
        for need in deal
            .asks
            .iter()
            .chain(&deal.offers)
            .map(|need| &self.report()[*need])
        {
            draft.texts.push(self.written(&need.title, need.event).text);
            // One without a page of its own is found here or nowhere.
            if need.inline {
                draft
                    .texts
                    .extend(self.words_of(need.text.as_ref(), Some(need.event)));
            }
        }
        for idea in deal.ideas.iter().map(|idea| &self.report()[*idea]) {
            draft.texts.push(self.written(&idea.title, idea.event).text);
            if idea.inline {
                draft
                    .texts
                    .extend(self.words_of(idea.text.as_ref(), Some(idea.event)));
            }
        }
        draft.texts.push(self.named(&deal.parties));
        draft.texts.extend(self.words_of_news(&deal.updates));
        draft.placed(&deal.regions, &deal.themes)
    }

    fn need_draft(self, id: NeedId) -> Draft {
        let need = &self.report()[id];
        let event = need.event;
        let (kind, word) = match need.side {
            Side::Ask => ("ask", both("Vraag", "Ask")),
            Side::Offer => ("offer", both("Aanbod", "Offer")),
        };
        let mut draft = self.of_event(event, kind, word, self.written(&need.title, event));
        draft
            .texts
            .extend(self.words_of(need.text.as_ref(), Some(event)));
        draft.texts.push(self.named(&need.by));
        draft.texts.extend(self.words_of_news(&need.updates));
        draft.placed(&need.regions, &need.themes)
    }

    fn idea_draft(self, id: IdeaId) -> Draft {
        let idea = &self.report()[id];
        let event = idea.event;
        let mut draft = self.of_event(
            event,
            "idea",
            both("Idee", "Idea"),
            self.written(&idea.title, event),
        );
        draft
            .texts
            .extend(self.words_of(idea.text.as_ref(), Some(event)));
        draft.texts.push(self.named(&idea.by));
        draft.texts.extend(self.words_of_news(&idea.updates));
        draft.placed(&idea.regions, &idea.themes)
    }

    fn outcome_draft(self, id: OutcomeId) -> Draft {
        let outcome = &self.report()[id];
        let mut draft = self.of_event(
            outcome.event,
            "outcome",
            both("Conclusie", "Conclusion"),
            self.opening(&outcome.text, outcome.event),
        );
        draft
            .texts
            .extend(self.words_of(Some(&outcome.text), Some(outcome.event)));
        draft.placed(&outcome.regions, &outcome.themes)
    }

    fn quote_draft(self, id: QuoteId) -> Draft {
        let quote = &self.report()[id];
        let mut draft = self.of_event(
            quote.event,
            "quote",
            both("Citaat", "Quote"),
            self.opening(&quote.text, quote.event),
        );
        draft
            .texts
            .extend(self.words_of(Some(&quote.text), Some(quote.event)));
        draft
            .texts
            .push(self.named(std::slice::from_ref(&quote.by)));
        draft
    }

    fn figure_draft(self, id: FigureId) -> Draft {
        let figure = &self.report()[id];
        let label = self.written(&figure.label, figure.event);
        let unit = figure
            .unit
            .as_ref()
            .map(|unit| format!(" {}", self.written(unit, figure.event).text))
            .unwrap_or_default();
        let value = format!(
            "{}{unit}",
            self.figure_value(&figure.value, self.report()[figure.event].language)
                .text
        );
        let title = Said {
            text: format!("{}: {value}", label.text),
            lang: label.lang,
        };
        let mut draft = self.of_event(figure.event, "figure", both("Cijfer", "Figure"), title);
        draft.texts.extend(
            figure
                .source
                .as_ref()
                .map(|source| format!("{} {source}", self.words().source)),
        );
        draft.placed(&figure.regions, &figure.themes)
    }

    fn resource_draft(self, id: ResourceId) -> Draft {
        let resource = &self.report()[id];
        let mut draft = self.of_event(
            resource.event,
            "resource",
            both("Om mee te nemen", "To take home"),
            self.written(&resource.title, resource.event),
        );
        draft.texts.extend(
            resource
                .kind
                .map(|kind| resource_kind(kind).get(self.language).to_owned()),
        );
        draft
    }

    fn region_draft(self, id: RegionId) -> Draft {
        let region = &self.report()[id];
        let mut draft = Draft::new("region", both("Regio", "Region"), self.said(&region.name));
        draft.facts.extend(
            region
                .parents
                .iter()
                .map(|parent| self.said(&self.report()[*parent].name).text),
        );
        draft
            .texts
            .extend(self.words_of(region.text.as_ref(), None));
        draft.placed(&[id], &[])
    }

    fn theme_draft(self, id: ThemeId) -> Draft {
        let theme = &self.report()[id];
        let mut draft = Draft::new("theme", both("Thema", "Theme"), self.said(&theme.name));
        draft.facts.extend(
            theme
                .parents
                .iter()
                .map(|parent| self.said(&self.report()[*parent].name).text),
        );
        draft.texts.extend(self.words_of(theme.text.as_ref(), None));
        draft.placed(&[], &[id])
    }

    fn person_draft(self, id: PersonId) -> Draft {
        let person = &self.report()[id];
        let mut draft = Draft::new(
            "person",
            both("Persoon", "Person"),
            Self::name(&person.name),
        );
        draft
            .facts
            .extend(person.role.as_ref().map(|role| self.said(role).text));
        draft.facts.extend(
            person
                .organisation
                .as_ref()
                .map(|organisation| self.named(std::slice::from_ref(organisation)))
                .filter(|name| !name.is_empty()),
        );
        draft
            .texts
            .extend(self.words_of(person.text.as_ref(), None));
        draft.names.extend(person.also.iter().cloned());
        draft.years.extend(
            person
                .record
                .events
                .iter()
                .map(|event| self.report()[*event].date.year()),
        );
        draft
    }

    fn organisation_draft(self, id: OrganisationId) -> Draft {
        let organisation = &self.report()[id];
        let mut draft = Draft::new(
            "organisation",
            both("Organisatie", "Organisation"),
            self.said(&organisation.name),
        );
        draft.facts.extend(
            organisation
                .regions
                .iter()
                .map(|region| self.said(&self.report()[*region].name).text),
        );
        draft
            .texts
            .extend(self.words_of(organisation.text.as_ref(), None));
        draft.names.extend(
            organisation
                .also
                .iter()
                .chain(&organisation.former_names)
                .cloned(),
        );
        draft.years.extend(
            organisation
                .record
                .events
                .iter()
                .map(|event| self.report()[*event].date.year()),
        );
        draft.placed(&organisation.regions, &[])
    }

    fn series_draft(self, id: SeriesId) -> Draft {
        let series = &self.report()[id];
        let mut draft = Draft::new("series", both("Reeks", "Series"), self.said(&series.name));
        draft
            .texts
            .extend(self.words_of(series.text.as_ref(), None));
        draft.years.extend(
            series
                .events
                .iter()
                .map(|event| self.report()[*event].date.year()),
        );
        draft
    }

    fn free_page_draft(self, id: PageId) -> Draft {
        let page = &self.report()[id];
        let mut draft = Draft::new("page", both("Pagina", "Page"), self.said(&page.title));
        draft
            .texts
            .extend(page.summary.as_ref().map(|summary| self.said(summary).text));
        draft.texts.extend(self.words_of(page.text.as_ref(), None));
        draft
    }

    /// The words of a text in this language, or in the one it was written in.
    fn words_of(self, text: Option<&LongText>, event: Option<EventId>) -> Option<String> {
        let text = text?;
        let written = match &text.translation {
            Some(translation) if self.language == self.written_in(event).other() => translation,
            _ => &text.original,
        };
        Some(every_word(&written.text, TEXT_LENGTH))
    }

    /// The first words of a text that has no title.
    fn opening(self, text: &LongText, event: EventId) -> Said {
        let written_in = self.written_in(Some(event));
        let (written, language) = match &text.translation {
            Some(translation) if self.language == written_in.other() => {
                (translation, self.language)
            }
            _ => (&text.original, written_in),
        };
        let opening = every_word(&written.text, TITLE_LENGTH);
        Said {
            text: opening,
            lang: (language != self.language).then(|| language.tag()),
        }
    }

    fn words_of_news<S>(self, updates: &[Update<S>]) -> Vec<String> {
        updates
            .iter()
            .filter_map(|update| self.words_of(update.text.as_ref(), update.event))
            .collect()
    }

    /// Names of those with a page, and words such as "Twee docenten".
    fn named(self, parties: &[Party]) -> String {
        let organisation = |id: OrganisationId| self.said(&self.report()[id].name).text;
        let mut names = Vec::new();
        for party in parties {
            match party {
                Party::Person(id) => names.extend(
                    self.report()[*id]
                        .listed
                        .then(|| self.report()[*id].name.clone()),
                ),
                Party::Organisation(id) => names.push(organisation(*id)),
                Party::Words {
                    name,
                    organisation: of,
                } => {
                    names.push(name.to_string());
                    names.extend(of.map(organisation));
                }
            }
        }
        names.join(", ")
    }
}

/// What a record names and all that these are part of, nearest first, each once.
fn with_all_above<'a, I: Copy + Ord + 'a>(named: &[I], above: impl Fn(I) -> &'a [I]) -> Vec<I> {
    let mut seen = std::collections::BTreeSet::new();
    let all = named
        .iter()
        .copied()
        .chain(named.iter().flat_map(|one| above(*one).iter().copied()));
    all.filter(|one| seen.insert(*one)).collect()
}
