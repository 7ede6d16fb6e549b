//! Social cards: the pictures that other sites show beside a link. Words go in and come out set in
//! lines that fit; a drawing as SVG goes in and comes out as PNG.
//!
//! The letters are those of the font inside the program, so that the same card has the same bytes
//! on any machine. Nothing is read here: no fonts of the system, no picture that a drawing names.

mod picture;
mod typesetting;

pub use picture::{HEIGHT, WIDTH, png_of};
pub use typesetting::{Face, Lines, fitting, set};
