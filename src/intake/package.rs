//! The guard of zipped files: Office and `OpenDocument` files, before any reader sees them. Out: a
//! [`Package`] whose parts can be read within bounds, or why it is refused.
//!
//! What a header says of a size is not believed; bytes that came out are counted. A name in the file
//! finds a part in it and is never a path. One strict reading of the directory goes before that of
//! the library, so that no second, larger directory can hide in the file.

mod copied;

use std::collections::HashSet;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::refused::{
    Foreign, MOST_MEGABYTES, MOST_MEGABYTES_OUT, MOST_MEGABYTES_PACKED, MOST_MEGABYTES_WHOLE,
    MOST_PARTS, Refused,
};

const MILLION: u64 = 1_000_000;

/// The bytes that a zip file begins with: of a part, or of the end where there is none.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// The length of the record that ends a zip file (APPNOTE 6.3.10, section 4.3.16), and of a row of
/// its directory (4.3.12), both without what has its own length.
const END: usize = 22;
const ROW: usize = 46;

/// What the strings of a workbook say that they are with, and the part they are in.
const STRINGS: &str = "xl/sharedStrings.xml";

/// What a zipped file is, by the parts in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageKind {
    /// An Excel workbook.
    Workbook,
    /// An `OpenDocument` spreadsheet.
    Spreadsheet,
    /// A Word document.
    Document,
    /// An `OpenDocument` text.
    Text,
}

/// A zipped file that may be read.
#[derive(Debug)]
pub struct Package<'a> {
    kind: PackageKind,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of the parts, in the order of the directory.
    names: Vec<String>,
    /// How many bytes come out of each part that is XML.
    lengths: Vec<u64>,
    /// How many bytes of other parts than XML may still come out.
    left: u64,
}

/// Whether bytes are a zip file, as far as their beginning tells.
pub fn is_zip(bytes: &[u8]) -> bool {
    ZIP.iter().any(|start| bytes.starts_with(start))
}

impl<'a> Package<'a> {
    /// Looks at a file: its kind, and whether all XML in it stays within bounds.
    ///
    /// # Errors
    /// When it is no zipped file that is read, or one that takes more than may be taken.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        if bytes.len() as u64 > MOST_MEGABYTES * MILLION {
            return Err(Refused::TooLarge);
        }
        if !is_zip(bytes) {
            return Err(refused(bytes));
        }
        let names = directory(bytes)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
        if archive.len() != names.len() {
            return Err(Refused::Damaged);
        }
        let mut package = Self {
            kind: PackageKind::Document,
            archive,
            names,
            lengths: Vec::new(),
            left: MOST_MEGABYTES_PACKED * MILLION,
        };
        package.kind = package.find_kind()?;
        package.count()?;
        Ok(package)
    }

    /// What it is.
    pub fn kind(&self) -> PackageKind {
        self.kind
    }

    /// The names of its parts, as the file has them: to look for, never to be used as paths.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The bytes of a part, found by its name without regard for capitals (ECMA-376 part 2, section
    /// 6.2.2.3); `None` where there is none.
    ///
    /// # Errors
    /// When it cannot be read, or more comes out of it than may.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        let found = self
            .names
            .iter()
            .position(|own| own.eq_ignore_ascii_case(name));
        let Some(index) = found else { return Ok(None) };
        // The XML was counted when the file was opened.
        let is_counted = is_xml(&self.names[index]);
        let most = if is_counted {
            MOST_MEGABYTES_OUT * MILLION
        } else {
            self.left
        };
        let part = self.archive.by_index(index).map_err(|_| Refused::Damaged)?;
        // As much as was counted: what grows by doubling takes twice the room.
        let length = self.lengths.get(index).copied().unwrap_or_default();
        if length > MOST_MEGABYTES_WHOLE * MILLION {
            return Err(Refused::TooMuchText);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        part.take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Refused::Damaged)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Refused::UnpacksTooLarge);
        }
        if !is_counted {
            self.left -= length;
        }
        Ok(Some(bytes))
    }

    fn has(&self, name: &str) -> bool {
        self.names().any(|own| own.eq_ignore_ascii_case(name))
    }

    fn find_kind(&mut self) -> Result<PackageKind, Refused> {
        let begins = |start: &str| self.names().any(|name| name.starts_with(start));
        if self.has("xl/workbook.xml") {
            return Ok(PackageKind::Workbook);
        }
        // Word for the web calls it `document2.xml`.
        if begins("word/document") {
            return Ok(PackageKind::Document);
        }
        let foreign = if self.has("xl/workbook.bin") {
            Foreign::BinaryExcel
        } else if self.has("ppt/presentation.xml") {
            Foreign::Presentation
        } else if self.has("Index/Document.iwa") || self.has("Index.zip") {
            Foreign::Apple
        } else {
            Foreign::OtherZip
        };
        if !self.has("content.xml") {
            return Err(Refused::Kind(foreign));
        }
        // OpenDocument 1.3, part 2, section 3.3.
        let kind = self.part("mimetype")?.unwrap_or_default();
        let of = |name: &str| {
            kind.starts_with(format!("application/vnd.oasis.opendocument.{name}").as_bytes())
        };
        if of("spreadsheet") {
            Ok(PackageKind::Spreadsheet)
        } else if of("text") {
            Ok(PackageKind::Text)
        } else if of("presentation") {
            Err(Refused::Kind(Foreign::Presentation))
        } else {
            Err(Refused::Kind(foreign))
        }
    }

    /// Unpacks all XML once, into a counter.
    fn count(&mut self) -> Result<(), Refused> {
        let mut counter = Counter::default();
        for index in 0..self.names.len() {
            let name = &self.names[index];
            self.lengths.push(0);
            if !is_xml(name) {
                continue;
            }
            let has_strings = name.eq_ignore_ascii_case(STRINGS);
            let is_manifest = name.eq_ignore_ascii_case("META-INF/manifest.xml");
            let part = self.archive.by_index(index).map_err(|_| Refused::Damaged)?;
            let facts = counter.count(part)?;
            self.lengths[index] = facts.length;
            if has_strings {
                facts.check_strings()?;
            }
            // OpenDocument 1.3, part 2, section 4.4: an encrypted part has its key described there.
            if is_manifest && facts.holds_encryption {
                return Err(Refused::Locked);
            }
        }
        let all = MOST_MEGABYTES_OUT * MILLION;
        self.left = self.left.min(all - counter.all);
        Ok(())
    }
}

