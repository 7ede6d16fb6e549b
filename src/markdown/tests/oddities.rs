//! What is told of a text that is shown otherwise than its writer saw it, and what is left alone.

use proptest::prelude::*;

use crate::markdown::oddities::{OddityKind, oddities, words_without_marks};

/// What is odd in a text: its kind, its words, and what is said of it.
fn odd(text: &str) -> Vec<(OddityKind, &str, String)> {
    let all = oddities(text).into_iter();
    all.map(|oddity| (oddity.kind, &text[oddity.range], oddity.text))
        .collect()
}

#[test]
fn what_word_leaves_behind_is_found() {
    use OddityKind::{
        Bullets, Control, IndentedCode, LooseMarks, Renumbered, StarsInWords, TabInItem, TabTable,
        YearList,
    };
    for (text, kind, place, said) in [
        ("Een.\n\n• eerste\n• tweede\n", Bullets, "•", "•"),
        ("Een:\n·\teerste\n", Bullets, "·", "·"),
        ("\u{F0B7}\teerste", Bullets, "\u{F0B7}", "\u{F0B7}"),
        ("o een\no twee", Bullets, "o", "o"),
        (
            "Tabel:\n\nNaam\tAantal\nDe Wilg\t12\n",
            TabTable,
            "Naam\tAantal",
            "| Naam | Aantal |",
        ),
        ("Een **vet **woord", LooseMarks, "**vet **", "**vet** "),
        ("Een** vet** woord", LooseMarks, "** vet**", " **vet**"),
        ("dit**(vet)**dit", LooseMarks, "**(vet)**", " **(vet)** "),
        ("Een __vet __ ja", LooseMarks, "__vet __", "__vet__"),
        (
            "Een.\n\n\tIngesprongen.\n",
            IndentedCode,
            "Ingesprongen.",
            "",
        ),
        ("- een\n\n      twee\n", IndentedCode, "twee", ""),
        ("2018. Het jaar.\n", YearList, "2018.", "2018."),
        ("> 2018) Het jaar.\n", YearList, "2018)", "2018)"),
        ("Een\u{7}twee", Control, "\u{7}", "U+0007"),
        ("1. een\n3. drie\n7. zeven\n", Renumbered, "3.", "3."),
        (
            "1. een\n1. twee\n3. drie\n1. vier\n",
            Renumbered,
            "1.",
            "1.",
        ),
        ("- een\n\teronder\n", TabInItem, "eronder", ""),
        ("- een\n\n  2) twee\n  5) vijf\n", Renumbered, "5)", "5)"),
        (
            "De leerling*en en docent*en hier",
            StarsInWords,
            "*en en docent*",
            "\\*en en docent\\*",
        ),
        ("Dat is 5*3*2 samen", StarsInWords, "*3*", "\\*3\\*"),
    ] {
        assert_eq!(odd(text), [(kind, place, said.to_owned())], "{text}");
    }
}

#[test]
fn what_is_meant_is_left_alone() {
    for text in [
        "Een **vet** woord en __ook__, 5 ** 3 en `a ** b **`.",
        "- een\n- twee\n\n1. een\n2. twee\n",
        "3. Wie begint met drie.\n\nTekst\n\n4. En verder.\n5. Nog.\n",
        "1. een\n1. twee\n1. drie\n",
        "- een\n\t- twee\n\n\tEen alinea.\n  en verder\n",
        "on*voor*stelbaar, *heel mooi*er, leerling*en",
        "Prijs** en **meer",
        "foto__2018__a",
        "\\**vet \\**woord",
        "o wee, dat is er een",
        "10 · 20 en a\tb",
        "```\n• een\n2018. twee\n\tdrie\n```\n",
        "In 2018. Het jaar.",
        "Hij kwam in\n2018. Dat was laat.",
        "",
    ] {
        assert_eq!(odd(text), [], "{text}");
    }
}

#[test]
fn a_line_keeps_its_words_without_marks() {
    for (line, words) in [
        (
            "Titel met **sterren** en _streep_ en `code` en [link](x)",
            Some("Titel met sterren en streep en code en link"),
        ),
        ("Les in C* en K*", None),
        ("5 * 3 * 2 = 30", None),
        ("De [eerste] les_plan_2", None),
        ("* ster", None),
        ("~10 en ~20", None),
    ] {
        assert_eq!(words_without_marks(line).as_deref(), words, "{line}");
    }
}

proptest! {
    #[test]
    fn every_place_lies_in_the_text(text in "(\\*\\*|__|[ \t\n]|    |•|o |[a-zé]{1,3}|2018\\.|\\\\|`|> |- |\u{7}|\\|){0,20}") {
        for oddity in oddities(&text) {
            prop_assert!(text.get(oddity.range.clone()).is_some_and(|place| !place.is_empty()), "{:?}", oddity);
        }
    }
}
