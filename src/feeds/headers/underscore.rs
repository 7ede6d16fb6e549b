//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Where several rules fit a file, Cloudflare joins what they say of one header and Netlify may
//! take one of them. So here no two rules that fit the same file name the same header: frames are
//! refused by `X-Frame-Options`, on every folder without a page made for them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::told::{ALWAYS, FOR_GOOD, FOR_NOW, framed, index_parts, is_for_frames, pages, policy};
use crate::pages::view::Policy;
use crate::plan::list::{List, Narrow};
use crate::plan::page::Page;
use crate::plan::{Content, Plan};

pub(super) fn underscore(plan: &Plan) -> String {
    let base = plan.addresses.below("");
    let framed = framed(plan);
    let policy = if framed.is_empty() {
        policy("'none'")
    } else {
        Policy::Reads.content().to_owned()
    };
    let mut text = format!("{base}/*\n  Content-Security-Policy: {policy}\n");
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let mut rule = |pattern: &str, line: &str| {
        let _ = write!(text, "\n{base}{pattern}\n  {line}\n");
    };
    rule("/assets/*", &format!("Cache-Control: {FOR_GOOD}"));
    for folder in index_parts(plan) {
        rule(
            &format!("/{folder}*"),
            &format!("Cache-Control: {FOR_GOOD}"),
        );
    }
    for pattern in changing_patterns(plan) {
        rule(&pattern, &format!("Cache-Control: {FOR_NOW}"));
    }
    for (path, kind) in kinds(plan) {
        rule(&format!("/{path}"), &format!("Content-Type: {kind}"));
    }
    // Cloudflare reads a hundred rules: these are the most, so they come last.
    if !framed.is_empty() {
        for pattern in unframed_patterns(plan, &framed) {
            rule(&pattern, "X-Frame-Options: DENY");
        }
    }
    text
}

/// Patterns that fit every page but those for frames, also where the name of its file is asked for:
/// the folders without such pages as a whole; in the others, what is not one deeper than a record,
/// and what is deeper still.
fn unframed_patterns(plan: &Plan, framed: &BTreeSet<(String, String)>) -> BTreeSet<String> {
    let mut patterns = BTreeSet::new();
    let within = |path: &str, folder: &str| {
        path == folder
            || path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    let not_found = plan
        .files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(Page::NotFound, _) => Some(format!("/{}", planned.path)),
            _ => None,
        });
    patterns.extend(not_found);
    for (path, page) in pages(plan).filter(|(_, page)| !is_for_frames(*page)) {
        let path = path.trim_end_matches('/');
        let (first, second) = path.split_once('/').map_or((path, ""), |(first, rest)| {
            (first, rest.split('/').next().unwrap_or_default())
        });
        let pattern =
            if let Some((folder, _)) = framed.iter().find(|(folder, _)| within(path, folder)) {
                let mut below = path[folder.len()..].trim_start_matches('/').splitn(3, '/');
                match (below.next().unwrap_or_default(), below.next()) {
                    ("", _) => format!("/{folder}/"),
                    (part, Some(_)) if is_beside_records(page) => format!("/{folder}/{part}/*"),
                    (_, Some(under)) => format!("/{folder}/:id/{under}/*"),
                    (_, None) => format!("/{folder}/:id/"),
                }
            } else if !framed.iter().any(|(folder, _)| within(folder, first)) {
                if first.is_empty() {
                    "/".to_owned()
                } else {
                    format!("/{first}/*")
                }
            } else if second.is_empty() {
                format!("/{first}/")
            } else {
                format!("/{first}/{second}/*")
            };
        if pattern.ends_with('/') {
            patterns.insert(format!("{pattern}index.html"));
        }
        patterns.insert(pattern);
    }
    patterns
}

/// Whether a page below a folder of records is none of a record: a list of the folder itself.
fn is_beside_records(page: Page) -> bool {
    match page {
        Page::List(List { narrow, .. }, _) => !matches!(narrow, Narrow::Event(_)),
        _ => false,
    }
}

/// Patterns of pictures, attachments and what names the parts of the search index: what is at their addresses
/// may be another with the next build.
fn changing_patterns(plan: &Plan) -> BTreeSet<String> {
    let photos = plan.photos.iter().flat_map(|photo| &photo.files);
    let copies = plan
        .files
        .iter()
        .filter_map(|planned| matches!(planned.content, Content::Copy(_)).then_some(&planned.path));
    let files = photos.chain(copies).filter_map(|path| {
        let mut parts = path.as_str().split('/');
        let (folder, _, inner) = (parts.next()?, parts.next()?, parts.next()?);
        Some(match parts.next() {
            Some(_) => format!("/{folder}/:id/{inner}/*"),
            None => format!("/{path}"),
        })
    });
    let search = pages(plan).filter(|(_, page)| *page == Page::Search);
    files
        .chain(search.map(|(path, _)| format!("/{path}index/start.js")))
        .collect()
}

/// Files whose kind a server cannot tell from their names.
fn kinds(plan: &Plan) -> impl Iterator<Item = (&str, &'static str)> {
    plan.files
        .iter()
        .filter_map(|planned| match planned.content {
            // Only the site's own: one a region would be more rules than a host takes, and their
            // readers take any kind of XML.
            Content::Feed(..) if planned.path.as_str().matches('/').count() <= 1 => {
                Some((planned.path.as_str(), "application/atom+xml; charset=utf-8"))
            }
            _ => None,
        })
}
