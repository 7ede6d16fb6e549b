//! Oogst: what a meeting brought home, as a report site.
#![forbid(unsafe_code)]

pub mod content;
pub mod id;
pub mod source;
pub mod words;
