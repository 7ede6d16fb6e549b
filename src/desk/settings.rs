//! Settings as they are asked for and saved: those of the report, and the places that it is published
//! at.

use axum::http::StatusCode;

use super::addresses::{PLACE_SETTINGS, SETTINGS as AT, place_settings};
use super::answer::Answer;
use super::committing::{Change, ChangeOutcome};
use super::forms::{SettingsForm, SettingsOf};
use super::pages::layout::Surroundings;
use super::pages::settings::{NAME, REMOVE, SettingsPage};
use super::posted::Posted;
use super::requests::DeskRequest;
use super::studied::{PageGiven, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use super::writing::{saved_at, saved_files};
use crate::config::{self, SETTINGS};
use crate::edit::{Rewrite, WrittenSettings};
use crate::id::Id;
use crate::schema::{Shape, TomlFile};
use crate::source::{FileId, SourcePath, Sources};
use crate::words::{Language, desk_settings as words, forms};

/// The file with the settings.
const FILE: &str = "oogst.toml";

/// How often is tried again what somebody else changed while it was being saved.
const TRIES: usize = 3;

/// Which settings a page is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum AskedSettings<'a> {
    /// Those of the report.
    Report,
    /// Those of a place.
    Place(&'a str),
    /// Those of a place that is not there yet.
    NewPlace,
}

impl<'a> AskedSettings<'a> {
    fn of(self) -> SettingsOf<'a> {
        let is_places = |field: &crate::schema::Field| matches!(field.shape, Shape::Named(_));
        let position = SETTINGS.iter().position(is_places).unwrap_or_default();
        match self {
            Self::Report => SettingsOf::Report,
            Self::Place(name) => SettingsOf::Group {
                position,
                name: Some(name),
            },
            Self::NewPlace => SettingsOf::Group {
                position,
                name: None,
            },
        }
    }

    /// The address of the form.
    fn address(self) -> String {
        match self {
            Self::Report => AT.to_owned(),
            Self::Place(name) => place_settings(name),
            Self::NewPlace => PLACE_SETTINGS.to_owned(),
        }
    }

    fn is_there(self, survey: &Survey<'_>) -> bool {
        let Self::Place(name) = self else { return true };
        let mut places = survey.study.config.publish.iter();
        places.any(|place| place.name.as_str() == name)
    }
}

/// The settings as they stand in their file.
struct ReadSettings {
    file: FileId,
    toml: TomlFile,
    language: Language,
}

impl ReadSettings {
    fn of(sources: &Sources) -> Option<Self> {
        let mut files = sources.iter();
        let (id, file) = files.find(|(_, file)| file.path.as_str() == FILE)?;
        Some(Self {
            file: id,
            toml: config::written(id, file),
            language: config::language_of(&file.text),
        })
    }

    fn written<'a>(&'a self, sources: &'a Sources) -> WrittenSettings<'a> {
        WrittenSettings {
            file: self.file,
            sources,
            fields: &self.toml.fields,
            language: self.language,
        }
    }
}

/// Shows the form of settings.
pub(super) fn form(
    work: &mut impl DeskWork,
    asked: &DeskRequest,
    of: AskedSettings<'_>,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let Some(read) = ReadSettings::of(survey.sources).filter(|_| of.is_there(survey)) else {
            return nothing_there(around.language);
        };
        let form = made(&read, of, survey);
        let saved = saved_files(asked, survey);
        let page = SettingsPage::of(&form, of.address(), &survey.study.config.publish);
        Answer::fine(page.html(&saved, around))
    })
}

fn made<'a>(read: &ReadSettings, of: AskedSettings<'a>, survey: &Survey<'_>) -> SettingsForm<'a> {
    let is_translated = survey.study.config.languages.len() > 1;
    SettingsForm::of(of.of(), read.written(survey.sources), is_translated)
}

/// What a form that came back comes to.
enum SentSettings {
    /// It is shown again, or is done.
    Answered(Answer),
    /// It is to be saved.
    Save(Change),
}

/// Saves a form that was sent, or shows it again.
pub(super) fn save(
    work: &mut impl DeskWork,
    of: AskedSettings<'_>,
    posted: &Posted,
    given: PageGiven<'_>,
) -> Answer {
    let mut wrong: Vec<String> = Vec::new();
    for _ in 0..TRIES {
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            match sent(survey, of, posted, &wrong, around) {
                SentSettings::Answered(answer) => answer,
                SentSettings::Save(change) => {
                    to_save = Some(change);
                    Answer::To(of.address())
                }
            }
        });
        let Some(change) = to_save else { return answer };
        match change.commit(work) {
            Ok(ChangeOutcome::Saved) => {
                let is_gone = posted.has(REMOVE);
                let to = match of {
                    AskedSettings::Place(_) if is_gone => AT.to_owned(),
                    AskedSettings::NewPlace => place_settings(named(posted)),
                    of => of.address(),
                };
                return Answer::To(saved_at(&to, [&SourcePath::new(FILE)]));
            }
            Ok(ChangeOutcome::ChangedMeanwhile) => {}
            Ok(ChangeOutcome::Wrong(found, builder)) => {
                return site(work, Purpose::Writing, given, |survey, around| {
                    refused(survey, of, posted, (&found, builder.sources()), around)
                });
            }
            Err(error) => {
                wrong = vec![error.message(work.language())];
                break;
            }
        }
    }
    if wrong.is_empty() {
        wrong.push(forms::BUSY.get(work.language()).to_owned());
    }
    site(work, Purpose::Writing, given, |survey, around| {
        match sent(survey, of, posted, &wrong, around) {
            SentSettings::Answered(answer) => answer,
            SentSettings::Save(_) => nothing_there(around.language),
        }
    })
}

