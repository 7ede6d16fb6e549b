//! Content that means harm, or that nobody would write. Whatever stands in it: what is published is
//! safe to read, nothing outside the site's folder is touched, and the program ends with a site or
//! with a message, never with a panic.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use oogst::words::Language;

use crate::every_field;
use crate::harness::{DAY, Site, link};
use crate::page::{Page, pages};
use crate::program::oogst;
use crate::tree::Tree;

/// What people put into forms to see what breaks.
const ATTACKS: [&str; 12] = [
    "\"><script>alert(1)</script>&'",
    "' onmouseover='alert(1)' x='",
    "<img src=x onerror=alert(1)>",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include \"base.html\" %}{# x #}",
    "[tekst](javascript:alert%281%29) <javascript:alert(1)> [x]: data:text/html,x",
    "![a\" onerror=\"alert(1)](https://kwaad.example/x.png \"t\\\" onload=\\\"alert(1)\")",
    "]]> <!-- --> <![CDATA[ <?xml ?> <!DOCTYPE x>",
    "<a href=\"javascript:alert(1)\" style=\"position:fixed\">x</a><base href=//kwaad.example><meta http-equiv=refresh content=0;url=//kwaad.example>",
    "`<script>` **<iframe src=//kwaad.example>** <details open ontoggle=alert(1)>",
    "&lt;script&gt; &#60;script&#62; &quot; onfocus=alert(1) autofocus=&quot;",
    "\u{202E}txt.exe\u{2066}\u{200B}\u{FEFF} \u{1F468}\u{200D}\u{1F469} Z\u{0336}a\u{0301}",
];

#[test]
fn no_text_of_any_record_becomes_code() {
    let harmless = shape_of(
        &mut every_field_says(&["gewone woorden"], ""),
        "with harmless words",
    );
    for attack in ATTACKS {
        let shape = shape_of(&mut every_field_says(&[attack], ""), attack);
        let elements: Vec<&String> = shape
            .elements
            .difference(&harmless.elements)
            .filter(|name| !MARKUP.contains(&name.as_str()))
            .collect();
        assert!(
            elements.is_empty(),
            "{attack} makes elements that are not there otherwise: {elements:?}"
        );
        let attributes: Vec<&String> = shape
            .attributes
            .difference(&harmless.attributes)
            .filter(|name| *name != "title")
            .collect();
        assert!(
            attributes.is_empty(),
            "{attack} makes attributes that are not there otherwise: {attributes:?}"
        );
    }
}

#[test]
fn html_that_a_site_allows_is_only_what_is_safe() {
    shape_of(
        &mut every_field_says(&ATTACKS, "[markdown]\nhtml = \"sanitised\"\n"),
        "with sanitised HTML",
    );
}

#[test]
fn an_attack_is_still_there_to_read() {
    // Escaping is not dropping: what a person wrote is what a reader reads.
    let mut site = every_field_says(&["<b>vet</b> & \"zo\""], "");
    let output = site.build().output();
    let page = output.text("bijeenkomsten/proef/index.html");
    assert!(page.contains("&lt;b&gt;vet&lt;/b&gt; &amp; "), "{page}");
}

