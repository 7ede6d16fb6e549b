//! Large files, odd bytes and odd names are a message or a site, and never a panic.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use oogst::words::Language;

use super::{assert_safe, every_field_says, start_of};
use crate::harness::{DAY, Site};
use crate::page::Page;
use crate::program::oogst;
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

#[test]
fn what_nobody_writes_is_a_message_or_a_site_and_never_a_panic() {
    let body = "content/events/2025-techniekavond/event.md";
    let table = "content/events/2025-techniekavond/los.toml";
    let deep = 20_000;
    let facts = "+++\ntitel = \"T\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n+++\n";
    let idea = |title: &str| format!("[[idee]]\ntitel = \"{title}\"\n");
    let cases: Vec<(&str, String)> = vec![
        (table, format!("x = {}", "[".repeat(deep))),
        (table, format!("x = {}1{}", "[".repeat(deep), "]".repeat(deep))),
        (table, format!("x = {}", "{a=".repeat(deep))),
        (table, format!("[{}]", vec!["a"; deep].join("."))),
        (table, format!("{} = 1", vec!["a"; deep].join("."))),
        (table, format!("[[idee]]\ntitel = \"x\"\ntekst = \"\"\"{}", "x\n".repeat(deep))),
        (table, "[[idee]]\ntitel = \"\\uD800\"\n".to_owned()),
        (table, "[[idee]]\ntitel = \"a\0b\"\n".to_owned()),
        (table, "[[idee]]\ntitel = \"a\\u0000b\"\n".to_owned()),
        (table, "[[idee]]\ntitel = \"a\\u0007\\u001B[31mrood\"\n".to_owned()),
        (table, "\0\0\0\0".to_owned()),
        (table, idea(&"lang ".repeat(2_000))),
        (table, idea(&"x".repeat(10_000))),
        (table, idea("…")),
        (table, idea("\u{1F600}")),
        (table, idea("\u{202E}omgekeerd")),
        (table, "[[idee]]\n".repeat(2_000)),
        (table, "[[vraag]]\ntitel = \"x\"\nstatus = 5\nregios = { a = 1 }\ndoor = [[[]]]\n".to_owned()),
        (
            table,
            "[[cijfer]]\nlabel = \"x\"\nwaarde = 1e308\n[[cijfer]]\nlabel = \"y\"\nwaarde = nan\n[[cijfer]]\nlabel = \"z\"\nwaarde = -inf\n"
                .to_owned(),
        ),
        (table, "[[cijfer]]\nlabel = \"x\"\nwaarde = 9223372036854775807\n[[cijfer]]\nlabel = \"y\"\nwaarde = 99999999999999999999\n".to_owned()),
        (table, "[[correctie]]\ndatum = 0000-01-01\ntekst = \"x\"\n[[correctie]]\ndatum = 9999-12-31\ntekst = \"x\"\n".to_owned()),
        (table, "[[sessie]]\ntitel = \"x\"\nbegin = \"24:00\"\neinde = \"99:99\"\n".to_owned()),
        (table, "[[sessie]]\ntitel = \"x\"\nbegin = 23:59:60\n".to_owned()),
        (table, "\u{FEFF}".to_owned()),
        (table, "+++".to_owned()),
        (body, String::new()),
        (body, "+++".to_owned()),
        (body, "+++\n+++".to_owned()),
        (body, "+++\n+++\n+++\n+++\n".to_owned()),
        (body, "---\ntitle: x\n---\n".to_owned()),
        (body, format!("{facts}{}", "> ".repeat(deep))),
        (body, format!("{facts}{}", "- ".repeat(deep))),
        (body, format!("{facts}{}x", "[".repeat(deep))),
        (body, format!("{facts}{}", "![".repeat(deep))),
        (body, format!("{facts}{}", "*_".repeat(deep))),
        (body, format!("{facts}{}", "<b>".repeat(deep))),
        (body, format!("{facts}{}", "`".repeat(deep))),
        (body, format!("{facts}{}", "|a".repeat(deep) + "\n" + &"|-".repeat(deep) + "\n" + &"|b".repeat(deep))),
        (body, format!("{facts}{}", (0..5_000).map(|number| format!("[^{number}]: x[^{}]\n\n", number + 1)).collect::<String>())),
        (body, format!("{facts}{}", "# Kop\n\n".repeat(5_000))),
        (body, format!("{facts}a\0b\u{1}\u{7F}\u{FFFE}\n")),
        (body, format!("{facts}[x]({}) <{}@x.nl>\n", "a".repeat(100_000), "a".repeat(100_000))),
        ("oogst.toml", String::new()),
        ("oogst.toml", "language".to_owned()),
        ("oogst.toml", "language = \"n\u{308}\"\nlanguages = [\"\u{1F600}\"]\n".to_owned()),
        ("oogst.toml", "title = \"T\"\nlanguages = \"nl\"\ntime_zone = \"../../etc/passwd\"\n".to_owned()),
        ("oogst.toml", format!("title = \"T\"\nbase_url = \"https://{}/\"\n", "a/".repeat(5_000))),
        ("themes/default/theme.toml", "\0".to_owned()),
        ("templates/event.html", "{% for x in y %}".to_owned()),
        ("templates/event.html", "{% extends \"event.html\" %}".to_owned()),
        ("templates/event.html", "{% include \"event.html\" %}".to_owned()),
        ("templates/event.html", format!("{{{{ {}1{} }}}}", "(".repeat(deep), ")".repeat(deep))),
        ("templates/event.html", "{{ 1 / 0 }}{{ event.niets.niets }}".to_owned()),
    ];
    for (path, text) in cases {
        let mut site = Site::from("klein");
        site.write(path, &text);
        // The program itself, since a stack that overflows would take the test along.
        let ran = oogst(site.root(), &["build", "--date", DAY]);
        assert!(
            [0, 1].contains(&ran.code),
            "{path} with {} ends with {}\n{}",
            start_of(&text),
            ran.code,
            start_of(&ran.err)
        );
        assert!(
            !ran.err.contains("panicked"),
            "{path} with {}\n{}",
            start_of(&text),
            start_of(&ran.err)
        );
        assert!(
            !ran.err.contains(['\0', '\u{7}', '\u{1B}']),
            "{path} with {} sends control characters to the terminal",
            start_of(&text)
        );
        assert!(
            ran.err.len() < 5_000_000,
            "{path} with {} says {} bytes",
            start_of(&text),
            ran.err.len()
        );
        if ran.code == 0 {
            assert_safe(&Tree::read(&site.at("output")), start_of(&text));
        }
    }
}

