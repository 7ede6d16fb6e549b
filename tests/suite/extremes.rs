//! What is too deep, too long, too many or named for trouble, through the program itself: each ends
//! with a message or with the right site.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::every_field::PIXEL;
use crate::harness::{DAY, Site};
use crate::page::Page;
use crate::program::{Ran, oogst};
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond/event.md";
const TABLE: &str = "content/events/2025-techniekavond/los.toml";
const FACTS: &str = "+++\ntitel = \"T\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n+++\n";
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
fn names_that_windows_keeps_are_refused_wherever_they_would_become_a_file() {
    let event = FACTS.to_owned();
    for name in ["con", "nul", "aux", "prn", "com1", "lpt9"] {
        for (code, path, text) in [
            (
                "bad-file-name",
                format!("content/events/{name}/event.md"),
                event.clone(),
            ),
            (
                "bad-file-name",
                format!("content/pages/{name}.md"),
                "+++\ntitel = \"x\"\n+++\n".to_owned(),
            ),
            (
                "bad-file-name",
                format!("content/events/2025-techniekavond/ideeen/{name}.md"),
                "+++\ntitel = \"x\"\n+++\n".to_owned(),
            ),
            (
                "bad-id",
                "content/los.toml".to_owned(),
                format!("[[persoon]]\nnaam = \"x\"\nid = \"{name}\"\n"),
            ),
            (
                "bad-alias",
                TABLE.to_owned(),
                format!("[[idee]]\ntitel = \"x\"\naliassen = [\"/oud/{name}/\"]\n"),
            ),
        ] {
            let mut site = Site::from("klein");
            site.write(&path, text).build_refused();
            assert!(
                site.codes().contains(code),
                "{path} with {name}: {:?}",
                site.codes()
            );
        }
        for file in [
            format!("{name}.csv"),
            format!("{}.tar.gz", name.to_uppercase()),
            name.to_owned(),
        ] {
            let mut site = Site::from("klein");
            site.write(
                &format!("content/events/2025-techniekavond/media/{file}"),
                "x",
            );
            site.write(
                TABLE,
                format!("[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{file}\"\n"),
            )
            .build_refused();
            assert!(
                site.codes().contains("bad-file-name"),
                "{file}: {:?}",
                site.codes()
            );
        }
        // Of a title it is made into something else.
        let mut site = Site::from("klein");
        site.write(
            "content/los.toml",
            format!("[[organisatie]]\nnaam = \"{}\"\n", name.to_uppercase()),
        )
        .build();
        assert!(
            site.at(&format!("output/organisaties/{name}-1/index.html"))
                .is_file()
        );
    }
}

