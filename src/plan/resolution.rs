//! What became of each promised address: a page that is still there keeps its address; what moved
//! leads on, what is gone says so, and what is simply missing stops the build, with the ways out.
//!
//! In: the report and `addresses.toml`. Out: a resolution of every promise, which pages are kept
//! though nothing is on record for them any more, and diagnostics. What a record stood in carries
//! it along: where an event moved, so did its deals; where a region moved, so did its pages by
//! theme.

use std::collections::{BTreeSet, HashSet};

use super::page::Page;
use super::subject::{Subject, title_of};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, NoteKind, nearest};
use crate::id::Id;
use crate::input::permalinks::{Destination, End, Gone, Promise, Promised, Rules, names};
use crate::records::{RecordId, Report};
use crate::reference::Reference;
use crate::schema::Kind;
use crate::source::{Span, Spanned};
use crate::words::Language;
use crate::words::messages::plan as messages;

/// What stands where something was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resolution<'a> {
    /// A record that is there, under its own name or a newer one.
    Record(RecordId),
    /// A page that is no record's own.
    Page(Page),
    /// An address that the writer gave.
    Address(&'a str),
    /// Nothing any more, as the writer says; or a person who is not to be named.
    Gone(Option<&'a Gone>),
    /// Nothing, and nobody says why: the name that is missing.
    Lost(Reference),
}

/// What became of a promise.
#[derive(Debug)]
pub(super) struct ResolvedPromise<'a> {
    /// The promise.
    pub(super) promise: &'a Promise,
    /// What stands for it now.
    pub(super) resolution: Resolution<'a>,
    /// Whether its name and addresses are to be forgotten: then only its short link is left.
    pub(super) nameless: bool,
}

/// What became of all promises.
#[derive(Debug)]
pub(super) struct Resolutions<'a> {
    /// Each promise, in the order of the file.
    pub(super) list: Vec<ResolvedPromise<'a>>,
    /// The pages that are kept though they are empty.
    pub(super) empty: BTreeSet<Page>,
}

impl Resolutions<'_> {
    /// The addresses that are not to be forgotten.
    pub(super) fn lasting(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.list
            .iter()
            .filter(|resolved| !resolved.nameless)
            .flat_map(|resolved| &resolved.promise.addresses)
    }

    /// The addresses that are to be forgotten.
    pub(super) fn nameless(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.list
            .iter()
            .filter(|resolved| resolved.nameless)
            .flat_map(|resolved| &resolved.promise.addresses)
    }
}

/// Finds out what stands where something was promised.
pub(super) fn resolve<'a>(
    report: &Report,
    promised: &'a Promised,
    diagnostics: &mut Vec<Diagnostic>,
) -> Resolutions<'a> {
    let rules = Rules::of(promised);
    check_rows(report, promised, &rules, diagnostics);
    let mut empty = BTreeSet::new();
    let list = promised
        .promises
        .iter()
        .map(|promise| {
            let forgets = rules.forgets(&promise.of.value, &|reference| {
                is_there(report, &rules, reference)
            });
            let resolution = match (resolution(report, &rules, &promise.of.value), forgets) {
                // A row that leads to an address has no name to stand under any more.
                (
                    Resolution::Address(_) | Resolution::Lost(_) | Resolution::Gone(None),
                    Some(gone),
                ) => Resolution::Gone(Some(gone)),
                (resolution, _) => resolution,
            };
            if let Resolution::Page(page) = resolution
                && page.is_empty(report)
            {
                empty.insert(page);
            }
            ResolvedPromise {
                promise,
                resolution,
                nameless: forgets.is_some(),
            }
        })
        .collect();
    Resolutions { list, empty }
}

fn resolution<'a>(report: &Report, rules: &Rules<'a>, reference: &Reference) -> Resolution<'a> {
    match rules.follow(reference, &|reference| is_there(report, rules, reference)) {
        End::There(reference) => match here(report, &reference) {
            // Whoever is not to be named has no page; that is said in the record itself.
            Some(Resolution::Record(RecordId::Person(person))) if !report[person].listed => {
                Resolution::Gone(None)
            }
            Some(here) => here,
            None => Resolution::Lost(reference),
        },
        End::Address(address) => Resolution::Address(address),
        End::Gone(gone) => Resolution::Gone(Some(gone)),
        End::Lost(root) => Resolution::Lost(root),
        // A circle has a message of its own.
        End::Circle => Resolution::Gone(None),
    }
}

