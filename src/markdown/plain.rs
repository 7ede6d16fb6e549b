//! Markdown without its markup: for descriptions, feeds and search, and for texts too tangled to
//! parse.

use pulldown_cmark::{Event, Tag};

use super::escape;
use super::events::{events, partners};
use crate::words::Language;
use crate::words::typography::typographic;

/// The text's words on one line, at most `limit` characters: what is longer ends at a word, with
/// "…".
///
/// Headings, code blocks, tables, notes, pictures and raw HTML are left out, unless nothing else is
/// there: a description wants sentences.
pub fn plain(text: &str, limit: usize) -> String {
    let Some(events) = events(text) else {
        return cut(text, limit);
    };
    let sentences = words(&events, limit, |tag| {
        matches!(
            tag,
            Tag::Heading { .. }
                | Tag::CodeBlock(_)
                | Tag::Table(_)
                | Tag::FootnoteDefinition(_)
                | Tag::HtmlBlock
                | Tag::Image { .. }
        )
    });
    let words = if sentences.is_empty() {
        words(&events, limit, |_| false)
    } else {
        sentences
    };
    cut(&words, limit)
}

/// All the text's words on one line, for finding it: headings, tables and notes too. Pictures and
/// raw HTML stay out, for whether they are shown is not known here.
pub fn every_word(text: &str, limit: usize) -> String {
    let Some(events) = events(text) else {
        return cut(text, limit);
    };
    let unshown = |tag: &Tag<'_>| matches!(tag, Tag::HtmlBlock | Tag::Image { .. });
    cut(&words(&events, limit, unshown), limit)
}

/// The words of a text, without what stands in tags that are left out.
fn words(events: &[Event<'_>], limit: usize, is_left_out: impl Fn(&Tag<'_>) -> bool) -> String {
    let partners = partners(events);
    let mut words = String::with_capacity(limit.min(1_000));
    let mut at = 0;
    // A character takes at most four bytes; once past the limit the rest is cut anyway.
    let enough = limit.saturating_mul(4).saturating_add(64);
    while at < events.len() && words.len() <= enough {
        match &events[at] {
            Event::Start(tag) if is_left_out(tag) => at = partners[at],
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::Start(tag) if is_block(tag) => words.push(' '),
            Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            _ => {}
        }
        at += 1;
    }
    words.trim().to_owned()
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// White space as single spaces, at most `limit` characters, cut between words.
pub fn cut(text: &str, limit: usize) -> String {
    let mut output = String::with_capacity(text.len().min(limit.saturating_mul(2)));
    let mut length = 0;
    for word in text.split_whitespace() {
        let gap = usize::from(!output.is_empty());
        let word_length = word.chars().count();
        if length + gap + word_length > limit {
            shorten(&mut output, word, limit);
            return output;
        }
        if gap == 1 {
            output.push(' ');
        }
        output.push_str(&escape::allowed(word));
        length += gap + word_length;
    }
    output
}

/// Ends a text that is cut before `next`: takes words back until the "…" fits. A first word that is
/// too long by itself is cut inside.
fn shorten(output: &mut String, next: &str, limit: usize) {
    let room = limit.saturating_sub(1);
    while output.chars().count() > room {
        let end = output.rfind(' ').unwrap_or(0);
        output.truncate(end);
    }
    if output.is_empty() {
        output.extend(
            next.chars()
                .take(room)
                .filter(|character| escape::is_allowed(*character)),
        );
    }
    output.truncate(
        output
            .trim_end_matches([',', ';', ':', '.', '-', '–', ' ', '('])
            .len(),
    );
    if limit > 0 {
        output.push('…');
    }
}

/// A text that is not parsed, as paragraphs of plain words.
pub(super) fn paragraphs(text: &str, language: Language) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for paragraph in text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
    {
        html.push_str("<p>");
        escape::text(&mut html, &typographic(paragraph, language));
        html.push_str("</p>\n");
    }
    html
}
