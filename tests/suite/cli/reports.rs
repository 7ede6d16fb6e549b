//! A new report, one that is elsewhere, and a folder that is none.

use std::fs;
use std::path::Path;

use crate::harness::{DAY, Site};
use crate::program::{Ran, command, oogst, ran};
use crate::tree::Tree;

#[test]
fn a_new_report_builds_with_nothing_else_on_the_machine() {
    for (language, page, all_is_well) in [
        ("nl", "bijeenkomsten/voorbeeld/index.html", "Alles klopt.\n"),
        ("en", "events/example/index.html", "All is well.\n"),
    ] {
        let site = Site::empty();
        let bare = |folder: &Path, words: &[&str]| ran(command(folder, words).env_clear());
        let made = bare(site.root(), &["new", "verslag", "--lang", language]);
        assert_eq!((made.code, made.out.as_str()), (0, ""), "{}", made.err);
        let folder = site.at("verslag");
        let ignored = fs::read_to_string(folder.join(".gitignore"))
            .expect("a new report says what git is not to keep");
        let lines: Vec<&str> = ignored
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        assert_eq!(lines, ["/.oogst/", "/.output.oogst-*/", "/output/"]);
        assert_eq!(
            bare(&folder, &["check"]),
            Ran {
                code: 0,
                out: String::new(),
                err: all_is_well.to_owned()
            }
        );
        let built = bare(&folder, &["build"]);
        assert_eq!((built.code, built.out.as_str()), (0, ""), "{}", built.err);
        let output = Tree::read(&folder.join("output"));
        assert!(
            output.text("index.html").contains("Verslag"),
            "the folder's name is the site's title"
        );
        assert!(
            output.0.contains_key(page),
            "{page} is not in {:?}",
            output.0.keys()
        );
    }
}

#[test]
fn a_new_report_takes_no_folder_that_holds_something() {
    let mut site = Site::with(&[
        ("verslag/brief.txt", "mijn brief"),
        ("bestand", "ook van mij"),
    ]);
    let before = Tree::read(site.root());
    for (folder, language, said) in [
        (
            "verslag",
            "nl",
            "fout: verslag: in deze map staat al iets; kies een map die er nog niet is\n",
        ),
        (
            "verslag",
            "en",
            "error: verslag: this folder is not empty; choose one that does not exist yet\n",
        ),
        (
            "bestand",
            "nl",
            "fout: bestand: in deze map staat al iets; kies een map die er nog niet is\n",
        ),
    ] {
        assert_eq!(
            oogst(site.root(), &["new", folder, "--lang", language]),
            Ran {
                code: 1,
                out: String::new(),
                err: said.to_owned()
            }
        );
    }
    before.assert_same(&Tree::read(site.root()), "what was there is untouched");
    // A folder that is there and empty will do, and so will one whose folder above is not there
    // yet.
    site.write("leeg/x", "").remove("leeg/x");
    for folder in ["leeg", "map/in/map"] {
        assert_eq!(oogst(site.root(), &["new", folder]).code, 0);
        assert!(site.at(folder).join("content").is_dir());
    }
}

#[test]
fn a_folder_that_is_no_report_is_said_to_be_none() {
    let site = Site::with(&[("brief.txt", "mijn brief")]);
    let before = Tree::read(site.root());
    for (words, said) in [
        (
            ["build", "--lang", "nl"],
            "fout[no-config]: hier is geen `oogst.toml`\n",
        ),
        (
            ["check", "--lang", "nl"],
            "fout[no-config]: hier is geen `oogst.toml`\n",
        ),
        (
            ["build", "--lang", "en"],
            "error[no-config]: there is no `oogst.toml` here\n",
        ),
        (
            ["--lang", "en", "build"],
            "error[no-config]: there is no `oogst.toml` here\n",
        ),
    ] {
        let ran = oogst(site.root(), &words);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert!(ran.err.starts_with(said), "{}", ran.err);
    }
    before.assert_same(
        &Tree::read(site.root()),
        "nothing is made where there is no report",
    );
    let nowhere = oogst(
        site.root(),
        &["build", "--root", "er/is/niets", "--lang", "en"],
    );
    assert_eq!(nowhere.code, 1, "{}", nowhere.err);
}

#[test]
fn a_report_elsewhere_is_named_with_root() {
    let site = Site::from("klein");
    let elsewhere = Site::empty();
    let ran = oogst(
        elsewhere.root(),
        &[
            "build",
            "--root",
            site.root().to_str().expect("a name in Unicode"),
            "--date",
            DAY,
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    Site::from("klein").build().output().assert_same(
        &Tree::read(&site.at("output")),
        "the program and the library build the same site",
    );
    assert!(
        Tree::read(elsewhere.root()).0.is_empty(),
        "nothing is left where the person stood"
    );
}
