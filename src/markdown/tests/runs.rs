//! Texts taken apart: every run, and the places of what it holds.

use crate::markdown::{MarkupKind, OBJECT, Run, runs};

/// Every run in one line.
fn read(text: &str) -> Vec<String> {
    let whole = |run: &Run| {
        run.pieces
            .iter()
            .map(|piece| piece.words.as_str())
            .collect::<String>()
            .replace(OBJECT, "@")
    };
    runs(text).runs.iter().map(whole).collect()
}

#[test]
fn a_run_is_what_is_read_at_one_go() {
    for (text, expected) in [
        ("06-**12345678** en\nverder", vec!["06-12345678 en\nverder"]),
        ("jan\\@school.nl &#64; `a`", vec!["jan@school.nl @ a"]),
        (
            "een\n\n> twee\n> drie\n\n- vier\n- vijf",
            vec!["een", "twee\ndrie", "vier", "vijf"],
        ),
        ("| a | b |\n|-|-|\n| c | *d* |", vec!["a", "b", "c", "d"]),
        (
            "voor ![alt *tekst*](x.png) na[^n]\n\n[^n]: noot",
            vec!["alt tekst", "voor @ na@", "noot"],
        ),
        (
            "06-<b>12</b><!-- x -->34<br>56",
            vec!["<b>", "</b>", "<br>", "06-1234\n56"],
        ),
        ("# Kop #\n\n    code\n    regel", vec!["Kop", "code\nregel"]),
        (
            "<div title=\"t\">een <b>twee</b><br>drie</div>",
            vec![
                "<div title=\"t\">een <b>twee</b><br>drie</div>",
                "@een twee\ndrie@",
            ],
        ),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn pieces_know_their_bytes_and_links_their_parts() {
    let text =
        "a \\@ &amp; [*b*](</x y> \"t\") [c][d] [e] <f@g.nl> ``h``\n\n[d]: <i> 'j'\n[e]: k\n";
    let found = runs(text);
    for piece in &found.runs[0].pieces {
        let written = &text[piece.range.clone()];
        assert!(
            written == piece.words || ["\\@", "&amp;"].contains(&written),
            "{piece:?} {written}"
        );
    }
    let parts: Vec<_> = found
        .targets
        .iter()
        .map(|target| target.parts.clone().expect("parts"))
        .collect();
    let written: Vec<&str> = parts
        .iter()
        .map(|parts| &text[parts.destination.clone()])
        .collect();
    assert_eq!(written, ["/x y", "i", "k", "f@g.nl"]);
    let titles: Vec<_> = parts
        .iter()
        .map(|parts| parts.title.clone().map(|title| &text[title]))
        .collect();
    assert_eq!(titles, [Some("t"), Some("j"), None, None]);
    let marks: Vec<_> = found.runs[0]
        .marks
        .iter()
        .map(|mark| (mark.kind, &text[mark.inner.clone()]))
        .collect();
    assert_eq!(
        marks,
        [
            (MarkupKind::Link(0), "*b*"),
            (MarkupKind::Plain, "b"),
            (MarkupKind::Link(1), "c"),
            (MarkupKind::Label(2), "e"),
            (MarkupKind::Address(3), "f@g.nl"),
            (MarkupKind::Plain, "h"),
        ]
    );
}
