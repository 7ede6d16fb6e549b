//! The pages of who took part: people, organisations, and the series they came back to.

use super::cards::part_label;
use super::harvest::is_done;
use super::texts::Standing;
use super::{Head, Speaking};
use crate::plan::pages::{Embedded, LIST_LENGTH, ListKind, Page};
use crate::plan::view::{
    Did, EditionColumn, LinkRow, Number, OrganisationView, PartRow, PersonView, SeriesView,
};
use crate::report::{
    Completeness, EventId, FigureId, OrganisationId, OrganisationKind, Party, PartyRecord,
    PersonId, SeriesId, SeriesKind, SpeakerId,
};
use crate::words::numbers::count;
use crate::words::phrases::{self, sentence};
use crate::words::{Bilingual, Language, both};

/// How many names a column of a series shows.
const RETURNED_SHOWN: usize = 20;

impl Speaking<'_> {
    pub(super) fn person(self, id: PersonId) -> PersonView {
        let person = &self.report()[id];
        let role = person.role.as_ref().map(|role| self.said(role));
        let organisation = person.organisation.as_ref().map(|party| self.party(party));
        let description = [
            role.as_ref().map(|role| role.text.clone()),
            organisation.as_ref().map(|tag| tag.name.text.clone()),
        ];
        PersonView {
            site: self.site(),
            page: self.head(Head {
                kind: "person",
                section: "people",
                page: Page::Person(id),
                title: Self::name(&person.name),
                full_title: person.name.clone(),
                description: Some(
                    description
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(", "),
                ),
                trail: self.trail(vec![self.list_crumb(ListKind::People)]),
            }),
            name: person.name.clone(),
            role,
            organisation,
            also: person.also.clone(),
            text: person.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
            links: self.link_rows(&person.links, self.written_in(None)),
            did: self.did(&person.record, false),
        }
    }

    pub(super) fn organisation(self, id: OrganisationId) -> OrganisationView {
        let organisation = &self.report()[id];
        let name = self.said(&organisation.name);
        let kind = organisation
            .kind
            .and_then(organisation_kind)
            .map(|kind| kind.get(self.language).to_owned());
        OrganisationView {
            site: self.site(),
            page: self.head(Head {
                kind: "organisation",
                section: "organisations",
                page: Page::Organisation(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: organisation
                    .text
                    .as_ref()
                    .map(|text| self.plain(text, 160))
                    .or_else(|| kind.clone()),
                trail: self.trail(vec![self.list_crumb(ListKind::Organisations)]),
            }),
            id: organisation.id.to_string(),
            name: Self::heading(&name),
            kind,
            regions: self.region_tags(&organisation.regions),
            website: organisation.website.as_ref().map(|url| LinkRow {
                title: self.as_written(
                    url.split_once("://")
                        .map_or(url.as_str(), |(_, rest)| rest)
                        .trim_end_matches('/'),
                    self.language,
                ),
                href: url.clone(),
            }),
            also: organisation.also.clone(),
            former_names: organisation.former_names.clone(),
            until: organisation
                .until
                .map(|date| sentence(&phrases::existed_until(date, self.language))),
            successor: organisation
                .successor
                .and_then(|other| self.record_tag(crate::report::RecordId::Organisation(other))),
            predecessors: organisation
                .predecessors
                .iter()
                .filter_map(|other| self.record_tag(crate::report::RecordId::Organisation(*other)))
                .collect(),
            text: organisation.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
            people: organisation
                .people
                .iter()
                .map(|person| self.person_tag(*person))
                .collect(),
            did: self.did(&organisation.record, true),
            own_site: self.own_site(Embedded::Organisation(id)),
        }
    }

    /// How much a person or organisation did, as far as there is something.
    pub(super) fn numbers_of_record(self, record: &PartyRecord) -> Vec<Number> {
        let report = self.report();
        let mut numbers: Vec<Number> = Vec::new();
        for (noun, number) in [
            (phrases::EVENT, record.events.len()),
            (phrases::ASK, record.asks.len()),
            (phrases::OFFER, record.offers.len()),
            (phrases::DEAL, record.deals.len()),
            (phrases::IDEA, record.ideas.len()),
        ] {
            if number > 0 {
                let mut figure = self.plain_number(noun, number, None);
                let done = record
                    .deals
                    .iter()
                    .filter(|deal| is_done(&report[**deal]))
                    .count();
                if noun.form(2, Language::En) == phrases::DEAL.form(2, Language::En) && done > 0 {
                    figure.label = format!("{}, {}", figure.label, self.done_of(done));
                }
                numbers.push(figure);
            }
        }
        numbers
    }

    /// All that a person or organisation did.
    fn did(self, record: &PartyRecord, name_people: bool) -> Did {
        Did {
            numbers: self.numbers_of_record(record),
            spoke: Self::section(
                &record.spoke,
                LIST_LENGTH,
                |speaker| self.part_row(speaker, name_people),
                || None,
            ),
            organised: Self::section(
                &record.organised,
                LIST_LENGTH,
                |event| self.event_card(event),
                || None,
            ),
            led: Self::section(
                &record.led,
                LIST_LENGTH,
                |session| self.session_tag(session),
                || None,
            ),
            asks: Self::section(
                &record.asks,
                LIST_LENGTH,
                |need| self.lead_card(need),
                || None,
            ),
            offers: Self::section(
                &record.offers,
                LIST_LENGTH,
                |need| self.lead_card(need),
                || None,
            ),
            deals: Self::section(
                &record.deals,
                LIST_LENGTH,
                |deal| self.deal_card(deal),
                || None,
            ),
            ideas: Self::section(
                &record.ideas,
                LIST_LENGTH,
                |idea| self.idea_card(idea),
                || None,
            ),
            quotes: Self::section(
                &record.quotes,
                LIST_LENGTH,
                |quote| self.quote_card(quote, false),
                || None,
            ),
            events: self.events_by_year(&record.events[..record.events.len().min(LIST_LENGTH)]),
        }
    }

    fn part_row(self, id: SpeakerId, name_person: bool) -> PartRow {
        let speaker = &self.report()[id];
        let written_in = self.report()[speaker.event].language;
        // Several parts may stand on one page, so each keeps its ids to itself.
        let prefix = format!("{}-{}-", self.report()[speaker.event].id, id.0);
        let prefix = if prefix.starts_with(|first: char| first.is_ascii_digit()) {
            format!("bij-{prefix}")
        } else {
            prefix
        };
        PartRow {
            event: self.event_card(speaker.event),
            role: speaker
                .role
                .as_ref()
                .map(|role| self.said_from(role, written_in)),
            organisation: speaker.organisation.as_ref().map(|party| self.party(party)),
            part: speaker
                .part
                .and_then(|part| part_label(part, self.language)),
            text: speaker.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: Some(speaker.event),
                        heading_level: 4,
                        prefix: &prefix,
                    },
                )
            }),
            person: name_person.then(|| self.party(&speaker.person)),
        }
    }

    pub(super) fn series(self, id: SeriesId) -> SeriesView {
        let report = self.report();
        let series = &report[id];
        let name = self.said(&series.name);
        let figures = self.measured_over(&series.events);
        let deals: Vec<_> = series
            .events
            .iter()
            .flat_map(|event| report[*event].deals.iter().copied())
            .collect();
        SeriesView {
            site: self.site(),
            page: self.head(Head {
                kind: "series",
                section: "series",
                page: Page::Series(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: series.text.as_ref().map(|text| self.plain(text, 160)),
                trail: self.trail(vec![self.list_crumb(ListKind::Series)]),
            }),
            name: Self::heading(&name),
            kind: series
                .kind
                .and_then(series_kind)
                .map(|kind| kind.get(self.language).to_owned()),
            text: series.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
            editions: series
                .events
                .iter()
                .enumerate()
                .map(|(position, event)| {
                    let returned = position
                        .checked_sub(1)
                        .and_then(|before| series.returned.get(before))
                        .map_or(&[][..], Vec::as_slice);
                    self.edition(*event, returned)
                })
                .collect(),
            by_status: self.deals_by_status(&deals, false),
            figures: figures
                .into_iter()
                .map(|figure| self.figure_card(figure, false))
                .collect(),
        }
    }

    /// The newest figure of each measure that more than one edition has.
    fn measured_over(self, events: &[EventId]) -> Vec<FigureId> {
        let report = self.report();
        let mut newest: Vec<FigureId> = Vec::new();
        for event in events.iter().rev() {
            for figure in &report[*event].figures {
                let Some(measure) = &report[*figure].measure else {
                    continue;
                };
                if !newest
                    .iter()
                    .any(|known| report[*known].measure.as_ref() == Some(measure))
                {
                    newest.push(*figure);
                }
            }
        }
        newest.retain(|figure| {
            report[*figure]
                .measure
                .as_ref()
                .and_then(|measure| self.fill.measures.get(measure))
                .is_some_and(|all| all.len() > 1)
        });
        newest
    }

    fn edition(self, id: EventId, returned: &[Party]) -> EditionColumn {
        let report = self.report();
        let event = &report[id];
        let kept = |number: usize, kept: Option<Completeness>| match (kept, number) {
            (Some(Completeness::None), 0) => phrases::not_kept(self.language).to_owned(),
            (Some(Completeness::Some | Completeness::None), _) => {
                format!(
                    "{} {}",
                    both("minstens", "at least").get(self.language),
                    count(number as u64, self.language)
                )
            }
            (Some(Completeness::All) | None, _) => count(number as u64, self.language),
        };
        let open = event
            .asks
            .iter()
            .chain(&event.offers)
            .filter(|need| report[**need].lead)
            .count();
        let done = event
            .deals
            .iter()
            .filter(|deal| is_done(&report[**deal]))
            .count();
        let ideas = self.ideas_with_page(&event.ideas);
        // What was not held has no counts: its columns say what became of it instead of nought.
        let not_held = self.event_status_word(id).filter(|_| {
            event.deals.is_empty() && event.ideas.is_empty() && event.participants.is_none()
        });
        let dash = |text: String| {
            if not_held.is_some() {
                "–".to_owned()
            } else {
                text
            }
        };
        EditionColumn {
            event: self.event_card(id),
            edition: event.edition.clone(),
            participants: dash(event.participants.map_or_else(
                || phrases::not_kept(self.language).to_owned(),
                |participants| {
                    format!(
                        "{}{}",
                        count(u64::from(participants), self.language),
                        if event.participants_at_least { "+" } else { "" }
                    )
                },
            )),
            deals: dash(kept(event.deals.len(), event.recorded.deals)),
            done: dash(kept(done, event.recorded.deals)),
            open: dash(kept(
                open,
                event.recorded.asks.max_incomplete(event.recorded.offers),
            )),
            ideas: dash(kept(ideas, event.recorded.ideas)),
            returned: returned
                .iter()
                .take(RETURNED_SHOWN)
                .map(|party| self.party(party))
                .collect(),
            returned_total: returned.len(),
        }
    }
}

