//! Publishing: what is new, changed and gone, and the button that makes the site.

use std::path::Path;

use super::layout::{DeskPage, Surroundings, button, form};
use crate::desk::html::DeskHtml;
use crate::output::{Differences, OutputPath};
use crate::words::desk as words;
use crate::words::numbers::count as number;

/// How many files of a list are named.
const MOST_NAMED: usize = 50;

/// What the page shows.
#[derive(Debug)]
pub(in crate::desk) enum PublishPage<'a> {
    /// Something must be mended first.
    NotYet,
    /// What would change.
    Differs {
        /// The folder in which the site stands.
        folder: &'a Path,
        /// How it differs from the site as it is now.
        differences: &'a Differences,
        /// Whether it was just made.
        is_done: bool,
    },
    /// It could not be done.
    Failed(&'a str),
}

impl PublishPage<'_> {
    /// The page.
    pub(in crate::desk) fn html(&self, around: Surroundings<'_>) -> DeskHtml {
        let mut body = DeskHtml::new();
        match self {
            Self::NotYet => {
                let lead = [("class", "lead wrong")];
                body.words("p", &lead, around.say(words::NOT_YET));
                body.element("p", &[], |html| {
                    let link = [("href", "/check"), ("class", "button")];
                    html.words("a", &link, around.say(words::SEE_WHICH));
                });
            }
            Self::Failed(reason) => {
                body.element("p", &[("class", "wrong"), ("role", "alert")], |html| {
                    html.text(reason);
                });
            }
            Self::Differs {
                folder,
                differences,
                is_done,
            } => differs(&mut body, folder, differences, *is_done, around),
        }
        let above = around.report.unwrap_or_default().to_owned();
        let page = DeskPage {
            title: around.say(words::PUBLISH),
            trail: &[(above, "/".to_owned())],
            at: "/publish",
            shown: None,
        };
        page.with(around, &body)
    }
}

fn differs(
    html: &mut DeskHtml,
    folder: &Path,
    differences: &Differences,
    is_done: bool,
    around: Surroundings<'_>,
) {
    let folder = folder.to_string_lossy();
    if is_done {
        html.element("p", &[("class", "done"), ("role", "status")], |html| {
            html.text(words::site_made(&folder).get(around.language));
        });
    }
    let Differences {
        new,
        changed,
        gone,
        same,
        in_the_way,
    } = differences;
    if !in_the_way.is_empty() {
        let lead = [("class", "wrong")];
        html.words("p", &lead, around.say(words::FILES_IN_THE_WAY));
        names(html, in_the_way, around);
        return;
    }
    let is_same = new.is_empty() && changed.is_empty() && gone.is_empty();
    if is_same {
        let told = words::nothing_to_publish(&folder);
        html.words("p", &[], told.get(around.language));
        return;
    }
    html.words("p", &[], words::will_be_made(&folder).get(around.language));
    html.element("ul", &[("class", "counts")], |html| {
        for (name, count) in [
            (words::FILES_NEW, new.len()),
            (words::FILES_CHANGED, changed.len()),
            (words::FILES_GONE, gone.len()),
            (words::FILES_SAME, *same),
        ] {
            html.element("li", &[], |html| {
                html.text(around.say(name));
                html.text(" ");
                html.words(
                    "span",
                    &[("class", "count")],
                    &number(count as u64, around.language),
                );
            });
        }
    });
    form(html, "/publish", around, |html| {
        button(html, around.say(words::MAKE_SITE));
    });
    html.element("details", &[], |html| {
        html.words("summary", &[], around.say(words::WHICH_FILES));
        for (heading, files) in [
            (words::FILES_NEW, new),
            (words::FILES_CHANGED, changed),
            (words::FILES_GONE, gone),
        ] {
            if !files.is_empty() {
                html.words("h2", &[], around.say(heading));
                names(html, files, around);
            }
        }
    });
}

/// The names of files: pages first, and no more than somebody reads.
fn names(html: &mut DeskHtml, files: &[OutputPath], around: Surroundings<'_>) {
    let is_page = |file: &&OutputPath| {
        let ending = Path::new(file.as_str()).extension();
        ending.is_some_and(|ending| ending == "html")
    };
    let (pages, others): (Vec<&OutputPath>, Vec<&OutputPath>) = files.iter().partition(is_page);
    html.element("ul", &[("class", "files")], |html| {
        for file in pages.iter().chain(&others).take(MOST_NAMED) {
            html.words("li", &[], file.as_str());
        }
    });
    if let Some(more) = files.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        html.words("p", &[], words::more_files(&more).get(around.language));
    }
}
