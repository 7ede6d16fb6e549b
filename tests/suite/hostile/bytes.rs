//! Large files, odd bytes and odd names are a message or a site, and never a panic.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use oogst::words::Language;

use super::{assert_safe, every_field_says, start_of};
use crate::harness::{DAY, Site};
use crate::links::built::decoded;
use crate::page::Page;
use crate::program::oogst;
use crate::repeated::{EVENT, FACTS, Repeated, TABLE};
use crate::tree::Tree;

#[test]
fn large_files_and_long_lines_build() {
    let paragraph = "Een gewone zin met **vet** en een [link](https://school.example/) erin. "
        .repeat(40)
        + "\n\n";
    let five_megabytes = paragraph.repeat(5_000_000 / paragraph.len() + 1);
    let one_line = "woord ".repeat(10_000_000 / 6);
    for (what, text) in [
        ("5 MB of paragraphs", five_megabytes),
        ("a line of 10 MB", one_line.clone()),
    ] {
        let mut site = Site::from("klein");
        site.append("content/events/2025-techniekavond/event.md", &text)
            .build();
        let page = site
            .output()
            .text("bijeenkomsten/2025-techniekavond/index.html")
            .len();
        assert!(page > 5_000_000, "{what}: the page holds the whole text");
    }
    let mut site = Site::from("klein");
    site.write(
        "content/events/2025-techniekavond/lang.toml",
        format!("[[idee]]\ntitel = \"Lang\"\ntekst = \"{one_line}\"\n"),
    )
    .build();
}

/// What nobody writes, written over and over.
const REPEATED: &[Repeated] = &[
    Repeated(TABLE, &["x = "], "[", "", ""),
    Repeated(TABLE, &["x = "], "[", "1", "]"),
    Repeated(TABLE, &["x = "], "{a=", "", ""),
    Repeated(TABLE, &["["], "a.", "a]", ""),
    Repeated(TABLE, &[], "a.", "a = 1", ""),
    Repeated(
        TABLE,
        &["[[idee]]\ntitel = \"x\"\ntekst = \"\"\""],
        "x\n",
        "",
        "",
    ),
    Repeated(EVENT, &[FACTS], "> ", "", ""),
    Repeated(EVENT, &[FACTS], "- ", "", ""),
    Repeated(EVENT, &[FACTS], "[", "x", ""),
    Repeated(EVENT, &[FACTS], "![", "", ""),
    Repeated(EVENT, &[FACTS], "*_", "", ""),
    Repeated(EVENT, &[FACTS], "<b>", "", ""),
    Repeated(EVENT, &[FACTS], "`", "", ""),
    Repeated("templates/event.html", &["{{ "], "(", "1", ") }}"),
];

