//! Places on a page: a link to one goes on finding it, whatever is put before it, and speaks the
//! language of its page.

use std::collections::BTreeSet;

use crate::harness::Site;
use crate::page::Page;

const EVENT: &str = "content/events/2025-avond/event.md";
const RECORDS: &str = "content/events/2025-avond/vastgelegd.toml";
const OF_EVENT: &str = "output/bijeenkomsten/2025-avond/index.html";
const IN_ENGLISH: &str = "output/en/events/2025-avond/index.html";

/// One of everything that has a place on the page of its event, with headings and notes in its text.
fn site() -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\n",
        ),
        (
            EVENT,
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\n+++\n\n# Hoe het ging\n\nGoed.[^a]\n\n[^a]: Heel goed.\n",
        ),
        (
            RECORDS,
            "[[spreker]]\npersoon = \"Twee docenten\"\ntekst = \"Zij kwamen.[^1]\\n\\n[^1]: Te laat.\"\n\n\
             [[sessie]]\ntitel = \"Opening\"\nid = \"opening\"\nbegin = 19:00:00\n\n\
             [[uitkomst]]\ntekst = \"Er komt meer.[^1]\\n\\n[^1]: Veel meer.\"\n\n\
             [[uitkomst]]\nid = \"vaker\"\ntekst = \"Vaker komen.\"\n\n\
             [[citaat]]\ndoor = \"Een leerling\"\ntekst = \"Dit wil ik ook.\"\n\n\
             [[citaat]]\ndoor = \"Een ouder\"\ntekst = \"Dit wil ik ook.\"\n\n\
             [[cijfer]]\nlabel = \"Leerlingen\"\nwaarde = 12\n\n\
             [[cijfer]]\nlabel = \"Gasten\"\nwaarde = 40\nmaat = \"gasten\"\n\n\
             [[materiaal]]\ntitel = \"Dia’s\"\nurl = \"https://voorbeeld.example/dias\"\n\n\
             [[correctie]]\ndatum = 2025-04-01\ntekst = \"Het waren er twaalf.[^1]\\n\\n[^1]: Geteld.\"\n",
        ),
    ])
}

fn ids(site: &Site, path: &str) -> BTreeSet<String> {
    Page::read(&site.read(path)).ids.into_iter().collect()
}

#[test]
fn what_is_put_before_a_place_leaves_its_fragment_as_it_was() {
    let mut site = site();
    site.build();
    let before = ids(&site, OF_EVENT);
    let old = site.read(RECORDS);
    site.write(
        RECORDS,
        format!(
            "[[spreker]]\npersoon = \"Een ouder\"\n\n\
             [[sessie]]\ntitel = \"Inloop\"\nid = \"inloop\"\nbegin = 18:00:00\n\n\
             [[uitkomst]]\ntekst = \"Er komt koffie.\"\n\n\
             [[citaat]]\ndoor = \"Een docent\"\ntekst = \"Wij ook.\"\n\n\
             [[cijfer]]\nlabel = \"Docenten\"\nwaarde = 3\n\n\
             [[correctie]]\ndatum = 2025-03-28\ntekst = \"Het was in maart.\"\n\n{old}"
        ),
    )
    .build();
    let after = ids(&site, OF_EVENT);
    let lost: Vec<&String> = before.difference(&after).collect();
    assert!(
        lost.is_empty(),
        "{lost:?} of {before:?} are not in {after:?}"
    );
    for kept in ["sessie-opening", "uitkomst-vaker", "cijfer-gasten"] {
        assert!(after.contains(kept), "{kept} is not in {after:?}");
    }
}

#[test]
fn places_on_an_english_page_have_english_names() {
    let mut site = site();
    site.build();
    let (dutch, english) = (ids(&site, OF_EVENT), ids(&site, IN_ENGLISH));
    let word = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let dutch_words: BTreeSet<String> = dutch.difference(&english).map(|id| word(id)).collect();
    let shared: Vec<&String> = english
        .iter()
        .filter(|id| dutch_words.contains(&word(id)))
        .collect();
    assert!(shared.is_empty(), "{shared:?}");
    let wanted = ["session-opening", "outcome-vaker", "figure-gasten"];
    for id in wanted {
        assert!(english.contains(id), "{id} is not in {english:?}");
    }
    assert_eq!(dutch.len(), english.len());
    // A link in a text that is not translated finds the place on the page that it is shown on.
    site.append(EVENT, "\nZie [de opening](#sessie-opening).\n")
        .build();
    assert!(site.read(OF_EVENT).contains("href=\"#sessie-opening\""));
    assert!(site.read(IN_ENGLISH).contains("href=\"#session-opening\""));
}
