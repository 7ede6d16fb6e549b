//! What the desk shows, from the first page to the published site, without a script.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::browser::ShownForm;
use super::running::{Desk, user};
use super::security::preview_of;
use crate::harness::Site;
use crate::program::oogst;
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond/event.md";
const FORM: &str = "/record/event/-/2025-techniekavond";

/// The links of a page that lead to pages of the desk.
fn links(page: &str) -> Vec<String> {
    let values = page.split(" href=\"").skip(1);
    let values = values.map(|rest| rest.split('"').next().unwrap_or_default());
    let own = values.filter(|value| value.starts_with('/') && !value.ends_with(".css"));
    own.map(|link| {
        link.split('#')
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&")
    })
    .collect()
}

/// The words of a page, without its elements.
pub(super) fn words(page: &str) -> String {
    let mut words = String::new();
    let main = page.split("<main").nth(1).unwrap_or(page);
    for (number, part) in main.split('<').enumerate() {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        words.push_str(if number == 0 { "" } else { text });
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_link_of_the_desk_leads_to_a_page() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut left = VecDeque::from(["/".to_owned()]);
    while let Some(address) = left.pop_front() {
        let answer = desk.get(&address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
        // The folders of a machine are no part of a test.
        if address.starts_with("/reports") || address.starts_with("/icon") {
            continue;
        }
        for link in links(&answer.body) {
            if seen.insert(link.clone()) {
                left.push_back(link);
            }
        }
    }
    for needed in [
        "/check",
        "/publish",
        "/reports",
        "/new/event/-",
        "/list/organisation",
        "/new/organisation/-",
        "/event/2025-techniekavond",
        "/event/2025-techniekavond/ask",
        "/event/2025-techniekavond/photo",
        "/new/deal/2025-techniekavond",
        FORM,
    ] {
        assert!(
            seen.contains(needed),
            "{needed} is found from the first page"
        );
    }
    assert!(
        !seen.contains("/new/photo/2025-techniekavond"),
        "a photo begins with its file"
    );
}

#[test]
fn an_event_shows_its_records_and_what_is_still_to_be_done() {
    let (mut site, user) = (Site::from("klein"), user());
    site.write(
        "content/events/2025-techniekavond/deals.toml",
        "[[deal]]\ntitel = \"Gastlessen\"\nconcept = true\nstatus = \"lopend\"\n\n[[deal]]\ntitel = \"Plek om te maken\"\n",
    );
    let desk = Desk::open(site.root(), user.path());
    let home = words(&desk.get("/").body);
    assert!(
        home.contains("Techniekavond in het dorpshuis 20 maart 2025 · "),
        "{home}"
    );
    let page = desk.get("/event/2025-techniekavond/deal").body;
    let said = words(&page);
    assert!(
        said.contains(
            "Vragen 1 Aanbod 0 Deals 2 Ideeën 1 Programma 0 Sprekers 0 Foto’s 0 Materiaal 0"
        ),
        "{said}"
    );
    assert!(said.contains("Gastlessen concept lopend"), "{said}");
    let form = "/record/deal/2025-techniekavond/plek-om-te-maken";
    assert!(links(&page).contains(&form.to_owned()), "{page}");
    // What is missing stands with its record, and leads to the field.
    assert!(said.contains("Plek om te maken"), "{said}");
    let check = desk.get("/check").body;
    assert!(check.contains(&format!("href=\"{form}")), "{check}");
}

#[test]
fn what_is_found_leads_to_the_form_where_it_is_mended() {
    let (mut site, user) = (Site::from("klein"), user());
    site.replace(EVENT, "status = \"open\"", "status = \"onbekend\"");
    let desk = Desk::open(site.root(), user.path());
    let check = desk.get("/check").body;
    let said = words(&check);
    assert!(
        said.contains("Fout: zo wordt de site niet gemaakt"),
        "{said}"
    );
    let ask = "/record/ask/2025-techniekavond/wie-helpt-ons-een-werkplaats-in-te-richten";
    assert!(check.contains(ask), "{check}");
    assert_eq!(desk.get(ask).status, 200);
    // A report that is wrong somewhere is still written elsewhere.
    let mut shown = ShownForm::read(&desk.get(FORM).body);
    shown.fill("f.title", "Avond over techniek");
    let saved = desk.send(FORM, &shown.body());
    assert_eq!(saved.status, 303, "{}", words(&saved.body));
    assert!(site.read(EVENT).contains("titel = \"Avond over techniek\""));
    let publish = desk.get("/publish");
    assert_eq!(publish.status, 409);
    assert!(!publish.body.contains("<button"), "{}", publish.body);
    assert_eq!(desk.post("/publish", &[]).status, 409);
    assert!(!site.at("output").exists());
}

#[test]
fn a_site_is_published_once_nothing_that_must_be_there_is_missing() {
    let (mut site, user) = (Site::from("klein"), user());
    let base = "base_url = \"https://dorp.example/\"\n";
    site.replace("oogst.toml", base, "");
    let desk = Desk::open(site.root(), user.path());
    assert_eq!(desk.get("/publish").status, 409);
    assert_eq!(desk.post("/publish", &[]).status, 409);
    assert!(!site.at("output").exists());
    site.append("oogst.toml", &format!("\n{base}"));
    let page = desk.get("/publish");
    assert_eq!(page.status, 200, "{}", words(&page.body));
    assert!(
        words(&page.body)
            .contains("Gewijzigde bestanden 0 Bestanden die weggaan 0 Gelijk gebleven 0"),
        "{}",
        words(&page.body)
    );
    assert!(!site.at("output").exists(), "looking makes nothing");
    let sent = desk.post("/publish", &[]);
    assert_eq!(
        (sent.status, sent.header("location")),
        (303, Some("/publish?klaar"))
    );
    let done = words(&desk.get("/publish?klaar").body);
    assert!(done.contains("De site is gemaakt en staat in"), "{done}");
    assert!(
        done.contains("is gelijk aan wat u hebt geschreven"),
        "{done}"
    );
    // Letter for letter what the command makes, and nothing of the desk in it.
    let by_desk = Tree::read(&site.at("output"));
    for (path, text) in by_desk.texts() {
        for mark in ["oogst-mark", "__oogst", "/desk.js", "127.0.0.1", "toegang="] {
            assert!(!text.contains(mark), "{path} holds {mark}");
        }
    }
    drop(desk);
    fs::remove_dir_all(site.at("output")).expect("it is there");
    let ran = oogst(site.root(), &["publish", "--date", crate::harness::DAY]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let by_command = Tree::read(&site.at("output"));
    by_command.assert_same(&by_desk, "the desk publishes what the command does");
}

#[test]
fn what_was_saved_is_seen_beside_its_form_and_a_mark_leads_back() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let mut shown = ShownForm::read(&desk.get(FORM).body);
    shown.fill("f.summary", "Een avond vol gereedschap.");
    let saved = desk.send(FORM, &shown.body());
    assert_eq!(saved.status, 303, "{}", words(&saved.body));
    let location = saved.header("location").expect("it leads on").to_owned();
    assert!(
        location.starts_with(&format!("{FORM}?bewaard=")),
        "{location}"
    );
    let page = desk.get(&location).body;
    assert!(
        words(&page).contains(&format!("Bewaard in {EVENT}.")),
        "{page}"
    );
    let path = "/bijeenkomsten/2025-techniekavond/";
    let preview = preview_of(&page);
    assert!(page.contains(&format!("src=\"{preview}{path}\"")), "{page}");
    let served = until(|| {
        let served = fetched(&preview, path);
        served
            .contains("Een avond vol gereedschap.")
            .then_some(served)
    });
    let mark = format!(
        "href=\"http://{}/at?path=%2Fbijeenkomsten%2F2025-techniekavond%2F\"",
        desk.host()
    );
    assert!(served.contains("class=\"oogst-mark\""), "{served}");
    assert!(served.contains(&mark), "{served}");
    let policy = format!(
        "content-security-policy: frame-ancestors 'self' http://{}",
        desk.host()
    );
    assert!(served.contains(&policy), "{served}");
    for (path, form) in [
        (path, FORM),
        ("/er-niet/", "/"),
        ("/", "/"),
        ("//boze.example/", "/"),
    ] {
        let query: String = path.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let answer = desk.get(&format!("/at?path={query}"));
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, Some(form)),
            "{path}"
        );
    }
}

