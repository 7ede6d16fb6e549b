//! A text, a title or an id that changes renders the pages that show it, and no other.

use std::fs;

use super::{ASKS_2019, veenland};

const HARVEST_2022: &str = "content/events/2022-techniekdag/opbrengst.toml";

/// Where the deal of the meters shows, in Dutch, its own page aside.
const SHOW_THE_METERS: [&str; 41] = [
    "/bijeenkomsten/2022-techniekdag/",
    "/bijeenkomsten/2022-techniekdag/aanbod/oude-meters/",
    "/bijeenkomsten/2022-techniekdag/afdrukken/",
    "/bijeenkomsten/2022-techniekdag/deals/",
    "/bijeenkomsten/2022-techniekdag/insluiten/",
    "/bijeenkomsten/2022-techniekdag/vragen/meetapparatuur/",
    "/deals/",
    "/deals/jaar/2022/",
    "/deals/regio/middenland/",
    "/deals/regio/veenland/",
    "/deals/status/afgerond/",
    "/deals/thema/lokalen/",
    "/jaren/2022/",
    "/organisaties/roc-middenland/",
    "/organisaties/roc-middenland/insluiten/",
    "/organisaties/van-wieringa/",
    "/organisaties/van-wieringa/insluiten/",
    "/reeksen/techniekdag/",
    "/regios/dalerbos/",
    "/regios/driesluis/",
    "/regios/havenkwartier/",
    "/regios/middenland/",
    "/regios/middenland/insluiten/",
    "/regios/middenland/themas/lokalen/",
    "/regios/veenland/",
    "/regios/veenland/themas/lokalen/",
    "/regios/veenstad/",
    "/themas/lokalen/insluiten/",
    "/themas/lokalen/",
    // Pages that have little of their own show what is near.
    "/mensen/naomi-okafor/",
    "/organisaties/autobedrijf-hof/",
    "/organisaties/meiden-en-techniek/",
    "/regios/driesluis/themas/lokalen/",
    "/regios/havenkwartier/themas/lokalen/",
    "/regios/middenland/themas/bedrijfsleven/",
    "/regios/middenland/themas/docenten/",
    "/regios/middenland/themas/zij-instroom/",
    "/regios/rivierdorpen/themas/lokalen/",
    "/regios/turfhaven/themas/lokalen/",
    "/regios/veenstad/themas/lokalen/",
    "/regios/westerkwartier/themas/lokalen/",
];

#[test]
fn building_again_renders_nothing_and_touches_nothing() {
    let mut site = veenland();
    let manifest = fs::metadata(site.at(".oogst/manifest"))
        .and_then(|facts| facts.modified())
        .expect("there is a manifest");
    site.build()
        .assert_rendered([])
        .assert_written_only([])
        .assert_removed([]);
    site.build_cold()
        .assert_rendered([])
        .assert_written_only([])
        .assert_removed([]);
    assert_eq!(
        fs::metadata(site.at(".oogst/manifest"))
            .and_then(|facts| facts.modified())
            .expect("there is a manifest"),
        manifest
    );
}

#[test]
fn saving_files_without_a_change_renders_nothing() {
    let mut site = veenland();
    for path in [
        ASKS_2019,
        "content/regios.toml",
        "content/pages/over.md",
        "oogst.toml",
    ] {
        let text = site.read(path);
        site.write(path, text);
    }
    site.build().assert_rendered([]).assert_written_only([]);
    site.append(
        "content/regios.toml",
        "\n# Een opmerking voor wie meeschrijft.\n",
    )
    .build()
    .assert_rendered([])
    .assert_written_only([]);
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_text_renders_only_the_pages_that_show_it_and_back() {
    let mut site = veenland();
    let before = site.output();
    site.replace(
        ASKS_2019,
        "Drie scholen hebben samen elf docenten",
        "Drie scholen hebben samen twaalf docenten",
    )
    .build();
    site.assert_rendered([
        "/bijeenkomsten/2019-techniekdag/vragen/bijblijven-met-robots/",
        "/bijeenkomsten/2019-techniekdag/deals/samen-bijscholen/",
        "/bijeenkomsten/2019-techniekdag/afdrukken/",
        "/en/events/2019-techniekdag/asks/bijblijven-met-robots/",
        "/en/events/2019-techniekdag/deals/samen-bijscholen/",
        "/en/events/2019-techniekdag/print/",
    ]);
    site.assert_written_only([
        "bijeenkomsten/2019-techniekdag/vragen/bijblijven-met-robots/index.html",
        "bijeenkomsten/2019-techniekdag/deals/samen-bijscholen/index.html",
        "bijeenkomsten/2019-techniekdag/afdrukken/index.html",
        "en/events/2019-techniekdag/asks/bijblijven-met-robots/index.html",
        "en/events/2019-techniekdag/deals/samen-bijscholen/index.html",
        "en/events/2019-techniekdag/print/index.html",
        // Feeds tell of it too.
        "en/organisations/lindecollege/feed.xml",
        "en/regions/noorderveld/feed.xml",
        "en/themes/docenten/feed.xml",
        "organisaties/lindecollege/feed.xml",
        "regios/noorderveld/feed.xml",
        "themas/docenten/feed.xml",
    ]);
    site.assert_same_as_a_clean_build();
    site.replace(
        ASKS_2019,
        "Drie scholen hebben samen twaalf docenten",
        "Drie scholen hebben samen elf docenten",
    )
    .build()
    .assert_rendered_count(6);
    before.assert_same(&site.output(), "taken back, an edit leaves nothing behind");
}

#[test]
fn a_title_renders_the_pages_that_name_it() {
    let mut site = veenland();
    site.replace(
        HARVEST_2022,
        "\"Veertig meters voor het lab\"",
        "\"Veertig goede meters voor het lab\"",
    )
    .build();
    site.assert_rendered_in_dutch(
        SHOW_THE_METERS
            .into_iter()
            .chain(["/bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab/"]),
    );
    site.assert_rendered_count(84)
        .assert_same_as_a_clean_build();
}

#[test]
fn another_id_moves_a_page_and_renders_what_links_to_it() {
    let mut site = veenland();
    site.replace(
        HARVEST_2022,
        "id = \"meters-voor-het-lab\"",
        "id = \"meters-in-het-lab\"",
    )
    .build_cold();
    site.assert_rendered_in_dutch(
        SHOW_THE_METERS
            .into_iter()
            .chain(["/bijeenkomsten/2022-techniekdag/deals/meters-in-het-lab/"]),
    );
    site.assert_rendered_count(84);
    site.assert_removed([
        "bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab/index.html",
        "bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab/qr.png",
        "en/events/2022-techniekdag/deals/meters-voor-het-lab/index.html",
        "en/events/2022-techniekdag/deals/meters-voor-het-lab/qr.png",
    ]);
    site.assert_same_as_a_clean_build();
    assert!(
        !site
            .at("output/bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab")
            .exists(),
        "no empty folder is left behind"
    );
}
