//! The stages, called in order: load, parse, link, plan, fill, render, write. One path for `build`,
//! `check` and `serve`.
//!
//! A [`Builder`] keeps what it read and parsed, by the hash of each file, so that the next build
//! reads again only what changed. That is all it keeps: everything after parsing is made anew, and
//! the output decides by key and bytes what is written.

mod copies;
mod hidden;
mod index;
mod leftovers;
mod maker;
mod pictures;
mod private;
mod progress;
mod study;
mod weight;

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::config::{self, Config, MapFile};
use crate::content::geo::{self, Outline};
use crate::content::promised::{self, Promised};
use crate::content::record::{ParsedFile, parse};
use crate::diagnostic::{self, Code, Diagnostic};
use crate::error::{Error, Operation};
use crate::folder::Folder;
use crate::load::{Asset, Loaded, Loader, Since};
use crate::media::Cache;
use crate::output::{
    Cancel, Committed, Key, Options, Outcome, OutputPath, PREVIEW, PlaceError, Placed, Places,
    Survives, TakenOff, Writer,
};
use crate::pages::Views;
use crate::plan::map::{joined, maps};
use crate::plan::{Content, LookFilesPlanned, Plan, plan};
use crate::privacy::{self, Allowed};
use crate::render::{Chosen, Look, LookFiles, Renderer, Template};
use crate::report::Report;
use crate::report::link::{LinkInput, LinkOptions, copy_of_refused, link};
use crate::search::Background;
use crate::source::{FileId, SourcePath, Sources, Spanned};
use crate::words::Language;
use copies::Copies;
use hidden::{follows_from_broken_text, hides_records};
use index::Indexing;
use maker::{Maker, address_of, asset_addresses};
use pictures::{Contents, Pictures};
use private::{Private, is_picture};
use progress::{Listener, during};
pub use progress::{Progress, Stage};
pub use study::Study;

/// The generator's part of every key: another version may make other bytes of the same view.
const GENERATOR: &str = concat!("oogst ", env!("CARGO_PKG_VERSION"));

/// The template of social cards: the only one that a look need not have.
const CARD: &str = "social.svg";

/// What a build depends on besides the site's folder.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions {
    /// When it is: what is overdue or silent depends on the day.
    pub today: Today,
    /// Whether records marked `draft` are built too.
    pub drafts: bool,
    /// What the output must survive.
    pub survives: Survives,
    /// Which folder the site goes to.
    pub target: Target,
}

/// Where a build goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `output`, the folder that people publish.
    Output,
    /// A folder of the program's own: `serve` shows drafts, and these must never end up in what is
    /// published.
    Preview,
}

impl Target {
    /// The folder, below the site's own.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Preview => PREVIEW,
        }
    }
}

/// When a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    /// On this day.
    Day(Date),
    /// At this moment: which day that is depends on the site's time zone.
    Moment(Timestamp),
}

impl Today {
    /// The day, in the site's time zone.
    fn day(self, config: &Config) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment
                .to_zoned_datetime(TimeZone::get(&config.time_zone).unwrap_or(TimeZone::UTC))
                .date(),
        }
    }
}

/// What a build did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The folder that was built, below the site's own.
    pub folder: &'static str,
    /// Pages of the site.
    pub pages: usize,
    /// Pages whose templates were rendered.
    pub rendered: Vec<String>,
    /// Files that are new or changed.
    pub written: usize,
    /// Files that stayed as they were.
    pub kept: usize,
    /// Files that were made before and are no more.
    pub removed: usize,
    /// Photos that were decoded, since nothing made of them before could be used.
    pub decoded: usize,
    /// Parts of the search index that were made; those of the last build are not made again.
    pub indexed: usize,
    /// Whether anything that a reader sees is new, changed or gone; a search index is not seen.
    pub shown: bool,
    /// Edited files that were not kept, and copies of such files that were removed: they may show
    /// what was taken off the site.
    pub not_kept: usize,
    /// Where nothing told what earlier builds had made: files that were known by their marks, and
    /// removed.
    pub recognised: Vec<String>,
    /// How many of them were of photos.
    pub recognised_pictures: usize,
    /// Files that stood in the way and were put aside, with their new places.
    pub put_aside: Vec<(String, PathBuf)>,
}