/// What nobody writes, in a few words.
const SHORT: &[(&str, &str)] = &[
    (TABLE, "[[idee]]\ntitel = \"\\uD800\"\n"),
    (TABLE, "[[idee]]\ntitel = \"a\0b\"\n"),
    (TABLE, "[[idee]]\ntitel = \"a\\u0000b\"\n"),
    (TABLE, "[[idee]]\ntitel = \"a\\u0007\\u001B[31mrood\"\n"),
    (TABLE, "\0\0\0\0"),
    (TABLE, "[[idee]]\ntitel = \"…\"\n"),
    (TABLE, "[[idee]]\ntitel = \"\u{1F600}\"\n"),
    (TABLE, "[[idee]]\ntitel = \"\u{202E}omgekeerd\"\n"),
    (
        TABLE,
        "[[vraag]]\ntitel = \"x\"\nstatus = 5\nregios = { a = 1 }\ndoor = [[[]]]\n",
    ),
    (
        TABLE,
        "[[cijfer]]\nlabel = \"x\"\nwaarde = 1e308\n[[cijfer]]\nlabel = \"y\"\nwaarde = nan\n[[cijfer]]\nlabel = \"z\"\nwaarde = -inf\n",
    ),
    (
        TABLE,
        "[[cijfer]]\nlabel = \"x\"\nwaarde = 9223372036854775807\n[[cijfer]]\nlabel = \"y\"\nwaarde = 99999999999999999999\n",
    ),
    (
        TABLE,
        "[[correctie]]\ndatum = 0000-01-01\ntekst = \"x\"\n[[correctie]]\ndatum = 9999-12-31\ntekst = \"x\"\n",
    ),
    (
        TABLE,
        "[[sessie]]\ntitel = \"x\"\nbegin = \"24:00\"\neinde = \"99:99\"\n",
    ),
    (TABLE, "[[sessie]]\ntitel = \"x\"\nbegin = 23:59:60\n"),
    (TABLE, "\u{FEFF}"),
    (TABLE, "+++"),
    (EVENT, ""),
    (EVENT, "+++"),
    (EVENT, "+++\n+++"),
    (EVENT, "+++\n+++\n+++\n+++\n"),
    (EVENT, "---\ntitle: x\n---\n"),
    ("oogst.toml", ""),
    ("oogst.toml", "language"),
    (
        "oogst.toml",
        "language = \"n\u{308}\"\nlanguages = [\"\u{1F600}\"]\n",
    ),
    (
        "oogst.toml",
        "title = \"T\"\nlanguages = \"nl\"\ntime_zone = \"../../etc/passwd\"\n",
    ),
    ("themes/default/theme.toml", "\0"),
    ("templates/event.html", "{% for x in y %}"),
    ("templates/event.html", "{% extends \"event.html\" %}"),
    ("templates/event.html", "{% include \"event.html\" %}"),
    ("templates/event.html", "{{ 1 / 0 }}{{ event.niets.niets }}"),
];

/// What nobody writes, at a length of its own.
fn long_texts() -> Vec<(&'static str, String)> {
    let idea = |title: &str| format!("[[idee]]\ntitel = \"{title}\"\n");
    let deep = 20_000;
    let table = "|a".repeat(deep) + "\n" + &"|-".repeat(deep) + "\n" + &"|b".repeat(deep);
    let notes: String = (0..5_000)
        .map(|number| format!("[^{number}]: x[^{}]\n\n", number + 1))
        .collect();
    let long = "a".repeat(100_000);
    let path = "a/".repeat(5_000);
    vec![
        (TABLE, idea(&"lang ".repeat(2_000))),
        (TABLE, idea(&"x".repeat(10_000))),
        (TABLE, "[[idee]]\n".repeat(2_000)),
        (EVENT, format!("{FACTS}{table}")),
        (EVENT, format!("{FACTS}{notes}")),
        (EVENT, format!("{FACTS}{}", "# Kop\n\n".repeat(5_000))),
        (EVENT, format!("{FACTS}a\0b\u{1}\u{7F}\u{FFFE}\n")),
        (EVENT, format!("{FACTS}[x]({long}) <{long}@x.nl>\n")),
        (
            "oogst.toml",
            format!("title = \"T\"\nbase_url = \"https://{path}/\"\n"),
        ),
    ]
}

#[test]
fn what_nobody_writes_is_a_message_or_a_site_and_never_a_panic() {
    for (path, text) in SHORT {
        assert_told_or_built(path, text);
    }
    for repeated in REPEATED {
        assert_told_or_built(repeated.0, &repeated.text(20_000));
    }
    for (path, text) in long_texts() {
        assert_told_or_built(path, &text);
    }
}

/// A small site with this file in it is built, or the program says what is wrong.
fn assert_told_or_built(path: &str, text: &str) {
    let mut site = Site::from("klein");
    site.write(path, text);
    // The program itself, since a stack that overflows would take the test along.
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    let what = format!("{path} with {}", start_of(text));
    ran.assert_ended(&what, 5_000_000);
    assert!(
        !ran.err.contains(['\0', '\u{7}', '\u{1B}']),
        "{what} sends control characters to the terminal"
    );
    if ran.code == 0 {
        assert_safe(&Tree::read(&site.at("output")), start_of(text));
    }
}

/// Names of files that are odd, and may be published.
#[cfg(unix)]
const ODD_NAMES: &[&str] = &[
    "met spatie.csv",
    "50%.csv",
    "a#b.csv",
    "a&b'c.csv",
    "één.csv",
    "%2e%2e.csv",
    "-rf.csv",
    "a;b$(c).csv",
];

