//! Servers that speak WebDAV, started for a test: Apache's own, and that of rclone, which is written
//! in another language by other people.

use std::fs;
use std::net::TcpStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::elsewhere::{SECRET, WebServer, open_to_all};
use super::sshd::free_port;

const APACHE: &str = "/usr/sbin/apache2";
const RCLONE: &str = "/usr/bin/rclone";

/// Which server, and how it is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// Apache, by name and password.
    Apache,
    /// The same, which asks for more than that.
    ApacheDigest,
    /// The same, whose disk takes no file above some kilobytes.
    ApacheFull,
    /// The same, by https with a certificate that nobody stands for.
    ApacheSelfSigned,
    /// The same, which leads on to another address.
    ApacheLeadsOn,
    Rclone,
}

/// A server that speaks WebDAV.
pub(super) struct Dav {
    speaks: Speaks,
    port: u16,
    folder: TempDir,
    server: Option<Child>,
}

/// Whether the servers are installed. Where `scripts/test` runs they must be.
pub(super) fn are_there() -> bool {
    let are_there = [APACHE, RCLONE].iter().all(|file| Path::new(file).exists());
    let is_required = std::env::var("OOGST_TEST_WEBDAV").is_ok_and(|value| value == "required");
    assert!(
        are_there || !is_required,
        "{APACHE} or {RCLONE} is not installed"
    );
    if !are_there {
        crate::harness::tell(
            "not looked at: publishing by webdav, for apache2 or rclone is not installed",
        );
    }
    are_there
}

impl Dav {
    pub(super) fn new(speaks: Speaks) -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        fs::create_dir(folder.path().join("root")).expect("there is room");
        open_to_all(folder.path());
        open_to_all(&folder.path().join("root"));
        let mut server = Self {
            speaks,
            port: free_port(),
            folder,
            server: None,
        };
        server.start();
        server
    }

    /// From now on it is set up like this.
    pub(super) fn becomes(&mut self, speaks: Speaks) {
        self.kill();
        self.speaks = speaks;
        self.start();
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn apache(&self) -> Command {
        // `htpasswd -nbs oogst geheim-woord`, and the MD5 of `oogst:proef:geheim-woord`.
        for (name, text) in [
            ("users", "oogst:{SHA}UV2b4nw5EnJxoANTbnpd2mM0aso=\n"),
            ("digests", "oogst:proef:cff14fb91b73dca99603ffce9224df94\n"),
        ] {
            fs::write(self.at(name), text).expect("there is room");
        }
        fs::write(self.at("settings"), self.apache_settings()).expect("there is room");
        let limit = if self.speaks == Speaks::ApacheFull {
            "trap '' XFSZ; ulimit -f 40; "
        } else {
            ""
        };
        let line = format!(
            "{limit}exec {APACHE} -D FOREGROUND -f '{}'",
            self.at("settings")
        );
        let mut command = Command::new("sh");
        command.args(["-c", &line]);
        command
    }

    fn apache_settings(&self) -> String {
        let modules = [
            "mpm_event",
            "authn_core",
            "authn_file",
            "authz_core",
            "authz_user",
            "auth_basic",
            "auth_digest",
            "alias",
            "dav",
            "dav_fs",
            "ssl",
        ];
        let modules: String = modules
            .iter()
            .map(|name| {
                format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")
            })
            .collect();
        let at = |name: &str| self.at(name);
        let port = self.port;
        let login = match self.speaks {
            Speaks::ApacheDigest => format!("AuthType Digest\nAuthUserFile {}", at("digests")),
            _ => format!("AuthType Basic\nAuthUserFile {}", at("users")),
        };
        let more = match self.speaks {
            Speaks::ApacheSelfSigned => {
                self.sign();
                format!(
                    "SSLEngine on\nSSLCertificateFile {0}\nSSLCertificateKeyFile {0}",
                    at("certificate")
                )
            }
            Speaks::ApacheLeadsOn => format!("Redirect /www/ http://127.0.0.1:{port}/elders/"),
            _ => String::new(),
        };
        // Whoever is root has Apache work as somebody else.
        let user = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let user = user
            .contains("www-data:")
            .then_some("User www-data\nGroup www-data");
        format!(
            "{modules}ServerRoot {0}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {0}/pid\nErrorLog {0}/log\nDefaultRuntimeDir {0}\nDavLockDB {0}/locks\n{1}\nDocumentRoot {0}/root\n<Location />\nDav On\nAuthName proef\n{login}\nRequire valid-user\n</Location>\n{more}\n",
            self.folder.path().display(),
            user.unwrap_or_default(),
        )
    }

    /// Makes a certificate that only the server itself stands for.
    fn sign(&self) {
        let file = self.at("certificate");
        let made = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
            ])
            .args([
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
            ])
            .args(["-keyout", &file, "-out", &self.at("signed")])
            .stderr(Stdio::null())
            .status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "a certificate can be made"
        );
        let (key, signed) = (
            fs::read_to_string(&file),
            fs::read_to_string(self.at("signed")),
        );
        let both = key.expect("it was made") + &signed.expect("it was made");
        fs::write(&file, both).expect("there is room");
    }

    fn rclone(&self) -> Command {
        let mut command = Command::new(RCLONE);
        command
            .args(["serve", "webdav", &self.at("root")])
            .args(["--addr", &format!("127.0.0.1:{}", self.port)])
            .args(["--user", "oogst", "--pass", SECRET])
            // What a test puts there itself is to be seen.
            .args(["--dir-cache-time", "0s", "--poll-interval", "0"])
            .args(["--config", &self.at("rclone.conf")]);
        command
    }
}

impl WebServer for Dav {
    fn port(&self) -> u16 {
        self.port
    }

    fn group(&self, port: u16) -> String {
        let is_safe = self.speaks == Speaks::ApacheSelfSigned;
        let scheme = if is_safe { "https" } else { "http" };
        format!(
            "soort = \"webdav\"\nadres = \"{scheme}://127.0.0.1:{port}/www/\"\ngebruiker = \"oogst\"\n"
        )
    }

    fn folder(&self) -> PathBuf {
        self.folder.path().join("root/www")
    }

    fn kill(&mut self) {
        let Some(mut server) = self.server.take() else {
            return;
        };
        // With all that it started.
        let group = format!("-{}", server.id());
        let ended = Command::new("kill").args(["-KILL", "--", &group]).status();
        assert!(
            ended.is_ok_and(|status| status.success()),
            "it can be ended"
        );
        let _ = server.wait();
    }

    fn start(&mut self) {
        let mut command = match self.speaks {
            Speaks::Rclone => self.rclone(),
            _ => self.apache(),
        };
        let log = fs::File::create(self.at("said")).expect("there is room");
        let server = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        self.server = Some(server.expect("the server can be started"));
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let said = [self.at("said"), self.at("log")]
            .map(|file| fs::read_to_string(file).unwrap_or_default());
        panic!("the server does not answer\n{}", said.concat());
    }
}

impl Drop for Dav {
    fn drop(&mut self) {
        self.kill();
    }
}
