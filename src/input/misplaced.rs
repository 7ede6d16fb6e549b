//! Texts in places where nothing is read: what to say of the file, or of its folder.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::id::Id;
use crate::schema::meant;
use crate::schema::{Home, KINDS, KindSchema};
use crate::source::{SourceFile, SourcePath};
use crate::words::Language;
use crate::words::messages::input as messages;

/// The folder that a file stands in.
pub(super) fn folder_of(file: &SourceFile) -> SourcePath {
    file.path.parent()
}

/// A folder that names no kind: said of the folder, not of each file in it.
pub(super) fn unknown_folder(file: &SourceFile, folder: &str, language: Language) -> Diagnostic {
    let in_event = file.path.as_str().starts_with("content/events/");
    let here = || {
        KINDS
            .iter()
            .filter(|schema| schema.body.is_some() && may_have_folder(schema, in_event))
    };
    let known = here()
        .map(|schema| schema.folder.get(language))
        .collect::<Vec<_>>()
        .join(", ");
    let singular = here()
        .find(|schema| [schema.name.nl, schema.name.en].contains(&folder))
        .map(|schema| schema.folder.get(language));
    let suggestion = singular.or_else(|| {
        meant(
            folder,
            || here().map(|schema| schema.folder.into()),
            language,
        )
    });
    Diagnostic::of_path(Code::UnknownFolder, folder_of(file))
        .with("name", folder)
        .with("known", known)
        .suggest(suggestion)
}

/// A text that stands where nothing is read.
pub(super) fn unread(file: &SourceFile) -> Diagnostic {
    let parts: Vec<&str> = file.path.as_str().split('/').collect();
    let (way, suggestion) = match parts.as_slice() {
        ["content", "events", name] => (messages::make_event_folder(&folder_name(name)), None),
        ["content", "events", _, name] => (
            messages::EVENT_FILE_IS_NAMED.into(),
            nearest(name, ["event.md"]),
        ),
        ["content", _] => (messages::PUT_IN_PAGES.into(), None),
        _ => (messages::PUT_ONE_FOLDER_UP.into(), None),
    };
    Diagnostic::of_path(Code::UnreadFile, file.path.clone())
        .with("way", way)
        .suggest(suggestion)
}

/// The name of a folder for what stands in one file now: `streekdag-2025` for `Streekdag 2025.md`.
fn folder_name(file_name: &str) -> String {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    Id::from_title(stem).map_or_else(|| "2018-overijssel".to_owned(), |id| id.to_string())
}

/// Whether a folder of records of a kind may stand in an event's folder, or at the top.
fn may_have_folder(schema: &KindSchema, in_event: bool) -> bool {
    match schema.home {
        Home::Event => in_event,
        Home::Shared | Home::Pages => !in_event,
        Home::Anywhere => true,
        Home::EventFile => false,
    }
}
