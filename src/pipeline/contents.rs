//! What is in photos and attachments, as it was last read: a file of many megabytes is not hashed
//! again while serving, where nothing says that it changed.

use std::collections::HashMap;

use crate::input::Since;
use crate::pictures::media_file::MediaFile;
use crate::source::SourcePath;

/// The content of each photo or attachment, as it was last read, with the stamp of its file then.
pub(super) type Contents = HashMap<SourcePath, ([u8; 32], [u8; 32])>;

/// The content of a file that cannot have changed since the last build.
pub(super) fn known(
    before: &Contents,
    since: Since<'_>,
    path: &SourcePath,
    file: &MediaFile,
) -> Option<[u8; 32]> {
    let (stamp, content) = before.get(path)?;
    (*stamp == file.stamp && !since.may_have_changed(&file.disk)).then_some(*content)
}
