//! From the linked report to planned files: which pages there are, at which address, showing what.
//!
//! In: the report, the config, the names of the look's files. Out: a [`Plan`], every file of the
//! site with its path, in a fixed order, and diagnostics where two things want one address. Nothing
//! is shown yet: [`pages`](crate::pages) makes the view of one page at a time, when it is rendered.

pub mod address;
pub(crate) mod card;
pub(crate) mod languages;
pub mod map;
pub mod page;
pub mod path;
pub mod promise;
mod standing;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::config::{Config, HeaderFile};
use crate::content::media::{MediaFiles, may_be_copied};
use crate::content::promised::Promised;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, NoteKind};
use crate::media::renditions;
use crate::report::{
    Deal, DealStatus, EventId, OrganisationId, PhotoId, RecordId, RegionId, Report, ResourceTarget,
    ThemeId,
};
use crate::source::{SourcePath, Span};
use crate::words::{Language, Text};
use address::Addresses;
use page::{Entries, List, Page, Wanted, entries, pages};
use path::OutputPath;
use promise::Kept;

/// The most addresses that one sitemap may hold (sitemaps.org, "Sitemap file limits").
pub const SITEMAP_LENGTH: usize = 50_000;

/// What a file of the site holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A page in a language.
    Page(Page, Language),
    /// A page at an old address that leads to a new one: its path below the site's root.
    Redirect {
        /// Where it leads.
        to: String,
        /// What is there.
        title: String,
    },
    /// A page at a promised address that says that what was there is no more.
    Gone {
        /// Why, as the writer says.
        reason: Option<Text>,
        /// Since when.
        date: Option<Date>,
        /// The language of the page.
        language: Language,
    },
    /// The social card of a page.
    Social(Page, Language),
    /// The stylesheet with what the site chose of the look's options.
    Chosen,
    /// An attachment, as it is.
    Copy(SourcePath),
    /// A file of the look, as it is.
    Asset(String),
    /// The stylesheet with the colours of the themes.
    Colours,
    /// The list of addresses for search engines; with more than one, their index comes first.
    Sitemap(Sitemap),
    /// What search engines may visit.
    Robots,
    /// The news of what a page is about, as Atom: of the whole site for its home.
    Feed(Page, Language),
    /// An event as a file for a calendar.
    Calendar(EventId, Language),
    /// What deals have agreed to do by when, as a file for a calendar.
    Agenda(Language),
    /// The index of a whole list, for choices to be combined in the browser.
    ListIndex(page::ListKind, Language),
    /// Where somebody who finds a leak reports it.
    Security,
    /// What a server is told to say along with the files.
    Headers(HeaderFile),
}

/// Which sitemap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitemap {
    /// All addresses in one.
    Whole,
    /// The index of this many parts.
    Index(usize),
    /// A part, from 1.
    Part(usize),
}

/// A file that the site will have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub content: Content,
}

/// The files that a photo becomes. They are made together; the photo's own file is never published,
/// since it may tell where it was taken, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPhoto {
    /// The photo.
    pub photo: PhotoId,
    /// Its files, in the order of [`renditions`].
    pub files: Vec<OutputPath>,
}

/// Every file of the site.
#[derive(Debug)]
pub struct Plan {
    /// Makes addresses.
    pub addresses: Addresses,
    /// The files, in a fixed order; those of photos apart.
    pub files: Vec<Planned>,
    /// The photos, in the order of the report.
    pub photos: Vec<PlannedPhoto>,
    /// What each list holds: worked out once, however many pages the list has.
    pub lists: BTreeMap<List, Entries>,
    /// The pages that search engines should know, by language, in the order of the files.
    pub indexed: Vec<(Page, Language)>,
    /// Pages without anything on record, kept since they were promised.
    pub kept: Kept,
    /// The words of the short links of records.
    pub shorts: HashMap<RecordId, String>,
    /// The old addresses that lead to records, as these say themselves.
    pub aliases: Vec<(RecordId, String)>,
    /// The promised addresses that are to be forgotten: nothing stands there.
    pub nameless: BTreeSet<String>,
}

/// The files of a look that a plan must know of.
#[derive(Debug, Clone, Copy)]
pub struct LookFilesPlanned<'a> {
    /// The names of its assets.
    pub assets: &'a [String],
    /// Whether it has a stylesheet of what the site chose of its options.
    pub chosen: bool,
}

