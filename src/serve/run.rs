//! Three threads and a server, from the first build to the end: the caller's thread announces, one
//! builds, one listens to the watcher.

use std::future::Future;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc, oneshot};

use super::address::Base;
use super::building::{Again, Announcement, Builds, Rebuilt, ThreadMessage};
use super::changes::{Changed, Queue};
use super::error::ServeError;
use super::listening::{asked_to_stop, listen};
use super::options::ServeOptions;
use super::reload::Broadcast;
use super::watch::Watching;
use super::{browser, server};
use crate::words::serving::ServeTexts;

/// Ports tried in turn when none is asked for, so that the address is usually the same from one day
/// to the next.
pub(crate) const USUAL_PORTS: std::ops::RangeInclusive<u16> = 4711..=4730;

/// How long a running build may still take after the user stops. Leaving in the middle of one is
/// safe too (the next run finishes or undoes what it was writing), only less tidy.
const GRACE: Duration = Duration::from_secs(3);

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
    let listener = listen(options.port, USUAL_PORTS)?;
    serve_on(listener, options, builds, announce, stop)
}

/// As [`serve_until`], where somebody listens already.
///
/// # Errors
/// When the server cannot run.
pub(crate) fn serve_on(
    listener: TcpListener,
    options: ServeOptions,
    builds: impl Builds,
    announce: impl Fn(Announcement),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
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

async fn run(
    options: ServeOptions,
    builds: impl Builds,
    announce: impl Fn(Announcement),
    stop: impl Future<Output = ()>,
    listener: TcpListener,
    port: u16,
) -> Result<(), ServeError> {
    let base = Base::new(&options.base_path);
    let address = format!("http://127.0.0.1:{port}{}", base.address());
    let news = Broadcast::new(options.language);
    let site = server::ServedSite {
        root: options.root,
        output: options.output,
        base,
        port,
        desk: options.desk,
        texts: ServeTexts::of(options.language),
        news: news.listen(),
        listeners: Arc::new(Semaphore::new(options.limits.listeners)),
    };
    let serving = server::run(listener, site, options.limits);
    let (tell, mut told) = mpsc::unbounded_channel();
    let mut building = BuildThread::start(builds, options.watched, options.ignored, tell.clone())?;
    let mut teller = Teller {
        news,
        address,
        opens: options.open.then_some(tell),
        has_served: false,
        announce: &announce,
    };
    tokio::pin!(stop, serving);
    let outcome = loop {
        tokio::select! {
            biased;
            () = &mut stop => {
                announce(Announcement::Stopping);
                break Ok(());
            }
            // Nobody asked it to stop, so the build panicked; joining below passes that on.
            () = building.ended() => break Ok(()),
            failed = &mut serving => break Err(ServeError::Server(failed)),
            Some(told) = told.recv() => teller.tell(told),
        }
    };
    building.stop().await;
    outcome
}

/// The thread that builds.
struct BuildThread {
    queue: Arc<Queue>,
    thread: JoinHandle<()>,
    /// Nothing is ever sent: the thread's end of it is dropped when the thread ends, in whatever
    /// way.
    alive: oneshot::Receiver<()>,
    is_over: bool,
}

impl BuildThread {
    fn start(
        builds: impl Builds,
        watched: Vec<PathBuf>,
        ignored: Vec<PathBuf>,
        tell: mpsc::UnboundedSender<ThreadMessage>,
    ) -> Result<Self, ServeError> {
        let queue = Arc::new(Queue::default());
        let (sender, alive) = oneshot::channel::<()>();
        let building = {
            let queue = Arc::clone(&queue);
            move || {
                build_again_and_again(builds, &watched, &ignored, &queue, &tell);
                drop(sender);
            }
        };
        let thread = std::thread::Builder::new()
            .name("oogst build".to_owned())
            .spawn(building)
            .map_err(ServeError::Server)?;
        Ok(Self {
            queue,
            thread,
            alive,
            is_over: false,
        })
    }

    /// Waits until it ends by itself.
    async fn ended(&mut self) {
        let _ = (&mut self.alive).await;
        self.is_over = true;
    }

    /// Lets it end; a panic of the build goes on here.
    async fn stop(mut self) {
        self.queue.stop();
        if !self.is_over {
            self.is_over = tokio::time::timeout(GRACE, &mut self.alive).await.is_ok();
        }
        if self.is_over
            && let Err(panic) = self.thread.join()
        {
            std::panic::resume_unwind(panic);
        }
    }
}

/// Passes on what the other threads tell: to open pages, and to the user.
struct Teller<'a, Announce> {
    news: Broadcast,
    address: String,
    /// Who hears whether the browser opened, where it is to be opened.
    opens: Option<mpsc::UnboundedSender<ThreadMessage>>,
    has_served: bool,
    announce: &'a Announce,
}

impl<Announce: Fn(Announcement)> Teller<'_, Announce> {
    fn tell(&mut self, told: ThreadMessage) {
        match told {
            ThreadMessage::Built(built) => {
                self.news.tell(&built);
                if !std::mem::replace(&mut self.has_served, true) {
                    let address = self.address.clone();
                    (self.announce)(Announcement::Serving { address });
                    if let Some(tell) = self.opens.take() {
                        browser::open(&self.address, move |reason| {
                            // Serving may be over by now, and then nobody minds.
                            let _ = tell.send(ThreadMessage::NotOpened(reason));
                        });
                    }
                }
            }
            ThreadMessage::Unwatched(reason) => (self.announce)(Announcement::Unwatched { reason }),
            ThreadMessage::NotOpened(reason) => (self.announce)(Announcement::NotOpened { reason }),
        }
    }
}

/// The building thread: all of it once, then whatever changed, one build at a time.
fn build_again_and_again(
    mut builds: impl Builds,
    watched: &[PathBuf],
    ignored: &[PathBuf],
    queue: &Arc<Queue>,
    tell: &mpsc::UnboundedSender<ThreadMessage>,
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
            Rebuilt::Broken(_) => queue.keep(changed),
            Rebuilt::Waiting(_) => queue.retry(changed),
            Rebuilt::Fresh { .. } | Rebuilt::Failed { .. } => {}
        }
        // It may wait for long; the reason is told once.
        if waited.as_ref() != Some(&built)
            && tell.send(ThreadMessage::Built(built.clone())).is_err()
        {
            return;
        }
        waited = matches!(built, Rebuilt::Waiting(_)).then_some(built);
        next = queue.next();
    }
}
