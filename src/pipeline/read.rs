//! The first stage: the site's folder goes in, settings, promised addresses and records come out,
//! as they are written.

use std::sync::Arc;

use jiff::civil::Date;

use super::caches::Caches;
use super::progress::{Stage, during};
use super::run::{BuildRun, Stop};
use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::input::Loaded;
use crate::input::permalinks;
use crate::input::permalinks::Promised;
use crate::input::record::{ParsedFile, WrittenRecord};
use crate::privacy::{self, Allowed};
use crate::source::{FileId, Sources};

/// A site as it was read.
pub(super) struct ReadSite {
    pub(super) config: Config,
    /// Which contacts the settings let be shown.
    pub(super) allowed: Allowed,
    pub(super) promised: Promised,
    pub(super) records: Vec<WrittenRecord>,
    pub(super) loaded: Loaded,
    /// The day of the build.
    pub(super) today: Date,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the folder.
pub(super) fn load(caches: &mut Caches, run: BuildRun<'_>) -> Result<Loaded, Error> {
    during(run.progress, Stage::Load, || caches.loader.load(run.since))
}

/// Parses what was read. Without settings there is no language, and nothing to go on with.
pub(super) fn read(
    mut loaded: Loaded,
    caches: &mut Caches,
    run: BuildRun<'_>,
) -> Result<ReadSite, Stop> {
    let mut diagnostics = std::mem::take(&mut loaded.diagnostics);
    let Some(config_file) = loaded.config else {
        diagnostics.retain(|diagnostic| diagnostic.code != Code::NoContent);
        return Err(Stop::Content(diagnostics));
    };
    let sources = caches.sources();
    if let Some(newer) = config::newer_needed(config_file, sources.file(config_file)) {
        return Err(Stop::Content(vec![newer]));
    }
    let (config, allowed) = settings(config_file, caches.sources(), &mut diagnostics);
    let promised = loaded.addresses.map_or_else(Promised::default, |file| {
        addresses(file, &config, allowed, caches.sources(), &mut diagnostics)
    });
    let today = run.options.today.day(&config);
    let security = config.security.as_ref();
    diagnostics.extend(security.and_then(|security| security.on(today)));
    let mut records = Vec::new();
    let parsed = during(run.progress, Stage::Parse, || {
        caches.parse(&loaded.content, config.language())
    });
    for file in parsed {
        let ParsedFile {
            records: read,
            diagnostics: found,
        } = Arc::unwrap_or_clone(file);
        diagnostics.extend(found);
        records.extend(read);
    }
    Ok(ReadSite {
        config,
        allowed,
        promised,
        records,
        loaded,
        today,
        diagnostics,
    })
}

/// The settings, and which contacts they let be shown.
fn settings(
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Config, Allowed) {
    let mut written = config::written(file, sources.file(file));
    let (emails, phones) = config::shows_contacts(&written.fields);
    let allowed = Allowed { emails, phones };
    let language = config::language_of(&sources.file(file).text);
    diagnostics.extend(privacy::withhold_fields(
        &mut written.fields,
        allowed,
        language,
        sources,
    ));
    let (config, found) = config::resolve(written);
    diagnostics.extend(found);
    (config, allowed)
}

/// The addresses that are promised.
fn addresses(
    file: FileId,
    config: &Config,
    allowed: Allowed,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Promised {
    let mut written = permalinks::written(file, sources.file(file), config.language());
    diagnostics.extend(privacy::withhold_fields(
        &mut written.fields,
        allowed,
        config.language(),
        sources,
    ));
    let (promised, found) = permalinks::resolve(written);
    diagnostics.extend(found);
    promised
}
