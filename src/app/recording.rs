//! What is promised of a site: the addresses of its pages, and how they are written down.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use super::commit::commit_with;
use super::ending::Ending;
use super::memories::{self, ReadFile};
use crate::app::terminal::Terminal;
use crate::edit::{
    Forgetting, NewPromise, Recording, Rewrite, Splices, forgetting, record, write_ids,
};
use crate::error::Error;
use crate::input::permalinks::{Rules, names, salt_of};
use crate::pipeline::{BuildOptions, Builder, Study};
use crate::plan::page::Page;
use crate::plan::resolution::is_there;
use crate::plan::subject::Subject;
use crate::plan::wanted::pages;
use crate::records::RecordId;
use crate::reference::Reference;
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::commands;
use crate::words::phrases;

/// Where promised addresses stand.
pub(super) const ADDRESSES: &str = "addresses.toml";

/// The pages of a site that are promised, with what they are and their own addresses, the usual
/// language first.
pub(super) fn promised_pages(study: &Study) -> Vec<(Page, Reference, Vec<String>)> {
    let Study {
        config,
        report,
        plan,
        ..
    } = study;
    let wanted = pages(report, config, &plan.empty);
    let addresses = |page| {
        config
            .languages
            .iter()
            .map(|language| plan.addresses.path(report, page, *language))
            .collect()
    };
    wanted
        .into_iter()
        .filter_map(|wanted| {
            Some((
                wanted.page,
                wanted.page.permalink(report)?,
                addresses(wanted.page),
            ))
        })
        .collect()
}

/// What is not on record yet, or not all of it: pages, and the old addresses that records say lead
/// to them.
pub(super) fn new_promises(study: &Study) -> Vec<NewPromise> {
    let Study {
        report,
        plan,
        promised,
        ..
    } = study;
    let mut known: HashMap<&Reference, Vec<&str>> = HashMap::new();
    for promise in &promised.promises {
        known.entry(&promise.of.value).or_default().extend(
            promise
                .addresses
                .iter()
                .map(|address| address.value.as_str()),
        );
    }
    let recorded: HashSet<&str> = known.values().flatten().copied().collect();
    let mut aliases: BTreeMap<RecordId, Vec<&str>> = BTreeMap::new();
    // What is on record for something else keeps that promise; it is not made twice.
    for (record, alias) in plan
        .aliases
        .iter()
        .filter(|(_, alias)| !recorded.contains(alias.as_str()))
    {
        aliases.entry(*record).or_default().push(alias);
    }
    let mut new = Vec::new();
    for (page, of, mut addresses) in promised_pages(study) {
        if let Some(known) = known.get(&of) {
            addresses.retain(|address| !known.contains(&address.as_str()));
        }
        let old = page
            .record()
            .and_then(|record| aliases.remove(&record))
            .unwrap_or_default();
        addresses.extend(old.into_iter().map(ToOwned::to_owned));
        let short = page
            .record()
            .is_some_and(|record| !plan.shorts.contains_key(&record));
        if short || !addresses.is_empty() {
            new.push(NewPromise {
                of,
                addresses,
                short,
            });
        }
    }
    // Old addresses that lead to a place on another page, such as that of a session in its
    // programme.
    for (record, old) in aliases {
        if let Some(subject) = Subject::of(record) {
            new.push(NewPromise {
                of: subject.permalink(report),
                addresses: old.into_iter().map(ToOwned::to_owned).collect(),
                short: false,
            });
        }
    }
    new
}

/// What is written down of a site: ids and addresses.
pub(super) struct SiteRecording {
    /// The files with them.
    pub(super) rewrite: Rewrite,
    /// Files that are no part of the content, and were read for it.
    pub(super) besides: Vec<ReadFile>,
    ids: usize,
    forgotten: Vec<Reference>,
}

/// What there is to write down.
pub(super) fn to_record(
    root: &Path,
    builder: &Builder,
    study: &Study,
    new: Vec<NewPromise>,
) -> Result<SiteRecording, Error> {
    let forgetting = to_forget(study);
    let forgotten: Vec<Reference> = forgetting.names.iter().cloned().collect();
    let names = forgetting.names.iter().cloned().collect();
    let (mut rewrite, ids) = recorded(builder, study, new, forgetting);
    let language = study.config.language();
    let besides = memories::forget(root, &names, language, &mut rewrite)?;
    Ok(SiteRecording {
        rewrite,
        besides,
        ids,
        forgotten,
    })
}

