//! What is gone and what is forgotten: whoever asks to be taken off the site is taken off it whole.
//! Once `addresses.toml` is recorded, a forgotten name stands in no byte of the output, of that
//! file or of what the program keeps; its short link says that it is gone.

mod addresses;
mod copies;
mod names;

use std::io::Read as _;

use crate::every_field::PIXEL;
use crate::harness::Site;
use crate::program::run;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-avond/event.md";

const FEAST: &str = "content/events/2024-feest-voor-truus/event.md";

/// The files of a site on which each thing that can be asked away has a name of its own.
const FILES: &[(&str, &str)] = &[
    (
        "oogst.toml",
        "title = \"Dorp\"\nbase_url = \"https://dorp.example/\"\nlanguages = [\"nl\", \"en\"]\n\n[social]\nenabled = false\n",
    ),
    ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
    ("content/themas.toml", "[[thema]]\nnaam = \"Techniek\"\n"),
    (
        "content/mensen.toml",
        "[[persoon]]\nnaam = \"Anna Bakker\"\n",
    ),
    (
        "content/jan.toml",
        "[[persoon]]\nnaam = \"Jan Jansen\"\naliassen = [\"/sprekers/jan-jansen/\"]\n",
    ),
    (
        "content/bakkerij.toml",
        "[[organisatie]]\nnaam = \"Bakkerij Bos\"\nsoort = \"bedrijf\"\nregios = [\"duinrand\"]\n",
    ),
    (
        "content/school.toml",
        "[[organisatie]]\nnaam = \"School aan Zee\"\nsoort = \"school\"\n",
    ),
    (
        EVENT,
        "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Een avond.\"\nregios = [\"duinrand\"]\nthemas = [\"techniek\"]\n+++\n\nHet was druk.\n",
    ),
    (
        "content/events/2025-avond/jan.toml",
        "[[sessie]]\ntitel = \"Praatje\"\nsprekers = [\"jan-jansen\"]\n\n[[spreker]]\npersoon = \"jan-jansen\"\nrol = \"docent\"\n",
    ),
    (
        "content/events/2025-avond/anna.toml",
        "[[citaat]]\ntekst = \"Mooi.\"\ndoor = \"anna-bakker\"\n",
    ),
    (
        "content/events/2025-avond/vraag.toml",
        "[[vraag]]\ntitel = \"Wie bakt er brood?\"\nid = \"brood\"\ndoor = \"school-aan-zee\"\n",
    ),
    (
        "content/events/2025-avond/bos.toml",
        "[[aanbod]]\ntitel = \"Een oven\"\nid = \"oven\"\ndoor = \"bakkerij-bos\"\n",
    ),
    (
        "content/events/2025-avond/idee.toml",
        "[[idee]]\ntitel = \"Het lied van Piet Puk\"\n",
    ),
    (
        "content/events/2025-avond/deal.toml",
        "[[deal]]\ntitel = \"Klaas Vaak leest voor\"\nvragen = [\"brood\"]\n",
    ),
    (
        "content/events/2025-avond/foto.toml",
        "[[foto]]\nbestand = \"media/wim-wever.png\"\nalt = \"Een gezicht\"\nid = \"wim-wever\"\ntoestemming = \"ja\"\n",
    ),
    (
        FEAST,
        "+++\ntitel = \"Feest voor Truus\"\ndatum = 2024-05-01\nsamenvatting = \"Een feest.\"\nregios = [\"duinrand\"]\nthemas = []\n+++\n\nGezellig.\n",
    ),
    (
        "content/events/2024-feest-voor-truus/idee.toml",
        "[[idee]]\ntitel = \"Taart\"\n\n[[vraag]]\ntitel = \"Wie heeft er slingers?\"\n",
    ),
];

/// That site, with all its addresses on record.
fn site() -> Site {
    let mut site = Site::with(FILES);
    site.write("content/events/2025-avond/media/wim-wever.png", PIXEL);
    run(&site, &["publish", "--record"]);
    site
}

/// A preview, as `oogst serve` makes it.
fn preview(site: &Site) {
    let (said, built) = crate::preview::preview(site);
    assert!(built.summary.is_some(), "the preview is made: {said:?}");
}

