//! The pages of what was exchanged: ideas, asks, offers and deals.

use super::cards::{side_key, side_question};
use super::context::Context;
use super::head::Head;
use super::texts::Whole;
use super::{cards, head, shelf, status, texts};
use crate::pages::view::{DealView, Half, IdeaView, MatchCard, NeedView, Said};
use crate::plan::page::{ListKind, Page};
use crate::report::{DealId, EventId, IdeaId, Need, NeedId, RecordId, Side};
use crate::words::both;
use crate::words::dates::{day_month_year, long};
use crate::words::phrases::{self, capitalised, listing};

pub(super) fn idea(context: Context<'_>, id: IdeaId, whole: Whole<'_>) -> IdeaView {
    let report = context.report;
    let idea = &report[id];
    let written_in = report[idea.event].language;
    let title = context.said_from(&idea.title, written_in);
    IdeaView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "idea",
                section: "ideas",
                page: Page::Idea(id),
                full_title: format!("{} – {}", title.text, context.words().idea),
                title: title.clone(),
                description: idea
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail: shelf::record_trail(context, idea.event, ListKind::Ideas),
            },
        ),
        title: Said::heading(&title),
        text: idea
            .text
            .as_ref()
            .map(|text| texts::text_of(context, text, idea.event, whole, 2, "tekst")),
        by: shelf::parties(context, &idea.by),
        status: status::idea_status(context, idea),
        updates: status::timeline(
            context,
            &idea.updates,
            idea.event,
            (report[idea.event].date, both("Voorgesteld", "Proposed")),
            None,
            whole,
        ),
        regions: cards::region_tags(context, &idea.regions),
        themes: cards::theme_tags(context, &idea.themes),
        session: idea
            .session
            .map(|session| cards::session_tag(context, session)),
        event: shelf::event_card(context, idea.event),
        deals: idea
            .deals
            .iter()
            .map(|deal| shelf::deal_card(context, *deal))
            .collect(),
        resources: cards::resources_of(context, idea.event, RecordId::Idea(id)),
        corrections: cards::correction_rows(context, idea.event, Some(RecordId::Idea(id))),
    }
}

pub(super) fn deal(context: Context<'_>, id: DealId, whole: Whole<'_>) -> DealView {
    let report = context.report;
    let deal = &report[id];
    let written_in = report[deal.event].language;
    let title = context.said_from(&deal.title, written_in);
    let halves = |needs: &[NeedId]| {
        needs
            .iter()
            .enumerate()
            .map(|(index, need)| half(context, index, *need, deal.event, whole))
            .collect()
    };
    DealView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "deal",
                section: "deals",
                page: Page::Deal(id),
                full_title: format!("{} – {}", title.text, context.words().deal),
                title: title.clone(),
                description: deal
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail: shelf::record_trail(context, deal.event, ListKind::Deals),
            },
        ),
        title: Said::heading(&title),
        text: deal
            .text
            .as_ref()
            .map(|text| texts::text_of(context, text, deal.event, whole, 3, "tekst")),
        asks: halves(&deal.asks),
        offers: halves(&deal.offers),
        ideas: deal
            .ideas
            .iter()
            .map(|idea| shelf::idea_card(context, *idea))
            .collect(),
        parties: shelf::parties(context, &deal.parties),
        contact: deal
            .contact
            .as_ref()
            .map(|party| shelf::party(context, party)),
        status: status::deal_status(context, deal),
        no_status: deal.status.is_none().then(|| status_not_recorded(context)),
        updates: status::timeline(
            context,
            &deal.updates,
            deal.event,
            (
                deal.agreed.unwrap_or(report[deal.event].date),
                both("Afgesproken", "Agreed"),
            ),
            status::deal_due(deal),
            whole,
        ),
        agreed: deal.agreed.map(|date| long(date, context.language)),
        due: deal.due.map(|date| day_month_year(date, context.language)),
        regions: cards::region_tags(context, &deal.regions),
        themes: cards::theme_tags(context, &deal.themes),
        session: deal
            .session
            .map(|session| cards::session_tag(context, session)),
        event: shelf::event_card(context, deal.event),
        resources: cards::resources_of(context, deal.event, RecordId::Deal(id)),
        corrections: cards::correction_rows(context, deal.event, Some(RecordId::Deal(id))),
    }
}

