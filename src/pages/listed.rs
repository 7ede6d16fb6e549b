//! What stands in a list.

use std::collections::HashMap;

use serde::Serialize;

use super::cards::{DealCard, IdeaCard, LeadCard, PartyTag, Tag};
use super::context::Context;
use super::harvest::{EventsOfYear, YearRow};
use super::local_text::LocalText;
use super::sections::{Count, Group, RegionRow};
use super::small_charts::SmallChart;
use super::views::Letters;
use super::{exchange_cards, harvest, largest, sections, status, tags};
use crate::plan::entries::{Entries, region_tree};
use crate::plan::list::{List, ListKind, NAMES_LENGTH, Narrow};
use crate::records::{EventId, OrganisationId, PersonId, RegionId, SeriesId, ThemeId};
use crate::schema::choices::Choice as _;
use crate::stable_hash::Shared;
use crate::words::dates;
use crate::words::names::Collation;
use crate::words::phrases;

pub(super) fn listed(context: Context<'_>, narrow: Narrow, all: &Entries, number: usize) -> Listed {
    let report = context.report;
    let mut listed = Listed::default();
    match &all.on_page(number) {
        Entries::Events(events) => listed.events = harvest::events_by_year(context, events),
        Entries::Deals(deals) => {
            listed.deals = context.each(deals, exchange_cards::deal_card);
        }
        Entries::Ideas(ideas) => {
            listed.ideas = context.each(ideas, exchange_cards::idea_card);
        }
        Entries::Needs(needs) => {
            listed.leads = context.each(needs, exchange_cards::lead_card);
        }
        Entries::People(people) => {
            let names = people.iter().map(|id| report[*id].sort_name.as_str());
            listed.people = by_letter(context, names, context.each(people, person_row));
        }
        Entries::Organisations(list) => {
            let names = list.iter().map(|id| report[*id].name.original.as_ref());
            let rows = context.each(list, organisation_row);
            listed.organisations = by_letter(context, names, rows);
        }
        Entries::Regions(regions) => {
            if narrow == Narrow::No && number == 1 && report.regions.len() > NAMES_LENGTH {
                listed.largest_regions = largest::regions(context);
            }
            list_regions(context, &mut listed, narrow, regions);
        }
        Entries::Themes(themes) => list_themes(context, &mut listed, narrow, themes, number),
        Entries::Series(series) => listed.series = context.each(series, series_row),
        Entries::Years(years) => {
            listed.years = year_rows(context, years);
            listed.over_years = harvest::over_years(context, &listed.years);
        }
        Entries::Nothing => {}
    }
    listed
}

/// Regions in a table, each right behind the one that it lies in; those that a theme has something
/// in, by letter.
fn list_regions(context: Context<'_>, listed: &mut Listed, narrow: Narrow, regions: &[RegionId]) {
    let report = context.report;
    if let Narrow::Theme(theme) = narrow {
        let names = regions.iter().map(|id| report[*id].name.original.as_ref());
        let counts = context.each(regions, |context, region| {
            harvest::crossing_count(context, region, theme, tags::page_tag(context, region))
        });
        listed.counts = by_letter(context, names, counts);
        return;
    }
    let depths: HashMap<RegionId, usize> = match narrow {
        Narrow::No => region_tree(report).into_iter().collect(),
        _ => HashMap::new(),
    };
    listed.regions = context.each(regions, |context, region| {
        let depth = depths.get(&region).copied().unwrap_or_default();
        sections::region_row(context, region, depth)
    });
}

/// The largest themes first, and all of them by letter where there are more.
fn list_themes(
    context: Context<'_>,
    listed: &mut Listed,
    narrow: Narrow,
    themes: &[ThemeId],
    number: usize,
) {
    let report = context.report;
    if narrow == Narrow::No && number == 1 {
        listed.themes = largest::themes(context, &report.themes_by_name);
        if report.themes.len() <= NAMES_LENGTH {
            return;
        }
    }
    let names = themes.iter().map(|id| report[*id].name.original.as_ref());
    let counts = context.each(themes, |context, theme| match narrow {
        Narrow::Region(region) => {
            harvest::crossing_count(context, region, theme, tags::page_tag(context, theme))
        }
        _ => harvest::theme_count(context, theme),
    });
    listed.counts = by_letter(context, names, counts);
}

fn person_row(context: Context<'_>, id: PersonId) -> PersonRow {
    let person = &context.report[id];
    let notes = [
        person.role.as_ref().map(|role| context.said(role)),
        person
            .organisation
            .as_ref()
            .map(|party| tags::party(context, party).name.clone()),
    ];
    PersonRow {
        tag: tags::person_tag(context, id),
        sort_name: person.sort_name.clone(),
        notes: notes.into_iter().flatten().collect(),
    }
}

fn organisation_row(context: Context<'_>, id: OrganisationId) -> PersonRow {
    let organisation = &context.report[id];
    let kind = organisation
        .kind
        .and_then(|kind| kind.label_in(context.language))
        .map(|kind| context.own(kind));
    let regions = organisation
        .regions
        .iter()
        .map(|region| tags::page_tag(context, *region).name);
    let notes = kind.into_iter().chain(regions).collect();
    let tag = tags::organisation_tag(context, id);
    PersonRow {
        sort_name: tag.name.text.clone(),
        tag,
        notes,
    }
}

