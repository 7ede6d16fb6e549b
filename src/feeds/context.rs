//! What feeds and calendars are made from, and what follows from it in one step.

use crate::config::Config;
use crate::markdown;
use crate::plan::Plan;
use crate::plan::page::Page;
use crate::records::{EventId, LongText, Report, SessionId};
use crate::words::{Language, Text};

/// What feeds and calendars are made from, in the language they are to speak.
#[derive(Debug, Clone, Copy)]
pub struct FeedContext<'a> {
    /// The linked report.
    pub report: &'a Report,
    /// The site's settings.
    pub config: &'a Config,
    /// The planned site, for its addresses.
    pub plan: &'a Plan,
    /// The language to speak.
    pub language: Language,
}

impl<'a> FeedContext<'a> {
    /// The whole address of a page. These files are planned only where the site knows its own.
    pub(super) fn address(&self, page: impl Into<Page>) -> String {
        self.plan
            .addresses
            .absolute(&self.plan.addresses.path(self.report, page, self.language))
            .unwrap_or_default()
    }

    /// The whole address of the page on which a session is told of: its own, where it has one, else
    /// that of its event; empty where the site knows no address of its own.
    pub fn page_of_session(&self, session: SessionId, event: EventId) -> String {
        let page = if self.report[session].has_page {
            Page::from(session)
        } else {
            Page::from(event)
        };
        self.address(page)
    }

    /// A text in this language where there is one, and whether it is.
    pub(super) fn said(&self, text: &'a Text, written_in: Language) -> (&'a str, Language) {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => {
                (translation, self.language)
            }
            _ => (&text.original, written_in),
        }
    }

    /// The same for a longer text, without its markup.
    pub(super) fn plain(&self, text: &LongText, written_in: Language) -> (String, Language) {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => (
                markdown::plain(&translation.text, PLAIN_LENGTH),
                self.language,
            ),
            _ => (
                markdown::plain(&text.original.text, PLAIN_LENGTH),
                written_in,
            ),
        }
    }
}

/// How much of a longer text a feed or calendar tells, in characters.
const PLAIN_LENGTH: usize = 300;
