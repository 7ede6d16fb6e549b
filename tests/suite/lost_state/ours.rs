//! Pages of ours are made or removed as if nothing had been lost.

use std::collections::BTreeSet;

use super::{EVENT, PHOTO, assert_clean, lose, pixel, said, site};
use crate::harness::Site;
use crate::tree::Tree;

#[test]
fn where_nothing_changed_nothing_is_written_and_nothing_is_said() {
    let mut site = site();
    lose(&mut site)
        .build()
        .assert_written_only([])
        .assert_removed([]);
    assert_clean(&mut site, "nothing changed");
    assert_eq!(
        (
            site.summary().recognised.len(),
            site.summary().written,
            site.summary().removed
        ),
        (0, 0, 0)
    );
}

#[test]
fn a_page_that_was_deleted_goes_with_all_that_belonged_to_it() {
    let mut site = site();
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is gone");
    assert!(
        !site.at("output/bijeenkomsten/2024-dag").exists(),
        "no empty folder is left behind"
    );
    let gone = &site.summary().recognised;
    for path in [
        "bijeenkomsten/2024-dag/index.html",
        "bijeenkomsten/2024-dag/social.png",
        "bijeenkomsten/2024-dag/agenda.ics",
        "jaren/2024/index.html",
    ] {
        assert!(
            gone.iter().any(|gone| gone == path),
            "{path} is recognised: {gone:?}"
        );
    }
    assert_eq!(site.summary().recognised_pictures, 2);
    // Coming back, it stands in nobody's way.
    site.write(
        "content/events/2024-dag/event.md",
        "+++\ntitel = \"Dag\"\ndatum = 2024-05-01\nsamenvatting = \"Weer een dag.\"\nregios = []\nthemas = []\n+++\n\nZon.\n",
    );
    site.build_cold();
    assert_clean(&mut site, "the event is back");
}

#[test]
fn a_photo_whose_consent_was_withdrawn_goes_and_with_it_what_showed_it() {
    let withdraw: [fn(&mut Site); 3] = [
        |site| {
            site.replace(PHOTO, "\"ja\"", "\"nee\"");
        },
        |site| {
            site.remove(PHOTO);
        },
        |site| {
            site.remove(PHOTO)
                .remove("content/events/2025-avond/media/gezicht.png");
        },
    ];
    for (number, withdraw) in withdraw.into_iter().enumerate() {
        let mut site = site();
        withdraw(&mut site);
        lose(&mut site).build();
        assert_clean(&mut site, &format!("withdrawal {number}"));
        assert_eq!(site.summary().recognised_pictures, 2);
        assert!(
            Tree::read(&site.at("output"))
                .0
                .keys()
                .all(|path| !path.contains("gezicht"))
        );
    }
}

#[test]
fn another_picture_of_the_same_name_leaves_no_copy_of_the_old_one() {
    let mut site = site();
    // One pixel as well, so that its files have the names of the old one's, and of another shade.
    site.write("content/events/2025-avond/media/gezicht.png", pixel(40));
    lose(&mut site).build();
    assert_clean(&mut site, "another picture");
}

#[test]
fn an_event_with_another_name_moves_and_leaves_nothing() {
    let mut site = site();
    site.rename("content/events/2024-dag", "content/events/2024-regendag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is renamed");
}

#[test]
fn a_text_a_title_and_the_settings_change_without_a_word() {
    let mut site = site();
    site.replace(EVENT, "Het was druk.", "Het was rustig.")
        .replace("content/themas.toml", "#8a6a00", "#00648a");
    site.replace("content/mensen.toml", "Anna Bakker", "Anna de Bakker")
        .replace(
            "content/events/2024-dag/event.md",
            "\"Dag\"",
            "\"Regendag\"",
        );
    lose(&mut site).build();
    assert_clean(&mut site, "texts changed");
    site.replace(
        "oogst.toml",
        "languages = [\"nl\", \"en\"]",
        "languages = [\"nl\"]\n[search]\nenabled = false\n[social]\nenabled = false",
    );
    lose(&mut site).build();
    assert_clean(&mut site, "a language, the index and the cards are gone");
    assert!(!site.at("output/zoeken").exists() && !site.at("output/en").exists());
}

