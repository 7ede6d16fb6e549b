//! What people and organisations did, over all events, and which of them came back to a series.

use std::collections::BTreeSet;

use crate::records::{
    EventId, OrganisationId, Party, PartyRecord, PersonId, Report, SeriesId, Side,
};
use crate::words::names::Collation;

/// For whom people were at an event, as recorded there.
type Affiliations = BTreeSet<(EventId, PersonId, OrganisationId)>;

/// The records of all parties, while they are gathered.
struct Records<'a> {
    people: Vec<PartyRecord>,
    organisations: Vec<PartyRecord>,
    affiliations: &'a Affiliations,
}

impl Records<'_> {
    /// Notes something that these parties did at an event: for themselves, and for the organisation
    /// they were there for.
    fn note<'p>(
        &mut self,
        event: EventId,
        parties: impl IntoIterator<Item = &'p Party>,
        note: impl Fn(&mut PartyRecord),
    ) {
        let mut people = Vec::new();
        let mut organisations = Vec::new();
        for party in parties {
            match party {
                Party::Person(person) => {
                    people.push(*person);
                    // Only what the event itself says: their present organisation may be another.
                    let range = (event, *person, OrganisationId(0))
                        ..=(event, *person, OrganisationId(u32::MAX));
                    organisations.extend(
                        self.affiliations
                            .range(range)
                            .map(|(.., organisation)| *organisation),
                    );
                }
                Party::Organisation(organisation)
                | Party::Words {
                    organisation: Some(organisation),
                    ..
                } => organisations.push(*organisation),
                Party::Words {
                    organisation: None, ..
                } => {}
            }
        }
        people.sort_unstable();
        people.dedup();
        organisations.sort_unstable();
        organisations.dedup();
        for person in people {
            record(&mut self.people[person.index()], event, &note);
        }
        for organisation in organisations {
            record(&mut self.organisations[organisation.index()], event, &note);
        }
    }
}

fn record(record: &mut PartyRecord, event: EventId, note: &impl Fn(&mut PartyRecord)) {
    note(record);
    // Events are gone through one after the other, so that a look at the last is enough.
    if record.events.last() != Some(&event) {
        record.events.push(event);
    }
}

/// Gathers everything that people and organisations did, newest first.
pub(super) fn add_records(report: &mut Report, affiliations: &Affiliations) {
    let mut records = Records {
        people: vec![PartyRecord::default(); report.people.len()],
        organisations: vec![PartyRecord::default(); report.organisations.len()],
        affiliations,
    };
    for event_id in &report.events_newest {
        let (event, id) = (&report[*event_id], *event_id);
        records.note(id, &event.organisers, |record| record.organised.push(id));
        for speaker in &event.speakers {
            let parties = [&report[*speaker].person]
                .into_iter()
                .chain(&report[*speaker].organisation);
            records.note(id, parties, |record| record.spoke.push(*speaker));
        }
        for session in &event.sessions {
            records.note(id, &report[*session].led_by, |record| {
                record.led.push(*session);
            });
        }
        for idea in &event.ideas {
            records.note(id, &report[*idea].by, |record| record.ideas.push(*idea));
        }
        for need in event.asks.iter().chain(&event.offers) {
            records.note(id, &report[*need].by, |record| match report[*need].side {
                Side::Ask => record.asks.push(*need),
                Side::Offer => record.offers.push(*need),
            });
        }
        for deal in &event.deals {
            records.note(id, &report[*deal].parties, |record| {
                record.deals.push(*deal);
            });
        }
        for quote in &event.quotes {
            records.note(id, [&report[*quote].by], |record| {
                record.quotes.push(*quote);
            });
        }
        for photo in &event.photos {
            records.note(id, &report[*photo].people, |record| {
                record.photos.push(*photo);
            });
        }
    }
    let Records {
        people,
        organisations,
        ..
    } = records;
    for (person, record) in report.people.iter_mut().zip(people) {
        person.record = record;
    }
    for (organisation, record) in report.organisations.iter_mut().zip(organisations) {
        organisation.record = record;
    }
}

/// People and organisations in the order that readers look for them, and who belongs to whom.
pub(super) fn add_people(report: &mut Report, collation: &Collation) {
    let mut people: Vec<_> = (0u32..)
        .zip(&report.people)
        .map(|(position, person)| (collation.key(&person.sort_name), PersonId(position)))
        .collect();
    people.sort();
    let people: Vec<PersonId> = people.into_iter().map(|(_, person)| person).collect();
    for person in &people {
        if let Some(Party::Organisation(organisation)) = &report.people[person.index()].organisation
        {
            report.organisations[organisation.index()]
                .people
                .push(*person);
        }
    }
    for organisation in report.organisations_by_name.clone() {
        if let Some(successor) = report[organisation]
            .successor
            .filter(|successor| *successor != organisation)
        {
            report.organisations[successor.index()]
                .predecessors
                .push(organisation);
        }
    }
    report.people_by_name = people
        .into_iter()
        .filter(|person| report[*person].listed)
        .collect();
}

/// The editions of every series, and who came back to them.
pub(super) fn add_series(report: &mut Report, collation: &Collation) {
    let mut by_name: Vec<_> = (0u32..)
        .zip(&report.series)
        .map(|(position, series)| (collation.key(&series.name.original), SeriesId(position)))
        .collect();
    by_name.sort();
    report.series_by_name = by_name.into_iter().map(|(_, series)| series).collect();
    let mut oldest_first: Vec<EventId> = (0u32..)
        .zip(&report.events)
        .map(|(position, _)| EventId(position))
        .collect();
    oldest_first.sort_by_key(|event| (report[*event].date, *event));
    for event in oldest_first {
        if let Some(series) = report[event].series {
            report.series[series.index()].events.push(event);
        }
    }
    let took_part = took_part(report, collation);
    for series in &mut report.series {
        let mut before: BTreeSet<&Party> = BTreeSet::new();
        let mut returned = Vec::with_capacity(series.events.len().saturating_sub(1));
        for (edition, event) in series.events.iter().enumerate() {
            let parties = &took_part[event.index()];
            if edition > 0 {
                returned.push(
                    parties
                        .iter()
                        .filter(|party| before.contains(party))
                        .cloned()
                        .collect(),
                );
            }
            before.extend(parties);
        }
        series.returned = returned;
    }
}

/// Who took part in each event: people by their sort names, then organisations by name.
fn took_part(report: &Report, collation: &Collation) -> Vec<Vec<Party>> {
    let mut took_part = vec![Vec::new(); report.events.len()];
    let mut people: Vec<_> = (0u32..)
        .zip(&report.people)
        .map(|(position, person)| (collation.key(&person.sort_name), PersonId(position)))
        .collect();
    people.sort();
    for (_, person) in people {
        for event in &report[person].record.events {
            took_part[event.index()].push(Party::Person(person));
        }
    }
    for organisation in &report.organisations_by_name {
        for event in &report[*organisation].record.events {
            took_part[event.index()].push(Party::Organisation(*organisation));
        }
    }
    took_part
}
