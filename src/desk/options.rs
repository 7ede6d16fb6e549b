//! How the desk is opened.

use crate::serve::Limits;

/// How the desk is opened.
#[derive(Debug, Clone, Copy)]
pub struct DeskOptions {
    /// The port to listen on, or none for the first free one from 4712. 0 means any.
    pub port: Option<u16>,
    /// Whether to open the desk in the user's browser.
    pub open: bool,
    /// How many may connect, and how long is waited for them.
    pub limits: Limits,
}

/// What the user should hear while the desk is open. Called on the thread that opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAnnouncement {
    /// The desk can be used by who has this address, which works once.
    Open {
        /// `http://127.0.0.1:4712/?toegang=…`
        address: String,
    },
    /// Somebody asked for the desk without having come in; this address lets one more browser in.
    Again {
        /// As above.
        address: String,
    },
    /// The browser did not open; the desk is there all the same.
    NotOpened {
        /// What the system said.
        reason: String,
    },
    /// Changes to files, or some of them, are not seen by the preview.
    Unwatched {
        /// What the system said.
        reason: String,
    },
    /// The user asked to stop.
    Stopping,
}
