//! What stands in the output: attachments, files of others, pages edited by hand, a lost manifest.

use std::fs;

use oogst::words::Language;

use super::{ASKS_2019, HARVEST_2024, RAFT, veenland};

#[test]
fn an_attachment_with_other_bytes_is_copied_again() {
    let mut site = veenland();
    site.append(
        "content/events/2019-techniekdag/media/cijfers-2019.csv",
        "nog een regel,1\n",
    )
    .build();
    assert!(
        site.output()
            .text("bijeenkomsten/2019-techniekdag/media/cijfers-2019.csv")
            .ends_with("nog een regel,1\n")
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_mistake_keeps_the_site_and_mending_it_renders_what_changed_since() {
    let mut site = veenland();
    site.replace(ASKS_2019, "samen elf docenten", "samen twaalf docenten")
        .append(HARVEST_2024, "\n[[idea]]\ntitle = \"Half\n")
        .build_refused();
    assert!(
        site.diagnostics(Language::Nl).contains("toml-syntax"),
        "{}",
        site.diagnostics(Language::Nl)
    );
    site.replace(HARVEST_2024, "\n[[idea]]\ntitle = \"Half\n", "")
        .build()
        .assert_rendered_count(6)
        .assert_same_as_a_clean_build();
}

#[test]
fn files_of_others_stay_and_pages_that_go_are_removed() {
    let mut site = veenland();
    let theirs = [
        ("output/CNAME", "veenland.example"),
        ("output/ideeen/eigen/index.html", "van ons"),
        ("output/.well-known/eigen.txt", "hier"),
    ];
    for (path, text) in theirs {
        site.write(path, text);
    }
    site.append(HARVEST_2024, RAFT)
        .build()
        .replace(HARVEST_2024, RAFT, "")
        .build();
    site.remove("content/events/2021-werkbezoek-de-kroon")
        .build();
    assert!(
        !site
            .at("output/bijeenkomsten/2021-werkbezoek-de-kroon")
            .exists(),
        "the pages and pictures of an event that went are gone"
    );
    for (path, text) in theirs {
        assert_eq!(site.read(path), text);
        site.remove(path);
    }
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_page_edited_by_hand_is_made_again_and_kept_aside() {
    let mut site = veenland();
    let edited = site
        .read("output/over/index.html")
        .replace("Verzonnen", "Echte");
    site.write("output/over/index.html", &edited)
        .build()
        .assert_rendered(["/over/"])
        .assert_same_as_a_clean_build();
    let [(path, kept_at)] = site.summary().put_aside.as_slice() else {
        panic!("one file is put aside: {:?}", site.summary().put_aside)
    };
    assert_eq!(path, "over/index.html");
    assert_eq!(fs::read_to_string(kept_at).expect("it is kept"), edited);
}

#[test]
fn a_manifest_that_is_lost_or_damaged_costs_time_and_nothing_else() {
    let mut site = veenland();
    let (before, manifest) = (
        site.output(),
        fs::read(site.at(".oogst/manifest")).expect("there is a manifest"),
    );
    let mut flipped = manifest.clone();
    flipped[manifest.len() / 2] ^= 0x20;
    let damages: [&[u8]; 4] = [
        b"",
        b"oogst files\n",
        &manifest[..manifest.len() / 2],
        &flipped,
    ];
    for (number, damage) in damages.into_iter().enumerate() {
        site.write(".oogst/manifest", damage).build_cold();
        let pages = site.summary().pages;
        site.assert_rendered_count(pages).assert_written_only([]);
        before.assert_same(
            &site.output(),
            &format!("after damage {number}, the site is as it was"),
        );
        assert_eq!(
            site.summary().put_aside,
            [],
            "what is the same is not put aside"
        );
    }
    site.remove(".oogst").build_cold().assert_written_only([]);
    site.append(ASKS_2019, "\n# Niets.\n")
        .build_cold()
        .assert_rendered([]);
    before.assert_same(&site.output(), "the site is as it was");
}
