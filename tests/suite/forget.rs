//! What is gone and what is forgotten: whoever asks to be taken off the site is taken off it whole.
//! Once `addresses.toml` is recorded, a forgotten name stands in no byte of the output, of that
//! file or of what the program keeps; its short link says that it is gone.

use std::io::Read as _;

use oogst::input::Since;
use oogst::output::{Cancel, Survives};
use oogst::pipeline::{BuildOptions, BuildTarget, Builder, Today};
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
    assert!(
        ran.err.contains(&format!("[{code}]")),
        "oogst {words:?} says {code}\n{}",
        ran.err
    );
    ran.err
}

/// A preview, as `oogst serve` makes it.
fn preview(site: &Site) {
    let options = BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: true,
        survives: Survives::Kill,
        target: BuildTarget::Preview,
    };
    let mut builder = Builder::new(site.root());
    let built = builder
        .build(Since::Unknown, options, &Cancel::default(), &|_| {})
        .unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
    assert!(
        built.summary.is_some(),
        "the preview is made: {:?}",
        built.diagnostics
    );
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

/// The short link that was recorded for something.
fn short_of(site: &Site, what: &str) -> String {
    let addresses = site.read("addresses.toml");
    let row = addresses
        .lines()
        .find(|line| line.contains(&format!("of = \"{what}\",")))
        .unwrap_or_else(|| panic!("{what} is on record\n{addresses}"));
    row.split("short = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a short link")
        .to_owned()
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

#[test]
fn whatever_is_gone_says_so_at_each_of_its_addresses() {
    for Case {
        what,
        address,
        remove,
        ..
    } in CASES
    {
        let mut site = site();
        remove(&mut site);
        gone(&mut site, what, false);
        let said = run(&site, &["build"]);
        assert!(
            !said.contains("[never-promised]") && !said.contains("[still-there]"),
            "{what}: {said}"
        );
        let page = site.read(&format!("output/{address}/index.html"));
        for part in ["Deze pagina is er niet meer", "Op verzoek.", "noindex"] {
            assert!(page.contains(part), "{what}: {part} is on the page\n{page}");
        }
    }
}

#[test]
fn a_forgotten_name_is_spelled_nowhere_and_its_short_link_says_that_it_is_gone() {
    for Case {
        what,
        name,
        address,
        remove,
    } in CASES
    {
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
        assert_eq!(spelled(&site, name), ["addresses.toml"], "{what}");
        assert!(
            !site.at(&format!("output/{address}")).exists(),
            "{what} leaves no page"
        );

        let said = run(&site, &["publish", "--record"]);
        assert!(
            said.contains("Vergeten:") && !spells(said.as_bytes(), name),
            "{what}: {said}"
        );
        assert_eq!(spelled(&site, name), [""; 0], "{what}");
        let page = site.read(&format!("output/d/{short}/index.html"));
        for part in [
            "Deze pagina is er niet meer",
            "Op verzoek.",
            "Verdwenen op 2 januari 2026.",
            "noindex",
        ] {
            assert!(
                page.contains(part),
                "{what}: {part} is on the page of the short link\n{page}"
            );
        }

        // And so it stays, with nothing more to do.
        let addresses = site.read("addresses.toml");
        let said = run(&site, &["publish", "--record"]);
        assert!(
            said.contains("waren al vastgelegd") && !said.contains("[forget"),
            "{what}: {said}"
        );
        assert_eq!(site.read("addresses.toml"), addresses);
        assert!(
            addresses.contains("[[forgotten]]")
                && !addresses.contains("\n[[gone]]")
                && !addresses.contains("brief"),
            "{addresses}"
        );
        site.build_cold().assert_same_as_a_clean_build();
    }
}

#[test]
fn what_was_forgotten_is_known_when_it_comes_back() {
    let mut site = site();
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", true);
    run(&site, &["publish", "--record"]);
    site.build();
    // The same person, or a namesake: the program cannot tell, so the writer must.
    site.append(
        "content/mensen.toml",
        "\n[[persoon]]\nnaam = \"Jan Jansen\"\n",
    )
    .build_refused();
    assert!(
        site.diagnostics(Language::Nl).contains("[was-forgotten]"),
        "{}",
        site.diagnostics(Language::Nl)
    );
    refused(&site, &["publish", "--record"], "was-forgotten");
    // Each way out that the message names opens it.
    let people = site.read("content/mensen.toml");
    site.write("content/mensen.toml", format!("{people}vermeld = false\n"))
        .build();
    site.write(
        "content/mensen.toml",
        format!("{people}id = \"jan-jansen-uit-de-polder\"\n"),
    )
    .build();
    site.write(
        "content/mensen.toml",
        "[[persoon]]\nnaam = \"Anna Bakker\"\nid = \"anna-bakker\"\n",
    )
    .build();
    // Nor does another record take the address, by an alias or by its id.
    site.append(
        "content/school.toml",
        "aliassen = [\"/mensen/jan-jansen/\"]\n",
    )
    .build_refused();
    assert!(site.codes().contains("was-forgotten"));
    site.replace(
        "content/school.toml",
        "/mensen/jan-jansen/",
        "/sprekers/jan-jansen/",
    )
    .build_refused();
    assert!(
        site.codes().contains("was-forgotten"),
        "an old address of a forgotten person was forgotten with them"
    );
    let said = refused(
        &site,
        &["rename", "person:anna-bakker", "jan-jansen"],
        "was-forgotten",
    );
    assert!(!said.contains("heet nu"), "{said}");
}

#[test]
fn an_event_takes_all_that_it_was_with_it() {
    let mut site = site();
    let (of_event, of_idea) = (
        short_of(&site, "event:2024-feest-voor-truus"),
        short_of(&site, "idea:2024-feest-voor-truus/taart"),
    );
    let of_ask = short_of(&site, "ask:2024-feest-voor-truus/wie-heeft-er-slingers");
    run(
        &site,
        &["rename", "event:2024-feest-voor-truus", "2024-truus"],
    );
    run(&site, &["publish", "--record"]);
    // One idea lives on elsewhere, and one record had a reason of its own.
    site.append(
        "content/events/2025-avond/idee.toml",
        "\n[[idee]]\ntitel = \"Taart\"\nid = \"taart\"\n",
    );
    site.remove("content/events/2024-truus");
    site.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"idea:2024-truus/taart\"\nto = \"idea:2025-avond/taart\"\n",
    );
    site.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"ask:2024-truus/wie-heeft-er-slingers\"\nreason = \"Ze zijn er.\"\nreason_en = \"They are there.\"\ndate = 2025-01-01\n",
    );
    gone(&mut site, "event:2024-truus", true);
    for recorded in [false, true] {
        run(
            &site,
            if recorded {
                &["publish", "--record"]
            } else {
                &["build"]
            },
        );
        assert_eq!(
            spelled(&site, "truus"),
            if recorded {
                &[][..]
            } else {
                &["addresses.toml"]
            }
        );
        let page = |short: &str| site.read(&format!("output/d/{short}/index.html"));
        assert!(
            page(&of_event).contains("Op verzoek."),
            "{}",
            page(&of_event)
        );
        assert!(
            page(&of_ask).contains("Ze zijn er.") && !page(&of_ask).contains("Op verzoek."),
            "{}",
            page(&of_ask)
        );
        assert!(
            page(&of_idea).contains("url=/bijeenkomsten/2025-avond/ideeen/taart/"),
            "what moved keeps its short link\n{}",
            page(&of_idea)
        );
    }
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains("reason_en = \"They are there.\"") && !addresses.contains("\n[[moved]]"),
        "{addresses}"
    );
    site.build_cold().assert_same_as_a_clean_build();
}

