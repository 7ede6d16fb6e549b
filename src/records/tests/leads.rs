//! Leads and what may match them.

use super::{Linked, NOTHING, Site, said};

const PLACES: &str = "[[region]]\nname = \"Overijssel\"\n[[region]]\nname = \"Twente\"\nparents = [\"overijssel\"]\n[[region]]\nname = \"Almelo\"\nparents = [\"twente\"]\n[[region]]\nname = \"Zwolle\"\nparents = [\"overijssel\"]\n\
    [[theme]]\nname = \"Een\"\n[[theme]]\nname = \"Twee\"\n[[organisation]]\nname = \"School\"\n[[person]]\nname = \"Jo Smit\"\n";

fn need(kind: &str, title: &str, regions: &str, themes: &str, by: &str) -> String {
    format!(
        "[[{kind}]]\ntitle = \"{title}\"\nregions = [{regions}]\nthemes = [{themes}]\nby = {by}\nstatus = \"open\"\ncontact = \"Een loket\"\n"
    )
}

fn event(year: u16) -> String {
    format!("+++\ntitle = \"Dag\"\ndate = {year}-01-01\nsummary = \"Kort.\"\n+++\n")
}

fn matches(linked: &Linked, id: &str) -> Vec<String> {
    let need = linked
        .report
        .needs
        .iter()
        .find(|need| need.id.as_str() == id)
        .expect("there is such a lead");
    need.matches
        .iter()
        .map(|other| linked.report[*other].id.to_string())
        .collect()
}

/// Of an older event: kind, title, regions, themes and who.
const OLD: [[&str; 5]; 3] = [
    ["offer", "Oud", "\"twente\"", "\"een\"", "\"Een bedrijf\""],
    [
        "offer",
        "Twee themas",
        "\"twente\"",
        "\"een\", \"twee\"",
        "\"Een bedrijf\"",
    ],
    [
        "offer",
        "Erboven",
        "\"overijssel\"",
        "\"een\", \"twee\"",
        "\"Een bedrijf\"",
    ],
];

/// Of a newer one.
const NEW: [[&str; 5]; 7] = [
    [
        "ask",
        "Vraag",
        "\"twente\"",
        "\"een\", \"twee\"",
        "\"school\"",
    ],
    ["offer", "Nieuw", "\"twente\"", "\"een\"", "\"Een bedrijf\""],
    [
        "offer",
        "Eronder",
        "\"almelo\"",
        "\"een\"",
        "\"Een bedrijf\"",
    ],
    [
        "offer",
        "Ernaast",
        "\"zwolle\"",
        "\"een\"",
        "\"Een bedrijf\"",
    ],
    [
        "offer",
        "Van de school zelf",
        "\"twente\"",
        "\"een\"",
        "{ name = \"Twee docenten\", organisation = \"school\" }",
    ],
    ["offer", "Ander thema", "\"twente\"", "", "\"Een bedrijf\""],
    [
        "ask",
        "Ook een vraag",
        "\"twente\"",
        "\"een\"",
        "\"Een bedrijf\"",
    ],
];

#[test]
fn the_nearest_and_newest_match_comes_first() {
    let needs = |rows: &[[&str; 5]]| {
        rows.iter()
            .map(|[kind, title, regions, themes, by]| need(kind, title, regions, themes, by))
            .collect::<String>()
    };
    let linked = Site::new(&[
        ("places.toml", PLACES),
        ("events/a/event.md", &event(2018)),
        ("events/a/x.toml", &needs(&OLD)),
        ("events/b/event.md", &event(2020)),
        ("events/b/x.toml", &needs(&NEW)),
    ])
    .link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    assert_eq!(
        matches(&linked, "vraag"),
        ["twee-themas", "nieuw", "oud", "erboven", "eronder"]
    );
    assert_eq!(matches(&linked, "erboven"), ["vraag", "ook-een-vraag"]);
    assert_eq!(matches(&linked, "ernaast"), [] as [&str; 0]);
    assert_eq!(matches(&linked, "van-de-school-zelf"), ["ook-een-vraag"]);
}

#[test]
fn ten_matches_are_enough() {
    let offers: String = (0..30)
        .map(|number| {
            need(
                "offer",
                &format!("Aanbod {number}"),
                "\"twente\"",
                "\"een\"",
                "\"Een bedrijf\"",
            )
        })
        .collect();
    let linked = Site::new(&[
        ("places.toml", PLACES),
        ("events/a/event.md", &event(2018)),
        (
            "events/a/x.toml",
            &(need("ask", "Vraag", "\"twente\"", "\"een\"", "\"school\"") + &offers),
        ),
    ])
    .link();
    assert_eq!(
        matches(&linked, "vraag"),
        (0..10)
            .map(|number| format!("aanbod-{number}"))
            .collect::<Vec<_>>()
    );
}

#[test]
fn people_count_for_whom_they_were_there() {
    let site = |role: &str| {
        Site::new(&[
            ("places.toml", PLACES),
            ("events/a/event.md", &event(2018)),
            (
                "events/a/x.toml",
                &[
                    need("ask", "Vraag", "\"twente\"", "\"een\"", "\"school\""),
                    need("offer", "Aanbod", "\"twente\"", "\"een\"", "\"jo-smit\""),
                    format!("[[speaker]]\nperson = \"jo-smit\"\nrole = \"docent\"\n{role}"),
                ]
                .concat(),
            ),
        ])
        .link()
    };
    assert_eq!(matches(&site(""), "vraag"), ["aanbod"]);
    assert_eq!(
        matches(&site("organisation = \"school\"\n"), "vraag"),
        [] as [&str; 0]
    );
}

#[test]
fn a_lead_is_open_and_not_taken() {
    let needs = [
        need("ask", "Vrij", "\"twente\"", "\"een\"", "\"school\""),
        need("ask", "Genomen", "\"twente\"", "\"een\"", "\"school\""),
        need("ask", "Weer vrij", "\"twente\"", "\"een\"", "\"school\""),
        "[[ask]]\ntitle = \"Niets gezegd\"\n[[ask]]\ntitle = \"Heropend\"\nstatus = \"closed\"\ncontact = \"Een loket\"\n".to_owned(),
        "[[deal]]\ntitle = \"Zonder status\"\nasks = [\"genomen\"]\n[[deal]]\ntitle = \"Gestopt\"\nasks = [\"weer-vrij\", \"heropend\"]\nregions = []\nthemes = []\n".to_owned(),
        "[[update]]\nof = \"deal:gestopt\"\ndate = 2019-01-01\nstatus = \"stopped\"\n[[update]]\nof = \"ask:heropend\"\ndate = 2019-01-01\nstatus = \"open\"\n".to_owned(),
    ];
    let linked = Site::new(&[
        ("places.toml", PLACES),
        ("events/a/event.md", &event(2018)),
        ("events/a/x.toml", &needs.concat()),
    ])
    .link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:13:10 open-but-taken? `genomen` staat als open, maar een deal neemt deze op @ events/a/x.toml:28:1"
        ]
    );
    let leads: Vec<String> = linked
        .report
        .needs
        .iter()
        .filter(|need| need.lead)
        .map(|need| need.id.to_string())
        .collect();
    assert_eq!(leads, ["vrij", "weer-vrij", "heropend"]);
}
