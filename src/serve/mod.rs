//! Shows the site while it is written: a server on this machine alone, a watch over the sources,
//! and a page that reloads itself or says what is wrong.
//!
//! In go a [`ServeOptions`] and something that [`Builds`]; nothing comes out until the user stops
//! it. How a site is built is unknown here: a change on disk becomes a [`Changed`], the same build
//! as always runs, and its [`Built`] decides between a reload and an overlay. Nothing in this room
//! writes to disk or prints; what the user should hear goes out as an [`Announcement`].
//!
//! Three threads, each with one job: the caller's, which announces; one that builds, one build at a
//! time; one that listens to the watcher, so that events during a build are kept for the next one.
//! The server itself runs on tokio's workers beside them.

mod address;
mod browser;
mod changes;
mod connections;
mod csp;
mod files;
mod pages;
mod range;
mod reload;
mod server;
mod texts;
mod watch;

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
mod tests;

use std::fmt;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc, oneshot};

pub use self::changes::Changed;
pub use self::connections::Limits;
use crate::words::Language;

use self::address::Base;
use self::changes::Queue;
use self::reload::News;
use self::texts::Texts;
use self::watch::Watching;

/// Ports tried in turn when none is asked for, so that the address is usually the same from one day
/// to the next.
const USUAL_PORTS: std::ops::RangeInclusive<u16> = 4711..=4730;

/// How long a running build may still take after the user stops. Leaving in the middle of one is
/// safe too (the next run finishes or undoes what it was writing), only less tidy.
const GRACE: Duration = Duration::from_secs(3);

/// What to serve, and what to watch for it.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The folder with the built site. It need not exist yet.
    pub output: PathBuf,
    /// The site's own folder, in which that is. From here on no link is followed.
    pub root: PathBuf,
    /// The path of the site's `base_url`: `/`, or for instance `/oogst/`.
    pub base_path: String,
    /// The port to listen on, or none for the first free one from 4711. 0 means any.
    pub port: Option<u16>,
    /// Whether to open the site in the user's browser once the first build is done.
    pub open: bool,
    /// Files and folders that the site is built from. They may come and go while we watch.
    pub watched: Vec<PathBuf>,
    /// Files and folders whose changes mean nothing, even inside a watched one: the output, the
    /// caches, staging.
    pub ignored: Vec<PathBuf>,
    /// The language of everything the browser is told.
    pub language: Language,
    /// How many may connect, and how long is waited for them.
    pub limits: Limits,
}

/// Something that builds the site when asked. Implemented by the command that owns the build.
pub trait Builds: Send + 'static {
    /// Told once, before the first build, how to ask for a build when no source changed.
    fn start(&mut self, again: Again) {
        drop(again);
    }

    /// Builds the site and says what came of it. The first call is always [`Changed::All`].
    ///
    /// A path may be that of a folder, or of something that is gone: everything at and below it may
    /// have changed.
    fn build(&mut self, changed: Changed) -> Built;
}

/// A way to ask for one more build though no source changed: something that was made meanwhile is
/// there now.
#[derive(Debug, Clone)]
pub struct Again(Arc<Queue>);

impl Again {
    /// Asks for it.
    pub fn ask(&self) {
        self.0
            .add(Changed::Paths(std::collections::BTreeSet::new()));
    }
}

/// What one build gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Built {
    /// The site on disk is that of the sources.
    Fresh {
        /// Whether any byte of the site differs from before.
        changed: bool,
    },
    /// The content or the look is wrong. The last good site still stands.
    Failed {
        /// What is wrong, in the order to show it in.
        problems: Vec<Problem>,
    },
    /// The machine failed, for the reason given. The next build is told again of the changes of
    /// this one.
    Broken(String),
    /// Something else must end first, for the reason given. It is tried again by itself, with the
    /// changes of this one.
    Waiting(String),
}

/// One thing that is wrong, in plain text as the user's language has it. No part of it is trusted
/// to be harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The message itself.
    pub title: String,
    /// The diagnostic's code, `unknown-region`.
    pub code: String,
    /// Where it is, if it is in a file.
    pub place: Option<Place>,
    /// The lines around it with the mark below them, in fixed width.
    pub excerpt: Option<String>,
    /// The way out.
    pub help: Option<String>,
}

/// A place in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as the user knows it, relative to the site's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// What the user should hear while the site is served. Called on the thread that called [`serve`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announcement {
    /// The first build is done, whatever came of it, and the site can be looked at here.
    Serving {
        /// `http://127.0.0.1:4711/`, with the path of the site.
        address: String,
    },
    /// Changes, or some of them, are not seen any more (or never were).
    Unwatched {
        /// What the system said.
        reason: String,
    },
    /// The browser did not open; the site is served all the same.
    NotOpened {
        /// What the system said.
        reason: String,
    },
    /// The user asked to stop; a build that is still running gets a moment to end.
    Stopping,
}

/// Why the site could not be served at all.
#[derive(Debug)]
pub enum ServeError {
    /// The port that was asked for cannot be had.
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// No port at all could be had.
    NoPort(io::Error),
    /// Threads or the server could not be started, or the server stopped.
    Server(io::Error),
}

impl ServeError {
    /// The error as a sentence for the user, with a way out where there is one.
    pub fn in_words(&self, language: Language) -> String {
        Texts::of(language).error(self)
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(Language::En))
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { source, .. } | Self::NoPort(source) | Self::Server(source) => Some(source),
        }
    }
}