#[test]
fn a_person_forgotten_under_any_name_they_had_is_forgotten_under_all() {
    let mut site = site();
    run(&site, &["rename", "person:jan-jansen", "jan-willem-jansen"]);
    run(&site, &["publish", "--record"]);
    person_removed(&mut site);
    site.replace(
        "addresses.toml",
        "\n[[moved]]",
        "\n# Jan Jansen heet nu Jan Willem.\n[[moved]]",
    );
    gone(&mut site, "person:jan-willem-jansen", true);
    let said = run(&site, &["publish", "--record"]);
    assert_eq!(
        (spelled(&site, "jan-jansen"), spelled(&site, "jan-willem")),
        (Vec::new(), Vec::new()),
        "{said}"
    );
    site.append(
        "content/mensen.toml",
        "\n[[persoon]]\nnaam = \"Jan Jansen\"\n",
    )
    .build_refused();
    assert!(site.codes().contains("was-forgotten"));
}

#[test]
fn a_reason_that_names_is_refused_and_comments_are_told_of() {
    let mut site = site();
    person_removed(&mut site);
    let before = site.read("addresses.toml");
    for reason in ["Op verzoek van Jan Jansen.", "jan-jansen wilde het niet"] {
        let row = format!(
            "\n[[gone]]\nwhat = \"person:jan-jansen\"\nreason = \"{reason}\"\ndate = 2026-01-02\nforget = true\n"
        );
        site.write("addresses.toml", format!("{before}{row}"));
        refused(&site, &["build"], "reason-names");
        // Without `forget` a reason may say what its writer wants.
        site.write(
            "addresses.toml",
            format!("{before}{row}").replace("forget = true\n", ""),
        );
        run(&site, &["build"]);
    }
    // A comment is its writer's: one of a row goes with the row, another is pointed at, without
    // saying the name.
    site.write(
        "addresses.toml",
        before.replacen(
            "promised = [",
            "# Niet vergeten: Jan Jansen belde.\npromised = [",
            1,
        ),
    );
    gone(&mut site, "person:jan-jansen", true);
    let said = run(&site, &["publish", "--record"]);
    let line = site
        .read("addresses.toml")
        .lines()
        .position(|line| line.contains("belde"))
        .expect("the comment is there")
        + 1;
    assert!(
        said.contains(&format!("Op regel {line} van addresses.toml"))
            && !spells(said.as_bytes(), "jan-jansen"),
        "{said}"
    );
}

