//! The pages of what was exchanged: ideas, asks, offers and deals.

use super::cards::{side_key, side_question};
use super::texts::Whole;
use super::{Head, Speaking};
use crate::plan::pages::{ListKind, Page};
use crate::plan::view::{DealView, Half, IdeaView, MatchCard, NeedView};
use crate::report::{DealId, EventId, IdeaId, Need, NeedId, RecordId, Side};
use crate::words::both;
use crate::words::dates::{day_month_year, long};
use crate::words::phrases::{self, capitalised, listing};

impl Speaking<'_> {
    pub(super) fn idea(self, id: IdeaId, whole: Whole<'_>) -> IdeaView {
        let report = self.report();
        let idea = &report[id];
        let written_in = report[idea.event].language;
        let title = self.said_from(&idea.title, written_in);
        IdeaView {
            site: self.site(),
            page: self.head(Head {
                kind: "idea",
                section: "ideas",
                page: Page::Idea(id),
                full_title: format!("{} – {}", title.text, self.words().idea),
                title: title.clone(),
                description: idea.text.as_ref().map(|text| self.plain(text, 160)),
                trail: self.record_trail(idea.event, ListKind::Ideas),
            }),
            title: Self::heading(&title),
            text: idea
                .text
                .as_ref()
                .map(|text| self.text_of(text, idea.event, whole, 2, "tekst")),
            by: self.parties(&idea.by),
            status: self.idea_status(idea),
            updates: self.timeline(
                &idea.updates,
                idea.event,
                (report[idea.event].date, both("Voorgesteld", "Proposed")),
                None,
                whole,
            ),
            regions: self.region_tags(&idea.regions),
            themes: self.theme_tags(&idea.themes),
            session: idea.session.map(|session| self.session_tag(session)),
            event: self.event_card(idea.event),
            deals: idea
                .deals
                .iter()
                .map(|deal| self.deal_card(*deal))
                .collect(),
            resources: self.resources_of(idea.event, RecordId::Idea(id)),
            corrections: self.correction_rows(idea.event, Some(RecordId::Idea(id))),
        }
    }

    pub(super) fn deal(self, id: DealId, whole: Whole<'_>) -> DealView {
        let report = self.report();
        let deal = &report[id];
        let written_in = report[deal.event].language;
        let title = self.said_from(&deal.title, written_in);
        let halves = |needs: &[NeedId]| {
            needs
                .iter()
                .enumerate()
                .map(|(index, need)| self.half(index, *need, deal.event, whole))
                .collect()
        };
        DealView {
            site: self.site(),
            page: self.head(Head {
                kind: "deal",
                section: "deals",
                page: Page::Deal(id),
                full_title: format!("{} – {}", title.text, self.words().deal),
                title: title.clone(),
                description: deal.text.as_ref().map(|text| self.plain(text, 160)),
                trail: self.record_trail(deal.event, ListKind::Deals),
            }),
            title: Self::heading(&title),
            text: deal
                .text
                .as_ref()
                .map(|text| self.text_of(text, deal.event, whole, 3, "tekst")),
            asks: halves(&deal.asks),
            offers: halves(&deal.offers),
            ideas: deal
                .ideas
                .iter()
                .map(|idea| self.idea_card(*idea))
                .collect(),
            parties: self.parties(&deal.parties),
            contact: deal.contact.as_ref().map(|party| self.party(party)),
            status: self.deal_status(deal),
            no_status: deal.status.is_none().then(|| self.status_not_recorded()),
            updates: self.timeline(
                &deal.updates,
                deal.event,
                (
                    deal.agreed.unwrap_or(report[deal.event].date),
                    both("Afgesproken", "Agreed"),
                ),
                Self::deal_due(deal),
                whole,
            ),
            agreed: deal.agreed.map(|date| long(date, self.language)),
            due: deal.due.map(|date| day_month_year(date, self.language)),
            regions: self.region_tags(&deal.regions),
            themes: self.theme_tags(&deal.themes),
            session: deal.session.map(|session| self.session_tag(session)),
            event: self.event_card(deal.event),
            resources: self.resources_of(deal.event, RecordId::Deal(id)),
            corrections: self.correction_rows(deal.event, Some(RecordId::Deal(id))),
        }
    }

    fn status_not_recorded(self) -> &'static str {
        both("Niet vastgelegd", "Not on record").get(self.language)
    }

    fn half(self, index: usize, id: NeedId, deal_event: EventId, whole: Whole<'_>) -> Half {
        let need = &self.report()[id];
        let part = format!("{}-{}", side_key(need.side), index + 1);
        Half {
            side: side_key(need.side),
            card: self.half_card(id),
            text: need
                .text
                .as_ref()
                .map(|text| self.text_of(text, need.event, whole, 4, &part)),
            event: (need.event != deal_event).then(|| self.event_card(need.event)),
        }
    }

    pub(super) fn need(self, id: NeedId, whole: Whole<'_>) -> NeedView {
        let report = self.report();
        let need = &report[id];
        let written_in = report[need.event].language;
        let title = self.said_from(&need.title, written_in);
        let (word, kind, asked) = match need.side {
            Side::Ask => (self.words().ask, ListKind::Asks, both("Gevraagd", "Asked")),
            Side::Offer => (
                self.words().offer,
                ListKind::Offers,
                both("Aangeboden", "Offered"),
            ),
        };
        NeedView {
            site: self.site(),
            page: self.head(Head {
                kind: side_key(need.side),
                section: "leads",
                page: Page::Need(id),
                full_title: format!("{} – {word}", title.text),
                title: title.clone(),
                description: need.text.as_ref().map(|text| self.plain(text, 160)),
                trail: self.record_trail(need.event, kind),
            }),
            side: side_key(need.side),
            title: Self::heading(&title),
            text: need
                .text
                .as_ref()
                .map(|text| self.text_of(text, need.event, whole, 2, "tekst")),
            by: self.parties(&need.by),
            contact: need.contact.as_ref().map(|party| self.party(party)),
            status: self.need_status(need),
            no_status: need.status.is_none().then(|| self.status_not_recorded()),
            open: need.lead,
            question: side_question(need.side).get(self.language),
            matches: need
                .matches
                .iter()
                .map(|other| MatchCard {
                    lead: self.lead_card(*other),
                    why: self.why(need, &report[*other]),
                })
                .collect(),
            deals: need
                .deals
                .iter()
                .map(|deal| self.deal_card(*deal))
                .collect(),
            updates: self.timeline(
                &need.updates,
                need.event,
                (report[need.event].date, asked),
                None,
                whole,
            ),
            regions: self.region_tags(&need.regions),
            themes: self.theme_tags(&need.themes),
            session: need.session.map(|session| self.session_tag(session)),
            event: self.event_card(need.event),
            resources: self.resources_of(need.event, RecordId::Need(id)),
            corrections: self.correction_rows(need.event, Some(RecordId::Need(id))),
        }
    }

    /// What two leads have in common: "Dezelfde regio, twee dezelfde thema's".
    fn why(self, one: &Need, other: &Need) -> String {
        let mut reasons = Vec::new();
        if one
            .regions
            .iter()
            .any(|region| other.regions.contains(region))
        {
            reasons.push(
                both("dezelfde regio", "the same region")
                    .get(self.language)
                    .to_owned(),
            );
        } else {
            reasons.push(
                both(
                    "een regio die erin of eromheen ligt",
                    "a region within or around it",
                )
                .get(self.language)
                .to_owned(),
            );
        }
        let themes: Vec<String> = one
            .themes
            .iter()
            .filter(|theme| other.themes.contains(theme))
            .map(|theme| self.theme_tag(*theme).name.text)
            .collect();
        if !themes.is_empty() {
            let word = if themes.len() == 1 {
                both("het thema", "the theme")
            } else {
                both("de thema’s", "the themes")
            };
            reasons.push(format!(
                "{} {}",
                word.get(self.language),
                listing(&themes, self.language)
            ));
        }
        capitalised(&phrases::listing(&reasons, self.language))
    }
}
