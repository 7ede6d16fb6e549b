//! Every operation of a build fails in turn, in every way there is. Afterwards nobody reads a torn
//! file, the next run has the old or the new site whole, and the next build has the new one.

use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;

use super::fault::{DiskFault, FaultDisk, MountDisk};
use super::site::{Files, TestSite, files};
use crate::error::Error;
use crate::output::{Committed, Disk, SiteWriter, WriteOptions};

const FAULTS: [DiskFault; 5] = [
    DiskFault::KilledBefore,
    DiskFault::KilledWithin,
    DiskFault::KilledAfter,
    DiskFault::Refused(ErrorKind::StorageFull),
    DiskFault::Refused(ErrorKind::ReadOnlyFilesystem),
];

fn old() -> Files {
    files([
        ("index.html", "the old home"),
        ("a/index.html", "page a, old"),
        ("b/index.html", "page b"),
        ("b/c/index.html", "page c goes with its folder"),
        ("d/e/f.txt", "the folder d becomes a file"),
        ("d/g.txt", "and this goes with it"),
        ("x", "the file x becomes a folder"),
        ("z.txt", "goes"),
    ])
}

fn new() -> Files {
    files([
        (
            "index.html",
            "the new home, with more text than the old one",
        ),
        ("a/index.html", "page a, new"),
        ("a/h/i/index.html", "a new folder in an old one"),
        ("b/index.html", "page b"),
        ("d", "now a file"),
        ("k/index.html", "a new folder"),
        ("k/l/index.html", "and one in it"),
        ("x/index.html", "now in a folder"),
    ])
}

/// Files of somebody else, in folders of ours.
const MINE: [(&str, &str); 2] = [("b/mine.txt", "mine"), ("mine.txt", "mine as well")];

fn with_mine(mut files: Files) -> Files {
    files.extend(MINE.map(|(path, text)| (path.to_owned(), text.to_owned())));
    files
}

fn add_mine(site: &TestSite) {
    for (path, text) in MINE {
        site.write(&format!("output/{path}"), text);
    }
}

/// No reader gets a text that neither site has.
fn assert_not_torn(site: &TestSite, sites: &[&Files], when: &str) {
    for (path, text) in site.files("output") {
        if !path
            .split('/')
            .any(|name| name.starts_with(".oogst-staging"))
        {
            assert!(
                sites.iter().any(|files| files.get(&path) == Some(&text)),
                "{when}: {path} is {text:?}"
            );
        }
    }
}

/// Lets each operation of a build of [`new`] fail in each way, on a site that `prepare` makes.
fn sweep(
    prepare: impl Fn(&TestSite),
    disk: impl Fn(&TestSite) -> Box<dyn Disk>,
    old: Option<&Files>,
    new_site: &Files,
) {
    for fault in FAULTS {
        for at in 0.. {
            let when = format!("{fault:?} at operation {at}");
            let site = TestSite::new();
            prepare(&site);
            let broken = Arc::new(FaultDisk::new(disk(&site), fault, at));
            let result = site.try_build(&new(), broken.clone());
            assert_not_torn(&site, &[old.unwrap_or(new_site), new_site], &when);
            let now = site.files("output");
            if matches!(result, Ok(Committed::Done(_))) {
                assert_eq!(&now, new_site, "{when}: done, they said");
            } else if matches!(fault, DiskFault::Refused(_))
                && !matches!(result, Err(Error::Unfinished { .. }))
            {
                assert_eq!(
                    &now,
                    old.unwrap_or(&Files::new()),
                    "{when}: the old site should be there: {result:?}"
                );
            }

            // The same disk, mounts and all, sound again.
            let sound = || Arc::new(FaultDisk::new(disk(&site), fault, usize::MAX));
            site.recover_on(sound());
            let now = site.files("output");
            assert!(
                Some(&now) == old || &now == new_site || (old.is_none() && now.is_empty()),
                "{when}: after recovery {now:?}"
            );
            assert!(
                matches!(site.try_build(&new(), sound()), Ok(Committed::Done(_))),
                "{when}"
            );
            assert_eq!(&site.files("output"), new_site, "{when}");
            site.assert_tidy();
            if !broken.struck() {
                assert!(at > 20, "a build takes more than {at} operations");
                break;
            }
        }
    }
}

#[test]
fn a_first_build_survives_every_fault() {
    sweep(|_| {}, |site| Box::new(site.disk()), None, &new());
}

