//! What serving knows of building: somebody who [`Builds`], what each build gave, and what the user
//! should hear of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::changes::{Changed, Queue};

/// Something that builds the site when asked. Implemented by the command that owns the build.
pub trait Builds: Send + 'static {
    /// Told once, before the first build, how to ask for a build when no source changed.
    fn start(&mut self, again: Again) {
        drop(again);
    }

    /// Builds the site and says what came of it. The first call is always [`Changed::All`].
    ///
    /// A path may be that of a folder, or of something that is gone: everything at and below it may
    /// have changed.
    fn build(&mut self, changed: Changed) -> Rebuilt;
}

/// A way to ask for one more build though no source changed: something that was made meanwhile is
/// there now.
#[derive(Debug, Clone)]
pub struct Again(pub(super) Arc<Queue>);

impl Again {
    /// Asks for it.
    pub fn ask(&self) {
        self.0.add(Changed::Paths(BTreeSet::new()));
    }
}

/// What one build gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rebuilt {
    /// The site on disk is that of the sources.
    Fresh {
        /// Whether any byte of the site differs from before.
        changed: bool,
    },
    /// The content or the look is wrong. The last good site still stands.
    Failed {
        /// What is wrong, in the order to show it in.
        problems: Vec<OverlayProblem>,
    },
    /// The machine failed, for the reason given. The next build is told again of the changes of
    /// this one.
    Broken(String),
    /// Something else must end first, for the reason given. It is tried again by itself, with the
    /// changes of this one.
    Waiting(String),
}

/// One thing that is wrong, in plain text as the user's language has it. No part of it is trusted
/// to be harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayProblem {
    /// The message itself.
    pub title: String,
    /// The diagnostic's code, `unknown-region`.
    pub code: String,
    /// Where it is, if it is in a file.
    pub place: Option<OverlayPlace>,
    /// The lines around it with the mark below them, in fixed width.
    pub excerpt: Option<String>,
    /// The way out.
    pub help: Option<String>,
}

/// A place in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayPlace {
    /// The file as the user knows it, relative to the site's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// What the user should hear while the site is served. Called on the thread that called [`serve`](super::serve).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announcement {
    /// The first build is done, whatever came of it, and the site can be looked at here.
    Serving {
        /// `http://127.0.0.1:4711/`, with the path of the site.
        address: String,
    },
    /// Changes, or some of them, are not seen any more (or never were).
    Unwatched {
        /// What the system said.
        reason: String,
    },
    /// The browser did not open; the site is served all the same.
    NotOpened {
        /// What the system said.
        reason: String,
    },
    /// The user asked to stop; a build that is still running gets a moment to end.
    Stopping,
}

/// What the other threads tell the one that announces.
#[derive(Debug)]
pub(super) enum ThreadMessage {
    Built(Rebuilt),
    Unwatched(String),
    NotOpened(String),
}
