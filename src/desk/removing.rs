//! Taking a record out, and undoing what was saved.

use axum::http::StatusCode;

use super::addresses;
use super::answer::Answer;
use super::committing::{Change, ChangeOutcome};
use super::forms::{RecordPlace, as_sentences};
use super::html::DeskHtml;
use super::pages::layout::{DeskPage, Surroundings, button, form, told_saved};
use super::pages::rows::short_title;
use super::posted::Posted;
use super::requests::DeskRequest;
use super::saving::{BECAME, DRAFT, FATE, GONE, MOVED, REASON, RecordRemoval};
use super::studied::{PageGiven, failed, nothing_there, site};
use super::survey::Survey;
use super::undo::KeptSave;
use super::work::{DeskWork, Purpose};
use super::writing::{saved_at, saved_files, trail};
use crate::source::SourcePath;
use crate::words::{Bilingual, Language, forms as words};

/// The most records that are named.
const MOST_NAMED: usize = 50;

/// The control with the number of a save.
const NUMBER: &str = "number";

/// Asks what is to become of a record.
pub(super) fn ask(work: &mut impl DeskWork, place: &RecordPlace, given: PageGiven<'_>) -> Answer {
    site(
        work,
        Purpose::Writing,
        given,
        |survey, around| match RecordRemoval::of(survey.desk(), place) {
            Some(removal) => Answer::fine(page(survey, &removal, &[], around)),
            None => nothing_there(around.language),
        },
    )
}

/// Does what was chosen.
pub(super) fn remove(
    work: &mut impl DeskWork,
    place: &RecordPlace,
    posted: &Posted,
    given: PageGiven<'_>,
) -> Answer {
    let mut to_save = None;
    let answer = site(work, Purpose::Writing, given, |survey, around| {
        let Some(removal) = RecordRemoval::of(survey.desk(), place) else {
            return nothing_there(around.language);
        };
        match removal.asked(survey.desk(), posted) {
            Ok((rewrite, what)) => {
                let files = files_of(&rewrite);
                to_save = Some((Change::of(survey, rewrite, what), files, around.language));
                Answer::To(addresses::UNDO.to_owned())
            }
            Err(wrong) => refused(survey, &removal, &[wrong], around),
        }
    });
    let Some((change, files, language)) = to_save else {
        return answer;
    };
    let wrong = match committed(work, &change, language) {
        Ok(()) => return Answer::To(saved_at(addresses::UNDO, &files)),
        Err(wrong) => wrong,
    };
    site(
        work,
        Purpose::Writing,
        given,
        |survey, around| match RecordRemoval::of(survey.desk(), place) {
            Some(removal) => refused(survey, &removal, &wrong, around),
            None => nothing_there(around.language),
        },
    )
}

fn refused(
    survey: &Survey<'_>,
    removal: &RecordRemoval<'_>,
    wrong: &[String],
    around: Surroundings<'_>,
) -> Answer {
    Answer::Page(
        StatusCode::UNPROCESSABLE_ENTITY,
        page(survey, removal, wrong, around),
    )
}

/// The files of the content that a change is of.
fn files_of(rewrite: &crate::edit::Rewrite) -> Vec<SourcePath> {
    rewrite.texts.keys().cloned().collect()
}

/// Saves a change; says what is wrong with it where that cannot be.
fn committed(
    work: &mut impl DeskWork,
    change: &Change,
    language: Language,
) -> Result<(), Vec<String>> {
    match change.commit(work) {
        Ok(ChangeOutcome::Saved) => Ok(()),
        Ok(ChangeOutcome::Wrong(found, builder)) => {
            Err(as_sentences(&found, builder.sources(), language))
        }
        Ok(ChangeOutcome::ChangedMeanwhile) => Err(vec![words::BUSY.get(language).to_owned()]),
        Err(error) => Err(vec![error.message(language)]),
    }
}

