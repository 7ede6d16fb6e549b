//! What an organisation can put on a site of its own.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::Serialize;

use super::cards::{Number, StatusLine};
use super::context::Context;
use super::local_text::LocalText;
use super::{exchange_cards, news, numbers};
use crate::encode::html_value;
use crate::plan::list::Narrow;
use crate::plan::page::{Embedded, Page};
use crate::records::{Harvest, NeedId};
use crate::words::phrases;

/// How many of a kind another site shows.
const BRIEF_LENGTH: usize = 5;

/// What is told of a region or organisation elsewhere.
pub(super) struct Excerpt {
    pub(super) name: LocalText,
    pub(super) summary: Option<String>,
    pub(super) deals: Vec<Brief>,
    pub(super) leads: Vec<Brief>,
    pub(super) as_of: Option<String>,
}

/// What a region or organisation can put on its own site; `None` where this site does not know
/// its own address.
pub(super) fn own_site(context: Context<'_>, of: Embedded) -> Option<OwnSite> {
    if context.addresses().origin().is_empty() {
        return None;
    }
    let Excerpt {
        name,
        summary,
        deals,
        leads,
        as_of,
    } = excerpt(context, of, &harvest_of(context, of));
    let site = context.said(&context.config.title);
    let address = context.spelled_out(&context.href(Page::Embed(of).known_as()));
    let address = html_value(&address);
    let page = context.href(Page::Embed(of));
    let lang = context.language.tag();
    let mut lines = vec![
        format!("<div lang=\"{lang}\">"),
        format!("<h3>{}: {}</h3>", marked(&name), marked(&site)),
    ];
    lines.extend(summary.map(|summary| format!("<p>{}</p>", html_value(&summary))));
    for (title, briefs) in [
        (context.words().latest_deals, &deals),
        (context.words().leads, &leads),
    ] {
        if !briefs.is_empty() {
            lines.push(format!("<p>{title}:</p>"));
            lines.push("<ul>".to_owned());
            lines.extend(briefs.iter().map(|brief| item(context, brief)));
            lines.push("</ul>".to_owned());
        }
    }
    let as_of = as_of
        .map(|as_of| format!("{}. ", html_value(&as_of)))
        .unwrap_or_default();
    lines.push(format!("<p>{as_of}<a href=\"{address}\">{address}</a></p>"));
    lines.push("</div>".to_owned());
    Some(OwnSite {
        frame: format!(
            "<iframe src=\"{}\" title=\"{}: {}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
            html_value(&context.spelled_out(&page)),
            html_value(&name.text),
            html_value(&site.text)
        ),
        page,
        snippet: lines.join("\n"),
    })
}

/// A deal or lead as an item of a list: its title with the whole address, and how it stands.
fn item(context: Context<'_>, brief: &Brief) -> String {
    let title = marked(&brief.title);
    let title = match &brief.href {
        Some(href) => format!(
            "<a href=\"{}\">{title}</a>",
            html_value(&context.spelled_out(href))
        ),
        None => title,
    };
    let told = match &brief.status {
        Some(status) => {
            let silence = status
                .silence
                .as_ref()
                .map(|silence| format!(". {silence}"))
                .unwrap_or_default();
            format!("{}, {}{silence}", status.label, status.as_of)
        }
        None => brief.date.clone(),
    };
    format!(
        "<li>{title}. {}</li>",
        html_value(&phrases::sentence(&told))
    )
}

pub(super) fn excerpt(context: Context<'_>, of: Embedded, harvest: &Harvest) -> Excerpt {
    let report = context.report;
    let deals = harvest.deals.iter().take(BRIEF_LENGTH).map(|id| {
        let card = exchange_cards::deal_card(context, *id);
        Brief {
            kind: "deal",
            title: card.title.clone(),
            href: Some(card.href.clone()),
            status: card.status.clone(),
            date: card.date.clone(),
        }
    });
    let leads = harvest.leads.iter().take(BRIEF_LENGTH).map(|id| {
        let card = exchange_cards::lead_card(context, *id);
        Brief {
            kind: card.side,
            title: card.title.clone(),
            href: card.href.clone(),
            status: card.status.clone(),
            date: card.date.clone(),
        }
    });
    Excerpt {
        name: match of {
            Embedded::Region(id) => context.said(&report[id].name),
            Embedded::Organisation(id) => context.said(&report[id].name),
        },
        summary: news::summary(context, harvest, narrow(of)),
        deals: deals.collect(),
        leads: leads.collect(),
        as_of: news::newest_news(context, harvest),
    }
}

/// What came of it, for a region with all below it, for an organisation with its people.
pub(super) fn harvest_of(context: Context<'_>, of: Embedded) -> Cow<'_, Harvest> {
    let report = context.report;
    let id = match of {
        Embedded::Region(id) => return Cow::Borrowed(&report[id].harvest),
        Embedded::Organisation(id) => id,
    };
    let record = &report[id].record;
    let mut leads: Vec<NeedId> = record
        .asks
        .iter()
        .chain(&record.offers)
        .copied()
        .filter(|need| report[*need].lead)
        .collect();
    leads.sort_by_key(|need| Reverse(report[report[*need].event].date));
    Cow::Owned(Harvest {
        events: record.events.clone(),
        ideas: record.ideas.clone(),
        asks: record.asks.clone(),
        offers: record.offers.clone(),
        deals: record.deals.clone(),
        leads,
        ..Harvest::default()
    })
}

pub(super) fn kind_of(context: Context<'_>, of: Embedded) -> String {
    let words = context.words();
    let (kind, word) = match of {
        Embedded::Region(id) => (context.label(context.report[id].kind), words.region),
        Embedded::Organisation(id) => (context.label(context.report[id].kind), words.organisation),
    };
    kind.unwrap_or_else(|| word.to_owned())
}

/// The lists of what it is about.
fn narrow(of: Embedded) -> Narrow {
    match of {
        Embedded::Region(id) => Narrow::Region(id),
        // It is in every event that something of it came from.
        Embedded::Organisation(_) => Narrow::No,
    }
}

pub(super) fn numbers_of(context: Context<'_>, of: Embedded, harvest: &Harvest) -> Vec<Number> {
    match of {
        Embedded::Region(_) => numbers::numbers(context, harvest, narrow(of)),
        Embedded::Organisation(id) => {
            numbers::numbers_of_record(context, &context.report[id].record)
        }
    }
}

/// A text as HTML, marked where it is in another language than what is around it.
fn marked(said: &LocalText) -> String {
    match said.lang {
        Some(lang) => format!("<span lang=\"{lang}\">{}</span>", html_value(&said.text)),
        None => html_value(&said.text).into_owned(),
    }
}

/// What a region or organisation can put on its own site. Only where this site knows its own
/// address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnSite {
    /// The page that is made to be shown in a frame.
    pub page: String,
    /// HTML that shows that page in a frame. It is shown as text, so it is no `Html`.
    pub frame: String,
    /// HTML that says the same without a frame, script or style. It is shown as text.
    pub snippet: String,
}

/// A deal or lead in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// `deal`, `ask` or `offer`.
    pub kind: &'static str,
    pub title: LocalText,
    /// `None` where it has no page.
    pub href: Option<String>,
    pub status: Option<StatusLine>,
    /// The day of its event: "30 oktober 2018".
    pub date: String,
}
