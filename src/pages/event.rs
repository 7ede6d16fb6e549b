//! The page of an event: its report, who was there, what came of it.

use serde::Serialize;

use super::cards::{DealCard, EventCard, LeadCard, More, Number, PartyTag, Tag};
use super::context::Context;
use super::event_cards::{FigureCard, OutcomeCard, QuoteCard, SpeakerCard, event_card};
use super::exchange_cards::{deal_card, lead_card};
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::photos::PhotoCard;
use super::programme::Day;
use super::sections::{Group, Section, ThemedIdea, standing};
use super::site::SiteHead;
use super::sources::{CorrectionRow, LinkRow, ResourceCard, SourceRow};
use super::status;
use super::texts::TextPlace;
use super::{
    event_cards, linked_events, numbers, photos, programme, sections, sources, tags, texts,
};
use crate::plan::entries::ideas_with_page;
use crate::plan::list::{LINES_LENGTH, ListKind, Narrow};
use crate::plan::page::{HUB_SESSIONS, Page};
use crate::plan::subject::Subject;
use crate::records::{Event, EventId, NeedId, PhotoId};
use crate::stable_hash::Shared;
use crate::words::dates::day_month_year;
use crate::words::fragments;
use crate::words::labels;
use crate::words::numbers::count;
use crate::words::phrases::updated_on;

pub(super) fn event(context: Context<'_>, id: EventId) -> EventView {
    let event = &context.report[id];
    let written_in = event.language;
    let title = context.said_from(&event.title, written_in);
    let needs = own_needs(context, id);
    let (previous, next) = neighbours(context, id);
    let text = text_of_event(context, id);
    let is_pictured = event.hero.is_some() || text.as_ref().is_some_and(Html::has_picture);
    EventView {
        site: context.site(),
        page: page_head(context, id, &title),
        id: event.id.to_string(),
        title: LocalText::heading(&title),
        date: tags::event_date(context, id),
        date_iso: event.date.to_string(),
        place: place_lines(event),
        attendance: context.label(event.attendance),
        notice: status::event_notice(context, id),
        replaced_by: context.some(event.replaced_by, event_card),
        replaces: context.each(&comes_in_place_of(context, id), event_card),
        regions: tags::region_tags(context, &event.regions),
        themes: tags::theme_tags(context, &event.themes),
        series: context.some(event.series, tags::page_tag),
        edition: event.edition.clone(),
        organisers: tags::parties(context, &event.organisers),
        published: event
            .published
            .map(|date| day_month_year(date, context.language)),
        updated: event.updated.map(|date| updated_on(date, context.language)),
        question: context.said_some(event.question.as_ref(), written_in),
        summary: context.said_some(event.summary.as_ref(), written_in),
        participants_note: participants_note(context, event),
        hero: event.hero.map(|photo| photos::photo(context, photo, true)),
        numbers: numbers::event_numbers(context, id),
        text,
        speakers: context.each(&event.speakers, event_cards::speaker_card),
        programme: own_programme(context, id),
        programme_page: programme_page(context, id),
        ideas: ideas_of(context, id),
        deals: standing(context, &event.deals, LINES_LENGTH, deal_card).of_list(
            context,
            ListKind::Deals,
            Narrow::Event(id),
        ),
        leads: needs.leads,
        needs: needs.settled,
        all_needs: needs.all,
        outcomes: context.each(&event.outcomes, event_cards::outcome_on_event),
        quotes: event_cards::quotes_on_event(context, &event.quotes),
        figures: context.each(&event.figures, event_cards::figure_on_event),
        photos: other_photos(context, event, !is_pictured),
        resources: context.each(&event.resources, sources::resource_card),
        links: sources::link_rows(context, &event.links, event.language),
        sources: sources::source_rows(context, &event.sources, event.language),
        corrections: sources::correction_rows(context, id, None),
        kept_notes: numbers::kept_notes(context, event),
        print: print_page(context, id),
        previous: context.some(previous, event_card),
        next: context.some(next, event_card),
    }
}

fn page_head(context: Context<'_>, id: EventId, title: &LocalText) -> PageHead {
    let event = &context.report[id];
    let summary = context.said_some(event.summary.as_ref(), event.language);
    let text = event.text.as_ref();
    Head::new(context, "event", id, title)
        .in_list(ListKind::Events)
        .described(
            summary
                .map(|summary| summary.text)
                .or_else(|| text.map(|text| texts::plain(context, text, 160))),
        )
        .made_of(|address| linked_events::event_thing(context, id, address))
}

