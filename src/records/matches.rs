//! Leads, and which of them may match: asks beside offers that share a theme and a region, from
//! another party.
//!
//! Leads with the same side, regions and themes form a group; groups are compared, not leads, and a
//! group meets only those with which it shares a theme and a region. Within a group the newest come
//! first, so that ten are found without looking at all.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::records::{
    DealStatus, EventId, LeadStatus, NeedId, OrganisationId, Party, PersonId, RegionId, Report,
    Side, ThemeId,
};
use crate::schema::choices::Choice as _;
use crate::source::Span;
use crate::words::Language;

/// A lead shows at most so many possible matches.
const MOST_MATCHES: usize = 10;

/// Marks the leads, and says of what is open and taken at once that it cannot be both.
pub(super) fn mark_leads(
    report: &mut Report,
    written_at: &[Option<Span>],
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let matched = LeadStatus::Matched.word();
    for (position, place) in written_at.iter().enumerate() {
        let need = &report.needs[position];
        if need.status.is_none_or(|now| now.status != LeadStatus::Open) {
            continue;
        }
        let takes = |deal: &&crate::records::DealId| {
            report[**deal]
                .status
                .is_none_or(|now| now.status != DealStatus::Stopped)
        };
        match need.deals.iter().find(takes) {
            Some(deal) => {
                let diagnostic = Diagnostic::at(Code::OpenButTaken, place.unwrap_or(need.span))
                    .with("id", &need.id);
                diagnostics.push(
                    diagnostic
                        .with("word", matched.get(language))
                        .note(report[*deal].span, NoteKind::TakenUpHere),
                );
            }
            None => report.needs[position].lead = true,
        }
    }
}

/// Who somebody is, for telling whether two leads come from one party. Unnamed people are known by
/// their organisation; words alone mean somebody else at every event.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Person(PersonId),
    Organisation(OrganisationId),
    Words(EventId, Arc<str>),
}

/// Leads of one side that are alike in regions and themes, newest first.
struct LeadGroup {
    side: Side,
    regions: Vec<RegionId>,
    themes: Vec<ThemeId>,
    leads: Vec<NeedId>,
}

/// Finds the possible matches of every lead. `ranks` is the place of each event in the order from
/// new to old.
pub(super) fn add_matches(
    report: &mut Report,
    ranks: &[u32],
    affiliations: &BTreeSet<(EventId, PersonId, OrganisationId)>,
) {
    let groups = groups(report, ranks);
    let places = GroupsByPlace::new(&groups, report);
    let who: HashMap<NeedId, Vec<Who>> = groups
        .iter()
        .flat_map(|group| &group.leads)
        .map(|lead| (*lead, parties(report, *lead, affiliations)))
        .collect();
    let mut found = Vec::new();
    for group in &groups {
        let classes = alike(group, &groups, &places, report);
        for lead in &group.leads {
            found.push((*lead, best(*lead, &classes, &who, ranks, report)));
        }
    }
    for (lead, matches) in found {
        report.needs[lead.index()].matches = matches;
    }
}

fn groups(report: &Report, ranks: &[u32]) -> Vec<LeadGroup> {
    let mut leads: Vec<NeedId> = (0u32..)
        .zip(&report.needs)
        .filter(|(_, need)| need.lead)
        .map(|(position, _)| NeedId(position))
        .collect();
    leads.sort_by_key(|lead| (ranks[report[*lead].event.index()], *lead));
    let mut groups: Vec<LeadGroup> = Vec::new();
    let mut known: HashMap<(Side, Vec<RegionId>, Vec<ThemeId>), usize> = HashMap::new();
    for lead in leads {
        let need = &report[lead];
        let (mut regions, mut themes) = (need.regions.clone(), need.themes.clone());
        regions.sort_unstable();
        themes.sort_unstable();
        let position = *known
            .entry((need.side, regions.clone(), themes.clone()))
            .or_insert_with(|| {
                groups.push(LeadGroup {
                    side: need.side,
                    regions,
                    themes,
                    leads: Vec::new(),
                });
                groups.len() - 1
            });
        groups[position].leads.push(lead);
    }
    groups
}

