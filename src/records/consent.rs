//! What people said to their photo being shown.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{choice, flag, line};
use super::named_file::file_in;
use crate::input::record::WrittenRecord;
use crate::pictures::media_file::MediaFiles;
use crate::schema::Kind;
use crate::schema::choices::Consent;
use crate::schema::value::Fields;
use crate::source::SourcePath;

/// What a photo's record says, else what its event says of all its photos.
pub(super) fn consent(fields: &Fields, defaults: Option<&Fields>) -> Option<Consent> {
    choice(fields, "consent").or_else(|| choice(defaults?, "consent"))
}

/// What an event says of all its photos.
pub(super) fn defaults(event: &Fields) -> Option<Fields> {
    event.table("photos").map(|table| table.value)
}

/// Whether an event's record says that all its photos may be shown, and so would show one that says
/// nothing itself.
pub fn shows_photos_by_itself(event: &WrittenRecord) -> bool {
    let said = defaults(&event.fields).and_then(|defaults| choice(&defaults, "consent"));
    matches!(said, Some(Consent::Yes | Consent::NotNeeded))
}

/// Whether a photo waits for somebody's words: nobody said whether it may be shown, or it may and
/// nobody said what can be seen. `event` is the record of its event.
pub fn waits_for_words(photo: &WrittenRecord, event: &WrittenRecord) -> bool {
    let fields = &photo.fields;
    match consent(fields, defaults(&event.fields).as_ref()) {
        None => true,
        Some(Consent::No) => false,
        Some(Consent::Yes | Consent::NotNeeded) => {
            fields.line("alt").is_none() && !flag(fields, "decorative")
        }
    }
}

/// Files to which somebody said no, by all records that were written. Where two records of one file
/// disagree, no is no.
pub(super) fn refused(records: &[WrittenRecord], media: &MediaFiles) -> BTreeSet<SourcePath> {
    let of_kind = |kind: Kind| records.iter().filter(move |record| record.kind == kind);
    let defaults: BTreeMap<&str, Fields> = of_kind(Kind::Event)
        .filter_map(|record| Some((record.event.as_deref()?, defaults(&record.fields)?)))
        .collect();
    of_kind(Kind::Photo)
        .filter_map(|record| {
            let folder = record.event.as_deref()?;
            if consent(&record.fields, defaults.get(folder)) != Some(Consent::No) {
                return None;
            }
            let name = line(&record.fields, "file")?;
            let found = file_in(media, &format!("content/events/{folder}"), &name);
            found.ok().map(|(path, _)| path)
        })
        .collect()
}
