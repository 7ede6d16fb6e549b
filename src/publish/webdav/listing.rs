//! What a server says is in a folder (RFC 4918, section 9.1 and 13).

use std::io::{self, ErrorKind};

use url::Url;

use crate::encode::path_decoded;
use crate::publish::target::{TargetEntry, TargetEntryKind};
use crate::publish::web::each_text;

/// What is asked of everything in a folder.
pub(super) const ASKED: &str = r#"<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>"#;

/// One thing, while it is read.
#[derive(Default)]
struct DavResource {
    href: Option<String>,
    is_folder: bool,
    size: Option<u64>,
}

/// What is in the folder of this address, by the answer of its server.
///
/// # Errors
/// When the answer cannot be read, or tells of what is somewhere else.
pub(super) fn entries(folder: &Url, answer: &[u8]) -> io::Result<Vec<TargetEntry>> {
    let mut entries = Vec::new();
    let mut seen = DavResource::default();
    each_text(answer, |names, text| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match names.as_slice() {
            ["multistatus", "response", "href"] => seen.href = Some(text.to_owned()),
            [
                "multistatus",
                "response",
                "propstat",
                "prop",
                "resourcetype",
                "collection",
            ] => {
                seen.is_folder = true;
            }
            [
                "multistatus",
                "response",
                "propstat",
                "prop",
                "getcontentlength",
            ] => {
                seen.size = seen.size.or(text.parse().ok());
            }
            ["multistatus", "response"] => {
                entries.extend(entry(folder, std::mem::take(&mut seen))?);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(entries)
}

/// Nothing for the folder itself.
fn entry(folder: &Url, seen: DavResource) -> io::Result<Option<TargetEntry>> {
    let elsewhere = || io::Error::from(ErrorKind::InvalidData);
    let href = seen.href.ok_or_else(elsewhere)?;
    let address = folder.join(&href).map_err(|_| elsewhere())?;
    let decoded = |path: &str| path_decoded(path).map_or_else(|| path.to_owned(), Into::into);
    let (path, folder): (String, String) = (decoded(address.path()), decoded(folder.path()));
    let is_itself = path.trim_end_matches('/') == folder.trim_end_matches('/');
    if is_itself {
        return Ok(None);
    }
    let name = path.strip_prefix(&folder).ok_or_else(elsewhere)?;
    let name = name.strip_suffix('/').unwrap_or(name);
    if name.is_empty() || name.contains('/') {
        return Err(elsewhere());
    }
    Ok(Some(TargetEntry {
        name: name.to_owned(),
        kind: match seen.size {
            _ if seen.is_folder => TargetEntryKind::Folder,
            Some(size) => TargetEntryKind::File(size),
            None => TargetEntryKind::Other,
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(answer: &str) -> io::Result<Vec<(String, TargetEntryKind)>> {
        let folder = Url::parse("https://dav.example/Mijn%20map/").expect("an address");
        let entries = entries(&folder, answer.as_bytes())?;
        Ok(entries
            .into_iter()
            .map(|entry| (entry.name, entry.kind))
            .collect())
    }

    #[test]
    fn a_folder_is_read_however_its_server_writes_it() {
        let listed = listed(
            "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">\
             <D:response><D:href>/Mijn%20map</D:href></D:response>\
             <D:response><D:href>http://binnen.example/Mijn%20map/a%26b.html</D:href>\
             <D:propstat><D:prop><D:resourcetype/><D:getcontentlength>12</D:getcontentlength></D:prop>\
             <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>\
             <D:response><D:href>/Mijn%20map/c&amp;d/</D:href>\
             <D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat>\
             <D:propstat><D:prop><D:getcontentlength/></D:prop></D:propstat></D:response>\
             </D:multistatus>",
        );
        assert_eq!(
            listed.expect("it is a list"),
            [
                ("a&b.html".to_owned(), TargetEntryKind::File(12)),
                ("c&d".to_owned(), TargetEntryKind::Folder),
            ]
        );
    }

    #[test]
    fn what_is_no_list_of_the_folder_is_refused() {
        let of = |href: &str| {
            format!("<multistatus><response><href>{href}</href></response></multistatus>")
        };
        let deep = "<a>".repeat(40) + &"</a>".repeat(40);
        for answer in [
            "<html><p>Welkom",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><multistatus/>",
            "<multistatus><response/></multistatus>",
            &of("/Andere%20map/a"),
            &of("/Mijn%20map/a/b"),
            &of("/Mijn%20map/%2e%2e/weg"),
            &deep,
        ] {
            assert!(listed(answer).is_err(), "{answer}");
        }
    }
}
