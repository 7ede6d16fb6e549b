//! Texts in Markdown without the contacts in them, and without what turns the direction of writing.
//!
//! Contacts are sought in the words that a reader gets, and replaced where they were written. What
//! is left is Markdown as before: a mark whose words are all gone goes with them, a link to a
//! contact keeps its words and leads nowhere. Whether that went well is checked by reading the
//! result: where it did not, the paragraph is written anew as plain words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::allowed::{Allowed, ContactKind};
use super::contacts::{contacts, with_signs_for_words};
use super::direction::ranges_to_go;
use super::edits::Edits;
use super::fold::Folded;
use super::glance::{may_hold_contact, may_turn};
use super::line::{Withheld, contacts_of};
use super::links::hidden_contact_of;
use super::marks::{escaped, is_plain_gap, marks_above, read, span_of, with_marks};
use super::signs::{Sign, signs, signs_of};
use crate::markdown::{
    FoundKind, LinkParts, LinkTarget, Markup, MarkupKind, OBJECT, Run, Runs, runs, scheme,
};
use crate::reference::ReferenceText;
use crate::schema::value::{MarkdownText, Replaced};

/// After so many rounds a text that still holds a contact goes as a whole.
const MOST_ROUNDS: usize = 4;

/// A text with `words` in the place of each contact that may not be shown; nothing where it has
/// none.
pub(super) fn without_contacts(
    written: &MarkdownText,
    allowed: Allowed,
    words: &str,
) -> Option<Withheld<MarkdownText>> {
    if allowed.all() || !may_hold_contact(&written.text) {
        return None;
    }
    let mut round = Round::of(&written.text, allowed, words);
    if round.edits.is_empty() {
        return None;
    }
    let found = round.found.clone();
    let mut text = written.clone();
    for _ in 0..MOST_ROUNDS {
        let (changed, replaced) = round.finished(&text.text);
        text = text.changed(&changed, replaced);
        round = Round::of(&text.text, allowed, words);
        if round.edits.is_empty() {
            return Some(Withheld { text, found });
        }
    }
    let all = Replaced {
        now: 0..words.len(),
        written: 0..text.text.len(),
    };
    Some(Withheld {
        text: text.changed(words, vec![all]),
        found,
    })
}

/// A text without the characters that turn the direction of writing, and where they stood; nothing
/// where there are none.
pub(super) fn straight(written: &MarkdownText) -> Option<(MarkdownText, Vec<Range<usize>>)> {
    if !may_turn(&written.text) {
        return None;
    }
    let text: &str = &written.text;
    let Runs { runs, targets } = runs(text);
    let mut gone: Vec<Range<usize>> = runs
        .iter()
        .flat_map(|run| ranges_to_go(&signs(&run.pieces, text)))
        .collect();
    let titles = targets
        .iter()
        .filter_map(|target| target.parts.as_ref()?.title.clone());
    gone.extend(
        titles.flat_map(|title| ranges_to_go(&signs_of(&text[title.clone()], &title, text, 0))),
    );
    gone.sort_by_key(|range| (range.start, range.end));
    gone.dedup();
    if gone.is_empty() {
        return None;
    }
    let mut edits = Edits::default();
    for range in &gone {
        edits.replace(range.clone(), "");
    }
    let (kept, replaced) = edits.apply(text);
    Some((written.changed(&kept, replaced), gone))
}

/// What is found in a text at one time, and what is to be done about it.
#[derive(Debug, Default)]
struct Round {
    edits: Edits,
    found: Vec<(ContactKind, Range<usize>)>,
    /// The words of the runs that hold a contact, as they are to be, by the position of the run.
    wanted: BTreeMap<usize, String>,
    /// The runs that hold a contact, as plain words with escapes.
    plain: Vec<(Range<usize>, String)>,
}

