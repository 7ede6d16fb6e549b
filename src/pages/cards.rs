//! Cards: how a record looks on the pages of others.

use super::context::Context;
use super::texts::Standing;
use super::{drawings, harvest, photos, shelf, status, texts};
use crate::pages::view::{
    CorrectionRow, DealCard, EventCard, FigureCard, FigureYear, HalfCard, IdeaCard, LeadCard,
    LinkRow, More, OutcomeCard, PartyTag, QuoteCard, RegionRow, ResourceCard, Said, Section,
    SessionRow, SourceRow, SpeakerCard, Tag,
};
use crate::plan::address::{
    figure_fragment, outcome_fragment, percent_encoded, quote_fragment, resource_fragment,
    session_fragment,
};
use crate::plan::page::{List, ListKind, Narrow, Page};
use crate::report::{
    Attendance, Correction, DealId, EventId, EventStatus, FigureId, FigureValue, IdeaId, Link,
    NeedId, OrganisationId, OutcomeId, Part, PersonId, QuoteId, RecordId, RegionId, RegionKind,
    ResourceId, ResourceKind, ResourceTarget, SessionId, SessionKind, Side, Source, SpeakerId,
    ThemeId,
};
use crate::shared::Shared;
use crate::source::SourcePath;
use crate::words::dates::{day_month_year, long, range, time, time_range};
use crate::words::numbers::{count, decimal};
use crate::words::phrases::{self, Noun, file_size, picture_size};
use crate::words::{Bilingual, Language, both};

/// How many possible matches a card names.
const MATCHES_ON_CARD: usize = 3;

pub(super) fn new_event_card(context: Context<'_>, id: EventId) -> EventCard {
    let event = &context.report[id];
    let place = event
        .place
        .as_ref()
        .and_then(|place| place.town.clone().or_else(|| place.name.clone()));
    let online = event.attendance == Some(Attendance::Online);
    EventCard {
        title: context.said_from(&event.title, event.language),
        href: context.href(Page::Event(id)),
        date: event_date(context, id),
        date_iso: event.date.to_string(),
        year: event.date.year().to_string(),
        place: if online {
            Some("online".to_owned())
        } else {
            place
        },
        status: event
            .status
            .filter(|status| *status != EventStatus::Held)
            .map(|status| event_status(status).get(context.language).to_owned()),
        summary: event
            .summary
            .as_ref()
            .map(|summary| context.said_from(summary, event.language)),
    }
}

/// The days of an event in words.
pub(super) fn event_date(context: Context<'_>, id: EventId) -> String {
    let event = &context.report[id];
    match event.end.filter(|end| *end > event.date) {
        Some(end) => range(event.date, end, context.language),
        None => long(event.date, context.language),
    }
}

pub(super) fn new_event_tag(context: Context<'_>, id: EventId) -> Tag {
    let event = &context.report[id];
    Tag {
        name: context.said_from(&event.title, event.language),
        href: context.href(Page::Event(id)),
        id: event.id.to_string(),
    }
}

pub(super) fn region_tag(context: Context<'_>, id: RegionId) -> Tag {
    let region = &context.report[id];
    Tag {
        name: context.said(&region.name),
        href: context.href(Page::Region(id)),
        id: region.id.to_string(),
    }
}

pub(super) fn theme_tag(context: Context<'_>, id: ThemeId) -> Tag {
    let theme = &context.report[id];
    Tag {
        name: context.said(&theme.name),
        href: context.href(Page::Theme(id)),
        id: theme.id.to_string(),
    }
}

pub(super) fn region_tags(context: Context<'_>, regions: &[RegionId]) -> Vec<Shared<Tag>> {
    regions
        .iter()
        .map(|region| shelf::shared_region_tag(context, *region))
        .collect()
}

pub(super) fn theme_tags(context: Context<'_>, themes: &[ThemeId]) -> Vec<Shared<Tag>> {
    themes
        .iter()
        .map(|theme| shelf::shared_theme_tag(context, *theme))
        .collect()
}

pub(super) fn session_tag(context: Context<'_>, id: SessionId) -> Tag {
    let session = &context.report[id];
    let href = context
        .addresses()
        .record(context.report, RecordId::Session(id), context.language)
        .unwrap_or_default();
    Tag {
        name: context.said_from(&session.title, context.report[session.event].language),
        href,
        id: session.id.to_string(),
    }
}

