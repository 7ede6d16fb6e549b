//! Whatever stops a run, and whenever: who reads the place meets whole pages with all that they
//! load, files of others stay, and the next run finishes.

mod fake;
mod refusals;

use std::collections::BTreeMap;

use tempfile::TempDir;

use self::fake::{FakePlace, PutsBy, STOPS};
use super::kept::{KeptFile, LIST, LOCK, NEW, OLD, UNFINISHED};
use super::{PublishFault, PublishOptions, PublishPlan, PublishedSite, Publisher, publish};
use crate::folder::Folder;
use crate::output::{Cancel, OutputPath};

const ADDRESS: &str = "https://proef.example";

/// What a reader finds: the bytes by path. A page is a list of the paths that it needs, one a line,
/// below a line that tells its version.
type PlaceFiles = BTreeMap<String, Vec<u8>>;

fn files(list: &[(&str, &str)]) -> PlaceFiles {
    let list = list.iter();
    list.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

fn first() -> PlaceFiles {
    files(&[
        ("index.html", "een\nassets/1/stijl.css\ndeals/index.html"),
        (
            "deals/index.html",
            "een\nassets/1/stijl.css\ndeals/a/index.html\ndeals/weg/index.html",
        ),
        (
            "deals/a/index.html",
            "een\nassets/1/stijl.css\ndeals/a/foto.jpg",
        ),
        (
            "deals/weg/index.html",
            "een\nassets/1/stijl.css\ndeals/weg/weg.jpg",
        ),
        ("deals/a/foto.jpg", "foto"),
        ("deals/weg/weg.jpg", "weg"),
        ("assets/1/stijl.css", "stijl"),
        ("social.png", "kaart 1"),
        ("feed.xml", "een\ndeals/a/index.html\ndeals/weg/index.html"),
        ("oud", "een bestand dat een map wordt"),
    ])
}

fn second() -> PlaceFiles {
    files(&[
        ("index.html", "twee\nassets/2/stijl.css\ndeals/index.html"),
        (
            "deals/index.html",
            "twee\nassets/2/stijl.css\ndeals/a/index.html\ndeals/b/index.html",
        ),
        (
            "deals/a/index.html",
            "twee\nassets/2/stijl.css\ndeals/a/foto.jpg",
        ),
        (
            "deals/b/index.html",
            "twee\nassets/2/stijl.css\ndeals/b/b.jpg",
        ),
        ("deals/a/foto.jpg", "foto"),
        ("deals/b/b.jpg", "b"),
        ("assets/2/stijl.css", "stijl 2"),
        // As long as it was.
        ("social.png", "kaart 2"),
        ("feed.xml", "twee\ndeals/a/index.html\ndeals/b/index.html"),
        ("oud/index.html", "twee\nassets/2/stijl.css"),
    ])
}

fn third() -> PlaceFiles {
    let mut files = first();
    files.remove("oud");
    files.insert(
        "index.html".to_owned(),
        b"drie\nassets/1/stijl.css".to_vec(),
    );
    files
}

fn of_others() -> PlaceFiles {
    files(&[
        ("eigen.txt", "van een ander"),
        ("deals/weg/notitie.txt", "ook"),
        ("map/x/y.txt", "en dit"),
    ])
}

fn joined(one: &PlaceFiles, other: &PlaceFiles) -> PlaceFiles {
    let all = one.iter().chain(other);
    all.map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// A site of these files, on a disk of its own.
struct BuiltSite {
    folder: TempDir,
    site: PublishedSite,
}

impl BuiltSite {
    fn write(&self, path: &str, bytes: &[u8]) {
        std::fs::write(self.folder.path().join(path), bytes).expect("there is room");
    }
}

fn built(files: &PlaceFiles) -> BuiltSite {
    let folder = tempfile::tempdir().expect("there is room");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("there is room");
        std::fs::write(path, bytes).expect("there is room");
    }
    let kept = files.iter().map(|(path, bytes)| KeptFile {
        path: OutputPath::new(path).expect("a path"),
        size: bytes.len() as u64,
        blake3: blake3::hash(bytes),
    });
    let output = Folder::open(folder.path()).expect("it is there");
    BuiltSite {
        site: PublishedSite::of_files(ADDRESS, kept.collect(), output),
        folder,
    }
}

/// The run of this number, by one machine.
fn publisher(number: usize) -> Publisher {
    Publisher {
        id: format!("run-{number}"),
        former: (0..number).map(|number| format!("run-{number}")).collect(),
        host: "proef".to_owned(),
        since: "vandaag".to_owned(),
    }
}

fn run(site: &BuiltSite, place: &FakePlace, number: usize) -> Result<PublishPlan, PublishFault> {
    run_with(site, place, number, PublishOptions::default())
}

fn run_with(
    site: &BuiltSite,
    place: &FakePlace,
    number: usize,
    options: PublishOptions,
) -> Result<PublishPlan, PublishFault> {
    let (cancel, on) = (Cancel::default(), |_| {});
    publish(&site.site, place, &publisher(number), options, &cancel, &on)
}

/// What of a place others would read.
fn without_lists(mut files: PlaceFiles) -> PlaceFiles {
    files.retain(|path, _| {
        let is_left = path.ends_with(NEW) || path.ends_with(OLD);
        ![LIST, UNFINISHED, LOCK].contains(&path.as_str()) && !is_left
    });
    files
}

/// Makes sure that each file is whole, of one of these sites, and that what it needs is there.
fn assert_readable(there: &PlaceFiles, sites: &[PlaceFiles]) {
    for (path, bytes) in &without_lists(there.clone()) {
        if of_others().get(path) == Some(bytes) {
            continue;
        }
        let is_whole = sites.iter().any(|site| site.get(path) == Some(bytes));
        assert!(
            is_whole,
            "{path} is of no site: {}",
            String::from_utf8_lossy(bytes)
        );
        if super::order::is_page(path) || path == "feed.xml" {
            let text = String::from_utf8_lossy(bytes);
            for needed in text.lines().skip(1) {
                assert!(
                    there.contains_key(needed),
                    "{path} needs {needed}: {:?}",
                    there.keys()
                );
            }
        }
    }
}

/// A place with the first site and files of others, published as this program does.
fn published(at_once: usize, first: &BuiltSite) -> FakePlace {
    published_by(PutsBy::Renaming, at_once, first)
}

fn published_by(puts: PutsBy, at_once: usize, first: &BuiltSite) -> FakePlace {
    let place = FakePlace::new(&of_others(), at_once).that_puts(puts);
    let options = PublishOptions {
        adopt: true,
        ..PublishOptions::default()
    };
    run_with(first, &place, 0, options).expect("it is published");
    place
}

#[test]
fn a_reader_meets_whole_pages_at_every_moment() {
    for at_once in [1, 4] {
        let sites = [first(), second(), third()];
        let built: Vec<BuiltSite> = sites.iter().map(built).collect();
        let check = sites.clone();
        let place = published(at_once, &built[0])
            .read_by(Box::new(move |there| assert_readable(there, &check)));
        for (number, (site, files)) in built.iter().zip(&sites).enumerate().skip(1) {
            let plan = run(site, &place, number).expect("it is published");
            assert_eq!(without_lists(place.files()), joined(files, &of_others()));
            assert_eq!(plan.new + plan.changed + plan.same, files.len());
            let verbs = place.verbs();
            let again = run(site, &place, number + 10).expect("it is published");
            assert!(again.is_done, "nothing is left to do");
            assert!(place.verbs() > verbs, "it was looked at");
        }
        let there = place.files();
        assert!(!there.contains_key(LOCK) && !there.contains_key(UNFINISHED));
        assert!(!there.keys().any(|path| path.ends_with(NEW)));
        // What only held files of ours is gone with them; what holds one of others is not.
        let folders = place.folders();
        assert!(!folders.contains("deals/b") && !folders.contains("assets/2"));
        assert!(folders.contains("deals/weg") && folders.contains("map/x"));
    }
}

#[test]
fn whatever_stops_a_run_the_next_one_finishes() {
    let sites = [first(), second(), third()];
    let built: Vec<BuiltSite> = sites.iter().map(built).collect();
    let mut stopped = 0;
    // What the next run publishes: the same, what was there before, or something else.
    for (puts, at_once, next) in [
        (PutsBy::Renaming, 1, 1),
        (PutsBy::Renaming, 1, 0),
        (PutsBy::Renaming, 1, 2),
        (PutsBy::Renaming, 4, 1),
        (PutsBy::Whole, 1, 1),
        (PutsBy::Whole, 1, 2),
        (PutsBy::RenamingWithGap, 1, 1),
        (PutsBy::RenamingWithGap, 1, 2),
    ] {
        for stop in STOPS {
            for verb in 1.. {
                let (check, has_gap) = (sites.clone(), puts == PutsBy::RenamingWithGap);
                let assert_readable = move |there: &PlaceFiles, sites: &[PlaceFiles]| {
                    // What is missing for a moment is what is known of such a place.
                    if !has_gap {
                        assert_readable(there, sites);
                    }
                };
                let place = published_by(puts, at_once, &built[0])
                    .read_by(Box::new(move |there| assert_readable(there, &check)));
                place.stop_at(verb, stop);
                let ended = run(&built[1], &place, 1);
                if !place.mend() {
                    ended.expect("nothing stopped it");
                    break;
                }
                stopped += 1;
                assert_readable(&place.files(), &sites);
                let what = format!("{puts:?} {at_once} {next} {stop:?} at {verb}: {ended:?}");
                let again = run(&built[next], &place, 2);
                assert!(again.is_ok(), "{what}\n{again:?}");
                let there = place.files();
                assert_eq!(
                    without_lists(there.clone()),
                    joined(&sites[next], &of_others()),
                    "{what}"
                );
                let left = |path: &&String| {
                    let is_left = path.ends_with(NEW) || path.ends_with(OLD);
                    is_left || [LOCK, UNFINISHED].contains(&path.as_str())
                };
                assert_eq!(there.keys().find(left), None, "{what}");
                let plan = super::look(&built[next].site, &place, PublishOptions::default());
                assert!(plan.is_ok_and(|plan| plan.is_done), "{what}");
            }
        }
    }
    assert!(stopped > 500, "only {stopped} were stopped");
}

#[test]
fn a_first_run_that_is_stopped_is_finished_too() {
    let (files, site) = (first(), built(&first()));
    for stop in STOPS {
        for verb in 1.. {
            let place = FakePlace::new(&PlaceFiles::new(), 1);
            place.stop_at(verb, stop);
            let ended = run(&site, &place, 1);
            if !place.mend() {
                ended.expect("nothing stopped it");
                break;
            }
            assert_readable(&place.files(), std::slice::from_ref(&files));
            let again = run(&site, &place, 2);
            assert!(again.is_ok(), "{stop:?} at {verb}: {again:?}");
            assert_eq!(without_lists(place.files()), files, "{stop:?} at {verb}");
        }
    }
}
