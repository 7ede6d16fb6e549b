//! The preview beside the desk: the site itself, served on a port of its own, for as long as its
//! report is open.

use std::net::TcpListener;
use std::thread::JoinHandle;

use tokio::sync::{mpsc, oneshot};

use super::options::DeskAnnouncement;
use crate::serve::{Announcement, Builds, ServeError, ServeOptions, USUAL_PORTS, listen, serve_on};

/// A preview that is served.
#[derive(Debug)]
pub(super) struct ServedPreview {
    /// Its origin: `http://127.0.0.1:4711`.
    pub(super) origin: String,
    /// The path of the site's address that it is served below.
    pub(super) base_path: String,
    /// Dropped to stop it.
    _stop: oneshot::Sender<()>,
    /// It ends by itself once it is to stop; nobody waits for it.
    _thread: JoinHandle<()>,
}

impl ServedPreview {
    /// Serves a preview.
    ///
    /// # Errors
    /// When no port or no thread can be had.
    pub(super) fn start(
        options: ServeOptions,
        builds: impl Builds,
        tell: mpsc::UnboundedSender<DeskAnnouncement>,
    ) -> Result<Self, ServeError> {
        let listener: TcpListener = listen(None, USUAL_PORTS)?;
        let port = listener.local_addr().map_err(ServeError::Server)?.port();
        let (stop, stopped) = oneshot::channel::<()>();
        let announce = move |announcement| {
            if let Announcement::Unwatched { reason } = announcement {
                // Whoever listens may be gone, and then nobody minds.
                let _ = tell.send(DeskAnnouncement::Unwatched { reason });
            }
        };
        let base_path = options.base_path.clone();
        let serving = move || {
            let stopped = async {
                let _ = stopped.await;
            };
            // A preview that cannot be served any more is missed by who looks at it.
            let _ = serve_on(listener, options, builds, announce, stopped);
        };
        let thread = std::thread::Builder::new()
            .name("oogst preview".to_owned())
            .spawn(serving)
            .map_err(ServeError::Server)?;
        Ok(Self {
            origin: format!("http://127.0.0.1:{port}"),
            base_path,
            _stop: stop,
            _thread: thread,
        })
    }
}