impl Summary {
    /// What became of the files; `unseen` says which of them no reader sees.
    fn of(outcome: Outcome, target: Target, unseen: &dyn Fn(&str) -> bool) -> Self {
        Self {
            folder: target.folder(),
            written: outcome.written.len(),
            kept: outcome.kept + outcome.same.len(),
            removed: outcome.removed.len(),
            shown: outcome
                .written
                .iter()
                .chain(&outcome.removed)
                .any(|path| !unseen(path.as_str())),
            not_kept: outcome.not_kept,
            recognised_pictures: outcome
                .recognised
                .iter()
                .filter(|path| is_picture(path.as_str()))
                .count(),
            recognised: outcome.recognised.iter().map(ToString::to_string).collect(),
            put_aside: outcome
                .replaced
                .into_iter()
                .map(|replaced| (replaced.path.to_string(), replaced.kept_at))
                .collect(),
            ..Self::default()
        }
    }
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// Everything that is wrong or likely wrong, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// What was done; `None` when an error kept the site as it was.
    pub summary: Option<Summary>,
}

/// The linked and planned site, before anything is shown.
struct Prepared {
    config: Config,
    report: Report,
    plan: Plan,
    look: Look,
    chosen: Chosen,
    renderer: Option<Renderer>,
    loaded: Loaded,
    outlines: Arc<Vec<Outline>>,
    promised: Promised,
    diagnostics: Vec<Diagnostic>,
}

/// Builds one site, once or many times.
#[derive(Debug)]
pub struct Builder {
    root: PathBuf,
    loader: Loader,
    parsed: HashMap<FileId, Parsed>,
    photos: Contents,
    copies: Contents,
    background: Option<Background>,
    map: Option<ReadMap>,
    /// Whether another build may follow, so that what was parsed is kept for it.
    keeps: bool,
}

/// The map of the regions as it was read.
#[derive(Debug)]
struct ReadMap {
    hash: [u8; 32],
    property: Option<Spanned<String>>,
    outlines: Arc<Vec<Outline>>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Debug)]
struct Parsed {
    hash: [u8; 32],
    language: Language,
    file: Arc<ParsedFile>,
}

