//! An import that is stopped, at any moment: what people wrote is as it was, or as it was to be.

use std::process::Command;
use std::time::Instant;

use super::site;
use crate::harness::Site;
use crate::program::{command, oogst};
use crate::tree::Tree;

const WORDS: [&str; 4] = ["import", "lijst.csv", "--into", "2025-dag"];

/// A site with an event and a long list.
fn with_long_list() -> Site {
    let rows: String = (0..1_000)
        .map(|row| format!("Vraag;Wie helpt met nummer {row}?\nDeal;Samen nummer {row}\n"))
        .collect();
    let mut site = site();
    site.write(
        "content/events/2025-dag/event.md",
        "+++\ntitel = \"Onze dag\"\ndatum = 2025-11-12\n+++\n",
    )
    .write("lijst.csv", format!("Soort;Titel\n{rows}"));
    site
}

/// All that people wrote, and what is remembered of it.
fn written(site: &Site) -> [Tree; 2] {
    ["content", "imports"].map(|folder| Tree::read(&site.at(folder)))
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_every_file_as_it_was_or_as_it_was_to_be() {
    let whole = with_long_list();
    let before = written(&whole);
    let started = Instant::now();
    assert_eq!(oogst(whole.root(), &WORDS).code, 0);
    let took = started.elapsed();
    let after = written(&whole);
    let mut stopped = 0;
    for moment in 1..=6 {
        let site = with_long_list();
        let mut import = command(site.root(), &WORDS)
            .spawn()
            .expect("the program can be started");
        std::thread::sleep(took.mul_f64(f64::from(moment) / 7.0));
        let is_over = import.try_wait().expect("it can be asked").is_some();
        if is_over {
            continue;
        }
        stopped += 1;
        let asked = Command::new("kill")
            .args(["-INT", &import.id().to_string()])
            .status();
        assert!(asked.is_ok(), "there is a `kill`");
        import.wait().expect("it ends");
        // The next command that writes finishes what was begun.
        let next = oogst(site.root(), &["import", "lijst.csv", "--into", "x"]);
        assert_eq!(next.code, 1, "{}", next.err);
        let there = written(&site);
        assert!(
            there == before || there == after,
            "stopped at {moment} sevenths of {took:?}, some of it was written"
        );
    }
    assert!(stopped > 0, "no import was stopped in {took:?}");
}
