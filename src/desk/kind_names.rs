//! What the records of each kind are called together, and a new one of them, on the desk's pages.

use crate::schema::Kind;
use crate::words::Bilingual;
use crate::words::desk as words;

/// What the records of a kind are called together.
pub(super) fn together(kind: Kind) -> Bilingual {
    row(kind).0
}

/// What begins a new one.
pub(super) fn new(kind: Kind) -> Bilingual {
    row(kind).1
}

fn row(kind: Kind) -> (Bilingual, Bilingual) {
    match kind {
        Kind::Event => (words::EVENTS, words::NEW_EVENT),
        Kind::Session => (words::SESSIONS, words::NEW_SESSION),
        Kind::Speaker => (words::SPEAKERS, words::NEW_SPEAKER),
        Kind::Idea => (words::IDEAS, words::NEW_IDEA),
        Kind::Ask => (words::ASKS, words::NEW_ASK),
        Kind::Offer => (words::OFFERS, words::NEW_OFFER),
        Kind::Deal => (words::DEALS, words::NEW_DEAL),
        Kind::Update => (words::UPDATES, words::NEW_UPDATE),
        Kind::Outcome => (words::OUTCOMES, words::NEW_OUTCOME),
        Kind::Quote => (words::QUOTES, words::NEW_QUOTE),
        Kind::Figure => (words::FIGURES, words::NEW_FIGURE),
        Kind::Photo => (words::PHOTOS, words::NEW_PHOTO),
        Kind::Resource => (words::RESOURCES, words::NEW_RESOURCE),
        Kind::Correction => (words::CORRECTIONS, words::NEW_CORRECTION),
        Kind::Region => (words::REGIONS, words::NEW_REGION),
        Kind::Theme => (words::THEMES, words::NEW_THEME),
        Kind::Person => (words::PEOPLE, words::NEW_PERSON),
        Kind::Organisation => (words::ORGANISATIONS, words::NEW_ORGANISATION),
        Kind::Series => (words::SERIES, words::NEW_SERIES),
        Kind::Page => (words::PAGES, words::NEW_PAGE),
    }
}
