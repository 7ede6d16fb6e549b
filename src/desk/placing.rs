//! A place where the site is published: what would change there, what a person has to say first, and
//! doing it.

use axum::http::StatusCode;

use super::answer::Answer;
use super::pages::place::{self, PlacePage, PlaceStep, PlaceTold};
use super::pages::place_problem::{ADOPT, OVERWRITE, SECRET, SERVER_KEY, UNLOCK};
use super::pages::publish::RECORD;
use super::places::{PlaceAnswers, PlaceProblem};
use super::posted::Posted;
use super::publishing::{DONE, not_yet};
use super::requests::DeskRequest;
use super::studied::{PageGiven, site};
use super::work::{DeskWork, Purpose};
use crate::publish::PublishOptions;

/// Shows a place, with what was put there last.
pub(super) fn shown(
    work: &mut impl DeskWork,
    name: &str,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    if let Some(answer) = not_yet(work, given) {
        return answer;
    }
    let answers = PlaceAnswers::default();
    let told = if asked.query.has(DONE) {
        PlaceTold::Done
    } else {
        PlaceTold::Begin
    };
    page(work, name, &answers, &told, given)
}

/// Looks at a place, or puts the site there.
pub(super) fn act(
    work: &mut impl DeskWork,
    name: &str,
    posted: &Posted,
    given: PageGiven<'_>,
) -> Answer {
    if let Some(answer) = not_yet(work, given) {
        return answer;
    }
    let answers = answers(posted);
    let step = PlaceStep::of(posted.first(place::STEP));
    let done = match step {
        PlaceStep::Look => work.look_there(name, &answers).map(Some),
        PlaceStep::Put => work.put_there(name, &answers).map(|()| None),
    };
    let told = match done {
        Ok(Some(seen)) => PlaceTold::Seen {
            seen: Box::new(seen),
            is_other: false,
        },
        Ok(None) => return Answer::To(format!("/publish/{name}?{DONE}")),
        Err(PlaceProblem::OtherThanSeen(seen)) => PlaceTold::Seen {
            seen,
            is_other: true,
        },
        Err(problem) => PlaceTold::Problem(problem, step),
    };
    page(work, name, &answers, &told, given)
}

fn page(
    work: &mut impl DeskWork,
    name: &str,
    answers: &PlaceAnswers,
    told: &PlaceTold,
    given: PageGiven<'_>,
) -> Answer {
    // A number that cannot be had is told by what else goes wrong.
    let addresses = match told {
        PlaceTold::Seen { .. } => work.new_addresses().unwrap_or_default(),
        _ => 0,
    };
    let done = match told {
        PlaceTold::Done => work
            .done_there(name)
            .map(|done| place::done_words(done, work.language())),
        _ => None,
    };
    site(work, Purpose::Publishing, given, |survey, around| {
        let mut places = survey.study.config.publish.iter();
        let place = places.find(|place| place.name.as_str() == name);
        let page = PlacePage {
            name,
            place,
            base_url: &survey.study.config.base_url,
            answers,
            addresses,
            done: done.as_deref(),
            told,
        };
        Answer::Page(status(place.is_some(), told), page.html(around))
    })
}

fn status(is_there: bool, told: &PlaceTold) -> StatusCode {
    match told {
        _ if !is_there => StatusCode::NOT_FOUND,
        PlaceTold::Problem(PlaceProblem::Machine(_), _) => StatusCode::INTERNAL_SERVER_ERROR,
        PlaceTold::Problem(..) | PlaceTold::Seen { is_other: true, .. } => StatusCode::CONFLICT,
        PlaceTold::Begin | PlaceTold::Done | PlaceTold::Seen { .. } => StatusCode::OK,
    }
}

/// What a person said in a form.
fn answers(posted: &Posted) -> PlaceAnswers {
    let said = |name: &str| {
        let said = posted.first(name).filter(|said| !said.is_empty());
        said.map(ToOwned::to_owned)
    };
    PlaceAnswers {
        allowed: PublishOptions {
            adopt: posted.has(ADOPT),
            overwrite: posted.has(OVERWRITE),
            unlock: posted.has(UNLOCK),
        },
        server_key: said(SERVER_KEY),
        secret: said(SECRET),
        records: posted.has(RECORD),
        seen: said(place::SEEN),
    }
}
