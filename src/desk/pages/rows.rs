//! Lists of records: what each is called, how it stands, and what is still to be done. A long list
//! comes in parts, and can be narrowed to what holds some words.

use std::collections::HashMap;

use super::layout::{Surroundings, button};
use super::photos::small;
use crate::desk::addresses;
use crate::desk::html::DeskHtml;
use crate::desk::survey::{DeskFinding, Survey};
use crate::edit::proposal::PlacedRecord;
use crate::encode;
use crate::records::file_of_photo;
use crate::schema::value::{Fields, Value};
use crate::schema::{Kind, Shape, key};
use crate::words::Language;
use crate::words::desk as words;
use crate::words::phrases::capitalised;

/// How many records a part of a list holds.
const PART: usize = 100;

/// From how many records a list can be narrowed.
const NARROWED: usize = 12;

/// How much of a title is shown.
const LONGEST_TITLE: usize = 160;

/// How many things to do are told of a record.
const MOST_TOLD: usize = 3;

/// The control with the words to look for.
pub(in crate::desk) const WORDS: &str = "q";

/// The control with the part of the list, from 1.
pub(in crate::desk) const FROM: &str = "deel";

/// What is asked of a list.
#[derive(Debug, Clone, Copy)]
pub(in crate::desk) struct ListAsked<'a> {
    /// The words that titles are to hold.
    pub(in crate::desk) words: &'a str,
    /// Which part, from 1.
    pub(in crate::desk) part: usize,
}

/// What is to be done, by the position of the record.
pub(in crate::desk) type ToDo<'a> = HashMap<usize, Vec<&'a DeskFinding>>;

/// What is to be done, by record.
pub(in crate::desk) fn to_do(findings: &[DeskFinding]) -> ToDo<'_> {
    let mut all: ToDo<'_> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.asks_for_work()) {
        if let Some(record) = finding.record {
            all.entry(record).or_default().push(finding);
        }
    }
    all
}

/// A list of the records of a kind.
pub(in crate::desk) struct RecordRows<'a> {
    pub(in crate::desk) survey: &'a Survey<'a>,
    pub(in crate::desk) to_do: &'a ToDo<'a>,
    pub(in crate::desk) kind: Kind,
    pub(in crate::desk) event: Option<&'a str>,
    pub(in crate::desk) asked: ListAsked<'a>,
}

impl RecordRows<'_> {
    /// Adds the list, and the ways through it.
    pub(in crate::desk) fn add(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let all: Vec<_> = self.survey.of(self.kind, self.event).collect();
        if all.is_empty() {
            html.words("p", &[("class", "soft")], around.say(words::NOTHING_YET));
            return;
        }
        if all.len() >= NARROWED {
            self.narrowing(html, around);
        }
        let wanted = self.asked.words.trim().to_lowercase();
        let found: Vec<(usize, &PlacedRecord<'_>, String)> = all
            .into_iter()
            .map(|(position, placed)| (position, placed, title_of(placed)))
            .filter(|(_, _, title)| wanted.is_empty() || title.to_lowercase().contains(&wanted))
            .collect();
        if found.is_empty() {
            html.words("p", &[("role", "status")], around.say(words::NONE_FOUND));
            return;
        }
        let parts = found.len().div_ceil(PART);
        let part = self.asked.part.clamp(1, parts);
        html.element("ul", &[("class", "rows")], |html| {
            for (position, placed, title) in found.iter().skip((part - 1) * PART).take(PART) {
                html.element("li", &[], |html| {
                    self.row(html, *position, placed, title, around);
                });
            }
        });
        if parts > 1 {
            self.parts(html, part, parts, around);
        }
    }

    fn row(
        &self,
        html: &mut DeskHtml,
        position: usize,
        placed: &PlacedRecord<'_>,
        title: &str,
        around: Surroundings<'_>,
    ) {
        let address = addresses::record(self.kind, self.event, placed.id.as_str());
        if let (Some(event), Some(file)) = (self.event, file_of_photo(placed.record)) {
            small(html, event, &file, "");
        }
        html.words(
            "a",
            &[("href", &address), ("class", "title")],
            &short_title(title, around),
        );
        badges(html, &placed.record.fields, around);
        if let Some(findings) = self.to_do.get(&position) {
            told(html, findings, around);
        }
    }

    fn narrowing(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        html.element("form", &[("class", "line"), ("role", "search")], |html| {
            html.element("div", &[("class", "field")], |html| {
                let label = around.say(words::FIND_IN_LIST);
                html.words("label", &[("for", WORDS)], label);
                let mut control = vec![("type", "search"), ("id", WORDS), ("name", WORDS)];
                if !self.asked.words.is_empty() {
                    control.push(("value", self.asked.words));
                }
                html.empty("input", &control);
            });
            button(html, around.say(words::FIND));
        });
    }

    fn parts(&self, html: &mut DeskHtml, part: usize, parts: usize, around: Surroundings<'_>) {
        let at = addresses::listed(self.kind, self.event);
        let link = |part: usize| {
            let words = encode::name(self.asked.words);
            format!("{at}?{WORDS}={words}&{FROM}={part}")
        };
        let label = around.say(words::PARTS_OF_LIST);
        html.element(
            "nav",
            &[("class", "parts"), ("aria-label", label)],
            |html| {
                if part > 1 {
                    html.words(
                        "a",
                        &[("href", &link(part - 1))],
                        around.say(words::PART_BEFORE),
                    );
                }
                let which = words::part_of(&part, &parts);
                html.words("span", &[], which.get(around.language));
                if part < parts {
                    html.words(
                        "a",
                        &[("href", &link(part + 1))],
                        around.say(words::PART_AFTER),
                    );
                }
            },
        );
    }
}

