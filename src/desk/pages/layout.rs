//! What all pages of the desk share: the head, the ways through the desk, and the preview beside a
//! page that is about something.

use std::collections::BTreeMap;

use crate::desk::addresses::{self, SETTINGS};
use crate::desk::html::DeskHtml;
use crate::desk::security::TOKEN;
use crate::words::{Bilingual, Language, desk as words, desk_settings, forms};

/// What a page is made in.
#[derive(Debug, Clone, Copy)]
pub(in crate::desk) struct Surroundings<'a> {
    /// The language of the desk.
    pub(in crate::desk) language: Language,
    /// What stands in every form of this run.
    pub(in crate::desk) token: &'a str,
    /// The origin of the preview, where there is one.
    pub(in crate::desk) preview: Option<&'a str>,
    /// What the report that is open is called.
    pub(in crate::desk) report: Option<&'a str>,
}

impl Surroundings<'_> {
    /// A word in the language of the desk.
    pub(in crate::desk) fn say(&self, words: Bilingual) -> &'static str {
        words.get(self.language)
    }
}

/// A page of the desk.
#[derive(Debug)]
pub(in crate::desk) struct DeskPage<'a> {
    /// Its heading.
    pub(in crate::desk) title: &'a str,
    /// The way to it: what each page above it is called, and its address.
    pub(in crate::desk) trail: &'a [(String, String)],
    /// Its own address, where it is one of those in the menu.
    pub(in crate::desk) at: &'a str,
    /// The address on the site of what it is about: `/bijeenkomsten/2025-x/`.
    pub(in crate::desk) shown: Option<String>,
}

impl DeskPage<'_> {
    /// The page with this in it.
    pub(in crate::desk) fn with(&self, around: Surroundings<'_>, body: &DeskHtml) -> DeskHtml {
        let tag = around.language.tag();
        let shown = around.preview.zip(self.shown.as_ref());
        let shown = shown.map(|(origin, path)| format!("{origin}{path}"));
        let mut html = DeskHtml::page();
        html.element("html", &[("lang", tag)], |html| {
            self.head(html, around);
            let class = if shown.is_some() { "beside" } else { "whole" };
            let script = script_words(around.language);
            html.element(
                "body",
                &[("class", class), ("data-words", &script)],
                |html| {
                    let skip = around.say(words::TO_CONTENT);
                    html.words("a", &[("class", "skip"), ("href", "#inhoud")], skip);
                    self.bar(html, around);
                    html.element("main", &[("id", "inhoud"), ("tabindex", "-1")], |html| {
                        self.trail(html, around);
                        html.words("h1", &[], self.title);
                        if let Some(shown) = &shown {
                            html.element("p", &[("class", "see")], |html| {
                                let site = [("href", shown.as_str()), ("target", "oogst-site")];
                                html.words("a", &site, around.say(words::SEE_ON_SITE));
                            });
                        }
                        html.add(body);
                    });
                    if let Some(shown) = &shown {
                        preview(html, shown, around);
                    }
                },
            );
        });
        html
    }

    fn head(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("head", &[], |html| {
            html.empty("meta", &[("charset", "utf-8")]);
            html.empty(
                "meta",
                &[("name", "viewport"), ("content", "width=device-width")],
            );
            let title = match around.report.filter(|report| *report != self.title) {
                Some(report) => format!("{} · {report} · Oogst", self.title),
                None => format!("{} · Oogst", self.title),
            };
            html.words("title", &[], &title);
            html.empty("link", &[("rel", "icon"), ("href", "/icon.svg")]);
            html.empty("link", &[("rel", "stylesheet"), ("href", "/desk.css")]);
            html.element("script", &[("type", "module"), ("src", "/desk.js")], |_| {});
        });
    }

    /// The menu.
    fn bar(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("header", &[("class", "bar")], |html| {
            html.words("a", &[("class", "brand"), ("href", "/")], "Oogst");
            let label = around.say(words::MENU);
            html.element("nav", &[("aria-label", label)], |html| {
                html.element("ul", &[], |html| {
                    let of_report = [
                        ("/", words::OVERVIEW),
                        ("/check", words::CHECK),
                        ("/publish", words::PUBLISH),
                        (SETTINGS, desk_settings::SETTINGS),
                    ];
                    let of_report = of_report.iter().filter(|_| around.report.is_some());
                    for (address, name) in of_report.chain(&[("/reports", words::REPORTS)]) {
                        html.element("li", &[], |html| {
                            let mut link = vec![("href", *address)];
                            if self.at == *address {
                                link.push(("aria-current", "page"));
                            }
                            html.words("a", &link, around.say(*name));
                        });
                    }
                });
            });
        });
    }

    fn trail(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        if self.trail.is_empty() {
            return;
        }
        let label = around.say(words::TRAIL);
        html.element(
            "nav",
            &[("class", "trail"), ("aria-label", label)],
            |html| {
                html.element("ol", &[], |html| {
                    for (name, address) in self.trail {
                        html.element("li", &[], |html| {
                            html.words("a", &[("href", address)], name);
                        });
                    }
                });
            },
        );
    }
}

