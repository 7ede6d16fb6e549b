//! Takes the white space of a template's own layout out of a page: indents, ends of lines, empty
//! lines. What `pre` and `textarea` hold stays as it is. Everywhere else HTML reads a run of white
//! space as one space, so nothing that anyone sees changes.

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

/// Elements in which every space counts.
const VERBATIM: [&str; 2] = ["pre", "textarea"];

/// The page without the indents, ends of lines and empty lines of its templates.
pub(super) fn collapse(page: &str) -> Vec<u8> {
    let mut collapsed = Vec::with_capacity(page.len());
    if !has_verbatim(page) {
        let bytes = page.as_bytes();
        // Lines that stay as they are go over together: from where the last one that did not has
        // its end.
        let (mut kept_from, mut begin) = (0, 0);
        for end in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
            let line = &bytes[begin..end];
            let stays = end < bytes.len()
                && line.first().is_some_and(|first| *first > b' ')
                && line.last().is_some_and(|last| *last > b' ');
            if !stays {
                collapsed.extend_from_slice(&bytes[kept_from..begin]);
                let line = trimmed(line);
                if !line.is_empty() {
                    collapsed.extend_from_slice(line);
                    collapsed.push(b'\n');
                }
                kept_from = end + 1;
            }
            begin = end + 1;
        }
        return collapsed;
    }
    let mut inside: Option<&'static str> = None;
    for line in page.split_inclusive('\n') {
        if inside.is_some() {
            collapsed.extend_from_slice(line.as_bytes());
        } else {
            let kept = line.trim_start_matches([' ', '\t', '\r', '\n']);
            // A line that opens an element in which spaces count keeps its end.
            let opens = after_line(kept, None).is_some();
            let kept = if opens {
                kept
            } else {
                kept.trim_end_matches([' ', '\t', '\r', '\n'])
            };
            collapsed.extend_from_slice(kept.as_bytes());
            if !opens && !kept.is_empty() {
                collapsed.push(b'\n');
            }
        }
        inside = after_line(line, inside);
    }
    collapsed
}

/// Whether any element of the page is a verbatim one. Nearly no page has one: only tags are looked
/// at that begin as these do, in capitals or not, with as many letters as it takes to be seldom.
fn has_verbatim(page: &str) -> bool {
    static BEGINNINGS: LazyLock<Option<Searcher>> =
        LazyLock::new(|| Searcher::new(VERBATIM.iter().flat_map(|element| beginnings(element))));
    let opens = |start: usize| opens_verbatim(&page[start + 1..]).is_some();
    match &*BEGINNINGS {
        Some(searcher) => searcher.find_iter(page).any(|found| opens(found.start())),
        // Not every machine has what such a search is made of.
        None => memchr::memchr_iter(b'<', page.as_bytes()).any(opens),
    }
}

/// How a tag of an element may begin: its first three letters, each small or a capital.
fn beginnings(element: &str) -> impl Iterator<Item = String> {
    (0..8).map(move |capitals| {
        let letter = |(place, letter): (usize, char)| {
            if capitals >> place & 1 == 1 {
                letter.to_ascii_uppercase()
            } else {
                letter
            }
        };
        std::iter::once('<')
            .chain(element.chars().take(3).enumerate().map(letter))
            .collect()
    })
}

/// In which verbatim element the text stands after a line.
fn after_line(line: &str, mut inside: Option<&'static str>) -> Option<&'static str> {
    let mut rest = line;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        match inside {
            None => inside = opens_verbatim(rest),
            Some(element)
                if rest
                    .strip_prefix('/')
                    .is_some_and(|rest| begins_tag(rest, element)) =>
            {
                inside = None;
            }
            Some(_) => {}
        }
    }
    inside
}

/// A line without the white space at its ends.
fn trimmed(mut line: &[u8]) -> &[u8] {
    while let [b' ' | b'\t' | b'\r', rest @ ..] | [rest @ .., b' ' | b'\t' | b'\r'] = line {
        line = rest;
    }
    line
}

/// The verbatim element that a tag opens, whose `<` stands before this text.
fn opens_verbatim(text: &str) -> Option<&'static str> {
    // Most tags are other ones, and their first letter says so.
    matches!(text.as_bytes().first(), Some(b'p' | b'P' | b't' | b'T')).then(|| {
        VERBATIM
            .into_iter()
            .find(|element| begins_tag(text, element))
    })?
}

fn begins_tag(text: &str, element: &str) -> bool {
    text.get(..element.len())
        .is_some_and(|name| name.eq_ignore_ascii_case(element))
        && text[element.len()..]
            .chars()
            .next()
            .is_none_or(|next| next == '>' || next == '/' || next.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::collapse;

    fn collapsed(page: &str) -> String {
        String::from_utf8(collapse(page)).expect("text stays text")
    }

    #[test]
    fn indents_and_empty_lines_go() {
        assert_eq!(
            collapsed("<p>\n\n    Een   woord \n  </p>\n"),
            "<p>\nEen   woord\n</p>\n"
        );
    }

    #[test]
    fn what_pre_holds_stays() {
        let page = "  <pre><code>een\n\n    twee  \n</code></pre>\n\n  <p>na</p>";
        assert_eq!(
            collapsed(page),
            "<pre><code>een\n\n    twee  \n</code></pre>\n<p>na</p>\n"
        );
        assert_eq!(
            collapsed("<PRE >\n  a\n</pre>\n  b"),
            "<PRE >\n  a\n</pre>\nb\n"
        );
    }

    #[test]
    fn lines_that_stay_are_kept_among_lines_that_do_not() {
        assert_eq!(collapsed(""), "");
        assert_eq!(collapsed("\n"), "");
        assert_eq!(collapsed("a"), "a\n");
        assert_eq!(
            collapsed("a\nbb\n\n  c\nd d\ne \n\r\n\tf\r\ng"),
            "a\nbb\nc\nd d\ne\nf\ng\n"
        );
        assert_eq!(collapsed("é\n\u{A0}é\u{A0}\n"), "é\n\u{A0}é\u{A0}\n");
    }

    #[test]
    fn a_verbatim_element_is_seen_however_it_is_written() {
        for element in [
            "pre", "prE", "pRe", "pRE", "Pre", "PrE", "PRe", "PRE", "textarea", "TEXTAREA",
            "tExTaReA", "Textarea", "tEXTAREA",
        ] {
            let page = format!("<{element}>\n  a\n</{element}>\n");
            assert_eq!(collapsed(&page), page);
        }
    }

    #[test]
    fn elements_that_only_begin_alike_are_no_pre() {
        assert_eq!(collapsed("<predicate>\n  a\n"), "<predicate>\na\n");
    }

    #[test]
    fn a_pre_that_ends_on_its_line_holds_nothing_after_it() {
        assert_eq!(collapsed("<pre>a</pre>  \n   <p>\n"), "<pre>a</pre>\n<p>\n");
    }
}
