//! The HTML of questions that are answered in several places: lists, codes, groups of fields.

use super::control::Asks;
use super::control_html::{QuestionHtml, anchor};
use super::field::FormField;
use super::{MOST_LINES, names};
use crate::desk::DeskHtml;
use crate::schema::Field;
use crate::words::{Language, forms};

impl QuestionHtml<'_> {
    pub(super) fn list(self, field: &FormField, words: &[String], html: &mut DeskHtml) {
        let name = names::value(&field.control.name);
        let label = field.control.label(self.language);
        let is_long = words.len() > MOST_LINES;
        let mut number = 0;
        for word in words {
            if let Some((token, title)) = field.inline.iter().find(|(token, _)| token == word) {
                html.element("label", &[("class", "choice")], |html| {
                    let attributes = [
                        ("type", "checkbox"),
                        ("name", name.as_str()),
                        ("value", token),
                        ("checked", ""),
                    ];
                    let stands = forms::STANDS_HERE.get(self.language);
                    html.empty("input", &attributes)
                        .text(&format!(" {title} ({stands})"));
                });
            } else if !is_long {
                number += 1;
                self.item(field, &label, number, word, html);
            }
        }
        if is_long {
            let is_plain = |word: &&String| field.inline.iter().all(|(token, _)| token != *word);
            let lines: Vec<&str> = words.iter().filter(is_plain).map(String::as_str).collect();
            let rows = (lines.len() + 1).min(30).to_string();
            let attributes = [
                ("name", name.as_str()),
                ("rows", &rows),
                ("aria-label", &label),
            ];
            html.textarea(&attributes, &lines.join("\n"));
        }
        for _ in 0..=field.rooms {
            number += 1;
            self.item(field, &label, number, "", html);
        }
        self.one_more(field, &label, html);
    }

    fn item(self, field: &FormField, label: &str, number: usize, word: &str, html: &mut DeskHtml) {
        let name = names::value(&field.control.name);
        let said = forms::numbered(&label, &number);
        let attributes = [
            ("name", name.as_str()),
            ("aria-label", said.get(self.language)),
            ("autocomplete", "off"),
        ];
        self.input(field.control.asks, word, &attributes, html);
    }

    fn one_more(self, field: &FormField, label: &str, html: &mut DeskHtml) {
        let more = forms::ONE_MORE.get(self.language);
        let attributes = [
            ("type", "submit"),
            ("class", "more"),
            ("name", names::MORE),
            ("value", &field.control.name),
            ("aria-label", &format!("{more}: {label}")),
        ];
        html.words("button", &attributes, more);
    }

    pub(super) fn codes(self, field: &FormField, codes: &[(String, String)], html: &mut DeskHtml) {
        let name = names::value(&field.control.name);
        let label = field.control.label(self.language);
        let empty = (String::new(), String::new());
        let room = std::iter::repeat_n(&empty, field.rooms + 1);
        for (number, (register, code)) in codes.iter().chain(room).enumerate() {
            html.element("div", &[("class", "pair")], |html| {
                for (part, word, value) in [
                    (names::REGISTER, forms::REGISTER, register),
                    (names::CODE, forms::CODE, code),
                ] {
                    let name = names::part(&name, part);
                    let id = format!("{}-{part}-{number}", anchor(field));
                    html.words("label", &[("for", &id)], word.get(self.language));
                    let attributes = [
                        ("id", id.as_str()),
                        ("name", &name),
                        ("type", "text"),
                        ("value", value),
                        ("autocomplete", "off"),
                    ];
                    html.empty("input", &attributes);
                }
            });
        }
        self.one_more(field, &label, html);
    }

    pub(super) fn groups(
        self,
        field: &FormField,
        fields: &'static [Field],
        groups: &[Vec<Vec<String>>],
        html: &mut DeskHtml,
    ) {
        let label = field.control.label(self.language);
        let name = names::value(&field.control.name);
        let empty: Vec<Vec<String>> = vec![Vec::new(); fields.len()];
        let is_filled = |group: &&Vec<Vec<String>>| group.iter().any(|words| !words.is_empty());
        let room = std::iter::repeat_n(&empty, field.rooms + 1);
        for (number, group) in groups.iter().filter(is_filled).chain(room).enumerate() {
            html.element("fieldset", &[("class", "group")], |html| {
                let said = forms::numbered(&label, &(number + 1));
                html.words("legend", &[], said.get(self.language));
                for (inner, words) in fields.iter().zip(group) {
                    let name = names::in_group(&name, number, inner.name.en);
                    let id = format!("{}-{number}-{}", anchor(field), inner.name.en);
                    let answer = words.first().map_or("", String::as_str);
                    self.inner(inner, &name, &id, answer, html);
                }
            });
        }
        if !field.rest.is_empty() {
            let shown = groups.iter().filter(is_filled).count();
            let said = forms::more_groups(&shown, &(shown + field.rest.len()));
            html.words("p", &[("class", "help")], said.get(self.language));
        }
        self.one_more(field, &label, html);
    }

    /// A field of a group.
    fn inner(self, field: &'static Field, name: &str, id: &str, answer: &str, html: &mut DeskHtml) {
        let Some(asks) = Asks::of(field.shape) else {
            return;
        };
        html.words(
            "label",
            &[("for", id)],
            &forms::label(field.name.get(self.language)),
        );
        let attributes = [("id", id), ("name", name), ("autocomplete", "off")];
        match asks {
            Asks::Choice(words) => self.select(words, answer, &attributes, html),
            Asks::Text => {
                html.textarea(&attributes, answer);
            }
            Asks::Truth => truth(self.language, answer, &attributes, html),
            asks => self.input(asks, answer, &attributes, html),
        }
    }
}

/// Yes, no or nothing, in a list that opens.
fn truth(
    language: Language,
    answer: &str,
    attributes: &[(&'static str, &str)],
    html: &mut DeskHtml,
) {
    html.element("select", attributes, |html| {
        for (value, word) in [
            ("", forms::NOT_GIVEN),
            (names::YES, forms::YES),
            (names::NO, forms::NO),
        ] {
            let mut attributes = vec![("value", value)];
            if value == answer {
                attributes.push(("selected", ""));
            }
            html.words("option", &attributes, word.get(language));
        }
    });
}
