//! Links of texts to places of the site itself, against what is planned: whether a file stands at an
//! address from the root, and whether a page has the place that a fragment names.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::address::Addresses;
use super::content::{CompletedLink, Content, LinkedHeading, Planned, PlannedPhoto};
use super::fragments::{
    figure_fragment, fragment, need_fragment, of_day, outcome_fragment, photo_fragment,
    quote_fragment, resource_fragment, session_fragment, speaker_fragment,
};
use super::page::Page;
use super::path::OutputPath;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::encode;
use crate::markdown::heading_ids;
use crate::records::{EventId, RecordId, Report, SiteLink};
use crate::reference::name_and_heading;
use crate::words::Language;
use crate::words::fragments::{CORRECTION, NEWS, TEXT};

/// For so many addresses that nothing has, the one that was meant is sought among all pages.
const MOST_SUGGESTIONS: usize = 20;

/// Where writers find the files of their own `assets/`.
const ASSETS: &str = "/assets/";

/// Links from the root that lack something, with what they are meant to be.
pub(super) type Completed = BTreeMap<String, CompletedLink>;

/// Checks every link that a text has to a place of the site itself.
pub(super) fn check(
    report: &Report,
    addresses: &Addresses,
    files: &[Planned],
    photos: &[PlannedPhoto],
    asset_folder: &str,
) -> (Completed, Vec<Diagnostic>) {
    if report.site_links.is_empty() {
        return Default::default();
    }
    let photos = photos.iter().flat_map(|photo| &photo.files);
    let paths = files.iter().map(|file| &file.path).chain(photos);
    let mut checker = Checker {
        report,
        addresses,
        files,
        asset_folder,
        paths: paths.map(OutputPath::as_str).collect(),
        places: HashMap::new(),
        headings: HashMap::new(),
        sought: 0,
        completed: Completed::new(),
        diagnostics: Vec::new(),
    };
    for link in &report.site_links {
        checker.link(link);
    }
    (checker.completed, checker.diagnostics)
}

