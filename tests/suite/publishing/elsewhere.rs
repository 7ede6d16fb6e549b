//! What must hold at every server on the web that a site is put on, whatever it speaks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Output};

use super::server::assert_readable;
use super::sshd::Cutter;
use super::{LIST, Publishing};
use crate::harness::{DAY, Site};
use crate::program::{Ran, command, ran};
use crate::tree::Tree;

const EVENT: &str = "content/events/2025-techniekavond/event.md";
const OTHER: &str = "content/events/2024-streekdag/event.md";

/// A server that a test starts.
pub(super) trait WebServer {
    fn port(&self) -> u16;
    /// The lines that name it in the settings, as it is reached at a port.
    fn group(&self, port: u16) -> String;
    /// The folder of this disk that what is put there stands in.
    fn folder(&self) -> PathBuf;
    /// Ends it at once, and starts it anew.
    fn kill(&mut self);
    fn start(&mut self);
}

/// A site with a place on a server on the web.
pub(super) struct Elsewhere<S> {
    pub(super) publishing: Publishing,
    pub(super) server: S,
    /// The password that the environment has.
    pub(super) secret: &'static str,
}

pub(super) const SECRET: &str = "geheim-woord";

impl<S: WebServer> Elsewhere<S> {
    pub(super) fn new(server: S) -> Self {
        let mut publishing = Publishing::new();
        name(&mut publishing.site, &server.group(server.port()));
        publishing.site.write(
            OTHER,
            "+++\ntitel = \"Streekdag\"\ndatum = 2024-05-14\n+++\n\nEen verzonnen dag.\n",
        );
        Self {
            publishing,
            server,
            secret: SECRET,
        }
    }

    /// The place is reached at another port from now on.
    pub(super) fn reach_by(&mut self, port: u16) {
        name(&mut self.publishing.site, &self.server.group(port));
    }

    pub(super) fn run(&self, words: &[&str]) -> Ran {
        ran(&mut self.command(&self.publishing.site, words))
    }

    fn command(&self, site: &Site, words: &[&str]) -> std::process::Command {
        let all = [&["publish", "--to", "website", "--date", DAY], words].concat();
        let mut command = command(site.root(), &all);
        command.env("OOGST_SECRET_WEBSITE", self.secret);
        command
    }

