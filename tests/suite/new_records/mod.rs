//! `oogst new` in a report: a record of any kind comes in the file where it belongs, what was there
//! stays as it was, and what is wrong is told before anything is written.

mod around;
mod groups;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use oogst::schema::{Home, KINDS, Kind};

use crate::harness::Site;
use crate::program::{Ran, command_of, oogst};
use crate::tree::Tree;

/// A report with one event and what its records name.
fn site() -> Site {
    Site::with(&[
        (
            "oogst.toml",
            "title = \"Streek\"\nlanguage = \"nl\"\nbase_url = \"https://streek.example\"\npublisher = \"Streek\"\n",
        ),
        (
            "content/events/2025-streekdag/event.md",
            "+++\ntitel = \"Streekdag\"\ndatum = 2025-11-12\n+++\nEen dag.\n",
        ),
        (
            "content/events/2025-streekdag/deals.toml",
            "# Wat er werd afgesproken.\n[[deal]]\ntitel = 'Een lokaal delen'   # van de wethouder\npartijen = ['De Wilg']\n\n# einde\n",
        ),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Twente\"\nid = \"twente\"\n",
        ),
    ])
}

fn new(site: &Site, arguments: &[&str]) -> Ran {
    let mut words = vec!["new"];
    words.extend(arguments);
    oogst(site.root(), &words)
}

/// The texts of a report, without what the program keeps for itself.
fn texts(site: &Site) -> BTreeMap<String, String> {
    Tree::read(site.root())
        .0
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".oogst"))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

#[test]
fn a_record_comes_below_the_last_of_its_kind_and_the_rest_stays() {
    let site = site();
    let ran = new(
        &site,
        &[
            "deal",
            "Gastlessen bij De Wilg",
            "--set",
            "partijen=De Wilg; Bakkerij Smit",
            "--set",
            "regio=twente",
            "--set",
            "afgesproken=12-11-2025",
        ],
    );
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            0,
            "Erbij: deal gastlessen-bij-de-wilg, in content/events/2025-streekdag/deals.toml. Bekijken: oogst serve --open\n"
        )
    );
    assert_eq!(
        site.read("content/events/2025-streekdag/deals.toml"),
        "# Wat er werd afgesproken.\n[[deal]]\ntitel = 'Een lokaal delen'   # van de wethouder\npartijen = ['De Wilg']\n\n[[deal]]\ntitel = \"Gastlessen bij De Wilg\"\nid = \"gastlessen-bij-de-wilg\"\npartijen = [\"De Wilg\", \"Bakkerij Smit\"]\nregios = [\"twente\"]\nafgesproken = 2025-11-12\n\n# einde\n"
    );
}