impl Round {
    fn of(text: &str, allowed: Allowed, words: &str) -> Self {
        let Runs { runs, targets } = runs(text);
        let mut round = Self::default();
        let hidden: Vec<Option<ContactKind>> = targets
            .iter()
            .map(|target| hidden_destination(target, allowed))
            .collect();
        for (target, hidden) in targets.iter().zip(&hidden) {
            round.target(text, target, *hidden, allowed, words);
        }
        for (index, run) in runs.iter().enumerate() {
            round.run(text, (index, run), &hidden, allowed, words);
        }
        round
            .found
            .sort_by_key(|(kind, range)| (range.start, range.end, *kind));
        // The source of raw HTML and the words in it are read both, and a label may be used twice.
        round
            .found
            .dedup_by(|next, last| next.0 == last.0 && next.1.start < last.1.end);
        round
    }

    /// The destination and the title of a link or picture.
    fn target(
        &mut self,
        text: &str,
        target: &LinkTarget,
        hidden: Option<ContactKind>,
        allowed: Allowed,
        words: &str,
    ) {
        let LinkTarget {
            range, parts, kind, ..
        } = target;
        if let Some(hidden) = hidden {
            let is_address = parts.as_ref().is_some_and(|parts| {
                text[..parts.destination.start].ends_with('<')
                    && parts.destination.len() + 2 == range.len()
            });
            match parts {
                Some(LinkParts { destination, .. }) if !is_address => {
                    // The link keeps its words: a scheme without an address leads to nobody.
                    let nowhere = if hidden == ContactKind::Email {
                        "mailto:"
                    } else {
                        "tel:"
                    };
                    self.edits.replace(destination.clone(), nowhere);
                    self.found.push((hidden, destination.clone()));
                }
                Some(LinkParts { destination, .. }) => {
                    self.edits.replace(range.clone(), words);
                    self.found.push((hidden, destination.clone()));
                }
                None => {
                    self.edits.replace(range.clone(), words);
                    self.found.push((hidden, range.clone()));
                }
            }
        }
        if let Some(title) = parts
            .as_ref()
            .and_then(|parts| parts.title.clone())
            .filter(|_| matches!(kind, FoundKind::Link | FoundKind::Image))
        {
            let in_brackets = text[..title.start].ends_with('(');
            let words = if in_brackets {
                escaped(words)
            } else {
                words.to_owned()
            };
            for (kind, range) in
                contacts_of(&signs_of(&text[title.clone()], &title, text, 0), allowed)
            {
                self.edits.replace(range.clone(), &words);
                self.found.push((kind, range));
            }
        }
    }

    fn run(
        &mut self,
        text: &str,
        (index, run): (usize, &Run),
        hidden: &[Option<ContactKind>],
        allowed: Allowed,
        words: &str,
    ) {
        let whole: String = run
            .pieces
            .iter()
            .map(|piece| piece.words.as_str())
            .collect();
        if !may_hold_contact(&whole) {
            return;
        }
        let all = signs(&run.pieces, text);
        let folded = with_signs_for_words(&Folded::of_signs(&all));
        let contacts = contacts(&folded, allowed);
        if contacts.is_empty() {
            return;
        }
        let mut wanted = String::with_capacity(whole.len());
        let mut done = 0;
        for contact in &contacts {
            let place = with_marks(&all, folded.signs_of(&contact.range), done);
            wanted.extend(all[done..place.start].iter().map(|sign| sign.character));
            wanted.push_str(words);
            done = place.end;
            let taken = &all[place];
            let silent = self.take(run, taken, hidden, words);
            if silent != Some(contact.kind) {
                self.found.push((
                    contact.kind,
                    taken[0].range().start..taken[taken.len() - 1].range().end,
                ));
            }
        }
        wanted.extend(all[done..].iter().map(|sign| sign.character));
        if run.is_prose {
            self.plain
                .extend(span_of(run).map(|range| (range, escaped(&wanted))));
        }
        self.wanted.insert(index, wanted);
    }

