//! Files thrown together from the bits that writers use and misuse: parsing them never panics, and
//! every place it blames lies in the file.

use std::sync::Arc;

use oogst::diagnostic::{Place, print_all};
use oogst::input::parse::parse;
use oogst::source::{SourceFile, SourcePath, Sources, normalise};
use oogst::words::Language;
use proptest::prelude::*;

const BITS: &[&str] = &[
    "[[idee]]",
    "[[deal]]",
    "[idee]",
    "[[",
    "]]",
    "[",
    "]",
    "{",
    "}",
    "titel",
    "title",
    "datum",
    "=",
    " = ",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\",
    "\\u",
    "\n",
    "\n\n",
    ",",
    "#",
    "+++",
    "+++\n",
    "---\n",
    "2018-10-30",
    "14-11-2024",
    "13:30",
    "13.30",
    "0123",
    "-",
    "true",
    "ja",
    "é",
    "ë\u{301}",
    "\u{FEFF}",
    "😀",
    "\0",
    "\r\n",
    "\t",
    "regios",
    "[\"twente\"]",
    "tekst",
    "**vet**",
    "[x](deal:y)",
    "{ naam = \"A\" }",
    "vragen",
    "= [{ titel = \"A\" }]",
    "_en",
    ".",
    "..",
    "1e999",
    "9223372036854775808",
    "inf",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BITS), 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_parser_panic(text in text(), place in 0_usize..6) {
        let path = [
            "content/events/2024-dag/event.md",
            "content/events/2024-dag/opbrengst.toml",
            "content/events/2024-dag/ideeen/kleur.md",
            "content/regios.toml",
            "content/pages/over.md",
            "content/events/2024-dag/event.en.md",
        ][place];
        let text = normalise(text.as_bytes()).expect("bits are text");
        let mut sources = Sources::default();
        let file = SourceFile { path: SourcePath::new(path), text: Arc::from(text.as_str()), hash: [0; 32] };
        let id = sources.add(file.clone());
        let parsed = parse(id, &file, Language::Nl);
        for diagnostic in &parsed.diagnostics {
            if let Place::Text(span) = diagnostic.place {
                prop_assert!(span.end as usize <= text.len(), "{diagnostic:?} points past the end of {text:?}");
                prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize), "{diagnostic:?} cuts a letter of {text:?}");
            }
        }
        for language in Language::ALL {
            print_all(&parsed.diagnostics, &sources, language, true);
        }
    }
}