/// Whether a part is XML that a reader may ask for.
fn is_xml(name: &str) -> bool {
    let ends = |end: &str| {
        name.len() >= end.len()
            && name.as_bytes()[name.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
    };
    ends(".xml") || ends(".rels")
}

/// Counts what comes out of parts, and looks for what none may hold.
struct Counter {
    /// The bytes of all parts.
    all: u64,
    buffer: Vec<u8>,
}

/// What was found in one part.
#[derive(Debug, Default)]
struct PartFacts {
    length: u64,
    holds_encryption: bool,
    /// How the part begins.
    start: Vec<u8>,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            all: 0,
            buffer: vec![0; KEPT + 64 * 1024],
        }
    }
}

/// How many bytes are looked at again with those that follow: longer than any word looked for.
const KEPT: usize = 64;

/// How much of a part's beginning is kept.
const START: usize = 16 * 1024;

impl Counter {
    fn count(&mut self, mut part: impl Read) -> Result<PartFacts, Refused> {
        // In UTF-16 each letter has a zero beside it; two bytes short of the end fit both orders.
        let doctype = b"<!DOCTYPE";
        let wide: Vec<u8> = doctype.iter().flat_map(|letter| [*letter, 0]).collect();
        let wide = &wide[..wide.len() - 1];
        let mut facts = PartFacts::default();
        let mut kept = 0;
        loop {
            let read = part
                .read(&mut self.buffer[kept..])
                .map_err(|_| Refused::Damaged)?;
            if read == 0 {
                return Ok(facts);
            }
            self.all += read as u64;
            facts.length += read as u64;
            if self.all > MOST_MEGABYTES_OUT * MILLION {
                return Err(Refused::UnpacksTooLarge);
            }
            let seen = &self.buffer[..kept + read];
            if memmem::find(seen, doctype).is_some() || memmem::find(seen, wide).is_some() {
                return Err(Refused::DeclaresGrammar);
            }
            facts.holds_encryption |= memmem::find(seen, b":encryption-data").is_some();
            if facts.start.len() < START {
                let new = &seen[kept..];
                let room = START - facts.start.len();
                facts.start.extend(&new[..new.len().min(room)]);
            }
            let end = kept + read;
            kept = end.min(KEPT);
            self.buffer.copy_within(end - kept..end, 0);
        }
    }
}

