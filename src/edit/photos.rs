//! Pictures that become photos of an event: a file for each, under a name that is nobody's yet, and a
//! record that waits for consent. A document that is taken in brings them, and so does whoever sends
//! them to the desk.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::proposal::{FieldBase, ProposedField, ProposedRecord};
use crate::folder::Folder;
use crate::id::Id;
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPhoto {
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

impl NewPhoto {
    /// Its record in an event.
    pub fn proposed(&self, event: &str, language: Language) -> ProposedRecord {
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
        added_record(Kind::Photo, event, fields)
    }
}

/// A text as a value on one line.
pub fn one_line(text: &str) -> FieldValue {
    FieldValue::Line(text.replace(['\n', '\r'], " "))
}

/// A record that is not there yet, whatever others are called, with these fields, named as the schema
/// does in English.
pub fn added_record<'n>(
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelvedPicture {
    /// Its file, as seen from the event's folder.
    pub file: String,
    /// The same below the site's folder.
    pub path: SourcePath,
    /// Whether the file is to be written. If not, these very bytes are there already, or were given a
    /// place before.
    pub is_new: bool,
}

/// Gives pictures a place among those of an event.
#[derive(Debug)]
pub struct PhotoShelf<'s> {
    site: &'s Folder,
    /// The event's folder, below the site's.
    event: SourcePath,
    /// How the folder of its pictures is written.
    media: String,
    /// The names of the files in it.
    there: Vec<String>,
    /// The names that are nobody's any more, without their endings.
    taken: BTreeSet<String>,
    /// What was given a place already, by the hash of its bytes.
    given: Vec<([u8; 32], ShelvedPicture)>,
}

impl<'s> PhotoShelf<'s> {
    /// The shelf of an event. `event` is its folder below the site's.
    pub fn of(site: &'s Folder, event: &SourcePath) -> Self {
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
        let there = names(&below.join(&media));
        let taken = there.iter().map(|name| stem(name)).collect();
        Self {
            site,
            event: event.clone(),
            media,
            there,
            taken,
            given: Vec::new(),
        }
    }

    /// The place of a picture; `name` is what it would best be called.
    pub fn place(&mut self, bytes: &[u8], name: &str) -> ShelvedPicture {
        let hash = *blake3::hash(bytes).as_bytes();
        if let Some((_, given)) = self.given.iter().find(|(of, _)| *of == hash) {
            return ShelvedPicture {
                is_new: false,
                ..given.clone()
            };
        }
        let same = self.same_file(bytes);
        let is_new = same.is_none();
        let name = same.unwrap_or_else(|| self.new_name(bytes, name));
        self.taken.insert(stem(&name));
        let file = format!("{}/{name}", self.media);
        let placed = ShelvedPicture {
            path: SourcePath::new(&format!("{}/{file}", self.event.as_written())),
            file,
            is_new,
        };
        self.given.push((hash, placed.clone()));
        placed
    }

    /// The file that holds these very bytes already.
    fn same_file(&self, bytes: &[u8]) -> Option<String> {
        let folder = Path::new(self.event.as_written()).join(&self.media);
        let is_same = |name: &&String| {
            let below: PathBuf = folder.join(name);
            let has_size = matches!(self.site.look(&below), Ok(Some(facts)) if facts.size == bytes.len() as u64);
            // A name that cannot stand in a text is not named there.
            let is_plain = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
            has_size
                && is_plain
                && self
                    .site
                    .read(&below, LARGEST)
                    .is_ok_and(|own| own == bytes)
        };
        self.there.iter().find(is_same).cloned()
    }

    /// A name that no file has, with the ending of what it is.
    fn new_name(&self, bytes: &[u8], wanted: &str) -> String {
        let kind = crate::pictures::detect(Cursor::new(bytes)).map(|found| found.kind);
        let ending = kind.map_or("jpg", |kind| kind.extensions()[0]);
        let mut name = wanted.to_owned();
        let mut next = 2;
        while self.taken.contains(&name) {
            name = format!("{wanted}-{next}");
            next += 1;
        }
        format!("{name}.{ending}")
    }
}

/// The name of a picture's file by what somebody calls it, without an ending; `None` where no letter
/// or digit is in it.
pub fn picture_name(called: &str) -> Option<String> {
    let mut name = Id::from_title(called)?.as_str().to_owned();
    if name.len() > LONGEST_NAME {
        let end = name[..LONGEST_NAME].rfind('-').unwrap_or(LONGEST_NAME);
        name.truncate(end);
    }
    // What was cut off may have kept it from being a name of a device.
    Id::from_title(&name).map(|id| id.to_string())
}

/// The name of a picture that is called nothing: of its number.
pub fn numbered_name(number: usize, language: Language) -> String {
    let word = Kind::Photo.schema().name.get(language);
    format!("{word}-{number}")
}

/// A name without its ending, in small letters: published files of a photo differ in their ending, so
/// two photos have two such names.
fn stem(name: &str) -> String {
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    stem.to_lowercase()
}