#[test]
fn no_field_lets_an_address_or_number_through() {
    let mut site = every_field_says(&["bel 038-1234567 of mail jan@school.example"], "");
    // What stands in oogst.toml, the site itself says of itself.
    site.write("oogst.toml", "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n");
    let output = site.build().output();
    let mut shown = Vec::new();
    for (path, text) in output.texts().filter(|(path, _)| !path.ends_with(".css")) {
        for secret in ["jan@school", "1234567"] {
            for (place, _) in text.match_indices(secret) {
                shown.push(format!(
                    "{path}: {}",
                    &text[text.floor_char_boundary(place.saturating_sub(120))..place]
                ));
            }
        }
    }
    assert!(
        shown.is_empty(),
        "no setting allows these\n{}",
        shown.join("\n")
    );
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "its lines became shorter; it is to be parted"
)]
fn nothing_may_lead_out_of_the_folders() {
    const EVENT: &str = "content/events/2025-techniekavond/event.md";
    let record = |text: &str| {
        format!("+++\ntitel = \"T\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n\n{text}\n+++\n")
    };
    let cases: &[(&str, String)] = &[
        (
            "leaves-folder",
            record(
                "[[foto]]\nbestand = \"../../../geheim.png\"\nalt = \"x\"\ntoestemming = \"ja\"",
            ),
        ),
        (
            "leaves-folder",
            record(
                "[[foto]]\nbestand = \"media/../../../../geheim.png\"\nalt = \"x\"\ntoestemming = \"ja\"",
            ),
        ),
        (
            "leaves-folder",
            record("[[materiaal]]\ntitel = \"x\"\nbestand = \"/etc/passwd\""),
        ),
        (
            "leaves-folder",
            record("[[materiaal]]\ntitel = \"x\"\nbestand = \"..\\\\..\\\\geheim.png\""),
        ),
        (
            "leaves-folder",
            record("[[materiaal]]\ntitel = \"x\"\nbestand = 'C:\\geheim.txt'"),
        ),
        ("leaves-folder", record("") + "\n[x](../../../oogst.toml)\n"),
        (
            "leaves-folder",
            record("") + "\n![x](../../../geheim.png)\n",
        ),
        (
            "leaves-folder",
            record("") + "\n[x](media/%2e%2e/%2E%2E/%2e%2e/oogst.toml)\n",
        ),
        ("bad-id", record("[[idee]]\ntitel = \"x\"\nid = \"../x\"")),
        ("bad-id", record("[[idee]]\ntitel = \"x\"\nid = \"a/b\"")),
        ("bad-id", record("[[idee]]\ntitel = \"x\"\nid = \"/x\"")),
        ("bad-id", record("[[idee]]\ntitel = \"x\"\nid = \"..\"")),
        ("bad-id", record("[[idee]]\ntitel = \"x\"\nid = \"nul\"")),
        (
            "bad-id",
            record(&format!(
                "[[idee]]\ntitel = \"x\"\nid = \"{}\"",
                "a".repeat(10_000)
            )),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"/../x/\"]"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"/a/../../x/\"]"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"//kwaad.example/\"]"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"https://kwaad.example/\"]"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = ['/a\\..\\..\\x/']"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"/.oogst/x/\"]"),
        ),
        (
            "bad-alias",
            record("[[idee]]\ntitel = \"x\"\naliassen = [\"/%2e%2e/x/\"]"),
        ),
        (
            "bad-alias",
            record(&format!(
                "[[idee]]\ntitel = \"x\"\naliassen = [\"/{}/\"]",
                "a".repeat(10_000)
            )),
        ),
    ];
    for (code, text) in cases {
        let mut site = Site::from("klein");
        site.write("geheim.png", every_field::PIXEL)
            .write(EVENT, text)
            .build_refused();
        assert!(
            site.codes().contains(code),
            "{code} is expected of {}\n{}",
            start_of(text),
            site.diagnostics(Language::En)
        );
    }
    for (code, path) in [
        ("bad-file-name", "content/events/Twee woorden/event.md"),
        ("bad-file-name", "content/events/a%2fb/event.md"),
    ] {
        let mut site = Site::from("klein");
        site.write(path, record("")).build_refused();
        assert!(
            site.codes().contains(code),
            "{code} is expected of {path}\n{}",
            site.diagnostics(Language::En)
        );
    }
    for (code, setting) in [
        ("bad-id", "theme = \"../x\""),
        ("bad-id", "routes = { deals = \"../x\" }"),
        ("bad-url", "base_url = \"javascript:alert(1)\""),
    ] {
        let mut site = Site::from("klein");
        site.write(
            "oogst.toml",
            format!("title = \"T\"\nlanguage = \"nl\"\n{setting}\n"),
        )
        .build_refused();
        assert!(
            site.codes().contains(code),
            "{code} is expected of {setting}\n{}",
            site.diagnostics(Language::En)
        );
    }
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system_are_not_followed_out() {
    let outside = Site::with(&[
        ("geheim.md", "+++\ntitle = \"Geheim\"\n+++\n\nGeheim.\n"),
        ("map/geheim.toml", "geheim = true\n"),
        ("geheim.png", "geheim"),
    ]);
    let places = [
        ("geheim.md", "content/pages/geheim.md"),
        (
            "geheim.png",
            "content/events/2025-techniekavond/media/geheim.png",
        ),
        ("map", "content/map"),
        ("map", "templates"),
        ("map", "themes/eigen"),
        ("geheim.png", "assets/geheim.png"),
        ("niets", "content/dood.md"),
    ];
    for (target, place) in places {
        let mut site = Site::from("klein");
        fs::create_dir_all(site.at(place).parent().expect("a place has a folder"))
            .expect("a folder can be made");
        link(&outside.at(target), &site.at(place));
        site.build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["link-leaves-site"]),
            "{place}\n{}",
            site.diagnostics(Language::En)
        );
    }
    // The folder with all content is no other.
    let mut site = Site::from("klein");
    site.rename("content", "elders");
    let moved = Site::empty();
    fs::rename(site.at("elders"), moved.at("content")).expect("a folder can be moved");
    link(&moved.at("content"), &site.at("content"));
    site.build_refused();
    assert!(
        site.codes().contains("link-leaves-site"),
        "{}",
        site.diagnostics(Language::En)
    );

    // Nor is the site written through one.
    let site = Site::from("klein");
    fs::create_dir(outside.at("leeg")).expect("a folder can be made");
    link(&outside.at("leeg"), &site.at("output"));
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(Tree::read(&outside.at("leeg")).0.is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_of_the_content_is_that_file() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    fs::create_dir_all(site.at("content/events/2025-techniekavond/media"))
        .expect("a folder can be made");
    site.rename(
        "content/events/2025-techniekavond/event.md",
        "content/events/2025-techniekavond/media/bron.md",
    );
    link(
        Path::new("media/bron.md"),
        &site.at("content/events/2025-techniekavond/event.md"),
    );
    before.assert_same(
        &site.build().output(),
        "a link within the content is followed",
    );
}

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
            crate::links::decoded(address)
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

