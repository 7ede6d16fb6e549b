//! Bare web addresses: where one stands among the words of a text, it becomes a link, and the words
//! stay as they are. The signs of the sentence around it stay outside.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::destination::is_unseen;
use super::options::RawHtml;

/// What an address begins with, and whether that names its scheme.
const BEGINNINGS: [(&str, bool); 3] = [("https://", true), ("http://", true), ("www.", false)];

/// The longest host (RFC 1035, section 2.3.4).
const LONGEST_HOST: usize = 253;

/// Elements of raw HTML whose words are no place for a link.
const CLOSED: [&str; 6] = ["a", "code", "kbd", "pre", "samp", "textarea"];

/// An address among words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct BareAddress {
    /// Its bytes.
    range: Range<usize>,
    /// Where it leads.
    href: String,
}

/// Events with a link around each bare address: not in code, in another link or in the alternative
/// text of a picture.
pub(super) fn with_links(events: Vec<Event<'_>>, raw_html: RawHtml) -> Vec<Event<'_>> {
    let may_hold = |event: &Event<'_>| matches!(event, Event::Text(text) if may_hold_address(text));
    if !events.iter().any(may_hold) {
        return events;
    }
    let mut linked = Vec::with_capacity(events.len() + 8);
    // How many of what takes no link stand open, in Markdown and in HTML.
    let mut closed = 0_usize;
    let mut element = None;
    for event in events {
        match &event {
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock,
            ) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                closed = closed.saturating_sub(1);
            }
            Event::Html(html) | Event::InlineHtml(html) if raw_html == RawHtml::Sanitised => {
                element = open_element(html, element);
            }
            Event::Text(text) if closed == 0 && element.is_none() && may_hold_address(text) => {
                add_parts(&mut linked, text);
                continue;
            }
            _ => {}
        }
        linked.push(event);
    }
    linked
}

/// Adds a text in parts: words, and links.
fn add_parts(events: &mut Vec<Event<'_>>, text: &str) {
    let words = |range: Range<usize>| Event::Text(CowStr::from(text[range].to_owned()));
    let mut done = 0;
    for BareAddress { range, href } in addresses(text) {
        if range.start > done {
            events.push(words(done..range.start));
        }
        done = range.end;
        events.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: href.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }));
        events.push(words(range));
        events.push(Event::End(TagEnd::Link));
    }
    if done < text.len() {
        events.push(words(done..text.len()));
    }
}

/// Which element that takes no link is open behind a piece of HTML.
fn open_element(html: &str, before: Option<&'static str>) -> Option<&'static str> {
    html.match_indices('<').fold(before, |open, (at, _)| {
        let rest = &html[at + 1..];
        let (name, closes) = match rest.strip_prefix('/') {
            Some(name) => (name, true),
            None => (rest, false),
        };
        let length = name
            .find(|character: char| !character.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let known = CLOSED
            .into_iter()
            .find(|known| known.eq_ignore_ascii_case(&name[..length]));
        match open {
            None if !closes => known,
            Some(_) if closes && known == open => None,
            open => open,
        }
    })
}

/// Whether a look at each letter is worth it.
fn may_hold_address(text: &str) -> bool {
    text.contains("://")
        || ["www.", "WWW.", "Www."]
            .iter()
            .any(|start| text.contains(start))
}

/// Every address of a text, in order.
fn addresses(text: &str) -> Vec<BareAddress> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let address = may_begin(before).then(|| address_at(text, at)).flatten();
        match address {
            Some(address) => {
                at = address.range.end;
                before = 'x';
                found.push(address);
            }
            None => {
                at += character.len_utf8();
                before = character;
            }
        }
    }
    found
}

/// Whether an address may begin behind this: what would make it a part of something else does not.
fn may_begin(before: char) -> bool {
    !before.is_alphanumeric() && !"/@.-_+%&#?=~\\".contains(before)
}

/// The address that begins here.
fn address_at(text: &str, start: usize) -> Option<BareAddress> {
    let rest = &text[start..];
    let (beginning, is_whole) = BEGINNINGS.into_iter().find(|(beginning, _)| {
        rest.get(..beginning.len())
            .is_some_and(|first| first.eq_ignore_ascii_case(beginning))
    })?;
    let host_start = if is_whole { beginning.len() } else { 0 };
    let host = host_length(&rest[host_start..], if is_whole { 2 } else { 3 })?;
    let length = end_of_path(rest, host_start + host)?;
    let written = &rest[..length];
    Some(BareAddress {
        range: start..start + length,
        href: if is_whole {
            written.to_owned()
        } else {
            format!("https://{written}")
        },
    })
}

/// How long the host is that begins here; nothing where there is none of so many labels.
fn host_length(text: &str, fewest: usize) -> Option<usize> {
    let is_of_host =
        |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    let mut length = text
        .char_indices()
        .take(LONGEST_HOST + 1)
        .find(|(_, character)| !is_of_host(*character))
        .map_or_else(|| text.len().min(LONGEST_HOST + 1), |(at, _)| at);
    length = text.floor_char_boundary(length);
    length = text[..length].trim_end_matches(['.', '-', '_']).len();
    if length > LONGEST_HOST {
        return None;
    }
    let labels: Vec<&str> = text[..length].split('.').collect();
    let is_number =
        |label: &&str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    if labels.len() == 4 && labels.iter().all(is_number) {
        return Some(length);
    }
    let top = labels.last()?;
    let is_top = top.chars().count() >= 2
        && (top.starts_with("xn--") || top.chars().all(char::is_alphabetic));
    (labels.len() >= fewest && is_top && labels.iter().all(|label| !label.is_empty()))
        .then_some(length)
}

