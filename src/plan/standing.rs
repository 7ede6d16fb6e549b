//! What stands at old addresses: redirects for the aliases of records and for what moved, a page
//! for what is gone, the short links. What is promised and missing stops the build; what is to be
//! forgotten leaves nothing but its short link.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::page::{self, Page, Wanted};
use super::promise::{self, Standing, Standings};
use super::{Content, Planner};
use crate::config::Config;
use crate::content::promised::{Destination, Marks, Promise, Promised, SHORT_FOLDER, What};
use crate::content::schema::Kind;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic};
use crate::report::RecordId;
use crate::source::{Span, Spanned};

/// The old addresses that records give themselves.
#[derive(Debug, Default)]
pub(super) struct Aliases<'a> {
    /// Each with its record, as written.
    pub(super) list: Vec<(RecordId, &'a Spanned<String>)>,
    /// Whose they are, by the path of their file in small letters.
    paths: BTreeMap<String, RecordId>,
}

/// What is found of promises on the way.
struct Promises<'a> {
    config: &'a Config,
    /// The redirects that records themselves ask for.
    aliases: &'a Aliases<'a>,
    /// What promises put at a path.
    kept: HashMap<String, Content>,
    shorts: HashMap<RecordId, String>,
    /// Old addresses of what is still there under its name.
    changed: Vec<(String, Span)>,
    lost: BTreeSet<(What, Span)>,
}

