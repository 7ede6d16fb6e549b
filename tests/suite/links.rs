//! Every link leads somewhere, every page is led to, and nothing is in the site that should not be.

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
struct Built {
    /// `https://veenland.example/oogst`
    base_url: &'static str,
    /// `/oogst`
    base_path: &'static str,
    output: Tree,
    pages: BTreeMap<String, Page>,
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
    fn new(site: &mut Site, base_url: &'static str, base_path: &'static str) -> Self {
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
    fn broken(&self) -> Vec<String> {
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
    fn orphans(&self) -> Vec<String> {
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
        // A module of the look is there for the pages that a site may have.
        let is_module = |path: &str| path.starts_with("assets/") && path.ends_with(".js");
        let known_otherwise = |path: &str| {
            is_module(path)
                // The search page's module knows the index by its folder.
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
            .filter(|(path, _)| !path.contains("/pagina/"))
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

    fn assert_sound(&self) {
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
            let text = &without_modules(text).replace(LINKED_DATA, "");
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

#[test]
fn the_example_leads_everywhere_and_nowhere_else() {
    Built::new(&mut Site::from("voorbeeld"), "https://oogst.example", "").assert_sound();
}

#[test]
fn the_invented_province_leads_everywhere_below_the_path_of_its_address() {
    Built::new(
        &mut Site::from("veenland"),
        "https://veenland.example/oogst",
        "/oogst",
    )
    .assert_sound();
}

#[test]
fn long_lists_go_on_and_a_large_event_has_a_hub() {
    let mut site = Site::from("klein");
    let ideas: String = (0..250)
        .map(|number| {
            format!(
                "[[idee]]\ntitel = \"Idee {number}\"\nregios = [\"polder\"]\nthemas = [\"water\"]\n"
            )
        })
        .collect();
    let sessions: String =
        (0..60).map(|number| format!("[[sessie]]\ntitel = \"Sessie {number}\"\ntekst = \"Een tekst.\"\nzaal = \"Zaal {}\"\n", number % 7)).collect();
    site.write(
        "content/events/2025-techniekavond/veel.toml",
        ideas + &sessions,
    );
    site.write("content/regios.toml", "[[regio]]\nnaam = \"Polder\"\n")
        .write("content/themas.toml", "[[thema]]\nnaam = \"Water\"\n");
    let built = Built::new(&mut site, "https://dorp.example", "");
    built.assert_sound();
    for list in [
        "ideeen",
        "ideeen/regio/polder",
        "ideeen/thema/water",
        "ideeen/jaar/2025",
        "bijeenkomsten/2025-techniekavond/ideeen",
    ] {
        let ideas_on = |path: String| {
            let page = built
                .pages
                .get(&path)
                .unwrap_or_else(|| panic!("there is no {path}"));
            let is_idea = |address: &&String| {
                let id = address.strip_prefix("/bijeenkomsten/2025-techniekavond/ideeen/");
                id.is_some_and(|id| !id.is_empty() && !id.starts_with("pagina/"))
            };
            let ideas: BTreeSet<&String> = page.follows.iter().filter(is_idea).collect();
            ideas.len()
        };
        let pages = [
            format!("{list}/index.html"),
            format!("{list}/pagina/2/index.html"),
            format!("{list}/pagina/3/index.html"),
        ];
        let counts = pages.map(ideas_on);
        assert_eq!(
            (counts[0], counts[1]),
            (100, 100),
            "{list} has a hundred a page"
        );
        assert!(
            [50, 51].contains(&counts[2]),
            "{list} ends with the rest, not with {}",
            counts[2]
        );
        assert!(
            !built
                .pages
                .contains_key(&format!("{list}/pagina/4/index.html")),
            "{list} ends"
        );
    }
    // No page grows with the archive.
    let longest = built
        .pages
        .keys()
        .map(|path| built.output.text(path).len())
        .max()
        .expect("there are pages");
    assert!(longest < 250_000, "the longest page has {longest} bytes");
}

#[test]
fn a_site_without_an_address_and_one_with_a_deep_path_lead_everywhere() {
    let mut without = Site::from("klein");
    without.replace("oogst.toml", "base_url = \"https://dorp.example/\"\n", "");
    let without = Built::new(&mut without, "https://nowhere.example", "");
    assert_eq!(
        (without.broken(), without.orphans()),
        (Vec::new(), Vec::new())
    );
    let mut deep = Site::from("klein");
    deep.replace(
        "oogst.toml",
        "https://dorp.example/",
        "https://dorp.example/a/b-c/d",
    );
    Built::new(&mut deep, "https://dorp.example/a/b-c/d", "/a/b-c/d").assert_sound();
}

#[test]
fn addresses_and_numbers_of_people_show_only_where_the_privacy_settings_allow() {
    let number = "088 000 00 00";
    let mut site = Site::from("veenland");
    let open = site.build().output();
    assert!(
        holders(&open, "hallo@veenland.example").len() > 1,
        "the setting lets e-mail addresses show"
    );
    assert_eq!(holders(&open, number), Vec::<&str>::new());
    let closed = site
        .replace("oogst.toml", "emails = true", "emails = false")
        .build()
        .output();
    // Whom to ask about privacy and security is what an organisation says of itself in its
    // settings.
    let of_settings = [
        ".well-known/security.txt",
        "en/privacy/index.html",
        "privacy/index.html",
    ];
    assert_eq!(
        holders(&closed, "@"),
        of_settings,
        "no other page, feed or attribute holds an address"
    );
    assert_eq!(holders(&closed, "mailto"), of_settings);
    let open = site
        .replace("oogst.toml", "phones = false", "phones = true")
        .build()
        .output();
    assert!(
        !holders(&open, number).is_empty(),
        "the setting lets phone numbers show"
    );
    assert_eq!(holders(&open, "@"), of_settings);
    assert_eq!(
        holders(&Site::from("voorbeeld").build().output(), "@"),
        Vec::<&str>::new()
    );
}

#[test]
fn a_withheld_photo_leaves_no_trace() {
    const FACTS: &str = "content/events/2022-techniekdag/opbrengst.toml";
    let mut site = Site::from("veenland");
    let output = site.build().output();
    assert_eq!(holders(&output, "groepsfoto"), Vec::<&str>::new());
    assert_eq!(
        holders(&output, "op de trap van de school"),
        Vec::<&str>::new(),
        "nor does its description"
    );
    assert!(output.0.keys().all(|path| !path.contains("groepsfoto")));

    // With consent it shows; consent taken back, page and file are gone again, also when a text
    // points at it.
    site.replace(FACTS, "toestemming = \"nee\"", "toestemming = \"ja\"")
        .build();
    let files = |output: &Tree| {
        output
            .0
            .keys()
            .filter(|path| path.contains("groepsfoto"))
            .cloned()
            .collect::<Vec<_>>()
    };
    let names = ["480.jpg", "480.webp", "600.jpg", "600.webp"];
    assert_eq!(
        files(&site.output()),
        names.map(|name| format!("bijeenkomsten/2022-techniekdag/media/groepsfoto-{name}"))
    );
    site.replace(
        FACTS,
        "mensen = [\"wim-ten-brink\", \"Veertig leerlingen\"]\ntoestemming = \"ja\"",
        "mensen = [\"wim-ten-brink\"]\ntoestemming = \"nee\"",
    );
    site.append(
        "content/events/2022-techniekdag/event.md",
        "\n![Iedereen op de trap](media/groepsfoto.png)\n",
    )
    .build();
    assert_eq!(holders(&site.output(), "groepsfoto"), Vec::<&str>::new());
    assert_eq!(files(&site.output()), Vec::<String>::new());
}

#[test]
fn a_file_that_nothing_names_is_not_published() {
    let mut site = Site::from("veenland");
    let before = site.build().output();
    for path in [
        "media/deelnemerslijst.csv",
        "media/ruw/IMG_0001.jpg",
        "deelnemers.xlsx",
    ] {
        site.write(
            &format!("content/events/2019-techniekdag/{path}"),
            "Jan, jan@example.org\n",
        );
    }
    site.write("content/media/los.pdf", "los")
        .write("geheim.txt", "geheim");
    before.assert_same(
        &site.build().output(),
        "files that no record names stay at home",
    );
}

/// The files that hold a text, attachments aside.
fn holders<'a>(output: &'a Tree, text: &str) -> Vec<&'a str> {
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

/// A page without the elements that load a module and hold nothing.
fn without_modules(text: &str) -> String {
    let mut pieces = text.split("<script type=\"module\" src=\"");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('"') {
            Some((_, after)) if after.starts_with("></script>") => {
                rest.push_str(&after["></script>".len()..]);
            }
            _ => panic!(
                "a module's element holds nothing: {}",
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
