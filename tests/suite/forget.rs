//! What is gone and what is forgotten: whoever asks to be taken off the site is taken off it whole. Once `addresses.toml` is recorded, a forgotten
//! name stands in no byte of the output, of that file or of what the program keeps; its short link says that it is gone.

use std::io::Read as _;

use oogst::build::{BuildOptions, Builder, Target, Today};
use oogst::load::Since;
use oogst::output::{Cancel, Survives};
use oogst::words::Language;

use crate::every_field::PIXEL;
use crate::harness::{DAY, Site};
use crate::program::oogst;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-avond/event.md";
const FEAST: &str = "content/events/2024-feest-voor-truus/event.md";

/// A site on which each thing that can be asked away has a name of its own.
fn site() -> Site {
    let mut site = Site::with(&[
        ("oogst.toml", "title = \"Dorp\"\nbase_url = \"https://dorp.example/\"\nlanguages = [\"nl\", \"en\"]\n"),
        ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
        ("content/themas.toml", "[[thema]]\nnaam = \"Techniek\"\n"),
        ("content/mensen.toml", "[[persoon]]\nnaam = \"Anna Bakker\"\n"),
        ("content/jan.toml", "[[persoon]]\nnaam = \"Jan Jansen\"\naliassen = [\"/sprekers/jan-jansen/\"]\n"),
        ("content/bakkerij.toml", "[[organisatie]]\nnaam = \"Bakkerij Bos\"\nsoort = \"bedrijf\"\nregios = [\"duinrand\"]\n"),
        ("content/school.toml", "[[organisatie]]\nnaam = \"School aan Zee\"\nsoort = \"school\"\n"),
        (
            EVENT,
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Een avond.\"\nregios = [\"duinrand\"]\nthemas = [\"techniek\"]\n+++\n\nHet was druk.\n",
        ),
        ("content/events/2025-avond/jan.toml", "[[sessie]]\ntitel = \"Praatje\"\nsprekers = [\"jan-jansen\"]\n\n[[spreker]]\npersoon = \"jan-jansen\"\nrol = \"docent\"\n"),
        ("content/events/2025-avond/anna.toml", "[[citaat]]\ntekst = \"Mooi.\"\ndoor = \"anna-bakker\"\n"),
        ("content/events/2025-avond/vraag.toml", "[[vraag]]\ntitel = \"Wie bakt er brood?\"\nid = \"brood\"\ndoor = \"school-aan-zee\"\n"),
        ("content/events/2025-avond/bos.toml", "[[aanbod]]\ntitel = \"Een oven\"\nid = \"oven\"\ndoor = \"bakkerij-bos\"\n"),
        ("content/events/2025-avond/idee.toml", "[[idee]]\ntitel = \"Het lied van Piet Puk\"\n"),
        ("content/events/2025-avond/deal.toml", "[[deal]]\ntitel = \"Klaas Vaak leest voor\"\nvragen = [\"brood\"]\n"),
        (
            "content/events/2025-avond/foto.toml",
            "[[foto]]\nbestand = \"media/wim-wever.png\"\nalt = \"Een gezicht\"\nid = \"wim-wever\"\ntoestemming = \"ja\"\n",
        ),
        (FEAST, "+++\ntitel = \"Feest voor Truus\"\ndatum = 2024-05-01\nsamenvatting = \"Een feest.\"\nregios = [\"duinrand\"]\nthemas = []\n+++\n\nGezellig.\n"),
        ("content/events/2024-feest-voor-truus/idee.toml", "[[idee]]\ntitel = \"Taart\"\n\n[[vraag]]\ntitel = \"Wie heeft er slingers?\"\n"),
    ]);
    site.write("content/events/2025-avond/media/wim-wever.png", PIXEL);
    run(&site, &["publish", "--record"]);
    site
}

fn run(site: &Site, words: &[&str]) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 0, "oogst {words:?}\n{}", ran.err);
    ran.err
}

fn refused(site: &Site, words: &[&str], code: &str) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 1, "oogst {words:?} is refused\n{}", ran.err);
    assert!(ran.err.contains(&format!("[{code}]")), "oogst {words:?} says {code}\n{}", ran.err);
    ran.err
}

