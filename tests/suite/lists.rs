//! Lists, home and pages without content, as a reader meets them: what comes first, what leads on.

use crate::harness::Site;
use crate::page::{attributes, texts};

#[test]
fn a_list_opens_with_its_first_entries_folds_what_narrows_it_and_ends_with_its_charts() {
    let mut site = Site::from("veenland");
    let page = site.build().read("output/deals/index.html");
    let places = [
        "<details class=\"narrow\">",
        "<div class=\"listed\">",
        "<section class=\"charts\"",
    ]
    .map(|mark| page.find(mark).unwrap_or_else(|| panic!("no {mark}")));
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(
        texts(&page, ".narrow summary"),
        [
            "Maak de lijst kleiner",
            "Deals van één regio",
            "Deals van één thema",
            "Deals uit één jaar",
            "Deals met één stand",
        ]
    );
    // Each link there says what it shows.
    let unseen = texts(&page, ".narrow .run .unseen");
    assert!(
        unseen
            .iter()
            .all(|said| said.starts_with(", alleen hiervan: ")),
        "{unseen:?}"
    );
    assert_eq!(texts(&page, ".charts caption").len(), 3);
    // What wipes a choice is there once there is one.
    assert!(page.contains("<button type=\"button\" hidden>Wis keuzes</button>"));
}

#[test]
fn a_long_list_has_twenty_cards_a_page_and_its_pages_lead_to_each_other() {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Proef\"\nlanguage = \"nl\"\n[search]\nenabled = false\n",
        ),
        (
            "content/events/avond/event.md",
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\n+++\n",
        ),
    ]);
    let ideas: String = (0..115)
        .map(|number| format!("[[idee]]\ntitel = \"Idee {number}\"\n"))
        .collect();
    site.write("content/events/avond/ideeen.toml", ideas)
        .build();
    let page = site.read("output/ideeen/pagina/3/index.html");
    assert_eq!(texts(&page, ".listed .entry-title").len(), 20);
    assert_eq!(
        texts(&page, ".pager li"),
        ["1", "2", "3", "4", "…", "6"],
        "the first, the last and those around this one"
    );
    assert_eq!(
        attributes(&page, ".pager a", "href"),
        [
            "/ideeen/pagina/2/",
            "/ideeen/",
            "/ideeen/pagina/2/",
            "/ideeen/pagina/4/",
            "/ideeen/pagina/6/",
            "/ideeen/pagina/4/",
        ]
    );
    let last = site.read("output/ideeen/pagina/6/index.html");
    assert_eq!(texts(&last, ".listed .entry-title").len(), 15);
}

#[test]
fn home_begins_with_what_the_archive_holds_and_counts_what_was_said_where_no_deals_came_of_it() {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Praatjes\"\nlanguage = \"nl\"\nvastgelegd = { rollen = \"geen\" }\n",
        ),
        (
            "content/events/een/event.md",
            "+++\ntitel = \"Een\"\ndatum = 2025-03-20\n[[sessie]]\ntitel = \"Lassen\"\nsprekers = [\"Ada Bos\", \"Bo Vos\"]\n[[sessie]]\ntitel = \"Frezen\"\nsprekers = [\"Ada Bos\"]\n+++\n",
        ),
        (
            "content/events/twee/event.md",
            "+++\ntitel = \"Twee\"\ndatum = 2024-03-20\n[[sessie]]\ntitel = \"Zagen\"\nsprekers = [\"Ada Bos\"]\n+++\n",
        ),
    ]);
    let numbers = |page: &str| -> Vec<(String, String)> {
        let labels = texts(page, ".numbers dt");
        texts(page, ".numbers dd").into_iter().zip(labels).collect()
    };
    let said = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        let own = |(number, label): &(&str, &str)| ((*number).to_owned(), (*label).to_owned());
        pairs.iter().map(own).collect()
    };
    let page = site.build().read("output/index.html");
    assert_eq!(
        numbers(&page),
        said(&[("2", "bijeenkomsten"), ("3", "sessies"), ("2", "sprekers")])
    );
    assert!(page.find("class=\"numbers\"") < page.find("class=\"band newest\""));
    let page = site
        .write(
            "content/events/twee/deals.toml",
            "[[deal]]\ntitel = \"Samen lassen\"\n",
        )
        .build()
        .read("output/index.html");
    assert_eq!(
        numbers(&page),
        said(&[("2", "bijeenkomsten"), ("1", "deal vastgelegd")])
    );
}

#[test]
fn a_home_of_one_event_and_one_region_has_no_table_that_compares_nothing() {
    let mut site = Site::with(&[
        ("oogst.toml", "title = \"Kop\"\nlanguage = \"nl\"\n"),
        ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
        (
            "content/events/een/event.md",
            "+++\ntitel = \"Een\"\ndatum = 2025-03-20\nregios = [\"duinrand\"]\n[[deal]]\ntitel = \"Deal\"\n+++\n",
        ),
    ]);
    let page = site.build().read("output/index.html");
    assert_eq!(
        texts(&page, "h2"),
        ["In cijfers", "Laatste bijeenkomst", "Laatste deals"]
    );
}

#[test]
fn what_is_gone_leads_to_what_lay_around_it() {
    let mut site = Site::from("beloofd");
    site.remove("content/events/2024-werktafel/ideeen")
        .replace(
            "content/events/2024-werktafel/opbrengst.toml",
            ", zie ook [het idee](idee:zingen)",
            "",
        )
    .append(
        "addresses.toml",
        "\n[[gone]]\nwhat = \"idea:2024-werktafel/zingen\"\nreason = \"Ingetrokken.\"\ndate = 2025-03-01\n",
    )
    .build();
    let page = site.read("output/bijeenkomsten/2024-werktafel/ideeen/zingen/index.html");
    assert_eq!(attributes(&page, "body", "data-page"), ["gone"]);
    assert_eq!(
        attributes(&page, "main .run a", "href"),
        [
            "/oogst/bijeenkomsten/2024-werktafel/",
            "/oogst/bijeenkomsten/",
            "/oogst/reeksen/werktafels/",
            "/oogst/regios/duinrand/",
            "/oogst/",
        ]
    );
    assert_eq!(attributes(&page, "main form", "action"), ["/oogst/zoeken/"]);
    let page = site.read("output/404.html");
    assert_eq!(attributes(&page, "main form", "action"), ["/oogst/zoeken/"]);
}

#[test]
fn names_in_heads_of_tables_break_between_syllables_and_nowhere_else() {
    let mut site = Site::with(&[
        ("oogst.toml", "title = \"Kop\"\nlanguage = \"nl\"\n"),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Westerkwartier\"\n[[regio]]\nnaam = \"Duin\"\n",
        ),
        (
            "content/events/een/event.md",
            "+++\ntitel = \"Een\"\ndatum = 2025-03-20\nregios = [\"westerkwartier\"]\n[[deal]]\ntitel = \"Deal\"\n+++\n",
        ),
    ]);
    let page = site.build().read("output/regios/index.html");
    let heads = texts(&page, ".counts th");
    assert_eq!(
        heads
            .iter()
            .map(|head| head.replace('\u{AD}', "|"))
            .collect::<Vec<_>>(),
        [
            "Regio",
            "Deals",
            "Bijeenkomsten",
            "Duin",
            "Wes|ter|kwar|tier"
        ]
    );
}
