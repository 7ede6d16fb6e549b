//! A workbook that nobody changed changes nothing.

use std::fs;

use oogst::schema::{Kind, Shape};
use proptest::prelude::*;

use super::{exported, imported_without_a_change, site};
use crate::every_field;
use crate::harness::Site;

/// The events of a site.
fn events(site: &Site) -> Vec<String> {
    let folders = ["content/events", "content/bijeenkomsten"];
    let folders = folders.iter().map(|folder| site.at(folder));
    let mut events = Vec::new();
    for folder in folders.filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let entry = entry.expect("a folder can be listed");
            events.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    events
}

const KINDS: &str = "sessies,sprekers,ideeen,vragen,aanbod,deals,berichten,uitkomsten,citaten,cijfers,fotos,materiaal,correcties,regios,themas,mensen,organisaties,reeksen";

/// Exports all kinds of an event and takes them over.
fn goes_round(site: &Site, event: &str) {
    exported(site, &["alles.xlsx", event, "--kinds", KINDS, "--force"]);
    imported_without_a_change(site, &["alles.xlsx", "--into", event, "--lang", "nl"]);
}

#[test]
fn what_every_site_here_has_goes_round() {
    for name in ["klein", "veenland", "beloofd"] {
        let site = Site::from(name);
        for event in events(&site).iter().take(3) {
            goes_round(&site, event);
        }
    }
}

#[test]
fn every_field_of_every_kind_goes_round() {
    let mut number = 0;
    let site = every_field::site(
        &mut || {
            number += 1;
            format!("Woord {number}")
        },
        "",
    );
    for event in events(&site) {
        goes_round(&site, &event);
    }
}

/// A group of fixed parts would need a column a part, and workbooks have none: only events have such
/// groups, and an event is no row.
#[test]
fn no_kind_of_a_list_has_a_group_of_fixed_parts() {
    let groups = Kind::all_in_tables().flat_map(|schema| {
        let fields = schema.fields.iter();
        let groups = fields.filter(|field| matches!(field.shape, Shape::Table(_)));
        groups.map(|field| (schema.name.nl, field.name.nl))
    });
    assert_eq!(groups.collect::<Vec<_>>(), []);
}

#[test]
fn a_site_without_records_goes_round() {
    let mut site = site();
    site.remove(super::DEALS);
    exported(&site, &["lijst.xlsx", "2025-dag"]);
    imported_without_a_change(&site, &["lijst.xlsx", "--into", "2025-dag"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever words records hold: a cell that would say something else stays empty.
    #[test]
    fn any_words_go_round(words in prop::collection::vec("[A-Z][a-z]{0,3}([ ;,/&+.=_x0D\\-'’é\u{A0}\u{AD}\u{200B}]{0,3}[a-z0-9]{1,4}){0,4}", 40)) {
        let mut next = 0;
        let site = every_field::sets(2, &mut |_| {
            next += 1;
            format!("{} {next}", words[next % words.len()])
        }, "");
        for event in events(&site) {
            goes_round(&site, &event);
        }
    }
}
