//! HTML, what was pasted out of a word processor, and numbers that are nobody's.

use super::{event, framed, shown, site, told};

/// What is told of a text.
fn of(text: &str) -> Vec<String> {
    told(&mut site(text))
}

#[test]
fn html_stands_as_words_and_is_told_once_a_file() {
    let text = "<details><summary>Meer</summary>\n\nVerborgen **tekst**.\n\n</details>\n\n\
        H<sub>2</sub>O\n\n<!-- een opmerking -->\n\n<iframe src=\"https://video.example/x\"></iframe>\n\n\
        &copy; 2024 &euro; 5";
    assert_eq!(
        shown(text),
        "<p>&lt;details&gt;&lt;summary&gt;Meer&lt;/summary&gt;</p>\n<p>Verborgen <strong>tekst</strong>.</p>\n<p>&lt;/details&gt;</p>\n\
         <p>H&lt;sub&gt;2&lt;/sub&gt;O</p>\n\
         <p>&lt;iframe src=\"https://video.example/x\"&gt;&lt;/iframe&gt;</p>\n\
         <p>© 2024 € 5</p>"
    );
    assert_eq!(of(text), ["html-as-text event.md:7:1"]);
    assert_eq!(
        of("Een <!-- stil --> woord.\n\n<!-- heel\n\nstil -->\n"),
        <[&str; 0]>::default()
    );
    // The way out works.
    let mut safe = site(text);
    safe.append("oogst.toml", "[markdown]\nhtml = \"gezuiverd\"\n");
    assert_eq!(told(&mut safe), <[&str; 0]>::default());
}

#[test]
fn what_a_word_processor_leaves_is_told_with_a_way_out_that_works() {
    for (text, expected, mended) in [
        (
            "Drie:\n\n• een\n• twee\n• drie",
            "pasted-list event.md:9:1",
            "Drie:\n\n- een\n- twee\n- drie",
        ),
        (
            "o\teen\no\ttwee",
            "pasted-list event.md:7:1",
            "- \teen\n- \ttwee",
        ),
        (
            "Tabel:\n\nNaam\tAantal\nDe Wilg\t12",
            "pasted-table event.md:9:1",
            "Tabel:\n\n| Naam | Aantal |\n| --- | --- |\n| De Wilg | 12 |",
        ),
        (
            "Een **vet **woord en **nog **een",
            "loose-marks event.md:7:5 => **vet** ",
            "Een **vet** woord en **nog** een",
        ),
        (
            "Een.\n\n\tIngesprongen met een tab.",
            "shown-as-code event.md:9:2",
            "Een.\n\nIngesprongen met een tab.",
        ),
        (
            "1. een\n3. drie\n7. zeven",
            "renumbered event.md:8:1 => **3.**",
            "1. een\n\n**3.** drie\n\n**7.** zeven",
        ),
        (
            "- een\n\tonder een",
            "tab-in-list event.md:8:2",
            "- een\n\t- onder een",
        ),
        (
            "De leerling*en en docent*en",
            "stars-in-words event.md:7:12 => \\*en en docent\\*",
            "De leerling\\*en en docent\\*en",
        ),
        (
            "2018. Het jaar waarin het begon.",
            "year-as-list event.md:7:1 => **2018.**",
            "**2018.** Het jaar waarin het begon.",
        ),
    ] {
        assert_eq!(of(text), [expected], "{text}");
        assert_eq!(of(mended), <[&str; 0]>::default(), "{mended}");
    }
}

#[test]
fn marks_in_a_title_are_shown_as_written_and_told() {
    let mut site = site("Kort.");
    site.write(
        "content/events/2024-proef/i.toml",
        "[[idee]]\ntitel = \"Met **sterren** en `code` en [link](x)\"\nregios = []\nthemas = []\n",
    );
    let meant = "Met sterren en code en link";
    assert_eq!(
        told(&mut site),
        [format!("marks-in-line i.toml:2:9 => {meant}")]
    );
    site.replace(
        "content/events/2024-proef/i.toml",
        "Met **sterren** en `code` en [link](x)",
        meant,
    );
    assert_eq!(told(&mut site), <[&str; 0]>::default());
}

#[test]
fn a_control_character_is_told_wherever_an_escape_brings_it() {
    let mut site = site("Kort.");
    site.write(super::EVENT, event("Een \\u0007 bel", "Een\u{1}twee."));
    assert_eq!(
        told(&mut site),
        [
            "control-character event.md:2:9",
            "control-character event.md:7:4"
        ]
    );
    site.write(super::EVENT, event("Een bel", "Een twee."));
    assert_eq!(told(&mut site), <[&str; 0]>::default());
}

#[test]
fn addresses_with_an_at_sign_and_numbers_of_registers_are_no_contacts() {
    let text = "Volg [ons](https://social.example/@jan@elders.example) of https://social.example/@jan@elders.example of @jan@elders.example of https://www.youtube.com/@school of de kaart https://kaart.example/@52.37,4.89,12z en nummer 2024-0312-3456 en ISBN 978-90-274-3964-2 en IBAN NL91 ABNA 0417 1643 00 en KvK 12345678 en KvK-nummer: 01234567 en zaaknummer 0612345678 en kenmerk 0201234567 en NEN 7510-1:2017.";
    let mut site = site(&framed(text));
    site.write(
        "content/events/2024-proef/links.toml",
        "[[materiaal]]\ntitel = \"Bericht\"\nurl = \"https://social.example/@jan@elders.example\"\n",
    )
    .write(
        "content/o.toml",
        "[[organisatie]]\nnaam = \"School\"\nwebsite = \"https://social.example/@school\"\n",
    );
    assert_eq!(told(&mut site), <[&str; 0]>::default());
    // What is somebody's stays hidden beside all of it.
    let people = "Bel 06-12345678 of 010-1234567, mail jan@school.nl of x@jan@elders.example, zaaknummer 06-12345678, zaak 0612345678.";
    let shown = shown(people);
    for contact in ["12345678", "1234567", "jan@"] {
        assert!(!shown.contains(contact), "{shown}");
    }
}

#[test]
fn a_list_keeps_the_number_that_it_begins_with() {
    assert_eq!(
        shown("3. Wie met drie begint.\n\nTekst.\n\n4. En verder.\n5. Nog."),
        "<ol start=\"3\">\n<li>Wie met drie begint.</li>\n</ol>\n<p>Tekst.</p>\n\
         <ol start=\"4\">\n<li>En verder.</li>\n<li>Nog.</li>\n</ol>"
    );
    assert_eq!(of("3. Wie met drie begint."), <[&str; 0]>::default());
}
