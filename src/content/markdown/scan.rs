//! The links, pictures and raw HTML of a text, with their places, for the checks of linking.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TextMergeWithOffset};

use super::{FoundKind, nesting, syntax};

/// A link, picture or piece of HTML as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
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
pub fn scan(text: &str) -> Vec<Found> {
    // All three begin with one of these, and most texts have neither.
    if !text.contains(['[', '<']) || nesting::too_deep(text) {
        return Vec::new();
    }
    let parser = Parser::new_ext(text, syntax());
    let definitions: std::collections::BTreeMap<String, Range<usize>> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    let mut found: Vec<Found> = Vec::new();
    let mut open = Open::default();
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        match event {
            // In an alt text all is text.
            Event::Start(Tag::Image { .. }) if open.image.is_some() => open.images += 1,
            Event::End(pulldown_cmark::TagEnd::Image) if open.images > 0 => open.images -= 1,
            Event::End(pulldown_cmark::TagEnd::Image) => open.image = None,
            Event::End(pulldown_cmark::TagEnd::Link) if open.image.is_none() => {
                open.links.pop();
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            }) if open.image.is_none() => {
                let destination = if link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                let destination_range = destination_range(
                    text,
                    &range,
                    link_type,
                    &dest_url,
                    definitions.get(&id.to_lowercase()),
                );
                // A link within a link (`[<https://…>](…)`) is not one; its words are the outer
                // one's.
                if open.links.is_empty() {
                    open.links.push(Some(found.len()));
                    found.push(Found {
                        kind: FoundKind::Link,
                        destination,
                        text: String::new(),
                        range,
                        destination_range,
                    });
                } else {
                    open.links.push(None);
                }
            }
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            }) => {
                open.image = Some(found.len());
                let destination_range = destination_range(
                    text,
                    &range,
                    link_type,
                    &dest_url,
                    definitions.get(&id.to_lowercase()),
                );
                found.push(Found {
                    kind: FoundKind::Image,
                    destination: dest_url.to_string(),
                    text: String::new(),
                    range,
                    destination_range,
                });
            }
            Event::Text(words) | Event::Code(words) => open.add(&mut found, &words),
            Event::SoftBreak | Event::HardBreak => open.add(&mut found, " "),
            Event::Html(html) | Event::InlineHtml(html) => match found.last_mut() {
                // An HTML block comes a line at a time.
                Some(last)
                    if last.kind == FoundKind::RawHtml
                        && last.range.end == range.start
                        && text[..range.start].ends_with('\n') =>
                {
                    last.text.push_str(&html);
                    last.range.end = range.end;
                    last.destination_range = last.range.clone();
                }
                _ => found.push(Found {
                    kind: FoundKind::RawHtml,
                    destination: String::new(),
                    text: html.into_string(),
                    destination_range: range.clone(),
                    range,
                }),
            },
            _ => {}
        }
    }
    found
}

/// The constructs that stand open: their words are being gathered.
#[derive(Debug, Default)]
struct Open {
    links: Vec<Option<usize>>,
    image: Option<usize>,
    /// Pictures within the alt text of the open one.
    images: usize,
}

impl Open {
    fn add(&self, found: &mut [Found], words: &str) {
        let link = self.links.first().copied().flatten();
        for index in [link, self.image].into_iter().flatten() {
            found[index].text.push_str(words);
        }
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
