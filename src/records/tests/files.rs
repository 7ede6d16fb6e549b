//! Photos and resources.

use super::{EVENT, NOTHING, Site, said};
use crate::pictures::media_file::Size;

#[test]
fn a_photo_without_consent_is_not_in_the_report() {
    let site = |defaults: &str| {
        let mut site = Site::of_event(
            "[[photo]]\nfile = \"media/een.jpg\"\nalt = \"Een zaal\"\n[[photo]]\nfile = \"media/twee.jpg\"\nalt = \"Een zaal\"\nconsent = \"nee\"\npeople = [\"Twee mensen\"]\n\
             [[photo]]\nfile = \"./media/drie.jpg\"\ndecorative = true\nconsent = \"not-needed\"\n",
            "",
        )
        .media("events/a/media/een.jpg")
        .media("events/a/media/twee.jpg")
        .media("events/a/media/drie.jpg");
        site.files[0].1 = format!(
            "+++\ntitle = \"A\"\ndate = 2018-01-01\nsummary = \"A.\"\nhero = \"twee\"\n{defaults}+++\n![Zaal](media/twee.jpg)\n"
        );
        site.link()
    };
    let ids = |linked: &super::Linked| {
        linked
            .report
            .photos
            .iter()
            .map(|photo| photo.id.to_string())
            .collect::<Vec<_>>()
    };
    let linked = site("");
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:2:8 photo-withheld? de foto `media/een.jpg` wordt niet getoond: er is geen toestemming vastgelegd"
        ]
    );
    assert_eq!(ids(&linked), ["drie"]);
    assert_eq!(linked.report.events[0].hero, None);
    let linked = site("photos = { consent = \"yes\", credit = \"Studio\" }\n");
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    assert_eq!(ids(&linked), ["een", "drie"]);
    assert_eq!(linked.report.photos[0].credit.as_deref(), Some("Studio"));
    assert_eq!(
        linked.report.photos[0].size,
        Size {
            width: 4,
            height: 3
        }
    );
    assert_eq!(
        linked.report.photos[0].file.as_str(),
        "content/events/a/media/een.jpg"
    );
    let linked = site("photos = { consent = \"no\" }\n");
    assert_eq!(
        (said(&linked.diagnostics, &linked.sources), ids(&linked)),
        (vec![], vec!["drie".to_owned()])
    );
}

#[test]
fn no_is_no_for_a_file_whatever_another_record_says() {
    let linked = Site::of_event(
        "[[photo]]\nfile = \"media/a.jpg\"\nalt = \"Een zaal\"\nconsent = \"yes\"\n[[photo]]\nid = \"b\"\nfile = \"media/a.jpg\"\nalt = \"Een zaal\"\nconsent = \"no\"\n",
        "",
    )
    .media("events/a/media/a.jpg")
    .link();
    assert_eq!(linked.report.photos.len(), 0);
}

