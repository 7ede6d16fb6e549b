//! The words by which a record of each kind is found.

use super::context::Context;
use super::search_draft::Draft;
use super::sources::resource_kind;
use super::{card_cache, event_cards, search_draft, tags};
use crate::pages::view::LocalText;
use crate::report::{
    DealId, EventId, FigureId, IdeaId, NeedId, OrganisationId, OutcomeId, PageId, PersonId,
    QuoteId, RegionId, ResourceId, SeriesId, SessionId, Side, ThemeId,
};
use crate::words::{Bilingual, Text, both};

pub(super) fn event_draft(context: Context<'_>, id: EventId) -> Draft {
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
    draft.facts.push(tags::event_date(context, id));
    if let Some(place) = &event.place {
        draft
            .facts
            .extend(place.name.iter().chain(&place.town).cloned());
    }
    draft.texts.extend(line(&event.summary));
    draft.texts.extend(line(&event.question));
    draft.texts.extend(search_draft::words_of(
        context,
        event.text.as_ref(),
        Some(id),
    ));
    for speaker in event
        .speakers
        .iter()
        .map(|speaker| &context.report[*speaker])
    {
        draft.texts.push(search_draft::named(
            context,
            std::slice::from_ref(&speaker.person),
        ));
        draft.texts.extend(search_draft::words_of(
            context,
            speaker.text.as_ref(),
            Some(id),
        ));
    }
    draft
        .texts
        .push(search_draft::named(context, &event.organisers));
    draft.years.push(event.date.year());
    draft.placed(&event.regions, &event.themes)
}

/// A draft of something that belongs to an event.
fn of_event(
    context: Context<'_>,
    event: EventId,
    kind: &'static str,
    word: Bilingual,
    title: LocalText,
) -> Draft {
    let mut draft = Draft::new(kind, word, title);
    draft
        .facts
        .push(card_cache::event_tag(context, event).name.text.clone());
    draft.facts.push(tags::event_date(context, event));
    draft.years.push(context.report[event].date.year());
    draft
}

fn written(context: Context<'_>, text: &Text, event: EventId) -> LocalText {
    context.said_from(text, context.report[event].language)
}

pub(super) fn session_draft(context: Context<'_>, id: SessionId) -> Draft {
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
    draft.texts.extend(search_draft::words_of(
        context,
        session.text.as_ref(),
        Some(event),
    ));
    draft
        .texts
        .push(search_draft::named(context, &session.speakers));
    draft
        .texts
        .push(search_draft::named(context, &session.led_by));
    draft.placed(&session.regions, &session.themes)
}

pub(super) fn deal_draft(context: Context<'_>, id: DealId) -> Draft {
    let deal = &context.report[id];
    let event = deal.event;
    let mut draft = of_event(
        context,
        event,
        "deal",
        both("Deal", "Deal"),
        written(context, &deal.title, event),
    );
    draft.texts.extend(search_draft::words_of(
        context,
        deal.text.as_ref(),
        Some(event),
    ));
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
            draft.texts.extend(search_draft::words_of(
                context,
                need.text.as_ref(),
                Some(need.event),
            ));
        }
    }
    for idea in deal.ideas.iter().map(|idea| &context.report[*idea]) {
        draft
            .texts
            .push(written(context, &idea.title, idea.event).text);
        if idea.inline {
            draft.texts.extend(search_draft::words_of(
                context,
                idea.text.as_ref(),
                Some(idea.event),
            ));
        }
    }
    draft
        .texts
        .push(search_draft::named(context, &deal.parties));
    draft
        .texts
        .extend(search_draft::words_of_news(context, &deal.updates));
    draft.placed(&deal.regions, &deal.themes)
}

pub(super) fn need_draft(context: Context<'_>, id: NeedId) -> Draft {
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
    draft.texts.extend(search_draft::words_of(
        context,
        need.text.as_ref(),
        Some(event),
    ));
    draft.texts.push(search_draft::named(context, &need.by));
    draft
        .texts
        .extend(search_draft::words_of_news(context, &need.updates));
    draft.placed(&need.regions, &need.themes)
}