/// A preview, as `oogst serve` makes it.
fn preview(site: &Site) {
    let options = BuildOptions { today: Today::Day(DAY.parse().expect("a day")), drafts: true, survives: Survives::Kill, target: Target::Preview };
    let mut builder = Builder::new(site.root());
    let built = builder.build(Since::Unknown, options, &Cancel::default(), &|_| {}).unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
    assert!(built.summary.is_some(), "the preview is made: {:?}", built.diagnostics);
}

/// Whether bytes spell a name, whatever stands between its words: folded, escapes of addresses and compression undone.
fn spells(bytes: &[u8], name: &str) -> bool {
    let plain = if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).expect("what begins as gzip is gzip");
        text
    } else {
        bytes.to_vec()
    };
    let mut decoded = Vec::with_capacity(plain.len());
    let mut rest = plain.as_slice();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2).and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok())).flatten();
        decoded.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    let folded: Vec<u8> = decoded.iter().map(u8::to_ascii_lowercase).filter(u8::is_ascii_alphanumeric).collect();
    let wanted: Vec<u8> = name.bytes().filter(u8::is_ascii_alphanumeric).collect();
    folded.windows(wanted.len()).any(|window| window == wanted)
}

/// Where a name is spelled: in the output, in `addresses.toml` and in what the program keeps, in the bytes of files or in their paths.
fn spelled(site: &Site, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["output", ".oogst"] {
        for (path, bytes) in Tree::read(&site.at(folder)).0 {
            if spells(path.as_bytes(), name) || spells(&bytes, name) {
                found.push(format!("{folder}/{path}"));
            }
        }
    }
    if spells(site.read("addresses.toml").as_bytes(), name) {
        found.push("addresses.toml".to_owned());
    }
    found
}

/// The short link that was recorded for something.
fn short_of(site: &Site, what: &str) -> String {
    let addresses = site.read("addresses.toml");
    let row = addresses.lines().find(|line| line.contains(&format!("of = \"{what}\","))).unwrap_or_else(|| panic!("{what} is on record\n{addresses}"));
    row.split("short = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a short link").to_owned()
}

/// Something that can be asked away: how it is written, where it stood, and how its writer takes it out.
struct Case {
    what: &'static str,
    name: &'static str,
    address: &'static str,
    remove: fn(&mut Site),
}

const CASES: [Case; 7] = [
    Case { what: "person:jan-jansen", name: "jan-jansen", address: "mensen/jan-jansen", remove: person_removed },
    Case { what: "persoon:jan-jansen", name: "jan-jansen", address: "mensen/jan-jansen", remove: person_in_words },
    Case { what: "organisatie:bakkerij-bos", name: "bakkerij-bos", address: "organisaties/bakkerij-bos", remove: organisation_removed },
    Case { what: "person:anna-bakker", name: "anna-bakker", address: "mensen/anna-bakker", remove: person_without_words },
    Case {
        what: "idee:2025-avond/het-lied-van-piet-puk",
        name: "piet-puk",
        address: "bijeenkomsten/2025-avond/ideeen/het-lied-van-piet-puk",
        remove: |site| drop(site.remove("content/events/2025-avond/idee.toml")),
    },
    Case {
        what: "deal:2025-avond/klaas-vaak-leest-voor",
        name: "klaas-vaak",
        address: "bijeenkomsten/2025-avond/deals/klaas-vaak-leest-voor",
        remove: |site| drop(site.remove("content/events/2025-avond/deal.toml")),
    },
    Case {
        what: "event:2024-feest-voor-truus",
        name: "truus",
        address: "bijeenkomsten/2024-feest-voor-truus",
        remove: |site| drop(site.remove("content/events/2024-feest-voor-truus")),
    },
];

fn person_removed(site: &mut Site) {
    site.remove("content/jan.toml").remove("content/events/2025-avond/jan.toml");
}

fn person_in_words(site: &mut Site) {
    site.remove("content/jan.toml").write("content/events/2025-avond/jan.toml", "[[sessie]]\ntitel = \"Praatje\"\nid = \"praatje\"\nsprekers = [\"Een docent\"]\n");
}

