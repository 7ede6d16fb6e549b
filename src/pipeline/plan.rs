//! The third stage: the report goes in; the look, the map and the plan of all files come out, with
//! everything that is wrong, in the order of the files.

use std::sync::Arc;

use jiff::civil::Date;

use super::caches::Caches;
use super::hidden::{follows_from_broken_text, without_effects};
use super::link::LinkedSite;
use super::look::{Assets, CARD, look};
use super::map::shapes_of;
use super::progress::{Stage, during};
use super::run::BuildRun;
use crate::config::Config;
use crate::diagnostic::{self, Code, Diagnostic};
use crate::error::Error;
use crate::input::Loaded;
use crate::input::geo::Outline;
use crate::input::permalinks::Promised;
use crate::look;
use crate::look::{Chosen, Look, Renderer};
use crate::plan::{self, LookFilesPlanned, Plan};
use crate::records::Report;

/// A site that is read, linked and planned, before anything of it is made.
pub(super) struct PlannedSite {
    pub(super) config: Config,
    pub(super) promised: Promised,
    pub(super) report: Report,
    pub(super) loaded: Loaded,
    pub(super) today: Date,
    /// The shapes of the site's own map.
    pub(super) outlines: Arc<Vec<Outline>>,
    pub(super) look: Look,
    /// What is chosen of the look's options.
    pub(super) chosen: Chosen,
    pub(super) assets: Assets,
    /// `None` where a template cannot be read, which a diagnostic says.
    pub(super) renderer: Option<Renderer>,
    pub(super) plan: Plan,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Plans the site.
pub(super) fn plan(
    site: LinkedSite,
    caches: &mut Caches,
    run: BuildRun<'_>,
) -> Result<PlannedSite, Error> {
    during(run.progress, Stage::Plan, || planned(site, caches, run))
}

fn planned(site: LinkedSite, caches: &mut Caches, run: BuildRun<'_>) -> Result<PlannedSite, Error> {
    let LinkedSite {
        mut config,
        promised,
        report,
        loaded,
        today,
        hides_records,
        mut diagnostics,
    } = site;
    let outlines = caches.map.outlines(
        &mut caches.loader,
        &config,
        &loaded.media,
        run.since,
        &mut diagnostics,
    )?;
    if !hides_records {
        diagnostics.extend(shapes_of(&report, &config, &outlines).1);
    }
    let (look, found) = look(&loaded, &config, &report, caches.sources());
    diagnostics.extend(found);
    let renderer = Renderer::new(&look)
        .map_err(|found| diagnostics.extend(found))
        .ok();
    let (chosen, found) = look::choose(&look.name, &look.options, &config.chosen, &look.assets);
    diagnostics.extend(found);
    diagnostics.extend(look::check_themes(&report, &chosen.options));
    // A look without a drawing for cards has none.
    config.social &= look.template(CARD).is_some();
    let assets = Assets::new(&look, &chosen, &report, &config);
    let look_files = LookFilesPlanned {
        folder: &assets.folder,
        assets: &assets.names,
        colours: assets.colours.is_some(),
        chosen: !chosen.css.is_empty(),
    };
    let (plan, found) = plan::plan(&report, &config, &promised, &loaded.media, look_files);
    // A record that a broken text hides is not lost, and neither is what links lead to there.
    let found = found.into_iter();
    diagnostics.extend(found.filter(|Diagnostic { code, .. }| {
        !hides_records || *code != Code::PromisedLost && !follows_from_broken_text(*code)
    }));
    without_effects(&mut diagnostics);
    diagnostic::sort(&mut diagnostics, caches.sources());
    Ok(PlannedSite {
        config,
        promised,
        report,
        loaded,
        today,
        outlines,
        look,
        chosen,
        assets,
        renderer,
        plan,
        diagnostics,
    })
}
