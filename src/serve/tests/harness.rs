//! A served folder, a build in the test's hands, and a raw client.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::serve::{
    Announcement, Builds, Changed, Limits, OverlayPlace, OverlayProblem, Rebuilt, ServeError,
    ServeOptions, serve_until,
};
use crate::words::Language;

/// Longer than anything takes on a busy machine; a test that waits so long has failed.
pub(super) const LONG: Duration = Duration::from_secs(20);

/// Longer than a change takes to be noticed: what has not happened by then does not happen.
pub(super) const QUIET: Duration = Duration::from_millis(400);

pub(super) struct Served {
    /// The folder with `output/` and the watched `content/`, `themes/default/` and `oogst.toml`.
    pub(super) folder: tempfile::TempDir,
    pub(super) port: u16,
    /// What each build was told, in turn; the build then waits for its result in `built`.
    pub(super) changes: Receiver<Changed>,
    pub(super) built: Sender<Rebuilt>,
    pub(super) announcements: Receiver<Announcement>,
    stop: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<Result<(), ServeError>>>,
}

/// Tells the test what changed, and gives what the test says.
struct Told {
    changes: Sender<Changed>,
    built: Receiver<Rebuilt>,
}

impl Builds for Told {
    fn build(&mut self, changed: Changed) -> Rebuilt {
        // A test that ended without asking leaves the build to end too.
        let _ = self.changes.send(changed);
        self.built
            .recv()
            .unwrap_or(Rebuilt::Fresh { changed: false })
    }
}

impl Served {
    /// Serves, and lets the first build be good.
    pub(super) fn start(base_path: &str, files: &[(&str, &str)]) -> Self {
        Self::start_before_build(base_path, files).after_first_build()
    }

    /// The same with limits of its own.
    pub(super) fn start_within(limits: Limits, files: &[(&str, &str)]) -> Self {
        Self::begin("/", files, limits).after_first_build()
    }

    /// Serves, with the first build still to be taken up by the test.
    pub(super) fn start_before_build(base_path: &str, files: &[(&str, &str)]) -> Self {
        Self::begin(base_path, files, Limits::default())
    }

    fn after_first_build(self) -> Self {
        assert_eq!(self.next_build(), Changed::All);
        self.end_build(Rebuilt::Fresh { changed: true });
        self.announced();
        self
    }

    fn begin(base_path: &str, files: &[(&str, &str)], limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for (path, text) in files {
            write(&folder.path().join(path), text);
        }
        let at = |path: &str| folder.path().join(path);
        // Asking the system for a port and giving it back is the only way to know one before it is
        // announced.
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("the system has a free port")
            .port();
        let options = ServeOptions {
            output: at("output"),
            root: folder.path().to_owned(),
            base_path: base_path.to_owned(),
            port: Some(port),
            open: false,
            watched: ["content", "themes/default", "templates", "oogst.toml"]
                .map(at)
                .into(),
            ignored: ["output", ".oogst", "content/ignored"].map(at).into(),
            language: Language::Nl,
            desk: None,
            limits,
        };
        let (changes_in, changes) = channel();
        let (built, built_out) = channel();
        let (announce, announcements) = channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = std::thread::spawn(move || {
            let builds = Told {
                changes: changes_in,
                built: built_out,
            };
            let announce = |announcement| drop(announce.send(announcement));
            serve_until(options, builds, announce, async { drop(stopped.await) })
        });
        Self {
            folder,
            port,
            changes,
            built,
            announcements,
            stop: Some(stop),
            serving: Some(serving),
        }
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        write(&self.path(path), text);
    }

    pub(super) fn next_build(&self) -> Changed {
        self.changes
            .recv_timeout(LONG)
            .expect("a build is asked for")
    }

    pub(super) fn end_build(&self, built: Rebuilt) {
        self.built
            .send(built)
            .expect("a build waits for its result");
    }