impl Builder {
    /// A builder of the site in this folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            loader: Loader::new(root),
            parsed: HashMap::new(),
            photos: Contents::new(),
            copies: Contents::new(),
            map: None,
            background: None,
            keeps: true,
        }
    }

    /// A builder that builds once: it keeps nothing for another build, and needs less memory.
    pub fn once(root: &Path) -> Self {
        Self {
            keeps: false,
            ..Self::new(root)
        }
    }

    /// Lets the search index be made in the background from now on: a build keeps the old one, and
    /// `made` is called when the next build has a new one to take.
    pub fn index_in_background(&mut self, made: impl Fn() + Send + Sync + 'static) {
        self.background = Some(Background::new(made));
    }

    /// The texts that diagnostics point into.
    pub fn sources(&self) -> &Sources {
        self.loader.sources()
    }

    /// The language that a site's config asks for, read ahead of everything else: messages about
    /// the config itself need it.
    pub fn language_at(root: &Path) -> Option<Language> {
        crate::load::config_text(root).map(|text| config::language_of(&text))
    }

    /// The path of the site's address, `/oogst` or empty, read ahead of everything else.
    pub fn base_path_at(root: &Path) -> String {
        let Some(text) = crate::load::config_text(root) else {
            return String::new();
        };
        let file = crate::source::SourceFile {
            path: crate::source::SourcePath::new("oogst.toml"),
            text: text.into(),
            hash: [0; 32],
        };
        config::read(FileId(0), &file).0.base_path
    }

    /// Says what is wrong, and writes nothing.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn check(&mut self, options: BuildOptions) -> Result<Built, Error> {
        let prepared = self.prepare(Since::Unknown, options, &|_| {})?;
        Ok(Built {
            diagnostics: prepared
                .map_or_else(|diagnostics| diagnostics, |prepared| prepared.diagnostics),
            summary: None,
        })
    }

    /// Builds the site.
    ///
    /// # Errors
    /// When the machine refuses to read or write, or the build is cancelled; the old site stays
    /// then.
    #[expect(
        clippy::too_many_lines,
        reason = "its lines became shorter; it is to be parted"
    )]
    pub fn build(
        &mut self,
        since: Since<'_>,
        options: BuildOptions,
        cancel: &Cancel,
        progress: Listener<'_>,
    ) -> Result<Built, Error> {
        let Some((places, writing)) = self.whole_output(options, cancel)? else {
            let prepared = self.prepare(since, options, progress)?;
            return Ok(Built {
                diagnostics: prepared
                    .map_or_else(|diagnostics| diagnostics, |prepared| prepared.diagnostics),
                summary: None,
            });
        };
        let prepared = match self.prepare(since, options, progress)? {
            Ok(prepared) => prepared,
            Err(diagnostics) => {
                return Ok(Built {
                    diagnostics,
                    summary: None,
                });
            }
        };
        let Prepared {
            config,
            report,
            plan,
            look,
            chosen,
            renderer,
            loaded,
            outlines,
            mut diagnostics,
            promised,
        } = prepared;
        let Some(renderer) = renderer.filter(|_| !diagnostic::any_error(&diagnostics)) else {
            return Ok(Built {
                diagnostics,
                summary: None,
            });
        };
        cancel.check()?;
        progress(Progress::Planned(
            plan.files.len()
                + plan
                    .photos
                    .iter()
                    .map(|planned| planned.files.len())
                    .sum::<usize>(),
        ));
        progress(Progress::Begins(Stage::Plan));
        let assets = asset_addresses(&look, &chosen, &report, &plan.addresses);
        let outlined = config
            .map
            .as_ref()
            .map(|map| joined(&report, map, &map_path(map), &outlines).0)
            .unwrap_or_default();
        let maps = maps(&report, &outlined);
        let views = Views::new(
            &report,
            &config,
            &plan,
            &maps,
            options.today.day(&config),
            &assets,
        );
        let writing = private::options(self, options.target, &config, &loaded, writing);
        let (ours, site) = (Arc::clone(&writing.ours), writing.site.clone());
        let writer = Writer::begin(places, writing)?;
        let cache = Cache::new(site, writer.key().clone());
        let copies = Copies::new(&loaded.media, &writer, since, &self.copies);
        let maker = Maker {
            report: &report,
            config: &config,
            plan: &plan,
            look: &look,
            chosen: &chosen,
            renderer: &renderer,
            copies: &copies,
            views: &views,
            writer: &writer,
            progress,
            ours: &ours,
            look_hash: maker::look_hash(&look, &ours),
            says_gone: AtomicBool::new(false),
        };
        progress(Progress::Ends(Stage::Plan));
        progress(Progress::Begins(Stage::Make));
        let photos = Pictures::new(&report, &loaded.media, &writer, &cache, since, &self.photos);
        let pages = AtomicUsize::new(0);
        let index = during(progress, Stage::Index, || {
            Indexing::new(
                &report,
                &config,
                &plan,
                &views,
                self.background.as_ref(),
                cancel,
            )
        });
        // Photos come first: each takes far longer than a page, and none should begin when all else
        // is done.
        let of_photos = plan.photos.par_iter().map(|planned| {
            let made = during(progress, Stage::Photo, || photos.place(planned));
            planned.files.iter().for_each(|_| progress(Progress::Made));
            made.map(|()| None).map_err(Box::new)
        });
        let of_files = plan.files.par_iter().map(|planned| {
            let made = maker.make(planned);
            progress(Progress::Made);
            if matches!(planned.content, Content::Page(..)) {
                pages.fetch_add(1, Ordering::Relaxed);
                return made
                    .map(|placed| (placed != Placed::Kept).then(|| address_of(planned)))
                    .map_err(Box::new);
            }
            made.map(|_| None).map_err(Box::new)
        });
        let render = || of_photos.chain(of_files).collect::<Vec<Made>>();
        let (results, indexed) = rayon::join(render, || {
            during(progress, Stage::Index, || index.place(&writer))
        });
        progress(Progress::Ends(Stage::Make));
        let indexed = indexed?;
        let by_writing = maker.says_gone.into_inner();
        let (decoded, contents) = photos.finish();
        self.photos = contents;
        self.copies = copies.finish();
        let (rendered_pages, failures) = sorted_out(results)?;
        if !failures.is_empty() {
            diagnostics.extend(failures);
            diagnostic::sort(&mut diagnostics, self.sources());
            return Ok(Built {
                diagnostics,
                summary: None,
            });
        }
        if let Some(budget) = &config.budget {
            // After the mistakes in content, and the heaviest first.
            diagnostics.extend(weight::over(budget, &plan, &report, &writer.sizes()));
        }
        progress(Progress::Committing);
        let private = Private::new(&config, &plan, &promised);
        let taken_off = TakenOff {
            by_writing,
            by_leaving: &|path| private.holds(path),
        };
        match during(progress, Stage::Commit, || {
            writer.commit_taking_off(taken_off)
        })? {
            Committed::Done(outcome) => {
                let also = if outcome.other_stays {
                    &[Target::Preview.folder()][..]
                } else {
                    &[]
                };
                cache.keep_only(
                    options.target.folder(),
                    also,
                    self.photos.values().map(|(_, content)| content),
                );
                leftovers::told(&outcome.left, options.target.folder(), &mut diagnostics);
                let whole = Summary::of(outcome, options.target, &|path| index.holds(path));
                let summary = Summary {
                    pages: pages.into_inner(),
                    rendered: rendered_pages,
                    decoded,
                    indexed,
                    ..whole
                };
                Ok(Built {
                    diagnostics,
                    summary: Some(summary),
                })
            }
            Committed::InTheWay(paths) => {
                diagnostics.extend(paths.iter().map(|path| in_the_way(path, options.target)));
                diagnostic::sort(&mut diagnostics, self.sources());
                Ok(Built {
                    diagnostics,
                    summary: None,
                })
            }
        }
    }

    /// Where and how to write. First of all, and whatever is wrong with the content now: what
    /// people read must not stay half old and half new. Nothing where there is no folder to write
    /// in.
    fn whole_output(
        &self,
        options: BuildOptions,
        cancel: &Cancel,
    ) -> Result<Option<(Places, Options)>, Error> {
        let places = Places::new(&self.root, Path::new(options.target.folder()));
        let site = match Folder::open(&self.root) {
            Ok(site) => site,
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(Error::during(Operation::Read, &self.root)(error)),
        };
        let writing = Options {
            survives: options.survives,
            cancel: cancel.clone(),
            ..Options::new(site)
        };
        Writer::finish_interrupted(&places, &writing)?;
        Ok(Some((places, writing)))
    }

    /// Everything up to the plan. The inner error is a site that cannot be planned at all: without
    /// a config there is no language.
    #[expect(
        clippy::too_many_lines,
        reason = "its lines became shorter; it is to be parted"
    )]
    fn prepare(
        &mut self,
        since: Since<'_>,
        options: BuildOptions,
        progress: Listener<'_>,
    ) -> Result<Result<Prepared, Vec<Diagnostic>>, Error> {
        let mut loaded = during(progress, Stage::Load, || self.loader.load(since))?;
        let mut diagnostics = std::mem::take(&mut loaded.diagnostics);
        let Some(config_file) = loaded.config else {
            diagnostics.retain(|diagnostic| diagnostic.code != Code::NoContent);
            return Ok(Err(diagnostics));
        };
        let mut settings = config::written(config_file, self.sources().file(config_file));
        let (emails, phones) = config::shows_contacts(&settings.fields);
        let allowed = Allowed { emails, phones };
        let usual = config::language_of(&self.sources().file(config_file).text);
        diagnostics.extend(privacy::withhold_fields(
            &mut settings.fields,
            allowed,
            usual,
            self.sources(),
        ));
        let (mut config, found) = config::resolve(settings);
        diagnostics.extend(found);
        let promised = match loaded.addresses {
            Some(file) => {
                let mut written =
                    promised::written(file, self.sources().file(file), config.language());
                diagnostics.extend(privacy::withhold_fields(
                    &mut written.fields,
                    allowed,
                    config.language(),
                    self.sources(),
                ));
                let (promised, found) = promised::resolve(written);
                diagnostics.extend(found);
                promised
            }
            None => Promised::default(),
        };
        let today = options.today.day(&config);
        diagnostics.extend(
            config
                .security
                .as_ref()
                .and_then(|security| security.on(today)),
        );
        let parsed = during(progress, Stage::Parse, || {
            self.parse(&loaded.content, config.language())
        });
        progress(Progress::Begins(Stage::Link));
        let mut records = Vec::new();
        for file in parsed {
            let ParsedFile {
                records: read,
                diagnostics: found,
            } = Arc::unwrap_or_clone(file);
            diagnostics.extend(found);
            records.extend(read);
        }
        let given = privacy::Given {
            allowed,
            language: config.language(),
            sources: self.sources(),
            promised: &promised,
            drafts: options.drafts,
        };
        diagnostics.extend(privacy::withhold(&mut records, given));
        let (report, found) = link(
            LinkInput {
                records,
                media: &loaded.media,
            },
            &config,
            LinkOptions {
                drafts: options.drafts,
            },
        );
        progress(Progress::Ends(Stage::Link));
        progress(Progress::Begins(Stage::Plan));
        // What a syntax mistake hides looks like a missing record; only what is left when the text
        // can be read is worth saying.
        let broken = diagnostics
            .iter()
            .any(|diagnostic| hides_records(diagnostic.code));
        diagnostics.extend(
            found
                .into_iter()
                .filter(|diagnostic| !broken || !follows_from_broken_text(diagnostic.code)),
        );
        let outlines = self.outlines(&config, &loaded, since, &mut diagnostics)?;
        if let Some(map) = config.map.as_ref().filter(|_| !broken) {
            diagnostics.extend(joined(&report, map, &map_path(map), &outlines).1);
        }
        let (look, found) = self.look(&loaded, &config, &report);
        diagnostics.extend(found);
        let renderer = match Renderer::new(&look) {
            Ok(renderer) => Some(renderer),
            Err(found) => {
                diagnostics.extend(found);
                None
            }
        };
        let (chosen, found) =
            crate::render::choose(&look.name, &look.options, &config.chosen, &look.assets);
        diagnostics.extend(found);
        diagnostics.extend(crate::render::check_themes(&report, &chosen.options));
        // A look without a drawing for cards has none.
        config.social &= look.template(CARD).is_some();
        let names: Vec<String> = look.assets.keys().cloned().collect();
        let planned = LookFilesPlanned {
            assets: &names,
            chosen: !chosen.css.is_empty(),
        };
        let (plan, found) = plan(&report, &config, &promised, &loaded.media, planned);
        // A record that a broken text hides is not lost.
        diagnostics.extend(
            found
                .into_iter()
                .filter(|diagnostic| !broken || diagnostic.code != Code::PromisedLost),
        );
        // A region that is spelled wrongly leaves records without one; the spelling is the mistake.
        for (cause, effect) in [
            (Code::UnknownRegion, Code::NoRegion),
            (Code::UnknownTheme, Code::NoTheme),
        ] {
            if diagnostics
                .iter()
                .any(|diagnostic| diagnostic.code == cause)
            {
                diagnostics.retain(|diagnostic| diagnostic.code != effect);
            }
        }
        diagnostic::sort(&mut diagnostics, self.sources());
        progress(Progress::Ends(Stage::Plan));
        Ok(Ok(Prepared {
            config,
            report,
            plan,
            look,
            chosen,
            renderer,
            loaded,
            outlines,
            promised,
            diagnostics,
        }))
    }

    /// The shapes of the site's own map; none where it has none or it cannot be read.
    fn outlines(
        &mut self,
        config: &Config,
        loaded: &Loaded,
        since: Since<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Arc<Vec<Outline>>, Error> {
        let Some(map) = &config.map else {
            return Ok(Arc::default());
        };
        let path = map_path(map);
        let Some(file) = loaded.media.get(&path) else {
            diagnostics.push(
                Diagnostic::at(Code::MapFileMissing, map.file.span).with("file", &map.file.value),
            );
            return Ok(Arc::default());
        };
        let Some(id) = self.loader.read_named(&path, file, since, diagnostics)? else {
            return Ok(Arc::default());
        };
        let source = self.loader.sources().file(id);
        let read = match self.map.take() {
            Some(read) if read.hash == source.hash && read.property == map.property => read,
            _ => {
                let (outlines, found) = geo::read(&path, &source.text, map.property.as_ref());
                ReadMap {
                    hash: source.hash,
                    property: map.property.clone(),
                    outlines: Arc::new(outlines),
                    diagnostics: found,
                }
            }
        };
        diagnostics.extend(read.diagnostics.iter().cloned());
        let outlines = Arc::clone(&read.outlines);
        self.map = Some(read);
        Ok(outlines)
    }

    /// Parses the files side by side; a file with the same bytes as before keeps its parse.
    fn parse(&mut self, files: &[FileId], language: Language) -> Vec<Arc<ParsedFile>> {
        let sources = self.loader.sources();
        let kept = &self.parsed;
        let parsed: Vec<Arc<ParsedFile>> = files
            .par_iter()
            .map(|id| {
                let file = sources.file(*id);
                match kept.get(id) {
                    Some(parsed) if parsed.hash == file.hash && parsed.language == language => {
                        Arc::clone(&parsed.file)
                    }
                    _ => Arc::new(parse(*id, file, language)),
                }
            })
            .collect();
        if !self.keeps {
            return parsed;
        }
        self.parsed = files
            .iter()
            .zip(&parsed)
            .map(|(id, file)| {
                (
                    *id,
                    Parsed {
                        hash: self.loader.sources().file(*id).hash,
                        language,
                        file: Arc::clone(file),
                    },
                )
            })
            .collect();
        parsed
    }

    /// The look that the config names, with the site's own templates and assets over it.
    fn look(&self, loaded: &Loaded, config: &Config, report: &Report) -> (Look, Vec<Diagnostic>) {
        let copy =
            |asset: &Asset| copy_of_refused(report, &asset.path, &asset.content, config.language());
        let published = |(name, asset): (&String, &Asset)| {
            copy(asset)
                .is_none()
                .then(|| (name.clone(), asset.bytes.clone()))
        };
        let template = |id: FileId| Template {
            text: Arc::clone(&self.sources().file(id).text),
            file: Some(id),
        };
        let files = |folder: &crate::load::LookFolder| LookFiles {
            templates: folder
                .texts
                .iter()
                .filter_map(|(path, id)| {
                    Some((path.strip_prefix("templates/")?.to_owned(), template(*id)))
                })
                .collect(),
            assets: folder.assets.iter().filter_map(published).collect(),
        };
        let name = config.look.as_str();
        let mut diagnostics: Vec<Diagnostic> = loaded.looks.assets().filter_map(copy).collect();
        let base = match loaded.looks.looks.get(name) {
            Some(folder) => {
                let manifest = folder.texts.get("theme.toml").map(|id| template(*id));
                let (look, found) =
                    Look::of_site(name, manifest.as_ref(), files(folder), config.language());
                diagnostics.extend(found);
                look
            }
            None => {
                if name != "default" {
                    let diagnostic = match config.look_span {
                        Some(span) => Diagnostic::at(Code::UnknownLook, span),
                        None => Diagnostic::of_site(Code::UnknownLook),
                    };
                    let known = loaded
                        .looks
                        .looks
                        .keys()
                        .map(String::as_str)
                        .chain(["default"]);
                    diagnostics.push(
                        diagnostic
                            .with("name", name)
                            .suggest(diagnostic::nearest(name, known).map(ToOwned::to_owned)),
                    );
                }
                Look::embedded()
            }
        };
        (Look::layered(base, files(&loaded.looks.own)), diagnostics)
    }
}

/// Where the map stands that `oogst.toml` names. A name that climbs out of `content/` is no file's
/// that was found there.
fn map_path(map: &MapFile) -> SourcePath {
    SourcePath::new(&format!("content/{}", map.file.value))
}

/// What to say of a file that no build made, where one of the site belongs.
fn in_the_way(path: &OutputPath, target: Target) -> Diagnostic {
    let path = SourcePath::new(&format!("{}/{path}", target.folder()));
    Diagnostic::of_path(Code::InTheWay, path.clone()).with("path", path)
}

/// The key of a file: everything that its bytes follow from.
fn key(made_by: &str, value: &[u8; 32], look: &[u8; 32]) -> Key {
    let mut hasher = blake3::Hasher::new();
    for part in [GENERATOR.as_bytes(), made_by.as_bytes()] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.update(value);
    hasher.update(look);
    Key(*hasher.finalize().as_bytes())
}

/// What came of a file: the address of a page that was rendered, or why there is none.
type Made = Result<Option<String>, Box<PlaceError<Diagnostic>>>;

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
