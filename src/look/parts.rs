//! The parts of a page, found in what its template made: where a page is long, a look can tell its
//! readers what is on it. There is one way for every kind of page, so that no template keeps a list
//! of its own sections.
//!
//! In: HTML of our own templates, whose texts are escaped. Out: that HTML in two, before and after
//! the place for such a list, and the parts. Nothing in it is changed.

use std::collections::BTreeMap;

use tera::Value;

/// A page of more parts than this is long.
const FEW: usize = 5;
/// A page of fewer parts than this needs no list of them, however long.
const FEWEST: usize = 3;
/// How many blocks fill a screen, and how many screens make a page long. A block is a paragraph, an
/// item of a list, a heading, a row of a table, a fact; what is folded has none, and a text counts
/// as half a screen, however long: what a writer writes gives a page no other elements around it.
const SCREEN: usize = 20;
const SCREENS: usize = 3;
const BLOCKS: [&str; 6] = ["p", "li", "h", "tr", "dt", "blockquote"];
/// What a picture and a text take, in blocks.
const PICTURE: usize = 5;
const TEXT: usize = 10;

/// A page in parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PageParts<'h> {
    /// The HTML before its first part.
    before: &'h str,
    /// The HTML from its first part on.
    after: &'h str,
    /// Whether it has more than five parts, or is longer than three screens.
    long: bool,
    list: Vec<PagePart<'h>>,
}

/// A part of a page: a section that has an id, with its heading of the second level. Headings within
/// a text are none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PagePart<'h> {
    id: &'h str,
    /// What its heading says, as HTML.
    title: &'h str,
    /// How much is in it, where the template says so (`data-count`).
    count: Option<u64>,
}

impl PageParts<'_> {
    /// What a template gets of it. The HTML came out of a template, so it is escaped already.
    pub(super) fn value(&self) -> Value {
        let list: Vec<Value> = self.list.iter().map(PagePart::value).collect();
        map([
            ("before", Value::safe_string(self.before)),
            ("after", Value::safe_string(self.after)),
            ("long", self.long.into()),
            ("list", list.into()),
        ])
    }
}

impl PagePart<'_> {
    fn value(&self) -> Value {
        map([
            ("id", self.id.into()),
            ("title", Value::safe_string(self.title)),
            ("count", self.count.map_or_else(Value::none, Value::from)),
        ])
    }
}

fn map<const FIELDS: usize>(fields: [(&'static str, Value); FIELDS]) -> Value {
    BTreeMap::from(fields).into()
}

/// The parts of a page.
pub(super) fn parts(html: &str) -> PageParts<'_> {
    let found = sections(html);
    let (before, after) = html.split_at(found.first().map_or(html.len(), |(start, _)| *start));
    let list: Vec<PagePart<'_>> = found.into_iter().map(|(_, part)| part).collect();
    PageParts {
        before,
        after,
        long: list.len() > FEW || (list.len() >= FEWEST && blocks(html) > SCREENS * SCREEN),
        list,
    }
}

/// The sections with an id, and where each begins.
fn sections(html: &str) -> Vec<(usize, PagePart<'_>)> {
    let mut sections = Vec::new();
    let mut from = 0;
    while let Some(at) = html[from..].find("<section ") {
        let start = from + at;
        let end = html[start..]
            .find("</section>")
            .map_or(html.len(), |end| start + end);
        from = start + "<section ".len();
        let tag = html[start..end].split('>').next().unwrap_or_default();
        let heading = html[start..end]
            .split_once("<h2")
            .and_then(|(_, rest)| rest.split_once('>'))
            .and_then(|(_, rest)| rest.split_once("</h2>"));
        if let (Some(id), Some((title, _))) = (attribute(tag, "id"), heading) {
            let count = attribute(tag, "data-count").and_then(|count| count.parse().ok());
            sections.push((start, PagePart { id, title, count }));
        }
    }
    sections
}

/// The value of an attribute, as it is written in a tag.
fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    tag.split(' ').find_map(|piece| {
        let value = piece.strip_prefix(name)?.strip_prefix("=\"")?;
        value.split('"').next()
    })
}

