//! The desk as a process, and a browser that came in by its one-time address.

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::DAY;
use crate::program::command;

/// Longer than anything takes on a busy machine; a test that waits so long has failed.
const LONG: Duration = Duration::from_mins(2);

/// The program while the desk is open; it ends with the value.
pub(super) struct Desk {
    program: Child,
    said: PathBuf,
    pub(super) port: u16,
    /// What the browser sends with each request, once it is in.
    cookie: String,
    /// What stands in every form.
    token: String,
}

/// What came of a request.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
    /// The same as bytes.
    pub(super) bytes: Vec<u8>,
}

impl Answered {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// The folder in which the program keeps what is the user's own.
pub(super) fn user() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

impl Desk {
    /// Opens the desk in a folder, and comes in.
    pub(super) fn open(folder: &Path, user: &Path) -> Self {
        Self::open_with(folder, user, &["edit"])
    }

    /// The same with these words.
    pub(super) fn open_with(folder: &Path, user: &Path, words: &[&str]) -> Self {
        let said = user.join(format!("gezegd-{}.txt", number_in(user)));
        let file = fs::File::create(&said).expect("a file can be made");
        let words = [words, &["--port", "0", "--date", DAY, "--lang", "nl"]].concat();
        let program = command(folder, &words)
            .env("XDG_STATE_HOME", user)
            .env("HOME", user)
            .env_remove("SSH_AUTH_SOCK")
            .env_remove("OOGST_SECRET_WEBSITE")
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .expect("the program can be started");
        let mut desk = Self {
            program,
            said,
            port: 0,
            cookie: String::new(),
            token: String::new(),
        };
        let entry = desk.entries(1).pop().expect("it waited for one");
        let port = entry["http://127.0.0.1:".len()..].split('/').next();
        let port = port.and_then(|port| port.parse().ok());
        desk.port = port.unwrap_or_else(|| panic!("{entry}"));
        desk.come_in(&entry);
        desk
    }

    /// Comes in by a one-time address.
    pub(super) fn come_in(&mut self, entry: &str) {
        let answer = self.raw("GET", self.path_of(entry), &[("Host", &self.host())], "");
        assert_eq!(answer.status, 200, "{answer:?}");
        let cookie = answer.header("set-cookie").expect("a cookie is set");
        assert!(
            cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"),
            "{cookie}"
        );
        let cookie = cookie.split(';').next().expect("it has a first part");
        cookie.clone_into(&mut self.cookie);
        self.token = token_in(&self.get("/reports").body);
    }

    /// The one-time addresses that the window shows, once there are so many.
    pub(super) fn entries(&self, count: usize) -> Vec<String> {
        let started = Instant::now();
        loop {
            let said = self.said();
            let shown: Vec<String> = said
                .lines()
                .map(str::trim)
                .filter(|line| line.starts_with("http://127.0.0.1:"))
                .map(ToOwned::to_owned)
                .collect();
            if shown.len() >= count {
                return shown;
            }
            assert!(started.elapsed() < LONG, "no address was told: {said}");
            sleep(Duration::from_millis(50));
        }
    }

    /// What stands in the window.
    pub(super) fn said(&self) -> String {
        fs::read_to_string(&self.said).expect("it can be read")
    }

    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(super) fn cookie(&self) -> &str {
        &self.cookie
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// The path within an address of the desk.
    pub(super) fn path_of<'a>(&self, address: &'a str) -> &'a str {
        &address["http://".len() + self.host().len()..]
    }

    /// A page, as the browser that came in gets it.
    pub(super) fn get(&self, path: &str) -> Answered {
        let host = self.host();
        self.raw(
            "GET",
            path,
            &[("Host", &host), ("Cookie", &self.cookie)],
            "",
        )
    }

    /// Sends a form of the desk.
    pub(super) fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answered {
        let mut all = vec![("token", self.token.as_str())];
        all.extend(pairs);
        self.send(path, &form(&all))
    }

    /// Sends a form of the desk with files: of each the name of its control, what it is called, and
    /// what is in it.
    pub(super) fn post_parts(
        &self,
        path: &str,
        pairs: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answered {
        const BOUNDARY: &str = "----tussen de delen";
        let mut body = Vec::new();
        let begin = |body: &mut Vec<u8>, control: &str| {
            let head =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{control}\"");
            body.extend(head.as_bytes());
        };
        for (name, value) in std::iter::once(&("token", self.token.as_str())).chain(pairs) {
            begin(&mut body, name);
            body.extend(format!("\r\n\r\n{value}\r\n").as_bytes());
        }
        for (control, name, bytes) in files {
            begin(&mut body, control);
            body.extend(format!("; filename=\"{name}\"\r\n\r\n").as_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
        let of = format!("multipart/form-data; boundary=\"{BOUNDARY}\"");
        self.send_as(path, &of, &body)
    }

    /// Sends what a form of the desk holds.
    pub(super) fn send(&self, path: &str, body: &str) -> Answered {
        self.send_as(path, "application/x-www-form-urlencoded", body.as_bytes())
    }

    fn send_as(&self, path: &str, of: &str, body: &[u8]) -> Answered {
        let (host, origin) = (self.host(), format!("http://{}", self.host()));
        let headers = [
            ("Host", host.as_str()),
            ("Cookie", &self.cookie),
            ("Origin", &origin),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", of),
        ];
        self.raw("POST", path, &headers, body)
    }

    /// A request as it stands here.
    pub(super) fn raw(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Answered {
        let body = body.as_ref();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("somebody listens");
        stream
            .set_read_timeout(Some(LONG))
            .expect("a patience can be set");
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if method != "GET" && headers.iter().all(|(name, _)| *name != "Content-Length") {
            let _ = write!(head, "Content-Length: {}\r\n", body.len());
        }
        // Who is refused early does not take the rest.
        let _ = stream.write_all(&[format!("{head}\r\n").as_bytes(), body].concat());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n");
        let bytes_of_body = bytes.split_off(end.map_or(bytes.len(), |end| end + 4));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (head, body) = (text(&bytes), text(&bytes_of_body));
        let head = head.trim_end();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answered {
            status: status.unwrap_or_default(),
            head: head.to_owned(),
            body,
            bytes: bytes_of_body,
        }
    }
}

/// A number that no other desk of this test has.
fn number_in(user: &Path) -> usize {
    fs::read_dir(user).expect("it is there").count()
}

/// The token in a page.
fn token_in(page: &str) -> String {
    let after = page.split("name=\"token\" value=\"").nth(1);
    let after = after.unwrap_or_else(|| panic!("no form in {page}"));
    after[..32].to_owned()
}

/// A form as browsers send it.
pub(super) fn form(pairs: &[(&str, &str)]) -> String {
    let written = |text: &str| {
        let bytes = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        });
        bytes.collect::<String>()
    };
    let pairs = pairs.iter();
    let pairs = pairs.map(|(name, value)| format!("{}={}", written(name), written(value)));
    pairs.collect::<Vec<String>>().join("&")
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