#[test]
fn a_name_that_was_never_promised_is_not_taken_for_forgotten() {
    let mut site = site();
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", false);
    gone(&mut site, "person:jan-janssen", true);
    // A photo has no address of its own, so there is none to forget; it goes with its record.
    site.remove("content/events/2025-avond/foto.toml");
    gone(&mut site, "foto:2025-avond/wim-wever", true);
    let before = site.read("addresses.toml");
    let said = run(&site, &["publish", "--record"]);
    assert!(
        said.matches("[never-promised]").count() == 2 && !said.contains("[forget-not-recorded]"),
        "{said}"
    );
    assert_eq!(
        site.read("addresses.toml"),
        before,
        "a mistyped name forgets nobody"
    );
}

#[test]
fn what_is_still_there_cannot_be_gone_but_a_person_without_a_page_can() {
    let mut site = site();
    for forget in [false, true] {
        let before = site.read("addresses.toml");
        gone(&mut site, "person:anna-bakker", forget);
        let said = refused(&site, &["build"], "still-there");
        assert_eq!(
            said.matches("fout[").count(),
            1,
            "one mistake, one message\n{said}"
        );
        site.write("addresses.toml", before);
    }
    // Without a word in addresses.toml the page says that it is gone; with a move it leads on.
    person_without_words(&mut site);
    run(&site, &["build"]);
    assert!(
        site.read("output/mensen/anna-bakker/index.html")
            .contains("Deze pagina is er niet meer")
    );
    site.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"person:anna-bakker\"\nto = \"organisatie:school-aan-zee\"\n",
    );
    run(&site, &["build"]);
    assert!(
        site.read("output/mensen/anna-bakker/index.html")
            .contains("url=/organisaties/school-aan-zee/")
    );
}

#[test]
fn an_alias_that_was_recorded_leads_on_or_is_gone_on_purpose() {
    const OLD: &str = "output/sprekers/jan-jansen/index.html";
    let mut site = site();
    assert!(
        site.read("addresses.toml")
            .contains("\"/sprekers/jan-jansen/\""),
        "an alias is promised with its record"
    );
    // Taken off the record, it leads there still.
    site.replace(
        "content/jan.toml",
        "aliassen = [\"/sprekers/jan-jansen/\"]\n",
        "",
    );
    run(&site, &["build"]);
    assert!(
        site.read(OLD).contains("url=/mensen/jan-jansen/"),
        "{}",
        site.read(OLD)
    );
    // With its record gone, the build stops until somebody says what became of it.
    person_removed(&mut site);
    refused(&site, &["build"], "promised-lost");
    gone(&mut site, "person:jan-jansen", false);
    run(&site, &["build"]);
    assert!(site.read(OLD).contains("Op verzoek."), "{}", site.read(OLD));
    // Another record may not take it over without a word: whoever follows the old link must find
    // what was promised.
    site.append(
        "content/school.toml",
        "aliassen = [\"/sprekers/jan-jansen/\"]\n",
    );
    refused(&site, &["build"], "promised-taken");
}

