//! [`PhotoForm`]: what is asked of a photo once its file is there, on one page with others: what can
//! be seen, and whether it may be shown. Nothing is chosen beforehand, and no answer changes nothing.

use super::control_html::{QuestionHtml, anchor};
use super::field::{FilledIn, FormField};
use super::{RecordForm, RecordPlace, names};
use crate::desk::{DeskHtml, DeskSite, Posted};
use crate::schema::choices::{Choice as _, Consent};
use crate::schema::key;
use crate::words::{Bilingual, Language, forms, photos as words};

/// The fields that are asked for first.
const FIRST: [&str; 3] = [ALT, DECORATIVE, key::CONSENT];

/// Those that may be filled in too.
const MORE: [&str; 2] = ["caption", "credit"];

const ALT: &str = "alt";
const DECORATIVE: &str = "decorative";

/// The answer that somebody does not know yet whether a photo may be shown.
const UNKNOWN: &str = "unknown";

/// What is asked of a photo.
#[derive(Debug, Clone)]
pub(in crate::desk) struct PhotoForm {
    /// Its record, with these questions alone.
    pub(in crate::desk) form: RecordForm,
    /// What was chosen for consent, as it is sent; nothing where nothing was.
    chosen: Option<&'static str>,
    /// What is wrong with the answer about consent.
    wrong_consent: Option<Bilingual>,
}