    /// Takes the signs of one contact out of the source and puts words where it began. Where it
    /// stands in the words of a link to a contact, gives what that is.
    fn take(
        &mut self,
        run: &Run,
        taken: &[Sign],
        hidden: &[Option<ContactKind>],
        words: &str,
    ) -> Option<ContactKind> {
        let first = taken[0];
        let mark_of = |piece: u32| run.pieces[piece as usize].mark;
        let mut silent = None;
        // An address between angle brackets, and a link that is named by its words, hold together
        // no longer.
        for mark in marks_above(run, mark_of(first.piece)) {
            match mark.kind {
                MarkupKind::Address(target) => {
                    self.edits.replace(mark.range.clone(), words);
                    silent = silent.or(hidden[target]);
                }
                MarkupKind::Label(target) => {
                    self.edits.replace(mark.range.start..mark.inner.start, "");
                    self.edits.replace(mark.inner.end..mark.range.end, "");
                    silent = silent.or(hidden[target]);
                }
                MarkupKind::Link(target) => silent = silent.or(hidden[target]),
                MarkupKind::Plain | MarkupKind::Tag => {}
            }
        }
        let mut words = Some(words);
        let mut open = first.range();
        let mut before = first;
        for sign in &taken[1..] {
            let gap = before.range().end..sign.range().start.max(before.range().end);
            if is_plain_gap(run, before.piece, sign.piece, &gap) {
                open.end = open.end.max(sign.range().end);
            } else {
                self.edits.replace(
                    std::mem::replace(&mut open, sign.range()),
                    words.take().unwrap_or_default(),
                );
            }
            before = *sign;
        }
        self.edits.replace(open, words.unwrap_or_default());
        self.take_emptied(run, taken);
        silent
    }

    /// Takes the marks whose words are all gone, and in which no other words were put.
    fn take_emptied(&mut self, run: &Run, taken: &[Sign]) {
        let (first, last) = (taken[0], taken[taken.len() - 1]);
        let begins_within = |mark: &Markup| mark.pieces.contains(&(first.piece as usize));
        // The last piece of the contact may hold more than the contact.
        let is_whole = last.range().end >= run.pieces[last.piece as usize].range.end;
        let end = last.piece as usize + usize::from(is_whole);
        let mut seen = None;
        for piece in first.piece..=last.piece {
            if seen == Some(run.pieces[piece as usize].mark) {
                continue;
            }
            seen = Some(run.pieces[piece as usize].mark);
            for mark in marks_above(run, run.pieces[piece as usize].mark) {
                let is_emptied = !begins_within(mark)
                    && mark.pieces.start > first.piece as usize
                    && mark.pieces.end <= end;
                if !is_emptied {
                    break;
                }
                self.edits.replace(mark.range.clone(), "");
            }
        }
    }

    /// The text with all of it done. Where what is read then is not what was meant, the paragraphs
    /// with contacts become plain words.
    fn finished(self, text: &str) -> (String, Vec<Replaced>) {
        let Self {
            edits,
            wanted,
            plain,
            ..
        } = self;
        let (done, replaced) = edits.clone().apply(text);
        let letters = |runs: Vec<String>| {
            let all: String = runs.concat();
            all.chars()
                .filter(|letter| !letter.is_whitespace() && *letter != OBJECT)
                .collect::<String>()
        };
        let before = runs(text).runs;
        let meant = before.iter().enumerate().map(|(index, run)| {
            wanted
                .get(&index)
                .cloned()
                .unwrap_or_else(|| read(run, text))
        });
        let after = runs(&done).runs;
        if letters(meant.collect()) == letters(after.iter().map(|run| read(run, &done)).collect()) {
            return (done, replaced);
        }
        let mut edits = edits;
        for (range, words) in plain {
            edits.replace(range, &words);
        }
        edits.apply(text)
    }
}

/// What a link leads to, where that is a contact and may not be shown. What looks like a name in
/// the site (`media/plan.pdf`, `deal:x`) is one or is reported; only what is behind it goes out as
/// it stands. A picture's address is never shown.
fn hidden_destination(target: &LinkTarget, allowed: Allowed) -> Option<ContactKind> {
    let destination = target.destination.trim();
    if target.kind != FoundKind::Link {
        return None;
    }
    let is_reference = ReferenceText::of(destination).kind().is_some();
    let goes_out = match scheme(destination) {
        Some(_) => !is_reference,
        None => destination.starts_with(['/', '#', '?']),
    };
    if goes_out {
        return hidden_contact_of(destination, allowed);
    }
    let behind = destination.find(['#', '?']).map(|at| &destination[at..])?;
    hidden_contact_of(behind, allowed)
}

#[cfg(test)]
mod tests;
