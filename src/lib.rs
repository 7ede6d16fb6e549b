//! Oogst: what a meeting brought home, as a report site.
#![forbid(unsafe_code)]

pub mod config;
pub mod content;
pub mod diagnostic;
pub mod id;
pub mod plan;
pub mod render;
pub mod report;
pub mod shared;
pub mod source;
pub mod words;
