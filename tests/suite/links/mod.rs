//! Every link leads somewhere, every page is led to, and nothing is in the site that should not be.

pub(crate) mod built;

use std::collections::BTreeSet;

use crate::harness::Site;
use crate::tree::Tree;
use built::{Built, holders};

#[test]
fn the_example_leads_everywhere_and_nowhere_else() {
    Built::new(&mut Site::from("voorbeeld"), "https://oogst.example", "").assert_sound();
}

#[test]
fn the_invented_province_leads_everywhere_below_the_path_of_its_address() {
    Built::new(
        &mut Site::from("veenland"),
        "https://veenland.example/oogst",
        "/oogst",
    )
    .assert_sound();
}

/// How many ideas of the event a page leads to.
fn ideas_on(built: &Built, path: &str) -> usize {
    let page = built
        .pages
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    let is_idea = |address: &&String| {
        let id = address.strip_prefix("/bijeenkomsten/2025-techniekavond/ideeen/");
        id.is_some_and(|id| !id.is_empty() && !id.starts_with("pagina/"))
    };
    let ideas: BTreeSet<&String> = page.follows.iter().filter(is_idea).collect();
    ideas.len()
}

#[test]
fn long_lists_go_on_and_a_large_event_has_a_hub() {
    let mut site = Site::from("klein");
    let ideas: String = (0..250)
        .map(|number| {
            format!(
                "[[idee]]\ntitel = \"Idee {number}\"\nregios = [\"polder\"]\nthemas = [\"water\"]\n"
            )
        })
        .collect();
    let sessions: String =
        (0..60).map(|number| format!("[[sessie]]\ntitel = \"Sessie {number}\"\ntekst = \"Een tekst.\"\nzaal = \"Zaal {}\"\n", number % 7)).collect();
    site.write(
        "content/events/2025-techniekavond/veel.toml",
        ideas + &sessions,
    );
    site.write("content/regios.toml", "[[regio]]\nnaam = \"Polder\"\n")
        .write("content/themas.toml", "[[thema]]\nnaam = \"Water\"\n");
    let built = Built::new(&mut site, "https://dorp.example", "");
    built.assert_sound();
    for list in [
        "ideeen",
        "ideeen/regio/polder",
        "ideeen/thema/water",
        "ideeen/jaar/2025",
        "bijeenkomsten/2025-techniekavond/ideeen",
    ] {
        let pages = [
            format!("{list}/index.html"),
            format!("{list}/pagina/2/index.html"),
            format!("{list}/pagina/13/index.html"),
        ];
        let counts = pages.map(|path| ideas_on(&built, &path));
        assert_eq!((counts[0], counts[1]), (20, 20), "{list} has twenty a page");
        assert!(
            [10, 11].contains(&counts[2]),
            "{list} ends with the rest, not with {}",
            counts[2]
        );
        assert!(
            !built
                .pages
                .contains_key(&format!("{list}/pagina/14/index.html")),
            "{list} ends"
        );
    }
    // No page grows with the archive.
    let longest = built
        .pages
        .keys()
        .map(|path| built.output.text(path).len())
        .max()
        .expect("there are pages");
    assert!(longest < 250_000, "the longest page has {longest} bytes");
}

#[test]
fn a_site_without_an_address_and_one_with_a_deep_path_lead_everywhere() {
    let mut without = Site::from("klein");
    without.replace("oogst.toml", "base_url = \"https://dorp.example/\"\n", "");
    let without = Built::new(&mut without, "https://nowhere.example", "");
    assert_eq!(
        (without.broken(), without.orphans()),
        (Vec::new(), Vec::new())
    );
    let mut deep = Site::from("klein");
    deep.replace(
        "oogst.toml",
        "https://dorp.example/",
        "https://dorp.example/a/b-c/d",
    );
    Built::new(&mut deep, "https://dorp.example/a/b-c/d", "/a/b-c/d").assert_sound();
}

#[test]
fn addresses_and_numbers_of_people_show_only_where_the_privacy_settings_allow() {
    let number = "088 000 00 00";
    let mut site = Site::from("veenland");
    let open = site.build().output();
    assert!(
        holders(&open, "hallo@veenland.example").len() > 1,
        "the setting lets e-mail addresses show"
    );
    assert_eq!(holders(&open, number), Vec::<&str>::new());
    let closed = site
        .replace("oogst.toml", "emails = true", "emails = false")
        .build()
        .output();
    // Whom to ask about privacy and security is what an organisation says of itself in its
    // settings.
    let of_settings = [
        ".well-known/security.txt",
        "en/privacy/index.html",
        "privacy/index.html",
    ];
    assert_eq!(
        holders(&closed, "@"),
        of_settings,
        "no other page, feed or attribute holds an address"
    );
    assert_eq!(holders(&closed, "mailto"), of_settings);
    let open = site
        .replace("oogst.toml", "phones = false", "phones = true")
        .build()
        .output();
    assert!(
        !holders(&open, number).is_empty(),
        "the setting lets phone numbers show"
    );
    assert_eq!(holders(&open, "@"), of_settings);
    assert_eq!(
        holders(&Site::from("voorbeeld").build().output(), "@"),
        Vec::<&str>::new()
    );
}

#[test]
fn a_withheld_photo_leaves_no_trace() {
    const FACTS: &str = "content/events/2022-techniekdag/opbrengst.toml";
    let mut site = Site::from("veenland");
    let output = site.build().output();
    assert_eq!(holders(&output, "groepsfoto"), Vec::<&str>::new());
    assert_eq!(
        holders(&output, "op de trap van de school"),
        Vec::<&str>::new(),
        "nor does its description"
    );
    assert!(output.0.keys().all(|path| !path.contains("groepsfoto")));

    // With consent it shows; consent taken back, page and file are gone again, also when a text
    // points at it.
    site.replace(FACTS, "toestemming = \"nee\"", "toestemming = \"ja\"")
        .build();
    let files = |output: &Tree| {
        output
            .0
            .keys()
            .filter(|path| path.contains("groepsfoto"))
            .cloned()
            .collect::<Vec<_>>()
    };
    let names = ["480.jpg", "480.webp", "600.jpg", "600.webp"];
    assert_eq!(
        files(&site.output()),
        names.map(|name| format!("bijeenkomsten/2022-techniekdag/media/groepsfoto-{name}"))
    );
    site.replace(
        FACTS,
        "mensen = [\"wim-ten-brink\", \"Veertig leerlingen\"]\ntoestemming = \"ja\"",
        "mensen = [\"wim-ten-brink\"]\ntoestemming = \"nee\"",
    );
    site.append(
        "content/events/2022-techniekdag/event.md",
        "\n![Iedereen op de trap](media/groepsfoto.png)\n",
    )
    .build();
    assert_eq!(holders(&site.output(), "groepsfoto"), Vec::<&str>::new());
    assert_eq!(files(&site.output()), Vec::<String>::new());
}

#[test]
fn a_file_that_nothing_names_is_not_published() {
    let mut site = Site::from("veenland");
    let before = site.build().output();
    for path in [
        "media/deelnemerslijst.csv",
        "media/ruw/IMG_0001.jpg",
        "deelnemers.xlsx",
    ] {
        site.write(
            &format!("content/events/2019-techniekdag/{path}"),
            "Jan, jan@example.org\n",
        );
    }
    site.write("content/media/los.pdf", "los")
        .write("geheim.txt", "geheim");
    before.assert_same(
        &site.build().output(),
        "files that no record names stay at home",
    );
}
