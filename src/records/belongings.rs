//! What belongs to events and sessions: the records that came up in them, in the order written.

use super::need::Side;
use super::record_id::{RecordId, TypedId};
use super::report::Report;
use super::session::has_more_to_show;

/// Gives events and sessions the records that belong to them, in the order written.
pub(super) fn add_belongings(report: &mut Report) {
    let Report {
        events,
        sessions,
        ideas,
        needs,
        deals,
        outcomes,
        quotes,
        figures,
        photos,
        resources,
        ..
    } = report;
    macro_rules! belong {
        ($($records:ident => $list:ident),+) => { $(
            for (record, position) in $records.iter().zip(0..) {
                let id = TypedId::at(position);
                events[record.event.index()].$list.push(id);
                if let Some(session) = record.session {
                    sessions[session.index()].$list.push(id);
                }
            }
        )+ };
    }
    belong!(ideas => ideas, deals => deals, outcomes => outcomes, quotes => quotes, photos => photos);
    for (need, position) in needs.iter().zip(0..) {
        let id = TypedId::at(position);
        let event = &mut events[need.event.index()];
        match need.side {
            Side::Ask => event.asks.push(id),
            Side::Offer => event.offers.push(id),
        }
        if let Some(session) = need.session {
            let session = &mut sessions[session.index()];
            match need.side {
                Side::Ask => session.asks.push(id),
                Side::Offer => session.offers.push(id),
            }
        }
    }
    for (figure, position) in figures.iter().zip(0..) {
        events[figure.event.index()]
            .figures
            .push(TypedId::at(position));
    }
    for (resource, position) in resources.iter().zip(0..) {
        events[resource.event.index()]
            .resources
            .push(TypedId::at(position));
        if let Some(RecordId::Session(session)) = resource.of {
            sessions[session.index()].has_page = true;
        }
    }
    for session in sessions {
        session.has_page |= has_more_to_show(session);
    }
}
