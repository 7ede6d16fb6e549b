//! Links and pictures, as the caller resolves them: never a link in a link, an empty one, or an
//! address that a browser would run.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::events::{link_destination, words_of};
use super::resolved::{FoundKind, Resolved};
use super::writer::{HtmlWriter, OpenLink, OpenTag};
use super::{destination, escape, pictures};
use crate::words::typography::typographic_after;

impl HtmlWriter<'_, '_, '_> {
    pub(super) fn open_link(
        &mut self,
        at: usize,
        link_type: LinkType,
        written: &str,
        title: &str,
    ) -> usize {
        let end = self.partners[at];
        if self.link.is_some() {
            return at + 1;
        }
        let destination = link_destination(link_type, written);
        if let Resolved::Link { href } = (self.resolve)(FoundKind::Link, &destination)
            && is_usable(&href)
        {
            let start = self.output.len();
            // On paper the address stands there already.
            let class = if link_type == LinkType::Autolink {
                " class=\"address\""
            } else {
                ""
            };
            self.open_anchor(&href, title, class);
            let tag = OpenTag {
                start,
                content: self.output.len(),
                level: 0,
            };
            self.link = Some(OpenLink {
                tag,
                end,
                is_telephone: destination::scheme(&href).as_deref() == Some("tel"),
            });
        }
        at + 1
    }

    fn open_anchor(&mut self, href: &str, title: &str, class: &str) {
        let mut attributes = format!("{class} href=\"");
        destination::address(&mut attributes, href);
        attributes.push('"');
        if !title.is_empty() {
            attributes.push_str(" title=\"");
            escape::value(
                &mut attributes,
                &typographic_after(None, title, self.options.language),
            );
            attributes.push('"');
        }
        if destination::is_external(href) {
            attributes.push_str(" rel=\"noopener\"");
        }
        self.output.push_str("<a");
        self.attributes(&attributes);
        self.output.push('>');
    }

    pub(super) fn close_link(&mut self, at: usize) {
        let Some(OpenLink {
            tag: OpenTag { start, content, .. },
            end,
            ..
        }) = self.link
        else {
            return;
        };
        if end != at {
            return;
        }
        self.link = None;
        if self.output[content..].trim().is_empty() {
            // Its picture was withheld, or it never had words: a link that nobody can see or hear
            // is none.
            self.output.truncate(start);
        } else {
            self.output.push_str("</a>");
        }
    }

    /// Whether the words at an index are an address that stands for itself.
    pub(super) fn is_address(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.events[before]);
        let of = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { link_type, .. }) if matches!(link_type, LinkType::Autolink | LinkType::Email));
        before.is_some_and(of) && !self.link.is_some_and(|link| link.is_telephone)
    }

    /// Writes an address: as it was written, for another sign in it leads elsewhere.
    pub(super) fn address(&mut self, address: &str) {
        escape::text(&mut self.output, address);
        self.before = address.chars().next_back().or(self.before);
    }

    /// Whether a paragraph holds pictures and nothing else.
    pub(super) fn is_pictures(&self, range: Range<usize>) -> bool {
        let mut at = range.start;
        while at < range.end {
            match &self.events[at] {
                Event::Start(Tag::Image { .. }) => at = self.partners[at],
                Event::SoftBreak | Event::HardBreak => {}
                _ => return false,
            }
            at += 1;
        }
        !range.is_empty()
    }

    /// Writes the pictures of a paragraph that holds nothing else.
    pub(super) fn pictures(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            self.picture(at, true);
            at = self.partners[at] + 1;
        }
    }

    pub(super) fn picture(&mut self, at: usize, alone: bool) {
        let events = self.events;
        let Event::Start(Tag::Image {
            dest_url, title, ..
        }) = &events[at]
        else {
            return;
        };
        let written_alt = words_of(&events[at + 1..self.partners[at]]);
        match (self.resolve)(FoundKind::Image, dest_url) {
            Resolved::Image(picture)
                if is_usable(&picture.src) && !destination::is_contact(&picture.src) =>
            {
                let language = self.options.language;
                let alt = picture.alt.clone().unwrap_or(written_alt);
                let caption = picture.caption.clone().unwrap_or_else(|| title.to_string());
                if alone {
                    self.open_block("figure");
                }
                let element =
                    pictures::element(&picture, &typographic_after(None, alt.trim(), language));
                match &mut self.seals {
                    Some(seals) => seals.add_picture(&mut self.output, element),
                    None => self.output.push_str(&element),
                }
                if alone {
                    if !caption.trim().is_empty() {
                        self.output.push_str("<figcaption>");
                        escape::text(
                            &mut self.output,
                            &typographic_after(None, caption.trim(), language),
                        );
                        self.output.push_str("</figcaption>");
                    }
                    self.output.push_str("</figure>\n");
                }
                self.before = Some('x');
            }
            Resolved::Link { href }
                if is_usable(&href) && self.link.is_none() && !written_alt.trim().is_empty() =>
            {
                if alone {
                    self.open_block("p");
                }
                self.open_anchor(&href, title, "");
                self.text(&written_alt);
                self.output.push_str("</a>");
                if alone {
                    self.output.push_str("</p>\n");
                }
            }
            _ => {}
        }
    }
}

/// Whether an address may stand in the page.
fn is_usable(address: &str) -> bool {
    !address.trim().is_empty() && !destination::dangerous(address)
}
