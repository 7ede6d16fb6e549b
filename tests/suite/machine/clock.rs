//! A clock that jumps, and a day out of any calendar.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{EVENT, site};
use crate::program::{command, oogst, ran};
use crate::tree::Tree;

/// Sets the time of every file below a folder.
fn set_times(folder: &Path, time: impl Fn(usize) -> SystemTime) {
    for (number, path) in Tree::read(folder).0.keys().enumerate() {
        let file = fs::File::options()
            .write(true)
            .open(folder.join(path))
            .expect("a file can be opened");
        file.set_modified(time(number))
            .expect("its time can be set");
    }
}

#[test]
fn a_clock_that_jumps_is_no_matter() {
    let mut site = site();
    site.write("content/events/2025-techniekavond/media/tabel.csv", "a;1\n");
    site.replace(
        EVENT,
        "\n[[idee]]",
        "\n[[materiaal]]\ntitel = \"Tabel\"\nbestand = \"media/tabel.csv\"\n\n[[idee]]",
    )
    .build();
    let of_1970 = UNIX_EPOCH + Duration::from_secs(1);
    let of_2100 = of_1970 + Duration::from_hours(130 * 365 * 24);
    let times: [&dyn Fn(usize) -> SystemTime; 3] = [&|_| of_1970, &|_| of_2100, &|number| {
        of_1970
            + Duration::from_secs(
                u64::try_from(number * 40_000_000 % 4_000_000_000).expect("it is small"),
            )
    }];
    for (round, time) in times.iter().enumerate() {
        // Of what is written, and of what was made: nothing is different, so nothing is made.
        set_times(&site.at("content"), time);
        set_times(&site.at("output"), time);
        site.build_cold().assert_written_only([]);
        assert_eq!(site.summary().put_aside, []);
        // Other words of the same length, and the same time: the words count.
        let (from, to) = if round % 2 == 0 {
            ("twintig nieuwsgierige", "dertig, nieuwsgierige")
        } else {
            ("dertig, nieuwsgierige", "twintig nieuwsgierige")
        };
        site.replace(EVENT, from, to).write(
            "content/events/2025-techniekavond/media/tabel.csv",
            format!("a;{}\n", round + 2),
        );
        set_times(&site.at("content"), time);
        if round == 1 {
            site.build_cold();
        } else {
            site.build();
        }
        assert!(site.output().texts().any(|(_, text)| text.contains(to)));
        site.assert_same_as_a_clean_build();
    }
}

#[test]
fn a_day_out_of_any_calendar_is_a_day_like_others() {
    let site = site();
    for epoch in [
        "0",
        "-1",
        "253402300799",
        "4102444800",
        "9223372036854775807",
        "geen getal",
        "",
    ] {
        let ran = ran(command(site.root(), &["build", "-q"]).env("SOURCE_DATE_EPOCH", epoch));
        assert_eq!(
            (ran.code, ran.err.as_str()),
            (0, ""),
            "SOURCE_DATE_EPOCH={epoch}"
        );
        assert_eq!(oogst(site.root(), &["verify", "-q"]).code, 0);
    }
}
