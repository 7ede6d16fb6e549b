//! A programme as sessions and speakers of an event: read, merged with what is there, and written.

use std::collections::HashSet;
use std::path::Path;

use jiff::tz::TimeZone;

use super::changes_told::{changes, listed, undecided};
use super::merged::MergedTaking;
use super::programme_records::{ProgrammeRecords, SentRecord};
use super::schedule_told::read_and_left;
use super::target::TargetEvent;
use crate::app::cli::ImportTask;
use crate::app::ending::Ending;
use crate::app::event::wrong;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, any_error};
use crate::edit::proposal::{
    MergedField, MergedProposal, Proposal, Site, TableMemory, ValueHash, merge,
};
use crate::id::Id;
use crate::intake::rows::{ColumnChoice, Known, NameFound};
use crate::intake::schedule::{ReadSchedule, ScheduleChoices, read};
use crate::pipeline::{Builder, Study};
use crate::records::EventId;
use crate::schema::Kind;
use crate::source::SourcePath;
use crate::words::{Language, commands, importing};

pub(super) fn take_over(
    root: &Path,
    task: &ImportTask,
    bytes: &[u8],
    terminal: &Terminal,
) -> Ending {
    let maps = task.maps.iter().map(|map| ColumnChoice::parse(map));
    let tracks = match maps.collect::<Result<Vec<_>, _>>() {
        Ok(tracks) => tracks,
        Err(diagnostic) => return wrong(&diagnostic, terminal),
    };
    let TargetEvent {
        builder,
        study,
        event,
        remembered,
        known,
    } = match TargetEvent::of(root, task, terminal) {
        Ok(target) => target,
        Err(ending) => return ending,
    };
    let path = SourcePath::new(&task.file.to_string_lossy());
    let schedule = read(bytes, &path, &choices(&study, event, tracks), &known);
    terminal.tell(&read_and_left(&schedule, path.name(), terminal.language));
    terminal.diagnostics(&schedule.diagnostics, &schedule.sources);
    if any_error(&schedule.diagnostics) {
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    }
    let taking = ProgrammeTaking {
        schedule: &schedule,
        event,
        study: &study,
        known: &known,
        memory: &remembered.memory,
    };
    let (mut merged, new, problems) = taking.merged(task, &builder, terminal);
    if !problems.is_empty() {
        terminal.diagnostics(&problems, &schedule.sources);
        terminal.tell(commands::NOTHING_CHANGED.get(terminal.language));
        return Ending::Wrong;
    }
    let taking = MergedTaking {
        root,
        is_dry_run: task.dry_run,
        is_sure: task.yes,
        sources: builder.sources(),
        remembered: &remembered,
        terminal,
    };
    match taking.write(&mut merged.rewrite, new, study.config.language()) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

/// What the programme is read for.
fn choices(study: &Study, event: EventId, tracks: Vec<ColumnChoice>) -> ScheduleChoices {
    let event = &study.report[event];
    ScheduleChoices {
        // A zone that is not known was reported with the settings.
        zone: TimeZone::get(&study.config.time_zone).unwrap_or(TimeZone::UTC),
        days: event.date..=event.end.unwrap_or(event.date).max(event.date),
        tracks,
    }
}

/// How many of what somebody has to decide are told with their place.
const MOST_PLACED: usize = 100;

/// A programme, and what it is taken over into.
struct ProgrammeTaking<'a> {
    schedule: &'a ReadSchedule,
    event: EventId,
    study: &'a Study,
    known: &'a Known,
    memory: &'a TableMemory,
}

impl ProgrammeTaking<'_> {
    /// What becomes of it, what is to be remembered, and what somebody has to decide.
    fn merged(
        &self,
        task: &ImportTask,
        builder: &Builder,
        terminal: &Terminal,
    ) -> (MergedProposal, TableMemory, Vec<Diagnostic>) {
        let id_of = |kind: Kind, word: &str| match self.known.find(kind, word) {
            NameFound::One(record) => Some(record.id.clone()),
            _ => None,
        };
        let site = Site {
            report: &self.study.report,
            files: &self.study.files,
            sources: builder.sources(),
            language: self.study.config.language(),
            id_of: &id_of,
        };
        let records = ProgrammeRecords::new(
            self.schedule,
            self.study,
            self.event,
            self.known,
            self.memory,
            site,
        );
        let sent = records.all();
        let (proposed, sent): (Vec<_>, Vec<_>) = sent.into_iter().unzip();
        let proposal = Proposal {
            records: proposed,
            ..Proposal::default()
        };
        let merged = merge(&proposal, site, task.prefer);
        let language = terminal.language;
        let gone = listed(&self.gone(&sent), language);
        let gone = gone.map(|gone| importing::not_in_programme(&gone));
        terminal.tell(&changes(&merged, gone.as_ref(), language));
        let problems = self.problems(&merged, &sent, language);
        let new = self.noted(&proposal, &merged, &sent, site);
        (merged, new, problems)
    }

    /// What people have to decide, each where it stands in the programme.
    fn problems(
        &self,
        merged: &MergedProposal,
        sent: &[SentRecord],
        language: Language,
    ) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (record, sent) in merged.records.iter().zip(sent) {
            // Each place takes a look at the whole file, and nobody reads on.
            let part = sent.part.filter(|_| problems.len() < MOST_PLACED);
            let sessions = &self.schedule.sessions;
            let span = || self.schedule.place(&sessions[part?]);
            let at = |code, _: Option<&MergedField>| match span() {
                Some(span) => Diagnostic::at(code, span),
                None => Diagnostic::of_site(code),
            };
            problems.extend(undecided(record, at, language));
        }
        problems
    }

    /// What is to be remembered: what the programme says now, and what it knows each part by. What
    /// this program made itself is not, where nobody changed anything: what another program said
    /// before still holds.
    fn noted(
        &self,
        proposal: &Proposal,
        merged: &MergedProposal,
        sent: &[SentRecord],
        site: Site<'_>,
    ) -> TableMemory {
        let mut memory = self.memory.clone();
        if self.schedule.is_ours && merged.rewrite.is_empty() {
            return memory;
        }
        let all = proposal.records.iter().zip(&merged.records).zip(sent);
        for ((proposed, record), sent) in all {
            let Some(id) = record.id.as_ref().or(sent.key.as_ref()) else {
                continue;
            };
            for field in &proposed.fields {
                let schema = field.key.holder(proposed.kind);
                let hash = field
                    .wanted
                    .as_ref()
                    .map(|value| ValueHash::of(value, schema, site.language, site.id_of));
                memory.note(proposed.kind, id, &field.key, hash);
            }
            if let Some(guid) = &sent.guid {
                memory.note_guid(proposed.kind, id, guid);
            }
        }
        memory
    }

    /// The records that the programme had and has no longer, and that the site still has.
    fn gone(&self, sent: &[SentRecord]) -> Vec<(Kind, Id)> {
        let there: HashSet<_> = sent.iter().filter_map(|sent| sent.guid.as_ref()).collect();
        let of_kind = |kind: Kind| {
            let gone = self.memory.guids(kind);
            gone.filter(|(guid, _)| !there.contains(guid))
                .map(move |(_, id)| (kind, id.clone()))
        };
        let folder = self.study.report[self.event].id.as_str();
        let all = of_kind(Kind::Session).chain(of_kind(Kind::Resource));
        let is_there = |(kind, id): &(Kind, Id)| {
            let report = &self.study.report;
            report.named(*kind, Some(folder), id.as_str()).is_some()
        };
        all.filter(is_there).collect()
    }
}