struct Checker<'a> {
    report: &'a Report,
    addresses: &'a Addresses,
    files: &'a [Planned],
    /// What the folder of the assets is called.
    asset_folder: &'a str,
    /// Where a file stands. Only looked up.
    paths: HashSet<&'a str>,
    /// The places on the page where the texts of a record stand. Only looked up.
    places: HashMap<RecordId, BTreeSet<String>>,
    /// The headings of a record's own text. Only looked up.
    headings: HashMap<RecordId, Vec<String>>,
    sought: usize,
    completed: Completed,
    diagnostics: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn link(&mut self, link: &SiteLink) {
        if let Some(fragment) = link.destination.strip_prefix('#') {
            self.on_page(link, fragment);
        } else if link.destination.starts_with('/') {
            self.address(link);
        } else {
            self.in_text(link);
        }
    }

    /// `/regios/twente/`
    fn address(&mut self, link: &SiteLink) {
        let (path, behind) = parted(&link.destination);
        // That folder is not what it was with the next change of a file in it.
        let is_passing = path.starts_with(&format!("{ASSETS}{}/", self.asset_folder));
        if !is_passing && self.stands(path) {
            self.behind(link, path, behind);
            return;
        }
        let asset = path.strip_prefix(ASSETS);
        let whole = match asset {
            Some(name) => format!("{ASSETS}{}/{name}", self.asset_folder),
            None => format!("{path}/"),
        };
        if self.stands(&whole) {
            let completed = CompletedLink {
                address: format!("{whole}{behind}"),
                heading: None,
            };
            self.completed.insert(link.destination.clone(), completed);
            self.behind(link, &whole, behind);
            return;
        }
        // The site's own path stands before every link already.
        let inner = path
            .strip_prefix(&self.addresses.below(""))
            .filter(|inner| inner.starts_with('/') && *inner != path)
            .map(ToOwned::to_owned);
        let inner = inner.and_then(|inner| {
            let whole = format!("{inner}/");
            let found = [inner, whole].into_iter().find(|path| self.stands(path));
            found.map(|path| format!("{path}{behind}"))
        });
        // As it is in the address bar, which the next change of a file makes another.
        let copied = asset.and_then(|name| {
            let (_, name) = name.split_once('/')?;
            let stands = self.stands(&format!("{ASSETS}{}/{name}", self.asset_folder));
            stands.then(|| format!("{ASSETS}{name}{behind}"))
        });
        let suggestion = inner
            .or(copied)
            .or_else(|| link.near.clone())
            .or_else(|| self.nearest_page(path));
        self.broken(link, suggestion);
    }

    /// The fragment behind an address at which a page stands: `/bijeenkomsten/2018-overijssel/#kop`.
    /// A heading goes by its own words there too.
    fn behind(&mut self, link: &SiteLink, path: &str, behind: &str) {
        let Some((query, fragment)) = behind.split_once('#') else {
            return;
        };
        let fragment = encode::path_decoded(fragment).unwrap_or_default();
        let Some((record, language)) = self.record_at(path) else {
            return;
        };
        if fragment.is_empty() || self.has_place(record, &fragment) {
            return;
        }
        let address = format!("{path}{query}");
        if self.headings(record).iter().any(|known| *known == fragment) {
            let heading = LinkedHeading {
                record,
                language,
                id: fragment.into_owned(),
            };
            let completed = CompletedLink {
                address,
                heading: Some(heading),
            };
            self.completed.insert(link.destination.clone(), completed);
            return;
        }
        let near = self.nearest_heading(record, &fragment);
        let near = near.or_else(|| self.nearest_place(record, &fragment));
        let suggestion = match near {
            Some(near) => format!("{address}#{near}"),
            None => address,
        };
        self.broken(link, Some(suggestion));
    }

    /// The record whose own page stands at an address, and the language of that page.
    fn record_at(&mut self, path: &str) -> Option<(RecordId, Language)> {
        let decoded = encode::path_decoded(path)?;
        let name = decoded.strip_prefix('/').unwrap_or(&decoded);
        let path = format!("{}index.html", name.trim_end_matches("index.html"));
        let found = self
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path.as_str()));
        match self.files[found.ok()?].content {
            Content::Page(page, language) => Some((page.record()?, language)),
            _ => None,
        }
    }

    /// Whether something stands at an address below the site's root.
    fn stands(&self, path: &str) -> bool {
        let Some(decoded) = encode::path_decoded(path) else {
            return false;
        };
        let name = decoded.strip_prefix('/').unwrap_or(&decoded);
        if name.is_empty() || name.ends_with('/') {
            self.paths.contains(format!("{name}index.html").as_str())
        } else {
            self.paths.contains(name)
        }
    }

    /// The page whose address looks most like this one.
    fn nearest_page(&mut self, path: &str) -> Option<String> {
        self.sought += 1;
        if self.sought > MOST_SUGGESTIONS {
            return None;
        }
        let pages = self.files.iter().filter_map(|file| match file.content {
            Content::Page(..) => file.path.as_str().strip_suffix("index.html"),
            _ => None,
        });
        let name = path.trim_start_matches('/');
        let found = nearest(name, pages.filter(|page| !page.is_empty()))?;
        Some(format!("/{}", encode::path(found)))
    }

    /// `#sessie-opening`
    fn on_page(&mut self, link: &SiteLink, fragment: &str) {
        if self.has_place(link.of, fragment) {
            return;
        }
        let near = self.nearest_place(link.of, fragment);
        let near = near.map(|place| format!("#{place}"));
        self.broken(link, link.near.clone().or(near));
    }

    /// Whether a fragment names a place on the page where the texts of a record stand.
    fn has_place(&mut self, record: RecordId, fragment: &str) -> bool {
        // The top of a page needs no name (HTML, "Scrolling to a fragment").
        fragment == "top"
            || is_news(fragment)
            || self.is_heading(record, fragment)
            || self.places(record).contains(fragment)
    }

    fn places(&mut self, record: RecordId) -> &BTreeSet<String> {
        let report = self.report;
        self.places
            .entry(record)
            .or_insert_with(|| places_of(report, record))
    }

    /// The place that was meant, for as many as are sought.
    fn nearest_place(&mut self, record: RecordId, fragment: &str) -> Option<String> {
        self.sought += 1;
        if self.sought > MOST_SUGGESTIONS {
            return None;
        }
        let places = self.places(record).iter().map(String::as_str);
        nearest(fragment, places).map(ToOwned::to_owned)
    }

    /// The heading of a record's own text that was meant.
    fn nearest_heading(&mut self, record: RecordId, heading: &str) -> Option<String> {
        let headings = self.headings(record).iter().map(String::as_str);
        nearest(heading, headings).map(ToOwned::to_owned)
    }

    /// Whether a fragment names a heading of a record's own text as its page has it: `tekst-kop`.
    fn is_heading(&mut self, record: RecordId, fragment: &str) -> bool {
        let id = Language::ALL.iter().find_map(|language| {
            let rest = fragment.strip_prefix(TEXT.get(*language))?;
            rest.strip_prefix('-')
        });
        id.is_some_and(|id| self.headings(record).iter().any(|heading| heading == id))
    }

    /// `event:2018-overijssel#kop`
    fn in_text(&mut self, link: &SiteLink) {
        let (name, heading) = name_and_heading(&link.destination);
        let (Some(heading), Some(record)) = (heading, self.report.find(name, link.event)) else {
            return;
        };
        let headings = self.headings(record);
        if headings.iter().any(|known| known == heading) {
            return;
        }
        let suggestion = match self.nearest_heading(record, heading) {
            Some(near) => format!("{name}#{near}"),
            None => name.to_owned(),
        };
        self.broken(link, Some(suggestion));
    }

    /// The headings of a record's own text, in either language; none where it has no page.
    fn headings(&mut self, record: RecordId) -> &[String] {
        let report = self.report;
        self.headings.entry(record).or_insert_with(|| {
            let subject = Subject::of(record).map(|subject| subject.paged(report));
            let text = subject
                .filter(|paged| paged.has_page)
                .and_then(|paged| paged.text);
            let texts = text.map(|text| [Some(&text.original), text.translation.as_ref()]);
            let texts = texts.into_iter().flatten().flatten();
            texts.flat_map(|text| heading_ids(&text.text)).collect()
        })
    }

    fn broken(&mut self, link: &SiteLink, suggestion: Option<String>) {
        // A destination in Markdown ends at a space.
        let suggestion = suggestion.map(|suggestion| suggestion.replace(' ', "%20"));
        self.diagnostics.push(
            Diagnostic::at(Code::BrokenLink, link.span)
                .with("target", &link.destination)
                .suggest(suggestion),
        );
    }
}

