//! The page at an old address, which leads on to the new one.
#![expect(
    missing_docs,
    reason = "the fields of a view are what they are called; the generated view reference lists them"
)]

use serde::Serialize;

use crate::pages::view::Policy;
use crate::shared::Shared;

/// `redirect.html`: an old address.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub lang: &'static str,
    pub title: String,
    pub href: String,
    pub canonical: Option<String>,
    /// What it may load: nothing.
    pub policy: Policy,
    pub words: Shared<crate::words::interface::Interface>,
}
