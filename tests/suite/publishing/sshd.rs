//! OpenSSH's own server, started for a test, and what cuts a connection to it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tempfile::TempDir;

const SSHD: &str = "/usr/sbin/sshd";

/// A server that lets one key in.
pub(crate) struct Sshd {
    folder: TempDir,
    port: u16,
    server: Option<Child>,
}

/// Whether the server is installed. Where `scripts/test` runs it must be.
pub(crate) fn is_there() -> bool {
    let is_there = Path::new(SSHD).exists();
    let is_required = std::env::var("OOGST_TEST_SSHD").is_ok_and(|value| value == "required");
    assert!(is_there || !is_required, "{SSHD} is not installed");
    if !is_there {
        crate::harness::tell(
            "not looked at: publishing by sftp, for openssh-server is not installed",
        );
    }
    is_there
}

impl Sshd {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        fs::create_dir_all(folder.path().join("home/.ssh")).expect("there is room");
        let mut server = Self {
            folder,
            port: free_port(),
            server: None,
        };
        server.new_key("host");
        server.new_key("home/.ssh/id_ed25519");
        server.start("internal-sftp");
        server
    }

    /// The folder that is the home of whoever logs in from here.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Makes a key, in the place of one that is there.
    pub(crate) fn new_key(&self, name: &str) {
        self.new_closed_key(name, "");
    }

    /// Makes a key that is closed by a pass phrase.
    pub(crate) fn new_closed_key(&self, name: &str, pass_phrase: &str) {
        let file = self.folder.path().join(name);
        let _ = fs::remove_file(&file);
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", pass_phrase, "-f"])
            .arg(&file)
            .status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "a key can be made"
        );
    }

    /// A program of these lines for the shell, by its path.
    pub(crate) fn script(&self, lines: &str) -> String {
        let file = self.folder.path().join("sftp.sh");
        fs::write(&file, format!("#!/bin/sh\n{lines}")).expect("there is room");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
        file.display().to_string()
    }

    /// Starts it, anew where it runs.
    pub(crate) fn start(&mut self, sftp: &str) {
        self.stop();
        let at = |name: &str| self.folder.path().join(name).display().to_string();
        let port = self.port;
        let settings = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nAuthorizedKeysFile {}\nSubsystem sftp {sftp}\nMaxStartups 100\n",
            at("host"),
            at("home/.ssh/id_ed25519.pub"),
        );
        fs::write(at("settings"), settings).expect("there is room");
        // Whoever is root needs this folder, which a system that starts the server makes.
        let _ = fs::create_dir_all("/run/sshd");
        let server = Command::new(SSHD)
            .args(["-D", "-e", "-f", &at("settings")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(at("log")).expect("there is room"))
            .spawn();
        self.server = Some(server.expect("the server can be started"));
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let log = fs::read_to_string(at("log")).unwrap_or_default();
        panic!("the server does not answer\n{log}");
    }

    fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Who runs the tests, as the server knows them.
pub(crate) fn whoami() -> String {
    let ran = Command::new("id").arg("-un").output();
    String::from_utf8(ran.expect("there is `id`").stdout)
        .expect("it is a name")
        .trim()
        .to_owned()
}

pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    listener.local_addr().expect("it has an address").port()
}

/// What stands between a client and a server, and cuts their connection after so many bytes to the
/// server.
pub(crate) struct Cutter {
    port: u16,
    most: Arc<AtomicU64>,
}

impl Cutter {
    pub(crate) fn before(server: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        let port = listener.local_addr().expect("it has an address").port();
        let most = Arc::new(AtomicU64::new(u64::MAX));
        let allowed = Arc::clone(&most);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let most = allowed.load(Ordering::Relaxed);
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    continue;
                };
                let back = (server.try_clone(), client.try_clone());
                if let (Ok(from), Ok(to)) = back {
                    std::thread::spawn(move || pass(from, to, u64::MAX));
                }
                std::thread::spawn(move || pass(client, server, most));
            }
        });
        Self { port, most }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Cuts each connection from now on after so many bytes.
    pub(crate) fn cut_after(&self, bytes: u64) {
        self.most.store(bytes, Ordering::Relaxed);
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, mut most: u64) {
    let mut piece = [0; 4096];
    while let Ok(read) = from.read(&mut piece) {
        if read == 0 || read as u64 > most || to.write_all(&piece[..read]).is_err() {
            break;
        }
        most -= read as u64;
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
