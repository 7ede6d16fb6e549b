//! What has a page of its own: one row a kind of record, with all that the plan knows of it.

use super::segments::Segments;
use crate::records::{
    DealId, EventId, IdeaId, LongText, NeedId, OrganisationId, PageId, PersonId, Record, RecordId,
    RegionId, Report, SeriesId, SessionId, Side, ThemeId, Told, TypedId as _,
};
use crate::reference::Reference;
use crate::source::Spanned;
use crate::words::Text;
use crate::words::routes::Routes;

/// What the plan knows of a record that has a page of its own, besides what every record tells.
#[derive(Debug, Clone, Copy)]
pub struct PagedRecord<'r> {
    /// The word of addresses that its kind stands under, below its event.
    pub word: Option<fn(&Routes) -> &str>,
    /// Whether it has its page: some are shown whole elsewhere, or are not to be named.
    pub has_page: bool,
    /// Its summary.
    pub summary: Option<&'r Text>,
    /// Its text.
    pub text: Option<&'r LongText>,
    /// The old addresses that lead to it, as it says itself.
    pub aliases: &'r [Spanned<String>],
}

/// The table of all kinds of record with a page of their own. A row: the kind, its index and its
/// list in the report, then what the plan knows of a record, and whether its page has a social card
/// and news of its own.
macro_rules! subjects {
    (
        |$record:ident|
        $($name:ident($id:ident) in $list:ident {
            word: $word:expr,
            has_page: $has_page:expr,
            summary: $summary:expr,
            card: $card:literal,
            feed: $feed:literal,
        })*
    ) => {
        /// A record that can have a page of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the record it names")]
        pub enum Subject {
            $($name($id),)*
        }

        $(
            impl From<$id> for Subject {
                fn from(id: $id) -> Self {
                    Self::$name(id)
                }
            }
        )*

        impl Subject {
            /// The names of all kinds of record that can have a page.
            pub const KINDS: &[&str] = &[$(stringify!($name)),*];

            /// The name of its kind, as in [`Subject::KINDS`].
            pub fn kind_name(self) -> &'static str {
                match self {
                    $(Self::$name(_) => stringify!($name),)*
                }
            }

            /// A record as the subject of a page; `None` for kinds that have none.
            pub fn of(record: RecordId) -> Option<Self> {
                match record {
                    $(RecordId::$name(id) => Some(Self::$name(id)),)*
                    RecordId::Outcome(_)
                    | RecordId::Figure(_)
                    | RecordId::Photo(_)
                    | RecordId::Resource(_)
                    | RecordId::Speaker(_)
                    | RecordId::Quote(_) => None,
                }
            }

            /// The record.
            pub fn record(self) -> RecordId {
                match self {
                    $(Self::$name(id) => RecordId::$name(id),)*
                }
            }

            /// What the plan knows of it.
            pub fn paged(self, report: &Report) -> PagedRecord<'_> {
                match self {
                    $(Self::$name(id) => {
                        let $record = &report[id];
                        PagedRecord {
                            word: $word,
                            has_page: $has_page,
                            summary: $summary,
                            text: $record.text.as_ref(),
                            aliases: &$record.aliases,
                        }
                    })*
                }
            }

            /// Whether its page has a social card of its own.
            pub fn has_card(self) -> bool {
                match self {
                    $(Self::$name(_) => $card,)*
                }
            }

            /// Whether there is a feed with the news of it.
            pub fn has_feed(self) -> bool {
                match self {
                    $(Self::$name(_) => $feed,)*
                }
            }

            $(
                #[doc = concat!("Every ", stringify!($name), ", in the order of the report.")]
                pub fn $list(report: &Report) -> impl Iterator<Item = $id> + use<> {
                    (0..report.$list.len()).map($id::at)
                }
            )*

            /// Every record of these kinds, kind by kind.
            pub fn all(report: &Report) -> impl Iterator<Item = Self> + use<> {
                std::iter::empty()$(.chain(Self::$list(report).map(Self::$name)))*
            }
        }
    };
}

subjects! {
    |it|
    Event(EventId) in events {
        word: Some(|routes| &routes.events),
        has_page: true,
        summary: it.summary.as_ref(),
        card: true,
        feed: false,
    }
    Session(SessionId) in sessions {
        word: Some(|routes| &routes.programme),
        has_page: it.has_page,
        summary: None,
        card: false,
        feed: false,
    }
    Idea(IdeaId) in ideas {
        word: Some(|routes| &routes.ideas),
        has_page: !it.inline,
        summary: None,
        card: false,
        feed: false,
    }
    Need(NeedId) in needs {
        word: match it.side {
            Side::Ask => Some(|routes| &routes.asks),
            Side::Offer => Some(|routes| &routes.offers),
        },
        has_page: !it.inline,
        summary: None,
        card: false,
        feed: false,
    }
    Deal(DealId) in deals {
        word: Some(|routes| &routes.deals),
        has_page: true,
        summary: None,
        card: false,
        feed: false,
    }
    Region(RegionId) in regions {
        word: Some(|routes| &routes.regions),
        has_page: true,
        summary: None,
        card: true,
        feed: true,
    }
    Theme(ThemeId) in themes {
        word: Some(|routes| &routes.themes),
        has_page: true,
        summary: None,
        card: true,
        feed: true,
    }
    Person(PersonId) in people {
        word: Some(|routes| &routes.people),
        has_page: it.listed,
        summary: None,
        card: false,
        feed: false,
    }
    Organisation(OrganisationId) in organisations {
        word: Some(|routes| &routes.organisations),
        has_page: true,
        summary: None,
        card: false,
        feed: true,
    }
    Series(SeriesId) in series {
        word: Some(|routes| &routes.series),
        has_page: true,
        summary: None,
        card: false,
        feed: false,
    }
    Page(PageId) in pages {
        word: None,
        has_page: true,
        summary: it.summary.as_ref(),
        card: false,
        feed: false,
    }
}

impl Subject {
    /// What it tells as every record does.
    pub fn told(self, report: &Report) -> &dyn Record {
        report.record(self.record())
    }

    /// Its title or name, as first written.
    pub fn title(self, report: &Report) -> &str {
        match self.told(report).title() {
            Some(Told::Line(title)) => &title.original,
            Some(Told::Words(name)) => name,
            _ => "",
        }
    }

    /// The event that it belongs to, or is.
    pub fn event(self, report: &Report) -> Option<EventId> {
        match self {
            Self::Event(id) => Some(id),
            other => other.told(report).event(),
        }
    }

    /// What it is as something that can be promised, also where it has no page of its own.
    pub fn permalink(self, report: &Report) -> Reference {
        let told = self.told(report);
        Reference::Record {
            kind: told.kind(),
            event: told.event().map(|event| report[event].id.clone()),
            id: told.id().clone(),
        }
    }

    /// Writes the path of its page.
    pub(super) fn push(self, to: &mut Segments<'_>) {
        let told = self.told(to.report);
        if let Some(event) = told.event() {
            Self::Event(event).push(to);
        }
        if let Some(word) = self.paged(to.report).word {
            to.add(&[word(to.routes)]);
        }
        to.add(&[told.id().as_str()]);
    }
}

/// What a record that can have a page is called; nothing for other kinds.
pub(super) fn title_of(report: &Report, record: RecordId) -> &str {
    Subject::of(record).map_or("", |subject| subject.title(report))
}
