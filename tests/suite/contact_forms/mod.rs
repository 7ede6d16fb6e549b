//! The ways in which people write a contact, and the one way in which it is looked for in what is
//! published; and what looks like a contact and is none.

mod written;

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use unicode_normalization::UnicodeNormalization as _;

use crate::found::all_that_is_found;
use crate::page::unescaped;
use crate::tree::Tree;

pub(crate) use written::{ADDRESSES, EMAILS, FILES, Form, NONE, OF_MARKDOWN, PHONES, URLS};

/// A person who is in one place of one site: a name and numbers that nobody else has.
#[derive(Debug, Clone)]
pub(crate) struct Canary {
    /// The name of the mailbox, letters only.
    pub(crate) name: String,
    /// Six digits.
    pub(crate) six: String,
    /// Eight digits.
    pub(crate) eight: String,
}

impl Canary {
    pub(crate) fn new(number: usize) -> Self {
        let letters = (0..4).rev().map(|place| {
            char::from(b'a' + u8::try_from(number / 26_usize.pow(place) % 26).expect("a letter"))
        });
        Self {
            name: format!("qzk{}", letters.collect::<String>()),
            six: format!("{:06}", 731_000 + number),
            eight: format!("{:08}", 73_100_000 + number),
        }
    }

    /// What of it may be found nowhere, in letters and digits alone.
    fn needles(&self) -> Vec<String> {
        let Self { name, six, eight } = self;
        vec![
            name.clone(),
            format!("6{eight}"),
            format!("548{six}"),
            format!("475{six}"),
            format!("30{six}"),
            format!("27{six}"),
        ]
    }
}

/// Where canaries show in what was published, in any spelling: in the name of a file, in a text, in
/// what search finds.
pub(crate) fn shown(output: &Tree, canaries: &BTreeMap<usize, (Canary, String)>) -> Vec<String> {
    let needles: Vec<(String, usize)> = canaries
        .iter()
        .flat_map(|(number, (canary, _))| {
            canary.needles().into_iter().map(|needle| (needle, *number))
        })
        .collect();
    let search =
        AhoCorasick::new(needles.iter().map(|(needle, _)| needle)).expect("needles are few");
    let mut texts: Vec<(String, String)> = vec![(
        "the names of files".to_owned(),
        output.0.keys().cloned().collect::<Vec<_>>().join("\n"),
    )];
    texts.extend(
        output
            .texts()
            .map(|(path, text)| (path.to_owned(), text.to_owned())),
    );
    texts.extend(["zoeken", "en/search"].map(|folder| {
        (
            format!("the index of {folder}"),
            all_that_is_found(output, folder),
        )
    }));
    let mut shown = Vec::new();
    for (path, text) in texts
        .iter()
        .filter(|(path, _)| !path.ends_with(".css") && !path.ends_with(".js"))
    {
        for plain in plain(text) {
            for found in search.find_iter(&plain) {
                let (needle, number) = &needles[found.pattern().as_usize()];
                shown.push(format!(
                    "{path} shows {needle}, written as {}",
                    canaries[number].1
                ));
            }
        }
    }
    shown.sort();
    shown.dedup();
    shown
}

/// A text in letters and digits alone, with all escapes read: with the tags of HTML, and without.
fn plain(text: &str) -> [String; 2] {
    let decoded = percent_decoded(&unescaped(&unescaped(&json_decoded(text))));
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        bare.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, rest)| rest);
    }
    bare.push_str(rest);
    let bare = percent_decoded(&unescaped(&unescaped(&json_decoded(&bare))));
    [decoded, bare].map(|text| {
        text.nfkc()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    })
}

fn json_decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u") {
        decoded.push_str(before);
        let code = after
            .get(..4)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match code {
            Some(character) => {
                decoded.push(character);
                rest = &after[4..];
            }
            None => rest = after,
        }
    }
    decoded + rest
}

fn percent_decoded(text: &str) -> String {
    String::from_utf8_lossy(&percent_encoding(text.as_bytes())).into_owned()
}

fn percent_encoding(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten();
        match code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    decoded
}
