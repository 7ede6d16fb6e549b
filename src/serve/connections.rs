//! Takes connections: so many at a time, and none that keeps us waiting. In goes a listener and
//! what answers requests, out come answers.
//!
//! Whoever connects may be anybody on this machine, and any page that its browser has open. Each
//! connection costs memory and a number of the system's few, so one that says half a request and no
//! more, that says nothing, or that takes no answer is closed. Only a page that listens to the
//! events may stay as long as it likes; of these there are fewer than of connections, so that pages
//! can always be had.

use std::io::{self, IoSlice};
use std::net::TcpListener;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::{Sleep, sleep};

/// How much of the head of a request is held: far more than a browser sends.
const LARGEST_HEAD: usize = 64 * 1024;

/// How long to wait where the system gives no connection, for want of memory or numbers.
const PAUSE: Duration = Duration::from_secs(1);

/// How many may connect, and how long is waited for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time; more wait until one ends.
    pub connections: usize,
    /// How many of these may listen to the events.
    pub listeners: usize,
    /// How long the head of a request may take, from the end of the answer before it, so that this
    /// is also how long a connection may idle.
    pub head: Duration,
    /// How long an answer may stand still because nobody takes it.
    pub answer: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 256,
            listeners: 192,
            head: Duration::from_secs(30),
            answer: Duration::from_mins(1),
        }
    }
}

/// Serves until the end of the world, so what comes out is why it could not.
pub(crate) async fn take(listener: TcpListener, router: Router, limits: Limits) -> io::Error {
    let listener = match listener
        .set_nonblocking(true)
        .and_then(|()| tokio::net::TcpListener::from_std(listener))
    {
        Ok(listener) => listener,
        Err(error) => return error,
    };
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(LARGEST_HEAD);
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return io::Error::other("no place for a connection");
        };
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let stream = TokioIo::new(Impatient {
            stream,
            patience: limits.answer,
            waiting: None,
        });
        let connection = http.serve_connection(stream, TowerToHyperService::new(router.clone()));
        tokio::spawn(async move {
            // Whoever goes away in the middle, or is sent away, misses nothing that anybody here
            // needs to know.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// A connection that fails once it could not be written to for some time.
struct Impatient {
    stream: TcpStream,
    patience: Duration,
    /// Runs from when a write had to wait until one does not.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Impatient {
    fn unless_too_long(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.waiting = None;
            return written;
        }
        let patience = self.patience;
        let waiting = self
            .waiting
            .get_or_insert_with(|| Box::pin(sleep(patience)));
        waiting
            .as_mut()
            .poll(context)
            .map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Impatient {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Impatient {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.unless_too_long(context, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, parts);
        this.unless_too_long(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
