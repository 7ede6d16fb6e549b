//! What a preview of a link shows (Open Graph, <https://ogp.me>).

use serde::Serialize;

use super::context::Context;
use crate::plan::languages::is_translated;
use crate::plan::page::Page;
use crate::words::Language;

/// What a preview of a link shows (Open Graph, <https://ogp.me>).
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// `article` or `website`.
    pub kind: &'static str,
    /// `nl_NL`.
    pub locale: &'static str,
    pub other_locales: Vec<&'static str>,
    /// When the report appeared, and when it was last changed: `2018-11-05`.
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// What a preview of a link to this page shows.
pub(super) fn preview(context: Context<'_>, page: Page) -> Preview {
    let report = context.report;
    let event = page.subject().and_then(|subject| subject.event(report));
    let published = event.and_then(|event| report[event].published);
    let updated = event.and_then(|event| report[event].updated);
    let spoken = spoken(context, page);
    Preview {
        kind: if event.is_some() {
            "article"
        } else {
            "website"
        },
        locale: spoken.locale(),
        other_locales: context
            .config
            .languages
            .iter()
            .filter(|other| {
                **other != spoken
                    && (**other == context.config.language() || is_translated(report, page))
            })
            .map(|other| other.locale())
            .collect(),
        published: published.map(|date| date.to_string()),
        modified: updated.map(|date| date.to_string()),
    }
}

/// The language that a page speaks: its own where it is translated, else the one it was written
/// in.
pub(super) fn spoken(context: Context<'_>, page: Page) -> Language {
    if is_translated(context.report, page) {
        context.language
    } else {
        context.config.language()
    }
}
