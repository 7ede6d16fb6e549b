//! HTML that stands in the Markdown, on its way to the page: as the text it is, or as it is for the
//! sanitiser to judge.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::Event;

use super::escape;
use super::options::RawHtml;
use super::sanitised::closes_itself;
use super::writer::HtmlWriter;

impl HtmlWriter<'_, '_, '_> {
    /// Writes HTML that stands in the text: as text, or as it is for the sanitiser to judge. A
    /// comment was never meant to be read.
    pub(super) fn raw_html(&mut self, html: &str) {
        match (self.options.raw_html, &self.seals) {
            (RawHtml::Sanitised, Some(_)) => {
                self.track_raw(html);
                self.output.push_str(&escape::allowed(html));
            }
            _ => escape::text(&mut self.output, &without_comments(html)),
        }
        self.before = html
            .chars()
            .next_back()
            .filter(|last| *last != '>')
            .or(self.before);
    }

    /// Remembers what a piece of inline HTML leaves open.
    fn track_raw(&mut self, html: &str) {
        let (name, closes) = match html.strip_prefix("</") {
            Some(name) => (name, true),
            None => (html.trim_start_matches('<'), false),
        };
        let name: String = name
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        if closes {
            if let Some(open) = self.raw_open.iter().rposition(|open| *open == name) {
                self.raw_open.truncate(open);
            }
        } else if !name.is_empty() && !html.ends_with("/>") && !closes_itself(&name) {
            self.raw_open.push(name);
        }
    }

    /// Closes what raw HTML left open, so that it ends with the paragraph and does not run on over
    /// the rest of the page.
    pub(super) fn close_raw(&mut self) {
        while let Some(name) = self.raw_open.pop() {
            let _ = write!(self.output, "</{name}>");
        }
    }

    pub(super) fn html_block(&mut self, range: Range<usize>) -> usize {
        let next = range.end + 1;
        let html: String = self.events[range]
            .iter()
            .filter_map(|event| {
                if let Event::Html(html) | Event::Text(html) = event {
                    Some(html.as_ref())
                } else {
                    None
                }
            })
            .collect();
        self.fresh_line();
        if self.seals.is_some() {
            self.raw_html(&html);
            // A block may well go on: `<div>`, Markdown, `</div>`.
            self.raw_open.clear();
            self.fresh_line();
            return next;
        }
        let shown = without_comments(&html);
        if !shown.trim().is_empty() {
            self.output.push_str("<p>");
            escape::text(&mut self.output, shown.trim());
            self.output.push_str("</p>\n");
        }
        next
    }
}

/// HTML without its whole comments; one that never ends is shown, so that no text is lost unseen.
fn without_comments(html: &str) -> String {
    let mut output = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else {
            break;
        };
        output.push_str(before);
        rest = after;
    }
    output + rest
}
