//! Extreme sizes: what is nested deeply, lines of megabytes, a hundred thousand of anything.

use std::fmt::Write as _;
use std::fs;

use super::start_of;
use crate::harness::{DAY, Site};
use crate::program::{Ran, oogst};
use crate::repeated::{EVENT, FACTS, Repeated, TABLE};

const CONFIG: &str = "title = \"T\"\nlanguage = \"nl\"\nbase_url = \"https://proef.example/\"\n";

/// Runs the program on a small site with this file in it; it ends of itself, and says no more than
/// a person could look through.
fn run(command: &str, path: &str, text: &str) -> (Site, Ran) {
    let mut site = Site::from("klein");
    site.write(path, text);
    let ran = oogst(site.root(), &[command, "--date", DAY]);
    let what = format!("{path} with {}", &text[..text.floor_char_boundary(120)]);
    ran.assert_ended(&what, 1_000_000);
    (site, ran)
}

/// What can be nested without an end.
const NESTED: &[Repeated] = &[
    Repeated(TABLE, &["[[idee]]\ntitel = "], "[", "", ""),
    Repeated(TABLE, &["[[idee]]\ntitel = "], "[{a=", "", "}]"),
    Repeated(
        TABLE,
        &["[[deal]]\ntitel = \"x\"\nvragen = "],
        "[{titel=\"x\",door=",
        "",
        "}]",
    ),
    Repeated(EVENT, &["+++\na = "], "[", "\n+++\n", ""),
    Repeated(EVENT, &[FACTS], "> - 1. ", "", ""),
    Repeated(EVENT, &[FACTS], "[", "x", "](y)"),
    Repeated(EVENT, &[FACTS], "![", "x", "](y)"),
    Repeated(EVENT, &[FACTS], "**_", "x", "_**"),
    Repeated(EVENT, &[FACTS], "<div>", "x", "</div>"),
    Repeated(EVENT, &[FACTS], "<a href=\"", "", ""),
    Repeated(EVENT, &[FACTS], "&", "", ""),
    Repeated(EVENT, &[FACTS], "\\", "", ""),
    Repeated(EVENT, &[FACTS], "<!--", "", ""),
    Repeated(EVENT, &[FACTS], "[^a]: ", "", ""),
    Repeated("oogst.toml", &[CONFIG, "x = "], "{a=", "", ""),
    Repeated("oogst.toml", &[CONFIG, "[look]\nx = "], "[", "", "]"),
    Repeated(
        "themes/default/theme.toml",
        &["option = "],
        "[{name=",
        "",
        "",
    ),
    Repeated("templates/event.html", &[], "{% if x %}", "", ""),
    Repeated("templates/event.html", &["{{ "], "[", " }}", ""),
    Repeated("templates/event.html", &["{{ "], "not ", "1 }}", ""),
];

/// How deep.
const DEEP: usize = 50_000;

/// A map that is nested so deep.
fn deep_map() -> String {
    let (opens, closes) = ("[".repeat(DEEP), "]".repeat(DEEP));
    format!("{{\"type\":\"FeatureCollection\",\"features\":{opens}{closes}}}")
}

#[test]
fn what_is_nested_deeply_is_a_message_or_a_site() {
    for nested in NESTED {
        run("build", nested.0, &nested.text(DEEP));
    }
    // A step deeper on each line.
    let tables: String = (0..2_000)
        .map(|depth| format!("[{}]\n", vec!["a"; depth + 1].join(".")))
        .collect();
    let lists: String = (0..2_000)
        .map(|depth| format!("{}- x\n", "  ".repeat(depth)))
        .collect();
    run("build", TABLE, &tables);
    run("build", EVENT, &format!("{FACTS}{lists}"));
    run("build", "content/kaart.geojson", &deep_map());
}

#[test]
fn a_map_that_is_nested_deeply_is_none() {
    let mut site = Site::from("klein");
    site.append("oogst.toml", "\n[map]\nfile = \"kaart.geojson\"\n")
        .write("content/kaart.geojson", deep_map());
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert!(
        ran.code == 1 && ran.err.contains("map-no-geojson"),
        "{}",
        start_of(&ran.err)
    );
}

#[test]
fn html_that_a_site_lets_in_is_as_deep_as_it_likes() {
    let mut site = Site::from("klein");
    site.append("oogst.toml", "\n[markdown]\nhtml = \"sanitised\"\n");
    site.write(
        EVENT,
        format!(
            "{FACTS}{}x\n\n{}",
            "<div>".repeat(DEEP),
            "<b><i>".repeat(DEEP)
        ),
    )
    .build();
}