/// The words of the script, by their names there.
fn script_words(language: Language) -> String {
    let words: BTreeMap<&str, &str> = [
        ("names", words::NAMES_OFFERED),
        ("found", words::NAMES_FOUND),
        ("none", words::NO_NAMES),
        ("marks", words::MARKS),
        ("bold", words::BOLD),
        ("italic", words::ITALIC),
        ("heading", words::HEADING),
        ("list", words::LIST),
        ("link", words::LINK),
        ("preview", words::TEXT_PREVIEW),
        ("kept", words::KEPT),
        ("restore", words::RESTORE),
        ("discard", words::DISCARD),
    ]
    .into_iter()
    .map(|(name, words)| (name, words.get(language)))
    .collect();
    serde_json::to_string(&words).expect("plain values always become JSON")
}

/// The site itself in a frame. It has scripts of its own and may follow its own links; of what is
/// around it, it may change only which page is open, and only where the user clicks.
fn preview(html: &mut DeskHtml, shown: &str, around: Surroundings<'_>) {
    let label = around.say(words::PREVIEW);
    html.element("aside", &[("aria-label", label)], |html| {
        html.element(
            "iframe",
            &[
                ("title", label),
                ("src", shown),
                ("loading", "lazy"),
                (
                    "sandbox",
                    "allow-scripts allow-same-origin allow-forms allow-popups allow-top-navigation-by-user-activation",
                ),
            ],
            |_| {},
        );
    });
}

/// A form that is sent to an address, with the token of this run in it.
pub(in crate::desk) fn form(
    html: &mut DeskHtml,
    address: &str,
    around: Surroundings<'_>,
    inside: impl FnOnce(&mut DeskHtml),
) {
    html.element("form", &[("method", "post"), ("action", address)], |html| {
        html.empty(
            "input",
            &[("type", "hidden"), ("name", TOKEN), ("value", around.token)],
        );
        inside(html);
    });
}

/// A button that sends its form.
pub(in crate::desk) fn button(html: &mut DeskHtml, words: &str) {
    html.words("button", &[("type", "submit")], words);
}

/// Says what was saved, with the way to undo it.
pub(in crate::desk) fn told_saved(saved: &[String], around: Surroundings<'_>, html: &mut DeskHtml) {
    if saved.is_empty() {
        return;
    }
    html.element("p", &[("class", "saved"), ("role", "status")], |html| {
        let said = forms::saved_in(&saved.join(", "));
        html.text(said.get(around.language)).text(" ");
        html.words(
            "a",
            &[("href", addresses::UNDO)],
            around.say(forms::UNDO_LINK),
        );
    });
}
