//! Opening a report, and beginning one.

use std::path::Path;

use axum::http::StatusCode;

use super::answer::Answer;
use super::pages::layout::Surroundings;
use super::pages::start::{FOLDER, NAME, StartAsked, StartPage};
use super::requests::DeskRequest;
use super::studied::PageGiven;
use super::work::{DeskWork, FolderProblem};

/// The page with the reports.
pub(super) fn start(work: &mut impl DeskWork, asked: &DeskRequest, given: PageGiven<'_>) -> Answer {
    page(work, asked, given, None)
}

/// Opens the report in a folder.
pub(super) fn open(work: &mut impl DeskWork, asked: &DeskRequest, given: PageGiven<'_>) -> Answer {
    match work.open(Path::new(said(asked, FOLDER))) {
        Ok(()) => Answer::To("/".to_owned()),
        Err(problem) => page(work, asked, given, Some((StartAsked::Open, problem))),
    }
}

/// Begins a report in a new folder within the one that was shown.
pub(super) fn begin(work: &mut impl DeskWork, asked: &DeskRequest, given: PageGiven<'_>) -> Answer {
    let name = said(asked, NAME);
    let begun = if is_one_name(name) {
        work.begin(&Path::new(said(asked, FOLDER)).join(name))
    } else {
        Err(FolderProblem::NoName)
    };
    match begun {
        Ok(()) => Answer::To("/".to_owned()),
        Err(problem) => page(work, asked, given, Some((StartAsked::Begin, problem))),
    }
}

/// Whether this is the name of one folder on any system, and leads nowhere else.
fn is_one_name(name: &str) -> bool {
    let is_of_path = |sign: char| "/\\:*?\"<>|".contains(sign) || sign.is_control();
    !name.is_empty() && !name.starts_with('.') && !name.ends_with('.') && !name.contains(is_of_path)
}

fn said<'a>(asked: &'a DeskRequest, name: &'a str) -> &'a str {
    let posted = asked.form.as_ref().unwrap_or(&asked.query);
    posted.first(name).unwrap_or_default().trim()
}

fn page(
    work: &mut impl DeskWork,
    asked: &DeskRequest,
    given: PageGiven<'_>,
    problem: Option<(StartAsked, FolderProblem)>,
) -> Answer {
    let typed = said(asked, FOLDER);
    let named = Some(Path::new(typed)).filter(|_| !typed.is_empty());
    let (seen, problem) = match (work.look(named), problem) {
        (Ok(seen), problem) => (Some(seen), problem),
        (Err(found), problem) => {
            let problem = problem.unwrap_or((StartAsked::Open, found));
            (work.look(None).ok(), Some(problem))
        }
    };
    let status = match &problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = StartPage {
        recent: &work.recent(),
        seen,
        typed,
        name: said(asked, NAME),
        problem,
    };
    let around = Surroundings {
        language: work.language(),
        token: given.token,
        preview: given.preview,
        report: work.folder().map(|_| ""),
    };
    Answer::Page(status, page.html(around))
}
