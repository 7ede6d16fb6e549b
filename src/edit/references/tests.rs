//! What is rewritten where a record gets another id, and what is left.

use super::Renaming;
use crate::id::Id;
use crate::schema::Kind;

const DAG: Option<&str> = Some("2024-dag");

fn renaming(kind: Kind, event: Option<&str>, old: &str, new: &str) -> Renaming {
    let id = |text: &str| Id::new(text).expect("an id");
    Renaming {
        kind,
        event: event.map(id),
        old: id(old),
        new: id(new),
    }
}

#[test]
fn only_what_means_the_record_is_rewritten() {
    let deal = renaming(Kind::Deal, DAG, "deal", "nieuw");
    for (text, usual, here, expected) in [
        ("deal:deal", None, DAG, Some("deal:nieuw")),
        (
            "deal: 2024-dag/deal",
            None,
            None,
            Some("deal: 2024-dag/nieuw"),
        ),
        ("deal", Some(Kind::Deal), DAG, Some("nieuw")),
        ("deal:deal", None, Some("2023-dag"), None),
        ("deal:2023-dag/deal", None, DAG, None),
        ("idee:deal", None, DAG, None),
        ("deal", Some(Kind::Idea), DAG, None),
        ("deal-2", Some(Kind::Deal), DAG, None),
        ("", Some(Kind::Deal), DAG, None),
        ("https://deal/", None, DAG, None),
    ] {
        assert_eq!(
            deal.rewritten(text, usual, here).as_deref(),
            expected,
            "{text}"
        );
    }
    let event = renaming(Kind::Event, None, "dag", "avond");
    for (text, usual, expected) in [
        ("vraag:dag/dag", None, Some("vraag:avond/dag")),
        ("event:dag", None, Some("event:avond")),
        ("dag", Some(Kind::Event), Some("avond")),
        ("dag", Some(Kind::Region), None),
    ] {
        assert_eq!(
            event.rewritten(text, usual, None).as_deref(),
            expected,
            "{text}"
        );
    }
    let person = renaming(Kind::Person, None, "anna", "anne");
    for (text, usual, expected) in [
        ("anna", Some(Kind::Organisation), Some("anne")),
        ("organisatie:anna", None, None),
    ] {
        assert_eq!(
            person.rewritten(text, usual, None).as_deref(),
            expected,
            "{text}"
        );
    }
}
