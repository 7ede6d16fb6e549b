//! The pages that gather what came of it: a region, a theme, both, a year.

use std::collections::{BTreeMap, BTreeSet};

use super::cards::region_kind;
use super::context::Context;
use super::head::Head;
use super::texts::Standing;
use super::{cards, drawings, event, head, sharing, shelf, texts, trail};
use crate::pages::view::{
    AlsoFor, Count, CrossingView, Crumb, EventsOfYear, Harvested, More, Number, RegionView, Said,
    Section, SessionCard, Tag, ThemeView, YearRow, YearView,
};
use crate::plan::is_empty;
use crate::plan::page::{Embedded, List, ListKind, Narrow, Page, SECTION_LENGTH};
use crate::report::{
    Completeness, Deal, DealId, DealStatus, EventId, Harvest, IdeaId, NeedId, Recorded, RegionId,
    SessionId, Side, ThemeId,
};
use crate::words::both;
use crate::words::dates::day_month_year;
use crate::words::numbers::count;
use crate::words::phrases::{self, Noun, listing, sentence};

pub(super) fn region(context: Context<'_>, id: RegionId) -> RegionView {
    let report = context.report;
    let region = &report[id];
    let name = context.said(&region.name);
    let summary = summary(context, &region.harvest);
    RegionView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "region",
                section: "regions",
                page: Page::Region(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: summary.clone(),
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Regions)]),
            },
        ),
        id: region.id.to_string(),
        name: Said::heading(&name),
        kind: region
            .kind
            .and_then(region_kind)
            .map(|kind| kind.get(context.language).to_owned()),
        parents: cards::region_tags(context, &region.parents),
        map: drawings::region_map(context, context.views.maps.below.get(&id)),
        children: region
            .children
            .iter()
            .map(|child| cards::region_row(context, *child, 0))
            .collect(),
        former_names: region.former_names.clone(),
        until: region
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: region
            .successor
            .map(|other| cards::region_tag(context, other)),
        as_of: newest_news(context, &region.harvest),
        summary,
        text: region.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
        harvested: harvested(context, &region.harvest, Narrow::Region(id)),
        themes: region
            .themes
            .iter()
            .map(|theme| crossing_count(context, id, *theme, cards::theme_tag(context, *theme)))
            .collect(),
        organisations: cards::section(
            &region.organisations,
            SECTION_LENGTH,
            |organisation| shelf::organisation_tag(context, organisation),
            || {
                Some(cards::more(
                    context,
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
            .filter_map(|ancestor| also_for_region(context, id, *ancestor))
            .collect(),
        own_site: sharing::own_site(context, Embedded::Region(id)),
    }
}

pub(super) fn theme(context: Context<'_>, id: ThemeId) -> ThemeView {
    let report = context.report;
    let theme = &report[id];
    let name = context.said(&theme.name);
    let summary = summary(context, &theme.harvest);
    ThemeView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "theme",
                section: "themes",
                page: Page::Theme(id),
                title: name.clone(),
                full_title: name.text.clone(),
                description: summary.clone(),
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Themes)]),
            },
        ),
        id: theme.id.to_string(),
        name: Said::heading(&name),
        parents: cards::theme_tags(context, &theme.parents),
        children: theme
            .children
            .iter()
            .map(|child| theme_count(context, *child))
            .collect(),
        former_names: theme.former_names.clone(),
        until: theme
            .until
            .map(|date| sentence(&phrases::existed_until(date, context.language))),
        successor: theme
            .successor
            .map(|other| cards::theme_tag(context, other)),
        as_of: newest_news(context, &theme.harvest),
        summary,
        text: theme.text.as_ref().map(|text| {
            texts::html(
                context,
                text,
                Standing {
                    event: None,
                    heading_level: 2,
                    prefix: "tekst-",
                },
            )
        }),
        harvested: harvested(context, &theme.harvest, Narrow::Theme(id)),
        regions: theme
            .regions
            .iter()
            .map(|region| crossing_count(context, *region, id, cards::region_tag(context, *region)))
            .collect(),
        also_for: theme
            .ancestors
            .iter()
            .filter_map(|ancestor| also_for_theme(context, id, *ancestor))
            .collect(),
    }
}

