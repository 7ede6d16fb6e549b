//! Extreme sizes: what is nested deeply, lines of megabytes, a hundred thousand of anything.

use std::fmt::Write as _;
use std::fs;

use super::{FACTS, TABLE, start_of};
use crate::harness::{DAY, Site};
use crate::program::{Ran, oogst};

const EVENT: &str = "content/events/2025-techniekavond/event.md";

const CONFIG: &str = "title = \"T\"\nlanguage = \"nl\"\nbase_url = \"https://proef.example/\"\n";

/// Runs the program on a small site with this file in it; it ends of itself, and says no more than
/// a person could look through.
fn run(command: &str, path: &str, text: &str) -> (Site, Ran) {
    let mut site = Site::from("klein");
    site.write(path, text);
    let ran = oogst(site.root(), &[command, "--date", DAY]);
    let what = format!("{path} with {}", &text[..text.floor_char_boundary(120)]);
    assert!(
        [0, 1].contains(&ran.code),
        "{what} ends with {}\n{}",
        ran.code,
        start_of(&ran.err)
    );
    assert!(
        !ran.err.contains("panicked"),
        "{what}\n{}",
        start_of(&ran.err)
    );
    assert!(
        ran.err.len() < 1_000_000,
        "{what} says {} bytes",
        ran.err.len()
    );
    (site, ran)
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
fn what_is_nested_deeply_is_a_message_or_a_site() {
    let deep = 50_000;
    let geojson = |depth: usize| {
        format!(
            "{{\"type\":\"FeatureCollection\",\"features\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    let cases: Vec<(&str, String)> = vec![
        (TABLE, format!("[[idee]]\ntitel = {}", "[".repeat(deep))),
        (
            TABLE,
            format!(
                "[[idee]]\ntitel = {}{}",
                "[{a=".repeat(deep),
                "}]".repeat(deep)
            ),
        ),
        (
            TABLE,
            format!(
                "[[deal]]\ntitel = \"x\"\nvragen = {}{}",
                "[{titel=\"x\",door=".repeat(deep),
                "}]".repeat(deep)
            ),
        ),
        (
            TABLE,
            (0..2_000)
                .map(|depth| format!("[{}]\n", vec!["a"; depth + 1].join(".")))
                .collect(),
        ),
        (EVENT, format!("+++\na = {}\n+++\n", "[".repeat(deep))),
        (EVENT, format!("{FACTS}{}", "> - 1. ".repeat(deep))),
        (
            EVENT,
            format!(
                "{FACTS}{}",
                (0..2_000)
                    .map(|depth| format!("{}- x\n", "  ".repeat(depth)))
                    .collect::<String>()
            ),
        ),
        (
            EVENT,
            format!("{FACTS}{}x{}", "[".repeat(deep), "](y)".repeat(deep)),
        ),
        (
            EVENT,
            format!("{FACTS}{}x{}", "![".repeat(deep), "](y)".repeat(deep)),
        ),
        (
            EVENT,
            format!("{FACTS}{}x{}", "**_".repeat(deep), "_**".repeat(deep)),
        ),
        (
            EVENT,
            format!("{FACTS}{}x{}", "<div>".repeat(deep), "</div>".repeat(deep)),
        ),
        (EVENT, format!("{FACTS}{}", "<a href=\"".repeat(deep))),
        (EVENT, format!("{FACTS}{}", "&".repeat(deep))),
        (EVENT, format!("{FACTS}{}", "\\".repeat(deep))),
        (EVENT, format!("{FACTS}{}", "<!--".repeat(deep))),
        (EVENT, format!("{FACTS}{}", "[^a]: ".repeat(deep))),
        ("oogst.toml", format!("{CONFIG}x = {}", "{a=".repeat(deep))),
        (
            "oogst.toml",
            format!(
                "{CONFIG}[look]\nx = {}{}",
                "[".repeat(deep),
                "]".repeat(deep)
            ),
        ),
        (
            "themes/default/theme.toml",
            format!("option = {}", "[{name=".repeat(deep)),
        ),
        ("templates/event.html", "{% if x %}".repeat(deep)),
        (
            "templates/event.html",
            format!("{{{{ {} }}}}", "[".repeat(deep)),
        ),
        (
            "templates/event.html",
            format!("{{{{ {}1 }}}}", "not ".repeat(deep)),
        ),
        ("content/kaart.geojson", geojson(deep)),
    ];
    for (path, text) in &cases {
        run("build", path, text);
    }
    let mut site = Site::from("klein");
    site.append("oogst.toml", "\n[map]\nfile = \"kaart.geojson\"\n")
        .write("content/kaart.geojson", geojson(deep));
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert!(
        ran.code == 1 && ran.err.contains("map-no-geojson"),
        "{}",
        start_of(&ran.err)
    );
    // HTML that a site lets in is as deep as it likes.
    let mut site = Site::from("klein");
    site.append("oogst.toml", "\n[markdown]\nhtml = \"sanitised\"\n");
    site.write(
        EVENT,
        format!(
            "{FACTS}{}x\n\n{}",
            "<div>".repeat(deep),
            "<b><i>".repeat(deep)
        ),
    )
    .build();
}

#[test]
fn lines_of_ten_megabytes_are_read_like_others() {
    let long = |what: &str| what.repeat(10_000_000 / what.len());
    let cases: Vec<(&str, String)> = vec![
        (TABLE, format!("# {}\n[[idee]]\ntitel = \"x\"\n", long("x"))),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\n{} = 1\n", long("x")),
        ),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\nid = \"{}\"\n", long("x")),
        ),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\nregios = [\"{}\"]\n", long("x")),
        ),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\ndoor = \"{}\"\n", long("woord ")),
        ),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\nstatus = \"{}\"\n", long("x")),
        ),
        (TABLE, format!("[[{}]]\n", long("x"))),
        (
            TABLE,
            format!(
                "[[idee]]\ntitel = \"x\"\naliassen = [\"/{}/\"]\n",
                long("x")
            ),
        ),
        (EVENT, format!("{FACTS}[x]({})\n", long("a"))),
        (EVENT, format!("{FACTS}[x](deal:{})\n", long("a"))),
        (EVENT, format!("{FACTS}{}", long("a@b.nl "))),
        (
            EVENT,
            format!(
                "{FACTS}{}",
                long("<x@school.example> [y](mailto:y@school.example) ")
            ),
        ),
        (EVENT, format!("+++\n{}\n+++\n", long("x"))),
        ("oogst.toml", format!("{CONFIG}{} = 1\n", long("y"))),
        ("oogst.toml", format!("{CONFIG}theme = \"{}\"\n", long("y"))),
        (
            "oogst.toml",
            format!("{CONFIG}time_zone = \"{}\"\n", long("y")),
        ),
        (
            "oogst.toml",
            format!("{CONFIG}[look]\npaper = \"{}\"\n", long("#")),
        ),
        (
            "oogst.toml",
            format!("{CONFIG}[look]\n{} = \"#000000\"\n", long("y")),
        ),
        (
            "themes/eigen/theme.toml",
            format!("name = \"{}\"\n", long("y")),
        ),
    ];
    for (path, text) in &cases {
        run("check", path, text);
    }
    // A long title stands on its pages, and what is drawn of it is cut.
    let title = long("y");
    let mut site = Site::from("klein");
    site.write(
        "oogst.toml",
        format!(
            "title = \"{}\"\nbase_url = \"https://proef.example/\"\n",
            &title[..2_000_000]
        ),
    );
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
    assert!(fs::read(site.at("output/index.html")).is_ok_and(|page| page.len() > 4_000_000));
}

