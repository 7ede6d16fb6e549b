//! Settings in the browser: what is asked for, what is saved, and what stays as it is.

use oogst::config::SETTINGS;
use oogst::schema::{Field, Shape};

use super::browser::ShownForm;
use super::pages::words;
use super::running::{Answered, Desk, user};
use super::site;
use crate::harness::Site;

const AT: &str = "/settings";
const PLACE: &str = "/settings/place";

/// Settings with comments, an order of their own, and things that nobody knows.
const TEXT: &str = "# Van ons.\ntitle = 'Proef'   # mag anders\nlanguage = \"nl\"\n\nlook = { kleur = \"groen\" }\n\n[privacy] # let op\n# niet tonen\nemails = false\n\n[publish.website]\nkind = \"zip\" # voorlopig\nfile = \"site.zip\"\n";

fn settings(text: &str) -> Site {
    let mut site = site(&[]);
    site.write("oogst.toml", text);
    site
}

fn shown(desk: &Desk, address: &str) -> ShownForm {
    let page = desk.get(address);
    assert_eq!(page.status, 200, "{address}: {}", page.body);
    ShownForm::read(&page.body)
}

/// Makes sure that a form was saved, and comes to this address.
fn assert_saved(desk: &Desk, answer: &Answered, to: &str) {
    let to = format!("{to}?bewaard=oogst.toml");
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some(to.as_str())),
        "{}",
        words(&answer.body)
    );
    let page = words(&desk.get(&to).body);
    assert!(page.contains("Bewaard in oogst.toml."), "{page}");
}

#[test]
fn every_setting_is_asked_for_or_named_as_one_of_the_file() {
    let (site, user) = (settings(TEXT), user());
    let desk = Desk::open(site.root(), user.path());
    let page = desk.get(AT);
    let form = ShownForm::read(&page.body);
    assert_eq!(form.nameless, Vec::<String>::new());
    let is_asked = |name: &str| form.controls.contains(&format!("f.{name}"));
    let mut in_file = Vec::new();
    let is_whole = |field: &Field| {
        !matches!(
            field.shape,
            Shape::Table(_) | Shape::Tables(_) | Shape::Named(_) | Shape::Codes
        )
    };
    for field in SETTINGS {
        match field.shape {
            Shape::Table(parts) => {
                for part in parts.iter().filter(|part| is_whole(part)) {
                    let name = format!("{}.{}", field.name.en, part.name.en);
                    assert!(is_asked(&name), "{name} is asked for");
                }
            }
            Shape::Named(parts) => {
                let place = shown(&desk, &format!("{PLACE}/website"));
                for part in parts {
                    let name = format!("f.{}", part.name.en);
                    assert!(place.controls.contains(&name), "{name} is asked for");
                }
            }
            _ if is_whole(field) => assert!(is_asked(field.name.en), "{}", field.name.en),
            _ => in_file.push(field),
        }
    }
    let rest = page.body.split("Dit staat alleen in").nth(1);
    let rest = words(rest.expect("it is said"));
    for field in &in_file {
        assert!(rest.contains(field.about.nl), "{}: {rest}", field.name.en);
    }
    let names: Vec<&str> = in_file.iter().map(|field| field.name.en).collect();
    assert_eq!(names, ["look", "routes"]);
    assert!(desk.get("/").body.contains("href=\"/settings\""));
}

