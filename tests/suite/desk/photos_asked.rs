//! What is asked of photos once they are there, what is saved of it, and what gets on the site.

use super::browser::ShownForm;
use super::photos::{PHOTOS, add, followed, words};
use super::running::{Desk, user};
use super::{EVENT, site};
use crate::drawn::{fields, jpeg};
use crate::harness::Site;
use crate::program::oogst;
use crate::tree::Tree;

/// The photos of the built site, by their descriptions.
fn shown_on_the_site(site: &Site) -> Vec<String> {
    let built = oogst(site.root(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let output = Tree::read(&site.at("output"));
    let page = output.text("bijeenkomsten/avond/index.html");
    let alts = page.split("<img").skip(1).filter_map(|rest| {
        let alt = rest.split_once("alt=\"")?.1;
        Some(alt.split('"').next()?.to_owned())
    });
    alts.collect()
}

/// Sends half an answer about two photos, which comes back with what is missing.
fn half_answered(desk: &Desk, page: &str) -> ShownForm {
    // That it may be shown is not enough, and half an answer is none.
    let mut form = ShownForm::read(page);
    form.press("f.a.consent", "yes");
    form.fill("f.b.alt", "De zaal loopt vol");
    let answer = desk.send("/photos/avond", &form.body());
    assert_eq!(answer.status, 422, "{}", answer.body);
    let back = ShownForm::read(&answer.body);
    assert_eq!(
        back.mistakes,
        [
            "a.jpg: schrijf wat er te zien is, of kruis aan dat de foto decoratief is",
            "b.jpg: kies een antwoord; weet u het nog niet, kies dan dat",
        ]
    );
    assert!(
        back.ids.contains(&"f-a-alt-wrong".to_owned()),
        "{:?}",
        back.ids
    );
    assert!(
        back.ids.contains(&"f-b-consent-wrong".to_owned()),
        "{:?}",
        back.ids
    );
    let lost: Vec<&String> = back
        .named
        .iter()
        .filter(|id| !back.ids.contains(id))
        .collect();
    assert_eq!(lost, Vec::<&String>::new());
    assert_eq!(back.values("f.a.consent"), ["yes"]);
    back
}

/// Answers about the photos that still wait, after which none does.
fn answer_the_others(desk: &Desk, site: &Site) {
    // The others still wait, and nothing else does.
    let mut form = ShownForm::read(&desk.get("/photos/avond").body);
    assert_eq!(form.values("foto"), ["media/b.jpg", "media/c.jpg"]);
    form.press("f.b.consent", "no")
        .press("f.c.consent", "not-needed")
        .press("f.c.decorative", "yes");
    followed(desk, &desk.send("/photos/avond", &form.body()));
    assert!(
        site.read(PHOTOS).ends_with(
            "alt = \"De zaal loopt vol\"\ntoestemming = \"nee\"\n\n[[foto]]\nbestand = \"media/c.jpg\"\ndecoratief = true\ntoestemming = \"niet-nodig\"\n"
        ),
        "{}",
        site.read(PHOTOS)
    );
    assert_eq!(shown_on_the_site(site), ["Een leerling soldeert", ""]);
    let page = desk.get("/photos/avond").body;
    assert!(words(&page).contains("Van elke foto is gezegd"), "{page}");
}

#[test]
fn a_photo_is_on_the_site_once_somebody_said_that_it_may_be_and_what_can_be_seen() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let photos = [fields(64, 64), fields(80, 40), fields(40, 80)].map(|one| jpeg(&one, 1));
    let answer = add(
        &desk,
        &[
            ("a.jpg", &photos[0]),
            ("b.jpg", &photos[1]),
            ("c.jpg", &photos[2]),
        ],
    );
    let page = followed(&desk, &answer);
    assert_eq!(shown_on_the_site(&site), Vec::<String>::new());
    let mut back = half_answered(&desk, &page);
    assert!(!site.read(PHOTOS).contains("alt"), "{}", site.read(PHOTOS));
    // Of the third nothing is said, which is a no.
    back.fill("f.a.alt", "Een leerling soldeert")
        .fill("f.a.alt_en", "A pupil solders");
    back.fill("f.a.credit", "Jo");
    back.press("f.b.consent", "unknown");
    let page = followed(&desk, &desk.send("/photos/avond", &back.body()));
    assert!(
        words(&page).contains(&format!("Bewaard in {PHOTOS}.")),
        "{page}"
    );
    assert!(
        words(&page).contains("Bij 2 foto’s moet u nog zeggen wat er te zien is"),
        "{page}"
    );
    assert_eq!(
        site.read(PHOTOS),
        "[[foto]]\nbestand = \"media/a.jpg\"\nalt = \"Een leerling soldeert\"\nalt_en = \"A pupil solders\"\nmaker = \"Jo\"\n\
         toestemming = \"ja\"\n\n[[foto]]\nbestand = \"media/b.jpg\"\nalt = \"De zaal loopt vol\"\n\n[[foto]]\nbestand = \"media/c.jpg\"\n"
    );
    assert_eq!(shown_on_the_site(&site), ["Een leerling soldeert"]);
    answer_the_others(&desk, &site);
}

#[test]
fn where_an_event_shows_all_its_photos_a_new_one_still_waits() {
    let (mut site, user) = (site(&[]), user());
    site.replace(
        EVENT,
        "datum = 2025-11-12\n",
        "datum = 2025-11-12\nfotos = { toestemming = \"ja\" }\n",
    );
    let desk = Desk::open(site.root(), user.path());
    let page = followed(&desk, &add(&desk, &[("a.jpg", &jpeg(&fields(64, 64), 1))]));
    let waits = "[[foto]]\nbestand = \"media/a.jpg\"\ntoestemming = \"nee\"\n";
    assert_eq!(site.read(PHOTOS), waits);
    let mut form = ShownForm::read(&page);
    assert_eq!(form.values("f.a.consent"), Vec::<&str>::new());
    form.fill("f.a.alt", "Een zaal")
        .press("f.a.consent", "unknown");
    followed(&desk, &desk.send("/photos/avond", &form.body()));
    assert_eq!(
        site.read(PHOTOS),
        waits.replace("jpg\"\n", "jpg\"\nalt = \"Een zaal\"\n")
    );
    assert_eq!(shown_on_the_site(&site), Vec::<String>::new());
}

#[test]
fn what_somebody_else_changed_meanwhile_is_shown_beside_and_not_overwritten() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let page = followed(&desk, &add(&desk, &[("a.jpg", &jpeg(&fields(64, 64), 1))]));
    site.append(PHOTOS, "alt = \"Van een ander\"\n");
    let mut form = ShownForm::read(&page);
    form.fill("f.a.alt", "Van mij").press("f.a.consent", "no");
    let answer = desk.send("/photos/avond", &form.body());
    assert_eq!(answer.status, 422);
    let mut back = ShownForm::read(&answer.body);
    assert!(back.text.contains("Van een ander"));
    back.press("c.a.alt", "mine");
    followed(&desk, &desk.send("/photos/avond", &back.body()));
    assert_eq!(
        site.read(PHOTOS),
        "[[foto]]\nbestand = \"media/a.jpg\"\nalt = \"Van mij\"\ntoestemming = \"nee\"\n"
    );
    // A photo that went is named, and nothing is saved without it.
    let form = ShownForm::read(&desk.get("/photos/avond?foto=media%2Fa.jpg").body);
    site.write(PHOTOS, "");
    let answer = desk.send("/photos/avond", &form.body());
    assert_eq!(answer.status, 422);
    let back = ShownForm::read(&answer.body);
    assert!(
        back.mistakes[0].starts_with("media/a.jpg: Dit is intussen"),
        "{:?}",
        back.mistakes
    );
}
