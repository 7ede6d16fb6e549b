//! Quotes.

use super::lookup::Lookup;
use super::reading::{Reading, Written};
use super::record::record;
use super::record_id::SessionId;
use super::values::{LongText, Party};
use crate::schema::Kind;

record! {
    /// A quote: somebody's very words. Its id is made of its position.
    Quote, in_event, |_| Kind::Quote;
    read(reading, author: Party, words: LongText)
    found {
        text: LongText = words,
        by: Party = author,
    }
    shown {
        session: Option<SessionId>,
    }
    linked {}
}

/// The quotes; one without a speaker or words was reported, and is none.
pub(super) fn quotes(lookup: &mut Lookup<'_>) -> Vec<Quote> {
    let entries = lookup.registry.quotes.iter();
    let mut quotes = Vec::with_capacity(entries.len());
    for entry in entries {
        let reading = &mut Reading { entry, lookup };
        let by: Option<Party> = Written::read(reading, "by");
        let text: Option<LongText> = Written::read(reading, "text");
        match (by, text) {
            (Some(by), Some(text)) => quotes.push(Quote::read(reading, by, text)),
            // Its session is looked up all the same, so that what is wrong with it shows.
            _ => {
                let _: Option<SessionId> = Written::read(reading, "session");
            }
        }
    }
    quotes
}
