//! Forms of records as they are asked for and sent, and the search for what they name.

use axum::http::StatusCode;

use super::DeskSite;
use super::addresses;
use super::answer::Answer;
use super::committing::{Change, ChangeOutcome};
use super::forms::{RecordForm, RecordPlace};
use super::html::DeskHtml;
use super::kind_names::together;
use super::pages::layout::{DeskPage, Surroundings, told_saved};
use super::pages::photos::small;
use super::pages::rows::short_title;
use super::posted::Posted;
use super::requests::DeskRequest;
use super::saving::{Saving, Sent, sent};
use super::search::NamesFound;
use super::security::TOKEN;
use super::studied::{PageGiven, failed, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use crate::edit::proposal::PlacedRecord;
use crate::records::file_of_photo;
use crate::schema::{Home, Kind};
use crate::source::SourcePath;
use crate::words::{Language, forms};

/// The control with the files that were saved, once they were.
pub(super) const SAVED: &str = "bewaard";

/// The controls of a search: the kinds, what was typed, the event.
const KINDS_SEARCHED: &str = "kind";
const TYPED: &str = "q";
const EVENT_SEARCHED: &str = "event";

/// How often is tried again what somebody else changed while it was being saved.
const TRIES: usize = 3;

impl<'a> Survey<'a> {
    /// What forms are made of.
    pub(super) fn desk(&self) -> DeskSite<'a> {
        DeskSite {
            study: self.study,
            sources: self.sources,
        }
    }

    /// The record of a place.
    pub(super) fn at(&self, place: &RecordPlace) -> Option<&PlacedRecord<'a>> {
        let (_, placed) = self
            .of(place.kind, place.event.as_deref())
            .find(|(_, placed)| Some(&placed.id) == place.id.as_ref())?;
        Some(placed)
    }
}

/// Shows the form of a record.
pub(super) fn form(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let Some(form) = RecordForm::of(survey.desk(), place) else {
            return nothing_there(around.language);
        };
        let saved = saved_files(asked, survey);
        Answer::fine(page(survey, &form, &saved, around))
    })
}

/// Saves a form that was sent, or shows it again.
pub(super) fn save(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    posted: &Posted,
    given: PageGiven<'_>,
) -> Answer {
    for _ in 0..TRIES {
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            match sent(survey.desk(), place, posted) {
                Sent::Again(form) => wrong(survey, &form, around),
                Sent::Unchanged => Answer::To(place.to_string()),
                Sent::Nowhere => nothing_there(around.language),
                Sent::Save(saving) => {
                    let what = saving.called(around.language);
                    let change = Change::of(survey, saving.rewrite.clone(), what);
                    to_save = Some((saving, change, around.language));
                    Answer::To(place.to_string())
                }
            }
        });
        let Some((saving, change, language)) = to_save else {
            return answer;
        };
        let form = match change.commit(work) {
            Ok(ChangeOutcome::Saved) => return done(work, &saving, given),
            Ok(ChangeOutcome::ChangedMeanwhile) => continue,
            Ok(ChangeOutcome::Wrong(found, builder)) => {
                saving.refused(&found, builder.sources(), language)
            }
            Err(error) => saving.failed(&error.message(language)),
        };
        return site(work, Purpose::Writing, given, |survey, around| {
            wrong(survey, &form, around)
        });
    }
    site(
        work,
        Purpose::Writing,
        given,
        |survey, around| match RecordForm::returned(survey.desk(), place, posted) {
            Some(mut form) => {
                form.wrong.push(forms::BUSY.get(around.language).to_owned());
                wrong(survey, &form, around)
            }
            None => nothing_there(around.language),
        },
    )
}

/// Leads to what was saved.
fn done(work: &mut impl DeskWork, saving: &Saving, given: PageGiven<'_>) -> Answer {
    site(work, Purpose::Writing, given, |survey, _| {
        let place = saving.place_in(survey.desk());
        let address = place.map_or_else(|| "/".to_owned(), |place| place.to_string());
        Answer::To(saved_at(&address, saving.files()))
    })
}

/// An address that says which files were saved.
pub(super) fn saved_at<'p>(
    address: &str,
    files: impl IntoIterator<Item = &'p SourcePath>,
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for file in files {
        query.append_pair(SAVED, file.as_str());
    }
    format!("{address}?{}", query.finish())
}

