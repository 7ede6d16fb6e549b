//! What a page says where it is not in the reader's language.

use super::context::Context;
use super::texts;
use crate::plan::languages::{event_of, own_texts};
use crate::plan::page::Page;
use crate::words::phrases;

/// "This text is in Dutch only.": where a page falls back to the language it was written in.
pub(super) fn only_in(context: Context<'_>, page: Page) -> Option<String> {
    let report = context.report;
    let written_in = texts::written_in(context, event_of(report, page));
    if context.language == written_in {
        return None;
    }
    let own = own_texts(report, page);
    let texts = || [own.title, own.summary, own.text].into_iter().flatten();
    if texts().all(|translated| translated) {
        None
    } else if own.title.is_some() && texts().all(|translated| !translated) {
        Some(phrases::only_in(written_in, context.language))
    } else {
        Some(phrases::partly_only_in(written_in, context.language))
    }
}
