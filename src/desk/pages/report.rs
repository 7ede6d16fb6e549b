//! A report: its events, newest first, what all of them share, and what can be done.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;

use super::layout::{DeskPage, Surroundings};
use super::rows::{ListAsked, RecordRows, ToDo, badges, short_title, to_do};
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::kind_names::together;
use crate::desk::survey::{DeskFinding, Survey};
use crate::edit::proposal::PlacedRecord;
use crate::schema::{Home, KINDS, Kind, KindSchema, key};
use crate::words::dates::day_month_year;
use crate::words::{desk as words, desk_imports as import_words};

/// How many events are shown before the others are asked for.
const MOST_EVENTS: usize = 500;

/// The page of the report that is open.
pub(in crate::desk) fn page(
    survey: &Survey<'_>,
    findings: &[DeskFinding],
    around: Surroundings<'_>,
) -> DeskHtml {
    let to_do = to_do(findings);
    let mut body = DeskHtml::new();
    let wrong = findings.iter().filter(|finding| finding.is_error()).count();
    if wrong > 0 {
        body.element("p", &[("class", "wrong")], |html| {
            html.text(&words::errors(wrong, around.language));
            html.text(" ");
            html.words("a", &[("href", "/check")], around.say(words::SEE_WHICH));
        });
    }
    body.element("div", &[("class", "columns")], |html| {
        html.element("section", &[("aria-labelledby", "bijeenkomsten")], |html| {
            html.words("h2", &[("id", "bijeenkomsten")], around.say(words::EVENTS));
            events(html, survey, &to_do, around);
        });
        html.element("section", &[("aria-labelledby", "doen")], |html| {
            html.words("h2", &[("id", "doen")], around.say(words::DO));
            html.element("ul", &[("class", "actions")], |html| {
                let new_event = addresses::new(Kind::Event, None);
                let import = addresses::import(None);
                for (address, name) in [
                    (new_event.as_str(), words::NEW_EVENT),
                    (import.as_str(), import_words::TITLE),
                    ("/check", words::CHECK),
                    ("/publish", words::PUBLISH),
                ] {
                    html.element("li", &[], |html| {
                        html.words("a", &[("href", address)], around.say(name));
                    });
                }
            });
            html.words("h2", &[], around.say(words::SHARED));
            html.element("ul", &[("class", "counts")], |html| {
                for schema in shared() {
                    let count = survey.of(schema.kind, None).count();
                    html.element("li", &[], |html| {
                        let address = addresses::list(schema.kind);
                        html.words(
                            "a",
                            &[("href", &address)],
                            around.say(together(schema.kind)),
                        );
                        html.text(" ");
                        html.words("span", &[("class", "count")], &count.to_string());
                    });
                }
            });
        });
    });
    let page = DeskPage {
        title: around.report.unwrap_or_default(),
        trail: &[],
        at: "/",
        shown: Some(survey.study.plan.addresses.below("/")),
    };
    page.with(around, &body)
}

/// The kinds of records that all events share.
fn shared() -> impl Iterator<Item = &'static KindSchema> {
    let is_shared = |schema: &&KindSchema| matches!(schema.home, Home::Shared | Home::Pages);
    KINDS.iter().filter(is_shared)
}

fn events(html: &mut DeskHtml, survey: &Survey<'_>, to_do: &ToDo<'_>, around: Surroundings<'_>) {
    let of_kind = survey
        .placed
        .iter()
        .filter(|placed| placed.record.kind == Kind::Event);
    let mut events: Vec<(Option<Date>, &PlacedRecord<'_>)> = of_kind
        .map(|placed| {
            let date = placed.record.fields.date(key::DATE);
            (date.map(|date| date.value), placed)
        })
        .collect();
    if events.is_empty() {
        html.words("p", &[("class", "soft")], around.say(words::NO_EVENTS));
        return;
    }
    events.sort_by_key(|(date, _)| Reverse(*date));
    let left = left_to_do(survey, to_do);
    html.element("ul", &[("class", "rows")], |html| {
        for (date, placed) in events.iter().take(MOST_EVENTS) {
            let Some(event) = placed.record.event.as_deref() else {
                continue;
            };
            html.element("li", &[], |html| {
                let address = addresses::event(event, None);
                html.words(
                    "a",
                    &[("href", &address), ("class", "title")],
                    &short_title(&placed.title(), around),
                );
                badges(html, &placed.record.fields, around);
                html.element("p", &[("class", "soft")], |html| {
                    if let Some(date) = date {
                        html.text(&day_month_year(*date, around.language));
                    }
                    if let Some(left) = left.get(event) {
                        html.text(" · ");
                        html.text(&words::things_to_do(*left, around.language));
                    }
                });
            });
        }
    });
    if let Some(more) = events
        .len()
        .checked_sub(MOST_EVENTS)
        .filter(|more| *more > 0)
    {
        html.words("p", &[], words::more_events(&more).get(around.language));
    }
}

/// How many things are to be done in each event, by its folder.
fn left_to_do<'a>(survey: &'a Survey<'_>, to_do: &ToDo<'_>) -> HashMap<&'a str, usize> {
    let mut left = HashMap::new();
    for (position, placed) in survey.placed.iter().enumerate() {
        if let (Some(event), Some(found)) = (&placed.record.event, to_do.get(&position)) {
            *left.entry(event.as_str()).or_default() += found.len();
        }
    }
    left
}

/// The list of the records of a kind that all events share.
pub(in crate::desk) fn list(
    survey: &Survey<'_>,
    findings: &[DeskFinding],
    kind: Kind,
    asked: ListAsked<'_>,
    around: Surroundings<'_>,
) -> DeskHtml {
    let schema = kind.schema();
    let title = around.say(together(kind));
    let mut body = DeskHtml::new();
    body.words("p", &[("class", "lead")], schema.about.get(around.language));
    super::event::new_link(&mut body, kind, None, around);
    let to_do = to_do(findings);
    let rows = RecordRows {
        survey,
        to_do: &to_do,
        kind,
        event: None,
        asked,
    };
    rows.add(&mut body, around);
    let above = around.report.unwrap_or_default().to_owned();
    let page = DeskPage {
        title,
        trail: &[(above, "/".to_owned())],
        at: "",
        shown: None,
    };
    page.with(around, &body)
}
