//! The whole of an event, for paper. The one page that holds whole records: see
//! `docs/decisions.md`.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::{PageHead, Said, SiteHead};
use super::pages::{DealView, EventView, IdeaView, NeedView, SessionView};
use crate::shared::Shared;

/// `print.html`: an event with all its records in full, on one page.
#[derive(Debug, Serialize)]
pub struct PrintView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    /// The event as its own page shows it. Its programme, ideas, deals and leads may be cut short
    /// there; those below are whole.
    pub event: EventView,
    /// The address of the event's own page, whole where the site knows its own.
    pub address: String,
    /// "Stand van 14 maart 2024": the newest news of any of it.
    pub as_of: String,
    /// The parts that there are, in their order.
    pub contents: Vec<Chapter>,
    /// By day; a session that is part of another comes right after it.
    pub programme: Vec<PrintedDay>,
    /// Those written inside a deal among them.
    pub ideas: Vec<Printed<IdeaView>>,
    pub deals: Vec<Printed<DealView>>,
    /// All asks, then all offers; those written inside a deal stand there only.
    pub needs: Vec<Printed<NeedView>>,
    /// Whom and what the pages name, with the addresses of their own pages.
    pub names: Vec<NameRow>,
}

/// A part of the whole, and a line of its table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// What it holds, and its fragment: `recap`, `speakers`, `quotes`, `programme`, `ideas`,
    /// `deals`, `needs`, `outcomes`, `figures`, `resources`, `photos`, `links`, `kept`, `sources`,
    /// `corrections`, `names`.
    pub id: &'static str,
    pub title: &'static str,
    pub lines: Vec<ContentsLine>,
}

/// A record in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsLine {
    /// The fragment, without its `#`.
    pub id: String,
    pub title: Said,
}

/// A whole record among others.
#[derive(Debug, Serialize)]
pub struct Printed<T> {
    /// Its fragment on the page.
    pub id: String,
    /// The address of its own page, spelled out; `None` where it has none.
    pub address: Option<String>,
    pub whole: T,
}

#[derive(Debug, Serialize)]
pub struct PrintedDay {
    /// "dinsdag 30 oktober 2018"; `None` when the event has one day.
    pub label: Option<String>,
    pub sessions: Vec<Printed<SessionView>>,
}

/// A name as registers file it ("Hijum, Eddy van"), with its address, spelled out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameRow {
    pub name: Said,
    pub address: String,
}
