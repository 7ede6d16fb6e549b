//! The files of the tests and of a site: where they stand, copies and links.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What a site is made of. Nothing else is copied: no output, no expectation, and of the
/// repository's root only its example.
const PARTS: [&str; 6] = [
    "oogst.toml",
    "addresses.toml",
    "content",
    "themes",
    "templates",
    "assets",
];

/// Where the tests' files stand.
pub(crate) fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Where a fixture's content stands: in its own folder below these tests, or where a file `source`
/// in it points to.
pub(crate) fn source(tests: &Path, name: &str) -> PathBuf {
    let folder = tests.join("sites").join(name);
    assert!(folder.is_dir(), "there is no fixture {name}");
    match fs::read_to_string(folder.join("source")) {
        Ok(elsewhere) => folder.join(elsewhere.trim()),
        Err(_) => folder,
    }
}

/// Copies what a site is made of.
pub(crate) fn copy_parts(from: &Path, to: &Path) {
    for part in PARTS {
        copy(&from.join(part), &to.join(part));
    }
}

/// Whether a run is to write anew what is expected.
pub(crate) fn rewrites_expected() -> bool {
    std::env::var("OOGST_REWRITE_EXPECTED").is_ok_and(|value| value == "1")
}

/// Copies a file, a link or a folder with all in it; what is not there is not copied.
pub(crate) fn copy(from: &Path, to: &Path) {
    let Ok(facts) = fs::symlink_metadata(from) else {
        return;
    };
    if facts.is_dir() {
        fs::create_dir_all(to).expect("a folder can be made");
        for entry in fs::read_dir(from).expect("a folder can be listed") {
            let entry = entry.expect("a folder can be listed");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if facts.is_symlink() {
        link(&fs::read_link(from).expect("a link can be read"), to);
    } else {
        fs::copy(from, to).expect("a file can be copied");
    }
}

/// Makes a symbolic link to a file.
pub(crate) fn link(target: &Path, at: &Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, at).expect("a link can be made");
    #[cfg(windows)]
    std::os::windows::fs::symlink_file(target, at).expect("a link can be made");
}

/// Says something to whoever runs the tests. The macros that print are held back while a test goes
/// well, and this must be seen then too.
pub(crate) fn tell(what: &str) {
    let _ = writeln!(std::io::stderr(), "{what}");
}
