//! Where nothing is to be advised: a site that is in order, what others said, drafts, other languages.

use super::{advised, publish, said, with_text};
use crate::harness::Site;

const NOTHING: [&str; 0] = [];

#[test]
fn the_example_is_in_order() {
    let site = Site::from("voorbeeld");
    let ran = publish(&site, &[]);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.err,
        "Gemiddeld 11 woorden per zin; 3 zinnen zijn langer dan 20.\n\nOogst ziet niets wat u nog moet weten voordat de site online gaat.\n"
    );
}

#[test]
fn the_sites_of_the_suite_hear_only_what_is_true_of_them() {
    assert_eq!(advised(&Site::from("klein")), ["no-publisher"]);
    assert_eq!(advised(&Site::from("beloofd")), ["no-publisher"]);
    assert_eq!(
        advised(&Site::from("leeg")),
        ["no-base-url", "no-publisher"]
    );
    // Two addresses of a bureau, three figures of which nobody wrote down the source, and a deal of
    // which nobody knows what came of it.
    assert_eq!(
        advised(&Site::from("veenland")),
        [
            "contact-shown",
            "figure-without-source",
            "deal-without-status",
            "figure-without-source",
            "figure-without-source",
        ]
    );
}

#[test]
fn words_of_others_are_left_as_they_said_them() {
    for text in [
        "Zij zei: “Conform de afspraak doen wij dit i.s.m. de school.” Zo ging het.",
        "> Conform de afspraak doen wij dit middels hout.",
        "De wethouder las voor uit het plan ‘Thans en voorts’.",
        "Het bedrijf Conform hielp mee, en ook Thans BV.",
        "```\nmiddels conform\n```",
        "Zij lassen met min. 12 volt, en ook met meer. De bv. Bakker keek toe.",
    ] {
        assert_eq!(advised(&with_text(text, &[])), NOTHING, "{text}");
    }
    let quote =
        "[[citaat]]\ntekst = \"Conform de afspraak, middels hout.\"\ndoor = \"Ineke Terpstra\"\n";
    let site = with_text(
        "Een avond.",
        &[("content/events/avond/citaten.toml", quote)],
    );
    assert_eq!(advised(&site), NOTHING);
}

#[test]
fn passive_sentences_are_told_of_where_two_stand_in_a_row() {
    let two = "Er worden kisten gemaakt. Het hout werd opgehaald.";
    for (text, expected) in [
        (two.to_owned(), 1),
        (format!("{two} Ook werd er veel gepraat."), 1),
        (
            format!("{two} Ook werd er gepraat. Daarna werd de zaal geveegd."),
            2,
        ),
        (
            "Er worden kisten gemaakt. Jan haalde het hout op. Toen werd de zaal geveegd."
                .to_owned(),
            0,
        ),
        (
            "Er worden kisten gemaakt.\n\nHet hout werd opgehaald.".to_owned(),
            0,
        ),
        (
            "- Er worden kisten gemaakt.\n- Het hout werd opgehaald.".to_owned(),
            0,
        ),
        (format!("> {two}"), 0),
        (format!("Zij zei: “{two}” Zo ging het."), 0),
        (
            "Het wordt een geslaagd feest. Het werd een gevulde zaal.".to_owned(),
            0,
        ),
        (
            "Het wordt gezond en gezellig. De groep wordt groter dan gedacht.".to_owned(),
            0,
        ),
    ] {
        let told = advised(&with_text(&text, &[]));
        assert_eq!(told, vec!["passive-sentences"; expected], "{text}");
    }
    let said = said(&with_text(two, &[]));
    assert_eq!(
        said[0]["message"],
        "twee zinnen achter elkaar zeggen niet eerst wie iets doet: `worden … gemaakt` en `werd opgehaald`"
    );
}

#[test]
fn texts_in_english_are_not_measured_by_dutch_words() {
    let mut site = with_text("Thans and conform are no words of this language.", &[]);
    site.replace("oogst.toml", "\"nl\"", "\"en\"");
    site.replace("content/events/avond/event.md", "titel", "title");
    site.replace("content/events/avond/event.md", "datum", "date");
    site.replace("content/events/avond/event.md", "samenvatting", "summary");
    assert_eq!(advised(&site), NOTHING);
    assert_eq!(
        publish(&site, &[]).err,
        "Oogst sees nothing that you still need to know before the site goes online.\n"
    );
}

#[test]
fn drafts_hear_nothing_until_they_are_built() {
    let draft =
        "[[idee]]\ntitel = \"V1\"\ntekst = \"TBD\"\nconcept = true\nregios = []\nthemas = []\n";
    let site = with_text("Een avond.", &[("content/events/avond/ideeen.toml", draft)]);
    assert_eq!(advised(&site), NOTHING);
    let ran = publish(&site, &["--drafts"]);
    assert!(ran.err.contains("title-of-file"), "{}", ran.err);
    assert!(ran.err.contains("placeholder-text"), "{}", ran.err);
}