pub(super) fn new_person_tag(context: Context<'_>, id: PersonId) -> PartyTag {
    let person = &context.report[id];
    PartyTag {
        name: Said::name(&person.name),
        href: person.listed.then(|| context.href(Page::Person(id))),
        organisation: None,
    }
}

pub(super) fn new_organisation_tag(context: Context<'_>, id: OrganisationId) -> PartyTag {
    PartyTag {
        name: context.said(&context.report[id].name),
        href: Some(context.href(Page::Organisation(id))),
        organisation: None,
    }
}

/// Somebody who has no record of their own.
pub(super) fn tag_in_words(
    context: Context<'_>,
    name: &str,
    organisation: Option<OrganisationId>,
) -> PartyTag {
    PartyTag {
        name: Said {
            text: name.to_owned(),
            lang: (context.language != context.config.language())
                .then(|| context.config.language().tag()),
        },
        href: None,
        organisation: organisation.map(|id| shelf::organisation_tag(context, id)),
    }
}

pub(super) fn half_card(context: Context<'_>, id: NeedId) -> HalfCard {
    let need = &context.report[id];
    HalfCard {
        title: context.said_from(&need.title, context.report[need.event].language),
        href: (!need.inline).then(|| context.href(Page::Need(id))),
        by: shelf::parties(context, &need.by),
    }
}

pub(super) fn new_deal_card(context: Context<'_>, id: DealId) -> DealCard {
    let deal = &context.report[id];
    let event = &context.report[deal.event];
    DealCard {
        title: context.said_from(&deal.title, event.language),
        href: context.href(Page::Deal(id)),
        asks: deal
            .asks
            .iter()
            .map(|need| half_card(context, *need))
            .collect(),
        offers: deal
            .offers
            .iter()
            .map(|need| half_card(context, *need))
            .collect(),
        parties: if deal.asks.is_empty() && deal.offers.is_empty() {
            shelf::parties(context, &deal.parties)
        } else {
            Vec::new()
        },
        status: status::deal_status(context, deal),
        regions: region_tags(context, &deal.regions),
        themes: theme_tags(context, &deal.themes),
        event: shelf::event_tag(context, deal.event),
        date: day_month_year(event.date, context.language),
    }
}

/// How many ideas have a page of their own: those written inside a deal are counted with the
/// deal.
pub(super) fn ideas_with_page(context: Context<'_>, ideas: &[IdeaId]) -> usize {
    ideas
        .iter()
        .filter(|idea| !context.report[**idea].inline)
        .count()
}

pub(super) fn new_idea_card(context: Context<'_>, id: IdeaId) -> IdeaCard {
    let idea = &context.report[id];
    let event = &context.report[idea.event];
    IdeaCard {
        title: context.said_from(&idea.title, event.language),
        href: (!idea.inline).then(|| context.href(Page::Idea(id))),
        by: shelf::parties(context, &idea.by),
        status: status::idea_status(context, idea),
        regions: region_tags(context, &idea.regions),
        themes: theme_tags(context, &idea.themes),
        event: shelf::event_tag(context, idea.event),
        date: day_month_year(event.date, context.language),
    }
}

pub(super) fn new_lead_card(context: Context<'_>, id: NeedId) -> LeadCard {
    let need = &context.report[id];
    let event = &context.report[need.event];
    LeadCard {
        side: side_key(need.side),
        title: context.said_from(&need.title, event.language),
        href: (!need.inline).then(|| context.href(Page::Need(id))),
        by: shelf::parties(context, &need.by),
        status: status::need_status(context, need),
        open: need.lead,
        question: side_question(need.side).get(context.language),
        matches: need
            .matches
            .iter()
            .take(MATCHES_ON_CARD)
            .map(|id| need_tag(context, *id))
            .collect(),
        regions: region_tags(context, &need.regions),
        themes: theme_tags(context, &need.themes),
        event: shelf::event_tag(context, need.event),
        date: day_month_year(event.date, context.language),
    }
}

