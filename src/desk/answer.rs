//! [`Answer`]: what the desk answers, before it is an answer of HTTP.

use axum::http::StatusCode;

use super::html::DeskHtml;

/// What the desk answers.
#[derive(Debug)]
pub(super) enum Answer {
    /// A page.
    Page(StatusCode, DeskHtml),
    /// Another address of the desk, to be asked for.
    To(String),
    /// A whole page that was made elsewhere, for the script to put in a frame.
    Frame(String),
    /// A picture, as a JPEG.
    Picture(Vec<u8>),
    /// Values for the script.
    Values(String),
}

impl Answer {
    /// A page that is as it should be.
    pub(super) fn fine(page: DeskHtml) -> Self {
        Self::Page(StatusCode::OK, page)
    }
}