#[test]
fn names_that_are_two_are_not_asked_about() {
    let asks = |names: &[&str]| -> String {
        let record = |(number, name): (usize, &&str)| {
            format!(
                "[[vraag]]\ntitel = \"Een vraag, nummer {number}\"\ndoor = [\"{name}\"]\nstatus = \"gesloten\"\n\n"
            )
        };
        names.iter().enumerate().map(record).collect()
    };
    for names in [
        &["Jan Bos", "Jan Vos"][..],
        &["School 12", "School 13"],
        &["Twee docenten", "Twee leerlingen", "twee docenten"],
        &["cbs De Wilg", "obs De Wilg"],
        &["Stichting Bakker", "Bakker BV"],
        &["Jan Smit", "Jannie Smit"],
        &["ROC Twente", "ROC Drente"],
    ] {
        let site = with_text(
            "Een avond.",
            &[("content/events/avond/vragen.toml", &asks(names))],
        );
        assert_eq!(advised(&site), NOTHING, "{names:?}");
    }
    for names in [
        &["Zoë de Bruijn", "Zoe de Bruijn"][..],
        &["Techniekbedrijf Dorrestein", "Techniekbedrijf Dorestein"],
        &["basisschool De Beuk", "obs De Beuk"],
        &["J. Dijkstra", "Jan Dijkstra"],
    ] {
        let site = with_text(
            "Een avond.",
            &[("content/events/avond/vragen.toml", &asks(names))],
        );
        assert_eq!(advised(&site), ["two-spellings"], "{names:?}");
    }
}

#[test]
fn numbers_and_addresses_of_organisations_and_places_are_no_advice() {
    let site = with_text(
        "De subsidie was € 111.222.333, in 2018 EU-geld. Het dossier staat op https://x.example/111222333 en de school zit aan de 1234 AB.",
        &[],
    );
    assert_eq!(advised(&site), NOTHING);
    let mut site = with_text("Een avond.", &[]);
    site.replace(
        "content/events/avond/event.md",
        "samenvatting",
        "plaats = { naam = \"De zaal\", adres = \"Beukenlaan 12, 7411 AB\" }\nsamenvatting",
    );
    assert_eq!(advised(&site), NOTHING);
}

#[test]
fn what_oogst_new_writes_is_known_as_an_example_in_both_languages() {
    for language in ["nl", "en"] {
        let parent = Site::empty();
        let ran = crate::program::oogst(parent.root(), &["new", "verslag", "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let ran = crate::program::oogst(
            parent.root(),
            &[
                "check",
                "--publish",
                "--root",
                "verslag",
                "--format",
                "json",
            ],
        );
        let count = ran.out.matches("\"placeholder-text\"").count();
        assert_eq!(count, 7, "{language}\n{}", ran.out);
        assert_eq!(ran.code, 1, "the address of the site is to be filled in");
    }
}

#[test]
fn the_place_of_advice_is_that_of_its_words() {
    let site = with_text("Een **lange\navond**, *middels* hout.", &[]);
    let said = said(&site);
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(
        (&said[0]["line"], &said[0]["column"]),
        (&8.into(), &11.into())
    );
    assert_eq!(
        (&said[0]["end_line"], &said[0]["end_column"]),
        (&8.into(), &18.into())
    );
}

#[test]
fn odd_texts_are_read_to_their_end() {
    let odd = [
        "“‘„\"«»”’",
        "’’’ ‘‘‘ \"\"\" ...... ?!?!",
        "€123 456 782é 111222333€ 1234éAB 7411 ABé 7411\u{A0}AB 12",
        "xxxé éxxx XXXÉ x\u{301}xx ﬁ ǅ İ ß",
        "i.s.m.é é.i.s.m. M.B.T. m.b.t",
        "\u{FFFC}\u{200B} \u{FFFC}",
        "a.b.c.d.e.f.g. . . . ..a.. 1.2.3.4.5",
        "👩‍👩‍👧 Conform👩 👩conform middels",
        "* - + 1) # > `code` ~~weg~~ [x](y) <b>vet</b> &amp; \\*",
    ];
    let text = odd.join("\n\n");
    // A string of JSON is one of TOML; its escapes part what is read from what is written.
    let record = |text: &&str| {
        let twice = serde_json::Value::from(format!("{text}\t{text}"));
        format!("[[uitkomst]]\ntekst = {twice}\n\n")
    };
    let records: String = odd.iter().map(record).collect();
    let site = with_text(&text, &[("content/events/avond/uitkomsten.toml", &records)]);
    let said = said(&site);
    assert!(!said.is_empty());
}