#[test]
fn names_that_differ_in_case_alone_never_share_a_place() {
    let files = |names: [&str; 2]| {
        let mut site = Site::from("klein");
        let mut facts = String::new();
        for (number, name) in names.iter().enumerate() {
            site.write(
                &format!("content/events/2025-techniekavond/{name}"),
                format!("{number}"),
            );
            writeln!(
                facts,
                "[[materiaal]]\ntitel = \"x\"\nid = \"x-{number}\"\nbestand = \"{name}\""
            )
            .expect("a text takes all");
        }
        site.write(TABLE, facts).try_build();
        site
    };
    // The last three are one name on a disk that folds case as Unicode does.
    for names in [
        ["media/Tabel.csv", "media/tabel.csv"],
        ["Media/tabel.csv", "media/tabel.csv"],
        ["media/Één.csv", "media/één.csv"],
        ["media/straße.csv", "media/STRASSE.csv"],
        ["media/ſ.csv", "media/s.csv"],
        ["media/ΟΔΟΣ.csv", "media/οδος.csv"],
    ] {
        let site = files(names);
        assert!(
            !site.is_built() && site.codes().contains("address-taken"),
            "{names:?}: {:?}",
            site.codes()
        );
    }
    // Photos get names of their own, so both are shown.
    let mut site = Site::from("klein");
    site.write("content/events/2025-techniekavond/media/Foto.png", PIXEL)
        .write("content/events/2025-techniekavond/media/foto.png", PIXEL);
    let photo = |file: &str, id: &str| {
        format!(
            "[[foto]]\nbestand = \"media/{file}\"\nid = \"{id}\"\nalt = \"Een punt.\"\ntoestemming = \"niet-nodig\"\n"
        )
    };
    site.write(TABLE, photo("Foto.png", "een") + &photo("foto.png", "twee"))
        .try_build();
    let clash: Vec<String> = Tree::read(&site.at("output"))
        .0
        .into_keys()
        .map(|path| path.to_lowercase())
        .collect();
    let mut once = clash.clone();
    once.sort();
    once.dedup();
    assert_eq!(
        once.len(),
        clash.len(),
        "two files of the site have one name on other systems"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_in_normal_form_alone_are_refused_by_name() {
    let (composed, apart) = ("\u{E9}\u{E9}n", "e\u{301}e\u{301}n");
    let facts = "[[regio]]\nnaam = \"Streek\"\n";
    for (folder, ending, text) in [
        ("content", "toml", facts),
        (
            "content/events/2025-techniekavond",
            "toml",
            "[[idee]]\ntitel = \"x\"\n",
        ),
        ("content/events/2025-techniekavond/media", "csv", "a;b\n"),
        ("templates", "html", ""),
        ("assets", "css", ""),
    ] {
        let mut site = Site::from("klein");
        site.write(&format!("{folder}/{composed}.{ending}"), text)
            .write(&format!("{folder}/{apart}.{ending}"), text)
            .build_refused();
        assert!(
            site.codes().contains("name-twice"),
            "{folder}: {:?}",
            site.codes()
        );
    }
    // In a path that is read otherwise, too.
    let mut site = Site::from("klein");
    site.write(&format!("content/{composed}/a.md"), "x")
        .write(&format!("content/{apart}/a.md"), "x")
        .build_refused();
    assert!(site.codes().contains("name-twice"), "{:?}", site.codes());
    // One alone is that name, however it is written where it is named.
    for (on_disk, written) in [(composed, apart), (apart, composed)] {
        let mut site = Site::from("klein");
        site.write(
            &format!("content/events/2025-techniekavond/media/{on_disk}.csv"),
            "a;b\n",
        );
        site.write(
            TABLE,
            format!(
                "[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{written}.csv\"\n"
            ),
        )
        .build();
        let page = Page::read(
            site.output()
                .text("bijeenkomsten/2025-techniekavond/index.html"),
        );
        assert!(
            page.follows
                .iter()
                .any(|address| crate::links::decoded(address)
                    .ends_with(&format!("media/{composed}.csv"))),
            "{:?}",
            page.follows
        );
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_that_end_oddly_or_are_too_long_are_refused_or_left() {
    for name in [
        "tabel.csv.",
        "tabel.csv ",
        "map./tabel.csv",
        "map /tabel.csv",
        &format!("{}.csv", "a".repeat(220)),
        &format!("{}x.csv", "diep/".repeat(200)),
    ] {
        let mut site = Site::from("klein");
        site.write(
            &format!("content/events/2025-techniekavond/media/{name}"),
            "a;b\n",
        );
        site.write(
            TABLE,
            format!("[[materiaal]]\ntitel = \"x\"\nid = \"x\"\nbestand = \"media/{name}\"\n"),
        )
        .try_build();
        assert!(!site.is_built(), "{name:?} is published");
        let known = ["bad-file-name", "folder-too-deep", "resource-file-missing"];
        assert!(
            site.codes().iter().all(|code| known.contains(code)),
            "{name:?}: {:?}",
            site.codes()
        );
    }
    // Files that nothing names keep nothing from being built, however many and however deep.
    let mut site = Site::from("klein");
    let deep = format!(
        "content/events/2025-techniekavond/media/{}",
        "d/".repeat(300)
    );
    site.write(&format!("{deep}x.csv"), "x")
        .write(
            "content/events/2025-techniekavond/media/\u{1B}[31m.csv",
            "x",
        )
        .build();
    assert_eq!(
        site.codes(),
        ["folder-too-deep"].into(),
        "and what is not read is told"
    );
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

#[cfg(unix)]
#[test]
fn no_name_and_no_text_steers_the_terminal() {
    let bad = |text: &str| {
        text.chars().find(|sign| {
            sign.is_control() && *sign != '\n'
                || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        })
    };
    let esc = "\u{1B}]0;raak\u{7}\u{1B}[31m\u{9B}31m\u{202E}\u{8}";
    let mut site = Site::from("klein");
    for path in [
        format!("content/{esc}.md"),
        format!("content/events/2025-techniekavond/{esc}.md"),
        format!("content/events/{esc}/event.md"),
        format!("content/{esc}.toml"),
    ] {
        site.write(&path, "[[idee]]\nx = \n");
    }
    let value = toml::Value::String(esc.to_owned());
    site.write(TABLE, format!("[[idee]]\ntitel = {value}\nregios = [{value}]\nstatus = {value}\n{value} = 1\nx = \"\u{202E}\"\n# \u{9B}31m\n"));
    site.write("templates/event.html", format!("{{{{ {esc} }}}}"));
    for words in [
        ["build", "--lang", "nl"],
        ["check", "--lang", "en"],
        ["check", "--format", "json"],
    ] {
        let ran = oogst(site.root(), &words);
        assert_eq!(ran.code, 1, "{}", start_of(&ran.err));
        for text in [&ran.err, &ran.out] {
            assert_eq!(bad(text), None, "{words:?} sends it\n{}", start_of(text));
        }
    }
    // With colour, too: what the program itself sends begins with ESC and `[` and ends in `m`.
    let ran = crate::program::ran(
        crate::program::command(site.root(), &["check"]).env("CLICOLOR_FORCE", "1"),
    );
    let mut plain = String::new();
    let mut pieces = ran.err.split("\u{1B}[");
    plain += pieces.next().unwrap_or_default();
    for piece in pieces {
        let (code, rest) = piece.split_once('m').expect("a colour ends in m");
        assert!(
            code.chars()
                .all(|sign| sign.is_ascii_digit() || sign == ';'),
            "{code:?}"
        );
        plain += rest;
    }
    assert!(ran.err.len() > plain.len(), "there is colour in it");
    assert_eq!(bad(&plain), None, "{}", start_of(&plain));
    // What the machine refuses is told with its path.
    let ran = oogst(
        Path::new("/"),
        &["build", "--root", "/bestaat-niet-\u{9B}31m\u{202E}"],
    );
    assert_eq!(bad(&ran.err), None, "{}", start_of(&ran.err));
}

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(1_500)]
}
