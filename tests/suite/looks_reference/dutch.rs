//! The Dutch of what the doc comments of the views say. `nl.toml` has a text for each comment, by the
//! comment itself, and none besides: who changes the English is asked for the Dutch.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Piece, pieces, source};

/// Where the Dutch is written.
const FILE: &str = "tests/suite/looks_reference/nl.toml";

/// The structs of the views, with what is said of them and of their fields in Dutch.
pub(super) fn in_dutch(mut pieces: BTreeMap<String, Piece>) -> BTreeMap<String, Piece> {
    let dutch = Dutch::read(&source(FILE));
    if let Err(problem) = dutch.covers(comments(&pieces)) {
        panic!("{problem}");
    }
    for piece in pieces.values_mut() {
        let fields = piece.fields.iter_mut().map(|field| &mut field.about);
        for about in fields.chain([&mut piece.about]) {
            *about = dutch.say(about).to_owned();
        }
    }
    pieces
}

/// Dutch texts by the doc comments that they say in Dutch.
struct Dutch(BTreeMap<String, String>);

impl Dutch {
    fn read(text: &str) -> Self {
        let texts = toml::from_str(text);
        Self(texts.unwrap_or_else(|problem| panic!("{FILE} cannot be read: {problem}")))
    }

    /// A doc comment in Dutch.
    fn say<'a>(&'a self, comment: &'a str) -> &'a str {
        self.0.get(comment).map_or(comment, String::as_str)
    }

    /// Whether each of these comments has its Dutch, and each Dutch text its comment; if not, which
    /// lines to write and which to remove.
    fn covers<'a>(&self, comments: impl Iterator<Item = &'a str>) -> Result<(), String> {
        let english: BTreeSet<&str> = comments.filter(|comment| has_words(comment)).collect();
        let written = |comment: &str| self.0.get(comment).is_some_and(|dutch| !dutch.is_empty());
        let mut problem = String::new();
        for comment in english.iter().filter(|comment| !written(comment)) {
            let _ = write!(problem, "\nwrite its Dutch behind it:  {comment:?} = \"\"");
        }
        for comment in self.0.keys().filter(|key| !english.contains(key.as_str())) {
            let _ = write!(
                problem,
                "\nno doc comment says this (any more):  {comment:?}"
            );
        }
        if problem.is_empty() {
            Ok(())
        } else {
            Err(format!("in {FILE}:{problem}"))
        }
    }
}

/// What the doc comments of these structs and of their fields say.
fn comments(pieces: &BTreeMap<String, Piece>) -> impl Iterator<Item = &str> {
    pieces.values().flat_map(|piece| {
        let fields = piece.fields.iter().map(|field| field.about.as_str());
        fields.chain([piece.about.as_str()])
    })
}

/// Whether a doc comment says anything besides names in backticks and examples in quotes, which are
/// the same in every language.
fn has_words(comment: &str) -> bool {
    let mut closing = None;
    comment.chars().any(|sign| {
        match closing {
            Some(end) if sign == end => closing = None,
            None if matches!(sign, '`' | '"') => closing = Some(sign),
            None => return sign.is_alphabetic(),
            Some(_) => {}
        }
        false
    })
}

#[test]
fn a_comment_without_dutch_and_dutch_without_a_comment_are_named() {
    let dutch = Dutch::read("\"Oldest first.\" = \"De oudste eerst.\"\n'At most three.' = ''");
    let covers = |comments: &[&str]| dutch.covers(comments.iter().copied());
    let problem = covers(&["At most three.", "A \"Half\"."]).expect_err("three lines are wrong");
    assert_eq!(
        problem,
        "in tests/suite/looks_reference/nl.toml:\
         \nwrite its Dutch behind it:  \"A \\\"Half\\\".\" = \"\"\
         \nwrite its Dutch behind it:  \"At most three.\" = \"\"\
         \nno doc comment says this (any more):  \"Oldest first.\""
    );
    let dutch = Dutch::read("'Oldest first.' = 'De oudste eerst.'");
    let comments = ["Oldest first.", "`event.html`", "\"Regio\", `a \"b\"`.", ""];
    assert_eq!(dutch.covers(comments.into_iter()), Ok(()));
    assert_eq!(dutch.say("Oldest first."), "De oudste eerst.");
    assert_eq!(dutch.say("`event.html`"), "`event.html`");
}

#[test]
fn the_views_of_today_would_be_named_without_their_dutch() {
    let pieces = pieces();
    let nothing = Dutch(BTreeMap::new());
    let problem = nothing
        .covers(comments(&pieces))
        .expect_err("nothing is in Dutch");
    assert!(problem.lines().count() > 200, "{problem}");
}
