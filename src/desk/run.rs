//! The desk from its first page to its end: a listener of its own, one piece of work at a time, and
//! a thread that tells the user what to know.

use std::io;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use axum::Router;
use rayon::ThreadPoolBuilder;
use tokio::sync::mpsc;

use super::options::{DeskAnnouncement, DeskOptions};
use super::requests::FormReader;
use super::security::Gate;
use super::sent_files::SentFiles;
use super::server::{self, Desk};
use super::work::DeskWork;
use crate::serve::{ServeError, asked_to_stop, listen, open_browser, take};

/// Ports tried in turn when none is asked for: beside those of the preview.
const USUAL_PORTS: std::ops::RangeInclusive<u16> = 4712..=4731;

/// Keeps the desk open until the user stops it with Ctrl-C, or the system asks the process to end.
///
/// # Errors
/// When no port can be had or the server cannot run.
pub fn desk(
    options: DeskOptions,
    work: impl DeskWork,
    announce: impl Fn(DeskAnnouncement),
) -> Result<(), ServeError> {
    let listener = listen(options.port, USUAL_PORTS)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Server)?;
    let outcome = runtime.block_on(run(options, work, announce, listener));
    // Open connections, and a piece of work that still runs, must not keep us here: whatever was
    // being written is whole or not there.
    runtime.shutdown_background();
    outcome
}

async fn run(
    options: DeskOptions,
    work: impl DeskWork,
    announce: impl Fn(DeskAnnouncement),
    listener: TcpListener,
) -> Result<(), ServeError> {
    let port = listener.local_addr().map_err(ServeError::Server)?.port();
    let (tell, mut told) = mpsc::unbounded_channel();
    let gate = Gate::new(port).map_err(ServeError::Server)?;
    let entry = gate.untold_entry();
    let mut desk = Desk {
        gate,
        language: Mutex::new(work.language()),
        work: Mutex::new(work),
        threads: ThreadPoolBuilder::new()
            .build()
            .map_err(|error| ServeError::Server(io::Error::other(error)))?,
        preview: Mutex::new(None),
        forms: FormReader::new(),
        sent: SentFiles::default(),
        tell: tell.clone(),
    };
    desk.begin_preview();
    let router = Router::new()
        .fallback(server::answer)
        .with_state(Arc::new(desk));
    let serving = take(listener, router, options.limits);
    if let Some(address) = entry {
        announce(DeskAnnouncement::Open {
            address: address.clone(),
        });
        if options.open {
            open_browser(&address, move |reason| {
                // The desk may be closed by now, and then nobody minds.
                let _ = tell.send(DeskAnnouncement::NotOpened { reason });
            });
        }
    }
    let stop = asked_to_stop();
    tokio::pin!(stop, serving);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => {
                announce(DeskAnnouncement::Stopping);
                return Ok(());
            }
            failed = &mut serving => return Err(ServeError::Server(failed)),
            Some(told) = told.recv() => announce(told),
        }
    }
}
