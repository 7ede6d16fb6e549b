//! What `publish --record` writes, and what becomes of a record that is missing afterwards.

use super::unrecorded;
use crate::harness::Site;
use crate::program::{refused, run};

#[test]
fn recording_writes_ids_beside_titles_and_leaves_all_else_letter_for_letter() {
    let site = unrecorded();
    let said = run(&site, &["publish"]);
    assert!(
        said.contains("Nog niet vastgelegd") && !site.at("addresses.toml").exists(),
        "{said}"
    );
    run(&site, &["publish", "--record"]);
    assert_eq!(
        site.read("content/regios.toml"),
        "[[regio]]\nnaam = \"Duinrand\" # de kust\nid = \"duinrand\"\n\n# Nog een.\n[[regio]]\nnaam = \"Polder\"\nid = \"polderland\"\n"
    );
    assert_eq!(
        site.read("content/events/2025-techniekavond/los.toml"),
        "# Losse eindjes.\n[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nid = \"een-gastles\"\nregios = [\"duinrand\"]\nthemas = []\n\n\
         [[deal]]\ntitel = \"De gastles komt er\"\nid = \"de-gastles-komt-er\"\nideeen = [\"een-gastles\"]\nregios = []\nthemas = []\nstatus = \"afgesproken\"\n"
    );
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains("{ of = \"region:duinrand\", short = \""),
        "{addresses}"
    );
    let said = run(&site, &["publish", "--record"]);
    assert!(said.contains("waren al vastgelegd"), "{said}");
    assert_eq!(
        site.read("addresses.toml"),
        addresses,
        "recording again changes nothing"
    );
    // Another title is no other address any more.
    let mut site = site;
    site.replace(
        "content/events/2025-techniekavond/los.toml",
        "\"Een gastles\"",
        "\"Twee gastlessen\"",
    );
    run(&site, &["build"]);
    assert!(
        site.at("output/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/index.html")
            .exists()
    );
}

#[test]
fn what_people_wrote_in_addresses_toml_stays_as_they_wrote_it() {
    let mut site = unrecorded();
    run(&site, &["publish", "--record"]);
    let added = "\n# Afgesproken met de school.\n[[gone]]\nwhat = \"idea:2025-techniekavond/een-gastles\" # te laat\nreason = \"Ingetrokken.\"\ndate = 2026-01-02\n";
    site.append("addresses.toml", added);
    site.replace(
        "addresses.toml",
        "  { of = \"region:duinrand\"",
        "  # Onze kust.\n  { of = \"region:duinrand\"",
    );
    site.write(
        "content/events/2025-techniekavond/los.toml",
        "[[idee]]\ntitel = \"Iets nieuws\"\nregios = []\nthemas = []\n",
    );
    site.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"deal:2025-techniekavond/de-gastles-komt-er\"\nreason = \"Niet doorgegaan.\"\ndate = 2026-01-02\n",
    );
    run(&site, &["publish", "--record"]);
    let addresses = site.read("addresses.toml");
    assert!(
        addresses.contains(added)
            && addresses.contains("  # Onze kust.\n  { of = \"region:duinrand\""),
        "{addresses}"
    );
    assert!(
        addresses.contains("\n  { of = \"idea:2025-techniekavond/iets-nieuws\", short = "),
        "{addresses}"
    );
}

#[test]
fn a_promised_record_that_is_missing_stops_the_build_and_each_way_out_opens_it() {
    const IDEA: &str = "[[idee]]\ntitel = \"Een gastles\" # voor groep acht\nid = \"een-gastles\"\nregios = [\"duinrand\"]\nthemas = []\n";
    const LOOSE: &str = "content/events/2025-techniekavond/los.toml";
    const OLD: &str = "output/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/index.html";
    let broken = || {
        let mut site = unrecorded();
        run(&site, &["publish", "--record"]);
        site.replace(LOOSE, IDEA, "")
            .replace(LOOSE, "ideeen = [\"een-gastles\"]\n", "");
        site
    };
    let site = broken();
    let before = site.output();
    let said = refused(&site, &["build"], "promised-lost");
    assert!(
        said.contains("idea:2025-techniekavond/een-gastles")
            && said.contains("[[moved]]")
            && said.contains("[[gone]]"),
        "{said}"
    );
    before.assert_same(&site.output(), "the published site stays");

    let mut back = broken();
    back.append(LOOSE, &format!("\n{IDEA}"));
    run(&back, &["build"]);

    let mut moved = broken();
    moved.append(
        "addresses.toml",
        "\n[[moved]]\nfrom = \"idee:2025-techniekavond/een-gastles\"\nto = \"deal:2025-techniekavond/de-gastles-komt-er\"\n",
    );
    run(&moved, &["build"]);
    assert!(
        moved
            .read(OLD)
            .contains("url=/bijeenkomsten/2025-techniekavond/deals/de-gastles-komt-er/"),
        "{}",
        moved.read(OLD)
    );

    let mut gone = broken();
    gone.append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"idea:2025-techniekavond/een-gastles\"\nreason = \"Ingetrokken door <de school>.\"\ndate = 2026-01-02\n",
    );
    run(&gone, &["build"]);
    let page = gone.read(OLD);
    for part in [
        "Deze pagina is er niet meer",
        "Ingetrokken door &lt;de school&gt;.",
        "Verdwenen op 2 januari 2026.",
        "noindex",
    ] {
        assert!(page.contains(part), "{part} is on the page\n{page}");
    }

    let mut alias = broken();
    alias.append(
        LOOSE,
        "\n[[idee]]\ntitel = \"Een andere les\"\naliassen = [\"/bijeenkomsten/2025-techniekavond/ideeen/een-gastles/\"]\nregios = []\nthemas = []\n",
    );
    run(&alias, &["build"]);

    let mut draft = broken();
    draft.append(LOOSE, &format!("\n{IDEA}concept = true\n"));
    refused(&draft, &["build"], "promised-lost");
}

#[test]
fn what_is_gone_is_in_no_feed_sitemap_or_search() {
    let mut site = Site::from("beloofd");
    let output = site.build().output();
    for path in ["feed.xml", "sitemap.xml", "en/feed.xml"] {
        let text = output.text(path);
        for gone in [
            "2023-startavond",
            "anna-bakker",
            "/jaren/2023/",
            "polderland/themas/zorg",
            "/d/",
        ] {
            assert!(!text.contains(gone), "{path} holds {gone}");
        }
    }
    let person = output.text("mensen/anna-bakker/index.html");
    assert!(
        !person.contains("Anna") && person.contains("Deze pagina is er niet meer"),
        "an unlisted person is not named"
    );
    for kept in [
        "jaren/2023/index.html",
        "regios/polderland/themas/zorg/index.html",
    ] {
        let page = output.text(kept);
        assert!(
            page.contains("noindex") && page.contains("Hierover is nu niets vastgelegd."),
            "{kept} is kept, empty\n{page}"
        );
    }
}
