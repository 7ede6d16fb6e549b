//! What a writer puts in a field, readers get: on a page, on the page for paper, by search, in the
//! other language. Every text of the schema is tried, so that a field that is added and forgotten
//! somewhere is named here. (That none of them tells a contact, `contacts` tries with the same
//! fields.)

use std::collections::BTreeSet;

use oogst::schema::{Home, KINDS};

use crate::canaries::{Canary, addresses_told_apart, told_apart};
use crate::found::all_that_is_found;
use crate::harness::Site;
use crate::page::{attributes, texts};

/// Fields that stand on no page, and why.
const ON_NO_PAGE: &[(&str, &str)] = &[
    ("event.photos.credit", DEFAULT),
    ("organisation.codes", FOR_PROGRAMS),
    ("region.also", "words to find it by"),
    ("region.codes", FOR_PROGRAMS),
    ("theme.also", "words to find it by"),
    ("theme.codes", FOR_PROGRAMS),
];

/// Fields of an event and its records that are not on paper, and why.
const NOT_ON_PAPER: &[(&str, &str)] = &[("event.photos.credit", DEFAULT)];

/// Fields that search does not look in, and why.
const NOT_FOUND: &[(&str, &str)] = &[
    ("ask.contact", CONTACT),
    ("correction.text", ABOUT_THE_REPORT),
    ("deal.contact", CONTACT),
    ("event.edition", "a number or year, which the title has"),
    ("event.links.title", ELSEWHERE),
    ("event.participants_note", ABOUT_THE_REPORT),
    ("event.photos.credit", DEFAULT),
    (
        "event.place.address",
        "an event is found by the building and the town",
    ),
    (
        "event.place.country",
        "an event is found by the building and the town",
    ),
    ("event.sources.title", ELSEWHERE),
    ("offer.contact", CONTACT),
    ("organisation.codes", FOR_PROGRAMS),
    ("person.links.title", ELSEWHERE),
    ("person.sort_name", "an order, made of the name"),
    ("photo.alt", PHOTO),
    ("photo.caption", PHOTO),
    ("photo.credit", PHOTO),
    ("photo.people", PHOTO),
    ("region.codes", FOR_PROGRAMS),
    ("session.room", "where to go on the day"),
    ("speaker.organisation", THEN),
    ("speaker.role", THEN),
    ("theme.codes", FOR_PROGRAMS),
    ("update.source", ELSEWHERE),
];

/// Translations that stand on no page, and why.
const NOT_TRANSLATED: &[(&str, &str)] = &[];

const ABOUT_THE_REPORT: &str = "about the report, not about what came of it";
const CONTACT: &str = "whom to ask, not what it is about";
const DEFAULT: &str = "the photo has its own";
const ELSEWHERE: &str = "the name of something elsewhere";
const FOR_PROGRAMS: &str = "for programs: a map finds its areas by them";
const PHOTO: &str = "a photo is no entry of the search";
const THEN: &str = "what somebody was at one event; they are found by name";

/// The site with every field, built, and the words in it.
fn built() -> (Site, Vec<Canary>) {
    let (mut site, canaries) = told_apart("");
    site.build();
    (site, canaries)
}

/// The words of pages as a reader gets them: without soft hyphens.
fn pages(site: &Site, wanted: impl Fn(&str) -> bool) -> String {
    let output = site.output();
    let pages = output
        .texts()
        .filter(|(path, _)| path.ends_with(".html") && wanted(path))
        .map(|(_, text)| text.replace('\u{AD}', ""));
    pages.collect()
}

