//! Text documents: what Word, `LibreOffice` and web pages hold, as one [`Document`], and that as
//! Markdown. What a writer took out or hid is never in it.

mod captions;
pub mod docx;
mod flat;
mod inlines;
mod markdown;
mod model;
mod settled;
mod taken;

pub use markdown::{NamedPicture, markdown};
pub use model::{Block, Document, Emphasis, FoundPicture, Inline, Loss, Losses, Words, words_of};
pub use settled::writable;
