//! `oogst serve` as a process beside others: a save is shown, also one that is made while another
//! process holds the site.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use oogst::folder::Folder;
use oogst::output::lock_site;

use crate::harness::{DAY, Site};
use crate::program::command;

/// Longer than anything takes on a busy machine; a test that waits so long has failed.
const LONG: Duration = Duration::from_mins(1);

/// The page of the fixture that is looked at, and the file it is made from.
const PAGE: &str = "/bijeenkomsten/2025-techniekavond/";
const EVENT: &str = "content/events/2025-techniekavond/event.md";

/// The program while it serves; it ends with the value.
struct Serving {
    program: Child,
    port: u16,
}

impl Serving {
    fn start(site: &Site) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("the system has a free port")
            .port();
        let said = fs::File::create(site.at("gezegd.txt")).expect("a file can be made");
        let words = [
            "serve",
            "--port",
            &port.to_string(),
            "--date",
            DAY,
            "--lang",
            "en",
        ];
        let program = command(site.root(), &words)
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .expect("the program can be started");
        Self { program, port }
    }

    /// What is served at an address; nothing while nothing is.
    fn get(&self, path: &str) -> String {
        let mut answer = Vec::new();
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(LONG))?;
            write!(
                stream,
                "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
                self.port
            )?;
            stream.read_to_end(&mut answer)
        });
        asked
            .map(|_| String::from_utf8_lossy(&answer).into_owned())
            .unwrap_or_default()
    }
}

/// Waits until there is something.
fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < LONG, "{what}: not in time");
        sleep(Duration::from_millis(50));
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn a_save_made_while_another_process_holds_the_site_is_shown_once_it_lets_go() {
    let mut site = Site::from("klein");
    let serving = Serving::start(&site);
    until("the page is served", || {
        serving.get(PAGE).contains("<h1").then_some(())
    });

    // The search index follows by itself, in a build of its own.
    let lock = until("no build runs any more", || {
        Folder::open(site.root())
            .ok()
            .and_then(|folder| lock_site(&folder).ok())
    });
    site.append(EVENT, "\nDit is terwijl de ander bezig was bewaard.\n");
    let is_busy = |said: &str| said.matches("is building this site").count();
    until("it says that another process is at it", || {
        (is_busy(&site.read("gezegd.txt")) > 0).then_some(())
    });
    // Several tries long.
    sleep(Duration::from_secs(1));
    assert!(!serving.get(PAGE).contains("terwijl de ander bezig was"));
    drop(lock);

    until("the saved words are served", || {
        serving
            .get(PAGE)
            .contains("terwijl de ander bezig was bewaard")
            .then_some(())
    });
    let said = site.read("gezegd.txt");
    assert_eq!(is_busy(&said), 1, "it is said once:\n{said}");
}
