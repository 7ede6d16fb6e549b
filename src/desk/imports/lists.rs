//! Tables and programmes: shown, and taken over as they were shown.

use axum::http::StatusCode;

use super::around_file::FilePage;
use super::asked::ImportAsked;
use super::chosen::{ChosenRows, SEEN};
use super::counts::TakeoverCounts;
use super::records::{FileRecords, RecordsPreview};
use super::records_page::RecordsPage;
use super::taking::FileChange;
use crate::desk::answer::Answer;
use crate::desk::committing::Change;
use crate::desk::forms::as_sentence;
use crate::desk::html::DeskHtml;
use crate::desk::pages::layout::Surroundings;
use crate::desk::posted::Posted;
use crate::desk::sent_files::KeptUpload;
use crate::desk::studied::{PageGiven, failed, nothing_there, site};
use crate::desk::survey::Survey;
use crate::desk::work::{DeskWork, Purpose};
use crate::diagnostic::{Code, Diagnostic};
use crate::edit::Rewrite;
use crate::edit::proposal::{Fate, MergedProposal, MergedRecord, RecordMatch, TableMemory};
use crate::id::Id;
use crate::intake::rows::Known;
use crate::records::{EventId, TypedId as _};
use crate::schema::Kind;
use crate::source::Sources;
use crate::takeover::{
    NoRemembered, Received, Remembered, TakeoverTarget, WantedRecords, undecided,
};
use crate::words::{Language, desk_imports as words};

/// A table or programme that was sent for an event.
#[derive(Clone, Copy)]
pub(super) struct SentList<'a> {
    pub(super) file: &'a KeptUpload,
    pub(super) received: &'a Received,
    pub(super) event: &'a Id,
    pub(super) asked: &'a ImportAsked,
}

/// Why nothing was taken over, and how the page is shown that says so.
struct NotTakenOver {
    status: StatusCode,
    wrong: Vec<String>,
}

impl NotTakenOver {
    fn for_now(wrong: Vec<String>) -> Self {
        let status = if wrong.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        Self { status, wrong }
    }
}

impl SentList<'_> {
    /// Shows it; where a form was sent, takes over what that says.
    pub(super) fn answer(
        self,
        work: &mut impl DeskWork,
        posted: Option<&Posted>,
        given: PageGiven<'_>,
    ) -> Answer {
        let remembered = match work.remembered(self.event) {
            Ok(Ok(remembered)) => remembered,
            Ok(Err(NoRemembered(path))) => {
                let wrong = Diagnostic::of_path(Code::UnreadableMemory, path.clone());
                let wrong = as_sentence(&wrong, &Sources::default(), work.language());
                return self.not_read(work, &[format!("{path}: {wrong}")], given);
            }
            Err(error) => return failed(&error, work.language()),
        };
        let mut to_save = None;
        let answer = site(work, Purpose::Writing, given, |survey, around| {
            self.seen(survey, &remembered, posted, &[], around, &mut to_save)
        });
        let Some(change) = to_save else {
            return answer;
        };
        match change.commit(work, &self.file.key, given) {
            Ok(answer) => answer,
            Err(wrong) => site(work, Purpose::Writing, given, |survey, around| {
                self.seen(survey, &remembered, posted, &wrong, around, &mut None)
            }),
        }
    }

    /// Shows that it cannot be read.
    fn not_read(self, work: &mut impl DeskWork, wrong: &[String], given: PageGiven<'_>) -> Answer {
        site(work, Purpose::Writing, given, |survey, around| {
            self.refused(survey, wrong, around)
        })
    }

    fn refused(self, survey: &Survey<'_>, wrong: &[String], around: Surroundings<'_>) -> Answer {
        let page = self.page(survey, wrong);
        let mut body = DeskHtml::new();
        page.read_again(&mut body, around);
        let page = page.with(words::NOT_READ, &body, around);
        Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    fn page<'p>(&'p self, survey: &'p Survey<'p>, wrong: &'p [String]) -> FilePage<'p> {
        FilePage {
            survey,
            file: self.file,
            event: Some(self.event.as_str()),
            asked: self.asked,
            wrong,
        }
    }

    /// The page, or what is to be saved. Where `wrong` says why it cannot be, it is shown.
    fn seen(
        self,
        survey: &Survey<'_>,
        remembered: &Remembered,
        posted: Option<&Posted>,
        wrong: &[String],
        around: Surroundings<'_>,
        to_save: &mut Option<FileChange>,
    ) -> Answer {
        let language = around.language;
        let report = &survey.study.report;
        let event = report.named(Kind::Event, None, self.event.as_str());
        let Some(event) = event.and_then(EventId::of) else {
            return nothing_there(language);
        };
        let known = Known::of(report, Some(event), language);
        let target = TakeoverTarget {
            study: survey.study,
            sources: survey.sources,
            event,
            known: &known,
        };
        let records = match FileRecords::read(self.file, self.received, self.asked, target) {
            Ok(records) => records,
            Err(wrong) => return self.refused(survey, &wrong, around),
        };
        let mut wanted = records.wanted(target, remembered);
        let merged = wanted.merged(None);
        let preview = records.preview(self.file, &mut wanted, &merged, language);
        let taken = match posted {
            Some(posted) if wrong.is_empty() => {
                taken(&preview, &mut wanted, &merged, posted, language)
            }
            _ => Err(NotTakenOver::for_now(wrong.to_vec())),
        };
        match taken {
            Ok((mut rewrite, new, counts)) => {
                remembered.write(&new, language, &mut rewrite);
                let what = words::taken_from(&self.file.name, &counts.said(language));
                *to_save = Some(FileChange {
                    change: Change::of(survey, rewrite, what.get(language).to_owned()),
                    counts,
                    event: self.event.to_string(),
                    language,
                });
                Answer::To("/".to_owned())
            }
            Err(not) => {
                let page = RecordsPage {
                    page: self.page(survey, &not.wrong),
                    preview: &preview,
                    // Of other rows its ticks mean something else.
                    posted: posted.filter(|posted| is_of(posted, &preview)),
                };
                Answer::Page(not.status, page.html(around))
            }
        }
    }
}

