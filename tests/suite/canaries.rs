//! Sites from the schema in which each field has a word or an address of its own, so that a test can
//! say which of them is missing.

use crate::every_field::{Where, made};
use crate::harness::Site;

/// A word that stands in one field only.
#[derive(Debug)]
pub(crate) struct Canary {
    /// The word.
    pub(crate) word: String,
    /// The field: `deal.contact`, `event.place.town`, `deal.title_en` for a translation.
    pub(crate) field: String,
}

/// A site in which every text is a word of its own, with the field of each.
pub(crate) fn told_apart(settings: &str) -> (Site, Vec<Canary>) {
    let mut canaries: Vec<Canary> = Vec::new();
    let site = made(
        1,
        &mut |_, field| {
            let word = word_of_its_own(canaries.len());
            canaries.push(Canary {
                word: word.clone(),
                field: field.to_owned(),
            });
            word
        },
        settings,
        false,
    );
    (site, canaries)
}

/// A word that no other number has. Letters only, so that no number of a list or day looks like one.
fn word_of_its_own(number: usize) -> String {
    let letter = |digit: usize| char::from(b"bdfghjklmn"[digit % 10]);
    format!(
        "Kanarie{}{}{}zz",
        letter(number / 100),
        letter(number / 10),
        letter(number)
    )
}

/// A site in which every web address of a record is one of its own, with the field of each.
pub(crate) fn addresses_told_apart() -> (Site, Vec<Canary>) {
    let mut canaries: Vec<Canary> = Vec::new();
    let mut words = 0;
    let site = made(
        1,
        &mut |place, field| {
            words += 1;
            match place {
                Where::Url => {
                    let word = format!("https://elders.example/{words}");
                    canaries.push(Canary {
                        word: word.clone(),
                        field: field.to_owned(),
                    });
                    word
                }
                Where::Address => format!("/oud-{words}/"),
                Where::File => format!("bestand-{words}"),
                Where::Line | Where::Markdown | Where::Body => word_of_its_own(words),
            }
        },
        "",
        true,
    );
    (site, canaries)
}