/// Where an address ends whose host ends at `host`: with its port, path, query and fragment, and
/// without the signs of the sentence that it stands in. A bracket is its own only where it was
/// opened within it. None where what seems a host is a name and a password.
fn end_of_path(text: &str, host: usize) -> Option<usize> {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let port = match text[host..].strip_prefix(':') {
        Some(_) if digits(host + 1) > 0 => 1 + digits(host + 1),
        _ => 0,
    };
    let path = host + port;
    match text[path..].chars().next() {
        Some('@') => return None,
        Some('/' | '?' | '#') => {}
        _ => return Some(path),
    }
    let mut open = Vec::new();
    let mut is_outside = |character: char| match character {
        '(' | '[' => {
            open.push(if character == '(' { ')' } else { ']' });
            false
        }
        ')' | ']' => open.pop() != Some(character),
        other => ends_address(other),
    };
    let end = text[path..]
        .find(&mut is_outside)
        .map_or(text.len(), |length| path + length);
    Some(path + text[path..end].trim_end_matches(is_of_sentence).len())
}

/// What no address goes on with.
fn ends_address(character: char) -> bool {
    is_unseen(character) || "<>\"“”„‟«»‹›`{}|\\^\u{FFFC}\u{FFFD}".contains(character)
}

/// A sign that ends words rather than an address.
fn is_of_sentence(character: char) -> bool {
    ".,:;!?'’‘…*–—([".contains(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{addresses, with_links};
    use crate::markdown::events::{events, words_of};
    use crate::markdown::options::RawHtml;

    /// The addresses of a text, as they are written.
    fn written(text: &str) -> Vec<&str> {
        addresses(text)
            .into_iter()
            .map(|address| &text[address.range])
            .collect()
    }

    #[test]
    fn the_signs_of_the_sentence_stay_outside() {
        for (text, expected) in [
            (
                "Zie (https://example.org/plan).",
                "https://example.org/plan",
            ),
            (
                "Zie https://nl.example.org/wiki/Dal_(landschap).",
                "https://nl.example.org/wiki/Dal_(landschap)",
            ),
            ("https://example.org/a, en", "https://example.org/a"),
            ("https://example.org/b!", "https://example.org/b"),
            ("Waar? www.example.org/c?", "www.example.org/c"),
            ("„https://example.org/d”", "https://example.org/d"),
            ("‘https://example.org/d’;", "https://example.org/d"),
            ("\"https://example.org/d\":", "https://example.org/d"),
            (
                "(zie https://example.org/a_(b)_(c)).",
                "https://example.org/a_(b)_(c)",
            ),
            ("https://example.org/a/(", "https://example.org/a/"),
            ("https://example.org.", "https://example.org"),
            ("https://example.org...", "https://example.org"),
            (
                "https://example.org:8080/x: ja",
                "https://example.org:8080/x",
            ),
            ("https://example.org: ja", "https://example.org"),
            (
                "HTTPS://Example.org/?a[]=1&b=2#c.",
                "HTTPS://Example.org/?a[]=1&b=2#c",
            ),
            (
                "https://münchen.example/straße",
                "https://münchen.example/straße",
            ),
            ("http://192.0.2.1/x", "http://192.0.2.1/x"),
            ("Zie:https://example.org", "https://example.org"),
            (
                "https://social.example/@jan@elders.example.",
                "https://social.example/@jan@elders.example",
            ),
        ] {
            assert_eq!(written(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_words() {
        for text in [
            "https://",
            "https://.",
            "https://example",
            "https://school.nl@elders.nl/",
            "https://jan:geheim@elders.nl/",
            "www.",
            "www.example",
            "www..nl",
            "xhttps://example.org",
            "jan@www.example.org",
            "a/www.example.org",
            "ftp://example.org",
            "https://-/",
            "https://a.1",
        ] {
            assert_eq!(written(text), <[&str; 0]>::default(), "{text}");
        }
        let href = |text| addresses(text).into_iter().next().map(|found| found.href);
        assert_eq!(
            href("www.example.org/c").as_deref(),
            Some("https://www.example.org/c")
        );
    }

    #[test]
    fn a_long_text_takes_no_long_time() {
        for text in [
            "https://".repeat(50_000),
            "https://a.nl/(".repeat(50_000),
            "www.".repeat(50_000),
            format!("https://{}", "a.".repeat(100_000)),
            format!("https://a.nl/{}", "(".repeat(200_000)),
        ] {
            let _ = addresses(&text);
        }
    }

    proptest! {
        #[test]
        fn links_change_no_word(text in "(https?://|www\\.|[a-zé.]{1,4}|example\\.org|[()\\[\\]<>\"'!?.,;:*_~`&#/@ \\n-]|</?a>|&amp;|\u{200B}|”){0,16}") {
            for raw_html in [RawHtml::Escaped, RawHtml::Sanitised] {
                let before = events(&text).expect("it is not deep");
                let words = words_of(&before);
                let after = with_links(before, raw_html);
                prop_assert_eq!(words, words_of(&after));
            }
        }
    }
}