/// An address in its path and what stands behind it.
fn parted(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '#']).unwrap_or(address.len()))
}

/// Whether a fragment names news: of which day is not looked at.
fn is_news(fragment: &str) -> bool {
    Language::ALL.iter().any(|language| {
        let rest = fragment.strip_prefix(NEWS.get(*language));
        rest.is_some_and(|rest| rest.starts_with('-'))
    })
}

/// The places on the page where the texts of a record stand, by their names in either language.
fn places_of(report: &Report, record: RecordId) -> BTreeSet<String> {
    let (event, is_of_event) = match record {
        RecordId::Event(event) => (Some(event), true),
        _ => (
            report.record(record).event(),
            Page::of_record(report, record).is_none(),
        ),
    };
    let mut places = BTreeSet::new();
    for language in Language::ALL {
        if let Some(event) = event {
            add_shared(&mut places, report, event, language);
            if is_of_event {
                add_of_event(&mut places, report, event, language);
            }
        }
        if let RecordId::Deal(deal) = record {
            let deal = &report[deal];
            let needs = deal.asks.iter().chain(&deal.offers);
            places.extend(needs.map(|need| need_fragment(report, *need, language)));
        }
    }
    places
}

/// Files, photos and corrections stand on the pages of what they are about too.
fn add_shared(places: &mut BTreeSet<String>, report: &Report, event: EventId, language: Language) {
    let of = &report[event];
    places.extend(
        of.photos
            .iter()
            .map(|id| photo_fragment(report, *id, language)),
    );
    let resources = of.resources.iter();
    places.extend(resources.map(|id| resource_fragment(report, *id, language)));
    for (index, correction) in of.corrections.iter().enumerate() {
        let before = &of.corrections[..index];
        let same_day = before.iter().filter(|other| other.date == correction.date);
        let day = of_day(correction.date, same_day.count());
        places.insert(fragment(CORRECTION, day, language));
    }
}

fn add_of_event(
    places: &mut BTreeSet<String>,
    report: &Report,
    event: EventId,
    language: Language,
) {
    let of = &report[event];
    places.extend(
        of.sessions
            .iter()
            .map(|id| session_fragment(report, *id, language)),
    );
    places.extend(
        of.speakers
            .iter()
            .map(|id| speaker_fragment(report, *id, language)),
    );
    places.extend(
        of.outcomes
            .iter()
            .map(|id| outcome_fragment(report, *id, language)),
    );
    places.extend(
        of.quotes
            .iter()
            .map(|id| quote_fragment(report, *id, language)),
    );
    places.extend(
        of.figures
            .iter()
            .map(|id| figure_fragment(report, *id, language)),
    );
}
