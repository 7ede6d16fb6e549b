//! Parts of a group of fields, as they are typed.

use super::{new, site, texts};
use crate::harness::Site;

/// A part of a group of fields is written with its group before it, in either language.
#[test]
fn parts_of_a_group_are_fields_too() {
    let site = site();
    let event = |id: &str, said: &[&str]| {
        let words = ["bijeenkomst", id, "--set", "datum=2026-05-20", "--set"];
        new(&site, &[&words[..], said].concat())
    };
    let said = [
        "plaats.lengte=6,09",
        "--set",
        "place.town=Zwolle",
        "--set",
        "fotos.toestemming=Nee",
        "--set",
        "plaats.naam=De Zaal",
    ];
    let ran = event("Winterdag", &said);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/events/2026-winterdag/event.md"),
        "+++\ntitel = \"Winterdag\"\ndatum = 2026-05-20\nplaats.naam = \"De Zaal\"\nplaats.stad = \"Zwolle\"\nplaats.lengte = 6.09\nfotos.toestemming = \"nee\"\n+++\n"
    );
    let before = texts(&site);
    for (said, code, told) in [
        (
            "plaats=Zwolle",
            "bad-set",
            "zeg welk gegeven ervan: `plaats.naam`, `plaats.adres`, `plaats.stad`,",
        ),
        ("plaats.breedte=ver", "wrong-type", "`plaats.breedte`"),
        ("plaats.lengte=999", "out-of-range", "180"),
        ("plaats.gebouw=A", "unknown-key", "plaats.gebouw"),
        ("plaats.naam=", "bad-set", "plaats.naam="),
    ] {
        let ran = event("Zomerdag", &[said]);
        assert_eq!(ran.code, 1, "{said}");
        assert!(
            ran.err.contains(&format!("[{code}]")),
            "{said}\n{}",
            ran.err
        );
        assert!(ran.err.contains(told), "{said}\n{}", ran.err);
    }
    assert_eq!(texts(&site), before);
}

#[test]
fn in_an_english_report_parts_are_written_in_english() {
    let site = Site::with(&[
        ("oogst.toml", "title = \"Region\"\nlanguage = \"en\"\n"),
        ("content/regions.toml", ""),
    ]);
    let ran = new(
        &site,
        &[
            "event",
            "Harvest",
            "--set",
            "date=2026-09-20",
            "--set",
            "plaats.stad=Zwolle",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/events/2026-harvest/event.md"),
        "+++\ntitle = \"Harvest\"\ndate = 2026-09-20\nplace.town = \"Zwolle\"\n+++\n"
    );
}
