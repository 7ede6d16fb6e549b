//! What is gathered of records, one after the other.

use super::passage::Mention;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::privacy::ContactKind;
use crate::source::{Sources, Span};

/// How long the sentences of the Dutch texts are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentenceLengths {
    /// How many there are.
    pub sentences: usize,
    /// All their words together.
    pub words: usize,
    /// How many have more than twenty words.
    pub long: usize,
}

/// A contact that readers see.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShownContact {
    pub(super) kind: ContactKind,
    pub(super) span: Span,
}

/// What was found in some records.
pub(super) struct GatheredAdvice<'a> {
    pub(super) config: &'a Config,
    pub(super) sources: &'a Sources,
    pub(super) drafts: bool,
    /// Numbers and addresses of people.
    pub(super) numbers: Vec<Diagnostic>,
    /// Contacts that the settings let be shown.
    pub(super) contacts: Vec<ShownContact>,
    pub(super) missing: Vec<Diagnostic>,
    pub(super) language: Vec<Diagnostic>,
    pub(super) lengths: SentenceLengths,
    /// Everybody who is named in words.
    pub(super) mentions: Vec<Mention<'a>>,
}

impl<'a> GatheredAdvice<'a> {
    pub(super) fn new(config: &'a Config, sources: &'a Sources, drafts: bool) -> Self {
        Self {
            config,
            sources,
            drafts,
            numbers: Vec::new(),
            contacts: Vec::new(),
            missing: Vec::new(),
            language: Vec::new(),
            lengths: SentenceLengths::default(),
            mentions: Vec::new(),
        }
    }

    /// Whether somebody said of these words that they may stay.
    pub(super) fn accepts(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.config.accepted.contains(&words)
    }

    /// Adds what was found elsewhere.
    pub(super) fn take_in(&mut self, other: Self) {
        let Self {
            config: _,
            sources: _,
            drafts: _,
            numbers,
            contacts,
            missing,
            language,
            lengths,
            mentions,
        } = other;
        self.numbers.extend(numbers);
        self.contacts.extend(contacts);
        self.missing.extend(missing);
        self.language.extend(language);
        self.mentions.extend(mentions);
        self.lengths.sentences += lengths.sentences;
        self.lengths.words += lengths.words;
        self.lengths.long += lengths.long;
    }
}
