//! Ideas.

use super::lookup::Lookup;
use super::reading::each;
use super::record::record;
use super::record_id::{DealId, RegionId, SessionId, ThemeId};
use super::values::{LongText, Party, StatusNow, Update};
use crate::schema::Kind;
use crate::schema::choices::IdeaStatus;
use crate::source::Spanned;
use crate::words::Text;

record! {
    /// An idea: something that might be done.
    Idea, in_event, |_| Kind::Idea;
    read(reading)
    title { title: Text, }
    found {
        text: Option<LongText>,
        by: Vec<Party>,
        updates: Vec<Update<IdeaStatus>> = Vec::new(),
    }
    shown {
        regions: Vec<RegionId>,
        themes: Vec<ThemeId>,
        session: Option<SessionId>,
        status: Option<StatusNow<IdeaStatus>>,
        aliases: Vec<Spanned<String>>,
        /// Whether it stands inline in a deal, without a page of its own.
        inline: bool = reading.entry.inline,
    }
    linked {
        /// The deals that carry it out.
        deals: Vec<DealId>,
    }
}

/// The ideas.
pub(super) fn ideas(lookup: &mut Lookup<'_>) -> Vec<Idea> {
    each(&lookup.registry.ideas, lookup, |reading| {
        let idea = Idea::read(reading);
        if !idea.inline {
            reading.warn_of_nowhere(&idea.regions, &idea.themes);
        }
        idea
    })
}
