//! What has a page of its own: one row a kind of record, with all that the plan knows of it.

use super::segments::Segments;
use crate::id::Id;
use crate::records::{
    DealId, EventId, IdeaId, LongText, NeedId, OrganisationId, PageId, PersonId, RecordId,
    RegionId, Report, SeriesId, SessionId, Side, ThemeId,
};
use crate::schema::Kind;
use crate::source::{Span, Spanned};
use crate::words::Text;
use crate::words::routes::Routes;

/// What a record is called.
#[derive(Debug, Clone, Copy)]
pub enum Called<'r> {
    /// A title, which may be translated.
    Title(&'r Text),
    /// A name, which is the same in every language.
    Name(&'r str),
}

impl<'r> Called<'r> {
    /// As first written.
    pub fn as_written(self) -> &'r str {
        match self {
            Self::Title(title) => &title.original,
            Self::Name(name) => name,
        }
    }
}

/// What the plan knows of a record that has a page of its own, whatever its kind.
#[derive(Debug, Clone, Copy)]
pub struct PagedRecord<'r> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'r Id,
    /// The event it belongs to.
    pub event: Option<EventId>,
    /// The word of addresses that its kind stands under, below its event.
    pub word: Option<fn(&Routes) -> &str>,
    /// Whether it has its page: some are shown whole elsewhere, or are not to be named.
    pub has_page: bool,
    /// Its title or name.
    pub called: Called<'r>,
    /// Its summary.
    pub summary: Option<&'r Text>,
    /// Its text.
    pub text: Option<&'r LongText>,
    /// The old addresses that lead to it, as it says itself.
    pub aliases: &'r [Spanned<String>],
    /// Where it is written.
    pub span: Span,
}

/// The table of all kinds of record with a page of their own. A row: the kind, its index and its
/// list in the report, then what the plan knows of a record, and whether its page has a social card
/// and news of its own.
macro_rules! subjects {
    (
        |$record:ident|
        $($name:ident($id:ident) in $list:ident {
            kind: $kind:expr,
            word: $word:expr,
            event: $event:expr,
            has_page: $has_page:expr,
            called: $called:expr,
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
                            kind: $kind,
                            id: &$record.id,
                            event: $event,
                            word: $word,
                            has_page: $has_page,
                            called: $called,
                            summary: $summary,
                            text: $record.text.as_ref(),
                            aliases: &$record.aliases,
                            span: $record.span,
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
                    (0..report.$list.len()).map(|index| $id(number(index)))
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
        kind: Kind::Event,
        word: Some(|routes| &routes.events),
        event: None,
        has_page: true,
        called: Called::Title(&it.title),
        summary: it.summary.as_ref(),
        card: true,
        feed: false,
    }
    Session(SessionId) in sessions {
        kind: Kind::Session,
        word: Some(|routes| &routes.programme),
        event: Some(it.event),
        has_page: it.has_page,
        called: Called::Title(&it.title),
        summary: None,
        card: false,
        feed: false,
    }
    Idea(IdeaId) in ideas {
        kind: Kind::Idea,
        word: Some(|routes| &routes.ideas),
        event: Some(it.event),
        has_page: !it.inline,
        called: Called::Title(&it.title),
        summary: None,
        card: false,
        feed: false,
    }
    Need(NeedId) in needs {
        kind: match it.side {
            Side::Ask => Kind::Ask,
            Side::Offer => Kind::Offer,
        },
        word: match it.side {
            Side::Ask => Some(|routes| &routes.asks),
            Side::Offer => Some(|routes| &routes.offers),
        },
        event: Some(it.event),
        has_page: !it.inline,
        called: Called::Title(&it.title),
        summary: None,
        card: false,
        feed: false,
    }
    Deal(DealId) in deals {
        kind: Kind::Deal,
        word: Some(|routes| &routes.deals),
        event: Some(it.event),
        has_page: true,
        called: Called::Title(&it.title),
        summary: None,
        card: false,
        feed: false,
    }
    Region(RegionId) in regions {
        kind: Kind::Region,
        word: Some(|routes| &routes.regions),
        event: None,
        has_page: true,
        called: Called::Name(&it.name.original),
        summary: None,
        card: true,
        feed: true,
    }
    Theme(ThemeId) in themes {
        kind: Kind::Theme,
        word: Some(|routes| &routes.themes),
        event: None,
        has_page: true,
        called: Called::Name(&it.name.original),
        summary: None,
        card: true,
        feed: true,
    }
    Person(PersonId) in people {
        kind: Kind::Person,
        word: Some(|routes| &routes.people),
        event: None,
        has_page: it.listed,
        called: Called::Name(&it.name),
        summary: None,
        card: false,
        feed: false,
    }
    Organisation(OrganisationId) in organisations {
        kind: Kind::Organisation,
        word: Some(|routes| &routes.organisations),
        event: None,
        has_page: true,
        called: Called::Name(&it.name.original),
        summary: None,
        card: false,
        feed: true,
    }
    Series(SeriesId) in series {
        kind: Kind::Series,
        word: Some(|routes| &routes.series),
        event: None,
        has_page: true,
        called: Called::Name(&it.name.original),
        summary: None,
        card: false,
        feed: false,
    }
    Page(PageId) in pages {
        kind: Kind::Page,
        word: None,
        event: None,
        has_page: true,
        called: Called::Title(&it.title),
        summary: it.summary.as_ref(),
        card: false,
        feed: false,
    }
}

impl Subject {
    /// The event that it belongs to, or is.
    pub fn event(self, report: &Report) -> Option<EventId> {
        match self {
            Self::Event(id) => Some(id),
            other => other.paged(report).event,
        }
    }

    /// Writes the path of its page.
    pub(super) fn push(self, to: &mut Segments<'_>) {
        let PagedRecord {
            id, event, word, ..
        } = self.paged(to.report);
        if let Some(event) = event {
            Self::Event(event).push(to);
        }
        if let Some(word) = word {
            to.add(&[word(to.routes)]);
        }
        to.add(&[id.as_str()]);
    }
}

/// What a record is called; nothing where its kind has no title or name.
pub(super) fn title_of(report: &Report, record: RecordId) -> &str {
    Subject::of(record).map_or("", |subject| subject.paged(report).called.as_written())
}

/// A position as an index carries it.
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer records than 2^32")
}
