//! Edits of the invented province, as its writers make them. After each, what is built on from the
//! last time is byte for byte what a build from nothing gives, and no page is rendered that does
//! not show what changed.
//!
//! The site has two languages, so most pages come twice. A list of pages that grows too long to
//! read is counted instead, after a look at the Dutch half of it.

use std::fs;

use oogst::words::Language;

use crate::harness::Site;
use crate::tree::Tree;

const ASKS_2019: &str = "content/events/2019-techniekdag/vraag-en-aanbod.toml";
const IDEAS_2019: &str = "content/events/2019-techniekdag/ideeen.toml";
const HARVEST_2022: &str = "content/events/2022-techniekdag/opbrengst.toml";
const HARVEST_2024: &str = "content/events/2024-regiotafel-rivierdorpen/harvest.toml";

/// A record that nothing else names.
const RAFT: &str = "\n[[idea]]\ntitle = \"Een vlot van vaten\"\nregions = [\"rivierdorpen\"]\nthemes = [\"energie\"]\n";

/// The pages where that idea shows, in Dutch, its own aside.
const SHOW_THE_RAFT: [&str; 25] = [
    "/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/afdrukken/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/ideeen/",
    "/ideeen/",
    "/ideeen/jaar/2024/",
    "/ideeen/regio/rivierdorpen/",
    "/ideeen/regio/veenland/",
    "/ideeen/thema/energie/",
    "/jaren/",
    "/jaren/2024/",
    "/overzicht/",
    "/reeksen/regiotafels/",
    "/regios/",
    // What was for the whole of Rivierdorpen stands on the pages of the places in it, apart.
    "/regios/dijkring/",
    "/regios/driesluis/",
    "/regios/rivierdorpen/",
    "/regios/rivierdorpen/insluiten/",
    "/regios/rivierdorpen/themas/energie/",
    "/regios/veenland/",
    "/regios/veenland/insluiten/",
    "/regios/veenland/themas/energie/",
    "/regios/waalkant/",
    "/themas/",
    "/themas/energie/",
];

/// Where the deal of the meters shows, in Dutch, its own page aside.
const SHOW_THE_METERS: [&str; 26] = [
    "/bijeenkomsten/2022-techniekdag/",
    "/bijeenkomsten/2022-techniekdag/aanbod/oude-meters/",
    "/bijeenkomsten/2022-techniekdag/afdrukken/",
    "/bijeenkomsten/2022-techniekdag/deals/",
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
    "/regios/dalerbos/",
    "/regios/driesluis/",
    "/regios/havenkwartier/",
    "/regios/middenland/",
    "/regios/middenland/insluiten/",
    "/regios/middenland/themas/lokalen/",
    "/regios/veenland/",
    "/regios/veenland/themas/lokalen/",
    "/regios/veenstad/",
    "/themas/lokalen/",
];

fn veenland() -> Site {
    let mut site = Site::from("veenland");
    site.build();
    site
}

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
    site.assert_rendered_count(54)
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
    site.assert_rendered_count(54);
    site.assert_removed([
        "bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab/index.html",
        "en/events/2022-techniekdag/deals/meters-voor-het-lab/index.html",
    ]);
    site.assert_same_as_a_clean_build();
    assert!(
        !site
            .at("output/bijeenkomsten/2022-techniekdag/deals/meters-voor-het-lab")
            .exists(),
        "no empty folder is left behind"
    );
}

#[test]
fn a_record_more_and_a_record_less() {
    let mut site = veenland();
    let before = site.output();
    site.append(HARVEST_2024, RAFT).build();
    let own = "/bijeenkomsten/2024-regiotafel-rivierdorpen/ideeen/een-vlot-van-vaten/";
    site.assert_rendered_in_dutch(SHOW_THE_RAFT.into_iter().chain([own]))
        .assert_rendered_count(52)
        .assert_same_as_a_clean_build();
    site.replace(HARVEST_2024, RAFT, "").build();
    site.assert_rendered_in_dutch(SHOW_THE_RAFT)
        .assert_rendered_count(50);
    site.assert_removed([
        "bijeenkomsten/2024-regiotafel-rivierdorpen/ideeen/een-vlot-van-vaten/index.html",
        "en/events/2024-regiotafel-rivierdorpen/ideas/een-vlot-van-vaten/index.html",
    ]);
    before.assert_same(&site.output(), "taken back, a record leaves nothing behind");
}