/// The files that an address says were saved, as far as they are of the report.
pub(super) fn saved_files(asked: &DeskRequest, survey: &Survey<'_>) -> Vec<String> {
    let is_there = |path: &&str| {
        survey
            .sources
            .iter()
            .any(|(_, file)| file.path.as_str() == *path)
    };
    let files = asked.query.all(SAVED).filter(is_there);
    files.map(ToOwned::to_owned).collect()
}

/// A form with something wrong in it.
fn wrong(survey: &Survey<'_>, form: &RecordForm, around: Surroundings<'_>) -> Answer {
    // What only asks for more room is as it should be.
    let status = if form.is_wrong() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Answer::Page(status, page(survey, form, &[], around))
}

/// The page of a form.
fn page(
    survey: &Survey<'_>,
    form: &RecordForm,
    saved: &[String],
    around: Surroundings<'_>,
) -> DeskHtml {
    let mut body = DeskHtml::new();
    told_saved(saved, around, &mut body);
    let place = &form.place;
    let file = survey
        .at(place)
        .and_then(|placed| file_of_photo(placed.record));
    if let (Some(event), Some(file)) = (&place.event, file) {
        small(&mut body, event, &file, "");
    }
    body.add(&form.html(around.language, &[(TOKEN, around.token)]));
    if place.id.is_some() && !form.is_gone {
        body.element("p", &[("class", "ways")], |html| {
            let address = addresses::remove(place.kind, place.event.as_deref(), place.id.as_ref());
            html.words("a", &[("href", &address)], around.say(forms::REMOVE));
        });
    }
    let page = DeskPage {
        title: &form.heading(around.language),
        trail: &trail(survey, place, around),
        at: "",
        shown: survey.at(place).and_then(|placed| survey.shown_at(placed)),
    };
    page.with(around, &body)
}

/// The way to a record: its report, its event, the list it stands in.
pub(super) fn trail(
    survey: &Survey<'_>,
    place: &RecordPlace,
    around: Surroundings<'_>,
) -> Vec<(String, String)> {
    let mut trail = vec![(around.report.unwrap_or_default().to_owned(), "/".to_owned())];
    if let Some(event) = &place.event
        && let Some((_, placed)) = survey.event(event)
    {
        let title = short_title(&placed.title(), around);
        trail.push((title, addresses::event(event, None)));
    }
    let name = around.say(together(place.kind)).to_owned();
    match (place.kind.schema().home, place.event.as_deref()) {
        (Home::EventFile, _) | (Home::Anywhere, None) => {}
        (_, event) => trail.push((name, addresses::listed(place.kind, event))),
    }
    trail
}

/// Searches names.
pub(super) fn search(work: &mut impl DeskWork, asked: &DeskRequest) -> Answer {
    let language = work.language();
    let said = |name| asked.query.first(name).unwrap_or_default();
    let kinds: Vec<Kind> = said(KINDS_SEARCHED)
        .split(' ')
        .filter_map(Kind::named)
        .take(2)
        .collect();
    let event = Some(said(EVENT_SEARCHED)).filter(|event| !event.is_empty());
    match work.names() {
        Ok(names) => {
            let found = names.map(|names| names.search(&kinds, event, said(TYPED), language));
            Answer::Values(
                found
                    .unwrap_or_default()
                    .values(&kinds, said(TYPED), language),
            )
        }
        Err(error) => failed(&error, language),
    }
}

impl NamesFound {
    /// As values for a script, with what may be added where nobody has the name.
    fn values(&self, kinds: &[Kind], typed: &str, language: Language) -> String {
        let typed = typed.trim();
        let is_there = self.hits.iter().any(|hit| {
            let names = std::iter::once(&hit.name).chain(&hit.also);
            names
                .into_iter()
                .any(|name| name.to_lowercase() == typed.to_lowercase())
        });
        let kind = kinds.iter().find(|kind| super::forms::can_be_added(**kind));
        let new = kind.filter(|_| !typed.is_empty() && !is_there).map(|kind| {
            let schema = kind.schema();
            let said = forms::also_add(&typed, &schema.name.get(language));
            serde_json::json!({
                "control": super::forms::names::added(schema.name.en),
                "name": typed,
                "say": said.get(language),
            })
        });
        serde_json::json!({ "hits": self.hits, "new": new }).to_string()
    }
}
