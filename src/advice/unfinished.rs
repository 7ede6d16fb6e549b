//! Words that stand where others are to come, and those of the example that nobody replaced.

use super::found::GatheredAdvice;
use super::passage::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::advice as words;
use crate::words::unfinished::{PLACEHOLDERS, PLACEHOLDERS_AS_WRITTEN, STARTER};

/// Looks at a passage: it is told of once.
pub(super) fn look(passage: &Passage<'_>, found: &mut GatheredAdvice<'_>) {
    let text = passage.words.as_str();
    // Letters keep their bytes where there are no others than those of ASCII.
    let small = text.to_ascii_lowercase();
    let of_list = |list: &[&'static str], text: &str| {
        list.iter()
            .find_map(|wanted| Some(alone(text, wanted)?..alone(text, wanted)? + wanted.len()))
    };
    let starter = || of_list(STARTER, &small).map(|range| (range, words::FROM_STARTER));
    let holds = of_list(PLACEHOLDERS, &small)
        .or_else(|| of_list(PLACEHOLDERS_AS_WRITTEN, text))
        .or_else(|| crosses(&small))
        .map(|range| (range, words::HOLDS_A_PLACE));
    if let Some((range, what)) = holds.or_else(starter) {
        let written = &text[range.clone()];
        if !found.accepts(written) {
            let diagnostic = Diagnostic::at(Code::PlaceholderText, passage.place(range.clone()));
            found
                .missing
                .push(diagnostic.with("text", written).with("what", what));
        }
    }
}

/// Where some words stand with no letter or digit right beside them.
pub(super) fn alone(text: &str, wanted: &str) -> Option<usize> {
    let is_free = |character: Option<char>| !character.is_some_and(char::is_alphanumeric);
    text.match_indices(wanted)
        .find(|(at, _)| {
            is_free(text[..*at].chars().next_back())
                && is_free(text[at + wanted.len()..].chars().next())
        })
        .map(|(at, _)| at)
}

/// Where three or more times `x` stands by itself: `xxx`, `XXXX`.
fn crosses(small: &str) -> Option<std::ops::Range<usize>> {
    let is_crosses = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte == b'x');
    let word = small
        .split(|character: char| !character.is_alphanumeric())
        .find(is_crosses)?;
    let start = word.as_ptr() as usize - small.as_ptr() as usize;
    Some(start..start + word.len())
}
