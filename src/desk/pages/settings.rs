//! The page of settings: the form, the places with theirs, and what is only in the file.

use super::layout::{DeskPage, Surroundings, told_saved};
use super::publish::place_words;
use crate::config::PublishPlace;
use crate::desk::addresses::{PLACE_SETTINGS, SETTINGS, place_settings};
use crate::desk::forms::{SettingsForm, SettingsOf};
use crate::desk::html::DeskHtml;
use crate::desk::security::TOKEN;
use crate::words::{desk_settings as words, forms};

/// The control with the name of a new place.
pub(in crate::desk) const NAME: &str = "name";

/// The button that takes a place out.
pub(in crate::desk) const REMOVE: &str = "remove";

/// The page of settings.
#[derive(Debug)]
pub(in crate::desk) struct SettingsPage<'a> {
    pub(in crate::desk) form: &'a SettingsForm<'a>,
    /// Where the form is sent.
    pub(in crate::desk) address: String,
    pub(in crate::desk) places: &'a [PublishPlace],
    /// What was typed as the name of a new place.
    pub(in crate::desk) name: Option<&'a str>,
    /// What is wrong with it.
    pub(in crate::desk) name_wrong: Option<&'static str>,
}

impl<'a> SettingsPage<'a> {
    /// The page of a form that is sent to an address.
    pub(in crate::desk) fn of(
        form: &'a SettingsForm<'a>,
        address: String,
        places: &'a [PublishPlace],
    ) -> Self {
        Self {
            form,
            address,
            places,
            name: None,
            name_wrong: None,
        }
    }

    /// The page; these files were saved just now.
    pub(in crate::desk) fn html(&self, saved: &[String], around: Surroundings<'_>) -> DeskHtml {
        let language = around.language;
        let mut body = DeskHtml::new();
        told_saved(saved, around, &mut body);
        let said = forms::in_file(&"oogst.toml");
        body.words("p", &[("class", "file")], said.get(language));
        let is_new =
            matches!(self.form.of, SettingsOf::Group { .. }) && self.address == PLACE_SETTINGS;
        let hidden = [(TOKEN, around.token)];
        let has_remove = matches!(self.form.of, SettingsOf::Group { .. }) && !is_new;
        let name = |html: &mut DeskHtml| {
            if is_new {
                self.name(html, around);
            }
        };
        let remove = |html: &mut DeskHtml| {
            if has_remove {
                let button = [
                    ("type", "submit"),
                    ("class", "more"),
                    ("name", REMOVE),
                    ("value", "1"),
                ];
                html.element("p", &[("class", "ways")], |html| {
                    html.words("button", &button, around.say(words::REMOVE_PLACE));
                });
            }
        };
        let form = self.form;
        let shown = form.html(language, &self.address, &hidden, name, remove);
        body.add(&shown);
        let above = (around.report.unwrap_or_default().to_owned(), "/".to_owned());
        let settings = (around.say(words::SETTINGS).to_owned(), SETTINGS.to_owned());
        match self.form.of {
            SettingsOf::Report => {
                self.places(&mut body, around);
                in_file(&mut body, around);
                page(around.say(words::SETTINGS), &[above], around, &body)
            }
            SettingsOf::Group {
                name: Some(name), ..
            } if !is_new => {
                let title = words::place_called(&name);
                page(title.get(language), &[above, settings], around, &body)
            }
            SettingsOf::Group { .. } => page(
                around.say(words::NEW_PLACE),
                &[above, settings],
                around,
                &body,
            ),
        }
    }

    /// The question what a new place is called.
    fn name(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("div", &[("class", "field")], |html| {
            html.words(
                "label",
                &[("for", "place-name")],
                around.say(words::PLACE_NAME),
            );
            let help = [("class", "help"), ("id", "place-name-help")];
            html.words("p", &help, around.say(words::PLACE_NAME_HELP));
            let mut described = "place-name-help";
            if let Some(wrong) = self.name_wrong {
                described = "place-name-help place-name-wrong";
                let attributes = [("class", "wrong"), ("id", "place-name-wrong")];
                html.element("p", &attributes, |html| {
                    html.words("strong", &[], around.say(forms::WRONG));
                    html.text(" ").text(wrong);
                });
            }
            let mut field = vec![
                ("type", "text"),
                ("id", "place-name"),
                ("name", NAME),
                ("value", self.name.unwrap_or_default()),
                ("autocomplete", "off"),
                ("aria-describedby", described),
            ];
            if self.name_wrong.is_some() {
                field.push(("aria-invalid", "true"));
            }
            html.empty("input", &field);
        });
    }

    fn places(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.words("h2", &[], around.say(words::PLACES));
        if self.places.is_empty() {
            html.words("p", &[], around.say(words::NO_PLACES));
        }
        html.element("ul", &[("class", "rows")], |html| {
            for place in self.places {
                html.element("li", &[], |html| {
                    html.element("p", &[("class", "title")], |html| {
                        let address = place_settings(place.name.as_str());
                        html.words("a", &[("href", &address)], place.name.as_str());
                    });
                    let said = place_words(place, around.language);
                    html.words("p", &[("class", "soft")], &said);
                });
            }
        });
        html.element("p", &[("class", "ways")], |html| {
            let link = [("href", PLACE_SETTINGS), ("class", "button")];
            html.words("a", &link, around.say(words::NEW_PLACE));
        });
    }
}

/// What is only in the file, with what it is.
fn in_file(html: &mut DeskHtml, around: Surroundings<'_>) {
    html.words("h2", &[], around.say(words::IN_FILE));
    html.words("p", &[], around.say(words::IN_FILE_HELP));
    html.element("ul", &[("class", "rows")], |html| {
        for field in SettingsForm::in_file() {
            html.element("li", &[], |html| {
                let name = forms::label(field.name.get(around.language));
                html.words("p", &[("class", "title")], &name);
                html.words("p", &[("class", "soft")], field.about.get(around.language));
            });
        }
    });
}

fn page(
    title: &str,
    trail: &[(String, String)],
    around: Surroundings<'_>,
    body: &DeskHtml,
) -> DeskHtml {
    let page = DeskPage {
        title,
        trail,
        at: SETTINGS,
        shown: None,
    };
    page.with(around, body)
}
