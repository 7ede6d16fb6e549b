//! Where to listen, and until when.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::ops::RangeInclusive;

use super::error::ServeError;

/// A listener that only this machine reaches: at the port that was asked for, else at the first of
/// the usual ones that is free, else at any.
///
/// # Errors
/// When no port can be had.
pub(crate) fn listen(
    port: Option<u16>,
    usual: RangeInclusive<u16>,
) -> Result<TcpListener, ServeError> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => bind(port).map_err(|source| ServeError::Port { port, source }),
        None => usual
            .chain([0])
            .map(bind)
            .reduce(Result::or)
            .expect("there are ports to try")
            .map_err(ServeError::NoPort),
    }
}

/// Done once the user asks the program to stop, or the system does.
pub(crate) async fn asked_to_stop() {
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
