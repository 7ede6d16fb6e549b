//! What is no contact stays letter for letter, and nothing turns the direction of what follows.

use std::fmt::Write as _;

use oogst::words::Language;

use super::NO_CARDS;
use crate::contact_forms::NONE;
use crate::every_field::{self, Where};
use crate::harness::Site;

#[test]
fn what_is_no_contact_stays_letter_for_letter() {
    assert!(NONE.len() >= 100, "{} texts stay", NONE.len());
    let site = |settings: &str| {
        let mut site = Site::from("klein");
        let mut facts = String::new();
        for (number, text) in NONE.iter().enumerate() {
            let quoted = every_field::quoted(text);
            let by = every_field::quoted(&format!("Wie: {text}"));
            let record = [("titel", &quoted), ("tekst", &quoted), ("door", &by)]
                .map(|(key, value)| format!("{key} = {value}\n"))
                .concat();
            facts += "[[idee]]\nregios = []\nthemas = []\n";
            facts += &record;
            writeln!(facts, "id = \"idee-{number}\"").expect("text can be written");
        }
        site.write("content/events/2025-techniekavond/x.toml", facts);
        site.append("oogst.toml", settings).build();
        site
    };
    let (closed, open) = (
        site(""),
        site("\n[privacy]\nemails = true\nphones = true\n"),
    );
    assert!(
        !closed.codes().contains("contact-withheld"),
        "{}",
        closed.diagnostics(Language::Nl)
    );
    open.output().assert_same(
        &closed.output(),
        "what is no contact is shown as if everything were",
    );
}

/// Marks that turn the direction of what follows, or hide it.
const TURNS: [char; 12] = [
    '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}', '\u{200E}', '\u{200F}', '\u{61C}',
];

#[test]
fn nothing_that_is_written_turns_the_direction_of_what_follows() {
    let mut number = 0;
    let mut site = every_field::everything(
        1,
        &mut |place| {
            number += 1;
            let turn = TURNS[number % TURNS.len()];
            match place {
                Where::Line => format!("Woorden {number} {turn}en meer{turn}"),
                Where::Markdown | Where::Body => {
                    format!(
                        "Woorden {number} **{turn}en** [meer{turn}](https://school.nl/ \"titel{turn}\"){turn} &#{};`code{turn}`\n\n## Kop{turn}\n",
                        u32::from(turn)
                    )
                }
                Where::Url => format!("https://school.nl/{turn}{number}"),
                Where::Address => format!("/oud/{number}{turn}/"),
                Where::File => format!("bestand {number}{turn}x"),
            }
        },
        NO_CARDS,
    );
    site.build();
    let output = site.output();
    let names = output.0.keys().cloned().collect::<Vec<_>>().join("\n");
    let found = ["zoeken", "en/search"]
        .map(|folder| crate::found::all_that_is_found(&output, folder))
        .join("\n");
    let texts = output
        .texts()
        .map(|(path, text)| (path, crate::page::unescaped(text)))
        .chain([("names", names), ("the index", found)]);
    for (path, text) in texts {
        let at = text.find(TURNS).or_else(|| text.find("%E2%80%AE"));
        assert_eq!(
            at.map(|at| &text[text.floor_char_boundary(at.saturating_sub(80))..at]),
            None,
            "{path}"
        );
    }
    let told = site
        .diagnostics(Language::En)
        .matches("[direction-turned]")
        .count();
    assert!(told >= number, "{told} of {number} are told of");
}

#[test]
fn what_is_written_from_right_to_left_stays_with_the_marks_that_belong_there() {
    let mut site = Site::from("klein");
    let hebrew = "שלום C++\u{200F} עולם";
    site.write(
        "content/events/2025-techniekavond/x.toml",
        format!("[[idee]]\nid = \"x\"\ntitel = \"{hebrew}\"\ntekst = \"{hebrew} مرحبا\"\n"),
    )
    .build();
    assert!(!site.codes().contains("direction-turned"));
    assert!(
        site.output()
            .text("bijeenkomsten/2025-techniekavond/ideeen/x/index.html")
            .contains(hebrew)
    );
}