#[test]
fn ends_of_lines_that_git_wrote_anew_make_no_page_anybody_elses() {
    let mut site = site();
    for (path, bytes) in Tree::read(&site.at("output")).0 {
        if let Some(text) = String::from_utf8(bytes)
            .ok()
            .filter(|text| !text.contains('\0') && !path.ends_with(".js"))
        {
            site.write(&format!("output/{path}"), text.replace('\n', "\r\n"));
        }
    }
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    // An attachment is nobody's by its bytes; it is kept aside, and all else is as it should be.
    let aside: BTreeSet<&str> = site
        .summary()
        .put_aside
        .iter()
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(
        aside,
        BTreeSet::from(["bijeenkomsten/2025-avond/media/blad.csv"])
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn another_look_leaves_nothing_of_the_old_one() {
    let mut site = site();
    site.write("themes/kaal/theme.toml", "extends = \"nothing\"\n");
    for template in oogst::pages::TEMPLATES {
        site.write(&format!("themes/kaal/templates/{template}"), "<p>kaal</p>");
    }
    site.write("themes/kaal/assets/kaal.css", "p { margin: 0 }\n")
        .replace("oogst.toml", "title =", "theme = \"kaal\"\ntitle =");
    lose(&mut site).build();
    assert_clean(&mut site, "another look");
    // Pages of any look are known, also those that say nothing of this program.
    site.remove("content/events/2024-dag");
    lose(&mut site).build();
    assert_clean(&mut site, "an event is gone from a bare look");
    site.replace("oogst.toml", "theme = \"kaal\"\n", "");
    lose(&mut site).build();
    assert_clean(&mut site, "back to the first look");
}

#[test]
fn pages_of_ours_that_a_manifest_does_not_know_stop_no_build() {
    // As after restoring a backup of `.oogst` beside a newer output: the manifest is believed, and
    // does not know all.
    let mut site = site();
    let memory = Tree::read(&site.at(".oogst"));
    let more = "\n[[idee]]\ntitel = \"Meer regen\"\n\n[[idee]]\ntitel = \"Minder regen\"\n";
    site.append("content/events/2024-dag/idee.toml", more)
        .write(
            "content/pages/over.md",
            "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
        )
        .build();
    memory.replace(&site.at(".oogst"));
    site.replace(
        "content/events/2024-dag/idee.toml",
        "Meer regen\"",
        "Meer regen\"\ntekst = \"Nat.\"",
    )
    .replace("content/pages/over.md", "Tekst.", "Andere tekst.");
    site.build_cold();
    assert_clean(&mut site, "an older memory");
    // A page of somebody else's stops it, as ever.
    site.write(
        "content/pages/wie.md",
        "+++\ntitel = \"Wie\"\n+++\n\nWij.\n",
    )
    .write("output/wie/index.html", "<p>van ons</p>");
    site.build_refused();
    assert!(site.codes().contains("in-the-way"));
    assert_eq!(site.read("output/wie/index.html"), "<p>van ons</p>");
}

#[test]
fn a_folder_of_assets_is_known_by_its_name_as_long_as_nobody_adds_to_it() {
    let mut site = site();
    for (number, css) in ["p { margin: 0 }", "p { margin: 1px }", "p { margin: 2px }"]
        .into_iter()
        .enumerate()
    {
        // No look has the stylesheet of before any more.
        site.write("assets/eigen.css", css)
            .write("assets/letters/fijn.woff2", format!("wOF2{number}"));
        lose(&mut site).build();
        assert_clean(&mut site, css);
    }
    // With one file more nobody can tell which of them are theirs: what bears no mark stays.
    let before = site.output();
    let folder = before.asset_path("style.css");
    let folder = folder.trim_end_matches("style.css");
    site.write(&format!("output/{folder}kaart.txt"), "van ons")
        .write("assets/eigen.css", "p { margin: 3px }");
    lose(&mut site).build();
    let after = site.output();
    for (path, bytes) in before.0.iter().filter(|(path, _)| path.starts_with(folder)) {
        let stays = after.0.get(path) == Some(bytes);
        assert_eq!(stays, !path.ends_with("/themes.css"), "{path}");
    }
    assert_eq!(after.text(&format!("{folder}kaart.txt")), "van ons");
    assert!(
        said(&site).starts_with("warning[files-left]"),
        "{}",
        said(&site)
    );
}
