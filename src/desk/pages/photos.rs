//! Where photos are added, and where is said what can be seen in them and whether they may be shown.

use super::layout::{Surroundings, button};
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::photos::{PhotoSheet, SheetPhoto};
use crate::desk::security::TOKEN;
use crate::schema::Kind;
use crate::words::{forms, importing, photos as words};

/// The kinds of files that the browser offers to choose from. What comes is looked at all the same.
const OFFERED: &str = "image/jpeg,image/png,image/webp,image/gif";

/// The form that takes the files of photos. Files that are dropped on its control are chosen, without
/// a script too.
pub(in crate::desk) fn adding(html: &mut DeskHtml, event: &str, around: Surroundings<'_>) {
    let address = addresses::photo_files(event);
    let attributes = [
        ("method", "post"),
        ("action", address.as_str()),
        ("enctype", "multipart/form-data"),
        ("class", "upload"),
        ("name", "add"),
        ("data-said", around.say(words::UPLOADED)),
    ];
    html.element("form", &attributes, |html| {
        let token = [("type", "hidden"), ("name", TOKEN), ("value", around.token)];
        html.empty("input", &token);
        html.words("h3", &[], around.say(words::ADD));
        html.words("label", &[("for", "fotos")], around.say(words::CHOOSE));
        let help = [("class", "help"), ("id", "fotos-help")];
        html.words("p", &help, around.say(words::CHOOSE_HELP));
        html.element("noscript", &[], |html| {
            html.words("p", &[("class", "help")], around.say(words::WITHOUT_SCRIPT));
        });
        html.empty(
            "input",
            &[
                ("type", "file"),
                ("id", "fotos"),
                ("name", "fotos"),
                ("multiple", ""),
                ("required", ""),
                ("accept", OFFERED),
                ("aria-describedby", "fotos-help"),
            ],
        );
        button(html, around.say(words::UPLOAD));
        html.element("p", &[("role", "status")], |_| {});
    });
}

/// Says that something is still to be said of photos, with the way there.
pub(in crate::desk) fn waiting(
    html: &mut DeskHtml,
    event: &str,
    count: usize,
    around: Surroundings<'_>,
) {
    if count == 0 {
        return;
    }
    let photos = importing::PHOTO.counted(count, around.language);
    html.words("p", &[], words::waiting(&photos).get(around.language));
    html.element("p", &[("class", "new")], |html| {
        let address = addresses::photos(event);
        let link = [("href", address.as_str()), ("class", "button")];
        html.words("a", &link, around.say(words::WAITING));
    });
}

/// A small picture of the file that a photo names.
pub(in crate::desk) fn small(html: &mut DeskHtml, event: &str, file: &str, alt: &str) {
    let address = addresses::small_picture(event, file);
    let attributes = [
        ("class", "small"),
        ("src", address.as_str()),
        ("loading", "lazy"),
        ("alt", alt),
    ];
    html.empty("img", &attributes);
}

/// The questions about some photos, below what became of the files that were sent.
pub(in crate::desk) fn sheet(
    sheet: &PhotoSheet,
    following: &'static str,
    html: &mut DeskHtml,
    around: Surroundings<'_>,
) {
    mistakes(sheet, html, around);
    told(sheet, html, around);
    if sheet.photos.is_empty() {
        if !sheet.is_wrong() && sheet.there.is_empty() && sheet.not_taken.is_empty() {
            html.words("p", &[], around.say(words::ALL_SAID));
        }
        html.element("p", &[("class", "ways")], |html| {
            let address = addresses::event(&sheet.event, Some(Kind::Photo));
            html.words("a", &[("href", &address)], around.say(words::BACK));
        });
        return;
    }
    if sheet.is_new {
        html.words("p", &[], around.say(words::TAKEN_OUT));
    }
    html.element("p", &[], |html| {
        html.words("strong", &[], around.say(words::NO_ANSWER_IS_NO));
    });
    let address = addresses::photos(&sheet.event);
    let attributes = [
        ("method", "post"),
        ("action", address.as_str()),
        ("class", "photos"),
        ("autocomplete", "off"),
        ("novalidate", ""),
    ];
    html.element("form", &attributes, |html| {
        let token = [("type", "hidden"), ("name", TOKEN), ("value", around.token)];
        html.empty("input", &token);
        for file in &sheet.following {
            let file = [("type", "hidden"), ("name", following), ("value", file)];
            html.empty("input", &file);
        }
        for (number, photo) in sheet.photos.iter().enumerate() {
            asked(sheet, number, photo, html, around);
        }
        if !sheet.following.is_empty() {
            let more = words::and_more(&sheet.following.len());
            html.words("p", &[], more.get(around.language));
        }
        html.element("p", &[("class", "buttons")], |html| {
            button(html, around.say(forms::SAVE));
        });
    });
}

/// The name of a file, without its folder.
fn name_of(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default()
}

fn asked(
    sheet: &PhotoSheet,
    number: usize,
    photo: &SheetPhoto,
    html: &mut DeskHtml,
    around: Surroundings<'_>,
) {
    let name = name_of(&photo.file);
    html.element("fieldset", &[("class", "photo")], |html| {
        let legend = words::photo_of(&(number + 1), &sheet.photos.len(), &name);
        html.words("legend", &[], legend.get(around.language));
        let own = [("type", "hidden"), ("name", "foto"), ("value", &photo.file)];
        html.empty("input", &own);
        small(html, &sheet.event, &photo.file, name);
        html.element("div", &[], |html| photo.asked.html(around.language, html));
    });
}

/// What is wrong, with links to where.
fn mistakes(sheet: &PhotoSheet, html: &mut DeskHtml, around: Surroundings<'_>) {
    if !sheet.is_wrong() {
        return;
    }
    html.summary(around.say(forms::SUMMARY), |html| {
        html.element("ul", &[], |html| {
            for wrong in &sheet.wrong {
                html.words("li", &[], wrong);
            }
            for photo in &sheet.photos {
                for (place, said) in photo.asked.mistakes(around.language) {
                    let said = words::of_file(&name_of(&photo.file), &said);
                    html.element("li", &[], |html| {
                        let link = format!("#{place}");
                        html.words("a", &[("href", &link)], said.get(around.language));
                    });
                }
            }
        });
    });
}

/// What became of the files that were sent and are not asked about.
fn told(sheet: &PhotoSheet, html: &mut DeskHtml, around: Surroundings<'_>) {
    if !sheet.not_taken.is_empty() {
        html.element("div", &[("class", "refused"), ("role", "alert")], |html| {
            html.words("h2", &[], around.say(words::NOT_TAKEN));
            html.element("ul", &[], |html| {
                for file in &sheet.not_taken {
                    html.words("li", &[], &file.said(around.language));
                }
            });
        });
    }
    if !sheet.there.is_empty() {
        html.words("p", &[], around.say(words::ALREADY_THERE));
        html.element("ul", &[("class", "files")], |html| {
            for (file, address) in &sheet.there {
                html.element("li", &[], |html| {
                    html.words("a", &[("href", address)], name_of(file));
                });
            }
        });
    }
}