fn need_tag(context: Context<'_>, id: NeedId) -> Tag {
    let need = &context.report[id];
    Tag {
        name: context.said_from(&need.title, context.report[need.event].language),
        href: context.href(Page::Need(id)),
        id: need.id.to_string(),
    }
}

pub(super) fn speaker_card(context: Context<'_>, id: SpeakerId) -> SpeakerCard {
    let speaker = &context.report[id];
    let written_in = context.report[speaker.event].language;
    let position = context.report[speaker.event]
        .speakers
        .iter()
        .position(|other| *other == id)
        .unwrap_or_default();
    let prefix = format!("spreker-{}-", position + 1);
    SpeakerCard {
        person: shelf::party(context, &speaker.person),
        role: speaker
            .role
            .as_ref()
            .map(|role| context.said_from(role, written_in)),
        organisation: speaker
            .organisation
            .as_ref()
            .map(|party| shelf::party(context, party)),
        part: speaker
            .part
            .and_then(|part| part_label(part, context.language)),
        text: speaker.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: Some(speaker.event),
                    heading_level: 4,
                    prefix: &prefix,
                },
            )
        }),
        sessions: speaker
            .sessions
            .iter()
            .map(|session| session_tag(context, *session))
            .collect(),
    }
}

pub(super) fn session_row(context: Context<'_>, id: SessionId, with_parts: bool) -> SessionRow {
    let session = &context.report[id];
    let written_in = context.report[session.event].language;
    SessionRow {
        id: session_fragment(context.report, id),
        title: context.said_from(&session.title, written_in),
        href: session.has_page.then(|| context.href(Page::Session(id))),
        time: match (session.start, session.end) {
            (Some(start), Some(end)) => Some(time_range(start, end, context.language)),
            (Some(start), None) => Some(time(start, context.language)),
            (None, _) => None,
        },
        room: session
            .room
            .as_ref()
            .map(|room| context.said_from(room, written_in)),
        kind: session
            .kind
            .and_then(|kind| session_kind(kind, context.language)),
        question: session
            .question
            .as_ref()
            .map(|question| context.said_from(question, written_in)),
        speakers: shelf::parties(context, &session.speakers),
        led_by: shelf::parties(context, &session.led_by),
        parts: if with_parts {
            session
                .parts
                .iter()
                .map(|part| session_row(context, *part, true))
                .collect()
        } else {
            Vec::new()
        },
    }
}

pub(super) fn outcome_card(context: Context<'_>, id: OutcomeId, on_event: bool) -> OutcomeCard {
    let outcome = &context.report[id];
    let fragment = outcome_fragment(context.report, id);
    let prefix = format!("{fragment}-");
    OutcomeCard {
        text: texts::html(
            context,
            &outcome.text,
            Standing {
                event: Some(outcome.event),
                heading_level: 4,
                prefix: &prefix,
            },
        ),
        id: fragment,
        themes: theme_tags(context, &outcome.themes),
        regions: region_tags(context, &outcome.regions),
        event: (!on_event).then(|| shelf::event_tag(context, outcome.event)),
    }
}

pub(super) fn quote_card(context: Context<'_>, id: QuoteId, on_event: bool) -> QuoteCard {
    let quote = &context.report[id];
    let event = &context.report[quote.event];
    let fragment = quote_fragment(context.report, id);
    let prefix = format!("{fragment}-");
    // The role of that day, where the event has it.
    let role = event
        .speakers
        .iter()
        .map(|speaker| &context.report[*speaker])
        .find(|speaker| speaker.person == quote.by)
        .and_then(|speaker| speaker.role.as_ref());
    QuoteCard {
        text: texts::html(
            context,
            &quote.text,
            Standing {
                event: Some(quote.event),
                heading_level: 4,
                prefix: &prefix,
            },
        ),
        id: fragment,
        by: shelf::party(context, &quote.by),
        role: role.map(|role| context.said_from(role, event.language)),
        event: (!on_event).then(|| shelf::event_tag(context, quote.event)),
    }
}