#[test]
fn a_record_in_another_file_changes_the_order_and_nothing_else() {
    const RECORD: &str = "[[idee]]\ntitel = \"Eén agenda voor alle gastlessen\"\ndoor = \"techniekpact-veenland\"\nthemas = [\"inrichting\"]\nstatus = \"vervallen\"\n";
    let mut site = veenland();
    let before = site.output();
    site.replace(IDEAS_2019, RECORD, "")
        .append(
            "content/events/2019-techniekdag/beeld.toml",
            &format!("\n{RECORD}"),
        )
        .build();
    site.assert_removed([]).assert_same_as_a_clean_build();
    // Files come in order of path, so it is now the first idea of its event: lists of more than it
    // are in another order.
    assert!(
        site.summary()
            .rendered
            .iter()
            .all(|page| !page.contains("een-agenda")),
        "its own page is as it was"
    );
    let after = site.output();
    let names = |tree: &Tree| {
        tree.0
            .keys()
            .filter(|path| !crate::harness::is_of_search_index(path))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&before), names(&after));
    for page in &site.summary().rendered {
        let path = format!("{}index.html", page.trim_start_matches('/'));
        assert_eq!(
            sorted_lines(&before, &path),
            sorted_lines(&after, &path),
            "{path} has the same lines in another order"
        );
    }
    // In a file that comes right after the one it stood in, it is where it was.
    site.replace(
        "content/events/2019-techniekdag/beeld.toml",
        &format!("\n{RECORD}"),
        "",
    );
    site.write(
        "content/events/2019-techniekdag/ideeen.vervolg.toml",
        RECORD,
    )
    .build();
    before.assert_same(
        &site.output(),
        "the same order, from other files, gives the same site",
    );
}

fn sorted_lines<'a>(tree: &'a Tree, path: &str) -> Vec<&'a str> {
    // The index of a list tells places in it, so its version changes with the order, and so does
    // the mark of the page.
    let mut lines: Vec<&str> = tree
        .text(path)
        .lines()
        .filter(|line| !line.contains("data-index=") && !line.starts_with("<!-- oogst "))
        .collect();
    lines.sort_unstable();
    lines
}

#[test]
fn another_parent_renders_the_regions_it_moved_between() {
    let mut site = veenland();
    let dalerbos =
        |parent: &str| format!("naam = \"Dalerbos\"\nsoort = \"gemeente\"\nonder = [\"{parent}\"]");
    site.replace(
        "content/regios.toml",
        &dalerbos("middenland"),
        &dalerbos("zuiderwaard"),
    )
    .build();
    site.assert_rendered([
        "/regios/",
        "/regios/dalerbos/",
        "/regios/middenland/",
        "/regios/zuiderwaard/",
        "/en/regions/",
        "/en/regions/dalerbos/",
        "/en/regions/middenland/",
        "/en/regions/zuiderwaard/",
    ]);
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_theme_with_another_name_renders_the_pages_of_that_language_that_name_it() {
    let mut site = veenland();
    site.replace(
        "content/themes.toml",
        "name = \"Zij-instroom\"",
        "name = \"Zij-instromers\"",
    )
    .build();
    let (rendered, output) = (&site.summary().rendered, site.output());
    assert!(
        rendered.iter().all(|page| !page.starts_with("/en/")),
        "its English name is as it was"
    );
    for page in rendered {
        let path = format!("{}index.html", page.trim_start_matches('/'));
        assert!(
            output.text(&path).contains("Zij-instromers"),
            "{page} does not name it"
        );
    }
    let naming = output
        .pages()
        .filter(|(_, text)| text.contains("Zij-instromers"))
        .count();
    assert_eq!(
        naming,
        rendered.len(),
        "each page that names it is rendered"
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_template_of_the_sites_own_wins_and_leaves_when_removed() {
    let mut site = veenland();
    let before = site.output();
    let template = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/themes/default/templates/idea.html"
    ))
    .expect("there is a template");
    let block = "{% block main %}";
    assert!(
        template.contains(block),
        "the template of an idea has a block for what is its own"
    );
    site.write(
        "templates/idea.html",
        template.replacen(block, &format!("{block}<p>Een eigen regel.</p>"), 1),
    )
    .build();
    // A look is part of every key, so all is rendered; but only what became different is written.
    let pages = site.summary().pages;
    site.assert_rendered_count(pages);
    let output = site.output();
    let changed: Vec<&str> = output
        .pages()
        .filter(|(_, text)| text.contains("Een eigen regel."))
        .map(|(path, _)| path)
        .collect();
    let ideas = output
        .pages()
        .filter(|(_, text)| text.contains("data-page=\"idea\""))
        .count();
    assert_eq!(
        changed.len(),
        ideas,
        "every page of an idea has the line, and no other"
    );
    site.assert_written_only(changed)
        .assert_same_as_a_clean_build();
    site.remove("templates/idea.html").build();
    before.assert_same(&site.output(), "the site is as it was");
}

#[test]
fn a_choice_of_the_look_renders_all_pages_and_taken_back_leaves_nothing() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    let pages = site.summary().pages;
    let without = site.read("oogst.toml");
    // Every page names the stylesheet of choices, by what is in it.
    for colour in ["#9a4b00", "#7a3b00"] {
        site.write(
            "oogst.toml",
            format!("{without}\n[look]\nask = \"{colour}\"\n"),
        )
        .build()
        .assert_rendered_count(pages);
        assert!(site.output().text("assets/options.css").contains(colour));
        site.assert_same_as_a_clean_build();
    }
    site.write("oogst.toml", without)
        .build()
        .assert_rendered_count(pages)
        .assert_removed(["assets/options.css"]);
    before.assert_same(&site.output(), "the site is as it was");
}

