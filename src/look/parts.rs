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
/// How many letters fill a screen, and how many screens make a page long. A page is as long as its
/// letters, those of pictures (below) among them; what is folded does not count.
const SCREEN: usize = 1_200;
const SCREENS: usize = 3;
/// What a picture takes, in letters.
const PICTURE: usize = 500;

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

/// A part of a page: a heading of the second level that has an id, or stands in a section that has
/// one.
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

/// The parts of a page. Where sections have ids, headings of texts are no parts.
pub(super) fn parts(html: &str) -> PageParts<'_> {
    let found = headings(html);
    let of_sections = found.iter().any(|heading| heading.is_of_section);
    let found: Vec<FoundPart<'_>> = found
        .into_iter()
        .filter(|heading| heading.is_of_section == of_sections)
        .collect();
    let (before, after) = html.split_at(found.first().map_or(html.len(), |first| first.start));
    let list: Vec<PagePart<'_>> = found.into_iter().map(|heading| heading.part).collect();
    PageParts {
        before,
        after,
        long: list.len() > FEW || (list.len() >= FEWEST && letters(html) > SCREENS * SCREEN),
        list,
    }
}

struct FoundPart<'h> {
    /// Where it begins, or the section that it opens.
    start: usize,
    is_of_section: bool,
    part: PagePart<'h>,
}

fn headings(html: &str) -> Vec<FoundPart<'_>> {
    let mut headings = Vec::new();
    let mut from = 0;
    while let Some(at) = html[from..].find("<h2") {
        let heading = from + at;
        let (Some(opened), Some(closed)) =
            (html[heading..].find('>'), html[heading..].find("</h2>"))
        else {
            break;
        };
        let (opened, closed) = (heading + opened, heading + closed);
        let tag = &html[heading..opened];
        // The section that was opened since the heading before.
        let section = html[from..heading]
            .rfind("<section ")
            .map(|start| from + start)
            .filter(|start| !html[*start..heading].contains("</section>"));
        let section_tag = section.and_then(|start| html[start..heading].split('>').next());
        let of_section = section_tag.and_then(|tag| Some((attribute(tag, "id")?, tag)));
        let named = of_section.or_else(|| Some((attribute(tag, "id")?, tag)));
        if let Some((id, tag)) = named {
            headings.push(FoundPart {
                start: section.filter(|_| of_section.is_some()).unwrap_or(heading),
                is_of_section: of_section.is_some(),
                part: PagePart {
                    id,
                    title: &html[opened + 1..closed],
                    count: attribute(tag, "data-count").and_then(|count| count.parse().ok()),
                },
            });
        }
        from = closed;
    }
    headings
}

/// The value of an attribute, as it is written in a tag.
fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    tag.split(' ').find_map(|piece| {
        let value = piece.strip_prefix(name)?.strip_prefix("=\"")?;
        value.split('"').next()
    })
}

/// How long what is shown is, in letters.
fn letters(html: &str) -> usize {
    let mut letters = 0;
    let mut rest = html;
    while let Some((text, tagged)) = rest.split_once('<') {
        letters += text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .count();
        letters += if tagged.starts_with("img ") {
            PICTURE
        } else {
            0
        };
        let end = ["details", "script"]
            .into_iter()
            .find(|folded| tagged.starts_with(folded))
            .map_or(">", |folded| {
                if folded == "details" {
                    "</details>"
                } else {
                    "</script>"
                }
            });
        rest = tagged.split_once(end).map_or("", |(_, after)| after);
    }
    letters
        + rest
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .count()
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
    fn headings_of_a_text_are_parts_where_no_section_is_one() {
        let html = "<section class=\"numbers\"><h2>Cijfers</h2></section><h2 id=\"a\">A</h2>\
                    <h2>B</h2><h2 id=\"c\">C</h2>";
        assert_eq!(named(html), (vec!["a", "c"], false));
        assert_eq!(parts("<h2 id=\"a\">A").list, Vec::new(), "never closed");
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
        assert!(page(3, &"x".repeat(1_200)));
        assert!(!page(3, &"x ".repeat(1_190)));
        assert!(!page(2, &"x".repeat(5_000)));
        assert!(page(3, "<img src=\"a\"><img src=\"b\"><img src=\"c\">"));
        assert!(!page(
            3,
            &format!("<details>{}</details>", "x".repeat(5_000))
        ));
    }

    fn parts_long(html: &str) -> bool {
        parts(html).long
    }
}
