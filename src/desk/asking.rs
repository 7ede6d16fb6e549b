//! Asks about photos what can be seen and whether they may be shown, and saves what is said.

use axum::http::StatusCode;

use super::answer::Answer;
use super::committing::{Change, ChangeOutcome};
use super::forms::{RecordPlace, as_sentences};
use super::html::DeskHtml;
use super::pages::layout::{DeskPage, Surroundings, told_saved};
use super::photos::{FOLLOWING, PHOTO, PhotoSheet, RefusedPhoto};
use super::posted::Posted;
use super::requests::DeskRequest;
use super::studied::{PageGiven, failed, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use super::writing::{SAVED, saved_at, saved_files, trail};
use super::{addresses, pages};
use crate::schema::Kind;
use crate::source::SourcePath;
use crate::words::{importing, photos as words};

/// What stands in the address that follows for a photo that was there already, for a file that was
/// not taken in, and where no file came.
pub(super) const THERE: &str = "al";
pub(super) const NOT_TAKEN: &str = "nee";
pub(super) const NOTHING: &str = "geen";

/// How often is tried again what somebody else changed while it was being saved.
const TRIES: usize = 3;

/// The most files that are told of.
const MOST_FILES: usize = 2_000;

/// The controls of a small picture.
const EVENT: &str = "event";
const FILE: &str = "file";

/// Asks about the photos that the address names; about all that wait where it names none.
pub(super) fn ask(
    work: &mut impl DeskWork,
    event: &str,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        if survey.event(event).is_none() {
            return nothing_there(around.language);
        }
        let query = &asked.query;
        let names_some = [PHOTO, THERE, NOT_TAKEN, NOTHING]
            .iter()
            .any(|name| query.has(name));
        let files = if names_some {
            let waiting = survey.waiting_photos(event);
            let there = query
                .all(THERE)
                .filter(|file| waiting.iter().any(|own| own == file));
            let files = query.all(PHOTO).chain(there);
            files.map(ToOwned::to_owned).collect()
        } else {
            survey.waiting_photos(event)
        };
        let mut sheet = PhotoSheet::of(survey, event, files);
        sheet.add_there(survey, query.all(THERE));
        sheet.is_new = query.has(PHOTO) && !query.has(SAVED);
        let not_taken = query.all(NOT_TAKEN).take(MOST_FILES);
        sheet.not_taken = not_taken.filter_map(RefusedPhoto::read).collect();
        if query.has(NOTHING) {
            sheet.wrong.push(around.say(words::NONE_CHOSEN).to_owned());
        }
        let saved = saved_files(asked, survey);
        Answer::fine(page(survey, &sheet, &saved, around))
    })
}

/// Saves what was said of photos, or asks again.
pub(super) fn say(
    work: &mut impl DeskWork,
    event: &str,
    posted: &Posted,
    given: PageGiven<'_>,
) -> Answer {
    let mut wrong = Vec::new();
    for _ in 0..TRIES {
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            if survey.event(event).is_none() {
                return nothing_there(around.language);
            }
            let mut sheet = PhotoSheet::returned(survey, event, posted);
            let Some((rewrite, count)) = sheet.sent(survey) else {
                return again(survey, &sheet, around);
            };
            let files: Vec<SourcePath> = rewrite.texts.keys().cloned().collect();
            if !rewrite.is_empty() {
                let photos = importing::PHOTO.counted(count, around.language);
                let what = words::said_of(&photos).get(around.language).to_owned();
                to_save = Some((Change::of(survey, rewrite, what), around.language));
            }
            Answer::To(next(&sheet, &files))
        });
        let Some((change, language)) = to_save else {
            return answer;
        };
        match change.commit(work) {
            Ok(ChangeOutcome::Saved) => return answer,
            Ok(ChangeOutcome::ChangedMeanwhile) => {}
            Ok(ChangeOutcome::Wrong(found, builder)) => {
                wrong = as_sentences(&found, builder.sources(), language);
                break;
            }
            Err(error) => return failed(&error, language),
        }
    }
    site(work, Purpose::Writing, given, |survey, around| {
        let mut sheet = PhotoSheet::returned(survey, event, posted);
        if wrong.is_empty() {
            wrong.push(around.say(words::NOT_SAVED).to_owned());
        }
        sheet.wrong.append(&mut wrong);
        again(survey, &sheet, around)
    })
}

/// The page that says why nothing was saved.
pub(super) fn refused(
    work: &mut impl DeskWork,
    event: &str,
    wrong: Vec<String>,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let mut sheet = PhotoSheet::of(survey, event, None);
        sheet.wrong = wrong;
        again(survey, &sheet, around)
    })
}

/// The page that follows: of the photos that are still to be asked about, else the list.
fn next(sheet: &PhotoSheet, saved: &[SourcePath]) -> String {
    if sheet.following.is_empty() {
        let list = addresses::event(&sheet.event, Some(Kind::Photo));
        return match saved {
            [] => list,
            saved => saved_at(&list, saved),
        };
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    for file in &sheet.following {
        query.append_pair(PHOTO, file);
    }
    let address = saved_at(&addresses::photos(&sheet.event), saved);
    format!("{address}&{}", query.finish())
}

fn again(survey: &Survey<'_>, sheet: &PhotoSheet, around: Surroundings<'_>) -> Answer {
    let page = page(survey, sheet, &[], around);
    Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
}

fn page(
    survey: &Survey<'_>,
    sheet: &PhotoSheet,
    saved: &[String],
    around: Surroundings<'_>,
) -> DeskHtml {
    let mut body = DeskHtml::new();
    told_saved(saved, around, &mut body);
    pages::photos::sheet(sheet, FOLLOWING, &mut body, around);
    let place = RecordPlace::new(Kind::Photo, Some(&sheet.event));
    let page = DeskPage {
        title: around.say(words::ASK_TITLE),
        trail: &trail(survey, &place, around),
        at: "",
        shown: None,
    };
    page.with(around, &body)
}

/// A small picture of a photo.
pub(super) fn small(work: &mut impl DeskWork, asked: &DeskRequest) -> Answer {
    let said = |name| asked.query.first(name).unwrap_or_default();
    match work.small_picture(said(EVENT), said(FILE)) {
        Some(bytes) => Answer::Picture(bytes),
        None => nothing_there(work.language()),
    }
}
