//! Passive sentences one after the other, in Dutch texts. Only what is surely one counts: a form of
//! "worden" with a participle in the same clause, or of "zijn" where "door" says who did it. A
//! participle before a noun ("een geslaagd feest") is none, and neither are names and the words of
//! others.

use super::found::GatheredAdvice;
use super::passage::Passage;
use super::sentences::{PlacedWord, Sentence};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::passive::{
    ADJECTIVES, BE, BECOME, BEHIND, BETWEEN, DONE_BY, HAVE, IMPERSONAL, NEXT_CLAUSE, NO_ENDING,
    NO_PARTICIPLE, NOUNS, OF_NOUN, PARTICIPLES, PARTICLES, WHEN,
};

/// Where the two words of a passive stand among those of its sentence, in their order.
type PassiveWords = (usize, usize);

/// Looks at the sentences of a passage, and tells of two in a row: once of each two.
pub(super) fn look(
    passage: &Passage<'_>,
    words: &[PlacedWord<'_>],
    sentences: &[Sentence],
    found: &mut GatheredAdvice<'_>,
) {
    let mut above: Option<&[PlacedWord<'_>]> = None;
    for sentence in sentences {
        let words = &words[sentence.clone()];
        let own = passive(words, &passage.words).map(|(first, last)| &words[first..=last]);
        above = match (above, own) {
            (Some(above), Some(own)) => {
                let place = above[0].range.start..own[own.len() - 1].range.end;
                found.language.push(
                    Diagnostic::at(Code::PassiveSentences, passage.place(place))
                        .with("first", shown(above))
                        .with("second", shown(own)),
                );
                None
            }
            (_, own) => own,
        };
    }
}

/// The two words of a passive: "wordt … gemaakt".
fn shown(words: &[PlacedWord<'_>]) -> String {
    let (first, last) = (words[0].bare, words[words.len() - 1].bare);
    let between = if words.len() == 2 { " " } else { " … " };
    format!("{first}{between}{last}")
}

/// The first passive of a sentence of this text.
fn passive(words: &[PlacedWord<'_>], text: &str) -> Option<PassiveWords> {
    let sentence = PassiveReading {
        small: words.iter().map(|word| word.bare.to_lowercase()).collect(),
        words,
        text,
    };
    (0..words.len()).find_map(|at| sentence.with_become(at).or_else(|| sentence.with_be(at)))
}

/// A sentence with its words in small letters.
struct PassiveReading<'a> {
    small: Vec<String>,
    words: &'a [PlacedWord<'a>],
    text: &'a str,
}

impl PassiveReading<'_> {
    /// Whether a word is one of these, and nobody else's.
    fn is(&self, at: usize, list: &[&str]) -> bool {
        !self.words[at].is_quoted && list.contains(&self.small[at].as_str())
    }

    /// Whether nothing but a blank stands between a word and the next.
    fn joins_next(&self, at: usize) -> bool {
        let next = self.words.get(at + 1);
        next.is_some_and(|next| {
            self.text[self.words[at].range.end..next.range.start]
                .trim()
                .is_empty()
        })
    }

    /// The words behind one that are of its clause, up to another verb: of all verbs of a sentence
    /// together, no word twice.
    fn clause_behind(&self, at: usize) -> impl Iterator<Item = usize> {
        (at + 1..self.words.len()).take_while(move |place| {
            self.joins_next(place - 1)
                && ![NEXT_CLAUSE, HAVE, BE, BECOME]
                    .iter()
                    .any(|list| self.is(*place, list))
        })
    }

    /// A form of "worden" with its participle behind it, or right before it.
    fn with_become(&self, at: usize) -> Option<PassiveWords> {
        if !self.is(at, BECOME) || self.is_name(at) {
            return None;
        }
        let is_done = |place: usize| {
            (self.is(place, PARTICIPLES)
                || self.is(place, IMPERSONAL)
                || self.is_regular(place)
                || self.has_particle(place))
                && !self.is_name(place)
        };
        let behind = self
            .clause_behind(at)
            .find(|place| is_done(*place) && self.is_free(*place));
        if let Some(place) = behind {
            return Some((at, place));
        }
        let mut before = at.checked_sub(1)?;
        while before > 0 && self.is(before, BETWEEN) && self.joins_next(before) {
            before -= 1;
        }
        (is_done(before) && self.joins_next(before) && !self.is_of_noun(before))
            .then_some((before, at))
    }

    /// A form of "zijn" with a participle that tells of a deed, and whose it was.
    fn with_be(&self, at: usize) -> Option<PassiveWords> {
        if !self.is(at, BE) {
            return None;
        }
        let clause: Vec<usize> = self.clause_behind(at).collect();
        let is_other = |place: &usize| self.is(*place, &["te"]);
        let has_doer = |place: &usize| self.is(*place, &["door"]) && self.is_doer(place + 1);
        if clause.iter().any(is_other) || !clause.iter().any(has_doer) {
            return None;
        }
        let is_done = |place: &&usize| {
            (self.is(**place, PARTICIPLES) || self.is(**place, DONE_BY))
                && self.is_free(**place)
                && !self.is_name(**place)
        };
        clause.iter().find(is_done).map(|place| (at, *place))
    }

    /// Whether somebody may be named here: with an article, or by a name.
    fn is_doer(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let is_named = word.bare.starts_with(|first: char| first.is_uppercase());
        let is_when = at + 1 < self.words.len() && self.is(at + 1, WHEN);
        is_named || (self.is(at, &["de", "een", "het", "onze"]) && !is_when)
    }

    /// Whether a word stands by itself, so that no noun behind it is meant.
    fn is_free(&self, at: usize) -> bool {
        let is_last = !self.joins_next(at);
        (is_last || self.is(at + 1, BEHIND)) && !self.is_of_noun(at)
    }

    /// Whether an article before a word says that it belongs to a noun: "een gevuld", and, where
    /// another such word follows, "een goed gevuld en leuk jaar".
    fn is_of_noun(&self, at: usize) -> bool {
        let is_article = |back: usize| {
            at.checked_sub(back)
                .is_some_and(|place| self.is(place, OF_NOUN))
        };
        let is_first_of_two = || self.joins_next(at) && self.is(at + 1, &["en"]) && is_article(2);
        is_article(1) || is_first_of_two()
    }

    /// Whether a word is a name: it has a capital within its sentence.
    fn is_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        !word.opens && word.bare.starts_with(|first: char| first.is_uppercase())
    }

    /// A participle as most verbs have it: "gemaakt".
    fn is_regular(&self, at: usize) -> bool {
        let word = self.small[at].as_str();
        !self.words[at].is_quoted && is_regular(word) && !ADJECTIVES.contains(&word)
    }

    /// One of a verb in two parts: "opgehaald", "meegenomen".
    fn has_particle(&self, at: usize) -> bool {
        let word = self.small[at].as_str();
        let mut rests = PARTICLES
            .iter()
            .filter_map(|particle| word.strip_prefix(particle))
            .filter(|rest| rest.starts_with("ge"));
        !self.words[at].is_quoted
            && !ADJECTIVES.contains(&word)
            && rests.any(|rest| is_regular(rest) || PARTICIPLES.contains(&rest))
    }
}

