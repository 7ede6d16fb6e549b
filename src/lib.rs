//! x
pub mod serve;