/// Serves the site until the user stops it with Ctrl-C (or the system asks the process to end).
///
/// # Errors
/// When no port can be had or the server cannot run. A site that cannot be built is no error: it is
/// shown.
pub fn serve(
    options: ServeOptions,
    builds: impl Builds,
    announce: impl Fn(Announcement),
) -> Result<(), ServeError> {
    serve_until(options, builds, announce, asked_to_stop())
}

/// As [`serve`], until `stop` is done: for whoever has another way of stopping than Ctrl-C.
///
/// # Errors
/// As for [`serve`].
///
/// # Panics
/// When the build panics, with the build's own message.
pub fn serve_until(
    options: ServeOptions,
    builds: impl Builds,
    announce: impl Fn(Announcement),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let listener = listen(options.port)?;
    let port = listener.local_addr().map_err(ServeError::Server)?.port();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Server)?;
    let outcome = runtime.block_on(run(options, builds, announce, stop, listener, port));
    // Open connections (every page holds one for its events) and a build past its grace must not
    // keep us here.
    runtime.shutdown_background();
    outcome
}

/// What the other threads tell the one that announces.
#[derive(Debug)]
enum Told {
    Built(Built),
    Unwatched(String),
    NotOpened(String),
}

async fn run(
    options: ServeOptions,
    builds: impl Builds,
    announce: impl Fn(Announcement),
    stop: impl Future<Output = ()>,
    listener: TcpListener,
    port: u16,
) -> Result<(), ServeError> {
    let ServeOptions {
        output,
        root,
        base_path,
        port: _,
        open,
        watched,
        ignored,
        language,
        limits,
    } = options;
    let base = Base::new(&base_path);
    let address = format!("http://127.0.0.1:{port}{}", base.address());
    let news = News::new(language);

    let listeners = Arc::new(Semaphore::new(limits.listeners));
    let site = server::Site {
        root,
        output,
        base,
        port,
        texts: Texts::of(language),
        news: news.listen(),
        listeners,
    };
    let serving = server::run(listener, site, limits);
    let queue = Arc::new(Queue::default());
    let (tell, mut told) = mpsc::unbounded_channel();
    let (alive, mut ended) = oneshot::channel::<()>();
    let building = std::thread::Builder::new()
        .name("oogst build".to_owned())
        .spawn({
            let (queue, tell) = (Arc::clone(&queue), tell.clone());
            move || {
                build_again_and_again(builds, &watched, &ignored, &queue, &tell);
                drop(alive);
            }
        })
        .map_err(ServeError::Server)?;

    tokio::pin!(stop, serving);
    let mut first = true;
    let mut over = false;
    let outcome = loop {
        tokio::select! {
            biased;
            () = &mut stop => {
                announce(Announcement::Stopping);
                break Ok(());
            }
            // Nobody asked it to stop, so the build panicked; joining below passes that on.
            _ = &mut ended => {
                over = true;
                break Ok(());
            }
            failed = &mut serving => break Err(ServeError::Server(failed)),
            Some(told) = told.recv() => match told {
                Told::Built(built) => {
                    news.tell(&built);
                    if first {
                        first = false;
                        announce(Announcement::Serving { address: address.clone() });
                        if open {
                            browser::open(&address, tell.clone());
                        }
                    }
                }
                Told::Unwatched(reason) => announce(Announcement::Unwatched { reason }),
                Told::NotOpened(reason) => announce(Announcement::NotOpened { reason }),
            },
        }
    };

    queue.stop();
    if !over {
        // Nothing is ever sent: the thread's end of it is dropped when the thread ends, in whatever
        // way.
        over = tokio::time::timeout(GRACE, ended).await.is_ok();
    }
    if over && let Err(panic) = building.join() {
        std::panic::resume_unwind(panic);
    }
    outcome
}

/// The building thread: all of it once, then whatever changed, one build at a time.
fn build_again_and_again(
    mut builds: impl Builds,
    watched: &[PathBuf],
    ignored: &[PathBuf],
    queue: &Arc<Queue>,
    tell: &mpsc::UnboundedSender<Told>,
) {
    // Watching starts before the first build reads anything, so that no change falls between the
    // two.
    let _watching = Watching::start(watched, ignored, Arc::clone(queue), tell.clone());
    builds.start(Again(Arc::clone(queue)));
    let mut next = Some(Changed::All);
    let mut waited = None;
    while let Some(changed) = next {
        let built = builds.build(changed.clone());
        match built {
            Built::Broken(_) => queue.keep(changed),
            Built::Waiting(_) => queue.retry(changed),
            Built::Fresh { .. } | Built::Failed { .. } => {}
        }
        // It may wait for long; the reason is told once.
        if waited.as_ref() != Some(&built) && tell.send(Told::Built(built.clone())).is_err() {
            return;
        }
        waited = matches!(built, Built::Waiting(_)).then_some(built);
        next = queue.next();
    }
}

fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => bind(port).map_err(|source| ServeError::Port { port, source }),
        None => USUAL_PORTS
            .chain([0])
            .map(bind)
            .reduce(Result::or)
            .expect("there are ports to try")
            .map_err(ServeError::NoPort),
    }
}

async fn asked_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let terminated = async {
            match signal(SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            () = interrupted => {}
            () = terminated => {}
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
