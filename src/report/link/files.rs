//! Photos and resources: files of an event's folder that are there, may be shown, and say what they
//! are.
//!
//! Privacy fails closed here: a photo without consent on record is not in the report at all, so
//! that no later stage can show it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::fields::{choice, flag, key_word, language, line, text, title};
use super::handed_out::{HandedOut, Named, handed_out, same_as_refused, told_of_name};
use super::ids::{Rolls, Written};
use super::lookup::Lookup;
use crate::content::endings::{is_unread_picture, runs};
use crate::content::media::{Fault, MediaFile, MediaFiles, Size, promised};
use crate::content::record::Record;
use crate::content::schema::{CONSENT, Kind};
use crate::content::value::Fields;
use crate::diagnostic::codes::bilingual;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::report::{
    EventId, Photo, PhotoId, RecordId, Report, Resource, ResourceId, ResourceKind, ResourceTarget,
};
use crate::source::{SourcePath, Span};
use crate::words::Language;

/// What was said about the people in a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Consent {
    Yes,
    No,
    NotNeeded,
}

const CONSENTS: [Consent; 3] = [Consent::Yes, Consent::No, Consent::NotNeeded];
const RESOURCE_KINDS: [ResourceKind; 6] = [
    ResourceKind::Slides,
    ResourceKind::Data,
    ResourceKind::Tool,
    ResourceKind::Video,
    ResourceKind::Document,
    ResourceKind::Other,
];
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
        let way = bilingual(
            "zet de tekst in een bestand dat op .md eindigt, zoals `event.md`; of zet het bestand in de map `media` en noem het in een record",
            "put the text in a file that ends in .md, such as `event.md`; or put the file in the folder `media` and name it in a record",
        );
        diagnostics.push(Diagnostic::of_path(Code::UnreadFile, path.clone()).with("way", way));
    }
}

/// A picture that is not on record as a photo, and how to put it there.
pub(super) fn not_declared(span: Span, file: &str, language: Language) -> Diagnostic {
    Diagnostic::at(Code::PictureNotDeclared, span)
        .with("file", file)
        .with("kind", Kind::Photo.schema().name.get(language))
        .with("file_key", key_word(Kind::Photo, "file", language))
        .with("consent", key_word(Kind::Photo, "consent", language))
}

/// Why a file is not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoFile {
    /// Its name leads out of the folder.
    Leaves,
    /// It is not there; this one may be meant.
    Missing(Option<String>),
}

/// The file that a name means, as seen from a folder below the site's.
pub(super) fn file_in<'m>(
    media: &'m MediaFiles,
    folder: &str,
    name: &str,
) -> Result<(SourcePath, &'m MediaFile), NoFile> {
    let bytes = name.as_bytes();
    let drive = bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':';
    if name.starts_with('/')
        || name.contains(['\\', '\0'])
        || drive
        || name.split('/').any(|part| part == "..")
    {
        return Err(NoFile::Leaves);
    }
    let parts: Vec<&str> = name
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    let path = SourcePath::new(&format!("{folder}/{}", parts.join("/")));
    if let Some(file) = media.get(&path) {
        return Ok((path, file));
    }
    let start = format!("{folder}/");
    let from = SourcePath::new(&start);
    let names = media
        .files
        .range(from..)
        .map(|(path, _)| path.as_str())
        .take_while(|path| path.starts_with(&start));
    // A folder of many thousand files is not searched to its end for one slip.
    let names: Vec<&str> = names.take(2_000).map(|path| &path[start.len()..]).collect();
    let by_name = || {
        names
            .iter()
            .copied()
            .find(|candidate| candidate.rsplit('/').next() == Some(name))
    };
    Err(NoFile::Missing(
        by_name()
            .or_else(|| nearest(name, names.iter().copied()))
            .map(ToOwned::to_owned),
    ))
}

/// The folder of an event.
pub(super) fn folder_of(event: EventId, rolls: &Rolls) -> String {
    format!("content/events/{}", rolls.folders[event.index()])
}

