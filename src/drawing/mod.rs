//! Pictures as geometry: values in, positions and SVG path data out. What is drawn of them, and in
//! which colours, is a look's to say.
//!
//! In: counts, names, outlines in degrees. Out: whole numbers in the units of a picture's own
//! `viewBox`, the same on every machine. Nothing here knows a record, a page or a file.

pub mod card;
mod frame;
pub mod outline;
pub mod qr;
mod room;
pub mod shades;
pub mod text_layout;
pub mod tiles;
pub mod topology;