/// The answers about consent, as they are sent, with what they say.
fn answers() -> [(&'static str, Bilingual); 4] {
    [
        (Consent::Yes.word().en, words::YES),
        (Consent::NotNeeded.word().en, words::NOT_NEEDED),
        (Consent::No.word().en, words::NO),
        (UNKNOWN, words::UNKNOWN),
    ]
}

impl PhotoForm {
    /// The questions about photos of an event, in their order; `None` where there is no such record.
    pub(in crate::desk) fn each(
        site: DeskSite<'_>,
        event: &str,
        places: &[RecordPlace],
    ) -> Vec<Option<Self>> {
        let forms = RecordForm::each(site, Some(event), places);
        forms.into_iter().map(|form| Self::of(form?)).collect()
    }

    fn of(mut form: RecordForm) -> Option<Self> {
        let id = form.place.id.clone()?;
        form.fields.retain(|field| {
            let name = field.control.field.name.en;
            FIRST.contains(&name) || MORE.contains(&name)
        });
        for field in &mut form.fields {
            // An id has no full stop in it, so no two photos have one name.
            field.control.name = format!("{id}.{}", field.control.name);
        }
        let shown = [Consent::Yes, Consent::NotNeeded].map(|consent| consent.word().en);
        let said = form.fields.iter().find(|field| is(field, key::CONSENT));
        let said = said.map_or("", |field| field.answer.first());
        Some(Self {
            chosen: shown.into_iter().find(|shown| *shown == said),
            form,
            wrong_consent: None,
        })
    }

    /// Takes what came back. `shows_all` says whether the event shows all photos of which nothing else
    /// is said: of those, who does not know yet says no.
    pub(in crate::desk) fn take(&mut self, posted: &Posted, shows_all: bool) {
        for field in &mut self.form.fields {
            let before = field.answer.clone();
            field.take(posted, false);
            let name = names::value(&field.control.name);
            let takes_site = posted.first(&names::choice(&field.control.name)) == Some(names::SITE);
            if is(field, key::CONSENT) {
                let said = posted.first(&name).unwrap_or_default();
                let all = answers().into_iter();
                self.chosen = all.map(|(answer, _)| answer).find(|answer| *answer == said);
                match self.chosen {
                    _ if takes_site => {}
                    None => {
                        field.seen = before.hash();
                        field.answer = before;
                    }
                    Some(UNKNOWN) => {
                        let no = shows_all.then(|| Consent::No.word().en.to_owned());
                        field.answer = FilledIn::Words(no.into_iter().collect());
                    }
                    Some(_) => {}
                }
            } else if is(field, DECORATIVE)
                && posted.first(&name).is_none()
                && before.first() == names::NO
            {
                // What is not marked is as good as a no.
                field.answer = before;
            }
        }
    }

    /// Whether anything was said of it.
    pub(in crate::desk) fn is_touched(&self) -> bool {
        let mut fields = self.form.fields.iter();
        self.chosen.is_some() || fields.any(|field| field.answer.hash() != field.seen)
    }

    /// Says what is missing: an answer about consent, and of a photo that may be shown what can be
    /// seen.
    pub(in crate::desk) fn check(&mut self, language: Language) {
        let shown = [Consent::Yes, Consent::NotNeeded].map(|consent| consent.word().en);
        let Some(chosen) = self.chosen else {
            self.wrong_consent = Some(words::CONSENT_MISSING);
            return;
        };
        let mut fields = self.form.fields.iter();
        let is_decorative =
            fields.any(|field| is(field, DECORATIVE) && field.answer.first() == names::YES);
        if !shown.contains(&chosen) || is_decorative {
            return;
        }
        let mut fields = self.form.fields.iter_mut();
        let alt = fields.find(|field| is(field, ALT) && field.control.key.translation.is_none());
        if let Some(alt) = alt.filter(|alt| alt.answer.is_empty()) {
            alt.wrong.push(words::ALT_MISSING.get(language).to_owned());
        }
    }

    /// Whether something is wrong with it.
    pub(in crate::desk) fn is_wrong(&self) -> bool {
        self.wrong_consent.is_some() || self.form.is_wrong()
    }

    /// What is wrong with it: where it is answered, and what to say.
    pub(in crate::desk) fn mistakes(&self, language: Language) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for field in &self.form.fields {
            let conflict = field.conflict.as_ref();
            let conflict = conflict.map(|_| forms::CHOOSE_WHICH.get(language).to_owned());
            let of_consent = self.wrong_consent.filter(|_| is(field, key::CONSENT));
            let of_consent = of_consent.map(|said| said.get(language).to_owned());
            for said in field
                .wrong
                .iter()
                .cloned()
                .chain(conflict)
                .chain(of_consent)
            {
                all.push((anchor(field), said));
            }
        }
        all
    }

    /// The questions.
    pub(in crate::desk) fn html(&self, language: Language, html: &mut DeskHtml) {
        let shown = QuestionHtml {
            language,
            is_new: false,
            event: self.form.place.event.as_deref(),
            label: None,
            group: None,
        };
        let (first, more): (Vec<&FormField>, Vec<&FormField>) =
            (self.form.fields.iter()).partition(|field| FIRST.iter().any(|name| is(field, name)));
        for field in first {
            if field.is_unreadable {
                shown.field(field, html);
            } else if is(field, ALT) {
                let label = Some(words::ALT);
                QuestionHtml { label, ..shown }.field(field, html);
            } else if is(field, DECORATIVE) {
                decorative(shown, field, html);
            } else {
                self.consent(shown, field, html);
            }
        }
        let is_open = more.iter().any(|field| {
            !field.answer.is_empty() || !field.wrong.is_empty() || field.conflict.is_some()
        });
        let attributes: &[(&str, &str)] = if is_open { &[("open", "")] } else { &[] };
        html.element("details", attributes, |html| {
            html.words("summary", &[], forms::MORE_FACTS.get(language));
            for field in more {
                shown.field(field, html);
            }
        });
    }

    /// Whether it may be shown. Nothing is chosen beforehand.
    fn consent(&self, shown: QuestionHtml<'_>, field: &FormField, html: &mut DeskHtml) {
        let language = shown.language;
        let id = anchor(field);
        let (help, wrong) = (format!("{id}-help"), format!("{id}-wrong"));
        let described = match self.wrong_consent {
            Some(_) => format!("{help} {wrong}"),
            None => help.clone(),
        };
        html.element("div", &[("class", "field")], |html| {
            QuestionHtml::travelling(field, html);
            let attributes = [
                ("id", id.as_str()),
                ("tabindex", "-1"),
                ("aria-describedby", &described),
            ];
            html.element("fieldset", &attributes, |html| {
                html.words("legend", &[], words::CONSENT.get(language));
                let said = words::CONSENT_HELP.get(language);
                html.words("p", &[("class", "help"), ("id", &help)], said);
                if let Some(said) = self.wrong_consent {
                    html.element("p", &[("class", "wrong"), ("id", &wrong)], |html| {
                        html.words("strong", &[], forms::WRONG.get(language));
                        html.text(&format!(" {}", said.get(language)));
                    });
                }
                let name = names::value(&field.control.name);
                for (value, said) in answers() {
                    let is_chosen = self.chosen == Some(value);
                    choice("radio", &name, value, is_chosen, said.get(language), html);
                }
            });
            shown.conflict(field, html);
        });
    }
}

/// The mark that a photo tells nothing.
fn decorative(shown: QuestionHtml<'_>, field: &FormField, html: &mut DeskHtml) {
    html.element(
        "div",
        &[("class", "field"), ("id", &anchor(field))],
        |html| {
            QuestionHtml::travelling(field, html);
            let name = names::value(&field.control.name);
            let is_marked = field.answer.first() == names::YES;
            let said = words::DECORATIVE.get(shown.language);
            choice("checkbox", &name, names::YES, is_marked, said, html);
            shown.conflict(field, html);
        },
    );
}

/// Something that can be chosen or marked.
fn choice(of: &str, name: &str, value: &str, is_on: bool, said: &str, html: &mut DeskHtml) {
    html.element("label", &[("class", "choice")], |html| {
        let mut attributes = vec![("type", of), ("name", name), ("value", value)];
        if is_on {
            attributes.push(("checked", ""));
        }
        html.empty("input", &attributes).text(" ").text(said);
    });
}

/// Whether a question is about this field.
fn is(field: &FormField, name: &str) -> bool {
    field.control.field.name.en == name
}
