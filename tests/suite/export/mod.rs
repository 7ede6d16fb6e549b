//! `oogst export`: what is put in a workbook comes back from it, and nothing else changes.

mod commands;
mod libreoffice;
mod merging;
mod round_trip;
mod with_ids;

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::harness::Site;
use crate::program::{Ran, oogst};
use crate::tables::workbook::zipped;
use crate::tree::Tree;

const EVENT: &str = "+++\ntitel = \"Onze dag\"\ndatum = 2025-11-12\nsamenvatting = \"Een dag.\"\nthemas = []\n+++\n";
const DEALS: &str = "content/events/2025-dag/deals.toml";

/// Deals as a person writes them, one without an id of its own.
const WRITTEN: &str = "# Wat er is afgesproken\n[[deal]]\ntitel = 'Samen lassen'   # nog vragen aan Jo\nid = \"samen-lassen\"\npartijen = [\"de-linde\", { naam = \"Jo Bos\", organisatie = \"Van Dam\" }]\nregios = [\n  \"twente\",\n]\nstatus = \"afgesproken\"\nafgesproken = 2025-11-12\ntekst = \"\"\"\nWe lassen *samen*.\n\n- hout\n- staal\"\"\"\n\n# De tweede\n[[deal]]\ntitel = \"Een dag mee\"\naanbod = [{ titel = \"Een werkplek\" }]\n";

/// A site with an event.
fn site() -> Site {
    Site::with(&[
        ("oogst.toml", "title = \"Streek\"\nlanguage = \"nl\"\n"),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Twente\"\n\n[[regio]]\nnaam = \"Salland\"\n",
        ),
        (
            "content/organisaties.toml",
            "[[organisatie]]\nnaam = \"De Linde\"\nid = \"de-linde\"\nregios = [\"twente\"]\ncodes = { brin = \"04AB\" }\n",
        ),
        ("content/events/2025-dag/event.md", EVENT),
        (DEALS, WRITTEN),
    ])
}

/// Exports; it must go well.
fn exported(site: &Site, words: &[&str]) -> String {
    let ran = oogst(site.root(), &[&["export"], words].concat());
    assert_eq!(ran.code, 0, "oogst export {words:?}\n{}", ran.err);
    ran.err
}

fn import(site: &Site, words: &[&str]) -> Ran {
    oogst(site.root(), &[&["import"], words].concat())
}

/// The same, which must go well.
fn imported(site: &Site, words: &[&str]) -> String {
    let ran = import(site, words);
    assert_eq!(ran.code, 0, "oogst import {words:?}\n{}", ran.err);
    ran.err
}

/// Imports a file that changes nothing: no byte of what people wrote, and nothing is remembered.
fn imported_without_a_change(site: &Site, words: &[&str]) {
    let before = Tree::read(&site.at("content"));
    let said = imported(site, words);
    assert!(
        said.ends_with("Alles stond er al: er is niets gewijzigd.\n"),
        "{words:?}\n{said}"
    );
    before.assert_same(&Tree::read(&site.at("content")), "nothing changes");
    assert!(!site.at("imports").exists(), "nothing is remembered");
}

/// The parts of a workbook.
fn parts(site: &Site, name: &str) -> Vec<(String, String)> {
    let bytes = std::fs::read(site.at(name)).expect("there is a workbook");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is a zip file");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("there is a part");
            let name = part.name().expect("it has a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("it is text");
            (name, text)
        })
        .collect()
}

/// A part of a workbook.
fn part(site: &Site, name: &str, part: &str) -> String {
    let mut parts = parts(site, name).into_iter();
    let found = parts.find(|(own, _)| own == part);
    found.unwrap_or_else(|| panic!("{name} has no {part}")).1
}

/// Somebody else changes words in a workbook.
fn changed(site: &mut Site, name: &str, from: &str, to: &str) {
    let mut parts = parts(site, name);
    let mut count = 0;
    for (_, text) in &mut parts {
        let (old, new) = (format!(">{from}<"), format!(">{to}<"));
        count += text.matches(&old).count();
        *text = text.replace(&old, &new);
    }
    assert_eq!(count, 1, "{from} stands once in {name}");
    site.write(name, zipped(&parts));
}
