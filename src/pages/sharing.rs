//! What people pass on of a page: its address, a code that leads to it, and HTML for a site of
//! their own.

use serde::Serialize;

use super::context::Context;
use super::local_text::LocalText;
use super::own_site;
use super::own_site::OwnSite;
use crate::input::permalinks::SHORT_FOLDER;
use crate::plan::languages::{is_in, original};
use crate::plan::page::Page;
use crate::plan::subject::Subject;

/// What a page offers to pass on. Only of what can be promised, where this site knows its own
/// address.
pub(super) fn sharing(context: Context<'_>, page: Page, title: &LocalText) -> Option<Sharing> {
    let is_own_text = matches!(page, Page::Of(Subject::Page(_)));
    page.permalink(context.report).filter(|_| !is_own_text)?;
    let PassedOn {
        address,
        own,
        lasts,
    } = passed_on(context, page)?;
    let (report, language) = (context.report, context.language);
    let path = context.addresses().path(report, page, language);
    let name = path.trim_end_matches('/').rsplit('/').next();
    Some(Sharing {
        own_site: own_site::own_site(context, page, title, &address),
        address,
        own,
        lasts,
        code: context.addresses().code(report, page, language),
        code_name: format!("qr-{}", name.unwrap_or_default()),
    })
}

/// The address that a page is passed on by.
pub(super) struct PassedOn {
    pub(super) address: String,
    /// The page's own, where that is another.
    own: Option<String>,
    /// Whether it is promised.
    lasts: bool,
}

/// The address that a page is passed on by: the short link, where it has one that leads to the page
/// in this language.
pub(super) fn passed_on(context: Context<'_>, page: Page) -> Option<PassedOn> {
    let own = canonical(context, page)?;
    let usual = context.addresses().usual();
    let short = short(context, page).filter(|_| language_of(context, page) == usual);
    Some(match short {
        Some(address) => PassedOn {
            address,
            own: Some(own),
            lasts: true,
        },
        None => {
            let path = own.strip_prefix(&context.config.base_url);
            PassedOn {
                lasts: path.is_some_and(|path| context.plan.lasting.contains(path)),
                address: own,
                own: None,
            }
        }
    })
}

/// The short link to a page, whole.
pub(super) fn short(context: Context<'_>, page: Page) -> Option<String> {
    let record = page.known_as().record()?;
    let word = context.plan.shorts.get(&record)?;
    context
        .addresses()
        .absolute(&format!("/{SHORT_FOLDER}/{word}/"))
}

/// The whole address that search engines should know a page by: in the language that it was written
/// in, where it says nothing of its own in this one. A server shows the page for wrong addresses at
/// whatever address was asked for; none is its own.
pub(super) fn canonical(context: Context<'_>, page: Page) -> Option<String> {
    let language = language_of(context, page);
    let addresses = context.addresses();
    addresses
        .absolute(&addresses.path(context.report, page.known_as(), language))
        .filter(|_| page.has_address())
}

/// The language in which search engines should know a page.
fn language_of(context: Context<'_>, page: Page) -> crate::words::Language {
    if is_in(context.report, context.config, page, context.language) {
        context.language
    } else {
        original(context.report, context.config, page)
    }
}

/// What a page offers to pass on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sharing {
    /// The whole address to pass on: the short link, where the page has one.
    pub address: String,
    /// The page's own whole address, where `address` is a short link.
    pub own: Option<String>,
    /// Whether `address` is promised: it is in addresses.toml.
    pub lasts: bool,
    /// A file with `address` as a QR code, of pages that are put on paper.
    pub code: Option<String>,
    /// What such a file is called when it is saved, without its ending: `qr-twente`.
    pub code_name: String,
    /// HTML for another site.
    pub own_site: OwnSite,
}