/// How long what is shown is, in blocks.
fn blocks(html: &str) -> usize {
    let mut blocks = 0;
    let mut rest = html;
    while let Some((_, tagged)) = rest.split_once('<') {
        let name = tagged.split([' ', '>']).next().unwrap_or_default();
        // Headings differ by their level alone.
        let name = name.trim_end_matches(|last: char| last.is_ascii_digit());
        let is_text = tagged.starts_with("div class=\"prose\"");
        rest = match name {
            "details" => after_element(tagged, name),
            "div" if is_text => after_element(tagged, name),
            _ => tagged,
        };
        blocks += match name {
            "img" => PICTURE,
            _ if is_text => TEXT,
            _ => usize::from(BLOCKS.contains(&name)),
        };
    }
    blocks
}

/// What follows on an element whose first tag was just opened.
fn after_element<'h>(html: &'h str, name: &str) -> &'h str {
    let mut open = 1;
    let mut rest = html;
    while open > 0
        && let Some((_, tagged)) = rest.split_once('<')
    {
        let (closes, of) = match tagged.strip_prefix('/') {
            Some(of) => (true, of),
            None => (false, tagged),
        };
        if of.split([' ', '>']).next() == Some(name) {
            open = if closes { open - 1 } else { open + 1 };
        }
        rest = tagged;
    }
    if open > 0 { "" } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: &str, count: &str, text: &str) -> String {
        format!("<section class=\"band\" id=\"{id}\"{count}><h2>{id}</h2><p>{text}</p></section>")
    }

    fn named(html: &str) -> (Vec<&str>, bool) {
        let parts = parts(html);
        let ids = parts.list.iter().map(|part| part.id).collect();
        (ids, parts.long)
    }

    #[test]
    fn a_page_is_parted_before_its_first_section() {
        let one = section("deals", " data-count=\"4\"", "Twee.");
        let html = format!("<header><h1>Avond</h1><h2 id=\"tekst-hoe\">Hoe</h2></header>{one}");
        assert_eq!(
            parts(&html),
            PageParts {
                before: &html[..html.len() - one.len()],
                after: &one,
                long: false,
                list: vec![PagePart {
                    id: "deals",
                    title: "deals",
                    count: Some(4)
                }],
            }
        );
    }

    #[test]
    fn only_sections_with_an_id_and_a_heading_are_parts() {
        let html = "<section class=\"numbers\"><h2>Cijfers</h2></section><h2 id=\"a\">A</h2>\
                    <section id=\"b\"><p>B</p></section><section class=\"c\" id=\"c\"><h2 class=\"c\">C</h2>";
        assert_eq!(named(html), (vec!["c"], false));
        assert_eq!(
            parts("<section id=\"a\"><h2>A").list,
            Vec::new(),
            "never closed"
        );
    }

    #[test]
    fn a_page_of_six_parts_is_long_and_so_is_one_of_more_than_three_screens() {
        let page = |parts: usize, text: &str| {
            let ids = ["a", "b", "c", "d", "e", "f"];
            let html: String = ids[..parts]
                .iter()
                .map(|id| section(id, "", text))
                .collect();
            parts_long(&html)
        };
        assert!(page(6, "x"));
        assert!(!page(5, "x"));
        // With the heading and the paragraph that a section has, 21 and 20 blocks each.
        assert!(page(3, &"<li>x</li>".repeat(19)));
        assert!(!page(3, &"<li>x</li>".repeat(18)));
        assert!(!page(2, &"<li>x</li>".repeat(100)));
        assert!(page(
            3,
            "<img src=\"a\"><img src=\"b\"><img src=\"c\"><img src=\"d\">"
        ));
        let hundred = "<p>x</p>".repeat(100);
        let folded = format!("<details>{hundred}</details>");
        let text = format!("<div class=\"prose\"><div>{hundred}</div></div>");
        assert!(!page(3, &folded));
        assert!(!page(4, &text));
        assert!(page(3, &format!("{text}{text}")));
    }

    fn parts_long(html: &str) -> bool {
        parts(html).long
    }
}