/// Whether a form was sent from a page that showed this.
fn is_of(posted: &Posted, preview: &RecordsPreview) -> bool {
    posted.first(SEEN) == Some(preview.mark.as_str())
}

/// What a form takes over: what is to be written, what is to be remembered, and how much it is.
fn taken(
    preview: &RecordsPreview,
    wanted: &mut WantedRecords<'_>,
    merged: &MergedProposal,
    posted: &Posted,
    language: Language,
) -> Result<(Rewrite, TableMemory, TakeoverCounts), NotTakenOver> {
    if !is_of(posted, preview) {
        return Err(NotTakenOver {
            status: StatusCode::CONFLICT,
            wrong: vec![words::OTHERS_CHANGED.get(language).to_owned()],
        });
    }
    let chosen = ChosenRows::of(preview, posted, language);
    if !chosen.open.is_empty() {
        return Err(NotTakenOver::for_now(chosen.open));
    }
    if !chosen.is_any {
        let nothing = words::NOTHING_TICKED.get(language).to_owned();
        return Err(NotTakenOver::for_now(vec![nothing]));
    }
    wanted.pick(
        merged,
        |row| chosen.rows.contains(&row),
        |row, place| chosen.sides.get(&(row, place)).copied(),
    );
    wanted.remove(&chosen.gone);
    let merged = wanted.merged(None);
    if merged.is_undecided() {
        return Err(NotTakenOver::for_now(left(&merged, language)));
    }
    let new = wanted.noted(&merged);
    let counts = counted(&merged, wanted.removed().len());
    Ok((merged.rewrite, new, counts))
}

/// What somebody still has to decide.
fn left(merged: &MergedProposal, language: Language) -> Vec<String> {
    let records = merged.records.iter();
    let found =
        records.flat_map(|record| undecided(record, |code, _| Diagnostic::of_site(code), language));
    found
        .map(|found| as_sentence(&found, &Sources::default(), language))
        .collect()
}

/// How many records come, change and go.
fn counted(merged: &MergedProposal, to_go: usize) -> TakeoverCounts {
    let is_new = |record: &&MergedRecord| record.is == RecordMatch::New;
    let is_changed = |record: &&MergedRecord| {
        let mut fields = record.fields.iter();
        record.is == RecordMatch::There && fields.any(|field| field.fate == Fate::Taken)
    };
    TakeoverCounts {
        new: merged.records.iter().filter(is_new).count(),
        changed: merged.records.iter().filter(is_changed).count(),
        removed: to_go.saturating_sub(merged.not_removed.len()),
        ..TakeoverCounts::default()
    }
}
