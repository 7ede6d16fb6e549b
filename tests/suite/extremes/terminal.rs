//! No name and no text steers the terminal that shows it.

use std::path::Path;

use super::start_of;
use crate::harness::Site;
use crate::program::oogst;
use crate::repeated::TABLE;

#[cfg(unix)]
#[test]
fn no_name_and_no_text_steers_the_terminal() {
    let bad = |text: &str| {
        text.chars().find(|sign| {
            sign.is_control() && *sign != '\n'
                || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        })
    };
    let esc = "\u{1B}]0;raak\u{7}\u{1B}[31m\u{9B}31m\u{202E}\u{8}";
    let mut site = Site::from("klein");
    for path in [
        format!("content/{esc}.md"),
        format!("content/events/2025-techniekavond/{esc}.md"),
        format!("content/events/{esc}/event.md"),
        format!("content/{esc}.toml"),
    ] {
        site.write(&path, "[[idee]]\nx = \n");
    }
    let value = toml::Value::String(esc.to_owned());
    site.write(TABLE, format!("[[idee]]\ntitel = {value}\nregios = [{value}]\nstatus = {value}\n{value} = 1\nx = \"\u{202E}\"\n# \u{9B}31m\n"));
    site.write("templates/event.html", format!("{{{{ {esc} }}}}"));
    for words in [
        ["build", "--lang", "nl"],
        ["check", "--lang", "en"],
        ["check", "--format", "json"],
    ] {
        let ran = oogst(site.root(), &words);
        assert_eq!(ran.code, 1, "{}", start_of(&ran.err));
        for text in [&ran.err, &ran.out] {
            assert_eq!(bad(text), None, "{words:?} sends it\n{}", start_of(text));
        }
    }
    // With colour, too: what the program itself sends begins with ESC and `[` and ends in `m`.
    let ran = crate::program::ran(
        crate::program::command(site.root(), &["check"]).env("CLICOLOR_FORCE", "1"),
    );
    let mut plain = String::new();
    let mut pieces = ran.err.split("\u{1B}[");
    plain += pieces.next().unwrap_or_default();
    for piece in pieces {
        let (code, rest) = piece.split_once('m').expect("a colour ends in m");
        assert!(
            code.chars()
                .all(|sign| sign.is_ascii_digit() || sign == ';'),
            "{code:?}"
        );
        plain += rest;
    }
    assert!(ran.err.len() > plain.len(), "there is colour in it");
    assert_eq!(bad(&plain), None, "{}", start_of(&plain));
    // What the machine refuses is told with its path.
    let ran = oogst(
        Path::new("/"),
        &["build", "--root", "/bestaat-niet-\u{9B}31m\u{202E}"],
    );
    assert_eq!(bad(&ran.err), None, "{}", start_of(&ran.err));
}