#[test]
fn what_is_changed_changes_its_bytes_and_no_other() {
    let (site, user) = (settings(TEXT), user());
    let desk = Desk::open(site.root(), user.path());
    let form = shown(&desk, AT);
    // Nothing was changed.
    let answer = desk.send(AT, &form.body());
    assert_eq!((answer.status, answer.header("location")), (303, Some(AT)));
    assert_eq!(site.read("oogst.toml"), TEXT);
    let mut form = shown(&desk, AT);
    form.fill("f.title", "Proef \"twee\"")
        .fill("f.base_url", "https://dorp.example/proef")
        .fill("f.languages", "nl")
        .fill("f.privacy.emails", "yes")
        .fill("f.privacy.responsible", "De griffie")
        .fill("f.stale.months", "6")
        .fill("f.search.enabled", "no");
    assert_saved(&desk, &desk.send(AT, &form.body()), AT);
    let saved = TEXT
        .replace(
            "'Proef'   # mag anders\n",
            "'Proef \"twee\"'   # mag anders\nbase_url = \"https://dorp.example/proef\"\n",
        )
        .replace(
            "language = \"nl\"\n",
            "language = \"nl\"\nlanguages = [\"nl\"]\n",
        )
        .replace(
            "emails = false\n",
            "emails = true\nresponsible = \"De griffie\"\n",
        );
    assert_eq!(
        site.read("oogst.toml"),
        format!("{saved}\n[search]\nenabled = false\n\n[stale]\nmonths = 6\n")
    );
    // Taken out again, and undone.
    let before = site.read("oogst.toml");
    let mut form = shown(&desk, AT);
    form.fill("f.base_url", "")
        .fill("f.privacy.responsible", "")
        .fill("f.stale.months", "");
    assert_saved(&desk, &desk.send(AT, &form.body()), AT);
    let after = before
        .replace("base_url = \"https://dorp.example/proef\"\n", "")
        .replace("responsible = \"De griffie\"\n", "")
        .replace("\n[stale]\nmonths = 6\n", "");
    assert_eq!(site.read("oogst.toml"), after);
    let undo = desk.get("/undo").body;
    let number = undo.split("name=\"number\" value=\"").nth(1);
    let number = number.and_then(|rest| rest.split('"').next());
    let undone = desk.post("/undo", &[("number", number.expect("it can be undone"))]);
    assert_eq!(undone.status, 303, "{}", undone.body);
    assert_eq!(site.read("oogst.toml"), before);
}

#[test]
fn settings_in_other_forms_of_toml_are_changed_where_they_stand() {
    let text =
        "titel = \"Proef\"\nprivacy.emailadressen = true\nzoeken = { aan = true, }\nbudget = {}\n";
    let (site, user) = (settings(text), user());
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, AT);
    form.fill("f.privacy.phones", "yes")
        .fill("f.search.enabled", "")
        .fill("f.budget.page_kb", "200");
    assert_saved(&desk, &desk.send(AT, &form.body()), AT);
    assert_eq!(
        site.read("oogst.toml"),
        "titel = \"Proef\"\nprivacy.emailadressen = true\nprivacy.telefoonnummers = true\nbudget = { pagina_kb = 200 }\n"
    );
}

#[test]
fn what_is_wrong_stands_at_its_question_and_nothing_is_written() {
    let (site, user) = (settings(TEXT), user());
    let desk = Desk::open(site.root(), user.path());
    for (name, value, label, said) in [
        ("f.title", "", "Titel", "vul dit in"),
        ("f.base_url", "dorp", "Webadres", "dorp"),
        ("f.language", "fr", "Taal", "fr"),
        ("f.time_zone", "Europa/Hier", "Tijdzone", "Europa/Hier"),
        ("f.stale.months", "veel", "Maanden", "heel getal"),
        ("f.stale.months", "0", "Maanden", "1"),
        ("f.oogst", "nieuw", "Oogst", "geen versie van oogst"),
    ] {
        let mut form = shown(&desk, AT);
        form.fill(name, value);
        let answer = desk.send(AT, &form.body());
        assert_eq!(answer.status, 422, "{name}: {}", words(&answer.body));
        let back = ShownForm::read(&answer.body);
        let wrong = &back.mistakes[0];
        assert!(wrong.starts_with(&format!("{label}: ")), "{wrong}");
        assert!(wrong.contains(said), "{wrong}");
        assert_eq!(back.values(name), [value]);
        assert_eq!(site.read("oogst.toml"), TEXT);
    }
}

#[test]
fn what_somebody_else_changed_meanwhile_is_asked_about() {
    let (mut site, user) = (settings(TEXT), user());
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, AT);
    form.fill("f.title", "Van mij");
    site.replace("oogst.toml", "'Proef'", "'Van een ander'");
    site.replace("oogst.toml", "emails = false", "emails = true");
    let answer = desk.send(AT, &form.body());
    assert_eq!(answer.status, 422, "{}", words(&answer.body));
    let mut back = ShownForm::read(&answer.body);
    assert!(back.text.contains("Van een ander"));
    assert_eq!(back.values("f.title"), ["Van mij"]);
    // Without a choice it is asked again.
    let answer = desk.send(AT, &back.body());
    assert_eq!(answer.status, 422, "{}", words(&answer.body));
    back.press("c.title", "mine");
    assert_saved(&desk, &desk.send(AT, &back.body()), AT);
    let both = TEXT
        .replace("'Proef'", "\"Van mij\"")
        .replace("emails = false", "emails = true");
    let saved = site.read("oogst.toml");
    assert_eq!(saved.replace("'Van mij'", "\"Van mij\""), both);
}

