//! What ids, names and words mean.

use super::{EVENT, NOTHING, Site, said};
use crate::records::{DealId, NeedId, OrganisationId, Party, PersonId};

const SHARED: &str = "[[region]]\nid = \"twente\"\nname = \"Twente\"\nalso = [\"Het Twentse\"]\n[[region]]\nid = \"utrecht\"\nname = \"Utrecht\"\n\
    [[region]]\nid = \"utrecht-stad\"\nname = \"Utrecht\"\n[[theme]]\nid = \"docenten\"\nname = \"Docenten\"\n[[series]]\nid = \"dag\"\nname = \"De dag\"\n\
    [[person]]\nname = \"Eddy van Hijum\"\nalso = [\"Eddy\"]\n[[person]]\nid = \"piet-1\"\nname = \"Piet Jansen\"\norganisation = \"metaalunie\"\n\
    [[person]]\nid = \"piet-2\"\nname = \"Piet Jansen\"\norganisation = \"provincie\"\n\
    [[organisation]]\nid = \"metaalunie\"\nname = \"Koninklijke Metaalunie\"\nformer_names = [\"Smecoma\"]\n[[organisation]]\nid = \"provincie\"\nname = \"Provincie Overijssel\"\n\
    [[organisation]]\nid = \"vechtdal\"\nname = \"Vechtdal College\"\n";

fn by(who: &str) -> (Option<Party>, Vec<String>) {
    let linked =
        Site::of_event(&format!("[[ask]]\ntitle = \"Vraag\"\nby = {who}\n"), SHARED).link();
    (
        linked.report.needs[0].by.first().cloned(),
        said(&linked.diagnostics, &linked.sources),
    )
}

fn words(name: &str, organisation: Option<u32>) -> Party {
    Party::Words {
        name: name.into(),
        organisation: organisation.map(OrganisationId),
    }
}

#[test]
fn parties_are_named_by_id_name_other_name_or_words() {
    let person = Some(Party::Person(PersonId(0)));
    let metal = Some(Party::Organisation(OrganisationId(0)));
    for (written, party) in [
        ("\"eddy-van-hijum\"", person.clone()),
        ("\"Eddy van Hijum\"", person.clone()),
        ("\"Eddy\"", person.clone()),
        ("\"Koninklijke Metaalunie\"", metal.clone()),
        ("\"Smecoma\"", metal),
        ("\"Twee docenten\"", Some(words("Twee docenten", None))),
        (
            "{ name = \"Twee docenten\", organisation = \"vechtdal\" }",
            Some(words("Twee docenten", Some(2))),
        ),
        (
            "{ name = \"docenten\", organisation = \"Vechtdal College\" }",
            Some(words("docenten", Some(2))),
        ),
        (
            "{ name = \"Een docent\", organisation = \"Bakkerij De Halm\" }",
            Some(words("Een docent, Bakkerij De Halm", None)),
        ),
        (
            "{ name = \"Eddy van Hijum\", organisation = \"provincie\" }",
            person,
        ),
    ] {
        assert_eq!(by(written), (party, vec![]), "{written}");
    }
}

#[test]
fn what_looks_like_an_id_and_is_none_is_an_error() {
    for (written, message) in [
        (
            "\"eddy-van-hijm\"",
            "geen persoon of organisatie heeft de id `eddy-van-hijm` => eddy-van-hijum",
        ),
        (
            "\"metalunie\"",
            "geen persoon of organisatie heeft de id `metalunie` => metaalunie",
        ),
        (
            "\"docenten\"",
            "geen persoon of organisatie heeft de id `docenten`",
        ),
        (
            "{ name = \"Twee docenten\", organisation = \"vechtdl\" }",
            "geen persoon of organisatie heeft de id `vechtdl` => vechtdal",
        ),
    ] {
        let (_, says) = by(written);
        assert_eq!(says.len(), 1, "{says:?}");
        assert!(
            says[0].ends_with(&format!("unknown-party! {message}")),
            "{says:?}"
        );
    }
}

#[test]
fn words_that_are_nearly_a_name_are_a_warning() {
    for (written, message) in [
        (
            "\"Eddy van Hijem\"",
            "`Eddy van Hijem` lijkt op een bekende naam, maar is die niet => Eddy van Hijum",
        ),
        (
            "\"E. van Hijum\"",
            "`E. van Hijum` lijkt op een bekende naam, maar is die niet => Eddy van Hijum",
        ),
        (
            "\"vechtdal college\"",
            "`vechtdal college` lijkt op een bekende naam, maar is die niet => Vechtdal College",
        ),
        (
            "{ name = \"Een docent\", organisation = \"Vechtdal Colege\" }",
            "`Vechtdal Colege` lijkt op een bekende naam, maar is die niet => Vechtdal College",
        ),
    ] {
        let (party, says) = by(written);
        assert!(matches!(party, Some(Party::Words { .. })));
        assert_eq!(says.len(), 1, "{says:?}");
        assert!(
            says[0].ends_with(&format!("nearly-known? {message}")),
            "{says:?}"
        );
    }
}

