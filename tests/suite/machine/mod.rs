//! Machines that refuse: a full disk, one that is read-only, an output folder on a disk of its own,
//! another build at the same time, a clock that jumps. Each gives a clear message and exit code 2,
//! and leaves the old site whole; or it is no trouble at all.
//!
//! Disks are mounted in a name space of their own (`unshare`), which needs no rights of root, is
//! seen by nobody else and ends with the test. Where a machine allows even that to nobody, these
//! tests say so; the same faults are tried on a made-up disk in `src/output/tests`.

mod clock;
mod disk;

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::harness::{DAY, Site};
use crate::program::{Ran, command, oogst};

const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// A small site, built once.
fn site() -> Site {
    let mut site = Site::from("klein");
    site.append(
        "oogst.toml",
        "\n[search]\nenabled = false\n\n[social]\nenabled = false\n",
    );
    site
}

#[cfg(unix)]
#[test]
fn a_second_build_says_which_process_has_the_first() {
    let mut site = site();
    site.build();
    let old = site.output();
    let ideas: String = (0..3_000)
        .map(|number| format!("\n[[idee]]\ntitel = \"Idee nummer {number}\"\n"))
        .collect();
    site.write("content/events/2025-techniekavond/veel.toml", ideas);
    let first = stopped_while_it_writes(&site);
    let number = first.id();
    let second = |words: &[&str]| oogst(site.root(), words);
    let dutch = format!(
        "fout: een ander proces (nummer {number}) bouwt deze site al; wacht tot het klaar is of stop het (slot: `./.oogst/lock`)\n"
    );
    let english = format!(
        "error: another process (id {number}) is building this site; wait until it is done or stop it (lock: `./.oogst/lock`)\n"
    );
    for words in [&["build", "--date", DAY][..], &["verify"]] {
        let refused = |err: &String| Ran {
            code: 2,
            out: String::new(),
            err: err.clone(),
        };
        assert_eq!(second(words), refused(&dutch));
        let in_english = second(&[words, &["--lang", "en"]].concat());
        assert_eq!(in_english, refused(&english));
    }
    old.assert_same(&site.output(), "neither has changed the site");
    // A check needs nobody's leave.
    assert_eq!(second(&["check", "-q", "--date", DAY]).code, 0);
    signal(number, "-CONT");
    let ended = first.wait_with_output().expect("it ends");
    assert!(
        ended.status.success(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    assert_eq!(second(&["verify", "-q"]).code, 0);
}

/// A build of the site that is stopped as soon as it writes.
#[cfg(unix)]
fn stopped_while_it_writes(site: &Site) -> Child {
    let mut first = command(site.root(), &["build", "--quiet", "--date", DAY])
        .spawn()
        .expect("the program can be started");
    let started = Instant::now();
    while !site.at(".output.oogst-staging").exists() {
        assert!(
            first.try_wait().expect("it can be asked").is_none(),
            "the build ended before it could be stopped"
        );
        assert!(
            started.elapsed() < Duration::from_mins(2),
            "the build does not get to writing"
        );
        std::thread::yield_now();
    }
    signal(first.id(), "-STOP");
    first
}

/// Sends a signal to a process.
#[cfg(unix)]
fn signal(process: u32, name: &str) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status()
        .expect("there is a `kill`");
    assert!(sent.success(), "{name}");
}