#[test]
fn a_setting_that_cannot_be_read_is_not_asked_for_and_stays() {
    let text = format!("{TEXT}\n[verouderd]\nmaanden = \"veel\"\n");
    let (site, user) = (settings(&text), user());
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, AT);
    assert!(!form.controls.contains("f.stale.months"));
    form.fill("f.publisher", "De gemeente");
    assert_saved(&desk, &desk.send(AT, &form.body()), AT);
    let saved = text.replace(
        "look = { kleur = \"groen\" }\n",
        "look = { kleur = \"groen\" }\npublisher = \"De gemeente\"\n",
    );
    assert_eq!(site.read("oogst.toml"), saved);
}

#[test]
fn places_are_made_changed_and_taken_out() {
    let (site, user) = (settings(TEXT), user());
    let desk = Desk::open(site.root(), user.path());
    // A new one.
    let mut form = shown(&desk, PLACE);
    assert_eq!(form.nameless, Vec::<String>::new());
    let answer = desk.send(PLACE, &form.body());
    assert_eq!(answer.status, 422, "{}", words(&answer.body));
    for (name, said) in [
        ("website", "er is al een plek met deze naam"),
        ("Onze site", "gebruik kleine letters, cijfers en streepjes"),
    ] {
        form.fill("name", name).fill("f.kind", "folder");
        let answer = desk.send(PLACE, &form.body());
        assert_eq!(answer.status, 422, "{}", words(&answer.body));
        assert!(
            words(&answer.body).contains(said),
            "{}",
            words(&answer.body)
        );
    }
    // A folder has to be named.
    form.fill("name", "netwerk");
    let answer = desk.send(PLACE, &form.body());
    assert_eq!(answer.status, 422, "{}", words(&answer.body));
    let mut back = ShownForm::read(&answer.body);
    assert!(back.mistakes[0].starts_with("Map: "), "{:?}", back.mistakes);
    assert_eq!(site.read("oogst.toml"), TEXT);
    back.fill("f.folder", "//server/www");
    let netwerk = format!("{PLACE}/netwerk");
    assert_saved(&desk, &desk.send(PLACE, &back.body()), &netwerk);
    let added = format!("{TEXT}\n[publish.netwerk]\nkind = \"map\"\nfolder = \"//server/www\"\n");
    assert_eq!(site.read("oogst.toml"), added);
    let list = words(&desk.get("/publish").body);
    // The report has no address yet, so it is not published.
    assert!(
        list.contains("De site kan nog niet worden gemaakt"),
        "{list}"
    );
    // Changed.
    let website = format!("{PLACE}/website");
    let mut form = shown(&desk, &website);
    form.fill("f.file", "../opbrengst.zip");
    assert_saved(&desk, &desk.send(&website, &form.body()), &website);
    let changed = added.replace("site.zip", "../opbrengst.zip");
    assert_eq!(site.read("oogst.toml"), changed);
    // Taken out.
    let gone = desk.post(&website, &[("remove", "1")]);
    assert_saved(&desk, &gone, AT);
    let without = changed.replace(
        "\n[publish.website]\nkind = \"zip\" # voorlopig\nfile = \"../opbrengst.zip\"\n",
        "",
    );
    assert_eq!(site.read("oogst.toml"), without);
    assert_eq!(desk.get(&website).status, 404);
    assert_eq!(desk.post(&website, &[("remove", "1")]).status, 404);
}

#[test]
fn a_place_between_braces_is_taken_out_by_people_only() {
    let text =
        "title = \"Proef\"\npublish = { website = { kind = \"zip\", file = \"site.zip\" } }\n";
    let (site, user) = (settings(text), user());
    let desk = Desk::open(site.root(), user.path());
    let website = format!("{PLACE}/website");
    let refused = desk.post(&website, &[("remove", "1")]);
    assert_eq!(refused.status, 422, "{}", words(&refused.body));
    assert!(words(&refused.body).contains("alleen in ‘oogst.toml’ zelf"));
    assert_eq!(site.read("oogst.toml"), text);
    let mut form = shown(&desk, &website);
    form.fill("f.file", "anders.zip");
    assert_saved(&desk, &desk.send(&website, &form.body()), &website);
    assert_eq!(
        site.read("oogst.toml"),
        text.replace("site.zip", "anders.zip")
    );
}
