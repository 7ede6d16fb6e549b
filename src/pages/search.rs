//! What can be found: every record that has a page or a place on one, as plain text.
//!
//! The texts are those that pages show: contacts that the site withholds have left the report
//! before, drafts never came into it, and people without a page are not named here, also where they
//! had a part in something.

use rayon::prelude::*;

use super::Views;
use super::cards::resource_kind;
use super::context::Context;
use super::head::Head;
use super::{cards, head, shelf, texts, trail};
use crate::content::markdown::every_word;
use crate::pages::view::{Crumb, Policy, Said, SearchEntry, SearchFilter, SearchView};
use crate::plan::address::quote_fragment;
use crate::plan::page::{Page, has_search, listed_kinds, number};
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

impl Views<'_> {
    /// Everything that can be found in a language, in a fixed order; nothing where the site has no
    /// search page.
    pub fn search_entries(&self, language: Language) -> Vec<SearchEntry> {
        if !has_search(self.report, self.config) {
            return Vec::new();
        }
        let context = self.context(language);
        found(self.report)
            .into_par_iter()
            .filter_map(|found| entry(context, found))
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

pub(super) fn search_page(context: Context<'_>) -> SearchView {
    let words = context.words();
    let routes = context.addresses().routes(context.language);
    let filter = |name, key: &str, label| SearchFilter {
        name,
        key: key.to_owned(),
        label,
    };
    let title = context.own(words.search);
    let mut ways: Vec<Crumb> = listed_kinds(context.report)
        .into_iter()
        .map(|kind| trail::list_crumb(context, kind))
        .collect();
    if !context.report.regions.is_empty() && !context.report.themes.is_empty() {
        ways.push(Crumb {
            label: context.own(words.overview),
            href: context.href(Page::Overview),
        });
    }
    let parts = found(context.report).len().div_ceil(PART_LENGTH).max(1);
    let mut page = head::head(
        context,
        Head {
            kind: "search",
            section: "search",
            page: Page::Search,
            full_title: title.text.clone(),
            title,
            description: None,
            trail: trail::trail(context, Vec::new()),
        },
    );
    page.policy = Policy::Searches;
    // What search engines leave out needs no address of its own for them, and nothing that goes
    // with one.
    page.canonical = None;
    page.preview = None;
    page.linked_data = None;
    SearchView {
        site: context.site(),
        page,
        index: (0..parts)
            .map(|part| {
                context.addresses().below(&context.addresses().search_index(
                    context.report,
                    context.language,
                    part,
                ))
            })
            .collect(),
        filters: vec![
            filter(
                "kind",
                both("soort", "kind").get(context.language),
                words.kind,
            ),
            filter("region", &routes.region, words.region),
            filter("theme", &routes.theme, words.theme),
            filter("year", &routes.year, words.year),
        ],
        ways,
    }
}

fn entry(context: Context<'_>, found: Found) -> Option<SearchEntry> {
    let report = context.report;
    let (address, draft) = match found {
        Found::Quote(id) => {
            let event = report[id].event;
            (
                format!(
                    "{}#{}",
                    context.href(Page::Event(event)),
                    quote_fragment(report, id)
                ),
                quote_draft(context, id),
            )
        }
        Found::Record(record) => (
            context
                .addresses()
                .record(report, record, context.language)?,
            draft(context, record)?,
        ),
    };
    Some(finished(context, address, draft))
}

fn finished(context: Context<'_>, address: String, draft: Draft) -> SearchEntry {
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
    let report = context.report;
    let mut region_values = Vec::new();
    for region in with_all_above(&regions, |region: RegionId| {
        report[region].ancestors.as_slice()
    }) {
        let region = &report[region];
        let name = context.said(&region.name).text;
        region_values.push(format!("{} {name}", region.id));
        names.push(name);
        names.extend(region.also.iter().chain(&region.former_names).cloned());
    }
    let mut theme_values = Vec::new();
    for theme in with_all_above(&themes, |theme: ThemeId| report[theme].ancestors.as_slice()) {
        let theme = &report[theme];
        let name = context.said(&theme.name).text;
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
        kind: word.get(context.language).to_owned(),
        facts: facts.join(", "),
        text: text.join(" "),
        names,
        kinds: vec![format!("{kind} {}", word.get(context.language))],
        regions: region_values,
        themes: theme_values,
        years: years
            .into_iter()
            .map(|year| format!("{year} {year}"))
            .collect(),
    }
}

/// `None` for what is no entry of its own.
fn draft(context: Context<'_>, record: RecordId) -> Option<Draft> {
    Some(match record {
        RecordId::Event(id) => event_draft(context, id),
        RecordId::Session(id) => session_draft(context, id),
        RecordId::Deal(id) => deal_draft(context, id),
        RecordId::Need(id) => need_draft(context, id),
        RecordId::Idea(id) => idea_draft(context, id),
        RecordId::Outcome(id) => outcome_draft(context, id),
        RecordId::Figure(id) => figure_draft(context, id),
        RecordId::Resource(id) => resource_draft(context, id),
        RecordId::Region(id) => region_draft(context, id),
        RecordId::Theme(id) => theme_draft(context, id),
        RecordId::Person(id) => person_draft(context, id),
        RecordId::Organisation(id) => organisation_draft(context, id),
        RecordId::Series(id) => series_draft(context, id),
        RecordId::Page(id) => free_page_draft(context, id),
        RecordId::Photo(_) => return None,
    })
}

fn event_draft(context: Context<'_>, id: EventId) -> Draft {
    let event = &context.report[id];
    let line = |text: &Option<Text>| {
        text.as_ref()
            .map(|text| context.said_from(text, event.language).text)
    };
    let mut draft = Draft::new(
        "event",
        both("Bijeenkomst", "Event"),
        context.said_from(&event.title, event.language),
    );
    draft.facts.push(cards::event_date(context, id));
    if let Some(place) = &event.place {
        draft
            .facts
            .extend(place.name.iter().chain(&place.town).cloned());
    }
    draft.texts.extend(line(&event.summary));
    draft.texts.extend(line(&event.question));
    draft
        .texts
        .extend(words_of(context, event.text.as_ref(), Some(id)));
    for speaker in event
        .speakers
        .iter()
        .map(|speaker| &context.report[*speaker])
    {
        draft
            .texts
            .push(named(context, std::slice::from_ref(&speaker.person)));
        draft
            .texts
            .extend(words_of(context, speaker.text.as_ref(), Some(id)));
    }
    draft.texts.push(named(context, &event.organisers));
    draft.years.push(event.date.year());
    draft.placed(&event.regions, &event.themes)
}

/// A draft of something that belongs to an event.
fn of_event(
    context: Context<'_>,
    event: EventId,
    kind: &'static str,
    word: Bilingual,
    title: Said,
) -> Draft {
    let mut draft = Draft::new(kind, word, title);
    draft
        .facts
        .push(shelf::event_tag(context, event).name.text.clone());
    draft.facts.push(cards::event_date(context, event));
    draft.years.push(context.report[event].date.year());
    draft
}

fn written(context: Context<'_>, text: &Text, event: EventId) -> Said {
    context.said_from(text, context.report[event].language)
}

fn session_draft(context: Context<'_>, id: SessionId) -> Draft {
    let session = &context.report[id];
    let event = session.event;
    let mut draft = of_event(
        context,
        event,
        "session",
        both("Onderdeel van het programma", "Part of the programme"),
        written(context, &session.title, event),
    );
    draft.texts.extend(
        session
            .question
            .as_ref()
            .map(|question| written(context, question, event).text),
    );
    draft
        .texts
        .extend(words_of(context, session.text.as_ref(), Some(event)));
    draft.texts.push(named(context, &session.speakers));
    draft.texts.push(named(context, &session.led_by));
    draft.placed(&session.regions, &session.themes)
}

fn deal_draft(context: Context<'_>, id: DealId) -> Draft {
    let deal = &context.report[id];
    let event = deal.event;
    let mut draft = of_event(
        context,
        event,
        "deal",
        both("Deal", "Deal"),
        written(context, &deal.title, event),
    );
    draft
        .texts
        .extend(words_of(context, deal.text.as_ref(), Some(event)));
    for need in deal
        .asks
        .iter()
        .chain(&deal.offers)
        .map(|need| &context.report[*need])
    {
        draft
            .texts
            .push(written(context, &need.title, need.event).text);
        // One without a page of its own is found here or nowhere.
        if need.inline {
            draft
                .texts
                .extend(words_of(context, need.text.as_ref(), Some(need.event)));
        }
    }
    for idea in deal.ideas.iter().map(|idea| &context.report[*idea]) {
        draft
            .texts
            .push(written(context, &idea.title, idea.event).text);
        if idea.inline {
            draft
                .texts
                .extend(words_of(context, idea.text.as_ref(), Some(idea.event)));
        }
    }
    draft.texts.push(named(context, &deal.parties));
    draft.texts.extend(words_of_news(context, &deal.updates));
    draft.placed(&deal.regions, &deal.themes)
}

fn need_draft(context: Context<'_>, id: NeedId) -> Draft {
    let need = &context.report[id];
    let event = need.event;
    let (kind, word) = match need.side {
        Side::Ask => ("ask", both("Vraag", "Ask")),
        Side::Offer => ("offer", both("Aanbod", "Offer")),
    };
    let mut draft = of_event(
        context,
        event,
        kind,
        word,
        written(context, &need.title, event),
    );
    draft
        .texts
        .extend(words_of(context, need.text.as_ref(), Some(event)));
    draft.texts.push(named(context, &need.by));
    draft.texts.extend(words_of_news(context, &need.updates));
    draft.placed(&need.regions, &need.themes)
}

fn idea_draft(context: Context<'_>, id: IdeaId) -> Draft {
    let idea = &context.report[id];
    let event = idea.event;
    let mut draft = of_event(
        context,
        event,
        "idea",
        both("Idee", "Idea"),
        written(context, &idea.title, event),
    );
    draft
        .texts
        .extend(words_of(context, idea.text.as_ref(), Some(event)));
    draft.texts.push(named(context, &idea.by));
    draft.texts.extend(words_of_news(context, &idea.updates));
    draft.placed(&idea.regions, &idea.themes)
}

fn outcome_draft(context: Context<'_>, id: OutcomeId) -> Draft {
    let outcome = &context.report[id];
    let mut draft = of_event(
        context,
        outcome.event,
        "outcome",
        both("Conclusie", "Conclusion"),
        opening(context, &outcome.text, outcome.event),
    );
    draft
        .texts
        .extend(words_of(context, Some(&outcome.text), Some(outcome.event)));
    draft.placed(&outcome.regions, &outcome.themes)
}

fn quote_draft(context: Context<'_>, id: QuoteId) -> Draft {
    let quote = &context.report[id];
    let mut draft = of_event(
        context,
        quote.event,
        "quote",
        both("Citaat", "Quote"),
        opening(context, &quote.text, quote.event),
    );
    draft
        .texts
        .extend(words_of(context, Some(&quote.text), Some(quote.event)));
    draft
        .texts
        .push(named(context, std::slice::from_ref(&quote.by)));
    draft
}

fn figure_draft(context: Context<'_>, id: FigureId) -> Draft {
    let figure = &context.report[id];
    let label = written(context, &figure.label, figure.event);
    let unit = figure
        .unit
        .as_ref()
        .map(|unit| format!(" {}", written(context, unit, figure.event).text))
        .unwrap_or_default();
    let value = format!(
        "{}{unit}",
        cards::figure_value(
            context,
            &figure.value,
            context.report[figure.event].language
        )
        .text
    );
    let title = Said {
        text: format!("{}: {value}", label.text),
        lang: label.lang,
    };
    let mut draft = of_event(
        context,
        figure.event,
        "figure",
        both("Cijfer", "Figure"),
        title,
    );
    draft.texts.extend(
        figure
            .source
            .as_ref()
            .map(|source| format!("{} {source}", context.words().source)),
    );
    draft.placed(&figure.regions, &figure.themes)
}

fn resource_draft(context: Context<'_>, id: ResourceId) -> Draft {
    let resource = &context.report[id];
    let mut draft = of_event(
        context,
        resource.event,
        "resource",
        both("Om mee te nemen", "To take home"),
        written(context, &resource.title, resource.event),
    );
    draft.texts.extend(
        resource
            .kind
            .map(|kind| resource_kind(kind).get(context.language).to_owned()),
    );
    draft
}

fn region_draft(context: Context<'_>, id: RegionId) -> Draft {
    let region = &context.report[id];
    let mut draft = Draft::new(
        "region",
        both("Regio", "Region"),
        context.said(&region.name),
    );
    draft.facts.extend(
        region
            .parents
            .iter()
            .map(|parent| context.said(&context.report[*parent].name).text),
    );
    draft
        .texts
        .extend(words_of(context, region.text.as_ref(), None));
    draft.placed(&[id], &[])
}

fn theme_draft(context: Context<'_>, id: ThemeId) -> Draft {
    let theme = &context.report[id];
    let mut draft = Draft::new("theme", both("Thema", "Theme"), context.said(&theme.name));
    draft.facts.extend(
        theme
            .parents
            .iter()
            .map(|parent| context.said(&context.report[*parent].name).text),
    );
    draft
        .texts
        .extend(words_of(context, theme.text.as_ref(), None));
    draft.placed(&[], &[id])
}

fn person_draft(context: Context<'_>, id: PersonId) -> Draft {
    let person = &context.report[id];
    let mut draft = Draft::new(
        "person",
        both("Persoon", "Person"),
        Said::name(&person.name),
    );
    draft
        .facts
        .extend(person.role.as_ref().map(|role| context.said(role).text));
    draft.facts.extend(
        person
            .organisation
            .as_ref()
            .map(|organisation| named(context, std::slice::from_ref(organisation)))
            .filter(|name| !name.is_empty()),
    );
    draft
        .texts
        .extend(words_of(context, person.text.as_ref(), None));
    draft.names.extend(person.also.iter().cloned());
    draft.years.extend(
        person
            .record
            .events
            .iter()
            .map(|event| context.report[*event].date.year()),
    );
    draft
}

fn organisation_draft(context: Context<'_>, id: OrganisationId) -> Draft {
    let organisation = &context.report[id];
    let mut draft = Draft::new(
        "organisation",
        both("Organisatie", "Organisation"),
        context.said(&organisation.name),
    );
    draft.facts.extend(
        organisation
            .regions
            .iter()
            .map(|region| context.said(&context.report[*region].name).text),
    );
    draft
        .texts
        .extend(words_of(context, organisation.text.as_ref(), None));
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
            .map(|event| context.report[*event].date.year()),
    );
    draft.placed(&organisation.regions, &[])
}

