//! A report in git: the program says when git keeps its own folder, drafts and all. It starts no
//! git and follows no link: it reads one file, which may be anybody's.
//!
//! `tests/git/` holds indexes as git itself wrote them, in each version, with `.oogst/lock` and
//! `.oogst/preview/index.html` in them.

use std::fs;
use std::path::PathBuf;

use crate::harness::{DAY, Site, copy, tests};
use crate::program::oogst;

/// An index that git wrote.
fn index(name: &str) -> PathBuf {
    tests().join("git").join(format!("{name}.index"))
}

/// A site whose folder is git's work tree, with this index.
fn site_in_git(name: &str) -> Site {
    let site = Site::from("klein");
    fs::create_dir(site.at(".git")).expect("a folder can be made");
    copy(&index(name), &site.at(".git/index"));
    site
}

/// Whether `check` tells that the program's own folder is in git. It tells of nothing else.
fn is_told(site: &Site) -> bool {
    let ran = oogst(site.root(), &["check", "--date", DAY, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = ran
        .err
        .starts_with("warning[kept-in-git]: the folder `.oogst` is in git");
    assert!(told || ran.err == "All is well.\n", "{}", ran.err);
    told
}

#[test]
fn a_folder_of_our_own_in_git_is_told_whatever_version_wrote_the_index() {
    for name in ["v2", "v3", "v4", "sha256"] {
        assert!(is_told(&site_in_git(name)), "{name}");
    }
    assert!(
        !is_told(&site_in_git("without")),
        "once it is out of the index, nothing is said any more"
    );
    assert!(!is_told(&Site::from("klein")), "without git, nothing is");
}

#[test]
fn a_build_tells_it_too_and_is_made_all_the_same() {
    let site = site_in_git("v2");
    let ran = oogst(site.root(), &["build", "--date", DAY, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.starts_with("warning[kept-in-git]") && ran.err.contains("1 warning, in "),
        "{}",
        ran.err
    );
}

#[test]
fn an_index_that_is_none_is_not_looked_at() {
    let whole = fs::read(index("v2")).expect("an index can be read");
    let mut damaged = whole.clone();
    damaged[8..12].fill(0xFF);
    for bytes in [
        b"".as_slice(),
        b"DIRC",
        &whole[..whole.len() / 2],
        &damaged,
        &b"DIRC\0\0\0\x02".repeat(1_000),
    ] {
        let site = site_in_git("v2");
        fs::write(site.at(".git/index"), bytes).expect("a file can be written");
        assert!(!is_told(&site), "{} bytes", bytes.len());
    }
    // Larger than is read; it takes no room on the disk.
    let large = site_in_git("v2");
    fs::File::options()
        .write(true)
        .open(large.at(".git/index"))
        .and_then(|file| file.set_len(1 << 40))
        .expect("a file can be made larger");
    assert!(!is_told(&large));
    // A folder in its place, and a file in that of the folder, as in a second work tree.
    let folder = Site::from("klein");
    fs::create_dir_all(folder.at(".git/index")).expect("a folder can be made");
    assert!(!is_told(&folder));
    let elsewhere = site_in_git("v2");
    let second = Site::from("klein");
    fs::write(
        second.at(".git"),
        format!("gitdir: {}\n", elsewhere.at(".git").display()),
    )
    .expect("a file can be written");
    assert!(!is_told(&second));
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_to_an_index_and_nothing_waits_for_one() {
    use crate::harness::link;
    let elsewhere = site_in_git("v2");
    let linked_folder = Site::from("klein");
    link(&elsewhere.at(".git"), &linked_folder.at(".git"));
    assert!(!is_told(&linked_folder));
    let linked_file = Site::from("klein");
    fs::create_dir(linked_file.at(".git")).expect("a folder can be made");
    link(&elsewhere.at(".git/index"), &linked_file.at(".git/index"));
    assert!(!is_told(&linked_file));
    let pipe = Site::from("klein");
    fs::create_dir(pipe.at(".git")).expect("a folder can be made");
    let made = std::process::Command::new("mkfifo")
        .arg(pipe.at(".git/index"))
        .status()
        .expect("there is a `mkfifo`");
    assert!(made.success());
    assert!(!is_told(&pipe));
}
