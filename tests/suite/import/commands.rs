//! What the command does with the event that it is given.

use super::made::{Docx, docx, drawing, p, png, r};
use super::site;
use crate::harness::Site;
use crate::new_records::on_a_terminal;
use crate::program::{Ran, oogst};
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-dag/event.md";
const PHOTOS: &str = "content/events/2025-dag/fotos.toml";

fn document() -> Docx {
    docx(
        &[
            p("Titel", &r("Techniekavond")),
            p(
                "",
                &format!(
                    "{}<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
                    r("Het was druk.")
                ),
            ),
            p("", &drawing("a", "descr=\"De zaal\"")),
        ]
        .concat(),
    )
    .relation("a", "image", "media/image1.png", false)
    .relation("f", "footnotes", "footnotes.xml", false)
    .part("word/media/image1.png", png(1))
    .part_of_word(
        "word/footnotes.xml",
        "footnotes",
        &format!(
            "<w:footnote w:id=\"1\">{}</w:footnote>",
            p("", &r("Geteld."))
        ),
    )
}

/// A site with an event whose file says this, and a document beside it.
fn with_event(event: &str) -> Site {
    let mut site = site();
    site.write(EVENT, event);
    site.write("verslag.docx", document().bytes());
    site
}

fn import(site: &Site, words: &[&str]) -> Ran {
    let all = [&["import", "verslag.docx", "--into", "2025-dag"], words].concat();
    oogst(site.root(), &all)
}

const FACTS: &str =
    "+++\n# Wat vaststaat.\ntitel = 'Onze dag' # zo heet ze\ndatum = 2025-11-12\n+++\n";

#[test]
fn an_event_without_a_text_is_filled_and_keeps_its_facts_to_the_letter() {
    let site = with_event(FACTS);
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(EVENT),
        format!("{FACTS}Het was druk.[^1]\n\n![De zaal](media/de-zaal.png)\n\n[^1]: Geteld.\n")
    );
    assert!(
        ran.err
            .contains("de titel `Techniekavond`: de bijeenkomst heeft er al een"),
        "{}",
        ran.err
    );
}

