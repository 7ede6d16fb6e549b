//! What photos and files are called where they are published: by the id of their record, so that a
//! name on somebody's disk (with spaces, signs, a pupil's name) is no address.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::flag;
use super::photo::Photo;
use super::record_id::EventId;
use super::registry::Registry;
use super::report::Report;
use super::resource::{Resource, ResourceTarget};
use crate::config::Config;
use crate::id::Id;
use crate::privacy::{Allowed, published_name};
use crate::schema::key;
use crate::source::{SourcePath, Span};
use crate::words::Language;

/// The path of each below its event's folder: a photo's without an ending, since it becomes several
/// files; all others' with it. A file of more than one record has the name of the first; one that
/// only a text links to is called by its own name, as an id has it.
///
/// Drafts come last of their kind: they give no file another name.
pub(super) fn published_files(
    report: &Report,
    registry: &Registry,
    config: &Config,
) -> BTreeMap<SourcePath, String> {
    let drafts: BTreeSet<Span> = registry
        .photos
        .iter()
        .chain(&registry.resources)
        .filter(|written| flag(&written.fields, key::DRAFT))
        .map(|written| written.span)
        .collect();
    let mut names = PublishedNames {
        allowed: Allowed::by(config),
        language: config.language(),
        taken: BTreeSet::new(),
        published: BTreeMap::new(),
    };
    let mut photos: Vec<&Photo> = report.photos.iter().collect();
    photos.sort_by_key(|photo| drafts.contains(&photo.span));
    for photo in photos {
        names.name(report, photo.event, &photo.file, Some(&photo.id), "");
    }
    let mut resources: Vec<&Resource> = report.resources.iter().collect();
    resources.sort_by_key(|resource| drafts.contains(&resource.span));
    for resource in resources {
        if let ResourceTarget::File(file, _) = &resource.target {
            let ending = file.stem_and_extension().1;
            names.name(report, resource.event, file, Some(&resource.id), &ending);
        }
    }
    // By name: a link that is written above another renames nothing.
    let linked: BTreeMap<&SourcePath, EventId> = report
        .attachments
        .iter()
        .map(|attachment| (&attachment.file, attachment.event))
        .collect();
    for (file, event) in linked {
        names.name(report, event, file, None, &file.stem_and_extension().1);
    }
    names.published
}

struct PublishedNames {
    allowed: Allowed,
    language: Language,
    /// With their event.
    taken: BTreeSet<(EventId, String)>,
    published: BTreeMap<SourcePath, String>,
}

impl PublishedNames {
    fn name(
        &mut self,
        report: &Report,
        event: EventId,
        file: &SourcePath,
        id: Option<&Id>,
        ending: &str,
    ) {
        if self.published.contains_key(file) {
            return;
        }
        let folder = format!("content/events/{}/", report[event].id);
        let below = file.as_str().strip_prefix(&folder);
        let shown = published_name(below.unwrap_or(file.name()), self.allowed, self.language);
        let (folders, name) = shown.path.rsplit_once('/').unwrap_or(("", &shown.path));
        let mut path_of_folder = String::new();
        for folder in folders.split('/').filter_map(Id::from_title) {
            path_of_folder.push_str(folder.as_str());
            path_of_folder.push('/');
        }
        let stem = id.map_or_else(|| called(name), ToString::to_string);
        let ending = ending_of(ending);
        let mut path = format!("{path_of_folder}{stem}{ending}");
        let mut number = 2;
        while !self.taken.insert((event, path.clone())) {
            path = format!("{path_of_folder}{stem}-{number}{ending}");
            number += 1;
        }
        self.published.insert(file.clone(), path);
    }
}

/// A name as an id has it; what has no letter or digit that an address can hold, by a hash.
fn called(name: &str) -> String {
    let name = SourcePath::new(name);
    let (stem, _) = name.stem_and_extension();
    Id::from_title(stem).map_or_else(
        || blake3::hash(stem.as_bytes()).to_hex()[..8].to_owned(),
        |id| id.to_string(),
    )
}

/// The ending of a file with its dot: as it is, in signs that every address can hold.
fn ending_of(ending: &str) -> String {
    let is_plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'+';
    if !ending.is_empty() && ending.bytes().all(is_plain) {
        return format!(".{ending}");
    }
    Id::from_title(ending).map_or_else(String::new, |ending| format!(".{ending}"))
}
