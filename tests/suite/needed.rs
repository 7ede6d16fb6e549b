//! A report that needs a newer program: whatever is asked, it is said once, and nothing is done.

use crate::harness::Site;
use crate::program::oogst;
use crate::tree::Tree;

/// A report with much that this program does not know, and a file of another program.
fn newer(needed: &str) -> Site {
    let mut site = Site::from("klein");
    let settings = format!(
        "oogst = {needed}\ntaal = \"nl\"\nnieuw = 1\n[nieuwer]\nnieuwst = 2\n[publicatie.website]\nsoort = \"fax\"\n"
    );
    site.write("oogst.toml", settings);
    site.write("content/nieuw.toml", "[[nieuw]]\nnaam = \"x\"\n");
    site.write("vragen.csv", "Titel\nEen\n");
    site
}

#[test]
fn whatever_is_asked_of_a_report_that_needs_a_newer_program_that_is_all_that_is_said() {
    for needed in ["\"99.0\"", "99.0", "99"] {
        all_is_refused(needed);
    }
}

fn all_is_refused(needed: &str) {
    let site = newer(needed);
    let before = Tree::read(site.root());
    let said = format!(
        "fout[needs-newer]: dit verslag heeft oogst {} of nieuwer nodig, en dit is oogst {}\n",
        needed.trim_matches('"'),
        env!("CARGO_PKG_VERSION")
    );
    for words in [
        &["build"][..],
        &["check"],
        &["check", "--publish"],
        &["publish", "--record"],
        &["publish", "--to", "website", "--yes"],
        &["new", "idee", "Een", "--into", "2025-techniekavond"],
        &["import", "vragen.csv", "--into", "2025-techniekavond"],
        &["export", "deals.csv"],
        &["rename", "deal:x", "y"],
        &["verify"],
        &["schema"],
    ] {
        let ran = oogst(site.root(), words);
        assert_eq!(ran.code, 1, "{words:?}: {}", ran.err);
        assert!(ran.err.contains(&said), "{words:?}: {}", ran.err);
        assert_eq!(
            ran.err.matches("fout[").count(),
            1,
            "{words:?}: {}",
            ran.err
        );
        assert_eq!(ran.out, "", "{words:?}");
    }
    before.assert_same(&Tree::read(site.root()), "nothing is done");
}

#[test]
fn what_needs_no_newer_program_is_read() {
    let own = env!("CARGO_PKG_VERSION");
    for needed in ["0.0.9", "0", own] {
        let mut site = Site::from("klein");
        let settings = site.read("oogst.toml");
        site.write("oogst.toml", format!("oogst = \"{needed}\"\n{settings}"));
        let ran = oogst(site.root(), &["check"]);
        assert_eq!(ran.code, 0, "{needed}: {}", ran.err);
    }
}

#[test]
fn a_version_that_is_none_is_told_beside_the_rest() {
    let site = newer("\"versie 1\"");
    let ran = oogst(site.root(), &["check", "--format", "json"]);
    let codes = crate::program::lines_of_json(&ran.out);
    let codes: Vec<&str> = codes
        .iter()
        .filter_map(|line| line["code"].as_str())
        .collect();
    for code in ["bad-version", "missing-key", "unknown-key", "unknown-value"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
}

#[test]
fn a_new_report_says_which_program_it_began_with() {
    for (language, line) in [
        ("nl", "kan dit verslag niet lezen"),
        ("en", "cannot read this report"),
    ] {
        let site = Site::empty();
        let ran = oogst(site.root(), &["new", "verslag", "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let settings = site.read("verslag/oogst.toml");
        let own: Vec<&str> = env!("CARGO_PKG_VERSION").split('.').take(2).collect();
        let needed = format!("\noogst = \"{}\"\n", own.join("."));
        assert!(settings.ends_with(&needed), "{settings}");
        assert!(settings.contains(line), "{settings}");
        let ran = oogst(&site.at("verslag"), &["check"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
}
