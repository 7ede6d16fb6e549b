//! A change that a file brings, on its way to the disk; and where somebody is led once it is there.

use super::counts::TakeoverCounts;
use crate::desk::addresses;
use crate::desk::answer::Answer;
use crate::desk::committing::{Change, ChangeOutcome};
use crate::desk::forms::as_sentences;
use crate::desk::studied::PageGiven;
use crate::desk::work::DeskWork;
use crate::words::{Language, forms};

/// What is to be written.
pub(super) struct FileChange {
    pub(super) change: Change,
    pub(super) counts: TakeoverCounts,
    /// The event's folder.
    pub(super) event: String,
    pub(super) language: Language,
}

impl FileChange {
    /// Writes it, lets the file go, and leads to the event.
    ///
    /// # Errors
    /// Why it cannot be written, in sentences.
    pub(super) fn commit(
        &self,
        work: &mut impl DeskWork,
        key: &str,
        given: PageGiven<'_>,
    ) -> Result<Answer, Vec<String>> {
        match self.change.commit(work) {
            Ok(ChangeOutcome::Saved) => {
                given.sent.forget(key);
                let address = addresses::event(&self.event, None);
                Ok(Answer::To(address + &self.counts.query()))
            }
            Ok(ChangeOutcome::ChangedMeanwhile) => {
                Err(vec![forms::BUSY.get(self.language).to_owned()])
            }
            Ok(ChangeOutcome::Wrong(found, builder)) => {
                Err(as_sentences(&found, builder.sources(), self.language))
            }
            Err(error) => Err(vec![error.message(self.language)]),
        }
    }
}
