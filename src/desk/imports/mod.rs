//! Files of other programs that are sent to the desk. What would become of one is shown first, and
//! only what was ticked and chosen there is written: by the same change, check and undo as a form.
//!
//! Between the two the bytes stay in memory, and what they become is worked out anew. Where that is
//! not what was shown, since somebody changed the report, it is shown again.

mod around_file;
mod asked;
mod chosen;
mod counts;
mod documents;
mod lists;
mod records;
mod records_page;
mod taking;

use axum::http::StatusCode;

use self::around_file::FilePage;
use self::asked::{DATE, ImportAsked};
use self::counts::TakeoverCounts;
use self::documents::{SentDocument, day};
use self::lists::SentList;
use super::addresses::{self, NO_EVENT};
use super::answer::Answer;
use super::forms::as_sentence;
use super::html::DeskHtml;
use super::pages::file_form::{FILE, file_form};
use super::pages::layout::{DeskPage, Surroundings, button};
use super::pages::refusal;
use super::pages::rows::short_title;
use super::posted::Posted;
use super::requests::DeskRequest;
use super::sent_files::KeptUpload;
use super::studied::{PageGiven, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::edit::proposal::PlacedRecord;
use crate::id::Id;
use crate::schema::{Kind, key};
use crate::source::Sources;
use crate::takeover::{Received, received};
use crate::words::{Bilingual, Language, desk_imports as words};

/// The control with the event that a file is for.
const EVENT: &str = "bijeenkomst";

/// The control with the key of a file that was sent before.
const KEY: &str = "sleutel";

/// The events that are offered, newest first.
const MOST_EVENTS: usize = 500;

/// Answers what is asked below `/import`.
pub(super) fn answer(
    work: &mut impl DeskWork,
    names: &[&str],
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    match (&asked.form, names) {
        (None, []) => match (asked.query.first(KEY), asked.query.first(EVENT)) {
            (Some(key), Some(event)) => Answer::To(addresses::import_of(Some(event), key)),
            _ => form_page(work, None, None, StatusCode::OK, given),
        },
        (None, [event]) => form_page(work, Some(event), None, StatusCode::OK, given),
        (Some(posted), []) => {
            let event = posted.first(EVENT).filter(|event| !event.is_empty());
            let event = event.map(ToOwned::to_owned);
            sent(work, event.as_deref(), posted, asked, given)
        }
        (Some(posted), [event]) => sent(work, Some(event), posted, asked, given),
        (posted, [event, key]) => seen(work, (event, key), posted.as_ref(), asked, given),
        _ => nothing_there(work.language()),
    }
}

/// What the address of an event says was taken over just now.
pub(super) fn told(asked: &DeskRequest, language: Language) -> Option<String> {
    TakeoverCounts::told(&asked.query, language)
}

/// Keeps a file that was sent, and leads to what becomes of it.
fn sent(
    work: &mut impl DeskWork,
    event: Option<&str>,
    posted: &Posted,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    let mut files = asked.files.iter();
    let Some(file) = files.find(|file| file.control == FILE) else {
        let (wrong, status) = (words::CHOOSE_FILE, StatusCode::UNPROCESSABLE_ENTITY);
        return form_page(work, event, Some(wrong), status, given);
    };
    match given.sent.keep(&file.name, &file.bytes) {
        Ok(key) => {
            let said = ImportAsked {
                date: posted.first(DATE).unwrap_or_default().to_owned(),
                ..ImportAsked::default()
            };
            Answer::To(addresses::import_of(event, &key) + &said.query())
        }
        Err(error) => {
            let page = refusal::failed(&error.to_string(), work.language());
            Answer::Page(StatusCode::INTERNAL_SERVER_ERROR, page)
        }
    }
}

/// Shows what becomes of a file, or takes it over.
fn seen(
    work: &mut impl DeskWork,
    (event, key): (&str, &str),
    posted: Option<&Posted>,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    let event = Some(event).filter(|event| *event != NO_EVENT);
    let Some(file) = given.sent.of(key) else {
        let (wrong, status) = (words::CHOOSE_AGAIN, StatusCode::GONE);
        return form_page(work, event, Some(wrong), status, given);
    };
    let event = match event.map(Id::new) {
        Some(None) => return nothing_there(work.language()),
        event => event.flatten(),
    };
    let asked = ImportAsked::of(&asked.query);
    let received = received(&file.bytes);
    match (&received, &event) {
        (Received::Refused(refused), _) => {
            let wrong = refused.diagnostic(&file.path());
            let wrong = as_sentence(&wrong, &Sources::default(), work.language());
            refused_page(work, &file, event.as_ref(), &[wrong], given)
        }
        (Received::Document(document), event) => SentDocument {
            file: &file,
            document,
            event: event.as_ref(),
            asked: &asked,
        }
        .answer(work, posted, given),
        (Received::Table | Received::Programme, Some(event)) => SentList {
            file: &file,
            received: &received,
            event,
            asked: &asked,
        }
        .answer(work, posted, given),
        (Received::Table | Received::Programme, None) => event_asked(work, &file, given),
    }
}

/// Says that a file is of no kind that is read, or made so that it is not.
fn refused_page(
    work: &mut impl DeskWork,
    file: &KeptUpload,
    event: Option<&Id>,
    wrong: &[String],
    given: PageGiven<'_>,
) -> Answer {
    let event = event.map(Id::as_str);
    site(work, Purpose::Writing, given, |survey, around| {
        let page = FilePage {
            survey,
            file,
            event,
            asked: &ImportAsked::default(),
            wrong,
        };
        let mut body = DeskHtml::new();
        file_form(&mut body, event, None, None, around);
        let page = page.with(words::NOT_READ, &body, around);
        Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
    })
}

/// Asks which event a list or a programme is of.
fn event_asked(work: &mut impl DeskWork, file: &KeptUpload, given: PageGiven<'_>) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let page = FilePage {
            survey,
            file,
            event: None,
            asked: &ImportAsked::default(),
            wrong: &[],
        };
        let mut body = DeskHtml::new();
        body.words("p", &[("class", "lead")], around.say(words::SAY_EVENT));
        let address = addresses::import(None);
        let attributes = [("action", address.as_str()), ("class", "record")];
        body.element("form", &attributes, |html| {
            let key = [
                ("type", "hidden"),
                ("name", KEY),
                ("value", file.key.as_str()),
            ];
            html.empty("input", &key);
            events(html, survey, false, around);
            button(html, around.say(words::GO_ON));
        });
        Answer::fine(page.with(words::NOTHING_WRITTEN, &body, around))
    })
}

