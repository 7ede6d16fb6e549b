//! What is missing is told in one way, and truly, in every table, on every map, in every figure,
//! legend and sentence.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{SENTENCES, SITES};
use crate::harness::Site;
use crate::page::{attributes, texts};
use crate::sites::built;

/// What a cell, a figure or a map may say of a count: a number, that there may be more, and the
/// three ways in which there is none.
fn is_of_the_vocabulary(said: &str) -> bool {
    let number = said.strip_suffix('+').unwrap_or(said);
    let is_number = !number.is_empty()
        && number
            .chars()
            .all(|sign| sign.is_ascii_digit() || sign == '.' || sign == ',');
    is_number || NONE.contains(&said)
}

/// Nothing on record; nothing kept; not on record how many; not held. In both languages.
const NONE: [&str; 7] = [
    "geen",
    "none",
    "niet bijgehouden",
    "not kept",
    "niet vastgelegd",
    "not on record",
    "–",
];

/// What a cell of the overview shows behind the name that it has on a phone. What only a screen
/// reader says comes after a comma, or behind a sign, whose words it has.
fn visible(cell: &str, name: &str) -> String {
    let cell = cell.strip_prefix(name).unwrap_or(cell).trim();
    let cell = cell.trim_start_matches("Nog open").trim();
    match cell.strip_prefix(['–', '?']) {
        Some(heard) if cell.starts_with('?') => {
            heard.rsplit(": ").next().unwrap_or(heard).to_owned()
        }
        Some(_) => "–".to_owned(),
        None => cell.split(", ").next().unwrap_or(cell).to_owned(),
    }
}

/// What each cell of a table of editions says, behind the name that it has on a phone; and how many
/// had been before, without who they were.
fn in_editions(html: &str) -> Vec<String> {
    let names = texts(html, "table.editions td .cell-name");
    let cells = texts(html, "table.editions td");
    assert_eq!(names.len(), cells.len(), "each cell says what it is of");
    cells
        .iter()
        .zip(&names)
        .map(|(cell, name)| {
            let cell = cell.strip_prefix(name.as_str()).unwrap_or(cell);
            let who = cell.find("Wie,").or_else(|| cell.find("Who,"));
            cell[..who.unwrap_or(cell.len())].trim().to_owned()
        })
        .collect()
}

/// What each place on a page that shows a count says.
fn shown(html: &str) -> Vec<String> {
    let editions = in_editions(html);
    let mut shown = if editions.is_empty() {
        texts(html, "table.counts td:not(.bar)")
    } else {
        editions
    };
    shown.extend(texts(html, ".numbers dd"));
    shown.extend(texts(html, ".run sup"));
    shown.extend(texts(html, "text.map-number"));
    let names = texts(html, "table.overview td .cell-name");
    let cells = texts(html, "table.overview td");
    assert_eq!(names.len(), cells.len(), "each cell says what it is of");
    shown.extend(
        cells
            .iter()
            .zip(&names)
            .map(|(cell, name)| visible(cell, name)),
    );
    // "17 deals vastgelegd", "Deals: geen".
    let in_list = |count: &String| match count.split_once(": ") {
        Some((_, none)) => none.to_owned(),
        None => count.split(' ').next().unwrap_or_default().to_owned(),
    };
    shown.extend(texts(html, ".lead-in.count").iter().map(in_list));
    for row in texts(html, ".map .legend li") {
        let row = row.replace(" tot en met ", ", ").replace(" to ", ", ");
        let row = row.replace(" of ", ", ").replace(" or ", ", ");
        shown.extend(row.split(", ").map(ToOwned::to_owned));
    }
    shown
}

