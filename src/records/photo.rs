//! Photos: which may be shown, and which files they are.

use std::collections::BTreeMap;

use super::consent::{consent, defaults};
use super::fields::{flag, key_word, line};
use super::files::{Declared, found};
use super::handed_out::{same_as_refused, told_of_name};
use super::lookup::Lookup;
use super::named_file::{file_in, is_file_name};
use super::reading::{Reading, Written};
use super::record::{record, silent};
use super::record_id::{PhotoId, RecordId, SessionId, TypedId};
use super::values::Party;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::record::WrittenRecord;
use crate::pictures::endings::runs;
use crate::pictures::media_file::{MediaFile, MediaFiles, PictureFault, Size, promised};
use crate::schema::Kind;
use crate::schema::choices::{Choice as _, Consent};
use crate::schema::value::Fields;
use crate::source::{SourcePath, Span};
use crate::words::Text;
use crate::words::messages::records as messages;

record! {
    /// A photo that may be shown: its consent is on record.
    Photo, in_event, |_| Kind::Photo;
    read(reading, picture: PublishedPicture, maker: Option<String>)
    found {
        caption: Option<Text>,
        people: Vec<Party>,
    }
    shown {
        /// The file, below the site's folder.
        file: SourcePath = picture.file,
        /// Where it is named.
        file_span: Span = picture.span,
        /// Empty for a decorative photo.
        alt: Option<Text> = {
            let alt: Option<Text> = super::reading::Written::read(reading, "alt");
            alt.filter(|_| !flag(reading.fields(), "decorative"))
        },
        credit: Option<String> = maker,
        session: Option<SessionId>,
        /// Its size, upright, as its header tells it.
        size: Size = picture.size,
    }
    linked {}
}

silent! { SourcePath, Size, }

/// The file that a photo's record names; nothing for a record of another kind.
pub fn file_of_photo(record: &WrittenRecord) -> Option<String> {
    let photo = Some(record).filter(|record| record.kind == Kind::Photo)?;
    line(&photo.fields, "file")
}

/// The picture of a photo's record, whether it may be shown or not; nothing where the record names
/// none of its event.
pub fn picture_of<'m>(
    record: &WrittenRecord,
    media: &'m MediaFiles,
) -> Option<(SourcePath, &'m MediaFile)> {
    let folder = record.event.as_deref()?;
    let name = file_of_photo(record)?;
    file_in(media, &format!("content/events/{folder}"), &name).ok()
}

/// A picture that can be shown.
pub(super) struct PublishedPicture {
    file: SourcePath,
    /// Where it is named.
    span: Span,
    size: Size,
}

/// The photos that may be shown, and which files they are.
pub(super) fn photos(lookup: &mut Lookup<'_>, media: &MediaFiles) -> (Vec<Photo>, Declared) {
    let registry = lookup.registry;
    let mut photos = Vec::with_capacity(registry.photos.len());
    let contents = registry
        .refused
        .iter()
        .rev()
        .filter_map(|path| Some((media.get(path)?.content?, path.clone())));
    let mut declared = Declared {
        shown: BTreeMap::new(),
        withheld: registry.refused.iter().cloned().collect(),
        refused: contents.collect(),
    };
    for entry in &registry.photos {
        let event = entry.in_event();
        let defaults = defaults(&registry.events[event.index()].fields);
        let reading = &mut Reading {
            entry,
            lookup: &mut *lookup,
        };
        let name = line(&entry.fields, "file").unwrap_or_default();
        let Some(picture) = shown(reading, &name, defaults.as_ref(), media, &declared) else {
            read_the_rest(reading);
            lookup
                .withheld
                .insert((Kind::Photo, event, entry.id.clone()));
            let file = file_in(media, &registry.folder_of(event), &name);
            declared.withheld.extend(file.ok().map(|(path, _)| path));
            continue;
        };
        let credit = line(&entry.fields, "credit").or_else(|| line(defaults.as_ref()?, "credit"));
        let photo = Photo::read(reading, picture, credit);
        let id = PhotoId::at(photos.len());
        lookup.index.add(
            Kind::Photo,
            Some(event),
            entry.id.clone(),
            RecordId::Photo(id),
        );
        declared.shown.entry(photo.file.clone()).or_insert(id);
        photos.push(photo);
    }
    (photos, declared)
}

/// Looks up what the record of a photo that is not shown refers to, so that what is wrong with it
/// shows.
fn read_the_rest(reading: &mut Reading<'_, '_>) {
    let (fields, event) = (reading.fields(), reading.entry.event);
    reading.lookup.parties(fields, "people", event);
    let _: Option<SessionId> = Written::read(reading, "session");
}

