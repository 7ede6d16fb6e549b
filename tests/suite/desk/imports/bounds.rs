//! Files that are long, old, or sent by somebody else.

use std::fmt::Write as _;

use super::super::browser::ShownForm;
use super::super::running::{Desk, user};
use super::super::site;
use super::{DEALS, IMPORT, LIST, assert_says, form, led, page, sent, take_over, taken, written};

/// A list of so many deals, invented.
fn long(count: usize, status: &str) -> String {
    let mut list = "Soort;Titel;Status\n".to_owned();
    for number in 1..=count {
        let _ = writeln!(
            list,
            "Deal;Afspraak nummer {number} over samen leren;{status}"
        );
    }
    list
}

#[test]
fn a_list_of_five_thousand_rows_is_a_page_that_a_browser_can_show() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "lijst.csv", long(5_000, "afgesproken").as_bytes());
    let shown = page(&desk, &address);
    assert!(shown.len() < 1_000_000, "{} bytes", shown.len());
    let form = form(&shown);
    assert_eq!(form.values("rij").len(), 500);
    assert_says(&shown, &["De overige 4.500 rijen ook overnemen"]);
    let answer = desk.send(&address, &form.body());
    assert_eq!(
        led(&answer),
        "/event/avond?overgenomen=5000.0.0.0.0",
        "all are new"
    );
    assert_eq!(site.read(DEALS).matches("[[deal]]").count(), 5_000);
}

#[test]
fn of_many_rows_that_both_changed_the_first_are_asked_and_the_others_together() {
    let (mut site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    taken(&desk, "lijst.csv", long(90, "afgesproken").as_bytes());
    let there = site.read(DEALS);
    site.write(DEALS, there.replace("\"afgesproken\"", "\"lopend\""));
    let address = sent(&desk, "lijst.csv", long(90, "afgerond").as_bytes());
    assert_says(&page(&desk, &address), &["Nog 30 rijen waarvan iets hier"]);
    let choose = |form: &mut ShownForm| {
        let sides = form.controls.clone();
        for side in sides.iter().filter(|name| name.starts_with("kant-")) {
            form.press(side, "bestand");
        }
    };
    let answer = take_over(&desk, &address, choose);
    assert_eq!(answer.status, 422);
    assert_says(
        &answer.body,
        &["Kies wat er met de overige rijen moet gebeuren."],
    );
    let answer = take_over(&desk, &address, |form| {
        choose(form);
        form.press("rest-kant", "hier");
    });
    // Sixty are changed; of the others is remembered what holds.
    assert_says(&page(&desk, &led(&answer)), &["Overgenomen: 60 gewijzigd."]);
    let now = site.read(DEALS);
    assert_eq!(now.matches("\"afgerond\"").count(), 60);
    assert_eq!(now.matches("\"lopend\"").count(), 30);
}

#[test]
fn many_mistakes_are_counted() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let list = long(300, "misschien") + "Deal;Een goede;lopend\n";
    let shown = page(&desk, &sent(&desk, "lijst.csv", list.as_bytes()));
    assert!(shown.len() < 1_000_000, "{} bytes", shown.len());
    assert_says(
        &shown,
        &["En nog 200 fouten.", "<strong>Een goede</strong>"],
    );
}

#[test]
fn a_file_is_kept_for_a_while_only() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "lijst.csv", LIST.as_bytes());
    let shown = form(&page(&desk, &address));
    for _ in 0..3 {
        sent(&desk, "lijst.csv", LIST.as_bytes());
    }
    let before = written(&site);
    for answer in [desk.get(&address), desk.send(&address, &shown.body())] {
        assert_eq!(answer.status, 410, "{}", answer.body);
        assert_says(
            &answer.body,
            &["Dit bestand is er niet meer", "Kies het bestand nog eens."],
        );
    }
    assert_eq!(written(&site), before);
    // What was taken over is let go.
    let address = sent(&desk, "lijst.csv", LIST.as_bytes());
    led(&take_over(&desk, &address, |_| {}));
    assert_eq!(desk.get(&address).status, 410);
}

#[test]
fn only_a_page_of_this_run_sends_a_file() {
    let (site, user) = (site(&[]), user());
    let desk = Desk::open(site.root(), user.path());
    let address = sent(&desk, "lijst.csv", LIST.as_bytes());
    let before = written(&site);
    let body =
        "--grens\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nx\r\n--grens--\r\n";
    let (host, origin) = (desk.host(), format!("http://{}", desk.host()));
    for (path, of, body) in [
        (IMPORT, "multipart/form-data; boundary=grens", body),
        (
            &address,
            "application/x-www-form-urlencoded",
            "token=x&rij=0&gezien=x",
        ),
    ] {
        let headers = [
            ("Host", host.as_str()),
            ("Cookie", desk.cookie()),
            ("Origin", &origin),
            ("Content-Type", of),
        ];
        assert_eq!(desk.raw("POST", path, &headers, body).status, 403, "{path}");
    }
    for path in [
        "/import/nergens",
        "/import/avond/x/y",
        "/import/%2e%2e/x",
        "/import/avond/0123456789abcdef0123456789abcdef",
    ] {
        let status = desk.get(path).status;
        assert!(matches!(status, 400 | 404 | 410), "{path}: {status}");
    }
    assert_eq!(written(&site), before);
}

#[test]
fn what_is_remembered_and_damaged_is_said() {
    let (mut site, user) = (site(&[]), user());
    site.write("imports/avond.toml", "niet van ons\n");
    let desk = Desk::open(site.root(), user.path());
    let answer = desk.get(&sent(&desk, "lijst.csv", LIST.as_bytes()));
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_says(
        &answer.body,
        &["imports/avond.toml: dit bestand is niet zoals oogst het schreef"],
    );
    site.remove("imports/avond.toml");
    taken(&desk, "lijst.csv", LIST.as_bytes());
}
