//! Forms over HTTP, in a browser without a script: what is saved, shown again, undone and removed.

use std::fs;

use super::browser::ShownForm;
use super::running::{Answered, Desk, user};
use super::{DEALS, EVENT, site};
use crate::harness::Site;

const DEAL: &str = "/record/deal/avond/gastlessen";

const TEXT: &str = "# Wat er is afgesproken\n[[deal]]\ntitel = 'Gastlessen'   # nog vragen aan Jo\nid = \"gastlessen\"\nregios = [\"twente\"]\n";

fn deals() -> Site {
    site(&[(DEALS, TEXT)])
}

fn shown(desk: &Desk, address: &str) -> ShownForm {
    let page = desk.get(address);
    assert_eq!(page.status, 200, "{address}: {}", page.body);
    ShownForm::read(&page.body)
}

/// The page that a browser comes to after a form.
fn followed(desk: &Desk, answer: &Answered) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let to = answer.header("location").expect("it leads on");
    let page = desk.get(to);
    assert_eq!(page.status, 200, "{to}: {}", page.body);
    page.body
}

#[test]
fn a_form_is_saved_once_and_the_page_says_in_which_file() {
    let (site, user) = (deals(), user());
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, DEAL);
    form.fill("f.title", "Gastlessen bij De Wilg");
    let answer = desk.send(DEAL, &form.body());
    let page = followed(&desk, &answer);
    assert!(page.contains(&format!("Bewaard in {DEALS}.")), "{page}");
    let saved = TEXT.replace("'Gastlessen'", "\"Gastlessen bij De Wilg\"");
    assert_eq!(site.read(DEALS), saved);
    // The same form once more: the site says so already.
    let again = desk.send(DEAL, &form.body());
    assert_eq!((again.status, again.header("location")), (303, Some(DEAL)));
    assert_eq!(site.read(DEALS), saved);
    // What an address says is no file of the report is not told.
    let page = desk.get(&format!("{DEAL}?bewaard=%3Cb%3Ex")).body;
    assert!(!page.contains("Bewaard in"), "{page}");
}

#[test]
fn what_is_wrong_comes_back_with_all_that_was_typed() {
    let (mut site, user) = (deals(), user());
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, DEAL);
    form.fill("f.title", "\"><script>")
        .fill("f.agreed", "31-2-2025");
    let answer = desk.send(DEAL, &form.body());
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(!answer.body.contains("<script>"), "{}", answer.body);
    let back = ShownForm::read(&answer.body);
    assert_eq!(back.mistakes.len(), 1, "{:?}", back.mistakes);
    assert_eq!(back.values("f.title"), ["\"><script>"]);
    assert_eq!(site.read(DEALS), TEXT);
    // Somebody else writes; then both are shown.
    let mut form = shown(&desk, DEAL);
    form.fill("f.title", "Van mij");
    site.replace(DEALS, "'Gastlessen'", "'Van een ander'");
    let answer = desk.send(DEAL, &form.body());
    assert_eq!(answer.status, 422, "{}", answer.body);
    let mut back = ShownForm::read(&answer.body);
    assert!(back.text.contains("Van een ander"));
    assert_eq!(back.values("f.title"), ["Van mij"]);
    back.press("c.title", "mine");
    followed(&desk, &desk.send(DEAL, &back.body()));
    assert_eq!(
        site.read(DEALS),
        TEXT.replace("'Gastlessen'", "\"Van mij\"")
    );
}

#[test]
fn what_makes_the_site_wrong_is_not_written_and_what_was_wrong_already_keeps_nobody_from_writing() {
    let (mut site, user) = (deals(), user());
    let desk = Desk::open(site.root(), user.path());
    let new = "/new/update/avond";
    let mut form = shown(&desk, new);
    form.fill("f.of", "deal:bestaat-niet")
        .fill("f.date", "1-2-2026");
    let answer = desk.send(new, &form.body());
    assert_eq!(answer.status, 422, "{}", answer.body);
    let mut back = ShownForm::read(&answer.body);
    assert!(back.mistakes[0].starts_with("Van: "), "{:?}", back.mistakes);
    assert!(!site.at("content/events/avond/berichten.toml").exists());
    back.press("draft", "1");
    followed(&desk, &desk.send(new, &back.body()));
    assert_eq!(
        site.read("content/events/avond/berichten.toml"),
        "[[bericht]]\nvan = \"deal:bestaat-niet\"\ndatum = 2026-02-01\nconcept = true\n"
    );
    // A mistake elsewhere, and one in the record itself, which stays as it is.
    site.append("content/regios.toml", "\n[[regio]]\nid = \"zonder-naam\"\n");
    site.append(DEALS, "afgesproken = \"morgen\"\n");
    let mut form = shown(&desk, DEAL);
    assert!(
        form.text
            .contains("Wat hier in het bestand staat, kan niet worden gelezen.")
    );
    assert!(!form.controls.contains("f.agreed"));
    form.fill("f.title", "Toch bewaard");
    followed(&desk, &desk.send(DEAL, &form.body()));
    let saved = TEXT.replace("'Gastlessen'", "\"Toch bewaard\"");
    assert_eq!(
        site.read(DEALS),
        format!("{saved}afgesproken = \"morgen\"\n")
    );
}