pub(super) fn crossing(context: Context<'_>, region: RegionId, theme: ThemeId) -> CrossingView {
    let empty = Harvest::default();
    let harvest = context
        .report
        .crossings
        .get(&(region, theme))
        .unwrap_or(&empty);
    let (region_tag, theme_tag) = (
        cards::region_tag(context, region),
        cards::theme_tag(context, theme),
    );
    let title = format!("{} in {}", theme_tag.name.text, region_tag.name.text);
    let summary =
        summary(context, harvest).or_else(|| nothing(context, Page::Crossing(region, theme)));
    CrossingView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "crossing",
                section: "regions",
                page: Page::Crossing(region, theme),
                title: context.own(&title),
                full_title: title,
                description: summary.clone(),
                trail: trail::trail(
                    context,
                    vec![
                        trail::list_crumb(context, ListKind::Regions),
                        Crumb {
                            label: region_tag.name.clone(),
                            href: region_tag.href.clone(),
                        },
                    ],
                ),
            },
        ),
        region: region_tag,
        theme: theme_tag,
        as_of: newest_news(context, harvest),
        summary,
        harvested: harvested(context, harvest, Narrow::Crossing(region, theme)),
    }
}

pub(super) fn year(context: Context<'_>, year: i16) -> YearView {
    let report = context.report;
    let empty = Harvest::default();
    let position = report.years.iter().position(|found| found.year == year);
    let harvest = position.map_or(&empty, |position| &report.years[position].harvest);
    let crumb = |position: usize| {
        report.years.get(position).map(|other| Crumb {
            label: Said::name(&other.year.to_string()),
            href: context.href(Page::Year(other.year)),
        })
    };
    let summary = summary(context, harvest).or_else(|| nothing(context, Page::Year(year)));
    YearView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "year",
                section: "years",
                page: Page::Year(year),
                title: Said::name(&year.to_string()),
                full_title: year.to_string(),
                description: summary.clone(),
                trail: trail::trail(context, vec![trail::list_crumb(context, ListKind::Years)]),
            },
        ),
        year: year.to_string(),
        summary,
        harvested: harvested(context, harvest, Narrow::Year(year)),
        // Years stand newest first.
        previous: position.and_then(|position| crumb(position + 1)),
        next: position
            .and_then(|position| position.checked_sub(1))
            .and_then(crumb),
    }
}

/// What a page says that is kept for its promised address alone.
fn nothing(context: Context<'_>, page: Page) -> Option<String> {
    let said = both(
        "Hierover is nu niets vastgelegd.",
        "Nothing is on record about this now.",
    );
    is_empty(context.report, page).then(|| said.get(context.language).to_owned())
}

