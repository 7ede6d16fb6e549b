//! Searches among ten thousand organisations: what is found, in which order, and how many names are
//! looked at for it. No time is measured.

use std::collections::BTreeMap;

use super::{NameList, NamesFound, SiteNames};
use crate::id::Id;
use crate::schema::Kind;
use crate::words::Language;

const COUNT: usize = 10_000;

fn names(named: impl IntoIterator<Item = Vec<String>>) -> SiteNames {
    let mut list = NameList::default();
    for (number, names) in named.into_iter().enumerate() {
        let id = Id::new(&format!("o{number}")).expect("an id");
        list.add(&id, names);
    }
    list.starts
        .iter_mut()
        .for_each(|starts| starts.sort_unstable());
    SiteNames(BTreeMap::from([((Kind::Organisation, None), list)]))
}

/// Ten thousand invented schools and firms, a few of them with names of their own.
fn many() -> SiteNames {
    let places = [
        "Aalbeek", "Borgen", "Coudum", "Dorne", "Elst", "Fraam", "Gaast", "Hoorn",
    ];
    let sorts = [
        "Basisschool",
        "Kwekerij",
        "Gemeente",
        "Stichting",
        "Bakkerij",
    ];
    let usual = (0..COUNT - 3).map(|number| {
        let (sort, place) = (sorts[number % sorts.len()], places[number % places.len()]);
        vec![format!("{sort} {place} {number}")]
    });
    let own = [
        vec![
            "Basisschool De Wilg".to_owned(),
            "OBS Wilgenrijk".to_owned(),
        ],
        vec!["Wilgenhof".to_owned()],
        vec!["Café Zoë".to_owned(), "Het Praathuis".to_owned()],
    ];
    names(usual.chain(own))
}

fn search(names: &SiteNames, typed: &str) -> NamesFound {
    names.search(&[Kind::Organisation], None, typed, Language::Nl)
}

fn found(names: &SiteNames, typed: &str) -> Vec<String> {
    let hits = search(names, typed).hits;
    hits.into_iter().map(|hit| hit.name).collect()
}

#[test]
fn names_go_before_words_and_these_before_other_names_and_slips() {
    let names = many();
    assert_eq!(found(&names, "wilg"), ["Wilgenhof", "Basisschool De Wilg"]);
    assert_eq!(
        found(&names, "wilgenr"),
        ["Basisschool De Wilg", "Wilgenhof"]
    );
    assert_eq!(found(&names, "cafe zoe"), ["Café Zoë"]);
    assert_eq!(found(&names, "praathuis"), ["Café Zoë"]);
    for slip in [
        "wilgnehof",
        "wilgehof",
        "wilgennhof",
        "wilgenhog",
        "eilgenhof",
    ] {
        assert_eq!(found(&names, slip), ["Wilgenhof"], "{slip}");
    }
    assert_eq!(found(&names, "niets van dat alles"), Vec::<String>::new());
    assert_eq!(found(&names, "?"), Vec::<String>::new());
    let by_other = search(&names, "het praat").hits;
    assert_eq!(by_other[0].also.as_deref(), Some("Het Praathuis"));
}

#[test]
fn no_search_looks_at_all_names() {
    let names = many();
    let longest = "basisschool ".repeat(50);
    for typed in [
        "b",
        "ba",
        "basisschool",
        "basisschol aalbeek",
        "basisschool aalbeek 99999",
        "stichting",
        "gemeente dorne 1",
        "zzzzzzzz",
        "9999",
        &longest,
    ] {
        let NamesFound { hits, looked_at } = search(&names, typed);
        assert!(hits.len() <= 20, "{typed}");
        assert!(
            looked_at < COUNT / 2,
            "{typed}: {looked_at} of {COUNT} names"
        );
    }
}

#[test]
fn twenty_are_found_of_any_number() {
    let names = many();
    let all = found(&names, "basisschool");
    assert_eq!(all.len(), 20);
    let mut sorted = all.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(all, sorted);
}
