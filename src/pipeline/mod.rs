//! The stages, called in order: read, link, plan, make, commit. One path for `build`, `check` and
//! `serve`.
//!
//! ```text
//! Builder::build ── open_output  finish what was interrupted, before anything is read
//!   │  read         texts to records, settings, promised addresses      ReadSite
//!   │  link         records to the report, without contacts             LinkedSite
//!   │  plan         the look, the map, which files there are            PlannedSite
//!   │  make         every file filled, rendered or drawn, and staged    MadeSite
//!   ▼  commit       the output folder holds the site                    Built
//! ```
//!
//! `Caches` are all that is kept from one build to the next: what was read and
//! parsed, by the hash of each file. Everything after parsing is made anew, and the output decides
//! by key and bytes what is written.

mod budget;
mod builder;
mod caches;
mod commit;
mod contents;
mod copies;
mod hidden;
mod index;
mod key;
mod leftovers;
mod link;
mod look;
mod make;
mod maker;
mod map;
mod open;
mod options;
mod pictures;
mod plan;
mod private;
mod progress;
mod read;
mod run;
mod study;
mod summary;

pub use builder::Builder;
pub use options::{BuildOptions, BuildTarget, Today};
pub use progress::{Progress, Stage};
pub use study::{Study, Surveyed};
pub use summary::{Built, Compared, Summary};
