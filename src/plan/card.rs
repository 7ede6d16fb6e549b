//! Social cards: which pages have one of their own.

use super::languages::is_translated;
use super::page::Page;
use crate::records::Report;
use crate::words::Language;

/// Whether a page has a card of its own in a language: what says nothing of its own there shows the
/// card of the usual language.
pub(crate) fn has_card(report: &Report, page: Page, language: Language, usual: Language) -> bool {
    page.with_card(report) == page && (language == usual || is_translated(report, page))
}