/// Whether bytes spell a name, whatever stands between its words: folded, escapes of addresses and
/// compression undone.
fn spells(bytes: &[u8], name: &str) -> bool {
    let plain = if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(bytes)
            .read_to_end(&mut text)
            .expect("what begins as gzip is gzip");
        text
    } else {
        bytes.to_vec()
    };
    let mut decoded = Vec::with_capacity(plain.len());
    let mut rest = plain.as_slice();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%')
            .then(|| {
                after.get(..2).and_then(|digits| {
                    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
                })
            })
            .flatten();
        decoded.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    let folded: Vec<u8> = decoded
        .iter()
        .map(u8::to_ascii_lowercase)
        .filter(u8::is_ascii_alphanumeric)
        .collect();
    let wanted: Vec<u8> = name.bytes().filter(u8::is_ascii_alphanumeric).collect();
    folded.windows(wanted.len()).any(|window| window == wanted)
}

/// Where a name is spelled: in the output, in `addresses.toml` and in what the program keeps, in
/// the bytes of files or in their paths.
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

/// Something that can be asked away: how it is written, where it stood, and how its writer takes it
/// out.
struct Case {
    what: &'static str,
    name: &'static str,
    address: &'static str,
    remove: fn(&mut Site),
}

const CASES: [Case; 7] = [
    Case {
        what: "person:jan-jansen",
        name: "jan-jansen",
        address: "mensen/jan-jansen",
        remove: person_removed,
    },
    Case {
        what: "persoon:jan-jansen",
        name: "jan-jansen",
        address: "mensen/jan-jansen",
        remove: person_in_words,
    },
    Case {
        what: "organisatie:bakkerij-bos",
        name: "bakkerij-bos",
        address: "organisaties/bakkerij-bos",
        remove: organisation_removed,
    },
    // Her words stay, and her name beside them; her page and its addresses go.
    Case {
        what: "person:anna-bakker",
        name: "mensen/anna-bakker",
        address: "mensen/anna-bakker",
        remove: person_without_words,
    },
    Case {
        what: "idee:2025-avond/het-lied-van-piet-puk",
        name: "piet-puk",
        address: "bijeenkomsten/2025-avond/ideeen/het-lied-van-piet-puk",
        remove: idea_removed,
    },
    Case {
        what: "deal:2025-avond/klaas-vaak-leest-voor",
        name: "klaas-vaak",
        address: "bijeenkomsten/2025-avond/deals/klaas-vaak-leest-voor",
        remove: deal_removed,
    },
    Case {
        what: "event:2024-feest-voor-truus",
        name: "truus",
        address: "bijeenkomsten/2024-feest-voor-truus",
        remove: event_removed,
    },
];

fn person_removed(site: &mut Site) {
    site.remove("content/jan.toml")
        .remove("content/events/2025-avond/jan.toml");
}

fn person_in_words(site: &mut Site) {
    site.remove("content/jan.toml").write(
        "content/events/2025-avond/jan.toml",
        "[[sessie]]\ntitel = \"Praatje\"\nid = \"praatje\"\nsprekers = [\"Een docent\"]\n",
    );
}

fn organisation_removed(site: &mut Site) {
    site.remove("content/bakkerij.toml").replace(
        "content/events/2025-avond/bos.toml",
        "\"bakkerij-bos\"",
        "\"Een bakker\"",
    );
}

fn person_without_words(site: &mut Site) {
    let people = site.read("content/mensen.toml");
    site.write(
        "content/mensen.toml",
        people.replace("[[persoon]]\n", "[[persoon]]\nvermeld = false\n"),
    );
}

fn idea_removed(site: &mut Site) {
    site.remove("content/events/2025-avond/idee.toml");
}

fn deal_removed(site: &mut Site) {
    site.remove("content/events/2025-avond/deal.toml");
}

fn event_removed(site: &mut Site) {
    site.remove("content/events/2024-feest-voor-truus");
}

fn gone(site: &mut Site, what: &str, forget: bool) {
    let forget = if forget { "forget = true\n" } else { "" };
    site.append("addresses.toml", &format!("\n# Zie de brief.\n[[gone]]\nwhat = \"{what}\"\nreason = \"Op verzoek.\"\ndate = 2026-01-02\n{forget}"));
}