/// Two kinds counted together are as complete as the lesser.
trait MaxIncomplete {
    fn max_incomplete(self, other: Self) -> Self;
}

impl MaxIncomplete for Option<Completeness> {
    fn max_incomplete(self, other: Self) -> Self {
        match (self, other) {
            (Some(Completeness::None), Some(Completeness::None)) => Some(Completeness::None),
            (Some(Completeness::Some | Completeness::None), _)
            | (_, Some(Completeness::Some | Completeness::None)) => Some(Completeness::Some),
            (Some(Completeness::All), _) | (_, Some(Completeness::All)) => Some(Completeness::All),
            (None, None) => None,
        }
    }
}

pub(super) fn organisation_kind(kind: OrganisationKind) -> Option<Bilingual> {
    match kind {
        OrganisationKind::School => Some(both("School", "School")),
        OrganisationKind::Company => Some(both("Bedrijf", "Company")),
        OrganisationKind::Government => Some(both("Overheid", "Government")),
        OrganisationKind::Sector => Some(both("Branche", "Sector")),
        OrganisationKind::Network => Some(both("Netwerk", "Network")),
        OrganisationKind::Other => None,
    }
}

pub(super) fn series_kind(kind: SeriesKind) -> Option<Bilingual> {
    match kind {
        SeriesKind::Yearly => Some(both("Elk jaar", "Every year")),
        SeriesKind::Programme => Some(both("Programma", "Programme")),
        SeriesKind::Other => None,
    }
}
