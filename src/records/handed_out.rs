//! What becomes of a file that a record or a text hands out. Its bytes decide, then its name: a
//! picture goes out as a photo on record or not at all, what runs does not go out, and everything
//! else goes out as it is.

use std::collections::BTreeSet;

use super::fields::{flag, key_word, line};
use super::files::Declared;
use super::lookup::Lookup;
use super::named_file::file_in;
use super::record_id::EventId;
use super::registry::Registry;
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::endings::{RunsAs, is_unread_picture, runs};
use crate::pictures::media_file::{
    Breach, MediaFile, MediaFiles, Other, PictureFault, is_readable_picture, promised,
};
use crate::schema::Kind;
use crate::schema::key;
use crate::source::{SourcePath, Span};
use crate::words::messages::input::has_in_its_name;
use crate::words::messages::records as messages;
use crate::words::{Bilingual, Language, Phrase};

/// A file that is handed out, and where that was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedFile<'a> {
    pub(super) event: EventId,
    pub(super) path: &'a SourcePath,
    pub(super) file: &'a MediaFile,
    /// As it was written.
    pub(super) name: &'a str,
    pub(super) span: Span,
    /// Where the record asks to hand it out as text.
    pub(super) asks_for_text: Option<Span>,
}

/// What is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandedOut {
    /// The file, as it is.
    Itself,
    /// What was made of it: it is a photo on record.
    Photo,
    /// Nothing. What is wrong is said.
    Nothing,
}

/// The files that are handed out as text: a record asks for it, and they are text.
pub(super) fn as_text(registry: &Registry, media: &MediaFiles) -> BTreeSet<SourcePath> {
    let asked = registry
        .resources
        .iter()
        .filter(|written| flag(&written.fields, key::AS_TEXT));
    let files = asked.filter_map(|written| {
        file_in(
            media,
            &registry.folder_of(written.in_event()),
            &line(&written.fields, key::FILE)?,
        )
        .ok()
    });
    files
        .filter(|(_, file)| can_be_text(file))
        .map(|(path, _)| path)
        .collect()
}

/// Decides what is handed out.
pub(super) fn handed_out(
    named: NamedFile<'_>,
    as_text: &BTreeSet<SourcePath>,
    declared: &Declared,
    lookup: &mut Lookup<'_>,
) -> HandedOut {
    if declared.shown.contains_key(named.path) {
        return HandedOut::Photo;
    }
    if declared.withheld.contains(named.path) {
        return HandedOut::Nothing;
    }
    let is_text = as_text.contains(named.path);
    if let Some(diagnostic) = picture(named, declared, lookup)
        .or_else(|| active(named, is_text, lookup))
        .or_else(|| film(named))
    {
        lookup.diagnostics.push(diagnostic);
        return HandedOut::Nothing;
    }
    if is_text {
        return HandedOut::Itself;
    }
    if let Some(span) = named.asks_for_text {
        let key = key_word(Kind::Resource, key::AS_TEXT, lookup.config.language());
        lookup.diagnostics.push(
            Diagnostic::at(Code::NotText, span)
                .with("file", named.name)
                .with("key", key),
        );
        return HandedOut::Nothing;
    }
    lookup.diagnostics.extend(misnamed(named));
    HandedOut::Itself
}

/// What is wrong with handing out a file that is a picture, or is named as one: only photos on
/// record are published.
pub(super) fn picture(
    named: NamedFile<'_>,
    declared: &Declared,
    lookup: &Lookup<'_>,
) -> Option<Diagnostic> {
    let NamedFile {
        path,
        file,
        name,
        span,
        ..
    } = named;
    let language = lookup.config.language();
    if let Some(other) = file
        .content
        .and_then(|content| declared.refused.get(&content))
    {
        return Some(same_as_refused(span, name, other, lookup));
    }
    if promised(path).is_some() || is_readable_picture(file.seen) {
        return Some(not_declared(span, name, language));
    }
    let by_bytes = match file.seen {
        Err(PictureFault::Other(other)) if other.is_picture() => Some(other.told()),
        _ => None,
    };
    let by_name = is_unread_picture(path).then_some(messages::UNREAD_PICTURE_BY_NAME);
    let what = by_bytes.or(by_name)?;
    let diagnostic = Diagnostic::at(Code::PictureNotCleaned, span)
        .with("file", name)
        .with("what", what);
    let diagnostic = diagnostic
        .with("kind", Kind::Photo.schema().name.get(language))
        .with("file_key", key_word(Kind::Photo, key::FILE, language));
    Some(diagnostic.with("consent", key_word(Kind::Photo, key::CONSENT, language)))
}

/// A picture that is not on record as a photo, and how to put it there.
pub(super) fn not_declared(span: Span, file: &str, language: Language) -> Diagnostic {
    Diagnostic::at(Code::PictureNotDeclared, span)
        .with("file", file)
        .with("kind", Kind::Photo.schema().name.get(language))
        .with("file_key", key_word(Kind::Photo, key::FILE, language))
        .with("consent", key_word(Kind::Photo, key::CONSENT, language))
}

/// A copy of a photo that may not be shown.
pub(super) fn same_as_refused(
    span: Span,
    name: &str,
    other: &SourcePath,
    lookup: &Lookup<'_>,
) -> Diagnostic {
    let key = key_word(Kind::Photo, key::CONSENT, lookup.config.language());
    Diagnostic::at(Code::SameAsRefused, span)
        .with("file", name)
        .with("other", other)
        .with("key", key)
}

