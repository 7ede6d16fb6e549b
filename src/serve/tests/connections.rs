//! Who connects and does not go on: with half a request, with none, or by not taking the answer.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::harness::Served;
use crate::serve::{Limits, Rebuilt};

/// Long enough for a request that comes at once, also on a busy machine; shorter than anybody likes
/// to wait for a test.
const SHORT: Duration = Duration::from_millis(1_200);

/// A site that waits no longer than this.
fn impatient() -> Served {
    within(Limits {
        head: SHORT,
        answer: SHORT,
        ..Limits::default()
    })
}

fn within(limits: Limits) -> Served {
    Served::start_within(
        limits,
        &[
            ("output/index.html", "<body>thuis</body>"),
            ("output/look.css", "0123456789"),
            ("oogst.toml", "een"),
        ],
    )
}

fn request(served: &Served, path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n", served.port)
}

/// What a connection still gives until it is closed. That it is not closed in time is a failed
/// test.
fn until_closed(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        // Closed with something of ours unread.
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the connection stays open: {error}"),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn half_a_request_or_none_is_not_waited_for() {
    let served = impatient();
    let parts = [
        "",
        "G",
        "GET / HTTP/1.1\r\n",
        &request(&served, "/"),
        &(request(&served, "/") + "X-Lang: een deel van een"),
    ];
    let open = parts.map(|part| {
        let mut stream = served.connect();
        stream
            .write_all(part.as_bytes())
            .expect("the server listens");
        (part, stream)
    });
    for (part, mut stream) in open {
        let answer = until_closed(&mut stream);
        assert!(
            !answer.contains("thuis"),
            "{part:?} is no request, yet {answer}"
        );
    }
    assert!(
        served.get("/").body.contains("thuis"),
        "whoever asks whole is answered"
    );
}

#[test]
fn a_request_that_drips_is_not_waited_for_either() {
    let served = impatient();
    let mut stream = served.connect();
    stream
        .write_all(request(&served, "/").as_bytes())
        .expect("the server listens");
    // Each line comes well in time after the one before it; all of them together never end.
    let sent = (0..2_000).take_while(|_| {
        std::thread::sleep(SHORT / 10);
        stream.write_all(b"X: x\r\n").is_ok()
    });
    assert!(sent.count() < 2_000, "the connection stays open");
}

#[test]
fn a_head_without_end_is_not_read_to_its_end() {
    let served = within(Limits::default());
    let mut stream = served.connect();
    stream
        .write_all(request(&served, "/").as_bytes())
        .expect("the server listens");
    let line = format!("X: {}\r\n", "x".repeat(1_000));
    let sent = (0..10_000)
        .take_while(|_| stream.write_all(line.as_bytes()).is_ok())
        .count();
    assert!(sent < 10_000, "ten megabytes of head are taken");
}

#[test]
fn a_connection_that_asks_nothing_more_is_closed() {
    let served = impatient();
    let mut stream = served.connect();
    for _ in 0..2 {
        stream
            .write_all((request(&served, "/look.css") + "\r\n").as_bytes())
            .expect("the server listens");
        let mut answer = Vec::new();
        while !answer.ends_with(b"0123456789") {
            let mut byte = [0];
            stream
                .read_exact(&mut byte)
                .expect("one connection serves more than one request");
            answer.extend(byte);
        }
    }
    assert_eq!(until_closed(&mut stream), "");
}

#[test]
fn what_comes_with_a_request_is_not_waited_for() {
    let served = within(Limits::default());
    for (method, body) in [("POST", "een deel"), ("GET", "een deel"), ("POST", "")] {
        let mut stream = served.connect();
        let head = format!(
            "{method} / HTTP/1.1\r\nHost: localhost:{}\r\nContent-Length: 1000000000\r\n\r\n{body}",
            served.port
        );
        stream
            .write_all(head.as_bytes())
            .expect("the server listens");
        let answer = until_closed(&mut stream);
        let expected = if method == "GET" {
            "HTTP/1.1 200"
        } else {
            "HTTP/1.1 405"
        };
        assert!(answer.starts_with(expected), "{answer}");
    }
}

#[test]
fn an_answer_that_nobody_takes_is_not_kept() {
    const LENGTH: u64 = 256 * 1024 * 1024;
    let served = impatient();
    // More than the system takes on for a reader that does not read. It takes no room on the disk.
    File::create(served.path("output/groot.bin"))
        .and_then(|file| file.set_len(LENGTH))
        .expect("a file can be made larger");
    let mut stream = served.connect();
    stream
        .write_all((request(&served, "/groot.bin") + "\r\n").as_bytes())
        .expect("the server listens");
    std::thread::sleep(SHORT * 2);
    let mut taken = 0;
    let mut part = vec![0; 1 << 20];
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(read) => taken += read as u64,
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}");
                break;
            }
        }
    }
    assert!(
        taken < LENGTH,
        "the whole answer was kept for a reader that did not read"
    );
}

#[test]
fn a_page_that_listens_stays_connected() {
    let served = impatient();
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");
    std::thread::sleep(SHORT * 2);
    served.write("oogst.toml", "twee");
    served.next_build();
    served.end_build(Rebuilt::Fresh { changed: true });
    assert_eq!(events.next().0, "reload");
}

#[test]
fn those_who_say_nothing_keep_nobody_out() {
    let served = within(Limits {
        connections: 3,
        head: SHORT,
        ..Limits::default()
    });
    let silent: Vec<TcpStream> = (0..6).map(|_| served.connect()).collect();
    assert!(
        served.get("/").body.contains("thuis"),
        "the places of the silent are taken from them"
    );
    for mut stream in silent {
        until_closed(&mut stream);
    }
}

#[test]
fn pages_that_listen_leave_room_for_those_that_ask() {
    let served = within(Limits {
        connections: 4,
        listeners: 2,
        ..Limits::default()
    });
    let mark = served.mark();
    let mut first = served.listen(&mark);
    let mut second = served.listen(&mark);
    assert_eq!(
        (first.next().0, second.next().0),
        ("fine".to_owned(), "fine".to_owned())
    );
    let refused = served.get(&format!("/__oogst/events?seen={mark}"));
    assert_eq!(
        (refused.status, refused.body.as_str()),
        (503, "Er zijn te veel pagina’s van deze site open.\n")
    );
    assert!(served.get("/").body.contains("thuis"));
    // A place that is left is there for another, as soon as it is seen to be left.
    drop(first);
    let listens = || {
        let mut stream = served.connect();
        stream
            .write_all((request(&served, "/__oogst/events") + "\r\n").as_bytes())
            .expect("the server listens");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).expect("the server answers");
        answer == *b"HTTP/1.1 200"
    };
    while !listens() {}
}
