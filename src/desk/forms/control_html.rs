//! The HTML of one question: its label, what it means, what is wrong, and where it is answered.

use super::control::{Asks, LineOf, PARTIES};
use super::field::{FilledIn, FormField};
use super::help::help;
use super::names;
use crate::desk::DeskHtml;
use crate::schema::Kind;
use crate::schema::choices::AllowedWord;
use crate::words::{Bilingual, Language, forms};

/// With more words a choice is a list that opens.
const MOST_BUTTONS: usize = 5;

/// How a question is shown.
#[derive(Clone, Copy)]
pub(super) struct QuestionHtml<'a> {
    pub(super) language: Language,
    /// Whether the record is not there yet.
    pub(super) is_new: bool,
    /// The event of the record, in which names are searched.
    pub(super) event: Option<&'a str>,
    /// What a question is called, where that is not its field.
    pub(super) label: Option<Bilingual>,
    /// The group that the question is of, for who hears one question alone.
    pub(super) group: Option<&'a str>,
}

/// The id of the element in which a question is answered first.
pub(super) fn anchor(field: &FormField) -> String {
    format!("f-{}", field.control.name.replace('.', "-"))
}

impl QuestionHtml<'_> {
    /// A question.
    pub(super) fn field(self, field: &FormField, html: &mut DeskHtml) {
        html.element("div", &[("class", "field")], |html| {
            if field.is_unreadable {
                self.unreadable(field, html);
                return;
            }
            Self::travelling(field, html);
            match field.control.asks {
                Asks::Line(_) | Asks::Text => self.labelled(field, html),
                Asks::Choice(words) if words.len() > MOST_BUTTONS => self.labelled(field, html),
                _ => self.grouped(field, html),
            }
            self.offers(field, html);
            self.conflict(field, html);
        });
    }

    /// What is said of a field that the file says something unreadable for.
    fn unreadable(self, field: &FormField, html: &mut DeskHtml) {
        let attributes = [("id", anchor(field)), ("tabindex", "-1".to_owned())];
        let attributes = attributes
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        html.element("p", &attributes, |html| {
            html.words("strong", &[], &self.label_words(field));
        });
        let said = forms::UNREADABLE.get(self.language);
        html.words("p", &[("class", "wrong")], said);
    }

    /// What the form began with.
    pub(super) fn travelling(field: &FormField, html: &mut DeskHtml) {
        let name = names::was(&field.control.name);
        let mut hidden = |value: &str| {
            let value = if value.is_empty() { "-" } else { value };
            html.empty(
                "input",
                &[("type", "hidden"), ("name", &name), ("value", value)],
            );
        };
        hidden(&field.seen);
        for (part, hash) in &field.was {
            hidden(format!("{hash} {part}").trim_end());
        }
    }

    fn label_words(self, field: &FormField) -> String {
        let label = match (self.label, field.control.key.translation) {
            (Some(own), None) => own.get(self.language).to_owned(),
            (Some(own), Some(other)) => {
                let tongue = forms::tongue(other, self.language);
                let said = forms::in_tongue(&own.get(self.language), &tongue);
                said.get(self.language).to_owned()
            }
            (None, _) => field.control.label(self.language),
        };
        if field.control.is_required() {
            format!("{label} ({})", forms::MUST.get(self.language))
        } else {
            label
        }
    }

    fn help_and_mistakes(self, field: &FormField, html: &mut DeskHtml) {
        let id = anchor(field);
        let help = help(&field.control, self.is_new, self.language);
        let attributes = [("class", "help"), ("id", &format!("{id}-help"))];
        html.element("p", &attributes, |html| {
            html.coded(&help);
        });
        if !field.wrong.is_empty() {
            html.element(
                "p",
                &[("class", "wrong"), ("id", &format!("{id}-wrong"))],
                |html| {
                    html.words("strong", &[], forms::WRONG.get(self.language));
                    html.text(&format!(" {}", field.wrong.join("; ")));
                },
            );
        }
    }

    /// The ids of what explains a question.
    fn described_by(field: &FormField) -> String {
        let id = anchor(field);
        if field.wrong.is_empty() {
            format!("{id}-help")
        } else {
            format!("{id}-help {id}-wrong")
        }
    }

    /// A question with one place for its answer.
    fn labelled(self, field: &FormField, html: &mut DeskHtml) {
        let id = anchor(field);
        html.words("label", &[("for", &id)], &self.label_words(field));
        self.help_and_mistakes(field, html);
        let described = Self::described_by(field);
        let name = names::value(&field.control.name);
        let mut attributes = vec![
            ("id", id.as_str()),
            ("name", name.as_str()),
            ("aria-describedby", described.as_str()),
        ];
        if !field.wrong.is_empty() {
            attributes.push(("aria-invalid", "true"));
        }
        if field.control.is_required() {
            attributes.push(("required", ""));
        }
        let tongue = field.control.key.translation.unwrap_or(self.language);
        let is_text = matches!(field.control.asks, Asks::Text | Asks::Line(LineOf::Words));
        if is_text && tongue != self.language {
            attributes.push(("lang", tongue.tag()));
        }
        match field.control.asks {
            Asks::Choice(words) => self.select(words, field.answer.first(), &attributes, html),
            Asks::Text => {
                attributes.extend([("rows", "8"), ("spellcheck", "true"), ("data-preview", "")]);
                html.textarea(&attributes, field.answer.first());
                let preview = format!("{id}-preview");
                html.element("div", &[("class", "preview"), ("id", &preview)], |_| {});
            }
            _ => self.line(field, attributes, html),
        }
    }

    fn line(
        self,
        field: &FormField,
        mut attributes: Vec<(&'static str, &str)>,
        html: &mut DeskHtml,
    ) {
        let answer = field.answer.first();
        attributes.push(("autocomplete", "off"));
        if field.control.is_own_id() && !self.is_new {
            attributes.push(("readonly", ""));
        }
        // Lines that were written with line ends keep these.
        if answer.contains('\n') {
            attributes.push(("rows", "3"));
            html.textarea(&attributes, answer);
            return;
        }
        self.input(field.control.asks, answer, &attributes, html);
    }

    /// A line to type in.
    pub(super) fn input(
        self,
        asks: Asks,
        answer: &str,
        attributes: &[(&'static str, &str)],
        html: &mut DeskHtml,
    ) {
        let kinds = asks.names().iter().map(|kind| kind.schema().name.en);
        let kinds = kinds.collect::<Vec<&str>>().join(" ");
        let mut attributes = attributes.to_vec();
        attributes.extend([("type", "text"), ("value", answer)]);
        match asks {
            Asks::Line(LineOf::Integer) => attributes.push(("inputmode", "numeric")),
            Asks::Line(LineOf::Number) => attributes.push(("inputmode", "decimal")),
            Asks::Line(LineOf::Url) => attributes.push(("inputmode", "url")),
            _ => {}
        }
        if !kinds.is_empty() {
            attributes.extend([
                ("data-search", kinds.as_str()),
                ("data-event", self.event.unwrap_or_default()),
            ]);
        }
        html.empty("input", &attributes);
    }

    pub(super) fn select(
        self,
        words: &'static [AllowedWord],
        answer: &str,
        attributes: &[(&'static str, &str)],
        html: &mut DeskHtml,
    ) {
        html.element("select", attributes, |html| {
            html.words(
                "option",
                &[("value", "")],
                forms::NOT_RECORDED.get(self.language),
            );
            for allowed in words {
                let mut attributes = vec![("value", allowed.word.en)];
                if allowed.word.en == answer {
                    attributes.push(("selected", ""));
                }
                html.words("option", &attributes, allowed.word.get(self.language));
            }
        });
    }

    /// A question that is answered in several places.
    fn grouped(self, field: &FormField, html: &mut DeskHtml) {
        let id = anchor(field);
        let described = Self::described_by(field);
        // Focus comes here from the list of mistakes.
        let attributes = [
            ("id", id.as_str()),
            ("tabindex", "-1"),
            ("aria-describedby", &described),
        ];
        html.element("fieldset", &attributes, |html| {
            html.element("legend", &[], |html| {
                html.text(&self.label_words(field));
                if let Some(group) = self.group {
                    html.words("span", &[("class", "unseen")], &format!(" ({group})"));
                }
            });
            self.help_and_mistakes(field, html);
            match (field.control.asks, &field.answer) {
                (Asks::Choice(words), answer) => {
                    let words = words
                        .iter()
                        .map(|allowed| (allowed.word.en, allowed.word.get(self.language)));
                    let none = ("", forms::NOT_RECORDED.get(self.language));
                    Self::buttons(
                        field,
                        &std::iter::once(none).chain(words).collect::<Vec<_>>(),
                        answer.first(),
                        html,
                    );
                }
                (Asks::Truth, answer) => {
                    let words = [
                        (names::YES, forms::YES.get(self.language)),
                        (names::NO, forms::NO.get(self.language)),
                        ("", forms::NOT_GIVEN.get(self.language)),
                    ];
                    Self::buttons(field, &words, answer.first(), html);
                }
                (Asks::Codes, FilledIn::Codes(codes)) => self.codes(field, codes, html),
                (Asks::Groups(fields), FilledIn::Groups(groups)) => {
                    self.groups(field, fields, groups, html);
                }
                (_, FilledIn::Words(words)) => self.list(field, words, html),
                _ => {}
            }
        });
    }

    /// One of a few words, each with a button of its own.
    fn buttons(
        field: &FormField,
        words: &[(&str, &'static str)],
        answer: &str,
        html: &mut DeskHtml,
    ) {
        let name = names::value(&field.control.name);
        for (value, word) in words {
            html.element("label", &[("class", "choice")], |html| {
                let mut attributes = vec![("type", "radio"), ("name", name.as_str())];
                attributes.push(("value", value));
                if *value == answer {
                    attributes.push(("checked", ""));
                }
                html.empty("input", &attributes).text(" ").text(word);
            });
        }
    }

    /// New records that may be added for names that nobody has.
    fn offers(self, field: &FormField, html: &mut DeskHtml) {
        for (kind, name) in &field.offers {
            html.element("label", &[("class", "choice")], |html| {
                let added = names::added(kind.schema().name.en);
                let attributes = [
                    ("type", "checkbox"),
                    ("name", added.as_str()),
                    ("value", name),
                ];
                let kind = kind.schema().name.get(self.language);
                let said = forms::also_add(name, &kind);
                html.empty("input", &attributes)
                    .text(" ")
                    .text(said.get(self.language));
            });
        }
    }

    /// The choice between what was filled in and what the site says now.
    pub(super) fn conflict(self, field: &FormField, html: &mut DeskHtml) {
        let Some((now, hashes)) = &field.conflict else {
            return;
        };
        let language = self.language;
        html.element("fieldset", &[("class", "conflict")], |html| {
            html.words("legend", &[], forms::WHICH_ONE.get(language));
            let name = names::now(&field.control.name);
            for (part, hash) in hashes {
                let value = format!("{hash} {part}");
                let attributes = [
                    ("type", "hidden"),
                    ("name", name.as_str()),
                    ("value", value.trim_end()),
                ];
                html.empty("input", &attributes);
            }
            html.words("p", &[], forms::CHANGED_MEANWHILE.get(language));
            html.words("p", &[], forms::STANDS_NOW.get(language));
            html.words("pre", &[], now);
            let name = names::choice(&field.control.name);
            for (value, words) in [
                (names::MINE, forms::KEEP_MINE),
                (names::SITE, forms::TAKE_SITE),
            ] {
                html.element("label", &[("class", "choice")], |html| {
                    let attributes = [("type", "radio"), ("name", name.as_str()), ("value", value)];
                    html.empty("input", &attributes)
                        .text(" ")
                        .text(words.get(language));
                });
            }
        });
    }
}

/// The kinds that can be added by their name alone.
pub(in crate::desk) fn can_be_added(kind: Kind) -> bool {
    let needed = kind.schema().fields.iter().filter(|field| field.required);
    kind != Kind::Page && (PARTIES.contains(&kind) || needed.count() == 1)
}
