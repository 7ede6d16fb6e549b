//! The page of an ask or an offer.

use serde::Serialize;

use super::cards::{DealCard, LeadCard};
use super::context::Context;
use super::exchange_cards::{side_key, side_question};
use super::facts::RecordFacts;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::sources::{CorrectionRow, ResourceCard};
use super::status::UpdateRow;
use super::texts::Placement;
use super::{exchange_cards, facts, sources, status, tags, texts};
use crate::plan::list::ListKind;
use crate::records::{Need, NeedId, Side};
use crate::stable_hash::Shared;
use crate::words::labels;
use crate::words::phrases::{self, capitalised, listing};

pub(super) fn need(context: Context<'_>, id: NeedId, placement: Placement<'_>) -> NeedView {
    let report = context.report;
    let need = &report[id];
    let written_in = report[need.event].language;
    let title = context.said_from(&need.title, written_in);
    let (word, kind, asked) = match need.side {
        Side::Ask => (context.words().ask, ListKind::Asks, labels::ASKED),
        Side::Offer => (context.words().offer, ListKind::Offers, labels::OFFERED),
    };
    NeedView {
        site: context.site(),
        page: Head::new(context, side_key(need.side), id, &title)
            .in_event(need.event, kind, word)
            .described(texts::description(context, need.text.as_ref()))
            .made(),
        side: side_key(need.side),
        title: LocalText::heading(&title),
        text: texts::own_of(context, need.text.as_ref(), need.event, placement, 3),
        facts: facts::need_facts(context, need),
        open: need.lead,
        question: side_question(need.side).get(context.language),
        matches: need
            .matches
            .iter()
            .map(|other| MatchCard {
                lead: exchange_cards::lead_card(context, *other),
                why: why(context, need, &report[*other]),
            })
            .collect(),
        deals: context.each(&need.deals, exchange_cards::deal_card),
        updates: status::timeline(
            context,
            &need.updates,
            need.event,
            (report[need.event].date, asked),
            None,
            placement,
        ),
        resources: sources::resources_of(context, need.event, id.into()),
        corrections: sources::correction_rows(context, need.event, Some(id.into())),
    }
}

/// What two leads have in common: "Dezelfde regio, twee dezelfde thema's".
fn why(context: Context<'_>, one: &Need, other: &Need) -> String {
    let has_same = one
        .regions
        .iter()
        .any(|region| other.regions.contains(region));
    let region = if has_same {
        labels::SAME_REGION
    } else {
        labels::REGION_AROUND
    };
    let mut reasons = vec![region.get(context.language).to_owned()];
    let themes: Vec<String> = one
        .themes
        .iter()
        .filter(|theme| other.themes.contains(theme))
        .map(|theme| tags::page_tag(context, *theme).name.text)
        .collect();
    if !themes.is_empty() {
        let word = if themes.len() == 1 {
            labels::THE_THEME
        } else {
            labels::THE_THEMES
        };
        reasons.push(format!(
            "{} {}",
            word.get(context.language),
            listing(&themes, context.language)
        ));
    }
    capitalised(&phrases::listing(&reasons, context.language))
}

/// `need.html`: an ask or an offer.
#[derive(Debug, Serialize)]
pub struct NeedView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// `ask` or `offer`.
    pub side: &'static str,
    pub title: LocalText,
    pub text: Option<Html>,
    pub facts: RecordFacts,
    /// Whether the other half is still missing.
    pub open: bool,
    /// "Wie kan dit bieden?"
    pub question: &'static str,
    /// Possible matches of a lead, best first.
    pub matches: Vec<MatchCard>,
    /// The deals that took it up.
    pub deals: Vec<Shared<DealCard>>,
    pub updates: Vec<UpdateRow>,
    pub resources: Vec<ResourceCard>,
    pub corrections: Vec<CorrectionRow>,
}

#[derive(Debug, Serialize)]
pub struct MatchCard {
    pub lead: Shared<LeadCard>,
    /// "Zelfde regio, twee dezelfde thema's".
    pub why: String,
}