#[test]
fn photos_are_there_can_be_shown_and_say_what_they_show() {
    let photo = |rest: &str| format!("[[photo]]\nconsent = \"yes\"\n{rest}\n");
    let photos = [
        photo("file = \"media/zal.jpg\"\nalt = \"Een zaal\""),
        photo("file = \"../b/zaal.jpg\"\nid = \"b\"\nalt = \"Een zaal\""),
        photo("file = \"/etc/zaal.jpg\"\nid = \"c\"\nalt = \"Een zaal\""),
        photo("file = \"C:\\\\zaal.jpg\"\nid = \"d\"\nalt = \"Een zaal\""),
        photo("file = \"media/zaal.heic\"\nid = \"e\"\nalt = \"Een zaal\""),
        photo("file = \"media/zaal.jpg\"\nid = \"f\""),
        photo("file = \"media/zaal.jpg\"\nid = \"g\"\nalt = \"IMG_1234.jpg\""),
        photo("file = \"media/cafe\u{301}.jpg\"\nalt = \"Een café\""),
    ];
    let linked = Site::of_event(&photos.concat(), "")
        .media("events/a/media/zaal.jpg")
        .media("events/a/media/zaal.heic")
        .media("events/a/media/caf\u{e9}.jpg")
        .media("events/b/zaal.jpg")
        .with("events/b/event.md", EVENT)
        .link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:3:8 photo-file-missing! de foto `media/zal.jpg` is er niet => media/zaal.jpg",
            "events/a/x.toml:7:8 leaves-folder! `../b/zaal.jpg` wijst naar iets buiten de map",
            "events/a/x.toml:12:8 leaves-folder! `/etc/zaal.jpg` wijst naar iets buiten de map",
            "events/a/x.toml:17:8 leaves-folder! `C:\\zaal.jpg` wijst naar iets buiten de map",
            "events/a/x.toml:22:8 photo-kind! `media/zaal.heic` is geen foto die oogst kan lezen",
            "events/a/x.toml:27:8 photo-alt! bij de foto `media/zaal.jpg` ontbreekt een beschrijving",
            "events/a/x.toml:33:7 alt-is-file-name? de beschrijving `IMG_1234.jpg` is een bestandsnaam",
            "events/b photos-unnamed? van deze bijeenkomst wordt de foto `zaal.jpg` niet getoond: niets noemt die",
        ]
    );
    assert_eq!(
        linked
            .report
            .photos
            .iter()
            .map(|photo| photo.id.as_str())
            .collect::<Vec<_>>(),
        ["g", "cafe"]
    );
}

#[test]
fn descriptions_that_are_file_names_are_known() {
    for (alt, file) in [
        ("zaal-van-binnen", "media/zaal-van-binnen.png"),
        ("DSC 0042", "a.jpg"),
        ("20181030_1", "a.jpg"),
        ("foto.png", "a.jpg"),
        ("IMG-20181030-WA0001", "a.jpg"),
    ] {
        assert!(super::super::named_file::is_file_name(alt, file), "{alt}");
    }
    for (alt, file) in [
        ("Zonnedak", "media/zonnedak.jpg"),
        ("Foto van 12 leerlingen", "a.jpg"),
        ("Een zaal", "a.jpg"),
        ("", "a.jpg"),
    ] {
        assert!(!super::super::named_file::is_file_name(alt, file), "{alt}");
    }
}

#[test]
fn resources_are_one_file_or_one_address() {
    let linked = Site::of_event(
        "[[resource]]\ntitle = \"Geen\"\n[[resource]]\ntitle = \"Beide\"\nfile = \"media/plan.csv\"\nurl = \"https://x.example/\"\n[[resource]]\ntitle = \"Weg\"\nfile = \"media/pln.csv\"\n\
         [[resource]]\ntitle = \"Buiten\"\nfile = \"../plan.csv\"\nid = \"buiten\"\n[[resource]]\ntitle = \"Goed\"\nid = \"goed\"\nfile = \"media/plan.csv\"\n[[resource]]\ntitle = \"Beeld\"\nfile = \"media/mensen.jpg\"\n",
        "",
    )
    .media("events/a/media/plan.csv")
    .media("events/a/media/mensen.jpg")
    .link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:1:1 resource-needs-one! dit materiaal heeft een bestand of een webadres nodig, en niet allebei",
            "events/a/x.toml:5:8 resource-needs-one! dit materiaal heeft een bestand of een webadres nodig, en niet allebei",
            "events/a/x.toml:9:8 resource-file-missing! het bestand `media/pln.csv` is er niet => media/plan.csv",
            "events/a/x.toml:12:8 leaves-folder! `../plan.csv` wijst naar iets buiten de map",
            "events/a/x.toml:20:8 picture-not-declared? de afbeelding `media/mensen.jpg` is niet als foto vastgelegd en wordt niet getoond",
        ]
    );
    assert_eq!(
        linked
            .report
            .resources
            .iter()
            .map(|resource| resource.id.as_str())
            .collect::<Vec<_>>(),
        ["goed"]
    );
}