/// The page with the form for a file, of an event or of one that is asked for.
fn form_page(
    work: &mut impl DeskWork,
    event: Option<&str>,
    wrong: Option<Bilingual>,
    status: StatusCode,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let placed = event.and_then(|event| survey.event(event));
        if event.is_some() && placed.is_none() {
            return nothing_there(around.language);
        }
        let mut trail = vec![(around.report.unwrap_or_default().to_owned(), "/".to_owned())];
        let mut body = DeskHtml::new();
        match (event, placed) {
            (Some(event), Some((_, placed))) => {
                let title = short_title(&placed.title(), around);
                trail.push((title, addresses::event(event, None)));
                file_form(&mut body, Some(event), None, wrong, around);
            }
            _ => {
                let mut more = DeskHtml::new();
                events(&mut more, survey, true, around);
                day(&mut more, "", around);
                file_form(&mut body, None, Some(&more), wrong, around);
            }
        }
        let title = if status == StatusCode::GONE {
            words::FILE_GONE
        } else {
            words::TITLE
        };
        let page = DeskPage {
            title: around.say(title),
            trail: &trail,
            at: "",
            shown: None,
        };
        Answer::Page(status, page.with(around, &body))
    })
}

/// Asks for an event, a new one too where there may be one.
fn events(html: &mut DeskHtml, survey: &Survey<'_>, may_be_new: bool, around: Surroundings<'_>) {
    let of_kind = survey
        .placed
        .iter()
        .filter(|placed| placed.record.kind == Kind::Event);
    let mut events: Vec<&PlacedRecord<'_>> = of_kind.collect();
    let date = |placed: &PlacedRecord<'_>| placed.record.fields.date(key::DATE);
    events.sort_by_key(|placed| std::cmp::Reverse(date(placed).map(|date| date.value)));
    html.element("div", &[("class", "field")], |html| {
        html.words("label", &[("for", EVENT)], around.say(words::WHICH_EVENT));
        html.element("select", &[("id", EVENT), ("name", EVENT)], |html| {
            for placed in events.iter().take(MOST_EVENTS) {
                let Some(event) = placed.record.event.as_deref() else {
                    continue;
                };
                let title = short_title(&placed.title(), around);
                html.words("option", &[("value", event)], &title);
            }
            if may_be_new {
                let new = around.say(words::NEW_EVENT);
                html.words("option", &[("value", "")], new);
            }
        });
    });
}