fn series_draft(context: Context<'_>, id: SeriesId) -> Draft {
    let series = &context.report[id];
    let mut draft = Draft::new(
        "series",
        both("Reeks", "Series"),
        context.said(&series.name),
    );
    draft
        .texts
        .extend(words_of(context, series.text.as_ref(), None));
    draft.years.extend(
        series
            .events
            .iter()
            .map(|event| context.report[*event].date.year()),
    );
    draft
}

fn free_page_draft(context: Context<'_>, id: PageId) -> Draft {
    let page = &context.report[id];
    let mut draft = Draft::new("page", both("Pagina", "Page"), context.said(&page.title));
    draft.texts.extend(
        page.summary
            .as_ref()
            .map(|summary| context.said(summary).text),
    );
    draft
        .texts
        .extend(words_of(context, page.text.as_ref(), None));
    draft
}

/// The words of a text in this language, or in the one it was written in.
fn words_of(
    context: Context<'_>,
    text: Option<&LongText>,
    event: Option<EventId>,
) -> Option<String> {
    let text = text?;
    let written = match &text.translation {
        Some(translation) if context.language == texts::written_in(context, event).other() => {
            translation
        }
        _ => &text.original,
    };
    Some(every_word(&written.text, TEXT_LENGTH))
}

/// The first words of a text that has no title.
fn opening(context: Context<'_>, text: &LongText, event: EventId) -> Said {
    let written_in = texts::written_in(context, Some(event));
    let (written, language) = match &text.translation {
        Some(translation) if context.language == written_in.other() => {
            (translation, context.language)
        }
        _ => (&text.original, written_in),
    };
    let opening = every_word(&written.text, TITLE_LENGTH);
    Said {
        text: opening,
        lang: (language != context.language).then(|| language.tag()),
    }
}

fn words_of_news<S>(context: Context<'_>, updates: &[Update<S>]) -> Vec<String> {
    updates
        .iter()
        .filter_map(|update| words_of(context, update.text.as_ref(), update.event))
        .collect()
}

/// Names of those with a page, and words such as "Twee docenten".
fn named(context: Context<'_>, parties: &[Party]) -> String {
    let organisation = |id: OrganisationId| context.said(&context.report[id].name).text;
    let mut names = Vec::new();
    for party in parties {
        match party {
            Party::Person(id) => names.extend(
                context.report[*id]
                    .listed
                    .then(|| context.report[*id].name.clone()),
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

/// What a record names and all that these are part of, nearest first, each once.
fn with_all_above<'a, I: Copy + Ord + 'a>(named: &[I], above: impl Fn(I) -> &'a [I]) -> Vec<I> {
    let mut seen = std::collections::BTreeSet::new();
    let all = named
        .iter()
        .copied()
        .chain(named.iter().flat_map(|one| above(*one).iter().copied()));
    all.filter(|one| seen.insert(*one)).collect()
}