fn organisation_removed(site: &mut Site) {
    site.remove("content/bakkerij.toml").replace("content/events/2025-avond/bos.toml", "\"bakkerij-bos\"", "\"Een bakker\"");
}

fn person_without_words(site: &mut Site) {
    let people = site.read("content/mensen.toml");
    site.write("content/mensen.toml", people.replace("[[persoon]]\n", "[[persoon]]\nvermeld = false\n"));
}

fn gone(site: &mut Site, what: &str, forget: bool) {
    let forget = if forget { "forget = true\n" } else { "" };
    site.append("addresses.toml", &format!("\n# Zie de brief.\n[[gone]]\nwhat = \"{what}\"\nreason = \"Op verzoek.\"\ndate = 2026-01-02\n{forget}"));
}

#[test]
fn whatever_is_gone_says_so_at_each_of_its_addresses() {
    for Case { what, address, remove, .. } in CASES {
        let mut site = site();
        remove(&mut site);
        gone(&mut site, what, false);
        let said = run(&site, &["build"]);
        assert!(!said.contains("[never-promised]") && !said.contains("[still-there]"), "{what}: {said}");
        let page = site.read(&format!("output/{address}/index.html"));
        for part in ["Deze pagina is er niet meer", "Op verzoek.", "noindex"] {
            assert!(page.contains(part), "{what}: {part} is on the page\n{page}");
        }
    }
}

#[test]
fn a_forgotten_name_is_spelled_nowhere_and_its_short_link_says_that_it_is_gone() {
    for Case { what, name, address, remove } in CASES {
        let mut site = site();
        preview(&site);
        let in_english = match what {
            "persoon:jan-jansen" => "person:jan-jansen",
            "organisatie:bakkerij-bos" => "organisation:bakkerij-bos",
            "idee:2025-avond/het-lied-van-piet-puk" => "idea:2025-avond/het-lied-van-piet-puk",
            other => other,
        };
        let short = short_of(&site, in_english);
        assert!(!spelled(&site, name).is_empty(), "{what} is named at first");
        remove(&mut site);
        gone(&mut site, what, true);

        // Until the name is out of addresses.toml it is out of the output already.
        let said = run(&site, &["build"]);
        assert!(said.contains("[forget-not-recorded]"), "{what}: {said}");
        let still = spelled(&site, name);
        let allowed: &[&str] = if name == "anna-bakker" { &["addresses.toml", "words"] } else { &["addresses.toml"] };
        assert_eq!(without_words_of(&site, still, name), allowed[..1], "{what}");
        assert!(!site.at(&format!("output/{address}")).exists(), "{what} leaves no page");

        let said = run(&site, &["publish", "--record"]);
        assert!(said.contains("Vergeten:") && !spells(said.as_bytes(), name), "{what}: {said}");
        let still = spelled(&site, name);
        assert_eq!(without_words_of(&site, still, name), [""; 0], "{what}");
        let page = site.read(&format!("output/d/{short}/index.html"));
        for part in ["Deze pagina is er niet meer", "Op verzoek.", "Verdwenen op 2 januari 2026.", "noindex"] {
            assert!(page.contains(part), "{what}: {part} is on the page of the short link\n{page}");
        }

        // And so it stays, with nothing more to do.
        let addresses = site.read("addresses.toml");
        let said = run(&site, &["publish", "--record"]);
        assert!(said.contains("waren al vastgelegd") && !said.contains('['), "{what}: {said}");
        assert_eq!(site.read("addresses.toml"), addresses);
        assert!(addresses.contains("[[forgotten]]") && !addresses.contains("[[gone]]") && !addresses.contains("brief"), "{addresses}");
        site.build_cold().assert_same_as_a_clean_build();
    }
}

/// The same without the pages on which a person is named by their own words, which the writer keeps.
fn without_words_of(site: &Site, found: Vec<String>, name: &str) -> Vec<String> {
    let is_kept = |path: &String| name == "anna-bakker" && path.starts_with("output/") && !site.at(path).to_string_lossy().contains("anna");
    found.into_iter().filter(|path| !is_kept(path)).collect()
}
