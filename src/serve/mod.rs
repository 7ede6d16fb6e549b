//! Shows the site while it is written: a server on this machine alone, a watch over the sources,
//! and a page that reloads itself or says what is wrong.
//!
//! In go a [`ServeOptions`] and something that [`Builds`]; nothing comes out until the user stops
//! it. How a site is built is unknown here: a change on disk becomes a [`Changed`], the same build
//! as always runs, and its [`Rebuilt`] decides between a reload and an overlay. Nothing in this room
//! writes to disk or prints; what the user should hear goes out as an [`Announcement`].
//!
//! Three threads, each with one job: the caller's, which announces; one that builds, one build at a
//! time; one that listens to the watcher, so that events during a build are kept for the next one.
//! The server itself runs on tokio's workers beside them.

mod address;
pub(crate) mod answers;
mod browser;
mod building;
mod changes;
mod connections;
mod csp;
mod error;
mod files;
mod host;
mod listening;
mod options;
mod pages;
mod range;
mod reload;
mod run;
mod server;
mod watch;

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
mod tests;

pub(crate) use browser::open as open_browser;
pub use building::{Again, Announcement, Builds, OverlayPlace, OverlayProblem, Rebuilt};
pub use changes::Changed;
pub use connections::Limits;
pub(crate) use connections::take;
pub use error::ServeError;
pub(crate) use host::is_for_this_machine;
pub(crate) use listening::{asked_to_stop, listen};
pub use options::ServeOptions;
pub(crate) use run::{USUAL_PORTS, serve_on};
pub use run::{serve, serve_until};