#[test]
fn a_changed_build_survives_every_fault() {
    let prepare = |site: &TestSite| {
        site.build(&old());
        add_mine(site);
    };
    sweep(
        prepare,
        |site| Box::new(site.disk()),
        Some(&with_mine(old())),
        &with_mine(new()),
    );
}

#[test]
fn a_build_on_a_mount_survives_every_fault() {
    let prepare = |site: &TestSite| {
        site.build(&old());
        add_mine(site);
    };
    sweep(
        prepare,
        |site| Box::new(MountDisk::new(site.folder(), &site.root.join("output"))),
        Some(&with_mine(old())),
        &with_mine(new()),
    );
}

#[test]
fn a_build_with_a_mount_inside_the_output_survives_every_fault() {
    let prepare = |site: &TestSite| {
        site.build(&old());
        add_mine(site);
    };
    for mount in ["a", "b"] {
        sweep(
            prepare,
            |site| {
                Box::new(MountDisk::new(
                    site.folder(),
                    &site.root.join("output").join(mount),
                ))
            },
            Some(&with_mine(old())),
            &with_mine(new()),
        );
    }
}

#[test]
fn without_a_manifest_every_fault_leaves_all_texts_somewhere() {
    let before = files([
        ("index.html", "whose is this?"),
        ("a/index.html", "and this?"),
        ("q.html", "not in the way"),
    ]);
    let mut after = new();
    after.insert("q.html".to_owned(), "not in the way".to_owned());
    for fault in FAULTS {
        for at in 0.. {
            let site = TestSite::new();
            for (path, text) in &before {
                site.write(&format!("output/{path}"), text);
            }
            let broken = Arc::new(FaultDisk::new(Box::new(site.disk()), fault, at));
            let _ = site.try_build(&new(), broken.clone());
            site.recover();
            let now = site.files("output");
            assert!(
                now == before || now == after,
                "{fault:?} at operation {at}: {now:?}"
            );
            site.build(&new());
            assert_eq!(site.files("output"), after);
            let kept: Vec<String> = site.files(".oogst/replaced").into_values().collect();
            assert!(
                kept.contains(&before["index.html"]) && kept.contains(&before["a/index.html"]),
                "{fault:?} at operation {at}"
            );
            site.assert_tidy();
            if !broken.struck() {
                break;
            }
        }
    }
}

#[test]
fn a_recovery_that_is_interrupted_itself_is_finished_by_the_next() {
    let (old_site, new_site) = (with_mine(old()), with_mine(new()));
    for first in 0.. {
        let mut first_struck = false;
        for second in 0.. {
            let site = TestSite::new();
            site.build(&old());
            add_mine(&site);
            let broken = Arc::new(FaultDisk::new(
                Box::new(site.disk()),
                DiskFault::KilledAfter,
                first,
            ));
            let _ = site.try_build(&new(), broken.clone());
            first_struck |= broken.struck();
            if !site.root.join(".oogst/journal").exists() {
                break;
            }
            let broken = Arc::new(FaultDisk::new(
                Box::new(site.disk()),
                DiskFault::KilledBefore,
                second,
            ));
            let _ = SiteWriter::begin(
                site.places(),
                WriteOptions {
                    disk: broken.clone(),
                    ..WriteOptions::new(site.folder())
                },
            );
            assert_not_torn(&site, &[&old_site, &new_site], "in recovery");
            site.recover();
            assert_eq!(
                site.files("output"),
                new_site,
                "killed after operation {first}, then before {second}"
            );
            site.assert_tidy();
            if !broken.struck() {
                break;
            }
        }
        if !first_struck {
            assert!(first > 20);
            break;
        }
    }
}

#[test]
fn a_recovery_removes_nothing_that_came_after_the_fault() {
    let mut tried = 0;
    for at in 0.. {
        let site = TestSite::new();
        site.build(&old());
        let broken = Arc::new(FaultDisk::new(
            Box::new(site.disk()),
            DiskFault::KilledBefore,
            at,
        ));
        let _ = site.try_build(&new(), broken.clone());
        if !broken.struck() {
            break;
        }
        if site.root.join(".oogst/journal").exists() {
            tried += 1;
            let _ = fs::remove_file(site.root.join("output/z.txt"));
            site.write("output/z.txt", "somebody put this here after the fault");
            site.recover();
            assert_eq!(
                site.read("output/z.txt"),
                "somebody put this here after the fault"
            );
        }
    }
    assert!(tried > 5);
}
