//! The options of a look: colours, a logo, fonts. A look declares them in its theme.toml, a site
//! chooses in `[look]` of oogst.toml, and what comes of both is a stylesheet of our own writing.
//! Every colour is measured against its ground, in light and in dark, before anything is made.
//!
//! Nothing that a writer wrote reaches a stylesheet as it is: colours are read and written again,
//! files are found among the assets.

mod choose;
mod colours;
mod contrast;
mod declared;
mod files;

pub use choose::{Chosen, WrittenChoice, choose};
pub use contrast::check_themes;
pub use declared::{DeclaredOption, OPTION};
pub(super) use declared::{declared, over};
