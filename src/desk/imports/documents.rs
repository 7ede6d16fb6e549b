//! Documents: shown as the text and the photos that they become, and taken over as they were shown.

use std::io::Write as _;

use axum::http::StatusCode;

use super::around_file::{FilePage, field, list};
use super::asked::{DATE, ImportAsked};
use super::chosen::SEEN;
use super::counts::TakeoverCounts;
use super::taking::FileChange;
use crate::desk::addresses;
use crate::desk::answer::Answer;
use crate::desk::committing::Change;
use crate::desk::forms::as_sentence;
use crate::desk::html::DeskHtml;
use crate::desk::pages::layout::{Surroundings, button, form};
use crate::desk::posted::Posted;
use crate::desk::sent_files::KeptUpload;
use crate::desk::studied::{PageGiven, failed, site};
use crate::desk::survey::Survey;
use crate::desk::work::{DeskWork, Purpose};
use crate::edit::TextThere;
use crate::edit::proposal::new_record;
use crate::folder::Folder;
use crate::id::Id;
use crate::intake::document::Document;
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::schema::{Kind, key};
use crate::source::Sources;
use crate::takeover::{DocumentChoices, DocumentTakeover, HostEvent};
use crate::words::desk_imports as words;

/// The control with where the text goes.
const PLACE: &str = "tekst";

/// The values of that.
const BELOW: &str = "eronder";
const IN_PLACE: &str = "vervang";

/// The most characters of a text that are shown.
const MOST_SHOWN: usize = 20_000;

/// The most photos that are named.
const MOST_PHOTOS: usize = 200;

/// A document that was sent.
#[derive(Clone, Copy)]
pub(super) struct SentDocument<'a> {
    pub(super) file: &'a KeptUpload,
    pub(super) document: &'a Document,
    /// The event; none of a new one.
    pub(super) event: Option<&'a Id>,
    pub(super) asked: &'a ImportAsked,
}

