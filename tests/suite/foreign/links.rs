//! No link, pipe or second name among the program's own files, the content or the settings leads
//! out of the folder.

use std::fs;
use std::os::unix::fs::symlink;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{SECRET, Sandbox};
use crate::harness::{DAY, Site};
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond";

#[test]
fn a_link_or_a_pipe_among_the_programs_own_files_is_not_followed() {
    for name in [
        "lock",
        "manifest",
        "manifest.next",
        "journal",
        "journal.next",
        "edit",
        "pictures",
        "preview",
        "replaced",
        "edit/journal",
    ] {
        for target in [
            "../../buiten/geheim.md",
            "../../buiten",
            "../notities.txt",
            "../nergens",
            "../content",
            "../.git/hooks",
        ] {
            let sandbox = Sandbox::new();
            sandbox.link(target, &format!("site/.oogst/{name}"));
            let ran = sandbox.obeys_nothing();
            assert_eq!(ran[2].code, 0, "{name} -> {target}:\n{}", ran[2].err);
        }
        let sandbox = Sandbox::new();
        sandbox.pipe(&format!("site/.oogst/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 0, "{name}, a pipe:\n{}", ran[2].err);
    }
}

#[test]
fn a_second_name_of_another_file_is_not_written() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.site(".oogst")).expect("a folder can be made");
    fs::hard_link(sandbox.site("notities.txt"), sandbox.site(".oogst/lock"))
        .expect("a second name can be given");
    let ran = sandbox.obeys_nothing();
    assert_eq!(ran[2].code, 0, "{}", ran[2].err);
}

#[test]
fn folders_of_the_programs_own_that_are_links_are_refused_in_words() {
    for (name, target) in [
        (".oogst", "../buiten"),
        ("output", "../buiten"),
        ("output", ".git/hooks"),
        (".oogst", "content"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.link(target, &format!("site/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 2, "{name} -> {target}: {}", ran[2].err);
        assert!(
            ran[2].err.contains("koppeling") && ran[2].err.contains(name),
            "{}",
            ran[2].err
        );
        // The way out, followed.
        fs::remove_file(sandbox.site(name)).expect("a link can be removed");
        assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    }
}

#[test]
fn a_link_in_content_leads_to_what_can_be_seen_of_the_content_or_nowhere() {
    for target in [
        "../../../../.git/config",
        "../../../../.env",
        "../../../../oogst.toml",
        "../../../../notities.txt",
        "../../../../../buiten/geheim.md",
        "../../../.verborgen/a.txt",
        "/etc/passwd",
        "/dev/zero",
        "../../../../content",
        "rond.txt",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("site/content/.verborgen/a.txt", SECRET);
        sandbox.link(target, &format!("site/{EVENT}/media/rond.txt"));
        sandbox.write(
            &format!("site/{EVENT}/bijlage.toml"),
            "[[materiaal]]\nbestand = \"media/rond.txt\"\ntitel = \"Bijlage\"\n",
        );
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 1, "{target}: {}", ran[2].err);
        assert!(
            ran[2].err.contains("link-leaves-site"),
            "{target}: {}",
            ran[2].err
        );
    }
    // To a file of the content, seen by everybody, it may lead.
    let sandbox = Sandbox::new();
    sandbox.write(&format!("site/{EVENT}/media/echt.txt"), "een lijst");
    sandbox.link("echt.txt", &format!("site/{EVENT}/media/rond.txt"));
    sandbox.write(
        &format!("site/{EVENT}/bijlage.toml"),
        "[[materiaal]]\nbestand = \"media/rond.txt\"\ntitel = \"Bijlage\"\n",
    );
    let ran = sandbox.obeys_nothing();
    assert_eq!(ran[2].code, 0, "{}", ran[2].err);
    let published = Tree::read(&sandbox.site("output"));
    assert!(
        published
            .0
            .iter()
            .any(|(path, bytes)| path.ends_with("rond.txt") && bytes == b"een lijst"),
        "it is not published"
    );
}

#[test]
fn settings_that_are_no_ordinary_file_end_at_once_and_tell_nothing() {
    let plain = |sandbox: &Sandbox, name: &str| {
        let _ = fs::remove_file(sandbox.site(name));
    };
    for name in ["oogst.toml", "addresses.toml"] {
        for target in [
            "/dev/zero",
            "../buiten/geheim.toml",
            ".git/config",
            "/dev/stdin",
        ] {
            let sandbox = Sandbox::new();
            plain(&sandbox, name);
            sandbox.link(target, &format!("site/{name}"));
            let ran = sandbox.obeys_nothing();
            assert_eq!(ran[2].code, 2, "{name} -> {target}: {}", ran[2].err);
            assert!(
                ran.iter()
                    .all(|ran| !ran.err.contains(SECRET) && !ran.out.contains(SECRET)),
                "{name} -> {target}: the message tells the secret"
            );
        }
        let sandbox = Sandbox::new();
        plain(&sandbox, name);
        sandbox.pipe(&format!("site/{name}"));
        let ran = sandbox.obeys_nothing();
        assert_eq!(ran[2].code, 2, "{name}, a pipe: {}", ran[2].err);
    }
}

/// A file becomes a link and a file again while builds run: no build reads by the link, whatever it
/// saw before.
#[test]
fn a_file_that_becomes_a_link_while_it_is_built_is_not_followed() {
    let secret = TempDir::new().expect("a folder can be made");
    fs::write(secret.path().join("geheim.txt"), SECRET).expect("a file can be written");
    let mut site = Site::from("klein");
    site.write(&format!("{EVENT}/media/lijst.txt"), "een lijst");
    site.write(
        &format!("{EVENT}/bijlage.toml"),
        "[[materiaal]]\nbestand = \"media/lijst.txt\"\ntitel = \"Bijlage\"\n",
    );
    let (file, aside, link) = (
        site.at(&format!("{EVENT}/media/lijst.txt")),
        site.at("lijst.opzij"),
        site.at("lijst.link"),
    );
    let began = Instant::now();
    assert_eq!(
        crate::program::oogst(site.root(), &["build", "--quiet", "--date", DAY]).code,
        0
    );
    let usual = began.elapsed();
    let stop = AtomicBool::new(false);
    let mut built = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // It stays a file for none of the time that a build takes, up to twice that, and none
            // again.
            for round in 0_u32.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                // Each is one rename, so there is a file or a link at any moment.
                let _ = symlink(secret.path().join("geheim.txt"), &link)
                    .and_then(|()| fs::rename(&link, &file));
                let _ = fs::write(&aside, "een lijst").and_then(|()| fs::rename(&aside, &file));
                std::thread::sleep(usual.mul_f64(f64::from(round % 9) / 4.0));
            }
        });
        let until = Instant::now() + Duration::from_secs(8);
        while Instant::now() < until {
            let _ = fs::remove_dir_all(site.at("output"));
            // Refused for the link, failed for the swap, or built of the file: all are well.
            let ran = crate::program::oogst(site.root(), &["build", "--quiet", "--date", DAY]);
            built += usize::from(ran.code == 0);
            for (path, bytes) in Tree::read(&site.at("output")).0 {
                assert!(
                    !bytes
                        .windows(SECRET.len())
                        .any(|window| window == SECRET.as_bytes()),
                    "{path} tells the secret"
                );
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(built > 0, "no build was done, so this shows nothing");
}
