//! An event: its report, and its records kind by kind, each with how it stands and what is still to
//! be done.

use super::file_form::{file_form, told_done};
use super::layout::{DeskPage, Surroundings, told_saved};
use super::photos::{adding, waiting};
use super::rows::{ListAsked, RecordRows, badges, marked, short_title, to_do};
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::kind_names::{new, together};
use crate::desk::survey::{DeskFinding, Survey};
use crate::edit::proposal::PlacedRecord;
use crate::markdown::plain;
use crate::schema::{Home, KINDS, Kind, key};
use crate::words::dates::day_month_year;
use crate::words::{desk as words, desk_imports as import_words};

/// The kinds of an event that stand first, in the order of a report; the others follow.
const FIRST: [Kind; 8] = [
    Kind::Ask,
    Kind::Offer,
    Kind::Deal,
    Kind::Idea,
    Kind::Session,
    Kind::Speaker,
    Kind::Photo,
    Kind::Resource,
];

/// How much of a report is shown where it leads to its form.
const LONGEST_BEGINNING: usize = 300;

/// The page of an event: of its report, or of its records of a kind.
pub(in crate::desk) struct EventPage<'a> {
    pub(in crate::desk) survey: &'a Survey<'a>,
    pub(in crate::desk) findings: &'a [DeskFinding],
    /// The position of the event among the records, and the event.
    pub(in crate::desk) event: (usize, &'a PlacedRecord<'a>),
    /// The kind whose records are shown; the report where there is none.
    pub(in crate::desk) kind: Option<Kind>,
    pub(in crate::desk) asked: ListAsked<'a>,
    /// The files that were just saved.
    pub(in crate::desk) saved: &'a [String],
    /// What was taken over just now.
    pub(in crate::desk) told: Option<String>,
}

/// The kinds of records that belong to an event, in the order in which they are shown.
pub(in crate::desk) fn kinds() -> impl Iterator<Item = Kind> {
    let of_event = KINDS
        .iter()
        .filter(|schema| matches!(schema.home, Home::Event | Home::Anywhere))
        .map(|schema| schema.kind)
        .filter(|kind| !FIRST.contains(kind));
    FIRST.into_iter().chain(of_event)
}

/// The way to a new record of a kind. A photo begins with its file.
pub(in crate::desk) fn new_link(
    html: &mut DeskHtml,
    kind: Kind,
    event: Option<&str>,
    around: Surroundings<'_>,
) {
    if let (Kind::Photo, Some(event)) = (kind, event) {
        adding(html, event, around);
        return;
    }
    html.element("p", &[("class", "new")], |html| {
        let address = addresses::new(kind, event);
        html.words(
            "a",
            &[("href", &address), ("class", "button")],
            around.say(new(kind)),
        );
    });
}

impl EventPage<'_> {
    /// The page.
    pub(in crate::desk) fn html(&self, around: Surroundings<'_>) -> DeskHtml {
        let (position, placed) = self.event;
        let event = placed.record.event.as_deref().unwrap_or_default();
        let to_do = to_do(self.findings);
        let mut body = DeskHtml::new();
        told_saved(self.saved, around, &mut body);
        if let Some(told) = &self.told {
            told_done(told, around, &mut body);
        }
        self.facts(&mut body, around);
        self.tabs(&mut body, event, around);
        match self.kind {
            None => {
                self.text(&mut body, event, around);
                if let Some(findings) = to_do.get(&position) {
                    body.words("h2", &[], around.say(words::TO_DO));
                    all_told(&mut body, findings, placed, around);
                }
                body.words("h2", &[], around.say(import_words::TITLE));
                file_form(&mut body, Some(event), None, None, around);
            }
            Some(kind) => {
                body.words("h2", &[], around.say(together(kind)));
                new_link(&mut body, kind, Some(event), around);
                if kind == Kind::Photo {
                    let count = self.survey.waiting_photos(event).len();
                    waiting(&mut body, event, count, around);
                }
                let rows = RecordRows {
                    survey: self.survey,
                    to_do: &to_do,
                    kind,
                    event: Some(event),
                    asked: self.asked,
                };
                rows.add(&mut body, around);
            }
        }
        let above = around.report.unwrap_or_default().to_owned();
        let page = DeskPage {
            title: &short_title(&placed.title(), around),
            trail: &[(above, "/".to_owned())],
            at: "",
            shown: self.survey.shown_at(placed),
        };
        page.with(around, &body)
    }

    /// When it was, and how it stands.
    fn facts(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let fields = &self.event.1.record.fields;
        html.element("p", &[("class", "soft")], |html| {
            if let Some(date) = fields.date(key::DATE) {
                html.text(&day_month_year(date.value, around.language));
                html.text(" ");
            }
            badges(html, fields, around);
        });
    }

    /// The ways to the parts of the event, with how much there is in each.
    fn tabs(&self, html: &mut DeskHtml, event: &str, around: Surroundings<'_>) {
        let label = around.say(words::PARTS_OF_EVENT);
        html.element("nav", &[("class", "tabs"), ("aria-label", label)], |html| {
            html.element("ul", &[], |html| {
                let parts = std::iter::once(None).chain(kinds().map(Some));
                for kind in parts {
                    html.element("li", &[], |html| {
                        let address = addresses::event(event, kind);
                        let mut link = vec![("href", address.as_str())];
                        if kind == self.kind {
                            link.push(("aria-current", "page"));
                        }
                        html.element("a", &link, |html| {
                            let name = kind.map_or(words::REPORT_TEXT, together);
                            html.text(around.say(name));
                            if let Some(kind) = kind {
                                let count = self.survey.of(kind, Some(event)).count();
                                html.text(" ");
                                html.words("span", &[("class", "count")], &count.to_string());
                            }
                        });
                    });
                }
            });
        });
    }

    /// The beginning of the report, and the way to its form.
    fn text(&self, html: &mut DeskHtml, event: &str, around: Surroundings<'_>) {
        let (_, placed) = self.event;
        html.words("h2", &[], around.say(words::REPORT_TEXT));
        let address = addresses::record(Kind::Event, Some(event), placed.id.as_str());
        let text = placed.record.fields.markdown(key::TEXT);
        let text = text.as_ref().map_or("", |text| text.value.text.trim());
        if text.is_empty() {
            html.words("p", &[("class", "soft")], around.say(words::NO_TEXT));
        } else {
            let count = text.split_whitespace().count();
            html.words("p", &[], &words::words_of_text(count, around.language));
            html.words("blockquote", &[], &plain(text, LONGEST_BEGINNING));
        }
        html.element("p", &[("class", "new")], |html| {
            let link = [("href", address.as_str()), ("class", "button")];
            html.words("a", &link, around.say(words::EDIT_EVENT));
        });
    }
}

/// All that is to be done about a record, each leading to its field.
fn all_told(
    html: &mut DeskHtml,
    findings: &[&DeskFinding],
    placed: &PlacedRecord<'_>,
    around: Surroundings<'_>,
) {
    let (kind, event) = (placed.record.kind, placed.record.event.as_deref());
    html.element("ul", &[("class", "todo")], |html| {
        for finding in findings {
            html.element("li", &[], |html| {
                let diagnostic = &finding.diagnostic;
                let code = diagnostic.code;
                marked(html, &code.message(around.language, &diagnostic.arguments));
                html.text(" ");
                let id = placed.id.as_str();
                let address = match finding.field {
                    Some(field) => addresses::field(kind, event, id, field),
                    None => addresses::record(kind, event, id),
                };
                html.words("a", &[("href", &address)], around.say(words::MEND));
            });
        }
    });
}