/// A page of the preview, with its head.
fn fetched(origin: &str, path: &str) -> String {
    let host = &origin["http://".len()..];
    let mut answer = Vec::new();
    let asked = TcpStream::connect(host).and_then(|mut stream| {
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )?;
        stream.read_to_end(&mut answer)
    });
    asked
        .map(|_| String::from_utf8_lossy(&answer).into_owned())
        .unwrap_or_default()
}

/// Waits until there is something.
fn until<T>(look: impl Fn() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_mins(2), "not in time");
        sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_report_is_begun_opened_and_found_again() {
    let user = user();
    let folder = user.path().join("Documenten");
    fs::create_dir_all(folder.join("Vakantie")).expect("folders can be made");
    let typed = folder.to_str().expect("a path of letters");
    let desk = Desk::open(&folder, user.path());
    let first = desk.get("/");
    let said = words(&first.body);
    assert!(
        said.contains("Open een verslag dat u al hebt, of begin een nieuw verslag."),
        "{said}"
    );
    // Without a report there is nothing to check, and no page of one.
    for path in ["/check", "/publish", "/event/x", "/list/region"] {
        assert_eq!(desk.get(path).status, 404, "{path}");
    }
    let query: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let looked = desk.get(&format!("/reports?map={query}"));
    assert!(words(&looked.body).contains("Vakantie"), "{}", looked.body);
    assert_eq!(
        desk.post("/open", &[("map", typed)]).status,
        422,
        "there is no report yet"
    );
    let begun = desk.post("/begin", &[("map", typed), ("naam", "opbrengst 2026")]);
    assert_eq!(
        (begun.status, begun.header("location")),
        (303, Some("/")),
        "{}",
        words(&begun.body)
    );
    let home = words(&desk.get("/").body);
    assert!(
        home.starts_with("Opbrengst 2026") || home.contains(" Opbrengst 2026 "),
        "{home}"
    );
    assert_eq!(desk.get("/check").status, 200);
    // Once more is no second one, and none is begun within another.
    assert_eq!(
        desk.post("/begin", &[("map", typed), ("naam", "opbrengst 2026")])
            .status,
        422
    );
    let report = folder.join("opbrengst 2026");
    let within = report.to_str().expect("a path of letters");
    assert_eq!(
        desk.post("/begin", &[("map", within), ("naam", "nog een")])
            .status,
        422
    );
    drop(desk);
    // Another time, from elsewhere.
    let desk = Desk::open(user.path(), user.path());
    let again = desk.get("/reports").body;
    assert!(again.contains(&format!("value=\"{within}\"")), "{again}");
    assert_eq!(desk.post("/open", &[("map", within)]).status, 303);
    assert!(words(&desk.get("/").body).contains("Opbrengst 2026"));
    drop(desk);
    // In its own folder it is opened at once.
    let desk = Desk::open_with(&report, user.path(), &["bewerk"]);
    assert!(words(&desk.get("/").body).contains("Opbrengst 2026"));
}

