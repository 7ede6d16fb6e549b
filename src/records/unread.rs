//! Files that nobody names, and that are therefore not on the site: documents and tables beside the
//! texts, photos of an event. A report written in Word would be missing without a word.

use std::collections::{BTreeMap, HashSet};

use super::fields::{key_word, line};
use super::named_file::file_in;
use super::registry::Registry;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, some_of};
use crate::pictures::media_file::{MediaFiles, is_readable_picture, promised};
use crate::schema::Kind;
use crate::schema::key;
use crate::source::SourcePath;
use crate::words::messages::records as messages;

/// Documents and tables that people write a report in, and that nothing shows unless a record names
/// them.
const DOCUMENTS: [&str; 25] = [
    "doc", "docx", "odt", "rtf", "txt", "text", "pages", "xls", "xlsx", "xlsm", "ods", "numbers",
    "csv", "tsv", "ppt", "pptx", "odp", "pdf", "html", "htm", "json", "xml", "yaml", "yml",
    "markdown",
];

/// The parts of the path of an event's folder.
const EVENT_DEPTH: usize = 3;

/// Says of files that nobody names that they are not read: of each folder once, of the photos of an
/// event once. `named` holds what texts name.
pub(super) fn check_unread(
    registry: &Registry,
    mut named: HashSet<SourcePath>,
    media: &MediaFiles,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) {
    named.extend(registry.draft_files.iter().cloned());
    named.extend(registry.refused.iter().cloned());
    for entry in registry.photos.iter().chain(&registry.resources) {
        let name = line(&entry.fields, key::FILE).unwrap_or_default();
        let file = file_in(media, &registry.folder_of(entry.in_event()), &name);
        named.extend(file.ok().map(|(path, _)| path));
    }
    let map = config.map.as_ref();
    named.extend(map.map(|map| SourcePath::new(&format!("content/{}", map.file.value))));
    let events: HashSet<String> = (0u32..)
        .zip(&registry.events)
        .map(|(event, _)| registry.folder_of(super::record_id::EventId(event)))
        .collect();
    let (mut documents, mut photos) = (BTreeMap::new(), BTreeMap::new());
    for (path, file) in &media.files {
        if named.contains(path) {
            continue;
        }
        let in_media = path.as_str().split('/').any(|part| part == "media");
        let is_photo = promised(path).is_some() || is_readable_picture(file.seen);
        let event = path.first(EVENT_DEPTH);
        let event = event.filter(|folder| events.contains(folder.as_str()));
        if let Some(event) = event.filter(|_| is_photo) {
            let of_event: &mut Vec<&SourcePath> = photos.entry(event).or_default();
            of_event.push(path);
        } else if !in_media && DOCUMENTS.contains(&path.stem_and_extension().1.as_str()) {
            let of_folder: &mut Vec<&SourcePath> = documents.entry(path.parent()).or_default();
            of_folder.push(path);
        }
    }
    for (folder, files) in &documents {
        diagnostics.push(unread(folder, files));
    }
    for (folder, files) in &photos {
        diagnostics.push(unnamed(folder, files, config));
    }
}

/// Documents and tables of a folder.
fn unread(folder: &SourcePath, files: &[&SourcePath]) -> Diagnostic {
    let diagnostic = match files {
        [file] => Diagnostic::of_path(Code::UnreadFile, (*file).clone()),
        _ => Diagnostic::of_path(Code::UnreadFiles, folder.clone())
            .with("count", files.len())
            .with("files", names(files)),
    };
    diagnostic.with("way", messages::PUT_IN_MARKDOWN)
}

/// Photos of an event.
fn unnamed(folder: &SourcePath, files: &[&SourcePath], config: &Config) -> Diagnostic {
    let language = config.language();
    let what = match files {
        [file] => messages::one_photo(&file.name()),
        _ => messages::several_photos(&files.len(), &names(files)),
    };
    Diagnostic::of_path(Code::PhotosUnnamed, folder.clone())
        .with("what", what)
        .with("kind", Kind::Photo.schema().name.get(language))
        .with("file_key", key_word(Kind::Photo, key::FILE, language))
        .with("consent", key_word(Kind::Photo, key::CONSENT, language))
}

/// The first few names.
fn names(files: &[&SourcePath]) -> String {
    let names: Vec<String> = files.iter().map(|file| file.name().to_owned()).collect();
    some_of(&names)
}
