//! The pictures of a document as photos of an event: a file for each, under a name that is nobody's
//! yet, and a record that waits for consent.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::edit::proposal::{FieldBase, ProposedField, ProposedRecord};
use crate::folder::Folder;
use crate::id::Id;
use crate::intake::document::{FoundPicture, NamedPicture};
use crate::schema::Kind;
use crate::schema::choices::{Choice as _, Consent};
use crate::schema::wanted::{FieldKey, FieldValue};
use crate::source::SourcePath;
use crate::words::Language;

/// The folder of an event's pictures.
const MEDIA: &str = "media";

/// The longest name of a picture, without its ending.
const LONGEST_NAME: usize = 40;

/// The most bytes of a file that is compared with a picture.
const LARGEST: u64 = 100_000_000;

/// A photo that is taken in. It is not shown until somebody says that it may be.
#[derive(Debug, Clone)]
pub struct TakenPhoto {
    /// Its file, as seen from the event's folder.
    pub file: String,
    /// What can be seen.
    pub alt: Option<String>,
    /// Whether it tells nothing.
    pub is_decorative: bool,
    /// What stands below it.
    pub caption: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether the event says that all its photos may be shown, which was not said of this one.
    pub needs_no: bool,
}

impl TakenPhoto {
    /// Its record in an event.
    pub(super) fn proposed(&self, event: &str, language: Language) -> ProposedRecord {
        let is_decorative = self.is_decorative && self.alt.is_none();
        let no = Consent::No.word().get(language);
        let texts = [
            ("file", Some(&self.file)),
            ("alt", self.alt.as_ref()),
            ("caption", self.caption.as_ref()),
            ("credit", self.credit.as_ref()),
        ];
        let fields = texts
            .into_iter()
            .filter_map(|(name, text)| Some((name, one_line(text?))))
            .chain(is_decorative.then_some(("decorative", FieldValue::Bool(true))))
            .chain(self.needs_no.then(|| ("consent", one_line(no))));
        new_record(Kind::Photo, event, fields)
    }
}

/// A text as a value on one line.
pub(super) fn one_line(text: &str) -> FieldValue {
    FieldValue::Line(text.replace(['\n', '\r'], " "))
}

/// A record that is not there yet, with these fields, named as the schema does in English.
pub(super) fn new_record<'n>(
    kind: Kind,
    event: &str,
    fields: impl IntoIterator<Item = (&'n str, FieldValue)>,
) -> ProposedRecord {
    let fields = fields.into_iter().filter_map(|(name, value)| {
        Some(ProposedField {
            key: FieldKey::whole(kind.schema().position(name)?),
            wanted: Some(value),
            base: FieldBase::Unknown,
        })
    });
    ProposedRecord {
        kind,
        event: Some(event.to_owned()),
        id: None,
        is_new: true,
        fields: fields.collect(),
    }
}

/// A picture with its place in the event.
pub(super) struct PlacedPicture {
    /// How the text names it.
    pub(super) named: NamedPicture,
    /// Its record.
    pub(super) photo: TakenPhoto,
    /// Its file, with its bytes where it is not there yet.
    pub(super) file: (SourcePath, Option<Vec<u8>>),
}

/// Finds a place for each picture. `event` is the event's folder below the site's; `declared` are the
/// files that its photos name.
pub(super) fn placed(
    pictures: Vec<FoundPicture>,
    site: &Folder,
    event: &SourcePath,
    language: Language,
) -> Vec<PlacedPicture> {
    let below = Path::new(event.as_written());
    let names = |folder: &Path| -> Vec<String> {
        let names = site.list(folder).unwrap_or_default();
        names
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    };
    // However the folder is written, it is that one.
    let media = names(below)
        .into_iter()
        .find(|name| name.eq_ignore_ascii_case(MEDIA))
        .unwrap_or_else(|| MEDIA.to_owned());
    let folder = below.join(&media);
    let there = names(&folder);
    let mut taken: BTreeSet<String> = there.iter().map(|name| name.to_lowercase()).collect();
    let number = pictures.len();
    let mut placed = Vec::with_capacity(number);
    for (index, picture) in pictures.into_iter().enumerate() {
        let same = same_file(site, &folder, &there, &picture.bytes);
        let is_new = same.is_none();
        let name = same.unwrap_or_else(|| new_name(&picture, index + 1, language, &taken));
        taken.insert(name.to_lowercase());
        let file = format!("{media}/{name}");
        let path = SourcePath::new(&format!("{}/{file}", event.as_written()));
        let FoundPicture {
            bytes,
            alt,
            is_decorative,
            caption,
            credit,
        } = picture;
        placed.push(PlacedPicture {
            named: NamedPicture {
                file: file.clone(),
                alt: alt.clone().unwrap_or_default(),
            },
            photo: TakenPhoto {
                file,
                alt,
                is_decorative,
                caption,
                credit,
                needs_no: false,
            },
            file: (path, is_new.then_some(bytes)),
        });
    }
    placed
}

/// The file that holds these very bytes already.
fn same_file(site: &Folder, folder: &Path, names: &[String], bytes: &[u8]) -> Option<String> {
    let is_same = |name: &&String| {
        let below: PathBuf = folder.join(name);
        let has_size =
            matches!(site.look(&below), Ok(Some(facts)) if facts.size == bytes.len() as u64);
        // A name that cannot stand in a text is not named there.
        let is_plain = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        has_size && is_plain && site.read(&below, LARGEST).is_ok_and(|own| own == bytes)
    };
    names.iter().find(is_same).cloned()
}

/// A name that no file has: of what can be seen, else of its number.
fn new_name(
    picture: &FoundPicture,
    number: usize,
    language: Language,
    taken: &BTreeSet<String>,
) -> String {
    let kind =
        crate::pictures::detect(std::io::Cursor::new(&picture.bytes)).map(|found| found.kind);
    let ending = kind.map_or("jpg", |kind| kind.extensions()[0]);
    let of_alt = picture.alt.as_deref().and_then(Id::from_title).map(|id| {
        let mut name = id.as_str().to_owned();
        if name.len() > LONGEST_NAME {
            let end = name[..LONGEST_NAME].rfind('-').unwrap_or(LONGEST_NAME);
            name.truncate(end);
        }
        name
    });
    let word = Kind::Photo.schema().name.get(language);
    let name = of_alt.unwrap_or_else(|| format!("{word}-{number}"));
    let mut file = format!("{name}.{ending}");
    let mut next = 2;
    while taken.contains(&file.to_lowercase()) {
        file = format!("{name}-{next}.{ending}");
        next += 1;
    }
    file
}
