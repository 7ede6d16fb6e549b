//! What changed on disk since the last build, gathered until the disk is quiet. In go paths from
//! the watcher, out comes one [`Changed`] for the next build; a flood becomes one, and so does all
//! that happens while a build runs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A build starts when nothing has changed for so long: an editor's truncate, write and rename are
/// one change.
const QUIET: Duration = Duration::from_millis(50);

/// Under changes without a pause (a large checkout, a synchronising drive) a build starts after so
/// long anyway.
const LONGEST: Duration = Duration::from_secs(1);

/// A build that had to wait is tried again after so long.
const PAUSE: Duration = Duration::from_millis(300);

/// What may have changed. It says only what to read again, never what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Anything.
    All,
    /// Something at or below these paths, written as the watched paths were: as given, with what is
    /// below it added.
    Paths(BTreeSet<PathBuf>),
}

impl Changed {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Paths(mut paths), Self::Paths(others)) => {
                paths.extend(others);
                Self::Paths(paths)
            }
            _ => Self::All,
        }
    }
}

/// The changes that no build has been told of yet.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    woken: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    changed: Option<PendingChange>,
    /// From a build that the machine broke off: told again, but no reason to build by itself, or it
    /// would spin.
    kept: Option<Changed>,
    /// When what is kept is a reason to build all the same.
    retry: Option<Instant>,
    stopped: bool,
}

#[derive(Debug)]
struct PendingChange {
    changed: Changed,
    first: Instant,
    last: Instant,
}

impl Waiting {
    fn keep(&mut self, changed: Changed) {
        self.kept = Some(match self.kept.take() {
            None => changed,
            Some(kept) => kept.and(changed),
        });
    }
}

impl PendingChange {
    /// When a build is to begin.
    fn due(&self) -> Instant {
        (self.last + QUIET).min(self.first + LONGEST)
    }
}

impl Queue {
    /// Adds a change that just happened.
    pub(super) fn add(&self, changed: Changed) {
        let now = Instant::now();
        let mut waiting = self.waiting();
        waiting.changed = Some(match waiting.changed.take() {
            None => PendingChange {
                changed,
                first: now,
                last: now,
            },
            Some(gathered) => PendingChange {
                changed: gathered.changed.and(changed),
                first: gathered.first,
                last: now,
            },
        });
        drop(waiting);
        self.woken.notify_all();
    }

    /// Adds a change to the next build without asking for one.
    pub(super) fn keep(&self, changed: Changed) {
        self.waiting().keep(changed);
    }

    /// Adds a change to the next build, which begins after a pause also where nothing changes any
    /// more.
    pub(super) fn retry(&self, changed: Changed) {
        let mut waiting = self.waiting();
        waiting.keep(changed);
        waiting.retry = Some(Instant::now() + PAUSE);
    }

    /// Lets [`Queue::next`] return none, now and from now on.
    pub(super) fn stop(&self) {
        self.waiting().stopped = true;
        self.woken.notify_all();
    }

    /// Waits until something changed and the disk is quiet again. None: no more builds.
    pub(super) fn next(&self) -> Option<Changed> {
        let mut waiting = self.waiting();
        loop {
            if waiting.stopped {
                return None;
            }
            // What changes meanwhile is waited for as ever: half a file is no reason to hurry.
            let due = waiting
                .changed
                .as_ref()
                .map(PendingChange::due)
                .or(waiting.retry);
            let left = due.map(|due| due.saturating_duration_since(Instant::now()));
            waiting = match left {
                None => self
                    .woken
                    .wait(waiting)
                    .unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => break,
                Some(left) => {
                    self.woken
                        .wait_timeout(waiting, left)
                        .unwrap_or_else(PoisonError::into_inner)
                        .0
                }
            };
        }
        waiting.retry = None;
        let changed = waiting.changed.take().map(|gathered| gathered.changed);
        let kept = waiting.kept.take();
        Some(
            kept.into_iter()
                .chain(changed)
                .reduce(Changed::and)
                .expect("something is due"),
        )
    }

    /// Every state of the queue is a valid one, so a panic elsewhere does not spoil it.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
