//! Links and pictures in texts, and what is withheld of them.

use super::{NOTHING, Site, said};

/// One event whose body is this text, with a deal, a photo, a photo without consent and a file.
fn site(text: &str) -> Site {
    let mut site = Site::of_event(
        "[[deal]]\ntitle = \"Samen bijscholen\"\n[[photo]]\nfile = \"media/zaal.jpg\"\nalt = \"Een zaal\"\nconsent = \"yes\"\n[[photo]]\nfile = \"media/mensen.jpg\"\nalt = \"Mensen\"\nconsent = \"no\"\n[[idea]]\ntitle = \"Concept\"\ndraft = true\n",
        "[[organisation]]\nname = \"Metaalunie\"\n",
    )
    .media("events/a/media/zaal.jpg")
    .media("events/a/media/mensen.jpg")
    .media("events/a/media/plan b.pdf")
    .with("events/b/event.md", super::EVENT);
    site.files[0].1.push_str(text);
    site
}

#[test]
fn links_that_lead_somewhere_pass() {
    let text = "[samen](deal:samen-bijscholen) [van hier](deal:a/samen-bijscholen) [wie](organisatie:metaalunie) [de zaal](photo:zaal) [mensen](photo:mensen)\n\
        [plan](media/plan%20b.pdf#page=2) [nog eens](media/plan%20b.pdf) [web](https://x.example/) [kop](#kop) [thuis](/) ![Een zaal](media/zaal.jpg) ![](media/mensen.jpg) [groot](media/zaal.jpg)\n";
    let linked = site(text).link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    let attachments: Vec<&str> = linked
        .report
        .attachments
        .iter()
        .map(|attachment| attachment.file.as_str())
        .collect();
    assert_eq!(
        attachments,
        [
            "content/events/a/media/plan b.pdf",
            "content/events/a/media/zaal.jpg"
        ]
    );
    assert!(!linked.config.show_emails);
}

#[test]
fn links_that_lead_nowhere_are_placed_and_mended() {
    let text = "Zie [a](deal:samen-bijscholn).\n[b](deal:b/samen-bijscholen)\n[c](deal:c/samen)\n[d](regoi:x)\n[e](media/pla.pdf)\n[f](../b/event.md)\n[g](organisation:metalunie)\n\
        [h](jan@school.example)\n[i](www.school.example)\n[j](idea:concept)\n[k]()\n![l](media/niets.png)\n![m](photo:zaal)\n";
    assert_eq!(
        site(text).says(),
        [
            "events/a/event.md:6:9 broken-link! deze link wijst naar `deal:samen-bijscholn`, en dat is er niet => deal:samen-bijscholen",
            "events/a/event.md:7:5 broken-link! deze link wijst naar `deal:b/samen-bijscholen`, en dat is er niet => deal:a/samen-bijscholen",
            "events/a/event.md:8:5 broken-link! deze link wijst naar `deal:c/samen`, en dat is er niet",
            "events/a/event.md:9:5 broken-link! deze link wijst naar `regoi:x`, en dat is er niet => regio:x",
            "events/a/event.md:10:5 broken-link! deze link wijst naar `media/pla.pdf`, en dat is er niet => media/plan%20b.pdf",
            "events/a/event.md:11:5 leaves-folder! `../b/event.md` wijst naar iets buiten de map",
            "events/a/event.md:12:5 broken-link! deze link wijst naar `organisation:metalunie`, en dat is er niet => organisation:metaalunie",
            "events/a/event.md:13:5 broken-link! deze link wijst naar `jan@school.example`, en dat is er niet => mailto:jan@school.example",
            "events/a/event.md:14:5 broken-link! deze link wijst naar `www.school.example`, en dat is er niet => https://www.school.example",
            "events/a/event.md:15:5 refers-to-draft! `concept` is nog een concept, dus deze verwijzing loopt dood",
            "events/a/event.md:16:1 broken-link! deze link wijst naar `[k]()`, en dat is er niet",
            "events/a/event.md:17:6 broken-link! deze link wijst naar `media/niets.png`, en dat is er niet",
            "events/a/event.md:18:6 picture-not-declared? de afbeelding `photo:zaal` is niet als foto vastgelegd en wordt niet getoond => media/zaal.jpg",
        ]
    );
}