/// The numbers that the page of saves gives a button.
fn numbers(page: &str) -> Vec<String> {
    let numbers = page.split("name=\"number\" value=\"").skip(1);
    let numbers = numbers.map(|rest| rest.split('"').next().unwrap_or_default());
    numbers.map(ToOwned::to_owned).collect()
}

#[test]
fn saves_are_undone_while_nobody_changed_what_they_left() {
    let (mut site, user) = (deals(), user());
    let desk = Desk::open(site.root(), user.path());
    assert!(
        desk.get("/undo")
            .body
            .contains("Er is nog niets bewaard wat ongedaan kan worden gemaakt.")
    );
    for title in ["Een", "Twee"] {
        let mut form = shown(&desk, DEAL);
        form.fill("f.title", title);
        followed(&desk, &desk.send(DEAL, &form.body()));
    }
    let page = desk.get("/undo").body;
    // The first was followed by the second.
    assert_eq!(numbers(&page), ["2"], "{page}");
    let undone = desk.post("/undo", &[("number", "2")]);
    let page = followed(&desk, &undone);
    assert!(page.contains(&format!("Bewaard in {DEALS}.")), "{page}");
    assert_eq!(site.read(DEALS), TEXT.replace("'Gastlessen'", "\"Een\""));
    // Now the first can be undone, and so can the undoing.
    assert_eq!(numbers(&page), ["3", "1"], "{page}");
    followed(&desk, &desk.post("/undo", &[("number", "1")]));
    assert_eq!(site.read(DEALS), TEXT);
    // A new file is put away again.
    let new = "/new/ask/avond";
    let mut form = shown(&desk, new);
    form.fill("f.title", "Wie helpt?");
    followed(&desk, &desk.send(new, &form.body()));
    let asks = "content/events/avond/vragen.toml";
    assert!(site.at(asks).exists());
    let newest = numbers(&desk.get("/undo").body)[0].clone();
    followed(&desk, &desk.post("/undo", &[("number", &newest)]));
    assert!(!site.at(asks).exists());
    // And made anew, as if it had never been there.
    followed(&desk, &desk.send(new, &form.body()));
    let made = "[[vraag]]\ntitel = \"Wie helpt?\"\nid = \"wie-helpt\"\n";
    assert_eq!(site.read(asks), made);
    // What somebody else changed since stays.
    let mut form = shown(&desk, DEAL);
    form.fill("f.title", "Drie");
    followed(&desk, &desk.send(DEAL, &form.body()));
    let newest = numbers(&desk.get("/undo").body)[0].clone();
    site.append(DEALS, "# van een ander\n");
    let refused = desk.post("/undo", &[("number", &newest)]);
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert!(site.read(DEALS).ends_with("# van een ander\n"));
}

