//! robots.txt.

use std::fmt::Write as _;

use crate::config::Config;

/// What search engines may visit: everything, and where the sitemap is (RFC 9309; sitemaps.org).
pub fn robots(config: &Config) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if !config.base_url.is_empty() {
        let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", config.base_url);
    }
    text.into_bytes()
}
