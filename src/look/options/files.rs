//! The files that a site chooses, a logo or a font: found among the assets, known by their bytes.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::Spanned;
use crate::words::messages::look as messages;

/// The largest picture or font that a site may hand to every reader, in kilobytes.
const LARGEST_FILE: usize = 500;

/// A file among the assets of the site or its look, of a kind that its bytes show.
pub(super) fn file<'a>(
    value: &'a Spanned<String>,
    assets: &'a BTreeMap<String, Vec<u8>>,
    kind: fn(&[u8]) -> Option<&'static str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(&'a str, &'a [u8])> {
    let name = value.value.trim_start_matches("assets/");
    let Some((name, bytes)) = assets.get_key_value(name) else {
        let meant = nearest(name, assets.keys().map(String::as_str)).map(ToOwned::to_owned);
        diagnostics.push(
            Diagnostic::at(Code::LookFileMissing, value.span)
                .with("name", name)
                .suggest(meant),
        );
        return None;
    };
    let problem = if kind(bytes).is_none() {
        messages::OF_ANOTHER_KIND.into()
    } else if bytes.len() > LARGEST_FILE * 1000 {
        let size = bytes.len() / 1000;
        messages::too_large(&size)
    } else {
        return Some((name, bytes));
    };
    diagnostics.push(
        Diagnostic::at(Code::LookFileWrong, value.span)
            .with("name", name)
            .with("problem", problem)
            .with("limit", LARGEST_FILE),
    );
    None
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a picture is by its first bytes: PNG, or SVG, which pages show as a picture only, so that
/// nothing in it runs.
pub(super) fn picture_kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(PNG) && bytes.len() > 24 {
        return Some("png");
    }
    let text = std::str::from_utf8(bytes)
        .ok()?
        .trim_start_matches('\u{FEFF}')
        .trim_start();
    let begins = text.starts_with("<svg") || text.starts_with("<?xml") || text.starts_with("<!--");
    (begins && text.contains("<svg") && text.contains("</svg>")).then_some("svg")
}

/// The size of a PNG (its specification, section 11.2.1).
pub(super) fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let read = |start: usize| {
        Some(u32::from_be_bytes(
            bytes.get(start..start + 4)?.try_into().ok()?,
        ))
    };
    bytes
        .starts_with(PNG)
        .then(|| Some((read(16)?, read(20)?)))
        .flatten()
        .filter(|(width, height)| *width > 0 && *height > 0)
}

/// What a font is by its first four bytes, as CSS calls it.
pub(super) fn font_kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes.get(..4)? {
        b"wOF2" => Some("woff2"),
        b"wOFF" => Some("woff"),
        b"OTTO" => Some("opentype"),
        [0, 1, 0, 0] | b"true" => Some("truetype"),
        _ => None,
    }
}
