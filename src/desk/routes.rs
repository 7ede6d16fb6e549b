//! Which page an address is of, and what a form that was sent there has done.

use super::addresses;
use super::answer::Answer;
use super::forms::RecordPlace;
use super::pages::event::{self, EventPage};
use super::pages::rows::{FROM, ListAsked, WORDS};
use super::pages::{check, report};
use super::requests::DeskRequest;
use super::settings::{self, AskedSettings};
use super::studied::{PageGiven, nothing_there, site};
use super::survey::Survey;
use super::work::{DeskWork, Purpose};
use super::writing::saved_files;
use super::{adding, asking, imports, placing, publishing, removing, starting, texting, writing};
use crate::edit::proposal::PlacedRecord;
use crate::encode::path_decoded;
use crate::id::Id;
use crate::schema::{Home, Kind};

/// The control with the path of a page of the site.
const PATH: &str = "path";

/// Answers a request that may be answered.
pub(super) fn answer(
    work: &mut impl DeskWork,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    let names = asked.names();
    match (&asked.form, names.as_slice()) {
        (None, ["reports"]) => starting::start(work, asked, given),
        (None, []) if work.folder().is_none() => starting::start(work, asked, given),
        (Some(_), ["open"]) => starting::open(work, asked, given),
        (Some(_), ["begin"]) => starting::begin(work, asked, given),
        _ if work.folder().is_none() => nothing_there(work.language()),
        (None, ["publish"]) => publishing::compare(work, asked, given),
        (Some(posted), ["publish"]) => publishing::publish(work, posted, given),
        (None, ["publish", place]) => placing::shown(work, place, asked, given),
        (Some(posted), ["publish", place]) => placing::act(work, place, posted, given),
        (None, ["settings", rest @ ..]) => match asked_settings(rest) {
            Some(of) => settings::form(work, asked, of, given),
            None => nothing_there(work.language()),
        },
        (Some(posted), ["settings", rest @ ..]) => match asked_settings(rest) {
            Some(of) => settings::save(work, of, posted, given),
            None => nothing_there(work.language()),
        },
        (None, ["search"]) => writing::search(work, asked),
        (Some(posted), ["text"]) => texting::text(work, posted, given),
        (Some(posted), ["paste"]) => texting::paste(work.language(), posted),
        (None, ["undo"]) => removing::kept(work, asked, given),
        (Some(posted), ["undo"]) => removing::undo(work, posted, given),
        (_, ["import", rest @ ..]) => imports::answer(work, rest, asked, given),
        (None, ["remove", ..]) => match place(names.as_slice()) {
            Some(place) => removing::ask(work, &place, given),
            None => nothing_there(work.language()),
        },
        (Some(posted), ["remove", ..]) => match place(names.as_slice()) {
            Some(place) => removing::remove(work, &place, posted, given),
            None => nothing_there(work.language()),
        },
        (None, ["record" | "new", ..]) => match place(names.as_slice()) {
            Some(place) => writing::form(work, &place, asked, given),
            None => nothing_there(work.language()),
        },
        (Some(posted), ["record" | "new", ..]) => match place(names.as_slice()) {
            Some(place) => writing::save(work, &place, posted, given),
            None => nothing_there(work.language()),
        },
        (None, ["picture"]) => asking::small(work, asked),
        (None, ["photos", event] | ["photos", event, "files"]) => {
            asking::ask(work, event, asked, given)
        }
        (Some(posted), ["photos", event]) => asking::say(work, event, posted, given),
        (Some(_), ["photos", event, "files"]) if Id::new(event).is_some() => {
            adding::add(work, event, asked, given)
        }
        (None, names) => of_report(work, names, asked, given),
        (Some(_), _) => nothing_there(work.language()),
    }
}

/// The settings that are asked for.
fn asked_settings<'a>(names: &[&'a str]) -> Option<AskedSettings<'a>> {
    match names {
        [] => Some(AskedSettings::Report),
        ["place"] => Some(AskedSettings::NewPlace),
        ["place", name] => Some(AskedSettings::Place(name)),
        _ => None,
    }
}

