//! Extreme names of files: those that Windows keeps, that differ in case or normal form alone, that
//! end oddly or are too long.

use std::fmt::Write as _;

use crate::every_field::PIXEL;
use crate::harness::Site;
use crate::page::Page;
use crate::repeated::{FACTS, TABLE};
use crate::tree::Tree;

/// Where a name would become a file: the code that refuses it, a path and a text with `#` for the
/// name.
const BECOMES_A_FILE: &[(&str, &str, &str)] = &[
    ("bad-file-name", "content/events/#/event.md", FACTS),
    (
        "bad-file-name",
        "content/pages/#.md",
        "+++\ntitel = \"x\"\n+++\n",
    ),
    (
        "bad-file-name",
        "content/events/2025-techniekavond/ideeen/#.md",
        "+++\ntitel = \"x\"\n+++\n",
    ),
    (
        "bad-id",
        "content/los.toml",
        "[[persoon]]\nnaam = \"x\"\nid = \"#\"\n",
    ),
    (
        "bad-alias",
        TABLE,
        "[[idee]]\ntitel = \"x\"\naliassen = [\"/oud/#/\"]\n",
    ),
];

#[test]
fn names_that_windows_keeps_are_refused_wherever_they_would_become_a_file() {
    for name in ["con", "nul", "aux", "prn", "com1", "lpt9"] {
        for (code, path, text) in BECOMES_A_FILE {
            let mut site = Site::from("klein");
            site.write(&path.replace('#', name), text.replace('#', name))
                .build_refused();
            assert!(
                site.codes().contains(code),
                "{path} with {name}: {:?}",
                site.codes()
            );
        }
        for file in [
            format!("{name}.csv"),
            format!("{}.tar.gz", name.to_uppercase()),
            name.to_owned(),
        ] {
            let mut site = Site::from("klein");
            site.write(
                &format!("content/events/2025-techniekavond/media/{file}"),
                "x",
            );
            site.write(
                TABLE,
                format!("[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{file}\"\n"),
            )
            .build_refused();
            assert!(
                site.codes().contains("bad-file-name"),
                "{file}: {:?}",
                site.codes()
            );
        }
        // Of a title it is made into something else.
        let mut site = Site::from("klein");
        site.write(
            "content/los.toml",
            format!("[[organisatie]]\nnaam = \"{}\"\n", name.to_uppercase()),
        )
        .build();
        assert!(
            site.at(&format!("output/organisaties/{name}-1/index.html"))
                .is_file()
        );
    }
}

/// A small site that hands out two files, as `x-0` and `x-1`.
fn with_two_files(names: [&str; 2]) -> Site {
    let mut site = Site::from("klein");
    let mut facts = String::new();
    for (number, name) in names.iter().enumerate() {
        site.write(
            &format!("content/events/2025-techniekavond/{name}"),
            format!("{number}"),
        );
        writeln!(
            facts,
            "[[materiaal]]\ntitel = \"x\"\nid = \"x-{number}\"\nbestand = \"{name}\""
        )
        .expect("a text takes all");
    }
    site.write(TABLE, facts).try_build();
    site
}