#[test]
fn a_name_of_several_is_ambiguous() {
    let (party, says) = by("\"Piet Jansen\"");
    assert_eq!(party, Some(Party::Person(PersonId(1))));
    assert_eq!(
        says,
        [
            "events/a/x.toml:3:6 ambiguous-name! `Piet Jansen` is de naam van meer dan een persoon of organisatie"
        ]
    );
    let site = Site::of_event(
        "[[idea]]\ntitle = \"Idee\"\nregions = [\"Utrecht\"]\nthemes = []\n",
        SHARED,
    );
    assert_eq!(
        site.says(),
        ["events/a/x.toml:3:12 ambiguous-name! `Utrecht` is de naam van meer dan een regio"]
    );
}

#[test]
fn shared_records_are_named_by_id_or_exact_name() {
    let linked =
        Site::of_event("[[idea]]\ntitle = \"Idee\"\nregions = [\"Twente\", \"twente\", \"Het Twentse\"]\nthemes = [\"Docenten\"]\n", SHARED).link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    assert_eq!(
        (
            linked.report.ideas[0].regions.len(),
            linked.report.ideas[0].themes.len()
        ),
        (1, 1)
    );
}

#[test]
fn unknown_ids_come_with_what_was_likely_meant() {
    let event = "+++\ntitle = \"A\"\ndate = 2018-01-01\nsummary = \"A.\"\nseries = \"dage\"\nreplaced_by = \"aa\"\nhero = \"zal\"\n+++\n";
    let site = Site::of_event(
        "[[idea]]\ntitle = \"Idee\"\nregions = [\"twentte\", \"Twente \"]\nthemes = [\"docent\"]\nsession = \"welkm\"\n\
         [[session]]\ntitle = \"Welkom\"\n[[session]]\ntitle = \"Deel\"\npart_of = \"Welkom\"\n[[photo]]\nid = \"zaal\"\nfile = \"media/a.png\"\nalt = \"Een zaal\"\nconsent = \"yes\"\n",
        SHARED,
    )
    .media("events/a/media/a.png");
    let mut site = site;
    site.files[0].1 = event.to_owned();
    assert_eq!(
        site.says(),
        [
            "events/a/event.md:5:10 unknown-series! geen reeks heet `dage` => dag",
            "events/a/event.md:6:15 unknown-event! er is geen bijeenkomst `aa` => a",
            "events/a/event.md:7:8 unknown-record! een foto met de id `zal` is er niet => zaal",
            "events/a/x.toml:3:12 unknown-region! geen regio heet `twentte` => twente",
            "events/a/x.toml:4:11 unknown-theme! geen thema heet `docent` => docenten",
            "events/a/x.toml:5:11 unknown-record! een sessie met de id `welkm` is er niet => welkom",
        ]
    );
}

const TWO_EVENTS: &[(&str, &str)] = &[
    ("events/a/event.md", EVENT),
    (
        "events/a/x.toml",
        "[[ask]]\ntitle = \"Vraag\"\n[[offer]]\ntitle = \"Aanbod\"\n[[idea]]\ntitle = \"Idee\"\n",
    ),
    (
        "events/b/event.md",
        "+++\ntitle = \"B\"\ndate = 2020-01-01\nsummary = \"B.\"\n+++\n",
    ),
];

#[test]
fn deals_take_up_asks_of_earlier_events_in_every_way_of_writing() {
    let site = Site::new(TWO_EVENTS).with(
        "events/b/x.toml",
        "[[ask]]\ntitle = \"Eigen vraag\"\nby = \"Twee docenten\"\n[[deal]]\ntitle = \"Deal\"\nasks = [\"a/vraag\", \"ask:a/vraag\", \"vraag:eigen-vraag\", \"Eigen vraag\", { title = \"Eigen vraag\", by = \"Een ouder\" }]\n\
         offers = [\"offer:a/aanbod\", { title = \"Zelf\", id = \"zelf-gegeven\" }]\nideas = [\"a/idee\", { title = \"?\" }]\n",
    );
    let linked = site.link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let report = &linked.report;
    let deal = &report.deals[0];
    let ids = |list: &[NeedId]| {
        list.iter()
            .map(|need| (report[*need].id.to_string(), report[*need].inline))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&deal.asks),
        [
            ("vraag".to_owned(), false),
            ("eigen-vraag".to_owned(), false),
            ("eigen-vraag-2".to_owned(), true)
        ]
    );
    assert_eq!(
        ids(&deal.offers),
        [
            ("aanbod".to_owned(), false),
            ("zelf-gegeven".to_owned(), true)
        ]
    );
    assert_eq!(
        deal.ideas
            .iter()
            .map(|idea| report[*idea].id.to_string())
            .collect::<Vec<_>>(),
        ["idee", "idee-1"]
    );
    assert_eq!(
        deal.parties,
        [words("Twee docenten", None), words("Een ouder", None)]
    );
    assert_eq!(report[deal.asks[0]].deals, [DealId(0)]);
    assert_eq!(report[deal.ideas[0]].deals, [DealId(0)]);
}