/// Names that some system cannot have, or a reader cannot see.
#[cfg(unix)]
const REFUSED_NAMES: &[&str] = &[
    "vraag=?1.csv",
    "<b>.csv",
    "a|b.csv",
    "nul.csv",
    "\u{7}.csv",
    "punt..csv.",
];

/// A small site that hands out files of these names.
#[cfg(unix)]
fn with_files(names: &[&str]) -> Site {
    let mut site = Site::from("klein");
    let mut facts = String::new();
    for (number, name) in names.iter().enumerate() {
        site.write(
            &format!("content/events/2025-techniekavond/media/{name}"),
            "a;b\n",
        );
        let written = toml::Value::String(format!("media/{name}"));
        write!(
            facts,
            "[[materiaal]]\ntitel = \"Tabel\"\nid = \"tabel-{number}\"\nbestand = {written}\n"
        )
        .expect("text can be written");
    }
    site.write("content/events/2025-techniekavond/materiaal.toml", facts);
    site.try_build();
    site
}

#[cfg(unix)]
#[test]
fn files_with_odd_names_are_published_by_their_ids_or_refused_by_name() {
    let site = with_files(ODD_NAMES);
    assert!(site.is_built(), "{}", site.diagnostics(Language::En));
    let output = site.output();
    assert_safe(&output, "odd names");
    let page = Page::read(output.text("bijeenkomsten/2025-techniekavond/index.html"));
    for (number, name) in ODD_NAMES.iter().enumerate() {
        let path = format!("bijeenkomsten/2025-techniekavond/media/tabel-{number}.csv");
        assert!(output.0.contains_key(&path), "{name}");
        let is_linked = |address: &String| decoded(address) == format!("/{path}");
        assert!(
            page.follows.iter().any(is_linked),
            "{name} is not linked in {:?}",
            page.follows
        );
    }
    for name in REFUSED_NAMES {
        let site = with_files(&[name]);
        assert_eq!(
            site.codes(),
            BTreeSet::from(["bad-file-name"]),
            "{name}: {}",
            site.diagnostics(Language::En)
        );
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_keeps_nothing_from_being_built() {
    use std::os::unix::ffi::OsStrExt;

    let mut site = Site::from("klein");
    for name in [
        &b"content/events/2025-techniekavond/kapot-\xFF.csv"[..],
        b"content/kapot-\xFF.bin",
    ] {
        fs::write(site.root().join(std::ffi::OsStr::from_bytes(name)), "x")
            .expect("a file can be written");
    }
    site.build();
}

#[test]
fn a_site_with_any_byte_changed_is_a_message_or_a_site() {
    const SIGNS: &[u8] = b"[]{}\"'=+#\n.,\\|0\xC3";
    let mut site = every_field_says(&["Gewone [woorden](region:region) met **nadruk**."], "");
    site.build();
    let files = [
        "oogst.toml",
        "content/alles.toml",
        "content/events/proef/alles.toml",
        "content/events/proef/event.md",
        "content/pages/bladzijde.md",
    ];
    let mut random = Random(2026);
    for round in 0..150 {
        let path = files[random.below(files.len())];
        let text = site.read(path);
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=random.below(3) {
            let place = random.below(bytes.len());
            match random.below(5) {
                0 => bytes.truncate(place),
                1 => drop(bytes.remove(place)),
                2 => bytes.insert(place, SIGNS[random.below(SIGNS.len())]),
                3 => bytes[place] = u8::try_from(random.below(256)).expect("a byte"),
                _ => {
                    let end = (place + random.below(60)).min(bytes.len());
                    let piece = bytes[place..end].to_vec();
                    let to = random.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
            }
            if bytes.is_empty() {
                bytes.push(b'\n');
            }
        }
        site.write(path, &bytes);
        // Every tenth is built; to check is quicker and reads as much.
        if round % 10 == 0 {
            site.try_build();
        } else {
            site.check();
        }
        site.write(path, text);
    }
    site.build().assert_same_as_a_clean_build();
}

/// A small generator of numbers (xorshift64*, G. Marsaglia 2003 and S. Vigna 2016): the same on
/// every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).expect("31 bits fit") % end.max(1)
    }
}
