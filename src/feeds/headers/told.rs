//! What all kinds of server are told: the values of headers, and the addresses that they are for.
//!
//! The policy in a header is the widest that a page of the site has: each page narrows it by its
//! own, since a browser keeps to both. What a page cannot say of itself, who may show it in a
//! frame, stands here only.

use std::collections::BTreeSet;

use crate::pages::view::Policy;
use crate::plan::page::Page;
use crate::plan::{Content, Plan};

/// Headers that every file gets. None of them asks for anything that a page of this program does.
pub(super) const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];
/// A file whose address holds a hash never changes.
pub(super) const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Everything else may change with the next build.
pub(super) const FOR_NOW: &str = "public, max-age=300";

/// Endings of files that browsers show or play by themselves, whatever is in them.
const SHOWN: [&str; 13] = [
    "pdf", "txt", "mp3", "m4a", "wav", "ogg", "oga", "mp4", "m4v", "mov", "webm", "ogv", "csv",
];

/// The policy of all pages, and who may show them in a frame.
pub(super) fn policy(frames: &str) -> String {
    format!("{}; frame-ancestors {frames}", Policy::Reads.content())
}

/// The files that were handed in and that a browser is to save, as a regular expression: all but
/// those that it shows by itself. What they are is known, so nothing in them runs; should a server
/// call one something else, it is not shown as that either. Hosts that read `_headers` have no
/// rules for endings, and send them as what they are.
pub(super) fn saved(plan: &Plan) -> Option<String> {
    let copies = plan
        .files
        .iter()
        .filter(|planned| matches!(planned.content, Content::Copy(_)))
        .map(|planned| planned.path.as_str());
    let (mut folders, mut endings) = (BTreeSet::new(), BTreeSet::new());
    for path in copies {
        let name = path.rsplit('/').next().unwrap_or_default();
        let Some(ending) = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
        else {
            continue;
        };
        if !SHOWN.contains(&ending.as_str()) {
            folders.insert(regex_quoted(path.split('/').next().unwrap_or_default()));
            endings.insert(regex_quoted(&ending));
        }
    }
    let either = |parts: BTreeSet<String>| parts.into_iter().collect::<Vec<_>>().join("|");
    (!endings.is_empty()).then(|| format!("({})/.+\\.({})", either(folders), either(endings)))
}

/// The folders of pages that are made to be shown in a frame, and the last part of their addresses:
/// `regios` and `insluiten`.
pub(super) fn framed(plan: &Plan) -> BTreeSet<(String, String)> {
    pages(plan)
        .filter(|(_, page)| is_for_frames(*page))
        .filter_map(|(path, _)| {
            let (record, last) = path.trim_end_matches('/').rsplit_once('/')?;
            let (folder, _) = record.rsplit_once('/')?;
            Some((folder.to_owned(), last.to_owned()))
        })
        .collect()
}

/// The addresses of pages that are made to be shown in a frame, as a regular expression of what
/// stands behind the site's root; `None` where there are none.
pub(super) fn framed_expression(plan: &Plan) -> Option<String> {
    let folders: Vec<String> = framed(plan)
        .iter()
        .map(|(folder, last)| format!("{}/[^/]+/{}", regex_quoted(folder), regex_quoted(last)))
        .collect();
    // The page itself, however it is asked for, and nothing that is not there.
    (!folders.is_empty()).then(|| format!("({})/(index\\.html)?$", folders.join("|")))
}

/// Folders of files whose address holds a hash of what they hold: the parts of search indexes. They
/// end in a slash.
pub(super) fn index_parts(plan: &Plan) -> Vec<String> {
    pages(plan)
        .filter(|(_, page)| *page == Page::Search)
        .map(|(path, _)| format!("{path}index/parts/"))
        .collect()
}

/// All that never changes at its address, as a regular expression of what stands behind the site's
/// root.
pub(super) fn lasting_expression(plan: &Plan) -> String {
    let parts = index_parts(plan);
    let folders = parts.iter().map(|folder| regex_quoted(folder));
    let all: Vec<String> = ["assets/[0-9a-f]+/".to_owned()]
        .into_iter()
        .chain(folders)
        .collect();
    format!("({})", all.join("|"))
}

/// The address of every page below the site's root, without the `/` before it.
pub(super) fn pages(plan: &Plan) -> impl Iterator<Item = (&str, Page)> {
    plan.files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(page, _) => {
                Some((planned.path.as_str().strip_suffix("index.html")?, page))
            }
            _ => None,
        })
}

/// A path in a regular expression. Paths of this program hold letters, digits, hyphens and slashes;
/// the rest may come from `base_url`.
pub(super) fn regex_quoted(path: &str) -> String {
    path.chars()
        .flat_map(|character| {
            let plain = character.is_ascii_alphanumeric() || matches!(character, '-' | '/' | '_');
            (!plain).then_some('\\').into_iter().chain([character])
        })
        .collect()
}

/// Whether a page is made to be shown within another site.
pub(super) fn is_for_frames(page: Page) -> bool {
    matches!(page, Page::Embed(_))
}