#[test]
fn a_file_of_the_look_renders_all_and_writes_what_is_different() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    let pages = site.summary().pages;
    site.write("assets/eigen.txt", "Niemand noemt dit bestand.\n")
        .build();
    site.assert_rendered_count(pages)
        .assert_written_only(["assets/eigen.txt"])
        .assert_same_as_a_clean_build();
    // What all pages name by its content is another matter.
    site.write("assets/style.css", "p { margin: 0 }\n")
        .build()
        .assert_rendered_count(pages)
        .assert_same_as_a_clean_build();
    let output = site.output();
    let same: Vec<&str> = output
        .pages()
        .filter(|(path, text)| before.text(path) == *text)
        .map(|(path, _)| path)
        .collect();
    assert!(same.is_empty(), "{same:?} name the stylesheet of before");
    site.remove("assets").build().assert_rendered_count(pages);
    before.assert_same(&site.output(), "the site is as it was");
}

#[test]
fn a_record_that_becomes_a_draft_leaves_the_pages_that_showed_it() {
    let event = "content/events/2025-techniekavond/event.md";
    let title = "titel = \"Repareer samen een fiets\"\n";
    let mut site = Site::from("klein");
    let before = site.build().output();
    site.replace(event, title, &format!("{title}concept = true\n"))
        .build();
    let after = site.output();
    let changed = after
        .pages()
        .filter(|(path, text)| before.0.get(*path).is_none_or(|old| old != text.as_bytes()));
    let changed: Vec<String> = changed
        .map(|(path, _)| format!("/{}", path.trim_end_matches("index.html")))
        .collect();
    site.assert_rendered(changed.iter().map(String::as_str))
        .assert_same_as_a_clean_build();
    assert!(
        !site
            .at("output/bijeenkomsten/2025-techniekavond/ideeen")
            .exists()
    );
    assert!(
        after
            .texts()
            .all(|(_, text)| !text.contains("Repareer samen")),
        "nothing tells of a draft"
    );
    site.with_drafts().build_cold();
    let marked = site.output();
    assert!(marked.0.contains_key(
        "bijeenkomsten/2025-techniekavond/ideeen/repareer-samen-een-fiets/index.html"
    ));
    site.drafts(false)
        .replace(event, "concept = true\n", "")
        .build();
    before.assert_same(&site.output(), "published, it is where it was");
}

#[test]
fn the_sites_title_is_on_every_page_of_its_language() {
    let mut site = veenland();
    site.replace(
        "oogst.toml",
        "title = \"Oogst van Veenland\"",
        "title = \"De oogst van Veenland\"",
    )
    .build();
    assert!(
        site.summary()
            .rendered
            .iter()
            .all(|page| !page.starts_with("/en/")),
        "the English title is as it was"
    );
    let output = site.output();
    let redirects = output
        .pages()
        .filter(|(_, text)| text.contains("http-equiv=\"refresh\""))
        .count();
    let dutch = output
        .pages()
        .filter(|(path, _)| !path.starts_with("en/"))
        .count()
        - redirects;
    site.assert_rendered_count(dutch)
        .assert_same_as_a_clean_build();
}

