//! Texts of programmes as Markdown in which nothing acts: HTML and Markdown through the reader of web
//! pages, all else as it stands, with its signs escaped.

use super::found::{ScheduleLoss, ScheduleLosses, TextForm};
use crate::intake::document::markdown_of_html;
use crate::intake::rows::{as_markdown, line, visible};
use crate::markdown::foreign_html;
use crate::source::is_presentable;

/// Elements that part lines.
const PARTING: &[&str] = &[
    "p",
    "br",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "blockquote",
    "pre",
    "hr",
    "section",
];

/// Elements that stand in a line.
const IN_LINE: &[&str] = &[
    "a", "b", "i", "em", "strong", "u", "s", "span", "code", "img", "font", "small", "sub", "sup",
    "script", "style", "iframe",
];

/// What makes a plain text Markdown: no such sign stands in words by themselves.
const MARKS: &[&str] = &[
    "**", "__", "](", "\n- ", "\n* ", "\n# ", "\n## ", "\n### ", "\n> ", "\n1. ",
];

/// A text without signs that nobody can see.
fn clean(text: &str) -> String {
    let seen = visible(text);
    let is_kept = |sign: &char| is_presentable(*sign) || sign.is_whitespace();
    seen.chars().filter(is_kept).collect()
}

/// Words on one line.
pub(super) fn words(text: &str) -> String {
    line(&clean(text))
}

/// A text as Markdown; counts what is lost of it.
pub(super) fn markdown(text: &str, form: TextForm, losses: &mut ScheduleLosses) -> String {
    let text = clean(text);
    let text = text.trim();
    if has_element(text, PARTING) {
        return of_html(text, losses);
    }
    if has_element(text, IN_LINE) {
        return of_html(&text.replace('\n', "<br>"), losses);
    }
    let begun = format!("\n{text}");
    if form == TextForm::Marked && MARKS.iter().any(|mark| begun.contains(mark)) {
        return of_html(&foreign_html(text), losses);
    }
    as_markdown(text)
}

fn of_html(html: &str, losses: &mut ScheduleLosses) -> String {
    match markdown_of_html(html) {
        Ok(taken) => {
            for (count, loss) in [
                (taken.pictures, ScheduleLoss::Picture),
                (taken.links, ScheduleLoss::Link),
            ] {
                if count > 0 {
                    *losses.entry(loss).or_default() += count;
                }
            }
            taken.markdown.trim().to_owned()
        }
        // What is too deep or too much for a page is kept as it is written.
        Err(_) => as_markdown(html),
    }
}

/// Whether a text has one of these elements.
fn has_element(text: &str, names: &[&str]) -> bool {
    text.match_indices('<').any(|(place, _)| {
        let name = text[place + 1..].trim_start_matches('/');
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let behind = name[length..].chars().next();
        let is_tag = matches!(behind, Some('>' | '/')) || behind.is_some_and(char::is_whitespace);
        is_tag
            && names
                .iter()
                .any(|known| known.eq_ignore_ascii_case(&name[..length]))
    })
}

#[cfg(test)]
mod tests {
    use super::{ScheduleLoss, ScheduleLosses, TextForm, markdown};

    #[test]
    fn texts_become_markdown_in_which_nothing_acts() {
        for (text, form, expected) in [
            (
                "Hout & lijm\n\nMet *ster*",
                TextForm::Plain,
                "Hout & lijm\n\nMet \\*ster\\*",
            ),
            (
                "<p>Een <b>vet</b> woord</p><p>en <a href=\"javascript:x()\">hier</a></p>",
                TextForm::Plain,
                "Een **vet** woord\n\nen hier",
            ),
            (
                "Regel\n<a href=\"https://example.org/x\">daar</a>",
                TextForm::Plain,
                "Regel\\\n[daar](https://example.org/x)",
            ),
            (
                "Een **vet** woord\nen [hier](https://example.org/)",
                TextForm::Marked,
                "Een **vet** woord\\\nen [hier](https://example.org/)",
            ),
            (
                "Een **vet** woord",
                TextForm::Plain,
                "Een \\*\\*vet\\*\\* woord",
            ),
            (
                "**Let op** <script>alert(1)</script>",
                TextForm::Marked,
                "\\*\\*Let op\\*\\*",
            ),
            (
                "**Ja** [x](javascript:y) <kern>",
                TextForm::Marked,
                "**Ja** x \\<kern\\>",
            ),
            ("1 < 2 en a <- b", TextForm::Marked, "1 \\< 2 en a \\<- b"),
            ("\u{7}bel\u{200B}", TextForm::Marked, "bel"),
            ("", TextForm::Marked, ""),
        ] {
            let mut losses = ScheduleLosses::default();
            assert_eq!(markdown(text, form, &mut losses), expected, "{text}");
        }
        let mut losses = ScheduleLosses::default();
        markdown("<p><img src=x.png>Tekst</p>", TextForm::Plain, &mut losses);
        assert_eq!(losses.get(&ScheduleLoss::Picture), Some(&1));
    }
}
