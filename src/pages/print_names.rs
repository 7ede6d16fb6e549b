//! The register of the page for paper: whom and what an event with all its records names.

use std::collections::BTreeSet;

use serde::Serialize;

use super::context::Context;
use super::local_text::LocalText;
use super::{event, tags};
use crate::records::{EventId, Party, RecordId, Told};
use crate::words::names::Collation;

/// A name as registers file it ("Hijum, Eddy van"), with its address, spelled out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameRow {
    pub name: LocalText,
    pub address: String,
}

/// Everyone and everything with a page of their own that the whole report names, by name.
pub(super) fn names_in(context: Context<'_>, id: EventId) -> Vec<NameRow> {
    let report = context.report;
    let mut named: BTreeSet<RecordId> = BTreeSet::new();
    for record in [id.into()].into_iter().chain(report.of_event(id)) {
        match record {
            // Of a figure the other events are shown that measured the same.
            RecordId::Figure(figure) => {
                let measure = report[figure].measure.as_ref();
                let measured = measure.and_then(|measure| context.views.measures.get(measure));
                let figures = measured.into_iter().flatten();
                named.extend(figures.map(|other| RecordId::from(report[*other].event)));
            }
            _ => report.record(record).tell(&mut |_, told| match told {
                Told::Parties(parties) => add_parties(&mut named, parties),
                Told::Regions(regions) => named.extend(regions.iter().copied().map(RecordId::from)),
                Told::Themes(themes) => named.extend(themes.iter().copied().map(RecordId::from)),
                Told::Needs(needs) if matches!(record, RecordId::Deal(_)) => {
                    for need in needs {
                        add_parties(&mut named, &report[*need].by);
                        named.insert(report[*need].event.into());
                    }
                }
                _ => {}
            }),
        }
    }
    let replaced = event::comes_in_place_of(context, id).into_iter();
    let events = replaced.chain(report[id].replaced_by);
    named.extend(events.map(RecordId::from));
    named.extend(report[id].series.map(RecordId::from));
    named.remove(&id.into());
    let order = Collation::new(context.language);
    let mut rows: Vec<_> = named
        .into_iter()
        .filter_map(|record| {
            let tag = tags::record_tag(context, record)?;
            let name = match record {
                RecordId::Person(id) => LocalText::name(&report[id].sort_name),
                _ => tag.name,
            };
            let address = context.spelled_out(&tag.href);
            Some(((order.key(&name.text), record), NameRow { name, address }))
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn add_parties(named: &mut BTreeSet<RecordId>, parties: &[Party]) {
    named.extend(parties.iter().filter_map(|party| match party {
        Party::Person(id) => Some(RecordId::from(*id)),
        Party::Organisation(id) => Some(RecordId::from(*id)),
        Party::Words { organisation, .. } => organisation.map(RecordId::from),
    }));
}
