//! The records that all events share: regions, themes, people, organisations, series and free
//! pages.

use super::circles::{ancestors, without_circles};
use super::fields::{
    aliases, choice, codes, flag, key_word, line, lines, links, long_text, text, title,
};
use super::ids::{Rolls, Written};
use super::lookup::Lookup;
use crate::content::schema::Kind;
use crate::content::value::{Fields, PartyWritten};
use crate::diagnostic::Code;
use crate::report::{
    FreePage, Harvest, Organisation, OrganisationId, OrganisationKind, Party, PartyRecord, Person,
    RecordId, Region, RegionId, RegionKind, Series, SeriesKind, Theme, ThemeId,
};
use crate::source::Span;
use crate::words::names::sort_name;

const REGION_KINDS: [RegionKind; 6] = [
    RegionKind::Country,
    RegionKind::Province,
    RegionKind::Region,
    RegionKind::Municipality,
    RegionKind::District,
    RegionKind::Other,
];
const ORGANISATION_KINDS: [OrganisationKind; 6] = [
    OrganisationKind::School,
    OrganisationKind::Company,
    OrganisationKind::Government,
    OrganisationKind::Sector,
    OrganisationKind::Network,
    OrganisationKind::Other,
];
const SERIES_KINDS: [SeriesKind; 3] =
    [SeriesKind::Yearly, SeriesKind::Programme, SeriesKind::Other];

/// What lies in what, for regions or themes: the parents without circles, and all above.
fn hierarchy(
    kind: Kind,
    list: &[Written],
    lookup: &mut Lookup<'_>,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut steps: Vec<Vec<(usize, Span)>> = list
        .iter()
        .map(|written| {
            let parents = lookup
                .many(kind, &written.fields, "parents")
                .unwrap_or_default();
            parents
                .into_iter()
                .filter_map(|(record, span)| Some((position(record)?, span)))
                .collect()
        })
        .collect();
    let key = key_word(kind, "parents", lookup.config.language());
    without_circles(
        Code::ParentCircle,
        key,
        &mut steps,
        &|position| list[position].id.clone(),
        &mut lookup.diagnostics,
    );
    let parents: Vec<Vec<usize>> = steps
        .into_iter()
        .map(|steps| steps.into_iter().map(|(parent, _)| parent).collect())
        .collect();
    let above = ancestors(&parents);
    (parents, above)
}

fn position(record: RecordId) -> Option<usize> {
    match record {
        RecordId::Region(region) => Some(region.index()),
        RecordId::Theme(theme) => Some(theme.index()),
        _ => None,
    }
}

fn region_id(position: usize) -> RegionId {
    RegionId(u32::try_from(position).expect("fewer regions than 2^32"))
}

fn theme_id(position: usize) -> ThemeId {
    ThemeId(u32::try_from(position).expect("fewer themes than 2^32"))
}

/// A record of the same kind that a field names.
fn successor(kind: Kind, written: &Written, lookup: &mut Lookup<'_>) -> Option<RecordId> {
    let named = written.fields.one("successor")?;
    lookup.one(kind, None, &named.value, named.span)
}