#[test]
fn deals_that_take_up_what_is_not_there_say_what_is() {
    let site = Site::new(TWO_EVENTS)
        .with("events/a/y.toml", "[[deal]]\ntitle = \"Te vroeg\"\nasks = [\"b/later\"]\n")
        .with(
            "events/b/x.toml",
            "[[ask]]\ntitle = \"Later\"\n[[deal]]\ntitle = \"Deal\"\nasks = [\"latr\", \"a/aanbod\", \"offer:a/aanbod\", \"c/vraag\", \"vrag:later\", \"vraag\"]\n",
        );
    assert_eq!(
        site.says(),
        [
            "events/a/y.toml:3:9 takes-up-later! deze deal neemt `b/later` op, maar die bijeenkomst was later",
            "events/b/x.toml:5:9 unknown-record! een vraag met de id `latr` is er niet => later",
            "events/b/x.toml:5:17 wrong-kind! `a/aanbod` is een aanbod; hier hoort een vraag",
            "events/b/x.toml:5:29 wrong-kind! `offer:a/aanbod` is een aanbod; hier hoort een vraag",
            "events/b/x.toml:5:47 unknown-event! er is geen bijeenkomst `c`",
            "events/b/x.toml:5:58 bad-reference! `vrag:later` is geen verwijzing => vraag:later",
            "events/b/x.toml:5:72 unknown-record! een vraag met de id `vraag` is er niet => a/vraag",
        ]
    );
}

#[test]
fn a_person_is_no_organisation() {
    let site = Site::of_event(
        "[[speaker]]\nperson = \"eddy-van-hijum\"\nrole = \"spreker\"\norganisation = \"piet-1\"\n[[ask]]\ntitle = \"Vraag\"\nby = { name = \"Wij\", organisation = \"piet-2\" }\n",
        SHARED,
    )
    .with("z.toml", "[[organisation]]\nname = \"Oud\"\nsuccessor = \"piet-1\"\n[[organisation]]\nname = \"Ouder\"\nsuccessor = \"metaluni\"\n");
    assert_eq!(
        site.says(),
        [
            "events/a/x.toml:4:16 wrong-kind! `piet-1` is een persoon; hier hoort een organisatie",
            "events/a/x.toml:7:37 wrong-kind! `piet-2` is een persoon; hier hoort een organisatie",
            "z.toml:3:13 wrong-kind! `piet-1` is een persoon; hier hoort een organisatie",
            "z.toml:6:13 unknown-party! geen persoon of organisatie heeft de id `metaluni` => metaalunie",
        ]
    );
}

#[test]
fn old_addresses_are_checked() {
    let aliases = "[\"/oud/verslag.html\", \"oud\", \"/a/../b\", \"/a?b\", \"//x.example/\", \"/a/%2e%2e/b\", \"https://x.example/\", \"/a\\\\b\"]";
    let linked = Site::of_event(
        &format!("[[deal]]\ntitle = \"Deal\"\naliases = {aliases}\n"),
        "",
    )
    .link();
    let bad = |value: &str| format!("`{value}` kan geen oud adres van deze site zijn");
    let says: Vec<String> = linked
        .diagnostics
        .iter()
        .map(|diagnostic| {
            diagnostic
                .code
                .message(crate::words::Language::Nl, &diagnostic.arguments)
        })
        .collect();
    assert_eq!(
        says,
        [
            "oud",
            "/a/../b",
            "/a?b",
            "//x.example/",
            "/a/%2e%2e/b",
            "https://x.example/",
            "/a\\b"
        ]
        .map(bad)
    );
    assert_eq!(linked.report.deals[0].aliases.len(), 1);
    assert!(
        linked
            .diagnostics
            .iter()
            .all(|diagnostic| diagnostic.code.id() == "bad-alias")
    );
}
