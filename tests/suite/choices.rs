//! The choices of a list: as links, and as the index that a browser combines them with.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::harness::Site;
use crate::page::Page;

const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// A site with four deals, for regions and themes that lie in one another.
fn small() -> Site {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/map/\"\n",
        ),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Polder\"\n[[regio]]\nnaam = \"Dijk\"\nonder = [\"polder\"]\n[[regio]]\nnaam = \"Leeg\"\n",
        ),
        (
            "content/themas.toml",
            "[[thema]]\nnaam = \"Water\"\nnaam_en = \"Waters\"\n",
        ),
        (
            EVENT,
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nvastgelegd = { deals = \"enkele\" }\n+++\n",
        ),
        (
            "content/events/2024-dag/event.md",
            "+++\ntitel = \"Dag\"\ndatum = 2024-03-20\n+++\n",
        ),
    ]);
    site.write(
        "content/events/2025-techniekavond/deals.toml",
        deal("A", "dijk", "water", "lopend") + &deal("B", "polder", "", "afgerond"),
    );
    site.write(
        "content/events/2024-dag/deals.toml",
        deal("C", "", "water", "lopend") + &deal("D", "dijk", "", ""),
    );
    site
}

fn deal(title: &str, region: &str, theme: &str, status: &str) -> String {
    let mut deal = format!("[[deal]]\ntitel = \"{title}\"\n");
    for (key, value) in [("regios", region), ("themas", theme)] {
        let _ = writeln!(
            deal,
            "{key} = [{}]",
            if value.is_empty() {
                String::new()
            } else {
                format!("\"{value}\"")
            }
        );
    }
    if !status.is_empty() {
        let _ = writeln!(deal, "status = \"{status}\"");
    }
    deal
}

fn index(site: &Site, path: &str) -> Value {
    serde_json::from_str(&site.read(&format!("output/{path}"))).expect("an index is JSON")
}

#[test]
fn an_index_says_of_each_choice_which_entries_it_leaves() {
    let mut site = small();
    site.build();
    let choice = |id: &str, also: Value, name: &str, lang: Value, depth: usize, at: &[usize]| json!({"id": id, "also": also, "name": name, "lang": lang, "depth": depth, "at": at});
    let none = Value::Null;
    let dutch = json!({
        "list": "/map/deals/", "page": "pagina", "length": 20, "total": 4,
        "groups": [
            {"key": "regio", "also": "region", "label": "Regio", "choices": [
                choice("polder", none.clone(), "Polder", none.clone(), 0, &[0, 1, 3]),
                choice("dijk", none.clone(), "Dijk", none.clone(), 1, &[0, 3]),
            ]},
            {"key": "thema", "also": "theme", "label": "Thema", "choices": [choice("water", none.clone(), "Water", none.clone(), 0, &[0, 2])]},
            {"key": "jaar", "also": "year", "label": "Jaar", "choices": [
                choice("2025", none.clone(), "2025", none.clone(), 0, &[0, 1]),
                choice("2024", none.clone(), "2024", none.clone(), 0, &[2, 3]),
            ]},
            {"key": "status", "also": "status", "label": "Stand", "choices": [
                choice("lopend", json!("underway"), "Loopt", none.clone(), 0, &[0, 2]),
                choice("afgerond", json!("done"), "Klaar", none.clone(), 0, &[1]),
            ]},
        ],
    });
    assert_eq!(index(&site, "deals/index.json"), dutch);
    let english = json!({
        "list": "/map/en/deals/", "page": "page", "length": 20, "total": 4,
        "groups": [
            {"key": "region", "also": "regio", "label": "Region", "choices": [
                choice("polder", none.clone(), "Polder", json!("nl"), 0, &[0, 1, 3]),
                choice("dijk", none.clone(), "Dijk", json!("nl"), 1, &[0, 3]),
            ]},
            {"key": "theme", "also": "thema", "label": "Theme", "choices": [choice("water", none.clone(), "Waters", none.clone(), 0, &[0, 2])]},
            {"key": "year", "also": "jaar", "label": "Year", "choices": [
                choice("2025", none.clone(), "2025", none.clone(), 0, &[0, 1]),
                choice("2024", none.clone(), "2024", none.clone(), 0, &[2, 3]),
            ]},
            {"key": "status", "also": "status", "label": "Status", "choices": [
                choice("underway", json!("lopend"), "Under way", none.clone(), 0, &[0, 2]),
                choice("done", json!("afgerond"), "Done", none, 0, &[1]),
            ]},
        ],
    });
    assert_eq!(index(&site, "en/deals/index.json"), english);
}

