//! Answers as the servers of this program give them.

use std::io;

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The type of a page.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// An answer of a type.
pub(crate) fn typed(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response {
    (status, [(header::CONTENT_TYPE, content_type)], body.into()).into_response()
}

/// An answer of one line.
pub(crate) fn text(status: StatusCode, text: &'static str) -> Response {
    typed(status, "text/plain; charset=utf-8", format!("{text}\n"))
}

/// Leads on. The address is percent-encoded, and a query has been through the request's own parser.
pub(crate) fn redirect(status: StatusCode, address: String) -> Response {
    (status, [(header::LOCATION, address)]).into_response()
}

/// Does what takes time elsewhere: disks may be slow, and the workers have all the open pages to
/// serve.
pub(crate) async fn off_the_workers<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
}