impl<'a> Planner<'a> {
    /// Redirect pages for the old addresses of records.
    pub(super) fn aliases(&mut self) -> Aliases<'a> {
        let report = self.report;
        let mut aliases: Vec<(RecordId, &[Spanned<String>])> = Vec::new();
        macro_rules! of_kind {
            ($list:ident, $record:ident, $id:ident) => {
                for (index, record) in report.$list.iter().enumerate() {
                    if !record.aliases.is_empty() {
                        aliases.push((
                            RecordId::$record(crate::report::$id(page::number(index))),
                            &record.aliases,
                        ));
                    }
                }
            };
        }
        of_kind!(events, Event, EventId);
        of_kind!(sessions, Session, SessionId);
        of_kind!(ideas, Idea, IdeaId);
        of_kind!(needs, Need, NeedId);
        of_kind!(deals, Deal, DealId);
        of_kind!(regions, Region, RegionId);
        of_kind!(themes, Theme, ThemeId);
        of_kind!(people, Person, PersonId);
        of_kind!(organisations, Organisation, OrganisationId);
        of_kind!(series, Series, SeriesId);
        of_kind!(pages, Page, PageId);
        let usual = self.addresses.usual();
        let mut found = Aliases::default();
        for (record, written) in aliases {
            let Some(to) = self.addresses.record(report, record, usual) else {
                continue;
            };
            for alias in written {
                let file = file_at(&alias.value);
                found.paths.insert(file.to_lowercase(), record);
                found.list.push((record, alias));
                self.add(
                    &file,
                    Content::Redirect {
                        to: to.clone(),
                        title: promise::title_of(report, record),
                    },
                    Some(alias.span),
                );
            }
        }
        found
    }

    /// What stands at promised addresses that are no page's own any more, and the short links;
    /// gives the words of the latter.
    pub(super) fn promises(
        &mut self,
        config: &Config,
        promised: &Promised,
        standings: &Standings<'_>,
        aliases: &Aliases<'_>,
    ) -> HashMap<RecordId, String> {
        let mut found = Promises {
            config,
            aliases,
            kept: HashMap::new(),
            shorts: HashMap::new(),
            changed: Vec::new(),
            lost: BTreeSet::new(),
        };
        for outcome in &standings.list {
            if outcome.nameless {
                self.nameless(outcome.promise);
            } else {
                self.promise(outcome.promise, &outcome.standing, &mut found);
            }
        }
        for outcome in &standings.list {
            self.short(outcome.promise, &outcome.standing, &mut found);
        }
        for row in &promised.forgotten {
            for short in &row.shorts {
                let language = config.language();
                self.add_short(
                    short,
                    Content::Gone {
                        reason: Some(row.reason.clone()),
                        date: Some(row.date),
                        language,
                    },
                );
            }
        }
        let marks = Marks::new(&promised.forgotten);
        let nameless: BTreeSet<&str> = standings
            .nameless()
            .map(|address| address.value.as_str())
            .collect();
        for moved in &promised.moved {
            if let Destination::Address(to) = &moved.to.value
                && (nameless.contains(to.as_str()) || marks.know_address(to))
            {
                self.diagnostics
                    .push(address_forgotten(to, Some(moved.to.span)));
            }
        }
        for (root, span) in &found.lost {
            self.diagnostics
                .push(promise::lost(self.report, promised, root, *span));
        }
        if let Some((address, span)) = found.changed.first() {
            let count = found.changed.len();
            let nl = if count == 1 {
                "een pagina".to_owned()
            } else {
                format!("{count} pagina’s")
            };
            let en = if count == 1 {
                "one page".to_owned()
            } else {
                format!("{count} pages")
            };
            self.diagnostics.push(
                Diagnostic::at(Code::AddressesChanged, *span)
                    .with("count", bilingual(&nl, &en))
                    .with("address", address),
            );
        }
        found.shorts
    }

    /// Says what was forgotten and is here again, under its name or at its address.
    pub(super) fn brought_back(
        &mut self,
        config: &Config,
        promised: &Promised,
        wanted: &[Wanted],
        aliases: &Aliases<'_>,
    ) {
        let marks = Marks::new(&promised.forgotten);
        if marks.is_empty() {
            return;
        }
        let (report, addresses) = (self.report, self.addresses);
        for Wanted { page, blame } in wanted {
            let Some(what) = promise::what_of(report, *page) else {
                continue;
            };
            let at = || {
                config
                    .languages
                    .iter()
                    .map(|language| addresses.path(report, *page, *language))
                    .find(|path| marks.know_address(path))
            };
            let back = if marks.know(&what) {
                Some(what.to_string())
            } else {
                at()
            };
            // Of an event, region or theme that is back, what stands in it is not told as well.
            if let Some(back) =
                back.filter(|_| !what.stands_in().iter().any(|outer| marks.know(outer)))
            {
                self.diagnostics.push(was_forgotten(&back, *blame, &what));
            }
        }
        for (_, alias) in aliases
            .list
            .iter()
            .filter(|(_, alias)| marks.know_address(&alias.value))
        {
            self.diagnostics
                .push(address_forgotten(&alias.value, Some(alias.span)));
        }
    }

    /// What is to be forgotten leaves nothing at its addresses; nor may anything else stand there.
    fn nameless(&mut self, promise: &Promise) {
        for address in &promise.addresses {
            if let Some(other) = self.taken.get(&file_at(&address.value).to_lowercase()) {
                let diagnostic = address_forgotten(&address.value, other.or(Some(address.span)));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn promise(&mut self, promise: &Promise, standing: &Standing<'_>, found: &mut Promises<'_>) {
        let own = match standing {
            Standing::Record(record) => promise::page_of(self.report, *record),
            Standing::Page(page) => Some(*page),
            Standing::Address(_) | Standing::Gone(_) | Standing::Lost(_) => None,
        };
        let (report, addresses) = (self.report, self.addresses);
        let in_each = |page| {
            found
                .config
                .languages
                .iter()
                .map(move |language| addresses.path(report, page, *language))
        };
        let current: Vec<String> = own.into_iter().flat_map(in_each).collect();
        if let Standing::Lost(root) = standing {
            // A record that says at its new place where it was before says enough.
            if !promise.addresses.iter().all(|address| {
                found
                    .aliases
                    .paths
                    .contains_key(&file_at(&address.value).to_lowercase())
            }) {
                found.lost.insert((root.clone(), promise.of.span));
            }
            return;
        }
        let mut is_changed = None;
        for address in promise
            .addresses
            .iter()
            .filter(|address| !current.contains(&address.value))
        {
            let file = file_at(&address.value);
            // What the record says itself leads there already.
            if let Standing::Record(record) = standing
                && found.aliases.paths.get(&file.to_lowercase()) == Some(record)
            {
                continue;
            }
            is_changed = is_changed.or(Some(address));
            let Some(content) = self.standing_at(&address.value, standing, found.config) else {
                continue;
            };
            match found.kept.get(&file.to_lowercase()) {
                // Two promises that came to the same.
                Some(before) if *before == content => continue,
                None if !self.taken.contains_key(&file.to_lowercase()) => {}
                _ => {
                    let other = self.taken.get(&file.to_lowercase()).copied().flatten();
                    self.diagnostics.push(promise::taken(
                        promise,
                        &address.value,
                        address.span,
                        other,
                    ));
                    continue;
                }
            }
            self.add(&file, content.clone(), Some(address.span));
            found.kept.insert(file.to_lowercase(), content);
        }
        // The same name at other addresses, none of which is on record yet: the words of addresses
        // changed.
        let is_recorded = current.iter().any(|address| {
            promise
                .addresses
                .iter()
                .any(|known| known.value == *address)
        });
        if let Some(address) = is_changed
            && own
                .and_then(|page| promise::what_of(self.report, page))
                .as_ref()
                == Some(&promise.of.value)
            && !is_recorded
        {
            found.changed.push((address.value.clone(), promise.of.span));
        }
    }

    /// What a file at a promised address holds that is no page's own any more.
    fn standing_at(
        &self,
        address: &str,
        standing: &Standing<'_>,
        config: &Config,
    ) -> Option<Content> {
        let report = self.report;
        let language = promise::language_of(address, config);
        Some(match standing {
            Standing::Record(record) => Content::Redirect {
                to: self.addresses.record(report, *record, language)?,
                title: promise::title_of(report, *record),
            },
            Standing::Page(page) => Content::Redirect {
                to: self.addresses.href(report, *page, language),
                title: self.page_title(*page),
            },
            Standing::Address(to) => Content::Redirect {
                to: self.addresses.below(to),
                title: (*to).to_owned(),
            },
            Standing::Gone(gone) => Content::Gone {
                reason: gone.map(|gone| gone.reason.clone()),
                date: gone.map(|gone| gone.date),
                language,
            },
            Standing::Lost(_) => return None,
        })
    }

    fn page_title(&self, page: Page) -> String {
        match page {
            Page::Crossing(region, theme) => format!(
                "{} in {}",
                self.report[theme].name, self.report[region].name
            ),
            Page::Year(year) => year.to_string(),
            _ => String::new(),
        }
    }

    /// The page of a short link, unless something else stands there.
    fn add_short(&mut self, short: &Spanned<String>, content: Content) -> bool {
        let file = file_at(&format!("/{SHORT_FOLDER}/{}/", short.value));
        let is_free = !self.taken.contains_key(&file);
        if is_free {
            self.add(&file, content, Some(short.span));
        } else {
            self.diagnostics
                .push(Diagnostic::at(Code::ShortTaken, short.span).with("value", &short.value));
        }
        is_free
    }

    /// The short link of a promise.
    fn short(&mut self, promise: &Promise, standing: &Standing<'_>, found: &mut Promises<'_>) {
        let Some(short) = &promise.short else { return };
        let address = format!("/{SHORT_FOLDER}/{}/", short.value);
        let target = match standing {
            Standing::Lost(_) => promise
                .addresses
                .first()
                .map(|first| Standing::Address(first.value.as_str())),
            _ => None,
        };
        let standing = target.as_ref().unwrap_or(standing);
        let Some(content) = self.standing_at(&address, standing, found.config) else {
            return;
        };
        if !self.add_short(short, content) {
            return;
        }
        if let Standing::Record(record) = standing {
            let is_own = promise::page_of(self.report, *record)
                .and_then(|page| promise::what_of(self.report, page))
                .as_ref()
                == Some(&promise.of.value);
            // What came from elsewhere keeps the link it had; one of its own, which has addresses
            // beside it, comes first.
            if is_own && !promise.addresses.is_empty() {
                found.shorts.insert(*record, short.value.clone());
            } else {
                found
                    .shorts
                    .entry(*record)
                    .or_insert_with(|| short.value.clone());
            }
        }
    }
}

/// The message about something forgotten that has a page again.
fn was_forgotten(back: &str, span: Option<Span>, what: &What) -> Diagnostic {
    let is_person = matches!(
        what,
        What::Record {
            kind: Kind::Person,
            ..
        }
    );
    let way = if is_person {
        bilingual(
            "haal dit record weg of zet er `vermeld = false` bij; is het iemand anders, geef die dan een andere id",
            "remove this record or add `listed = false`; if this is somebody else, give them another id",
        )
    } else {
        bilingual(
            "haal dit record weg; is het iets anders, geef het dan een andere id",
            "remove this record; if it is something else, give it another id",
        )
    };
    forgotten_at(back, span).with("way", way)
}

/// The message about an old address that was forgotten.
fn address_forgotten(address: &str, span: Option<Span>) -> Diagnostic {
    let way = bilingual(
        "haal dit adres weg; is het dat van een record, geef dat dan een andere id",
        "remove this address; if it is that of a record, give that another id",
    );
    forgotten_at(address, span).with("way", way)
}

fn forgotten_at(what: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = match span {
        Some(span) => Diagnostic::at(Code::WasForgotten, span),
        None => Diagnostic::of_site(Code::WasForgotten),
    };
    diagnostic.with("what", what)
}

/// The file that a server shows at an address.
fn file_at(address: &str) -> String {
    let path = address.trim_start_matches('/').trim_end_matches('/');
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    if is_file {
        path.to_owned()
    } else {
        format!("{path}/index.html")
    }
}
