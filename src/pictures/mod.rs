//! Pictures: from a file as it came out of a camera to the files that the site publishes.
//!
//! In: a picture's bytes, and which sizes and formats are wanted. Out: those files, upright and
//! without anything but the picture itself: where it was taken, by which camera and by whom stays
//! behind. The content of a file decides what it is, never its name, and what cannot be read is
//! told, never shown: this room looks at the first bytes of every file that could be published,
//! reads the headers of pictures, and keeps what it made in `.oogst/pictures`, by content, so that
//! nothing is made twice; losing that folder costs time only. Of the pictures of a look, what
//! stands beside the picture is left out, and of those that a site takes in for somebody too.
//!
//! The same bytes come out on any machine: what runs is integer arithmetic that gives the same on
//! every processor (`docs/decisions.md` says what was checked).

mod bare;
mod cache;
mod decode;
pub mod endings;
mod film;
mod header;
mod jpeg;
mod kind;
mod make;
mod markup;
pub mod media_file;
mod memory;
mod pixels;
mod renditions;
mod taken_in;
mod walked;

pub use bare::bare;
pub use cache::{Cache, hash, read};
pub use header::{detect, look, size_of};
pub use make::{make, small};
pub use memory::{Memory, Share, need};
pub use renditions::{Format, Rendition, SETTINGS, renditions, sizes};
pub use taken_in::{MOST_TAKEN_MEGABYTES, MOST_TAKEN_MEGAPIXELS, TakenPicture, taken_in};