/// The picture of a record, if it may be shown; what is wrong is said.
fn shown(
    reading: &mut Reading<'_, '_>,
    name: &str,
    defaults: Option<&Fields>,
    media: &MediaFiles,
    declared: &Declared,
) -> Option<PublishedPicture> {
    let fields = reading.fields();
    let consent = consent(fields, defaults);
    let file = found(reading.entry, Code::PhotoFileMissing, media, reading.lookup);
    // Whoever said no is not asked for a description, and who said nothing is asked for that first:
    // a photo that is not on the site keeps nobody from publishing the rest.
    let is_asked = matches!(consent, Some(Consent::Yes | Consent::NotNeeded));
    let is_described = !is_asked || name.is_empty() || check_alt(reading, name);
    // Of a photo whose file could not be read, that was reported; the rest shows when it can.
    if consent.is_none() && !name.is_empty() && !fields.was_meant("consent") {
        ask_for_consent(reading, name);
    }
    let may_be_shown = matches!(consent, Some(Consent::Yes | Consent::NotNeeded));
    let (path, media_file, span) = file?;
    let lookup = &mut *reading.lookup;
    let size = shown_size(&path, media_file, name, span, may_be_shown, lookup)?;
    if !may_be_shown || !is_described || lookup.registry.refused.contains(&path) {
        return None;
    }
    let folder = lookup.registry.folder_of(reading.entry.in_event());
    let wrong = match media_file
        .content
        .and_then(|content| declared.refused.get(&content))
    {
        Some(other) => Some(same_as_refused(span, name, other, lookup)),
        None => named_for_servers(&path, &folder, name, span),
    };
    if let Some(diagnostic) = wrong {
        lookup.diagnostics.push(diagnostic);
        return None;
    }
    Some(PublishedPicture {
        file: path,
        span,
        size,
    })
}

/// Says of a photo that it waits for an answer.
fn ask_for_consent(reading: &mut Reading<'_, '_>, name: &str) {
    let language = reading.lookup.config.language();
    let span = reading
        .fields()
        .value_span("file")
        .unwrap_or(reading.entry.span);
    let word = |consent: Consent| consent.word().get(language);
    let diagnostic = Diagnostic::at(Code::PhotoWithheld, span)
        .with("file", name)
        .with("key", key_word(Kind::Photo, "consent", language))
        .with("yes", word(Consent::Yes))
        .with("no", word(Consent::No))
        .with("not_needed", word(Consent::NotNeeded));
    reading.lookup.diagnostics.push(diagnostic);
}

/// The size of a picture that can be shown, whatever it is called. What is wrong with its content
/// matters only to who may show it.
fn shown_size(
    path: &SourcePath,
    file: &MediaFile,
    name: &str,
    span: Span,
    may_be_shown: bool,
    lookup: &mut Lookup<'_>,
) -> Option<Size> {
    let promised = promised(path);
    match file.seen {
        Ok(picture) => {
            if may_be_shown && promised != Some(picture.kind) {
                let better = format!(
                    "{}.{}",
                    path.stem_and_extension().0,
                    picture.kind.extensions()[0]
                );
                let named = promised.map_or_else(
                    || messages::NO_PHOTO.into(),
                    |kind| messages::picture_of_kind(&kind.name()),
                );
                let diagnostic = Diagnostic::at(Code::PhotoMisnamed, span)
                    .with("file", name)
                    .with("better", better);
                lookup.diagnostics.push(
                    diagnostic
                        .with("named", named)
                        .with("kind", picture.kind.name()),
                );
            }
            Some(picture.size)
        }
        Err(_) if !may_be_shown => None,
        Err(PictureFault::Other(_)) if promised.is_none() => {
            lookup
                .diagnostics
                .push(Diagnostic::at(Code::PhotoKind, span).with("file", name));
            None
        }
        Err(fault) => {
            lookup.diagnostics.push(fault.diagnostic(span, name));
            None
        }
    }
}

/// A photo whose files would have a name that some server runs, or stand in such a folder.
fn named_for_servers(
    path: &SourcePath,
    folder: &str,
    name: &str,
    span: Span,
) -> Option<Diagnostic> {
    let below = path
        .as_str()
        .strip_prefix(folder)
        .unwrap_or(path.name())
        .trim_start_matches('/');
    let (stem, _) = path.stem_and_extension();
    // Its files end in .jpg and .webp.
    let made = format!(
        "{}{stem}.jpg",
        below.strip_suffix(path.name()).unwrap_or_default()
    );
    runs(&made).map(|found| told_of_name(&found, name, span))
}

/// Whether a photo says what is to be seen; where it does not, that is said.
fn check_alt(reading: &mut Reading<'_, '_>, name: &str) -> bool {
    let fields = reading.fields();
    if flag(fields, "decorative") {
        return true;
    }
    let Some(alt) = fields.line("alt") else {
        if fields.was_meant("alt") || fields.was_meant("decorative") && !fields.has("decorative") {
            return false;
        }
        let key = key_word(Kind::Photo, "decorative", reading.lookup.config.language());
        let span = fields.value_span("file").unwrap_or(reading.entry.span);
        reading.lookup.diagnostics.push(
            Diagnostic::at(Code::PhotoAlt, span)
                .with("file", name)
                .with("key", key),
        );
        return false;
    };
    if is_file_name(&alt.value, name) {
        reading
            .lookup
            .diagnostics
            .push(Diagnostic::at(Code::AltIsFileName, alt.span).with("alt", &alt.value));
    }
    true
}
