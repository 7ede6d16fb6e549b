//! Every kind of page: one row, with its address and what follows from its kind.

use super::list::List;
use super::segments::Segments;
use super::subject::Subject;
use crate::records::{EventId, OrganisationId, RegionId, ThemeId};
use crate::words::dates;
use crate::words::routes::Routes;

/// An event with more sessions than this has its programme on a page of its own.
pub const HUB_SESSIONS: usize = 50;

/// Whose words a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// The program's, around cards and lists: they are there in every language.
    Program,
    /// The title of what it is about, above lists.
    Title,
    /// What it is about, whole.
    Record,
    /// Again what stands on the page of what it is about.
    Again,
}

/// What search engines are told of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SearchEngines {
    /// To know it: it is in the sitemap.
    Told,
    /// Nothing: what it lists, they find elsewhere.
    NotTold,
    /// To leave it out.
    KeptOut,
}

/// What follows from the kind of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageKind {
    /// The record it is about.
    pub(super) about: Option<Subject>,
    /// Whose words it shows.
    pub(super) tells: Tells,
    /// What search engines are told of it.
    pub(super) search_engines: SearchEngines,
    /// Whether there is a feed with the news of it.
    pub(super) feed: bool,
    /// Whether it is as long as what it lists, however long that is.
    pub(super) grows: bool,
}

/// The table of all kinds of page. A row: the kind and what tells its pages apart; its address; and
/// what follows from the kind. A row without one of these does not compile; what shows a page is a
/// row of the table of the same name in `pages`.
macro_rules! pages {
    (
        |$to:ident|
        $($(#[doc = $doc:literal])+ $name:ident $(($($field:ident: $type:ty),+))? {
            at: $at:expr,
            about: $about:expr,
            tells: $tells:ident,
            search_engines: $search_engines:expr,
            feed: $feed:expr,
            grows: $grows:literal,
        })*
    ) => {
        /// One page, in no language yet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Page {
            $($(#[doc = $doc])+ $name $(($($type),+))?,)*
        }

        impl Page {
            /// The names of all kinds of page.
            pub const KINDS: &[&str] = &[$(stringify!($name)),*];

            /// The name of its kind, as in [`Page::KINDS`].
            pub fn kind_name(self) -> &'static str {
                match self {
                    $(Self::$name { .. } => stringify!($name),)*
                }
            }

            /// What follows from its kind.
            pub(super) fn kind(self) -> PageKind {
                match self {
                    $(Self::$name $(($($field),+))? => {
                        // Not every row needs all that it is given.
                        $(let _ = ($($field),+);)?
                        PageKind {
                            about: $about,
                            tells: Tells::$tells,
                            search_engines: $search_engines,
                            feed: $feed,
                            grows: $grows,
                        }
                    })*
                }
            }

            /// Writes its path, below the root of its language.
            pub(super) fn push(self, $to: &mut Segments<'_>) {
                match self {
                    $(Self::$name $(($($field),+))? => $at,)*
                }
            }
        }
    };
}

