//! Who is not let in, and what is not taken: each way in but ours is tried, and nothing is written.

use std::fs;

use super::browser::ShownForm;
use super::running::{Answered, Desk, user};
use crate::harness::Site;

const EVENT: &str = "content/events/2025-techniekavond/event.md";
const FORM: &str = "/record/event/-/2025-techniekavond";
const URLENCODED: &str = "application/x-www-form-urlencoded";

/// What the browser that came in sends.
const HOST: &str = "Host: {host}";
const OURS: &str = "Host: {host}|Cookie: {cookie}";

/// Requests for a page: what each is, its headers behind those above, and what comes of it.
const ASKED: &[(&str, &str, &str, u16)] = &[
    ("no cookie", HOST, "", 403),
    ("another port's", HOST, "|Cookie: oogst-1={session}", 403),
    ("nearly right", HOST, "|Cookie: oogst-{port}={almost}", 403),
    (
        "a name that leads here",
        "Host: boze.example:{port}",
        "|Cookie: {cookie}",
        403,
    ),
    (
        "a name like ours",
        "Host: 127.0.0.1.boze.example:{port}",
        "|Cookie: {cookie}",
        403,
    ),
    (
        "another port",
        "Host: 127.0.0.1:80",
        "|Cookie: {cookie}",
        403,
    ),
    ("two names", OURS, "|Host: boze.example:{port}", 403),
    (
        "a script of the preview",
        OURS,
        "|Sec-Fetch-Site: same-site|Sec-Fetch-Dest: empty",
        403,
    ),
    (
        "a foreign picture",
        OURS,
        "|Sec-Fetch-Site: cross-site|Sec-Fetch-Dest: image",
        403,
    ),
    (
        "a frame in the preview",
        OURS,
        "|Sec-Fetch-Site: same-site|Sec-Fetch-Dest: iframe",
        403,
    ),
    (
        "a link in the preview",
        OURS,
        "|Sec-Fetch-Site: same-site|Sec-Fetch-Dest: document",
        200,
    ),
    (
        "what the user typed",
        OURS,
        "|Sec-Fetch-Site: none|Sec-Fetch-Dest: document",
        200,
    ),
    ("an older browser", OURS, "", 200),
];

/// The headers of a form of ours.
const SENT: &str = "Host: {host}|Cookie: {cookie}|Origin: http://{host}|Content-Type: {form}";
const NO_ORIGIN: &str = "Host: {host}|Cookie: {cookie}|Content-Type: {form}";
const NO_COOKIE: &str = "Host: {host}|Origin: http://{host}|Content-Type: {form}";
const NO_TYPE: &str = "Host: {host}|Cookie: {cookie}|Origin: http://{host}";
const LED_HERE: &str = "Host: boze.example:{port}|Cookie: {cookie}|Origin: http://boze.example:{port}|Content-Type: {form}";

/// Forms that are sent: what each is, its method, its headers, which body it has, and what comes of
/// it.
const FORMS: &[(&str, &str, &str, &str, &str, u16)] = &[
    ("no origin", "POST", NO_ORIGIN, "", "right", 403),
    (
        "a hidden origin",
        "POST",
        NO_ORIGIN,
        "|Origin: null",
        "right",
        403,
    ),
    (
        "the preview",
        "POST",
        NO_ORIGIN,
        "|Origin: http://127.0.0.1:{other}",
        "right",
        403,
    ),
    (
        "another site",
        "POST",
        NO_ORIGIN,
        "|Origin: http://boze.example",
        "right",
        403,
    ),
    (
        "another scheme",
        "POST",
        NO_ORIGIN,
        "|Origin: https://{host}",
        "right",
        403,
    ),
    (
        "another name",
        "POST",
        NO_ORIGIN,
        "|Origin: http://localhost:{port}",
        "right",
        403,
    ),
    ("a name that leads here", "POST", LED_HERE, "", "right", 403),
    (
        "two origins",
        "POST",
        SENT,
        "|Origin: http://127.0.0.1:{other}",
        "right",
        403,
    ),
    (
        "another port's page",
        "POST",
        SENT,
        "|Sec-Fetch-Site: same-site",
        "right",
        403,
    ),
    (
        "another site's page",
        "POST",
        SENT,
        "|Sec-Fetch-Site: cross-site",
        "right",
        403,
    ),
    (
        "nobody's page",
        "POST",
        SENT,
        "|Sec-Fetch-Site: none",
        "right",
        403,
    ),
    ("another user", "POST", NO_COOKIE, "", "right", 403),
    ("no token", "POST", SENT, "", "without", 403),
    ("the token of another run", "POST", SENT, "", "wrong", 403),
    ("two tokens", "POST", SENT, "", "twice", 403),
    (
        "plain text",
        "POST",
        NO_TYPE,
        "|Content-Type: text/plain",
        "right",
        415,
    ),
    (
        "JSON",
        "POST",
        NO_TYPE,
        "|Content-Type: application/json",
        "right",
        415,
    ),
    (
        "parts that are none",
        "POST",
        NO_TYPE,
        "|Content-Type: multipart/form-data; boundary=x",
        "right",
        408,
    ),
    (
        "parts of a letter",
        "POST",
        NO_TYPE,
        "|Content-Type: multipart/mixed; boundary=x",
        "right",
        415,
    ),
    ("no type", "POST", NO_TYPE, "", "right", 415),
    (
        "two types",
        "POST",
        SENT,
        "|Content-Type: text/plain",
        "right",
        415,
    ),
    (
        "too much",
        "POST",
        SENT,
        "|Content-Length: 41943041",
        "",
        413,
    ),
    ("another method", "PUT", SENT, "", "right", 405),
    ("taking away", "DELETE", SENT, "", "", 405),
];

