//! Words that mean the same: of either language, with or without capitals, and those that a row of
//! the schema accepts as well.

use oogst::config::SETTINGS;
use oogst::input::permalinks::ADDRESSES;
use oogst::schema::{Field, Shape, read_toml};
use oogst::source::FileId;
use oogst::words::{Bilingual, Language};

use crate::harness::Site;

const EVENT: &str = "content/events/2024-proef/event.md";
const RECORDS: &str = "content/events/2024-proef/opbrengst.toml";

/// A value of a field of a file, with its key in one of the languages.
fn line(field: &Field, key: &dyn Fn(&Field) -> &'static str) -> String {
    let inner = |fields: &[Field]| {
        let lines: Vec<String> = fields.iter().map(|field| line(field, key)).collect();
        format!("{{ {} }}", lines.join(", "))
    };
    let value = match field.shape {
        Shape::Date => "2026-01-15".to_owned(),
        Shape::Integer(least, _) => least.to_string(),
        Shape::Bool => "true".to_owned(),
        Shape::Url => "\"https://proef.example/\"".to_owned(),
        Shape::Choice(words) => format!("\"{}\"", words[0].word.en),
        Shape::Lines | Shape::Addresses => "[\"/een/\"]".to_owned(),
        Shape::Codes => "{ een = \"1\" }".to_owned(),
        Shape::Table(fields) => inner(fields),
        Shape::Named(fields) => format!("{{ website = {} }}", inner(fields)),
        Shape::Tables(fields) => format!("[{}]", inner(fields)),
        _ => "\"een\"".to_owned(),
    };
    format!("{} = {value}", key(field))
}

#[test]
fn the_files_of_settings_and_addresses_are_read_in_either_language() {
    for (name, schema) in [("oogst.toml", SETTINGS), ("addresses.toml", ADDRESSES)] {
        let text = |key: &dyn Fn(&Field) -> &'static str| -> String {
            schema.iter().map(|field| line(field, key) + "\n").collect()
        };
        let dutch = text(&|field| field.name.nl);
        let english = text(&|field| field.name.en);
        for language in Language::ALL {
            for text in [&dutch, &english] {
                let read = read_toml(FileId(0), text, schema, Bilingual::same(name), language);
                assert_eq!(read.diagnostics, [], "{language:?}\n{text}");
                let fields: Vec<usize> = read
                    .fields
                    .entries
                    .iter()
                    .map(|entry| entry.field)
                    .collect();
                assert_eq!(fields, (0..schema.len()).collect::<Vec<_>>(), "{text}");
            }
        }
    }
}

#[test]
fn a_site_with_dutch_settings_is_the_same_site() {
    let mut english = Site::from("klein");
    english.write(
        "oogst.toml",
        "title = \"Proef\"\ntitle_en = \"Trial\"\nbase_url = \"https://proef.example/\"\nlanguages = [\"nl\", \"en\"]\npublisher = \"Wij\"\n[routes]\nevents = \"dagen\"\n[privacy]\nemails = true\nresponsible = \"Wij\"\n[markdown]\nhtml = \"sanitised\"\n[search]\nenabled = false\n",
    );
    let mut dutch = english.copied();
    dutch.write(
        "oogst.toml",
        "titel = \"Proef\"\ntitel_en = \"Trial\"\nwebadres = \"https://proef.example/\"\ntalen = [\"nl\", \"en\"]\nuitgever = \"Wij\"\n[adreswoorden]\nbijeenkomsten = \"dagen\"\n[privacy]\nemailadressen = ja\nverantwoordelijke = \"Wij\"\n[markdown]\nhtml = \"gezuiverd\"\n[zoeken]\naan = nee\n",
    );
    let same = english.build().output();
    same.assert_same(&dutch.build().output(), "Dutch settings mean the same");
}

/// A site of one event with these records.
fn site(event: &str, records: &str) -> Site {
    let mut site = Site::with(&[("oogst.toml", "title = \"Proef\"\n")]);
    site.write("content/regios.toml", "[[regio]]\nnaam = \"Twente\"\n");
    site.write("content/themas.toml", "[[thema]]\nnaam = \"Water\"\n");
    site.write(EVENT, format!("+++\n{event}+++\n\nTekst.\n"));
    site.write(RECORDS, records);
    site
}

