//! The files of an index, as classic scripts: each hands what it holds to the search script.
//!
//! A page opened from a disk may load scripts and nothing else, and a page's policy allows scripts
//! of its own site. What a file holds is JSON, and each is called by a hash of it: a file that was
//! fetched once never changes, and a build writes only the files that are new.

use serde::Serialize;

/// The file that a browser reads first. An index without it is none.
pub const FIRST_FILE: &str = "start.js";

/// The function that every file calls, with its own name and what it holds.
const CALL: &str = "oogstIndex";
/// The folder of all files but the first.
const FOLDER: &str = "parts/";
/// How many letters of a hash make a name.
const NAME: usize = 12;

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path below the index's folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What one file holds, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) name: String,
    bytes: Vec<u8>,
}

/// A file with the first word that falls in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shard {
    pub(super) first: String,
    pub(super) part: Part,
}

impl Shard {
    pub(super) fn new(first: &str, part: Part) -> Self {
        Self {
            first: first.to_owned(),
            part,
        }
    }
}

impl Part {
    /// A file called by what it holds.
    pub(super) fn of(held: &impl Serialize) -> Self {
        let json = json(held);
        let name = blake3::hash(&json).to_hex()[..NAME].to_owned();
        Self::named(name, &json)
    }

    fn named(name: String, json: &[u8]) -> Self {
        let mut bytes = format!("{CALL}(\"{name}\",").into_bytes();
        bytes.extend_from_slice(json);
        bytes.extend_from_slice(b")\n");
        Self { name, bytes }
    }

    /// The file below the folder of the index.
    pub(super) fn into_file(self) -> IndexFile {
        IndexFile {
            path: format!("{FOLDER}{}.js", self.name),
            bytes: self.bytes,
        }
    }
}

/// The file that names all others.
pub(super) fn first_file(held: &impl Serialize) -> IndexFile {
    IndexFile {
        path: FIRST_FILE.to_owned(),
        bytes: Part::named("start".to_owned(), &json(held)).bytes,
    }
}

fn json(held: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(held).expect("plain values can be written as JSON")
}

/// Whether a file below the folder of an index is called as one of its files.
pub fn is_index_file(inner: &str) -> bool {
    inner == FIRST_FILE
        || inner
            .strip_prefix(FOLDER)
            .and_then(|name| name.strip_suffix(".js"))
            .is_some_and(|name| {
                name.len() == NAME
                    && name
                        .bytes()
                        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            })
}
