//! What a table said when it was last taken over: by record and field, the hash of the value. So
//! that the next time is known who changed what: the table, the site, or both.
//!
//! It stands in a file beside the report, which people keep and copy: it is read like anything that
//! somebody else wrote.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use super::current::title_field;
use super::{FieldBase, ValueHash, spelled};
use crate::id::Id;
use crate::intake::schedule::Guid;
use crate::schema::Kind;
use crate::schema::toml_pieces::pieces;
use crate::schema::wanted::FieldKey;
use crate::words::Language;

const FORMAT: &str = "1";
const FORMAT_KEY: &str = "format";

/// The key of what other programs know a record by. No field is called so.
const GUID_KEY: &str = "guid";

/// What stands in a workbook for a field that held nothing.
const NOTHING: &str = "-";

/// What is known of a record: by field, in the order of their names, the hash of what it held; none:
/// nothing. There may be as many as a table has cells, so they are kept small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct KnownFields(Vec<(FieldName, Option<ValueHash>)>);

/// The name of a field, as it is written in English.
type FieldName = Cow<'static, str>;

impl KnownFields {
    fn insert(&mut self, name: FieldName, held: Option<ValueHash>) {
        match self.place(&name) {
            Ok(there) => self.0[there].1 = held,
            Err(free) => self.0.insert(free, (name, held)),
        }
    }

    fn base(&self, name: &str) -> FieldBase {
        let place = self.place(name);
        place.map_or(FieldBase::Unknown, |there| FieldBase::Was(self.0[there].1))
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| (**own).cmp(name))
    }
}

/// A name of a field of a kind as it is kept: what the schema knows by heart is not kept again.
fn kept(kind: Kind, name: &str) -> FieldName {
    let mut fields = kind.schema().fields.iter();
    match fields.find(|field| field.name.en == name) {
        Some(field) => Cow::Borrowed(field.name.en),
        None => Cow::Owned(name.to_owned()),
    }
}

/// What a table said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableMemory {
    records: BTreeMap<(Kind, Id), KnownFields>,
    /// What other programs know some of them by.
    guids: BTreeMap<(Kind, Id), Guid>,
}

/// A text that is no memory of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMemory;