fn status_not_recorded(context: Context<'_>) -> &'static str {
    both("Niet vastgelegd", "Not on record").get(context.language)
}

fn half(
    context: Context<'_>,
    index: usize,
    id: NeedId,
    deal_event: EventId,
    whole: Whole<'_>,
) -> Half {
    let need = &context.report[id];
    let part = format!("{}-{}", side_key(need.side), index + 1);
    Half {
        side: side_key(need.side),
        card: cards::half_card(context, id),
        text: need
            .text
            .as_ref()
            .map(|text| texts::text_of(context, text, need.event, whole, 4, &part)),
        event: (need.event != deal_event).then(|| shelf::event_card(context, need.event)),
    }
}

pub(super) fn need(context: Context<'_>, id: NeedId, whole: Whole<'_>) -> NeedView {
    let report = context.report;
    let need = &report[id];
    let written_in = report[need.event].language;
    let title = context.said_from(&need.title, written_in);
    let (word, kind, asked) = match need.side {
        Side::Ask => (
            context.words().ask,
            ListKind::Asks,
            both("Gevraagd", "Asked"),
        ),
        Side::Offer => (
            context.words().offer,
            ListKind::Offers,
            both("Aangeboden", "Offered"),
        ),
    };
    NeedView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: side_key(need.side),
                section: "leads",
                page: Page::Need(id),
                full_title: format!("{} – {word}", title.text),
                title: title.clone(),
                description: need
                    .text
                    .as_ref()
                    .map(|text| texts::plain(context, text, 160)),
                trail: shelf::record_trail(context, need.event, kind),
            },
        ),
        side: side_key(need.side),
        title: Said::heading(&title),
        text: need
            .text
            .as_ref()
            .map(|text| texts::text_of(context, text, need.event, whole, 2, "tekst")),
        by: shelf::parties(context, &need.by),
        contact: need
            .contact
            .as_ref()
            .map(|party| shelf::party(context, party)),
        status: status::need_status(context, need),
        no_status: need.status.is_none().then(|| status_not_recorded(context)),
        open: need.lead,
        question: side_question(need.side).get(context.language),
        matches: need
            .matches
            .iter()
            .map(|other| MatchCard {
                lead: shelf::lead_card(context, *other),
                why: why(context, need, &report[*other]),
            })
            .collect(),
        deals: need
            .deals
            .iter()
            .map(|deal| shelf::deal_card(context, *deal))
            .collect(),
        updates: status::timeline(
            context,
            &need.updates,
            need.event,
            (report[need.event].date, asked),
            None,
            whole,
        ),
        regions: cards::region_tags(context, &need.regions),
        themes: cards::theme_tags(context, &need.themes),
        session: need
            .session
            .map(|session| cards::session_tag(context, session)),
        event: shelf::event_card(context, need.event),
        resources: cards::resources_of(context, need.event, RecordId::Need(id)),
        corrections: cards::correction_rows(context, need.event, Some(RecordId::Need(id))),
    }
}

/// What two leads have in common: "Dezelfde regio, twee dezelfde thema's".
fn why(context: Context<'_>, one: &Need, other: &Need) -> String {
    let mut reasons = Vec::new();
    if one
        .regions
        .iter()
        .any(|region| other.regions.contains(region))
    {
        reasons.push(
            both("dezelfde regio", "the same region")
                .get(context.language)
                .to_owned(),
        );
    } else {
        reasons.push(
            both(
                "een regio die erin of eromheen ligt",
                "a region within or around it",
            )
            .get(context.language)
            .to_owned(),
        );
    }
    let themes: Vec<String> = one
        .themes
        .iter()
        .filter(|theme| other.themes.contains(theme))
        .map(|theme| cards::theme_tag(context, *theme).name.text)
        .collect();
    if !themes.is_empty() {
        let word = if themes.len() == 1 {
            both("het thema", "the theme")
        } else {
            both("de thema’s", "the themes")
        };
        reasons.push(format!(
            "{} {}",
            word.get(context.language),
            listing(&themes, context.language)
        ));
    }
    capitalised(&phrases::listing(&reasons, context.language))
}
