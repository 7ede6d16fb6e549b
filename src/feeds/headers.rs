//! What a server is to say along with the site's files: `_headers` for Netlify and Cloudflare
//! Pages, and lines for nginx to include.
//!
//! The policy in a header is the widest that a page of the site has: each page narrows it by its
//! own, since a browser keeps to both. What a page cannot say of itself, who may show it in a
//! frame, stands here only.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::config::HeaderFile;
use crate::pages::view::Policy;
use crate::plan::page::Page;
use crate::plan::{Content, Plan};

/// Headers that every file gets. None of them asks for anything that a page of this program does.
const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];
/// A file whose address holds a part of its hash never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Everything else may change with the next build.
const FOR_NOW: &str = "public, max-age=300";

/// Endings of files that browsers show or play by themselves, whatever is in them.
const SHOWN: [&str; 13] = [
    "pdf", "txt", "mp3", "m4a", "wav", "ogg", "oga", "mp4", "m4v", "mov", "webm", "ogv", "csv",
];

/// The file with headers for one kind of server.
pub fn headers(which: HeaderFile, plan: &Plan) -> Vec<u8> {
    match which {
        HeaderFile::Underscore => underscore(plan),
        HeaderFile::Nginx => nginx(plan),
    }
    .into_bytes()
}

/// Where several rules fit a file, Cloudflare joins what they say of one header and Netlify may
/// take one of them. So here no two rules that fit the same file name the same header: frames are
/// refused by `X-Frame-Options`, on every folder without a page made for them.
fn underscore(plan: &Plan) -> String {
    let base = plan.addresses.below("");
    let framed = framed(plan);
    let mut text = format!(
        "{base}/*\n  Content-Security-Policy: {}",
        Policy::Reads.content()
    );
    if framed.is_empty() {
        text.push_str("; frame-ancestors 'none'");
    }
    text.push('\n');
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    if !framed.is_empty() {
        for pattern in unframed_patterns(plan, &framed) {
            let _ = write!(text, "\n{base}{pattern}\n  X-Frame-Options: DENY\n");
        }
    }
    let _ = write!(text, "\n{base}/assets/*\n  Cache-Control: {FOR_GOOD}\n");
    for (path, kind) in kinds(plan) {
        let _ = write!(text, "\n{base}/{path}\n  Content-Type: {kind}\n");
    }
    text
}

/// Lines for a `server` block. Variables, because an `add_header` of a `location` would put out all
/// of these.
fn nginx(plan: &Plan) -> String {
    let base = plan.addresses.below("");
    let quoted = regex_quoted(&base);
    let mut text = String::from(
        "# Copy this file to /etc/nginx/snippets/ and name it in the server block of the site:\n",
    );
    text.push_str("#   include snippets/nginx-headers.conf;\n\n");
    text.push_str("set $oogst_frames \"'none'\";\n");
    let framed = framed(plan);
    if !framed.is_empty() {
        let folders: Vec<String> = framed
            .iter()
            .map(|(folder, last)| format!("{}/[^/?]+/{}", regex_quoted(folder), regex_quoted(last)))
            .collect();
        let _ = writeln!(
            text,
            "if ($request_uri ~ \"^{quoted}/({})/\") {{\n    set $oogst_frames \"*\";\n}}",
            folders.join("|")
        );
    }
    let _ = writeln!(text, "set $oogst_cache \"{FOR_NOW}\";");
    let _ = writeln!(
        text,
        "if ($request_uri ~ \"^{quoted}/assets/[0-9a-f]+/\") {{\n    set $oogst_cache \"{FOR_GOOD}\";\n}}\n"
    );
    if let Some(files) = saved(plan) {
        let _ = writeln!(
            text,
            "set $oogst_disposition \"\";\nif ($uri ~* \"^{quoted}/{files}$\") {{\n    set $oogst_disposition attachment;\n}}\n"
        );
        text.push_str("add_header Content-Disposition $oogst_disposition;\n");
    }
    let _ = writeln!(
        text,
        "add_header Content-Security-Policy \"{}; frame-ancestors $oogst_frames\" always;",
        Policy::Reads.content()
    );
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text.push_str("add_header Cache-Control $oogst_cache;\n\n");
    text.push_str("location ~ /feed\\.xml$ {\n    types { application/atom+xml xml; }\n}\n");
    text.push_str("location ~ \\.ics$ {\n    types { text/calendar ics; }\n}\n");
    let _ = write!(
        text,
        "location ~ ^{quoted}/nginx-headers\\.conf$ {{\n    return 404;\n}}\n"
    );
    text
}

/// The files that were handed in and that a browser is to save, as a regular expression: all but
/// those that it shows by itself. What they are is known, so nothing in them runs; should a server
/// call one something else, it is not shown as that either. Hosts that read `_headers` have no
/// rules for endings, and send them as what they are.
fn saved(plan: &Plan) -> Option<String> {
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
fn framed(plan: &Plan) -> BTreeSet<(String, String)> {
    pages(plan)
        .filter(|(_, page)| is_for_frames(*page))
        .filter_map(|(path, _)| {
            let (record, last) = path.trim_end_matches('/').rsplit_once('/')?;
            let (folder, _) = record.rsplit_once('/')?;
            Some((folder.to_owned(), last.to_owned()))
        })
        .collect()
}

/// Patterns that fit every page but those for frames: the folders without such pages as a whole; in
/// the others, what is not one deeper than a record, and what is deeper still.
fn unframed_patterns(plan: &Plan, framed: &BTreeSet<(String, String)>) -> BTreeSet<String> {
    let mut patterns = BTreeSet::new();
    let within = |path: &str, folder: &str| {
        path == folder
            || path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    for (path, page) in pages(plan).filter(|(_, page)| !is_for_frames(*page)) {
        let path = path.trim_end_matches('/');
        let (first, second) = path.split_once('/').map_or((path, ""), |(first, rest)| {
            (first, rest.split('/').next().unwrap_or_default())
        });
        let pattern = if let Some((folder, _)) =
            framed.iter().find(|(folder, _)| within(path, folder))
        {
            let mut below = path[folder.len()..].trim_start_matches('/').splitn(3, '/');
            match (below.next().unwrap_or_default(), below.next()) {
                ("", _) => format!("/{folder}/"),
                (part, Some(_)) if matches!(page, Page::List(..)) => format!("/{folder}/{part}/*"),
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
        patterns.insert(pattern);
    }
    patterns
}

/// The address of every page below the site's root, without the `/` before it.
fn pages(plan: &Plan) -> impl Iterator<Item = (&str, Page)> {
    plan.files
        .iter()
        .filter_map(|planned| match planned.content {
            Content::Page(page, _) => {
                Some((planned.path.as_str().strip_suffix("index.html")?, page))
            }
            _ => None,
        })
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

/// A path in a regular expression. Paths of this program hold letters, digits, hyphens and slashes;
/// the rest may come from `base_url`.
fn regex_quoted(path: &str) -> String {
    path.chars()
        .flat_map(|character| {
            let plain = character.is_ascii_alphanumeric() || matches!(character, '-' | '/' | '_');
            (!plain).then_some('\\').into_iter().chain([character])
        })
        .collect()
}

/// Whether a page is made to be shown within another site.
fn is_for_frames(page: Page) -> bool {
    matches!(page, Page::Embed(_))
}