/// Whether a word begins and ends as participles do, and is no noun.
fn is_regular(word: &str) -> bool {
    word.starts_with("ge")
        && word.ends_with(['t', 'd'])
        && word.chars().count() > 4
        && word.chars().all(char::is_alphabetic)
        && !NOUNS.contains(&word)
        && !NO_PARTICIPLE.iter().any(|start| word.starts_with(start))
        && !NO_ENDING.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::{ADJECTIVES, NOUNS, PARTICIPLES, passive, shown};

    /// The passive of a sentence, as it is told.
    fn told(text: &str) -> Option<String> {
        let (words, found) = sentences(text);
        assert_eq!(found.len(), 1, "{text} is one sentence");
        passive(&words, text).map(|(first, last)| shown(&words[first..=last]))
    }

    #[test]
    fn what_is_surely_passive_is_known() {
        for (text, expected) in [
            ("De kisten worden gemaakt.", "worden gemaakt"),
            ("In mei werd er met hout gewerkt.", "werd … gewerkt"),
            ("Wordt dit door de school betaald?", "Wordt … betaald"),
            ("Zij zeiden dat de zaal gehuurd wordt.", "gehuurd wordt"),
            ("Daar zal meer over gesproken worden.", "gesproken worden"),
            (
                "Of er gelast kan worden, weet nog niemand.",
                "gelast … worden",
            ),
            ("Er werd een kist gevuld en verkocht.", "werd … verkocht"),
            (
                "Alle scholen worden uitgenodigd voor een gesprek.",
                "worden uitgenodigd",
            ),
            (
                "De machines werden meegenomen (ook de oude).",
                "werden meegenomen",
            ),
            (
                "Het lokaal wordt gebruikt als werkplaats.",
                "wordt gebruikt",
            ),
            ("De kast is door de leerlingen gemaakt.", "is … gemaakt"),
            (
                "De plannen zijn besproken door de wethouder.",
                "zijn besproken",
            ),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_left_alone() {
        for text in [
            "Het wordt een geslaagd feest.",
            "Het werd een goed gevuld en leuk jaar.",
            "Het wordt geen gemakkelijk jaar, maar wel een mooi.",
            "De groep wordt groter dan gedacht.",
            "Zij wordt lid van de gemeenteraad.",
            "Het wordt tijd om hout te geven.",
            "De school werd groot en heeft daarna veel gebouwd.",
            "Dat wordt gezond en ook gezellig.",
            "Dat werd geweldig en bekend.",
            "Het is geworden wat wij hoopten.",
            "Dat werden gebouwen en gesprekken.",
            "Wat wordt het gebied?",
            "De winkel is door de week gesloten.",
            "Het werk is gestopt door de regen.",
            "De groep is gegroeid door de steun.",
            "Dit is gemaakt door te lassen.",
            "De kast is gemaakt door veel te oefenen.",
            "Hij heeft zijn kast gemaakt door een vriend te vragen.",
            "Zij las voor: “Er wordt gelachen.”",
            "De afdeling Worden gemaakt helpt mee.",
            "Worden",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_is_two_things() {
        for word in PARTICIPLES {
            assert!(
                !ADJECTIVES.contains(word) && !NOUNS.contains(word),
                "{word}"
            );
        }
    }
}
