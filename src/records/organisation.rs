//! Organisations.

use jiff::civil::Date;

use super::lookup::Lookup;
use super::reading::{Reading, each};
use super::record::record;
use super::record_id::{OrganisationId, PersonId, RegionId};
use super::values::{LongText, Party, PartyRecord};
use crate::schema::Kind;
use crate::schema::choices::OrganisationKind;
use crate::schema::value::PartyWritten;
use crate::source::Spanned;
use crate::words::Text;

record! {
    /// An organisation: a school, a company, a government, a network.
    Organisation, shared, |_| Kind::Organisation;
    read(reading)
    title { name: Text, }
    found {
        text: Option<LongText>,
    }
    shown {
        kind: Option<OrganisationKind>,
        regions: Vec<RegionId>,
        website: Option<String>,
        codes: Vec<(String, String)>,
        also: Vec<String>,
        former_names: Vec<String>,
        until: Option<Date>,
        successor: Option<OrganisationId> = successor(reading),
        aliases: Vec<Spanned<String>>,
    }
    linked {
        /// Everything on record, over all events: by itself, by its people as they were then, by
        /// unnamed people of it.
        record: PartyRecord,
        /// Its present people, by sort name.
        people: Vec<PersonId>,
        /// Organisations that became part of it, by name.
        predecessors: Vec<OrganisationId>,
    }
}

/// The organisations.
pub(super) fn organisations(lookup: &mut Lookup<'_>) -> Vec<Organisation> {
    each(&lookup.registry.organisations, lookup, Organisation::read)
}

/// An organisation may be named by its name as well; words alone are no successor.
fn successor(reading: &mut Reading<'_, '_>) -> Option<OrganisationId> {
    let named = reading.fields().one("successor")?;
    match reading.lookup.on_record(&named.value, named.span) {
        Some(Party::Organisation(organisation)) => Some(organisation),
        Some(_) => {
            reading
                .lookup
                .not_an_organisation(&PartyWritten::Words(named));
            None
        }
        None => {
            let Reading { entry, lookup } = reading;
            lookup.one(entry.kind, None, &named.value, named.span);
            None
        }
    }
}