fn found<'m>(
    written: &Written,
    missing: Code,
    rolls: &Rolls,
    media: &'m MediaFiles,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(SourcePath, &'m MediaFile, Span)> {
    let named = written.fields.line("file")?;
    match file_in(media, &folder_of(written.in_event(), rolls), &named.value) {
        Ok((path, file)) => Some((path, file, named.span)),
        Err(NoFile::Leaves) => {
            diagnostics
                .push(Diagnostic::at(Code::LeavesFolder, named.span).with("path", &named.value));
            None
        }
        Err(NoFile::Missing(suggestion)) => {
            diagnostics.push(
                Diagnostic::at(missing, named.span)
                    .with("file", &named.value)
                    .suggest(suggestion),
            );
            None
        }
    }
}

/// The photos that may be shown, and which files they are.
pub(super) fn photos(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    media: &MediaFiles,
) -> (Vec<Photo>, Declared) {
    let mut photos = Vec::with_capacity(rolls.photos.len());
    let refused = &rolls.refused;
    let contents = refused
        .iter()
        .rev()
        .filter_map(|path| Some((media.get(path)?.content?, path.clone())));
    let mut declared = Declared {
        shown: BTreeMap::new(),
        withheld: refused.iter().cloned().collect(),
        refused: contents.collect(),
    };
    for written in &rolls.photos {
        let Written {
            id, fields, span, ..
        } = written;
        let event = written.in_event();
        let defaults = defaults(written, rolls);
        let consent = consent(fields, defaults.as_ref());
        let file = found(
            written,
            Code::PhotoFileMissing,
            rolls,
            media,
            &mut lookup.diagnostics,
        );
        let name = line(fields, "file").unwrap_or_default();
        // Whoever said no is not asked for a description.
        let is_described =
            consent == Some(Consent::No) || name.is_empty() || check_alt(written, &name, lookup);
        // Of a photo whose file could not be read, that was reported; the rest shows when it can.
        if consent.is_none() && !name.is_empty() && !fields.was_meant("consent") {
            let language = lookup.config.language();
            let [yes, no, not_needed] = [0, 1, 2].map(|word| CONSENT[word].get(language));
            let diagnostic = Diagnostic::at(
                Code::PhotoWithheld,
                fields.value_span("file").unwrap_or(*span),
            )
            .with("file", &name);
            let diagnostic = diagnostic.with("key", key_word(Kind::Photo, "consent", language));
            lookup.diagnostics.push(
                diagnostic
                    .with("yes", yes)
                    .with("no", no)
                    .with("not_needed", not_needed),
            );
        }
        let people = lookup.parties(fields, "people", Some(event));
        let session = lookup.session(event, fields, "session");
        let may_be_shown = matches!(consent, Some(Consent::Yes | Consent::NotNeeded));
        let picture = file.and_then(|(path, media_file, file_span)| {
            let size = shown_size(&path, media_file, &name, file_span, may_be_shown, lookup)?;
            if !may_be_shown || !is_described || refused.contains(&path) {
                return None;
            }
            let wrong = match media_file
                .content
                .and_then(|content| declared.refused.get(&content))
            {
                Some(other) => Some(same_as_refused(file_span, &name, other, lookup)),
                None => named_for_servers(&path, &folder_of(event, rolls), &name, file_span),
            };
            if let Some(diagnostic) = wrong {
                lookup.diagnostics.push(diagnostic);
                return None;
            }
            Some((path, file_span, size))
        });
        let Some((path, file_span, size)) = picture else {
            lookup.withheld.insert((Kind::Photo, event, id.clone()));
            declared.withheld.extend(
                file_in(media, &folder_of(event, rolls), &name)
                    .ok()
                    .map(|(path, _)| path),
            );
            continue;
        };
        let photo = PhotoId(u32::try_from(photos.len()).expect("fewer photos than 2^32"));
        lookup
            .index
            .add(Kind::Photo, Some(event), id.clone(), RecordId::Photo(photo));
        declared.shown.entry(path.clone()).or_insert(photo);
        photos.push(Photo {
            id: id.clone(),
            event,
            span: *span,
            file: path,
            file_span,
            alt: text(fields, "alt").filter(|_| !flag(fields, "decorative")),
            caption: text(fields, "caption"),
            credit: line(fields, "credit")
                .or_else(|| defaults.as_ref().and_then(|table| line(table, "credit"))),
            people,
            session,
            size,
        });
    }
    (photos, declared)
}

