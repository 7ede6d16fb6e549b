//! Programmes taken over into an event, and given to other programs: whole files, a newer programme,
//! and files that were made to do harm. All of them are invented.

mod formats;
mod hostile;
mod made;
mod newer;
mod out;

use crate::harness::Site;
use crate::program::{Ran, oogst};
use crate::tree::Tree;

/// The event's folder.
const EVENT: &str = "content/events/2025-dag";

/// A site with an event of one day, two themes and a person on record.
fn site() -> Site {
    Site::with(&[
        ("oogst.toml", "title = \"Streek\"\nlanguage = \"nl\"\n"),
        ("content/regios.toml", "[[regio]]\nnaam = \"Twente\"\n"),
        (
            "content/themas.toml",
            "[[thema]]\nnaam = \"Zorg en welzijn\"\nid = \"zorg\"\n\n[[thema]]\nnaam = \"Techniek\"\n",
        ),
        (
            "content/personen.toml",
            "[[persoon]]\nnaam = \"Jan Smit\"\n",
        ),
        (
            "content/events/2025-dag/event.md",
            "+++\ntitel = \"Onze dag\"\ndatum = 2025-11-12\nsamenvatting = \"Een dag.\"\nregios = [\"twente\"]\nthemas = []\n+++\n",
        ),
    ])
}

/// Takes a file over.
fn import(site: &mut Site, name: &str, text: &str, words: &[&str]) -> Ran {
    site.write(name, text);
    let all = [&["import", name, "--into", "2025-dag"], words].concat();
    oogst(site.root(), &all)
}

/// The same, which must go well; gives what was said.
fn imported(site: &mut Site, name: &str, text: &str, words: &[&str]) -> String {
    let ran = import(site, name, text, words);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.err
}

/// A file of the event; empty where it is not there.
fn of_event(site: &Site, name: &str) -> String {
    let path = format!("{EVENT}/{name}");
    if site.at(&path).exists() {
        site.read(&path)
    } else {
        String::new()
    }
}

/// All that people wrote, and what is remembered.
fn written(site: &Site) -> Vec<Tree> {
    ["content", "imports"]
        .iter()
        .filter(|folder| site.at(folder).exists())
        .map(|folder| Tree::read(&site.at(folder)))
        .collect()
}
