//! Writing in the browser: forms made of the schema, and what is done with them once they come
//! back.
//!
//! In: a [`DeskSite`], a site as it was studied, and what a browser asks or sends. Out: pages, and a
//! [`Rewrite`](crate::edit::Rewrite) of what is to be saved. Nothing here listens or writes.

pub mod forms;
mod html;
mod posted;
pub mod saving;
mod search;
mod site;

pub use html::Html;
pub use posted::Posted;
pub use search::{NameHit, NamesFound, SiteNames};
pub use site::DeskSite;