/// Lines that go on and on.
const LONG_LINES: &[Repeated] = &[
    Repeated(TABLE, &["# "], "x", "\n[[idee]]\ntitel = \"x\"\n", ""),
    Repeated(TABLE, &["[[idee]]\ntitel = \"x\"\n"], "x", " = 1\n", ""),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\nid = \""],
        "x",
        "\"\n",
        "",
    ),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\nregios = [\""],
        "x",
        "\"]\n",
        "",
    ),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\ndoor = \""],
        "woord ",
        "\"\n",
        "",
    ),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\nstatus = \""],
        "x",
        "\"\n",
        "",
    ),
    Repeated(TABLE, &["[["], "x", "]]\n", ""),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\naliassen = [\"/"],
        "x",
        "/\"]\n",
        "",
    ),
    Repeated(EVENT, &[FACTS, "[x]("], "a", ")\n", ""),
    Repeated(EVENT, &[FACTS, "[x](deal:"], "a", ")\n", ""),
    Repeated(EVENT, &[FACTS], "a@b.nl ", "", ""),
    Repeated(
        EVENT,
        &[FACTS],
        "<x@school.example> [y](mailto:y@school.example) ",
        "",
        "",
    ),
    Repeated(EVENT, &["+++\n"], "x", "\n+++\n", ""),
    Repeated("oogst.toml", &[CONFIG], "y", " = 1\n", ""),
    Repeated("oogst.toml", &[CONFIG, "theme = \""], "y", "\"\n", ""),
    Repeated("oogst.toml", &[CONFIG, "time_zone = \""], "y", "\"\n", ""),
    Repeated(
        "oogst.toml",
        &[CONFIG, "[look]\npaper = \""],
        "#",
        "\"\n",
        "",
    ),
    Repeated(
        "oogst.toml",
        &[CONFIG, "[look]\n"],
        "y",
        " = \"#000000\"\n",
        "",
    ),
    Repeated("themes/eigen/theme.toml", &["name = \""], "y", "\"\n", ""),
];

#[test]
fn lines_of_ten_megabytes_are_read_like_others() {
    for long in LONG_LINES {
        run("check", long.0, &long.of_bytes(10_000_000));
    }
}

#[test]
fn a_long_title_stands_on_its_pages_and_what_is_drawn_of_it_is_cut() {
    let title = "y".repeat(2_000_000);
    let mut site = Site::from("klein");
    site.write(
        "oogst.toml",
        format!("title = \"{title}\"\nbase_url = \"https://proef.example/\"\n"),
    );
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!(ran.code, 0, "{}", start_of(&ran.err));
    assert!(fs::read(site.at("output/index.html")).is_ok_and(|page| page.len() > 4_000_000));
}

/// A file, what stands in it first, and a line with a number in it where `#` stands.
type Lines = (&'static str, &'static [&'static str], &'static str);

/// Lines of which each is a mistake.
const WRONG_LINES: &[Lines] = &[
    (TABLE, &["[[idee]]\ntitel = \"x\"\n"], "sleutel# = 1\n"),
    (TABLE, &["[[idee]]\n"], "titel = \"x\"\n"),
    (TABLE, &[], "soort# = 1\n"),
    (TABLE, &[], "[[idee]]\n"),
    (TABLE, &[], "[[idee]]\ntitel = \"Zelfde\"\n"),
    (TABLE, &[], "= ?\n"),
    ("oogst.toml", &[CONFIG, "[look]\n"], "k# = \"1\"\n"),
    ("oogst.toml", &[CONFIG, "[routes]\n"], "k# = \"a\"\n"),
];

/// Lines of which each is right, and how many there are.
const RIGHT_LINES: &[(usize, Lines)] = &[
    (
        MANY,
        (
            "content/los.toml",
            &["[[regio]]\nnaam = \"Streek\"\n[regio.codes]\n"],
            "k# = \"1\"\n",
        ),
    ),
    (
        MANY,
        (
            TABLE,
            &[],
            "[[vraag]]\ntitel = \"Vraag #\"\nstatus = \"open\"\nregios = []\nthemas = []\n",
        ),
    ),
    (
        MANY / 5,
        (
            TABLE,
            &[],
            "[[citaat]]\ntekst = \"x\"\ndoor = \"Persoon #\"\n",
        ),
    ),
    (
        MANY / 5,
        (
            "content/los.toml",
            &[],
            "[[organisatie]]\nnaam = \"School #\"\n",
        ),
    ),
];

const MANY: usize = 100_000;

/// The text of a file of so many lines.
fn lines(count: usize, (_, before, line): &Lines) -> String {
    let lines = (0..count).map(|number| line.replace('#', &number.to_string()));
    before.concat() + &lines.collect::<String>()
}

#[test]
fn a_hundred_thousand_of_anything_in_one_file_are_read() {
    for of_file in WRONG_LINES {
        let path = of_file.0;
        let (_, ran) = run("check", path, &lines(MANY, of_file));
        assert_eq!(ran.code, 1, "{path}\n{}", start_of(&ran.err));
        assert!(
            ran.err.contains("… en nog "),
            "the rest is counted\n{}",
            start_of(&ran.err)
        );
    }
    for (count, of_file) in RIGHT_LINES {
        let path = of_file.0;
        let (_, ran) = run("check", path, &lines(*count, of_file));
        assert_eq!(ran.code, 0, "{path}\n{}", start_of(&ran.err));
    }
}

#[test]
fn thousands_without_pages_of_their_own_stand_on_the_page_of_their_event() {
    let outcomes = lines(
        5_000,
        &(
            TABLE,
            &[],
            "[[uitkomst]]\ntekst = \"Uitkomst #.\"\nregios = []\nthemas = []\n",
        ),
    );
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