#[test]
fn what_means_the_same_makes_the_same_site() {
    let mut plain = site(
        "titel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\nstatus = \"gehouden\"\neditie = \"3\"\n",
        "[[deal]]\ntitel = \"A\"\ntekst = \"Uitleg.\"\npartijen = [\"Wij samen\"]\nregios = [\"twente\"]\nthemas = [\"water\"]\nstatus = \"lopend\"\n\
         [[idee]]\ntitel = \"B\"\ndoor = [\"Wij samen\"]\nregios = [\"twente\"]\nthemas = [\"water\"]\nstatus = \"aangenomen\"\n\
         [[vraag]]\ntitel = \"2024\"\nregios = []\nthemas = []\nstatus = \"open\"\n\
         [[sessie]]\ntitel = \"C\"\nsoort = \"tafel\"\nconcept = false\n\
         [[idee]]\ntitel = \"D\"\nregios = []\nthemas = []\nconcept = true\n",
    );
    let mut other = site(
        "Titel = \"Dag\"\nbegindatum = 2024-03-20\nintro = \"Kort.\"\nStatus = \"Geweest\"\neditie = 3\n",
        "[[Afspraak]]\nkop = \"A\"\nomschrijving = \"Uitleg.\"\nwie = \"Wij samen\"\nregio = \"twente\"\nonderwerpen = [\"water\"]\nstatus = \"Loopt\"\n\
         [[voorstel]]\ntitel = \"B\"\nwie = \"Wij samen\"\ngebied = \"twente\"\nthema = \"water\"\nstatus = \"Opgepakt\"\n\
         [[hulpvraag]]\ntitel = 2024\nregios = []\nthemas = []\nstatus = \"OPEN\"\n\
         [[sessie]]\ntitel = \"C\"\ntype = \"Tafelgesprek\"\nconcept = nee # nog niet\n\
         [[idee]]\ntitel = \"D\"\nregios = []\nthemas = []\nconcept = ja\n",
    );
    let same = plain.build().output();
    same.assert_same(&other.build().output(), "the same in other words");
    assert_eq!(other.codes(), plain.codes());
}

#[test]
fn yes_and_no_are_read_however_they_are_written() {
    for (no, yes) in [
        ("false", "true"),
        ("nee", "ja"),
        ("\"nee\"", "\"Ja\""),
        ("no", "yes"),
        ("\"onwaar\"", "\"waar\""),
        ("NEE", "JA"),
    ] {
        let mut site = site(
            "titel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\n",
            &format!(
                "[[sessie]]\ntitel = \"A\"\nconcept = {no}\n[[sessie]]\ntitel = \"B\"\nconcept = {yes}\n"
            ),
        );
        let page = site
            .build()
            .read("output/bijeenkomsten/2024-proef/index.html");
        assert!(
            page.contains(">A<") && !page.contains(">B<"),
            "{no} and {yes}"
        );
    }
}

/// Follows a message: what it marks is replaced by what it suggests.
fn followed(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1);
    text.replace(from, to)
}

#[test]
fn a_word_without_quotes_is_told_with_a_suggestion_that_works() {
    const EVENT_FACTS: &str = "titel = \"Dag\"\ndatum = 2024-03-20\nsamenvatting = \"Kort.\"\n";
    for (line, code, from, to) in [
        ("status = open", "toml-syntax", "open", "\"open\""),
        ("status = Openn", "unknown-value", "Openn", "\"open\""),
        ("regios = twente", "toml-syntax", "twente", "\"twente\""),
        ("tekst = niets", "toml-syntax", "niets", "\"niets\""),
        ("tekst = Te veel", "toml-syntax", "Te veel", "\"Te veel\""),
        (
            "door = Wij samen # allen",
            "toml-syntax",
            "Wij samen",
            "\"Wij samen\"",
        ),
    ] {
        let records = format!("[[vraag]]\ntitel = \"A\"\n{line}\n");
        let mut site = site(EVENT_FACTS, &records);
        site.try_build();
        let said = site.diagnostics(Language::Nl);
        assert!(
            said.contains(&format!("fout[{code}]"))
                && said.contains(&format!("bedoelt u `{to}`?"))
                && said.ends_with("1 fout.\n"),
            "{line}\n{said}"
        );
        site.write(RECORDS, followed(&records, from, to));
        site.build();
    }
    for (line, code) in [
        ("deelnemers = zeventig", "wrong-type"),
        ("deelnemers_minstens = misschien", "wrong-type"),
        ("einde = morgen", "bad-date"),
    ] {
        let mut site = site(&format!("{EVENT_FACTS}{line}\n"), "");
        site.try_build();
        let said = site.diagnostics(Language::Nl);
        assert!(
            said.contains(&format!("fout[{code}]")) && said.ends_with("1 fout.\n"),
            "{line}\n{said}"
        );
    }
}
