//! The page that a double click leads to: the reports that were opened last, a folder to open, a new
//! report to begin.

use std::path::{Path, PathBuf};

use super::layout::{DeskPage, Surroundings, button, form};
use crate::desk::html::DeskHtml;
use crate::desk::work::{FolderProblem, FolderSeen};
use crate::encode;
use crate::words::desk as words;

/// What the page shows.
#[derive(Debug)]
pub(in crate::desk) struct StartPage<'a> {
    /// The reports that were opened last.
    pub(in crate::desk) recent: &'a [PathBuf],
    /// The folder that is looked into; nothing where it cannot be.
    pub(in crate::desk) seen: Option<FolderSeen>,
    /// What was typed of a folder.
    pub(in crate::desk) typed: &'a str,
    /// What was typed of a new report.
    pub(in crate::desk) name: &'a str,
    /// What went wrong with which of both.
    pub(in crate::desk) problem: Option<(StartAsked, FolderProblem)>,
}

/// What was asked on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum StartAsked {
    /// To open a folder, or look into it.
    Open,
    /// To begin a report.
    Begin,
}

/// The control with the path of a folder.
pub(in crate::desk) const FOLDER: &str = "map";

/// The control with the name of a new report.
pub(in crate::desk) const NAME: &str = "naam";

impl StartPage<'_> {
    /// The page.
    pub(in crate::desk) fn html(&self, around: Surroundings<'_>) -> DeskHtml {
        let mut body = DeskHtml::new();
        self.recent(&mut body, around);
        self.open(&mut body, around);
        self.begin(&mut body, around);
        let page = DeskPage {
            title: around.say(words::START_TITLE),
            trail: &[],
            at: "/reports",
            shown: None,
        };
        page.with(around, &body)
    }

    fn recent(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        if self.recent.is_empty() {
            html.words("p", &[("class", "lead")], around.say(words::WELCOME));
            return;
        }
        html.element("section", &[("aria-labelledby", "laatst")], |html| {
            html.words("h2", &[("id", "laatst")], around.say(words::RECENT));
            html.element("ul", &[("class", "rows")], |html| {
                for folder in self.recent {
                    html.element("li", &[], |html| one_to_open(html, folder, around));
                }
            });
        });
    }

    fn open(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("section", &[("aria-labelledby", "open")], |html| {
            html.words("h2", &[("id", "open")], around.say(words::OPEN_FOLDER));
            self.told(html, StartAsked::Open, around);
            html.element(
                "form",
                &[("action", "/reports"), ("class", "line")],
                |html| {
                    field(html, FOLDER, around.say(words::FOLDER_PATH), self.typed);
                    button(html, around.say(words::LOOK));
                },
            );
            let Some(seen) = &self.seen else {
                return;
            };
            html.element("p", &[("class", "path")], |html| {
                html.words("code", &[], &seen.folder.to_string_lossy());
            });
            if seen.is_report {
                form(html, "/open", around, |html| {
                    hidden(html, &seen.folder);
                    button(html, around.say(words::OPEN_THIS));
                });
            }
            folders(html, seen, around);
        });
    }

    fn begin(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("section", &[("aria-labelledby", "nieuw")], |html| {
            html.words("h2", &[("id", "nieuw")], around.say(words::BEGIN));
            self.told(html, StartAsked::Begin, around);
            let Some(seen) = self.seen.as_ref().filter(|seen| !seen.is_report) else {
                html.words("p", &[], around.say(words::BEGIN_ELSEWHERE));
                return;
            };
            let folder = seen.folder.to_string_lossy();
            html.words("p", &[], words::begin_in(&folder).get(around.language));
            form(html, "/begin", around, |html| {
                hidden(html, &seen.folder);
                html.element("div", &[("class", "line")], |html| {
                    field(html, NAME, around.say(words::REPORT_NAME), self.name);
                    button(html, around.say(words::BEGIN_BUTTON));
                });
            });
        });
    }

    /// What went wrong.
    fn told(&self, html: &mut DeskHtml, asked: StartAsked, around: Surroundings<'_>) {
        if let Some((_, problem)) = self.problem.as_ref().filter(|(of, _)| *of == asked) {
            html.element("p", &[("class", "wrong"), ("role", "alert")], |html| {
                html.text(&problem_told(problem, around));
            });
        }
    }
}

fn problem_told(problem: &FolderProblem, around: Surroundings<'_>) -> String {
    let words = match problem {
        FolderProblem::NotThere => words::FOLDER_NOT_THERE,
        FolderProblem::NoPath => words::NO_WHOLE_PATH,
        FolderProblem::NoName => words::NO_NAME,
        FolderProblem::NoReport => words::NO_REPORT,
        FolderProblem::NotEmpty => words::FOLDER_TAKEN,
        FolderProblem::InReport => words::REPORT_IN_REPORT,
        FolderProblem::Machine(error) => return error.message(around.language),
    };
    around.say(words).to_owned()
}

/// A report that was opened before.
fn one_to_open(html: &mut DeskHtml, folder: &Path, around: Surroundings<'_>) {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    let name = name.to_string_lossy();
    form(html, "/open", around, |html| {
        hidden(html, folder);
        html.element(
            "button",
            &[("type", "submit"), ("class", "as-link")],
            |html| {
                html.text(&name);
            },
        );
        html.words("span", &[("class", "soft path")], &folder.to_string_lossy());
    });
}

/// The folders in a folder, and the way up.
fn folders(html: &mut DeskHtml, seen: &FolderSeen, around: Surroundings<'_>) {
    html.element("ul", &[("class", "folders")], |html| {
        if let Some(above) = seen.folder.parent() {
            to_folder(html, above, around.say(words::FOLDER_ABOVE), None);
        }
        for (name, is_report) in &seen.folders {
            let mark = is_report.then(|| around.say(words::IS_REPORT));
            to_folder(html, &seen.folder.join(name), name, mark);
        }
    });
    if seen.folders.is_empty() {
        html.words("p", &[("class", "soft")], around.say(words::NO_FOLDERS));
    }
    if seen.more > 0 {
        let more = words::more_folders(&seen.more);
        html.words("p", &[("class", "soft")], more.get(around.language));
    }
}

fn to_folder(html: &mut DeskHtml, folder: &Path, name: &str, mark: Option<&str>) {
    let path = folder.to_string_lossy();
    let address = format!("/reports?{FOLDER}={}#open", encode::name(&path));
    html.element("li", &[], |html| {
        html.words("a", &[("href", &address)], name);
        if let Some(mark) = mark {
            html.text(" ");
            html.words("span", &[("class", "badge")], mark);
        }
    });
}

fn hidden(html: &mut DeskHtml, folder: &Path) {
    let path = folder.to_string_lossy();
    let control = [("type", "hidden"), ("name", FOLDER), ("value", &path)];
    html.empty("input", &control);
}

fn field(html: &mut DeskHtml, name: &'static str, label: &str, value: &str) {
    html.element("div", &[("class", "field")], |html| {
        html.words("label", &[("for", name)], label);
        let mut control = vec![("type", "text"), ("id", name), ("name", name)];
        if !value.is_empty() {
            control.push(("value", value));
        }
        html.empty("input", &control);
    });
}
