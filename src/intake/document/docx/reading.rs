//! A part of a Word document while it is read: what it may ask of the rest of the file, and what was
//! found so far. How each element is read, the files beside this one know.

use std::collections::HashMap;

use super::numbering::Numbering;
use super::relations::{Relation, Relations};
use super::styles::Styles;
use crate::intake::document::captions::Captions;
use crate::intake::document::flat::{FlatBlock, Meter};
use crate::intake::document::model::{Emphasis, FoundPicture, Inline, Loss, Losses, Words};
use crate::intake::refused::Refused;
use crate::markdown::kept_link;

/// A part while it is read.
pub(super) struct DocxReading<'d> {
    pub(super) styles: &'d Styles,
    pub(super) numbering: &'d mut Numbering,
    /// What the part refers to.
    pub(super) relations: &'d Relations,
    /// The places of notes, by what refers to them: foot- or endnotes, and their ids.
    pub(super) notes: &'d HashMap<(NoteSort, String), usize>,
    pub(super) found: &'d mut Found,
    /// The prefix of the vocabulary of Word's texts.
    pub(super) prefix: String,
    /// Fields that are open, the innermost last.
    pub(super) fields: Vec<OpenField>,
}

/// Footnotes and endnotes, which have ids of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NoteSort {
    Foot,
    End,
}

/// What was found in all parts so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) title: Option<String>,
    pub(super) pictures: Vec<PictureInPart>,
    /// The place of each picture in that row, by its part.
    pub(super) places: HashMap<String, usize>,
    pub(super) captions: Captions,
    pub(super) losses: Losses,
    pub(super) meter: Meter,
    /// What was left out last, with nothing kept behind it: what follows at once is the same piece.
    pub(super) last_loss: Option<Loss>,
    /// Whether the block that was read last is a line of a table of contents.
    pub(super) in_contents: bool,
}

/// A picture, and the part that it is in.
#[derive(Debug)]
pub(super) struct PictureInPart {
    pub(super) part: String,
    pub(super) picture: FoundPicture,
}

/// A field: an instruction, and what Word made of it last.
#[derive(Debug)]
pub(super) struct OpenField {
    pub(super) instruction: String,
    /// Whether the instruction is being read, not what came of it.
    pub(super) in_instruction: bool,
    /// Where it leads, if it is a link.
    pub(super) target: Option<String>,
}

/// A flow that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenFlow {
    pub(super) words: Vec<Inline>,
    /// What stands in boxes beside the flow.
    pub(super) boxes: Vec<FlatBlock>,
    /// The style of the paragraph.
    pub(super) style: Option<String>,
    /// Where the open link leads.
    pub(super) target: Option<String>,
}

impl Found {
    /// Counts what is left out.
    pub(super) fn lose(&mut self, loss: Loss) {
        *self.losses.entry(loss).or_default() += 1;
    }

    /// Counts a piece that is left out; pieces in a row are one.
    pub(super) fn lose_piece(&mut self, loss: Loss) {
        if self.last_loss != Some(loss) {
            self.lose(loss);
            self.last_loss = Some(loss);
        }
    }
}

impl DocxReading<'_> {
    /// Adds words to a flow, as part of the link that is open.
    pub(super) fn add_words(
        &mut self,
        flow: &mut OpenFlow,
        text: &str,
        emphasis: Emphasis,
    ) -> Result<(), Refused> {
        if text.is_empty() || self.fields.iter().any(|field| field.in_instruction) {
            return Ok(());
        }
        if !text.trim().is_empty() {
            self.found.last_loss = None;
        }
        let field = self
            .fields
            .iter()
            .rev()
            .find_map(|field| field.target.as_ref());
        let target = flow.target.as_ref().or(field);
        match (flow.words.last_mut(), target) {
            (Some(Inline::Words(last)), None) if last.emphasis == emphasis => {
                self.found.meter.add(text.len())?;
                last.text.push_str(text);
                return Ok(());
            }
            (
                Some(Inline::Link {
                    target: open,
                    words,
                }),
                Some(target),
            ) if open == target => {
                self.found.meter.add(text.len())?;
                words.push(Words {
                    text: text.to_owned(),
                    emphasis,
                });
                return Ok(());
            }
            _ => {}
        }
        let words = Words {
            text: text.to_owned(),
            emphasis,
        };
        let inline = match target {
            Some(target) => Inline::Link {
                target: target.clone(),
                words: vec![words],
            },
            None => Inline::Words(words),
        };
        self.push(flow, inline, text.len())
    }

    /// Adds a piece to a flow.
    pub(super) fn push(
        &mut self,
        flow: &mut OpenFlow,
        inline: Inline,
        length: usize,
    ) -> Result<(), Refused> {
        let target = match &inline {
            Inline::Link { target, .. } => target.len(),
            _ => 0,
        };
        self.found.meter.add(length + target)?;
        flow.words.push(inline);
        Ok(())
    }

    /// Where a link leads, if it is one that is kept; what is not kept is counted.
    pub(super) fn target(&mut self, written: Option<&str>) -> Option<String> {
        let kept = written.and_then(kept_link);
        if kept.is_none() {
            self.found.lose(Loss::Link);
        }
        kept
    }

    /// Where the relation with this id leads outside of the file.
    pub(super) fn outside(&self, id: Option<&str>) -> Option<String> {
        match self.relations.get(id?)? {
            Relation::Outside(target) => Some(target.clone()),
            Relation::Part(_) => None,
        }
    }
}
