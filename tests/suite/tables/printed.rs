//! A mistake in a cell, as programs read it and as a terminal shows it.

use oogst::diagnostic::{json_line, print_all};
use oogst::source::Sources;
use oogst::words::Language;
use serde_json::{Value, json};

use super::read_as;
use super::workbook::xlsx;

/// A sheet and a cell whose names steer a terminal.
const ODD: &str = "\
== Vragen\u{1B}[2J
1: Titel | Regio\u{202E}
2: Wie leert ons solderen? | Twentte\u{1B}[31m
";

#[test]
fn a_program_reads_where_a_cell_is() {
    let text = "== Vragen\n1: Titel | Regio\n2: Wie leert ons solderen? | Twentte\n";
    let read = read_as(&xlsx(text), "avond.xlsx", &[], Language::Nl);
    let line = json_line(&read.diagnostics[0], &Sources::default(), Language::Nl);
    let said: Value = serde_json::from_str(&line).expect("it is JSON");
    assert_eq!(
        said,
        json!({
            "code": "unknown-region",
            "severity": "error",
            "file": "avond.xlsx",
            "line": null,
            "column": null,
            "end_line": null,
            "end_column": null,
            "sheet": "Vragen",
            "row": 2,
            "cell": "B2",
            "header": "Regio",
            "message": "geen regio heet `Twentte`",
            "help": "verbeter dit woord, of voeg de regio toe, bijvoorbeeld in content/regios.toml",
            "suggestion": "Twente",
        })
    );
    let text = "Titel;Regio\n\"Een\ntwee\";Twente\nDrie;Twentte\n";
    let read = read_as(text.as_bytes(), "vragen.csv", &[], Language::Nl);
    let line = json_line(&read.diagnostics[0], &Sources::default(), Language::Nl);
    let said: Value = serde_json::from_str(&line).expect("it is JSON");
    assert_eq!(
        (&said["row"], &said["line"], &said["cell"]),
        (&json!(3), &json!(4), &json!("B3"))
    );
    let shown = print_all(&read.diagnostics, &Sources::default(), Language::Nl, false);
    assert!(
        shown.contains("--> vragen.csv, cel B3, regel 4 (Regio)\n"),
        "{shown}"
    );
}

#[test]
fn no_cell_steers_a_terminal() {
    let odd = ODD.replace('\u{1B}', "_x001B_");
    let read = read_as(
        &xlsx(&odd),
        "avond\u{1B}[2J.xlsx",
        &["kind=vraag"],
        Language::Nl,
    );
    assert!(read.diagnostics.len() >= 2, "{:?}", read.diagnostics);
    for language in Language::ALL {
        let shown = print_all(&read.diagnostics, &Sources::default(), language, false);
        assert!(!shown.contains(['\u{1B}', '\u{202E}']), "{shown:?}");
        for diagnostic in &read.diagnostics {
            let line = json_line(diagnostic, &Sources::default(), language);
            assert!(!line.contains(['\u{1B}', '\u{202E}']), "{line:?}");
        }
    }
}
