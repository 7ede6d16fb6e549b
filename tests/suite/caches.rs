//! What the program remembers of earlier builds costs time when it is lost, and never more: a
//! manifest or a picture cache that is cut off, changed, old or another site's, a journal that is
//! none and a lock that was left, all lead to the site of a build from nothing.

use std::fs;

use proptest::prelude::*;

use crate::every_field::PIXEL;
use crate::harness::{DAY, Site};
use crate::program::oogst;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// A small site with a photo.
fn site(title: &str) -> Site {
    let mut site = Site::from("klein");
    site.append(
        "oogst.toml",
        "\n[search]\nenabled = false\n\n[social]\nenabled = false\n",
    );
    site.replace("oogst.toml", "Techniek in ons dorp", title);
    let photo = "\n[[foto]]\nbestand = \"media/foto.png\"\nalt = \"Een punt\"\ntoestemming = \"ja\"\n\n[[idee]]";
    site.replace(EVENT, "\n[[idee]]", photo)
        .write("content/events/2025-techniekavond/media/foto.png", PIXEL);
    site
}

/// What happened to a file of the program's own.
#[derive(Debug, Clone)]
enum Harm {
    CutOffAt(usize),
    ByteChanged(usize, u8),
    Grown(Vec<u8>),
    Replaced(Vec<u8>),
    Gone,
}

fn harm() -> impl Strategy<Value = Harm> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..64);
    prop_oneof![
        3 => any::<prop::sample::Index>().prop_map(|index| Harm::CutOffAt(index.index(1 << 20))),
        3 => (any::<prop::sample::Index>(), 1..=255_u8).prop_map(|(index, change)| Harm::ByteChanged(index.index(1 << 20), change)),
        1 => bytes().prop_map(Harm::Grown),
        1 => bytes().prop_map(Harm::Replaced),
        1 => Just(Harm::Gone),
    ]
}

impl Harm {
    fn done_to(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = bytes.to_vec();
        let place = |at: usize| at % bytes.len().max(1);
        match self {
            Self::CutOffAt(length) => bytes.truncate(place(*length)),
            Self::ByteChanged(at, change) => {
                let at = place(*at);
                bytes
                    .get_mut(at)
                    .into_iter()
                    .for_each(|byte| *byte ^= change);
            }
            Self::Grown(more) => bytes.extend(more),
            Self::Replaced(others) => bytes.clone_from(others),
            Self::Gone => return None,
        }
        Some(bytes)
    }
}

/// The files that the program wrote for itself, but its lock.
fn own_files(site: &Site) -> Vec<String> {
    Tree::read(&site.at(".oogst"))
        .0
        .into_keys()
        .filter(|path| path != "lock" && !path.starts_with("replaced"))
        .map(|path| format!(".oogst/{path}"))
        .collect()
}

fn harmed(site: &mut Site, path: &str, harm: &Harm) {
    match harm.done_to(&fs::read(site.at(path)).expect("the file is there")) {
        Some(bytes) => drop(site.write(path, bytes)),
        None => drop(site.remove(path)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 30, ..ProptestConfig::default() })]

    #[test]
    fn harm_to_what_is_remembered_costs_time_only(
        harms in prop::collection::vec((any::<prop::sample::Index>(), harm(), any::<bool>(), any::<bool>()), 1..4),
        journal in prop::option::of(prop::collection::vec(any::<u8>(), 0..200)),
    ) {
        let mut site = site("Dorp");
        site.build();
        for (which, harm, edited, output_gone) in harms {
            let files = own_files(&site);
            harmed(&mut site, &files[which.index(files.len())], &harm);
            if let Some(journal) = &journal {
                site.write(".oogst/journal", journal).write(".oogst/journal.next", journal).write(".oogst/manifest.next", journal);
            }
            if edited {
                site.append(EVENT, "\nNog een regel.\n");
            }
            if output_gone {
                site.remove("output");
            }
            site.build_cold().assert_same_as_a_clean_build();
            let whole = own_files(&site);
            prop_assert!(whole.iter().all(|path| !path.contains("journal") && !path.ends_with(".next")), "{whole:?}");
        }
    }
}

