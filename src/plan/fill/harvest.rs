//! The pages that gather what came of it: a region, a theme, both, a year.

use std::collections::{BTreeMap, BTreeSet};

use super::cards::region_kind;
use super::texts::Standing;
use super::{Head, Speaking};
use crate::plan::is_empty;
use crate::plan::pages::{Embedded, List, ListKind, Narrow, Page, SECTION_LENGTH};
use crate::plan::view::{
    AlsoFor, Count, CrossingView, Crumb, EventsOfYear, Harvested, More, Number, RegionView,
    Section, SessionCard, Tag, ThemeView, YearRow, YearView,
};
use crate::report::{
    Completeness, Deal, DealId, DealStatus, EventId, Harvest, IdeaId, NeedId, Recorded, RegionId,
    SessionId, Side, ThemeId,
};
use crate::words::both;
use crate::words::dates::day_month_year;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun, listing, sentence};

impl Speaking<'_> {
    pub(super) fn region(self, id: RegionId) -> RegionView {
        let report = self.report();
        let region = &report[id];
        let name = self.said(&region.name);
        let summary = self.summary(&region.harvest);
        RegionView {
            site: self.site(),
            page: self.head(Head {
                kind: "region",
                section: "regions",
                page: Page::Region(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: summary.clone(),
                trail: self.trail(vec![self.list_crumb(ListKind::Regions)]),
            }),
            id: region.id.to_string(),
            name: Self::heading(&name),
            kind: region
                .kind
                .and_then(region_kind)
                .map(|kind| kind.get(self.language).to_owned()),
            parents: self.region_tags(&region.parents),
            map: self.region_map(self.fill.maps.below.get(&id)),
            children: region
                .children
                .iter()
                .map(|child| self.region_row(*child, 0))
                .collect(),
            former_names: region.former_names.clone(),
            until: region
                .until
                .map(|date| sentence(&phrases::existed_until(date, self.language))),
            successor: region.successor.map(|other| self.region_tag(other)),
            as_of: self.newest_news(&region.harvest),
            summary,
            text: region.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
            harvested: self.harvested(&region.harvest, Narrow::Region(id)),
            themes: region
                .themes
                .iter()
                .map(|theme| self.crossing_count(id, *theme, self.theme_tag(*theme)))
                .collect(),
            organisations: Self::section(
                &region.organisations,
                SECTION_LENGTH,
                |organisation| self.organisation_tag(organisation),
                || {
                    Some(self.more(
                        ListKind::Organisations,
                        Narrow::Region(id),
                        phrases::ORGANISATION,
                        region.organisations.len(),
                    ))
                },
            ),
            also_for: region
                .ancestors
                .iter()
                .filter_map(|ancestor| self.also_for_region(id, *ancestor))
                .collect(),
            own_site: self.own_site(Embedded::Region(id)),
        }
    }

    pub(super) fn theme(self, id: ThemeId) -> ThemeView {
        let report = self.report();
        let theme = &report[id];
        let name = self.said(&theme.name);
        let summary = self.summary(&theme.harvest);
        ThemeView {
            site: self.site(),
            page: self.head(Head {
                kind: "theme",
                section: "themes",
                page: Page::Theme(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: summary.clone(),
                trail: self.trail(vec![self.list_crumb(ListKind::Themes)]),
            }),
            id: theme.id.to_string(),
            name: Self::heading(&name),
            parents: self.theme_tags(&theme.parents),
            children: theme
                .children
                .iter()
                .map(|child| self.theme_count(*child))
                .collect(),
            former_names: theme.former_names.clone(),
            until: theme
                .until
                .map(|date| sentence(&phrases::existed_until(date, self.language))),
            successor: theme.successor.map(|other| self.theme_tag(other)),
            as_of: self.newest_news(&theme.harvest),
            summary,
            text: theme.text.as_ref().map(|text| {
                self.html(
                    text,
                    Standing {
                        event: None,
                        heading_level: 2,
                        prefix: "tekst-",
                    },
                )
            }),
            harvested: self.harvested(&theme.harvest, Narrow::Theme(id)),
            regions: theme
                .regions
                .iter()
                .map(|region| self.crossing_count(*region, id, self.region_tag(*region)))
                .collect(),
            also_for: theme
                .ancestors
                .iter()
                .filter_map(|ancestor| self.also_for_theme(id, *ancestor))
                .collect(),
        }
    }

    pub(super) fn crossing(self, region: RegionId, theme: ThemeId) -> CrossingView {
        let empty = Harvest::default();
        let harvest = self
            .report()
            .crossings
            .get(&(region, theme))
            .unwrap_or(&empty);
        let (region_tag, theme_tag) = (self.region_tag(region), self.theme_tag(theme));
        let title = format!("{} in {}", theme_tag.name.text, region_tag.name.text);
        let summary = self
            .summary(harvest)
            .or_else(|| self.nothing(Page::Crossing(region, theme)));
        CrossingView {
            site: self.site(),
            page: self.head(Head {
                kind: "crossing",
                section: "regions",
                page: Page::Crossing(region, theme),
                title: self.own(&title),
                full_title: title,
                description: summary.clone(),
                trail: self.trail(vec![
                    self.list_crumb(ListKind::Regions),
                    Crumb {
                        label: region_tag.name.clone(),
                        href: region_tag.href.clone(),
                    },
                ]),
            }),
            region: region_tag,
            theme: theme_tag,
            as_of: self.newest_news(harvest),
            summary,
            harvested: self.harvested(harvest, Narrow::Crossing(region, theme)),
        }
    }

    pub(super) fn year(self, year: i16) -> YearView {
        let report = self.report();
        let empty = Harvest::default();
        let position = report.years.iter().position(|found| found.year == year);
        let harvest = position.map_or(&empty, |position| &report.years[position].harvest);
        let crumb = |position: usize| {
            report.years.get(position).map(|other| Crumb {
                label: Self::name(&other.year.to_string()),
                href: self.href(Page::Year(other.year)),
            })
        };
        let summary = self
            .summary(harvest)
            .or_else(|| self.nothing(Page::Year(year)));
        YearView {
            site: self.site(),
            page: self.head(Head {
                kind: "year",
                section: "years",
                page: Page::Year(year),
                title: Self::name(&year.to_string()),
                full_title: year.to_string(),
                description: summary.clone(),
                trail: self.trail(vec![self.list_crumb(ListKind::Years)]),
            }),
            year: year.to_string(),
            summary,
            harvested: self.harvested(harvest, Narrow::Year(year)),
            // Years stand newest first.
            previous: position.and_then(|position| crumb(position + 1)),
            next: position
                .and_then(|position| position.checked_sub(1))
                .and_then(crumb),
        }
    }

    /// What a page says that is kept for its promised address alone.
    fn nothing(self, page: Page) -> Option<String> {
        let said = both(
            "Hierover is nu niets vastgelegd.",
            "Nothing is on record about this now.",
        );
        is_empty(self.report(), page).then(|| said.get(self.language).to_owned())
    }

    /// What came of it, the newest of each kind.
    fn harvested(self, harvest: &Harvest, narrow: Narrow) -> Harvested {
        let report = self.report();
        let ideas: Vec<IdeaId> = harvest
            .ideas
            .iter()
            .copied()
            .filter(|idea| !report[*idea].inline)
            .collect();
        let shown = &harvest.events[..harvest.events.len().min(SECTION_LENGTH)];
        Harvested {
            numbers: self.numbers(harvest, narrow),
            deals: Self::section(
                &harvest.deals,
                SECTION_LENGTH,
                |deal| self.deal_card(deal),
                || Some(self.more(ListKind::Deals, narrow, phrases::DEAL, harvest.deals.len())),
            ),
            leads: Self::section(
                &harvest.leads,
                SECTION_LENGTH,
                |need| self.lead_card(need),
                || Some(self.more(ListKind::Leads, narrow, phrases::LEAD, harvest.leads.len())),
            ),
            ideas: Self::section(
                &ideas,
                SECTION_LENGTH,
                |idea| self.idea_card(idea),
                || Some(self.more(ListKind::Ideas, narrow, phrases::IDEA, ideas.len())),
            ),
            by_status: self.deals_by_status(&harvest.deals, false),
            events: self.events_by_year(shown),
            events_more: (harvest.events.len() > SECTION_LENGTH).then(|| {
                self.more(
                    ListKind::Events,
                    narrow,
                    phrases::EVENT,
                    harvest.events.len(),
                )
            }),
            by_year: if matches!(narrow, Narrow::Year(_)) {
                Vec::new()
            } else {
                self.by_year(harvest)
            },
            outcomes: Self::section(
                &harvest.outcomes,
                SECTION_LENGTH,
                |outcome| self.outcome_card(outcome, false),
                || None,
            ),
            sessions: self.sessions(harvest),
            figures: Self::section(
                &harvest.figures,
                SECTION_LENGTH,
                |figure| self.figure_card(figure, false),
                || None,
            ),
        }
    }

    /// Sessions that are about it while their events as a whole are not.
    fn sessions(self, harvest: &Harvest) -> Section<SessionCard> {
        let report = self.report();
        let events: BTreeSet<EventId> = harvest.events.iter().copied().collect();
        let sessions: Vec<SessionId> = harvest
            .sessions
            .iter()
            .copied()
            .filter(|session| !events.contains(&report[*session].event))
            .collect();
        let card = |id: SessionId| SessionCard {
            tag: self.session_tag(id),
            speakers: self.parties(&report[id].speakers),
            event: self.event_tag(report[id].event),
            date: day_month_year(report[id].date, self.language),
        };
        Self::section(&sessions, SECTION_LENGTH, card, || None)
    }

    /// What each year brought, oldest first; empty where there is one year only.
    fn by_year(self, harvest: &Harvest) -> Vec<YearRow> {
        let report = self.report();
        let mut years: BTreeMap<i16, [usize; 4]> = BTreeMap::new();
        let mut count = |event: EventId, kind: usize| {
            years.entry(report[event].date.year()).or_default()[kind] += 1
        };
        harvest.events.iter().for_each(|event| count(*event, 0));
        harvest
            .deals
            .iter()
            .for_each(|deal| count(report[*deal].event, 1));
        harvest
            .leads
            .iter()
            .for_each(|need| count(report[*need].event, 2));
        harvest
            .ideas
            .iter()
            .filter(|idea| !report[**idea].inline)
            .for_each(|idea| count(report[*idea].event, 3));
        if years.len() < 2 {
            return Vec::new();
        }
        years
            .into_iter()
            .map(|(year, [events, deals, leads, ideas])| YearRow {
                year: year.to_string(),
                href: self.href(Page::Year(year)),
                events,
                deals,
                leads,
                ideas,
            })
            .collect()
    }

    /// Events, newest first, under their years.
    pub(super) fn events_by_year(self, events: &[EventId]) -> Vec<EventsOfYear> {
        let mut years: BTreeMap<i16, Vec<EventId>> = BTreeMap::new();
        for event in events {
            years
                .entry(self.report()[*event].date.year())
                .or_default()
                .push(*event);
        }
        years
            .into_iter()
            .rev()
            .map(|(year, events)| EventsOfYear {
                year: year.to_string(),
                href: self.href(Page::Year(year)),
                events: events
                    .into_iter()
                    .map(|event| self.event_card(event))
                    .collect(),
            })
            .collect()
    }

    /// The band of large figures of a region, theme or year.
    /// The numbers of a region's page.
    pub(super) fn region_numbers(self, id: RegionId) -> Vec<Number> {
        self.numbers(&self.report()[id].harvest, Narrow::Region(id))
    }

    /// The numbers of a theme's page.
    pub(super) fn theme_numbers(self, id: ThemeId) -> Vec<Number> {
        self.numbers(&self.report()[id].harvest, Narrow::Theme(id))
    }

    pub(super) fn numbers(self, harvest: &Harvest, narrow: Narrow) -> Vec<Number> {
        let report = self.report();
        let recorded = self.recorded_over(&self.events_behind(harvest));
        let list = |kind| {
            Some(self.href(Page::List(List { kind, narrow }, 1)))
                .filter(|_| !matches!(narrow, Narrow::Crossing(..)))
        };
        let ideas = self.ideas_with_page(&harvest.ideas);
        let (asks, offers): (Vec<NeedId>, Vec<NeedId>) = harvest
            .leads
            .iter()
            .copied()
            .partition(|need| report[*need].side == Side::Ask);
        let mut numbers = Vec::new();
        if let Some(mut number) = self.kept_number(
            phrases::DEAL,
            harvest.deals.len(),
            recorded.deals,
            list(ListKind::Deals),
        ) {
            let done = harvest
                .deals
                .iter()
                .filter(|deal| is_done(&report[**deal]))
                .count();
            if done > 0 && number.kept {
                // "deals vastgelegd, waarvan 2 klaar; het kunnen er meer zijn"
                let (kept, rest) = number
                    .label
                    .split_once(';')
                    .map_or((number.label.as_str(), String::new()), |(kept, rest)| {
                        (kept, format!(";{rest}"))
                    });
                number.label = format!("{kept}, {}{rest}", self.done_of(done));
            }
            numbers.push(number);
        }
        for (noun, leads) in [(phrases::OPEN_ASK, asks), (phrases::OPEN_OFFER, offers)] {
            if !leads.is_empty() {
                numbers.push(self.plain_number(noun, leads.len(), list(ListKind::Leads)));
            }
        }
        numbers.extend(self.kept_number(
            phrases::IDEA,
            ideas,
            recorded.ideas,
            list(ListKind::Ideas),
        ));
        if !harvest.events.is_empty() {
            numbers.push(self.plain_number(phrases::EVENT, harvest.events.len(), None));
        }
        numbers
    }

    pub(super) fn plain_number(self, noun: Noun, number: usize, href: Option<String>) -> Number {
        Number {
            value: count(number as u64, self.language),
            label: noun.form(number, self.language).to_owned(),
            kept: true,
            href,
        }
    }

    /// "waarvan 3 klaar".
    pub(super) fn done_of(self, done: usize) -> String {
        format!(
            "{} {} {}",
            both("waarvan", "of which").get(self.language),
            count(done as u64, self.language),
            both("klaar", "done").get(self.language)
        )
    }

    /// The events that what is here came from: a deal for Twente may be made at an event of the
    /// whole province.
    pub(super) fn events_behind(self, harvest: &Harvest) -> Vec<EventId> {
        let report = self.report();
        let mut events: Vec<EventId> = harvest.events.clone();
        events.extend(harvest.deals.iter().map(|deal| report[*deal].event));
        events.extend(harvest.leads.iter().map(|need| report[*need].event));
        events.extend(harvest.ideas.iter().map(|idea| report[*idea].event));
        events.sort_unstable();
        events.dedup();
        events
    }

    /// How completely the events were recorded that what is here came from.
    pub(super) fn recorded_behind(self, harvest: &Harvest) -> Recorded {
        self.recorded_over(&self.events_behind(harvest))
    }

    /// How completely several events were recorded: a whole is no more complete than its parts.
    pub(super) fn recorded_over(self, events: &[EventId]) -> Recorded {
        let over = |kept: &dyn Fn(&Recorded) -> Option<Completeness>| {
            let all: Vec<Option<Completeness>> = events
                .iter()
                .map(|event| kept(&self.report()[*event].recorded))
                .collect();
            if all.iter().all(|kept| *kept == Some(Completeness::None)) && !all.is_empty() {
                Some(Completeness::None)
            } else if all
                .iter()
                .any(|kept| matches!(kept, Some(Completeness::Some | Completeness::None)))
            {
                Some(Completeness::Some)
            } else {
                None
            }
        };
        Recorded {
            deals: over(&|recorded| recorded.deals),
            asks: over(&|recorded| recorded.asks),
            offers: over(&|recorded| recorded.offers),
            ideas: over(&|recorded| recorded.ideas),
        }
    }

    /// "Zeven deals, drie vragen nog open en elf ideeën uit vier bijeenkomsten."
    pub(super) fn summary(self, harvest: &Harvest) -> Option<String> {
        let from = self.events_behind(harvest);
        let recorded = self.recorded_over(&from);
        let ideas = self.ideas_with_page(&harvest.ideas);
        let parts: Vec<String> = [
            (phrases::DEAL, harvest.deals.len(), recorded.deals),
            (phrases::LEAD, harvest.leads.len(), None),
            (phrases::IDEA, ideas, recorded.ideas),
        ]
        .into_iter()
        .filter(|(_, number, _)| *number > 0)
        .map(|(noun, number, kept)| {
            let counted = noun.in_text(number, self.language);
            if kept.is_some_and(|kept| kept != Completeness::All) {
                format!(
                    "{} {counted}",
                    both("minstens", "at least").get(self.language)
                )
            } else {
                counted
            }
        })
        .collect();
        let events = phrases::EVENT.in_text(from.len(), self.language);
        match (parts.is_empty(), from.is_empty()) {
            (true, true) => None,
            (true, false) => Some(sentence(&events)),
            (false, true) => Some(sentence(&listing(&parts, self.language))),
            (false, false) => Some(sentence(&format!(
                "{} {} {events}",
                listing(&parts, self.language),
                both("uit", "from").get(self.language)
            ))),
        }
    }

    /// "Stand van 14 maart 2024": the newest day that anything here is known of.
    pub(super) fn newest_news(self, harvest: &Harvest) -> Option<String> {
        let report = self.report();
        let deals = harvest
            .deals
            .iter()
            .filter_map(|deal| report[*deal].status.map(|now| now.as_of));
        let leads = harvest
            .leads
            .iter()
            .filter_map(|need| report[*need].status.map(|now| now.as_of));
        let ideas = harvest
            .ideas
            .iter()
            .filter_map(|idea| report[*idea].status.map(|now| now.as_of));
        let told = |event: &EventId| {
            let event = &report[*event];
            event.updated.or(event.published).unwrap_or(event.date)
        };
        // Where only ideas without a status count, the report that they stand in is all that is
        // known.
        let newest = deals
            .chain(leads)
            .chain(ideas)
            .chain(harvest.events.iter().take(1).map(told))
            .max();
        newest
            .or_else(|| self.events_behind(harvest).iter().map(told).max())
            .map(|date| phrases::capitalised(&phrases::as_of(date, self.language)))
    }

    fn crossing_count(self, region: RegionId, theme: ThemeId, mut tag: Tag) -> Count {
        let empty = Harvest::default();
        let harvest = self
            .report()
            .crossings
            .get(&(region, theme))
            .unwrap_or(&empty);
        tag.href = self.href(Page::Crossing(region, theme));
        self.count_of(tag, harvest)
    }

    /// A theme with all that is behind it.
    pub(super) fn theme_count(self, theme: ThemeId) -> Count {
        self.count_of(self.theme_tag(theme), &self.report()[theme].harvest)
    }

    /// How much is behind a tag: deals, leads and ideas, and where there are none of these, events.
    fn count_of(self, tag: Tag, harvest: &Harvest) -> Count {
        let ideas = self.ideas_with_page(&harvest.ideas);
        let parts: Vec<(Noun, usize)> = vec![
            (phrases::DEAL, harvest.deals.len()),
            (phrases::LEAD, harvest.leads.len()),
            (phrases::IDEA, ideas),
            (phrases::OUTCOME, harvest.outcomes.len()),
        ];
        let total: usize = parts.iter().map(|(_, number)| number).sum();
        if total == 0 {
            let (noun, number) = if harvest.events.is_empty() {
                (phrases::SESSION, harvest.sessions.len())
            } else {
                (phrases::EVENT, harvest.events.len())
            };
            return Count {
                tag,
                count: number,
                said: noun.counted(number, self.language),
            };
        }
        let said: Vec<String> = parts
            .iter()
            .filter(|(_, number)| *number > 0)
            .map(|(noun, number)| noun.counted(*number, self.language))
            .collect();
        Count {
            tag,
            count: total,
            said: listing(&said, self.language),
        }
    }

    /// What was for the whole of a region above, and not for this one already.
    fn also_for_region(self, region: RegionId, ancestor: RegionId) -> Option<AlsoFor> {
        let report = self.report();
        let here = |regions: &[RegionId]| {
            regions
                .iter()
                .any(|other| *other == region || report[*other].ancestors.contains(&region))
        };
        let rest = self.without(&report[ancestor].direct, &|record| here(record.regions));
        let tag = self.region_tag(ancestor);
        self.also_for(
            phrases::also_for(&tag.name.text, self.language),
            &tag,
            &rest,
        )
    }

    /// What was for the whole of a wider theme, and not for this one already.
    fn also_for_theme(self, theme: ThemeId, ancestor: ThemeId) -> Option<AlsoFor> {
        let report = self.report();
        let here = |themes: &[ThemeId]| {
            themes
                .iter()
                .any(|other| *other == theme || report[*other].ancestors.contains(&theme))
        };
        let rest = self.without(&report[ancestor].direct, &|record| here(record.themes));
        let tag = self.theme_tag(ancestor);
        self.also_for(
            phrases::also_for_theme(&tag.name.text, self.language),
            &tag,
            &rest,
        )
    }

    /// The records of a harvest that are not here already.
    fn without(self, harvest: &Harvest, here: &dyn Fn(Belongs<'_>) -> bool) -> Harvest {
        let report = self.report();
        let deal = |id: &&DealId| {
            !here(Belongs {
                regions: &report[**id].regions,
                themes: &report[**id].themes,
            })
        };
        let need = |id: &&NeedId| {
            !here(Belongs {
                regions: &report[**id].regions,
                themes: &report[**id].themes,
            })
        };
        let idea = |id: &&IdeaId| {
            !report[**id].inline
                && !here(Belongs {
                    regions: &report[**id].regions,
                    themes: &report[**id].themes,
                })
        };
        let event = |id: &&EventId| {
            !here(Belongs {
                regions: &report[**id].regions,
                themes: &report[**id].themes,
            })
        };
        Harvest {
            deals: harvest.deals.iter().filter(deal).copied().collect(),
            leads: harvest.leads.iter().filter(need).copied().collect(),
            ideas: harvest.ideas.iter().filter(idea).copied().collect(),
            events: harvest.events.iter().filter(event).copied().collect(),
            ..Harvest::default()
        }
    }

    fn also_for(self, title: String, tag: &Tag, rest: &Harvest) -> Option<AlsoFor> {
        if rest.is_empty() {
            return None;
        }
        let more = || {
            Some(More {
                label: tag.name.text.clone(),
                href: tag.href.clone(),
            })
        };
        Some(AlsoFor {
            title,
            deals: Self::section(
                &rest.deals,
                SECTION_LENGTH,
                |deal| self.deal_card(deal),
                more,
            ),
            leads: Self::section(
                &rest.leads,
                SECTION_LENGTH,
                |need| self.lead_card(need),
                more,
            ),
            ideas: Self::section(
                &rest.ideas,
                SECTION_LENGTH,
                |idea| self.idea_card(idea),
                more,
            ),
            events: Self::section(
                &rest.events,
                SECTION_LENGTH,
                |event| self.event_card(event),
                more,
            ),
            tag: tag.clone(),
        })
    }
}

/// What a record belongs to.
#[derive(Clone, Copy)]
struct Belongs<'a> {
    regions: &'a [RegionId],
    themes: &'a [ThemeId],
}

pub(super) fn is_done(deal: &Deal) -> bool {
    deal.status
        .is_some_and(|now| now.status == DealStatus::Done)
}
