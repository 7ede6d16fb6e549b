//! What leads nowhere, and who keeps nobody waiting.

use std::fs;
use std::io::Write as _;
use std::net::TcpStream;

use super::running::{Desk, user};
use crate::harness::Site;

const FORM: &str = "/record/event/-/2025-techniekavond";
const URLENCODED: &str = "application/x-www-form-urlencoded";

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
