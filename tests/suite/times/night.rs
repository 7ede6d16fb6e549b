//! Sessions without a date of their own that begin in the small hours.

use super::{Said, with_programme};

#[test]
fn a_session_in_the_small_hours_after_an_evening_comes_last_and_is_of_the_next_day() {
    let mut site = with_programme(
        "[[sessie]]\ntitel = \"Film\"\nbegin = 22:00\n\
         [[sessie]]\ntitel = \"Muziek\"\nbegin = 23:30\n\
         [[sessie]]\ntitel = \"Slot\"\nbegin = 00:30\neinde = 01:15\n",
    );
    site.build();
    assert_eq!(
        Said::of(&site).linked,
        [
            "2025-03-20T22:00:00+01:00 2025-03-21T01:15:00+01:00",
            "2025-03-20T22:00:00+01:00 –",
            "2025-03-20T23:30:00+01:00 –",
            "2025-03-21T00:30:00+01:00 2025-03-21T01:15:00+01:00",
        ]
    );
    assert_eq!(
        Said::of(&site).sessions,
        ["22.00 uur", "23.30 uur", "0.30–1.15 uur"]
    );
    // Written first, or after a day, it is where its day began; with a date it is of that day.
    for (sessions, hours) in [
        (
            "[[sessie]]\ntitel = \"Vroeg\"\nbegin = 00:30\n[[sessie]]\ntitel = \"Laat\"\nbegin = 22:00\n",
            ["0.30 uur", "22.00 uur"],
        ),
        (
            "[[sessie]]\ntitel = \"Dag\"\nbegin = 17:00\n[[sessie]]\ntitel = \"Vroeg\"\nbegin = 05:30\n",
            ["5.30 uur", "17.00 uur"],
        ),
        (
            "[[sessie]]\ntitel = \"Laat\"\nbegin = 22:00\n[[sessie]]\ntitel = \"Vroeg\"\ndatum = 2025-03-20\nbegin = 00:30\n",
            ["0.30 uur", "22.00 uur"],
        ),
    ] {
        let mut site = with_programme(sessions);
        site.build();
        assert_eq!(Said::of(&site).sessions, hours, "{sessions}");
    }
}
