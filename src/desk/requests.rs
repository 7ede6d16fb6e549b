//! What is asked of the desk: the names of its path, its query, and what was sent with it, all
//! bounded.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header;
use axum::http::request::Parts;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::posted::Posted;
use crate::encode::path_decoded_strictly;

/// The most bytes of what is sent.
const LARGEST: usize = 40 * 1024 * 1024;

/// How many forms are read at a time; others wait their turn.
const AT_ONCE: usize = 2;

/// How long sending one may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The only type of form that pages of the desk send.
const FORM: &str = "application/x-www-form-urlencoded";

/// What was asked.
#[derive(Debug)]
pub(super) struct DeskRequest {
    /// The names of the path.
    pub(super) path: Vec<String>,
    /// What stands behind the question mark.
    pub(super) query: Posted,
    /// The form that was sent; `None` where something is only to be read.
    pub(super) form: Option<Posted>,
}

impl DeskRequest {
    /// Reads a path and a query; `None` where they are not of any address of the desk.
    pub(super) fn read(request: &Parts) -> Option<Self> {
        let path = request.uri.path().strip_prefix('/')?;
        let names = path.split('/').filter(|name| !name.is_empty());
        let names = names.map(|name| path_decoded_strictly(name).map(std::borrow::Cow::into_owned));
        let query = request.uri.query().unwrap_or_default();
        Some(Self {
            path: names.collect::<Option<_>>()?,
            query: Posted::read(query.as_bytes())?,
            form: None,
        })
    }

    /// The path as names, to be matched with the addresses of the desk.
    pub(super) fn names(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

/// Why what was sent is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is no form.
    Type,
    /// It is more than any form holds.
    Size,
    /// It did not come, or not all of it.
    Broken,
}

/// Reads forms, a few at a time.
#[derive(Debug)]
pub(super) struct FormReader(Semaphore);

impl FormReader {
    pub(super) fn new() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }

    /// Reads what was sent.
    pub(super) async fn read(&self, request: &Parts, body: Body) -> Result<Posted, Unread> {
        let mut types = request.headers.get_all(header::CONTENT_TYPE).iter();
        let (Some(of), None) = (types.next(), types.next()) else {
            return Err(Unread::Type);
        };
        let of = of.to_str().unwrap_or_default();
        let of = of.split(';').next().unwrap_or_default().trim();
        if !of.eq_ignore_ascii_case(FORM) {
            return Err(Unread::Type);
        }
        let said = request.headers.get(header::CONTENT_LENGTH);
        let said = said.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if said.is_some_and(|length| length > LARGEST as u64) {
            return Err(Unread::Size);
        }
        let Ok(_place) = self.0.acquire().await else {
            return Err(Unread::Broken);
        };
        match timeout(PATIENCE, to_bytes(body, LARGEST)).await {
            Ok(Ok(bytes)) => Posted::read(&bytes).ok_or(Unread::Size),
            Ok(Err(_)) if said.is_none() => Err(Unread::Size),
            Ok(Err(_)) | Err(_) => Err(Unread::Broken),
        }
    }
}