#[test]
fn a_text_that_is_there_is_replaced_or_followed_only_when_asked() {
    let text = format!("{FACTS}\nEerst dit.[^2]\n\n[^2]: Al genoteerd.\n\n");
    let site = with_event(&text);
    let before = Tree::read(&site.at("content"));
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 1);
    before.assert_same(&Tree::read(&site.at("content")), "nothing is written");

    let ran = import(&site, &["--append"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(EVENT),
        format!(
            "{FACTS}\nEerst dit.[^2]\n\n[^2]: Al genoteerd.\n\nHet was druk.[^3]\n\n![De zaal](media/de-zaal.png)\n\n[^3]: Geteld.\n\n"
        )
    );

    let ran = import(&site, &["--replace-text"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let replaced =
        format!("{FACTS}\nHet was druk.[^1]\n\n![De zaal](media/de-zaal.png)\n\n[^1]: Geteld.\n\n");
    assert_eq!(site.read(EVENT), replaced);

    // The same file again changes nothing: no byte, and no photo twice.
    let before = crate::tree::stamps(&site.at("content"));
    let ran = import(&site, &["--replace-text"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "Alles stond er al: er is niets gewijzigd.\n")
    );
    assert_eq!(crate::tree::stamps(&site.at("content")), before);
    assert_eq!(site.read(PHOTOS).matches("[[foto]]").count(), 1);

    let ran = import(&site, &["--replace-text", "--append"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("gaan niet samen"), "{}", ran.err);
}

#[test]
fn a_dry_run_shows_the_text_and_writes_nothing() {
    let site = with_event(FACTS);
    let before = Tree::read(site.root());
    let ran = import(&site, &["--dry-run"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        ran.out,
        "Het was druk.[^1]\n\n![De zaal](media/de-zaal.png)\n\n[^1]: Geteld.\n"
    );
    assert!(
        ran.err
            .ends_with("Dit zou er komen te staan. Er is niets gewijzigd.\n"),
        "{}",
        ran.err
    );
    before.assert_same(&Tree::read(site.root()), "a dry run writes nothing");
}

#[test]
fn photos_come_below_those_that_are_there_and_take_no_name_of_theirs() {
    let mut site = with_event(FACTS);
    site.write("content/events/2025-dag/media/de-zaal.png", png(200));
    site.write(
        "content/events/2025-dag/beeld.toml",
        "[[foto]]\nbestand = \"media/de-zaal.png\"\nalt = \"Leeg\"\n# tot hier\n\n[[uitkomst]]\ntekst = \"Klaar.\"\n",
    );
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read("content/events/2025-dag/beeld.toml"),
        "[[foto]]\nbestand = \"media/de-zaal.png\"\nalt = \"Leeg\"\n\n[[foto]]\nbestand = \"media/de-zaal-2.png\"\nalt = \"De zaal\"\n\
         # tot hier\n\n[[uitkomst]]\ntekst = \"Klaar.\"\n"
    );
    let kept = std::fs::read(site.at("content/events/2025-dag/media/de-zaal.png")).ok();
    assert_eq!(kept, Some(png(200)));
}

/// Records of photos may stand among the facts, above the text that is filled in, under the words of
/// the other language.
#[test]
fn photos_among_the_facts_of_the_event_get_theirs_there() {
    let mut site = with_event(&FACTS.replace(
        "12\n+++\n",
        "12\n\n[[photo]]\nfile = \"media/leeg.png\"\nalt = \"Leeg\"\n# tot hier\n+++\n",
    ));
    site.write("content/events/2025-dag/media/leeg.png", png(200));
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(EVENT),
        "+++\n# Wat vaststaat.\ntitel = 'Onze dag' # zo heet ze\ndatum = 2025-11-12\n\n\
         [[photo]]\nfile = \"media/leeg.png\"\nalt = \"Leeg\"\n\n\
         [[photo]]\nfile = \"media/de-zaal.png\"\nalt = \"De zaal\"\n# tot hier\n+++\n\
         Het was druk.[^1]\n\n![De zaal](media/de-zaal.png)\n\n[^1]: Geteld.\n"
    );
    assert!(!site.at(PHOTOS).exists());
}

#[test]
fn a_photo_waits_for_consent_also_where_the_event_shows_all_of_its_own() {
    let site = with_event(&FACTS.replace("datum", "fotos = { toestemming = \"ja\" }\ndatum"));
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        site.read(PHOTOS),
        "[[foto]]\nbestand = \"media/de-zaal.png\"\nalt = \"De zaal\"\ntoestemming = \"nee\"\n"
    );
}

#[test]
fn an_event_is_named_as_people_name_it() {
    for name in [
        "2025-dag",
        "bijeenkomst:2025-dag",
        "content/events/2025-dag/",
    ] {
        let site = with_event(FACTS);
        let ran = oogst(site.root(), &["import", "verslag.docx", "--into", name]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
    }
    let site = with_event(FACTS);
    let ran = oogst(
        site.root(),
        &["import", "verslag.docx", "--into", "Onze dag!"],
    );
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("bad-id") && ran.err.contains("onze-dag"),
        "{}",
        ran.err
    );
}

#[test]
fn a_new_event_stands_beside_the_others() {
    let mut site = site();
    site.write("content/bijeenkomsten/2024-dag/event.md", FACTS);
    site.write("verslag.docx", document().bytes());
    let ran = oogst(
        site.root(),
        &[
            "import",
            "verslag.docx",
            "--into",
            "2025-avond",
            "--date",
            "2025-11-12",
            "--lang",
            "en",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        site.at("content/bijeenkomsten/2025-avond/event.md")
            .is_file()
    );
    assert_eq!(
        ran.err,
        "Taken over: 1 paragraph, 1 photo, 1 footnote.\nLeft to do: consent for 1 photo\n\
         It is in content/bijeenkomsten/2025-avond/event.md. To see it: oogst serve --open\n"
    );
    let mut site = site;
    site.build();
}

#[test]
fn a_site_with_a_mistake_is_left_as_it_is() {
    let mut site = with_event(FACTS);
    site.write("content/events/2025-dag/deals.toml", "[[deal]]\n");
    let before = Tree::read(&site.at("content"));
    let ran = import(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Er is niets gewijzigd."), "{}", ran.err);
    before.assert_same(&Tree::read(&site.at("content")), "nothing is written");
}

#[test]
fn a_file_that_is_not_there_is_the_machines_to_tell() {
    let site = with_event(FACTS);
    let ran = oogst(site.root(), &["import", "weg.docx", "--into", "2025-dag"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("weg.docx"), "{}", ran.err);
}

#[test]
fn a_terminal_is_asked_before_a_document_is_taken_over() {
    let site = with_event(FACTS);
    let before = Tree::read(&site.at("content"));
    let words = ["import", "verslag.docx", "--into", "2025-dag"];
    for answer in ["n\n", "\n", "\u{4}"] {
        let said = on_a_terminal(site.root(), &words, answer);
        let told = said
            .find("Overgenomen: 1 alinea")
            .expect("it is told first");
        let asked = said.find("Overnemen? [j/N] ").expect("it is asked");
        assert!(told < asked, "{said}");
        assert!(
            said.trim_end().ends_with("Er is niets gewijzigd."),
            "{said}"
        );
        before.assert_same(&Tree::read(&site.at("content")), "nothing is written");
    }
    let said = on_a_terminal(site.root(), &words, "j\n");
    assert_eq!(said.matches("Overgenomen: ").count(), 1, "{said}");
    assert!(
        said.contains("Het staat in content/events/2025-dag/event.md."),
        "{said}"
    );
    assert!(site.read(EVENT).ends_with("[^1]: Geteld.\n"));

    let site = with_event(FACTS);
    let said = on_a_terminal(site.root(), &[&words[..], &["--yes"]].concat(), "");
    assert!(!said.contains("Overnemen?"), "{said}");
    assert!(site.read(EVENT).ends_with("[^1]: Geteld.\n"));
}
