//! What is said when a document was taken over: what of it, what not, and what is left to do.

use crate::edit::NewPhoto;
use crate::intake::document::{Block, Document, Emphasis, Inline, Loss};
use crate::words::Language;
use crate::words::importing;
use crate::words::phrases::Noun;

/// The longest bold line that may be a heading, in characters.
const LONGEST_HEADING: usize = 80;

/// How many of such lines are named.
const MOST_NAMED: usize = 3;

/// What there is to say.
#[derive(Default)]
pub struct ImportSummary {
    /// How many there are of each sort.
    taken: Vec<(Noun, usize)>,
    losses: Vec<(Loss, usize)>,
    /// Bold lines that may be headings.
    bold: Vec<String>,
    /// How many photos wait for consent.
    waiting: usize,
    /// The files of photos that nobody described.
    undescribed: Vec<String>,
    /// The document's title, where the event keeps its own.
    pub(super) unused_title: Option<String>,
    /// Whether a new event has no title but the name of the file.
    pub(super) lacks_title: bool,
}

/// How many there are of each sort.
#[derive(Default)]
struct TakenCounts {
    headings: usize,
    paragraphs: usize,
    points: usize,
    tables: usize,
}

impl ImportSummary {
    /// What there is to say of a document.
    pub(super) fn of(document: &Document) -> Self {
        let mut counts = TakenCounts::default();
        count(&document.blocks, &mut counts);
        let taken = [
            (importing::HEADING, counts.headings),
            (importing::PARAGRAPH, counts.paragraphs),
            (importing::POINT, counts.points),
            (importing::TABLE, counts.tables),
            (importing::PHOTO, document.pictures.len()),
            (importing::NOTE, document.notes.len()),
        ];
        Self {
            taken: taken.into_iter().filter(|(_, count)| *count > 0).collect(),
            losses: document
                .losses
                .iter()
                .map(|(loss, count)| (*loss, *count))
                .collect(),
            bold: document.blocks.iter().filter_map(bold_line).collect(),
            ..Self::default()
        }
    }

    /// Remembers which photos are new.
    pub(super) fn photos(&mut self, photos: &[NewPhoto]) {
        self.waiting = photos.len();
        let undescribed = photos
            .iter()
            .filter(|photo| photo.alt.is_none() && !photo.is_decorative);
        self.undescribed = undescribed
            .map(|photo| photo.file.rsplit('/').next().unwrap_or_default().to_owned())
            .collect();
    }

    /// The lines, each with its end.
    pub fn said(&self, language: Language) -> String {
        let taken = self.taken(language);
        let mut lines = vec![format!(
            "{}: {}.\n",
            importing::TAKEN.get(language),
            if taken.is_empty() {
                importing::NOTHING.get(language).to_owned()
            } else {
                taken.join(", ")
            }
        )];
        let lost = self.lost(language);
        if !lost.is_empty() {
            lines.push(format!(
                "{}: {}\n",
                importing::NOT_TAKEN.get(language),
                lost.join(" · ")
            ));
        }
        let left = self.left_to_do(language);
        if !left.is_empty() {
            lines.push(format!(
                "{}: {}\n",
                importing::LEFT_TO_DO.get(language),
                left.join("; ")
            ));
        }
        lines.concat()
    }

    /// What is taken: how many of each sort.
    pub fn taken(&self, language: Language) -> Vec<String> {
        counted(&self.taken, language)
    }

    /// What is not taken.
    pub fn lost(&self, language: Language) -> Vec<String> {
        let losses: Vec<(Noun, usize)> = self
            .losses
            .iter()
            .map(|(loss, count)| (loss.noun(), *count))
            .collect();
        let mut lost = counted(&losses, language);
        if let Some(title) = &self.unused_title {
            lost.push(importing::title_differs(title).get(language).to_owned());
        }
        lost
    }

    /// What is left to do once it is taken.
    pub fn left_to_do(&self, language: Language) -> Vec<String> {
        let mut left = Vec::new();
        if self.lacks_title {
            left.push(importing::NO_TITLE.get(language).to_owned());
        }
        if self.waiting > 0 {
            let photos = importing::PHOTO.counted(self.waiting, language);
            left.push(importing::consent_for(&photos).get(language).to_owned());
        }
        if !self.undescribed.is_empty() {
            let files = self.undescribed.join(", ");
            left.push(importing::description_for(&files).get(language).to_owned());
        }
        if !self.bold.is_empty() {
            let mut lines: Vec<String> = self
                .bold
                .iter()
                .take(MOST_NAMED)
                .map(|line| format!("`{line}`"))
                .collect();
            if self.bold.len() > MOST_NAMED {
                lines.push(format!("… (+{})", self.bold.len() - MOST_NAMED));
            }
            left.push(
                importing::is_a_heading(&lines.join(", "))
                    .get(language)
                    .to_owned(),
            );
        }
        left
    }
}

fn counted(counts: &[(Noun, usize)], language: Language) -> Vec<String> {
    let counts = counts.iter();
    counts
        .map(|(noun, count)| noun.counted(*count, language))
        .collect()
}

fn count(blocks: &[Block], counts: &mut TakenCounts) {
    for block in blocks {
        match block {
            Block::Heading { .. } => counts.headings += 1,
            // A line of pictures only is none of text.
            Block::Paragraph(words) => {
                let says_something = words
                    .iter()
                    .any(|inline| !matches!(inline, Inline::Picture(_)));
                counts.paragraphs += usize::from(says_something);
            }
            Block::List { items, .. } => {
                counts.points += items.len();
                for item in items {
                    count(item.get(1..).unwrap_or_default(), counts);
                }
            }
            Block::Table(_) => counts.tables += 1,
        }
    }
}

/// The words of a paragraph that is bold from its beginning to its end, and short.
fn bold_line(block: &Block) -> Option<String> {
    let Block::Paragraph(words) = block else {
        return None;
    };
    let [Inline::Words(words)] = words.as_slice() else {
        return None;
    };
    let is_short = words.text.chars().count() <= LONGEST_HEADING;
    let is_bold = matches!(words.emphasis, Emphasis::Bold | Emphasis::BoldItalic);
    (is_short && is_bold).then(|| words.text.clone())
}