/// What came of it, the newest of each kind.
fn harvested(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Harvested {
    let report = context.report;
    let ideas: Vec<IdeaId> = harvest
        .ideas
        .iter()
        .copied()
        .filter(|idea| !report[*idea].inline)
        .collect();
    let shown = &harvest.events[..harvest.events.len().min(SECTION_LENGTH)];
    Harvested {
        numbers: numbers(context, harvest, narrow),
        deals: cards::section(
            &harvest.deals,
            SECTION_LENGTH,
            |deal| shelf::deal_card(context, deal),
            || {
                Some(cards::more(
                    context,
                    ListKind::Deals,
                    narrow,
                    phrases::DEAL,
                    harvest.deals.len(),
                ))
            },
        ),
        leads: cards::section(
            &harvest.leads,
            SECTION_LENGTH,
            |need| shelf::lead_card(context, need),
            || {
                Some(cards::more(
                    context,
                    ListKind::Leads,
                    narrow,
                    phrases::LEAD,
                    harvest.leads.len(),
                ))
            },
        ),
        ideas: cards::section(
            &ideas,
            SECTION_LENGTH,
            |idea| shelf::idea_card(context, idea),
            || {
                Some(cards::more(
                    context,
                    ListKind::Ideas,
                    narrow,
                    phrases::IDEA,
                    ideas.len(),
                ))
            },
        ),
        by_status: drawings::deals_by_status(context, &harvest.deals, false),
        events: events_by_year(context, shown),
        events_more: (harvest.events.len() > SECTION_LENGTH).then(|| {
            cards::more(
                context,
                ListKind::Events,
                narrow,
                phrases::EVENT,
                harvest.events.len(),
            )
        }),
        by_year: if matches!(narrow, Narrow::Year(_)) {
            Vec::new()
        } else {
            by_year(context, harvest)
        },
        outcomes: cards::section(
            &harvest.outcomes,
            SECTION_LENGTH,
            |outcome| cards::outcome_card(context, outcome, false),
            || None,
        ),
        sessions: sessions(context, harvest),
        figures: cards::section(
            &harvest.figures,
            SECTION_LENGTH,
            |figure| cards::figure_card(context, figure, false),
            || None,
        ),
    }
}

/// Sessions that are about it while their events as a whole are not.
fn sessions(context: Context<'_>, harvest: &Harvest) -> Section<SessionCard> {
    let report = context.report;
    let events: BTreeSet<EventId> = harvest.events.iter().copied().collect();
    let sessions: Vec<SessionId> = harvest
        .sessions
        .iter()
        .copied()
        .filter(|session| !events.contains(&report[*session].event))
        .collect();
    let card = |id: SessionId| SessionCard {
        tag: cards::session_tag(context, id),
        speakers: shelf::parties(context, &report[id].speakers),
        event: shelf::event_tag(context, report[id].event),
        date: day_month_year(report[id].date, context.language),
    };
    cards::section(&sessions, SECTION_LENGTH, card, || None)
}

/// What each year brought, oldest first; empty where there is one year only.
fn by_year(context: Context<'_>, harvest: &Harvest) -> Vec<YearRow> {
    let report = context.report;
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
            href: context.href(Page::Year(year)),
            events,
            deals,
            leads,
            ideas,
        })
        .collect()
}

/// Events, newest first, under their years.
pub(super) fn events_by_year(context: Context<'_>, events: &[EventId]) -> Vec<EventsOfYear> {
    let mut years: BTreeMap<i16, Vec<EventId>> = BTreeMap::new();
    for event in events {
        years
            .entry(context.report[*event].date.year())
            .or_default()
            .push(*event);
    }
    years
        .into_iter()
        .rev()
        .map(|(year, events)| EventsOfYear {
            year: year.to_string(),
            href: context.href(Page::Year(year)),
            events: events
                .into_iter()
                .map(|event| shelf::event_card(context, event))
                .collect(),
        })
        .collect()
}

/// The band of large figures of a region, theme or year.
/// The numbers of a region's page.
pub(super) fn region_numbers(context: Context<'_>, id: RegionId) -> Vec<Number> {
    numbers(context, &context.report[id].harvest, Narrow::Region(id))
}

/// The numbers of a theme's page.
pub(super) fn theme_numbers(context: Context<'_>, id: ThemeId) -> Vec<Number> {
    numbers(context, &context.report[id].harvest, Narrow::Theme(id))
}

