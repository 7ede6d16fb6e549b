//! The texts that were read, by the ids that spans carry; a text keeps its id for as long as its
//! reader lives, and what cannot have changed is not read again.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::rewrite::Rewrite;
use super::since::Since;
use super::text::{TextFault, as_written, read_text};
use super::walk::FoundFile;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::source::{FileId, SourceFile, SourcePath, Sources};

/// The texts that were read.
#[derive(Debug, Default)]
pub(super) struct TextCache {
    pub(super) sources: Sources,
    known: HashMap<SourcePath, KnownText>,
}

/// A text that was read before.
#[derive(Debug)]
struct KnownText {
    id: FileId,
    /// Why it is no text, when it is none.
    fault: Option<TextFault>,
}

impl TextCache {
    /// Reads texts, side by side; those that cannot have changed are taken from the last time.
    pub(super) fn read(
        &mut self,
        texts: &[FoundFile],
        rewrite: &Rewrite,
        since: Since<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<BTreeMap<SourcePath, FileId>, Error> {
        let fresh: Vec<&FoundFile> = texts
            .iter()
            .filter(|found| {
                !self.known.contains_key(&found.path) || since.may_have_changed(&found.disk)
            })
            .collect();
        let read: Vec<Result<(SourceFile, Option<TextFault>), Error>> = fresh
            .par_iter()
            .map(|found| {
                let written = rewrite.texts.get(&found.path);
                written.map_or_else(|| read_text(found), |text| Ok(as_written(found, text)))
            })
            .collect();
        for result in read {
            let (file, fault) = result?;
            self.keep(file, fault);
        }
        let mut ids = BTreeMap::new();
        for found in texts {
            let known = &self.known[&found.path];
            match &known.fault {
                Some(fault) => diagnostics.push(fault.diagnostic(
                    known.id,
                    &found.path,
                    &self.sources.file(known.id).text,
                )),
                None => {
                    ids.insert(found.path.clone(), known.id);
                }
            }
        }
        Ok(ids)
    }

    /// Forgets what was read before and is not among these any more, of what a condition holds for.
    pub(super) fn forget_others(
        &mut self,
        texts: &[FoundFile],
        is_own: impl Fn(&SourcePath) -> bool,
    ) {
        let there: HashSet<&SourcePath> = texts.iter().map(|found| &found.path).collect();
        let sources = &mut self.sources;
        self.known.retain(|path, known| {
            let stays = !is_own(path) || there.contains(path);
            if !stays {
                sources.remove(known.id);
            }
            stays
        });
    }

    /// Keeps a text under the id that it has, or a new one.
    pub(super) fn keep(&mut self, file: SourceFile, fault: Option<TextFault>) -> FileId {
        if let Some(known) = self.known.get_mut(&file.path) {
            known.fault = fault;
            self.sources.replace(known.id, file);
            return known.id;
        }
        let path = file.path.clone();
        let id = self.sources.add(file);
        self.known.insert(path, KnownText { id, fault });
        id
    }
}
