//! A disk that is full, refuses, is another, or finds a file too large.

use std::fs;
use std::process::{Command, Stdio};

use super::{EVENT, site};
use crate::harness::{DAY, Site, copy};
use crate::program::{Ran, ran};
use crate::tree::Tree;

/// The site after an edit that changes every page.
fn edited(site: &mut Site) {
    site.replace(
        "oogst.toml",
        "Techniek in ons dorp",
        "Techniek bij ons in het dorp",
    )
    .append(EVENT, "\nNog een regel.\n");
}

/// What a clean build makes of a site.
fn clean(site: &Site) -> Tree {
    site.copied().build().output()
}

/// Runs a script in a site's folder, with mounts of its own. `None` where the machine allows no
/// such thing.
#[expect(
    clippy::print_stdout,
    reason = "whoever runs this with --nocapture is told what was not tried"
)]
fn with_own_mounts(site: &Site, script: &str) -> Option<Ran> {
    let unshare = |words: &[&str]| {
        let mut command = Command::new("unshare");
        command
            .args(["--map-root-user", "--mount"])
            .args(words)
            .current_dir(site.root())
            .env("OOGST", env!("CARGO_BIN_EXE_oogst"));
        for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null());
        command
    };
    let allowed = unshare(&[
        "sh",
        "-c",
        "mkdir -p proef && mount -t tmpfs tmpfs proef && umount proef && rmdir proef",
    ])
    .output();
    if !allowed.is_ok_and(|output| output.status.success()) {
        println!("this machine lets nobody mount a disk, so this was not tried on a real one");
        return None;
    }
    let script =
        format!("set -eu\nbuild() {{ \"$OOGST\" build --quiet --date {DAY} \"$@\"; }}\n{script}");
    Some(ran(unshare(&["sh", "-c", &script])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())))
}

/// Builds on a disk that is full, with a page of it free more each time, until a build goes well.
const ON_A_FULL_DISK: &str = r#"
mount -t tmpfs -o size=2m tmpfs schijf
cp -r eerst/. schijf
cd schijf
build
cp -r ../content ../oogst.toml .
dd if=/dev/zero of=vol bs=4k 2>/dev/null || true
number=0
while true; do
  code=0
  build 2>err || code=$?
  cat err >&2 || true
  mkdir -p ../na
  cp -r output ../na/$number
  ls -A > ../na/$number.names
  echo "$code"
  if [ "$code" -eq 0 ]; then break; fi
  number=$((number + 1))
  truncate -s -4k vol
done
"$OOGST" verify --quiet
"#;

#[test]
#[expect(
    clippy::print_stdout,
    reason = "what was said is for whoever runs this with --nocapture"
)]
fn a_full_disk_keeps_the_old_site_however_little_is_lacking() {
    let mut site = site();
    let old = clean(&site);
    let folder = site.at("schijf");
    // A disk with the site on it, built; then an edit, and a file that fills all that is left.
    copy(&site.at("content"), &site.at("eerst/content"));
    copy(&site.at("oogst.toml"), &site.at("eerst/oogst.toml"));
    edited(&mut site);
    let new = clean(&site);
    fs::create_dir(&folder).expect("a folder can be made");
    // Standard error goes to the same full disk, so it has to be small; it is read back at once.
    let Some(ran) = with_own_mounts(&site, ON_A_FULL_DISK) else {
        return;
    };
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let codes: Vec<&str> = ran.out.lines().collect();
    assert!(
        codes.len() > 3,
        "the disk is full in several places: {codes:?}"
    );
    for (number, code) in codes.iter().enumerate() {
        let last = number + 1 == codes.len();
        assert_eq!(*code, if last { "0" } else { "2" }, "{codes:?}");
        let expected = if last { &new } else { &old };
        expected.assert_same(
            &Tree::read(&site.at(&format!("na/{number}"))),
            &format!("with {number} times 4 KB left"),
        );
        let names = site.read(&format!("na/{number}.names"));
        assert!(
            !names.contains("staging"),
            "nothing half done is left:\n{names}"
        );
    }
    let said: Vec<&str> = ran.err.lines().collect();
    println!(
        "{} builds on a full disk, the first and last:\n{}\n{}",
        said.len(),
        said[0],
        said[said.len() - 1]
    );
    assert!(
        said.iter()
            .all(|line| line.starts_with("fout: kan `") && line.ends_with(": de schijf is vol")),
        "{said:?}"
    );
    assert!(!said.is_empty());
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let mut site = site();
    let old = site.build().output();
    edited(&mut site);
    let read_only = "mount --bind output output\nmount -o remount,bind,ro output\n";
    for (language, said) in [
        (
            "nl",
            "fout: kan `./output/.oogst-staging` niet als map aanmaken: deze schijf is alleen-lezen\n",
        ),
        (
            "en",
            "error: cannot make the folder `./output/.oogst-staging`: this disk is read-only\n",
        ),
    ] {
        let Some(ran) = with_own_mounts(&site, &format!("{read_only}build --lang {language}"))
        else {
            return;
        };
        assert_eq!(
            ran,
            Ran {
                code: 2,
                out: String::new(),
                err: said.to_owned()
            }
        );
        old.assert_same(&site.output(), "the old site is whole");
        assert!(!site.at(".output.oogst-staging").exists());
    }
    // All of it: not even the lock can be had. To look needs none.
    let all = "mount --bind . .\ncd \"$PWD\"\nmount -o remount,bind,ro .\n";
    let ran = with_own_mounts(&site, &format!("{all}\"$OOGST\" verify --lang en\nbuild"))
        .expect("it was allowed before");
    assert_eq!(ran.code, 2);
    let (verified, said) = ran.err.split_once('\n').expect("two lines");
    assert!(
        verified.starts_with("The site in ./output is as oogst made it: "),
        "{verified}"
    );
    assert_eq!(
        said,
        "fout: kan `./.oogst/lock` niet vergrendelen: deze schijf is alleen-lezen\n"
    );
    old.assert_same(&site.output(), "the old site is whole");
    site.build().assert_same_as_a_clean_build();
}

