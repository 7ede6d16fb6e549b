//! What a site cannot go online without, beyond what keeps it from being built.

use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::Study;
use crate::source::Span;

/// All that is wanting.
pub(super) fn must(study: &Study) -> Vec<Diagnostic> {
    let start = Span::new(study.settings, 0..0);
    let is_missing = study.config.base_url.is_empty();
    let missing = is_missing.then(|| Diagnostic::at(Code::NoBaseUrl, start));
    missing.into_iter().collect()
}
