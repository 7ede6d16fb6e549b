//! An `OpenDocument` text while it is read: its styles, and what was found so far.

use std::collections::HashMap;

use super::styles::{OdtStyles, WordLook};
use crate::intake::document::captions::Captions;
use crate::intake::document::flat::Meter;
use crate::intake::document::model::{Block, Emphasis, FoundPicture, Inline, Loss, Losses, Words};
use crate::intake::refused::Refused;
use crate::markdown::kept_link;

/// A text while it is read.
#[derive(Default)]
pub(super) struct OdtReading {
    pub(super) styles: OdtStyles,
    pub(super) title: Option<String>,
    pub(super) notes: Vec<Vec<Block>>,
    pub(super) pictures: Vec<OdtPicture>,
    pub(super) captions: Captions,
    pub(super) losses: Losses,
    pub(super) meter: Meter,
    /// The last number of each list, by its style.
    pub(super) counted: HashMap<String, u64>,
}

/// A picture, and the part that it is in.
pub(super) struct OdtPicture {
    pub(super) part: String,
    pub(super) picture: FoundPicture,
}

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct OdtFlow {
    pub(super) words: Vec<Inline>,
    /// What stands in boxes beside it.
    pub(super) boxes: Vec<Block>,
    /// Where the open link leads.
    pub(super) target: Option<String>,
    /// Whether what is hidden was counted since words were last shown.
    pub(super) is_hidden: bool,
    /// Whether the whole paragraph is hidden.
    pub(super) is_dropped: bool,
}

impl OdtReading {
    pub(super) fn lose(&mut self, loss: Loss) {
        *self.losses.entry(loss).or_default() += 1;
    }

    /// Adds words to a paragraph; hidden ones are counted.
    pub(super) fn add_words(
        &mut self,
        flow: &mut OdtFlow,
        text: &str,
        look: WordLook,
    ) -> Result<(), Refused> {
        if look.hidden == Some(true) {
            if text.contains(char::is_alphanumeric) && !flow.is_hidden {
                flow.is_hidden = true;
                self.lose(Loss::Hidden);
            }
            return Ok(());
        }
        if text.is_empty() {
            return Ok(());
        }
        flow.is_hidden &= text.trim().is_empty();
        let is = |chosen: Option<bool>| chosen == Some(true);
        let words = Words {
            text: text.to_owned(),
            emphasis: Emphasis::of(is(look.bold), is(look.italic), is(look.struck)),
        };
        let inline = match (&flow.target, flow.words.last_mut()) {
            (
                Some(target),
                Some(Inline::Link {
                    target: open,
                    words: row,
                }),
            ) if open == target => {
                self.meter.add(text.len())?;
                row.push(words);
                return Ok(());
            }
            (Some(target), _) => Inline::Link {
                target: target.clone(),
                words: vec![words],
            },
            (None, _) => Inline::Words(words),
        };
        self.push(flow, inline, text.len())
    }

    /// Adds a piece to a paragraph.
    pub(super) fn push(
        &mut self,
        flow: &mut OdtFlow,
        inline: Inline,
        length: usize,
    ) -> Result<(), Refused> {
        self.meter.add(length)?;
        flow.words.push(inline);
        Ok(())
    }

    /// Where a link leads, if it is one that is kept; what is not kept is counted.
    pub(super) fn target(&mut self, written: Option<&str>) -> Option<String> {
        let kept = written.and_then(kept_link);
        if kept.is_none() {
            self.lose(Loss::Link);
        }
        kept
    }
}