/// The ideas with a page of their own, by theme, and where the rest is.
fn ideas_of(context: Context<'_>, id: EventId) -> EventIdeas {
    let ideas = ideas_with_page(context.report, &context.report[id].ideas);
    let shown = &ideas[..ideas.len().min(LINES_LENGTH)];
    EventIdeas {
        groups: sections::ideas_by_theme(context, shown),
        total: ideas.len(),
        silent: status::silent_among(context, &ideas),
        more: (ideas.len() > LINES_LENGTH)
            .then(|| sections::more(context, ListKind::Ideas, Narrow::Event(id), ideas.len())),
    }
}

/// The photos but the one at the head of the page; `first` if the page has none before them.
fn other_photos(context: Context<'_>, event: &Event, first: bool) -> Vec<PhotoCard> {
    let photos = event.photos.iter().copied();
    let others: Vec<PhotoId> = photos.filter(|photo| event.hero != Some(*photo)).collect();
    photos::gallery(context, &others, first)
}

/// The programme, where it does not stand on a page of its own only.
fn own_programme(context: Context<'_>, id: EventId) -> Vec<Day> {
    if is_hub(&context.report[id]) {
        Vec::new()
    } else {
        programme::days(context, id)
    }
}

/// Whether the programme stands on a page of its own only.
fn is_hub(event: &Event) -> bool {
    event.sessions.len() > HUB_SESSIONS
}

/// The asks and offers with a page of their own: those that are open, and those that are not and
/// stand in no deal of this event; where some of either are not shown, the ways to all of them.
fn own_needs(context: Context<'_>, id: EventId) -> OwnNeeds {
    let report = context.report;
    let event = &report[id];
    let deals = || event.deals.iter().map(|deal| &report[*deal]);
    let is_taken =
        |need: &NeedId| deals().any(|deal| deal.asks.contains(need) || deal.offers.contains(need));
    let has_page = |need: &NeedId| !report[*need].inline;
    let needs = event.asks.iter().chain(&event.offers).copied();
    let (leads, settled): (Vec<NeedId>, Vec<NeedId>) =
        needs.filter(has_page).partition(|need| report[*need].lead);
    let settled: Vec<NeedId> = settled.into_iter().filter(|need| !is_taken(need)).collect();
    let are_all_shown = leads.len().max(settled.len()) <= LINES_LENGTH;
    let all = [
        (ListKind::Asks, &event.asks),
        (ListKind::Offers, &event.offers),
    ]
    .map(|(kind, needs)| (kind, needs.iter().filter(|need| has_page(need)).count()))
    .into_iter()
    .filter(|(_, number)| *number > 0 && !are_all_shown)
    .map(|(kind, number)| sections::more(context, kind, Narrow::Event(id), number))
    .collect();
    let cards = |needs: &[NeedId]| standing(context, needs, LINES_LENGTH, lead_card);
    OwnNeeds {
        leads: cards(&leads),
        settled: cards(&settled),
        all,
    }
}

/// The asks and offers of an event.
struct OwnNeeds {
    leads: Section<Shared<LeadCard>>,
    settled: Section<Shared<LeadCard>>,
    all: Vec<More>,
}

/// The report, whose first picture is the page's first where nothing stands above it.
fn text_of_event(context: Context<'_>, id: EventId) -> Option<Html> {
    let event = &context.report[id];
    let prefix = format!("{}-", fragments::TEXT.get(context.language));
    let place = TextPlace {
        event: Some(id),
        heading_level: 3,
        prefix: &prefix,
    };
    let text = event.text.as_ref()?;
    Some(if event.hero.is_some() {
        texts::html(context, text, place)
    } else {
        texts::opening_html(context, text, place)
    })
}

/// Who was there, where it does not stand under the number already.
fn participants_note(context: Context<'_>, event: &Event) -> Option<LocalText> {
    context
        .said_some(event.participants_note.as_ref(), event.language)
        .filter(|note| note.lang.is_some() || event.participants.is_none())
}

fn programme_page(context: Context<'_>, id: EventId) -> Option<More> {
    let event = &context.report[id];
    let label = if is_hub(event) {
        format!(
            "{} ({})",
            context.words().programme,
            count(event.sessions.len() as u64, context.language)
        )
    } else {
        labels::PROGRAMME_BY_DAY.get(context.language).to_owned()
    };
    (!event.sessions.is_empty()).then(|| More {
        label,
        href: context.href(Page::Programme(id)),
    })
}

