//! [`Turns`]: a preview's builds and what the desk does take turns at the folder of a site. Nobody who
//! presses a button waits for a build: that ends at once, and is done again.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::output::Cancel;

/// Whose turn it is; all clones tell of the same folder.
#[derive(Debug, Clone, Default)]
pub(super) struct Turns(Arc<TurnsKept>);

#[derive(Debug, Default)]
struct TurnsKept {
    now: Mutex<TurnsNow>,
    ended: Condvar,
}

#[derive(Debug, Default)]
struct TurnsNow {
    is_taken: bool,
    /// How many wait that go before any build.
    ahead: usize,
    /// What ends the build that has its turn.
    build: Option<Cancel>,
}

/// A turn; it ends with the value.
#[derive(Debug)]
pub(super) struct Turn<'a>(&'a TurnsKept);

impl Turns {
    /// The turn of a build, once nobody goes before it, and what ends it for who does.
    pub(super) fn of_build(&self) -> (Turn<'_>, Cancel) {
        let mut now = self.0.now();
        while now.is_taken || now.ahead > 0 {
            now = self.0.waited(now);
        }
        let cancel = Cancel::default();
        now.is_taken = true;
        now.build = Some(cancel.clone());
        (Turn(&self.0), cancel)
    }

    /// The turn of who goes before any build; the build that has its turn ends.
    pub(super) fn ahead(&self) -> Turn<'_> {
        let mut now = self.0.now();
        now.ahead += 1;
        while now.is_taken {
            if let Some(build) = &now.build {
                build.cancel();
            }
            now = self.0.waited(now);
        }
        now.ahead -= 1;
        now.is_taken = true;
        Turn(&self.0)
    }
}

impl TurnsKept {
    fn now(&self) -> MutexGuard<'_, TurnsNow> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn waited<'a>(&self, now: MutexGuard<'a, TurnsNow>) -> MutexGuard<'a, TurnsNow> {
        self.ended.wait(now).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut now = self.0.now();
        now.is_taken = false;
        now.build = None;
        self.0.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::Turns;

    #[test]
    fn who_goes_ahead_ends_a_build_and_comes_before_the_next() {
        let turns = Turns::default();
        let saves = AtomicUsize::new(0);
        thread::scope(|scope| {
            let (turn, cancel) = turns.of_build();
            for _ in 0..3 {
                scope.spawn(|| {
                    let _turn = turns.ahead();
                    saves.fetch_add(1, Ordering::SeqCst);
                });
            }
            // A build asks between its files.
            while !cancel.is_cancelled() || turns.0.now().ahead < 3 {
                thread::yield_now();
            }
            assert_eq!(saves.load(Ordering::SeqCst), 0, "two have a turn");
            drop(turn);
            let (_turn, cancel) = turns.of_build();
            assert_eq!(saves.load(Ordering::SeqCst), 3);
            assert!(!cancel.is_cancelled());
        });
    }
}