pub(super) fn numbers(context: Context<'_>, harvest: &Harvest, narrow: Narrow) -> Vec<Number> {
    let report = context.report;
    let recorded = recorded_over(context, &events_behind(context, harvest));
    let list = |kind| {
        Some(context.href(Page::List(List { kind, narrow }, 1)))
            .filter(|_| !matches!(narrow, Narrow::Crossing(..)))
    };
    let ideas = cards::ideas_with_page(context, &harvest.ideas);
    let (asks, offers): (Vec<NeedId>, Vec<NeedId>) = harvest
        .leads
        .iter()
        .copied()
        .partition(|need| report[*need].side == Side::Ask);
    let mut numbers = Vec::new();
    if let Some(mut number) = event::kept_number(
        context,
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
            number.label = format!("{kept}, {}{rest}", done_of(context, done));
        }
        numbers.push(number);
    }
    for (noun, leads) in [(phrases::OPEN_ASK, asks), (phrases::OPEN_OFFER, offers)] {
        if !leads.is_empty() {
            numbers.push(plain_number(
                context,
                noun,
                leads.len(),
                list(ListKind::Leads),
            ));
        }
    }
    numbers.extend(event::kept_number(
        context,
        phrases::IDEA,
        ideas,
        recorded.ideas,
        list(ListKind::Ideas),
    ));
    if !harvest.events.is_empty() {
        numbers.push(plain_number(
            context,
            phrases::EVENT,
            harvest.events.len(),
            None,
        ));
    }
    numbers
}

pub(super) fn plain_number(
    context: Context<'_>,
    noun: Noun,
    number: usize,
    href: Option<String>,
) -> Number {
    Number {
        value: count(number as u64, context.language),
        label: noun.form(number, context.language).to_owned(),
        kept: true,
        href,
    }
}

/// "waarvan 3 klaar".
pub(super) fn done_of(context: Context<'_>, done: usize) -> String {
    format!(
        "{} {} {}",
        both("waarvan", "of which").get(context.language),
        count(done as u64, context.language),
        both("klaar", "done").get(context.language)
    )
}

/// The events that what is here came from: a deal for Twente may be made at an event of the
/// whole province.
pub(super) fn events_behind(context: Context<'_>, harvest: &Harvest) -> Vec<EventId> {
    let report = context.report;
    let mut events: Vec<EventId> = harvest.events.clone();
    events.extend(harvest.deals.iter().map(|deal| report[*deal].event));
    events.extend(harvest.leads.iter().map(|need| report[*need].event));
    events.extend(harvest.ideas.iter().map(|idea| report[*idea].event));
    events.sort_unstable();
    events.dedup();
    events
}

/// How completely the events were recorded that what is here came from.
pub(super) fn recorded_behind(context: Context<'_>, harvest: &Harvest) -> Recorded {
    recorded_over(context, &events_behind(context, harvest))
}

