//! What people can put on a site of their own: a link, a text, a frame.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::Serialize;

use super::cards::StatusLine;
use super::context::Context;
use super::local_text::LocalText;
use super::{exchange_cards, news, status, tags};
use crate::encode::html_value;
use crate::plan::entries;
use crate::plan::list::Narrow;
use crate::plan::page::{Embedded, Page};
use crate::plan::subject::Subject;
use crate::records::{DealId, EventId, Harvest, NeedId, PartyRecord, Side};
use crate::words::dates::day_month_year;
use crate::words::phrases::sentence;

/// How many of a kind another site shows.
const BRIEF_LENGTH: usize = 5;

/// HTML for another site about a page of this one. `address` is the one that it is passed on by.
pub(super) fn own_site(
    context: Context<'_>,
    page: Page,
    title: &LocalText,
    address: &str,
) -> OwnSite {
    let site = context.said(&context.config.title);
    // "Wie heeft een bel?: De oogst" would be two ends of a sentence.
    let parted = if title.text.ends_with(['.', '?', '!', '…', ':']) {
        " – "
    } else {
        ": "
    };
    let told = Snippet {
        lang: context.language.tag(),
        heading: format!("{}{parted}{}", marked(title), marked(&site)),
        address: html_value(address).into_owned(),
    };
    let frame = Embedded::of(page).map(|of| {
        let page = context.href(Page::Embed(of));
        EmbedFrame {
            code: format!(
                "<iframe src=\"{}\" title=\"{}{parted}{}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
                html_value(&context.spelled_out(&page)),
                html_value(&title.text),
                html_value(&site.text)
            ),
            page,
        }
    });
    let (lasting, snippet) = match harvest_of(context, page) {
        Some(harvest) => (
            told.html(&titles(context, &harvest), None),
            told.html(
                &stand(context, page, &harvest),
                news::newest_news(context, &harvest),
            ),
        ),
        None => {
            let (what, standing) = record_told(context, page);
            let line = |words: &str| vec![format!("<p>{words}</p>")];
            let now = standing.as_deref().map(sentence);
            let now = now.map_or(what.clone(), |now| format!("{what} {}", html_value(&now)));
            (told.html(&line(&what), None), told.html(&line(&now), None))
        }
    };
    OwnSite {
        link: format!(
            "<a lang=\"{}\" href=\"{}\">{}</a>",
            told.lang, told.address, told.heading
        ),
        snippet: Some(snippet).filter(|snippet| *snippet != lasting),
        lasting,
        frame,
    }
}

/// What every text about a page has, as HTML.
struct Snippet {
    lang: &'static str,
    heading: String,
    address: String,
}

impl Snippet {
    fn html(&self, inner: &[String], as_of: Option<String>) -> String {
        let Self {
            lang,
            heading,
            address,
        } = self;
        let as_of = as_of
            .map(|as_of| format!("{}. ", html_value(&as_of)))
            .unwrap_or_default();
        let mut lines = vec![
            format!("<div lang=\"{lang}\">"),
            format!("<h3>{heading}</h3>"),
        ];
        lines.extend_from_slice(inner);
        lines.push(format!("<p>{as_of}<a href=\"{address}\">{address}</a></p>"));
        lines.push("</div>".to_owned());
        lines.join("\n")
    }
}

/// What came of something and how it stands on the day of the build.
fn stand(context: Context<'_>, page: Page, harvest: &Harvest) -> Vec<String> {
    let words = context.words();
    let mut lines = Vec::new();
    let paragraph = |text: String| format!("<p>{}</p>", html_value(&text));
    lines.extend(summary_of(context, page, harvest).map(paragraph));
    for (title, briefs) in [
        (words.latest_deals, deals(context, &harvest.deals)),
        (words.leads, leads(context, &harvest.leads)),
    ] {
        let item = |brief: &Brief| {
            let told = match &brief.status {
                // That there was no news since is not so for good.
                Some(status) => format!("{}, {}", status.label, status.as_of),
                None => brief.date.clone(),
            };
            format!(
                "<li>{}. {}</li>",
                linked(context, brief),
                html_value(&sentence(&told))
            )
        };
        lines.extend(list(title, briefs.iter().map(item)));
    }
    lines
}

