//! Publishing at the places of the settings from the desk: what is shown, asked, done and refused.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::browser::ShownForm;
use super::pages::words;
use super::running::{Answered, Desk, user};
use crate::harness::Site;
use crate::tree::Tree;

const LIST: &str = ".oogst-published.json";
pub(super) const EVENT: &str = "content/events/2025-techniekavond/event.md";
pub(super) const AT: &str = "/publish/website";

/// A report with a place, and a browser at its desk.
pub(super) struct AtDesk {
    pub(super) site: Site,
    place: TempDir,
    pub(super) user: TempDir,
    desk: Option<Desk>,
}

impl AtDesk {
    /// With a folder to publish into.
    fn with_folder() -> Self {
        let at = Self::closed();
        let folder = at.www().display().to_string();
        at.opened(&format!("soort = \"map\"\nmap = {folder:?}\n"))
    }

    pub(super) fn closed() -> Self {
        Self {
            site: Site::from("klein"),
            place: tempfile::tempdir().expect("there is room"),
            user: user(),
            desk: None,
        }
    }

    /// Writes the place into the settings, and opens the desk.
    pub(super) fn opened(mut self, place: &str) -> Self {
        self.site
            .append("oogst.toml", &format!("\n[publicatie.website]\n{place}"));
        self.desk = Some(Desk::open(self.site.root(), self.user.path()));
        self
    }

    pub(super) fn desk(&self) -> &Desk {
        self.desk.as_ref().expect("it was opened")
    }

    pub(super) fn www(&self) -> PathBuf {
        self.place.path().join("www")
    }

    /// Sends the form of a page, with these filled in besides.
    pub(super) fn send(&self, page: &str, besides: &[(&str, &str)]) -> Answered {
        let mut form = ShownForm::read(page);
        for (name, value) in besides {
            form.press(name, value);
        }
        self.desk().send(AT, &form.body())
    }

    /// Asks what would change.
    pub(super) fn look(&self) -> Answered {
        let page = self.desk().get(AT);
        assert_eq!(page.status, 200, "{}", words(&page.body));
        self.send(&page.body, &[])
    }

    /// Looks, and publishes what was seen.
    pub(super) fn publish(&self) -> String {
        let seen = self.look();
        assert_eq!(seen.status, 200, "{}", words(&seen.body));
        self.followed(&self.send(&seen.body, &[]))
    }

    /// The words of the page that says what was done.
    pub(super) fn followed(&self, done: &Answered) -> String {
        let to = done.header("location");
        assert_eq!(
            (done.status, to),
            (303, Some("/publish/website?klaar")),
            "{}",
            words(&done.body)
        );
        words(&self.desk().get("/publish/website?klaar").body)
    }

    /// Makes sure that the place holds the site and these files of others.
    pub(super) fn assert_published(&self, others: &[&str]) {
        let mut there = Tree::read(&self.www()).0;
        assert!(there.remove(LIST).is_some(), "the list is there");
        for other in others {
            assert!(there.remove(*other).is_some(), "{other} is still there");
        }
        let built = Tree::read(&self.site.at("output"));
        Tree(there).assert_same(&built, "what is published is what was built");
    }
}

/// Makes sure that a page refuses, and says this.
pub(super) fn assert_refused(answer: &Answered, said: &str) {
    assert_eq!(answer.status, 409, "{}", words(&answer.body));
    let page = words(&answer.body);
    assert!(page.contains("Er is niets gepubliceerd"), "{page}");
    assert!(page.contains(said), "{page}");
}

