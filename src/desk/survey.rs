//! [`Survey`]: the report that is open, as the pages ask for it: its records where they are written,
//! and what is to be said of each.

use crate::advice::{AdviceGroup, advise};
use crate::diagnostic::{self, Diagnostic, Place, Severity};
use crate::edit::proposal::PlacedRecord;
use crate::pipeline::Study;
use crate::schema::Kind;
use crate::source::{Sources, Span};
use crate::words::Language;

/// The report that is open.
pub(super) struct Survey<'a> {
    pub(super) study: &'a Study,
    pub(super) sources: &'a Sources,
    /// What is wrong with it, and what is likely wrong.
    pub(super) diagnostics: &'a [Diagnostic],
    /// The language of the report.
    pub(super) language: Language,
    /// All records as they are written, in the order of files and places.
    pub(super) placed: Vec<PlacedRecord<'a>>,
}

/// Something that is to be said of the report.
#[derive(Debug)]
pub(super) struct DeskFinding {
    pub(super) diagnostic: Diagnostic,
    /// What it is about, where it is advice.
    pub(super) group: Option<AdviceGroup>,
    /// The record it is about: its position among those of the survey.
    pub(super) record: Option<usize>,
    /// The field, by its English name.
    pub(super) field: Option<&'static str>,
}

impl DeskFinding {
    /// Whether it keeps the site from being published.
    pub(super) fn is_error(&self) -> bool {
        self.diagnostic.severity() == Severity::Error
    }

    /// Whether something is to be done about it; how a text reads is no such thing.
    pub(super) fn asks_for_work(&self) -> bool {
        self.group != Some(AdviceGroup::Language)
    }
}

impl<'a> Survey<'a> {
    /// All that is to be said: what is wrong, and where nothing is, what is advised too.
    pub(super) fn findings(&self, drafts: bool) -> Vec<DeskFinding> {
        let mut findings: Vec<DeskFinding> = self
            .diagnostics
            .iter()
            .map(|diagnostic| self.finding(diagnostic.clone(), None))
            .collect();
        if !diagnostic::any_error(self.diagnostics) {
            let advice = advise(self.study, self.sources, drafts);
            for (group, advised) in advice.groups {
                let of_group = advised.into_iter();
                findings.extend(of_group.map(|advised| self.finding(advised, Some(group))));
            }
        }
        findings
    }

    fn finding(&self, diagnostic: Diagnostic, group: Option<AdviceGroup>) -> DeskFinding {
        let span = if let Place::Text(span) = diagnostic.place {
            Some(span)
        } else {
            None
        };
        let record = span.and_then(|span| self.record_at(span));
        let field = span
            .zip(record)
            .and_then(|(span, record)| field_at(&self.placed[record], span));
        DeskFinding {
            diagnostic,
            group,
            record,
            field,
        }
    }

    /// The record in which a place lies: the last that begins before it in its file, else the first
    /// of the file.
    fn record_at(&self, span: Span) -> Option<usize> {
        let begins =
            |placed: &PlacedRecord<'_>| (placed.record.span.file, placed.record.span.start);
        let behind = self
            .placed
            .partition_point(|placed| begins(placed) <= (span.file, span.start));
        let is_of_file = |position: &usize| {
            let placed = self.placed.get(*position);
            placed.is_some_and(|placed| placed.record.span.file == span.file)
        };
        let last = behind.checked_sub(1).filter(is_of_file);
        last.or_else(|| Some(behind).filter(is_of_file))
    }

    /// The records of a kind in an event, or of those that all share.
    pub(super) fn of(
        &self,
        kind: Kind,
        event: Option<&str>,
    ) -> impl Iterator<Item = (usize, &PlacedRecord<'a>)> {
        let all = self.placed.iter().enumerate();
        all.filter(move |(_, placed)| {
            placed.record.kind == kind && placed.record.event.as_deref() == event
        })
    }

    /// The event of this id.
    pub(super) fn event(&self, id: &str) -> Option<(usize, &PlacedRecord<'a>)> {
        self.of(Kind::Event, Some(id)).next()
    }

    /// The address on the site of a record; nothing where it has none, such as a draft that is left
    /// out.
    pub(super) fn shown_at(&self, placed: &PlacedRecord<'_>) -> Option<String> {
        let (report, plan) = (&self.study.report, &self.study.plan);
        let span = placed.record.span;
        let record = report
            .records()
            .find(|id| report.record(*id).span() == span)?;
        plan.addresses.record(report, record, self.language)
    }
}

/// The field of a record in which a place lies.
fn field_at(placed: &PlacedRecord<'_>, span: Span) -> Option<&'static str> {
    let fields = &placed.record.fields;
    let entry = fields.entries.iter().find(|entry| {
        let (key, value) = (entry.key, entry.value.span);
        let (start, end) = (key.start.min(value.start), key.end.max(value.end));
        key.file == span.file && (start..end.max(start + 1)).contains(&span.start)
    })?;
    Some(fields.schema[entry.field].name.en)
}
