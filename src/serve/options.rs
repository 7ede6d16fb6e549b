//! What to serve, and what to watch for it.

use std::path::PathBuf;

use super::connections::Limits;
use crate::words::Language;

/// What to serve, and what to watch for it.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The folder with the built site. It need not exist yet.
    pub output: PathBuf,
    /// The site's own folder, in which that is. From here on no link is followed.
    pub root: PathBuf,
    /// The path of the site's `base_url`: `/`, or for instance `/oogst/`.
    pub base_path: String,
    /// The port to listen on, or none for the first free one from 4711. 0 means any.
    pub port: Option<u16>,
    /// Whether to open the site in the user's browser once the first build is done.
    pub open: bool,
    /// Files and folders that the site is built from. They may come and go while we watch.
    pub watched: Vec<PathBuf>,
    /// Files and folders whose changes mean nothing, even inside a watched one: the output, the
    /// caches, staging.
    pub ignored: Vec<PathBuf>,
    /// The language of everything the browser is told.
    pub language: Language,
    /// The origin of the desk, where the site is written in the browser: each page then leads to it.
    pub desk: Option<String>,
    /// How many may connect, and how long is waited for them.
    pub limits: Limits,
}
