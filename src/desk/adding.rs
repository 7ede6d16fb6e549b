//! Takes in the files of photos that were sent, and writes those that can be with a record each.

use std::collections::BTreeSet;

use super::addresses;
use super::answer::Answer;
use super::asking::{NOT_TAKEN, NOTHING, THERE, refused};
use super::committing::{Change, ChangeOutcome};
use super::forms::as_sentences;
use super::photos::{PHOTO, RefusedPhoto};
use super::requests::DeskRequest;
use super::studied::{PageGiven, failed, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::edit::proposal::{Proposal, merge};
use crate::edit::{NewPhoto, ShelvedPicture, numbered_name, picture_name};
use crate::pictures::taken_in;
use crate::records::shows_photos_by_itself;
use crate::words::{importing, photos as words};

/// The control with the files.
const FILES: &str = "fotos";

/// How often is tried again what somebody else changed while it was being saved.
const TRIES: usize = 3;

/// What became of the files that were sent.
#[derive(Default)]
struct Added {
    /// The files of photos that are new.
    new: Vec<String>,
    /// The files of photos that were there.
    there: Vec<String>,
    not_taken: Vec<RefusedPhoto>,
}

/// Adds the photos that were sent to an event, and leads to the page that asks about them.
pub(super) fn add(
    work: &mut impl DeskWork,
    event: &str,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    let language = work.language();
    let mut pictures: Vec<(String, Vec<u8>)> = Vec::new();
    let mut added = Added::default();
    for file in asked.files.iter().filter(|file| file.control == FILES) {
        // Some browsers send a whole path.
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        match taken_in(file.bytes.to_vec()) {
            Ok(taken) => {
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                let number = pictures.len() + 1;
                let stem = picture_name(stem).unwrap_or_else(|| numbered_name(number, language));
                pictures.push((stem, taken.bytes));
            }
            Err(fault) => added.not_taken.push(RefusedPhoto::of(name, fault)),
        }
    }
    for _ in 0..TRIES {
        let shelved = match work.shelve(event, &pictures) {
            Ok(shelved) => shelved,
            Err(error) => return failed(&error, language),
        };
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            if survey.event(event).is_none() {
                return nothing_there(around.language);
            }
            to_save = added.change(survey, event, &pictures, &shelved);
            Answer::To(added.address(event))
        });
        let Some(change) = to_save else {
            return answer;
        };
        match change.commit(work) {
            Ok(ChangeOutcome::Saved) => return answer,
            Ok(ChangeOutcome::ChangedMeanwhile) => {}
            Ok(ChangeOutcome::Wrong(found, builder)) => {
                let wrong = as_sentences(&found, builder.sources(), language);
                return refused(work, event, wrong, given);
            }
            Err(error) => return failed(&error, language),
        }
    }
    let wrong = vec![words::NOT_SAVED.get(language).to_owned()];
    refused(work, event, wrong, given)
}

impl Added {
    /// The change that adds what is new; nothing where nothing is.
    fn change(
        &mut self,
        survey: &Survey<'_>,
        event: &str,
        pictures: &[(String, Vec<u8>)],
        shelved: &[ShelvedPicture],
    ) -> Option<Change> {
        (self.new, self.there) = (Vec::new(), Vec::new());
        let needs_no = survey
            .event(event)
            .is_some_and(|(_, placed)| shows_photos_by_itself(placed.record));
        let mut proposal = Proposal::default();
        let mut files = Vec::new();
        let mut seen = BTreeSet::new();
        for (picture, (_, bytes)) in shelved.iter().zip(pictures) {
            if picture.is_new {
                files.push((picture.path.clone(), bytes.clone()));
            }
            let is_there = survey.photo_of(event, &picture.file).is_some();
            if is_there || !seen.insert(picture.file.as_str()) {
                self.there.push(picture.file.clone());
                continue;
            }
            let photo = NewPhoto {
                file: picture.file.clone(),
                needs_no,
                ..NewPhoto::default()
            };
            proposal
                .records
                .push(photo.proposed(event, survey.language));
            self.new.push(picture.file.clone());
        }
        if self.new.is_empty() {
            return None;
        }
        let desk = survey.desk();
        let known = desk.known(Some(event));
        let mut rewrite = desk.look(&known, |seen| merge(&proposal, seen, None).rewrite);
        rewrite.files.extend(files);
        let photos = importing::PHOTO.counted(self.new.len(), survey.language);
        let what = words::added(&photos).get(survey.language).to_owned();
        Some(Change::of(survey, rewrite, what))
    }

    /// The page that asks about them, and says what became of the others.
    fn address(&self, event: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for file in &self.new {
            query.append_pair(PHOTO, file);
        }
        for file in &self.there {
            query.append_pair(THERE, file);
        }
        for file in &self.not_taken {
            query.append_pair(NOT_TAKEN, &file.in_address());
        }
        if self.new.is_empty() && self.there.is_empty() && self.not_taken.is_empty() {
            query.append_pair(NOTHING, "1");
        }
        format!("{}?{}", addresses::photos(event), query.finish())
    }
}
