//! A long file of tables is read in pieces, a shorter one whole: what is read, and what is said of it,
//! is the same. A file is made long by comments below it, which say nothing.

use std::sync::Arc;

use oogst::input::parse::parse;
use oogst::input::record::ParsedFile;
use oogst::source::{SourceFile, SourcePath, Sources};
use oogst::words::Language;
use proptest::prelude::*;

/// What a file is made of: rows of several kinds, in both languages' words; what looks like a row and is
/// none; what stands below a row; what is wrong.
const PARTS: &[&str] = &[
    "[[deal]]\ntitel = \"Een afspraak\"\npartijen = [\"School A\", \"Bedrijf B\"]\nstatus = \"afgesproken\"\n\n",
    "[[vraag]]\nid = \"een-vraag\"\ntitel = \"Een vraag\"\n# een opmerking\ndoor = \"School A\"\n\n",
    "[[ask]]\ntitle = \"A question\"\nby = \"School A\"\n\n",
    "[[aanbod]]\ntitel = 'Een aanbod'\ntekst = \"\"\"\nRegel een\n[[deal]]\ntitel = \"geen rij\"\n\"\"\"\n\n",
    "[[idee]]\ntitel = \"Een idee\"\nregios = [\n  \"a\",\n  \"b\",\n]\n\n",
    "[[sessie]]\ntitel = \"Een sessie\"\n[[sessie.materiaal]]\ntitel = \"Dia's\"\nurl = \"https://example.org/\"\n\n",
    "[[ sessie ]]\ntitel = \"Met blanks\"\nbegin = 13:00\n\n",
    "# niets\n\n\n",
];

const FAULTS: &[&str] = &[
    "[[deal]]\ntitel = \"Zonder eind\n\n",
    "[[deal]]\ntitle = 3\nkleur = \"rood\"\n\n",
    "[deal.plaats]\nnaam = \"x\"\n\n",
    "[deal]\ntitel = \"Een tabel\"\n\n",
    "[[dael]]\ntitel = \"Een typefout\"\n\n",
    "[[regio]]\nnaam = \"Hoort hier niet\"\n\n",
    "titel = \"los\"\n\n",
];

/// The bytes up to which a file of tables is read whole.
const WHOLE: usize = 1 << 17;

fn parsed(text: &str) -> ParsedFile {
    let mut sources = Sources::default();
    let file = SourceFile {
        path: SourcePath::new("content/events/2025-avond/lijst.toml"),
        text: Arc::from(text),
        hash: [0; 32],
    };
    let id = sources.add(file);
    parse(id, sources.file(id), Language::Nl)
}

/// A text of these parts, over and over, that is as long as may be and read whole.
fn text_of(parts: &[usize], faults: &[(usize, usize)]) -> String {
    let mut text = String::new();
    for (number, part) in parts.iter().cycle().enumerate() {
        for (_, fault) in faults.iter().filter(|(place, _)| *place == number) {
            text.push_str(FAULTS[*fault]);
        }
        let part = PARTS[*part];
        if text.len() + part.len() + 200 > WHOLE {
            return text;
        }
        text.push_str(part);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_file_read_in_pieces_says_what_it_says_whole(
        parts in prop::collection::vec(0..PARTS.len(), 1..12),
        faults in prop::collection::vec((0..1500_usize, 0..FAULTS.len()), 0..3),
    ) {
        let whole = text_of(&parts, &faults);
        prop_assert!(whole.len() < WHOLE);
        let long = format!("{whole}{}", "# niets\n".repeat(2_000));
        prop_assert!(long.len() > WHOLE);
        prop_assert_eq!(parsed(&long), parsed(&whole));
    }
}

#[test]
fn a_text_without_its_end_is_told_of_the_whole_file() {
    let unended = "[[deal]]\ntekst = \"\"\"\n";
    let rows = text_of(&[0], &[]);
    let end = rows[..rows.len() - 1_000].rfind("[[").expect("a row");
    let whole = format!("{}{unended}", &rows[..end]);
    let long = format!("{whole}{}", rows.repeat(2));
    let (read, short) = (parsed(&long), parsed(&whole));
    let codes = |file: &ParsedFile| {
        let found = file.diagnostics.iter();
        found.map(|found| found.code).collect::<Vec<_>>()
    };
    assert!(!short.diagnostics.is_empty());
    assert_eq!(codes(&read), codes(&short));
    assert_eq!(read.records.len(), short.records.len());
}

#[test]
fn rows_of_several_words_stand_as_the_words_come_first() {
    let whole = text_of(&[1, 0, 2], &[]);
    let long = format!("{whole}{}", "# niets\n".repeat(2_000));
    let read = parsed(&long);
    assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
    assert!(read.records.len() > 1_000);
    assert_eq!(read, parsed(&whole));
}
