//! Writing in the browser: forms made of the schema, and what is done with them once they come
//! back.
//!
//! In: a site as it was studied, and what a browser asks or sends. Out: pages, and a
//! [`Rewrite`](crate::edit::Rewrite) of what is to be saved. Nothing here listens or writes.

mod html;
mod posted;

pub use html::Html;
pub use posted::Posted;