#[test]
fn a_day_that_changes_nothing_renders_nothing() {
    let mut site = veenland();
    site.on("2026-01-16")
        .build()
        .assert_rendered([])
        .assert_written_only([]);
    // On 2 July a deal is overdue, and two asks have had no news for too long.
    site.on("2026-07-02").build().assert_rendered_count(120);
    let rendered = &site.summary().rendered;
    for page in [
        "/bijeenkomsten/2024-techniekdag/deals/warmtepomp-in-de-klas/",
        "/en/events/2024-techniekdag/deals/warmtepomp-in-de-klas/",
    ] {
        assert!(
            rendered.iter().any(|rendered| rendered == page),
            "{page} became overdue"
        );
    }
    site.assert_same_as_a_clean_build();
}

#[test]
fn an_attachment_with_other_bytes_is_copied_again() {
    let mut site = veenland();
    site.append(
        "content/events/2019-techniekdag/media/cijfers-2019.csv",
        "nog een regel,1\n",
    )
    .build();
    assert!(
        site.output()
            .text("bijeenkomsten/2019-techniekdag/media/cijfers-2019.csv")
            .ends_with("nog een regel,1\n")
    );
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_mistake_keeps_the_site_and_mending_it_renders_what_changed_since() {
    let mut site = veenland();
    site.replace(ASKS_2019, "samen elf docenten", "samen twaalf docenten")
        .append(HARVEST_2024, "\n[[idea]]\ntitle = \"Half\n")
        .build_refused();
    assert!(
        site.diagnostics(Language::Nl).contains("toml-syntax"),
        "{}",
        site.diagnostics(Language::Nl)
    );
    site.replace(HARVEST_2024, "\n[[idea]]\ntitle = \"Half\n", "")
        .build()
        .assert_rendered_count(6)
        .assert_same_as_a_clean_build();
}

#[test]
fn files_of_others_stay_and_pages_that_go_are_removed() {
    let mut site = veenland();
    let theirs = [
        ("output/CNAME", "veenland.example"),
        ("output/ideeen/eigen/index.html", "van ons"),
        ("output/.well-known/eigen.txt", "hier"),
    ];
    for (path, text) in theirs {
        site.write(path, text);
    }
    site.append(HARVEST_2024, RAFT)
        .build()
        .replace(HARVEST_2024, RAFT, "")
        .build();
    site.remove("content/events/2021-werkbezoek-de-kroon")
        .build();
    assert!(
        !site
            .at("output/bijeenkomsten/2021-werkbezoek-de-kroon")
            .exists(),
        "the pages and pictures of an event that went are gone"
    );
    for (path, text) in theirs {
        assert_eq!(site.read(path), text);
        site.remove(path);
    }
    site.assert_same_as_a_clean_build();
}

#[test]
fn a_page_edited_by_hand_is_made_again_and_kept_aside() {
    let mut site = veenland();
    let edited = site
        .read("output/over/index.html")
        .replace("Verzonnen", "Echte");
    site.write("output/over/index.html", &edited)
        .build()
        .assert_rendered(["/over/"])
        .assert_same_as_a_clean_build();
    let [(path, kept_at)] = site.summary().put_aside.as_slice() else {
        panic!("one file is put aside: {:?}", site.summary().put_aside)
    };
    assert_eq!(path, "over/index.html");
    assert_eq!(fs::read_to_string(kept_at).expect("it is kept"), edited);
}

#[test]
fn a_manifest_that_is_lost_or_damaged_costs_time_and_nothing_else() {
    let mut site = veenland();
    let (before, manifest) = (
        site.output(),
        fs::read(site.at(".oogst/manifest")).expect("there is a manifest"),
    );
    let mut flipped = manifest.clone();
    flipped[manifest.len() / 2] ^= 0x20;
    let damages: [&[u8]; 4] = [
        b"",
        b"oogst files\n",
        &manifest[..manifest.len() / 2],
        &flipped,
    ];
    for (number, damage) in damages.into_iter().enumerate() {
        site.write(".oogst/manifest", damage).build_cold();
        let pages = site.summary().pages;
        site.assert_rendered_count(pages).assert_written_only([]);
        before.assert_same(
            &site.output(),
            &format!("after damage {number}, the site is as it was"),
        );
        assert_eq!(
            site.summary().put_aside,
            [],
            "what is the same is not put aside"
        );
    }
    site.remove(".oogst").build_cold().assert_written_only([]);
    site.append(ASKS_2019, "\n# Niets.\n")
        .build_cold()
        .assert_rendered([]);
    before.assert_same(&site.output(), "the site is as it was");
}
