//! Indexes made beside everything else, for serving: pages never wait for them.
//!
//! In go the indexes that are wanted, out come their files when they are made. What is wanted now replaces what
//! was wanted before: an index of texts that changed again is left half done.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{IndexFile, SearchIndex};

/// Makes indexes on a thread of its own and says when they are there.
#[derive(Clone)]
pub struct Background {
    state: Arc<Mutex<BackgroundState>>,
    made: Arc<dyn Fn() + Send + Sync>,
}

#[derive(Default)]
struct BackgroundState {
    /// Those that are being made.
    wanted: Vec<[u8; 32]>,
    /// How to leave them.
    leave: Arc<AtomicBool>,
    /// Those that are made, by their keys.
    done: BTreeMap<[u8; 32], Arc<Vec<IndexFile>>>,
}

impl Background {
    /// A background that calls `made` whenever an index is there.
    pub fn new(made: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            state: Arc::default(),
            made: Arc::new(made),
        }
    }

    /// The files of these indexes, if all of them are made; else they will be. With none wanted,
    /// nothing is kept.
    pub fn files(&self, indexes: &[SearchIndex]) -> Option<Vec<Arc<Vec<IndexFile>>>> {
        let mut state = self.state();
        let wanted: Vec<[u8; 32]> = indexes.iter().map(|index| index.key).collect();
        state.done.retain(|key, _| wanted.contains(key));
        let files: Option<Vec<_>> = wanted
            .iter()
            .map(|key| state.done.get(key).cloned())
            .collect();
        if files.is_some() {
            state.leave.store(true, Ordering::Relaxed);
            state.wanted.clear();
            return files;
        }
        if state.wanted != wanted {
            state.leave.store(true, Ordering::Relaxed);
            state.leave = Arc::default();
            state.wanted = wanted;
            let missing: Vec<SearchIndex> = indexes
                .iter()
                .filter(|index| !state.done.contains_key(&index.key))
                .cloned()
                .collect();
            let (own, leave) = (self.clone(), Arc::clone(&state.leave));
            // Without a thread there is no new index; the next build asks again.
            if std::thread::Builder::new()
                .name("oogst index".to_owned())
                .spawn(move || own.make(&missing, &leave))
                .is_err()
            {
                state.wanted.clear();
            }
        }
        None
    }

    fn make(&self, indexes: &[SearchIndex], leave: &AtomicBool) {
        let leave = || leave.load(Ordering::Relaxed);
        for index in indexes {
            // One thread: whoever writes comes first.
            let Ok(Some(files)) = index.files(1, &leave) else {
                let mut state = self.state();
                if state.wanted.contains(&index.key) && !leave() {
                    state.wanted.clear();
                }
                return;
            };
            let mut state = self.state();
            if leave() {
                return;
            }
            state.done.insert(index.key, Arc::new(files));
        }
        (self.made)();
    }

    /// Every state is a valid one, so a panic elsewhere does not spoil it.
    fn state(&self) -> MutexGuard<'_, BackgroundState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Background {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Background").finish_non_exhaustive()
    }
}