/// What is wrong with handing out a file that would run where it is served or opened; as text only
/// a folder can make it run.
fn active(named: NamedFile<'_>, is_text: bool, lookup: &Lookup<'_>) -> Option<Diagnostic> {
    let NamedFile {
        event,
        path,
        file,
        name,
        span,
        ..
    } = named;
    let folder = format!("{}/", lookup.registry.folder_of(event));
    let by_name = runs(path.as_str().strip_prefix(&folder).unwrap_or(path.name()));
    let other = match file.seen {
        Err(PictureFault::Other(other)) => Some(other),
        _ => None,
    };
    let said = |why, way| {
        Some(
            Diagnostic::at(Code::FileRuns, span)
                .with("file", name)
                .with("why", why)
                .with("way", way),
        )
    };
    match (by_name, other) {
        (Some(found @ RunsAs::FolderHolds(_)), _) => Some(told_of_name(&found, name, span)),
        _ if is_text => None,
        (_, Some(Other::Active(active))) | (Some(RunsAs::As(active)), _) => {
            let Bilingual { nl, en } = active.name();
            said(messages::is(&nl, &en), way_out(file, lookup))
        }
        (Some(found @ RunsAs::NameHolds(_)), _) => Some(told_of_name(&found, name, span)),
        (None, Some(Other::Markup)) if !is_named_as_text(path) => {
            said(messages::UNREADABLE_XML.into(), way_out(file, lookup))
        }
        (None, _) => None,
    }
}

/// A file that would run because of what stands within its name, or within that of a folder.
pub(super) fn told_of_name(found: &RunsAs, name: &str, span: Span) -> Diagnostic {
    let (why, way) = match found {
        RunsAs::FolderHolds(ending) => (
            messages::stands_in_folder_with(&ending),
            messages::name_folder_without(&ending),
        ),
        RunsAs::NameHolds(ending) => (
            has_in_its_name(&ending),
            messages::name_file_without(&ending),
        ),
        RunsAs::As(active) => {
            let Bilingual { nl, en } = active.name();
            let way = messages::RENAME_FILE.into();
            (messages::is_named_as(&nl, &en), way)
        }
    };
    Diagnostic::at(Code::FileRuns, span)
        .with("file", name)
        .with("why", why)
        .with("way", way)
}

/// What to do with a file that runs.
fn way_out(file: &MediaFile, lookup: &Lookup<'_>) -> Phrase {
    if !can_be_text(file) {
        return messages::PUT_IN_ZIP.into();
    }
    let language = lookup.config.language();
    let (kind, key) = (
        Kind::Resource.schema().name.get(language),
        key_word(Kind::Resource, key::AS_TEXT, language),
    );
    messages::put_in_zip_or_hand_out_as_text(&kind, &key)
}

/// Whether a file can be read as plain text.
fn can_be_text(file: &MediaFile) -> bool {
    match file.seen {
        Err(PictureFault::Other(other)) => other.is_text(),
        Err(PictureFault::Broken(breach)) => breach == Breach::Empty,
        _ => false,
    }
}

/// Whether every server and browser takes a file for text, whatever it begins with.
fn is_named_as_text(path: &SourcePath) -> bool {
    matches!(
        path.stem_and_extension().1.as_str(),
        "txt" | "text" | "csv" | "tsv" | "md" | "log"
    )
}

/// A film that says where it was made: unlike a photo it cannot be made anew without that.
fn film(named: NamedFile<'_>) -> Option<Diagnostic> {
    let tells_place = matches!(
        named.file.seen,
        Err(PictureFault::Other(Other::Film { tells_place: true }))
    );
    tells_place.then(|| Diagnostic::at(Code::FilmTellsPlace, named.span).with("file", named.name))
}

/// A form of file that is known by its bytes.
struct Form {
    is_this: fn(Other) -> bool,
    /// How the names of such files end.
    endings: &'static [&'static str],
    /// The usual ones, in words.
    usual: Bilingual,
}

const FORMS: &[Form] = &[
    Form {
        is_this: |other| matches!(other, Other::Pdf),
        endings: &["pdf", "ai"],
        usual: messages::PDF_ENDING,
    },
    Form {
        is_this: |other| matches!(other, Other::Film { .. }),
        endings: &[
            "mp4", "mov", "m4v", "qt", "m4a", "m4b", "m4r", "3gp", "3g2", "f4v",
        ],
        usual: messages::FILM_ENDINGS,
    },
    Form {
        is_this: |other| matches!(other, Other::Zip),
        endings: &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
        usual: messages::ZIP_ENDINGS,
    },
    Form {
        is_this: |other| matches!(other, Other::Office),
        endings: &["doc", "xls", "ppt"],
        usual: messages::OFFICE_ENDINGS,
    },
];

/// Endings that say nothing of such a form, or something else.
const OTHER_ENDINGS: &[&str] = &[
    "", "dat", "bin", "file", "txt", "csv", "tsv", "json", "md", "ics", "mp3", "rtf",
];

/// A file whose name says something else than its bytes, so that no program opens it. Of a zip
/// file, of which there are a hundred sorts, only an ending that is known to be another's says so.
fn misnamed(named: NamedFile<'_>) -> Option<Diagnostic> {
    let Err(PictureFault::Other(other)) = named.file.seen else {
        return None;
    };
    let own = FORMS.iter().find(|form| (form.is_this)(other))?;
    let ending = named.path.stem_and_extension().1;
    let is_among = |endings: &[&str]| endings.contains(&ending.as_str());
    if is_among(own.endings)
        || !is_among(OTHER_ENDINGS) && !FORMS.iter().any(|form| is_among(form.endings))
    {
        return None;
    }
    let diagnostic = Diagnostic::at(Code::FileMisnamed, named.span)
        .with("file", named.name)
        .with("what", other.told());
    Some(diagnostic.with("endings", own.usual))
}
