//! A template, a choice or a file of the look, the site's title and the day render what depends on
//! them.

use std::fs;

use super::veenland;
use crate::harness::Site;
use crate::tree::Tree;

#[test]
fn a_template_of_the_sites_own_wins_and_leaves_when_removed() {
    let mut site = veenland();
    let before = site.output();
    let template = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/themes/default/templates/idea.html"
    ))
    .expect("there is a template");
    let block = "{% block main %}";
    assert!(
        template.contains(block),
        "the template of an idea has a block for what is its own"
    );
    site.write(
        "templates/idea.html",
        template.replacen(block, &format!("{block}<p>Een eigen regel.</p>"), 1),
    )
    .build();
    // A look is part of every key, so all is rendered; but only what became different is written.
    let pages = site.summary().pages;
    site.assert_rendered_count(pages);
    let output = site.output();
    let changed: Vec<&str> = output
        .pages()
        .filter(|(_, text)| text.contains("Een eigen regel."))
        .map(|(path, _)| path)
        .collect();
    let ideas = output
        .pages()
        .filter(|(_, text)| text.contains("data-page=\"idea\""))
        .count();
    assert_eq!(
        changed.len(),
        ideas,
        "every page of an idea has the line, and no other"
    );
    site.assert_written_only(changed)
        .assert_same_as_a_clean_build();
    site.remove("templates/idea.html").build();
    before.assert_same(&site.output(), "the site is as it was");
}

#[test]
fn a_choice_of_the_look_renders_all_pages_and_taken_back_leaves_nothing() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    let pages = site.summary().pages;
    let without = site.read("oogst.toml");
    // Every page names the stylesheet of choices, by what is in it.
    for colour in ["#9a4b00", "#7a3b00"] {
        site.write(
            "oogst.toml",
            format!("{without}\n[look]\nask = \"{colour}\"\n"),
        )
        .build()
        .assert_rendered_count(pages);
        let output = site.output();
        assert!(
            output
                .text(&output.asset_path("options.css"))
                .contains(colour)
        );
        site.assert_same_as_a_clean_build();
    }
    let chosen = assets_of(&site.output());
    site.write("oogst.toml", without)
        .build()
        .assert_rendered_count(pages)
        .assert_removed(chosen.iter().map(String::as_str));
    before.assert_same(&site.output(), "the site is as it was");
}

#[test]
fn a_file_of_the_look_renders_all_and_gives_all_of_them_another_folder() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    let pages = site.summary().pages;
    let mut last = before.clone();
    for (path, text) in [
        // Nothing names it, but a stylesheet or script that somebody writes may.
        ("assets/eigen.txt", "Niemand noemt dit bestand.\n"),
        ("assets/style.css", "p { margin: 0 }\n"),
        ("assets/letters/fijn.woff2", "wOF2"),
    ] {
        let gone = assets_of(&last);
        site.write(path, text)
            .build()
            .assert_rendered_count(pages)
            .assert_removed(gone.iter().map(String::as_str))
            .assert_same_as_a_clean_build();
        let output = site.output();
        let same: Vec<&str> = output
            .pages()
            .filter(|(path, text)| last.text(path) == *text)
            .map(|(path, _)| path)
            .collect();
        assert!(same.is_empty(), "{same:?} name the files of before");
        last = output;
    }
    site.remove("assets").build().assert_rendered_count(pages);
    before.assert_same(&site.output(), "the site is as it was");
}

/// The files of the look, wherever they stand now.
fn assets_of(output: &Tree) -> Vec<String> {
    let paths = output.0.keys().filter(|path| path.starts_with("assets/"));
    paths.cloned().collect()
}

#[test]
fn the_sites_title_is_on_every_page_of_its_language() {
    let mut site = veenland();
    site.replace(
        "oogst.toml",
        "title = \"Oogst van Veenland\"",
        "title = \"De oogst van Veenland\"",
    )
    .build();
    assert!(
        site.summary()
            .rendered
            .iter()
            .all(|page| !page.starts_with("/en/")),
        "the English title is as it was"
    );
    let output = site.output();
    let redirects = output
        .pages()
        .filter(|(_, text)| text.contains("http-equiv=\"refresh\""))
        .count();
    let dutch = output
        .pages()
        .filter(|(path, _)| !path.starts_with("en/"))
        .count()
        - redirects;
    site.assert_rendered_count(dutch)
        .assert_same_as_a_clean_build();
}

#[test]
fn a_day_that_changes_nothing_renders_nothing() {
    let mut site = veenland();
    site.on("2026-01-16")
        .build()
        .assert_rendered([])
        .assert_written_only([]);
    // On 2 July a deal is overdue, and two asks have had no news for too long.
    site.on("2026-07-02").build().assert_rendered_count(168);
    let rendered = &site.summary().rendered;
    for page in [
        "/bijeenkomsten/2024-techniekdag/deals/warmtepomp-in-de-klas/",
        "/en/events/2024-techniekdag/deals/warmtepomp-in-de-klas/",
    ] {
        assert!(
            rendered.iter().any(|rendered| rendered == page),
            "{page} became overdue"
        );
    }
    site.assert_same_as_a_clean_build();
}
