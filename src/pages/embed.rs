//! What another site shows in a frame of its own.

use serde::Serialize;

use super::cards::{More, Number};
use super::context::Context;
use super::head::{Head, PageHead};
use super::local_text::LocalText;
use super::own_site::Brief;
use super::site::SiteHead;
use super::{news, numbers, own_site};
use crate::plan::list::Narrow;
use crate::plan::page::{Embedded, Page};
use crate::records::Harvest;
use crate::stable_hash::Shared;
use crate::words::phrases;

pub(super) fn embed(context: Context<'_>, of: Embedded) -> EmbedView {
    let page = Page::Embed(of);
    let harvest = own_site::harvest_of(context, page.known_as()).unwrap_or_default();
    let name = name_of(context, of);
    let summary = own_site::summary_of(context, page.known_as(), &harvest);
    EmbedView {
        site: context.site(),
        page: Head::new(context, "embed", page, &name)
            .in_section(match of {
                Embedded::Event(_) => "events",
                Embedded::Region(_) => "regions",
                Embedded::Theme(_) => "themes",
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
        kind: kind_of(context, of),
        summary,
        // A frame leads to one place: the whole.
        numbers: numbers_of(context, of, &harvest)
            .into_iter()
            .map(|number| Number {
                href: None,
                ..number
            })
            .collect(),
        deals: own_site::deals(context, &harvest.deals),
        leads: own_site::leads(context, &harvest.leads),
        as_of: news::newest_news(context, &harvest),
    }
}

fn name_of(context: Context<'_>, of: Embedded) -> LocalText {
    let report = context.report;
    match of {
        Embedded::Event(id) => context.said_from(&report[id].title, report[id].language),
        Embedded::Region(id) => context.said(&report[id].name),
        Embedded::Theme(id) => context.said(&report[id].name),
        Embedded::Organisation(id) => context.said(&report[id].name),
    }
}

fn kind_of(context: Context<'_>, of: Embedded) -> String {
    let words = context.words();
    let (kind, word) = match of {
        Embedded::Event(_) => (None, words.event),
        Embedded::Region(id) => (context.label(context.report[id].kind), words.region),
        Embedded::Theme(_) => (None, words.theme),
        Embedded::Organisation(id) => (context.label(context.report[id].kind), words.organisation),
    };
    kind.unwrap_or_else(|| word.to_owned())
}

fn numbers_of(context: Context<'_>, of: Embedded, harvest: &Harvest) -> Vec<Number> {
    match of {
        Embedded::Event(id) => numbers::event_numbers(context, id),
        Embedded::Region(id) => numbers::numbers(context, harvest, Narrow::Region(id)),
        Embedded::Theme(id) => numbers::numbers(context, harvest, Narrow::Theme(id)),
        Embedded::Organisation(id) => {
            numbers::numbers_of_record(context, &context.report[id].record)
        }
    }
}

/// `embed.html`: an event, region, theme or organisation, to be shown in a frame of another site. Links leave the
/// frame.
#[derive(Debug, Serialize)]
pub struct EmbedView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub name: LocalText,
    /// "Regio", "School".
    pub kind: String,
    /// "Zeven deals en elf ideeën. Nog open: drie vragen.": plain sentences made of the counts; of an
    /// event, its day.
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
