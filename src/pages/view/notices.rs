//! The view of what the site owes its readers to know.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use super::cards::{PageHead, Said, SiteHead};
use crate::shared::Shared;

/// `notice.html`: what the site owes its readers to know, about accessibility or privacy.
#[derive(Debug, Serialize)]
pub struct NoticeView {
    pub site: Shared<SiteHead>,
    pub page: PageHead,
    pub title: Said,
    pub lead_in: &'static str,
    pub parts: Vec<NoticePart>,
}

#[derive(Debug, Serialize)]
pub struct NoticePart {
    pub title: &'static str,
    pub sentences: Vec<&'static str>,
    /// Whom to turn to, or what to read.
    pub ways: Vec<NoticeWay>,
}

#[derive(Debug, Serialize)]
pub struct NoticeWay {
    /// "Functionaris gegevensbescherming", where the text does not say it.
    pub label: Option<&'static str>,
    pub text: Said,
    /// An address of mail or of the web; `None` where the contact is in words.
    pub href: Option<String>,
}
