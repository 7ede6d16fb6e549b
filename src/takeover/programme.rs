//! A programme as the sessions, links and speakers that an event is to have.

use jiff::tz::TimeZone;

use super::changes_told::undecided;
use super::programme_records::ProgrammeRecords;
use super::target::TakeoverTarget;
use super::wanted::{SentRecord, WantedBy, WantedRecords};
use crate::diagnostic::Diagnostic;
use crate::edit::proposal::{MergedField, MergedProposal, Proposal, TableMemory};
use crate::intake::rows::ColumnChoice;
use crate::intake::schedule::{ReadSchedule, ScheduleChoices};
use crate::pipeline::Study;
use crate::records::EventId;
use crate::words::Language;

/// How many of what somebody has to decide are told with their place.
const MOST_PLACED: usize = 100;

/// What a programme is read for. `tracks` says which theme each of its tracks is.
pub fn programme_choices(
    study: &Study,
    event: EventId,
    tracks: Vec<ColumnChoice>,
) -> ScheduleChoices {
    let event = &study.report[event];
    ScheduleChoices {
        // A zone that is not known was reported with the settings.
        zone: TimeZone::get(&study.config.time_zone).unwrap_or(TimeZone::UTC),
        days: event.date..=event.end.unwrap_or(event.date).max(event.date),
        tracks,
    }
}

/// The records that a programme wants.
pub fn wanted_of_programme<'a>(
    schedule: &ReadSchedule,
    target: TakeoverTarget<'a>,
    memory: &'a TableMemory,
) -> WantedRecords<'a> {
    let all = target.look(|site| {
        let TakeoverTarget {
            study,
            event,
            known,
            ..
        } = target;
        ProgrammeRecords::new(schedule, study, event, known, memory, site).all()
    });
    let (records, sent): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    WantedRecords {
        target,
        memory,
        proposal: Proposal {
            records,
            ..Proposal::default()
        },
        sent,
        by: WantedBy::Programme {
            is_ours: schedule.is_ours,
        },
    }
}

/// What people have to decide, each where it stands in the programme.
pub fn programme_problems(
    schedule: &ReadSchedule,
    merged: &MergedProposal,
    sent: &[SentRecord],
    language: Language,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (record, sent) in merged.records.iter().zip(sent) {
        // Each place takes a look at the whole file, and nobody reads on.
        let part = sent.part.filter(|_| problems.len() < MOST_PLACED);
        let span = || schedule.place(&schedule.sessions[part?]);
        let at = |code, _: Option<&MergedField>| match span() {
            Some(span) => Diagnostic::at(code, span),
            None => Diagnostic::of_site(code),
        };
        problems.extend(undecided(record, at, language));
    }
    problems
}
