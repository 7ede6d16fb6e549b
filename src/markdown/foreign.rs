//! Markdown of other programs, as HTML for the reader of web pages: it is no text of this site, and is
//! checked by whoever reads that.

use pulldown_cmark::{Event, Options, Parser, html};

/// The HTML of a text. Tags in it are words, and a line that somebody ended has ended.
pub(crate) fn foreign_html(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::Html(tag) | Event::InlineHtml(tag) => Event::Text(tag),
        Event::SoftBreak => Event::HardBreak,
        other => other,
    });
    let mut output = String::with_capacity(text.len() * 2);
    html::push_html(&mut output, events);
    output
}