#[test]
fn an_event_and_a_page_are_files_of_their_own() {
    let site = site();
    let before = texts(&site);
    for arguments in [
        &[
            "bijeenkomst",
            "Streekdag 2026",
            "--set",
            "datum=2026-05-20",
            "--set",
            "tekst=Het was *druk*.",
        ][..],
        &["pagina", "Over ons", "--set", "menu=nee"],
    ] {
        let ran = new(&site, arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let mut after = texts(&site);
    assert_eq!(
        after
            .remove("content/events/2026-streekdag/event.md")
            .as_deref(),
        Some("+++\ntitel = \"Streekdag 2026\"\ndatum = 2026-05-20\n+++\nHet was *druk*.\n")
    );
    assert_eq!(
        after.remove("content/pages/over-ons.md").as_deref(),
        Some("+++\ntitel = \"Over ons\"\nmenu = false\n+++\n")
    );
    assert_eq!(after, before);
}

/// Every kind can be added with nothing but what it cannot do without, by the program's own example
/// of it, and the report is then without mistakes.
#[test]
fn a_record_of_every_kind_can_be_added() {
    let mut site = site();
    site.write("content/events/2025-streekdag/media/foto.png", ONE_PIXEL);
    for schema in KINDS {
        let word = schema.name.nl;
        let mut arguments = vec![word.to_owned()];
        for (key, value) in required_of(schema.kind) {
            arguments.extend(["--set".to_owned(), format!("{key}={value}")]);
        }
        if schema.home == Home::Event {
            arguments.extend(["--into", "2025-streekdag"].map(str::to_owned));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let ran = new(&site, &arguments);
        assert_eq!(ran.code, 0, "{word}: {}", ran.err);
        assert!(ran.err.starts_with("Erbij: "), "{word}: {}", ran.err);
    }
    let checked = oogst(site.root(), &["check"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
}

/// People and organisations are named in the same places: no two of them have one id.
#[test]
fn a_person_gets_no_id_of_an_organisation() {
    let site = site();
    for kind in ["organisatie", "persoon"] {
        let ran = new(&site, &[kind, "De Els"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    assert_eq!(
        site.read("content/mensen.toml"),
        "[[persoon]]\nnaam = \"De Els\"\nid = \"de-els-2\"\n"
    );
}

/// What a record of a kind cannot do without.
fn required_of(kind: Kind) -> Vec<(&'static str, &'static str)> {
    // Something to take home is a file or an address: one of the two.
    let either = |name: &str| (kind, name) == (Kind::Resource, "url");
    let fields = kind.schema().fields.iter();
    fields
        .filter(|field| field.required || either(field.name.en))
        .map(|field| {
            let value = match (kind, field.name.nl) {
                (_, "datum") => "2025-11-12",
                (Kind::Update, "van") => "deal:2025-streekdag/een-lokaal-delen",
                (Kind::Photo, "bestand") => "media/foto.png",
                (Kind::Figure, "waarde") => "70",
                (Kind::Resource, "url") => "https://streek.example/les",
                // A name is of one person or organisation.
                (Kind::Person, "naam") => "Iemand",
                _ => "Iets nieuws",
            };
            (field.name.nl, value)
        })
        .collect()
}

/// A picture.
const ONE_PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T',
    0x78, 0x9C, 0x62, 0x00, 0x01, 0x00, 0x00, 0x05, 0x00, 0x01, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0,
    b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

#[test]
fn all_that_is_wrong_is_told_at_once_and_nothing_is_written() {
    let site = site();
    let before = texts(&site);
    let ran = new(
        &site,
        &[
            "deal",
            "--into",
            "2025-streekdg",
            "--set",
            "regio=Twentte",
            "--set",
            "statsu=lopend",
            "--set",
            "status=misschien",
            "--set",
            "afgesproken",
            "--set",
            "id=Een Naam",
        ],
    );
    assert_eq!(ran.code, 1);
    for code in [
        "import-rows-into-nothing",
        "unknown-region",
        "unknown-key",
        "unknown-value",
        "bad-set",
        "bad-id",
        "missing-key",
    ] {
        assert!(
            ran.err.contains(&format!("[{code}]")),
            "{code}\n{}",
            ran.err
        );
    }
    // What is said wrongly is not missing too.
    assert_eq!(ran.err.matches("[missing-key]").count(), 1, "{}", ran.err);
    for tip in ["2025-streekdag", "Twente", "status", "een-naam"] {
        let said = format!("tip: bedoelt u `{tip}`?");
        assert!(ran.err.contains(&said), "{said}\n{}", ran.err);
    }
    assert!(ran.err.ends_with("Er is niets gewijzigd.\n"), "{}", ran.err);
    assert_eq!(texts(&site), before);
}

/// The way out of a missing field is typed as it stands.
#[test]
fn a_way_out_for_what_is_missing_is_a_way_out() {
    let site = site();
    let ran = new(&site, &["bijeenkomst", "Winterdag"]);
    assert_eq!(ran.code, 1);
    let way = ran
        .err
        .split_once("--set \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(way, _)| way.to_owned())
        .expect("there is a way out");
    let ran = new(&site, &["bijeenkomst", "Winterdag", "--set", &way]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

/// On a terminal what is missing is asked, and asked again where the answer cannot be read.
#[test]
fn a_terminal_is_asked() {
    let site = site();
    let ran = on_a_terminal(
        site.root(),
        &["new", "bijeenkomst"],
        "Winterdag\nergens in mei\n2026-05-20\n",
    );
    assert!(ran.contains("titel (De titel.) "), "{ran}");
    assert!(ran.contains("datum (De eerste dag.) "), "{ran}");
    assert!(ran.contains("[bad-date]"), "{ran}");
    assert_eq!(
        site.read("content/events/2026-winterdag/event.md"),
        "+++\ntitel = \"Winterdag\"\ndatum = 2026-05-20\n+++\n"
    );
    let before = texts(&site);
    let ran = on_a_terminal(
        site.root(),
        &["new", "vraag", "Wie leert ons lassen?"],
        "2025-streekdag\n",
    );
    assert!(ran.contains("Bij welke bijeenkomst hoort dit"), "{ran}");
    assert!(ran.contains("Erbij: vraag wie-leert-ons-lassen"), "{ran}");
    assert_ne!(texts(&site), before);
    // Who stops answering changes nothing.
    let before = texts(&site);
    let ran = on_a_terminal(site.root(), &["new", "regio"], "\u{4}");
    assert!(ran.contains("Er is niets gewijzigd."), "{ran}");
    assert_eq!(texts(&site), before);
}

/// What the program says on a terminal to somebody who types this.
pub(crate) fn on_a_terminal(folder: &Path, arguments: &[&str], typed: &str) -> String {
    let words: Vec<String> = arguments.iter().map(|word| format!("'{word}'")).collect();
    let line = format!("'{}' {}", env!("CARGO_BIN_EXE_oogst"), words.join(" "));
    let mut child = command_of(
        "script",
        folder,
        &["--quiet", "--return", "--command", &line, "/dev/null"],
    )
    .stdin(Stdio::piped())
    .spawn()
    .expect("`script` of util-linux gives a terminal");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(typed.as_bytes()).expect("it listens");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&output.stdout).replace('\r', "")
}
