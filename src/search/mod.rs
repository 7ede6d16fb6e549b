//! The search index: from entries to files, by pagefind as a library.
//!
//! In go [`SearchEntry`]s of one language, out come files with the paths they have below the
//! index's folder. Nothing is read from disk or written to it, and HTML is never read back. The
//! same entries give the same bytes, whatever the number of threads.

mod background;

use std::collections::BTreeMap;
use std::sync::Arc;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

pub use background::Background;

use crate::pages::view::SearchEntry;
use crate::words::Language;

/// The file that a browser reads first. An index without it is none.
pub const FIRST_FILE: &str = "pagefind-entry.json";

/// How many files hold the texts of results: beyond so many records, several share one.
const MOST_FRAGMENTS: u32 = 1_000;

/// What pagefind brings along and this site has no use for: interfaces of its own, and a worker.
/// The search page has its own interface, and runs the search in the page, where the page's policy
/// holds.
const UNUSED: [&str; 8] = [
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
    "pagefind-worker.js",
];

/// One part of an index: up to so many records of one language.
#[derive(Debug, Clone)]
pub struct IndexPart {
    /// The language, for stemming.
    pub language: Language,
    /// What it finds.
    pub entries: Arc<[SearchEntry]>,
    /// Whether it also holds the code that reads all parts.
    pub leads: bool,
    /// The hash of all of this.
    pub key: [u8; 32],
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path below the index's folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl IndexPart {
    /// A part with its key.
    pub fn new(language: Language, entries: &[SearchEntry], leads: bool) -> Self {
        let mut hasher = blake3::Hasher::new();
        let head = (
            env!("CARGO_PKG_VERSION"),
            "pagefind 1.6.0",
            language,
            leads,
            MOST_FRAGMENTS,
            entries,
        );
        serde_json::to_writer(&mut hasher, &head).expect("plain values can be written as JSON");
        Self {
            language,
            entries: entries.into(),
            leads,
            key: *hasher.finalize().as_bytes(),
        }
    }