pub(super) fn figure_card(context: Context<'_>, id: FigureId, on_event: bool) -> FigureCard {
    let figure = &context.report[id];
    let written_in = context.report[figure.event].language;
    let measured = figure
        .measure
        .as_ref()
        .and_then(|measure| context.views.measures.get(measure))
        .map_or(&[][..], Vec::as_slice);
    FigureCard {
        id: figure_fragment(context.report, id),
        label: context.said_from(&figure.label, written_in),
        value: figure_value(context, &figure.value, written_in),
        unit: figure
            .unit
            .as_ref()
            .map(|unit| context.said_from(unit, written_in)),
        source: figure
            .source
            .as_ref()
            .map(|source| context.as_written(source, written_in)),
        as_of: figure
            .as_of
            .map(|date| day_month_year(date, context.language)),
        event: (!on_event).then(|| shelf::event_tag(context, figure.event)),
        over_years: if measured.len() > 1 {
            measured
                .iter()
                .map(|other| FigureYear {
                    year: context.report[context.report[*other].event]
                        .date
                        .year()
                        .to_string(),
                    value: figure_value(
                        context,
                        &context.report[*other].value,
                        context.report[context.report[*other].event].language,
                    ),
                    href: context
                        .addresses()
                        .record(context.report, RecordId::Figure(*other), context.language)
                        .unwrap_or_default(),
                    current: *other == id,
                })
                .collect()
        } else {
            Vec::new()
        },
    }
}

pub(super) fn figure_value(
    context: Context<'_>,
    value: &FigureValue,
    written_in: Language,
) -> Said {
    let text = match value {
        FigureValue::Integer(number) if *number >= 0 => {
            count(number.unsigned_abs(), context.language)
        }
        FigureValue::Integer(number) => {
            format!("−{}", count(number.unsigned_abs(), context.language))
        }
        FigureValue::Number(number) => decimal(*number, context.language),
        FigureValue::Words(words) => return context.as_written(words, written_in),
    };
    Said { text, lang: None }
}

pub(super) fn resource_card(context: Context<'_>, id: ResourceId) -> ResourceCard {
    let resource = &context.report[id];
    let mut note = Vec::new();
    if let Some(kind) = resource.kind {
        note.push(resource_kind(kind).get(context.language).to_owned());
    }
    let (href, external) = match &resource.target {
        // A photo that is handed out is what is published of it: its size is in pixels, since
        // its bytes are not made yet.
        ResourceTarget::File(file, _)
            if photos::photo_of_file(context, resource.event, file).is_some() =>
        {
            let (href, largest) = photos::photo_of_file(context, resource.event, file)
                .map(|photo| photos::largest(context, photo))
                .expect("looked at just now");
            note.push("JPG".to_owned());
            note.push(picture_size(
                largest.size.width,
                largest.size.height,
                context.language,
            ));
            (href, false)
        }
        ResourceTarget::File(file, size) => {
            let path = context
                .addresses()
                .media(context.report, resource.event, file);
            let (_, extension) = SourcePath::new(&path).stem_and_extension();
            if !extension.is_empty() {
                note.push(extension.to_uppercase());
            }
            note.push(file_size(*size, context.language));
            (percent_encoded(&context.addresses().below(&path)), false)
        }
        ResourceTarget::Url(url) => {
            let host = url
                .split_once("://")
                .map_or(url.as_str(), |(_, rest)| rest)
                .split(['/', '?', '#'])
                .next()
                .unwrap_or_default();
            note.push(host.to_owned());
            (url.clone(), true)
        }
    };
    if let Some(language) = resource
        .language
        .filter(|language| *language != context.language)
    {
        note.push(in_language(language).get(context.language).to_owned());
    }
    ResourceCard {
        id: resource_fragment(context.report, id),
        title: context.said_from(&resource.title, context.report[resource.event].language),
        href,
        note: note.join(", "),
        lang: resource.language.map(Language::tag),
        external,
        inaccessible: (resource.accessible == Some(false)).then(|| {
            both("Niet voor iedereen leesbaar", "Not readable for everyone")
                .get(context.language)
                .to_owned()
        }),
        alternative: resource.alternative.clone(),
    }
}

pub(super) fn source_rows(
    context: Context<'_>,
    sources: &[Source],
    written_in: Language,
) -> Vec<SourceRow> {
    sources
        .iter()
        .map(|source| SourceRow {
            title: context.as_written(&source.title, written_in),
            href: source.url.clone(),
            date: source
                .date
                .map(|date| day_month_year(date, context.language)),
            archived: source.archived.clone(),
        })
        .collect()
}

