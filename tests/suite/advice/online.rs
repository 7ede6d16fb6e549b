//! `check --publish --online`: links are asked of servers of this test alone. The program itself asks
//! none on this machine, so what it does with answers is tried by the library, which may be told
//! otherwise.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::civil::date;
use oogst::online::{LinkFate, RememberedLinks, fates, is_public};

use super::{advised, publish, with_text};
use crate::harness::{DAY, Site, copy};
use crate::program::oogst;

/// A server that answers a request, told by its first line, with a text.
struct Server {
    port: u16,
    /// What was asked, whole.
    heard: Arc<Mutex<Vec<String>>>,
    /// The most that were answered at one time.
    most: Arc<AtomicUsize>,
}

impl Server {
    fn at(address: Ipv4Addr, answer: fn(&str, u16) -> String) -> Self {
        let listener = TcpListener::bind((address, 0)).expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let (heard, most) = (Arc::default(), Arc::new(AtomicUsize::new(0)));
        let server = Self {
            port,
            heard: Arc::clone(&heard),
            most: Arc::clone(&most),
        };
        let now = Arc::new(AtomicUsize::new(0));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, most, now) = (Arc::clone(&heard), Arc::clone(&most), Arc::clone(&now));
                std::thread::spawn(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    answered(stream, port, answer, &heard);
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    fn new(answer: fn(&str, u16) -> String) -> Self {
        Self::at(Ipv4Addr::LOCALHOST, answer)
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("nobody failed here").clone()
    }
}

fn answered(
    mut stream: TcpStream,
    port: u16,
    answer: fn(&str, u16) -> String,
    heard: &Mutex<Vec<String>>,
) {
    let mut request = Vec::new();
    let mut buffer = [0; 1_024];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(count) if count > 0 => request.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let line = request.lines().next().unwrap_or_default().to_owned();
    heard.lock().expect("nobody failed here").push(request);
    let _ = stream.write_all(answer(&line, port).as_bytes());
}

fn says(status: &str, more: &str) -> String {
    format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n{more}\r\n")
}

/// Only the first address of this machine may be asked.
fn only_here(address: IpAddr) -> bool {
    address == IpAddr::V4(Ipv4Addr::LOCALHOST)
}

fn asked(urls: &[String]) -> Vec<LinkFate> {
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    fates(&urls, only_here)
}

#[test]
fn what_a_server_answers_is_what_becomes_of_a_link() {
    let server = Server::new(
        |line, port| match line.split(' ').collect::<Vec<_>>()[..2] {
            ["HEAD", "/head"] | ["GET", "/get" | "/shy"] => says("200 OK", ""),
            ["HEAD", "/get"] => says("405 Method Not Allowed", ""),
            [_, "/gone"] => says("410 Gone", ""),
            [_, "/forbidden"] => says("403 Forbidden", ""),
            [_, "/busy"] => says("429 Too Many Requests", ""),
            [_, "/broken"] => says("503 Service Unavailable", ""),
            [_, "/on"] => says(
                "301 Moved Permanently",
                "Set-Cookie: a=1\r\nLocation: /head\r\n",
            ),
            [_, "/round"] => says("302 Found", "Location: /round\r\n"),
            [_, "/file"] => says("302 Found", "Location: file:///etc/passwd\r\n"),
            [_, "/inside"] => says(
                "302 Found",
                &format!("Location: http://127.0.0.2:{port}/secret\r\n"),
            ),
            [_, "/odd"] => "nonsense\r\n\r\n".to_owned(),
            _ => says("404 Not Found", ""),
        },
    );
    let expected = [
        ("/head", LinkFate::Works),
        ("/get", LinkFate::Works),
        ("/shy", LinkFate::Works),
        ("/gone", LinkFate::Gone(410)),
        ("/nowhere", LinkFate::Gone(404)),
        ("/forbidden", LinkFate::Answer(403)),
        ("/busy", LinkFate::Answer(429)),
        ("/broken", LinkFate::Answer(503)),
        ("/on", LinkFate::Works),
        ("/round", LinkFate::Endless),
        ("/file", LinkFate::Answer(302)),
        ("/inside", LinkFate::Private),
        ("/odd", LinkFate::Failed),
    ];
    let urls: Vec<String> = expected.iter().map(|(path, _)| server.url(path)).collect();
    let found = asked(&urls);
    for ((path, fate), found) in expected.iter().zip(found) {
        assert_eq!(found, *fate, "{path}");
    }
    let heard = server.heard();
    let rounds = heard
        .iter()
        .filter(|heard| heard.contains(" /round "))
        .count();
    assert_eq!(rounds, 6, "five times on, and no more");
    for request in &heard {
        let small = request.to_lowercase();
        assert!(
            !small.contains("cookie:") && !small.contains("authorization:"),
            "{request}"
        );
        assert!(small.contains("user-agent: oogst/"), "{request}");
    }
}

#[test]
fn nothing_on_this_machine_or_its_network_hears_from_the_program() {
    let server = Server::new(|_, _| says("200 OK", ""));
    let port = server.port;
    let urls: Vec<String> = [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "2130706433",
        "0x7f.1",
    ]
    .iter()
    .map(|host| format!("http://{host}:{port}/"))
    .collect();
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    let found = fates(&urls, is_public);
    assert_eq!(found, vec![LinkFate::Private; urls.len()]);
    let site = with_text(&format!("Lees [het plan]({}).", urls[0]), &[]);
    let ran = publish(&site, &["--online"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("advies[outside-link]"), "{}", ran.err);
    assert!(ran.err.contains("eigen netwerk"), "{}", ran.err);
    assert_eq!(server.heard(), [] as [&str; 0]);
    assert_eq!(
        fates(
            &["http://jan:geheim@example.org/", "ftp://example.org/"],
            is_public
        ),
        [LinkFate::Failed; 2]
    );
}

#[test]
fn of_a_page_without_end_little_is_read() {
    let server = Server::new(|line, _| {
        if line.starts_with("HEAD") {
            return says("405 Method Not Allowed", "");
        }
        let start = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n";
        format!("{start}{}", "x".repeat(4_000_000))
    });
    assert_eq!(asked(&[server.url("/")]), [LinkFate::Works]);
}

#[test]
fn two_links_of_one_site_are_asked_at_a_time() {
    let server = Server::new(|_, _| {
        std::thread::sleep(Duration::from_millis(60));
        says("200 OK", "")
    });
    let urls: Vec<String> = (0..12)
        .map(|number| server.url(&format!("/{number}")))
        .collect();
    assert_eq!(asked(&urls), vec![LinkFate::Works; 12]);
    assert_eq!(server.heard().len(), 12);
    let most = server.most.load(Ordering::SeqCst);
    assert!(most <= 2, "{most} at a time");
}

#[test]
fn what_became_of_a_link_is_remembered_for_a_week_and_believed_in_its_own_folder_only() {
    let url = "http://10.1.2.3/plan";
    let site = with_text(&format!("Lees [het plan]({url}#kop)."), &[]);
    let today = date(2026, 1, 15);
    let mut remembered = RememberedLinks::of(site.root());
    assert_eq!(remembered.fate(url, today), None);
    remembered.note(url, today, LinkFate::Gone(404));
    remembered.note("http://10.1.2.3/anders", today, LinkFate::TooSlow);
    remembered.keep(site.root(), today);
    let online = |site: &Site, day: &str| {
        oogst(
            site.root(),
            &["check", "--publish", "--online", "--date", day],
        )
        .err
    };
    let dead = "deze link werkt niet meer: `http://10.1.2.3/plan` (de site antwoordt met 404: de pagina is er niet)";
    for day in [DAY, "2026-01-22"] {
        let said = online(&site, day);
        assert!(said.contains(dead), "{day}\n{said}");
        assert!(!said.contains("Oogst vraagt"), "{day}\n{said}");
    }
    for day in ["2026-01-14", "2026-01-23"] {
        assert!(online(&site, day).contains("eigen netwerk"), "{day}");
    }
    let other = Site::empty();
    copy(site.root(), other.root());
    assert!(online(&other, DAY).contains("eigen netwerk"));
    let mut changed = site;
    changed.write(".oogst/links", "anything else");
    assert!(online(&changed, DAY).contains("eigen netwerk"));
}

#[test]
fn links_are_asked_only_with_both_options() {
    let mut site = with_text("Lees [het plan](http://10.1.2.3/plan).", &[]);
    assert_eq!(advised(&site), [] as [&str; 0]);
    assert!(!site.root().join(".oogst").exists(), "nothing was written");
    let ran = oogst(site.root(), &["check", "--online"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("--publish"), "{}", ran.err);
    site.write(
        "oogst.toml",
        format!(
            "{}\n[teksten]\nwoorden_goed = [\"http://10.1.2.3/plan\"]\n",
            super::CONFIG
        ),
    );
    let ran = publish(&site, &["--online"]);
    assert!(!ran.err.contains("outside-link"), "{}", ran.err);
}

/// A site with one source, written so, of which the page is gone.
fn with_dead_source(source: &str) -> Site {
    let mut site = with_text("Een avond.", &[]);
    let event = site.read("content/events/avond/event.md");
    site.write(
        "content/events/avond/event.md",
        event.replace("\n+++\n\n", &format!("\n{source}\n+++\n\n")),
    );
    let copy = format!("https://web.archive.org/web/{GONE}");
    let today = date(2026, 1, 15);
    let mut remembered = RememberedLinks::of(site.root());
    remembered.note(GONE, today, LinkFate::Gone(404));
    remembered.note(&copy, today, LinkFate::Works);
    remembered.keep(site.root(), today);
    site
}

const GONE: &str = "http://10.1.2.3/plan";

/// The address of a kept copy is written where the message says, as it says.
#[test]
fn a_dead_source_offers_the_field_of_a_kept_copy_and_one_that_has_it_asks_for_nothing() {
    let line = format!("gearchiveerd = \"https://web.archive.org/web/{GONE}\"");
    for (source, way, written) in [
        (
            format!("\n[[bronnen]]\ntitel = \"Het plan\"\nurl = \"{GONE}\""),
            format!("zet dan onder deze regel: `{line}`."),
            format!("\n[[bronnen]]\ntitel = \"Het plan\"\nurl = \"{GONE}\"\n{line}"),
        ),
        (
            format!("bronnen = [{{ titel = \"Het plan\", url = \"{GONE}\" }}]"),
            format!("zet dan direct achter dit adres: `, {line}`."),
            format!("bronnen = [{{ titel = \"Het plan\", url = \"{GONE}\", {line} }}]"),
        ),
    ] {
        let mut site = with_dead_source(&source);
        let ran = publish(&site, &["--online"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains("advies[outside-link]"), "{}", ran.err);
        assert!(ran.err.contains(&way), "{way}\n{}", ran.err);
        site.replace("content/events/avond/event.md", &source, &written);
        let ran = publish(&site, &["--online"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let kept = format!(
            "Eén link werkt niet meer: `{GONE}`. Lezers vinden ernaast de bewaarde kopie, dus u hoeft niets te doen.\n"
        );
        assert!(ran.err.contains(&kept), "{}", ran.err);
        assert!(!ran.err.contains("outside-link"), "{}", ran.err);
    }
}

#[test]
fn a_dead_link_in_a_text_is_told_of_though_a_source_has_a_copy_of_it() {
    let source = format!(
        "bronnen = [{{ titel = \"Het plan\", url = \"{GONE}\", gearchiveerd = \"https://web.archive.org/web/{GONE}\" }}]"
    );
    let mut site = with_dead_source(&source);
    site.replace(
        "content/events/avond/event.md",
        "Een avond.\n",
        &format!("Lees [het plan]({GONE}).\n"),
    );
    let ran = publish(&site, &["--online"]);
    let way = format!(
        "toont https://web.archive.org/web/{GONE} een kopie, zet dan dat adres in de plaats van dit."
    );
    assert!(ran.err.contains(&way), "{}", ran.err);
    assert!(!ran.err.contains("bewaarde kopie"), "{}", ran.err);
    site.replace(
        "content/events/avond/event.md",
        &format!("]({GONE})"),
        &format!("](https://web.archive.org/web/{GONE})"),
    );
    let ran = publish(&site, &["--online"]);
    assert!(!ran.err.contains("outside-link"), "{}", ran.err);
    assert!(ran.err.contains("bewaarde kopie"), "{}", ran.err);
}