/// What Markdown may make of words that look like it, and that harmless words have none of.
const MARKUP: [&str; 3] = ["code", "em", "strong"];

/// The names of all elements and attributes of a site.
struct ShapeOf {
    elements: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// A site in which every field says one of these, with a number that keeps it apart from all
/// others.
fn every_field_says(words: &[&str], settings: &str) -> Site {
    let mut number = 0;
    every_field::site(
        &mut || {
            number += 1;
            format!("Nummer {number} {}", words[number % words.len()])
        },
        settings,
    )
}

/// Builds a site that must be safe, and gives what its pages are made of.
fn shape_of(site: &mut Site, what: &str) -> ShapeOf {
    site.try_build();
    assert!(
        site.is_built(),
        "{what}: {}",
        site.diagnostics(Language::En)
    );
    let pages = assert_safe(&site.output(), what);
    ShapeOf {
        elements: pages
            .iter()
            .flat_map(|page| page.elements.iter().cloned())
            .collect(),
        attributes: pages
            .iter()
            .flat_map(|page| page.attributes.iter().map(|(name, _)| name.clone()))
            .collect(),
    }
}

/// Nothing in the site can run or is loaded from elsewhere, and what machines read is well-formed.
fn assert_safe(output: &Tree, what: &str) -> Vec<Page> {
    let pages = pages(output);
    for (path, page) in &pages {
        assert_eq!(
            page.what_could_run(),
            Vec::<String>::new(),
            "{path}, {what}"
        );
        let outside: Vec<&String> = page
            .loads
            .iter()
            .filter(|address| address.contains("kwaad.example"))
            .collect();
        assert!(outside.is_empty(), "{path} loads {outside:?}, {what}");
    }
    for (path, text) in output.texts().filter(|(path, _)| path.ends_with(".xml")) {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{path} is not well-formed, {what}: {error}"),
            }
        }
        assert!(
            text.chars()
                .all(|character| character >= ' ' || matches!(character, '\n' | '\t')),
            "{path} has a character XML cannot have, {what}"
        );
    }
    pages.into_values().collect()
}

fn start_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(300)]
}