/// Writes ids and addresses down.
pub(super) fn write_down(
    root: &Path,
    options: BuildOptions,
    builder: &Builder,
    study: &Study,
    new: Vec<NewPromise>,
    addresses: usize,
    terminal: &Terminal,
) -> Result<(), Ending> {
    let SiteRecording {
        rewrite,
        besides,
        ids,
        forgotten,
    } = to_record(root, builder, study, new).map_err(|error| {
        terminal.failure(&error);
        Ending::Failed
    })?;
    if rewrite.is_empty() {
        terminal.tell(commands::ALL_RECORDED.get(terminal.language));
        return Ok(());
    }
    commit_with(
        root,
        options,
        builder.sources(),
        &rewrite,
        &besides,
        terminal,
    )?;
    if addresses + ids > 0 {
        let (addresses, ids) = (
            phrases::ADDRESS.counted(addresses, terminal.language),
            phrases::ID.counted(ids, terminal.language),
        );
        terminal.tell(commands::recorded(&addresses, &ADDRESSES, &ids).get(terminal.language));
    }
    if !forgotten.is_empty() {
        let text = rewrite
            .texts
            .get(&SourcePath::new(ADDRESSES))
            .map_or("", |text| &**text);
        terminal.tell(&told_of_forgetting(&forgotten, text, terminal.language));
    }
    Ok(())
}

/// The texts with ids and addresses in them, and how many ids are new.
fn recorded(
    builder: &Builder,
    study: &Study,
    new: Vec<NewPromise>,
    forgetting: Forgetting,
) -> (Rewrite, usize) {
    let (sources, mut splices) = (builder.sources(), Splices::default());
    let all: Vec<Page> = promised_pages(study)
        .into_iter()
        .map(|(page, ..)| page)
        .collect();
    let ids = write_ids(&all, &study.report, &study.files, sources, &mut splices);
    let mut rewrite = Rewrite::default();
    let texts = splices.texts(sources);
    rewrite
        .texts
        .extend(texts.map(|(file, text)| (sources.file(file).path.clone(), text.into())));
    if !new.is_empty() || !forgetting.is_empty() {
        let recording = Recording {
            promises: new,
            forgetting,
            ..Recording::default()
        };
        rewrite.texts.insert(
            SourcePath::new(ADDRESSES),
            addresses_with(builder, study, &recording).into(),
        );
    }
    (rewrite, ids)
}

/// What `[[gone]]` asks to forget.
fn to_forget(study: &Study) -> Forgetting {
    let Study {
        config,
        report,
        promised,
        ..
    } = study;
    let rules = Rules::of(promised);
    forgetting(
        promised,
        &|reference| is_there(report, &rules, reference),
        &salt_of(&config.base_url, &config.title.original),
    )
}

/// What was forgotten, without its name; and where the name still stands, as far as a program can
/// know.
fn told_of_forgetting(forgotten: &[Reference], text: &str, language: Language) -> String {
    let still = |line: &str| {
        forgotten
            .iter()
            .filter_map(Reference::id)
            .any(|id| names(line, id.as_str()))
    };
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| still(line))
        .map(|(index, _)| (index + 1).to_string())
        .collect();
    let (count, lines) = (
        phrases::NAME.counted(forgotten.len(), language),
        lines.join(", "),
    );
    let mut said = commands::forgotten(&count, &ADDRESSES)
        .get(language)
        .to_owned();
    if !lines.is_empty() {
        said.push_str(commands::seems_to_hold_a_name(&lines, &ADDRESSES).get(language));
    }
    said
}

/// The text of `addresses.toml` with what is new.
pub(super) fn addresses_with(builder: &Builder, study: &Study, recording: &Recording) -> String {
    let text = study
        .addresses
        .map(|file| &*builder.sources().file(file).text);
    record(text, &study.promised, recording, study.config.language())
        .expect("what was read without a mistake can be edited")
}
