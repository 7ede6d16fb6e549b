//! Publishing: only where nothing is wrong and nothing that must be there is missing.

use axum::http::StatusCode;

use super::answer::Answer;
use super::pages::layout::Surroundings;
use super::pages::publish::{PublishPage, RECORD};
use super::places::PlaceProblem;
use super::posted::Posted;
use super::requests::DeskRequest;
use super::studied::{PageGiven, site};
use super::survey::DeskFinding;
use super::work::{DeskWork, Purpose};
use crate::pipeline::BuildTarget;

/// What stands behind the question mark once the site was made.
pub(super) const DONE: &str = "klaar";

/// Shows what would change.
pub(super) fn compare(
    work: &mut impl DeskWork,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    if let Some(answer) = not_yet(work, given) {
        return answer;
    }
    let folder = work.folder().unwrap_or_else(|| std::path::Path::new(""));
    let folder = folder.join(BuildTarget::Output.folder());
    let compared = work.compare();
    let is_done = asked.query.has(DONE);
    // A number that cannot be had is told by what else goes wrong.
    let addresses = work.new_addresses().unwrap_or_default();
    site(
        work,
        Purpose::Publishing,
        given,
        |survey, around| match &compared {
            Ok(compared) => {
                let page = match &compared.files {
                    Some(differences) => PublishPage::Differs {
                        folder: &folder,
                        differences,
                        is_done,
                        addresses,
                        places: &survey.study.config.publish,
                    },
                    None => PublishPage::NotYet,
                };
                Answer::fine(page.html(around))
            }
            Err(error) => unable(&error.message(around.language), around),
        },
    )
}

/// Makes the site.
pub(super) fn publish(work: &mut impl DeskWork, posted: &Posted, given: PageGiven<'_>) -> Answer {
    if let Some(answer) = not_yet(work, given) {
        return answer;
    }
    let recorded = if posted.has(RECORD) {
        work.record()
    } else {
        Ok(())
    };
    let done = recorded.and_then(|()| work.publish()?.ok_or(PlaceProblem::NotReady));
    site(work, Purpose::Publishing, given, |_, around| match &done {
        Ok(_) => Answer::To(format!("/publish?{DONE}")),
        Err(PlaceProblem::Machine(error)) => unable(&error.message(around.language), around),
        Err(_) => Answer::Page(StatusCode::CONFLICT, PublishPage::NotYet.html(around)),
    })
}

/// The page that refuses, where something keeps the site from being published.
pub(super) fn not_yet(work: &mut impl DeskWork, given: PageGiven<'_>) -> Option<Answer> {
    let mut is_ready = false;
    let answer = site(work, Purpose::Publishing, given, |survey, around| {
        is_ready = !survey.findings(false).iter().any(DeskFinding::is_error);
        Answer::Page(StatusCode::CONFLICT, PublishPage::NotYet.html(around))
    });
    (!is_ready).then_some(answer)
}

fn unable(reason: &str, around: Surroundings<'_>) -> Answer {
    let page = PublishPage::Failed(reason).html(around);
    Answer::Page(StatusCode::INTERNAL_SERVER_ERROR, page)
}