/// Every length and every byte of a manifest, against the program's own check of it.
#[test]
fn a_manifest_cut_off_anywhere_is_none() {
    let mut site = site("Dorp");
    site.build();
    let manifest = fs::read(site.at(".oogst/manifest")).expect("there is a manifest");
    // Whether it is believed shows in what `verify` says, which costs far less than a build.
    let believed = |site: &Site| {
        oogst::output::verify(&open(site), None).is_ok_and(|verified| verified.is_own)
    };
    assert!(believed(&site));
    for length in 0..manifest.len() {
        site.write(".oogst/manifest", &manifest[..length]);
        assert!(
            !believed(&site),
            "cut off after {length} of {} bytes",
            manifest.len()
        );
    }
    for place in (0..manifest.len()).step_by(7) {
        let mut changed = manifest.clone();
        changed[place] ^= 1 << (place % 8);
        site.write(".oogst/manifest", changed);
        assert!(!believed(&site), "byte {place} changed");
    }
    site.write(".oogst/manifest", &manifest);
    assert!(believed(&site));
}

fn open(site: &Site) -> oogst::folder::Folder {
    oogst::folder::Folder::open(site.root()).expect("it is there")
}

#[test]
fn what_another_site_remembers_is_of_no_use_and_no_harm() {
    let (mut one, mut other) = (site("Dorp"), site("Stad"));
    one.append(EVENT, "\nAlleen hier.\n").build();
    other
        .write(
            "content/pages/over.md",
            "+++\ntitel = \"Over\"\n+++\n\nAlleen daar.\n",
        )
        .build();
    let (mine, theirs) = (one.output(), Tree::read(&other.at(".oogst")));
    theirs.replace(&one.at(".oogst"));
    one.build_cold().assert_same_as_a_clean_build();
    mine.assert_same(&one.output(), "another site's memory changes nothing");
    // Not even together with that site's output: what only it has is then removed as one's own, and
    // all else is made.
    other.output().replace(&one.at("output"));
    theirs.replace(&one.at(".oogst"));
    one.build_cold().assert_same_as_a_clean_build();
}

#[test]
fn what_was_made_of_one_picture_is_never_taken_for_another() {
    let mut site = site("Dorp");
    // Two photos of one size, so that as many files are made of each.
    let picture = |shade: u8| {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 9, 9);
        encoder.set_color(png::ColorType::Grayscale);
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&[shade; 81]));
        written.expect("a picture can be made in memory");
        bytes
    };
    let photo = "\n[[foto]]\nbestand = \"media/kaarten.png\"\nalt = \"Kaarten\"\ntoestemming = \"ja\"\n\n[[idee]]";
    site.replace(EVENT, "\n[[idee]]", photo).write(
        "content/events/2025-techniekavond/media/kaarten.png",
        picture(40),
    );
    site.write(
        "content/events/2025-techniekavond/media/foto.png",
        picture(200),
    )
    .build();
    let made: Vec<String> = own_files(&site)
        .into_iter()
        .filter(|path| path.starts_with(".oogst/pictures/") && !path.contains("used-"))
        .collect();
    let [one, two] = made.as_slice() else {
        panic!("two photos are kept: {made:?}")
    };
    // As a program does that restores or synchronises under a wrong name: whole files, in each
    // other's place.
    site.rename(one, "even")
        .rename(two, one)
        .rename("even", two)
        .remove("output");
    site.build_cold().assert_same_as_a_clean_build();
    assert_eq!(site.summary().decoded, 2, "neither can be used");
}

/// As after restoring a backup: the memory is of one build, the output of another.
#[test]
fn memory_and_output_of_two_times_make_the_site_of_now() {
    let mut site = site("Dorp");
    site.build();
    let (old_output, old_memory) = (site.output(), Tree::read(&site.at(".oogst")));
    site.append(EVENT, "\nNog een regel.\n")
        .write(
            "content/pages/over.md",
            "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
        )
        .build();
    let (new_output, new_memory) = (site.output(), Tree::read(&site.at(".oogst")));
    for (memory, output) in [(&old_memory, &new_output), (&new_memory, &old_output)] {
        memory.replace(&site.at(".oogst"));
        output.replace(&site.at("output"));
        site.build_cold();
        new_output.assert_same(&site.output(), "the site is that of a build from nothing");
    }
}

#[test]
fn a_lock_that_was_left_keeps_nobody_out() {
    let mut site = site("Dorp");
    for text in ["", "1\n", "4294967295\n", "geen getal", "\u{0}\u{0}"] {
        site.write(".oogst/lock", text);
        let ran = oogst(site.root(), &["build", "-q", "--date", DAY]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    }
}
