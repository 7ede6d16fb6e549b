//! People and organisations for machines (schema.org).

use serde_json::Value;

use super::context::Context;
use super::linked_data::{Thing, address_of};
use crate::records::{OrganisationId, OrganisationKind, Party, PersonId};

pub(super) fn person_thing(context: Context<'_>, id: PersonId) -> Thing {
    let person = &context.report[id];
    Thing::new("Person")
        .with("name", person.name.as_str())
        .with_some("url", address_of(context, id))
        .with_some(
            "jobTitle",
            person.role.as_ref().map(|role| context.said(role).text),
        )
        .with_some(
            "affiliation",
            match &person.organisation {
                Some(Party::Organisation(id)) => Some(organisation_thing(context, *id)),
                _ => None,
            },
        )
}

pub(super) fn organisation_thing(context: Context<'_>, id: OrganisationId) -> Thing {
    let organisation = &context.report[id];
    Thing::new(organisation_type(organisation.kind))
        .with("name", context.said(&organisation.name).text)
        .with_some("url", address_of(context, id))
}

/// Who, as a thing of their own: people without a page of their own are left out, and so are
/// words, which name nobody.
pub(super) fn party_thing(context: Context<'_>, party: &Party) -> Option<Value> {
    match party {
        Party::Person(id) if context.report[*id].listed => Some(
            Thing::new("Person")
                .with("name", context.report[*id].name.as_str())
                .with_some("url", address_of(context, *id))
                .into(),
        ),
        Party::Organisation(id) => Some(organisation_thing(context, *id).into()),
        Party::Person(_) | Party::Words { .. } => None,
    }
}

pub(super) fn organisation_type(kind: Option<OrganisationKind>) -> &'static str {
    match kind {
        Some(OrganisationKind::School) => "School",
        Some(OrganisationKind::Government) => "GovernmentOrganization",
        _ => "Organization",
    }
}
