//! From views to bytes: a [`Look`] says how pages look, a [`Renderer`] fills its templates with
//! views.
//!
//! Nothing here reads a disk, a clock or the site: what a page shows comes from its view, and how
//! it shows it from the look. This stage and `stable_hash` are the only ones that know the template
//! engine.

mod asset_folder;
mod engine;
mod files;
mod minify;
mod once;
mod options;
mod parts;
mod problem;
mod script;
#[cfg(test)]
mod tests;
mod whitespace;

pub use asset_folder::{asset_folder, is_asset_folder};
pub use engine::{PAGE_TEMPLATES, Renderer};
pub use files::{CONTRACT, Look, LookFiles, Template, asset_hash};
pub use options::{Chosen, DeclaredOption, OPTION, WrittenChoice, check_themes, choose};