#[test]
fn what_others_put_where_saves_are_kept_is_not_believed() {
    let (mut site, user) = (deals(), user());
    let outside = super::running::user();
    let target = outside.path().join("doel.txt");
    fs::write(&target, "van mij").expect("a file can be written");
    site.write(".oogst/undo/1", "oogst undo  \u{1}\0\0\0onzin")
        .write(".oogst/undo/99999999999999", vec![0; 1_000])
        .write(".oogst/undo/007", "x")
        .write(".oogst/undo/weg-0123456789abcdef.md", "x")
        .write(".oogst/undo/map/9", "x");
    {
        let desk = Desk::open(site.root(), user.path());
        let page = desk.get("/undo").body;
        assert_eq!(numbers(&page), Vec::<String>::new(), "{page}");
        for number in ["1", "99999999999999", "-1", "x"] {
            assert_eq!(
                desk.post("/undo", &[("number", number)]).status,
                409,
                "{number}"
            );
        }
        let mut form = shown(&desk, DEAL);
        form.fill("f.title", "Een");
        followed(&desk, &desk.send(DEAL, &form.body()));
        assert_eq!(numbers(&desk.get("/undo").body).len(), 1);
    }
    // A copy of the folder has another key: what came along is not obeyed.
    let mut copy = Site::empty();
    for path in ["oogst.toml", "content/regios.toml", EVENT, DEALS] {
        copy.write(path, site.read(path));
    }
    crate::harness::copy(&site.at(".oogst"), &copy.at(".oogst"));
    let desk = Desk::open(copy.root(), user.path());
    assert_eq!(numbers(&desk.get("/undo").body), Vec::<String>::new());
    assert_eq!(fs::read_to_string(target).expect("it is there"), "van mij");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_what_is_kept_leads_nowhere() {
    let (site, user) = (deals(), user());
    let outside = super::running::user();
    fs::create_dir_all(site.at(".oogst")).expect("a folder can be made");
    crate::harness::link(outside.path(), &site.at(".oogst/undo"));
    let desk = Desk::open(site.root(), user.path());
    let mut form = shown(&desk, DEAL);
    form.fill("f.title", "Een");
    followed(&desk, &desk.send(DEAL, &form.body()));
    assert_eq!(site.read(DEALS), TEXT.replace("'Gastlessen'", "\"Een\""));
    let there: Vec<_> = fs::read_dir(outside.path()).expect("it is there").collect();
    assert!(there.is_empty(), "{there:?}");
}

#[test]
fn only_the_last_hundred_saves_are_kept() {
    let (site, user) = (deals(), user());
    let desk = Desk::open(site.root(), user.path());
    for number in 0..103 {
        let mut form = shown(&desk, DEAL);
        form.fill("f.title", &format!("Titel {number}"));
        assert_eq!(desk.send(DEAL, &form.body()).status, 303);
    }
    let kept = fs::read_dir(site.at(".oogst/undo"))
        .expect("it is there")
        .count();
    assert_eq!(kept, 100);
}

/// The page that asks what becomes of a record.
const GOING: &str = "/remove/deal/avond/gastlessen";

/// A report in which a deal was promised, and is named.
fn promised() -> Site {
    let mut site = deals();
    site.write(
        "addresses.toml",
        "# Beloofd.\npromised = [\n  { of = \"deal:avond/gastlessen\", addresses = [\"/bijeenkomsten/avond/deals/gastlessen/\"] },\n]\n",
    );
    site.append(
        DEALS,
        "\n# De tweede\n[[deal]]\ntitel = \"Een dag mee\"\nid = \"een-dag-mee\"\n",
    );
    site.write(
        "content/events/avond/berichten.toml",
        "[[bericht]]\nvan = \"deal:een-dag-mee\"\ndatum = 2026-01-02\ntekst = \"Zie [dit](deal:gastlessen).\"\n",
    );
    site
}

#[test]
fn what_becomes_of_a_record_is_asked_with_what_names_it() {
    let (site, user) = (promised(), user());
    let desk = Desk::open(site.root(), user.path());
    let address = GOING;
    let page = desk.get(address).body;
    assert!(
        page.contains("Dit wordt hier genoemd") && page.contains("/record/update/avond/"),
        "{page}"
    );
    assert!(page.contains("Dit adres is beloofd."), "{page}");
    for (pairs, said) in [
        (vec![], "kies wat ermee moet gebeuren"),
        (vec![("fate", "gone")], "schrijf waarom het weg is"),
        (
            vec![("fate", "moved"), ("became", "ergens")],
            "schrijf wat het geworden is",
        ),
        (
            vec![("fate", "moved"), ("became", "deal:avond/niets")],
            "is er niet",
        ),
    ] {
        let answer = desk.post(address, &pairs);
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
    }
}

#[test]
fn a_record_goes_by_what_its_address_promised() {
    let (mut site, user) = (promised(), user());
    let desk = Desk::open(site.root(), user.path());
    let address = GOING;
    let before = (site.read(DEALS), site.read("addresses.toml"));
    // A text names it still, which would make the site wrong.
    let answer = desk.post(address, &[("fate", "gone"), ("reason", "Ingetrokken.")]);
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_eq!((site.read(DEALS), site.read("addresses.toml")), before);
    site.replace(
        "content/events/avond/berichten.toml",
        "Zie [dit](deal:gastlessen).",
        "Nieuws.",
    );
    followed(
        &desk,
        &desk.post(address, &[("fate", "gone"), ("reason", "Ingetrokken.")]),
    );
    assert_eq!(
        site.read(DEALS),
        "# Wat er is afgesproken\n# De tweede\n[[deal]]\ntitel = \"Een dag mee\"\nid = \"een-dag-mee\"\n"
    );
    let day = crate::harness::DAY;
    assert_eq!(
        site.read("addresses.toml"),
        format!(
            "{}\n[[gone]]\nwhat = \"deal:avond/gastlessen\"\nreason = \"Ingetrokken.\"\ndate = {day}\n",
            before.1
        )
    );
    // Undone, both files are as they were.
    let newest = numbers(&desk.get("/undo").body)[0].clone();
    followed(&desk, &desk.post("/undo", &[("number", &newest)]));
    assert_eq!((site.read(DEALS), site.read("addresses.toml")), before);
    // It became something else.
    let moved = [("fate", "moved"), ("became", "deal:avond/een-dag-mee")];
    followed(&desk, &desk.post(address, &moved));
    assert!(site.read("addresses.toml").ends_with(
        "\n[[moved]]\nfrom = \"deal:avond/gastlessen\"\nto = \"deal:avond/een-dag-mee\"\n"
    ));
}

#[test]
fn a_file_that_is_a_record_is_put_away_whole_and_an_event_stays() {
    let (mut site, user) = (promised(), user());
    let desk = Desk::open(site.root(), user.path());
    // The other becomes a draft, and a page is put away whole.
    let draft = desk.post("/remove/update/avond/x", &[("fate", "draft")]);
    assert_eq!(draft.status, 404);
    let page = "content/pages/over.md";
    site.write(page, "+++\ntitel = \"Over\"\n+++\nWie wij zijn.\n");
    followed(
        &desk,
        &desk.post("/remove/page/-/over", &[("fate", "gone")]),
    );
    assert!(!site.at(page).exists());
    let newest = numbers(&desk.get("/undo").body)[0].clone();
    followed(&desk, &desk.post("/undo", &[("number", &newest)]));
    assert_eq!(
        site.read(page),
        "+++\ntitel = \"Over\"\n+++\nWie wij zijn.\n"
    );
    followed(
        &desk,
        &desk.post("/remove/page/-/over", &[("fate", "draft")]),
    );
    assert_eq!(
        site.read(page),
        "+++\ntitel = \"Over\"\nconcept = true\n+++\nWie wij zijn.\n"
    );
    // An event is a folder: it can be a draft only.
    let event = desk.post("/remove/event/-/avond", &[("fate", "gone")]);
    assert_eq!(event.status, 422, "{}", event.body);
}

#[test]
fn names_are_searched_with_what_may_be_added() {
    let (mut site, user) = (deals(), user());
    site.write(
        "content/organisaties.toml",
        "[[organisatie]]\nnaam = \"Basisschool De Wilg\"\nid = \"de-wilg\"\nook = [\"OBS Wilgenrijk\"]\n",
    );
    let desk = Desk::open(site.root(), user.path());
    let answer = desk.get("/search?kind=organisation%20person&q=wilg&event=avond");
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(
        answer.body,
        "{\"hits\":[{\"id\":\"de-wilg\",\"kind\":\"organisatie\",\"name\":\"Basisschool De Wilg\"}],\"new\":{\"control\":\"n.organisation\",\"name\":\"wilg\",\"say\":\"Nieuw: ‘wilg’ toevoegen als organisatie\"}}"
    );
    let none = desk.get("/search?kind=onzin&q=wilg").body;
    assert_eq!(none, "{\"hits\":[],\"new\":null}");
    // What is saved is found from then on.
    let new = "/new/organisation/-";
    let mut form = shown(&desk, new);
    form.fill("f.name", "Wilgenhof");
    followed(&desk, &desk.send(new, &form.body()));
    let found = desk.get("/search?kind=organisation&q=wilgenhof").body;
    assert!(
        found.contains("\"id\":\"wilgenhof\"") && found.contains("\"new\":null"),
        "{found}"
    );
}
