//! `oogst import`: documents of other programs become the text of an event, whole, and nothing that
//! their writers took out or hid.

mod commands;
mod documents;
mod hostile;
mod left_out;
pub(crate) mod made;
mod others;
mod stopped;
mod tables;

use crate::harness::Site;
use crate::program::{Ran, oogst};

/// A site without an event.
fn site() -> Site {
    Site::with(&[
        ("oogst.toml", "title = \"Streek\"\nlanguage = \"nl\"\n"),
        ("content/regios.toml", ""),
    ])
}

/// Takes a file over into a new event.
fn imported(name: &str, bytes: &[u8]) -> (Site, Ran) {
    let mut site = site();
    site.write(name, bytes);
    let ran = oogst(
        site.root(),
        &["import", name, "--into", "2025-dag", "--date", "2025-11-12"],
    );
    (site, ran)
}

/// The event's file, and what was said, of a file that is taken over.
fn event_of(name: &str, bytes: &[u8]) -> (String, String) {
    let (site, ran) = imported(name, bytes);
    assert_eq!(ran.code, 0, "{}", ran.err);
    (site.read("content/events/2025-dag/event.md"), ran.err)
}

/// The text below the facts, and what was said.
fn text_of(name: &str, bytes: &[u8]) -> (String, String) {
    let (event, said) = event_of(name, bytes);
    let text = event.splitn(3, "+++\n").nth(2).expect("there are facts");
    (text.to_owned(), said)
}