/// Whether a name stands for something. What has no page of its own, since nothing is on record for
/// it or it is not to be named, is there until somebody says what became of it.
pub fn is_there(report: &Report, rules: &Rules<'_>, reference: &Reference) -> bool {
    match here(report, reference) {
        Some(Resolution::Page(page)) => !page.is_empty(report) || !rules.tell_of(reference),
        Some(Resolution::Record(RecordId::Person(person))) => {
            report[person].listed || !rules.tell_of(reference)
        }
        Some(_) => true,
        None => false,
    }
}

/// Under which names something was promised.
fn names_of(promised: &Promised) -> HashSet<&Reference> {
    let all = promised.promises.iter();
    all.map(|promise| &promise.of.value).collect()
}

/// What the rows of `[[moved]]` and `[[gone]]` say that cannot be.
fn check_rows(
    report: &Report,
    promised: &Promised,
    rules: &Rules<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let there = |reference: &Reference| is_there(report, rules, reference);
    let known = names_of(promised);
    // A row is about what was promised under an older name as well, and about what stood in it.
    let led_to: HashSet<&Reference> = promised
        .promises
        .iter()
        .flat_map(|promise| {
            let end = if let End::Gone(gone) = rules.follow(&promise.of.value, &there) {
                Some(gone)
            } else {
                None
            };
            end.into_iter()
                .chain(rules.forgets(&promise.of.value, &there))
        })
        .map(|gone| &gone.what.value)
        .collect();
    let rows = promised
        .moved
        .iter()
        .map(|moved| (&moved.from, None))
        .chain(promised.gone.iter().map(|gone| (&gone.what, Some(gone))));
    for (reference, gone) in rows {
        if there(&reference.value) {
            diagnostics.push(
                Diagnostic::at(Code::StillThere, reference.span).with("what", &reference.value),
            );
        } else if !known.contains(&reference.value) && !led_to.contains(&reference.value) {
            diagnostics.push(
                Diagnostic::at(Code::NeverPromised, reference.span).with("what", &reference.value),
            );
        } else if gone.is_some_and(|gone| gone.forget && reason_that_names(report, gone).is_none())
        {
            diagnostics.push(
                Diagnostic::at(Code::ForgetNotRecorded, reference.span)
                    .with("what", &reference.value),
            );
        }
    }
    for gone in promised.gone.iter().filter(|gone| gone.forget) {
        diagnostics.extend(reason_that_names(report, gone));
    }
    check_moves(report, promised, rules, diagnostics);
}

/// What `[[moved]]` says that leads nowhere, or round in a circle.
fn check_moves(
    report: &Report,
    promised: &Promised,
    rules: &Rules<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut in_circle: HashSet<&Reference> = HashSet::new();
    for moved in &promised.moved {
        let mut path = vec![&moved.from.value];
        let mut next = rules.next(&moved.from.value);
        while let Some(to) = next.filter(|_| !in_circle.contains(path[path.len() - 1])) {
            if let Some(start) = path.iter().position(|passed| *passed == to) {
                let circle = path[start..]
                    .iter()
                    .chain([&to])
                    .map(|reference| format!("`{reference}`"))
                    .collect::<Vec<_>>()
                    .join(" → ");
                diagnostics
                    .push(Diagnostic::at(Code::MovedCircle, moved.from.span).with("path", circle));
                in_circle.extend(&path[start..]);
                break;
            }
            path.push(to);
            next = rules.next(to);
        }
        if let Destination::Reference(to) = &moved.to.value
            && !in_circle.contains(&moved.from.value)
            && let Resolution::Lost(_) = resolution(report, rules, to)
        {
            diagnostics.push(Diagnostic::at(Code::MovedNowhere, moved.to.span).with("to", to));
        }
    }
}