/// The regions, without what rolls up to them.
pub(super) fn regions(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Region> {
    let (parents, above) = hierarchy(Kind::Region, &rolls.regions, lookup);
    let mut regions = Vec::with_capacity(rolls.regions.len());
    for ((written, parents), ancestors) in rolls.regions.iter().zip(parents).zip(above) {
        let Written {
            id, fields, span, ..
        } = written;
        regions.push(Region {
            id: id.clone(),
            span: *span,
            name: title(fields, "name", id),
            kind: choice(fields, "kind", &REGION_KINDS),
            parents: parents.into_iter().map(region_id).collect(),
            codes: codes(fields),
            tile: fields.tile("tile"),
            text: long_text(fields, "text"),
            also: lines(fields, "also"),
            former_names: lines(fields, "former_names"),
            until: fields.date("until").map(|until| until.value),
            successor: successor(Kind::Region, written, lookup)
                .and_then(position)
                .map(region_id),
            aliases: aliases(fields, &mut lookup.diagnostics),
            children: Vec::new(),
            ancestors: ancestors.into_iter().map(region_id).collect(),
            harvest: Harvest::default(),
            direct: Harvest::default(),
            organisations: Vec::new(),
            themes: Vec::new(),
        });
    }
    regions
}

/// The themes, without what rolls up to them.
pub(super) fn themes(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Theme> {
    let (parents, above) = hierarchy(Kind::Theme, &rolls.themes, lookup);
    let mut themes = Vec::with_capacity(rolls.themes.len());
    for ((written, parents), ancestors) in rolls.themes.iter().zip(parents).zip(above) {
        let Written {
            id, fields, span, ..
        } = written;
        themes.push(Theme {
            id: id.clone(),
            span: *span,
            name: title(fields, "name", id),
            parents: parents.into_iter().map(theme_id).collect(),
            codes: codes(fields),
            text: long_text(fields, "text"),
            colour: line(fields, "colour"),
            colour_span: fields.value_span("colour"),
            also: lines(fields, "also"),
            former_names: lines(fields, "former_names"),
            until: fields.date("until").map(|until| until.value),
            successor: successor(Kind::Theme, written, lookup)
                .and_then(position)
                .map(theme_id),
            aliases: aliases(fields, &mut lookup.diagnostics),
            children: Vec::new(),
            ancestors: ancestors.into_iter().map(theme_id).collect(),
            harvest: Harvest::default(),
            direct: Harvest::default(),
            regions: Vec::new(),
        });
    }
    themes
}

/// The people, without their record.
pub(super) fn people(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Person> {
    let mut people = Vec::with_capacity(rolls.people.len());
    for Written {
        id, fields, span, ..
    } in &rolls.people
    {
        let name = line(fields, "name").unwrap_or_else(|| id.to_string());
        people.push(Person {
            id: id.clone(),
            span: *span,
            sort_name: line(fields, "sort_name").unwrap_or_else(|| sort_name(&name)),
            name,
            role: text(fields, "role"),
            organisation: lookup.organisation(fields, "organisation"),
            links: links(fields),
            text: long_text(fields, "text"),
            also: lines(fields, "also"),
            listed: fields.bool("listed").is_none_or(|listed| listed.value),
            aliases: aliases(fields, &mut lookup.diagnostics),
            record: PartyRecord::default(),
        });
    }
    people
}

/// The organisations, without their record.
pub(super) fn organisations(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Organisation> {
    let mut organisations = Vec::with_capacity(rolls.organisations.len());
    for Written {
        id, fields, span, ..
    } in &rolls.organisations
    {
        organisations.push(Organisation {
            id: id.clone(),
            span: *span,
            name: title(fields, "name", id),
            kind: choice(fields, "kind", &ORGANISATION_KINDS),
            regions: lookup.regions(fields).unwrap_or_default(),
            website: line(fields, "website"),
            codes: codes(fields),
            text: long_text(fields, "text"),
            also: lines(fields, "also"),
            former_names: lines(fields, "former_names"),
            until: fields.date("until").map(|until| until.value),
            successor: organisation_successor(fields, lookup),
            aliases: aliases(fields, &mut lookup.diagnostics),
            record: PartyRecord::default(),
            people: Vec::new(),
            predecessors: Vec::new(),
        });
    }
    organisations
}

/// An organisation may be named by its name as well; words alone are no successor.
fn organisation_successor(fields: &Fields, lookup: &mut Lookup<'_>) -> Option<OrganisationId> {
    let named = fields.one("successor")?;
    let written = PartyWritten::Words(named.clone());
    match lookup.on_record(&named.value, named.span) {
        Some(Party::Organisation(organisation)) => Some(organisation),
        Some(_) => {
            lookup.not_an_organisation(&written);
            None
        }
        None => {
            lookup.one(Kind::Organisation, None, &named.value, named.span);
            None
        }
    }
}

/// The series, without their events.
pub(super) fn series(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<Series> {
    let mut series = Vec::with_capacity(rolls.series.len());
    for Written {
        id, fields, span, ..
    } in &rolls.series
    {
        series.push(Series {
            id: id.clone(),
            span: *span,
            name: title(fields, "name", id),
            text: long_text(fields, "text"),
            kind: choice(fields, "kind", &SERIES_KINDS),
            aliases: aliases(fields, &mut lookup.diagnostics),
            events: Vec::new(),
            returned: Vec::new(),
        });
    }
    series
}

/// The free pages.
pub(super) fn pages(rolls: &Rolls, lookup: &mut Lookup<'_>) -> Vec<FreePage> {
    let mut pages = Vec::with_capacity(rolls.pages.len());
    for Written {
        id, fields, span, ..
    } in &rolls.pages
    {
        pages.push(FreePage {
            id: id.clone(),
            span: *span,
            title: title(fields, "title", id),
            summary: text(fields, "summary"),
            text: long_text(fields, "text"),
            menu: !fields.has("menu") || flag(fields, "menu"),
            aliases: aliases(fields, &mut lookup.diagnostics),
        });
    }
    pages
}