#[test]
fn what_changes_in_a_folder_is_shown_before_it_is_done() {
    let mut at = AtDesk::with_folder();
    let list = at.desk().get("/publish").body;
    assert!(list.contains("href=\"/publish/website\""), "{list}");
    let seen = at.look();
    let files = Tree::read(&at.site.at("output")).0.len();
    let said = words(&seen.body);
    let counts = format!("nieuw {files} gewijzigd 0 weg 0 gelijk 0");
    assert!(said.contains(&counts), "{said}");
    assert!(!at.www().exists(), "looking changes nothing there");
    let said = at.followed(&at.send(&seen.body, &[]));
    let done = format!("{files} nieuw · 0 gewijzigd · 0 weg · 0 gelijk.");
    assert!(said.contains(&done), "{said}");
    assert!(
        said.contains("Bekijk de site: https://dorp.example"),
        "{said}"
    );
    at.assert_published(&[]);
    let again = words(&at.look().body);
    assert!(again.contains("Alles staat er al."), "{again}");
    // What somebody else puts there stays; a changed record is named by its page.
    fs::write(at.www().join("van-een-ander.txt"), "x").expect("there is room");
    at.site
        .replace(EVENT, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    let seen = at.look();
    let said = words(&seen.body);
    assert!(
        said.contains("bijeenkomsten/2025-techniekavond/index.html"),
        "{said}"
    );
    // Somebody writes on: what is done is what was seen, or nothing.
    at.site
        .replace(EVENT, "titel = \"Nieuwe ", "titel = \"Nog nieuwere ");
    let before = Tree::read(&at.www());
    let other = at.send(&seen.body, &[]);
    assert_eq!(other.status, 409);
    let said = words(&other.body);
    assert!(said.contains("Er is intussen iets veranderd"), "{said}");
    before.assert_same(&Tree::read(&at.www()), "nothing changes");
    at.followed(&at.send(&other.body, &[]));
    at.assert_published(&["van-een-ander.txt"]);
}

#[test]
fn a_zip_file_is_made_and_one_of_somebody_else_is_left_alone() {
    let at = AtDesk::closed();
    let file = at.place.path().join("site.zip");
    let at = at.opened(&format!(
        "soort = \"zip\"\nbestand = {:?}\n",
        file.display().to_string()
    ));
    let said = at.publish();
    let made = format!("Gemaakt: {}, de site in", file.display());
    assert!(said.contains(&made), "{said}");
    let first = fs::read(&file).expect("it is there");
    at.publish();
    assert_eq!(fs::read(&file).expect("it is there"), first);
    fs::write(&file, "van een ander").expect("there is room");
    let refused = at.look();
    assert_refused(&refused, "Er staat al een ander bestand met deze naam.");
    // Without a yes it is asked again.
    let refused = at.send(&refused.body, &[]);
    assert_refused(&refused, "Vervang deze bestanden.");
    let seen = at.send(&refused.body, &[("overwrite", "1")]);
    assert_eq!(seen.status, 200, "{}", words(&seen.body));
    at.followed(&at.send(&seen.body, &[]));
    assert_eq!(fs::read(&file).expect("it is there"), first);
}

#[test]
fn a_place_that_is_not_empty_is_adopted_and_what_others_changed_replaced_once_that_is_said() {
    let at = AtDesk::with_folder();
    fs::create_dir(at.www()).expect("there is room");
    for number in 10..23 {
        fs::write(at.www().join(format!("bestand-{number}.txt")), "x").expect("there is room");
    }
    let refused = at.look();
    assert_refused(&refused, "Deze plek is niet leeg en niet van Oogst.");
    let named = ShownForm::read(&refused.body).mistakes;
    let ten: Vec<String> = (10..20)
        .map(|number| format!("bestand-{number}.txt"))
        .collect();
    assert_eq!(named, ten);
    let seen = at.send(&refused.body, &[("adopt", "1")]);
    assert_eq!(seen.status, 200, "{}", words(&seen.body));
    let said = words(&seen.body);
    assert!(said.contains("De plek was niet leeg"), "{said}");
    at.followed(&at.send(&seen.body, &[]));
    let others: Vec<String> = (10..23)
        .map(|number| format!("bestand-{number}.txt"))
        .collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    at.assert_published(&others);
    fs::write(at.www().join("index.html"), "veranderd").expect("there is room");
    let refused = at.look();
    assert_refused(&refused, "door een ander veranderd");
    assert_eq!(ShownForm::read(&refused.body).mistakes, ["index.html"]);
    let seen = at.send(&refused.body, &[("overwrite", "1")]);
    at.followed(&at.send(&seen.body, &[]));
    at.assert_published(&others);
}

#[test]
fn the_lock_of_another_says_whose_it_is_and_is_taken_away_once_that_is_said() {
    let at = AtDesk::with_folder();
    fs::create_dir(at.www()).expect("there is room");
    let lock = "{\"id\":\"x\",\"host\":\"<b>balie\",\"since\":\"01-02-2026 10:00\"}";
    fs::write(at.www().join(".oogst-lock.json"), lock).expect("there is room");
    let seen = at.look();
    assert_eq!(seen.status, 200, "{}", words(&seen.body));
    let refused = at.send(&seen.body, &[]);
    assert_refused(
        &refused,
        "op de computer ‘&lt;b&gt;balie’, sinds 01-02-2026 10:00",
    );
    assert!(!at.www().join("index.html").exists());
    at.followed(&at.send(&refused.body, &[("unlock", "1")]));
    at.assert_published(&[]);
}

#[test]
fn new_addresses_are_put_on_record_where_that_is_ticked() {
    let at = AtDesk::with_folder();
    let seen = at.look();
    let said = words(&seen.body);
    assert!(said.contains("Leg 4 adressen vast."), "{said}");
    assert!(!at.site.at("addresses.toml").exists());
    let said = at.followed(&at.send(&seen.body, &[("record", "1")]));
    assert!(said.contains("Vastgelegd: 4 adressen."), "{said}");
    let addresses = at.site.read("addresses.toml");
    assert!(
        addresses.contains("event:2025-techniekavond"),
        "{addresses}"
    );
    at.assert_published(&[]);
    let again = at.look();
    let controls = ShownForm::read(&again.body).controls;
    assert!(!controls.contains("record"), "{}", words(&again.body));
    // A promise is no save: it is not undone by a click.
    let undo = words(&at.desk().get("/undo").body);
    assert!(undo.contains("Er is nog niets bewaard"), "{undo}");
}

#[test]
fn addresses_are_put_on_record_where_the_site_is_only_made() {
    let at = AtDesk::with_folder();
    let page = at.desk().get("/publish").body;
    let mut form = ShownForm::read(&page);
    form.press("record", "1");
    let made = at.desk().send("/publish", &form.body());
    assert_eq!(made.header("location"), Some("/publish?klaar"));
    let addresses = at.site.read("addresses.toml");
    assert!(
        addresses.contains("event:2025-techniekavond"),
        "{addresses}"
    );
    assert!(!at.www().exists());
}

#[test]
fn a_site_that_cannot_go_online_goes_nowhere() {
    let mut at = AtDesk::with_folder();
    let settings = at.site.read("oogst.toml");
    at.site
        .replace("oogst.toml", "base_url = \"https://dorp.example/\"\n", "");
    for answer in [at.desk().get(AT), at.desk().post(AT, &[("do", "put")])] {
        assert_eq!(answer.status, 409);
        assert!(!answer.body.contains("<button"), "{}", answer.body);
    }
    assert!(!at.site.at("output").exists());
    at.site.write("oogst.toml", &settings);
    // It was damaged since it was made, in a way that a build does not see.
    at.look();
    let page = at.site.at("output/robots.txt");
    let time = fs::metadata(&page)
        .and_then(|facts| facts.modified())
        .expect("files have times");
    let mut bytes = fs::read(&page).expect("it is there");
    bytes.reverse();
    fs::write(&page, bytes).expect("there is room");
    let opened = fs::File::options().write(true).open(&page);
    let opened = opened.expect("it is there");
    opened.set_modified(time).expect("its time can be set");
    assert_refused(&at.look(), "De gemaakte site is beschadigd");
    assert!(!at.www().exists());
    // The way out works.
    fs::remove_dir_all(at.site.at("output")).expect("it is there");
    at.publish();
    at.assert_published(&[]);
    // No place of the settings.
    let none = at.desk().get("/publish/elders");
    assert_eq!(none.status, 404);
    assert!(!none.body.contains("<button"), "{}", none.body);
    let none = at.desk().post("/publish/elders", &[("do", "put")]);
    assert_eq!(none.status, 404);
    // A folder in the report.
    at.site.write(
        "oogst.toml",
        settings.replace(&at.www().display().to_string(), "publiek"),
    );
    assert_refused(&at.look(), "Deze map ligt in de map van uw verslag.");
}

#[test]
fn a_page_that_says_what_was_done_says_only_what_was() {
    let at = AtDesk::with_folder();
    let said = words(&at.desk().get("/publish/website?klaar").body);
    assert!(!said.contains("Bekijk de site"), "{said}");
}

#[cfg(not(feature = "publish"))]
#[test]
fn a_server_needs_what_only_the_packages_have() {
    let at = AtDesk::closed().opened(
        "soort = \"sftp\"\nserver = \"www.dorp.example\"\ngebruiker = \"oogst\"\nmap = \"/www\"\n",
    );
    assert_refused(
        &at.look(),
        "Deze Oogst is gemaakt zonder publiceren naar servers.",
    );
}
