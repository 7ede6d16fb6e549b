//! How one build runs: what every stage of it may ask ([`BuildRun`]), and why it may end before there is
//! a site ([`Stop`]).

use super::options::BuildOptions;
use super::progress::ProgressListener;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::Since;
use crate::output::Cancel;

/// What every stage of a build may ask.
#[derive(Clone, Copy)]
pub(super) struct BuildRun<'a> {
    /// Which files may have changed since the last build of this builder.
    pub(super) since: Since<'a>,
    pub(super) options: BuildOptions,
    pub(super) cancel: &'a Cancel,
    /// Who hears how far it is.
    pub(super) progress: ProgressListener<'a>,
}

/// Why a build ended before there was a site. The old one stays.
pub(super) enum Stop {
    /// The content is wrong: all that is to be said of it.
    Content(Vec<Diagnostic>),
    /// The machine refused, or the build was cancelled.
    Machine(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}
