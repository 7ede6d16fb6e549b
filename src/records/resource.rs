//! Resources: something to take home.

use std::collections::BTreeSet;

use super::fields::{flag, key_word};
use super::files::{Declared, found};
use super::handed_out::{HandedOut, NamedFile, handed_out};
use super::lookup::Lookup;
use super::reading::Reading;
use super::record::{record, silent};
use super::record_id::{RecordId, ResourceId, TypedId};
use crate::diagnostic::{Code, Diagnostic};
use crate::pictures::media_file::MediaFiles;
use crate::schema::Kind;
use crate::schema::choices::ResourceKind;
use crate::source::{SourcePath, Span};
use crate::words::{Language, Text};

record! {
    /// A resource: something to take home, a file or a link.
    Resource, in_event, |_| Kind::Resource;
    read(reading, place: ResourceTarget)
    title { title: Text, }
    found {}
    shown {
        target: ResourceTarget = place,
        /// Where the file or address is named.
        target_span: Span = {
            let fields = reading.fields();
            let named = fields.value_span("file").or_else(|| fields.value_span("url"));
            named.unwrap_or(reading.entry.span)
        },
        kind: Option<ResourceKind>,
        language: Option<Language>,
        accessible: Option<bool>,
        alternative: Option<String>,
    }
    linked {
        /// The record that it belongs to.
        of: Option<RecordId>,
    }
}

/// Where a resource is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResourceTarget {
    /// A file of the event's folder, and its size in bytes.
    File(SourcePath, u64),
    /// An address elsewhere.
    Url(String),
}

silent! { ResourceTarget, }

/// The resources that are there.
pub(super) fn resources(
    lookup: &mut Lookup<'_>,
    media: &MediaFiles,
    as_text: &BTreeSet<SourcePath>,
    declared: &Declared,
) -> Vec<Resource> {
    let entries = lookup.registry.resources.iter();
    let mut resources = Vec::with_capacity(entries.len());
    for entry in entries {
        let event = entry.in_event();
        let reading = &mut Reading {
            entry,
            lookup: &mut *lookup,
        };
        let Some(target) = target(reading, media, as_text, declared) else {
            lookup
                .withheld
                .insert((Kind::Resource, event, entry.id.clone()));
            continue;
        };
        let resource = Resource::read(reading, target);
        let record = RecordId::Resource(ResourceId::at(resources.len()));
        if lookup.registry.can_be_named(entry) {
            lookup
                .index
                .add(Kind::Resource, Some(event), entry.id.clone(), record);
        }
        resources.push(resource);
    }
    resources
}

/// Says which record a resource is about, now that all resources can be named.
pub(super) fn add_subjects(lookup: &mut Lookup<'_>, resources: &mut [Resource]) {
    let mut shown = resources.iter_mut().peekable();
    for entry in &lookup.registry.resources {
        let of = lookup.reference(&entry.fields, "of", entry.event, Code::UnknownRecord);
        if let Some(resource) = shown.next_if(|resource| resource.span == entry.span) {
            resource.of = of;
        }
    }
}

/// Where a resource is, if it can be handed out; what is wrong is said.
fn target(
    reading: &mut Reading<'_, '_>,
    media: &MediaFiles,
    as_text: &BTreeSet<SourcePath>,
    declared: &Declared,
) -> Option<ResourceTarget> {
    let fields = reading.fields();
    let (file, url) = (fields.line("file"), fields.line("url"));
    match (file, url) {
        (Some(line), None) => {
            let (path, file, span) = found(
                reading.entry,
                Code::ResourceFileMissing,
                media,
                reading.lookup,
            )?;
            let asks_for_text = flag(fields, "as_text")
                .then(|| fields.value_span("as_text"))
                .flatten();
            let named = NamedFile {
                event: reading.entry.in_event(),
                path: &path,
                file,
                name: &line.value,
                span,
                asks_for_text,
            };
            let size = file.size;
            (handed_out(named, as_text, declared, reading.lookup) != HandedOut::Nothing)
                .then_some(ResourceTarget::File(path, size))
        }
        (None, Some(url)) => Some(ResourceTarget::Url(url.value)),
        (None, None) if fields.was_meant("file") || fields.was_meant("url") => None,
        (file, _) => {
            let span = file.map_or(reading.entry.span, |file| file.span);
            let key = key_word(Kind::Resource, "file", reading.lookup.config.language());
            reading
                .lookup
                .diagnostics
                .push(Diagnostic::at(Code::ResourceNeedsOne, span).with("key", key));
            None
        }
    }
}