impl PartFacts {
    /// A reader makes room for as many strings as the part says there are; each takes four bytes at
    /// the very least.
    fn check_strings(&self) -> Result<(), Refused> {
        let Some(place) = memmem::find(&self.start, b"uniqueCount") else {
            // Further on it stands in a text, or nowhere.
            return if memmem::find(&self.start, b"sst").is_some() || self.length == 0 {
                Ok(())
            } else {
                Err(Refused::CountsTooMuch)
            };
        };
        let value = &self.start[place + b"uniqueCount".len()..];
        let value = value.trim_ascii_start().strip_prefix(b"=").unwrap_or(value);
        let value = value.trim_ascii_start().get(1..).unwrap_or_default();
        let digits = value.iter().take_while(|byte| byte.is_ascii_digit());
        let digits: String = digits.map(|byte| char::from(*byte)).collect();
        match digits.parse::<u64>() {
            Ok(count) if count <= self.length / 4 => Ok(()),
            _ => Err(Refused::CountsTooMuch),
        }
    }
}

/// The names in the directory of a zip file, which must be the only one that a reader can find: its
/// end is the end of the file.
fn directory(bytes: &[u8]) -> Result<Vec<String>, Refused> {
    let number = |place: usize, length: usize| {
        let bytes = bytes.get(place..place + length)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte)),
        )
    };
    // A comment is at most as long as its length can say.
    let from = bytes.len().saturating_sub(END + 0xFFFF);
    let end = memmem::rfind(&bytes[from..], ZIP[1]).ok_or(Refused::Damaged)? + from;
    let field = |offset: usize, length: usize| number(end + offset, length).ok_or(Refused::Damaged);
    let (count, size, start) = (field(10, 2)?, field(12, 4)?, field(16, 4)?);
    if field(20, 2)? != bytes.len() - end - END || field(4, 4)? != 0 || field(8, 2)? != count {
        return Err(Refused::Damaged);
    }
    // Also what is larger than these fields can say.
    if count > MOST_PARTS {
        return Err(Refused::TooManyParts);
    }
    if start + size != end {
        return Err(Refused::Damaged);
    }
    let mut names = Vec::with_capacity(count);
    let mut seen = HashSet::with_capacity(count);
    let mut row = start;
    for _ in 0..count {
        let field =
            |offset: usize, length: usize| number(row + offset, length).ok_or(Refused::Damaged);
        if bytes.get(row..row + 4) != Some(b"PK\x01\x02") {
            return Err(Refused::Damaged);
        }
        if field(8, 2)? & 1 == 1 {
            return Err(Refused::Locked);
        }
        let (name, extra, comment) = (field(28, 2)?, field(30, 2)?, field(32, 2)?);
        let written = bytes
            .get(row + ROW..row + ROW + name)
            .ok_or(Refused::Damaged)?;
        let written = String::from_utf8_lossy(written).into_owned();
        if !seen.insert(written.to_ascii_lowercase()) {
            return Err(Refused::PartTwice);
        }
        names.push(written);
        row += ROW + name + extra + comment;
    }
    if row == end {
        Ok(names)
    } else {
        Err(Refused::Damaged)
    }
}

/// Why a file is refused that is not zipped.
fn refused(bytes: &[u8]) -> Refused {
    // [MS-CFB], section 2.2; the names in its directory are UTF-16.
    if !bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Refused::Kind(if bytes.starts_with(b"%PDF-") {
            Foreign::Pdf
        } else if bytes.starts_with(b"{\\rtf") {
            Foreign::Rtf
        } else {
            Foreign::Unknown
        });
    }
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    // [MS-OFFCRYPTO], section 2.3.4.4: a zipped file with a password, within such a file.
    if holds("EncryptedPackage") {
        Refused::Locked
    } else if holds("WordDocument") {
        Refused::Kind(Foreign::OldWord)
    } else if holds("Workbook") {
        Refused::Kind(Foreign::OldExcel)
    } else {
        Refused::Kind(Foreign::OldOffice)
    }
}
