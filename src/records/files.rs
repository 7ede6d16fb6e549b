//! Files that records name: where they are, and which are photos on record.

use std::collections::{BTreeMap, HashSet};

use super::lookup::Lookup;
use super::named_file::{NoFile, file_in};
use super::record_id::PhotoId;
use super::registry::Entry;
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::media_file::{MediaFile, MediaFiles};
use crate::schema::key;
use crate::source::{SourcePath, Span};

/// The files of an event's folder that are photos on record.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Those that are shown, with their photo.
    pub(super) shown: BTreeMap<SourcePath, PhotoId>,
    /// Those that are not.
    pub(super) withheld: HashSet<SourcePath>,
    /// The content of those to which somebody said no, where another file may have the same.
    pub(super) refused: BTreeMap<[u8; 32], SourcePath>,
}

/// The file that a record names.
pub(super) fn found<'m>(
    entry: &Entry,
    missing: Code,
    media: &'m MediaFiles,
    lookup: &mut Lookup<'_>,
) -> Option<(SourcePath, &'m MediaFile, Span)> {
    let named = entry.fields.line(key::FILE)?;
    match file_in(
        media,
        &lookup.registry.folder_of(entry.in_event()),
        &named.value,
    ) {
        Ok((path, file)) => Some((path, file, named.span)),
        Err(NoFile::Leaves) => {
            lookup
                .diagnostics
                .push(Diagnostic::at(Code::LeavesFolder, named.span).with("path", &named.value));
            None
        }
        Err(NoFile::Missing(suggestion)) => {
            lookup.diagnostics.push(
                Diagnostic::at(missing, named.span)
                    .with("file", &named.value)
                    .suggest(suggestion),
            );
            None
        }
    }
}
