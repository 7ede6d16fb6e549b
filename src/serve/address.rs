//! From the path of a request to the names of folders and a file below the site, or a refusal.
//! Pure: whether anything is there is for `files` to see. A path that could leave the site never
//! becomes an [`SitePath`].

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Component, Path};

use crate::encode::{self, path_decoded_strictly};

/// Where the site begins: the path of its `base_url`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    segments: Vec<String>,
}

/// What was asked for, below the base, in names that are safe to join to the site's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SitePath {
    /// The names from the site's folder downwards.
    pub(super) segments: Vec<String>,
    /// Whether the address ends in a slash.
    pub(super) folder: bool,
}

/// What a request's path means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AddressMeaning {
    /// Something of the site.
    Site(SitePath),
    /// The server's root, where the site begins further down.
    AboveSite,
    /// Nothing that the site could hold.
    Outside,
    /// Not an address at all.
    Malformed,
}

impl Base {
    /// From the path as configured; it may lack its slashes.
    pub(super) fn new(path: &str) -> Self {
        let segments = path
            .split('/')
            .filter_map(|segment| path_decoded_strictly(segment).filter(|name| is_plain(name)))
            .map(Cow::into_owned);
        Self {
            segments: segments.collect(),
        }
    }

    /// The base as a path that begins and ends in a slash.
    pub(super) fn address(&self) -> String {
        address(&self.segments, true)
    }

    /// The address of something of the site, for a redirect.
    pub(super) fn address_of(&self, asked: &SitePath) -> String {
        let segments: Vec<&String> = self.segments.iter().chain(&asked.segments).collect();
        address(&segments, asked.folder)
    }

    /// Reads the path of a request, still percent-encoded.
    ///
    /// The path is split before it is decoded, so that an encoded slash stays within its name
    /// (where it is refused) instead of becoming a way around the checks.
    pub(super) fn read(&self, path: &str) -> AddressMeaning {
        let Some(path) = path.strip_prefix('/') else {
            return AddressMeaning::Malformed;
        };
        let (path, folder) = match path.strip_suffix('/') {
            Some(path) => (path, true),
            None => (path, path.is_empty()),
        };
        let mut segments = Vec::new();
        for segment in path.split('/').filter(|_| !path.is_empty()) {
            match path_decoded_strictly(segment) {
                None => return AddressMeaning::Malformed,
                Some(name) if is_plain(&name) => segments.push(name.into_owned()),
                Some(_) => return AddressMeaning::Outside,
            }
        }
        match segments.strip_prefix(self.segments.as_slice()) {
            Some(below) => AddressMeaning::Site(SitePath {
                segments: below.to_vec(),
                folder,
            }),
            None if segments.is_empty() => AddressMeaning::AboveSite,
            None => AddressMeaning::Outside,
        }
    }
}

/// Whether this is one name below a folder, on any system: no way up, no separator, no drive,
/// nothing hidden.
fn is_plain(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let one_name = matches!(components.next(), Some(Component::Normal(only)) if only == name);
    one_name
        && components.next().is_none()
        && !name.starts_with('.')
        && !name
            .contains(|character: char| matches!(character, '/' | '\\') || character.is_control())
}

fn address(segments: &[impl AsRef<str>], folder: bool) -> String {
    let mut address = String::new();
    for segment in segments {
        address.push('/');
        let _ = write!(address, "{}", encode::name(segment.as_ref()));
    }
    if folder || address.is_empty() {
        address.push('/');
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(segments: &[&str], folder: bool) -> AddressMeaning {
        AddressMeaning::Site(SitePath {
            segments: segments.iter().map(ToString::to_string).collect(),
            folder,
        })
    }

    #[test]
    fn a_path_is_read_into_names() {
        let base = Base::new("/");
        assert_eq!(base.read("/"), site(&[], true));
        assert_eq!(
            base.read("/regios/twente/"),
            site(&["regios", "twente"], true)
        );
        assert_eq!(
            base.read("/a%20b/caf%C3%A9.pdf"),
            site(&["a b", "café.pdf"], false)
        );
        assert_eq!(base.read("/%252e%252e/x"), site(&["%2e%2e", "x"], false));
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let base = Base::new("/");
        for path in [
            "/..",
            "/../x",
            "/a/../../x",
            "/./x",
            "/%2e%2e/x",
            "/%2E%2e%2fx",
            "/a%2f..%2f..%2fx",
            "/..%5cx",
            "/..\\x",
            "/a%00b",
            "//etc/passwd",
            "/a//b",
            "/.git/config",
            "/%2egit/config",
            "/a/.b/c",
            "/a%0ab",
        ] {
            assert_eq!(base.read(path), AddressMeaning::Outside, "{path}");
        }
        for path in ["", "*", "x", "/%", "/%2", "/%zz", "/%ff", "/%+1"] {
            assert_eq!(base.read(path), AddressMeaning::Malformed, "{path}");
        }
    }

    #[test]
    fn a_site_under_a_path_has_its_addresses_below_it() {
        for base in ["/oogst/", "oogst", "/oogst", "//oogst//"] {
            let base = Base::new(base);
            assert_eq!(base.address(), "/oogst/");
            assert_eq!(base.read("/"), AddressMeaning::AboveSite);
            assert_eq!(base.read("/oogst"), site(&[], false));
            assert_eq!(base.read("/oogst/x/"), site(&["x"], true));
            assert_eq!(base.read("/oogstx/"), AddressMeaning::Outside);
        }
        let spaced = Base::new("/a b/&/");
        assert_eq!(spaced.address(), "/a%20b/%26/");
        assert_eq!(spaced.read("/a%20b/%26/"), site(&[], true));
    }
}
