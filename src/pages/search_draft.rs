//! What is gathered of a record before it is an entry of the search.

use super::context::Context;
use super::texts;
use crate::content::markdown::every_word;
use crate::pages::view::LocalText;
use crate::report::{EventId, LongText, OrganisationId, Party, RegionId, ThemeId, Update};
use crate::words::Bilingual;

/// How much of a text without a title stands for one.
const TITLE_LENGTH: usize = 80;
/// How much of a text can be found. A longer one is cut: a book among the records must not outweigh
/// the rest.
pub(super) const TEXT_LENGTH: usize = 20_000;

/// An entry while it is being made.
pub(super) struct Draft {
    pub(super) kind: (&'static str, Bilingual),
    pub(super) title: LocalText,
    pub(super) facts: Vec<String>,
    /// In the order in which they are shown around a word that was found.
    pub(super) texts: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) regions: Vec<RegionId>,
    pub(super) themes: Vec<ThemeId>,
    pub(super) years: Vec<i16>,
}

impl Draft {
    pub(super) fn new(kind: &'static str, word: Bilingual, title: LocalText) -> Self {
        let (facts, texts, names) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            kind: (kind, word),
            title,
            facts,
            texts,
            names,
            regions: Vec::new(),
            themes: Vec::new(),
            years: Vec::new(),
        }
    }

    pub(super) fn placed(mut self, regions: &[RegionId], themes: &[ThemeId]) -> Self {
        self.regions.extend(regions);
        self.themes.extend(themes);
        self
    }
}

/// The words of a text in this language, or in the one it was written in.
pub(super) fn words_of(
    context: Context<'_>,
    text: Option<&LongText>,
    event: Option<EventId>,
) -> Option<String> {
    let text = text?;
    let written = match &text.translation {
        Some(translation) if context.language == texts::written_in(context, event).other() => {
            translation
        }
        _ => &text.original,
    };
    Some(every_word(&written.text, TEXT_LENGTH))
}

/// The first words of a text that has no title.
pub(super) fn opening(context: Context<'_>, text: &LongText, event: EventId) -> LocalText {
    let written_in = texts::written_in(context, Some(event));
    let (written, language) = match &text.translation {
        Some(translation) if context.language == written_in.other() => {
            (translation, context.language)
        }
        _ => (&text.original, written_in),
    };
    let opening = every_word(&written.text, TITLE_LENGTH);
    LocalText {
        text: opening,
        lang: (language != context.language).then(|| language.tag()),
    }
}

pub(super) fn words_of_news<S>(context: Context<'_>, updates: &[Update<S>]) -> Vec<String> {
    updates
        .iter()
        .filter_map(|update| words_of(context, update.text.as_ref(), update.event))
        .collect()
}

/// Names of those with a page, and words such as "Twee docenten".
pub(super) fn named(context: Context<'_>, parties: &[Party]) -> String {
    let organisation = |id: OrganisationId| context.said(&context.report[id].name).text;
    let mut names = Vec::new();
    for party in parties {
        match party {
            Party::Person(id) => names.extend(
                context.report[*id]
                    .listed
                    .then(|| context.report[*id].name.clone()),
            ),
            Party::Organisation(id) => names.push(organisation(*id)),
            Party::Words {
                name,
                organisation: of,
            } => {
                names.push(name.to_string());
                names.extend(of.map(organisation));
            }
        }
    }
    names.join(", ")
}

/// What a record names and all that these are part of, nearest first, each once.
pub(super) fn with_all_above<'a, I: Copy + Ord + 'a>(
    named: &[I],
    above: impl Fn(I) -> &'a [I],
) -> Vec<I> {
    let mut seen = std::collections::BTreeSet::new();
    let all = named
        .iter()
        .copied()
        .chain(named.iter().flat_map(|one| above(*one).iter().copied()));
    all.filter(|one| seen.insert(*one)).collect()
}
