//! From a text to HTML: parsed, written, and made safe where it may hold HTML of its own.

use super::events::events;
use super::options::HtmlOptions;
use super::resolved::Resolve;
use super::{plain, sanitised, walk};

/// A text as HTML: whole blocks, each ending in a line end. Empty for an empty text.
pub fn html(text: &str, options: &HtmlOptions, resolve: &mut Resolve<'_>) -> String {
    render(text, options, resolve, false)
}

/// A short text as HTML: where it is one paragraph, without the `<p>` around it, so that it can
/// stand in a list item or a cell of the caller's. A text of several blocks comes out as from
/// [`html`]; put it where blocks may stand.
pub fn inline_html(text: &str, options: &HtmlOptions, resolve: &mut Resolve<'_>) -> String {
    render(text, options, resolve, true).trim().to_owned()
}

fn render(text: &str, options: &HtmlOptions, resolve: &mut Resolve<'_>, inline: bool) -> String {
    match events(text) {
        Some(events) => {
            let seal = sanitised::seal(text, &events, options);
            let (html, seals) = walk::write(&events, options, resolve, inline, seal);
            match seals {
                Some(seals) => sanitised::sanitise(&html, seals, options, resolve),
                None => html,
            }
        }
        None => plain::paragraphs(text, options.language),
    }
}
