//! Lists: what they list, what narrows them, and the words of both in addresses and menus.

use super::segments::Segments;
use super::subject::Subject;
use crate::records::{
    DealStatus, EventId, IdeaStatus, OrganisationId, PersonId, RegionId, ThemeId,
};
use crate::words::dates;
use crate::words::interface::Interface;
use crate::words::phrases::{self, Noun};
use crate::words::routes::Routes;
use crate::words::{Bilingual, both};

/// How many entries a page of a list holds, where an entry is a line or a few.
pub const LIST_LENGTH: usize = 100;
/// How many it holds where each is a card of its own.
pub const CARDS_LENGTH: usize = 20;
/// How many a section of a page shows where each is a line or two, before it leads on to the rest.
pub const LINES_LENGTH: usize = 40;
/// How many names a page shows of a kind of which there may be thousands: the largest.
pub const NAMES_LENGTH: usize = 24;
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
/// names it, the entry of the menu that it belongs to, and the noun it counts.
macro_rules! list_kinds {
    ($($(#[doc = $doc:literal])? $name:ident: $word:ident in $section:ident, $noun:ident;)*) => {
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

            /// What its entries are counted as.
            pub fn noun(self) -> Noun {
                match self {
                    $(Self::$name => phrases::$noun,)*
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
    Events: events in events, EVENT;
    Deals: deals in deals, DEAL;
    Ideas: ideas in ideas, IDEA;
    #[doc = "Asks and offers that are open, of all events."]
    Leads: leads in leads, LEAD;
    #[doc = "All asks of one event, person or organisation."]
    Asks: asks in leads, ASK;
    #[doc = "All offers of one event, person or organisation."]
    Offers: offers in leads, OFFER;
    People: people in people, PERSON;
    Organisations: organisations in organisations, ORGANISATION;
    Regions: regions in regions, REGION;
    Themes: themes in themes, THEME;
    Series: series in series, SERIES;
    Years: years in years, YEAR;
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
    Person(PersonId),
    Organisation(OrganisationId),
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
            Self::Person(id) => Some(id.into()),
            Self::Organisation(id) => Some(id.into()),
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
            Self::Year(year) => to.add(&[&to.routes.year, &dates::year(year)]),
            Self::Status(status) => {
                to.add(&[&to.routes.status, status.route().get(to.language)]);
            }
            Self::Person(person) => to.add(&[&to.routes.person, report[person].id.as_str()]),
            Self::Organisation(organisation) => {
                to.add(&[&to.routes.organisation, report[organisation].id.as_str()]);
            }
        }
    }
}

/// The table of all statuses that lists are narrowed by. A row: the status, its words in
/// addresses, and what it is called.
macro_rules! statuses {
    ($($name:ident: $nl:literal, $en:literal, called $label_nl:literal, $label_en:literal;)*) => {
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

            /// What it is called.
            pub fn label(self) -> Bilingual {
                match self {
                    $(Self::$name => both($label_nl, $label_en),)*
                }
            }
        }
    };
}

statuses! {
    Agreed: "afgesproken", "agreed", called "Afgesproken", "Agreed";
    Underway: "lopend", "underway", called "Loopt", "Under way";
    Done: "afgerond", "done", called "Klaar", "Done";
    Stopped: "gestopt", "stopped", called "Gestopt", "Stopped";
    Proposed: "voorgesteld", "proposed", called "Voorgesteld", "Proposed";
    Adopted: "aangenomen", "adopted", called "Aangenomen", "Adopted";
    Carried: "uitgevoerd", "done", called "Uitgevoerd", "Carried out";
    Dropped: "vervallen", "dropped", called "Vervallen", "Dropped";
    Ask: "vraag", "ask", called "Vragen", "Asks";
    Offer: "aanbod", "offer", called "Aanbod", "Offers";
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
