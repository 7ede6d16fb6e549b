//! Addresses: made of ids and the words of the site's language, never of titles or dates, and each
//! ending in `/`.

use std::collections::BTreeMap;

use super::fragments::{
    figure_fragment, outcome_fragment, photo_fragment, quote_fragment, resource_fragment,
    session_fragment,
};
use super::list::{ListKind, Narrow};
use super::page::{HUB_SESSIONS, Page};
use super::segments::Segments;
use crate::config::Config;
use crate::pictures::Rendition;
use crate::privacy::{Allowed, PublishedName, published_name};
use crate::records::{EventId, Photo, RecordId, Report};
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::routes::Routes;

/// The file with the news of what a page is about, in the page's own folder.
pub const FEED: &str = "feed.xml";
/// The file for a calendar, in the folder of its page.
pub const CALENDAR: &str = "agenda.ics";

/// The file with the address of a page as a code, in the page's own folder.
pub const CODE: &str = "qr.png";
/// A longer address is put into no code: it holds 2,331 bytes, and a page may be passed on by
/// another of its addresses.
const LONGEST_IN_CODE: usize = 2_000;

/// Room that most addresses fit in, so that they are written without being moved.
const USUAL_LENGTH: usize = 80;

/// Makes the address of every page.
#[derive(Debug)]
pub struct Addresses {
    base_path: String,
    base_url: String,
    usual: Language,
    /// Which contacts names of files may tell.
    allowed: Allowed,
    routes: BTreeMap<Language, Routes>,
}

impl Addresses {
    /// The addresses of a site.
    pub fn new(config: &Config) -> Self {
        let usual = config.language();
        let routes = config
            .languages
            .iter()
            .map(|language| {
                // `[routes]` speaks of the site's usual language; the other keeps its own words.
                let replaced = |name: &str| {
                    if *language == usual {
                        config.routes.get(name).map(ToString::to_string)
                    } else {
                        None
                    }
                };
                (*language, Routes::new(*language, &replaced))
            })
            .collect();
        let allowed = Allowed::by(config);
        Self {
            base_path: config.base_path.clone(),
            base_url: config.base_url.clone(),
            usual,
            allowed,
            routes,
        }
    }

    /// The site's usual language.
    pub fn usual(&self) -> Language {
        self.usual
    }

    /// The words of addresses in a language.
    pub fn routes(&self, language: Language) -> &Routes {
        &self.routes[&language]
    }

    /// The path of a page below the site's root, beginning and ending with `/`:
    /// `/bijeenkomsten/2018-overijssel/`. Only the page for wrong addresses ends otherwise, since
    /// servers know it by its name.
    pub fn path(&self, report: &Report, page: impl Into<Page>, language: Language) -> String {
        let mut path = String::with_capacity(USUAL_LENGTH);
        self.push(&mut path, report, page.into(), language);
        path
    }

    /// The root of a language: `/`, or `/en/`.
    pub fn root(&self, language: Language) -> String {
        let mut root = String::new();
        self.push_root(&mut root, language);
        root
    }

    fn push_root(&self, path: &mut String, language: Language) {
        path.push('/');
        if language != self.usual {
            path.push_str(language.tag());
            path.push('/');
        }
    }

    /// What a link to a page holds: its path behind the path of the site.
    pub fn href(&self, report: &Report, page: impl Into<Page>, language: Language) -> String {
        let mut path = String::with_capacity(self.base_path.len() + USUAL_LENGTH);
        path.push_str(&self.base_path);
        self.push(&mut path, report, page.into(), language);
        path
    }

    /// What a link to a path below the site's root holds.
    pub fn below(&self, path: &str) -> String {
        format!("{}{path}", self.base_path)
    }

    /// The scheme and host that every path of the site stands behind; empty where the site has no
    /// `base_url`.
    pub fn origin(&self) -> &str {
        self.base_url
            .strip_suffix(&self.base_path)
            .unwrap_or(&self.base_url)
    }

    /// The whole address of a path, where the site has a `base_url`.
    pub fn absolute(&self, path: &str) -> Option<String> {
        (!self.base_url.is_empty()).then(|| format!("{}{path}", self.base_url))
    }

    /// The link to the news of what a page is about, where there is such a file: feeds hold whole
    /// addresses.
    pub fn feed(&self, report: &Report, page: Page, language: Language) -> Option<String> {
        (page.has_feed() && !self.base_url.is_empty())
            .then(|| format!("{}{FEED}", self.href(report, page, language)))
    }

