//! A record that comes, goes, moves or becomes a draft renders the pages that it touches.

use super::{HARVEST_2024, RAFT, veenland};
use crate::harness::Site;
use crate::tree::Tree;

const IDEAS_2019: &str = "content/events/2019-techniekdag/ideeen.toml";

/// The pages where that idea shows, in Dutch, its own aside.
const SHOW_THE_RAFT: [&str; 35] = [
    "/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/afdrukken/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/ideeen/",
    "/bijeenkomsten/2024-regiotafel-rivierdorpen/insluiten/",
    "/ideeen/",
    "/ideeen/jaar/2024/",
    "/ideeen/pagina/2/",
    "/ideeen/regio/rivierdorpen/",
    "/ideeen/regio/veenland/",
    "/ideeen/regio/veenland/pagina/2/",
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
    "/themas/energie/insluiten/",
    "/themas/",
    "/themas/energie/",
    // Pages that have little of their own show what is near.
    "/mensen/ijsbrand-kuiper/",
    "/organisaties/mavo-zandwijk/",
    "/regios/dijkring/themas/energie/",
    "/regios/rivierdorpen/themas/imago/",
    "/regios/rivierdorpen/themas/lokalen/",
    "/themas/ict/",
];

#[test]
fn a_record_more_and_a_record_less() {
    let mut site = veenland();
    let before = site.output();
    site.append(HARVEST_2024, RAFT).build();
    let own = "/bijeenkomsten/2024-regiotafel-rivierdorpen/ideeen/een-vlot-van-vaten/";
    site.assert_rendered_in_dutch(SHOW_THE_RAFT.into_iter().chain([own]))
        .assert_rendered_count(72)
        .assert_same_as_a_clean_build();
    site.replace(HARVEST_2024, RAFT, "").build();
    site.assert_rendered_in_dutch(SHOW_THE_RAFT)
        .assert_rendered_count(70);
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
