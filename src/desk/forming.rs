//! The form of a record, and what becomes of it when it comes back: it goes back with what is wrong,
//! or it is saved.

use axum::http::StatusCode;

use super::addresses;
use super::answer::Answer;
use super::forms::{Form, RecordPlace};
use super::html::Html;
use super::kind_names::together;
use super::pages::layout::{DeskPage, Surroundings};
use super::pages::rows::short_title;
use super::posted::Posted;
use super::requests::DeskRequest;
use super::routes::nothing_there;
use super::saving::{Sent, sent};
use super::search::SiteNames;
use super::security::TOKEN;
use super::site::DeskSite;
use super::studied::{Given, failed, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::error::Error;
use crate::schema::{Home, Kind};
use crate::source::{SourcePath, Sources};
use crate::words::desk as words;

/// What stands behind the question mark once something was saved.
const SAVED: &str = "bewaard";

/// How often a form is merged anew because a file changed while it was saved.
const TRIES: usize = 3;

/// Shows the form of a record, or of a new one.
pub(super) fn show(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    asked: &DeskRequest,
    given: Given<'_>,
) -> Answer {
    let is_saved = asked.query.has(SAVED);
    site(work, Purpose::Writing, given, |survey, around| {
        let names = SiteNames::default();
        match Form::of(at_desk(survey, &names), place) {
            Some(form) => Answer::fine(page(survey, &form, is_saved, around)),
            None => nothing_there(around.language),
        }
    })
}

/// Takes a form that came back.
pub(super) fn send(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    posted: &Posted,
    given: Given<'_>,
) -> Answer {
    for _ in 0..TRIES {
        match attempt(work, place, posted, given) {
            Err(Error::ChangedMeanwhile { .. }) => {}
            Err(error) => return failed(&error, work.language()),
            Ok(answer) => return answer,
        }
    }
    match attempt(work, place, posted, given) {
        Err(error) => failed(&error, work.language()),
        Ok(answer) => answer,
    }
}

/// What is wrong already, by which a mistake is known that a change does not make.
type Known = (Diagnostic, Option<SourcePath>);

/// Reads the form, merges it with what stands on the disk now, and saves what came of that.
fn attempt(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    posted: &Posted,
    given: Given<'_>,
) -> Result<Answer, Error> {
    let mut next = None;
    let answer = site(work, Purpose::Writing, given, |survey, around| {
        let names = SiteNames::default();
        match sent(at_desk(survey, &names), place, posted) {
            Sent::Again(form) => {
                let status = if form.is_wrong() {
                    StatusCode::UNPROCESSABLE_ENTITY
                } else {
                    StatusCode::OK
                };
                Answer::Page(status, page(survey, &form, false, around))
            }
            Sent::Nowhere => nothing_there(around.language),
            Sent::Unchanged => Answer::To(format!("{place}")),
            Sent::Save(saving) => {
                next = Some((saving, errors(survey.diagnostics, survey.sources)));
                Answer::To(format!("{place}"))
            }
        }
    });
    let Some((saving, before)) = next else {
        return Ok(answer);
    };
    let tried = work.try_out(&saving.rewrite)?;
    let sources = tried.builder.sources();
    let new = new_errors(&before, &tried.diagnostics, sources);
    if !new.is_empty() {
        return Ok(site(work, Purpose::Writing, given, |survey, around| {
            let names = SiteNames::default();
            let form = saving.refused(at_desk(survey, &names), &new, sources);
            let page = page(survey, &form, false, around);
            Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
        }));
    }
    work.save(&saving.rewrite)?;
    Ok(site(work, Purpose::Writing, given, |survey, _| {
        let names = SiteNames::default();
        let saved = saving.place_in(at_desk(survey, &names));
        Answer::To(format!("{}?{SAVED}", saved.as_ref().unwrap_or(place)))
    }))
}

/// The mistakes among what is said, each with its file.
fn errors(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Known> {
    let errors = diagnostics.iter();
    let errors = errors.filter(|found| found.severity() == Severity::Error);
    errors
        .map(|found| (found.clone(), file_of(found, sources)))
        .collect()
}

/// The mistakes that were not there before. Places move with each change, so a mistake is known by
/// what it says and by its file.
fn new_errors(before: &[Known], diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Diagnostic> {
    let mut left: Vec<&Known> = before.iter().collect();
    let mut new = Vec::new();
    for (found, file) in errors(diagnostics, sources) {
        let is_it = |known: &&Known| {
            known.0.code == found.code && known.0.arguments == found.arguments && known.1 == file
        };
        match left.iter().position(is_it) {
            Some(position) => {
                left.swap_remove(position);
            }
            None => new.push(found),
        }
    }
    new
}

fn file_of(found: &Diagnostic, sources: &Sources) -> Option<SourcePath> {
    match &found.place {
        Place::Text(span) => Some(sources.file(span.file).path.clone()),
        Place::Path(path) => Some(path.clone()),
        Place::Cell(_) | Place::Site => None,
    }
}

fn at_desk<'a>(survey: &Survey<'a>, names: &'a SiteNames) -> DeskSite<'a> {
    DeskSite {
        study: survey.study,
        sources: survey.sources,
        names,
    }
}

/// The page around a form.
fn page(survey: &Survey<'_>, form: &Form, is_saved: bool, around: Surroundings<'_>) -> Html {
    let language = around.language;
    let place = &form.place;
    let mut body = Html::new();
    if let Some(file) = form.file.as_ref().filter(|_| is_saved) {
        body.element("p", &[("class", "done"), ("role", "status")], |html| {
            html.text(words::saved(file).get(language));
        });
    }
    body.add(&form.html(language, &[(TOKEN, around.token)]));
    let placed = place.id.as_ref().and_then(|id| {
        let mut of_kind = survey.of(place.kind, place.event.as_deref());
        of_kind.find(|(_, placed)| placed.id == *id)
    });
    let page = DeskPage {
        title: &form.heading(language),
        trail: &trail(survey, place, around),
        at: "",
        shown: placed.and_then(|(_, placed)| survey.shown_at(placed)),
    };
    page.with(around, &body)
}

/// The way to a form: the report, the event, and the list in which its record stands.
fn trail(
    survey: &Survey<'_>,
    place: &RecordPlace,
    around: Surroundings<'_>,
) -> Vec<(String, String)> {
    let mut trail = vec![(around.report.unwrap_or_default().to_owned(), "/".to_owned())];
    let event = place.event.as_deref();
    if let Some((of, (_, placed))) = event.and_then(|event| Some((event, survey.event(event)?))) {
        let title = short_title(&placed.title(), around);
        trail.push((title, addresses::event(of, None)));
    }
    let is_of_event = event.is_some();
    if place.kind != Kind::Event && (is_of_event || has_list(place.kind)) {
        let list = addresses::listed(place.kind, event);
        trail.push((around.say(together(place.kind)).to_owned(), list));
    }
    trail
}

/// Whether the records of a kind that belong to no event are listed on a page.
fn has_list(kind: Kind) -> bool {
    matches!(kind.schema().home, Home::Shared | Home::Pages)
}
