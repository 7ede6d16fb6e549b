//! What a check and a build do and say, and what they leave when something is wrong.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::{DAY, Site};
use crate::program::{Ran, command, lines_of_json, oogst, ran};
use crate::tree::Tree;

/// A site with two errors and a warning.
const WRONG: [(&str, &str); 3] = [
    ("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n"),
    ("content/regios.toml", "[[regio]]\nnaam = \"Twente\"\n"),
    (
        "content/events/2025-proef/event.md",
        "+++\ntitel = \"Proef\"\ndatum = \"30-02-2025\"\nsamenvatting = \"Een proef.\"\n\n[[idee]]\ntitel = \"Een idee\"\nregios = [\"twentte\"]\n+++\n\nKijk [hier](https://school.example/).\n",
    ),
];

/// What a line for programs holds.
const OF_A_LINE: [&str; 10] = [
    "code",
    "severity",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "message",
    "help",
    "suggestion",
];

#[test]
fn diagnostics_are_for_people_or_for_programs() {
    let site = Site::with(&WRONG);
    let people = oogst(site.root(), &["check", "--lang", "en", "--date", DAY]);
    assert_eq!((people.code, people.out.as_str()), (1, ""));
    for part in [
        "error[bad-date]",
        "error[unknown-region]",
        "warning[vague-link]",
        "did you mean `twente`?",
        "2 errors and ",
    ] {
        assert!(
            people.err.contains(part),
            "{part} is not in:\n{}",
            people.err
        );
    }
    assert!(
        !people.err.contains('\u{1B}'),
        "no colour where nobody looks"
    );
    let lines = lines_for_programs(&site);
    let count = |severity: &str| {
        lines
            .iter()
            .filter(|line| line["severity"] == severity)
            .count()
    };
    assert!(
        people.err.contains(&format!(
            "{} errors and {} warning",
            count("error"),
            count("warning")
        )),
        "both tell the same:\n{}",
        people.err
    );
    let dutch = oogst(site.root(), &["check", "--format", "json", "--date", DAY]);
    assert!(
        dutch.out.contains("geen regio heet"),
        "without --lang, the report's language: {}",
        dutch.out
    );
}

#[test]
fn a_line_for_programs_holds_all_that_people_are_told() {
    let lines = lines_for_programs(&Site::with(&WRONG));
    for line in &lines {
        let keys: Vec<&String> = line
            .as_object()
            .expect("each line is an object")
            .keys()
            .collect();
        assert_eq!(keys.len(), OF_A_LINE.len(), "{keys:?}");
        assert!(
            OF_A_LINE.iter().all(|key| line.get(key).is_some()),
            "{keys:?}"
        );
    }
    let region = lines
        .iter()
        .find(|line| line["code"] == "unknown-region")
        .expect("it is said to programs too");
    assert_eq!(
        *region,
        serde_json::json!({
            "code": "unknown-region",
            "severity": "error",
            "file": "content/events/2025-proef/event.md",
            "line": 8,
            "column": 11,
            "end_line": 8,
            "end_column": 20,
            "message": "no region is called `twentte`",
            "help": "correct this word, or add the region, for example in content/regions.toml",
            "suggestion": "twente",
        })
    );
}

/// What a check of a site that is wrong says to programs.
fn lines_for_programs(site: &Site) -> Vec<Value> {
    let programs = oogst(
        site.root(),
        &["check", "--format", "json", "--lang", "en", "--date", DAY],
    );
    assert_eq!((programs.code, programs.err.as_str()), (1, ""));
    lines_of_json(&programs.out)
}

#[test]
fn a_check_makes_nothing() {
    for site in [Site::from("klein"), Site::with(&WRONG)] {
        let before = Tree::read(site.root());
        oogst(site.root(), &["check"]);
        before.assert_same(&Tree::read(site.root()), "a check only looks");
        assert!(!site.at("output").exists() && !site.at(".oogst").exists());
    }
}

