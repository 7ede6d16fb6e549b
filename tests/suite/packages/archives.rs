//! Archives follow from the names and bytes of what is in them, whenever and in whatever order that
//! was put down; a wheel lists all of it.

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::{packer, said};

/// A folder as a wheel's, invented, whose files are put down in this order.
fn folder(above: &Path, backwards: bool) -> std::path::PathBuf {
    let folder = above.join("oogst-9.9.9");
    let mut files = [
        ("oogst-9.9.9.data/scripts/oogst", "program\n", 0o755),
        ("oogst-9.9.9.dist-info/METADATA", "Name: oogst\n", 0o644),
        ("oogst-9.9.9.dist-info/WHEEL", "Wheel-Version: 1.0\n", 0o644),
        ("a/é.txt", "", 0o600),
    ];
    if backwards {
        files.reverse();
    }
    for (path, text, mode) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it is made");
        fs::write(&path, text).expect("it is written");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is allowed");
    }
    folder
}

/// Packs the folder, put down in either order.
fn packed(kind: &str) -> [Vec<u8>; 2] {
    [false, true].map(|backwards| {
        let above = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = folder(above.path(), backwards);
        let out = above.path().join("out");
        said(&mut packer(&[
            kind,
            &out.to_string_lossy(),
            &folder.to_string_lossy(),
        ]));
        fs::read(out).expect("it was made")
    })
}

/// What is in a zip: names, modes, texts.
fn unzipped(bytes: Vec<u8>) -> Vec<(String, u32, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("it is a zip");
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).expect("it can be read");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("it is a text");
            let mode = file.unix_mode().expect("it has a mode");
            let name = file.name().expect("its name is UTF-8").into_owned();
            (name, mode & 0o777, text)
        })
        .collect()
}

fn told(name: &str, mode: u32, text: &str) -> (String, u32, String) {
    (name.to_owned(), mode, text.to_owned())
}

#[test]
fn a_zip_follows_from_what_is_in_it() {
    let [one, other] = packed("zip");
    assert!(one == other, "the bytes are the same");
    assert_eq!(
        unzipped(one),
        [
            told("oogst-9.9.9/a/é.txt", 0o644, ""),
            told(
                "oogst-9.9.9/oogst-9.9.9.data/scripts/oogst",
                0o755,
                "program\n"
            ),
            told(
                "oogst-9.9.9/oogst-9.9.9.dist-info/METADATA",
                0o644,
                "Name: oogst\n"
            ),
            told(
                "oogst-9.9.9/oogst-9.9.9.dist-info/WHEEL",
                0o644,
                "Wheel-Version: 1.0\n"
            ),
        ]
    );
}

#[test]
fn a_wheel_lists_all_that_is_in_it_last() {
    let [one, other] = packed("wheel");
    assert!(one == other, "the bytes are the same");
    // Digests of these texts by `openssl dgst -sha256 -binary | basenc --base64url`, without `=`.
    let record = "\
        a/é.txt,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n\
        oogst-9.9.9.data/scripts/oogst,sha256=-6E6N6c9ZX3A8eZx8NxxT5iR3U2hXsRb0qb4PgQ0ZI4,8\n\
        oogst-9.9.9.dist-info/METADATA,sha256=sebsMKD54vBeug0y7bs_s9-fIUiveMyQC05OY_uj9jU,12\n\
        oogst-9.9.9.dist-info/WHEEL,sha256=hPnzolO11CFKQQfo-cfRSowPfsQIecdrr39HeOvVHcE,19\n\
        oogst-9.9.9.dist-info/RECORD,,\n";
    assert_eq!(
        unzipped(one),
        [
            told("a/é.txt", 0o644, ""),
            told("oogst-9.9.9.data/scripts/oogst", 0o755, "program\n"),
            told("oogst-9.9.9.dist-info/METADATA", 0o644, "Name: oogst\n"),
            told("oogst-9.9.9.dist-info/WHEEL", 0o644, "Wheel-Version: 1.0\n"),
            told("oogst-9.9.9.dist-info/RECORD", 0o644, record),
        ]
    );
}

#[test]
fn a_tar_follows_from_what_is_in_it() {
    let [one, other] = packed("tar");
    assert!(one == other, "the bytes are the same");
    let above = tempfile::tempdir().expect("a temporary folder can be made");
    let file = above.path().join("out.tar.gz");
    fs::write(&file, one).expect("it is written");
    let listed = said(
        Command::new("tar")
            .args(["--list", "--verbose", "--utc", "--quoting-style=literal"])
            .args(["--numeric-owner", "--file"])
            .arg(file)
            .env("LC_ALL", "C.UTF-8"),
    );
    let listed: Vec<String> = listed
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        listed,
        [
            "-rw-r--r-- 0/0 0 2026-01-15 00:00 oogst-9.9.9/a/é.txt",
            "-rwxr-xr-x 0/0 8 2026-01-15 00:00 oogst-9.9.9/oogst-9.9.9.data/scripts/oogst",
            "-rw-r--r-- 0/0 12 2026-01-15 00:00 oogst-9.9.9/oogst-9.9.9.dist-info/METADATA",
            "-rw-r--r-- 0/0 19 2026-01-15 00:00 oogst-9.9.9/oogst-9.9.9.dist-info/WHEEL",
        ]
    );
}
