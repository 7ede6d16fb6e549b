//! Files that follow from the report and are no pages: the sitemap, robots.txt, security.txt,
//! feeds, calendars, the colours of the themes, the indexes of lists, headers for servers. Values
//! in, bytes out.

mod calendar;
mod feed;
mod headers;
mod security;
mod sitemap;
mod timezone;

use std::fmt::Write as _;

pub use calendar::{agenda, calendar};
pub use feed::feed;
pub use headers::headers;
pub use security::security;
pub use sitemap::sitemap;

use crate::colour::Colour;
use crate::config::Config;
use crate::markdown;
use crate::pages::view::ListIndex;
use crate::plan::Plan;
use crate::plan::address::Addresses;
use crate::plan::page::Page;
use crate::report::{LongText, Report};
use crate::words::{Language, Text};

/// What feeds and calendars are made from, in the language they are to speak.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The linked report.
    pub report: &'a Report,
    /// The site's settings.
    pub config: &'a Config,
    /// The planned site, for its addresses.
    pub plan: &'a Plan,
    /// The language to speak.
    pub language: Language,
}

impl<'a> Material<'a> {
    /// The whole address of a page. These files are planned only where the site knows its own.
    fn address(&self, page: Page) -> String {
        self.plan
            .addresses
            .absolute(&self.plan.addresses.path(self.report, page, self.language))
            .unwrap_or_default()
    }

    /// A text in this language where there is one, and whether it is.
    fn said(&self, text: &'a Text, written_in: Language) -> (&'a str, Language) {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => {
                (translation, self.language)
            }
            _ => (&text.original, written_in),
        }
    }

    /// The same for a longer text, without its markup.
    fn plain(&self, text: &LongText, written_in: Language) -> (String, Language) {
        match &text.translation {
            Some(translation) if self.language == written_in.other() => (
                markdown::plain(&translation.text, PLAIN_LENGTH),
                self.language,
            ),
            _ => (
                markdown::plain(&text.original.text, PLAIN_LENGTH),
                written_in,
            ),
        }
    }
}

/// How much of a longer text a feed or calendar tells, in characters.
const PLAIN_LENGTH: usize = 300;

/// What search engines may visit: everything, and where the sitemap is (RFC 9309; sitemaps.org).
pub fn robots(config: &Config) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if !config.base_url.is_empty() {
        let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", config.base_url);
    }
    text.into_bytes()
}

/// What a stylesheet must know of this very site: a custom property for the elements of each theme
/// that has a colour, and where the site's paths begin, so that paper shows whole addresses. A
/// theme's colour that is too dark for the dark has a lighter shade there. Ids and colours hold no
/// character that CSS would read otherwise.
pub fn colours(report: &Report, addresses: &Addresses, dark_paper: Option<Colour>) -> Vec<u8> {
    let (mut css, mut dark) = (String::new(), String::new());
    if !addresses.origin().is_empty() {
        // A backslash and a number stand for any character (CSS Syntax 3, section 4.3.7).
        let plain =
            |character: char| character.is_ascii_alphanumeric() || "-.:/[]".contains(character);
        let origin = addresses.origin().chars().map(|character| {
            if plain(character) {
                character.to_string()
            } else {
                format!("\\{:x} ", u32::from(character))
            }
        });
        let _ = writeln!(
            css,
            ":root {{ --origin: \"{}\"; }}",
            origin.collect::<String>()
        );
    }
    for theme in &report.themes {
        if let Some(colour) = &theme.colour {
            let _ = writeln!(
                css,
                "[data-theme=\"{}\"] {{ --theme: {colour}; }}",
                theme.id
            );
            let lighter = Colour::parse(colour)
                .zip(dark_paper)
                .and_then(|(colour, paper)| {
                    let lighter = colour.nearest(|found| found.contrast(paper) >= 3.0)?;
                    (lighter != colour).then_some(lighter)
                });
            if let Some(lighter) = lighter {
                let _ = writeln!(
                    dark,
                    "[data-theme=\"{}\"] {{ --theme: {lighter}; }}",
                    theme.id
                );
            }
        }
    }
    if !dark.is_empty() {
        let _ = writeln!(css, "@media (prefers-color-scheme: dark) {{\n{dark}}}");
    }
    css.into_bytes()
}

/// The index of a list as JSON. The names in it are its writers' words: `<` is written as an
/// escape, so that no browser takes the file for a page.
///
/// # Panics
/// Never: plain values become JSON.
pub fn list_index(index: &ListIndex) -> Vec<u8> {
    let mut json = serde_json::to_string(index)
        .expect("plain values become JSON")
        .replace('<', "\\u003c");
    json.push('\n');
    json.into_bytes()
}