#[test]
fn an_alias_of_a_session_in_its_programme_is_promised_too() {
    let mut site = site();
    site.append(
        "content/events/2025-avond/anna.toml",
        "\n[[sessie]]\ntitel = \"Soep\"\nid = \"soep\"\naliassen = [\"/soep/\"]\n",
    );
    run(&site, &["publish", "--record"]);
    assert!(
        site.read("addresses.toml")
            .contains("{ of = \"session:2025-avond/soep\", addresses = [\"/soep/\"] }"),
        "{}",
        site.read("addresses.toml")
    );
    let said = run(&site, &["publish", "--record"]);
    assert!(said.contains("waren al vastgelegd"), "{said}");
    site.replace(
        "content/events/2025-avond/anna.toml",
        "aliassen = [\"/soep/\"]\n",
        "",
    );
    run(&site, &["build"]);
    assert!(
        site.read("output/soep/index.html").contains("#sessie-soep"),
        "{}",
        site.read("output/soep/index.html")
    );
    site.replace(
        "content/events/2025-avond/anna.toml",
        "\n[[sessie]]\ntitel = \"Soep\"\nid = \"soep\"\n",
        "",
    );
    refused(&site, &["build"], "promised-lost");
}

#[test]
fn a_photo_without_consent_is_nowhere_after_the_next_build() {
    const PHOTO: &str = "content/events/2025-avond/foto.toml";
    // Consent refused, the record removed, and the file with it; each with an edited copy kept
    // aside, and a preview that shows it.
    let withdraw: [fn(&mut Site); 3] = [
        |site| {
            site.replace(PHOTO, "\"ja\"", "\"nee\"");
        },
        |site| {
            site.remove(PHOTO);
        },
        |site| {
            site.remove(PHOTO).remove("content/events/2025-avond/media");
        },
    ];
    for (number, withdraw) in withdraw.into_iter().enumerate() {
        for by_serve in [false, true] {
            let mut site = site();
            preview(&site);
            let made = Tree::read(&site.at("output")).0;
            let picture = made
                .keys()
                .find(|path| path.ends_with(".jpg"))
                .expect("a photo is published")
                .clone();
            let page = site.read("output/bijeenkomsten/2025-avond/index.html");
            site.write(&format!("output/{picture}"), "een ander gezicht")
                .write(
                    "output/bijeenkomsten/2025-avond/index.html",
                    page + "met de hand",
                );
            site.build_cold();
            assert_eq!(site.summary().put_aside.len(), 2);
            let kept = |site: &Site| {
                Tree::read(&site.at(".oogst/pictures"))
                    .0
                    .keys()
                    .filter(|name| !name.starts_with("used-"))
                    .count()
            };
            assert_eq!(kept(&site), 1);
            withdraw(&mut site);
            if by_serve {
                preview(&site);
                assert_eq!(
                    kept(&site),
                    0,
                    "withdrawal {number} leaves the cache with the preview"
                );
            }
            site.build_cold();
            assert_eq!(kept(&site), 0, "withdrawal {number} leaves the cache");
            assert_eq!(site.summary().not_kept, 2);
            for folder in ["output", ".oogst"] {
                let left = Tree::read(&site.at(folder)).0;
                let left: Vec<&String> = left
                    .keys()
                    .filter(|path| {
                        path.ends_with(".jpg")
                            || path.ends_with(".webp")
                            || path.contains("replaced")
                    })
                    .collect();
                assert!(
                    left.is_empty(),
                    "withdrawal {number}: {folder} holds {left:?}"
                );
            }
            assert_eq!(
                site.at(".oogst/preview").exists(),
                by_serve,
                "a preview of older content goes, one of the same content stays"
            );
        }
    }
}

#[test]
fn a_preview_of_the_content_as_it_is_stays_and_an_older_one_goes() {
    let mut site = site();
    preview(&site);
    run(&site, &["build"]);
    assert!(
        site.at(".oogst/preview/index.html").exists(),
        "the preview of this content stays"
    );
    site.append(EVENT, "\nNog een regel.\n");
    run(&site, &["build"]);
    assert!(!site.at(".oogst/preview").exists());
    preview(&site);
    let clean = Tree::read(&site.at(".oogst/preview"));
    // Nothing tells any more what of it is old: it is made anew.
    site.write(".oogst/preview/mensen/weg/index.html", "oud");
    for entry in std::fs::read_dir(site.at(".oogst"))
        .expect("it can be listed")
        .flatten()
    {
        if entry.file_name().to_string_lossy().starts_with("manifest-") {
            std::fs::remove_file(entry.path()).expect("it can be removed");
        }
    }
    preview(&site);
    clean.assert_same(
        &Tree::read(&site.at(".oogst/preview")),
        "a preview is what its build makes, and nothing else",
    );
}

