//! Publishing by sftp, to the server of OpenSSH.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use super::sshd::{Cutter, Sshd, is_there, whoami};
use super::{LIST, Publishing};
use crate::harness::DAY;
use crate::program::{Ran, command, command_of, ran};
use crate::tree::Tree;

/// A site with a place on a server.
struct OnServer {
    publishing: Publishing,
    sshd: Sshd,
}

impl OnServer {
    fn new() -> Self {
        Self {
            publishing: Publishing::new(),
            sshd: Sshd::new(),
        }
    }

    /// Names the server in the settings, in the place of what is there.
    fn name_server(&mut self, port: u16, more: &str) {
        let settings = "title = \"Techniek in ons dorp\"\nbase_url = \"https://dorp.example/\"\nlanguage = \"nl\"\n";
        let www = self.publishing.www();
        let user = whoami();
        let text = format!(
            "{settings}\n[publicatie.website]\nsoort = \"sftp\"\nserver = \"127.0.0.1\"\npoort = {port}\ngebruiker = \"{user}\"\nmap = \"{}\"\n{more}",
            www.display()
        );
        self.publishing.site.write("oogst.toml", &text);
    }

    fn run(&self, words: &[&str]) -> Ran {
        let site = &self.publishing.site;
        let mut command = command(
            site.root(),
            &[&["publish", "--to", "website", "--date", DAY], words].concat(),
        );
        let home = self.sshd.home();
        command
            .env("HOME", home)
            .env_remove("SSH_AUTH_SOCK")
            .env_remove("OOGST_SECRET_WEBSITE");
        ran(&mut command)
    }

    /// Publishes where the server was never met, and writes down what is asked for.
    fn meet(&mut self, port: u16) {
        self.name_server(port, "");
        let ran = self.run(&["--yes"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let (before, key) = ran
            .err
            .split_once("serversleutel = ")
            .expect("the line is told");
        assert!(
            before.contains("niemand zei nog dat `127.0.0.1` de goede server is"),
            "{before}"
        );
        let key = key.split('`').next().expect("it ends");
        assert!(key.starts_with("\"SHA256:"), "{key}");
        self.name_server(port, &format!("serversleutel = {key}\n"));
        assert!(!self.publishing.www().exists());
    }
}

/// Makes sure that each page is whole and old or new, and that what it loads is there.
pub(super) fn assert_readable(there: &BTreeMap<String, Vec<u8>>, sites: &[&Tree], what: &str) {
    let pages = there.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        let is_whole = sites.iter().any(|site| site.0.get(path) == Some(bytes));
        assert!(is_whole, "{what}: {path} is of no site");
        let text = String::from_utf8_lossy(bytes);
        for asset in text.split("\"/assets/").skip(1) {
            let asset = asset.split(['"', '?', '#']).next().unwrap_or_default();
            let asset = format!("assets/{asset}");
            assert!(there.contains_key(&asset), "{what}: {path} needs {asset}");
        }
    }
}

#[test]
fn a_site_is_put_on_a_server_that_is_known_by_its_key() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    let port = on.sshd.port();
    on.meet(port);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.publishing.assert_published(&[]);
    // A file takes the place of another; one of somebody else stays.
    fs::write(on.publishing.www().join("van-een-ander.txt"), "x").expect("there is room");
    let event = "content/events/2025-techniekavond/event.md";
    on.publishing
        .site
        .replace(event, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.publishing.assert_published(&["van-een-ander.txt"]);
    let before = Tree::read(&on.publishing.www());
    // The server has another key: nothing is sent.
    on.sshd.new_key("host");
    on.sshd.start("internal-sftp");
    on.publishing
        .site
        .replace(event, "titel = \"Nieuwe ", "titel = \"Nog nieuwere ");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("`127.0.0.1` is niet meer de server van eerder"),
        "{}",
        ran.err
    );
    before.assert_same(&Tree::read(&on.publishing.www()), "nothing changes");
}

#[test]
fn whom_a_server_does_not_know_it_does_not_let_in_and_no_secret_is_told() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    let port = on.sshd.port();
    on.meet(port);
    fs::remove_file(on.sshd.home().join(".ssh/id_ed25519")).expect("it is there");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`127.0.0.1` laat `"), "{}", ran.err);
    let site = &on.publishing.site;
    let mut command = command(
        site.root(),
        &["publish", "--to", "website", "--date", DAY, "--yes"],
    );
    command
        .env("HOME", on.sshd.home())
        .env_remove("SSH_AUTH_SOCK")
        .env("OOGST_SECRET_WEBSITE", "niet-verklappen");
    let ran = crate::program::ran(&mut command);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("laat `"), "{}", ran.err);
    assert!(!ran.err.contains("niet-verklappen"), "{}", ran.err);
    for (path, bytes) in &Tree::read(&site.at(".oogst")).0 {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("niet-verklappen"), "{path}");
    }
}