/// What came of something, without anything that may be otherwise tomorrow.
fn titles(context: Context<'_>, harvest: &Harvest) -> Vec<String> {
    let briefs = deals(context, &harvest.deals);
    let item = |brief: &Brief| format!("<li>{}</li>", linked(context, brief));
    list(context.words().deals, briefs.iter().map(item))
}

fn list(title: &str, items: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    if items.len() == 0 {
        return Vec::new();
    }
    let mut lines = vec![format!("<p>{title}:</p>"), "<ul>".to_owned()];
    lines.extend(items);
    lines.push("</ul>".to_owned());
    lines
}

/// The title of a deal or lead, with its whole address.
fn linked(context: Context<'_>, brief: &Brief) -> String {
    let title = marked(&brief.title);
    match &brief.href {
        Some(href) => format!(
            "<a href=\"{}\">{title}</a>",
            html_value(&context.spelled_out(href))
        ),
        None => title,
    }
}

/// What a record is and where it comes from, as HTML, and how it stands.
fn record_told(context: Context<'_>, page: Page) -> (String, Option<String>) {
    let words = context.words();
    let report = context.report;
    let told = |kind: &str, event: EventId, status: Option<&StatusLine>| {
        let title = context.said_from(&report[event].title, report[event].language);
        let date = day_month_year(report[event].date, context.language);
        let what = format!("{kind}, {} ({date}).", marked(&title));
        let status = status.map(|status| format!("{}, {}", status.label, status.as_of));
        (what, status)
    };
    match page {
        Page::Of(Subject::Deal(id)) => {
            let card = exchange_cards::deal_card(context, id);
            told(words.deal, report[id].event, card.status.as_ref())
        }
        Page::Of(Subject::Need(id)) => {
            let card = exchange_cards::lead_card(context, id);
            let kind = match report[id].side {
                Side::Ask => words.ask,
                Side::Offer => words.offer,
            };
            told(kind, report[id].event, card.status.as_ref())
        }
        Page::Of(Subject::Idea(id)) => {
            let card = exchange_cards::idea_card(context, id);
            told(words.idea, report[id].event, card.status.as_ref())
        }
        Page::Of(Subject::Session(id)) => told(words.session, report[id].event, None),
        _ => (String::new(), None),
    }
}

/// The newest deals, in one line each.
pub(super) fn deals(context: Context<'_>, deals: &[DealId]) -> Vec<Brief> {
    let brief = |id: &DealId| {
        let card = exchange_cards::deal_card(context, *id);
        Brief {
            kind: "deal",
            title: card.title.clone(),
            href: Some(card.href.clone()),
            status: card.status.clone(),
            date: card.date.clone(),
        }
    };
    deals.iter().take(BRIEF_LENGTH).map(brief).collect()
}

/// The newest open asks and offers, in one line each.
pub(super) fn leads(context: Context<'_>, leads: &[NeedId]) -> Vec<Brief> {
    let brief = |id: &NeedId| {
        let card = exchange_cards::lead_card(context, *id);
        Brief {
            kind: card.side,
            title: card.title.clone(),
            href: card.href.clone(),
            status: card.status.clone(),
            date: card.date.clone(),
        }
    };
    leads.iter().take(BRIEF_LENGTH).map(brief).collect()
}

/// One plain sentence about what came of something; of an event, when it is or was.
pub(super) fn summary_of(context: Context<'_>, page: Page, harvest: &Harvest) -> Option<String> {
    let Page::Of(Subject::Event(id)) = page else {
        return news::summary(context, harvest, narrow_of(page));
    };
    let notice = status::event_notice(context, id);
    let date = sentence(&tags::event_date(context, id));
    Some(notice.map_or(date.clone(), |notice| format!("{date} {notice}")))
}

