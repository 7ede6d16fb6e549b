//! A bucket as a place to publish at, by the protocol of Amazon S3 that many services speak. It
//! knows no folders, and an object is there whole or not at all. What a service says is in a bucket
//! stands in `listing`, the verbs in `target`.

mod listing;
mod target;

pub use target::S3Target;
