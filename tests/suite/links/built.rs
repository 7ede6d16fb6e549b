//! A site as built, with each link in it, in pages, stylesheets, feeds and headers, and where it
//! leads.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::harness::Site;
use crate::page::{Page, pages};
use crate::tree::{Tree, names_differ};

/// Files that nothing links to and that are right all the same: machines and servers know their
/// names.
const KNOWN_BY_NAME: [&str; 7] = [
    "404.html",
    "en/404.html",
    "robots.txt",
    "sitemap.xml",
    ".well-known/security.txt",
    "_headers",
    "nginx-headers.conf",
];

/// How data for machines begins: the one script that is none.
const LINKED_DATA: &str = "<script type=\"application/ld+json\">";

/// A built site at its address.
pub(super) struct Built {
    /// `https://veenland.example/oogst`
    pub(super) base_url: &'static str,
    /// `/oogst`
    pub(super) base_path: &'static str,
    pub(super) output: Tree,
    pub(super) pages: BTreeMap<String, Page>,
}

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// Another site, or no page at all.
    Outside,
    /// A file of this site, and what in it.
    Inside {
        path: String,
        fragment: Option<String>,
    },
    /// This host, but not this site.
    Astray,
}

impl Built {
    pub(super) fn new(site: &mut Site, base_url: &'static str, base_path: &'static str) -> Self {
        let output = site.build().output();
        let pages = pages(&output);
        assert!(pages.len() > 10, "the site has pages");
        Self {
            base_url,
            base_path,
            output,
            pages,
        }
    }

    /// Where an address on the page at `from` leads, as a browser finds it (WHATWG URL, as far as a
    /// site's own addresses need it).
    fn target(&self, from: &str, address: &str) -> Target {
        let inside = match address.strip_prefix(self.base_url) {
            Some(rest) if rest.is_empty() || rest.starts_with(['/', '?', '#']) => {
                format!("{}{rest}", self.base_path)
            }
            _ if address.contains("://")
                || address.starts_with("//")
                || address.starts_with("mailto:")
                || address.starts_with("tel:") =>
            {
                return Target::Outside;
            }
            _ => address.to_owned(),
        };
        let (rest, fragment) = match inside.split_once('#') {
            Some((rest, fragment)) => (
                rest,
                Some(decoded(fragment)).filter(|fragment| !fragment.is_empty()),
            ),
            None => (inside.as_str(), None),
        };
        let rest = decoded(rest.split('?').next().unwrap_or_default());
        let path = if rest.is_empty() {
            from.to_owned()
        } else if rest.starts_with('/') {
            let Some(below) = rest
                .strip_prefix(self.base_path)
                .and_then(|below| below.strip_prefix('/'))
            else {
                return Target::Astray;
            };
            below.to_owned()
        } else {
            joined(from, &rest)
        };
        let path = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path
        };
        Target::Inside { path, fragment }
    }

    /// What is wrong with the addresses of every page, one line each.
    pub(super) fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (from, page) in &self.pages {
            for address in page.follows.iter().chain(&page.loads) {
                match self.target(from, address) {
                    Target::Outside => {}
                    Target::Astray => {
                        broken.push(format!("{from}: {address} leaves {}/", self.base_path));
                    }
                    Target::Inside { path, fragment } => {
                        if !self.output.0.contains_key(&path) {
                            broken.push(format!("{from}: {address} leads nowhere"));
                        } else if let (Some(fragment), Some(target)) =
                            (fragment, self.pages.get(&path))
                            && !target.ids.contains(&fragment)
                        {
                            broken.push(format!("{from}: {address} points at nothing in its page"));
                        }
                    }
                }
            }
            let ids: BTreeSet<&String> = page.ids.iter().collect();
            if ids.len() != page.ids.len() {
                broken.push(format!("{from}: an id stands there twice"));
            }
        }
        broken
    }

    /// Files that nobody can come to from the home page. A stylesheet loads files too.
    pub(super) fn orphans(&self) -> Vec<String> {
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let mut waiting = VecDeque::from(["index.html".to_owned()]);
        while let Some(from) = waiting.pop_front() {
            let addresses: Vec<String> = match self.pages.get(&from) {
                Some(page) => page.follows.iter().chain(&page.loads).cloned().collect(),
                None if from.ends_with(".css") => loaded_by_stylesheet(self.output.text(&from)),
                None => continue,
            };
            for address in addresses {
                if let Target::Inside { path, .. } = self.target(&from, &address)
                    && reached.insert(path.clone())
                {
                    waiting.push_back(path);
                }
            }
        }
        // A script of the look is there for the pages that a site may have.
        let is_script = |path: &str| path.starts_with("assets/") && path.ends_with(".js");
        let known_otherwise = |path: &str| {
            is_script(path)
                // The search page's script knows the index by its folder.
                || crate::harness::is_of_search_index(path)
                || KNOWN_BY_NAME.contains(&path)
                || self.pages.get(path).is_some_and(|page| page.redirects)
                || path.starts_with("sitemap-")
        };
        self.output
            .0
            .keys()
            .filter(|path| !reached.contains(*path) && !known_otherwise(path))
            .cloned()
            .collect()
    }

    /// The sitemap names every page that says its address is its own: not those that lead on, nor
    /// those that are no translation yet.
    fn assert_sitemap_is_whole(&self) {
        let file = |address: &str| match self.target("", address) {
            Target::Inside { path, .. } => path,
            other => panic!("{address} is {other:?}"),
        };
        let named: BTreeSet<String> = between(self.output.text("sitemap.xml"), "<loc>", "</loc>")
            .map(file)
            .collect();
        let own = self.pages.iter().filter(|(path, page)| {
            !page.redirects
                && page
                    .canonical
                    .as_deref()
                    .is_some_and(|address| file(address) == **path)
        });
        // The further pages of a long list are found from its first.
        let own: BTreeSet<String> = own
            .filter(|(path, _)| !path.contains("/pagina/") && !path.contains("/page/"))
            .map(|(path, _)| path.clone())
            .collect();
        if let Some(difference) = names_differ(&own, &named) {
            panic!("the sitemap names other pages than there are\n{difference}");
        }
    }

    fn assert_feeds_lead_somewhere(&self) {
        let feeds: Vec<&String> = self
            .output
            .0
            .keys()
            .filter(|path| path.ends_with("feed.xml"))
            .collect();
        assert!(!feeds.is_empty());
        for feed in feeds {
            for address in between(self.output.text(feed), "href=\"", "\"") {
                match self.target(feed, address) {
                    Target::Inside { path, .. } => assert!(
                        self.output.0.contains_key(&path),
                        "{feed}: {address} leads nowhere"
                    ),
                    other => panic!("{feed}: {address} is {other:?}"),
                }
            }
        }
    }

    pub(super) fn assert_sound(&self) {
        assert_eq!(self.broken(), Vec::<String>::new());
        assert_eq!(self.orphans(), Vec::<String>::new());
        self.assert_sitemap_is_whole();
        self.assert_feeds_lead_somewhere();
        for (path, page) in &self.pages {
            assert_eq!(page.what_could_run(), Vec::<String>::new(), "in {path}");
            for address in &page.loads {
                assert!(
                    self.target(path, address) != Target::Outside,
                    "{path} loads {address} from another host"
                );
            }
        }
        for (path, text) in self
            .output
            .texts()
            .filter(|(path, _)| !path.contains("/media/") && !path.ends_with(".js"))
        {
            let text = &without_scripts(text).replace(LINKED_DATA, "");
            for mark in [
                "undefined",
                "{{",
                "{%",
                "[object",
                "<script",
                "NaN",
                "None)",
                "Some(",
            ] {
                assert!(
                    !text.contains(mark),
                    "{path} holds `{mark}`: {}",
                    around(text, mark)
                );
            }
        }
    }
}