/// Plans the site.
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
pub fn plan(
    report: &Report,
    config: &Config,
    promised: &Promised,
    media: &MediaFiles,
    look: LookFilesPlanned<'_>,
) -> (Plan, Vec<Diagnostic>) {
    let LookFilesPlanned { assets, chosen } = look;
    let addresses = Addresses::new(config);
    // The index has files of its own here, whose names only follow from what is in it.
    let reserved = if page::has_search(report, config) {
        config
            .languages
            .iter()
            .map(|language| {
                addresses
                    .search_index(report, *language, 0)
                    .trim_start_matches('/')
                    .to_lowercase()
            })
            .collect()
    } else {
        Vec::new()
    };
    let mut diagnostics = Vec::new();
    let standings = promise::standings(report, promised, &mut diagnostics);
    let mut planner = Planner {
        reserved,
        report,
        addresses: &addresses,
        files: Vec::new(),
        taken: BTreeMap::new(),
        diagnostics,
    };
    let wanted = pages(report, config, &standings.kept);
    let mut lists = BTreeMap::new();
    let mut indexed = Vec::new();
    for language in &config.languages {
        for Wanted { page, blame } in &wanted {
            if let Page::List(list, 1) = page {
                lists.entry(*list).or_insert_with(|| entries(report, *list));
            }
            planner.page(*page, *language, *blame);
            if config.social
                && card::has_card(report, *page, *language, config.language())
                && *page != Page::NotFound
            {
                planner.card(*page, *language);
            }
            if is_indexed(report, *page, *language, config) {
                indexed.push((*page, *language));
            }
        }
    }
    planner.machines(config, indexed.len());
    for language in &config.languages {
        for kind in page::indexed_kinds(&lists) {
            planner.add(
                addresses
                    .list_index(report, kind, *language)
                    .trim_start_matches('/'),
                Content::ListIndex(kind, *language),
                None,
            );
        }
    }
    for asset in assets {
        planner.add(
            &format!("assets/{asset}"),
            Content::Asset(asset.clone()),
            None,
        );
    }
    if has_colours(report, &addresses) {
        planner.add("assets/themes.css", Content::Colours, None);
    }
    let photos = planner.photos();
    if chosen {
        planner.add("assets/options.css", Content::Chosen, None);
    }
    planner.copies(media);
    let aliases = planner.aliases();
    let shorts = planner.promises(config, promised, &standings, &aliases);
    planner.brought_back(config, promised, &wanted, &aliases);
    let aliases = aliases
        .list
        .into_iter()
        .map(|(record, alias)| (record, alias.value.clone()))
        .collect();
    let nameless = standings
        .nameless()
        .map(|address| address.value.clone())
        .collect();
    let Planner {
        mut files,
        diagnostics,
        ..
    } = planner;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    (
        Plan {
            addresses,
            files,
            photos,
            lists,
            indexed,
            kept: standings.kept,
            shorts,
            aliases,
            nameless,
        },
        diagnostics,
    )
}

/// Whether there is anything that a stylesheet must know of this very site.
pub fn has_colours(report: &Report, addresses: &Addresses) -> bool {
    !addresses.origin().is_empty() || report.themes.iter().any(|theme| theme.colour.is_some())
}

/// Whether search engines should know a page: not the page for wrong addresses, not the further
/// pages of lists, not what is said again for a frame or for paper, and in each language only what
/// says something of its own in it.
pub fn is_indexed(report: &Report, page: Page, language: Language, config: &Config) -> bool {
    match page {
        Page::NotFound | Page::Search | Page::Embed(_) | Page::Print(_) => false,
        Page::List(_, number) if number > 1 => false,
        _ if is_empty(report, page) => false,
        _ => languages::is_in(report, config, page, language),
    }
}

/// Whether a page is kept for its promised address alone: nothing is on record for it.
pub fn is_empty(report: &Report, page: Page) -> bool {
    match page {
        Page::Crossing(region, theme) => !report.crossings.contains_key(&(region, theme)),
        Page::Year(year) => !report.years.iter().any(|found| found.year == year),
        _ => false,
    }
}

/// Whether any deal that runs says by when something is to be done.
pub fn has_agenda(report: &Report) -> bool {
    report
        .deals
        .iter()
        .any(|deal| deal.due.is_some() && is_to_be_done(deal))
}

