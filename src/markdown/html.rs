//! From a text to HTML: parsed, written, and made safe where it may hold HTML of its own.

use super::bare::with_links;
use super::events::events;
use super::headings;
use super::options::HtmlOptions;
use super::resolved::{FoundKind, Resolve, Resolved};
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
    let Some(events) = events(text) else {
        return plain::paragraphs(text, options.language);
    };
    let headings = headings::ids(&events);
    let prefix = options.prefix();
    // A heading of the text itself is here, whatever keeps its id apart from others on the page.
    let mut resolve = |kind: FoundKind, destination: &str| match destination.strip_prefix('#') {
        Some(id) if headings.iter().any(|heading| heading == id) => Resolved::Link {
            href: format!("#{prefix}{id}"),
        },
        _ => resolve(kind, destination),
    };
    let events = with_links(events, options.raw_html);
    let seal = sanitised::seal(text, &events, options);
    let (html, seals) = walk::write(&events, options, &mut resolve, inline, seal);
    match seals {
        Some(seals) => sanitised::sanitise(&html, seals, options, &mut resolve),
        None => html,
    }
}
