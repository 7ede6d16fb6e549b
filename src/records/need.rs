//! Asks and offers: two halves of one shape.

use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::record_id::{DealId, NeedId, RegionId, SessionId, ThemeId};
use super::values::{LongText, Party, StatusNow, Update};
use crate::schema::Kind;
use crate::schema::choices::LeadStatus;
use crate::source::{Span, Spanned};
use crate::words::Text;

/// Which half: what is needed, or what is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What a party needs.
    Ask,
    /// What a party gives.
    Offer,
}

super::record::silent! { Side, }

record! {
    /// An ask or an offer: what a party needs or gives.
    Need, in_event, |need| match need.side {
        Side::Ask => Kind::Ask,
        Side::Offer => Kind::Offer,
    };
    read(reading)
    title { title: Text, }
    found {
        text: Option<LongText>,
        by: Vec<Party>,
        updates: Vec<Update<LeadStatus>> = Vec::new(),
    }
    shown {
        side: Side = if reading.entry.kind == Kind::Ask { Side::Ask } else { Side::Offer },
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
        session: Option<SessionId>,
        status: Option<StatusNow<LeadStatus>>,
        contact: Option<Party>,
        aliases: Vec<Spanned<String>>,
        /// Whether it stands inline in a deal, without a page of its own.
        inline: bool = reading.entry.inline,
    }
    linked {
        /// Whether it is a lead: open, and taken by no deal but stopped ones.
        lead: bool,
        /// The deals that take it up, stopped ones among them, newest first.
        deals: Vec<DealId>,
        /// Possible matches of a lead, best first, at most ten.
        matches: Vec<NeedId>,
    }
}

/// The asks and offers.
pub(super) fn needs(lookup: &mut Lookup<'_>) -> Vec<Need> {
    each(&lookup.registry.needs, lookup, Need::read)
}

/// Where the status of each is written.
pub(super) fn status_places(lookup: &Lookup<'_>) -> Vec<Option<Span>> {
    let places = lookup.registry.needs.iter();
    places
        .map(|entry| entry.fields.value_span("status"))
        .collect()
}
