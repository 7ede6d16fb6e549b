//! One example of each kind, whole, in both languages. Those of a language are one report of an
//! invented afternoon, and say so; what a first record cannot say, because it would contradict
//! itself, a second one says.

use super::kinds::Kind;
use crate::words::{Language, both};

/// The examples by their files, which bear the kind's English name.
macro_rules! example_records {
    ($($kind:ident $file:literal;)+) => {
        /// The example of a kind, as a file with it may be written.
        pub fn example_record(kind: Kind, language: Language) -> &'static str {
            let texts = match kind {
                $(Kind::$kind => both(
                    include_str!(concat!("examples/nl/", $file)),
                    include_str!(concat!("examples/en/", $file)),
                ),)+
            };
            texts.get(language)
        }
    };
}

example_records! {
    Event "event.md";
    Session "session.toml";
    Speaker "speaker.toml";
    Idea "idea.toml";
    Ask "ask.toml";
    Offer "offer.toml";
    Deal "deal.toml";
    Update "update.toml";
    Outcome "outcome.toml";
    Quote "quote.toml";
    Figure "figure.toml";
    Photo "photo.toml";
    Resource "resource.toml";
    Correction "correction.toml";
    Region "region.toml";
    Theme "theme.toml";
    Person "person.toml";
    Organisation "organisation.toml";
    Series "series.toml";
    Page "page.md";
}