fn series_row(context: Context<'_>, id: SeriesId) -> SeriesRow {
    let series = &context.report[id];
    let years = series.events.iter();
    let years: Vec<i16> = years
        .map(|event| context.report[*event].date.year())
        .collect();
    let counted = phrases::EVENT.counted(series.events.len(), context.language);
    SeriesRow {
        tag: tags::page_tag(context, id),
        kind: context.label(series.kind),
        note: match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => {
                format!("{counted}, {}", dates::year(*first))
            }
            (Some(first), Some(last)) => {
                format!("{counted}, {}–{}", dates::year(*first), dates::year(*last))
            }
            _ => counted,
        },
    }
}

fn year_rows(context: Context<'_>, years: &[i16]) -> Vec<YearRow> {
    let report = context.report;
    report
        .years
        .iter()
        .filter(|year| years.contains(&year.year))
        .map(|year| {
            let harvest = &year.harvest;
            let counts = [
                harvest.events.len(),
                harvest.deals.len(),
                harvest.leads.len(),
                exchange_cards::ideas_with_page(context, &harvest.ideas),
            ];
            harvest::year_row(context, year.year, counts, &harvest.events)
        })
        .collect()
}

/// The newest event that was held.
pub(super) fn newest_event(context: Context<'_>) -> Option<EventId> {
    // What is yet to come is no harvest: the newest that was held leads.
    let mut events = context.report.events_newest.iter().copied();
    events.find(|event| status::event_standing(context, *event).is_none())
}

/// The letters that a whole list of names has headings for, each with the page that it begins on.
pub(super) fn letters(context: Context<'_>, kind: ListKind) -> Letters {
    let report = context.report;
    let Some(all) = context.plan.lists.get(&List::whole(kind)) else {
        return Vec::new();
    };
    let names: Vec<&str> = match all {
        Entries::People(people) => people
            .iter()
            .map(|id| report[*id].sort_name.as_str())
            .collect(),
        Entries::Organisations(list) => list
            .iter()
            .map(|id| report[*id].name.original.as_ref())
            .collect(),
        Entries::Themes(themes) => themes
            .iter()
            .map(|id| report[*id].name.original.as_ref())
            .collect(),
        _ => return Vec::new(),
    };
    let pages = (0..names.len()).map(|place| place / all.page_length() + 1);
    let mut letters: Letters = headings(context, names.iter().copied())
        .into_iter()
        .zip(pages)
        .collect();
    letters.dedup_by(|next, before| next.0 == before.0);
    letters
}

/// The headings that names are filed under: those of the site's usual language, in both.
fn headings<'n>(context: Context<'_>, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let collation = Collation::new(context.addresses().usual());
    collation.headings(names, context.words().other_letters)
}

/// Rows under the headings of the names that they are filed by, in the order given: that of the
/// site's usual language, in both.
fn by_letter<'n, Row>(
    context: Context<'_>,
    names: impl Iterator<Item = &'n str>,
    rows: Vec<Row>,
) -> Vec<Group<Row>> {
    let headings = headings(context, names);
    let mut groups: Vec<Group<Row>> = Vec::new();
    for (row, letter) in rows.into_iter().zip(headings) {
        match groups.last_mut() {
            Some(group) if group.label.as_deref() == Some(&letter) => group.items.push(row),
            _ => groups.push(Group {
                tag: None,
                label: Some(letter),
                items: vec![row],
            }),
        }
    }
    groups
}

/// `list.html`: a whole list, a narrowed one, or an event's own. One of the lists is filled.
#[derive(Debug, Default, Serialize)]
pub struct Listed {
    pub deals: Vec<Shared<DealCard>>,
    pub ideas: Vec<Shared<IdeaCard>>,
    pub leads: Vec<Shared<LeadCard>>,
    pub events: Vec<EventsOfYear>,
    /// By first letter.
    pub people: Vec<Group<PersonRow>>,
    pub organisations: Vec<Group<PersonRow>>,
    /// The largest regions, largest first, where there are more than a page names.
    pub largest_regions: Vec<Count>,
    /// The tree of regions.
    pub regions: Vec<RegionRow>,
    /// The largest themes, largest first.
    pub themes: Vec<Count>,
    /// Themes or regions by first letter, each with how much is behind it.
    pub counts: Vec<Group<Count>>,
    pub series: Vec<SeriesRow>,
    pub years: Vec<YearRow>,
    /// What each of these years brought, as small charts, one a kind.
    pub over_years: Vec<SmallChart>,
}

/// A person or organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    pub tag: Shared<PartyTag>,
    /// As a list files it: "Hijum, Eddy van".
    pub sort_name: String,
    /// "gedeputeerde", "Provincie Overijssel"; "School", "Ommen".
    pub notes: Vec<LocalText>,
}

#[derive(Debug, Serialize)]
pub struct SeriesRow {
    pub tag: Tag,
    pub kind: Option<String>,
    /// "4 bijeenkomsten, 2019–2024".
    pub note: String,
}