#[cfg(unix)]
#[test]
fn odd_names_of_files_are_published_as_they_are_or_refused_by_name() {
    use std::os::unix::ffi::OsStrExt;

    let with_files = |names: &[&str]| {
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
    };
    let names = [
        "met spatie.csv",
        "50%.csv",
        "a#b.csv",
        "a&b'c.csv",
        "één.csv",
        "%2e%2e.csv",
        "-rf.csv",
        "a;b$(c).csv",
        "vraag=?1.csv",
    ];
    let (fine, refused) = names.split_at(8);
    let site = with_files(fine);
    assert!(site.is_built(), "{}", site.diagnostics(Language::En));
    let output = site.output();
    assert_safe(&output, "odd names");
    let page = Page::read(output.text("bijeenkomsten/2025-techniekavond/index.html"));
    for name in fine {
        assert!(
            output
                .0
                .contains_key(&format!("bijeenkomsten/2025-techniekavond/media/{name}")),
            "{name}"
        );
        let is_linked = |address: &String| {
            crate::links::built::decoded(address)
                == format!("/bijeenkomsten/2025-techniekavond/media/{name}")
        };
        assert!(
            page.follows.iter().any(is_linked),
            "{name} is not linked in {:?}",
            page.follows
        );
    }
    for name in refused
        .iter()
        .chain(&["<b>.csv", "a|b.csv", "nul.csv", "\u{7}.csv", "punt..csv."])
    {
        let site = with_files(&[name]);
        assert_eq!(
            site.codes(),
            BTreeSet::from(["bad-file-name"]),
            "{name}: {}",
            site.diagnostics(Language::En)
        );
    }
    // A name that is no Unicode can be named by nobody, and keeps nothing from being built.
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
