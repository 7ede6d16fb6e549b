//! Publishing: what is new, changed and gone, the button that makes the site, and the places that it
//! goes to.

use std::path::Path;

use super::layout::{DeskPage, Surroundings, button, form};
use crate::config::{PublishBy, PublishPlace};
use crate::desk::addresses::PLACE_SETTINGS;
use crate::desk::html::DeskHtml;
use crate::output::{Differences, OutputPath};
use crate::words::numbers::count as number;
use crate::words::{Bilingual, Language, desk as words, desk_publishing, desk_settings, phrases};

/// The control that puts new addresses on record.
pub(in crate::desk) const RECORD: &str = "record";

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
        /// How many addresses are not on record yet.
        addresses: usize,
        /// The places that the site goes to.
        places: &'a [PublishPlace],
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
                addresses,
                places,
            } => {
                let here = around.say(desk_publishing::ON_THIS_COMPUTER);
                body.words("h2", &[], here);
                differs(&mut body, folder, differences, *is_done, *addresses, around);
                self::places(&mut body, places, around);
            }
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
    addresses: usize,
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
        names(html, &paths(in_the_way), around);
        return;
    }
    let is_same = new.is_empty() && changed.is_empty() && gone.is_empty();
    if is_same {
        let told = words::nothing_to_publish(&folder);
        html.words("p", &[], told.get(around.language));
        return;
    }
    html.words("p", &[], words::will_be_made(&folder).get(around.language));
    let numbers = [
        (new.len(), words::FILES_NEW),
        (changed.len(), words::FILES_CHANGED),
        (gone.len(), words::FILES_GONE),
        (*same, words::FILES_SAME),
    ];
    counts(html, &numbers, around);
    form(html, "/publish", around, |html| {
        record_tick(html, addresses, false, around);
        button(html, around.say(words::MAKE_SITE));
    });
    let lists = [
        (words::FILES_NEW, paths(new)),
        (words::FILES_CHANGED, paths(changed)),
        (words::FILES_GONE, paths(gone)),
    ];
    file_lists(html, &lists, around);
}

fn paths(files: &[OutputPath]) -> Vec<&str> {
    files.iter().map(OutputPath::as_str).collect()
}

/// The places that the site goes to, each with its page.
fn places(html: &mut DeskHtml, places: &[PublishPlace], around: Surroundings<'_>) {
    html.words("h2", &[], around.say(desk_publishing::PLACES));
    if places.is_empty() {
        html.words("p", &[], around.say(desk_publishing::NO_PLACES));
    }
    html.element("ul", &[("class", "rows")], |html| {
        for place in places {
            html.element("li", &[], |html| {
                html.element("p", &[("class", "title")], |html| {
                    let address = format!("/publish/{}", place.name);
                    html.words("a", &[("href", &address)], place.name.as_str());
                });
                let said = place_words(place, around.language);
                html.words("p", &[("class", "soft")], &said);
            });
        }
    });
    html.element("p", &[("class", "ways")], |html| {
        html.words(
            "a",
            &[("href", PLACE_SETTINGS)],
            around.say(desk_settings::NEW_PLACE),
        );
    });
}

/// What a place is, in words.
pub(super) fn place_words(place: &PublishPlace, language: Language) -> String {
    let said = match &place.how {
        PublishBy::Zip { file } => desk_publishing::by_zip(file),
        PublishBy::Folder { folder } => desk_publishing::by_folder(folder),
        PublishBy::Sftp(server) => {
            desk_publishing::by_sftp(&server.user, &server.host, &server.folder)
        }
        PublishBy::Webdav(server) => desk_publishing::by_webdav(&server.user, &server.url),
        PublishBy::S3(server) => desk_publishing::by_s3(&server.bucket, &server.endpoint),
    };
    said.get(language).to_owned()
}

/// How many files there are of each sort.
pub(super) fn counts(
    html: &mut DeskHtml,
    numbers: &[(usize, Bilingual)],
    around: Surroundings<'_>,
) {
    html.element("ul", &[("class", "counts")], |html| {
        for (count, name) in numbers {
            html.element("li", &[], |html| {
                html.text(around.say(*name));
                html.text(" ");
                html.words(
                    "span",
                    &[("class", "count")],
                    &number(*count as u64, around.language),
                );
            });
        }
    });
}

/// The question whether new addresses are put on record, where there are any.
pub(super) fn record_tick(
    html: &mut DeskHtml,
    addresses: usize,
    is_ticked: bool,
    around: Surroundings<'_>,
) {
    if addresses == 0 {
        return;
    }
    html.element("fieldset", &[("class", "group")], |html| {
        let title = around.say(desk_publishing::RECORD_TITLE);
        html.words("legend", &[], title);
        let help = [("class", "help"), ("id", "record-help")];
        html.words("p", &help, around.say(desk_publishing::RECORD_HELP));
        html.element("label", &[("class", "choice")], |html| {
            let mut tick = vec![
                ("type", "checkbox"),
                ("name", RECORD),
                ("value", "1"),
                ("aria-describedby", "record-help"),
            ];
            if is_ticked {
                tick.push(("checked", ""));
            }
            let addresses = phrases::ADDRESS.counted(addresses, around.language);
            let said = desk_publishing::record_now(&addresses);
            html.empty("input", &tick)
                .text(" ")
                .text(said.get(around.language));
        });
    });
}

/// The names of files, below a heading that opens.
pub(super) fn file_lists(
    html: &mut DeskHtml,
    lists: &[(Bilingual, Vec<&str>)],
    around: Surroundings<'_>,
) {
    if lists.iter().all(|(_, files)| files.is_empty()) {
        return;
    }
    html.element("details", &[], |html| {
        html.words("summary", &[], around.say(words::WHICH_FILES));
        for (heading, files) in lists {
            if !files.is_empty() {
                html.words("h2", &[], around.say(*heading));
                names(html, files, around);
            }
        }
    });
}

/// The names of files: pages first, and no more than somebody reads.
fn names(html: &mut DeskHtml, files: &[&str], around: Surroundings<'_>) {
    let is_page = |file: &&&str| {
        let ending = Path::new(file).extension();
        ending.is_some_and(|ending| ending == "html")
    };
    let (pages, others): (Vec<&&str>, Vec<&&str>) = files.iter().partition(is_page);
    html.element("ul", &[("class", "files")], |html| {
        for file in pages.iter().chain(&others).take(MOST_NAMED) {
            html.words("li", &[], file);
        }
    });
    if let Some(more) = files.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        html.words("p", &[], words::more_files(&more).get(around.language));
    }
}
