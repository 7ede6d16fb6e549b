//! The links of records to other sites, each address once, with the place where it stands first.

use std::collections::HashSet;

use crate::input::record::WrittenRecord;
use crate::markdown::{FoundKind, scan};
use crate::pipeline::Study;
use crate::privacy::{DraftRecords, is_draft};
use crate::schema::value::{Fields, IdOrInline, Value};
use crate::schema::{Field, Shape, key};
use crate::source::Span;

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideLink {
    /// Its address, without what is behind `#`.
    pub url: String,
    /// Where it stands first; where some places name a kept copy, the first that does not.
    pub span: Span,
    /// What is said there of a kept copy.
    pub copy: KeptCopy,
}

/// What is said beside a link of a kept copy of what it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptCopy {
    /// There is no field for one.
    NoField,
    /// Nothing: this field is empty.
    Unsaid(&'static Field),
    /// Where it is: readers are led to it too.
    Named,
}

/// Every link to another site, in the order of the files. Left out are links to the site itself,
/// which need not be online yet, and addresses that somebody said are right.
pub fn outside_links(study: &Study, drafts: bool) -> Vec<OutsideLink> {
    let records = || study.files.iter().flat_map(|file| &file.records);
    let left_out = DraftRecords::of(records());
    let is_read = |record: &&WrittenRecord| drafts || !left_out.has(record);
    let mut found = Vec::new();
    for record in records().filter(is_read) {
        of_fields(&record.fields, drafts, &mut found);
    }
    let (base, accepted) = (&study.config.base_url, &study.config.accepted);
    let is_own = |url: &str| !base.is_empty() && url.starts_with(base.as_str());
    let without_copy: HashSet<String> = found
        .iter()
        .filter(|link| link.copy != KeptCopy::Named)
        .map(|link| link.url.clone())
        .collect();
    let mut seen = HashSet::new();
    found.retain(|link| {
        let is_web = link.url.starts_with("http://") || link.url.starts_with("https://");
        is_web
            && !is_own(&link.url)
            && !accepted.contains(&link.url.to_lowercase())
            && (link.copy != KeptCopy::Named || !without_copy.contains(&link.url))
            && seen.insert(link.url.clone())
    });
    found
}

fn of_fields(fields: &Fields, drafts: bool, found: &mut Vec<OutsideLink>) {
    let is_copy = |field: &&Field| field.name.en == key::ARCHIVED;
    let copy = match fields.schema.iter().find(is_copy) {
        None => KeptCopy::NoField,
        Some(_) if fields.has(key::ARCHIVED) => KeptCopy::Named,
        Some(field) => KeptCopy::Unsaid(field),
    };
    for entry in &fields.entries {
        let field = &fields.schema[entry.field];
        match &entry.value.value {
            Value::Line(url) if field.shape == Shape::Url => {
                let is_original = field.name.en == key::URL;
                let copy = if is_original { copy } else { KeptCopy::NoField };
                found.push(outside_link(url, entry.value.span, copy));
            }
            Value::Markdown(text) => {
                let links = scan(&text.text).into_iter();
                let links = links.filter(|element| element.kind == FoundKind::Link);
                found.extend(links.map(|link| {
                    let place = text.place(link.destination_range);
                    outside_link(&link.destination, place, KeptCopy::NoField)
                }));
            }
            Value::Table(inner) => of_fields(inner, drafts, found),
            Value::Tables(rows) => {
                for inner in rows {
                    of_fields(inner, drafts, found);
                }
            }
            Value::ManyOrInline(items) => {
                for item in items {
                    if let IdOrInline::Inline(inner, _) = item
                        && (drafts || !is_draft(inner))
                    {
                        of_fields(inner, drafts, found);
                    }
                }
            }
            _ => {}
        }
    }
}

fn outside_link(url: &str, span: Span, copy: KeptCopy) -> OutsideLink {
    OutsideLink {
        url: url.split('#').next().unwrap_or_default().to_owned(),
        span,
        copy,
    }
}