/// What the event says of all its photos.
fn defaults(written: &Written, rolls: &Rolls) -> Option<Fields> {
    rolls.events[written.in_event().index()]
        .fields
        .table("photos")
        .map(|table| table.value)
}

fn consent(fields: &Fields, defaults: Option<&Fields>) -> Option<Consent> {
    choice(fields, "consent", &CONSENTS)
        .or_else(|| defaults.and_then(|table| choice(table, "consent", &CONSENTS)))
}

/// Files to which somebody said no, by all records that were written. Where two records of one file
/// disagree, no is no.
pub(super) fn refused(records: &[Record], media: &MediaFiles) -> BTreeSet<SourcePath> {
    let defaults: BTreeMap<&str, Fields> = records
        .iter()
        .filter(|record| record.kind == Kind::Event)
        .filter_map(|record| {
            Some((
                record.event.as_deref()?,
                record.fields.table("photos")?.value,
            ))
        })
        .collect();
    let photos = records.iter().filter(|record| record.kind == Kind::Photo);
    photos
        .filter_map(|record| {
            let folder = record.event.as_deref()?;
            let consent = choice(&record.fields, "consent", &CONSENTS)
                .or_else(|| choice(defaults.get(folder)?, "consent", &CONSENTS));
            if consent != Some(Consent::No) {
                return None;
            }
            file_in(
                media,
                &format!("content/events/{folder}"),
                &line(&record.fields, "file")?,
            )
            .ok()
            .map(|(path, _)| path)
        })
        .collect()
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
                    || bilingual("geen foto", "no photo"),
                    |kind| {
                        bilingual(
                            &format!("een {}", kind.name()),
                            &format!("a {}", kind.name()),
                        )
                    },
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
        Err(Fault::Other(_)) if promised.is_none() => {
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

fn check_alt(written: &Written, name: &str, lookup: &mut Lookup<'_>) -> bool {
    let fields = &written.fields;
    if flag(fields, "decorative") {
        return true;
    }
    let Some(alt) = fields.line("alt") else {
        if fields.was_meant("alt") || fields.was_meant("decorative") && !fields.has("decorative") {
            return false;
        }
        let key = key_word(Kind::Photo, "decorative", lookup.config.language());
        let span = fields.value_span("file").unwrap_or(written.span);
        lookup.diagnostics.push(
            Diagnostic::at(Code::PhotoAlt, span)
                .with("file", name)
                .with("key", key),
        );
        return false;
    };
    if is_file_name(&alt.value, name) {
        lookup
            .diagnostics
            .push(Diagnostic::at(Code::AltIsFileName, alt.span).with("alt", &alt.value));
    }
    true
}

/// Whether a description is but the name of a file: of this one, or as cameras and phones give
/// them.
pub(super) fn is_file_name(alt: &str, file: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let stem = SourcePath::new(&file.to_lowercase())
        .stem_and_extension()
        .0
        .to_owned();
    let camera = [
        "img",
        "dsc",
        "dscn",
        "dscf",
        "pict",
        "image",
        "photo",
        "foto",
        "screenshot",
        "schermafbeelding",
        "whatsapp image",
    ];
    let by_camera = camera
        .into_iter()
        .filter_map(|word| alt.strip_prefix(word))
        .any(|rest| {
            let letters = |part: &str| {
                part.chars()
                    .filter(|character| character.is_alphabetic())
                    .count()
            };
            rest.bytes().any(|byte| byte.is_ascii_digit())
                && rest
                    .split(|character: char| !character.is_alphanumeric())
                    .all(|part| letters(part) < 3)
        });
    let named = SourcePath::new(&alt);
    let is_name = promised(&named).is_some()
        || is_unread_picture(&named)
        || named.stem_and_extension().1 == "svg";
    // One plain word may be both: `zonnedak.jpg` shows "Zonnedak". Signs between words give a
    // file's name away.
    is_name
        || by_camera
        || alt == stem && alt.contains(['-', '_'])
        || !alt.is_empty()
            && alt
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b"-_".contains(&byte))
}

/// The resources that are there.
pub(super) fn resources(
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    media: &MediaFiles,
    as_text: &BTreeSet<SourcePath>,
    declared: &Declared,
) -> Vec<Resource> {
    let mut resources = Vec::with_capacity(rolls.resources.len());
    for written in &rolls.resources {
        let Written {
            id, fields, span, ..
        } = written;
        let event = written.in_event();
        let Some(target) = target(written, rolls, lookup, media, as_text, declared) else {
            lookup.withheld.insert((Kind::Resource, event, id.clone()));
            continue;
        };
        let resource =
            ResourceId(u32::try_from(resources.len()).expect("fewer resources than 2^32"));
        lookup.index.add(
            Kind::Resource,
            Some(event),
            id.clone(),
            RecordId::Resource(resource),
        );
        resources.push(Resource {
            id: id.clone(),
            event,
            span: *span,
            title: title(fields, "title", id),
            target,
            target_span: fields
                .value_span("file")
                .or_else(|| fields.value_span("url"))
                .unwrap_or(*span),
            kind: choice(fields, "kind", &RESOURCE_KINDS),
            language: language(fields, "language"),
            of: None,
            accessible: fields.bool("accessible").map(|flag| flag.value),
            alternative: line(fields, "alternative"),
        });
    }
    resources
}

/// Says which record a resource is about, now that all resources can be named.
pub(super) fn add_subjects(rolls: &Rolls, lookup: &mut Lookup<'_>, resources: &mut [Resource]) {
    let mut shown = resources.iter_mut().peekable();
    for written in &rolls.resources {
        let of = lookup.reference(&written.fields, "of", written.event, Code::UnknownRecord);
        if let Some(resource) = shown.next_if(|resource| resource.span == written.span) {
            resource.of = of;
        }
    }
}

fn target(
    written: &Written,
    rolls: &Rolls,
    lookup: &mut Lookup<'_>,
    media: &MediaFiles,
    as_text: &BTreeSet<SourcePath>,
    declared: &Declared,
) -> Option<ResourceTarget> {
    let (file, url) = (written.fields.line("file"), written.fields.line("url"));
    match (file, url) {
        (Some(line), None) => {
            let (path, file, span) = found(
                written,
                Code::ResourceFileMissing,
                rolls,
                media,
                &mut lookup.diagnostics,
            )?;
            let asks_for_text = flag(&written.fields, "as_text")
                .then(|| written.fields.value_span("as_text"))
                .flatten();
            let named = Named {
                event: written.in_event(),
                path: &path,
                file,
                name: &line.value,
                span,
                asks_for_text,
            };
            let size = file.size;
            (handed_out(named, as_text, declared, lookup) != HandedOut::Nothing)
                .then_some(ResourceTarget::File(path, size))
        }
        (None, Some(url)) => Some(ResourceTarget::Url(url.value)),
        (None, None) if written.fields.was_meant("file") || written.fields.was_meant("url") => None,
        (file, _) => {
            let span = file.map_or(written.span, |file| file.span);
            let key = key_word(Kind::Resource, "file", lookup.config.language());
            lookup
                .diagnostics
                .push(Diagnostic::at(Code::ResourceNeedsOne, span).with("key", key));
            None
        }
    }
}
