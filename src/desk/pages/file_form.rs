//! The form by which a file is sent to be taken over, and what is said once it was.

use super::layout::{Surroundings, button};
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::security::TOKEN;
use crate::words::Bilingual;
use crate::words::{desk_imports as words, forms};

/// The control with the file.
pub(in crate::desk) const FILE: &str = "bestand";

/// Adds the form, of an event or of one that `more` asks for; `wrong` is what is wrong with what was
/// sent before.
pub(in crate::desk) fn file_form(
    html: &mut DeskHtml,
    event: Option<&str>,
    more: Option<&DeskHtml>,
    wrong: Option<Bilingual>,
    around: Surroundings<'_>,
) {
    let address = addresses::import(event);
    let attributes = [
        ("method", "post"),
        ("action", address.as_str()),
        ("enctype", "multipart/form-data"),
        ("class", "record"),
    ];
    html.element("form", &attributes, |html| {
        let token = [("type", "hidden"), ("name", TOKEN), ("value", around.token)];
        html.empty("input", &token);
        html.element("div", &[("class", "field")], |html| {
            html.words("label", &[("for", FILE)], around.say(words::FILE));
            let help = [("class", "help"), ("id", "bestand-help")];
            html.words("p", &help, around.say(words::FILE_HELP));
            if let Some(wrong) = wrong {
                html.words(
                    "p",
                    &[("class", "wrong"), ("role", "alert")],
                    around.say(wrong),
                );
            }
            let mut control = vec![
                ("type", "file"),
                ("id", FILE),
                ("name", FILE),
                ("required", ""),
                ("aria-describedby", "bestand-help"),
            ];
            if wrong.is_some() {
                control.push(("aria-invalid", "true"));
            }
            html.empty("input", &control);
        });
        if let Some(more) = more {
            html.add(more);
        }
        button(html, around.say(words::LOOK));
    });
}

/// Says what was taken over, with the way to undo it.
pub(in crate::desk) fn told_done(told: &str, around: Surroundings<'_>, html: &mut DeskHtml) {
    html.element("p", &[("class", "saved"), ("role", "status")], |html| {
        html.text(told).text(" ");
        let undo = [("href", addresses::UNDO)];
        html.words("a", &undo, around.say(forms::UNDO_LINK));
    });
}
