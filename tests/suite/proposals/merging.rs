//! Which side is taken, and which record is meant.

use super::{DEALS, Folder, fates, line, record, was};
use oogst::edit::proposal::{Fate, FieldBase, Preferred, Proposal, RecordMatch};
use oogst::id::Id;
use oogst::schema::Kind;
use oogst::schema::wanted::FieldValue;
use oogst::source::SourcePath;

#[test]
fn what_both_changed_is_left_to_people_and_what_one_changed_is_kept() {
    let folder = Folder::with(&[("content/events/avond/deals.toml", DEALS)]);
    let proposal = |wanted: Option<FieldValue>, base: FieldBase| {
        record(Kind::Deal, Some("gastlessen"), &[("status", wanted, base)])
    };
    let base = |word: &str| was(Kind::Deal, "status", line(word).as_ref());
    for (wanted, base, prefer, fate) in [
        // Changed on the site alone, in the sheet alone, in both, and nobody knows.
        (line("lopend"), base("underway"), None, Fate::Kept),
        (line("lopend"), base("agreed"), None, Fate::Taken),
        (line("lopend"), base("done"), None, Fate::Conflict),
        (line("lopend"), FieldBase::Unknown, None, Fate::Conflict),
        (
            line("lopend"),
            FieldBase::Unknown,
            Some(Preferred::Proposed),
            Fate::Taken,
        ),
        (
            line("lopend"),
            FieldBase::Unknown,
            Some(Preferred::Site),
            Fate::Kept,
        ),
        (line("Afgesproken"), FieldBase::Unknown, None, Fate::Same),
        // An empty cell takes away only what was there when the sheet was made.
        (None, base("agreed"), None, Fate::Taken),
        (None, base("done"), None, Fate::Conflict),
        (None, FieldBase::Unknown, None, Fate::Kept),
        (None, FieldBase::Was(None), None, Fate::Kept),
    ] {
        let merged = folder.merge(&proposal(wanted.clone(), base), prefer);
        assert_eq!(fates(&merged), [fate], "{wanted:?} {base:?}");
        assert_eq!(merged.is_undecided(), fate == Fate::Conflict);
        assert_eq!(merged.rewrite.is_empty(), fate != Fate::Taken);
    }
    let removed = folder.merge(&proposal(None, base("agreed")), None);
    let wanted = DEALS.replace("status = \"afgesproken\"\n", "");
    assert_eq!(
        removed.rewrite.texts[&SourcePath::new("content/events/avond/deals.toml")],
        wanted.into()
    );
}

#[test]
fn records_are_found_by_title_and_never_guessed() {
    let twice = "[[deal]]\ntitel = \"Samen\"\nid = \"een\"\n[[deal]]\ntitel = \"Samen\"\nid = \"twee\"\n[[deal]]\ntitel = \"Alleen\"\n";
    let folder = Folder::with(&[("content/events/avond/deals.toml", twice)]);
    let is = |proposal: &Proposal| folder.merge(proposal, None).records[0].is.clone();
    let titled = |title: &str| {
        record(
            Kind::Deal,
            None,
            &[("title", line(title), FieldBase::Unknown)],
        )
    };
    assert_eq!(is(&titled("Alleen")), RecordMatch::There);
    assert_eq!(is(&titled("Anders")), RecordMatch::New);
    let ids = ["een", "twee"].map(|id| Id::new(id).expect("an id"));
    assert_eq!(is(&titled("Samen")), RecordMatch::OneOf(ids.to_vec()));
    // An id that was known once is gone; one that was not is for a new record.
    let gone = record(
        Kind::Deal,
        Some("weg"),
        &[(
            "title",
            line("Weg"),
            was(Kind::Deal, "title", line("Weg").as_ref()),
        )],
    );
    assert_eq!(is(&gone), RecordMatch::Missing);
    let new = record(
        Kind::Deal,
        Some("vers"),
        &[("title", line("Vers"), FieldBase::Unknown)],
    );
    assert_eq!(is(&new), RecordMatch::New);
    let mut both = titled("Alleen");
    both.records.extend(titled("Alleen").records);
    assert_eq!(folder.merge(&both, None).records[1].is, RecordMatch::Twice);
}