/// The page that asks.
fn page(
    survey: &Survey<'_>,
    removal: &RecordRemoval<'_>,
    wrong: &[String],
    around: Surroundings<'_>,
) -> DeskHtml {
    let mut body = DeskHtml::new();
    summary(wrong, words::SUMMARY, around, &mut body);
    named_by(survey, removal, around, &mut body);
    let place = &removal.place;
    let address = addresses::remove(place.kind, place.event.as_deref(), place.id.as_ref());
    form(&mut body, &address, around, |html| {
        html.element("fieldset", &[], |html| {
            html.words("legend", &[], around.say(words::WHAT_BECOMES));
            let fates = [
                (DRAFT, words::MAKE_DRAFT, removal.may_be_draft),
                (GONE, words::TAKE_OUT, removal.may_go),
                (
                    MOVED,
                    words::IT_MOVED,
                    removal.may_go && removal.is_promised,
                ),
            ];
            for (value, said, _) in fates.iter().filter(|(_, _, may_be)| *may_be) {
                html.element("label", &[("class", "choice")], |html| {
                    let attributes = [("type", "radio"), ("name", FATE), ("value", *value)];
                    html.empty("input", &attributes)
                        .text(" ")
                        .text(around.say(*said));
                });
            }
        });
        if removal.is_promised && removal.may_go {
            html.words("p", &[], around.say(words::PROMISED));
            for (name, label, help) in [
                (REASON, words::REASON, words::REASON_HELP),
                (BECAME, words::BECAME, words::BECAME_HELP),
            ] {
                line(name, label, help, around, html);
            }
        }
        button(html, around.say(words::REMOVE_BUTTON));
    });
    let title = words::remove_one(&removal.called);
    let page = DeskPage {
        title: title.get(around.language),
        trail: &trail(survey, place, around),
        at: "",
        shown: None,
    };
    page.with(around, &body)
}

fn line(
    name: &str,
    label: Bilingual,
    help: Bilingual,
    around: Surroundings<'_>,
    html: &mut DeskHtml,
) {
    html.element("div", &[("class", "field")], |html| {
        html.words("label", &[("for", name)], around.say(label));
        let described = format!("{name}-help");
        html.words(
            "p",
            &[("class", "help"), ("id", &described)],
            around.say(help),
        );
        let attributes = [
            ("type", "text"),
            ("id", name),
            ("name", name),
            ("autocomplete", "off"),
            ("aria-describedby", &described),
        ];
        html.empty("input", &attributes);
    });
}

/// What is wrong, above everything else.
fn summary(wrong: &[String], title: Bilingual, around: Surroundings<'_>, html: &mut DeskHtml) {
    if wrong.is_empty() {
        return;
    }
    html.summary(around.say(title), |html| {
        html.element("ul", &[], |html| {
            for wrong in wrong {
                html.words("li", &[], wrong);
            }
        });
    });
}

/// The records that name it, with the ways to their forms.
fn named_by(
    survey: &Survey<'_>,
    removal: &RecordRemoval<'_>,
    around: Surroundings<'_>,
    html: &mut DeskHtml,
) {
    if removal.named_by.is_empty() {
        html.words("p", &[], around.say(words::NAMED_BY_NOBODY));
        return;
    }
    html.words("h2", &[], around.say(words::NAMED_BY));
    html.words("p", &[], around.say(words::CHANGE_THESE));
    html.element("ul", &[], |html| {
        for record in removal.named_by.iter().take(MOST_NAMED) {
            let mut placed = survey.placed.iter();
            let Some(placed) = placed.find(|placed| placed.record.span == record.span) else {
                continue;
            };
            let event = record.event.as_deref();
            let address = addresses::record(record.kind, event, placed.id.as_str());
            let kind = record.kind.schema().name.get(around.language);
            let said = words::of_kind(&kind, &short_title(&placed.title(), around));
            html.element("li", &[], |html| {
                html.words("a", &[("href", &address)], said.get(around.language));
            });
        }
        let more = removal.named_by.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            let said = words::and_more_named(&more);
            html.words("li", &[], said.get(around.language));
        }
    });
}