pub(super) fn correction_rows(
    context: Context<'_>,
    event: EventId,
    of: Option<RecordId>,
) -> Vec<CorrectionRow> {
    context.report[event]
        .corrections
        .iter()
        .enumerate()
        .filter(|(_, correction)| of.is_none() || correction.of == of)
        .map(|(index, correction)| correction_row(context, index, correction, event, of.is_none()))
        .collect()
}

fn correction_row(
    context: Context<'_>,
    index: usize,
    correction: &Correction,
    event: EventId,
    named: bool,
) -> CorrectionRow {
    let prefix = format!("correctie-{}-", index + 1);
    CorrectionRow {
        date: day_month_year(correction.date, context.language),
        date_iso: correction.date.to_string(),
        text: texts::html(
            context,
            &correction.text,
            Standing {
                event: Some(event),
                heading_level: 4,
                prefix: &prefix,
            },
        ),
        of: correction
            .of
            .filter(|of| named && *of != RecordId::Event(event))
            .and_then(|of| record_tag(context, of)),
    }
}

/// A record by its title, where it has an address.
pub(super) fn record_tag(context: Context<'_>, record: RecordId) -> Option<Tag> {
    let report = context.report;
    let href = context
        .addresses()
        .record(report, record, context.language)?;
    let titled = |title: &crate::words::Text, event: EventId| {
        context.said_from(title, report[event].language)
    };
    let (name, id) = match record {
        RecordId::Event(id) => (titled(&report[id].title, id), report[id].id.to_string()),
        RecordId::Session(id) => (
            titled(&report[id].title, report[id].event),
            report[id].id.to_string(),
        ),
        RecordId::Idea(id) => (
            titled(&report[id].title, report[id].event),
            report[id].id.to_string(),
        ),
        RecordId::Need(id) => (
            titled(&report[id].title, report[id].event),
            report[id].id.to_string(),
        ),
        RecordId::Deal(id) => (
            titled(&report[id].title, report[id].event),
            report[id].id.to_string(),
        ),
        RecordId::Outcome(id) => (
            context.own(&texts::plain(context, &report[id].text, 60)),
            report[id].id.to_string(),
        ),
        RecordId::Figure(id) => (titled(&report[id].label, report[id].event), String::new()),
        RecordId::Photo(id) => (
            context.own(context.words().photos),
            report[id].id.to_string(),
        ),
        RecordId::Resource(id) => (
            titled(&report[id].title, report[id].event),
            report[id].id.to_string(),
        ),
        RecordId::Region(id) => (context.said(&report[id].name), report[id].id.to_string()),
        RecordId::Theme(id) => (context.said(&report[id].name), report[id].id.to_string()),
        RecordId::Person(id) => (Said::name(&report[id].name), report[id].id.to_string()),
        RecordId::Organisation(id) => (context.said(&report[id].name), report[id].id.to_string()),
        RecordId::Series(id) => (context.said(&report[id].name), report[id].id.to_string()),
        RecordId::Page(id) => (context.said(&report[id].title), report[id].id.to_string()),
    };
    Some(Tag { name, href, id })
}

/// The resources of an event that belong to a record.
pub(super) fn resources_of(
    context: Context<'_>,
    event: EventId,
    of: RecordId,
) -> Vec<ResourceCard> {
    context.report[event]
        .resources
        .iter()
        .filter(|resource| context.report[**resource].of == Some(of))
        .map(|resource| resource_card(context, *resource))
        .collect()
}

pub(super) fn link_rows(
    context: Context<'_>,
    links: &[Link],
    written_in: Language,
) -> Vec<LinkRow> {
    links
        .iter()
        .map(|link| LinkRow {
            title: context.as_written(&link.title, written_in),
            href: link.url.clone(),
        })
        .collect()
}

