//! The page for wrong addresses.

use serde::Serialize;

use super::context::Context;
use super::head::{Head, PageHead};
use super::site::SiteHead;
use crate::plan::page::Page;
use crate::stable_hash::Shared;
use crate::words::labels;

pub(super) fn not_found(context: Context<'_>) -> NotFoundView {
    let title = context.own(labels::NOT_FOUND.get(context.language));
    NotFoundView {
        site: context.site(),
        page: Head::new(context, "404", Page::NotFound, &title)
            .in_section("")
            .made(),
    }
}

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
}
