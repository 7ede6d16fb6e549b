//! What holds of any two edits, and of any text.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Folder, record, was};
use oogst::edit::proposal::Fate;
use oogst::schema::Kind;
use oogst::schema::wanted::FieldValue;

/// What one side makes of a field: leaves it, empties it, writes one of a few words.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Edit {
    Leaves,
    Empties,
    Writes(usize),
}

const WORDS: [&str; 3] = ["Een zin.", "Een \"andere\" zin", "kort # geen commentaar"];
const FIELDS: [&str; 2] = ["contact", "text"];

impl Edit {
    fn of(self, base: Option<&str>) -> Option<String> {
        match self {
            Self::Leaves => base.map(ToOwned::to_owned),
            Self::Empties => None,
            Self::Writes(word) => Some(WORDS[word].to_owned()),
        }
    }
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Leaves),
        Just(Edit::Empties),
        (0..WORDS.len()).prop_map(Edit::Writes)
    ]
}

fn deal_with(texts: &[Option<String>]) -> String {
    let keys = ["contact", "tekst"];
    let mut file = "[[deal]] # de eerste\ntitel = \"Samen\"\nid = \"samen\"\n".to_owned();
    for (key, text) in keys.iter().zip(texts) {
        if let Some(text) = text {
            let _ = writeln!(file, "{key} = {text:?} # {key}");
        }
    }
    file
}

fn value_of(position: usize, text: &str) -> FieldValue {
    match position {
        0 => FieldValue::Line(text.to_owned()),
        _ => FieldValue::Markdown(text.to_owned()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any two edits of what was: each side's own change is there afterwards, and where both
    /// changed the same nothing is lost.
    #[test]
    fn no_value_is_lost_by_any_two_edits(
        base in prop::collection::vec(prop::option::of(0..WORDS.len()), 2),
        theirs in prop::collection::vec(edits(), 2),
        ours in prop::collection::vec(edits(), 2),
    ) {
        let base: Vec<Option<&str>> = base.iter().map(|word| word.map(|word| WORDS[word])).collect();
        let now: Vec<Option<String>> = theirs.iter().zip(&base).map(|(edit, base)| edit.of(*base)).collect();
        let folder = Folder::with(&[("content/events/avond/deals.toml", &deal_with(&now))]);
        let mut fields = Vec::new();
        for (position, (edit, base)) in ours.iter().zip(&base).enumerate() {
            let was = was(Kind::Deal, FIELDS[position], base.map(|text| value_of(position, text)).as_ref());
            let wanted = edit.of(*base).map(|text| value_of(position, &text));
            fields.push((FIELDS[position], wanted, was));
        }
        let proposal = record(Kind::Deal, Some("samen"), &fields);
        let merged = folder.merge(&proposal, None);
        folder.take(&merged);
        let held = folder.merge(&proposal, None);
        for (position, field) in held.records[0].fields.iter().enumerate() {
            let base = base[position].map(ToOwned::to_owned);
            let (theirs, ours) = (now[position].clone(), ours[position].of(base.as_deref()));
            let wanted = if ours == base { theirs.clone() } else if theirs == base { ours.clone() } else { theirs.clone() };
            prop_assert_eq!(field.now.clone(), wanted.map(|text| value_of(position, &text)));
            let conflict = ours != base && theirs != base && ours != theirs;
            prop_assert_eq!(field.fate == Fate::Conflict, conflict);
        }
    }
}