#[test]
fn lists_count_what_is_on_record_and_lead_back_to_the_whole() {
    let mut site = small();
    site.build();
    let opening = |path: &str| {
        let page = site.read(&format!("output/{path}index.html"));
        let (_, rest) = page.split_once("count\">").expect("a list has its count");
        let (opening, _) = rest
            .split_once("<details class=\"narrow\"")
            .or_else(|| rest.split_once("</div>"))
            .expect("an opening ends");
        opening.trim().to_owned()
    };
    assert_eq!(
        opening("deals/"),
        "4 deals vastgelegd; het kunnen er meer zijn</p>"
    );
    assert_eq!(
        opening("deals/regio/dijk/"),
        "2 deals vastgelegd; het kunnen er meer zijn</p>\n<p class=\"whole\"><a href=\"/map/deals/\">Alle deals</a> <a href=\"/map/deals/?regio=dijk\">Combineer Dijk met andere keuzes</a></p>"
    );
    assert_eq!(
        opening("en/deals/year/2024/"),
        "2 deals on record</p>\n<p class=\"whole\"><a href=\"/map/en/deals/\">All deals</a> <a href=\"/map/en/deals/?year=2024\">Combine 2024 with other choices</a></p>"
    );
}

/// The indexes of the site as built; each is on a page with the script that reads it, and nowhere
/// else.
fn indexes(site: &mut Site) -> Vec<String> {
    let output = site.build().output();
    for (path, text) in output.pages() {
        let page = Page::read(text);
        let file = format!("{}index.json", path.trim_end_matches("index.html"));
        let has_script = page
            .loads
            .iter()
            .any(|address| *address == format!("/{}", output.asset_path("choose.js")));
        assert_eq!(
            has_script,
            output.0.contains_key(&file),
            "the script is on {path} exactly with its index"
        );
        assert_eq!(
            text.contains(" data-index="),
            has_script,
            "and so are the choices"
        );
    }
    output
        .0
        .keys()
        .filter(|path| path.ends_with(".json"))
        .cloned()
        .collect()
}

#[test]
fn a_list_with_nothing_to_choose_or_too_much_has_no_index() {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\n[search]\nenabled = false\n",
        ),
        (EVENT, "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\n+++\n"),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Polder\"\n[[regio]]\nnaam = \"Dijk\"\n",
        ),
    ]);
    let records = "content/events/2025-techniekavond/veel.toml";
    let none: Vec<String> = Vec::new();
    site.write(records, deal("A", "dijk", "", ""));
    assert_eq!(
        indexes(&mut site),
        none,
        "one deal leaves nothing to choose"
    );
    site.write(
        records,
        deal("A", "dijk", "", "") + &deal("B", "dijk", "", ""),
    );
    assert_eq!(indexes(&mut site), none, "nor do two that are alike");
    let region = |number: usize| ["dijk", "polder"][number % 2];
    let deals = (0..5_000)
        .map(|number| deal(&format!("D {number}"), region(number), "", ""))
        .collect::<String>();
    let ideas = (0..=5_000)
        .map(|number| {
            format!(
                "[[idee]]\ntitel = \"I {number}\"\nregios = [\"{}\"]\n",
                region(number)
            )
        })
        .collect::<String>();
    site.write(records, deals + &ideas);
    assert_eq!(
        indexes(&mut site),
        ["deals/index.json"],
        "five thousand can be read at one go, more cannot"
    );
}

#[test]
fn names_in_an_index_are_data_and_nothing_else() {
    let name = "</script><!--\u{2028}\u{2029} \\\" ' & \u{202e}";
    let mut site = small();
    site.write(
        "content/regios.toml",
        format!("[[regio]]\nid = \"polder\"\nnaam = {}\n[[regio]]\nnaam = \"Dijk\"\nonder = [\"polder\"]\n", json!(name)),
    );
    site.build();
    let text = site.read("output/deals/index.json");
    assert!(!text.contains('<'), "no browser can take it for a page");
    let shown = index(&site, "deals/index.json")["groups"][0]["choices"][0]["name"]
        .as_str()
        .expect("a name")
        .to_owned();
    assert_eq!(
        shown, "</script><!– \\” ‘ & ",
        "as the pages write it, without what turns the direction"
    );
}