/// How completely several events were recorded: a whole is no more complete than its parts.
pub(super) fn recorded_over(context: Context<'_>, events: &[EventId]) -> Recorded {
    let over = |kept: &dyn Fn(&Recorded) -> Option<Completeness>| {
        let all: Vec<Option<Completeness>> = events
            .iter()
            .map(|event| kept(&context.report[*event].recorded))
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
pub(super) fn summary(context: Context<'_>, harvest: &Harvest) -> Option<String> {
    let from = events_behind(context, harvest);
    let recorded = recorded_over(context, &from);
    let ideas = cards::ideas_with_page(context, &harvest.ideas);
    let parts: Vec<String> = [
        (phrases::DEAL, harvest.deals.len(), recorded.deals),
        (phrases::LEAD, harvest.leads.len(), None),
        (phrases::IDEA, ideas, recorded.ideas),
    ]
    .into_iter()
    .filter(|(_, number, _)| *number > 0)
    .map(|(noun, number, kept)| {
        let counted = noun.in_text(number, context.language);
        if kept.is_some_and(|kept| kept != Completeness::All) {
            format!(
                "{} {counted}",
                both("minstens", "at least").get(context.language)
            )
        } else {
            counted
        }
    })
    .collect();
    let events = phrases::EVENT.in_text(from.len(), context.language);
    match (parts.is_empty(), from.is_empty()) {
        (true, true) => None,
        (true, false) => Some(sentence(&events)),
        (false, true) => Some(sentence(&listing(&parts, context.language))),
        (false, false) => Some(sentence(&format!(
            "{} {} {events}",
            listing(&parts, context.language),
            both("uit", "from").get(context.language)
        ))),
    }
}

/// "Stand van 14 maart 2024": the newest day that anything here is known of.
pub(super) fn newest_news(context: Context<'_>, harvest: &Harvest) -> Option<String> {
    let report = context.report;
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
        .or_else(|| events_behind(context, harvest).iter().map(told).max())
        .map(|date| phrases::capitalised(&phrases::as_of(date, context.language)))
}

fn crossing_count(context: Context<'_>, region: RegionId, theme: ThemeId, mut tag: Tag) -> Count {
    let empty = Harvest::default();
    let harvest = context
        .report
        .crossings
        .get(&(region, theme))
        .unwrap_or(&empty);
    tag.href = context.href(Page::Crossing(region, theme));
    count_of(context, tag, harvest)
}

/// A theme with all that is behind it.
pub(super) fn theme_count(context: Context<'_>, theme: ThemeId) -> Count {
    count_of(
        context,
        cards::theme_tag(context, theme),
        &context.report[theme].harvest,
    )
}

/// How much is behind a tag: deals, leads and ideas, and where there are none of these, events.
fn count_of(context: Context<'_>, tag: Tag, harvest: &Harvest) -> Count {
    let ideas = cards::ideas_with_page(context, &harvest.ideas);
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
            said: noun.counted(number, context.language),
        };
    }
    let said: Vec<String> = parts
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(noun, number)| noun.counted(*number, context.language))
        .collect();
    Count {
        tag,
        count: total,
        said: listing(&said, context.language),
    }
}

/// What was for the whole of a region above, and not for this one already.
fn also_for_region(context: Context<'_>, region: RegionId, ancestor: RegionId) -> Option<AlsoFor> {
    let report = context.report;
    let here = |regions: &[RegionId]| {
        regions
            .iter()
            .any(|other| *other == region || report[*other].ancestors.contains(&region))
    };
    let rest = without(context, &report[ancestor].direct, &|record| {
        here(record.regions)
    });
    let tag = cards::region_tag(context, ancestor);
    also_for(
        context,
        phrases::also_for(&tag.name.text, context.language),
        &tag,
        &rest,
    )
}

/// What was for the whole of a wider theme, and not for this one already.
fn also_for_theme(context: Context<'_>, theme: ThemeId, ancestor: ThemeId) -> Option<AlsoFor> {
    let report = context.report;
    let here = |themes: &[ThemeId]| {
        themes
            .iter()
            .any(|other| *other == theme || report[*other].ancestors.contains(&theme))
    };
    let rest = without(context, &report[ancestor].direct, &|record| {
        here(record.themes)
    });
    let tag = cards::theme_tag(context, ancestor);
    also_for(
        context,
        phrases::also_for_theme(&tag.name.text, context.language),
        &tag,
        &rest,
    )
}

/// The records of a harvest that are not here already.
fn without(context: Context<'_>, harvest: &Harvest, here: &dyn Fn(Belongs<'_>) -> bool) -> Harvest {
    let report = context.report;
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

fn also_for(context: Context<'_>, title: String, tag: &Tag, rest: &Harvest) -> Option<AlsoFor> {
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
        deals: cards::section(
            &rest.deals,
            SECTION_LENGTH,
            |deal| shelf::deal_card(context, deal),
            more,
        ),
        leads: cards::section(
            &rest.leads,
            SECTION_LENGTH,
            |need| shelf::lead_card(context, need),
            more,
        ),
        ideas: cards::section(
            &rest.ideas,
            SECTION_LENGTH,
            |idea| shelf::idea_card(context, idea),
            more,
        ),
        events: cards::section(
            &rest.events,
            SECTION_LENGTH,
            |event| shelf::event_card(context, event),
            more,
        ),
        tag: tag.clone(),
    })
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