#[test]
fn a_build_tells_what_it_did_or_keeps_quiet() {
    let mut site = Site::from("klein");
    let first = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!((first.code, first.out.as_str()), (0, ""));
    let pages = Tree::read(&site.at("output")).pages().count();
    let files = Tree::read(&site.at("output")).0.len();
    let said = |written: usize, kept: usize| {
        let files = if written == 1 { "bestand" } else { "bestanden" };
        format!(
            "De site is klaar: {pages} pagina’s, {written} {files} nieuw of gewijzigd, {kept} gelijk gebleven, 0 verwijderd, 0 waarschuwingen, in … seconden.\nDe site staat in ./output. Bekijken: oogst serve --open\n"
        )
    };
    assert_eq!(without_time(&first.err), said(files, 0));
    assert_eq!(
        without_time(&oogst(site.root(), &["build", "--date", DAY]).err),
        said(0, files)
    );
    let english = oogst(site.root(), &["build", "--date", DAY, "--lang", "en"]);
    assert!(
        english.err.starts_with(&format!("The site is ready: {pages} pages, 0 files new or changed, {files} as they were, 0 removed")),
        "{}",
        english.err
    );
    assert_eq!(
        oogst(site.root(), &["build", "--quiet", "--date", DAY]),
        Ran {
            code: 0,
            out: String::new(),
            err: String::new()
        }
    );
    assert_eq!(
        oogst(site.root(), &["check", "-q", "--date", DAY]),
        Ran {
            code: 0,
            out: String::new(),
            err: String::new()
        }
    );

    // What is wrong is said all the same, and what did not happen because of it.
    site.append(
        "content/events/2025-techniekavond/event.md",
        "\nKijk [hier](https://school.example/).\n",
    );
    let quiet = oogst(site.root(), &["build", "--quiet", "--date", DAY]);
    assert_eq!(quiet.code, 0, "warnings keep no site from being built");
    assert!(
        quiet.err.starts_with("waarschuwing[vague-link]"),
        "{}",
        quiet.err
    );
    assert!(!quiet.err.contains("De site is klaar"), "{}", quiet.err);
}

#[test]
fn drafts_are_built_when_asked_for() {
    let site = Site::from("veenland");
    assert_eq!(
        oogst(site.root(), &["build", "--drafts", "-q", "--date", DAY]).code,
        0
    );
    let built = Tree::read(&site.at("output"));
    Site::from("veenland")
        .with_drafts()
        .build()
        .output()
        .assert_same(&built, "--drafts builds drafts");
}

#[test]
fn the_day_may_come_from_the_environment() {
    let mut site = Site::from("veenland");
    let of_day = |day: &str, site: &mut Site| site.on(day).build_cold().output();
    let (january, july) = (
        of_day("2026-01-15", &mut site),
        of_day("2026-07-02", &mut site),
    );
    assert_ne!(
        january, july,
        "the fixture has a deal that is overdue by July"
    );
    let build = |words: &[&str], epoch: &str| {
        let ran = ran(command(site.root(), words).env("SOURCE_DATE_EPOCH", epoch));
        assert_eq!(ran.code, 0, "{}", ran.err);
        Tree::read(&site.at("output"))
    };
    // Midnight in London is one o'clock in Amsterdam, where the site is.
    january.assert_same(
        &build(&["build", "-q"], "1768435200"),
        "the day of SOURCE_DATE_EPOCH",
    );
    july.assert_same(
        &build(&["build", "-q"], "1782943200"),
        "2 July 00:00 in Amsterdam is still 1 July in London",
    );
    january.assert_same(
        &build(&["build", "-q", "--date", "2026-01-15"], "1782943200"),
        "--date goes before it",
    );
}

#[test]
fn a_build_with_a_mistake_leaves_the_old_site() {
    let mut site = Site::from("klein");
    assert_eq!(oogst(site.root(), &["build", "--date", DAY]).code, 0);
    let before = Tree::read(&site.at("output"));
    site.append(
        "content/events/2025-techniekavond/event.md",
        "\nNieuwe regel, en een link naar [niets](idea:niets).\n",
    );
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("fout[broken-link]"), "{}", ran.err);
    assert!(
        ran.err
            .ends_with("1 fout.\nDe site is niet gemaakt; wat er stond, staat er nog.\n"),
        "{}",
        ran.err
    );
    before.assert_same(&Tree::read(&site.at("output")), "a mistake changes nothing");
    assert!(
        !site.at(".output.oogst-staging").exists(),
        "nothing half done is left"
    );
}

