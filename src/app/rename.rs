//! `oogst rename`: another id for a record, in its file, in everything that refers to it and in its
//! address; the old address leads on.

use std::path::Path;

use jiff::civil::Date;

use super::commit::{commit, options, study};
use super::ending::Ending;
use super::recording::{ADDRESSES, addresses_with, new_promises, promised_pages};
use crate::app::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::edit::{NewPromise, Recording, Renaming, rename};
use crate::id::Id;
use crate::input::permalinks::{Destination, End, Moved, Promised, Rules};
use crate::pipeline::{Builder, Study};
use crate::plan::resolution::is_there;
use crate::reference::Reference;
use crate::source::{FileId, SourcePath, Sources, Span, Spanned};
use crate::words::commands;

pub(super) fn run(
    root: &Path,
    [from, to]: [&str; 2],
    date: Option<Date>,
    terminal: &Terminal,
) -> Ending {
    let options = options(date);
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options, terminal) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let (recording, renaming) = match wanted(from, to, &study)
        .and_then(|renaming| Ok((recording(&renaming, &study)?, renaming)))
    {
        Ok(both) => both,
        Err(diagnostic) => {
            terminal.diagnostics(&[diagnostic], &Sources::default());
            return Ending::Wrong;
        }
    };
    let event = renaming.event.as_ref().map(Id::as_str);
    let record = study
        .report
        .named(renaming.kind, event, renaming.old.as_str())
        .expect("what is wanted is there");
    let mut rewrite = rename(
        &renaming,
        record,
        &study.report,
        &study.files,
        builder.sources(),
    );
    rewrite.texts.insert(
        SourcePath::new(ADDRESSES),
        addresses_with(&builder, &study, &recording).into(),
    );
    // Its own addresses file is no place that refers to it.
    let files = rewrite.texts.len() - 1;
    if let Err(ending) = commit(root, options, &builder, &rewrite, terminal) {
        return ending;
    }
    let (old, new) = (
        renaming.from().said(terminal.language),
        renaming.to().said(terminal.language),
    );
    let words = match files {
        1 => commands::renamed_in_one_file(&old, &new),
        files => commands::renamed(&old, &new, &files),
    };
    terminal.tell(words.get(terminal.language));
    Ending::Fine
}

/// Reads what was typed; says what is wrong with it.
fn wanted(from: &str, to: &str, study: &Study) -> Result<Renaming, Diagnostic> {
    let Some(Reference::Record {
        kind,
        event,
        id: old,
    }) = Reference::parse(from)
    else {
        return Err(unknown(Code::BadReference, from, from, study));
    };
    let reference = |id: Id| Reference::Record {
        kind,
        event: event.clone(),
        id,
    };
    let is_there = |id: &Id| {
        let event = event.as_ref().map(Id::as_str);
        study.report.named(kind, event, id.as_str()).is_some()
    };
    if !is_there(&old) {
        let spelled = reference(old).to_string();
        return Err(unknown(Code::UnknownName, from, &spelled, study));
    }
    // `deal:2018-overijssel/new` is as good as `new`.
    let new = match Reference::parse(to) {
        Some(Reference::Record {
            kind: same,
            event: within,
            id,
        }) if same == kind && within == event => Some(id),
        _ => Id::new(to),
    };
    let Some(new) = new else {
        return Err(Diagnostic::of_site(Code::BadId)
            .with("value", to)
            .suggest(Id::from_title(to)));
    };
    if new == old {
        return Err(Diagnostic::of_site(Code::SameName).with("value", from));
    }
    if is_there(&new) {
        return Err(Diagnostic::of_site(Code::NameTaken)
            .with("old", reference(old))
            .with("new", reference(new)));
    }
    Ok(Renaming {
        kind,
        event,
        old,
        new,
    })
}

/// What to say of a name that is none here: with the nearest one that is, as far as it is spelled.
fn unknown(code: Code, from: &str, spelled: &str, study: &Study) -> Diagnostic {
    let known: Vec<String> = promised_pages(study)
        .into_iter()
        .map(|(_, reference, _)| reference.to_string())
        .collect();
    let suggestion = nearest(spelled, known.iter().map(String::as_str)).map(ToOwned::to_owned);
    Diagnostic::of_site(code)
        .with("value", from)
        .suggest(suggestion)
}

/// What `addresses.toml` must say: every address that goes, and where all that ever led to it leads
/// now.
fn recording(renaming: &Renaming, study: &Study) -> Result<Recording, Diagnostic> {
    let Study {
        report, promised, ..
    } = study;
    let mut promises: Vec<NewPromise> = new_promises(study)
        .into_iter()
        .filter(|new| renaming.carries(&new.of) && !new.addresses.is_empty())
        .collect();
    // A short link is for what stays under its name.
    for new in &mut promises {
        new.short = false;
    }
    let rules = Rules::of(promised);
    let there = |reference: &Reference| is_there(report, &rules, reference);
    // Afterwards: what is renamed is there under its new name only.
    let there_after = |reference: &Reference| {
        renaming.forwards(reference) == *reference && there(&renaming.backwards(reference))
    };
    let mut moved = vec![(renaming.from(), renaming.to())];
    let mut back: Vec<Reference> = promised
        .moved
        .iter()
        .map(|row| &row.from.value)
        .filter(|reference| there_after(reference))
        .cloned()
        .collect();
    let rows_after = rows_after(promised, &back, &moved);
    let rules_after = Rules::new(&rows_after, &promised.gone);
    let promised_before = promised.promises.iter().map(|promise| &promise.of.value);
    for of in promised_before.chain(promises.iter().map(|promise| &promise.of)) {
        let End::There(target) = rules.follow(of, &there) else {
            continue;
        };
        let wanted = renaming.forwards(&target);
        match rules_after.follow(of, &there_after) {
            End::There(found) if found == wanted => {}
            End::There(found) if found == *of => {
                return Err(Diagnostic::of_site(Code::NamePromised)
                    .with("new", renaming.to())
                    .with("what", target));
            }
            // One more rule, for what a rule no longer carries along.
            _ => {
                back.push(of.clone());
                moved.push((of.clone(), wanted));
            }
        }
    }
    Ok(Recording {
        promises,
        moved,
        back,
        ..Recording::default()
    })
}

/// The rows of `[[moved]]` afterwards: without those of what is back, with the new ones.
fn rows_after(
    promised: &Promised,
    back: &[Reference],
    moved: &[(Reference, Reference)],
) -> Vec<Moved> {
    let nowhere = Span::new(FileId(0), 0..0);
    let row = |(from, to): &(Reference, Reference)| Moved {
        from: Spanned::new(from.clone(), nowhere),
        to: Spanned::new(Destination::Reference(to.clone()), nowhere),
    };
    let kept = promised
        .moved
        .iter()
        .filter(|row| !back.contains(&row.from.value))
        .cloned();
    kept.chain(moved.iter().map(row)).collect()
}
