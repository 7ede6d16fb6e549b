//! What a file's path says of it: which event it belongs to, which kind its folder names, which
//! language its name carries.

use super::fixed_names::{EVENT, EVENTS, MEDIA};
use crate::schema::{Home, Kind};
use crate::source::SourcePath;
use crate::words::Language;

/// What a text file under `content/` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilePlace {
    /// `events/<event>/event.md`, or its translation.
    Event {
        /// The event's folder.
        event: String,
        /// The language of a translation.
        translation: Option<Language>,
    },
    /// A TOML file with tables, in an event's folder or at the top.
    Tables {
        /// The event's folder; `None` at the top of `content/`.
        event: Option<String>,
    },
    /// A Markdown file that is one record; its name is the id.
    Record {
        /// The event's folder; `None` for shared records and pages.
        event: Option<String>,
        /// The kind that its folder names.
        kind: Kind,
        /// The name of the file, which becomes the id.
        name: String,
        /// The language of a translation.
        translation: Option<Language>,
    },
    /// A Markdown file in a folder that names no kind.
    UnknownFolder {
        /// The folder's name.
        folder: String,
    },
    /// Nothing that is read as text.
    Other,
}

/// Reads a path below `content/`, such as `events/2018-overijssel/ideeen/kleur.md`.
pub fn place(path: &SourcePath, language: Language) -> FilePlace {
    let parts: Vec<&str> = path
        .as_str()
        .strip_prefix("content/")
        .unwrap_or_default()
        .split('/')
        .collect();
    let (stem, extension) = path.stem_and_extension();
    match (parts.as_slice(), extension.as_str()) {
        ([EVENTS, event, inner @ .., _], _) if inner.first() != Some(&MEDIA) => {
            in_event(event, inner, stem, &extension, language)
        }
        ([_], "toml") => FilePlace::Tables { event: None },
        ([EVENTS, ..] | [_], _) => FilePlace::Other,
        ([folder, _], "md") => {
            let (name, translation) = split_language(stem, language);
            match Kind::from_folder(folder, language).filter(|kind| {
                matches!(
                    kind.schema().home,
                    Home::Shared | Home::Pages | Home::Anywhere
                )
            }) {
                Some(kind) => FilePlace::Record {
                    event: None,
                    kind,
                    name,
                    translation,
                },
                None => FilePlace::UnknownFolder {
                    folder: (*folder).to_owned(),
                },
            }
        }
        _ => FilePlace::Other,
    }
}

fn in_event(
    event: &str,
    inner: &[&str],
    stem: &str,
    extension: &str,
    language: Language,
) -> FilePlace {
    match (inner, extension) {
        (_, "toml") => FilePlace::Tables {
            event: Some(event.to_owned()),
        },
        ([], "md") => {
            let (name, translation) = split_language(stem, language);
            if name == EVENT {
                FilePlace::Event {
                    event: event.to_owned(),
                    translation,
                }
            } else {
                FilePlace::Other
            }
        }
        ([folder], "md") => {
            let (name, translation) = split_language(stem, language);
            match Kind::from_folder(folder, language)
                .filter(|kind| matches!(kind.schema().home, Home::Event | Home::Anywhere))
            {
                Some(kind) => FilePlace::Record {
                    event: Some(event.to_owned()),
                    kind,
                    name,
                    translation,
                },
                None => FilePlace::UnknownFolder {
                    folder: (*folder).to_owned(),
                },
            }
        }
        _ => FilePlace::Other,
    }
}

/// Parts `kleur.en` into the name and the language, when that is not the site's own.
fn split_language(stem: &str, language: Language) -> (String, Option<Language>) {
    match stem
        .rsplit_once('.')
        .and_then(|(name, tag)| Some((name, Language::from_tag(&tag.to_lowercase())?)))
    {
        Some((name, tag)) => (name.to_owned(), (tag != language).then_some(tag)),
        None => (stem.to_owned(), None),
    }
}
