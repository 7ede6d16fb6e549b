//! The words that places on a page begin with, behind the `#` of its address.

use super::{Bilingual, Language, both};

macro_rules! fragments {
    ($($(#[doc = $doc:literal])+ $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[doc = $doc])+ pub const $name: Bilingual = both($nl, $en);)*

        const ALL: &[Bilingual] = &[$($name),*];
    };
}

fragments! {
    /// A session in a programme.
    SESSION: "sessie", "session";
    /// Somebody who spoke.
    SPEAKER: "spreker", "speaker";
    /// A conclusion.
    OUTCOME: "uitkomst", "outcome";
    /// Somebody's very words.
    QUOTE: "citaat", "quote";
    /// A number.
    FIGURE: "cijfer", "figure";
    /// A photo.
    PHOTO: "foto", "photo";
    /// A presentation, a report, a page elsewhere.
    RESOURCE: "materiaal", "resource";
    /// What was put right.
    CORRECTION: "correctie", "correction";
    /// What was told later.
    NEWS: "bericht", "news";
    /// The text of what a page is about.
    TEXT: "tekst", "text";
    /// An idea, on paper.
    IDEA: "idee", "idea";
    /// An ask, on paper.
    ASK: "vraag", "ask";
    /// An offer, on paper.
    OFFER: "aanbod", "offer";
    /// A deal, on paper.
    DEAL: "deal", "deal";
}

/// A fragment as it is on a page of this language, where it is a place whose name the program made.
pub fn in_language(fragment: &str, language: Language) -> Option<String> {
    let (word, id) = fragment.split_once('-')?;
    let known = ALL
        .iter()
        .find(|known| known.get(language.other()) == word)?;
    Some(format!("{}-{id}", known.get(language)))
}
