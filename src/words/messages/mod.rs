//! The words within messages about content, config and look: what stands in the places that the
//! texts of `diagnostic::codes` leave open. A file a room.

pub(crate) mod diagnostic;
pub(crate) mod input;
pub(crate) mod intake;
pub(crate) mod look;
pub(crate) mod pictures;
pub(crate) mod pipeline;
pub(crate) mod plan;
pub(crate) mod privacy;
pub(crate) mod records;
pub(crate) mod schedules;
pub(crate) mod schema;
pub(crate) mod tables;
pub(crate) mod typed;