    /// The paths of the next build, relative to the folder, which then ends well.
    pub(super) fn build_after(&self, change: impl FnOnce()) -> Vec<String> {
        change();
        let changed = self.next_build();
        self.end_build(Rebuilt::Fresh { changed: true });
        self.relative(changed)
    }

    pub(super) fn relative(&self, changed: Changed) -> Vec<String> {
        let Changed::Paths(paths) = changed else {
            return vec!["*".to_owned()];
        };
        let relative = |path: PathBuf| {
            path.strip_prefix(self.folder.path())
                .expect("watched paths keep their form")
                .display()
                .to_string()
        };
        paths.into_iter().map(relative).collect()
    }

    pub(super) fn assert_no_build(&self) {
        let told = self.changes.recv_timeout(QUIET);
        assert!(told.is_err(), "nothing should be built, yet {told:?}");
    }

    pub(super) fn announced(&self) -> Announcement {
        self.announcements
            .recv_timeout(LONG)
            .expect("something is announced")
    }

    /// Stops and gives what serving gave.
    pub(super) fn stop(&mut self) -> Result<(), ServeError> {
        drop(self.stop.take());
        self.serving
            .take()
            .expect("serving stops once")
            .join()
            .expect("serving does not panic")
    }

    pub(super) fn serving(&mut self) -> JoinHandle<Result<(), ServeError>> {
        self.serving.take().expect("serving ends once")
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n",
            self.port
        ))
    }

    pub(super) fn get_with(&self, path: &str, header: &str) -> Answer {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n{header}\r\n",
            self.port
        ))
    }

    /// Sends a request line and headers as they are, and reads the answer to its end.
    pub(super) fn ask(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream
            .write_all(request.as_bytes())
            .expect("the server takes requests");
        stream
            .write_all(b"Connection: close\r\n\r\n")
            .expect("the server takes requests");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the server answers");
        Answer::new(&bytes)
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream
            .set_read_timeout(Some(LONG))
            .expect("time can be limited");
        stream
    }

    /// Listens to the events as a page that was read at `seen`.
    pub(super) fn listen(&self, seen: &str) -> Events {
        let mut stream = self.connect();
        let request = format!(
            "GET /__oogst/events?seen={seen} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n",
            self.port
        );
        stream
            .write_all(request.as_bytes())
            .expect("the server takes requests");
        Events {
            reader: BufReader::new(stream),
        }
    }

    /// The mark that pages carry now.
    pub(super) fn mark(&self) -> String {
        let answer = self.get("/__mark__/");
        let (_, rest) = answer
            .body
            .split_once("data-oogst-seen=\"")
            .expect("every page has the module");
        rest.split_once('"').expect("attributes end").0.to_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
    }
}

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Answer {
    fn new(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head");
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .expect("an answer has a status");
        Self {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find_map(|(found, value)| found.eq_ignore_ascii_case(name).then_some(value))
    }
}

pub(super) struct Events {
    reader: BufReader<TcpStream>,
}

impl Events {
    /// The next event's name and data.
    pub(super) fn next(&mut self) -> (String, String) {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            self.reader
                .read_line(&mut line)
                .expect("events come in time");
            assert!(!line.is_empty(), "the events ended");
            if let Some(value) = line.trim_end().strip_prefix("event: ") {
                value.clone_into(&mut name);
            }
            if let Some(value) = line.trim_end().strip_prefix("data: ") {
                return (name, value.to_owned());
            }
        }
    }
}

pub(super) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("files are in folders")).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}

pub(super) fn problem() -> OverlayProblem {
    OverlayProblem {
        title: "geen regio heet `twentte`</script>".to_owned(),
        code: "unknown-region".to_owned(),
        place: Some(OverlayPlace {
            file: "content/events/x/deals.toml".to_owned(),
            line: 14,
            column: 12,
        }),
        excerpt: Some("14 | regions = [\"twentte\"]\n   |            ^^^^^^^^^".to_owned()),
        help: Some("bedoelt u `twente`?".to_owned()),
    }
}