#[test]
fn a_hundred_thousand_of_anything_in_one_file_are_read() {
    let many = 100_000;
    let keys = |line: &dyn Fn(usize) -> String| (0..many).map(line).collect::<String>();
    for (path, text) in [
        (
            TABLE,
            format!(
                "[[idee]]\ntitel = \"x\"\n{}",
                keys(&|number| format!("sleutel{number} = 1\n"))
            ),
        ),
        (
            TABLE,
            format!("[[idee]]\n{}", keys(&|_| "titel = \"x\"\n".to_owned())),
        ),
        (TABLE, keys(&|number| format!("soort{number} = 1\n"))),
        (TABLE, keys(&|_| "[[idee]]\n".to_owned())),
        (
            TABLE,
            keys(&|_| "[[idee]]\ntitel = \"Zelfde\"\n".to_owned()),
        ),
        (TABLE, keys(&|_| "= ?\n".to_owned())),
        (
            "oogst.toml",
            format!(
                "{CONFIG}[look]\n{}",
                keys(&|number| format!("k{number} = \"1\"\n"))
            ),
        ),
        (
            "oogst.toml",
            format!(
                "{CONFIG}[routes]\n{}",
                keys(&|number| format!("k{number} = \"a\"\n"))
            ),
        ),
    ] {
        let (_, ran) = run("check", path, &text);
        assert_eq!(ran.code, 1, "{path}\n{}", start_of(&ran.err));
        assert!(
            ran.err.contains("… en nog "),
            "the rest is counted\n{}",
            start_of(&ran.err)
        );
    }
    let fewer = |line: &dyn Fn(usize) -> String| (0..many / 5).map(line).collect::<String>();
    for (path, text) in [
        (
            "content/los.toml",
            format!(
                "[[regio]]\nnaam = \"Streek\"\n[regio.codes]\n{}",
                keys(&|number| format!("k{number} = \"1\"\n"))
            ),
        ),
        (
            TABLE,
            keys(&|number| {
                format!(
                    "[[vraag]]\ntitel = \"Vraag {number}\"\nstatus = \"open\"\nregios = []\nthemas = []\n"
                )
            }),
        ),
        (
            TABLE,
            fewer(&|number| format!("[[citaat]]\ntekst = \"x\"\ndoor = \"Persoon {number}\"\n")),
        ),
        (
            "content/los.toml",
            fewer(&|number| format!("[[organisatie]]\nnaam = \"School {number}\"\n")),
        ),
    ] {
        let (_, ran) = run("check", path, &text);
        assert_eq!(ran.code, 0, "{path}\n{}", start_of(&ran.err));
    }
    // What has no pages of its own, on the page of its event.
    let outcomes: String = (0..5_000)
        .map(|number| {
            format!("[[uitkomst]]\ntekst = \"Uitkomst {number}.\"\nregios = []\nthemas = []\n")
        })
        .collect();
    let (site, ran) = run("build", TABLE, &outcomes);
    assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
    let page = fs::read_to_string(site.at("output/bijeenkomsten/2025-techniekavond/index.html"))
        .expect("there is a page");
    assert!(
        page.contains("Uitkomst 0.") && page.contains("Uitkomst 4999."),
        "the first and the last are there"
    );
}

