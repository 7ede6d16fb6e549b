//! The program's own files: the manifest and what waits to be carried out.

use std::path::Path;

use bolero::check;
use oogst::folder::Folder;
use oogst::output::{Manifest, OutputPlaces, SiteWriter, WriteOptions, verify};
use oogst::state::{Opened, Seal, StateKey};

use crate::watch::{LONGEST, TIME, Watch};

#[test]
fn manifest() {
    let watch = Watch::over("manifest");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let key = StateKey::of_site(&Folder::open(folder.path()).expect("it is there"))
        .expect("the system says which folder it is");
    let whole = sealed(&postcard::to_stdvec(&manifest_of_two_files()).expect("plain values"));
    let read = |bytes: &[u8]| match Manifest::from_bytes(bytes, &key) {
        Some(Opened::Own(_)) => panic!("it was not sealed here"),
        Some(Opened::Foreign(manifest)) => Some(manifest),
        None => None,
    };
    assert_eq!(
        read(&whole).map(|manifest| manifest.entries().len()),
        Some(2),
        "a whole one is read, so this shows something"
    );
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, |bytes| {
                read(bytes);
                // With a seal that fits, so that what is behind it is reached: as it comes, and a
                // whole one with bytes changed.
                read(&sealed(bytes));
                let mut changed =
                    postcard::to_stdvec(&manifest_of_two_files()).expect("plain values");
                for pair in bytes.chunks_exact(2).take(4) {
                    let place = usize::from(pair[0]) % changed.len();
                    changed[place] = pair[1];
                }
                if let Some(manifest) = read(&sealed(&changed)) {
                    assert!(manifest.entries().iter().all(|entry| {
                        entry
                            .path
                            .folders()
                            .all(|folder| !folder.starts_with(['/', '.']))
                    }));
                }
            });
        });
}

/// One file of a manifest: path, key, content, size and time of change.
type FileOfManifest = (&'static str, [u8; 32], [u8; 32], (u64, i64));

/// A manifest as it is laid out: the program's version, the folder, of which content, the files.
fn manifest_of_two_files() -> (
    &'static str,
    &'static str,
    Option<[u8; 32]>,
    Vec<FileOfManifest>,
) {
    let file = |path| (path, [1; 32], [2; 32], (5, 7));
    (
        "0.1.0",
        "output",
        Some([3; 32]),
        vec![file("deals/index.html"), file("index.html")],
    )
}

/// Bytes in the envelope of a manifest: its name and version, the hash of what follows, and a seal
/// that is nobody's.
fn sealed(payload: &[u8]) -> Vec<u8> {
    [
        b"oogst files\n".as_slice(),
        &4_u32.to_le_bytes(),
        blake3::hash(payload).as_bytes(),
        &[0; 32],
        payload,
    ]
    .concat()
}

/// The files in the folder of the program's own.
const NAMES: [&str; 8] = [
    "journal",
    "journal.next",
    "manifest",
    "manifest.next",
    "edit/journal",
    "edit/0",
    "pictures/used-000000000000",
    "lock",
];

/// Whatever stands in the folder of the program's own: nothing of it is obeyed, and nobody panics
/// over it.
#[test]
fn files_of_the_programs_own() {
    let watch = Watch::over("files of the program's own");
    check!()
        .with_max_len(LONGEST)
        .with_test_time(TIME)
        .for_each(|bytes| {
            watch.input(bytes, obeys_nothing);
        });
}

/// A site with these bytes in a file of the program's own: what waited there is not carried out, and
/// nothing is written but the site.
fn obeys_nothing(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = folder.path();
    let site = with_own_file(root, bytes);
    let before = std::fs::read(root.join("content/a.md")).expect("a file can be read");
    let _ = oogst::edit::finish(root);
    let places = OutputPlaces::new(root, Path::new("output"));
    if let Ok(writer) = SiteWriter::begin(places, WriteOptions::new(site.clone())) {
        let _ = writer.commit();
    }
    let _ = verify(&site, None);
    assert_eq!(
        std::fs::read(root.join("content/a.md")).ok(),
        Some(before),
        "content was written"
    );
    for entry in std::fs::read_dir(root)
        .expect("a folder can be listed")
        .flatten()
    {
        let name = entry.file_name();
        assert!(
            [".oogst", "content", "output", "addresses.toml"]
                .iter()
                .any(|own| name == *own),
            "{} was made",
            name.display()
        );
    }
}

/// Makes a site in this folder, with these bytes in a file of the program's own.
fn with_own_file(root: &Path, bytes: &[u8]) -> Folder {
    std::fs::create_dir_all(root.join(".oogst/edit")).expect("a folder can be made");
    std::fs::create_dir_all(root.join(".oogst/pictures")).expect("a folder can be made");
    std::fs::create_dir_all(root.join("content")).expect("a folder can be made");
    std::fs::write(root.join("content/a.md"), "van een ander").expect("a file can be written");
    std::fs::write(root.join(".oogst/edit/1"), WAITING).expect("a file can be written");
    let site = Folder::open(root).expect("it is there");
    let key = StateKey::of_site(&site).expect("the system says which folder it is");
    let (which, rest) = bytes
        .split_first()
        .map_or((0, bytes), |(first, rest)| (usize::from(*first), rest));
    let written = match which / NAMES.len() % 3 {
        // As it comes; with a check that fits; sealed as if it were ours, which only
        // the key's owner can.
        0 => rest.to_vec(),
        1 => sealed(rest),
        _ => ours(NAMES[which % NAMES.len()], rest, &key),
    };
    std::fs::write(
        root.join(".oogst").join(NAMES[which % NAMES.len()]),
        written,
    )
    .expect("a file can be written");
    site
}

/// A text that waits to be put in a place of the content.
const WAITING: &[u8] = b"kwaad";

/// A journal as it is laid out, with names that the bytes give, under the seal of this very folder.
fn ours(name: &str, bytes: &[u8], key: &StateKey) -> Vec<u8> {
    type Removals<'a> = (Vec<(&'a str, (u64, i64))>, Vec<&'a str>);
    let text = String::from_utf8_lossy(bytes);
    let mut names = text.split('\n');
    let mut next = || names.next().unwrap_or_default();
    let removals = |name| -> Removals<'_> { (vec![(name, (13, 0))], vec![name]) };
    match name {
        "edit/journal" => {
            // Paths of the content are what a change is for; whatever lies elsewhere must be
            // refused.
            let path = |text: &str| {
                if text.starts_with("content") {
                    format!("../{text}")
                } else {
                    text.to_owned()
                }
            };
            let moves = vec![(path(next()), path(next()))];
            let texts = vec![(
                path(next()),
                "1",
                *blake3::hash(WAITING).as_bytes(),
                None::<[u8; 32]>,
            )];
            Seal {
                name: *b"oogst edits\n",
                version: 1,
            }
            .close(&(moves, texts), key)
        }
        _ => {
            let journal = (next(), 0_u32, removals(next()), removals(next()));
            Seal {
                name: *b"oogst moves\n",
                version: 2,
            }
            .close(&journal, key)
        }
    }
}
