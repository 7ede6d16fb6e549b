//! The targets, one a format. Each enters where the program enters.

mod content;
mod documents;
mod media;
mod own_files;
mod schedules;
mod tables;

use std::sync::Arc;

use oogst::source::{SourceFile, SourcePath, normalise};

/// A file as it is read from disk; none where the bytes are no text.
fn file(path: &str, text: &str) -> Option<SourceFile> {
    let text = normalise(text.as_bytes()).ok()?;
    Some(SourceFile {
        path: SourcePath::new(path),
        text: Arc::from(text),
        hash: [0; 32],
    })
}
