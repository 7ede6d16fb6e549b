//! The pages of the desk that are no forms: the reports, a report, an event, a list, what a check
//! finds, publishing, and why something is refused. A file each; values go in, HTML comes out.

pub(super) mod check;
pub(super) mod event;
pub(super) mod file_form;
pub(super) mod layout;
pub(super) mod photos;
pub(super) mod place;
pub(super) mod place_problem;
pub(super) mod publish;
pub(super) mod refusal;
pub(super) mod report;
pub(super) mod rows;
pub(super) mod settings;
pub(super) mod start;