/// Shows what was saved last.
pub(super) fn kept(work: &mut impl DeskWork, asked: &DeskRequest, given: PageGiven<'_>) -> Answer {
    let kept = match work.kept() {
        Ok(kept) => kept,
        Err(error) => return failed(&error, work.language()),
    };
    site(work, Purpose::Writing, given, |survey, around| {
        let saved = saved_files(asked, survey);
        Answer::fine(kept_page(survey, &kept, &saved, &[], around))
    })
}

/// Undoes a save.
pub(super) fn undo(work: &mut impl DeskWork, posted: &Posted, given: PageGiven<'_>) -> Answer {
    let kept = match work.kept() {
        Ok(kept) => kept,
        Err(error) => return failed(&error, work.language()),
    };
    let number = posted.first(NUMBER).and_then(|number| number.parse().ok());
    let wanted = kept.iter().find(|(own, _)| Some(*own) == number);
    let mut to_save = None;
    let answer = site(work, Purpose::Writing, given, |survey, around| {
        let undoing = wanted.and_then(|(_, save)| Some((save, save.undoing(survey.sources)?)));
        match undoing {
            Some((save, rewrite)) => {
                let what = words::undone(&save.what);
                let what = what.get(around.language).to_owned();
                let files = files_of(&rewrite);
                to_save = Some((Change::of(survey, rewrite, what), files, around.language));
                Answer::To(addresses::UNDO.to_owned())
            }
            None => {
                let wrong = [around.say(words::CHANGED_SINCE).to_owned()];
                let page = kept_page(survey, &kept, &[], &wrong, around);
                Answer::Page(StatusCode::CONFLICT, page)
            }
        }
    });
    let Some((change, files, language)) = to_save else {
        return answer;
    };
    match committed(work, &change, language) {
        Ok(()) => Answer::To(saved_at(addresses::UNDO, &files)),
        Err(wrong) => site(work, Purpose::Writing, given, |survey, around| {
            let page = kept_page(survey, &kept, &[], &wrong, around);
            Answer::Page(StatusCode::UNPROCESSABLE_ENTITY, page)
        }),
    }
}

/// The page of what was saved last.
fn kept_page(
    survey: &Survey<'_>,
    kept: &[(u64, KeptSave)],
    saved: &[String],
    wrong: &[String],
    around: Surroundings<'_>,
) -> DeskHtml {
    let mut body = DeskHtml::new();
    told_saved(saved, around, &mut body);
    summary(wrong, words::NOT_UNDONE, around, &mut body);
    if kept.is_empty() {
        body.words("p", &[], around.say(words::NOTHING_KEPT));
    } else {
        body.element("ol", &[("class", "kept")], |html| {
            for (number, save) in kept {
                html.element("li", &[], |html| {
                    kept_row(survey, *number, save, around, html);
                });
            }
        });
    }
    let page = DeskPage {
        title: around.say(words::UNDO_TITLE),
        trail: &[(around.report.unwrap_or_default().to_owned(), "/".to_owned())],
        at: "",
        shown: None,
    };
    page.with(around, &body)
}

fn kept_row(
    survey: &Survey<'_>,
    number: u64,
    save: &KeptSave,
    around: Surroundings<'_>,
    html: &mut DeskHtml,
) {
    html.words("strong", &[], &save.what);
    let files: Vec<&str> = save.paths().collect();
    html.words("p", &[("class", "soft")], &files.join(", "));
    if save.undoing(survey.sources).is_none() {
        html.words("p", &[("class", "soft")], around.say(words::CHANGED_SINCE));
        return;
    }
    form(html, addresses::UNDO, around, |html| {
        let number = number.to_string();
        let attributes = [("type", "hidden"), ("name", NUMBER), ("value", &number)];
        html.empty("input", &attributes);
        let said = around.say(words::UNDO);
        let label = format!("{said}: {}", save.what);
        let attributes = [("type", "submit"), ("aria-label", label.as_str())];
        html.words("button", &attributes, said);
    });
}
