//! What a server is to say of one file, told from its path alone: for servers that are told of each
//! file by itself.

use std::ffi::OsStr;
use std::path::Path;

use super::told::{FOR_GOOD, FOR_NOW};

/// What a file of a site is told to be, by its name.
pub fn content_type(path: &Path) -> String {
    // The site's feeds share one name; a server on the web is told the same by the name or not at
    // all.
    if path.file_name() == Some(OsStr::new("feed.xml")) {
        return "application/atom+xml; charset=utf-8".to_owned();
    }
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    match (guess.type_().as_str(), guess.subtype().as_str()) {
        ("text", "xml") => "application/xml; charset=utf-8".to_owned(),
        ("text", _) => format!("{guess}; charset=utf-8"),
        ("application", "javascript") => "text/javascript; charset=utf-8".to_owned(),
        _ => guess.to_string(),
    }
}

/// How long others may keep a file without asking again.
pub fn caching(path: &str) -> &'static str {
    let is_hash =
        |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_hexdigit());
    let asset = path.strip_prefix("assets/");
    let is_asset = asset
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(hash, _)| is_hash(hash));
    if is_asset || path.contains("/index/parts/") {
        FOR_GOOD
    } else {
        FOR_NOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_are_those_browsers_want() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("look.css", "text/css; charset=utf-8"),
            ("menu.js", "text/javascript; charset=utf-8"),
            ("feed.xml", "application/atom+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("dag.ics", "text/calendar; charset=utf-8"),
            ("data.json", "application/json"),
            ("data.csv", "text/csv; charset=utf-8"),
            ("mark.svg", "image/svg+xml"),
            ("foto.jpg", "image/jpeg"),
            ("foto.webp", "image/webp"),
            ("zaal.mp4", "video/mp4"),
            ("plan.pdf", "application/pdf"),
            ("search.wasm", "application/wasm"),
            ("letter.woff2", "font/woff2"),
            ("zonder", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn what_has_a_hash_in_its_address_is_kept_for_good() {
        for path in ["assets/0af3/look.css", "zoeken/index/parts/12.bin"] {
            assert_eq!(caching(path), FOR_GOOD, "{path}");
        }
        for path in [
            "index.html",
            "assets/look.css",
            "assets/groot/look.css",
            "feed.xml",
        ] {
            assert_eq!(caching(path), FOR_NOW, "{path}");
        }
    }
}