fn parties(
    report: &Report,
    lead: NeedId,
    affiliations: &BTreeSet<(EventId, PersonId, OrganisationId)>,
) -> Vec<Who> {
    let need = &report[lead];
    let mut who = Vec::new();
    for party in &need.by {
        match party {
            Party::Person(person) => {
                who.push(Who::Person(*person));
                let range = (need.event, *person, OrganisationId(0))
                    ..=(need.event, *person, OrganisationId(u32::MAX));
                who.extend(
                    affiliations
                        .range(range)
                        .map(|(.., organisation)| Who::Organisation(*organisation)),
                );
            }
            Party::Organisation(organisation)
            | Party::Words {
                organisation: Some(organisation),
                ..
            } => who.push(Who::Organisation(*organisation)),
            Party::Words {
                name,
                organisation: None,
            } => who.push(Who::Words(need.event, name.clone())),
        }
    }
    who
}

/// Groups by a theme and a region of theirs.
#[derive(Default)]
struct GroupsByPlace {
    /// In this very region.
    at: HashMap<(ThemeId, RegionId, Side), Vec<usize>>,
    /// In this region or below.
    within: HashMap<(ThemeId, RegionId, Side), Vec<usize>>,
}

impl GroupsByPlace {
    fn new(groups: &[LeadGroup], report: &Report) -> Self {
        let mut places = Self::default();
        for (position, group) in groups.iter().enumerate() {
            let upward: BTreeSet<RegionId> = group
                .regions
                .iter()
                .flat_map(|region| {
                    [*region]
                        .into_iter()
                        .chain(report[*region].ancestors.iter().copied())
                })
                .collect();
            for theme in &group.themes {
                for region in &group.regions {
                    places
                        .at
                        .entry((*theme, *region, group.side))
                        .or_default()
                        .push(position);
                }
                for region in &upward {
                    places
                        .within
                        .entry((*theme, *region, group.side))
                        .or_default()
                        .push(position);
                }
            }
        }
        places
    }
}

/// The groups of the other side that share a theme and a region, best class first: same region,
/// then more shared themes.
fn alike<'g>(
    group: &LeadGroup,
    groups: &'g [LeadGroup],
    places: &GroupsByPlace,
    report: &Report,
) -> Vec<Vec<&'g LeadGroup>> {
    let other = match group.side {
        Side::Ask => Side::Offer,
        Side::Offer => Side::Ask,
    };
    let above: BTreeSet<RegionId> = group
        .regions
        .iter()
        .flat_map(|region| &report[*region].ancestors)
        .copied()
        .collect();
    let mut near: Vec<usize> = Vec::new();
    for theme in &group.themes {
        near.extend(
            group
                .regions
                .iter()
                .filter_map(|region| places.within.get(&(*theme, *region, other)))
                .flatten(),
        );
        near.extend(
            above
                .iter()
                .filter_map(|region| places.at.get(&(*theme, *region, other)))
                .flatten(),
        );
    }
    near.sort_unstable();
    near.dedup();
    let mut classed: Vec<((bool, Reverse<usize>), usize)> = Vec::with_capacity(near.len());
    for position in near {
        let LeadGroup {
            regions, themes, ..
        } = &groups[position];
        let is_same = regions.iter().any(|region| group.regions.contains(region));
        let shared = themes
            .iter()
            .filter(|theme| group.themes.contains(theme))
            .count();
        classed.push(((!is_same, Reverse(shared)), position));
    }
    classed.sort_unstable();
    classed
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|class| {
            class
                .iter()
                .map(|(_, position)| &groups[*position])
                .collect()
        })
        .collect()
}

/// The ten best: class by class, the newest first.
fn best(
    lead: NeedId,
    classes: &[Vec<&LeadGroup>],
    who: &HashMap<NeedId, Vec<Who>>,
    ranks: &[u32],
    report: &Report,
) -> Vec<NeedId> {
    let own = &who[&lead];
    let mut matches = Vec::new();
    for class in classes {
        let wanted = MOST_MATCHES - matches.len();
        if wanted == 0 {
            break;
        }
        let mut newest: Vec<((u32, NeedId), NeedId)> = Vec::with_capacity(wanted + 1);
        for group in class {
            for other in &group.leads {
                let place = (ranks[report[*other].event.index()], *other);
                if newest.len() == wanted && newest.last().is_some_and(|(last, _)| *last < place) {
                    break;
                }
                if who[other].iter().any(|party| own.contains(party)) {
                    continue;
                }
                let position = newest.partition_point(|(known, _)| *known < place);
                newest.insert(position, (place, *other));
                newest.truncate(wanted);
            }
        }
        matches.extend(newest.into_iter().map(|(_, other)| other));
    }
    matches
}