    /// The link to the file for a calendar in the folder of this page.
    pub fn calendar(&self, report: &Report, page: Page, language: Language) -> Option<String> {
        (!self.base_url.is_empty())
            .then(|| format!("{}{CALENDAR}", self.href(report, page, language)))
    }

    /// The link to the file with the address of a page as a code, where there is one.
    pub fn code(&self, report: &Report, page: Page, language: Language) -> Option<String> {
        let fits = |path: &String| self.base_url.len() + path.len() <= LONGEST_IN_CODE;
        (page.has_code() && !self.base_url.is_empty())
            .then(|| self.path(report, page, language))
            .filter(fits)
            .map(|path| self.below(&format!("{path}{CODE}")))
    }

    /// The link to a record: its page, or its fragment on its event's page; `None` where it has
    /// neither.
    pub fn record(&self, report: &Report, record: RecordId, language: Language) -> Option<String> {
        let fragment = match record {
            RecordId::Session(id) if !report[id].has_page => session_fragment(report, id, language),
            RecordId::Outcome(id) => outcome_fragment(report, id, language),
            RecordId::Figure(id) => figure_fragment(report, id, language),
            RecordId::Quote(id) => quote_fragment(report, id, language),
            RecordId::Photo(id) => photo_fragment(report, id, language),
            RecordId::Resource(id) => resource_fragment(report, id, language),
            _ => {
                let page = Page::of_record(report, record)?;
                return Some(self.href(report, page, language));
            }
        };
        let event = report.record(record).event()?;
        let is_hub = report[event].sessions.len() > HUB_SESSIONS;
        let page = match record {
            // Where its event's programme stands.
            RecordId::Session(_) if is_hub => Page::Programme(event),
            _ => event.into(),
        };
        Some(format!("{}#{fragment}", self.href(report, page, language)))
    }

    /// The path of a file that is handed out: below that of its event, by its id.
    pub fn media(&self, report: &Report, event: EventId, file: &SourcePath) -> String {
        let published = report.published.get(file).map_or("", String::as_str);
        let published = if report.as_text.contains(file) {
            named_as_text(published)
        } else {
            published.to_owned()
        };
        format!(
            "/{}/{}/{published}",
            self.routes(self.usual).events,
            report[event].id
        )
    }

    /// The name of a picture or attachment in its event's folder, as it is published, but for the
    /// ending that a text gets.
    pub fn published_name<'f>(
        &self,
        report: &Report,
        event: EventId,
        file: &'f SourcePath,
    ) -> PublishedName<'f> {
        let folder = format!("content/events/{}/", report[event].id);
        published_name(
            file.as_str().strip_prefix(&folder).unwrap_or(file.name()),
            self.allowed,
            self.usual,
        )
    }

    /// The path of the index of a whole list, beside its page.
    pub fn list_index(&self, report: &Report, kind: ListKind, language: Language) -> String {
        let list = Page::first_of(kind, Narrow::No);
        format!("{}index.json", self.path(report, list, language))
    }

    /// The path of a file that a photo becomes: by the photo's id, with the width.
    pub fn picture(&self, report: &Report, photo: &Photo, rendition: Rendition) -> String {
        format!(
            "{}-{}.{}",
            self.media(report, photo.event, &photo.file),
            rendition.size.width,
            rendition.format.extension()
        )
    }

    /// The folder of the search index of a language, below the search page.
    pub fn search_index(&self, report: &Report, language: Language) -> String {
        format!("{}index/", self.path(report, Page::Search, language))
    }

    /// Writes the root of a language and the path of a page below it.
    fn push(&self, path: &mut String, report: &Report, page: Page, language: Language) {
        self.push_root(path, language);
        page.push(&mut Segments {
            path,
            report,
            routes: self.routes(language),
            language,
        });
    }
}

/// The name under which a file is handed out as text: `.txt` is its only ending, wherever a server
/// looks for one.
fn named_as_text(path: &str) -> String {
    let (folder, name) = path
        .rsplit_once('/')
        .map_or(("", path), |(folder, name)| (&path[..=folder.len()], name));
    let stem = if name.to_lowercase().ends_with(".txt") {
        &name[..name.len() - 4]
    } else {
        name
    };
    format!("{folder}{}.txt", stem.replace(['.', ';'], "-"))
}