#[test]
fn a_report_that_cannot_be_read_says_why() {
    let (mut site, user) = (Site::from("klein"), user());
    site.write("oogst.toml", "title = \"Stuk");
    let desk = Desk::open(site.root(), user.path());
    let page = desk.get("/");
    assert!([200, 409].contains(&page.status), "{}", page.head);
    let told = desk.get("/check");
    let said = words(&told.body);
    assert!(said.contains("oogst.toml"), "{said}");
    // And once it is mended, it is read.
    site.write("oogst.toml", "title = \"Heel\"\nlanguage = \"nl\"\n");
    assert!(words(&desk.get("/").body).contains("Heel"));
}

#[test]
fn names_are_searched_texts_are_shown_and_pages_are_pasted() {
    let (mut site, user) = (Site::from("klein"), user());
    site.write(
        "content/organisaties.toml",
        "[[organisatie]]\nnaam = \"De Wilg\"\nid = \"de-wilg\"\n",
    );
    let desk = Desk::open(site.root(), user.path());
    let found = desk.get("/search?kind=organisation&q=wil&event=2025-techniekavond");
    assert_eq!(
        (found.header("content-type"), found.body.as_str()),
        (
            Some("application/json"),
            "{\"hits\":[{\"id\":\"de-wilg\",\"kind\":\"organisatie\",\"name\":\"De Wilg\"}],\"new\":{\"control\":\"n.organisation\",\"name\":\"wil\",\"say\":\"Nieuw: ‘wil’ toevoegen als organisatie\"}}"
        )
    );
    let text = "## Kop\n\nTekst van [de school](organisation:de-wilg), [elders](https://x.example/) en [kwaad](javascript:alert).\n\n<script>x</script>\n";
    let shown = desk
        .post("/text", &[("text", text), ("event", "2025-techniekavond")])
        .body;
    assert!(shown.contains("<h2"), "{shown}");
    let preview = preview_of(&desk.get("/").body);
    assert!(
        shown.contains(&format!("href=\"{preview}/organisaties/de-wilg/\"")),
        "{shown}"
    );
    assert!(shown.contains("href=\"https://x.example/\""), "{shown}");
    assert!(
        !shown.contains("javascript:") && !shown.contains("<script"),
        "{shown}"
    );
    let page = "<h1>Kop</h1><p>Een <b>vette</b> <a href=\"file:///x\">link</a>.<img src=\"x.png\"></p><script>x</script>";
    let pasted = desk.post("/paste", &[("text", page)]);
    assert_eq!(
        pasted.body,
        "{\"markdown\":\"## Kop\\n\\nEen **vette** link.\\n\",\"told\":\"Niet overgenomen: 1 link die niet naar het web wijst en 1 afbeelding die niet in het bestand zit.\"}"
    );
    assert_eq!(desk.get("/text").status, 404);
}

#[test]
fn without_a_window_help_is_shown_and_says_that_there_is_a_desk() {
    let ran = oogst(Path::new("."), &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("edit"), "{}", ran.out);
}
