//! People.

use super::fields::line;
use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::values::{Link, LongText, Party, PartyRecord};
use crate::schema::Kind;
use crate::source::Spanned;
use crate::words::Text;
use crate::words::names::sort_name;

record! {
    /// A person: somebody who spoke, asked, offered, or was named.
    Person, shared, |_| Kind::Person;
    read(reading)
    title { name: String = line(reading.fields(), "name").unwrap_or_else(|| reading.entry.id.to_string()), }
    found {
        text: Option<LongText>,
    }
    shown {
        /// As written, else made from the name: "Hijum, Eddy van".
        sort_name: String = line(reading.fields(), "sort_name").unwrap_or_else(|| {
            let name = line(reading.fields(), "name");
            sort_name(name.as_deref().unwrap_or(reading.entry.id.as_str()))
        }),
        role: Option<Text>,
        organisation: Option<Party> = reading.lookup.organisation(reading.fields(), "organisation"),
        links: Vec<Link>,
        also: Vec<String>,
        /// Whether they have a page of their own.
        listed: bool = reading.fields().bool("listed").is_none_or(|listed| listed.value),
        aliases: Vec<Spanned<String>>,
    }
    linked {
        /// Everything on record, over all events.
        record: PartyRecord,
    }
}

/// The people.
pub(super) fn people(lookup: &mut Lookup<'_>) -> Vec<Person> {
    each(&lookup.registry.people, lookup, Person::read)
}
