//! Documents that nobody names: a report written in Word would be missing without a word.

use std::collections::HashSet;

use super::report::Report;
use super::resource::ResourceTarget;
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::media_file::MediaFiles;
use crate::source::SourcePath;
use crate::words::messages::records as messages;

/// Documents that people write a report in, and that nothing shows unless a record names them.
const DOCUMENTS: [&str; 12] = [
    "doc", "docx", "odt", "rtf", "txt", "pages", "xls", "xlsx", "ods", "yaml", "yml", "markdown",
];

/// Says of documents outside `media` that nobody names that they are not read: a report written in
/// Word would be missing without a word.
pub(super) fn check_unread(report: &Report, media: &MediaFiles, diagnostics: &mut Vec<Diagnostic>) {
    let named: HashSet<&SourcePath> = report
        .resources
        .iter()
        .filter_map(|resource| {
            if let ResourceTarget::File(file, _) = &resource.target {
                Some(file)
            } else {
                None
            }
        })
        .chain(report.attachments.iter().map(|attachment| &attachment.file))
        .collect();
    for path in media.files.keys() {
        let in_media = path.as_str().split('/').any(|part| part == "media");
        if in_media
            || named.contains(path)
            || !DOCUMENTS.contains(&path.stem_and_extension().1.as_str())
        {
            continue;
        }
        let way = messages::PUT_IN_MARKDOWN;
        diagnostics.push(Diagnostic::of_path(Code::UnreadFile, path.clone()).with("way", way));
    }
}