pub(super) fn region_row(context: Context<'_>, id: RegionId, depth: usize) -> RegionRow {
    let region = &context.report[id];
    let recorded =
        harvest::recorded_over(context, &harvest::events_behind(context, &region.harvest));
    RegionRow {
        tag: region_tag(context, id),
        kind: region
            .kind
            .and_then(region_kind)
            .map(|kind| kind.get(context.language).to_owned()),
        deals: drawings::tally(
            context,
            phrases::DEAL,
            region.harvest.deals.len(),
            recorded.deals,
        ),
        leads: region.harvest.leads.len(),
        ideas: drawings::tally(
            context,
            phrases::IDEA,
            ideas_with_page(context, &region.harvest.ideas),
            recorded.ideas,
        ),
        events: region.harvest.events.len(),
        children: if depth > 0 {
            region
                .children
                .iter()
                .map(|child| region_row(context, *child, depth - 1))
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// The newest of a kind as cards, how many there are, and where the rest is.
pub(super) fn section<T: Copy, C>(
    all: &[T],
    most: usize,
    card: impl Fn(T) -> C,
    more: impl FnOnce() -> Option<More>,
) -> Section<C> {
    Section {
        items: all.iter().take(most).map(|item| card(*item)).collect(),
        total: all.len(),
        more: if all.len() > most { more() } else { None },
    }
}

/// "Alle 7 deals".
pub(super) fn more(
    context: Context<'_>,
    kind: ListKind,
    narrow: Narrow,
    noun: Noun,
    number: usize,
) -> More {
    More {
        label: format!(
            "{} {}",
            both("Alle", "All").get(context.language),
            noun.counted(number, context.language)
        ),
        href: context.href(Page::List(List { kind, narrow }, 1)),
    }
}

pub(super) fn side_key(side: Side) -> &'static str {
    match side {
        Side::Ask => "ask",
        Side::Offer => "offer",
    }
}

/// What the empty half of a lead asks its reader.
pub(super) fn side_question(side: Side) -> Bilingual {
    match side {
        Side::Ask => both("Wie kan dit bieden?", "Who can offer this?"),
        Side::Offer => both("Wie wil dit gebruiken?", "Who could use this?"),
    }
}

pub(super) fn event_status(status: EventStatus) -> Bilingual {
    match status {
        EventStatus::Held => both("Gehouden", "Held"),
        EventStatus::Planned => both("Gepland", "Planned"),
        EventStatus::Cancelled => both("Afgelast", "Cancelled"),
        EventStatus::Moved => both("Verplaatst", "Moved"),
    }
}

pub(super) fn part_label(part: Part, language: Language) -> Option<String> {
    let label = match part {
        Part::Speaker => return None,
        Part::Moderator => both("Gespreksleider", "Moderator"),
        Part::Panel => both("Panel", "Panel"),
        Part::Host => both("Gastheer", "Host"),
    };
    Some(label.get(language).to_owned())
}

fn session_kind(kind: SessionKind, language: Language) -> Option<String> {
    let label = match kind {
        SessionKind::Plenary => both("Plenair", "Plenary"),
        SessionKind::Talk => both("Lezing", "Talk"),
        SessionKind::Workshop => both("Workshop", "Workshop"),
        SessionKind::Table => both("Tafel", "Table"),
        SessionKind::Panel => both("Panel", "Panel"),
        SessionKind::Break => both("Pauze", "Break"),
        SessionKind::Other => return None,
    };
    Some(label.get(language).to_owned())
}

pub(super) fn region_kind(kind: RegionKind) -> Option<Bilingual> {
    match kind {
        RegionKind::Country => Some(both("Land", "Country")),
        RegionKind::Province => Some(both("Provincie", "Province")),
        RegionKind::Region => Some(both("Regio", "Region")),
        RegionKind::Municipality => Some(both("Gemeente", "Municipality")),
        RegionKind::District => Some(both("Wijk", "District")),
        RegionKind::Other => None,
    }
}

pub(super) fn resource_kind(kind: ResourceKind) -> Bilingual {
    match kind {
        ResourceKind::Slides => both("Presentatie", "Slides"),
        ResourceKind::Data => both("Gegevens", "Data"),
        ResourceKind::Tool => both("Gereedschap", "Tool"),
        ResourceKind::Video => both("Video", "Video"),
        ResourceKind::Document => both("Document", "Document"),
        ResourceKind::Other => both("Materiaal", "Resource"),
    }
}

fn in_language(language: Language) -> Bilingual {
    match language {
        Language::Nl => both("in het Nederlands", "in Dutch"),
        Language::En => both("in het Engels", "in English"),
    }
}
