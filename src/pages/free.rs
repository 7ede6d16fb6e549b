//! A page of the site's own, and the page at a promised address of what is no longer there.

use jiff::civil::Date;
use serde::Serialize;

use super::cards::Crumb;
use super::context::Context;
use super::head::{Head, PageHead};
use super::local_text::{Html, LocalText};
use super::site::SiteHead;
use super::{texts, ways_on};
use crate::plan::page::Page;
use crate::records::PageId;
use crate::stable_hash::Shared;
use crate::words::Text;
use crate::words::dates::day_month_year;
use crate::words::labels;

pub(super) fn free_page(context: Context<'_>, id: PageId) -> FreePageView {
    let page = &context.report[id];
    let title = context.said(&page.title);
    let summary = page.summary.as_ref().map(|summary| context.said(summary));
    FreePageView {
        site: context.site(),
        page: Head::new(context, "page", id, &title)
            .described(
                summary
                    .as_ref()
                    .map(|said| said.text.clone())
                    .or_else(|| texts::description(context, page.text.as_ref())),
            )
            .made(),
        title: LocalText::heading(&title),
        summary,
        text: texts::own_text(context, page.text.as_ref()),
        ways: Vec::new(),
    }
}

/// The page of what is no longer there. It tells no name: the reason does, if the writer wants
/// it to.
pub(super) fn gone(
    context: Context<'_>,
    reason: Option<&Text>,
    date: Option<Date>,
    path: &str,
) -> FreePageView {
    let title = context.own(labels::PAGE_GONE.get(context.language));
    // Words of the program and digits: nothing in them needs escaping.
    let since = date.map(|date| {
        let day = day_month_year(date, context.language);
        Html {
            html: format!("<p>{} {day}.</p>", labels::GONE_SINCE.get(context.language)),
            lang: None,
        }
    });
    let reason = reason.map(|reason| context.said(reason));
    let mut head = Head::new(context, "gone", Page::NotFound, &title)
        .in_section("")
        .made();
    // It stands at many addresses, and has no twin in the other language.
    head.path = context.addresses().below(path);
    head.alternates = Vec::new();
    FreePageView {
        site: context.site(),
        page: head,
        title: LocalText::heading(&title),
        summary: reason,
        text: since,
        ways: ways_on::around(context, path),
    }
}

/// `page.html`: a free page.
#[derive(Debug, Serialize)]
pub struct FreePageView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: LocalText,
    pub summary: Option<LocalText>,
    pub text: Option<Html>,
    /// Where to go on, on a page that says that something is no longer there: what lay around it.
    pub ways: Vec<Crumb>,
}
