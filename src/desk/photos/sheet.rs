//! [`PhotoSheet`]: the page on which is said of some photos what can be seen and whether they may be
//! shown.

use super::RefusedPhoto;
use crate::desk::forms::{PhotoForm, RecordForm, RecordPlace};
use crate::desk::saving::sent_together;
use crate::desk::survey::Survey;
use crate::desk::{Posted, addresses};
use crate::edit::Rewrite;
use crate::records::shows_photos_by_itself;
use crate::schema::Kind;
use crate::words::{forms, photos as words};

/// How many photos are asked about on one page.
const MOST_ASKED: usize = 20;

/// The most photos that are remembered for the pages that follow.
const MOST_FOLLOWING: usize = 2_000;

/// The control with the file of a photo that is asked about.
pub(in crate::desk) const PHOTO: &str = "foto";

/// The control with the file of a photo that a page after this one asks about.
pub(in crate::desk) const FOLLOWING: &str = "verder";

/// A photo that is asked about.
#[derive(Debug, Clone)]
pub(in crate::desk) struct SheetPhoto {
    /// Its file, as its record names it.
    pub(in crate::desk) file: String,
    /// The questions.
    pub(in crate::desk) asked: PhotoForm,
}

/// Photos that are asked about.
#[derive(Debug, Clone)]
pub(in crate::desk) struct PhotoSheet {
    pub(in crate::desk) event: String,
    pub(in crate::desk) photos: Vec<SheetPhoto>,
    /// The files of those that pages after this one ask about.
    pub(in crate::desk) following: Vec<String>,
    /// Photos that were there already, each with the address of its form.
    pub(in crate::desk) there: Vec<(String, String)>,
    /// Files that were not taken in.
    pub(in crate::desk) not_taken: Vec<RefusedPhoto>,
    /// Whether they were added just now.
    pub(in crate::desk) is_new: bool,
    /// What else is wrong.
    pub(in crate::desk) wrong: Vec<String>,
}

impl PhotoSheet {
    /// The questions about photos with these files, as far as they are there.
    pub(in crate::desk) fn of(
        survey: &Survey<'_>,
        event: &str,
        files: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut sheet = Self {
            event: event.to_owned(),
            photos: Vec::new(),
            following: Vec::new(),
            there: Vec::new(),
            not_taken: Vec::new(),
            is_new: false,
            wrong: Vec::new(),
        };
        let mut asked: Vec<String> = Vec::new();
        let mut places = Vec::new();
        for file in files {
            if places.len() == MOST_ASKED {
                if sheet.following.len() < MOST_FOLLOWING {
                    sheet.following.push(file);
                }
                continue;
            }
            if let Some(placed) = survey.photo_of(event, &file)
                && !asked.contains(&file)
            {
                places.push(RecordPlace::of(Kind::Photo, Some(event), &placed.id));
                asked.push(file);
            }
        }
        let forms = PhotoForm::each(survey.desk(), event, &places);
        let photos = asked.into_iter().zip(forms);
        sheet.photos = photos
            .filter_map(|(file, asked)| {
                Some(SheetPhoto {
                    file,
                    asked: asked?,
                })
            })
            .collect();
        sheet
    }

    /// Says which photos were there already.
    pub(in crate::desk) fn add_there<'f>(
        &mut self,
        survey: &Survey<'_>,
        files: impl Iterator<Item = &'f str>,
    ) {
        let event = self.event.as_str();
        self.there = files
            .take(MOST_FOLLOWING)
            .filter_map(|file| {
                let placed = survey.photo_of(event, file)?;
                let id = placed.id.as_str();
                let address = addresses::record(Kind::Photo, Some(event), id);
                Some((file.to_owned(), address))
            })
            .collect();
    }

    /// The sheet as it came back.
    pub(in crate::desk) fn returned(survey: &Survey<'_>, event: &str, posted: &Posted) -> Self {
        let files = || posted.all(PHOTO).map(ToOwned::to_owned).take(MOST_ASKED);
        let mut sheet = Self::of(survey, event, files());
        sheet.following = posted
            .all(FOLLOWING)
            .map(ToOwned::to_owned)
            .take(MOST_FOLLOWING)
            .collect();
        for gone in files().filter(|file| survey.photo_of(event, file).is_none()) {
            let said = forms::GONE_MEANWHILE.get(survey.language);
            let said = words::of_file(&gone, &said);
            sheet.wrong.push(said.get(survey.language).to_owned());
        }
        let shows_all = survey
            .event(event)
            .is_some_and(|(_, placed)| shows_photos_by_itself(placed.record));
        for photo in &mut sheet.photos {
            photo.asked.take(posted, shows_all);
        }
        sheet
    }

    /// What is to be saved, and of how many photos; nothing where something is wrong, which then
    /// stands at its question. A photo of which nothing was said stays as it is.
    pub(in crate::desk) fn sent(&mut self, survey: &Survey<'_>) -> Option<(Rewrite, usize)> {
        let mut forms: Vec<&mut RecordForm> = Vec::new();
        let mut is_wrong = !self.wrong.is_empty();
        for photo in &mut self.photos {
            if photo.asked.is_touched() {
                photo.asked.check(survey.language);
                is_wrong |= photo.asked.is_wrong();
                forms.push(&mut photo.asked.form);
            }
        }
        let rewrite = sent_together(survey.desk(), &self.event, &mut forms);
        let count = forms.len();
        rewrite
            .filter(|_| !is_wrong)
            .map(|rewrite| (rewrite, count))
    }

    /// Whether anything is wrong with it.
    pub(in crate::desk) fn is_wrong(&self) -> bool {
        !self.wrong.is_empty() || self.photos.iter().any(|photo| photo.asked.is_wrong())
    }
}
