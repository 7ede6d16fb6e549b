//! Lists: what they list, what narrows them, and the words of both in addresses and menus.

use super::segments::Segments;
use super::subject::Subject;
use crate::report::{DealStatus, EventId, IdeaStatus, RegionId, ThemeId};
use crate::words::interface::Interface;
use crate::words::routes::Routes;
use crate::words::{Bilingual, both};

/// How many entries a page of a list holds.
pub const LIST_LENGTH: usize = 100;
/// The most entries of a list that has an index.
pub const INDEX_LENGTH: usize = 5_000;
/// The kinds whose whole lists can be narrowed.
pub const NARROWED: [ListKind; 3] = [ListKind::Deals, ListKind::Ideas, ListKind::Leads];

/// A list: what it lists, and what narrows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct List {
    /// What it lists.
    pub kind: ListKind,
    /// What narrows it.
    pub narrow: Narrow,
}

impl List {
    /// The list of all of a kind.
    pub fn whole(kind: ListKind) -> Self {
        Self {
            kind,
            narrow: Narrow::No,
        }
    }

    /// Writes the path of its first page.
    pub(super) fn push(self, to: &mut Segments<'_>) {
        if let Narrow::Event(event) = self.narrow {
            Subject::Event(event).push(to);
        }
        to.add(&[self.kind.route(to.routes)]);
        self.narrow.push(to);
    }
}

/// The table of all kinds of list. A row: the kind, the word of addresses and the interface that
/// names it, and the entry of the menu that it belongs to.
macro_rules! list_kinds {
    ($($(#[doc = $doc:literal])? $name:ident: $word:ident in $section:ident;)*) => {
        /// What a list lists.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the kind it names")]
        pub enum ListKind {
            $($(#[doc = $doc])? $name,)*
        }

        impl ListKind {
            /// Its word in addresses.
            pub fn route(self, routes: &Routes) -> &str {
                match self {
                    $(Self::$name => &routes.$word,)*
                }
            }

            /// What it is called.
            pub fn word(self, words: &Interface) -> &'static str {
                match self {
                    $(Self::$name => words.$word,)*
                }
            }

            /// The entry of the menu that it belongs to.
            pub fn section(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($section),)*
                }
            }
        }
    };
}

list_kinds! {
    Events: events in events;
    Deals: deals in deals;
    Ideas: ideas in ideas;
    #[doc = "Asks and offers that are open, of all events."]
    Leads: leads in leads;
    #[doc = "All asks of one event."]
    Asks: asks in leads;
    #[doc = "All offers of one event."]
    Offers: offers in leads;
    People: people in people;
    Organisations: organisations in organisations;
    Regions: regions in regions;
    Themes: themes in themes;
    Series: series in series;
    Years: years in years;
}

/// What narrows a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it narrows by")]
pub enum Narrow {
    No,
    Event(EventId),
    Region(RegionId),
    Theme(ThemeId),
    Crossing(RegionId, ThemeId),
    Year(i16),
    Status(Status),
}

impl Narrow {
    /// Whether it is one of the choices that a whole list offers.
    pub fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Region(_) | Self::Theme(_) | Self::Year(_) | Self::Status(_)
        )
    }

    /// The record that it narrows to: of a region and a theme, the region.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Event(id) => Some(id.into()),
            Self::Region(id) | Self::Crossing(id, _) => Some(id.into()),
            Self::Theme(id) => Some(id.into()),
            Self::No | Self::Year(_) | Self::Status(_) => None,
        }
    }

    /// Writes what stands behind the word of the list.
    fn push(self, to: &mut Segments<'_>) {
        let report = to.report;
        match self {
            Self::No | Self::Event(_) => {}
            Self::Region(region) => to.add(&[&to.routes.region, report[region].id.as_str()]),
            Self::Theme(theme) => to.add(&[&to.routes.theme, report[theme].id.as_str()]),
            Self::Crossing(region, theme) => {
                Self::Region(region).push(to);
                Self::Theme(theme).push(to);
            }
            Self::Year(year) => to.add(&[&to.routes.year, &year.to_string()]),
            Self::Status(status) => {
                to.add(&[&to.routes.status, status.route().get(to.language)]);
            }
        }
    }
}

/// The table of all statuses that lists are narrowed by. A row: the status and its words in
/// addresses.
macro_rules! statuses {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// A status that lists are narrowed by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the words are the schema's")]
        pub enum Status {
            $($name,)*
        }

        impl Status {
            /// Its word in addresses.
            pub fn route(self) -> Bilingual {
                match self {
                    $(Self::$name => both($nl, $en),)*
                }
            }
        }
    };
}

statuses! {
    Agreed: "afgesproken", "agreed";
    Underway: "lopend", "underway";
    Done: "afgerond", "done";
    Stopped: "gestopt", "stopped";
    Proposed: "voorgesteld", "proposed";
    Adopted: "aangenomen", "adopted";
    Carried: "uitgevoerd", "done";
    Dropped: "vervallen", "dropped";
    Ask: "vraag", "ask";
    Offer: "aanbod", "offer";
}

impl Status {
    /// A deal's status as lists name it.
    pub fn of_deal(status: DealStatus) -> Self {
        match status {
            DealStatus::Agreed => Self::Agreed,
            DealStatus::Underway => Self::Underway,
            DealStatus::Done => Self::Done,
            DealStatus::Stopped => Self::Stopped,
        }
    }

    /// An idea's status as lists name it.
    pub fn of_idea(status: IdeaStatus) -> Self {
        match status {
            IdeaStatus::Proposed => Self::Proposed,
            IdeaStatus::Adopted => Self::Adopted,
            IdeaStatus::Done => Self::Carried,
            IdeaStatus::Dropped => Self::Dropped,
        }
    }

    /// Those that a kind of list can be narrowed by.
    pub fn of_list(kind: ListKind) -> &'static [Self] {
        match kind {
            ListKind::Deals => &[Self::Agreed, Self::Underway, Self::Done, Self::Stopped],
            ListKind::Ideas => &[Self::Proposed, Self::Adopted, Self::Carried, Self::Dropped],
            ListKind::Leads => &[Self::Ask, Self::Offer],
            _ => &[],
        }
    }
}
