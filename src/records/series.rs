//! Series: events that belong together.

use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::record_id::EventId;
use super::values::{LongText, Party};
use crate::schema::Kind;
use crate::schema::choices::SeriesKind;
use crate::source::Spanned;
use crate::words::Text;

record! {
    /// A series: a row of events.
    Series, shared, |_| Kind::Series;
    read(reading)
    title { name: Text, }
    found {
        text: Option<LongText>,
    }
    shown {
        kind: Option<SeriesKind>,
        aliases: Vec<Spanned<String>>,
    }
    linked {
        /// Its events, oldest first: the editions side by side.
        events: Vec<EventId>,
        /// For each edition after the first, people and organisations that took part in an earlier
        /// one as well.
        returned: Vec<Vec<Party>>,
    }
}

/// The series.
pub(super) fn series(lookup: &mut Lookup<'_>) -> Vec<Series> {
    each(&lookup.registry.series, lookup, Series::read)
}