pages! {
    |to|
    /// The way in.
    Home {
        at: (),
        about: None,
        tells: Program,
        search_engines: SearchEngines::Told,
        feed: true,
        grows: false,
    }
    /// What stands at addresses that nothing has. Servers know it by its name.
    NotFound {
        at: to.file("404.html"),
        about: None,
        tells: Program,
        search_engines: SearchEngines::KeptOut,
        feed: false,
        grows: false,
    }
    /// Regions and themes in one table.
    Overview {
        at: to.add(&[&to.routes.overview]),
        about: None,
        tells: Program,
        search_engines: SearchEngines::Told,
        feed: false,
        grows: false,
    }
    /// Where the site is searched.
    Search {
        at: to.add(&[&to.routes.search]),
        about: None,
        tells: Program,
        search_engines: SearchEngines::KeptOut,
        feed: false,
        grows: false,
    }
    /// A record's own.
    Of(subject: Subject) {
        at: subject.push(to),
        about: Some(subject),
        tells: Record,
        search_engines: SearchEngines::Told,
        feed: subject.has_feed(),
        grows: false,
    }
    /// All sessions of an event.
    Programme(event: EventId) {
        at: beneath(event, &to.routes.programme, to),
        about: Some(event.into()),
        tells: Title,
        search_engines: SearchEngines::Told,
        feed: false,
        grows: false,
    }
    /// A theme in a region.
    Crossing(region: RegionId, theme: ThemeId) {
        at: {
            beneath(region, &to.routes.themes, to);
            to.add(&[to.report[theme].id.as_str()]);
        },
        about: Some(region.into()),
        tells: Program,
        search_engines: SearchEngines::Told,
        feed: false,
        grows: false,
    }
    /// What came of the events of a year.
    Year(year: i16) {
        at: to.add(&[&to.routes.years, &dates::year(year)]),
        about: None,
        tells: Program,
        search_engines: SearchEngines::Told,
        feed: false,
        grows: false,
    }
    /// What the site owes its readers to know.
    Notice(notice: Notice) {
        at: to.add(&[notice.word(to.routes)]),
        about: None,
        tells: Program,
        search_engines: SearchEngines::Told,
        feed: false,
        grows: false,
    }
    /// A list, and which of its pages, from 1.
    List(list: List, number: usize) {
        at: {
            list.push(to);
            if number > 1 {
                to.add(&[&to.routes.page, &number.to_string()]);
            }
        },
        about: list.narrow.subject(),
        tells: Program,
        search_engines: if number > 1 {
            SearchEngines::NotTold
        } else {
            SearchEngines::Told
        },
        feed: false,
        grows: false,
    }
    /// What another site may show in a frame of its own.
    Embed(embedded: Embedded) {
        at: beneath(embedded, &to.routes.embed, to),
        about: Some(embedded.into()),
        tells: Again,
        search_engines: SearchEngines::KeptOut,
        feed: false,
        grows: false,
    }
    /// The whole of an event on one page, for paper.
    Print(event: EventId) {
        at: beneath(event, &to.routes.print, to),
        about: Some(event.into()),
        tells: Again,
        search_engines: SearchEngines::KeptOut,
        feed: false,
        grows: true,
    }
}

/// The path of what stands below the page of a record.
fn beneath(subject: impl Into<Subject>, word: &str, to: &mut Segments<'_>) {
    subject.into().push(to);
    to.add(&[word]);
}

impl<T: Into<Subject>> From<T> for Page {
    fn from(subject: T) -> Self {
        Self::Of(subject.into())
    }
}

/// What can be shown within another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it names")]
pub enum Embedded {
    Event(EventId),
    Region(RegionId),
    Theme(ThemeId),
    Organisation(OrganisationId),
}

impl Embedded {
    /// What a page is about, where that can be shown within another site.
    pub fn of(page: Page) -> Option<Self> {
        match page {
            Page::Of(Subject::Event(id)) => Some(Self::Event(id)),
            Page::Of(Subject::Region(id)) => Some(Self::Region(id)),
            Page::Of(Subject::Theme(id)) => Some(Self::Theme(id)),
            Page::Of(Subject::Organisation(id)) => Some(Self::Organisation(id)),
            _ => None,
        }
    }
}

impl From<Embedded> for Subject {
    fn from(embedded: Embedded) -> Self {
        match embedded {
            Embedded::Event(id) => id.into(),
            Embedded::Region(id) => id.into(),
            Embedded::Theme(id) => id.into(),
            Embedded::Organisation(id) => id.into(),
        }
    }
}

/// A page that the settings make, for what a public body owes its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is what it tells of")]
pub enum Notice {
    Accessibility,
    Privacy,
}

impl Notice {
    /// Its word in addresses.
    pub(super) fn word(self, routes: &Routes) -> &str {
        match self {
            Self::Accessibility => &routes.accessibility,
            Self::Privacy => &routes.privacy,
        }
    }
}
