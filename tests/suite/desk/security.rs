//! Who is not let in, and what is not taken: each way in but ours is tried, and nothing is written.

use std::fs;
use std::io::Write as _;
use std::net::TcpStream;

use super::running::{Desk, user};
use crate::harness::Site;

const EVENT: &str = "content/events/2025-techniekavond/event.md";
const FORM: &str = "/record/event/-/2025-techniekavond";
const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A request that is tried: what it is, its method, its path, its headers, what is sent with it, and
/// what comes of it.
struct Tried<'a> {
    what: &'a str,
    method: &'a str,
    path: &'a str,
    headers: Vec<(&'a str, &'a str)>,
    body: &'a str,
    status: u16,
}

#[test]
fn a_page_is_given_only_to_the_browser_that_came_in() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let (host, cookie) = (desk.host(), desk.cookie().to_owned());
    let (name, value) = cookie.split_once('=').expect("a name and a value");
    assert_eq!(name, format!("oogst-{}", desk.port));
    assert_eq!(value.len(), 32);
    let of_other_port = format!("oogst-1={value}");
    let almost = format!("{name}={}0", &value[..31]);
    let foreign = format!("boze.example:{}", desk.port);
    let elsewhere = format!("127.0.0.1.boze.example:{}", desk.port);
    let ours = ("Cookie", cookie.as_str());
    let host = ("Host", host.as_str());
    for (what, headers, status) in [
        ("no cookie", vec![host], 403),
        (
            "the cookie of another port",
            vec![host, ("Cookie", of_other_port.as_str())],
            403,
        ),
        (
            "a cookie that is nearly right",
            vec![host, ("Cookie", almost.as_str())],
            403,
        ),
        (
            "a name that leads here",
            vec![("Host", foreign.as_str()), ours],
            403,
        ),
        (
            "a name that begins as ours",
            vec![("Host", elsewhere.as_str()), ours],
            403,
        ),
        ("another port", vec![("Host", "127.0.0.1:80"), ours], 403),
        (
            "two names",
            vec![host, ("Host", foreign.as_str()), ours],
            403,
        ),
        ("no name", vec![ours], 400),
        (
            "a script of the preview",
            vec![
                host,
                ours,
                ("Sec-Fetch-Site", "same-site"),
                ("Sec-Fetch-Dest", "empty"),
            ],
            403,
        ),
        (
            "a picture on another site",
            vec![
                host,
                ours,
                ("Sec-Fetch-Site", "cross-site"),
                ("Sec-Fetch-Dest", "image"),
            ],
            403,
        ),
        (
            "a frame in the preview",
            vec![
                host,
                ours,
                ("Sec-Fetch-Site", "same-site"),
                ("Sec-Fetch-Dest", "iframe"),
            ],
            403,
        ),
        (
            "a link in the preview",
            vec![
                host,
                ours,
                ("Sec-Fetch-Site", "same-site"),
                ("Sec-Fetch-Dest", "document"),
            ],
            200,
        ),
        (
            "what the user typed",
            vec![
                host,
                ours,
                ("Sec-Fetch-Site", "none"),
                ("Sec-Fetch-Dest", "document"),
            ],
            200,
        ),
        ("an older browser", vec![host, ours], 200),
    ] {
        for path in ["/", "/check", "/desk.js", FORM, "/search?kind=region&q=t"] {
            let answer = desk.raw("GET", path, &headers, "");
            // Whoever is told no other name than ours is told by the server itself.
            let is_right = answer.status == status || status == 400 && answer.status == 403;
            assert!(is_right, "{what}, {path}: {}", answer.head);
            if status != 200 {
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
    let shown = super::browser::ShownForm::read(&desk.get(FORM).body);
    let mut changed = shown.clone();
    changed.fill("f.title", "Door een ander geschreven");
    let right = changed.body();
    let token = format!("token={}", desk.token());
    assert!(right.contains(&token), "the form has the token: {right}");
    let without = right.replace(&token, "x=y");
    let wrong = right.replace(&token, &format!("token={}", "0".repeat(32)));
    let twice = format!("{right}&{token}");
    let (own, cookie) = (desk.host(), desk.cookie().to_owned());
    let origin = format!("http://{own}");
    let preview = format!("http://127.0.0.1:{}", desk.port.wrapping_sub(1));
    let secure = format!("https://{own}");
    let other_name = format!("http://localhost:{}", desk.port);
    let foreign = format!("boze.example:{}", desk.port);
    let foreign_origin = format!("http://{foreign}");
    let base = |host, cookie, origin, of| {
        vec![
            ("Host", host),
            ("Cookie", cookie),
            ("Origin", origin),
            ("Content-Type", of),
        ]
    };
    let good = || base(own.as_str(), cookie.as_str(), origin.as_str(), URLENCODED);
    let with = |name, value| [good(), vec![(name, value)]].concat();
    let without_header = |name: &str| -> Vec<(&str, &str)> {
        good().into_iter().filter(|(own, _)| *own != name).collect()
    };
    let from = |origin| base(own.as_str(), cookie.as_str(), origin, URLENCODED);
    let of = |of| base(own.as_str(), cookie.as_str(), origin.as_str(), of);
    let tried = |what, headers, body, status| Tried {
        what,
        method: "POST",
        path: FORM,
        headers,
        body,
        status,
    };
    let all = [
        tried("no origin", without_header("Origin"), &right, 403),
        tried("an origin that is hidden", from("null"), &right, 403),
        tried("the preview", from(&preview), &right, 403),
        tried("another site", from("http://boze.example"), &right, 403),
        tried("our name by another way", from(&secure), &right, 403),
        tried(
            "another name of this machine",
            from(&other_name),
            &right,
            403,
        ),
        tried(
            "a name that leads here",
            base(&foreign, &cookie, &foreign_origin, URLENCODED),
            &right,
            403,
        ),
        tried("two origins", with("Origin", &preview), &right, 403),
        tried(
            "a page of the same machine",
            with("Sec-Fetch-Site", "same-site"),
            &right,
            403,
        ),
        tried(
            "a page of another site",
            with("Sec-Fetch-Site", "cross-site"),
            &right,
            403,
        ),
        tried("nobody's page", with("Sec-Fetch-Site", "none"), &right, 403),
        tried(
            "another user of this machine",
            without_header("Cookie"),
            &right,
            403,
        ),
        tried("no token", good(), &without, 403),
        tried("the token of another run", good(), &wrong, 403),
        tried("two tokens", good(), &twice, 403),
        tried("plain text", of("text/plain"), &right, 415),
        tried("JSON", of("application/json"), &right, 415),
        tried("parts", of("multipart/form-data; boundary=x"), &right, 415),
        tried("no type", without_header("Content-Type"), &right, 415),
        tried("two types", with("Content-Type", "text/plain"), &right, 415),
        tried("too much", with("Content-Length", "41943041"), "", 413),
        Tried {
            method: "PUT",
            ..tried("another method", good(), &right, 405)
        },
        Tried {
            method: "DELETE",
            ..tried("taking away", good(), "", 405)
        },
    ];
    for Tried {
        what,
        method,
        path,
        headers,
        body,
        status,
    } in &all
    {
        let answer = desk.raw(method, path, headers, body);
        assert_eq!(answer.status, *status, "{what}: {}", answer.head);
        assert_eq!(site.read(EVENT), before, "{what}");
    }
    // What the others tried is taken where it is ours: the refusals were for no other reason.
    let answer = desk.send(FORM, &right);
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

#[test]
fn no_path_leads_out_of_a_report() {
    let (site, user) = (Site::from("klein"), user());
    let outside = tempfile::tempdir().expect("a temporary folder can be made");
    let desk = Desk::open(site.root(), user.path());
    for path in [
        "/event/..",
        "/event/..%2f..%2f..",
        "/event/%00",
        "/record/event/../x",
        "/record/event/..%2f..%2fetc/passwd",
        "/record/page/-/..%2fx",
        "/record/deal/2025-techniekavond/..%5Cx",
        "/new/deal/..%2f..",
        "/list/..%2f",
        "/../../etc/passwd",
    ] {
        let answer = desk.get(path);
        assert!(
            [303, 400, 404].contains(&answer.status),
            "{path}: {}",
            answer.head
        );
        assert!(!answer.body.contains("root:"), "{path}");
        let sent = desk.post(path, &[("f.title", "x"), ("f.date", "1-1-2026")]);
        assert!([400, 404].contains(&sent.status), "{path}: {}", sent.head);
    }
    let folder = outside.path().to_str().expect("a path of letters");
    for name in ["../x", "a/b", "a\\b", "..", ".x", "", "c:x", "a\u{0}b"] {
        let answer = desk.post("/begin", &[("map", folder), ("naam", name)]);
        assert_eq!(answer.status, 422, "{name:?}");
    }
    for folder in ["", "ergens", "../", "content"] {
        let answer = desk.post("/open", &[("map", folder)]);
        assert_eq!(answer.status, 422, "{folder:?}");
    }
    let left = fs::read_dir(outside.path()).expect("it is there").count();
    assert_eq!(left, 0, "nothing was made");
}

#[test]
fn who_sends_half_a_form_keeps_nobody_waiting() {
    let (site, user) = (Site::from("klein"), user());
    let desk = Desk::open(site.root(), user.path());
    let head = format!(
        "POST {FORM} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\nContent-Type: {URLENCODED}\r\nContent-Length: 100\r\n\r\ntoken=",
        host = desk.host(),
        cookie = desk.cookie(),
    );
    let half: Vec<TcpStream> = (0..8)
        .map(|_| {
            let mut stream =
                TcpStream::connect(("127.0.0.1", desk.port)).expect("somebody listens");
            stream
                .write_all(head.as_bytes())
                .expect("half a form is taken");
            stream
        })
        .collect();
    for path in ["/", "/check", FORM] {
        assert_eq!(desk.get(path).status, 200, "{path}");
    }
    drop(half);
    assert_eq!(desk.post("/open", &[("map", "ergens")]).status, 422);
}
