//! Oogst: what a meeting brought home, as a report site.
#![forbid(unsafe_code)]

pub mod build;
pub mod cli;
pub mod commands;
pub mod config;
pub mod content;
pub mod derived;
pub mod diagnostic;
pub mod error;
pub mod id;
pub mod load;
pub mod output;
pub mod plan;
pub mod render;
pub mod report;
pub mod serve;
pub mod shared;
pub mod source;
pub mod terminal;
pub mod words;
