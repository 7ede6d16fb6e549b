//! The fourth stage: every file of the plan is filled, rendered or drawn, where what is there is not
//! it already, and staged. The output folder is only looked at.

use rayon::prelude::*;

use super::caches::Caches;
use super::copies::Copies;
use super::index::Indexing;
use super::look::asset_addresses;
use super::maker::{FileMaker, address_of};
use super::map::shapes_of;
use super::open::OpenOutput;
use super::pictures::Pictures;
use super::plan::PlannedSite;
use super::progress::{Progress, ProgressListener, Stage, during};
use super::run::{BuildRun, Stop};
use crate::diagnostic::{self, Diagnostic};
use crate::error::Error;
use crate::output::{PlaceError, Placed, SiteWriter};
use crate::pages::Views;
use crate::pictures::Cache;
use crate::plan::map::maps;
use crate::plan::{Content, Plan};

/// A site whose files are all made, and staged where they are new.
pub(super) struct MadeSite {
    pub(super) site: PlannedSite,
    pub(super) writer: SiteWriter,
    /// The files of photos, kept for other builds.
    pub(super) pictures: Cache,
    /// The addresses of the pages that were rendered.
    pub(super) rendered: Vec<String>,
    /// How many photos were decoded.
    pub(super) decoded: usize,
    /// How many parts of the search index were made.
    pub(super) indexed: usize,
    /// The folders of the search index.
    pub(super) index_folders: Vec<String>,
    /// Whether a page says that something is gone, where the last build did not say so.
    pub(super) says_gone: bool,
}

/// What came of a file: the address of a page that was rendered, or why there is none.
type Made = Result<Option<String>, Box<PlaceError<Diagnostic>>>;

/// Makes all files of a site in which nothing is wrong.
pub(super) fn make(
    site: PlannedSite,
    output: Option<OpenOutput>,
    caches: &mut Caches,
    run: BuildRun<'_>,
) -> Result<MadeSite, Stop> {
    let is_wrong = diagnostic::any_error(&site.diagnostics);
    let (Some(output), Some(renderer), false) = (output, &site.renderer, is_wrong) else {
        return Err(Stop::Content(site.diagnostics));
    };
    let PlannedSite { report, plan, .. } = &site;
    let progress = run.progress;
    run.cancel.check()?;
    progress(Progress::Planned(files_of(plan)));
    progress(Progress::Begins(Stage::Plan));
    let assets = asset_addresses(&site.look, &site.chosen, &site.assets);
    let maps = maps(report, &shapes_of(report, &site.config, &site.outlines).0);
    let views = Views::new(report, &site.config, plan, &maps, site.today, &assets);
    let writer = output.begin(&site, caches.sources(), run)?;
    let pictures = Cache::new(writer.options().site.clone(), writer.key().clone());
    let copies = Copies::new(&site, &writer, run.since, &caches.copies);
    let photos = Pictures::new(&site, &writer, &pictures, run.since, &caches.photos);
    let maker = FileMaker::new(&site, renderer, &views, &copies, &writer, progress);
    progress(Progress::Ends(Stage::Plan));
    progress(Progress::Begins(Stage::Make));
    let index = during(progress, Stage::Index, || {
        let background = caches.background.as_ref();
        Indexing::new(report, &site.config, plan, &views, background, run.cancel)
    });
    let (results, indexed) = rayon::join(
        || place_all(plan, &maker, &photos, progress),
        || during(progress, Stage::Index, || index.place(&writer)),
    );
    progress(Progress::Ends(Stage::Make));
    let (indexed, index_folders) = (indexed?, index.folders());
    let says_gone = maker.says_gone.into_inner();
    let (decoded, of_photos) = photos.finish();
    let of_copies = copies.finish();
    (caches.photos, caches.copies) = (of_photos, of_copies);
    let (pages, failures) = sorted_out(results)?;
    if !failures.is_empty() {
        let mut diagnostics = site.diagnostics;
        diagnostics.extend(failures);
        diagnostic::sort(&mut diagnostics, caches.sources());
        return Err(Stop::Content(diagnostics));
    }
    Ok(MadeSite {
        site,
        writer,
        pictures,
        rendered: pages,
        decoded,
        indexed,
        index_folders,
        says_gone,
    })
}

/// How many files a plan has; those of the search index are not known yet.
fn files_of(plan: &Plan) -> usize {
    let of_photos = plan.photos.iter().map(|planned| planned.files.len());
    plan.files.len() + of_photos.sum::<usize>()
}

/// Places all files, on all threads. Photos come first: each takes far longer than a page, and none
/// should begin when all else is done.
fn place_all(
    plan: &Plan,
    maker: &FileMaker<'_>,
    photos: &Pictures<'_>,
    progress: ProgressListener<'_>,
) -> Vec<Made> {
    let of_photos = plan.photos.par_iter().map(|planned| {
        let made = during(progress, Stage::Photo, || photos.place(planned));
        planned.files.iter().for_each(|_| progress(Progress::Made));
        made.map(|()| None).map_err(Box::new)
    });
    let of_files = plan.files.par_iter().map(|planned| {
        let made = maker.make(planned);
        progress(Progress::Made);
        let is_page = matches!(planned.content, Content::Page(..));
        made.map(|placed| (is_page && placed != Placed::Kept).then(|| address_of(planned)))
            .map_err(Box::new)
    });
    of_photos.chain(of_files).collect()
}

/// The pages that were rendered, and what templates failed on.
fn sorted_out(made: Vec<Made>) -> Result<(Vec<String>, Vec<Diagnostic>), Error> {
    let mut rendered = Vec::new();
    let mut failures = Vec::new();
    for made in made {
        match made.map_err(|failure| *failure) {
            Ok(address) => rendered.extend(address),
            Err(PlaceError::Render(diagnostic)) => failures.push(diagnostic),
            Err(PlaceError::Machine(error)) => return Err(error),
        }
    }
    // One template fails on many pages in the same way: the first page of each place is enough.
    failures.dedup_by(|one, other| one.code == other.code && one.place == other.place);
    Ok((rendered, failures))
}
