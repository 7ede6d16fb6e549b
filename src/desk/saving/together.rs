//! What becomes of forms of several records that came back on one page: all of them are saved, or
//! none.

use super::{answers, proposed, undecided};
use crate::desk::DeskSite;
use crate::desk::forms::RecordForm;
use crate::edit::Rewrite;
use crate::edit::proposal::{Proposal, RecordMatch, merge};

/// What is to be saved of forms of records that are there, in an event; nothing where something is
/// wrong, which then stands in the form that it is of.
pub(in crate::desk) fn sent_together(
    site: DeskSite<'_>,
    event: &str,
    forms: &mut [&mut RecordForm],
) -> Option<Rewrite> {
    let known = site.known(Some(event));
    let mut proposal = Proposal::default();
    for form in forms.iter_mut() {
        let Some(answers) = answers(form, &known) else {
            continue;
        };
        proposal.records.extend(proposed(form, answers).ok());
    }
    let is_wrong = |forms: &[&mut RecordForm]| forms.iter().any(|form| form.is_wrong());
    if is_wrong(forms) {
        return None;
    }
    let merged = site.look(&known, |seen| merge(&proposal, seen, None));
    for (form, record) in forms.iter_mut().zip(&merged.records) {
        match record.is {
            RecordMatch::There => undecided(site, form, record),
            _ => form.is_gone = true,
        }
    }
    (!is_wrong(forms)).then_some(merged.rewrite)
}
