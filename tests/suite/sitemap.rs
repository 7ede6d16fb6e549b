//! The sitemap: every address, with the day that what stands there was last changed, as far as the
//! content says so.

use crate::harness::Site;
use crate::page::attributes;
use crate::sites::built;

/// An event whose report appeared, was put right, and of which there was news later; and one of
/// which nothing says when it was told.
fn site() -> Site {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Dorp\"\nlanguage = \"nl\"\nbase_url = \"https://dorp.example/\"\n",
        ),
        ("content/regios.toml", "[[regio]]\nnaam = \"Duinrand\"\n"),
    ]);
    site.write(
        "content/events/2024-avond/event.md",
        "+++\ntitel = \"Avond\"\ndatum = 2024-03-20\nsamenvatting = \"S.\"\nregios = [\"duinrand\"]\ngepubliceerd = 2024-03-25\n+++\n",
    );
    site.write(
        "content/events/2024-avond/alles.toml",
        "[[deal]]\nid = \"oven\"\ntitel = \"Een oven\"\nstatus = \"lopend\"\n\
         [[deal]]\nid = \"bank\"\ntitel = \"Een bank\"\nstatus = \"lopend\"\n\
         [[bericht]]\nvan = \"deal:oven\"\ndatum = 2024-09-01\ntekst = \"Hij staat.\"\n\
         [[correctie]]\nvan = \"deal:bank\"\ndatum = 2024-05-02\ntekst = \"Er stond: stoel.\"\n",
    );
    site.write(
        "content/events/2025-middag/event.md",
        "+++\ntitel = \"Middag\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n+++\n",
    );
    site
}

const EXPECTED: &str = "\
/ 2024-09-01
/bijeenkomsten/2024-avond/ 2024-09-01
/bijeenkomsten/2024-avond/deals/ 2024-09-01
/bijeenkomsten/2025-middag/
/bijeenkomsten/2024-avond/deals/oven/ 2024-09-01
/bijeenkomsten/2024-avond/deals/bank/ 2024-05-02
/jaren/2025/
/jaren/2024/ 2024-09-01
/regios/duinrand/ 2024-09-01
/bijeenkomsten/ 2024-09-01
/deals/ 2024-09-01
/regios/ 2024-09-01
/jaren/ 2024-09-01
/deals/status/lopend/ 2024-09-01
/deals/jaar/2024/ 2024-09-01
/deals/regio/duinrand/ 2024-09-01
";

#[test]
fn every_address_has_the_day_that_it_was_last_changed_where_that_is_known() {
    let mut site = site();
    let output = site.build().output();
    let sitemap = output.text("sitemap.xml");
    let told: String = sitemap
        .split("<url>")
        .skip(1)
        .map(|entry| {
            let of = |name: &str| {
                let (_, rest) = entry.split_once(&format!("<{name}>"))?;
                rest.split('<').next()
            };
            let address = of("loc").expect("an entry has an address");
            let address = address
                .strip_prefix("https://dorp.example")
                .unwrap_or(address);
            match of("lastmod") {
                Some(day) => format!("{address} {day}\n"),
                None => format!("{address}\n"),
            }
        })
        .collect();
    assert_eq!(told, EXPECTED);
    // What is told follows from the content alone.
    let later = site.on("2027-06-01").build().output();
    assert_eq!(later.text("sitemap.xml"), sitemap);
}

#[test]
fn an_event_is_told_to_machines_with_its_picture_or_else_its_social_card() {
    let image = |html: &str| {
        let data = html
            .split_once("application/ld+json")
            .expect("an event is told to machines")
            .1;
        let (_, rest) = data.split_once("\"image\":\"")?;
        rest.split('"').next().map(ToOwned::to_owned)
    };
    let veenland = built("veenland");
    let page = |event: &str| veenland.text(&format!("bijeenkomsten/{event}/index.html"));
    let pictured = page("2024-techniekdag");
    let hero = &attributes(pictured, "figure.photo img", "src")[0];
    assert_eq!(
        image(pictured),
        Some(format!("https://veenland.example{hero}"))
    );
    let bare = page("2020-techniekdag");
    let card = attributes(bare, "meta[property='og:image']", "content");
    assert_eq!(image(bare).as_ref(), card.first());
    assert!(!card.is_empty());
    // Without cards nothing stands for an event that has no picture.
    let mut site = site();
    site.append("oogst.toml", "\n[social]\nenabled = false\n");
    let output = site.build().output();
    assert_eq!(
        image(output.text("bijeenkomsten/2025-middag/index.html")),
        None
    );
}
