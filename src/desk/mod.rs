//! Writing in the browser: forms made of the schema, and what is done with them once they come
//! back.
//!
//! In: what a browser asks or sends, and somebody who does the work ([`DeskWork`]): studies the
//! report, saves a change, builds. Out: pages. Nothing here prints or touches the disk; what the
//! user should hear goes out as a [`DeskAnnouncement`]. The site itself is shown beside the forms by
//! `serve`, at a port of its own: scripts of a look are of another origin than the forms, see
//! `security`.

mod adding;
mod addresses;
mod answer;
mod asking;
mod committing;
pub mod forms;
mod html;
mod imports;
mod kind_names;
mod options;
mod pages;
mod photos;
mod places;
mod placing;
mod posted;
mod preview;
mod publishing;
mod removing;
mod requests;
mod routes;
mod run;
pub mod saving;
mod search;
mod security;
mod sent_files;
mod server;
mod settings;
mod site;
mod starting;
mod studied;
mod survey;
mod texting;
mod undo;
mod work;
mod writing;

pub use html::DeskHtml;
pub use options::{DeskAnnouncement, DeskOptions};
pub use photos::DeskPhotos;
pub use places::{DeskPlaces, PlaceAnswers, PlaceDone, PlaceProblem, PlaceSeen, SeenThere};
pub use posted::Posted;
pub use run::desk;
pub use search::{NameHit, NamesFound, SiteNames};
pub use site::DeskSite;
pub use undo::{FileBeside, KeptSave, MOST_KEPT, MOST_KEPT_BYTES};
pub use work::{DeskImports, DeskWork, FolderProblem, FolderSeen, Purpose, StudiedSite, TriedSite};
