//! Watches the sources. In go the watched paths, out goes to the [`Queue`] what may have changed;
//! nothing is read.
//!
//! The system watches folders that exist, and loses them when they are removed or renamed. So a
//! watched folder is watched whole, and the folder it stands in for its coming and going; when one
//! of those changed, all is watched anew. A file is watched through its folder, for editors save by
//! putting another file in its place.

mod noise;
mod scope;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::UnboundedSender;

use self::scope::Scope;
use super::building::ThreadMessage;
use super::changes::{Changed, Queue};

/// A folder may vanish while it is being watched, which fails the watch of all around it; so it is
/// tried again.
const TRIES: usize = 5;

/// Watching, until it is dropped.
#[derive(Debug)]
pub(super) struct Watching {
    sender: Sender<Heard>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Heard {
    Event(notify::Result<Event>),
    Stop,
}

impl Watching {
    /// Starts to watch. When this returns, no later change is missed.
    pub(super) fn start(
        watched: &[PathBuf],
        ignored: &[PathBuf],
        queue: Arc<Queue>,
        tell: UnboundedSender<ThreadMessage>,
    ) -> Self {
        let (sender, receiver) = channel();
        let mut listener = WatchListener {
            scope: Scope::new(watched, ignored),
            watches: Watches::default(),
            sender: sender.clone(),
            queue,
            tell,
            told: None,
        };
        listener.watch_anew();
        let listening = std::thread::Builder::new()
            .name("oogst watch".to_owned())
            .spawn(move || listener.listen(&receiver));
        Self {
            sender,
            listening: listening.ok(),
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Without a listener nobody needs to be stopped.
        let _ = self.sender.send(Heard::Stop);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// What the system watches for us.
#[derive(Debug, Default)]
struct Watches {
    /// None where watching cannot be had at all. It is only held: dropping it ends its watches.
    _watcher: Option<RecommendedWatcher>,
    folders: BTreeMap<PathBuf, RecursiveMode>,
}

/// The thread that hears the events.
struct WatchListener {
    scope: Scope,
    watches: Watches,
    sender: Sender<Heard>,
    queue: Arc<Queue>,
    tell: UnboundedSender<ThreadMessage>,
    /// The last trouble that was told, for trouble tends to repeat itself.
    told: Option<String>,
}

impl WatchListener {
    fn listen(mut self, receiver: &Receiver<Heard>) {
        while let Ok(heard) = receiver.recv() {
            let mut all = false;
            let mut anew = false;
            let mut paths = BTreeSet::new();
            // What is waiting already is taken along, so that a flood costs one round.
            for heard in std::iter::once(heard).chain(receiver.try_iter()) {
                match heard {
                    Heard::Stop => return,
                    // Events were lost, and with them maybe that of a new folder to watch.
                    Heard::Event(Ok(event)) if event.need_rescan() => (all, anew) = (true, true),
                    Heard::Event(Ok(event)) => {
                        for path in &event.paths {
                            anew |= moves_folders(event.kind) && self.moves_a_watch(path);
                            paths.extend(self.changed(path, event.kind));
                        }
                    }
                    Heard::Event(Err(error)) => {
                        all = true;
                        self.tell(error.to_string());
                    }
                }
            }
            // Only after watching anew may the build be told: what it then does not see yet, the
            // watch will.
            if anew {
                self.watch_anew();
            }
            if all {
                self.queue.add(Changed::All);
            } else if !paths.is_empty() {
                self.queue.add(Changed::Paths(paths));
            }
        }
    }

    /// Whether something happened to a folder that is, or should now be, watched by itself.
    fn moves_a_watch(&self, path: &Path) -> bool {
        self.watches
            .folders
            .keys()
            .any(|folder| folder.starts_with(path))
            || (self.scope.holds_a_watched(path) && self.scope.folders() != self.watches.folders)
    }

    /// The watched paths that an event at this path is about.
    fn changed(&self, path: &Path, kind: EventKind) -> Vec<PathBuf> {
        match kind {
            // Some systems call a folder modified when a file in it was; the file has an event of
            // its own.
            EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_)) if path.is_dir() => Vec::new(),
            kind => self.scope.changed(path, moves_folders(kind)),
        }
    }

    /// Replaces all watches by new ones. Mending single ones would be cheaper, but the watcher
    /// keeps dead watches of folders that went away under their old names; and this happens only
    /// when a watched folder itself moves.
    fn watch_anew(&mut self) {
        self.scope.look_again();
        let sender = self.sender.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Building reads the sources, which is an event too: that would never end.
            if event.as_ref().map_or(true, |event| {
                event.need_rescan() || tells_of_change(event.kind)
            }) {
                // Nobody listens any more only when all of this is about to end.
                let _ = sender.send(Heard::Event(event));
            }
        });
        match watcher {
            Ok(mut watcher) => {
                let (folders, trouble) = watch_all(&mut watcher, &self.scope);
                self.watches = Watches {
                    _watcher: Some(watcher),
                    folders,
                };
                match trouble {
                    Some(error) => self.tell(error.to_string()),
                    None => self.told = None,
                }
            }
            // The old watches, if there are any, are better than none.
            Err(error) => self.tell(error.to_string()),
        }
    }

