//! What stands at old addresses: redirects for the aliases of records and for what moved, a page
//! for what is gone, the short links. What is promised and missing stops the build; what is to be
//! forgotten leaves nothing but its short link.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::content::Content;
use super::page::Page;
use super::permalink_messages::{address_forgotten, addresses_changed, was_forgotten};
use super::planner::Planner;
use super::resolution::{self, Resolution, Resolutions};
use super::subject::{Subject, title_of};
use super::wanted::Wanted;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::permalinks::{Destination, Marks, Promise, Promised, SHORT_FOLDER};
use crate::records::RecordId;
use crate::reference::Reference;
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
    lost: BTreeSet<(Reference, Span)>,
}

impl Aliases<'_> {
    /// Whose this old address is, as it says itself.
    fn of(&self, address: &str) -> Option<RecordId> {
        self.paths.get(&file_at(address).to_lowercase()).copied()
    }
}

impl<'a> Planner<'a> {
    /// Redirect pages for the old addresses of records.
    pub(super) fn aliases(&mut self) -> Aliases<'a> {
        let report = self.report;
        let usual = self.addresses.usual();
        let mut found = Aliases::default();
        for subject in Subject::all(report) {
            let aliases = subject.paged(report).aliases;
            let record = subject.record();
            let Some(to) = (!aliases.is_empty())
                .then(|| self.addresses.record(report, record, usual))
                .flatten()
            else {
                continue;
            };
            for alias in aliases {
                let file = file_at(&alias.value);
                found.paths.insert(file.to_lowercase(), record);
                found.list.push((record, alias));
                let content = Content::Redirect {
                    to: to.clone(),
                    title: subject.title(report).to_owned(),
                };
                self.add(&file, content, Some(alias.span));
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
        resolutions: &Resolutions<'_>,
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
        for outcome in &resolutions.list {
            if outcome.nameless {
                self.nameless(outcome.promise);
            } else {
                self.promise(outcome.promise, &outcome.resolution, &mut found);
            }
        }
        for outcome in &resolutions.list {
            self.short(outcome.promise, &outcome.resolution, &mut found);
        }
        self.forgotten_shorts(config, promised);
        let marks = Marks::new(&promised.forgotten);
        let nameless: BTreeSet<&str> = resolutions
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
                .push(resolution::lost(self.report, promised, root, *span));
        }
        self.diagnostics.extend(addresses_changed(&found.changed));
        found.shorts
    }

    /// The short links of what was forgotten: they say that it is gone.
    fn forgotten_shorts(&mut self, config: &Config, promised: &Promised) {
        for row in &promised.forgotten {
            for short in &row.shorts {
                self.add_short(
                    short,
                    Content::Gone {
                        reason: Some(row.reason.clone()),
                        date: Some(row.date),
                        language: config.language(),
                    },
                );
            }
        }
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
            let Some(reference) = page.permalink(report) else {
                continue;
            };
            let at = || {
                config
                    .languages
                    .iter()
                    .map(|language| addresses.path(report, *page, *language))
                    .find(|path| marks.know_address(path))
            };
            let back = if marks.know(&reference) {
                Some(reference.to_string())
            } else {
                at()
            };
            // Of an event, region or theme that is back, what stands in it is not told as well.
            if let Some(back) =
                back.filter(|_| !reference.stands_in().iter().any(|outer| marks.know(outer)))
            {
                self.diagnostics
                    .push(was_forgotten(&back, *blame, &reference));
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

    /// What stands at the addresses of one promise.
    fn promise(
        &mut self,
        promise: &Promise,
        resolution: &Resolution<'_>,
        found: &mut Promises<'_>,
    ) {
        let own = match resolution {
            Resolution::Record(record) => Page::of_record(self.report, *record),
            Resolution::Page(page) => Some(*page),
            Resolution::Address(_) | Resolution::Gone(_) => None,
            Resolution::Lost(root) => {
                // A record that says at its new place where it was before says enough.
                let said = |address: &Spanned<String>| found.aliases.of(&address.value).is_some();
                if !promise.addresses.iter().all(said) {
                    found.lost.insert((root.clone(), promise.of.span));
                }
                return;
            }
        };
        let (report, addresses) = (self.report, self.addresses);
        let in_each = |page| {
            let languages = found.config.languages.iter();
            languages.map(move |language| addresses.path(report, page, *language))
        };
        let current: Vec<String> = own.into_iter().flat_map(in_each).collect();
        let (known, old): (Vec<_>, Vec<_>) = promise
            .addresses
            .iter()
            // What the record says itself leads there already.
            .filter(|address| match resolution {
                Resolution::Record(record) => found.aliases.of(&address.value) != Some(*record),
                _ => true,
            })
            .partition(|address| current.contains(&address.value));
        for address in &old {
            self.old_address(promise, address, resolution, found);
        }
        // The same name at other addresses, none of which is on record yet: the words of addresses
        // changed.
        if let Some(address) = old.first()
            && known.is_empty()
            && own.and_then(|page| page.permalink(report)).as_ref() == Some(&promise.of.value)
        {
            found.changed.push((address.value.clone(), promise.of.span));
        }
    }

    /// What stands at one promised address that is no page's own any more.
    fn old_address(
        &mut self,
        promise: &Promise,
        address: &Spanned<String>,
        resolution: &Resolution<'_>,
        found: &mut Promises<'_>,
    ) {
        let Some(content) = self.content_at(&address.value, resolution, found.config) else {
            return;
        };
        let file = file_at(&address.value);
        let other = self.taken.get(&file.to_lowercase());
        match found.kept.get(&file.to_lowercase()) {
            // Two promises that came to the same.
            Some(before) if *before == content => {}
            None if other.is_none() => {
                self.add(&file, content.clone(), Some(address.span));
                found.kept.insert(file.to_lowercase(), content);
            }
            _ => {
                let taken = resolution::taken(promise, address, other.copied().flatten());
                self.diagnostics.push(taken);
            }
        }
    }

    /// What a file at a promised address holds that is no page's own any more.
    fn content_at(
        &self,
        address: &str,
        resolution: &Resolution<'_>,
        config: &Config,
    ) -> Option<Content> {
        let report = self.report;
        let language = resolution::language_of(address, config);
        Some(match resolution {
            Resolution::Record(record) => Content::Redirect {
                to: self.addresses.record(report, *record, language)?,
                title: title_of(report, *record).to_owned(),
            },
            Resolution::Page(page) => Content::Redirect {
                to: self.addresses.href(report, *page, language),
                title: page.title(report),
            },
            Resolution::Address(to) => Content::Redirect {
                to: self.addresses.below(to),
                title: (*to).to_owned(),
            },
            Resolution::Gone(gone) => Content::Gone {
                reason: gone.map(|gone| gone.reason.clone()),
                date: gone.map(|gone| gone.date),
                language,
            },
            Resolution::Lost(_) => return None,
        })
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
    fn short(&mut self, promise: &Promise, resolution: &Resolution<'_>, found: &mut Promises<'_>) {
        let Some(short) = &promise.short else { return };
        let address = format!("/{SHORT_FOLDER}/{}/", short.value);
        let target = match resolution {
            Resolution::Lost(_) => promise
                .addresses
                .first()
                .map(|first| Resolution::Address(first.value.as_str())),
            _ => None,
        };
        let resolution = target.as_ref().unwrap_or(resolution);
        let Some(content) = self.content_at(&address, resolution, found.config) else {
            return;
        };
        if !self.add_short(short, content) {
            return;
        }
        if let Resolution::Record(record) = resolution {
            let is_own = Page::of_record(self.report, *record)
                .and_then(|page| page.permalink(self.report))
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
