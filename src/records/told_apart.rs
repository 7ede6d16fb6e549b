//! Whether records of one title have to be told apart: the second has a page or an old address of its
//! own, or something names them. Then they need ids, and the message gives one.

use std::collections::HashSet;

use super::namesakes::{NamedRecords, Namesake};
use super::registry::Registry;
use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Says of records of one title that they need ids, where they have to be told apart.
pub(super) fn check_namesakes(
    report: &Report,
    registry: &Registry,
    named: &NamedRecords,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let with_address: HashSet<Span> = report
        .sessions
        .iter()
        .filter(|session| session.has_page || !session.aliases.is_empty())
        .map(|session| session.span)
        .collect();
    for namesake in &registry.namesakes {
        let Namesake {
            kind,
            event,
            id,
            span,
            either,
            diagnostic,
        } = namesake;
        let first = report.index.get(*kind, *event, id.as_str());
        let is_named = first.is_some_and(|first| {
            named.by_title.contains(&first) || *either && named.by_id.contains(&first)
        });
        if is_named || with_address.contains(span) {
            diagnostics.push(diagnostic.clone());
        }
    }
}
