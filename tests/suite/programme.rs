//! The page of a programme: each day in order of time, no session under a heading that is not its
//! own, the parts of a session with it.

use crate::harness::Site;

const FILE: &str = "content/events/2025-techniekavond/programma.toml";
const PAGE: &str = "bijeenkomsten/2025-techniekavond/programma/index.html";

/// The sessions of the page in document order: column, title and what is said of kind and room.
/// Parts stand behind what they are part of, with no column of their own.
fn sessions(site: &Site) -> Vec<String> {
    let output = site.output();
    let page = output.text(PAGE);
    let text = |part: &str, before: &str| {
        let found = part.split_once(before).map(|(_, after)| after);
        found
            .map_or("–", |after| after.split('<').next().unwrap_or_default())
            .to_owned()
    };
    page.split("<li id=\"sessie-")
        .skip(1)
        .map(|part| {
            let column = part
                .split_once("data-column=\"")
                .filter(|(before, _)| !before.contains('>'))
                .map_or("part", |(_, after)| {
                    after.split('"').next().unwrap_or_default()
                });
            let (title, by) = (
                text(part, "<p class=\"session-title\">"),
                text(part, "<p class=\"by\">"),
            );
            format!("{column} {title}: {by}")
        })
        .collect()
}

#[test]
fn a_day_stands_in_order_of_time_and_each_session_says_its_room() {
    let mut site = Site::from("klein");
    site.write(
        FILE,
        "[[sessie]]\ntitel = \"Opening\"\nbegin = \"9.00\"\nzaal = \"Aula\"\n\
         [[sessie]]\ntitel = \"Lassen\"\nbegin = \"10.00\"\nzaal = \"Smederij\"\n\
         [[sessie]]\ntitel = \"Zagen\"\nbegin = \"10.00\"\nzaal = \"Aula\"\n\
         [[sessie]]\ntitel = \"Tafels\"\nsoort = \"tafel\"\nbegin = \"11.00\"\n\
         [[sessie]]\ntitel = \"Tafel Oost\"\nonderdeel_van = \"tafels\"\nbegin = \"11.00\"\nzaal = \"Smederij\"\n\
         [[sessie]]\ntitel = \"Koffie\"\nbegin = \"10.45\"\n\
         [[sessie]]\ntitel = \"Slot\"\nbegin = \"12.00\"\nzaal = \"Aula\"\n",
    )
    .build();
    assert_eq!(
        sessions(&site),
        [
            "1 Opening: Aula",
            "1 Zagen: Aula",
            "2 Lassen: Smederij",
            "0 Koffie: Zonder zaal",
            "0 Tafels: Tafel, zonder zaal",
            "part Tafel Oost: Smederij",
            "1 Slot: Aula",
        ]
    );
    let output = site.output();
    let page = output.text(PAGE);
    assert!(
        page.contains("<span>Aula</span> <span>Smederij</span>"),
        "{page}"
    );
    assert!(
        page.contains("class=\"by-room\" data-rooms=\"2\""),
        "{page}"
    );
}

#[test]
fn a_day_without_rooms_says_nothing_of_them() {
    let mut site = Site::from("klein");
    site.write(
        FILE,
        "[[sessie]]\ntitel = \"Opening\"\nbegin = \"9.00\"\n[[sessie]]\ntitel = \"Slot\"\n",
    )
    .build();
    assert_eq!(sessions(&site), ["0 Opening: –", "0 Slot: –"]);
    assert!(!site.output().text(PAGE).contains("by-room"));
}

#[test]
fn a_day_of_more_rooms_than_fit_side_by_side_is_a_list() {
    let mut site = Site::from("klein");
    let sessions_in = |rooms: usize| {
        (1..=rooms)
            .map(|room| {
                format!(
                    "[[sessie]]\ntitel = \"S{room}\"\nbegin = \"9.00\"\nzaal = \"Zaal {room}\"\n"
                )
            })
            .collect::<String>()
    };
    site.write(FILE, sessions_in(5)).build();
    assert!(site.output().text(PAGE).contains("data-rooms=\"5\""));
    site.write(FILE, sessions_in(6)).build();
    assert!(!site.output().text(PAGE).contains("data-rooms"));
    assert_eq!(sessions(&site).len(), 6);
}
