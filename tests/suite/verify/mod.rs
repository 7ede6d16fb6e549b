//! `oogst verify`: what an archivist gets to hear of a site, and of a copy of it, that is or is not
//! as the last build left it.

mod elsewhere;

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::harness::{DAY, Site};
use crate::program::{Ran, lines_of_json, oogst};
use crate::tree::Tree;

/// A small site, built.
fn built() -> Site {
    let mut site = Site::from("klein");
    site.append(
        "oogst.toml",
        "\n[search]\nenabled = false\n\n[social]\nenabled = false\n",
    );
    let ran = oogst(site.root(), &["build", "-q", "--date", DAY]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    site
}

fn said(code: i32, err: &str) -> Ran {
    Ran {
        code,
        out: String::new(),
        err: err.to_owned(),
    }
}

/// Changes a file and sets its time back: what a failing disk or a careful hand does.
fn change_in_secret(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("the file can be read");
    assert!(text.contains(from) && from.len() == to.len());
    let time = fs::metadata(file)
        .and_then(|facts| facts.modified())
        .expect("files have times");
    fs::write(file, text.replacen(from, to, 1)).expect("the file can be written");
    fs::File::options()
        .write(true)
        .open(file)
        .and_then(|file| file.set_modified(time))
        .expect("its time can be set");
}

#[test]
fn a_site_as_it_was_made_is_said_to_be_so() {
    let site = built();
    let files = Tree::read(&site.at("output")).0.len();
    let before = Tree::read(site.root());
    assert_eq!(
        oogst(site.root(), &["verify"]),
        said(
            0,
            &format!(
                "De site in ./output is zoals oogst hem maakte: {files} bestanden nagekeken.\n"
            )
        )
    );
    assert_eq!(
        oogst(site.root(), &["verify", "--lang", "en"]),
        said(
            0,
            &format!("The site in ./output is as oogst made it: {files} files checked.\n")
        )
    );
    assert_eq!(oogst(site.root(), &["verify", "--quiet"]), said(0, ""));
    assert_eq!(
        oogst(site.root(), &["verify", "--quiet", "--format", "json"]),
        said(0, "")
    );
    before.assert_same(&Tree::read(site.root()), "nothing is changed by looking");
}

/// Does to the output all that can be done to files.
fn tamper(site: &mut Site) {
    site.append("output/index.html", "<!-- van mij -->")
        .remove("output/robots.txt")
        .remove("output/ideeen");
    site.write("output/CNAME", "dorp.example")
        .write("output/.DS_Store", "x")
        .write("output/map van mij/een.txt", "x");
    site.write("output/deals", "een bestand waar een map was");
    change_in_secret(
        &site.at("output/bijeenkomsten/index.html"),
        "Techniekavond",
        "Techniekdagen",
    );
}

/// Programs are told of so many files.
fn assert_programs_are_told(site: &Site, count: usize) {
    let programs = oogst(site.root(), &["verify", "--format", "json"]);
    assert_eq!((programs.code, programs.err.as_str()), (1, ""));
    let lines = lines_of_json(&programs.out);
    assert_eq!(lines.len(), count);
    assert_eq!(
        lines[0],
        json!({ "file": ".DS_Store", "state": "added", "reason": null })
    );
    assert_eq!(
        lines[2],
        json!({ "file": "bijeenkomsten/index.html", "state": "damaged", "reason": null })
    );
}

#[test]
fn every_file_that_is_not_as_it_was_is_named_with_what_to_do() {
    let mut site = built();
    let whole = Tree::read(&site.at("output"));
    tamper(&mut site);
    let ran = oogst(site.root(), &["verify"]);
    let lost_lines: String = whole
        .0
        .keys()
        .filter(|path| path.starts_with("ideeen/"))
        .map(|path| format!("weg         {path}\n"))
        .collect();
    let lost = lost_lines.lines().count() + 1;
    let same = whole.0.len() - lost - 2;
    let expected = format!(
        "erbij       .DS_Store\nerbij       CNAME\nbeschadigd  bijeenkomsten/index.html\nerbij       deals\n{lost_lines}gewijzigd   index.html\nerbij       map van mij/een.txt\nweg         robots.txt\n1 gewijzigd, 1 beschadigd, {lost} weg, 4 erbij, {same} bestanden zoals oogst ze maakte.\n"
    );
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let ways = ran
        .err
        .strip_prefix(&expected)
        .unwrap_or_else(|| panic!("expected\n{expected}\ngot\n{}", ran.err));
    for way in [
        "Typ `oogst build`",
        ".oogst/replaced",
        "verwijder deze bestanden",
        "Oogst laat het staan.",
    ] {
        assert!(ways.contains(way), "{way} is not in:\n{ways}");
    }

    let english = oogst(site.root(), &["verify", "--lang", "en", "-q"]);
    assert_eq!(english.code, 1);
    assert!(
        english
            .err
            .contains("damaged     bijeenkomsten/index.html\n")
            && english.err.contains("Type `oogst build`"),
        "{}",
        english.err
    );

    assert_programs_are_told(&site, lost + 6);

    // The ways out that were named are ways out.
    site.remove("output/bijeenkomsten/index.html")
        .remove("output/deals");
    assert_eq!(oogst(site.root(), &["build", "-q", "--date", DAY]).code, 0);
    let ran = oogst(site.root(), &["verify"]);
    assert!(
        ran.err.starts_with(
            "erbij       .DS_Store\nerbij       CNAME\nerbij       map van mij/een.txt\n3 erbij, "
        ),
        "{}",
        ran.err
    );
    site.remove("output/CNAME")
        .remove("output/.DS_Store")
        .remove("output/map van mij");
    assert_eq!(oogst(site.root(), &["verify"]).code, 0);
    whole.assert_same(&Tree::read(&site.at("output")), "all is as it was");
    assert!(
        site.read(".oogst/replaced/1/index.html")
            .ends_with("<!-- van mij -->")
    );
}

#[test]
fn without_a_note_of_the_last_build_nothing_is_claimed() {
    let mut site = Site::from("klein");
    let none = "`./.oogst/manifest` is er niet, dus wat er hoort te staan is niet bekend; maak de site eerst: `oogst build`";
    assert_eq!(
        oogst(site.root(), &["verify"]),
        said(2, &format!("fout: {none}\n"))
    );
    assert!(!site.at(".oogst").exists());
    let mut site_built = built();
    for damage in ["", "oogst files\n", "rommel"] {
        site_built.write(".oogst/manifest", damage);
        let ran = oogst(site_built.root(), &["verify", "--lang", "en"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(
            ran.err
                .starts_with("error: `./.oogst/manifest` is damaged or belongs to another folder"),
            "{}",
            ran.err
        );
    }
    // Its way out, too.
    assert_eq!(
        oogst(site_built.root(), &["build", "-q", "--date", DAY]).code,
        0
    );
    assert_eq!(oogst(site_built.root(), &["verify", "-q"]), said(0, ""));
    site_built.remove("output");
    let ran = oogst(site_built.root(), &["verify"]);
    assert!(
        ran.code == 1 && ran.err.contains(" weg, 0 bestanden zoals oogst ze maakte."),
        "{}",
        ran.err
    );
    site.write("output", "een bestand")
        .write(".oogst/manifest", "x");
    assert_eq!(oogst(site.root(), &["verify"]).code, 2);
}

#[test]
fn while_a_build_runs_nothing_is_compared() {
    let site = built();
    let lock = fs::File::options()
        .write(true)
        .open(site.at(".oogst/lock"))
        .expect("there is a lock");
    lock.lock().expect("it can be taken");
    let ran = oogst(site.root(), &["verify"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("bouwt deze site al; wacht tot het klaar is"),
        "{}",
        ran.err
    );
    drop(lock);
    assert_eq!(oogst(site.root(), &["verify"]).code, 0);
}

#[test]
fn a_name_is_no_command_to_a_terminal_and_a_long_list_is_counted() {
    let mut site = built();
    if cfg!(unix) {
        site.write("output/een\u{1B}[31mrood\n.txt", "x");
        let ran = oogst(site.root(), &["verify"]);
        assert!(
            ran.err
                .starts_with("erbij       een\u{FFFD}[31mrood\u{FFFD}.txt\n"),
            "{}",
            ran.err
        );
        site.remove("output/een\u{1B}[31mrood\n.txt");
    }
    for number in 0..1_260 {
        site.write(&format!("output/van-mij/{number:04}.txt"), "x");
    }
    site.write("output/zzz.txt", "").remove("output/robots.txt");
    let ran = oogst(site.root(), &["verify"]);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines[0], "weg         robots.txt");
    assert_eq!(
        (lines[1], lines[50]),
        (
            "erbij       van-mij/0000.txt",
            "erbij       van-mij/0049.txt"
        )
    );
    assert_eq!(
        lines[51],
        "… en nog 1.211; met `--format json` komen ze alle."
    );
    assert!(
        lines[52].starts_with("1 weg, 1.261 erbij, "),
        "{}",
        lines[52]
    );
    assert_eq!(
        oogst(site.root(), &["verify", "--format", "json"])
            .out
            .lines()
            .count(),
        1_262
    );
}
