//! What is likely wrong.

use super::{NOTHING, Site, said};

#[test]
fn events_without_a_summary_and_speakers_without_a_role_are_noticed() {
    let site = Site::new(&[
        (
            "people.toml",
            "[[person]]\nname = \"Ad Veen\"\nrole = \"wethouder\"\n[[person]]\nname = \"Bo Aal\"\n[[organisation]]\nname = \"Metaalunie\"\n",
        ),
        (
            "events/a/event.md",
            "+++\ntitle = \"A\"\ndate = 2018-01-01\n+++\n",
        ),
        (
            "events/a/x.toml",
            "[[speaker]]\nperson = \"ad-veen\"\n[[speaker]]\nperson = { name = \"Een gast\", organisation = \"metaalunie\" }\n[[speaker]]\nperson = \"metaalunie\"\n[[session]]\ntitle = \"S\"\nspeakers = [\"bo-aal\", \"Twee leerlingen\", \"Een gast\"]\n",
        ),
    ]);
    assert_eq!(
        site.says(),
        [
            "events/a/event.md:2:1 no-summary? deze bijeenkomst heeft geen samenvatting",
            "events/a/x.toml:1:1 no-role? bij 3 mensen (`Ad Veen`, `Een gast`, `Bo Aal`) staat geen rol voor deze bijeenkomst",
        ]
    );
}

#[test]
fn deals_and_ideas_without_region_or_theme_are_noticed_where_there_are_any() {
    let tables = "[[idea]]\ntitle = \"I\"\n[[idea]]\ntitle = \"J\"\nregions = []\nthemes = []\n[[ask]]\ntitle = \"V\"\n[[deal]]\ntitle = \"D\"\nideas = [{ title = \"Inline\" }]\n";
    assert_eq!(Site::of_event(tables, "").says(), NOTHING);
    assert_eq!(
        Site::of_event(
            tables,
            "[[region]]\nname = \"Twente\"\n[[theme]]\nname = \"Docenten\"\n"
        )
        .says(),
        [
            "events/a/x.toml:1:1 no-region? idee `i` hoort bij geen enkele regio",
            "events/a/x.toml:1:1 no-theme? idee `i` hoort bij geen enkel thema",
            "events/a/x.toml:9:1 no-region? deal `d` hoort bij geen enkele regio",
            "events/a/x.toml:9:1 no-theme? deal `d` hoort bij geen enkel thema",
        ]
    );
}

#[test]
fn results_in_a_pdf_alone_are_noticed() {
    let pdf = "[[resource]]\ntitle = \"Verslag\"\nfile = \"media/verslag.PDF\"\n";
    assert_eq!(
        Site::of_event(pdf, "")
            .media("events/a/media/verslag.PDF")
            .says(),
        [
            "events/a/x.toml:1:1 only-in-pdf? van deze bijeenkomst staan de resultaten alleen in een PDF"
        ]
    );
    assert_eq!(
        Site::of_event(&format!("{pdf}[[outcome]]\ntext = \"Ja.\"\n"), "")
            .media("events/a/media/verslag.PDF")
            .says(),
        NOTHING
    );
}

#[test]
fn people_and_organisations_under_two_names_are_noticed() {
    let person = |name: &str| format!("[[person]]\nname = \"{name}\"\n");
    let organisation = |name: &str| format!("[[organisation]]\nname = \"{name}\"\n");
    let doubles = |shared: String| {
        let linked = Site::of_event("", &shared).link();
        said(&linked.diagnostics, &linked.sources)
    };
    for (one, other) in [
        ("Eddy van Hijum", "E. van Hijum"),
        ("Eddy van Hijum", "Eddy Hijum"),
        ("Zoë de Bruijn", "Zoe De Bruijn"),
        ("Marieke Boersma", "Marieke Boersna"),
    ] {
        let says = doubles(person(one) + &format!("[[person]]\nid = \"x\"\nname = \"{other}\"\n"));
        assert_eq!(
            says,
            [format!(
                "shared.toml:5:8 probably-same? `{one}` en `{other}` zijn waarschijnlijk dezelfde @ shared.toml:2:8"
            )]
        );
    }
    let says = doubles(organisation("Vechtdal College") + &organisation("Vechtdalcollege"));
    assert_eq!(says.len(), 1, "{says:?}");
    for (one, other) in [
        ("Jan Bos", "Jan Vos"),
        ("Jan Smit", "Jannie Smit"),
        ("Anna de Wit", "Anna de Wilde"),
    ] {
        assert_eq!(doubles(person(one) + &person(other)), NOTHING);
    }
    for (one, other) in [
        ("School 12", "School 13"),
        ("Gemeente Almelo", "Gemeente Hengelo"),
        ("Basisschool De Es", "Basisschool De As"),
    ] {
        assert_eq!(doubles(organisation(one) + &organisation(other)), NOTHING);
    }
    // The writer knows: one lists the other, one became the other, they work elsewhere.
    assert_eq!(
        doubles(person("Eddy van Hijum") + "also = [\"E. van Hijum\"]\n" + &person("E. van Hijum")),
        NOTHING
    );
    assert_eq!(
        doubles(
            organisation("Vechtdal College")
                + &organisation("Vechtdalcollege")
                + "successor = \"vechtdal-college\"\n"
        ),
        NOTHING
    );
    let two = "[[person]]\nid = \"a\"\nname = \"Jan de Vries\"\norganisation = \"Bakker Bos\"\n[[person]]\nid = \"b\"\nname = \"Jan de Vries\"\norganisation = \"Slager Vos\"\n";
    assert_eq!(doubles(two.to_owned()), NOTHING);
}