    /// One record is changed, another goes.
    fn change(&mut self) {
        let site = &mut self.publishing.site;
        site.replace(EVENT, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
        let folder = site.at(OTHER);
        let folder = folder.parent().expect("it stands in a folder");
        fs::remove_dir_all(folder).expect("it is there");
    }

    pub(super) fn there(&self) -> Tree {
        Tree::read(&self.server.folder())
    }

    /// Makes sure that the place holds the site and these files of others.
    pub(super) fn assert_published(&self, others: &[&str]) {
        let mut there = self.there().0;
        assert!(there.remove(LIST).is_some(), "the list is there");
        for other in others {
            assert!(there.remove(*other).is_some(), "{other} is still there");
        }
        let built = self.publishing.site.output();
        Tree(there).assert_same(&built, "what is published is what was built");
    }

    /// What a run says of what it does, after the site was made.
    fn said(&self, ran: &Ran) -> Vec<String> {
        self.publishing.said(ran)
    }
}

pub(super) fn name(site: &mut Site, group: &str) {
    let settings = "title = \"Techniek in ons dorp\"\nbase_url = \"https://dorp.example/\"\nlanguage = \"nl\"\n";
    site.write(
        "oogst.toml",
        format!("{settings}\n[publicatie.website]\n{group}"),
    );
}

/// A site is put there and kept as it is built; what others put there stays.
pub(super) fn keeps_a_site(on: &mut Elsewhere<impl WebServer>) {
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.assert_published(&[]);
    let files = on.publishing.site.output().0.len();
    let ran = on.run(&["--yes"]);
    let said = on.said(&ran);
    assert!(
        said[0].starts_with(&format!(
            "0 nieuw · 0 gewijzigd · 0 weg · {files} gelijk → "
        )),
        "{said:?}"
    );
    assert_eq!(said[1], "Alles staat er al: er is niets gewijzigd.");
    let folder = on.server.folder();
    write_as_other(&folder, "van-een-ander.txt");
    write_as_other(&folder, "assets/ook van een ander & zo.txt");
    let old = on.there();
    on.change();
    let dry = on.run(&["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    old.assert_same(&on.there(), "nothing changes");
    let said = on.said(&dry);
    assert!(
        !said[0].contains(" 0 gewijzigd") && !said[0].contains(" 0 weg"),
        "{said:?}"
    );
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(on.said(&ran)[0], said[0], "a dry run says what a run does");
    on.assert_published(&["van-een-ander.txt", "assets/ook van een ander & zo.txt"]);
}

/// A file that this program did not put there.
fn write_as_other(folder: &Path, path: &str) {
    fs::write(folder.join(path), "van een ander").expect("there is room");
}

/// A place with files of others is left alone until it is adopted, and what others changed is named.
pub(super) fn leaves_others_alone(on: &mut Elsewhere<impl WebServer>) {
    let folder = on.server.folder();
    fs::create_dir_all(folder.join("map")).expect("there is room");
    open_to_all(&folder);
    write_as_other(&folder, "index.html");
    write_as_other(&folder, "map/brief.txt");
    let before = on.there();
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err
            .contains("niet leeg en niet van oogst. Er staat: index.html en map."),
        "{}",
        ran.err
    );
    before.assert_same(&on.there(), "nothing changes");
    let ran = on.run(&["--yes", "--adopt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.assert_published(&["map/brief.txt"]);
    write_as_other(&folder, "index.html");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err
            .contains("door een ander veranderd: index.html. Kijk"),
        "{}",
        ran.err
    );
    let ran = on.run(&["--yes", "--overwrite"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.assert_published(&["map/brief.txt"]);
}

/// The server may be another user of this machine.
pub(super) fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let all = fs::Permissions::from_mode(0o777);
    fs::set_permissions(folder, all).expect("it is ours");
}

/// Wherever the connection is cut, readers meet whole pages and the next run finishes.
pub(super) fn finishes_after_cuts(on: &mut Elsewhere<impl WebServer>) {
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let old = on.publishing.site.output();
    on.change();
    let cutter = Cutter::before(on.server.port());
    on.reach_by(cutter.port());
    let mut cut = 0;
    for number in 0.. {
        cutter.cut_after(1_500 + number * 2_500);
        let ran = on.run(&["--yes"]);
        let new = on.publishing.site.output();
        let there = on.there().0;
        assert_readable(&there, &[&old, &new], &format!("run {number}: {}", ran.err));
        if ran.code == 0 {
            break;
        }
        assert_eq!(ran.code, 2, "{}", ran.err);
        cut += 1;
    }
    assert!(cut > 2, "only {cut} runs were cut");
    on.assert_published(&[]);
}

/// A server that ends while files are put there leaves whole pages, and the next run finishes.
pub(super) fn finishes_after_a_kill(on: &mut Elsewhere<impl WebServer>) {
    let folder = on.server.folder();
    // The run may be done sooner than the server ends.
    for _ in 0..20 {
        let mut run = start(on, &on.publishing.site);
        // As soon as something of the site is there.
        while run.try_wait().expect("it can be asked").is_none() {
            if folder.join("assets").exists() {
                break;
            }
            std::thread::yield_now();
        }
        on.server.kill();
        let ended = run.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        on.server.start();
        if ended.status.code() == Some(0) {
            fs::remove_dir_all(&folder).expect("it is there");
            continue;
        }
        assert_eq!(ended.status.code(), Some(2), "{said}");
        break;
    }
    assert!(!on.there().0.contains_key(LIST), "no run was stopped");
    let built = on.publishing.site.output();
    assert_readable(&on.there().0, &[&built], "the server ended");
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.assert_published(&[]);
}

fn start(on: &Elsewhere<impl WebServer>, site: &Site) -> Child {
    let run = on.command(site, &["--yes"]).spawn();
    run.expect("the program can be started")
}

/// Whom the server does not know it does not let in, and no secret is told to anybody.
pub(super) fn lets_nobody_in(on: &mut Elsewhere<impl WebServer>) {
    on.secret = "niet-verklappen";
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.contains("`127.0.0.1` laat `oogst` niet binnen"),
        "{}",
        ran.err
    );
    assert!(!on.server.folder().exists(), "nothing is put there");
    assert!(!ran.err.contains(on.secret), "{}", ran.err);
    for (path, bytes) in &Tree::read(on.publishing.site.root()).0 {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(on.secret), "{path}");
    }
}

/// Two at once leave the site of one of them.
pub(super) fn keeps_two_apart(on: &mut Elsewhere<impl WebServer>) {
    let mut other = Publishing::new();
    let settings = fs::read_to_string(on.publishing.site.at("oogst.toml")).expect("it is there");
    other.site.write("oogst.toml", &settings);
    for round in 0..3 {
        let title = format!("+++\ntitel = \"Ronde {round}: ");
        other.site.replace(EVENT, "+++\ntitel = \"", &title);
        let ended: [Output; 2] = [start(on, &on.publishing.site), start(on, &other.site)]
            .map(|run| run.wait_with_output().expect("it ends"));
        let said = ended
            .iter()
            .map(|ended| String::from_utf8_lossy(&ended.stderr).into_owned());
        let said: Vec<String> = said.collect();
        let codes = ended.each_ref().map(|ended| ended.status.code());
        assert!(codes.contains(&Some(0)), "{said:#?}");
        for (code, said) in codes
            .iter()
            .zip(&said)
            .filter(|(code, _)| **code != Some(0))
        {
            assert_eq!(*code, Some(2), "{said}");
            assert!(said.contains("iemand publiceert hier al"), "{said}");
        }
        let mut there = on.there().0;
        assert!(there.remove(LIST).is_some(), "the list is there");
        let sites = [on.publishing.site.output(), other.site.output()];
        assert!(
            sites.iter().any(|site| site.0 == there),
            "round {round}: the site of one of them is there, whole"
        );
    }
}
