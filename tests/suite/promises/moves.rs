//! A short link, other words in addresses and a rename: each old address leads on.

use super::{addresses, stands_at, study, unrecorded};
use crate::harness::Site;
use crate::program::run;

#[test]
fn a_short_link_is_printed_under_the_code_and_survives_a_rename() {
    let mut site = unrecorded();
    site.replace(
        "oogst.toml",
        "language = \"nl\"",
        "language = \"nl\"\n[search]\nenabled = false",
    );
    run(&site, &["publish", "--record"]);
    let addresses = site.read("addresses.toml");
    let word = |addresses: &str| {
        let row = addresses
            .lines()
            .find(|line| line.contains("\"deal:2025-techniekavond/de-gastles-komt-er\", short"))
            .expect("a row")
            .to_owned();
        row.split("short = \"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a word")
            .to_owned()
    };
    let short = word(&addresses);
    let printed = format!("<p class=\"short print-of\">https://dorp.example/d/{short}/</p>");
    let page =
        site.read("output/bijeenkomsten/2025-techniekavond/deals/de-gastles-komt-er/index.html");
    assert!(page.contains(&printed), "{page}");
    run(
        &site,
        &[
            "rename",
            "deal:2025-techniekavond/de-gastles-komt-er",
            "gastles",
        ],
    );
    run(&site, &["publish", "--record"]);
    assert_eq!(word(&site.read("addresses.toml")), short);
    let page = site.read("output/bijeenkomsten/2025-techniekavond/deals/gastles/index.html");
    assert!(
        page.contains(&printed),
        "the code on paper stays the same\n{page}"
    );
    assert!(
        site.read(&format!("output/d/{short}/index.html"))
            .contains("url=/bijeenkomsten/2025-techniekavond/deals/gastles/")
    );
}

#[test]
fn other_words_in_addresses_send_the_old_ones_on_with_a_warning() {
    let mut site = unrecorded();
    run(&site, &["publish", "--record"]);
    site.append("oogst.toml", "\n[routes]\nevents = \"dagen\"\n");
    let said = run(&site, &["build"]);
    assert!(said.contains("[addresses-changed]"), "{said}");
    assert!(
        site.read("output/bijeenkomsten/2025-techniekavond/index.html")
            .contains("url=/dagen/2025-techniekavond/")
    );
    run(&site, &["publish", "--record"]);
    let said = run(&site, &["build"]);
    assert!(
        !said.contains("[addresses-changed]"),
        "both are on record now\n{said}"
    );
}

#[test]
fn a_rename_rewrites_every_reference_and_no_other_word() {
    let mut site = Site::from("beloofd");
    site.write(
        "content/events/2024-werktafel/meer.toml",
        "# boot en oude-boot blijven staan in tekst: deal:2024-werktafel/boot\n\
         [[update]]\nof = 'deal:boot'\ndate = 2024-10-01\ntext = \"Zie [\\u0064eal](deal:2024-werktafel/boot) en `deal:boot` en [dit](<deal:boot> \\\"boot\\\").\"\n\n\
         [[bericht]]\nvan = \"aanbod:oude-boot\"\ndatum = 2024-10-02\ntekst = '''\nZie [de boot][b].\n\n[b]: deal:boot\n'''\n",
    );
    run(&site, &["rename", "deal:2024-werktafel/boot", "schip"]);
    assert_eq!(
        site.read("content/events/2024-werktafel/meer.toml"),
        "# boot en oude-boot blijven staan in tekst: deal:2024-werktafel/boot\n\
         [[update]]\nof = \"deal:schip\"\ndate = 2024-10-01\ntext = \"Zie [\\u0064eal](deal:2024-werktafel/schip) en `deal:boot` en [dit](<deal:schip> \\\"boot\\\").\"\n\n\
         [[bericht]]\nvan = \"aanbod:oude-boot\"\ndatum = 2024-10-02\ntekst = '''\nZie [de boot][b].\n\n[b]: deal:schip\n'''\n"
    );
    // Everything with an id can be renamed, and each old address leads to where it went.
    let before = addresses(&study(site.root()));
    for (from, to) in [
        ("idee:2024-werktafel/zingen", "koor"),
        ("aanbod:2024-werktafel/oude-boot", "nieuwe-boot"),
        ("organisatie:werf-de-hoop", "werf-de-moed"),
        ("persoon:anna-bakker", "anna"),
        ("regio:duinrand", "kust"),
        ("thema:techniek", "vakmanschap"),
        ("reeks:werktafels", "tafels"),
        ("pagina:over", "wie"),
        ("bijeenkomst:2024-werktafel", "2024-tafel"),
    ] {
        run(&site, &["rename", from, to]);
    }
    run(&site, &["build"]);
    let after = study(site.root());
    for address in &before {
        assert!(
            stands_at(&after, address).is_some(),
            "{address} leads nowhere"
        );
    }
    let event = site.read("content/events/2024-tafel/event.md");
    assert!(
        event.contains("regios = [\"kust\"]")
            && event.contains("[Werf De Hoop](organisatie:werf-de-moed)"),
        "{event}"
    );
    assert!(
        site.at("content/events/2024-tafel/ideeen/koor.en.md")
            .exists()
            && site.at("content/pages/wie.md").exists()
    );
    // And back again: a record that is where it was has not moved.
    run(&site, &["rename", "deal:2024-tafel/schip", "boot"]);
    run(&site, &["rename", "event:2024-tafel", "2024-werktafel"]);
    run(&site, &["rename", "deal:2024-werktafel/boot", "schip"]);
    run(&site, &["build"]);
    let last = study(site.root());
    for address in &before {
        assert!(
            stands_at(&last, address).is_some(),
            "{address} leads nowhere"
        );
    }
}
