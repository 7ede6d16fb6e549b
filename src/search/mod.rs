//! The search index: from entries to files that a page reads without a server's help.
//!
//! In go [`SearchEntry`]s of one language, out come files with the paths they have below the
//! index's folder. Nothing is read from disk or written to it, and HTML is never read back. The
//! same entries give the same bytes, whatever the number of threads.
//!
//! Records are numbered from the oldest, so that those of a new event come last and change few
//! files; before them stand those of no event, with room for more. `start.js` names all other files: the vocabulary by beginnings of words (`shards`),
//! words by their ends, results (`results`) and choices. `themes/default/assets/search.js` reads
//! them; what it does with words is told in `fold`, `forms` and `postings`.

mod background;
mod fold;
mod forms;
mod part;
mod postings;
mod results;
mod shards;
mod vocabulary;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

pub use background::Background;
pub use part::{FIRST_FILE, IndexFile, is_index_file};

use self::part::Shard;
use crate::pages::view::SearchEntry;
use crate::words::Language;

/// The form of the files, raised whenever the same entries give other files.
const FORM: u32 = 1;

/// Records of no event have a multiple of so many numbers: a new theme moves nothing but these.
const ROOM: usize = 64;

/// The index of one language.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    /// The language, for the forms of words.
    language: Language,
    /// What it finds.
    entries: Arc<[SearchEntry]>,
    /// The path of the site: every address begins with it.
    root: String,
    /// How many folders the index lies below that.
    depth: usize,
    /// The hash of all of this.
    pub key: [u8; 32],
}

/// What the first file holds.
#[derive(Serialize)]
struct Start {
    /// How many numbers of records there are.
    count: usize,
    /// The way from the index to the root of the site.
    up: String,
    /// The vocabulary: the first form in each file, and the file.
    words: Vec<(String, String)>,
    /// The words by their ends: the first in each file, backwards, and the file.
    ends: Vec<(String, String)>,
    /// How many records a file of results holds.
    each: usize,
    /// The files of results.
    results: Vec<String>,
    /// The files of choices, by name.
    choices: BTreeMap<&'static str, String>,
}

impl SearchIndex {
    /// An index with its key. `root` is the path of the site (`/oogst/`), with which the addresses
    /// of all entries begin; `folder` that of the index below it (`zoeken/index/`).
    pub fn new(language: Language, entries: Vec<SearchEntry>, root: &str, folder: &str) -> Self {
        let depth = folder.split('/').filter(|name| !name.is_empty()).count();
        let mut hasher = blake3::Hasher::new();
        let head = (
            env!("CARGO_PKG_VERSION"),
            FORM,
            language,
            root,
            depth,
            &entries,
        );
        serde_json::to_writer(&mut hasher, &head).expect("plain values can be written as JSON");
        Self {
            language,
            entries: entries.into(),
            root: root.to_owned(),
            depth,
            key: *hasher.finalize().as_bytes(),
        }
    }

    /// Makes its files, in order of path, with so many threads. `None` when it was left, which
    /// `leave` is asked now and then.
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
        Ok(pool.install(|| self.made(leave)))
    }

    fn made(&self, leave: &(dyn Fn() -> bool + Sync)) -> Option<Vec<IndexFile>> {
        let entries = self.numbered();
        let groups = vocabulary::groups(self.language, &entries, leave)?;
        let words = shards::by_beginning(&groups, entries.len());
        let ends = shards::by_end(&groups);
        drop(groups);
        if leave() {
            return None;
        }
        let (each, results) = results::results(&self.root, &entries);
        let choices = results::choices(&entries);
        let start = Start {
            count: entries.len(),
            up: "../".repeat(self.depth),
            words: named(&words),
            ends: named(&ends),
            each,
            results: results.iter().map(|part| part.name.clone()).collect(),
            choices: choices
                .iter()
                .map(|(name, part)| (*name, part.name.clone()))
                .collect(),
        };
        let mut files = vec![part::first_file(&start)];
        let shards = words.into_iter().chain(ends).map(|shard| shard.part);
        let parts = shards
            .chain(results)
            .chain(choices.into_iter().map(|(_, part)| part));
        files.extend(parts.map(part::Part::into_file));
        files.sort_by(|one, other| one.path.cmp(&other.path));
        // What holds the same is the same file.
        files.dedup();
        Some(files)
    }

    /// The entries by number: those of no event and room for more of them, then from the oldest to
    /// the newest; of one day the last of their order first, so that who counts back from the newest
    /// has them in their order.
    fn numbered(&self) -> Vec<Option<&SearchEntry>> {
        let mut entries: Vec<(usize, &SearchEntry)> = self.entries.iter().enumerate().collect();
        entries.sort_by_key(|(place, entry)| (entry.day, Reverse(*place)));
        let of_no_event = entries.partition_point(|(_, entry)| entry.day.is_none());
        let mut numbered: Vec<Option<&SearchEntry>> =
            entries.into_iter().map(|(_, entry)| Some(entry)).collect();
        let room = of_no_event.next_multiple_of(ROOM) - of_no_event;
        numbered.splice(of_no_event..of_no_event, std::iter::repeat_n(None, room));
        numbered
    }
}