/// Headers as they stand in a row, with what this run has in the place of its names.
fn headers(desk: &Desk, row: &str) -> Vec<(String, String)> {
    let session = desk.cookie().split('=').nth(1).expect("it has a value");
    let row = row
        .replace("{host}", &desk.host())
        .replace("{cookie}", desk.cookie())
        .replace("{port}", &desk.port.to_string())
        .replace("{other}", &desk.port.wrapping_sub(1).to_string())
        .replace("{session}", session)
        .replace("{almost}", &format!("{}x", &session[..31]))
        .replace("{form}", URLENCODED);
    let headers = row.split('|').filter_map(|header| header.split_once(": "));
    headers
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Sends a request with the headers of a row.
fn tried(desk: &Desk, method: &str, path: &str, row: &str, body: &str) -> Answered {
    let headers = headers(desk, row);
    let headers: Vec<(&str, &str)> = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    desk.raw(method, path, &headers, body)
}

#[test]
fn a_page_is_given_only_to_the_browser_that_came_in() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let (name, value) = desk.cookie().split_once('=').expect("a name and a value");
    assert_eq!(name, format!("oogst-{}", desk.port));
    assert_eq!(value.len(), 32);
    for (what, first, more, status) in ASKED {
        for path in ["/", "/check", "/desk.js", FORM, "/search?kind=region&q=t"] {
            let answer = tried(&desk, "GET", path, &format!("{first}{more}"), "");
            assert_eq!(answer.status, *status, "{what}, {path}: {}", answer.head);
            if *status != 200 {
                assert!(!answer.body.contains("Techniek"), "{what}: {}", answer.body);
                assert!(!answer.body.contains(desk.token()), "{what}");
            }
        }
    }
}

#[test]
fn a_form_is_taken_only_from_a_page_of_this_run() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let before = site.read(EVENT);
    let mut changed = ShownForm::read(&desk.get(FORM).body);
    changed.fill("f.title", "Door een ander geschreven");
    let right = changed.body();
    let token = format!("token={}", desk.token());
    assert!(right.contains(&token), "the form has the token: {right}");
    let body = |which: &str| match which {
        "right" => right.clone(),
        "without" => right.replace(&token, "x=y"),
        "wrong" => right.replace(&token, &format!("token={}", "0".repeat(32))),
        "twice" => format!("{right}&{token}"),
        _ => String::new(),
    };
    for (what, method, first, more, which, status) in FORMS {
        let row = format!("{first}{more}");
        let answer = tried(&desk, method, FORM, &row, &body(which));
        assert_eq!(answer.status, *status, "{what}: {}", answer.head);
        assert_eq!(site.read(EVENT), before, "{what}");
    }
    // What the others tried is taken where it is ours: the refusals were for no other reason.
    let answer = tried(&desk, "POST", FORM, SENT, &right);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let title = before
        .lines()
        .find(|line| line.starts_with("titel = "))
        .expect("it has a title");
    let written = before.replace(title, "titel = \"Door een ander geschreven\"");
    assert_eq!(site.read(EVENT), written);
}

#[test]
fn an_address_lets_in_once_and_the_window_tells_another() {
    let (site, user) = (Site::from("klein"), user());
    let mut desk = Desk::open(site.root(), user.path());
    let first = desk.entries(1).remove(0);
    let host = desk.host();
    let answer = desk.raw("GET", desk.path_of(&first), &[("Host", &host)], "");
    assert_eq!((answer.status, answer.header("set-cookie")), (403, None));
    // Told once, however often somebody asks.
    let entries = desk.entries(2);
    for _ in 0..3 {
        assert_eq!(desk.raw("GET", "/", &[("Host", &host)], "").status, 403);
    }
    assert_eq!(desk.entries(2), entries);
    let old = desk.cookie().to_owned();
    desk.come_in(&entries[1]);
    assert_eq!(desk.cookie(), old, "both browsers are of this run");
    let said = desk.said();
    let opening = "Oogst draait. Laat dit venster open; sluit het om te stoppen.\n";
    assert!(said.starts_with(opening), "{said}");
}

#[test]
fn every_answer_says_what_a_page_may_do() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let home = desk.get("/");
    let preview = preview_of(&home.body);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src {preview}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    for path in ["/", "/check", "/desk.css", "/desk.js", "/er-niet", "/%zz"] {
        let answer = desk.get(path);
        assert_eq!(
            answer.header("content-security-policy"),
            Some(policy.as_str()),
            "{path}"
        );
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
    }
    assert!(fs::read("src/desk/client/desk.js").is_ok_and(|script| script.len() <= 10 * 1024));
}

/// The origin of the preview, as a page shows it.
pub(super) fn preview_of(page: &str) -> String {
    let address = page
        .split("src=\"http://")
        .nth(1)
        .expect("a page has its preview");
    let host = address.split('/').next().expect("it has a host");
    format!("http://{host}")
}
