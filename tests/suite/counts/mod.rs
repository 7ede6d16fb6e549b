//! Counts as readers meet them: one count has one meaning on a page, or says which it has.

mod none;

use std::collections::BTreeMap;

use crate::page::texts;
use crate::sites::built;

/// The sites that every page is read of.
const SITES: [&str; 5] = ["klein", "leeg", "veenland", "voorbeeld", "beloofd"];

/// Where the program says counts in words: above a page, and in a frame.
const SENTENCES: &str = ".lead-in:not(.count), main > header > p:not(.kind)";

/// The words of nouns in the plural, with the singular; longer ones first.
const NOUNS: [(&str, &str); 17] = [
    ("bijeenkomsten", "bijeenkomst"),
    ("aanbiedingen die nog openstaan", "aanbod dat nog openstaat"),
    ("vragen die nog openstaan", "vraag die nog openstaat"),
    ("aanbiedingen", "aanbod"),
    ("conclusies", "conclusie"),
    ("deelnemers", "deelnemer"),
    ("ideeën", "idee"),
    ("vragen", "vraag"),
    ("deals", "deal"),
    ("open offers", "open offer"),
    ("open asks", "open ask"),
    ("offers", "offer"),
    ("events", "event"),
    ("ideas", "idea"),
    ("asks", "ask"),
    ("conclusions", "conclusion"),
    ("participants", "participant"),
];

const WORDS: [[&str; 12]; 2] = [
    [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
    ],
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ],
];

/// A noun as it is said of one, without what only says that it was recorded.
fn noun(said: &str) -> String {
    let said = said.split([';', ',']).next().unwrap_or(said).trim();
    let said = said
        .trim_end_matches(" vastgelegd")
        .trim_end_matches(" on record");
    let plural = NOUNS
        .iter()
        .find(|(plural, _)| said == *plural || said.starts_with(&format!("{plural} ")));
    match plural {
        Some((plural, singular)) => said.replacen(plural, singular, 1),
        None => said.to_owned(),
    }
}

fn number(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let spelled = WORDS.iter().find_map(|words| {
        let position = words.iter().position(|known| *known == word)?;
        Some(position + 1)
    });
    spelled.or_else(|| word.replace(['.', ','], "").parse().ok())
}

/// Every number with its noun in the sentences that the program makes of counts: "Twee deals uit
/// vier bijeenkomsten, waarvan één voor deze regio. Nog open: drie vragen."
fn in_sentences(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for sentence in text.split(". ") {
        let (sentence, is_open) = ["Nog open: ", "Still open: "]
            .iter()
            .find_map(|opening| sentence.strip_prefix(opening))
            .map_or((sentence, false), |rest| (rest, true));
        let mut rest = sentence.trim_end_matches('.').to_owned();
        for (from, to) in [
            (" uit ", "|"),
            (" from ", "|"),
            (" en ", "|"),
            (" and ", "|"),
            (", waarvan ", "|of "),
            (", ", "|"),
        ] {
            rest = rest.replace(from, to);
        }
        let mut before = String::new();
        for part in rest.split('|') {
            let part = part
                .trim_start_matches("Minstens ")
                .trim_start_matches("At least ");
            let part = part
                .trim_start_matches("minstens ")
                .trim_start_matches("at least ");
            let of_before = part.starts_with("of ") || part.contains(" of them ");
            let part = part.trim_start_matches("of ").replace(" of them", "");
            let Some((first, said)) = part.split_once(' ') else {
                continue;
            };
            let Some(number) = number(first) else {
                continue;
            };
            let said = match (of_before, is_open) {
                (true, _) => format!("{before} {said}"),
                (false, true) => open(&noun(said)),
                (false, false) => noun(said),
            };
            before.clone_from(&said);
            found.push((said, number));
        }
    }
    found
}

/// An ask or offer that the sentence says of that it is open.
fn open(noun: &str) -> String {
    match noun {
        "vraag" => "vraag die nog openstaat".to_owned(),
        "aanbod" => "aanbod dat nog openstaat".to_owned(),
        other => format!("open {other}"),
    }
}

/// Every number with its noun in the large figures of a page.
fn in_figures(html: &str) -> Vec<(String, usize)> {
    let labels = texts(html, ".numbers dt");
    let values = texts(html, ".numbers dd");
    assert_eq!(labels.len(), values.len(), "a figure has a label");
    labels
        .iter()
        .zip(values)
        .filter_map(|(label, value)| Some((noun(label), number(value.trim_end_matches('+'))?)))
        .collect()
}

/// Every number with its noun in the links to the rest: "Alle 17 deals".
fn in_links(html: &str) -> Vec<(String, usize)> {
    texts(html, ".more a")
        .iter()
        .filter_map(|said| {
            said.strip_prefix("Alle ")
                .or_else(|| said.strip_prefix("All "))
        })
        .filter_map(|said| {
            let (first, said) = said.split_once(' ')?;
            Some((noun(said), number(first)?))
        })
        .collect()
}

/// The nouns that a page counts in two ways without saying which.
fn counted_twice(path: &str, html: &str) -> Vec<String> {
    let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // Above an event stand the writer's own words.
    let is_event = path.contains("bijeenkomsten/") || path.contains("events/");
    let sentences = if is_event {
        Vec::new()
    } else {
        texts(html, SENTENCES)
    };
    let found = in_figures(html)
        .into_iter()
        .chain(sentences.iter().flat_map(|text| in_sentences(text)))
        .chain(in_links(html));
    for (noun, number) in found {
        let numbers = counts.entry(noun).or_default();
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    counts.retain(|_, numbers| numbers.len() > 1);
    counts
        .into_iter()
        .map(|(noun, numbers)| format!("{noun}: {numbers:?}"))
        .collect()
}

#[test]
fn a_count_has_one_meaning_on_a_page_or_says_which() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for site in SITES {
        for (path, html) in built(site).pages() {
            read += in_figures(html).len();
            let found = counted_twice(path, html);
            if !found.is_empty() {
                wrong.push(format!("{site}: {path}: {}", found.join("; ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 500, "only {read} figures were read");
}

#[test]
fn events_of_a_region_are_told_from_those_that_its_deals_came_from() {
    let site = built("veenland");
    let said = |path: &str, selector: &str| texts(site.text(path), selector);
    for (path, sentence, figure) in [
        (
            "regios/zandmark/index.html",
            "Twee deals en minstens drie ideeën uit drie bijeenkomsten, waarvan één voor deze regio. Nog open: één vraag.",
            "bijeenkomst voor deze regio",
        ),
        (
            "themas/energie/index.html",
            "",
            "bijeenkomst over dit thema",
        ),
        (
            "en/regions/zandmark/index.html",
            "Two deals and at least three ideas from three events, one of them for this region. Still open: one ask.",
            "event for this region",
        ),
    ] {
        if !sentence.is_empty() {
            assert_eq!(said(path, ".lead-in"), [sentence], "{path}");
        }
        assert!(
            said(path, ".numbers dt")
                .iter()
                .any(|label| label == figure),
            "{path}: {:?}",
            said(path, ".numbers dt")
        );
    }
}