pub(super) fn idea_draft(context: Context<'_>, id: IdeaId) -> Draft {
    let idea = &context.report[id];
    let event = idea.event;
    let mut draft = of_event(
        context,
        event,
        "idea",
        both("Idee", "Idea"),
        written(context, &idea.title, event),
    );
    draft.texts.extend(search_draft::words_of(
        context,
        idea.text.as_ref(),
        Some(event),
    ));
    draft.texts.push(search_draft::named(context, &idea.by));
    draft
        .texts
        .extend(search_draft::words_of_news(context, &idea.updates));
    draft.placed(&idea.regions, &idea.themes)
}

pub(super) fn outcome_draft(context: Context<'_>, id: OutcomeId) -> Draft {
    let outcome = &context.report[id];
    let mut draft = of_event(
        context,
        outcome.event,
        "outcome",
        both("Conclusie", "Conclusion"),
        search_draft::opening(context, &outcome.text, outcome.event),
    );
    draft.texts.extend(search_draft::words_of(
        context,
        Some(&outcome.text),
        Some(outcome.event),
    ));
    draft.placed(&outcome.regions, &outcome.themes)
}

pub(super) fn quote_draft(context: Context<'_>, id: QuoteId) -> Draft {
    let quote = &context.report[id];
    let mut draft = of_event(
        context,
        quote.event,
        "quote",
        both("Citaat", "Quote"),
        search_draft::opening(context, &quote.text, quote.event),
    );
    draft.texts.extend(search_draft::words_of(
        context,
        Some(&quote.text),
        Some(quote.event),
    ));
    draft.texts.push(search_draft::named(
        context,
        std::slice::from_ref(&quote.by),
    ));
    draft
}

pub(super) fn figure_draft(context: Context<'_>, id: FigureId) -> Draft {
    let figure = &context.report[id];
    let label = written(context, &figure.label, figure.event);
    let unit = figure
        .unit
        .as_ref()
        .map(|unit| format!(" {}", written(context, unit, figure.event).text))
        .unwrap_or_default();
    let value = format!(
        "{}{unit}",
        event_cards::figure_value(
            context,
            &figure.value,
            context.report[figure.event].language
        )
        .text
    );
    let title = LocalText {
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

pub(super) fn resource_draft(context: Context<'_>, id: ResourceId) -> Draft {
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

pub(super) fn region_draft(context: Context<'_>, id: RegionId) -> Draft {
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
        .extend(search_draft::words_of(context, region.text.as_ref(), None));
    draft.placed(&[id], &[])
}

pub(super) fn theme_draft(context: Context<'_>, id: ThemeId) -> Draft {
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
        .extend(search_draft::words_of(context, theme.text.as_ref(), None));
    draft.placed(&[], &[id])
}

pub(super) fn person_draft(context: Context<'_>, id: PersonId) -> Draft {
    let person = &context.report[id];
    let mut draft = Draft::new(
        "person",
        both("Persoon", "Person"),
        LocalText::name(&person.name),
    );
    draft
        .facts
        .extend(person.role.as_ref().map(|role| context.said(role).text));
    draft.facts.extend(
        person
            .organisation
            .as_ref()
            .map(|organisation| search_draft::named(context, std::slice::from_ref(organisation)))
            .filter(|name| !name.is_empty()),
    );
    draft
        .texts
        .extend(search_draft::words_of(context, person.text.as_ref(), None));
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

pub(super) fn organisation_draft(context: Context<'_>, id: OrganisationId) -> Draft {
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
    draft.texts.extend(search_draft::words_of(
        context,
        organisation.text.as_ref(),
        None,
    ));
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

pub(super) fn series_draft(context: Context<'_>, id: SeriesId) -> Draft {
    let series = &context.report[id];
    let mut draft = Draft::new(
        "series",
        both("Reeks", "Series"),
        context.said(&series.name),
    );
    draft
        .texts
        .extend(search_draft::words_of(context, series.text.as_ref(), None));
    draft.years.extend(
        series
            .events
            .iter()
            .map(|event| context.report[*event].date.year()),
    );
    draft
}

pub(super) fn free_page_draft(context: Context<'_>, id: PageId) -> Draft {
    let page = &context.report[id];
    let mut draft = Draft::new("page", both("Pagina", "Page"), context.said(&page.title));
    draft.texts.extend(
        page.summary
            .as_ref()
            .map(|summary| context.said(summary).text),
    );
    draft
        .texts
        .extend(search_draft::words_of(context, page.text.as_ref(), None));
    draft
}
