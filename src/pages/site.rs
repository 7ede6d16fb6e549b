//! What all pages of a language have in common, as a look sees it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::local_text::LocalText;
use crate::stable_hash::Shared;
use crate::words::interface::Interface;

/// What all pages of one language share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteHead {
    pub title: LocalText,
    pub description: Option<LocalText>,
    /// The page's language: `nl`.
    pub lang: &'static str,
    /// The home page: `/` or `/oogst/en/`.
    pub home: String,
    /// Where the look's files are: `/oogst/assets/1a2b3c4d/`. The last name changes with any of
    /// them, so that browsers never keep an old one.
    pub assets: String,
    /// The look's stylesheet, in that folder.
    pub stylesheet: String,
    /// The colours of the themes, likewise; only where a theme has one.
    pub colours: Option<String>,
    /// What the site chose of the look's options, likewise; only where it chose any.
    pub chosen: Option<String>,
    pub icon: Option<String>,
    /// The look's scripts by name: `share` for `assets/share.js`.
    pub scripts: BTreeMap<String, String>,
    /// The search page, which the form in the header leads to; only where the site has one.
    pub search: Option<String>,
    /// The look's options by name, each as chosen or as the look has it.
    pub options: BTreeMap<String, LookOption>,
    /// The news as Atom; only where the site knows its own address.
    pub feed: Option<String>,
    pub menu: Vec<MenuItem>,
    pub footer: Vec<MenuItem>,
    pub publisher: Option<LocalText>,
    pub licence: Option<LocalText>,
    /// `oogst 0.1.0`.
    pub generator: String,
    pub words: Shared<Interface>,
}

/// An option of a look. Which of these there are follows from its kind: a colour, a picture or a
/// font.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LookOption {
    /// A colour by light: `#fbf9f4`.
    pub light: Option<String>,
    /// The same in the dark.
    pub dark: Option<String>,
    /// The address of a picture or font.
    pub href: Option<String>,
    /// Of a picture, where its file says so.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Compare with `page.section` for `aria-current`.
    pub section: &'static str,
    pub label: LocalText,
    pub href: String,
}