impl SentDocument<'_> {
    /// Shows it; where a form was sent, takes it over.
    pub(super) fn answer(
        self,
        work: &mut impl DeskWork,
        posted: Option<&Posted>,
        given: PageGiven<'_>,
    ) -> Answer {
        let folder = match work.site_folder() {
            Ok(folder) => folder,
            Err(error) => return failed(&error, work.language()),
        };
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            self.seen(survey, &folder, (posted, &[]), around, &mut to_save)
        });
        let Some(change) = to_save else {
            return answer;
        };
        match change.commit(work, &self.file.key, given) {
            Ok(answer) => answer,
            Err(wrong) => site(work, Purpose::Writing, given, |survey, around| {
                self.seen(survey, &folder, (posted, &wrong), around, &mut None)
            }),
        }
    }

    fn page<'p>(&'p self, survey: &'p Survey<'p>, wrong: &'p [String]) -> FilePage<'p> {
        FilePage {
            survey,
            file: self.file,
            event: self.event.map(Id::as_str),
            asked: self.asked,
            wrong,
        }
    }

    /// The page, or what is to be saved. Where `wrong` says why it cannot be, it is shown.
    fn seen(
        self,
        survey: &Survey<'_>,
        folder: &Folder,
        (posted, wrong): (Option<&Posted>, &[String]),
        around: Surroundings<'_>,
        to_save: &mut Option<FileChange>,
    ) -> Answer {
        let id = match self.id() {
            Ok(Some(id)) => id,
            Ok(None) => return self.day_asked(survey, around),
            Err(said) => return self.refused(survey, &[around.say(said).to_owned()], around),
        };
        let event = HostEvent::of(&id, self.asked.day(), survey.study, survey.sources);
        let into = match event {
            Ok(into) => into,
            Err(wrong) => {
                let wrong = as_sentence(&wrong, &Sources::default(), around.language);
                return self.refused(survey, &[wrong], around);
            }
        };
        let made = |there| self.made(there, survey, &into, folder);
        let shown = DocumentShown {
            id: &id,
            there: into.text(),
            made: match made(TextThere::FollowedBy) {
                Ok(made) => made,
                Err(wrong) => return self.refused(survey, &[wrong], around),
            },
            // What stands there already word for word needs not be taken again.
            is_there: made(TextThere::Replaced).is_ok_and(|made| made.rewrite.is_empty()),
        };
        let wrong = match posted.filter(|_| wrong.is_empty()) {
            None => wrong.to_vec(),
            Some(posted) => match shown.place(posted) {
                Ok(there) => match made(there) {
                    Ok(made) => {
                        *to_save = Some(self.change(survey, &id, made, around));
                        return Answer::To("/".to_owned());
                    }
                    Err(wrong) => vec![wrong],
                },
                Err(said) => vec![around.say(said).to_owned()],
            },
        };
        let status = if wrong.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let body = shown.html(&self.page(survey, &wrong), posted, around);
        let page = self.page(survey, &wrong);
        Answer::Page(status, page.with(words::NOTHING_WRITTEN, &body, around))
    }

    /// The id of the event; of a new one it is made of its title and its day. None where the day is
    /// still to be asked for.
    fn id(self) -> Result<Option<Id>, crate::words::Bilingual> {
        if let Some(event) = self.event {
            return Ok(Some(event.clone()));
        }
        let Some(day) = self.asked.day() else {
            return Ok(None);
        };
        let title = DocumentTakeover::title_in(self.document);
        let title = title.unwrap_or_else(|| self.file.stem().to_owned());
        let fields = [
            (key::TITLE, FieldValue::Line(title)),
            (key::DATE, FieldValue::Date(day)),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| {
            let position = Kind::Event.schema().position(name)?;
            Some((FieldKey::whole(position), value))
        });
        let record = new_record(Kind::Event, None, None, fields.collect());
        let id = record.ok().and_then(|record| record.id);
        id.map(Some).ok_or(words::NO_NAME)
    }

    /// What the document becomes.
    fn made(
        self,
        there: TextThere,
        survey: &Survey<'_>,
        into: &HostEvent<'_>,
        folder: &Folder,
    ) -> Result<DocumentTakeover, String> {
        let choices = DocumentChoices {
            there,
            stem: self.file.stem(),
        };
        let read = (survey.study, survey.sources);
        DocumentTakeover::of(self.document.clone(), into, choices, read, folder)
            .map_err(|wrong| as_sentence(&wrong, &Sources::default(), survey.language))
    }

    fn change(
        self,
        survey: &Survey<'_>,
        id: &Id,
        made: DocumentTakeover,
        around: Surroundings<'_>,
    ) -> FileChange {
        let counts = TakeoverCounts {
            texts: usize::from(!made.body.trim().is_empty()),
            photos: made.photos.len(),
            new: usize::from(survey.event(id.as_str()).is_none()),
            ..TakeoverCounts::default()
        };
        let what = words::taken_from(&self.file.name, &counts.said(around.language));
        let what = what.get(around.language).to_owned();
        FileChange {
            change: Change::of(survey, made.rewrite, what),
            counts,
            event: id.to_string(),
            language: around.language,
        }
    }

    fn refused(self, survey: &Survey<'_>, wrong: &[String], around: Surroundings<'_>) -> Answer {
        let page = self.page(survey, wrong);
        let page = page.with(words::NOT_READ, &DeskHtml::new(), around);
        Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// Asks for the day of a new event.
    fn day_asked(self, survey: &Survey<'_>, around: Surroundings<'_>) -> Answer {
        let mut body = DeskHtml::new();
        body.words("p", &[("class", "lead")], around.say(words::SAY_DAY));
        let address = addresses::import_of(None, &self.file.key);
        let attributes = [("action", address.as_str()), ("class", "record")];
        body.element("form", &attributes, |html| {
            day(html, &self.asked.date, around);
            button(html, around.say(words::GO_ON));
        });
        let page = self.page(survey, &[]);
        Answer::fine(page.with(words::NOTHING_WRITTEN, &body, around))
    }
}

/// The question for the day of a new event.
pub(super) fn day(html: &mut DeskHtml, typed: &str, around: Surroundings<'_>) {
    let (label, help) = (words::WHICH_DAY, words::DAY_HELP);
    field(html, DATE, label, help, around, |html, about| {
        let mut control = vec![
            ("type", "date"),
            ("id", DATE),
            ("name", DATE),
            ("aria-describedby", about),
        ];
        if !typed.is_empty() {
            control.push(("value", typed));
        }
        html.empty("input", &control);
    });
}

/// A document as it is shown.
struct DocumentShown<'a> {
    id: &'a Id,
    /// The text that stands there already.
    there: &'a str,
    made: DocumentTakeover,
    /// Whether all of it is there already.
    is_there: bool,
}

