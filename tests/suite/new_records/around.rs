//! Which report `oogst new` adds to, and where it begins a new one.

use std::fs;

use super::{site, texts};
use crate::harness::Site;
use crate::program::{command, oogst, ran};

#[test]
fn in_a_report_no_second_one_is_made() {
    let site = site();
    let before = texts(&site);
    for arguments in [&["new", "streekdag"][..], &["new", "content/nog-een"]] {
        let ran = oogst(site.root(), arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains("[report-in-report]"), "{}", ran.err);
    }
    // The same from a folder within it.
    let ran = oogst(&site.at("content"), &["new", "streekdag"]);
    assert!(ran.err.contains("[report-in-report]"), "{}", ran.err);
    assert_eq!(texts(&site), before);
    // A record may be added from within it.
    let ran = oogst(&site.at("content"), &["nieuw", "thema", "Techniek"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/themas.toml"),
        "[[thema]]\nnaam = \"Techniek\"\nid = \"techniek\"\n"
    );
}

#[test]
fn outside_a_report_there_is_nothing_to_add_to() {
    let site = Site::empty();
    for arguments in [&["new", "deal"][..], &["new", "iets", "Een titel"]] {
        let ran = oogst(site.root(), arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains("[no-report-here]"), "{}", ran.err);
    }
    assert!(texts(&site).is_empty());
    let ran = oogst(site.root(), &["new", "./deal"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(site.at("deal/oogst.toml").is_file());
}

#[test]
fn from_within_a_report_a_new_one_may_be_made_elsewhere() {
    let (site, elsewhere) = (site(), Site::empty());
    let before = texts(&site);
    let place = elsewhere.at("verslag");
    let ran = oogst(site.root(), &["new", &place.to_string_lossy()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(place.join("oogst.toml").is_file());
    assert_eq!(texts(&site), before);
}

/// Where everybody may write, a report of somebody else is none to add to by itself: who may, names it.
#[test]
fn a_report_above_that_another_user_left_is_not_taken() {
    let site = site();
    let below = site.at("map/dieper");
    fs::create_dir_all(&below).expect("a folder can be made");
    let settings = site.at("oogst.toml");
    if let Err(error) = std::os::unix::fs::chown(&settings, Some(12_345), None) {
        // Only who may give files away can try it here; `around` tries the rule itself.
        assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied);
        return;
    }
    let before = texts(&site);
    let ran = oogst(&below, &["new", "thema", "Techniek"]);
    assert_eq!(ran.code, 1);
    let root = site.root().to_string_lossy();
    assert!(ran.err.contains("[no-report-here]"), "{}", ran.err);
    let way = format!("--root \"{root}\"");
    assert!(ran.err.contains(&way), "{}", ran.err);
    assert_eq!(texts(&site), before);
    // A report of one's own may be made below it.
    let ran = oogst(&below, &["new", "verslag"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(below.join("verslag/oogst.toml").is_file());
    // Named, it is taken, and that is told.
    let ran = oogst(&below, &["new", "thema", "Techniek", "--root", &root]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = format!("het verslag in {root} is van een andere gebruiker");
    assert!(ran.err.contains(&told), "{}", ran.err);
    assert!(site.read("content/themas.toml").contains("Techniek"));
}

/// The search ends at the user's home.
#[test]
fn a_report_above_home_is_not_looked_for() {
    let site = site();
    let home = site.at("thuis");
    let below = home.join("werk");
    fs::create_dir_all(&below).expect("a folder can be made");
    let words = ["new", "thema", "Techniek"];
    let at_home = ran(command(&below, &words).env("HOME", &home));
    assert!(at_home.err.contains("[no-report-here]"), "{}", at_home.err);
    let elsewhere = ran(command(&below, &words).env("HOME", Site::empty().root()));
    assert_eq!(elsewhere.code, 0, "{}", elsewhere.err);
}
