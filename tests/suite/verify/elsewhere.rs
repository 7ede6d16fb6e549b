//! A copy of the site elsewhere, and links: each is compared with what the last build left, and no
//! link is followed.

use std::fs;

use super::{built, change_in_secret, said};
use crate::harness::{DAY, Site, copy, link};
use crate::program::{lines_of_json, oogst};
use crate::tree::Tree;

#[test]
fn a_copy_elsewhere_is_compared_with_the_same_build() {
    let mut site = built();
    let stick = Site::empty();
    copy(&site.at("output"), &stick.at("site"));
    let name = stick.at("site").display().to_string();
    let files = Tree::read(&site.at("output")).0.len();
    let verify = |more: &[&str]| {
        oogst(
            site.root(),
            &[&["verify", "--output", name.as_str()], more].concat(),
        )
    };
    assert_eq!(
        verify(&[]),
        said(
            0,
            &format!("De site in {name} is zoals oogst hem maakte: {files} bestanden nagekeken.\n")
        ),
        "times of a copy are no matter"
    );
    change_in_secret(&stick.at("site/index.html"), "Techniek", "techniek");
    fs::remove_file(stick.at("site/robots.txt")).expect("it is there");
    let ran = verify(&[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err
            .starts_with("gewijzigd   index.html\nweg         robots.txt\n"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("Kopieer dan opnieuw") && !ran.err.contains("Typ `oogst build`"),
        "{}",
        ran.err
    );
    // A name for it, as a server has for the newest of many copies.
    link(&stick.at("site"), &stick.at("nu"));
    assert_eq!(
        oogst(
            site.root(),
            &[
                "verify",
                "--output",
                stick.at("nu").to_str().expect("Unicode")
            ]
        )
        .err,
        ran.err
    );
    assert_eq!(
        oogst(site.root(), &["verify"]).code,
        0,
        "the site itself is whole"
    );
    // A newer build makes the copy an old one.
    site.replace("oogst.toml", "Techniek in ons dorp", "Techniek bij ons");
    assert_eq!(oogst(site.root(), &["build", "-q", "--date", DAY]).code, 0);
    let ran = oogst(
        site.root(),
        &["verify", "--output", &name, "--format", "json"],
    );
    assert!(ran.code == 1 && ran.out.lines().count() > 10, "{}", ran.out);
}

#[test]
fn a_copy_that_is_not_there_is_said_not_to_be_there() {
    let site = built();
    for (folder, reason) in [
        ("nergens", "bestaat niet"),
        ("oogst.toml", "een bestand staat waar een map hoort"),
    ] {
        let ran = oogst(site.root(), &["verify", "--output", folder]);
        assert_eq!(
            ran,
            said(
                2,
                &format!("fout: kan `{folder}` niet doorlopen: {reason}\n")
            )
        );
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let mut site = built();
    let outside = Site::with(&[("index.html", "van buiten"), ("geheim/x.html", "geheim")]);
    let original = site.read("output/index.html");
    // The same bytes, but elsewhere: not what a build left.
    fs::write(outside.at("index.html"), original).expect("it can be written");
    site.remove("output/index.html");
    link(&outside.at("index.html"), &site.at("output/index.html"));
    link(&outside.at("geheim"), &site.at("output/geheim"));
    fs::rename(site.at("output/ideeen"), outside.at("ideeen")).expect("it can be moved");
    link(&outside.at("ideeen"), &site.at("output/ideeen"));
    // A link round in a circle ends nowhere.
    link(&site.at("output"), &site.at("output/rond"));
    let ran = oogst(site.root(), &["verify", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let found: Vec<(String, String)> = lines_of_json(&ran.out)
        .into_iter()
        .map(|line| {
            (
                line["file"].as_str().expect("a text").to_owned(),
                line["state"].as_str().expect("a text").to_owned(),
            )
        })
        .collect();
    let lost = Tree::read(&outside.at("ideeen"))
        .0
        .into_keys()
        .map(|path| (format!("ideeen/{path}"), "lost".to_owned()));
    let mut expected: Vec<(String, String)> = lost.collect();
    expected.extend(
        [
            ("geheim", "added"),
            ("ideeen", "added"),
            ("index.html", "changed"),
            ("rond", "added"),
        ]
        .map(|(one, other)| (one.to_owned(), other.to_owned())),
    );
    expected.sort();
    assert_eq!(found, expected);
}