#[test]
fn a_preview_whose_index_is_still_the_old_one_is_not_of_this_content() {
    let mut site = site();
    let (made, is_made) = std::sync::mpsc::channel();
    let mut builder = Builder::new(site.root());
    builder.index_in_background(move || made.send(()).expect("somebody waits"));
    let options = BuildOptions {
        today: Today::Day(DAY.parse().expect("a day")),
        drafts: true,
        survives: Survives::Kill,
        target: BuildTarget::Preview,
    };
    let mut build = |site: &Site| {
        let built = builder
            .build(Since::Unknown, options, &Cancel::default(), &|_| {})
            .unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
        assert!(built.summary.is_some());
        !spelled(site, "piet-puk")
            .iter()
            .all(|path| !path.starts_with(".oogst/preview"))
    };
    build(&site);
    is_made.recv().expect("the index is made");
    assert!(build(&site), "the preview has its index");
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", true);
    assert!(build(&site), "whoever writes waits for no index");
    // Stopped here, the preview would keep what its pages no longer show, though they are of this
    // very content.
    run(&site, &["build"]);
    assert_eq!(spelled(&site, "piet-puk"), ["addresses.toml"]);
}

#[test]
fn what_was_put_aside_goes_when_a_person_leaves_and_stays_when_a_text_does() {
    let mut site = site();
    let edit = |site: &mut Site, path: &str| {
        let page = site.read(path);
        site.write(path, page + "<p>met de hand</p>").build_cold();
        assert_eq!(site.summary().put_aside.len(), 1);
    };
    let copies = |site: &Site| {
        Tree::read(&site.at(".oogst/replaced"))
            .0
            .into_keys()
            .collect::<Vec<_>>()
    };
    edit(&mut site, "output/mensen/index.html");
    // A file of the writer's own stood where a page came.
    site.write(
        "content/pages/over.md",
        "+++\ntitel = \"Over\"\n+++\n\nTekst.\n",
    )
    .remove(".oogst/manifest");
    site.write("output/over/index.html", "<p>van de schrijver zelf</p>")
        .build_cold();
    let all = ["1/mensen/index.html", "2/over/index.html"];
    assert_eq!(copies(&site), all);
    // An idea that goes takes nothing with it.
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", false);
    let before = site.read("addresses.toml");
    site.write(
        "addresses.toml",
        before
            .replace("[[gone]]", "[[moved]]")
            .replace("what =", "from =")
            .replace(
                "reason = \"Op verzoek.\"\ndate = 2026-01-02\n",
                "to = \"event:2025-avond\"\n",
            ),
    );
    site.build_cold();
    assert_eq!(copies(&site), all, "what led on is not withdrawn");
    // A person who goes takes every copy of ours, and leaves what others made.
    person_removed(&mut site);
    gone(&mut site, "person:jan-jansen", true);
    let page = site.read("output/bijeenkomsten/index.html");
    site.write(
        "output/bijeenkomsten/index.html",
        page + "<p>ook met de hand</p>",
    )
    .build_cold();
    assert_eq!(copies(&site), ["2/over/index.html"]);
    assert_eq!(
        (site.summary().not_kept, site.summary().put_aside.len()),
        (2, 0)
    );
}

#[test]
fn a_page_that_said_already_that_something_is_gone_takes_no_copy_with_it() {
    let mut site = site();
    idea_removed(&mut site);
    gone(&mut site, "idea:2025-avond/het-lied-van-piet-puk", false);
    site.build_cold();
    // All pages are written anew, also those of what is gone; one of them was changed by hand.
    let page = site.read("output/mensen/index.html");
    site.write("output/mensen/index.html", page + "<p>met de hand</p>")
        .replace("oogst.toml", "\"Dorp\"", "\"Het dorp\"")
        .build_cold();
    assert_eq!(
        (site.summary().put_aside.len(), site.summary().not_kept),
        (1, 0)
    );
    assert!(
        site.summary()
            .rendered
            .iter()
            .any(|address| address.contains("piet-puk") || address == "/mensen/"),
        "the title is on every page"
    );
    site.replace("oogst.toml", "\"Het dorp\"", "\"Ons dorp\"")
        .build_cold();
    assert_eq!(
        Tree::read(&site.at(".oogst/replaced"))
            .0
            .into_keys()
            .collect::<Vec<_>>(),
        ["1/mensen/index.html"]
    );
}