#[test]
fn links_and_pictures_that_cannot_go_out_are_warned_of() {
    let text = "[klik hier](https://x.example/) [Lees meer…](https://x.example/) [x](javascript:alert(1)) [y](data:text/html,x)\n\
        ![IMG_2041.jpg](media/zaal.jpg) ![Zaal](media/los.jpg) ![Zaal](https://x.example/a.png) ![Zaal](data:image/png;base64,AA) [foto](media/los.jpg)\n";
    assert_eq!(
        site(text).media("events/a/media/los.jpg").says(),
        [
            "events/a/event.md:6:1 vague-link? de linktekst `klik hier` zegt niet waar de link heen gaat",
            "events/a/event.md:6:33 vague-link? de linktekst `Lees meer…` zegt niet waar de link heen gaat",
            "events/a/event.md:6:70 dangerous-link? deze link (`javascript:alert(1)`) kan kwaad en wordt weggelaten",
            "events/a/event.md:6:95 dangerous-link? deze link (`data:text/html,x`) kan kwaad en wordt weggelaten",
            "events/a/event.md:7:1 alt-is-file-name? de beschrijving `IMG_2041.jpg` is een bestandsnaam",
            "events/a/event.md:7:41 picture-not-declared? de afbeelding `media/los.jpg` is niet als foto vastgelegd en wordt niet getoond",
            "events/a/event.md:7:64 outside-picture? de afbeelding `https://x.example/a.png` komt van een andere site en wordt niet getoond",
            "events/a/event.md:7:97 dangerous-link? deze link (`data:image/png;base64,AA`) kan kwaad en wordt weggelaten",
            "events/a/event.md:7:130 picture-not-declared? de afbeelding `media/los.jpg` is niet als foto vastgelegd en wordt niet getoond",
        ]
    );
}

#[test]
fn addresses_and_numbers_leave_the_report_unless_they_may_be_shown() {
    let text = "Mail [Jan](mailto:jan@school.example) of piet@school.example, bel 038-1234567 of [ons](tel:0381234567).\n";
    let linked = site(text).link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/event.md:6:12 contact-withheld? een e-mailadres in deze tekst wordt niet getoond",
            "events/a/event.md:6:42 contact-withheld? een e-mailadres in deze tekst wordt niet getoond",
            "events/a/event.md:6:67 contact-withheld? een telefoonnummer in deze tekst wordt niet getoond",
            "events/a/event.md:6:88 contact-withheld? een telefoonnummer in deze tekst wordt niet getoond",
        ]
    );
    let kept = linked.report.events[0]
        .text
        .as_ref()
        .expect("there is a text")
        .original
        .text
        .to_string();
    assert_eq!(
        kept,
        "Mail [Jan](mailto:) of (contactgegevens niet getoond), bel (contactgegevens niet getoond) of [ons](tel:)."
    );
    let linked = site(text)
        .settings("[privacy]\nemails = true\nphones = true\n")
        .link();
    assert_eq!(said(&linked.diagnostics, &linked.sources), NOTHING);
    assert_eq!(
        linked.report.events[0]
            .text
            .as_ref()
            .expect("there is a text")
            .original
            .text
            .as_ref(),
        text.trim_end()
    );
}

#[test]
fn lines_and_parties_give_no_contact_details_away() {
    let linked = Site::of_event("[[session]]\ntitle = \"S\"\nroom = \"Bel 0612345678\"\nroom_en = \"Call 0612345678\"\n[[ask]]\ntitle = \"V\"\ncontact = \"jan@school.example\"\nby = \"Jan (jan@school.example)\"\n", "").link();
    assert_eq!(
        said(&linked.diagnostics, &linked.sources),
        [
            "events/a/x.toml:3:13 contact-withheld? een telefoonnummer in deze tekst wordt niet getoond",
            "events/a/x.toml:4:17 contact-withheld? een telefoonnummer in deze tekst wordt niet getoond",
            "events/a/x.toml:7:12 contact-withheld? een e-mailadres in deze tekst wordt niet getoond",
            "events/a/x.toml:8:12 contact-withheld? een e-mailadres in deze tekst wordt niet getoond",
        ]
    );
    let report = linked.report;
    let room = report.sessions[0].room.clone().expect("there is a room");
    assert_eq!(
        (&*room.original, room.translation.as_deref()),
        (
            "Bel (contactgegevens niet getoond)",
            Some("Call (contact details not shown)")
        )
    );
    assert_eq!(report.needs[0].contact, None);
    assert_eq!(
        report.needs[0].by,
        [crate::records::Party::Words {
            name: "Jan".into(),
            organisation: None
        }]
    );
}

#[test]
fn news_links_within_the_event_it_is_written_in() {
    let site = site("").with("events/b/x.toml", "[[deal]]\ntitle = \"Nieuw\"\n[[update]]\nof = \"deal:a/samen-bijscholen\"\ndate = 2019-01-01\ntext = \"Zie [de nieuwe deal](deal:nieuw).\"\n");
    assert_eq!(site.says(), NOTHING);
}

#[test]
fn translations_and_shared_texts_are_checked_too() {
    let site = Site::of_event(
        "",
        "[[region]]\nname = \"Twente\"\ntext = \"Goed.\"\ntext_en = \"See [here](theme:x).\"\n",
    )
    .with(
        "pages/over.md",
        "+++\ntitle = \"Over\"\n+++\n[plan](media/plan.pdf)\n",
    );
    assert_eq!(
        site.says(),
        [
            "pages/over.md:4:8 broken-link! deze link wijst naar `media/plan.pdf`, en dat is er niet",
            "shared.toml:4:16 vague-link? de linktekst `here` zegt niet waar de link heen gaat",
            "shared.toml:4:23 broken-link! deze link wijst naar `theme:x`, en dat is er niet",
        ]
    );
}
