//! The page at an old address, which leads on to the new one.

use serde::Serialize;

use super::policy::Policy;
use crate::stable_hash::Shared;

/// `redirect.html`: an old address.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub lang: &'static str,
    pub title: String,
    pub href: String,
    pub canonical: Option<String>,
    /// What it may load: nothing.
    pub policy: Policy,
    /// Where home is.
    pub home: String,
    /// Where the site is searched, where it can be.
    pub search: Option<String>,
    pub words: Shared<crate::words::interface::Interface>,
}
