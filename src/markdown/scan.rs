//! The links, pictures and raw HTML of a text, with their places, for the checks of linking.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::events::{definitions, link_destination, syntax};
use super::nesting;
use super::raw_runs::is_line_break;
use super::resolved::FoundKind;

/// A link, picture or piece of HTML as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundElement {
    /// What it is.
    pub kind: FoundKind,
    /// Where it leads, without Markdown's escapes; `mailto:` before an e-mail address in `<…>`.
    /// Empty for raw HTML.
    pub destination: String,
    /// The words of a link, the alt text of a picture, the HTML itself.
    pub text: String,
    /// The bytes of all of it.
    pub range: Range<usize>,
    /// The bytes of the destination, as far as they can be told; else the same as `range`. For a
    /// link by reference (`[tekst][label]`) they lie where the label is defined.
    pub destination_range: Range<usize>,
}

/// Finds every link (in Markdown's ways: bare addresses are text), picture and piece of raw HTML,
/// in the order of the text. Pictures inside a link follow it; what stands in the alt text of a
/// picture is only text.
pub fn scan(text: &str) -> Vec<FoundElement> {
    // All three begin with one of these, and most texts have neither.
    if !text.contains(['[', '<']) || nesting::too_deep(text) {
        return Vec::new();
    }
    let parser = Parser::new_ext(text, syntax());
    let mut scanner = Scanner {
        text,
        definitions: definitions(&parser),
        found: Vec::new(),
        links: Vec::new(),
        image: None,
        images: 0,
        in_cell: false,
    };
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        scanner.event(event, range);
    }
    scanner.found
}

/// A text that is being searched, and the constructs that stand open: their words are being
/// gathered.
struct Scanner<'t> {
    text: &'t str,
    definitions: BTreeMap<String, Range<usize>>,
    found: Vec<FoundElement>,
    /// The open links; only the outermost is one.
    links: Vec<Option<usize>>,
    image: Option<usize>,
    /// Pictures within the alt text of the open one.
    images: usize,
    /// Whether a cell of a table is open.
    in_cell: bool,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            // In an alt text all is text.
            Event::Start(Tag::Image { .. }) if self.image.is_some() => self.images += 1,
            Event::End(TagEnd::Image) if self.images > 0 => self.images -= 1,
            Event::End(TagEnd::Image) => self.image = None,
            Event::End(TagEnd::Link) if self.image.is_none() => drop(self.links.pop()),
            // A link within a link (`[<https://…>](…)`) is not one; its words are the outer one's.
            Event::Start(Tag::Link { .. }) if self.image.is_none() && !self.links.is_empty() => {
                self.links.push(None);
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            }) if self.image.is_none() => {
                self.links.push(Some(self.found.len()));
                let destination = link_destination(link_type, &dest_url);
                let place = self.place(&range, link_type, &dest_url, &id);
                self.add(FoundKind::Link, destination, range, place);
            }
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            }) => {
                self.image = Some(self.found.len());
                let place = self.place(&range, link_type, &dest_url, &id);
                self.add(FoundKind::Image, dest_url.into_string(), range, place);
            }
            Event::Text(words) | Event::Code(words) => self.words(&words),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Start(Tag::TableCell) => self.in_cell = true,
            Event::End(TagEnd::TableCell) => self.in_cell = false,
            Event::InlineHtml(tag) if self.in_cell && is_line_break(&tag) => self.words(" "),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            _ => {}
        }
    }

    fn add(
        &mut self,
        kind: FoundKind,
        destination: String,
        range: Range<usize>,
        destination_range: Range<usize>,
    ) {
        self.found.push(FoundElement {
            kind,
            destination,
            text: String::new(),
            range,
            destination_range,
        });
    }

    fn words(&mut self, words: &str) {
        let link = self.links.first().copied().flatten();
        for index in [link, self.image].into_iter().flatten() {
            self.found[index].text.push_str(words);
        }
    }

    /// Adds a piece of raw HTML; a block of it comes a line at a time.
    fn html(&mut self, html: &str, range: Range<usize>) {
        let goes_on = |last: &FoundElement| {
            last.kind == FoundKind::RawHtml
                && last.range.end == range.start
                && self.text[..range.start].ends_with('\n')
        };
        if !self.found.last().is_some_and(goes_on) {
            let start = range.start..range.start;
            self.add(FoundKind::RawHtml, String::new(), start.clone(), start);
        }
        if let Some(last) = self.found.last_mut() {
            last.text.push_str(html);
            last.range.end = range.end;
            last.destination_range = last.range.clone();
        }
    }

    /// Where a destination stands in the text.
    fn place(
        &self,
        whole: &Range<usize>,
        link_type: LinkType,
        destination: &str,
        label: &str,
    ) -> Range<usize> {
        let definition = self.definitions.get(&label.to_lowercase());
        destination_range(self.text, whole, link_type, destination, definition)
    }
}

/// Where the destination stands: within the angle brackets of an address, after the last `](` of an
/// inline link, in the definition of a label. Where it was written with escapes it is not found
/// again, and the whole construct stands for it.
fn destination_range(
    text: &str,
    whole: &Range<usize>,
    link_type: LinkType,
    destination: &str,
    definition: Option<&Range<usize>>,
) -> Range<usize> {
    let (area, mark) = match link_type {
        LinkType::Autolink | LinkType::Email => (whole, "<"),
        LinkType::Inline => (whole, "]("),
        _ => (definition.unwrap_or(whole), "]:"),
    };
    let Some(written) = text.get(area.clone()).filter(|_| !destination.is_empty()) else {
        return whole.clone();
    };
    let after = if link_type == LinkType::Inline {
        written.rfind(mark)
    } else {
        written.find(mark)
    };
    after
        .map(|at| {
            written.len()
                - written[at + mark.len()..]
                    .trim_start()
                    .trim_start_matches('<')
                    .len()
        })
        .filter(|at| written[*at..].starts_with(destination))
        .map(|at| area.start + at)
        .map_or_else(|| whole.clone(), |start| start..start + destination.len())
}