fn named(shards: &[Shard]) -> Vec<(String, String)> {
    let names = shards.iter();
    names
        .map(|shard| (shard.first.clone(), shard.part.name.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize, text: &str) -> SearchEntry {
        SearchEntry {
            address: format!("/oogst/deals/{number}/"),
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
            day: Some((2020, 5, 1)),
        }
    }

    fn index(entries: Vec<SearchEntry>) -> SearchIndex {
        SearchIndex::new(Language::Nl, entries, "/oogst/", "zoeken/index/")
    }

    fn made(index: &SearchIndex, threads: usize) -> Vec<IndexFile> {
        index
            .files(threads, &|| false)
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
            "techniek",
        ];
        let entries = (0..600).map(|number| {
            let text = format!("{} {} woord{number}", words[number % 6], words[number % 5]);
            entry(number, &text)
        });
        let index = index(entries.collect());
        let first = made(&index, 1);
        assert_eq!(first, made(&index, 4));
        assert!(first.len() > 10, "{}", first.len());
        assert!(
            first.iter().all(|file| is_index_file(&file.path)),
            "{first:?}"
        );
    }

    #[test]
    fn a_newer_record_changes_few_files() {
        let word = |number: usize| {
            let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).expect("a letter"));
            format!(
                "{}{}{}ster",
                letter(number),
                letter(number / 26),
                letter(number / 7)
            )
        };
        let texts = |number: usize| {
            (0..40)
                .map(|at| word(number * 40 + at) + " ")
                .collect::<String>()
        };
        let mut entries: Vec<SearchEntry> = (0..500).map(|at| entry(at, &texts(at))).collect();
        let before = made(&index(entries.clone()), 2);
        entries.push(SearchEntry {
            day: Some((2021, 1, 1)),
            ..entry(500, "zebra")
        });
        let after = made(&index(entries), 2);
        let kept = after.iter().filter(|file| before.contains(file)).count();
        assert!(kept * 3 > after.len() * 2, "{kept} of {}", after.len());
    }

    #[test]
    fn nothing_to_find_is_an_index_too_and_hostile_words_are_text() {
        let empty = made(&index(Vec::new()), 1);
        assert_eq!(
            empty.iter().filter(|file| file.path == FIRST_FILE).count(),
            1
        );
        let hostile = "</script> __proto__ constructor \"+alert(1)+\" \u{2028} \\";
        for file in made(&index(vec![entry(1, hostile)]), 1) {
            let text = String::from_utf8(file.bytes).expect("text");
            let json = text.split_once(',').expect("a call").1;
            let json = json.strip_suffix(")\n").expect("its end");
            serde_json::from_str::<serde_json::Value>(json).expect("JSON and nothing else");
        }
    }

    #[test]
    fn whoever_asks_to_leave_gets_no_index() {
        let asked = index(vec![entry(1, "x")]).files(1, &|| true);
        assert_eq!(asked.expect("there are threads"), None);
    }
}
