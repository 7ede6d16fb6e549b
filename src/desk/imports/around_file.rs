//! What stands around a file on its page: which event it is taken over into, how it is read, and what
//! is wrong.

use super::asked::{COLUMNS, HEADER, ImportAsked, KIND};
use crate::desk::addresses;
use crate::desk::forms::RecordPlace;
use crate::desk::html::DeskHtml;
use crate::desk::pages::layout::{DeskPage, Surroundings, button};
use crate::desk::pages::rows::{marked, short_title};
use crate::desk::sent_files::KeptUpload;
use crate::desk::survey::Survey;
use crate::desk::writing::trail;
use crate::schema::Kind;
use crate::words::{Bilingual, desk_imports as words};

/// The most sentences that are shown of what is wrong.
const MOST_SHOWN: usize = 100;

/// A file, and the event that it is for.
#[derive(Clone, Copy)]
pub(super) struct FilePage<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) file: &'a KeptUpload,
    /// The event's folder; none of a new one.
    pub(super) event: Option<&'a str>,
    pub(super) asked: &'a ImportAsked,
    /// What keeps it from being taken over, above everything else.
    pub(super) wrong: &'a [String],
}

impl FilePage<'_> {
    /// Where the form of the file goes.
    pub(super) fn address(&self) -> String {
        let address = addresses::import_of(self.event, &self.file.key);
        address + &self.asked.query()
    }

    /// The page with this in it.
    pub(super) fn with(
        &self,
        title: Bilingual,
        body: &DeskHtml,
        around: Surroundings<'_>,
    ) -> DeskHtml {
        let mut whole = DeskHtml::new();
        if !self.wrong.is_empty() {
            whole.summary(around.say(title), |html| {
                html.element("ul", &[], |html| {
                    for wrong in self.wrong.iter().take(MOST_SHOWN) {
                        html.words("li", &[], wrong);
                    }
                });
            });
        }
        if let Some(event) = self.event
            && let Some((_, placed)) = self.survey.event(event)
        {
            let into = words::into(&short_title(&placed.title(), around));
            whole.words("p", &[("class", "lead")], into.get(around.language));
        }
        whole.add(body);
        let place = RecordPlace::new(Kind::Session, self.event);
        let mut trail = trail(self.survey, &place, around);
        // Of the way to a record of the event only that to the event.
        trail.truncate(2);
        if self.event.is_none() {
            trail.truncate(1);
        }
        let title = words::title_of(&self.file.name);
        let page = DeskPage {
            title: title.get(around.language),
            trail: &trail,
            at: "",
            shown: None,
        };
        page.with(around, &whole)
    }

    /// The way to have it read in another way.
    pub(super) fn read_again(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let ImportAsked {
            kind,
            header,
            columns,
            ..
        } = self.asked;
        let is_open = [kind, header, columns].iter().any(|said| !said.is_empty());
        let open: &[(&str, &str)] = if is_open || !self.wrong.is_empty() {
            &[("open", "")]
        } else {
            &[]
        };
        html.element("details", open, |html| {
            html.words("summary", &[], around.say(words::NOT_SO));
            let address = addresses::import_of(self.event, &self.file.key);
            let form = [("action", address.as_str()), ("class", "record")];
            html.element("form", &form, |html| {
                self.asked.questions(html, around);
                button(html, around.say(words::LOOK_AGAIN));
            });
        });
    }
}

impl ImportAsked {
    /// The questions how a file is to be read, with what was said before.
    fn questions(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let (label, help) = (words::KIND, words::KIND_HELP);
        field(html, KIND, label, help, around, |html, about| {
            kinds(html, &self.kind, about, around);
        });
        let (label, help) = (words::HEADER_ROW, words::HEADER_HELP);
        field(html, HEADER, label, help, around, |html, about| {
            let mut control = vec![
                ("type", "text"),
                ("inputmode", "numeric"),
                ("id", HEADER),
                ("name", HEADER),
                ("aria-describedby", about),
            ];
            if !self.header.is_empty() {
                control.push(("value", &self.header));
            }
            html.empty("input", &control);
        });
        let (label, help) = (words::COLUMNS, words::COLUMNS_HELP);
        field(html, COLUMNS, label, help, around, |html, about| {
            let control = [
                ("id", COLUMNS),
                ("name", COLUMNS),
                ("aria-describedby", about),
            ];
            html.textarea(&control, &self.columns);
        });
    }
}

/// A field with its name, what it is about, and its control.
pub(super) fn field(
    html: &mut DeskHtml,
    name: &'static str,
    label: Bilingual,
    help: Bilingual,
    around: Surroundings<'_>,
    control: impl FnOnce(&mut DeskHtml, &str),
) {
    let about = format!("{name}-help");
    html.element("div", &[("class", "field")], |html| {
        html.words("label", &[("for", name)], around.say(label));
        html.words("p", &[("class", "help"), ("id", &about)], around.say(help));
        control(html, &about);
    });
}

fn kinds(html: &mut DeskHtml, chosen: &str, about: &str, around: Surroundings<'_>) {
    let control = [("id", KIND), ("name", KIND), ("aria-describedby", about)];
    html.element("select", &control, |html| {
        html.words("option", &[("value", "")], around.say(words::KIND_OF_FILE));
        for schema in Kind::all_in_tables() {
            let mut option = vec![("value", schema.name.en)];
            if schema.name.en == chosen {
                option.push(("selected", ""));
            }
            html.words("option", &option, schema.name.get(around.language));
        }
    });
}

/// Lines in a list.
pub(super) fn list(html: &mut DeskHtml, lines: &[String], class: &str) {
    html.element("ul", &[("class", class)], |html| {
        for line in lines {
            html.element("li", &[], |html| marked(html, line));
        }
    });
}