/// The name that is typed for a place.
fn named(posted: &Posted) -> &str {
    posted.first(NAME).unwrap_or_default().trim()
}

fn sent(
    survey: &Survey<'_>,
    of: AskedSettings<'_>,
    posted: &Posted,
    wrong: &[String],
    around: Surroundings<'_>,
) -> SentSettings {
    let none = || SentSettings::Answered(nothing_there(around.language));
    let Some(read) = ReadSettings::of(survey.sources).filter(|_| of.is_there(survey)) else {
        return none();
    };
    let written = read.written(survey.sources);
    if let (AskedSettings::Place(name), true) = (of, posted.has(REMOVE)) {
        return removed(survey, &read, name, wrong, around);
    }
    let mut form = made(&read, of, survey);
    form.wrong.extend(wrong.iter().cloned());
    let known = survey.desk().known(None);
    let mut wanted = form.take(posted, &known);
    let mut name_wrong = None;
    if let AskedSettings::NewPlace = of {
        let name = named(posted);
        name_wrong = name_mistake(survey, name);
        form.must_be_whole();
        for (key, _) in &mut wanted {
            key.group = Some(name.to_owned());
        }
    }
    if form.is_wrong() || form.wants_room || name_wrong.is_some() {
        let is_wrong = form.is_wrong() || name_wrong.is_some();
        let page = SettingsPage {
            name: Some(named(posted)),
            name_wrong: name_wrong.map(|wrong| wrong.get(around.language)),
            ..SettingsPage::of(&form, of.address(), &survey.study.config.publish)
        };
        let status = if is_wrong {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        return SentSettings::Answered(Answer::Page(status, page.html(&[], around)));
    }
    let text = written.with(&wanted);
    changed(survey, of, text, around)
}

/// The change to a text, where it is one.
fn changed(
    survey: &Survey<'_>,
    of: AskedSettings<'_>,
    text: String,
    around: Surroundings<'_>,
) -> SentSettings {
    let is_same = survey
        .sources
        .iter()
        .any(|(_, file)| file.path.as_str() == FILE && *file.text == *text);
    if is_same {
        return SentSettings::Answered(Answer::To(of.address()));
    }
    let mut rewrite = Rewrite::default();
    rewrite.texts.insert(SourcePath::new(FILE), text.into());
    let what = around.say(words::SETTINGS).to_owned();
    SentSettings::Save(Change::of(survey, rewrite, what))
}

/// The settings without a place.
fn removed(
    survey: &Survey<'_>,
    read: &ReadSettings,
    name: &str,
    wrong: &[String],
    around: Surroundings<'_>,
) -> SentSettings {
    let of = AskedSettings::Place(name);
    let SettingsOf::Group { position, .. } = of.of() else {
        return SentSettings::Answered(nothing_there(around.language));
    };
    let text = read.written(survey.sources).without(position, name);
    match text.filter(|_| wrong.is_empty()) {
        Some(text) => changed(survey, of, text, around),
        None => {
            let mut form = made(read, of, survey);
            form.wrong.extend(wrong.iter().cloned());
            if wrong.is_empty() {
                form.wrong.push(around.say(words::PLACE_STAYS).to_owned());
            }
            let page = SettingsPage::of(&form, of.address(), &survey.study.config.publish);
            let page = page.html(&[], around);
            SentSettings::Answered(Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// What is wrong with the name of a new place.
fn name_mistake(survey: &Survey<'_>, name: &str) -> Option<crate::words::Bilingual> {
    if name.is_empty() {
        return Some(forms::EMPTY);
    }
    if Id::new(name).is_none() {
        return Some(words::PLACE_NAME_WRONG);
    }
    let mut places = survey.study.config.publish.iter();
    let is_taken = places.any(|place| place.name.as_str() == name);
    is_taken.then_some(words::PLACE_NAME_TAKEN)
}

/// The form with what a check says of it.
fn refused(
    survey: &Survey<'_>,
    of: AskedSettings<'_>,
    posted: &Posted,
    found: (&[crate::diagnostic::Diagnostic], &Sources),
    around: Surroundings<'_>,
) -> Answer {
    let read = ReadSettings::of(survey.sources);
    let after = ReadSettings::of(found.1);
    let (Some(read), Some(after)) = (read, after) else {
        return nothing_there(around.language);
    };
    let mut form = made(&read, of, survey);
    form.take(posted, &survey.desk().known(None));
    if let (AskedSettings::NewPlace, SettingsOf::Group { position, .. }) = (of, form.of) {
        form.of = SettingsOf::Group {
            position,
            name: Some(named(posted)),
        };
    }
    form.refused(found.0, found.1, &after.written(found.1));
    let page = SettingsPage {
        name: Some(named(posted)),
        ..SettingsPage::of(&form, of.address(), &survey.study.config.publish)
    };
    Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page.html(&[], around))
}