/// The files that hold a text, attachments aside.
pub(super) fn holders<'a>(output: &'a Tree, text: &str) -> Vec<&'a str> {
    output
        .texts()
        .filter(|(path, content)| {
            // The words of JSON-LD itself begin with an `@`.
            let content = ["\"@context\":", "\"@graph\":", "\"@id\":", "\"@type\":"]
                .iter()
                .fold((*content).to_owned(), |rest: String, word| {
                    rest.replace(word, "")
                });
            !path.contains("/media/") && !path.ends_with(".css") && content.contains(text)
        })
        .map(|(path, _)| path)
        .collect()
}

/// A page without the elements that load a script and hold nothing.
fn without_scripts(text: &str) -> String {
    let mut pieces = text.split("<script src=\"");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('"') {
            Some((_, after))
                if after.starts_with(" defer></script>") || after.starts_with("></script>") =>
            {
                let end = after.find("</script>").expect("it begins with it");
                rest.push_str(&after[end + "</script>".len()..]);
            }
            _ => panic!(
                "a script's element holds nothing: {}",
                &piece[..piece.floor_char_boundary(60)]
            ),
        }
    }
    rest
}

/// What a stylesheet loads: `url(…)` and `@import "…"`.
fn loaded_by_stylesheet(css: &str) -> Vec<String> {
    let url = between(css, "url(", ")").map(|url| url.trim_matches(['"', '\'', ' ']).to_owned());
    let import = between(css, "@import \"", "\"").map(ToOwned::to_owned);
    url.chain(import)
        .filter(|address| !address.starts_with("data:") && !address.starts_with('#'))
        .collect()
}

fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open)
        .skip(1)
        .filter_map(move |rest| Some(rest.split_once(close)?.0))
}

fn around(text: &str, mark: &str) -> String {
    let place = text.find(mark).unwrap_or_default();
    let start = text.floor_char_boundary(place.saturating_sub(60));
    text[start..text.floor_char_boundary(place + 60)].to_owned()
}

/// `rest` as seen from the folder of the page `from`.
fn joined(from: &str, rest: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in rest.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Percent-decoding (RFC 3986, section 2.1).
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after
            .get(..2)
            .and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        match pair {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
