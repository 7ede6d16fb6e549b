//! Files as people make them, each with all that is read of it.

use oogst::words::Language;

use super::read_as;
use super::spreadsheet::ods;
use super::told::told;
use super::workbook::xlsx;

/// A list as somebody kept it: titles above the heads, a band of joined cells, an empty row, a formula
/// that was saved without its result, a hidden row, remarks in a comment, a sheet from before.
const HARVEST: &str = "\
== Vragen en aanbod
samen A4:B4
1: Opbrengst van de avond in Ommen
2: (bijgehouden door Karin)
4: Wat | | Waar en hoe
5: Nr. | Soort | Omschrijving | Wie | Regio('s) | Thema | Status | Datum afspraak
6: {1} | Vraag | Wie leert ons solderen? | Basisschool De Linde | Twente | Energie | open
7: {2} | Aanbod | Meelopen in de werkplaats\\nop woensdag | Smederij Kuipers | Twente; Salland | Energie, Techniek | Open
9: {3} | Deal | Samen een molen bouwen | Basisschool De Linde / Smederij Kuipers | Twentte | energie | lopend | {45973 D-M-YYYY}
10: {4} | vraag |   Plek voor  tien leerlingen  | 12XY\\_Oostcollege ^nog vragen | Salland | | ?
11: {5} | Idee | =CONCAT() | moeder uit groep 4 | | Techniek
12 verborgen: {6} | Aanbod | Een draaibank te leen | Werkplaats ’t Vuur | twente | Techniek | open | 12 nov
== Scholen
1: BRIN | Naam | Plaats | Leerlingen | % techniek | Telefoon | Begint
2: 12XY | Oostcollege | Raalte | {1240} | {0.35 0.0%} | 0031612345678 | {0.5625 h:mm:ss}
3: {123 0000} | De Linde | Ommen | {87} | {0.125 0.0%} | {612345678} | {45973.385416667 yyyy-mm-dd h:mm:ss}
== (verborgen) oud
1: Soort | Omschrijving
2: vraag | van vorig jaar
== Leeg
";

const HARVEST_TOLD: &str = "\
blad Vragen en aanbod: kop op rij 5, 6 rijen (vraag, aanbod, deal, idee)
  Soort → soort · Omschrijving → titel · Wie → door, partijen · Regio('s) → regios · Thema → themas · Status → status · Datum afspraak → afgesproken
  verborgen: [12]
blad Scholen: kop op rij 1, 2 rijen (organisatie)
  BRIN → codes.brin · Naam → naam
niet: blad oud (Hidden)
niet: blad Leeg (Empty)
niet: Vragen en aanbod, rij 1..=4
niet: Vragen en aanbod, kolom Nr.
niet: Vragen en aanbod, 1 opmerkingen
niet: Scholen, kolom Plaats
niet: Scholen, kolom Leerlingen
niet: Scholen, kolom % techniek
niet: Scholen, kolom Telefoon
niet: Scholen, kolom Begint
6 vraag
    titel = \"Wie leert ons solderen?\"
    door = [\"de-linde\"]
    regios = [\"twente\"]
    themas = [\"energie\"]
    status = \"open\"
7 aanbod
    titel = \"Meelopen in de werkplaats op woensdag\"
    door = [\"Smederij Kuipers\"]
    regios = [\"twente\", \"salland\"]
    themas = [\"energie\", \"techniek\"]
    status = \"open\"
9! deal
    titel = \"Samen een molen bouwen\"
    partijen = [\"de-linde\", \"Smederij Kuipers\"]
    themas = [\"energie\"]
    status = \"lopend\"
    afgesproken = 2025-11-12
10! vraag
    titel = \"Plek voor tien leerlingen\"
    door = [\"12XY Oostcollege\"]
    regios = [\"salland\"]
    leeg: themas
11! idee
    door = [\"moeder uit groep 4\"]
    themas = [\"techniek\"]
    leeg: regios, status
12! aanbod
    titel = \"Een draaibank te leen\"
    door = [\"Werkplaats ’t Vuur\"]
    regios = [\"twente\"]
    themas = [\"techniek\"]
    status = \"open\"
2 organisatie
    codes.brin = \"12XY\"
    naam = \"Oostcollege\"
3 organisatie
    codes.brin = \"0123\"
    naam = \"De Linde\"
unknown-region E9 geen regio heet `Twentte` => Twente
unknown-value G10 `?` is geen waarde voor `Status`
cell-without-result C11 in deze cel staat een formule zonder uitkomst
bad-date H12 `12 nov` is geen datum => 2025-11-12
not-of-kind H12 een aanbod heeft geen `Datum afspraak`
column-left-out rij 1 5 kolommen zijn niet overgenomen (`Plaats`, `Leerlingen`, `% techniek`, `Telefoon`, `Begint`)
";

#[test]
fn a_list_that_somebody_kept_is_read_whole() {
    let read = read_as(&xlsx(HARVEST), "avond.xlsx", &[], Language::Nl);
    assert_eq!(told(&read), HARVEST_TOLD);
}

#[test]
fn both_kinds_of_workbook_say_the_same() {
    let one = read_as(&xlsx(HARVEST), "avond.xlsx", &[], Language::Nl);
    let other = read_as(&ods(HARVEST), "avond.ods", &[], Language::Nl);
    assert_eq!(told(&one), told(&other));
}

#[test]
fn a_workbook_of_ours_is_read_without_a_change() {
    let text = "\
== Uitleg
1: Vul hieronder in wat u weet
== Vragen
1: Titel | Tekst | Door | Regio | Status | oogst-id
2: Wie richt ons lokaal in? | Het is *leeg*.\\n\\n- hout\\n- lijm | Basisschool De Linde | Twente; Salland | open | werkplaats
3: Zonder id | | | | | vraag:zonder-id
== (verborgen) Lijsten
1: Regio's
2: Twente
== (verborgen) oogst-basis
1: ask:werkplaats | title | 1234
";
    let read = read_as(&xlsx(text), "vragen.xlsx", &[], Language::Nl);
    assert!(read.base.is_some());
    assert_eq!(
        told(&read),
        "\
blad Vragen: kop op rij 1, 2 rijen (vraag)
  Titel → titel · Tekst → tekst · Door → door · Regio → regios · Status → status · oogst-id → id
niet: blad Uitleg (NoHeader)
niet: blad Lijsten (Hidden)
2 vraag werkplaats
    titel = \"Wie richt ons lokaal in?\"
    tekst = markdown \"Het is *leeg*.\\n\\n- hout\\n- lijm\"
    door = [\"de-linde\"]
    regios = [\"twente\", \"salland\"]
    status = \"open\"
3 vraag zonder-id
    titel = \"Zonder id\"
    leeg: tekst, door, regios, status
"
    );
    let foreign = text.replace("oogst-basis", "iets anders");
    let read = read_as(&xlsx(&foreign), "vragen.xlsx", &[], Language::Nl);
    assert!(
        told(&read).contains("tekst = markdown \"Het is \\\\*leeg\\\\*.\\n\\n- hout\\n- lijm\"")
    );
}

const SEPARATED: &str = "Soort;Omschrijving;Wie;Regio;Bedrag\n\
    vraag;\"Wie helpt ons; of kent \"\"iemand\"\"?\";Café Zoë;Fryslân;1.250,50\n\
    aanbod;\"Twee\nregels\";’t Hok;Twente;€ 3,00\n";

const SEPARATED_TOLD: &str = "\
blad -: kop op rij 1, 2 rijen (vraag, aanbod)
  Soort → soort · Omschrijving → titel · Wie → door · Regio → regios
niet: -, kolom Bedrag
2 vraag
    titel = \"Wie helpt ons; of kent \\\"iemand\\\"?\"
    door = [\"Café Zoë\"]
    regios = [\"fryslan\"]
3 aanbod
    titel = \"Twee regels\"
    door = [\"’t Hok\"]
    regios = [\"twente\"]
column-left-out E1 de kolom `Bedrag` is niet overgenomen
";

#[test]
fn a_text_with_separators_is_read_however_its_letters_are_written() {
    let windows: Vec<u8> = SEPARATED
        .chars()
        .map(|character| match character {
            '’' => 0x92,
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).expect("a letter of Western Europe"),
        })
        .collect();
    let wide = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let marked = format!("\u{FEFF}{SEPARATED}");
    let with_tabs = SEPARATED.replace(';', "\t").replace("ons\t", "ons;");
    let excel = format!("sep=;\r\n{}", SEPARATED.replace('\n', "\r\n"));
    for (how, bytes) in [
        ("UTF-8", SEPARATED.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked.as_bytes().to_vec()),
        ("Windows-1252", windows),
        ("UTF-16", wide(&marked)),
        ("tabs", with_tabs.into_bytes()),
    ] {
        let read = read_as(&bytes, "avond.csv", &[], Language::Nl);
        assert_eq!(told(&read), SEPARATED_TOLD, "{how}");
        let encoded = read.encoded.expect("it is a text");
        assert_eq!(encoded.is_guess, how == "Windows-1252", "{encoded:?}");
    }
    let told = told(&read_as(excel.as_bytes(), "avond.csv", &[], Language::Nl));
    assert!(told.starts_with("blad -: kop op rij 2, 2 rijen"), "{told}");
}

#[test]
fn a_comma_in_an_amount_tears_a_row_and_nothing_is_read() {
    let torn = "Soort,Omschrijving,Bedrag\nvraag,\"Een, twee\",1.250,50\naanbod,Drie,€ 3,00\nidee,Vier,5\n";
    let read = read_as(torn.as_bytes(), "avond.csv", &[], Language::Nl);
    assert_eq!(
        told(&read),
        "\
blad -: kop op rij 1, 0 rijen (vraag, aanbod, idee)
  Soort → soort · Omschrijving → titel
niet: -, kolom Bedrag
niet: -, kolom D
torn-row rij 2 deze rij heeft 4 cellen, de kop heeft er 3
torn-row rij 3 deze rij heeft 4 cellen, de kop heeft er 3
"
    );
}

#[test]
fn a_programme_is_read_with_its_times() {
    let text = "\
== Programma
1: Tijd | Onderdeel | Spreker | Zaal
2: 13.00–13.30 | Opening | Jan Smit | Grote zaal
3: 13:30 - 15 uur | Tafels | | -
4: {0.625 h:mm} | Borrel | n.v.t. | Foyer
5: {13.5} | Later | |
== Ideeën
1: Idee | Sessie | Toelichting
2: Een bus langs scholen | tafels | Rijdt elke week.\\nGratis.
3: Meer licht | Opening door de wethouder |
4: Iets | Slot |
";
    // `Onderdeel` says of a programme what is on; the title has no column of its own.
    let choices = ["map=Onderdeel=titel"];
    let read = read_as(&xlsx(text), "avond.xlsx", &choices, Language::Nl);
    assert_eq!(
        told(&read),
        "\
blad Programma: kop op rij 1, 4 rijen (sessie)
  Tijd → begin · Onderdeel → titel · Spreker → sprekers · Zaal → zaal
blad Ideeën: kop op rij 1, 3 rijen (idee)
  Idee → titel · Sessie → sessie · Toelichting → tekst
2 sessie
    begin = 13:00
    einde = 13:30
    titel = \"Opening\"
    sprekers = [\"Jan Smit\"]
    zaal = \"Grote zaal\"
3 sessie
    begin = 13:30
    einde = 15:00
    titel = \"Tafels\"
    leeg: sprekers, zaal
4 sessie
    begin = 15:00
    titel = \"Borrel\"
    zaal = \"Foyer\"
    leeg: sprekers
5! sessie
    titel = \"Later\"
    leeg: sprekers, zaal
2 idee
    titel = \"Een bus langs scholen\"
    sessie = \"tafels\"
    tekst = markdown \"Rijdt elke week.\\\\\\nGratis.\"
3 idee
    titel = \"Meer licht\"
    sessie = \"opening\"
    leeg: tekst
4! idee
    titel = \"Iets\"
    leeg: tekst
bad-time A5 `13,5` is geen tijd => 13:50
unknown-record B4 sessie met de id `Slot` is er niet
"
    );
}

#[test]
fn columns_are_what_the_user_says() {
    let text = "Soort;Titel;Datum;Opmerking;Extra;ID\nvraag;Een;20-3-2025;Voor lezers;x;1\nvraag;Twee;;*ja*;y;2\n";
    let read = read_as(
        text.as_bytes(),
        "avond.csv",
        &[
            "map=Opmerking=tekst",
            "map=Datum=-",
            "map=Exrta=-",
            "map=Extra=bestaatniet",
        ],
        Language::Nl,
    );
    assert_eq!(
        told(&read),
        "\
blad -: kop op rij 1, 2 rijen (vraag)
  Soort → soort · Titel → titel · Opmerking → tekst
niet: -, kolom Datum
niet: -, kolom Extra
niet: -, kolom ID
2 vraag
    titel = \"Een\"
    tekst = markdown \"Voor lezers\"
3 vraag
    titel = \"Twee\"
    tekst = markdown \"\\\\*ja\\\\*\"
bad-map bestand `--map \"Exrta=-\"`: er is geen kolom `Exrta` => Extra
bad-map bestand `--map \"Extra=bestaatniet\"`: er is geen gegeven `bestaatniet`
not-of-kind E1 een vraag heeft geen `bestaatniet`
"
    );
}

#[test]
fn what_the_rows_are_is_told_by_a_column_the_sheet_the_user_or_the_file() {
    let kinds = |text: &str, name: &str, choices: &[&str]| {
        let read = read_as(text.as_bytes(), name, choices, Language::Nl);
        read.rows
            .iter()
            .map(|row| row.kind.schema().name.nl)
            .collect::<Vec<_>>()
    };
    let rows = "Titel;Regio\nEen;Twente\n";
    assert_eq!(kinds(rows, "deals-2025.csv", &[]), ["deal"]);
    assert_eq!(kinds(rows, "deals.csv", &["kind=vraag"]), ["vraag"]);
    assert_eq!(kinds(rows, "lijst.csv", &["kind=idee"]), ["idee"]);
    assert_eq!(kinds(rows, "lijst.csv", &[]), [] as [&str; 0]);
    assert_eq!(
        kinds(
            "Soort;Titel\nidee;Een\nHulpvraag;Twee\n",
            "deals.csv",
            &["kind=deal"]
        ),
        ["idee", "vraag"]
    );
    // An organisation has a field of that name.
    assert_eq!(
        kinds("Naam;Soort\nDe Linde;school\n", "organisaties.csv", &[]),
        ["organisatie"]
    );
}

#[test]
fn days_that_could_be_two_are_asked_unless_their_column_tells() {
    let of = |days: &[&str]| {
        let rows: String = days
            .iter()
            .map(|day| format!("Een;{day};A / B\n"))
            .collect();
        let text = format!("Titel;Afgesproken op;Partijen\n{rows}");
        let read = read_as(text.as_bytes(), "deals.csv", &[], Language::Nl);
        read.rows
            .iter()
            .map(|row| {
                row.fields
                    .iter()
                    .any(|field| matches!(field.value, oogst::intake::rows::FieldValue::Date(_)))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&["11/12/2025", "12-11-2025"]), [false, true]);
    assert_eq!(of(&["11/12/2025", "30/11/2025"]), [true, true]);
    assert_eq!(
        of(&["11/12/2025", "30/11/2025", "11/30/2025"]),
        [false, true, true]
    );
}
