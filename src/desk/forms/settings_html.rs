//! The HTML of a form of settings: single ones first, and then each group below a heading that opens.

use super::control_html::QuestionHtml;
use super::field::FormField;
use super::html::mistakes;
use super::settings_form::{SettingsForm, SettingsOf};
use crate::config::SETTINGS;
use crate::desk::DeskHtml;
use crate::schema::{Field, Shape};
use crate::words::{Language, forms};

impl SettingsForm<'_> {
    /// The form, without the page around it. `hidden` is what has to travel with every form of the
    /// desk, by name; `before` stands above the questions, `buttons` below the one that saves.
    pub(in crate::desk) fn html(
        &self,
        language: Language,
        action: &str,
        hidden: &[(&str, &str)],
        before: impl FnOnce(&mut DeskHtml),
        buttons: impl FnOnce(&mut DeskHtml),
    ) -> DeskHtml {
        let mut html = DeskHtml::new();
        self.summary(language, &mut html);
        let attributes = [
            ("method", "post"),
            ("action", action),
            ("class", "record"),
            ("autocomplete", "off"),
            ("novalidate", ""),
        ];
        html.element("form", &attributes, |html| {
            for (name, value) in hidden {
                let attributes = [("type", "hidden"), ("name", *name), ("value", *value)];
                html.empty("input", &attributes);
            }
            // The first button is the one that Enter presses.
            let default = [
                ("type", "submit"),
                ("class", "unseen"),
                ("tabindex", "-1"),
                ("aria-hidden", "true"),
            ];
            html.words("button", &default, forms::SAVE.get(language));
            before(html);
            self.fields(language, html);
            html.element("p", &[("class", "buttons")], |html| {
                let attributes = [("type", "submit"), ("name", "save"), ("value", "1")];
                html.words("button", &attributes, forms::SAVE.get(language));
            });
            buttons(html);
        });
        html
    }

    fn summary(&self, language: Language, html: &mut DeskHtml) {
        if !self.is_wrong() {
            return;
        }
        mistakes(None, &self.wrong, &self.fields, language, html);
    }

    fn fields(&self, language: Language, html: &mut DeskHtml) {
        let shown = QuestionHtml {
            language,
            is_new: true,
            event: None,
            label: None,
            group: None,
        };
        let is_single = |field: &&FormField| field.control.key.part.is_none();
        for field in self.fields.iter().filter(is_single) {
            shown.field(field, html);
        }
        for (position, whole) in self.of.fields().iter().enumerate() {
            let of_group = |field: &&FormField| {
                field.control.key.position == position && field.control.key.part.is_some()
            };
            let parts: Vec<&FormField> = self.fields.iter().filter(of_group).collect();
            if parts.is_empty() {
                continue;
            }
            let needs_look = |field: &&FormField| {
                !field.wrong.is_empty() || field.conflict.is_some() || field.rooms > 0
            };
            let open: &[(&str, &str)] = if parts.iter().any(needs_look) {
                &[("open", "")]
            } else {
                &[]
            };
            let group = forms::label(whole.name.get(language));
            let shown = QuestionHtml {
                group: Some(&group),
                ..shown
            };
            html.element("details", open, |html| {
                html.words("summary", &[], &group);
                html.element("p", &[("class", "help")], |html| {
                    html.coded(whole.about.get(language));
                });
                for field in parts {
                    shown.field(field, html);
                }
            });
        }
    }

    /// The settings that are changed in the file itself: groups whose parts people give names.
    pub(in crate::desk) fn in_file() -> impl Iterator<Item = &'static Field> {
        let asked = super::control::controls_of(SettingsOf::Report.fields(), Language::Nl, false);
        let asked: Vec<usize> = asked
            .iter()
            .filter(|control| super::settings_form::is_asked(control))
            .map(|control| control.key.position)
            .collect();
        let all = SETTINGS.iter().enumerate();
        all.filter(move |(position, field)| {
            !asked.contains(position) && !matches!(field.shape, Shape::Named(_))
        })
        .map(|(_, field)| field)
    }
}