#[test]
fn an_output_on_a_disk_of_its_own_is_built_in_place() {
    let mut site = site();
    let old = clean(&site);
    copy(&site.at("content"), &site.at("eerst/content"));
    copy(&site.at("oogst.toml"), &site.at("eerst/oogst.toml"));
    edited(&mut site);
    let new = clean(&site);
    let script = r#"
mkdir output later
mv content oogst.toml later
cp -r eerst/. .
mount -t tmpfs tmpfs output
build
cp -r output een
echo "van mij" > output/mijn.txt
rm -r content oogst.toml
cp -r later/. .
build
cp -r output twee
ls -A
"#;
    let Some(ran) = with_own_mounts(&site, script) else {
        return;
    };
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    old.assert_same(&Tree::read(&site.at("een")), "a first build");
    let mut second = Tree::read(&site.at("twee"));
    assert_eq!(second.0.remove("mijn.txt"), Some(b"van mij\n".to_vec()));
    new.assert_same(&second, "the next one, with a file of somebody else");
    assert!(!ran.out.contains("staging"), "{}", ran.out);
}

#[test]
fn a_disk_within_the_output_is_built_over_too() {
    let mut site = site();
    let old = site.build().output();
    copy(&site.at("output"), &site.at("eerst"));
    edited(&mut site);
    let new = clean(&site);
    assert_ne!(old, new);
    let script = r#"
mount -t tmpfs tmpfs output/bijeenkomsten
cp -r eerst/bijeenkomsten/. output/bijeenkomsten
build
cp -r output daarna
"$OOGST" verify --quiet
ls -A output/bijeenkomsten
"#;
    let Some(ran) = with_own_mounts(&site, script) else {
        return;
    };
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    new.assert_same(
        &Tree::read(&site.at("daarna")),
        "files are carried over where none can be moved",
    );
    assert!(!ran.out.contains("staging"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_file_that_the_system_finds_too_large_is_named() {
    let mut site = site();
    let old = site.build().output();
    edited(&mut site);
    // Half a KB a block: less than any page.
    let script = format!("trap '' XFSZ; ulimit -f 2; exec \"$0\" build --quiet --date {DAY}");
    let ran = ran(Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_oogst")])
        .current_dir(site.root())
        .env("LC_ALL", "nl_NL.UTF-8")
        .stdin(Stdio::null()));
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.starts_with("fout: kan `./.output.oogst-staging/")
            && ran
                .err
                .ends_with(" niet schrijven: het bestand is te groot voor deze schijf\n"),
        "{}",
        ran.err
    );
    old.assert_same(&site.output(), "the old site is whole");
    assert!(!site.at(".output.oogst-staging").exists());
}
