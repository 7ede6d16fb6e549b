//! What another site shows in a frame of its own.

use serde::Serialize;

use super::cards::{More, Number};
use super::context::Context;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::own_site;
use super::own_site::{Brief, Excerpt};
use super::site::SiteHead;
use crate::plan::page::{Embedded, Page};
use crate::stable_hash::Shared;
use crate::words::phrases;

pub(super) fn embed(context: Context<'_>, of: Embedded) -> EmbedView {
    let harvest = own_site::harvest_of(context, of);
    let Excerpt {
        name,
        summary,
        deals,
        leads,
        as_of,
    } = own_site::excerpt(context, of, &harvest);
    let page = Page::Embed(of);
    EmbedView {
        site: context.site(),
        page: Head::new(context, "embed", page, &name)
            .in_section(match of {
                Embedded::Region(_) => "regions",
                Embedded::Organisation(_) => "organisations",
            })
            .behind(Vec::new())
            .described(summary.clone())
            .made(),
        whole: More {
            label: phrases::all_about(
                &name.text,
                &context.said(&context.config.title).text,
                context.language,
            ),
            href: context.href(page.known_as()),
        },
        name: LocalText::heading(&name),
        kind: own_site::kind_of(context, of),
        summary,
        // A frame leads to one place: the whole.
        numbers: own_site::numbers_of(context, of, &harvest)
            .into_iter()
            .map(|number| Number {
                href: None,
                ..number
            })
            .collect(),
        deals,
        leads,
        as_of,
    }
}

/// `embed.html`: a region or organisation, to be shown in a frame of another site. Links leave the
/// frame.
#[derive(Debug, Serialize)]
pub struct EmbedView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: LocalText,
    /// "Regio", "School".
    pub kind: String,
    /// "Zeven deals en elf ideeën. Nog open: drie vragen.": plain sentences made of the counts.
    pub summary: Option<String>,
    pub numbers: Vec<Number>,
    /// The newest, at most five.
    pub deals: Vec<Brief>,
    /// Open asks and offers, at most five.
    pub leads: Vec<Brief>,
    /// "Stand van 14 maart 2024".
    pub as_of: Option<String>,
    /// The page that it is a part of.
    pub whole: More,
}
