//! `addresses.toml`: every address that the site ever promised, what moved elsewhere and what is
//! gone.
//!
//! `oogst publish --record` and `oogst rename` write the list; people write `[[moved]]` and
//! `[[gone]]`. What an address is of is named as references name records,
//! `deal:2018-overijssel/samen-bijscholen`, so that a promise outlives the words that addresses are
//! made of. Nothing here knows whether the records exist: the plan asks.

mod fields;
mod follow;
mod forgotten;
mod read;
mod rows;
mod short;

pub use fields::ADDRESSES;
pub use follow::{End, Rules};
pub use forgotten::{Forgotten, Marks, mark_of, names, salt_of};
pub use read::{is_address, read, resolve, written};
pub use rows::{Destination, Gone, Moved, Promise, Promised};
pub use short::{SHORT_FOLDER, short_for};
