//! The HTML that the browser gets: a page of the site with the reload module added, or a page of
//! our own where the site has none. Pure; the pages on disk stay as they are.

use super::csp;
use crate::encode::{self, html_value};
use crate::words::serving::ServeTexts;

/// The address of the module that reloads and shows mistakes.
pub(super) const MODULE: &str = "/__oogst/reload.js";
/// The address of the stylesheet of the overlay and of our own pages.
pub(super) const STYLESHEET: &str = "/__oogst/overlay.css";
/// The address of the events.
pub(super) const EVENTS: &str = "/__oogst/events";

/// Why there is no home page to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// The first build is still running.
    BeingBuilt,
    /// No build has been good yet.
    NotBuilt,
    /// The site has none.
    NoHome,
}

/// Adds the reload module to a page, and lets the page's own policy allow it. `seen` marks which
/// state of the site the page is of; `mark` stands before the module.
pub(super) fn with_module(page: &[u8], seen: &str, mark: &str) -> Vec<u8> {
    let page = csp::admit_own_origin(page);
    let module = format!("{mark}{}", module(seen));
    // The end tag may be left out in HTML, and then the end of the page will do.
    let at = last_end_of_body(&page).unwrap_or(page.len());
    let mut whole = Vec::with_capacity(page.len() + module.len());
    whole.extend_from_slice(&page[..at]);
    whole.extend_from_slice(module.as_bytes());
    whole.extend_from_slice(&page[at..]);
    whole
}

fn module(seen: &str) -> String {
    format!(r#"<script type="module" src="{MODULE}" data-oogst-seen="{seen}"></script>"#)
}

/// What leads from a page to the desk, where its record is written. `path` is the page's own.
pub(super) fn mark(desk: &str, path: &str, texts: ServeTexts) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{STYLESHEET}\"><a class=\"oogst-mark\" href=\"{desk}/at?path={path}\" \
         target=\"_top\">{edit}</a>",
        desk = html_value(desk),
        path = encode::name(path),
        edit = texts.edit_page(),
    )
}

/// The last one, since the text of a page may hold others (in a comment, in a script).
fn last_end_of_body(page: &[u8]) -> Option<usize> {
    const END: &[u8] = b"</body";
    (0..page.len().saturating_sub(END.len())).rev().find(|&at| {
        let (tag, rest) = page[at..].split_at(END.len());
        tag.eq_ignore_ascii_case(END)
            && rest
                .first()
                .is_some_and(|byte| b"> \t\r\n\x0c/".contains(byte))
    })
}

/// What stands in for the home page while there is none, and for every page before the first build.
pub(super) fn in_place_of_home(missing: Missing, seen: &str, texts: ServeTexts) -> String {
    let note = match missing {
        Missing::BeingBuilt => texts.being_built(),
        Missing::NotBuilt => texts.not_built(),
        Missing::NoHome => texts.no_home(),
    };
    own_page(texts.no_site(), &format!("<p>{note}</p>"), seen, texts)
}

/// What stands in for a 404 page where the site has none. `home` is an address of ours,
/// percent-encoded.
pub(super) fn not_found(home: &str, seen: &str, texts: ServeTexts) -> String {
    let (note, to_home) = (texts.not_found_note(), texts.to_home());
    own_page(
        texts.not_found(),
        &format!(r#"<p>{note}</p><p><a href="{home}">{to_home}</a></p>"#),
        seen,
        texts,
    )
}

/// Every part is a text of ours, so nothing is escaped.
fn own_page(title: &str, body: &str, seen: &str, texts: ServeTexts) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{STYLESHEET}\"></head>\
         <body class=\"oogst-own-page\"><main><h1>{title}</h1>{body}</main>{module}</body></html>\n",
        language = texts.tag(),
        module = module(seen),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(page: &str) -> String {
        String::from_utf8(with_module(page.as_bytes(), "r-1", ""))
            .expect("a page of text stays text")
    }

    #[test]
    fn the_module_comes_before_the_last_end_of_the_body() {
        let module = module("r-1");
        assert_eq!(
            added("<p>a</p></body></html>"),
            format!("<p>a</p>{module}</body></html>")
        );
        assert_eq!(
            added("<!-- </body> -->x</BODY\n>"),
            format!("<!-- </body> -->x{module}</BODY\n>")
        );
        assert_eq!(
            added("<p>a</bodyguard>"),
            format!("<p>a</bodyguard>{module}")
        );
        assert_eq!(added(""), module);
        assert_eq!(added("</body"), format!("</body{module}"));
    }
}