/// What came of what a page is about: of a region with all below it, of an organisation with its
/// people. `None` for what is itself a part of what came of something.
pub(super) fn harvest_of(context: Context<'_>, page: Page) -> Option<Cow<'_, Harvest>> {
    let report = context.report;
    let narrowed = |narrow| {
        let found = entries::harvest_of(report, narrow);
        Some(found.map_or_else(Cow::default, Cow::Borrowed))
    };
    match page {
        Page::Of(Subject::Region(_) | Subject::Theme(_)) | Page::Crossing(..) | Page::Year(_) => {
            narrowed(narrow_of(page))
        }
        Page::Of(Subject::Organisation(id)) => {
            Some(Cow::Owned(of_record(context, &report[id].record)))
        }
        Page::Of(Subject::Person(id)) => Some(Cow::Owned(of_record(context, &report[id].record))),
        Page::Of(Subject::Event(id)) => Some(Cow::Owned(of_events(context, vec![id]))),
        Page::Of(Subject::Series(id)) => {
            let newest_first = report[id].events.iter().rev().copied().collect();
            Some(Cow::Owned(of_events(context, newest_first)))
        }
        _ => None,
    }
}

/// The lists of what a page is about. A person or organisation is in every event that something of
/// it came from.
fn narrow_of(page: Page) -> Narrow {
    match page {
        Page::Of(Subject::Region(id)) => Narrow::Region(id),
        Page::Of(Subject::Theme(id)) => Narrow::Theme(id),
        Page::Crossing(region, theme) => Narrow::Crossing(region, theme),
        Page::Year(year) => Narrow::Year(year),
        _ => Narrow::No,
    }
}

/// What a person or organisation had a part in.
fn of_record(context: Context<'_>, record: &PartyRecord) -> Harvest {
    let report = context.report;
    let mut leads: Vec<NeedId> = record
        .asks
        .iter()
        .chain(&record.offers)
        .copied()
        .filter(|need| report[*need].lead)
        .collect();
    leads.sort_by_key(|need| Reverse(report[report[*need].event].date));
    Harvest {
        events: record.events.clone(),
        ideas: record.ideas.clone(),
        asks: record.asks.clone(),
        offers: record.offers.clone(),
        deals: record.deals.clone(),
        leads,
        ..Harvest::default()
    }
}

/// What came of some events, in their order.
fn of_events(context: Context<'_>, events: Vec<EventId>) -> Harvest {
    let report = context.report;
    let mut harvest = Harvest::default();
    for event in &events {
        let event = &report[*event];
        harvest.ideas.extend(&event.ideas);
        harvest.asks.extend(&event.asks);
        harvest.offers.extend(&event.offers);
        harvest.deals.extend(&event.deals);
        let needs = event.asks.iter().chain(&event.offers);
        harvest
            .leads
            .extend(needs.filter(|need| report[**need].lead));
    }
    Harvest { events, ..harvest }
}

/// A text as HTML, marked where it is in another language than what is around it.
fn marked(said: &LocalText) -> String {
    match said.lang {
        Some(lang) => format!("<span lang=\"{lang}\">{}</span>", html_value(&said.text)),
        None => html_value(&said.text).into_owned(),
    }
}

/// HTML for another site about a page of this one. It is shown as text, so it is no `Html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnSite {
    /// A link in one line.
    pub link: String,
    /// A text that stays true: titles and links, without how anything stands.
    pub lasting: String,
    /// A text with how it stands on the day of the build, where that says more.
    pub snippet: Option<String>,
    /// A frame, of what has a page for one.
    pub frame: Option<EmbedFrame>,
}

/// A page in a frame of another site: it always shows the newest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmbedFrame {
    /// The page that is made to be shown in a frame.
    pub page: String,
    /// HTML that shows that page in a frame. It is shown as text.
    pub code: String,
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