/// What a record is called in a list: a photo by the name of its file.
fn title_of(placed: &PlacedRecord<'_>) -> String {
    match file_of_photo(placed.record) {
        Some(file) => file.rsplit('/').next().unwrap_or_default().to_owned(),
        None => placed.title(),
    }
}

/// A title on one line, and not too long.
pub(in crate::desk) fn short_title(title: &str, around: Surroundings<'_>) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return around.say(words::NO_TITLE).to_owned();
    }
    match line.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// How a record stands: whether it is a draft, and its status.
pub(in crate::desk) fn badges(html: &mut DeskHtml, fields: &Fields, around: Surroundings<'_>) {
    if is_draft(fields) {
        html.words("span", &[("class", "badge")], around.say(words::DRAFT));
    }
    if let Some(status) = status(fields, around.language) {
        html.words("span", &[("class", "status")], status);
    }
}

fn is_draft(fields: &Fields) -> bool {
    let has_drafts = fields
        .schema
        .iter()
        .any(|field| field.name.en == key::DRAFT);
    has_drafts && fields.bool(key::DRAFT).is_some_and(|draft| draft.value)
}

/// The word of a record's status.
fn status(fields: &Fields, language: Language) -> Option<&'static str> {
    let is_status = |name: &str| name == key::STATUS;
    let entry = fields
        .entries
        .iter()
        .find(|entry| is_status(fields.schema[entry.field].name.en))?;
    match (&entry.value.value, fields.schema[entry.field].shape) {
        (Value::Choice(position), Shape::Choice(all)) => {
            Some(all.get(*position)?.word.get(language))
        }
        _ => None,
    }
}

/// What is to be done about a record: the first few, and how many more.
fn told(html: &mut DeskHtml, findings: &[&DeskFinding], around: Surroundings<'_>) {
    html.element("ul", &[("class", "todo")], |html| {
        for finding in findings.iter().take(MOST_TOLD) {
            let class: &[(&str, &str)] = if finding.is_error() {
                &[("class", "wrong")]
            } else {
                &[]
            };
            html.element("li", class, |html| {
                let diagnostic = &finding.diagnostic;
                let code = diagnostic.code;
                marked(html, &code.message(around.language, &diagnostic.arguments));
            });
        }
        if let Some(more) = findings
            .len()
            .checked_sub(MOST_TOLD)
            .filter(|more| *more > 0)
        {
            html.words("li", &[], words::more_to_do(&more).get(around.language));
        }
    });
}

/// A message as a sentence of its own, in which words of files stand between backticks.
pub(in crate::desk) fn marked(html: &mut DeskHtml, message: &str) {
    html.coded(&capitalised(message));
}
