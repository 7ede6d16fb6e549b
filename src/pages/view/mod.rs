//! Everything a page shows, as plain values: the contract with a look.
//!
//! A template sees its view and nothing else. Texts are ready to be shown: dates are words, counts
//! are sentences, links are whole addresses with the path of the site before them. Fields that end
//! in `html` are safe HTML and are put in as they are; every other text is escaped by the template
//! engine. `None` and empty lists mean: leave it out.
//!
//! A [`Said`] is a text that may be in another language than its page: a template marks it with
//! `lang` then.

mod cards;
mod choose;
mod drawings;
mod notices;
mod pages;
mod policy;
mod print;
mod search;
mod sharing;
mod social;

pub use cards::*;
pub use choose::*;
pub use drawings::*;
pub use notices::*;
pub use pages::*;
pub use policy::Policy;
pub use print::*;
pub use search::*;
pub use sharing::*;
pub use social::*;
