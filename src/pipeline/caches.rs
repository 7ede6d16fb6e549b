//! [`Caches`]: all that is kept from one build to the next. Nothing in here decides what a site
//! holds: each part is known by the hash or the stamp of what it was made of, so with empty caches
//! a build makes the same site, in more time.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::contents::Contents;
use super::map::MapCache;
use crate::input::parse::parse;
use crate::input::record::ParsedFile;
use crate::input::{Loader, Rewrite};
use crate::search::Background;
use crate::source::{FileId, Sources};
use crate::words::Language;

/// What a builder keeps between builds.
#[derive(Debug)]
pub(super) struct Caches {
    /// The texts and pictures as they were read.
    pub(super) loader: Loader,
    parsed: HashMap<FileId, Parsed>,
    /// The content of each photo.
    pub(super) photos: Contents,
    /// The content of each attachment.
    pub(super) copies: Contents,
    /// What makes the search index meanwhile, where that is asked for.
    pub(super) background: Option<Background>,
    pub(super) map: MapCache,
    /// Whether another build may follow, so that what was parsed is kept for it.
    keeps: bool,
}

/// A file as it was parsed, and what that followed from.
#[derive(Debug)]
struct Parsed {
    hash: [u8; 32],
    language: Language,
    file: Arc<ParsedFile>,
}

impl Caches {
    /// Empty ones, of the site in this folder as it would be after this change. Without `keeps`
    /// they stay empty.
    pub(super) fn new(root: &Path, rewrite: Rewrite, keeps: bool) -> Self {
        Self {
            loader: Loader::rewriting(root, rewrite),
            parsed: HashMap::new(),
            photos: Contents::new(),
            copies: Contents::new(),
            background: None,
            map: MapCache::default(),
            keeps,
        }
    }

    /// The texts that diagnostics point into.
    pub(super) fn sources(&self) -> &Sources {
        self.loader.sources()
    }

    /// The same, and nothing else of what was read.
    pub(super) fn into_sources(self) -> Sources {
        self.loader.into_sources()
    }

    /// A file as it was parsed last.
    pub(super) fn parsed(&self, id: FileId) -> Option<Arc<ParsedFile>> {
        self.parsed.get(&id).map(|parsed| Arc::clone(&parsed.file))
    }

    /// Parses the files side by side; a file with the same bytes as before keeps its parse.
    pub(super) fn parse(&mut self, files: &[FileId], language: Language) -> Vec<Arc<ParsedFile>> {
        let sources = self.loader.sources();
        let before = &self.parsed;
        let parsed: Vec<Arc<ParsedFile>> = files
            .par_iter()
            .map(|id| {
                let file = sources.file(*id);
                match before.get(id) {
                    Some(parsed) if parsed.hash == file.hash && parsed.language == language => {
                        Arc::clone(&parsed.file)
                    }
                    _ => Arc::new(parse(*id, file, language)),
                }
            })
            .collect();
        if self.keeps {
            let now = files.iter().zip(&parsed).map(|(id, file)| {
                let parsed = Parsed {
                    hash: sources.file(*id).hash,
                    language,
                    file: Arc::clone(file),
                };
                (*id, parsed)
            });
            self.parsed = now.collect();
        }
        parsed
    }
}