/// Compares where words are with where they are expected: each field that is nowhere must be in the
/// list, and each in the list must be nowhere.
fn assert_told(canaries: &[&Canary], text: &str, excused: &[(&str, &str)], what: &str) {
    let excused: BTreeSet<&str> = excused.iter().map(|(field, _)| *field).collect();
    let fields = |is_there: bool| -> BTreeSet<&str> {
        let canaries = canaries.iter();
        let canaries = canaries.filter(|canary| text.contains(&canary.word) == is_there);
        canaries.map(|canary| canary.field.as_str()).collect()
    };
    // A field with several words in it is told where one of them is.
    let there = fields(true);
    let nowhere: BTreeSet<&str> = fields(false).difference(&there).copied().collect();
    let forgotten: Vec<&&str> = nowhere.difference(&excused).collect();
    let needless: Vec<&&str> = excused.difference(&nowhere).collect();
    assert!(
        forgotten.is_empty() && needless.is_empty(),
        "{what}:\nforgotten: {forgotten:#?}\nin the list though they are there: {needless:#?}"
    );
}

fn is_translation(canary: &Canary) -> bool {
    canary.field.ends_with("_en")
}

fn originals(canaries: &[Canary]) -> Vec<&Canary> {
    let originals = canaries.iter().filter(|canary| !is_translation(canary));
    originals.collect()
}

#[test]
fn every_text_stands_on_a_page() {
    let (site, canaries) = built();
    let text = pages(&site, |path| {
        !path.contains("/afdrukken/") && !path.contains("/print/")
    });
    assert_told(&originals(&canaries), &text, ON_NO_PAGE, "on the pages");
}

#[test]
fn every_web_address_of_a_record_is_a_link_with_words() {
    let (mut site, canaries) = addresses_told_apart();
    site.build();
    let mut linked = BTreeSet::new();
    for (path, html) in site.output().pages() {
        let addresses = attributes(html, "a[href^='https://elders.example/']", "href");
        let words = texts(html, "a[href^='https://elders.example/']");
        for (address, words) in addresses.into_iter().zip(words) {
            assert!(
                words.chars().any(char::is_alphabetic),
                "{address} has no words on {path}"
            );
            linked.insert(address);
        }
    }
    let dead: Vec<&str> = canaries
        .iter()
        .filter(|canary| !canary.field.starts_with("oogst.toml") && !linked.contains(&canary.word))
        .map(|canary| canary.field.as_str())
        .collect();
    assert_eq!(dead, [""; 0], "addresses that nothing leads to");
    assert!(canaries.len() > 5, "only {} addresses", canaries.len());
}

#[test]
fn every_text_of_an_event_is_on_paper() {
    let (site, canaries) = built();
    let text = pages(&site, |path| path.contains("/afdrukken/"));
    let of_event: BTreeSet<&str> = KINDS
        .iter()
        .filter(|kind| matches!(kind.home, Home::EventFile | Home::Event | Home::Anywhere))
        .map(|kind| kind.name.en)
        .collect();
    let canaries: Vec<&Canary> = originals(&canaries)
        .into_iter()
        .filter(|canary| {
            let kind = canary.field.split('.').next().unwrap_or_default();
            of_event.contains(kind)
        })
        .collect();
    assert_told(&canaries, &text, NOT_ON_PAPER, "on paper");
}

#[test]
fn every_text_is_found() {
    let (site, canaries) = built();
    let text = all_that_is_found(&site.output(), "zoeken");
    let mut of_records = originals(&canaries);
    of_records.retain(|canary| !canary.field.starts_with("oogst.toml"));
    assert_told(&of_records, &text, NOT_FOUND, "by search");
}

#[test]
fn every_translation_stands_on_a_page_in_its_language() {
    let (site, canaries) = built();
    let translations: Vec<&Canary> = canaries
        .iter()
        .filter(|canary| is_translation(canary))
        .collect();
    assert!(translations.len() > 20, "there are translations");
    let text = pages(&site, |path| path.starts_with("en/"));
    assert_told(&translations, &text, NOT_TRANSLATED, "in English");
    let dutch = pages(&site, |path| !path.starts_with("en/"));
    let strays: Vec<_> = translations
        .iter()
        .filter(|canary| dutch.contains(&canary.word))
        .collect();
    assert!(strays.is_empty(), "English on Dutch pages: {strays:#?}");
}
