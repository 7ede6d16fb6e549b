//! Content that nobody should write, and much of it.

use std::fmt::Write;

use super::{EVENT, Site};

#[test]
fn broken_records_end_no_program() {
    let linked = Site::new(&[
        ("events/a/event.md", EVENT),
        ("events/a/x.toml", "[[deal]]\ntitle = \"\u{202E}\"\nasks = [\":\", \"/\", \"ask:\", \"ask:/\", \"a/\", \"//\", \"kind:a/b/c\"]\nregions = [\"\u{FE0F}\"]\nparties = [\"-\", \"@\", \"+\", \"0\"]\n[[update]]\nof = \":\"\ndate = 0001-01-01\n[[photo]]\nfile = \"/\"\n[[photo]]\nfile = \".\"\n[[photo]]\nfile = \"a/./..//b\"\n"),
    ])
    .link();
    assert!(linked.diagnostics.len() > 10);
}

#[test]
fn the_order_of_files_is_the_only_order() {
    let site = || {
        let mut needs = String::new();
        for number in 0..200 {
            let side = if number % 2 == 0 { "ask" } else { "offer" };
            let _ = writeln!(
                needs,
                "[[{side}]]\ntitle = \"N {number}\"\nstatus = \"open\"\nregions = [\"r{}\"]\nthemes = [\"t{}\", \"t{}\"]",
                number % 5,
                number % 3,
                number % 7
            );
        }
        let mut shared = String::new();
        for number in 0..7 {
            let _ = writeln!(
                shared,
                "[[region]]\nname = \"r{number}\"\n[[theme]]\nname = \"t{number}\"\n[[person]]\nname = \"Persoon {number}\""
            );
        }
        Site::of_event(&needs, &shared).link()
    };
    let shown = |linked: &super::Linked| {
        format!(
            "{:?} {:?} {:?}",
            linked.report.needs, linked.report.crossings, linked.diagnostics
        )
    };
    assert_eq!(shown(&site()), shown(&site()));
}