    /// Makes its files, in order of path, with so many threads. `None` when it was left, which
    /// `leave` is asked between records.
    ///
    /// # Errors
    /// When the machine gives no threads.
    pub fn files(
        &self,
        threads: usize,
        leave: &(dyn Fn() -> bool + Sync),
    ) -> std::io::Result<Option<Vec<IndexFile>>> {
        // Threads of its own: what is rendered meanwhile must not wait behind an index.
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .map_err(std::io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        pool.install(|| runtime.block_on(self.made(leave)))
            .map_err(std::io::Error::other)
    }

    async fn made(
        &self,
        leave: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Vec<IndexFile>>, Box<dyn std::error::Error + Send + Sync>> {
        let language = self.language.tag();
        let options = PagefindServiceConfig::builder()
            .force_language(language.to_owned())
            .max_fragments(MOST_FRAGMENTS)
            .build();
        let mut index = PagefindIndex::new(Some(options))?;
        for entry in self.entries.iter() {
            if leave() {
                return Ok(None);
            }
            let IndexRecord {
                address,
                content,
                meta,
                filters,
            } = IndexRecord::of(entry);
            index
                .add_custom_record(
                    address,
                    content,
                    language.to_owned(),
                    Some(meta),
                    Some(filters),
                    None,
                )
                .await?;
        }
        if leave() {
            return Ok(None);
        }
        let mut files: Vec<IndexFile> = index
            .get_files()
            .await?
            .into_iter()
            .map(|file| IndexFile {
                path: file.filename.to_string_lossy().replace('\\', "/"),
                bytes: file.contents,
            })
            .filter(|file| self.is_wanted(&file.path))
            .collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Some(files))
    }

    /// Code and WebAssembly stand once, in the part that leads; the WebAssembly that knows no
    /// language stands nowhere.
    fn is_wanted(&self, path: &str) -> bool {
        let is_code = path == "pagefind.js" || path.starts_with("wasm.");
        !UNUSED.contains(&path) && path != "wasm.unknown.pagefind" && (self.leads || !is_code)
    }
}

/// An entry as pagefind takes it.
struct IndexRecord {
    address: String,
    content: String,
    meta: BTreeMap<String, String>,
    filters: BTreeMap<String, Vec<String>>,
}

impl IndexRecord {
    fn of(entry: &SearchEntry) -> Self {
        let SearchEntry {
            address,
            title,
            lang,
            kind,
            facts,
            text,
            names,
            kinds,
            regions,
            themes,
            years,
        } = entry;
        let mut meta = BTreeMap::new();
        for (name, value) in [
            ("title", title),
            ("kind", kind),
            ("facts", facts),
            ("names", &names.join(" ")),
        ] {
            if !value.is_empty() {
                meta.insert(name.to_owned(), harmless(value));
            }
        }
        if let Some(lang) = lang {
            meta.insert("lang".to_owned(), (*lang).to_owned());
        }
        let filters = [
            ("kind", kinds),
            ("region", regions),
            ("theme", themes),
            ("year", years),
        ];
        // A record without words of its own would not be taken in, even where its title has words.
        let content = if text.is_empty() { title } else { text };
        Self {
            address: address.clone(),
            content: harmless(content),
            meta,
            filters: filters
                .into_iter()
                .filter(|(_, values)| !values.is_empty())
                .map(|(name, values)| {
                    (
                        name.to_owned(),
                        values.iter().map(|value| harmless(value)).collect(),
                    )
                })
                .collect(),
        }
    }
}

/// Words that begin with three underscores are orders to pagefind's indexer
/// (`___PAGEFIND_WEIGHT___`); a writer's are only words.
fn harmless(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("___") {
        text = text.replace("___", "__");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize, text: &str) -> SearchEntry {
        SearchEntry {
            address: format!("/deals/{number}/"),
            title: format!("Deal {number}"),
            lang: None,
            kind: "Deal".to_owned(),
            facts: "Techniekdag, 1 mei 2020".to_owned(),
            text: text.to_owned(),
            names: vec!["Twente".to_owned()],
            kinds: vec!["deal Deal".to_owned()],
            regions: vec!["twente Twente".to_owned()],
            themes: Vec::new(),
            years: vec!["2020 2020".to_owned()],
        }
    }

    fn made(part: &IndexPart, threads: usize) -> Vec<IndexFile> {
        part.files(threads, &|| false)
            .expect("there are threads")
            .expect("nobody asked to leave")
    }

    #[test]
    fn the_same_entries_give_the_same_files_with_one_thread_and_four() {
        let words = [
            "docenten",
            "vakmanschap",
            "ideeën",
            "café",
            "cafe",
            "loopbaanoriëntatie",
            "techniek",
        ];
        let entries: Vec<SearchEntry> = (0..300)
            .map(|number| {
                entry(
                    number,
                    &format!("{} {}", words[number % 7], words[number % 5]),
                )
            })
            .collect();
        let part = IndexPart::new(Language::Nl, &entries, true);
        let first = made(&part, 1);
        assert_eq!(first, made(&part, 4));
        let names: Vec<&str> = first
            .iter()
            .map(|file| file.path.as_str())
            .filter(|path| !path.contains('/'))
            .collect();
        let meta = names
            .iter()
            .find(|name| name.ends_with(".pf_meta"))
            .expect("there is one");
        assert_eq!(names, [FIRST_FILE, "pagefind.js", meta, "wasm.nl.pagefind"]);
    }

    #[test]
    fn a_part_that_does_not_lead_holds_no_code() {
        let files = made(&IndexPart::new(Language::En, &[entry(1, "x")], false), 1);
        assert!(
            files
                .iter()
                .all(|file| file.path != "pagefind.js" && !file.path.starts_with("wasm.")),
            "{files:?}"
        );
    }

    #[test]
    fn orders_to_the_indexer_are_only_words() {
        let hostile =
            "___PAGEFIND_WEIGHT___10 ______END_PAGEFIND_WEIGHT___ ___PAGEFIND_ANCHOR___h1:0:x word";
        assert_eq!(
            harmless(hostile),
            "__PAGEFIND_WEIGHT__10 __END_PAGEFIND_WEIGHT__ __PAGEFIND_ANCHOR__h1:0:x word"
        );
        let files = made(&IndexPart::new(Language::Nl, &[entry(1, hostile)], true), 1);
        assert!(files.iter().any(|file| file.path == FIRST_FILE));
    }

    #[test]
    fn whoever_asks_to_leave_gets_no_index() {
        assert_eq!(
            IndexPart::new(Language::Nl, &[entry(1, "x")], true)
                .files(1, &|| true)
                .expect("there are threads"),
            None
        );
    }
}
