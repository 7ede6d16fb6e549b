//! The HTML of a form: what is wrong, what a record cannot do without and its text, and the rest
//! below a heading that opens.

use super::control_html::{QuestionHtml, anchor};
use super::field::FormField;
use super::form::RecordForm;
use super::names;
use crate::desk::DeskHtml;
use crate::schema::Kind;
use crate::words::{Bilingual, Language, forms};

impl RecordForm {
    /// What stands above the form.
    pub fn heading(&self, language: Language) -> String {
        let kind = self.place.kind.schema().name.get(language);
        match &self.title {
            Some(title) if !title.is_empty() => {
                let first = title.lines().next().unwrap_or_default();
                let short: String = first.chars().take(80).collect();
                forms::change_one(&short).get(language).to_owned()
            }
            Some(_) => forms::change_one(&kind).get(language).to_owned(),
            None => forms::new_one(&kind).get(language).to_owned(),
        }
    }

    /// The form, without the page around it. `hidden` is what has to travel with every form of the
    /// desk, by name.
    pub fn html(&self, language: Language, hidden: &[(&str, &str)]) -> DeskHtml {
        let mut html = DeskHtml::new();
        self.summary(language, &mut html);
        if let Some(file) = &self.file {
            let said = forms::in_file(file);
            html.words("p", &[("class", "file")], said.get(language));
        }
        let action = self.place.to_string();
        let attributes = [
            ("method", "post"),
            ("action", action.as_str()),
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
            html.words("button", &default, self.save_words(language));
            self.fields(language, html);
            self.buttons(language, html);
        });
        html
    }

    fn save_words(&self, language: Language) -> &'static str {
        match (self.is_gone, &self.place.id) {
            (true, _) => forms::SAVE_ANEW.get(language),
            (false, Some(_)) => forms::SAVE.get(language),
            (false, None) => forms::SAVE_NEW.get(language),
        }
    }

    fn buttons(&self, language: Language, html: &mut DeskHtml) {
        html.element("p", &[("class", "buttons")], |html| {
            let name = if self.is_gone { names::ANEW } else { "save" };
            let attributes = [("type", "submit"), ("name", name), ("value", "1")];
            html.words("button", &attributes, self.save_words(language));
            if self.may_be_draft {
                let attributes = [("type", "submit"), ("name", names::DRAFT), ("value", "1")];
                html.words("button", &attributes, forms::SAVE_AS_DRAFT.get(language));
            }
        });
    }

    /// What is wrong, with links to where.
    fn summary(&self, language: Language, html: &mut DeskHtml) {
        if !self.is_wrong() {
            return;
        }
        let lead = self.is_gone.then_some(forms::GONE_MEANWHILE);
        mistakes(lead, &self.wrong, &self.fields, language, html);
    }

    fn fields(&self, language: Language, html: &mut DeskHtml) {
        let shown = QuestionHtml {
            language,
            is_new: self.place.id.is_none(),
            event: match self.place.kind {
                Kind::Event => self.place.id.as_ref().map(crate::id::Id::as_str),
                _ => self.place.event.as_deref(),
            },
            label: None,
            group: None,
        };
        let (first, rest): (Vec<&FormField>, Vec<&FormField>) =
            self.fields.iter().partition(|field| self.is_first(field));
        for field in first {
            shown.field(field, html);
        }
        if rest.is_empty() {
            return;
        }
        let needs_look = |field: &&FormField| {
            !field.answer.is_empty()
                || !field.wrong.is_empty()
                || field.conflict.is_some()
                || field.rooms > 0
        };
        let open = rest.iter().any(needs_look);
        let attributes: &[(&str, &str)] = if open { &[("open", "")] } else { &[] };
        html.element("details", attributes, |html| {
            html.words("summary", &[], forms::MORE_FACTS.get(language));
            let mut rest = rest.as_slice();
            while let [field, ..] = rest {
                let own = &field.control.key;
                let is_same = |other: &&FormField| {
                    own.part.is_some() && other.control.key.position == own.position
                };
                let parts = rest.iter().take_while(|other| is_same(other)).count();
                if parts == 0 {
                    shown.field(field, html);
                    rest = &rest[1..];
                    continue;
                }
                let whole = own.field(self.place.kind);
                let id = format!("f-{}", whole.name.en);
                let attributes = [("class", "group"), ("id", id.as_str()), ("tabindex", "-1")];
                html.element("fieldset", &attributes, |html| {
                    let label = forms::label(whole.name.get(language));
                    html.words("legend", &[], &label);
                    html.words("p", &[("class", "help")], whole.about.get(language));
                    for part in &rest[..parts] {
                        shown.field(part, html);
                    }
                });
                rest = &rest[parts..];
            }
        });
    }

    /// Whether a question stands above the others: what a record cannot do without, and its text.
    fn is_first(&self, field: &FormField) -> bool {
        let schema = self.place.kind.schema();
        let own = &field.control.key;
        let is_body = schema.body.and_then(|name| schema.position(name)) == Some(own.position);
        own.part.is_none() && (own.field(self.place.kind).required || is_body)
    }
}

/// What is wrong with a form, above everything else: first what no field is about, then each field's
/// with the way there.
pub(super) fn mistakes(
    lead: Option<Bilingual>,
    wrong: &[String],
    fields: &[FormField],
    language: Language,
    html: &mut DeskHtml,
) {
    html.summary(forms::SUMMARY.get(language), |html| {
        if let Some(lead) = lead {
            html.words("p", &[], lead.get(language));
        }
        html.words("p", &[], forms::SUMMARY_HELP.get(language));
        html.element("ul", &[], |html| {
            for wrong in wrong {
                html.words("li", &[], wrong);
            }
            for field in fields {
                let label = field.control.label(language);
                let link = format!("#{}", anchor(field));
                let conflict = field
                    .conflict
                    .as_ref()
                    .map(|_| forms::CHOOSE_WHICH.get(language).to_owned());
                for wrong in field.wrong.iter().chain(&conflict) {
                    html.element("li", &[], |html| {
                        html.words("a", &[("href", &link)], &format!("{label}: {wrong}"));
                    });
                }
            }
        });
    });
}
