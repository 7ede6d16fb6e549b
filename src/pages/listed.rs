//! What stands in a list.

use serde::Serialize;

use super::cards::{DealCard, IdeaCard, LeadCard, PartyTag, Tag};
use super::context::Context;
use super::harvest::{EventsOfYear, YearRow};
use super::local_text::LocalText;
use super::sections::{Count, Group, RegionRow};
use super::{exchange_cards, harvest, sections, status, tags};
use crate::plan::entries::Entries;
use crate::plan::list::ListKind;
use crate::records::{EventId, OrganisationId, PersonId, SeriesId, ThemeId};
use crate::schema::choices::Choice as _;
use crate::stable_hash::Shared;
use crate::words::dates;
use crate::words::names::Collation;
use crate::words::phrases;

pub(super) fn listed(context: Context<'_>, kind: ListKind, shown: &Entries) -> Listed {
    let report = context.report;
    let mut listed = Listed::default();
    match shown {
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
        Entries::Whole(_) => match kind {
            ListKind::Regions => {
                listed.regions = context.each(&report.top_regions, |context, region| {
                    sections::region_row(context, region, usize::MAX)
                });
            }
            ListKind::Themes => listed.themes = all_themes(context),
            ListKind::Series => listed.series = context.each(&report.series_by_name, series_row),
            ListKind::Years => listed.years = year_rows(context),
            _ => {}
        },
    }
    listed
}

/// Every theme, those below another right behind it.
fn all_themes(context: Context<'_>) -> Vec<Count> {
    fn below(context: Context<'_>, theme: ThemeId, themes: &mut Vec<ThemeId>) {
        if themes.contains(&theme) {
            return;
        }
        themes.push(theme);
        for child in &context.report[theme].children {
            below(context, *child, themes);
        }
    }
    let mut themes = Vec::new();
    for top in &context.report.top_themes {
        below(context, *top, &mut themes);
    }
    context.each(&themes, harvest::theme_count)
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

fn year_rows(context: Context<'_>) -> Vec<YearRow> {
    let report = context.report;
    report
        .years
        .iter()
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

/// Rows under the headings of the names that they are filed by, in the order given: that of the
/// site's usual language, in both.
fn by_letter<'n>(
    context: Context<'_>,
    names: impl Iterator<Item = &'n str>,
    rows: Vec<PersonRow>,
) -> Vec<Group<PersonRow>> {
    let headings = Collation::new(context.addresses().usual()).headings(names);
    let mut groups: Vec<Group<PersonRow>> = Vec::new();
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
    /// The tree of regions.
    pub regions: Vec<RegionRow>,
    pub themes: Vec<Count>,
    pub series: Vec<SeriesRow>,
    pub years: Vec<YearRow>,
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
