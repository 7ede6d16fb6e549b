//! The report: every record, linked, and what adds up over all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use super::deal::Deal;
use super::event::Event;
use super::figure::Figure;
use super::idea::Idea;
use super::index;
use super::need::Need;
use super::organisation::Organisation;
use super::outcome::Outcome;
use super::page::FreePage;
use super::person::Person;
use super::photo::Photo;
use super::quote::Quote;
use super::record::Record;
use super::record_id::{
    DealId, EventId, FigureId, IdeaId, NeedId, OrganisationId, OutcomeId, PageId, PersonId,
    PhotoId, QuoteId, RecordId, RegionId, ResourceId, SeriesId, SessionId, SpeakerId, ThemeId,
    TypedId as _,
};
use super::region::Region;
use super::resource::Resource;
use super::series::Series;
use super::session::Session;
use super::speaker::Speaker;
use super::table::every_record;
use super::theme::Theme;
use super::values::{Attachment, Harvest, SiteLink, Totals, Update, Year};
use crate::reference::ReferenceText;
use crate::schema::Kind;
use crate::source::SourcePath;

macro_rules! report {
    (
        named { $($list:ident: $record:ident, $id:ident, $variant:ident, [$($kind:ident),+];)+ }
        unnamed { $($bare_list:ident: $bare:ident, $bare_id:ident, $bare_variant:ident, [$bare_kind:ident];)+ }
    ) => {
        /// Everything that the content tells, linked.
        #[derive(Debug, Default)]
        pub struct Report {
            $(
                #[doc = concat!("Every record that a [`", stringify!($id), "`] names.")]
                pub $list: Vec<$record>,
            )+
            $(
                #[doc = concat!("Every record that a [`", stringify!($bare_id), "`] names.")]
                pub $bare_list: Vec<$bare>,
            )+
            /// Files that texts link to.
            pub attachments: Vec<Attachment>,
            /// Links of texts to places of the site, which its plan knows.
            pub site_links: Vec<SiteLink>,
            /// What the report as a whole adds up to.
            pub totals: Totals,
            /// Every year that has an event, newest first.
            pub years: Vec<Year>,
            /// The top regions (those without a parent), by name.
            pub top_regions: Vec<RegionId>,
            /// The top themes, by name.
            pub top_themes: Vec<ThemeId>,
            /// Themes, by name.
            pub themes_by_name: Vec<ThemeId>,
            /// Regions crossed with themes, where there is something. Keys are in order of region,
            /// then theme.
            pub crossings: BTreeMap<(RegionId, ThemeId), Harvest>,
            /// Events, newest first.
            pub events_newest: Vec<EventId>,
            /// People with a page, in order of their sort names.
            pub people_by_name: Vec<PersonId>,
            /// Organisations, in order of their names.
            pub organisations_by_name: Vec<OrganisationId>,
            /// Series, by name.
            pub series_by_name: Vec<SeriesId>,
            /// News of records whose kind has no status of its own (events, sessions, outcomes, …),
            /// oldest first.
            pub news: BTreeMap<RecordId, Vec<Update<()>>>,
            /// Every record by its id: see [`Report::find`].
            pub index: index::Index,
            /// The content of photos to which somebody said no, with the file, where another file
            /// may have the same.
            pub refused: BTreeMap<[u8; 32], SourcePath>,
            /// Files that are handed out as text, whatever they are called.
            pub as_text: BTreeSet<SourcePath>,
            /// What photos and files are called where they are published, below their event's
            /// folder; photos without an ending.
            pub published: BTreeMap<SourcePath, String>,
        }

        report! { @index $($list: $record, $id;)+ $($bare_list: $bare, $bare_id;)+ }

        impl Report {
            /// A record, whatever its kind.
            pub fn record(&self, id: RecordId) -> &dyn Record {
                match id {
                    $(RecordId::$variant(id) => &self[id],)+
                    $(RecordId::$bare_variant(id) => &self[id],)+
                }
            }

            /// Every record, by kind and then in the order of files and positions.
            pub fn records(&self) -> impl Iterator<Item = RecordId> {
                let none = std::iter::empty();
                $(let none = none.chain(
                    (0..self.$list.len()).map(|position| RecordId::$variant($id::at(position)))
                );)+
                $(let none = none.chain(
                    (0..self.$bare_list.len())
                        .map(|position| RecordId::$bare_variant($bare_id::at(position)))
                );)+
                none
            }
        }
    };
    (@index $($list:ident: $record:ident, $id:ident;)+) => { $(
        impl Index<$id> for Report {
            type Output = $record;

            fn index(&self, id: $id) -> &$record {
                &self.$list[id.index()]
            }
        }
    )+ };
}

every_record!(report);

impl Report {
    /// Everything that belongs to an event, kind by kind; asks and offers together, in the order of
    /// the files.
    pub fn of_event(&self, event: EventId) -> impl Iterator<Item = RecordId> {
        let event = &self[event];
        let mut needs = [&event.asks[..], &event.offers[..]].concat();
        needs.sort_unstable();
        records(&event.sessions)
            .chain(records(&event.speakers))
            .chain(records(&event.ideas))
            .chain(needs.into_iter().map(RecordId::from))
            .chain(records(&event.deals))
            .chain(records(&event.outcomes))
            .chain(records(&event.quotes))
            .chain(records(&event.figures))
            .chain(records(&event.photos))
            .chain(records(&event.resources))
    }

    /// The record of this kind and id: in the event of that folder, or shared by all.
    pub fn named(&self, kind: Kind, event: Option<&str>, id: &str) -> Option<RecordId> {
        let event = match event {
            Some(folder) => Some(EventId::of(self.index.get(Kind::Event, None, folder)?)?),
            None => None,
        };
        self.index.get(kind, event, id)
    }

    /// The record that a link or reference names, as seen from an event.
    pub fn find(&self, target: &str, in_event: Option<EventId>) -> Option<RecordId> {
        let target = ReferenceText::of(target);
        let kind = target.kind()?;
        match target.event {
            Some(_) if !index::is_of_event(kind) => None,
            Some(_) => self.named(kind, target.event, target.id),
            None => self.index.get(kind, in_event, target.id),
        }
    }
}

fn records<I: Copy + Into<RecordId>>(ids: &[I]) -> impl Iterator<Item = RecordId> {
    ids.iter().map(|id| (*id).into())
}