#[test]
fn none_is_told_in_one_way_in_every_table_map_figure_and_legend() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for site in SITES {
        for (path, html) in built(site).pages() {
            for said in shown(html) {
                read += 1;
                if !is_of_the_vocabulary(said.trim()) {
                    wrong.push(format!("{site}: {path}: {said:?}"));
                }
            }
            // The overview explains its noughts; no other sentence has one.
            let explains = !texts(html, "table.overview").is_empty();
            for sentence in texts(html, SENTENCES) {
                let mut words = sentence.split([' ', ',', '.']);
                if !explains && words.any(|word| word == "0") {
                    wrong.push(format!("{site}: {path}: {sentence}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 3_000, "only {read} counts were read");
}

/// A region a way of having none or some, below one that has them all: its name, what its event
/// says was recorded of deals, and how many deals it has; `None` where there was no event.
const WAYS: [(&str, Option<&str>, usize); 6] = [
    ("Leeg", None, 0),
    (
        "Stil",
        Some("deals = \"geen\"\nvragen = \"geen\"\naanbod = \"geen\"\nideeen = \"geen\"\n"),
        0,
    ),
    (
        "Nihil",
        Some("deals = \"alle\"\nvragen = \"alle\"\naanbod = \"alle\"\nideeen = \"alle\"\n"),
        0,
    ),
    ("Ongezegd", Some(""), 0),
    ("Deels", Some("deals = \"enkele\"\n"), 1),
    ("Vol", Some("deals = \"alle\"\n"), 2),
];

/// What each of these must say of its deals, wherever it is counted.
const SAID: [(&str, &str); 6] = [
    ("leeg", "geen"),
    ("stil", "niet bijgehouden"),
    ("nihil", "0"),
    ("ongezegd", "0"),
    ("deels", "1+"),
    ("vol", "2"),
];

fn every_way_of_having_none() -> Site {
    let mut regions = "[[regio]]\nnaam = \"Land\"\n".to_owned();
    let mut site = Site::with(&[(
        "oogst.toml",
        "title = \"Land\"\nlanguage = \"nl\"\nbase_url = \"https://land.example/\"\n",
    )]);
    site.write(
        "content/themas.toml",
        "[[thema]]\nnaam = \"Techniek\"\n[[thema]]\nnaam = \"Anders\"\n",
    );
    for (place, (name, recorded, deals)) in WAYS.iter().enumerate() {
        let id = name.to_lowercase();
        write!(
            regions,
            "[[regio]]\nnaam = \"{name}\"\nonder = \"land\"\ntegel = [{place}, 0]\n"
        )
        .expect("text can be written");
        let Some(recorded) = recorded else {
            continue;
        };
        let folder = format!("content/events/2024-{id}");
        site.write(
            &format!("{folder}/event.md"),
            format!(
                "+++\ntitel = \"{name}\"\ndatum = 2024-03-20\nsamenvatting = \"S.\"\nregios = [\"{id}\"]\nthemas = [\"techniek\"]\n[vastgelegd]\n{recorded}+++\n"
            ),
        );
        let deals: String = (0..*deals)
            .map(|deal| format!("[[deal]]\ntitel = \"Deal {deal} van {name}\"\n"))
            .collect();
        site.write(&format!("{folder}/deals.toml"), deals);
    }
    site.write("content/regios.toml", regions);
    site
}

/// What the first count behind each link to a region says, in every row of the tables of a page.
fn by_region(html: &str, row: &str) -> BTreeMap<String, String> {
    let links = attributes(html, &format!("{row} tbody th a"), "href");
    let rows: Vec<String> = html
        .split("<th scope=\"row\">")
        .skip(1)
        .map(|row| texts(&format!("<table><tr>{row}"), "td:not(.bar)").swap_remove(0))
        .collect();
    assert_eq!(links.len(), rows.len(), "a row has a link and a count");
    let id = |href: &String| {
        href.trim_end_matches('/')
            .rsplit('/')
            .next()
            .map(ToOwned::to_owned)
    };
    let names = links.iter().filter_map(id);
    names.zip(rows).collect()
}

#[test]
fn none_says_what_is_true_wherever_a_region_is_counted() {
    let mut site = every_way_of_having_none();
    let output = site.build().output();
    let said: BTreeMap<String, String> = SAID
        .iter()
        .map(|(id, said)| ((*id).to_owned(), (*said).to_owned()))
        .collect();
    for path in ["index.html", "regios/index.html", "regios/land/index.html"] {
        let html = output.text(path);
        let mut counts = by_region(html, "table.counts");
        counts.retain(|id, _| said.contains_key(id));
        assert_eq!(counts, said, "{path}");
        let titles: Vec<&str> = html.split("<title>").skip(2).collect();
        let titles = titles
            .iter()
            .filter_map(|rest| rest.split("</title>").next());
        let on_map = [
            "Deels: minstens 1 deal",
            "Leeg: deals: geen",
            "Nihil: 0 deals",
            "Ongezegd: 0 deals",
            "Stil: deals: niet bijgehouden",
            "Vol: 2 deals",
        ];
        if path != "regios/index.html" {
            assert_eq!(titles.collect::<Vec<_>>(), on_map, "{path}");
            assert_eq!(
                texts(html, ".map .legend li")[0].trim(),
                "0, geen of niet bijgehouden",
                "{path}"
            );
        }
    }
    // A region without anything has no row of its own in the overview, and no cell of a theme.
    let overview = by_region(output.text("overzicht/index.html"), "table.overview");
    let cell = |id: &str| overview.get(id).map(|cell| visible(cell, "Techniek"));
    for (id, shown) in &SAID[1..] {
        assert_eq!(cell(id).as_deref(), Some(*shown), "{id}");
    }
    assert_eq!(cell("leeg"), None);
}

#[test]
fn a_region_with_little_says_in_words_what_it_lacks_and_one_with_more_in_numbers() {
    let mut site = every_way_of_having_none();
    let output = site.build().output();
    let opening = |id: &str| {
        let html = output.text(&format!("regios/{id}/index.html"));
        let mut said = texts(html, "main .opening-title p:not(.kind)");
        let (numbers, labels) = (texts(html, ".numbers dd"), texts(html, ".numbers dt"));
        said.extend(
            numbers
                .iter()
                .zip(&labels)
                .map(|(number, of)| format!("{number} {of}")),
        );
        said.join(" ")
    };
    let none = "Hier zijn geen deals, vragen, aanbiedingen of ideeën vastgelegd.";
    assert_eq!(opening("leeg"), none);
    assert_eq!(
        opening("stil"),
        "Eén bijeenkomst. Deals, vragen, aanbiedingen en ideeën zijn hier niet bijgehouden."
    );
    assert_eq!(opening("nihil"), format!("Eén bijeenkomst. {none}"));
    assert_eq!(opening("ongezegd"), format!("Eén bijeenkomst. {none}"));
    assert_eq!(
        opening("deels"),
        "Minstens één deal uit één bijeenkomst. Hier zijn geen vragen, aanbiedingen of ideeën \
         vastgelegd."
    );
    assert_eq!(
        opening("vol"),
        "Twee deals uit één bijeenkomst. 2 deals vastgelegd 1 bijeenkomst"
    );
}