/// The record whose form is asked for.
fn place(names: &[&str]) -> Option<RecordPlace> {
    match names {
        ["record" | "remove", kind, event, id] => {
            RecordPlace::read(kind, event, Some(Id::new(id)?))
        }
        ["new", kind, event] => RecordPlace::read(kind, event, None),
        _ => None,
    }
}

/// The pages that only show what is there.
fn of_report(
    work: &mut impl DeskWork,
    names: &[&str],
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    match names {
        [] => site(work, Purpose::Writing, given, |survey, around| {
            Answer::fine(report::page(survey, &survey.findings(true), around))
        }),
        ["check"] => site(work, Purpose::Publishing, given, |survey, around| {
            Answer::fine(check::page(survey, &survey.findings(false), around))
        }),
        ["event", event] => of_event(work, event, None, asked, given),
        ["event", event, kind] => match Kind::named(kind) {
            Some(kind) if event::kinds().any(|of_event| of_event == kind) => {
                of_event(work, event, Some(kind), asked, given)
            }
            _ => nothing_there(work.language()),
        },
        ["list", kind] => match Kind::named(kind) {
            Some(kind) if matches!(kind.schema().home, Home::Shared | Home::Pages) => {
                site(work, Purpose::Writing, given, |survey, around| {
                    let findings = survey.findings(true);
                    let page = report::list(survey, &findings, kind, list_asked(asked), around);
                    Answer::fine(page)
                })
            }
            _ => nothing_there(work.language()),
        },
        ["at"] => {
            let path = asked.query.first(PATH).unwrap_or_default();
            site(work, Purpose::Writing, given, |survey, _| {
                Answer::To(written_at(survey, path))
            })
        }
        _ => nothing_there(work.language()),
    }
}

fn of_event(
    work: &mut impl DeskWork,
    event: &str,
    kind: Option<Kind>,
    asked: &DeskRequest,
    given: PageGiven<'_>,
) -> Answer {
    site(work, Purpose::Writing, given, |survey, around| {
        let Some(event) = survey.event(event) else {
            return nothing_there(around.language);
        };
        let page = EventPage {
            survey,
            findings: &survey.findings(true),
            event,
            kind,
            asked: list_asked(asked),
            saved: &saved_files(asked, survey),
            told: imports::told(asked, around.language),
        };
        Answer::fine(page.html(around))
    })
}

/// What is asked of a list.
fn list_asked(asked: &DeskRequest) -> ListAsked<'_> {
    let said = |name| asked.query.first(name).unwrap_or_default();
    ListAsked {
        words: said(WORDS),
        part: said(FROM).parse().unwrap_or(1),
    }
}

/// Where what a page of the site shows is written: the form of its record, else the desk's first
/// page.
fn written_at(survey: &Survey<'_>, path: &str) -> String {
    let plain = |path: &str| path_decoded(path).map(std::borrow::Cow::into_owned);
    let asked = plain(path);
    let report = &survey.study.report;
    let found = report.records().find(|id| {
        let languages = survey.study.config.languages.iter();
        let mut addresses = languages.filter_map(|language| {
            let address = survey.study.plan.addresses.record(report, *id, *language)?;
            // A place on a page is not what the page is about.
            plain(&address).filter(|address| !address.contains('#'))
        });
        addresses.any(|address| Some(address) == asked)
    });
    let span = found.map(|id| report.record(id).span());
    let placed = span.and_then(|span| {
        let mut all = survey.placed.iter();
        all.find(|placed| placed.record.span == span)
    });
    placed.map_or_else(|| "/".to_owned(), address_of)
}

fn address_of(placed: &PlacedRecord<'_>) -> String {
    let record = placed.record;
    addresses::record(record.kind, record.event.as_deref(), placed.id.as_str())
}
