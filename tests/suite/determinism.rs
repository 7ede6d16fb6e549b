//! The same input gives the same bytes: with any number of threads, whatever order the folder was
//! filled in, whichever editor and system wrote the files.

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::harness::{DAY, Site};
use crate::program::{command, ran};
use crate::tree::Tree;

/// Names and texts that Unicode can write in two ways.
const ACCENTS: &str = "\n[[vraag]]\ntitel = \"Wie leent ons één hoëveld-één-reünie?\"\ntekst = \"Zoë, Çağla en Renée: de coördinatie is geregeld. Zie [het plan](media/reünieplan.csv).\"\n\n[[materiaal]]\ntitel = \"Reünieplan\"\nbestand = \"media/reünieplan.csv\"\n";

#[test]
fn one_thread_and_four_give_the_same_site() {
    let site = Site::from("veenland");
    let build = |threads: &str| {
        let ran =
            ran(command(site.root(), &["build", "--date", DAY]).env("RAYON_NUM_THREADS", threads));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let output = Tree::read(&site.at("output"));
        fs::remove_dir_all(site.at("output"))
            .and_then(|()| fs::remove_dir_all(site.at(".oogst")))
            .expect("the output can be removed");
        output
    };
    build("1").assert_same(&build("4"), "four threads give what one gives");
}

#[test]
fn the_order_in_which_files_were_made_is_not_seen() {
    let mut plain = Site::from("veenland");
    let mut reversed = Site::empty();
    for path in paths_below(plain.root()).into_iter().rev() {
        let bytes = fs::read(plain.root().join(&path)).expect("a file can be read");
        reversed.write(path.to_str().expect("names in tests are Unicode"), bytes);
    }
    plain.build().output().assert_same(
        &reversed.build().output(),
        "a folder filled backwards gives the same site",
    );
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let mut plain = accented();
    let mut windows = accented();
    each_text(&mut windows, |text| {
        format!("\u{FEFF}{}", text.replace('\n', "\r\n"))
    });
    plain.build().output().assert_same(
        &windows.build().output(),
        "files as Notepad saves them give the same site",
    );
}

#[test]
fn accents_in_two_characters_change_nothing() {
    let mut plain = accented();
    let mut decomposed = accented();
    each_text(&mut decomposed, |text| text.nfd().collect());
    decomposed.rename(
        "content/events/2019-techniekdag/media/reünieplan.csv",
        &nfd("content/events/2019-techniekdag/media/reünieplan.csv"),
    );
    decomposed.rename(
        "content/events/2019-techniekdag/één.toml",
        &nfd("content/events/2019-techniekdag/één.toml"),
    );
    plain.build().output().assert_same(
        &decomposed.build().output(),
        "files as a Mac names and saves them give the same site",
    );
}

#[test]
fn old_mac_line_ends_and_no_line_end_at_the_end_change_nothing() {
    let mut plain = Site::from("klein");
    let mut old = Site::from("klein");
    each_text(&mut old, |text| text.trim_end().replace('\n', "\r"));
    plain.build().output().assert_same(
        &old.build().output(),
        "lines that end in a single return give the same site",
    );
}

/// The invented province with a record, a text and two file names full of accents.
fn accented() -> Site {
    let mut site = Site::from("veenland");
    site.write("content/events/2019-techniekdag/één.toml", ACCENTS)
        .write(
            "content/events/2019-techniekdag/media/reünieplan.csv",
            "één;twee\n",
        );
    site
}

fn nfd(text: &str) -> String {
    let other: String = text.nfd().collect();
    assert_ne!(other, text, "the name has an accent");
    other
}

/// Changes every text of a site.
fn each_text(site: &mut Site, change: impl Fn(&str) -> String) {
    for path in paths_below(site.root()) {
        let name = path.to_str().expect("names in tests are Unicode");
        if !name.contains("media") && (name.ends_with(".md") || name.ends_with(".toml")) {
            let text = site.read(name);
            site.write(name, change(&text));
        }
    }
}

/// The files below a folder, in order of path.
fn paths_below(folder: &Path) -> Vec<PathBuf> {
    Tree::read(folder)
        .0
        .into_keys()
        .map(PathBuf::from)
        .collect()
}