    fn tell(&mut self, reason: String) {
        if self.told.as_ref() != Some(&reason) {
            // Nobody hears it only when all of this is about to end.
            let _ = self.tell.send(ThreadMessage::Unwatched(reason.clone()));
            self.told = Some(reason);
        }
    }
}

/// Watches every folder of the scope, and gives the folders as they were then, with the last error
/// if they could not all be watched.
fn watch_all(
    watcher: &mut RecommendedWatcher,
    scope: &Scope,
) -> (BTreeMap<PathBuf, RecursiveMode>, Option<notify::Error>) {
    let mut folders = scope.folders();
    let mut trouble = None;
    for _ in 0..TRIES {
        trouble = None;
        for (folder, mode) in &folders {
            if let Err(error) = watcher.watch(folder, *mode) {
                trouble = Some(error);
            }
        }
        let now = scope.folders();
        if trouble.is_none() && now == folders {
            break;
        }
        folders = now;
    }
    (folders, trouble)
}

/// Whether something may be different on disk now.
fn tells_of_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) => true,
        EventKind::Access(_) | EventKind::Other => false,
    }
}

/// Whether a folder may be at another place now.
fn moves_folders(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Any
            | EventKind::Create(_)
            | EventKind::Remove(_)
            | EventKind::Modify(ModifyKind::Name(_))
    )
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
mod tests {
    use notify::event::Flag;
    use tokio::sync::mpsc::unbounded_channel;

    use super::*;

    #[test]
    fn when_events_were_lost_anything_may_have_changed() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let queue = Arc::new(Queue::default());
        let (tell, mut told) = unbounded_channel();
        let watching = Watching::start(
            &[folder.path().to_path_buf()],
            &[],
            Arc::clone(&queue),
            tell,
        );
        let hear = |event| {
            watching
                .sender
                .send(Heard::Event(event))
                .expect("the listener listens");
        };

        hear(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert_eq!(queue.next(), Some(Changed::All));
        assert!(told.try_recv().is_err(), "that is no trouble for the user");

        // It is watched as before.
        std::fs::write(folder.path().join("x.md"), "x").expect("files can be written");
        assert_eq!(
            queue.next(),
            Some(Changed::Paths([folder.path().join("x.md")].into()))
        );

        for _ in 0..2 {
            hear(Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)));
            assert_eq!(queue.next(), Some(Changed::All));
        }
        assert!(matches!(told.try_recv(), Ok(ThreadMessage::Unwatched(_))));
        assert!(told.try_recv().is_err(), "the same trouble is told once");
    }
}