#[test]
fn wherever_the_connection_is_cut_readers_meet_whole_pages_and_the_next_run_finishes() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    let cutter = Cutter::before(on.sshd.port());
    on.meet(cutter.port());
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let old = on.publishing.site.output();
    let event = "content/events/2025-techniekavond/event.md";
    on.publishing
        .site
        .replace(event, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    let mut cut = 0;
    for number in 0.. {
        // Ever further: half of the runs go on from what the one before left.
        cutter.cut_after(4_000 + number * 9_000);
        let ran = on.run(&["--yes"]);
        let new = on.publishing.site.output();
        let there = Tree::read(&on.publishing.www()).0;
        assert_readable(&there, &[&old, &new], &format!("run {number}: {}", ran.err));
        if ran.code == 0 {
            break;
        }
        assert_eq!(ran.code, 2, "{}", ran.err);
        cut += 1;
    }
    assert!(cut > 2, "only {cut} runs were cut");
    on.publishing.assert_published(&[]);
}

#[test]
fn a_disk_that_takes_no_more_leaves_whole_pages_and_the_next_run_finishes() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    let port = on.sshd.port();
    on.meet(port);
    // No file may be larger than this many blocks of 512 bytes.
    let sftp = on
        .sshd
        .script("trap '' XFSZ\nulimit -f 40\nexec /usr/lib/openssh/sftp-server\n");
    on.sshd.start(&sftp);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    let there = Tree::read(&on.publishing.www()).0;
    assert!(!there.contains_key(LIST) && !there.contains_key("index.html"));
    assert_readable(&there, &[&on.publishing.site.output()], "the disk is full");
    on.sshd.start("internal-sftp");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.publishing.assert_published(&[]);
}

#[test]
fn whoever_agrees_to_a_server_finds_its_key_in_the_settings() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    let port = on.sshd.port();
    on.name_server(port, "# van de beheerder\n");
    let site = &on.publishing.site;
    let before = fs::read_to_string(site.at("oogst.toml")).expect("it is there");
    let answered = |answer: &str| {
        let program = env!("CARGO_BIN_EXE_oogst");
        let line = format!("{program} publish --to website --yes --date {DAY}");
        // A terminal of its own, in which somebody types.
        let mut command = command_of("script", site.root(), &["-qec", &line, "/dev/null"]);
        command
            .env("HOME", on.sshd.home())
            .env_remove("SSH_AUTH_SOCK")
            .stdin(Stdio::piped());
        let mut run = command.spawn().expect("`script` can be started");
        let mut typed = run.stdin.take().expect("it reads");
        typed.write_all(answer.as_bytes()).expect("it reads");
        let ended = run.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        (ended.status.code(), said)
    };
    let (code, said) = answered("n\n");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("Is dit de goede server? [j/N]"), "{said}");
    let settings = || fs::read_to_string(site.at("oogst.toml")).expect("it is there");
    assert_eq!(settings(), before, "nobody agreed");
    assert!(!on.publishing.www().exists());
    let (code, said) = answered("j\n");
    assert_eq!(code, Some(0), "{said}");
    let after = settings();
    let (start, end) = before
        .split_once("# van de beheerder")
        .expect("it is there");
    let line = after
        .strip_prefix(start)
        .and_then(|rest| rest.strip_suffix(&format!("# van de beheerder{end}")));
    let key = line.expect("nothing else changes");
    assert!(
        key.starts_with("serversleutel = \"SHA256:") && key.ends_with("\"\n"),
        "{key}"
    );
    on.publishing.assert_published(&[]);
    // From then on nobody is asked.
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_server_that_cannot_replace_a_file_is_named_and_wherever_it_is_cut_the_next_run_finishes() {
    if !is_there() {
        return;
    }
    let mut on = OnServer::new();
    on.sshd
        .start("/usr/lib/openssh/sftp-server -P posix-rename");
    let cutter = Cutter::before(on.sshd.port());
    on.meet(cutter.port());
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let caution = "Let op: deze server kan geen bestand vervangen zonder het even weg te halen.";
    assert!(ran.err.contains(caution), "{}", ran.err);
    on.publishing.assert_published(&[]);
    let old = on.publishing.site.output();
    fs::write(on.publishing.www().join("van-een-ander.txt"), "x").expect("there is room");
    let event = "content/events/2025-techniekavond/event.md";
    on.publishing
        .site
        .replace(event, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    let mut cut = 0;
    for number in 0.. {
        cutter.cut_after(4_000 + number * 9_000);
        let ran = on.run(&["--yes"]);
        let new = on.publishing.site.output();
        let there = Tree::read(&on.publishing.www()).0;
        assert_readable(&there, &[&old, &new], &format!("run {number}: {}", ran.err));
        if ran.code == 0 {
            break;
        }
        assert_eq!(ran.code, 2, "{}", ran.err);
        cut += 1;
    }
    assert!(cut > 2, "only {cut} runs were cut");
    on.publishing.assert_published(&["van-een-ander.txt"]);
}
