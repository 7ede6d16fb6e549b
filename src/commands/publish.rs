//! `oogst publish`: the site as it is to be published, and with `--record` the promise that its addresses go on working.

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::{Ending, build, site_language, today};
use crate::build::{BuildOptions, Builder, Study, Target};
use crate::cli::BuildTask;
use crate::content::promised::What;
use crate::edit::{NewPromise, Recording, Rewrite, Splices, record, save, write_ids};
use crate::error::Error;
use crate::output::Survives;
use crate::plan::pages::{Page, pages};
use crate::plan::promise::what_of;
use crate::source::SourcePath;
use crate::terminal::Terminal;
use crate::words::phrases::Noun;
use crate::words::{Language, both};

const ADDRESS: Noun = Noun::new(both("adres", "address"), both("adressen", "addresses"));
const ID: Noun = Noun::new(both("id", "id"), both("id’s", "ids"));

/// Where promised addresses stand.
pub(super) const ADDRESSES: &str = "addresses.toml";

pub(super) fn run(root: &Path, date: Option<Date>, keep: bool, terminal: impl Fn(Language) -> Terminal, usual: Language) -> Ending {
    let said = terminal(site_language(root, usual));
    let options = options(date);
    let mut builder = Builder::new(root);
    let study = match study(&mut builder, options, &said) {
        Ok(study) => study,
        Err(ending) => return ending,
    };
    let new = new_promises(&study);
    let addresses = new.iter().map(|promise| promise.addresses.len()).sum();
    if keep && let Err(ending) = write_down(root, options, &builder, &study, new, addresses, &said) {
        return ending;
    }
    let ending = build::run(root, BuildTask { date, drafts: false, json: false }, true, terminal, usual);
    if ending == Ending::Fine && !keep && addresses > 0 {
        let counted = ADDRESS.counted(addresses, said.language);
        said.tell(&match said.language {
            Language::Nl => format!("Nog niet vastgelegd: {counted}. Leg ze vast zodra de site online staat: oogst publish --record\n"),
            Language::En => format!("Not recorded yet: {counted}. Record them as soon as the site is online: oogst publish --record\n"),
        });
    }
    ending
}

/// What a site is studied with: never its drafts, which are not published.
pub(super) fn options(date: Option<Date>) -> BuildOptions {
    BuildOptions { today: today(date), drafts: false, survives: Survives::PowerFailure, target: Target::Output }
}

/// Studies a site, or tells why that cannot be.
pub(super) fn study(builder: &mut Builder, options: BuildOptions, terminal: &Terminal) -> Result<Study, Ending> {
    match builder.study(options) {
        Ok((Some(study), _)) => Ok(study),
        Ok((None, diagnostics)) => {
            terminal.diagnostics(&diagnostics, builder.sources());
            terminal.tell(both("Er is niets gewijzigd.\n", "Nothing was changed.\n").get(terminal.language));
            Err(Ending::Wrong)
        }
        Err(error) => {
            terminal.failure(&error);
            Err(Ending::Failed)
        }
    }
}

/// The pages of a site that are promised, with what they are and their addresses, the usual language first.
pub(super) fn promised_pages(study: &Study) -> Vec<(Page, What, Vec<String>)> {
    let Study { config, report, plan, .. } = study;
    let wanted = pages(report, config, &plan.kept);
    let addresses = |page| config.languages.iter().map(|language| plan.addresses.path(report, page, *language)).collect();
    wanted.into_iter().filter_map(|wanted| Some((wanted.page, what_of(report, wanted.page)?, addresses(wanted.page)))).collect()
}

/// What is not on record yet, or not all of it.
pub(super) fn new_promises(study: &Study) -> Vec<NewPromise> {
    let mut known: HashMap<&What, Vec<&str>> = HashMap::new();
    for promise in &study.promised.promises {
        known.entry(&promise.of.value).or_default().extend(promise.addresses.iter().map(|address| address.value.as_str()));
    }
    promised_pages(study)
        .into_iter()
        .filter_map(|(page, of, mut addresses)| {
            if let Some(known) = known.get(&of) {
                addresses.retain(|address| !known.contains(&address.as_str()));
            }
            let short = page.record().is_some_and(|record| !study.plan.shorts.contains_key(&record));
            (short || !addresses.is_empty()).then_some(NewPromise { of, addresses, short })
        })
        .collect()
}

/// Writes ids and addresses down.
fn write_down(
    root: &Path,
    options: BuildOptions,
    builder: &Builder,
    study: &Study,
    new: Vec<NewPromise>,
    addresses: usize,
    terminal: &Terminal,
) -> Result<(), Ending> {
    let mut splices = Splices::default();
    let all: Vec<Page> = promised_pages(study).into_iter().map(|(page, ..)| page).collect();
    let ids = write_ids(&all, &study.report, &study.files, builder.sources(), &mut splices);
    let mut rewrite = Rewrite::default();
    rewrite.texts.extend(splices.texts(builder.sources()).map(|(file, text)| (builder.sources().file(file).path.clone(), text)));
    if !new.is_empty() {
        let recording = Recording { promises: new, ..Recording::default() };
        rewrite.texts.insert(SourcePath::new(ADDRESSES), addresses_with(builder, study, &recording));
    }
    if rewrite.is_empty() {
        terminal.tell(both("Alle adressen waren al vastgelegd.\n", "All addresses were recorded already.\n").get(terminal.language));
        return Ok(());
    }
    commit(root, options, builder, &rewrite, terminal)?;
    let (addresses, ids) = (ADDRESS.counted(addresses, terminal.language), ID.counted(ids, terminal.language));
    terminal.tell(&match terminal.language {
        Language::Nl => format!("Vastgelegd: {addresses} in {ADDRESSES}, {ids} in uw bestanden.\n"),
        Language::En => format!("Recorded: {addresses} in {ADDRESSES}, {ids} in your files.\n"),
    });
    Ok(())
}

/// The text of `addresses.toml` with what is new.
pub(super) fn addresses_with(builder: &Builder, study: &Study, recording: &Recording) -> String {
    let text = study.addresses.map(|file| &*builder.sources().file(file).text);
    record(text, &study.promised, recording, study.config.language()).expect("what was read without a mistake can be edited")
}

/// Checks the site as it would be, and then changes it.
pub(super) fn commit(root: &Path, options: BuildOptions, builder: &Builder, rewrite: &Rewrite, terminal: &Terminal) -> Result<(), Ending> {
    let mut after = Builder::rewriting(root, rewrite.clone());
    study(&mut after, options, terminal)?;
    let read: HashMap<&SourcePath, [u8; 32]> = builder.sources().iter().map(|(_, file)| (&file.path, file.hash)).collect();
    save(root, rewrite, &|path| read.get(path).copied()).map_err(|error: Error| {
        terminal.failure(&error);
        Ending::Failed
    })
}
