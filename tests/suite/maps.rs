//! Maps as a reader meets them: the numbers on the map are those of the table beside it, whether it
//! is drawn as tiles or as outlines, and no map makes a page heavy.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::harness::Site;

/// The regions of a map by the addresses of their links, with what each link says.
fn on_map(page: &str) -> BTreeMap<String, String> {
    let map = page
        .split_once("<figure class=\"map\"")
        .map_or("", |(_, rest)| {
            rest.split("</figure>").next().unwrap_or_default()
        });
    map.split("<a href=\"")
        .skip(1)
        .map(|link| {
            let (href, rest) = link.split_once('"').expect("an address ends");
            let said = rest
                .strip_prefix("><title>")
                .and_then(|rest| rest.split_once("</title>"))
                .expect("a link on a map is named by its title")
                .0;
            (href.to_owned(), said.to_owned())
        })
        .collect()
}

/// The first number behind each region in the table beside the map.
fn in_table(page: &str) -> BTreeMap<String, String> {
    let table = page
        .split_once("<div class=\"map-table\">")
        .expect("there is a table")
        .1
        .split("</table>")
        .next()
        .expect("it ends");
    table
        .split("<th scope=\"row\"><a href=\"")
        .skip(1)
        .map(|row| {
            let (href, rest) = row.split_once('"').expect("an address ends");
            let cell = rest
                .split_once("<td")
                .and_then(|(_, rest)| rest.split_once('>'))
                .expect("a row has a number")
                .1;
            (
                href.to_owned(),
                cell.split('<').next().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

const NUMBERS: [(&str, &str, &str); 6] = [
    ("middenland", "Middenland: 5 deals", "5"),
    ("noorderveld", "Noorderveld: minstens 7 deals", "7+"),
    ("oosterzoom", "Oosterzoom: 2 deals", "2"),
    ("rivierdorpen", "Rivierdorpen: 5 deals", "5"),
    ("westerkwartier", "Westerkwartier: 1 deal", "1"),
    ("zuiderwaard", "Zuiderwaard: 1 deal", "1"),
];

#[test]
fn a_map_says_what_the_table_beside_it_says() {
    let mut site = Site::from("veenland");
    let address = |id: &str| format!("/oogst/regios/{id}/");
    let said: BTreeMap<String, String> = NUMBERS
        .iter()
        .map(|(id, said, _)| (address(id), (*said).to_owned()))
        .collect();
    let numbers: BTreeMap<String, String> = NUMBERS
        .iter()
        .map(|(id, _, number)| (address(id), (*number).to_owned()))
        .collect();
    let outlines = site.build().read("output/index.html");
    let config = site.read("oogst.toml");
    let without = config
        .split("[map]")
        .next()
        .expect("there is something before the map");
    let tiles = site
        .write("oogst.toml", without)
        .build()
        .read("output/index.html");
    for (page, tiled) in [(&outlines, false), (&tiles, true)] {
        assert!(
            page.contains(&format!("<figure class=\"map\" data-tiled=\"{tiled}\"")),
            "tiles only without a map of one's own"
        );
        assert_eq!(
            (on_map(page), in_table(page)),
            (said.clone(), numbers.clone())
        );
    }
    assert!(
        tiles.contains("<path d=\"M102 2h96v96h-96z\" data-shade=\"4\""),
        "Noorderveld stands at the top, in the middle"
    );
}

#[test]
fn a_region_without_a_record_of_what_came_of_it_is_not_said_to_have_nought() {
    let mut site = Site::with(&[
        ("oogst.toml", "title = \"Kaart\"\nlanguage = \"nl\"\n"),
        (
            "content/regios.toml",
            "[[regio]]\nnaam = \"Oost\"\ntegel = [1, 0]\n[[regio]]\nnaam = \"West\"\ntegel = [0, 0]\n\
             [[regio]]\nnaam = \"Noord\"\ntegel = [0, 1]\n[[regio]]\nnaam = \"Zuid\"\ntegel = [1, 1]\n\
             [[regio]]\nnaam = \"Midden\"\ntegel = [2, 1]\n",
        ),
        (
            "content/events/een/event.md",
            "+++\ntitel = \"Een\"\ndatum = 2024-01-01\nregios = [\"oost\"]\n[[deal]]\ntitel = \"Deal\"\n+++\n",
        ),
        (
            "content/events/twee/event.md",
            "+++\ntitel = \"Twee\"\ndatum = 2024-01-02\nregios = [\"west\"]\nvastgelegd = { deals = \"geen\" }\n+++\n",
        ),
    ]);
    let page = site.build().read("output/index.html");
    let pairs = |pairs: [(&str, &str); 5]| {
        pairs
            .map(|(one, other)| (one.to_owned(), other.to_owned()))
            .into_iter()
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(
        on_map(&page),
        pairs([
            ("/regios/oost/", "Oost: 1 deal"),
            ("/regios/west/", "West: deals: niet bijgehouden"),
            ("/regios/noord/", "Noord: deals: geen"),
            ("/regios/zuid/", "Zuid: deals: geen"),
            ("/regios/midden/", "Midden: deals: geen")
        ])
    );
    assert_eq!(
        in_table(&page),
        pairs([
            ("/regios/oost/", "1"),
            ("/regios/west/", "niet bijgehouden"),
            ("/regios/noord/", "geen"),
            ("/regios/zuid/", "geen"),
            ("/regios/midden/", "geen")
        ])
    );
    // Four places say no more on a map than in a table.
    let regions = site.read("content/regios.toml");
    let (four, _) = regions.rsplit_once("[[regio]]").expect("there are five");
    let page = site
        .write("content/regios.toml", four)
        .build()
        .read("output/index.html");
    assert_eq!((on_map(&page).len(), in_table(&page).len()), (0, 4));
}

#[test]
fn a_heavy_map_makes_no_heavy_page() {
    // Sixty regions in a grid, with borders of two hundred points a side.
    let mut regions = String::new();
    let mut features = Vec::new();
    for index in 0..60_u32 {
        writeln!(
            regions,
            "[[regio]]\nid = \"r{index}\"\nnaam = \"Gemeente Nummer {index}\"\nsoort = \"gemeente\""
        )
        .expect("text can be written");
        let (west, south) = (f64::from(index % 10), 45.0 + f64::from(index / 10));
        let bend = |step: u32| f64::from(step * 7 % 13) / 200.0;
        let side = |step: u32| f64::from(step) / 200.0;
        let mut ring: Vec<[f64; 2]> = Vec::new();
        ring.extend((0..200).map(|step| [west + side(step), south + bend(step)]));
        ring.extend((0..200).map(|step| [west + 1.0 + bend(step), south + side(step)]));
        ring.extend((0..200).map(|step| [west + 1.0 - side(step), south + 1.0 + bend(200 - step)]));
        ring.extend((0..200).map(|step| [west + bend(200 - step), south + 1.0 - side(step)]));
        ring.push(ring[0]);
        features.push(format!(
            "{{\"type\":\"Feature\",\"id\":\"r{index}\",\"properties\":{{}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring:?}]}}}}"
        ));
    }
    let map = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
        features.join(",\n")
    );
    assert!(map.len() > 400_000, "it is heavy");
    let all: Vec<String> = (0..60).map(|index| format!("\"r{index}\"")).collect();
    let event = format!(
        "+++\ntitel = \"Een\"\ndatum = 2024-01-01\n[[deal]]\ntitel = \"Deal\"\nregios = [{}]\n+++\n",
        all.join(", ")
    );
    let mut site = Site::with(&[
        (
            "oogst.toml",
            "title = \"Kaart\"\nlanguage = \"nl\"\n[map]\nfile = \"kaart.geojson\"\n",
        ),
        ("content/regios.toml", &regions),
        ("content/kaart.geojson", &map),
        ("content/events/een/event.md", &event),
    ]);
    let page = site.build().read("output/index.html");
    assert_eq!(on_map(&page).len(), 60);
    assert!(page.len() < 100_000, "home weighs {} bytes", page.len());
}