fn print_page(context: Context<'_>, id: EventId) -> More {
    More {
        label: labels::WHOLE_REPORT.get(context.language).to_owned(),
        href: context.href(Page::Print(id)),
    }
}

/// The events that an event came in the place of.
pub(super) fn comes_in_place_of(context: Context<'_>, id: EventId) -> Vec<EventId> {
    let replaced = |other: &EventId| context.report[*other].replaced_by == Some(id);
    Subject::events(context.report).filter(replaced).collect()
}

/// The editions before and after in the series.
fn neighbours(context: Context<'_>, id: EventId) -> (Option<EventId>, Option<EventId>) {
    let Some(series) = context.report[id].series else {
        return (None, None);
    };
    let events = &context.report[series].events;
    let Some(position) = events.iter().position(|event| *event == id) else {
        return (None, None);
    };
    (
        position.checked_sub(1).map(|before| events[before]),
        events.get(position + 1).copied(),
    )
}

fn place_lines(event: &Event) -> Vec<String> {
    let Some(place) = &event.place else {
        return Vec::new();
    };
    [&place.name, &place.address, &place.town, &place.country]
        .into_iter()
        .filter_map(Clone::clone)
        .collect()
}

/// `event.html`
#[derive(Debug, Serialize)]
pub struct EventView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub id: String,
    pub title: LocalText,
    /// "dinsdag 30 en woensdag 31 oktober 2018".
    pub date: String,
    pub date_iso: String,
    /// Lines of the place: building, street, town.
    pub place: Vec<String>,
    pub attendance: Option<String>,
    /// "Deze bijeenkomst is afgelast.": only where something must be said.
    pub notice: Option<String>,
    pub replaced_by: Option<Shared<EventCard>>,
    /// The events that this one replaces.
    pub replaces: Vec<Shared<EventCard>>,
    pub regions: Vec<Shared<Tag>>,
    pub themes: Vec<Shared<Tag>>,
    pub series: Option<Tag>,
    pub edition: Option<String>,
    pub organisers: Vec<Shared<PartyTag>>,
    /// When the report appeared: "5 november 2018".
    pub published: Option<String>,
    pub updated: Option<String>,
    pub question: Option<LocalText>,
    pub summary: Option<LocalText>,
    /// Who was there, where it does not stand under the number already: there is none, or the note
    /// is in another language.
    pub participants_note: Option<LocalText>,
    pub hero: Option<PhotoCard>,
    pub numbers: Vec<Number>,
    pub text: Option<Html>,
    pub speakers: Vec<SpeakerCard>,
    /// Empty where the event has a hub for its programme.
    pub programme: Vec<Day>,
    /// Where the programme stands by day and room; with more than 50 sessions it stands there only.
    pub programme_page: Option<More>,
    pub ideas: EventIdeas,
    pub deals: Section<Shared<DealCard>>,
    /// Open asks and offers.
    pub leads: Section<Shared<LeadCard>>,
    /// Asks and offers that are not open, and stand in no deal of this event.
    pub needs: Section<Shared<LeadCard>>,
    /// Where some of either are not shown: the ways to all asks and to all offers.
    pub all_needs: Vec<More>,
    pub outcomes: Vec<OutcomeCard>,
    pub quotes: Vec<QuoteCard>,
    pub figures: Vec<FigureCard>,
    pub photos: Vec<PhotoCard>,
    pub resources: Vec<ResourceCard>,
    pub links: Vec<LinkRow>,
    pub sources: Vec<SourceRow>,
    pub corrections: Vec<CorrectionRow>,
    /// "Deals zijn niet bijgehouden.", "Er zijn minstens twee ideeën; niet alles is vastgelegd."
    pub kept_notes: Vec<String>,
    /// The whole of it on one page, for paper.
    pub print: More,
    /// The editions before and after, in a series.
    pub previous: Option<Shared<EventCard>>,
    pub next: Option<Shared<EventCard>>,
}

/// The ideas of an event.
#[derive(Debug, Serialize)]
pub struct EventIdeas {
    /// By theme, each under one; those without a theme come last, without a title.
    pub groups: Vec<Group<ThemedIdea>>,
    pub total: usize,
    /// Of how many of them nothing was heard for long.
    pub silent: Option<String>,
    pub more: Option<More>,
}
