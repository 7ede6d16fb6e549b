//! Pages for who is not let in, or asked for what is not there: what is the matter, and the way out.

use crate::desk::html::DeskHtml;
use crate::diagnostic::{self, Diagnostic};
use crate::source::Sources;
use crate::words::desk as words;
use crate::words::{Bilingual, Language};

/// So many mistakes are shown.
const MOST_SHOWN: usize = 20;

/// A page that says what is the matter and what to do.
pub(in crate::desk) fn page(what: Bilingual, way: Bilingual, language: Language) -> DeskHtml {
    bare(what.get(language), None, language, |html| {
        html.words("p", &[], way.get(language));
    })
}

/// The page where the machine failed.
pub(in crate::desk) fn failed(reason: &str, language: Language) -> DeskHtml {
    bare(words::PAGE_FAILED.get(language), None, language, |html| {
        html.words("p", &[], reason);
        back(html, language);
    })
}

/// The page of a report whose settings cannot be read: what is wrong, as the command line shows it.
pub(in crate::desk) fn unreadable(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
) -> DeskHtml {
    bare(words::UNREADABLE.get(language), None, language, |html| {
        html.words("p", &[], words::UNREADABLE_WAY.get(language));
        for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
            let told = diagnostic::print_one_after_other(
                std::slice::from_ref(diagnostic),
                sources,
                language,
                false,
            );
            html.words("pre", &[("tabindex", "0")], &told);
        }
        back(html, language);
    })
}

fn back(html: &mut DeskHtml, language: Language) {
    html.element("p", &[], |html| {
        html.words("a", &[("href", "/reports")], words::REPORTS.get(language));
    });
}

/// The page for a browser that just came in: it goes on by itself, and by a link.
pub(in crate::desk) fn entered(language: Language) -> DeskHtml {
    let title = words::ENTERED.get(language);
    bare(title, Some("0;url=/"), language, |html| {
        html.element("p", &[], |html| {
            html.words("a", &[("href", "/")], words::GO_ON.get(language));
        });
    })
}

fn bare(
    title: &str,
    refresh: Option<&str>,
    language: Language,
    inside: impl FnOnce(&mut DeskHtml),
) -> DeskHtml {
    let mut html = DeskHtml::page();
    html.element("html", &[("lang", language.tag())], |html| {
        html.element("head", &[], |html| {
            html.empty("meta", &[("charset", "utf-8")]);
            html.empty(
                "meta",
                &[("name", "viewport"), ("content", "width=device-width")],
            );
            if let Some(refresh) = refresh {
                html.empty("meta", &[("http-equiv", "refresh"), ("content", refresh)]);
            }
            html.words("title", &[], title);
            html.empty("link", &[("rel", "icon"), ("href", "/icon.svg")]);
            html.empty("link", &[("rel", "stylesheet"), ("href", "/desk.css")]);
        });
        html.element("body", &[("class", "alone")], |html| {
            html.element("main", &[], |html| {
                html.words("h1", &[], title);
                inside(html);
            });
        });
    });
    html
}
