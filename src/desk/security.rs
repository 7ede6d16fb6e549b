//! Who may ask the desk something, and who may have it save something.
//!
//! The desk writes files, and whoever can reach this port might be a page of another site in the
//! user's browser, the preview with the scripts of a look, or another user of this machine. So a
//! request counts only under this machine's own names; a page is given only to the browser that
//! came in by the one-time address; and what was sent is read only where the browser says that a
//! page of the desk sent it, and taken only with the token that stands in the forms of this run.

use std::io;
use std::sync::{Mutex, PoisonError};

use axum::http::header::{self, HeaderName};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};

use super::posted::Posted;
use crate::serve::is_for_this_machine;
use crate::state::random;

/// The name of the one-time word in an address.
pub(super) const ENTRY: &str = "toegang";

/// The control of a form that holds the token of this run.
pub(super) const TOKEN: &str = "token";

/// Whether a page of ours made the request, as the browser says (W3C, "Fetch Metadata Request
/// Headers").
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What the answer is for.
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Words that nobody can guess: 128 bits of chance.
#[derive(Debug)]
struct Secret(String);

impl Secret {
    fn new() -> io::Result<Self> {
        let bytes: [u8; 16] = random()?;
        Ok(Self(format!("{:032x}", u128::from_be_bytes(bytes))))
    }

    /// Whether these are the words. How long it takes says nothing of where they differ: hashes are
    /// compared in constant time.
    fn is(&self, words: &str) -> bool {
        blake3::hash(self.0.as_bytes()) == blake3::hash(words.as_bytes())
    }
}

/// The door of the desk.
#[derive(Debug)]
pub(super) struct Gate {
    port: u16,
    /// What the browser that came in sends with each request.
    session: Secret,
    /// What stands in every form of this run.
    token: Secret,
    entry: Mutex<EntryWord>,
}

/// The word that lets a browser in, once.
#[derive(Debug)]
struct EntryWord {
    word: Secret,
    /// Whether the user was told of it.
    is_told: bool,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotLetIn {
    /// It is for another name than this machine's.
    ForeignHost,
    /// It comes from a browser that did not come in by the one-time address.
    NoSession,
    /// A page of somebody else had it made.
    ForeignPage,
    /// It neither reads nor sends a form.
    Method,
}

impl Gate {
    /// The door of the desk at this port.
    ///
    /// # Errors
    /// When the system gives no chance.
    pub(super) fn new(port: u16) -> io::Result<Self> {
        Ok(Self {
            port,
            session: Secret::new()?,
            token: Secret::new()?,
            entry: Mutex::new(EntryWord {
                word: Secret::new()?,
                is_told: false,
            }),
        })
    }

    /// The desk's own origin.
    pub(super) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The token for a form.
    pub(super) fn token(&self) -> &str {
        &self.token.0
    }

    /// The address that lets a browser in, unless the user was told of it already. So nobody can
    /// fill the user's window by asking.
    pub(super) fn untold_entry(&self) -> Option<String> {
        let mut entry = self.entry.lock().unwrap_or_else(PoisonError::into_inner);
        let was_told = std::mem::replace(&mut entry.is_told, true);
        (!was_told).then(|| format!("{}/?{ENTRY}={}", self.origin(), entry.word.0))
    }

    /// The cookie for a browser that has the one-time word, which is used up by that.
    ///
    /// # Errors
    /// When the system gives no chance for the next word.
    pub(super) fn enter(&self, word: &str) -> io::Result<Option<String>> {
        let mut entry = self.entry.lock().unwrap_or_else(PoisonError::into_inner);
        if !entry.word.is(word) {
            return Ok(None);
        }
        *entry = EntryWord {
            word: Secret::new()?,
            is_told: false,
        };
        Ok(Some(format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie(),
            self.session.0
        )))
    }

    /// Whether a request is for this machine at all.
    pub(super) fn admit(&self, request: &Parts) -> Result<(), NotLetIn> {
        if is_for_this_machine(request, self.port) {
            Ok(())
        } else {
            Err(NotLetIn::ForeignHost)
        }
    }

    /// Whether a request may have an answer of the desk. What was sent with it is not read yet.
    pub(super) fn check(&self, request: &Parts) -> Result<(), NotLetIn> {
        if !self.has_session(&request.headers) {
            return Err(NotLetIn::NoSession);
        }
        let is_ours = match request.method {
            Method::GET | Method::HEAD => may_be_read(&request.headers),
            Method::POST => sent_by_a_page_of_ours(&request.headers),
            _ => return Err(NotLetIn::Method),
        };
        if is_ours {
            Ok(())
        } else {
            Err(NotLetIn::ForeignPage)
        }
    }

    /// Whether a form that was sent stood in a page of this run.
    pub(super) fn is_of_this_run(&self, posted: &Posted) -> bool {
        let mut tokens = posted.all(TOKEN);
        let first = tokens.next();
        first.is_some_and(|token| self.token.is(token)) && tokens.next().is_none()
    }

    /// The name of the cookie. Cookies take no notice of ports, so the port is in it.
    fn cookie(&self) -> String {
        format!("oogst-{}", self.port)
    }

    fn has_session(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie();
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|cookies| cookies.to_str().ok())
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(own, value)| own == name && self.session.is(value))
    }
}

/// The one value of a header, where there is exactly one.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// A page of the desk may ask for anything; another one may lead here, and have nothing of the desk
/// in itself.
fn may_be_read(headers: &HeaderMap) -> bool {
    let is_said = headers.contains_key(&FETCH_SITE);
    let is_own = matches!(only(headers, &FETCH_SITE), Some("same-origin" | "none"));
    !is_said || is_own || only(headers, &FETCH_DEST) == Some("document")
}

/// A form of the desk says so by its `Origin`, which must be that of the very name it was asked by.
fn sent_by_a_page_of_ours(headers: &HeaderMap) -> bool {
    let host = only(headers, &header::HOST).unwrap_or_default();
    let origin = only(headers, &header::ORIGIN);
    let is_own = origin.and_then(|origin| origin.strip_prefix("http://")) == Some(host);
    is_own
        && (!headers.contains_key(&FETCH_SITE) || only(headers, &FETCH_SITE) == Some("same-origin"))
}
