//! Addresses: made of ids and the words of the site's language, never of titles or dates, and each
//! ending in `/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::page::{List, ListKind, Narrow, Notice, Page, Status};
use crate::config::Config;
use crate::media::Rendition;
use crate::privacy::{Allowed, PublishedName, published_name};
use crate::report::{EventId, Photo, RecordId, Report, Side};
use crate::source::SourcePath;
use crate::words::Language;
use crate::words::routes::Routes;

/// The file with the news of what a page is about, in the page's own folder.
pub const FEED: &str = "feed.xml";
/// The file for a calendar, in the folder of its page.
pub const CALENDAR: &str = "agenda.ics";

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
    pub fn path(&self, report: &Report, page: Page, language: Language) -> String {
        let mut path = String::with_capacity(USUAL_LENGTH);
        self.push_root(&mut path, language);
        self.push_page(&mut path, report, page, language);
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
    pub fn href(&self, report: &Report, page: Page, language: Language) -> String {
        let mut path = String::with_capacity(self.base_path.len() + USUAL_LENGTH);
        path.push_str(&self.base_path);
        self.push_root(&mut path, language);
        self.push_page(&mut path, report, page, language);
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
        let has_feed = matches!(
            page,
            Page::Home | Page::Region(_) | Page::Theme(_) | Page::Organisation(_)
        );
        (has_feed && !self.base_url.is_empty())
            .then(|| format!("{}{FEED}", self.href(report, page, language)))
    }

    /// The link to the file for a calendar in the folder of this page.
    pub fn calendar(&self, report: &Report, page: Page, language: Language) -> Option<String> {
        (!self.base_url.is_empty())
            .then(|| format!("{}{CALENDAR}", self.href(report, page, language)))
    }

    /// The link to a record: its page, or its fragment on its event's page; `None` where it has
    /// neither.
    pub fn record(&self, report: &Report, record: RecordId, language: Language) -> Option<String> {
        let page = match record {
            RecordId::Event(id) => Page::Event(id),
            RecordId::Session(id) if report[id].has_page => Page::Session(id),
            RecordId::Session(id) => return Some(self.session_place(report, id, language)),
            RecordId::Idea(id) if report[id].inline => return None,
            RecordId::Idea(id) => Page::Idea(id),
            RecordId::Need(id) if report[id].inline => return None,
            RecordId::Need(id) => Page::Need(id),
            RecordId::Deal(id) => Page::Deal(id),
            RecordId::Outcome(id) => {
                return Some(self.fragment(
                    report,
                    report[id].event,
                    &outcome_fragment(report, id),
                    language,
                ));
            }
            RecordId::Figure(id) => {
                return Some(self.fragment(
                    report,
                    report[id].event,
                    &figure_fragment(report, id),
                    language,
                ));
            }
            RecordId::Quote(id) => {
                return Some(self.fragment(
                    report,
                    report[id].event,
                    &quote_fragment(report, id),
                    language,
                ));
            }
            RecordId::Speaker(_) => return None,
            RecordId::Photo(id) => {
                return Some(self.fragment(
                    report,
                    report[id].event,
                    &photo_fragment(report, id),
                    language,
                ));
            }
            RecordId::Resource(id) => {
                return Some(self.fragment(
                    report,
                    report[id].event,
                    &resource_fragment(report, id),
                    language,
                ));
            }
            RecordId::Region(id) => Page::Region(id),
            RecordId::Theme(id) => Page::Theme(id),
            RecordId::Person(id) if !report[id].listed => return None,
            RecordId::Person(id) => Page::Person(id),
            RecordId::Organisation(id) => Page::Organisation(id),
            RecordId::Series(id) => Page::Series(id),
            RecordId::Page(id) => Page::Free(id),
        };
        Some(self.href(report, page, language))
    }

    /// Where a session without a page stands: in its event's programme.
    fn session_place(
        &self,
        report: &Report,
        id: crate::report::SessionId,
        language: Language,
    ) -> String {
        let event = report[id].event;
        let page = if report[event].sessions.len() > super::page::HUB_SESSIONS {
            Page::Programme(event)
        } else {
            Page::Event(event)
        };
        format!(
            "{}#{}",
            self.href(report, page, language),
            session_fragment(report, id)
        )
    }

    /// A place on an event's page.
    fn fragment(
        &self,
        report: &Report,
        event: EventId,
        fragment: &str,
        language: Language,
    ) -> String {
        format!(
            "{}#{fragment}",
            self.href(report, Page::Event(event), language)
        )
    }

    /// The path of a picture or attachment: that of its event, and its place in the event's folder,
    /// but for what may not be shown of it.
    pub fn media(&self, report: &Report, event: EventId, file: &SourcePath) -> String {
        let published = self.published_name(report, event, file).path;
        let published = if report.as_text.contains(file) {
            named_as_text(&published)
        } else {
            published.into_owned()
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
        let list = List {
            kind,
            narrow: Narrow::No,
        };
        format!(
            "{}index.json",
            self.path(report, Page::List(list, 1), language)
        )
    }

    /// The path of a file that a photo becomes: beside where the photo itself would be, with its
    /// width.
    pub fn picture(&self, report: &Report, photo: &Photo, rendition: Rendition) -> String {
        let path = self.media(report, photo.event, &photo.file);
        // A photo need not be named as one: its name may have no ending, and a folder above it a
        // dot.
        let (folder, name) = path.rsplit_once('/').unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        format!(
            "{folder}/{stem}-{}.{}",
            rendition.size.width,
            rendition.format.extension()
        )
    }

    /// The folder of the search index of a language, below the search page; of its parts after the
    /// first, a folder in there.
    pub fn search_index(&self, report: &Report, language: Language, part: usize) -> String {
        let folder = format!("{}index/", self.path(report, Page::Search, language));
        if part == 0 {
            folder
        } else {
            format!("{folder}{}/", part + 1)
        }
    }

    fn push_page(&self, path: &mut String, report: &Report, page: Page, language: Language) {
        let routes = self.routes(language);
        match page {
            Page::Home => {}
            Page::NotFound => path.push_str("404.html"),
            Page::Overview => push(path, &[&routes.overview]),
            Page::Search => push(path, &[&routes.search]),
            Page::Event(id) => push(path, &[&routes.events, report[id].id.as_str()]),
            Page::Programme(id) => push(
                path,
                &[&routes.events, report[id].id.as_str(), &routes.programme],
            ),
            Page::Session(id) => {
                let session = &report[id];
                push(
                    path,
                    &[
                        &routes.events,
                        report[session.event].id.as_str(),
                        &routes.programme,
                        session.id.as_str(),
                    ],
                );
            }
            Page::Idea(id) => {
                let idea = &report[id];
                push(
                    path,
                    &[
                        &routes.events,
                        report[idea.event].id.as_str(),
                        &routes.ideas,
                        idea.id.as_str(),
                    ],
                );
            }
            Page::Need(id) => {
                let need = &report[id];
                let word = if need.side == Side::Ask {
                    &routes.asks
                } else {
                    &routes.offers
                };
                push(
                    path,
                    &[
                        &routes.events,
                        report[need.event].id.as_str(),
                        word,
                        need.id.as_str(),
                    ],
                );
            }
            Page::Deal(id) => {
                let deal = &report[id];
                push(
                    path,
                    &[
                        &routes.events,
                        report[deal.event].id.as_str(),
                        &routes.deals,
                        deal.id.as_str(),
                    ],
                );
            }
            Page::Region(id) => push(path, &[&routes.regions, report[id].id.as_str()]),
            Page::Theme(id) => push(path, &[&routes.themes, report[id].id.as_str()]),
            Page::Crossing(region, theme) => push(
                path,
                &[
                    &routes.regions,
                    report[region].id.as_str(),
                    &routes.themes,
                    report[theme].id.as_str(),
                ],
            ),
            Page::Year(year) => push(path, &[&routes.years, &year.to_string()]),
            Page::Person(id) => push(path, &[&routes.people, report[id].id.as_str()]),
            Page::Organisation(id) => push(path, &[&routes.organisations, report[id].id.as_str()]),
            Page::Series(id) => push(path, &[&routes.series, report[id].id.as_str()]),
            Page::Free(id) => push(path, &[report[id].id.as_str()]),
            Page::Notice(Notice::Accessibility) => push(path, &[&routes.accessibility]),
            Page::Notice(Notice::Privacy) => push(path, &[&routes.privacy]),
            Page::List(list, number) => {
                self.push_list(path, report, list, language);
                if number > 1 {
                    push(path, &[&routes.page, &number.to_string()]);
                }
            }
            Page::Embed(_) => {
                self.push_page(path, report, page.known_as(), language);
                push(path, &[&routes.embed]);
            }
            Page::Print(id) => push(
                path,
                &[&routes.events, report[id].id.as_str(), &routes.print],
            ),
        }
    }

    fn push_list(&self, path: &mut String, report: &Report, list: List, language: Language) {
        let routes = self.routes(language);
        if let Narrow::Event(event) = list.narrow {
            push(path, &[&routes.events, report[event].id.as_str()]);
        }
        push(
            path,
            &[match list.kind {
                ListKind::Events => &routes.events,
                ListKind::Deals => &routes.deals,
                ListKind::Ideas => &routes.ideas,
                ListKind::Leads => &routes.leads,
                ListKind::Asks => &routes.asks,
                ListKind::Offers => &routes.offers,
                ListKind::People => &routes.people,
                ListKind::Organisations => &routes.organisations,
                ListKind::Regions => &routes.regions,
                ListKind::Themes => &routes.themes,
                ListKind::Series => &routes.series,
                ListKind::Years => &routes.years,
            }],
        );
        match list.narrow {
            Narrow::No | Narrow::Event(_) => {}
            Narrow::Region(region) => push(path, &[&routes.region, report[region].id.as_str()]),
            Narrow::Theme(theme) => push(path, &[&routes.theme, report[theme].id.as_str()]),
            Narrow::Crossing(region, theme) => {
                push(
                    path,
                    &[
                        &routes.region,
                        report[region].id.as_str(),
                        &routes.theme,
                        report[theme].id.as_str(),
                    ],
                );
            }
            Narrow::Year(year) => push(path, &[&routes.year, &year.to_string()]),
            Narrow::Status(status) => push(path, &[&routes.status, status_word(status, language)]),
        }
    }
}

/// A status as a word of an address.
pub fn status_word(status: Status, language: Language) -> &'static str {
    let (nl, en) = match status {
        Status::Agreed => ("afgesproken", "agreed"),
        Status::Underway => ("lopend", "underway"),
        Status::Done => ("afgerond", "done"),
        Status::Stopped => ("gestopt", "stopped"),
        Status::Proposed => ("voorgesteld", "proposed"),
        Status::Adopted => ("aangenomen", "adopted"),
        Status::Carried => ("uitgevoerd", "done"),
        Status::Dropped => ("vervallen", "dropped"),
        Status::Ask => ("vraag", "ask"),
        Status::Offer => ("aanbod", "offer"),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
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

fn push(path: &mut String, parts: &[&str]) {
    for part in parts {
        path.push_str(part);
        path.push('/');
    }
}

/// The fragment of an outcome: its own id behind its kind, so that ids of other kinds on the page
/// cannot clash with it.
pub fn outcome_fragment(report: &Report, id: crate::report::OutcomeId) -> String {
    format!("uitkomst-{}", report[id].id)
}

/// The fragment of a figure: its place among the event's figures.
pub fn figure_fragment(report: &Report, id: crate::report::FigureId) -> String {
    let event = &report[report[id].event];
    format!(
        "cijfer-{}",
        1 + event
            .figures
            .iter()
            .position(|figure| *figure == id)
            .unwrap_or_default()
    )
}

/// The fragment of a quote: its place among the event's quotes.
pub fn quote_fragment(report: &Report, id: crate::report::QuoteId) -> String {
    let event = &report[report[id].event];
    format!(
        "citaat-{}",
        1 + event
            .quotes
            .iter()
            .position(|quote| *quote == id)
            .unwrap_or_default()
    )
}

/// The fragment of a photo.
pub fn photo_fragment(report: &Report, id: crate::report::PhotoId) -> String {
    format!("foto-{}", report[id].id)
}

/// The fragment of a resource.
pub fn resource_fragment(report: &Report, id: crate::report::ResourceId) -> String {
    format!("materiaal-{}", report[id].id)
}

/// The fragment of a session in a programme.
pub fn session_fragment(report: &Report, id: crate::report::SessionId) -> String {
    format!("sessie-{}", report[id].id)
}

/// A path as a link holds it: what an address cannot carry as it is becomes `%XX` (RFC 3986,
/// section 2).
pub fn percent_encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.'
                    | b'_'
                    | b'~'
                    | b'/'
                    | b'!'
                    | b'$'
                    | b'('
                    | b')'
                    | b'*'
                    | b'+'
                    | b','
                    | b';'
                    | b'='
                    | b':'
                    | b'@'
            )
        {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
