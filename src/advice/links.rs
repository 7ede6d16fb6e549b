//! The links of records to other sites, each address once, with the place where it stands first.

use std::collections::HashSet;

use crate::input::record::WrittenRecord;
use crate::markdown::{FoundKind, scan};
use crate::pipeline::Study;
use crate::privacy::{DraftRecords, is_draft};
use crate::schema::value::{Fields, IdOrInline, Value};
use crate::schema::{Shape, key};
use crate::source::Span;

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideLink {
    /// Its address, without what is behind `#`.
    pub url: String,
    /// Where it stands first.
    pub span: Span,
}

/// Every link to another site, in the order of the files. Left out are links to the site itself,
/// which need not be online yet, sources of which a kept copy is named, and addresses that somebody
/// said are right.
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
    let mut seen = HashSet::new();
    found.retain(|link| {
        let is_web = link.url.starts_with("http://") || link.url.starts_with("https://");
        is_web
            && !is_own(&link.url)
            && !accepted.contains(&link.url.to_lowercase())
            && seen.insert(link.url.clone())
    });
    found
}

fn of_fields(fields: &Fields, drafts: bool, found: &mut Vec<OutsideLink>) {
    let has_copy = fields
        .schema
        .iter()
        .any(|field| field.name.en == key::ARCHIVED)
        && fields.has(key::ARCHIVED);
    for entry in &fields.entries {
        let field = &fields.schema[entry.field];
        match &entry.value.value {
            Value::Line(_) if has_copy && field.name.en == key::URL => {}
            Value::Line(url) if field.shape == Shape::Url => {
                found.push(outside_link(url, entry.value.span));
            }
            Value::Markdown(text) => {
                let links = scan(&text.text).into_iter();
                let links = links.filter(|element| element.kind == FoundKind::Link);
                found.extend(links.map(|link| {
                    outside_link(&link.destination, text.place(link.destination_range))
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

fn outside_link(url: &str, span: Span) -> OutsideLink {
    OutsideLink {
        url: url.split('#').next().unwrap_or_default().to_owned(),
        span,
    }
}