#[test]
fn a_machine_that_refuses_is_said_to_and_gives_its_own_code() {
    // `output` is a file: no right of a user, not even of root, makes it a folder.
    let mut site = Site::from("klein");
    site.write("output", "geen map");
    for (language, starts) in [("nl", "fout: "), ("en", "error: ")] {
        let ran = oogst(site.root(), &["build", "--date", DAY, "--lang", language]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(
            ran.err.starts_with(starts) && ran.err.contains("output"),
            "{}",
            ran.err
        );
    }
    assert_eq!(site.read("output"), "geen map");
    site.remove("output")
        .remove(".oogst")
        .write(".oogst", "geen map");
    assert_eq!(oogst(site.root(), &["build", "--date", DAY]).code, 2);
    assert!(!site.at("output").exists());
    site.remove(".oogst");
    assert_eq!(
        oogst(site.root(), &["build", "--date", DAY]).code,
        0,
        "once the machine is mended, all is as ever"
    );
}

#[test]
fn two_builds_of_one_site_do_not_mix() {
    let site = Site::from("klein");
    assert_eq!(oogst(site.root(), &["build", "--date", DAY]).code, 0);
    let lock = fs::File::options()
        .write(true)
        .open(site.at(".oogst/lock"))
        .expect("there is a lock");
    lock.lock().expect("it can be taken");
    let ran = oogst(site.root(), &["build", "--date", DAY, "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    drop(lock);
    assert_eq!(
        oogst(site.root(), &["build", "--date", DAY]).code,
        0,
        "a lock that was let go keeps nobody out"
    );
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_the_old_site_whole() {
    const EVENT: &str = "content/events/2025-groot/event.md";
    let mut site = Site::from("klein");
    assert_eq!(oogst(site.root(), &["build", "--date", DAY]).code, 0);
    let before = Tree::read(&site.at("output"));
    // Enough pages for a build that takes a while, also on a quick machine.
    let ideas: String = (0..4_000)
        .map(|number| {
            format!("\n[[idee]]\ntitel = \"Idee nummer {number}\"\ntekst = \"Een *tekst*.\"\n")
        })
        .collect();
    site.write(
        EVENT,
        "+++\ntitel = \"Groot\"\ndatum = 2025-05-05\nsamenvatting = \"Veel.\"\n+++\n",
    )
    .write("content/events/2025-groot/ideeen.toml", ideas);

    let started = Instant::now();
    let mut build = command(site.root(), &["build", "--date", DAY])
        .spawn()
        .expect("the program can be started");
    let staging = site.at(".output.oogst-staging");
    while !staging.exists() {
        assert!(
            build.try_wait().expect("it can be asked").is_none(),
            "the build ended before it could be interrupted"
        );
        assert!(
            started.elapsed() < Duration::from_mins(1),
            "the build does not get to writing"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
    let interrupted = Command::new("kill")
        .args(["-INT", &build.id().to_string()])
        .status()
        .expect("there is a `kill`");
    assert!(interrupted.success());
    let output = build.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.ends_with("Gestopt. De site is gebleven zoals die was.\n"),
        "{said}"
    );
    before.assert_same(
        &Tree::read(&site.at("output")),
        "an interrupted build changes nothing",
    );
    assert!(!staging.exists(), "nothing half done is left");
    site.remove("content/events/2025-groot");
    assert_eq!(oogst(site.root(), &["build", "--date", DAY]).code, 0);
    before.assert_same(&Tree::read(&site.at("output")), "the next build is as ever");
}

/// A summary with the seconds left out.
fn without_time(text: &str) -> String {
    let (before, after) = text
        .split_once(", in ")
        .expect("a summary says how long it took");
    let (_, after) = after.split_once(' ').expect("a summary says seconds");
    format!("{before}, in … {after}")
}
