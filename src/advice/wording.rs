//! Dutch texts that could read more easily: long sentences and paragraphs, passive ones, abbreviations,
//! words of the office. What somebody else said is left as they said it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::found::GatheredAdvice;
use super::passage::Passage;
use super::passive;
use super::sentences::{PlacedWord, Sentence, sentences};
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::key;
use crate::words::Language;
use crate::words::office::{ABBREVIATIONS, OFFICE, OfficeRow};

/// Sentences of more words are counted.
const LONG: usize = 20;
/// Sentences of more words are told of.
const TOO_LONG: usize = 30;
/// Paragraphs of more words are told of.
const LONG_PARAGRAPH: usize = 120;

/// No abbreviation that is written without points has more letters.
const LONGEST_SHORT: usize = 5;

/// A way to say something: its words in small letters, and plain ones.
type OfficeWords = (Vec<&'static str>, &'static str);

/// The words of the office, by their first.
static BY_FIRST: LazyLock<HashMap<&'static str, Vec<OfficeWords>>> = LazyLock::new(|| {
    let mut by_first: HashMap<_, Vec<OfficeWords>> = HashMap::new();
    for (written, plain) in OFFICE.iter().copied() {
        for written in written.split('|') {
            let words: Vec<&str> = written.split(' ').collect();
            by_first.entry(words[0]).or_default().push((words, plain));
        }
    }
    by_first
});

/// Abbreviations without their points.
static SHORT: LazyLock<HashMap<String, OfficeRow>> = LazyLock::new(|| {
    let without_points = |row: &OfficeRow| (row.0.replace('.', ""), *row);
    ABBREVIATIONS.iter().map(without_points).collect()
});

/// Looks at a passage.
pub(super) fn look(passage: &Passage<'_>, found: &mut GatheredAdvice<'_>) {
    let is_read = passage.is_of_text() || passage.kind.field.name.en == key::SUMMARY;
    if !is_read || passage.kind.is_quote || passage.kind.language != Language::Nl {
        return;
    }
    let (words, sentences) = sentences(&passage.words);
    for sentence in &sentences {
        of_sentence(passage, &words, sentence, found);
    }
    if words.len() > LONG_PARAGRAPH {
        let first = words[0].range.start..words[0].range.end;
        found.language.push(
            Diagnostic::at(Code::LongParagraph, passage.place(first)).with("words", words.len()),
        );
    }
    office_words(passage, &words, found);
    passive::look(passage, &words, &sentences, found);
}

fn of_sentence(
    passage: &Passage<'_>,
    words: &[PlacedWord<'_>],
    sentence: &Sentence,
    found: &mut GatheredAdvice<'_>,
) {
    let (words, length) = (&words[sentence.clone()], sentence.len());
    let quoted = words.iter().filter(|word| word.is_quoted).count();
    // A heading or a point of a list that is one word is no sentence.
    if length < 2 || quoted * 2 > length {
        return;
    }
    found.lengths.sentences += 1;
    found.lengths.words += length;
    found.lengths.long += usize::from(length > LONG);
    if length > TOO_LONG {
        let place = words[0].range.start..words[length - 1].range.end;
        found
            .language
            .push(Diagnostic::at(Code::LongSentence, passage.place(place)).with("words", length));
    }
}

/// Tells of each word of the office and each abbreviation once a passage.
fn office_words(passage: &Passage<'_>, words: &[PlacedWord<'_>], found: &mut GatheredAdvice<'_>) {
    let mut told: HashSet<String> = HashSet::new();
    for (at, word) in words.iter().enumerate() {
        if word.is_quoted {
            continue;
        }
        let small = word.bare.to_lowercase();
        let may_be_short = word.bare.contains('.') || word.bare.len() <= LONGEST_SHORT;
        // A capital within a sentence begins a name.
        let is_name = !word.opens && word.bare.chars().next().is_some_and(char::is_uppercase);
        if may_be_short
            && let Some((short, plain)) = SHORT.get(&small.replace('.', ""))
            && is_written_short(word.bare, short)
            && !found.accepts(word.bare)
            && told.insert(small.clone())
        {
            let place = passage.place(word.range.clone());
            found.language.push(
                Diagnostic::at(Code::Abbreviation, place)
                    .with("short", word.bare)
                    .with("plain", plain),
            );
            continue;
        }
        let candidates = BY_FIRST.get(small.as_str()).filter(|_| !is_name);
        let longest = candidates.into_iter().flatten();
        let meant = longest
            .filter(|(wanted, _)| follows(&words[at..], wanted))
            .max_by_key(|(wanted, _)| wanted.len());
        let Some((wanted, plain)) = meant else {
            continue;
        };
        let said = wanted.join(" ");
        if found.accepts(&said) || !told.insert(said.clone()) {
            continue;
        }
        let place = word.range.start..words[at + wanted.len() - 1].range.end;
        found.language.push(
            Diagnostic::at(Code::OfficeWord, passage.place(place))
                .with("word", said)
                .with("plain", plain),
        );
    }
}

/// Whether a short form is written as one: with its points, or, where it has more than two letters,
/// without any. "min" is a word, and so is "en".
fn is_written_short(written: &str, short: &str) -> bool {
    written.contains('.') || short.matches('.').count() > 2
}

/// Whether these words stand here one after the other, with no sign between them.
fn follows(words: &[PlacedWord<'_>], wanted: &[&str]) -> bool {
    let Some(here) = words.get(..wanted.len()) else {
        return false;
    };
    let (_, inner) = here.split_last().expect("a phrase has a word");
    let joins = |word: &PlacedWord<'_>| word.written.ends_with(word.bare);
    let is_wanted = |(word, wanted): (&PlacedWord<'_>, &&str)| word.bare.to_lowercase() == **wanted;
    inner.iter().all(joins) && here.iter().zip(wanted).all(is_wanted)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{ABBREVIATIONS, BY_FIRST, OFFICE, SHORT};

    #[test]
    fn every_word_of_the_office_is_there_once_and_its_plain_word_is_none() {
        let written = || OFFICE.iter().flat_map(|(written, _)| written.split('|'));
        let mut seen = HashSet::new();
        let twice: Vec<&str> = written().filter(|words| !seen.insert(*words)).collect();
        assert_eq!(twice, [] as [&str; 0]);
        let is_office = |words: &&&str| written().any(|written| written == **words);
        let plain: Vec<&str> = OFFICE
            .iter()
            .chain(ABBREVIATIONS)
            .map(|(_, plain)| plain)
            .filter(is_office)
            .copied()
            .collect();
        assert_eq!(plain, [] as [&str; 0]);
        assert!(OFFICE.len() >= 170, "{}", OFFICE.len());
        assert_eq!(SHORT.len(), ABBREVIATIONS.len());
        assert!(BY_FIRST.keys().all(|first| *first == first.to_lowercase()));
    }
}