#[test]
fn names_that_differ_in_case_alone_never_share_a_place() {
    // The last three are one name on a disk that folds case as Unicode does. Each is published by
    // its own id.
    for names in [
        ["media/Tabel.csv", "media/tabel.csv"],
        ["media/Één.csv", "media/één.csv"],
        ["media/straße.csv", "media/STRASSE.csv"],
        ["media/ſ.csv", "media/s.csv"],
        ["media/ΟΔΟΣ.csv", "media/οδος.csv"],
    ] {
        let site = with_two_files(names);
        assert!(site.is_built(), "{names:?}: {:?}", site.codes());
        let output = site.output();
        for number in ["0", "1"] {
            assert_eq!(
                output.text(&format!(
                    "bijeenkomsten/2025-techniekavond/media/x-{number}.csv"
                )),
                number,
                "{names:?}"
            );
        }
    }
    // A folder whose name is fixed is one folder, in any letters.
    let site = with_two_files(["Media/tabel.csv", "media/tabel.csv"]);
    assert!(!site.is_built() && site.codes().contains("two-forms"));
    // Photos get names of their own, so both are shown.
    let mut site = Site::from("klein");
    site.write("content/events/2025-techniekavond/media/Foto.png", PIXEL)
        .write("content/events/2025-techniekavond/media/foto.png", PIXEL);
    let photo = |file: &str, id: &str| {
        format!(
            "[[foto]]\nbestand = \"media/{file}\"\nid = \"{id}\"\nalt = \"Een punt.\"\ntoestemming = \"niet-nodig\"\n"
        )
    };
    site.write(TABLE, photo("Foto.png", "een") + &photo("foto.png", "twee"))
        .try_build();
    let clash: Vec<String> = Tree::read(&site.at("output"))
        .0
        .into_keys()
        .map(|path| path.to_lowercase())
        .collect();
    let mut once = clash.clone();
    once.sort();
    once.dedup();
    assert_eq!(
        once.len(),
        clash.len(),
        "two files of the site have one name on other systems"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_in_normal_form_alone_are_refused_by_name() {
    let (composed, apart) = ("\u{E9}\u{E9}n", "e\u{301}e\u{301}n");
    let facts = "[[regio]]\nnaam = \"Streek\"\n";
    for (folder, ending, text) in [
        ("content", "toml", facts),
        (
            "content/events/2025-techniekavond",
            "toml",
            "[[idee]]\ntitel = \"x\"\n",
        ),
        ("content/events/2025-techniekavond/media", "csv", "a;b\n"),
        ("templates", "html", ""),
        ("assets", "css", ""),
    ] {
        let mut site = Site::from("klein");
        site.write(&format!("{folder}/{composed}.{ending}"), text)
            .write(&format!("{folder}/{apart}.{ending}"), text)
            .build_refused();
        assert!(
            site.codes().contains("name-twice"),
            "{folder}: {:?}",
            site.codes()
        );
    }
    // In a path that is read otherwise, too.
    let mut site = Site::from("klein");
    site.write(&format!("content/{composed}/a.md"), "x")
        .write(&format!("content/{apart}/a.md"), "x")
        .build_refused();
    assert!(site.codes().contains("name-twice"), "{:?}", site.codes());
    // One alone is that name, however it is written where it is named.
    for (on_disk, written) in [(composed, apart), (apart, composed)] {
        let mut site = Site::from("klein");
        site.write(
            &format!("content/events/2025-techniekavond/media/{on_disk}.csv"),
            "a;b\n",
        );
        site.write(
            TABLE,
            format!(
                "[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{written}.csv\"\n"
            ),
        )
        .build();
        let page = Page::read(
            site.output()
                .text("bijeenkomsten/2025-techniekavond/index.html"),
        );
        assert!(
            page.follows
                .iter()
                .any(|address| crate::links::built::decoded(address).ends_with("/media/x.csv")),
            "{:?}",
            page.follows
        );
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_that_end_oddly_or_are_too_long_are_refused_or_left() {
    for name in [
        "tabel.csv.",
        "tabel.csv ",
        "map./tabel.csv",
        "map /tabel.csv",
        &format!("{}.csv", "a".repeat(220)),
        &format!("{}x.csv", "diep/".repeat(200)),
    ] {
        let mut site = Site::from("klein");
        site.write(
            &format!("content/events/2025-techniekavond/media/{name}"),
            "a;b\n",
        );
        site.write(
            TABLE,
            format!("[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{name}\"\n"),
        )
        .try_build();
        assert!(!site.is_built(), "{name:?} is published");
        let known = ["bad-file-name", "folder-too-deep", "resource-file-missing"];
        assert!(
            site.codes().iter().all(|code| known.contains(code)),
            "{name:?}: {:?}",
            site.codes()
        );
    }
    // Files that nothing names keep nothing from being built, however many and however deep.
    let mut site = Site::from("klein");
    let deep = format!(
        "content/events/2025-techniekavond/media/{}",
        "d/".repeat(300)
    );
    site.write(&format!("{deep}x.csv"), "x")
        .write(
            "content/events/2025-techniekavond/media/\u{1B}[31m.csv",
            "x",
        )
        .build();
    assert_eq!(
        site.codes(),
        ["folder-too-deep"].into(),
        "and what is not read is told"
    );
}