/// The message about a reason that names what is to be forgotten: readers see it, and it stays.
fn reason_that_names(report: &Report, gone: &Gone) -> Option<Diagnostic> {
    let id = gone.what.value.id()?;
    // A number behind an id tells namesakes apart.
    let plain = id
        .as_str()
        .trim_end_matches(|character: char| character.is_ascii_digit())
        .trim_end_matches('-');
    let plain = if plain.is_empty() { id.as_str() } else { plain };
    let written = match here(report, &gone.what.value) {
        Some(Resolution::Record(record)) => Some(title_of(report, record).to_owned()),
        _ => None,
    };
    let texts = [
        Some(&gone.reason.original),
        gone.reason.translation.as_ref(),
    ]
    .into_iter()
    .flatten();
    let (_, span) = texts.zip(&gone.said_at).find(|(text, _)| {
        [Some(id.as_str()), Some(plain), written.as_deref()]
            .into_iter()
            .flatten()
            .any(|name| names(text, name))
    })?;
    Some(Diagnostic::at(Code::ReasonNames, *span))
}

/// What stands under a name itself.
fn here<'a>(report: &Report, reference: &Reference) -> Option<Resolution<'a>> {
    match reference {
        Reference::Record { kind, event, id } => {
            let record = report.named(*kind, event.as_ref().map(Id::as_str), id.as_str())?;
            let inline = match record {
                RecordId::Idea(idea) => report[idea].inline,
                RecordId::Need(need) => report[need].inline,
                _ => false,
            };
            (!inline).then_some(Resolution::Record(record))
        }
        Reference::Crossing { region, theme } => {
            let (RecordId::Region(region), RecordId::Theme(theme)) = (
                report.named(Kind::Region, None, region.as_str())?,
                report.named(Kind::Theme, None, theme.as_str())?,
            ) else {
                return None;
            };
            Some(Resolution::Page(Page::Crossing(region, theme)))
        }
        Reference::Year(year) => Some(Resolution::Page(Page::Year(*year))),
    }
}

/// The language that an address belongs to: that of its first folder, where the site has it; else
/// the usual one.
pub(super) fn language_of(address: &str, config: &Config) -> Language {
    let first = address
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    Language::from_tag(first)
        .filter(|language| config.languages.contains(language))
        .unwrap_or(config.language())
}

/// The message about something promised that is missing: the name that is missing, whatever else
/// went with it.
pub(super) fn lost(
    report: &Report,
    promised: &Promised,
    root: &Reference,
    otherwise: Span,
) -> Diagnostic {
    let span = promised
        .promises
        .iter()
        .find(|promise| promise.of.value == *root)
        .map_or(otherwise, |promise| promise.of.span);
    let diagnostic = Diagnostic::at(Code::PromisedLost, span).with("what", root);
    let way = match likely(report, promised, root) {
        Some(new) => messages::is_it_called_now(&new, &root),
        None => messages::PUT_IT_BACK.into(),
    };
    diagnostic.with("way", way)
}

/// A record of the same kind that was not promised and looks most like the missing one.
fn likely(report: &Report, promised: &Promised, root: &Reference) -> Option<Reference> {
    let Reference::Record { kind, event, id } = root else {
        return None;
    };
    let known = names_of(promised);
    let all = Subject::all(report).map(|subject| subject.permalink(report));
    let all = all.filter(|reference| match reference {
        Reference::Record {
            kind: other,
            event: of,
            ..
        } => other == kind && of == event && !known.contains(reference),
        _ => false,
    });
    let candidates: Vec<Reference> = all.collect();
    let ids: Vec<&str> = candidates
        .iter()
        .filter_map(|reference| {
            if let Reference::Record { id, .. } = reference {
                Some(id.as_str())
            } else {
                None
            }
        })
        .collect();
    // One that is new beside one that is missing is likely the same, however little they look
    // alike.
    let found = nearest(id.as_str(), ids.iter().copied())
        .or(if let [only] = ids.as_slice() {
            Some(*only)
        } else {
            None
        })?
        .to_owned();
    candidates
        .into_iter()
        .find(|reference| matches!(reference, Reference::Record { id, .. } if id.as_str() == found))
}

/// The message about a promised address where something else stands now.
pub(super) fn taken(
    promise: &Promise,
    address: &Spanned<String>,
    other: Option<Span>,
) -> Diagnostic {
    let diagnostic = Diagnostic::at(Code::PromisedTaken, other.unwrap_or(address.span))
        .with("address", &address.value)
        .with("what", &promise.of.value);
    if other.is_some() {
        diagnostic.note(address.span, NoteKind::AlsoHere)
    } else {
        diagnostic
    }
}
