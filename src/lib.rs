//! oogst, the library.

pub mod error;
pub mod output;
pub mod words;
