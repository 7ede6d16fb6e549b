//! The notices as a text: grouped by licence text, written, and parted again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::parts::Part;
use crate::spdx::{ALLOWED, taken};

/// Words that a text of a licence has and no other has, and the words that its conditions begin
/// with, where what stands above them is the names of its authors. The first that fits is it.
const KNOWN_BY: &[(&str, &str, Option<&str>)] = &[
    (
        "Apache-2.0 WITH LLVM-exception",
        "LLVM Exceptions to the Apache 2.0 License",
        None,
    ),
    (
        "Apache-2.0",
        "Apache License Version 2.0, January 2004",
        None,
    ),
    (
        "Unlicense",
        "free and unencumbered software released into the public domain",
        None,
    ),
    ("MPL-2.0", "Mozilla Public License Version 2.0 ====", None),
    ("CC0-1.0", "CC0 1.0 Universal", None),
    ("BSL-1.0", "Boost Software License - Version 1.0", None),
    ("BlueOak-1.0.0", "Blue Oak Model License", None),
    ("Unicode-3.0", "UNICODE LICENSE V3", None),
    (
        "CDLA-Permissive-2.0",
        "Community Data License Agreement - Permissive - Version 2.0",
        None,
    ),
    (
        "IJG",
        "this software is based in part on the work of the Independent JPEG Group",
        None,
    ),
    ("OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1", None),
    (
        "BSD-3-Clause",
        "may be used to endorse or promote products derived",
        Some("Redistribution and use in source and binary forms"),
    ),
    (
        "BSD-2-Clause",
        "Redistribution and use in source and binary forms",
        Some("Redistribution and use in source and binary forms"),
    ),
    (
        "Zlib",
        "Altered source versions must be plainly marked as such",
        Some("This software is provided"),
    ),
    (
        "0BSD",
        "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted. THE SOFTWARE",
        Some("Permission to use"),
    ),
    (
        "ISC",
        "Permission to use, copy, modify, and",
        Some("Permission to use"),
    ),
    (
        "MIT",
        "The above copyright notice and this permission notice",
        Some("Permission is hereby granted"),
    ),
    (
        "MIT-0",
        "Permission is hereby granted, free of charge",
        Some("Permission is hereby granted"),
    ),
];

/// One text with all that have it in common.
#[derive(Default)]
struct Group {
    text: String,
    /// The parts, by what their text says of their authors.
    parts: BTreeMap<Vec<String>, Vec<String>>,
}

/// The whole file.
pub(super) fn notices(parts: &[Part]) -> String {
    let place = |licence: &str| {
        ALLOWED
            .iter()
            .position(|(allowed, _)| *allowed == licence)
            .expect("only what is allowed is taken")
    };
    let mut groups: BTreeMap<(usize, String), Group> = BTreeMap::new();
    let mut without_text = Vec::new();
    for part in parts {
        let linked = format!("[{}]({})", part.name, part.address);
        let taken = taken(&part.expression).expect("only what is allowed is written down");
        let mut missing = taken.clone();
        for text in &part.texts {
            let collapsed = collapse(text);
            let known = KNOWN_BY
                .iter()
                .find(|(_, by, _)| collapsed.to_lowercase().contains(&by.to_lowercase()));
            let (at, begins) = match known {
                Some((licence, _, begins)) if taken.contains(licence) => {
                    missing.retain(|wanted| wanted != licence);
                    (place(licence), *begins)
                }
                // A licence that is offered and not taken.
                Some(_) => continue,
                // What the makers say besides.
                None => (ALLOWED.len(), None),
            };
            let (authors, conditions) =
                begins.map_or((Vec::new(), text.clone()), |begins| parted(text, begins));
            let group = groups.entry((at, collapse(&conditions))).or_default();
            group.text = conditions;
            group.parts.entry(authors).or_default().push(linked.clone());
        }
        without_text.extend(
            missing
                .into_iter()
                .map(|licence| (place(licence), linked.clone(), part.authors.clone())),
        );
    }
    // Whose package holds no text has the one that most have.
    for (at, linked, authors) in without_text {
        let most = groups
            .iter_mut()
            .filter(|((place, _), _)| *place == at)
            .max_by_key(|(_, group)| group.parts.len());
        let (_, group) = most.unwrap_or_else(|| {
            panic!(
                "nothing has the text of {}, which {linked} needs",
                ALLOWED[at].0
            )
        });
        let authors = if authors.is_empty() {
            Vec::new()
        } else {
            vec![format!("Copyright {authors}")]
        };
        group.parts.entry(authors).or_default().push(linked);
    }
    written(groups)
}

/// What the file begins with.
const HEAD: &str = "# Third-party notices\n\n\
         Inside oogst is the work of many others. This file names all of it that is compiled into the program, on any system, with the licence\n\
         that it is passed on under and the texts that go with it; where its makers offer a choice of licences, one is chosen. The address of\n\
         each part is where its source is had; none of them is changed. `oogst licences` prints this file.\n\n\
         It is made from Cargo.lock by `OOGST_REWRITE_EXPECTED=1 cargo test --test suite third_party`, and a test fails where it is out of date.\n";

fn written(groups: BTreeMap<(usize, String), Group>) -> String {
    let mut text = HEAD.to_owned();
    // What most have comes first.
    let mut groups: Vec<((usize, String), Group)> = groups.into_iter().collect();
    groups.sort_by_key(|((at, _), group)| {
        (
            *at,
            std::cmp::Reverse(group.parts.values().map(Vec::len).sum::<usize>()),
        )
    });
    for ((at, _), group) in groups {
        let title = ALLOWED
            .get(at)
            .map_or("What makers say besides", |(licence, _)| *licence);
        let _ = write!(text, "\n## {title}\n\n");
        for (authors, mut parts) in group.parts {
            parts.sort();
            parts.dedup();
            let authors = if authors.is_empty() {
                String::new()
            } else {
                format!(": {}", authors.join("; "))
            };
            let _ = writeln!(text, "- {}{authors}", parts.join(", "));
        }
        // No text holds four of them in a row.
        let _ = write!(text, "\n````text\n{}\n````\n", group.text);
    }
    text
}

/// The names above the conditions of a licence, line by line, and the conditions themselves.
fn parted(text: &str, begins: &str) -> (Vec<String>, String) {
    let lower = text.to_ascii_lowercase();
    // Lines may be broken anywhere, but not within the first words.
    let first: String = begins
        .to_lowercase()
        .split(' ')
        .take(3)
        .collect::<Vec<_>>()
        .join(" ");
    let Some(at) = lower.find(&first) else {
        return (Vec::new(), text.to_owned());
    };
    let bare = |line: &'_ str| {
        line.trim_start_matches(['*', '#', '/', '-', '=', '>', ' ', '\t'])
            .trim_end_matches(['*', ' '])
            .to_owned()
    };
    let authors = text[..at].lines().map(bare).filter(|line| !is_title(line));
    (authors.collect(), text[at..].to_owned())
}

/// Whether a line above the conditions only names the licence, or says nothing.
fn is_title(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.is_empty() || lower.contains("licen") && line.len() < 60 && !lower.contains("copyright")
}

/// A text with one space wherever it has some, and one kind of quotes: what is the same then says
/// the same.
fn collapse(text: &str) -> String {
    let quoted = text.replace(['“', '”'], "\"").replace(['‘', '’', '`'], "'");
    quoted
        .split_whitespace()
        .filter(|word| !matches!(*word, "*" | "//" | "#" | ">"))
        .collect::<Vec<_>>()
        .join(" ")
}
