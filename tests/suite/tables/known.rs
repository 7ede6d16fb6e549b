//! What a site has is what its tables may name.

use oogst::intake::rows::{Known, NameFound};
use oogst::records::{EventId, TypedId as _};
use oogst::schema::Kind;
use oogst::words::Language;

use crate::harness::Site;
use crate::promises::study;

/// A site with two events, of which the second has a session.
fn site() -> Site {
    Site::with(&[
        ("oogst.toml", "title = \"Proef\"\nlanguage = \"nl\"\n"),
        (
            "content/regions.toml",
            "[[regio]]\nnaam = \"Fryslân\"\nid = \"fryslan\"\nook = [\"Friesland\"]\n\n[[regio]]\nnaam = \"Twente\"\n",
        ),
        ("content/themes.toml", "[[thema]]\nnaam = \"Energie\"\n"),
        (
            "content/organisations.toml",
            "[[organisatie]]\nnaam = \"Basisschool De Linde\"\nvroegere_namen = [\"De Lindeboom\"]\nregios = [\"twente\"]\n",
        ),
        (
            "content/people.toml",
            "[[persoon]]\nnaam = \"Zoë Kuipers\"\n",
        ),
        (
            "content/events/2018-een/event.md",
            "+++\ntitel = \"Een\"\ndatum = 2018-10-30\nregios = [\"twente\"]\nthemas = []\n+++\n",
        ),
        (
            "content/events/2025-twee/event.md",
            "+++\ntitel = \"Twee\"\ndatum = 2025-11-12\nregios = [\"twente\"]\nthemas = []\n+++\n",
        ),
        (
            "content/events/2025-twee/programma.toml",
            "[[sessie]]\ntitel = \"Opening door de wethouder\"\nid = \"opening\"\n",
        ),
    ])
}

#[test]
fn a_cell_may_name_what_is_shared_and_what_is_of_its_event() {
    let site = site();
    let report = study(site.root()).report;
    let of = |folder: &str| {
        let event = report
            .named(Kind::Event, None, folder)
            .expect("it is there");
        let event = EventId::of(event).expect("it is an event");
        Known::of(&report, Some(event), Language::Nl)
    };
    let (first, second) = (of("2018-een"), of("2025-twee"));
    assert_eq!((first.year, second.year), (Some(2018), Some(2025)));
    let id = |known: &Known, kind: Kind, word: &str| match known.find(kind, word) {
        NameFound::One(record) => Some(record.id.clone()),
        NameFound::Several(_) | NameFound::Nothing => None,
    };
    for (kind, word, expected) in [
        (Kind::Region, "fryslan", Some("fryslan")),
        (Kind::Region, "FRYSLAN", Some("fryslan")),
        (Kind::Region, "Friesland", Some("fryslan")),
        (Kind::Region, "twente", Some("twente")),
        (Kind::Region, "Energie", None),
        (Kind::Theme, "energie", Some("energie")),
        (
            Kind::Organisation,
            "basisschool de linde",
            Some("basisschool-de-linde"),
        ),
        (
            Kind::Organisation,
            "De Lindeboom",
            Some("basisschool-de-linde"),
        ),
        (Kind::Person, "Zoe Kuipers", Some("zoe-kuipers")),
        (Kind::Session, "Opening door de wethouder", Some("opening")),
    ] {
        assert_eq!(id(&second, kind, word).as_deref(), expected, "{word}");
    }
    assert_eq!(id(&first, Kind::Session, "opening"), None);
    assert_eq!(second.suggestion(Kind::Region, "Twentte"), Some("Twente"));
}
