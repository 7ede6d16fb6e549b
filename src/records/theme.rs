//! Themes: about what.

use jiff::civil::Date;

use super::hierarchy::{Ancestry, hierarchy};
use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::record_id::{RegionId, ThemeId};
use super::values::{Harvest, LongText};
use crate::schema::Kind;
use crate::source::{Span, Spanned};
use crate::words::Text;

record! {
    /// A theme: a subject that records are about.
    Theme, shared, |_| Kind::Theme;
    read(reading, above: Ancestry<ThemeId>)
    title { name: Text, }
    found {
        text: Option<LongText>,
    }
    shown {
        parents: Vec<ThemeId> = above.parents,
        codes: Vec<(String, String)>,
        colour: Option<String>,
        /// Where the colour is written, for messages.
        colour_span: Option<Span> = reading.fields().value_span("colour"),
        also: Vec<String>,
        former_names: Vec<String>,
        until: Option<Date>,
        successor: Option<ThemeId> = reading.successor(),
        aliases: Vec<Spanned<String>>,
        /// Every theme above, nearest first, each once.
        ancestors: Vec<ThemeId> = above.ancestors,
    }
    linked {
        /// Themes directly below, by name.
        children: Vec<ThemeId>,
        /// What counts for it: its own and that of all below.
        harvest: Harvest,
        /// What names this very theme.
        direct: Harvest,
        /// Regions with something on this theme, by name.
        regions: Vec<RegionId>,
    }
}

/// The themes.
pub(super) fn themes(lookup: &mut Lookup<'_>) -> Vec<Theme> {
    let mut places = hierarchy(Kind::Theme, lookup).into_iter();
    each(&lookup.registry.themes, lookup, |reading| {
        Theme::read(reading, places.next().unwrap_or_default())
    })
}
