//! Changes to what people wrote, made for them: ids that were made up are written down, a record
//! gets another name everywhere, promised addresses are recorded. Whatever is not changed stays
//! letter for letter, comments too.
//!
//! In: the linked report and the records as written. Out: a [`Rewrite`], which is read and checked
//! like any site before [`save`](save()) puts it on disk, all of it or nothing.

mod addresses;
mod forget;
mod ids;
mod photos;
pub mod proposal;
mod references;
mod referring;
mod save;
mod settings;
mod splices;
mod stage;
mod steps;
mod taken_in;

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make, change and read folders of their own"
)]
mod tests;

pub use addresses::{NewPromise, NewlyGone, Recording, record};
pub use forget::{Forgetting, forgetting};
pub use ids::write_ids;
pub use photos::{
    NewPhoto, PhotoShelf, ShelvedPicture, added_record, numbered_name, one_line, picture_name,
};
pub use references::{Renaming, rename};
pub use referring::referring;
pub use save::{finish, is_unfinished, save};
pub use settings::{SettingKey, WantedSetting, WrittenSettings};
pub use splices::Splices;
pub use steps::KEPT;
pub use taken_in::{TextThere, body_of, with_body};

pub use crate::input::Rewrite;
