//! Reports that need a newer program than this one: they are left as they are.

use std::path::Path;

use super::cli::{Asked, Task};
use crate::diagnostic::Diagnostic;
use crate::edit;
use crate::error::Error;
use crate::pipeline::Builder;
use crate::source::Sources;

/// What is wrong where a report needs a newer program, for the commands that would begin with
/// something else than reading it.
pub(super) fn newer_needed(asked: &Asked) -> Option<(Diagnostic, Sources)> {
    match asked.task {
        Task::Publish(_)
        | Task::Rename { .. }
        | Task::Schema
        | Task::Import(_)
        | Task::Export(_)
        | Task::Verify(_) => Builder::newer_needed_at(&asked.root),
        Task::New(_)
        | Task::Show(_)
        | Task::Licences
        | Task::Edit(_)
        | Task::Check(_)
        | Task::Build(_)
        | Task::Serve { .. } => None,
    }
}

/// Finishes a change that was stopped half-way, before anybody reads what is there. What a newer
/// program left is for a newer one to finish.
pub(super) fn finish(root: &Path) -> Result<bool, Error> {
    if Builder::newer_needed_at(root).is_some() {
        return Ok(false);
    }
    edit::finish(root)
}
