//! The page for wrong addresses.

use serde::Serialize;

use super::context::Context;
use super::head::{Head, PageHead};
use super::site::SiteHead;
use super::{head, trail};
use crate::plan::page::Page;
use crate::stable_hash::Shared;
use crate::words::both;

pub(super) fn not_found(context: Context<'_>) -> NotFoundView {
    let title = context
        .own(both("Deze pagina is er niet", "This page does not exist").get(context.language));
    NotFoundView {
        site: context.site(),
        page: head::head(
            context,
            Head {
                kind: "404",
                section: "",
                page: Page::NotFound,
                full_title: title.text.clone(),
                title,
                description: None,
                trail: trail::trail(context, Vec::new()),
            },
        ),
    }
}

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
}