impl TableMemory {
    /// Reads what was remembered.
    ///
    /// # Errors
    /// When the text is something else.
    pub fn read(text: &str) -> Result<Self, NoMemory> {
        let mut memory = Self::default();
        for (number, piece) in pieces(text, "[").into_iter().enumerate() {
            let root = DeTable::parse(&text[piece]).map_err(|_| NoMemory)?;
            let is_of_format = |value: &DeValue<'_>| match value {
                DeValue::Integer(number) => number.as_str() == FORMAT,
                _ => false,
            };
            let format = root.get_ref().get(FORMAT_KEY);
            if number == 0 && !format.is_some_and(|value| is_of_format(value.get_ref())) {
                return Err(NoMemory);
            }
            for (word, records) in root.get_ref() {
                if number > 0 || word.get_ref() != FORMAT_KEY {
                    memory.add_kind(word.get_ref(), records.get_ref())?;
                }
            }
        }
        Ok(memory)
    }

    /// Adds what is remembered of the records of a kind.
    fn add_kind(&mut self, word: &str, records: &DeValue<'_>) -> Result<(), NoMemory> {
        let kind = Kind::from_word(word, Language::En).ok_or(NoMemory)?;
        for (id, fields) in records.as_table().ok_or(NoMemory)? {
            let of = (kind, Id::new(id.get_ref()).ok_or(NoMemory)?);
            let mut known = KnownFields::default();
            for (field, hash) in fields.get_ref().as_table().ok_or(NoMemory)? {
                let hash = hash.get_ref().as_str().ok_or(NoMemory)?;
                if field.get_ref() == GUID_KEY {
                    let guid = Guid::parse(hash).ok_or(NoMemory)?;
                    self.guids.insert(of.clone(), guid);
                    continue;
                }
                let hash = match hash {
                    "" => None,
                    hash => Some(hash.parse().map_err(|_| NoMemory)?),
                };
                known.insert(kept(kind, field.get_ref()), hash);
            }
            if self.records.insert(of, known).is_some() {
                return Err(NoMemory);
            }
        }
        Ok(())
    }

    /// What travels with a workbook of this program: `kind:id`, fields, and the hash of each, apart
    /// by spaces; a stroke for a field that held nothing. Rows that are something else say nothing.
    pub fn of_rows(rows: impl Iterator<Item = [String; 3]>) -> Self {
        let mut memory = Self::default();
        for [record, fields, hashes] in rows {
            let parts = record
                .split_once(':')
                .and_then(|(kind, id)| Some((Kind::from_word(kind, Language::En)?, Id::new(id)?)));
            let fields: Vec<&str> = fields.split_whitespace().collect();
            let hashes: Vec<&str> = match hashes.trim() {
                "" => vec![NOTHING],
                hashes => hashes.split_whitespace().collect(),
            };
            let Some(record) = parts.filter(|_| fields.len() == hashes.len()) else {
                continue;
            };
            let kind = record.0;
            let known = memory.records.entry(record).or_default();
            for (field, hash) in fields.iter().zip(hashes) {
                let held = match hash {
                    NOTHING => Some(None),
                    hash => hash.parse().ok().map(Some),
                };
                if let Some(held) = held {
                    known.insert(kept(kind, field), held);
                }
            }
        }
        memory
    }

    /// The rows that [`TableMemory::of_rows`] reads, one a record.
    pub fn rows(&self) -> impl Iterator<Item = [String; 3]> {
        self.records.iter().map(|((kind, id), fields)| {
            let hash = |hash: &Option<ValueHash>| {
                hash.map_or_else(|| NOTHING.to_owned(), |hash| hash.to_string())
            };
            let names: Vec<&str> = fields.0.iter().map(|(name, _)| &**name).collect();
            let hashes: Vec<String> = fields.0.iter().map(|(_, held)| hash(held)).collect();
            [
                format!("{}:{id}", kind.schema().name.en),
                names.join(" "),
                hashes.join(" "),
            ]
        })
    }

    /// The same with what another one knows, which goes before what this one knows of the same
    /// record.
    pub fn with(&self, other: Option<&Self>) -> Cow<'_, Self> {
        let Some(other) = other else {
            return Cow::Borrowed(self);
        };
        let mut memory = self.clone();
        memory.records.extend(other.records.clone());
        memory.guids.extend(other.guids.clone());
        Cow::Owned(memory)
    }

    /// Whether it knows a record.
    pub fn knows(&self, kind: Kind, id: &Id) -> bool {
        self.records.contains_key(&(kind, id.clone()))
    }

    /// The text to keep. `opening` says to people what it is.
    pub fn text(&self, opening: &str) -> String {
        let mut text = format!("{opening}{FORMAT_KEY} = {FORMAT}\n");
        for ((kind, id), fields) in &self.records {
            let _ = writeln!(text, "\n[{}.{id}]", kind.schema().name.en);
            if let Some(guid) = self.guids.get(&(*kind, id.clone())) {
                let _ = writeln!(text, "{GUID_KEY} = \"{guid}\"");
            }
            for (field, hash) in &fields.0 {
                let hash = hash.map(|hash| hash.to_string()).unwrap_or_default();
                let field = spelled::string(field);
                let _ = writeln!(text, "{field} = \"{hash}\"");
            }
        }
        text
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Remembers what a field held.
    pub fn note(&mut self, kind: Kind, id: &Id, key: &FieldKey, held: Option<ValueHash>) {
        let fields = self.records.entry((kind, id.clone())).or_default();
        fields.insert(kept(kind, &key.written(kind, Language::En)), held);
    }

    /// Remembers what other programs know a record by.
    pub fn note_guid(&mut self, kind: Kind, id: &Id, guid: &Guid) {
        self.records.entry((kind, id.clone())).or_default();
        self.guids.insert((kind, id.clone()), guid.clone());
    }

    /// What other programs know a record by.
    pub fn guid(&self, kind: Kind, id: &Id) -> Option<&Guid> {
        self.guids.get(&(kind, id.clone()))
    }

    /// The records of a kind that other programs know.
    pub fn guids(&self, kind: Kind) -> impl Iterator<Item = (&Guid, &Id)> {
        self.guids
            .iter()
            .filter(move |((of, _), _)| *of == kind)
            .map(|((_, id), guid)| (guid, id))
    }

    /// Forgets a record; gives whether it was known.
    pub fn forget(&mut self, kind: Kind, id: &Id) -> bool {
        self.guids.remove(&(kind, id.clone()));
        self.records.remove(&(kind, id.clone())).is_some()
    }

    /// What a field held, as far as it is known.
    pub fn base(&self, kind: Kind, id: &Id, key: &FieldKey) -> FieldBase {
        let fields = self.records.get(&(kind, id.clone()));
        let name = || key.written(kind, Language::En);
        fields.map_or(FieldBase::Unknown, |fields| fields.base(&name()))
    }

    /// The records by what they were called; none where several were called so.
    pub fn titles(&self) -> HashMap<(Kind, ValueHash), Option<&Id>> {
        let mut titles = HashMap::new();
        for ((kind, id), fields) in &self.records {
            let Some(title) = title_field(kind.schema()) else {
                continue;
            };
            let title = FieldKey::whole(title).written(*kind, Language::En);
            if let FieldBase::Was(Some(hash)) = &fields.base(&title) {
                titles
                    .entry((*kind, *hash))
                    .and_modify(|id| *id = None)
                    .or_insert(Some(id));
            }
        }
        titles
    }

    /// The records that it knows.
    pub fn records(&self) -> impl Iterator<Item = (Kind, &Id)> {
        self.records.keys().map(|(kind, id)| (*kind, id))
    }
}
