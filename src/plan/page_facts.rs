//! What can be asked of a page, whatever its kind; what differs by kind is in the table of pages.

use super::list::{List, ListKind, Narrow};
use super::page::{Embedded, Page, PageKind, SearchEngines, Tells};
use super::subject::Subject;
use crate::records::{RecordId, Report};
use crate::reference::Reference;
use crate::words::dates;

impl Page {
    /// The first page of a list.
    pub fn first_of(kind: ListKind, narrow: Narrow) -> Self {
        Self::List(List { kind, narrow }, 1)
    }

    /// The page that search engines and people should know: a page for a frame or for paper shows
    /// again what stands on another.
    #[must_use]
    pub fn known_as(self) -> Self {
        match self.kind() {
            PageKind {
                tells: Tells::Again,
                about: Some(subject),
                ..
            } => Self::Of(subject),
            _ => self,
        }
    }

    /// The page of a record, where it has one.
    pub fn of_record(report: &Report, record: RecordId) -> Option<Self> {
        Subject::of(record)
            .filter(|subject| subject.paged(report).has_page)
            .map(Self::Of)
    }

    /// The record whose page this is.
    pub fn record(self) -> Option<RecordId> {
        self.subject().map(Subject::record)
    }

    /// What this is the own page of.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Of(subject) => Some(subject),
            _ => None,
        }
    }

    /// The page whose card stands for this one: of what came of an event, the event's; of what is
    /// listed of a region or theme, theirs; else the site's.
    #[must_use]
    pub fn with_card(self, report: &Report) -> Self {
        let of_event = |subject: Subject| subject.event(report).map_or(subject, Subject::Event);
        self.kind()
            .about
            .map(of_event)
            .filter(|subject| subject.has_card())
            .map_or(Self::Home, Self::Of)
    }

    /// Whether its address is put on paper, as a code: of a deal, and of what others show in a frame.
    pub fn has_code(self) -> bool {
        matches!(self, Self::Of(Subject::Deal(_))) || Embedded::of(self).is_some()
    }

    /// Whether there is a feed with the news of it, where the site knows its own address.
    pub fn has_feed(self) -> bool {
        self.kind().feed
    }

    /// Whether it is as long as what it lists, however long that is.
    pub fn grows(self) -> bool {
        self.kind().grows
    }

    /// Whether it stands at an address of its own: the page for wrong addresses is shown at
    /// whatever address was asked for.
    pub fn has_address(self) -> bool {
        self != Self::NotFound
    }

    /// Whether it is kept for its promised address alone: nothing is on record for it.
    pub fn is_empty(self, report: &Report) -> bool {
        match self {
            Self::Crossing(region, theme) => !report.crossings.contains_key(&(region, theme)),
            Self::Year(year) => !report.years.iter().any(|found| found.year == year),
            _ => false,
        }
    }

    /// Whether search engines are to leave it out.
    pub fn is_kept_out(self, report: &Report) -> bool {
        self.kind().search_engines == SearchEngines::KeptOut || self.is_empty(report)
    }

    /// Whether search engines are told of it, in the languages that it says something of its own in.
    pub(super) fn is_in_sitemap(self, report: &Report) -> bool {
        self.kind().search_engines == SearchEngines::Told && !self.is_empty(report)
    }

    /// What it is of, as something that can be promised.
    pub fn permalink(self, report: &Report) -> Option<Reference> {
        match self {
            Self::Of(subject) => Some(subject.permalink(report)),
            Self::Crossing(region, theme) => Some(Reference::Crossing {
                region: report[region].id.clone(),
                theme: report[theme].id.clone(),
            }),
            Self::Year(year) => Some(Reference::Year(year)),
            _ => None,
        }
    }

    /// What a page is called that is no record's own and can be promised.
    pub(super) fn title(self, report: &Report) -> String {
        match self {
            Self::Crossing(region, theme) => {
                format!("{} in {}", report[theme].name, report[region].name)
            }
            Self::Year(year) => dates::year(year),
            _ => String::new(),
        }
    }
}
