//! [`PlacesKnown`]: what is known of the places of a report while it is open, and written nowhere.

use std::collections::BTreeMap;
#[cfg(feature = "publish")]
use std::collections::HashMap;

use crate::desk::PlaceDone;

/// What is known of the places of a report while it is open.
#[derive(Default)]
pub(super) struct PlacesKnown {
    /// What was put where.
    pub(super) done: BTreeMap<String, PlaceDone>,
    /// The secret of who logs in where, once it let somebody in.
    #[cfg(feature = "publish")]
    pub(super) secrets: HashMap<String, String>,
}
