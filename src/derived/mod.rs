//! Files that follow from the report and are no pages: the sitemap, robots.txt, the feed, the colours of the themes, the
//! indexes of lists. Values in, bytes out.

mod feed;
mod sitemap;

use std::fmt::Write as _;

pub use feed::feed;
pub use sitemap::sitemap;

use crate::config::Config;
use crate::plan::view::ListIndex;
use crate::report::Report;

/// What search engines may visit: everything, and where the sitemap is (RFC 9309; sitemaps.org).
pub fn robots(config: &Config) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if !config.base_url.is_empty() {
        let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", config.base_url);
    }
    text.into_bytes()
}

/// A custom property for the elements of each theme that has a colour. Ids and colours hold no character that CSS would read otherwise.
pub fn colours(report: &Report) -> Vec<u8> {
    let mut css = String::new();
    for theme in &report.themes {
        if let Some(colour) = &theme.colour {
            let _ = writeln!(css, "[data-theme=\"{}\"] {{ --theme: {colour}; }}", theme.id);
        }
    }
    css.into_bytes()
}

/// The index of a list as JSON. The names in it are its writers' words: `<` is written as an escape, so that no browser takes the file for a page.
///
/// # Panics
/// Never: plain values become JSON.
pub fn list_index(index: &ListIndex) -> Vec<u8> {
    let mut json = serde_json::to_string(index).expect("plain values become JSON").replace('<', "\\u003c");
    json.push('\n');
    json.into_bytes()
}
