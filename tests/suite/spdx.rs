//! Licence expressions as crates write them (SPDX specification 2.3, annex D): which of the
//! licences that are offered are taken, and whether any of them may be. What is not on the list may
//! not, whatever it is called.

/// The licences that what is inside the program may have, the first taken where one may choose,
/// each with what it asks of who passes the program on. All let the program itself have another
/// licence, and none asks for more than a text, a name or an address that `oogst licences` gives.
/// What asks that the whole program come with its source (GPL, AGPL), or that a part of it can be
/// exchanged (LGPL: all of it is one file), is left out on purpose, and so is what nobody knows.
pub(crate) const ALLOWED: &[(&str, &str)] = &[
    ("MIT", "its text, with the names of its authors"),
    ("MIT-0", "nothing"),
    ("0BSD", "nothing"),
    ("Zlib", "that the origin is not misrepresented"),
    ("ISC", "its text, with the names of its authors"),
    ("BSD-2-Clause", "its text, with the names of its authors"),
    (
        "BSD-3-Clause",
        "its text, with the names of its authors, who are no advertisement",
    ),
    ("BSL-1.0", "nothing, for a program"),
    (
        "Unicode-3.0",
        "its text; it is also that of the tables of letters",
    ),
    ("BlueOak-1.0.0", "its text or its address"),
    ("IJG", "a sentence that names the Independent JPEG Group"),
    ("Apache-2.0", "its text, and what stands in a file NOTICE"),
    ("CC0-1.0", "nothing"),
    (
        "CDLA-Permissive-2.0",
        "its text, with the data that it is of: the list of who vouches for web sites",
    ),
    ("OFL-1.1", "its text; fonts are not sold by themselves"),
    (
        "MPL-2.0",
        "its text, and where the source of its own files is had: each of them is named with its address, unchanged",
    ),
];

/// The licences that are taken of an expression, which may be several where it says AND.
///
/// # Errors
/// When the expression cannot be read, or offers nothing that is allowed.
pub(crate) fn taken(expression: &str) -> Result<Vec<&'static str>, String> {
    // The sign of old, before there were expressions.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let offered = either(&mut rest)
        .filter(|_| rest.is_empty())
        .ok_or_else(|| format!("`{expression}` is no expression of licences"))?;
    offered
        .ok_or_else(|| format!("`{expression}` offers no licence that is allowed"))
        .map(|taken| taken.into_iter().map(|place| ALLOWED[place].0).collect())
}

/// What an expression comes to: the places in [`ALLOWED`] of what is taken, or nothing that may be.
/// The outer `Option` is none where it cannot be read.
type Offered = Option<Vec<usize>>;

fn either(rest: &mut &[&str]) -> Option<Offered> {
    let mut best = both(rest)?;
    while next_is(rest, "OR") {
        let other = both(rest)?;
        best = match (best, other) {
            // The one whose least wanted part is wanted most.
            (Some(one), Some(other)) => Some(if other.iter().max() < one.iter().max() {
                other
            } else {
                one
            }),
            (one, other) => one.or(other),
        };
    }
    Some(best)
}

fn both(rest: &mut &[&str]) -> Option<Offered> {
    let mut all = one(rest)?;
    while next_is(rest, "AND") {
        let other = one(rest)?;
        all = all.zip(other).map(|(mut all, other)| {
            all.extend(other);
            all.sort_unstable();
            all.dedup();
            all
        });
    }
    Some(all)
}

fn one(rest: &mut &[&str]) -> Option<Offered> {
    if next_is(rest, "(") {
        let inner = either(rest)?;
        return next_is(rest, ")").then_some(inner);
    }
    let (name, after) = rest
        .split_first()
        .filter(|(name, _)| !["OR", "AND", "WITH", "(", ")"].contains(name))?;
    *rest = after;
    // An exception makes another licence of it. Where one was written, the licence itself is
    // offered beside it.
    if next_is(rest, "WITH") {
        let (_, after) = rest.split_first()?;
        *rest = after;
        return Some(None);
    }
    Some(
        ALLOWED
            .iter()
            .position(|(allowed, _)| allowed == name)
            .map(|place| vec![place]),
    )
}

fn next_is(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((next, after)) if *next == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[test]
fn what_is_allowed_is_taken_and_nothing_else() {
    for (expression, expected) in [
        ("MIT", ["MIT"].as_slice()),
        ("MIT OR Apache-2.0", &["MIT"]),
        ("Apache-2.0 OR MIT", &["MIT"]),
        ("Unlicense/MIT", &["MIT"]),
        ("MIT OR Apache-2.0 OR LGPL-2.1-or-later", &["MIT"]),
        (
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            &["MIT", "Unicode-3.0"],
        ),
        ("(GPL-3.0-only AND MIT) OR Apache-2.0", &["Apache-2.0"]),
        (
            "CC0-1.0 OR Apache-2.0 OR Apache-2.0 WITH LLVM-exception",
            &["Apache-2.0"],
        ),
        ("MIT AND BSD-3-Clause", &["MIT", "BSD-3-Clause"]),
        ("(MPL-2.0)", &["MPL-2.0"]),
    ] {
        assert_eq!(taken(expression).as_deref(), Ok(expected), "{expression}");
    }
    for expression in [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "LGPL-2.1",
        "MIT AND GPL-2.0",
        "GPL-2.0 WITH Classpath-exception-2.0",
        "LicenseRef-eigen",
        "mit",
    ] {
        assert_eq!(
            taken(expression),
            Err(format!("`{expression}` offers no licence that is allowed"))
        );
    }
    for expression in [
        "",
        "MIT OR",
        "OR MIT",
        "MIT Apache-2.0",
        "(MIT",
        "MIT)",
        "MIT AND AND MIT",
        "MIT WITH",
        "()",
    ] {
        assert_eq!(
            taken(expression),
            Err(format!("`{expression}` is no expression of licences"))
        );
    }
}
