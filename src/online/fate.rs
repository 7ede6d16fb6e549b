//! What can become of a link, and which addresses may be asked.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkFate {
    /// It leads to a page.
    Works,
    /// There is no page: 404 or 410.
    Gone(u16),
    /// There is no such site.
    NoSite,
    /// The site answers with another code, which tells nothing of the page.
    Answer(u16),
    /// No answer within ten seconds.
    TooSlow,
    /// It leads on and on.
    Endless,
    /// It leads into a network of somebody's own.
    Private,
    /// It could not be asked.
    Failed,
}

/// Which addresses may be asked; the program asks public ones only.
pub type MayAsk = fn(IpAddr) -> bool;
