//! Has the report studied that is open, and answers with what is in it.

use axum::http::StatusCode;

use super::answer::Answer;
use super::pages::layout::Surroundings;
use super::pages::refusal;
use super::sent_files::SentFiles;
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::edit::proposal::{HeldRecords, Site};
use crate::error::Error;
use crate::intake::rows::Known;
use crate::schema::Kind;
use crate::words::{Language, desk as words};

/// What stands in every page.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageGiven<'a> {
    /// The token of this run.
    pub(super) token: &'a str,
    /// The origin of the preview.
    pub(super) preview: Option<&'a str>,
    /// The files that were sent to be taken over.
    pub(super) sent: &'a SentFiles,
}

/// Answers with the report as it stands on the disk now; with what is wrong where it cannot be read
/// at all.
pub(super) fn site(
    work: &mut impl DeskWork,
    purpose: Purpose,
    given: PageGiven<'_>,
    made: impl FnOnce(&Survey<'_>, Surroundings<'_>) -> Answer,
) -> Answer {
    let language = work.language();
    let studied = match work.study(purpose) {
        Ok(studied) => studied,
        Err(error) => return failed(&error, language),
    };
    let Some(study) = studied.study else {
        let page = refusal::unreadable(studied.diagnostics, studied.sources, language);
        return Answer::Page(StatusCode::CONFLICT, page);
    };
    let language = study.config.language();
    let known = Known::of(&study.report, None, language);
    let id_of = |kind: Kind, word: &str| known.id_of(kind, word);
    let held = HeldRecords::of(Site {
        report: &study.report,
        files: &study.files,
        sources: studied.sources,
        language,
        id_of: &id_of,
    });
    let survey = Survey {
        study,
        sources: studied.sources,
        diagnostics: studied.diagnostics,
        language,
        placed: held.placed(),
    };
    let around = Surroundings {
        language,
        token: given.token,
        preview: given.preview,
        report: Some(&study.config.title.original),
    };
    made(&survey, around)
}

/// The page where the machine failed.
pub(super) fn failed(error: &Error, language: Language) -> Answer {
    let page = refusal::failed(&error.message(language), language);
    Answer::Page(StatusCode::INTERNAL_SERVER_ERROR, page)
}

/// The page where there is none.
pub(super) fn nothing_there(language: Language) -> Answer {
    let page = refusal::page(words::NO_PAGE, words::BACK_TO_START, language);
    Answer::Page(StatusCode::NOT_FOUND, page)
}