impl DocumentShown<'_> {
    /// A hash of what is shown.
    fn mark(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let DocumentTakeover { body, photos, .. } = &self.made;
        let (id, there) = (self.id, self.there);
        let _ = write!(hasher, "{id} {photos:?} {} {there} {body}", there.len());
        hasher.finalize().to_hex().to_string()
    }

    /// Where the text goes, as a form says.
    fn place(&self, posted: &Posted) -> Result<TextThere, crate::words::Bilingual> {
        if posted.first(SEEN) != Some(self.mark().as_str()) {
            return Err(words::OTHERS_CHANGED);
        }
        match posted.first(PLACE) {
            _ if self.is_there => Err(words::NOTHING_CHANGES),
            _ if self.there.is_empty() => Ok(TextThere::Kept),
            Some(BELOW) => Ok(TextThere::FollowedBy),
            Some(IN_PLACE) => Ok(TextThere::Replaced),
            _ => Err(words::CHOOSE_PLACE),
        }
    }

    fn html(
        &self,
        page: &FilePage<'_>,
        posted: Option<&Posted>,
        around: Surroundings<'_>,
    ) -> DeskHtml {
        let mut body = DeskHtml::new();
        if page.event.is_none() {
            let into = words::into_new(self.id);
            body.words("p", &[("class", "lead")], into.get(around.language));
        }
        self.told(&mut body, around);
        if self.is_there {
            let attributes = [("class", "lead"), ("role", "status")];
            body.words("p", &attributes, around.say(words::NOTHING_CHANGES));
            return body;
        }
        self.photos(&mut body, around);
        self.text(&mut body, around);
        form(&mut body, &page.address(), around, |html| {
            let mark = self.mark();
            html.empty(
                "input",
                &[("type", "hidden"), ("name", SEEN), ("value", &mark)],
            );
            if !self.there.is_empty() {
                places(html, posted, around);
            }
            html.element("div", &[("class", "buttons")], |html| {
                button(html, around.say(words::TAKE_OVER));
                let back = page.event.map(|event| addresses::event(event, None));
                let back = back.unwrap_or_else(|| "/".to_owned());
                let link = [("href", back.as_str()), ("class", "button")];
                html.words("a", &link, around.say(words::LEAVE));
            });
        });
        body
    }

    /// What is in it, what is left out, and what is left to do.
    fn told(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let told = &self.made.told;
        for (heading, lines) in [
            (words::READ, told.taken(around.language)),
            (words::NOT_TAKEN, told.lost(around.language)),
            (words::LEFT_TO_DO, told.left_to_do(around.language)),
        ] {
            if !lines.is_empty() {
                html.words("h2", &[], around.say(heading));
                list(html, &lines, "todo");
            }
        }
    }

    fn photos(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let photos = &self.made.photos;
        if photos.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::PHOTOS));
        html.element("ul", &[("class", "rows")], |html| {
            for photo in photos.iter().take(MOST_PHOTOS) {
                html.element("li", &[], |html| {
                    html.words("strong", &[], &photo.file).text(" ");
                    if let Some(alt) = &photo.alt {
                        html.text(alt).text(" ");
                    }
                    let soft = [("class", "soft")];
                    html.words("span", &soft, around.say(words::NO_CONSENT));
                });
            }
        });
    }

    /// The text as it will stand in the file.
    fn text(&self, html: &mut DeskHtml, around: Surroundings<'_>) {
        let body = self.made.body.trim();
        if body.is_empty() {
            return;
        }
        html.words("h2", &[], around.say(words::TEXT));
        let mut ends = body.char_indices();
        let end = ends.nth(MOST_SHOWN).map_or(body.len(), |(end, _)| end);
        let attributes = [("class", "said"), ("tabindex", "0")];
        html.words("pre", &attributes, &body[..end]);
        let left = body[end..].chars().count();
        if left > 0 {
            let said = words::text_goes_on(&left);
            html.words("p", &[("class", "soft")], said.get(around.language));
        }
    }
}

/// Asks where the text is to go.
fn places(html: &mut DeskHtml, posted: Option<&Posted>, around: Surroundings<'_>) {
    html.element("fieldset", &[], |html| {
        html.words("legend", &[], around.say(words::TEXT_THERE));
        let chosen = posted.and_then(|posted| posted.first(PLACE));
        for (value, said) in [(BELOW, words::BELOW), (IN_PLACE, words::IN_PLACE)] {
            html.element("label", &[("class", "choice")], |html| {
                let mut control = vec![("type", "radio"), ("name", PLACE), ("value", value)];
                if chosen == Some(value) {
                    control.push(("checked", ""));
                }
                html.empty("input", &control);
                html.text(" ").text(around.say(said));
            });
        }
    });
}