/// Whether what a deal agreed is on record as still to be done: a deal without a status claims
/// nothing.
pub fn is_to_be_done(deal: &Deal) -> bool {
    deal.status
        .is_some_and(|now| matches!(now.status, DealStatus::Agreed | DealStatus::Underway))
}

struct Planner<'a> {
    report: &'a Report,
    addresses: &'a Addresses,
    files: Vec<Planned>,
    /// Paths in small letters, since some systems take `A` and `a` for one name; with what is there
    /// and whom to blame.
    taken: BTreeMap<String, Option<Span>>,
    /// Folders that no file of the plan may stand in.
    reserved: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner<'_> {
    fn page(&mut self, page: Page, language: Language, blame: Option<Span>) {
        let path = self.addresses.path(self.report, page, language);
        let file = if page == Page::NotFound {
            path.trim_start_matches('/').to_owned()
        } else {
            format!("{}index.html", path.trim_start_matches('/'))
        };
        self.add(&file, Content::Page(page, language), blame);
    }

    /// The social card lies beside its page.
    fn card(&mut self, page: Page, language: Language) {
        let path = self.addresses.path(self.report, page, language);
        self.add(
            &format!("{}social.png", path.trim_start_matches('/')),
            Content::Social(page, language),
            None,
        );
    }

    /// Adds a file, unless its path is taken.
    fn add(&mut self, path: &str, content: Content, blame: Option<Span>) {
        let media = if let Content::Copy(file) = &content {
            Some(file.clone())
        } else {
            None
        };
        if let Some(path) = self.claim(path, media.as_ref(), blame) {
            self.files.push(Planned { path, content });
        }
    }

    /// Takes a path for a page or for a file of the writer's, unless it is taken.
    fn claim(
        &mut self,
        path: &str,
        media: Option<&SourcePath>,
        blame: Option<Span>,
    ) -> Option<OutputPath> {
        let Ok(output_path) = OutputPath::new(path) else {
            if let Some(span) = blame {
                self.diagnostics.push(match media {
                    Some(file) => Diagnostic::at(Code::BadFileName, span).with("name", file.name()),
                    None => Diagnostic::at(Code::BadAlias, span).with("value", path),
                });
            }
            return None;
        };
        // By way of capitals, since systems that take `A` and `a` for one name take `ß` and `ss`
        // for one too.
        let folded = if path.is_ascii() {
            path.to_ascii_lowercase()
        } else {
            output_path.as_str().to_uppercase().to_lowercase()
        };
        let reserved = self
            .reserved
            .iter()
            .any(|folder| folded.starts_with(folder.as_str()));
        if let Some(first) = self.taken.get(&folded).or(reserved.then_some(&None)) {
            let address = format!("/{}", path.trim_end_matches("index.html"));
            let way = match media {
                Some(_) => bilingual(
                    "geef een van de twee bestanden een andere naam",
                    "give one of the two files another name",
                ),
                None => bilingual(
                    "geef een van de twee een andere id, of haal de alias weg",
                    "give one of the two another id, or remove the alias",
                ),
            };
            let mut diagnostic = match blame.or(*first) {
                Some(span) => Diagnostic::at(Code::AddressTaken, span),
                None => Diagnostic::of_site(Code::AddressTaken),
            }
            .with("address", address)
            .with("way", way);
            if let (Some(_), Some(first)) = (blame, first) {
                diagnostic = diagnostic.note(*first, NoteKind::AlsoHere);
            }
            self.diagnostics.push(diagnostic);
            return None;
        }
        self.taken.insert(folded, blame);
        Some(output_path)
    }

    fn machines(&mut self, config: &Config, indexed: usize) {
        self.add("robots.txt", Content::Robots, None);
        if config.security.is_some() {
            // RFC 9116, section 3.
            self.add(".well-known/security.txt", Content::Security, None);
        }
        for file in &config.header_files {
            let name = match file {
                HeaderFile::Underscore => "_headers",
                HeaderFile::Nginx => "nginx-headers.conf",
            };
            self.add(name, Content::Headers(*file), None);
        }
        // Feeds and sitemaps hold whole addresses (RFC 4287, section 4.2.6; sitemaps.org), so they
        // need to know the site's own.
        if config.base_url.is_empty() {
            return;
        }
        for language in &config.languages {
            self.feeds_and_calendars(*language);
        }
        let parts = indexed.div_ceil(SITEMAP_LENGTH);
        if parts <= 1 {
            self.add("sitemap.xml", Content::Sitemap(Sitemap::Whole), None);
            return;
        }
        self.add("sitemap.xml", Content::Sitemap(Sitemap::Index(parts)), None);
        for part in 1..=parts {
            self.add(
                &format!("sitemap-{part}.xml"),
                Content::Sitemap(Sitemap::Part(part)),
                None,
            );
        }
    }

    /// What people subscribe to or put in their calendar.
    fn feeds_and_calendars(&mut self, language: Language) {
        let report = self.report;
        let number = page::number;
        let regions = (0..report.regions.len()).map(|index| Page::Region(RegionId(number(index))));
        let themes = (0..report.themes.len()).map(|index| Page::Theme(ThemeId(number(index))));
        let organisations = (0..report.organisations.len())
            .map(|index| Page::Organisation(OrganisationId(number(index))));
        for page in [Page::Home]
            .into_iter()
            .chain(regions)
            .chain(themes)
            .chain(organisations)
        {
            let path = self.addresses.path(report, page, language);
            self.add(
                &format!("{}{}", &path[1..], address::FEED),
                Content::Feed(page, language),
                None,
            );
        }
        for index in 0..report.events.len() {
            let event = EventId(number(index));
            let path = self.addresses.path(report, Page::Event(event), language);
            self.add(
                &format!("{}{}", &path[1..], address::CALENDAR),
                Content::Calendar(event, language),
                Some(report[event].span),
            );
        }
        if has_agenda(report) {
            let root = self.addresses.root(language);
            self.add(
                &format!("{}{}", &root[1..], address::CALENDAR),
                Content::Agenda(language),
                None,
            );
        }
    }

    /// The files that photos become. A name that is taken is told once, not for each width.
    fn photos(&mut self) -> Vec<PlannedPhoto> {
        let report = self.report;
        let mut seen = BTreeSet::new();
        let mut photos = Vec::with_capacity(report.photos.len());
        for (index, photo) in report
            .photos
            .iter()
            .enumerate()
            .filter(|(_, photo)| seen.insert(&photo.file))
        {
            self.say_of_name(photo.event, &photo.file, photo.file_span);
            let paths = renditions(photo.size)
                .into_iter()
                .map(|rendition| self.addresses.picture(report, photo, rendition));
            let files: Option<Vec<OutputPath>> = paths
                .map(|path| {
                    self.claim(
                        path.trim_start_matches('/'),
                        Some(&photo.file),
                        Some(photo.file_span),
                    )
                })
                .collect();
            photos.extend(files.map(|files| PlannedPhoto {
                photo: PhotoId(page::number(index)),
                files,
            }));
        }
        photos
    }

    /// The files that a record or text names, and no others. A photo that somebody links to is not
    /// one: what it became is.
    fn copies(&mut self, media: &MediaFiles) {
        let report = self.report;
        let photos: BTreeSet<&SourcePath> = report.photos.iter().map(|photo| &photo.file).collect();
        // Of each file its event, the record or link to blame, and where it is named.
        let mut named: BTreeMap<&SourcePath, (EventId, Span, Span)> = BTreeMap::new();
        for resource in &report.resources {
            if let ResourceTarget::File(file, _) = &resource.target {
                named
                    .entry(file)
                    .or_insert((resource.event, resource.span, resource.target_span));
            }
        }
        for attachment in &report.attachments {
            named.entry(&attachment.file).or_insert((
                attachment.event,
                attachment.span,
                attachment.span,
            ));
        }
        for (file, (event, span, named_at)) in named {
            let path = self.addresses.media(report, event, file);
            let is_harmless = media.get(file).is_some_and(|found| {
                may_be_copied(found.seen, &path, report.as_text.contains(file))
            });
            if is_harmless && !photos.contains(file) {
                self.say_of_name(event, file, named_at);
                self.add(
                    path.trim_start_matches('/'),
                    Content::Copy(file.clone()),
                    Some(span),
                );
            }
        }
    }

    /// Says what of a file's name is not published.
    fn say_of_name(&mut self, event: EventId, file: &SourcePath, span: Span) {
        let published = self.addresses.published_name(self.report, event, file);
        self.diagnostics
            .extend(published.withheld.iter().map(|kind| kind.withheld(span)));
        if published.straightened {
            self.diagnostics
                .push(Diagnostic::at(Code::DirectionTurned, span));
        }
    }
}