#[test]
fn ids_of_ten_thousand_characters_are_refused_and_titles_of_as_many_make_short_ones() {
    let long = "a".repeat(10_000);
    for (path, text) in [
        (TABLE, format!("[[idee]]\ntitel = \"x\"\nid = \"{long}\"\n")),
        (
            TABLE,
            format!("[[deal]]\ntitel = \"x\"\nvragen = [\"{long}\"]\n"),
        ),
        (
            TABLE,
            format!("[[bericht]]\nvan = \"deal:2025-techniekavond/{long}\"\ndatum = 2025-04-01\n"),
        ),
        (
            TABLE,
            format!("[[idee]]\ntitel = \"x\"\nregios = [\"{long}\"]\n"),
        ),
        ("oogst.toml", format!("{CONFIG}theme = \"{long}\"\n")),
        (
            "oogst.toml",
            format!("{CONFIG}routes = {{ deals = \"{long}\" }}\n"),
        ),
    ] {
        let (_, ran) = run("check", path, &text);
        assert_eq!(ran.code, 1, "{path}\n{}", start_of(&ran.err));
        assert!(
            ran.err.len() < 20_000,
            "a message shows only the start of it: {} bytes",
            ran.err.len()
        );
    }
    let words = "woord ".repeat(2_000);
    for title in [long.as_str(), words.as_str()] {
        let (site, ran) = run(
            "build",
            TABLE,
            &format!("[[idee]]\ntitel = \"{title}\"\nregios = []\nthemas = []\n"),
        );
        assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
        let ideas: Vec<_> = fs::read_dir(site.at("output/bijeenkomsten/2025-techniekavond/ideeen"))
            .expect("there are ideas")
            .flatten()
            .collect();
        assert!(
            ideas.iter().all(|idea| idea.file_name().len() <= 120),
            "{ideas:?}"
        );
    }
}

#[test]
fn ten_thousand_files_in_one_folder_build() {
    let mut site = Site::from("klein");
    let mut facts = String::new();
    for number in 0..10_000 {
        site.write(
            &format!("content/events/2025-techniekavond/media/{number}.csv"),
            "x",
        );
    }
    for number in 0..200 {
        writeln!(facts, "[[materiaal]]\ntitel = \"Tabel {number}\"\nid = \"x-{number}\"\nbestand = \"media/{number}.csv\"")
            .expect("a text takes all");
    }
    let ran = oogst(site.write(TABLE, facts).root(), &["build", "--date", DAY]);
    assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
    let copied = fs::read_dir(site.at("output/bijeenkomsten/2025-techniekavond/media"))
        .expect("there are files")
        .count();
    assert_eq!(copied, 200, "what nothing names is not copied");

    let mut site = Site::from("klein");
    for number in 0..3_000 {
        site.write(
            &format!("content/pages/bladzijde-{number}.md"),
            format!("+++\ntitel = \"Bladzijde {number}\"\nmenu = false\n+++\n"),
        );
    }
    let ran = oogst(site.root(), &["check", "--date", DAY]);
    assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
}
