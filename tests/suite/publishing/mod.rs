//! `oogst publish --to` and `--zip`: what comes to stand at the place, what is said, and what is
//! refused.

#[cfg(all(unix, feature = "publish"))]
mod elsewhere;
mod refusals;
#[cfg(all(unix, feature = "publish"))]
mod s3;
#[cfg(all(unix, feature = "publish"))]
mod s3_server;
#[cfg(all(unix, feature = "publish"))]
mod server;
#[cfg(all(unix, feature = "publish"))]
pub(crate) mod sshd;
#[cfg(all(unix, feature = "publish"))]
mod web_servers;
#[cfg(all(unix, feature = "publish"))]
mod webdav;

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use tempfile::TempDir;
use zip::ZipArchive;

use crate::harness::{DAY, Site};
use crate::program::{Ran, oogst};
use crate::tree::Tree;

const LIST: &str = ".oogst-published.json";

/// A site, and a folder that it is published into.
struct Publishing {
    site: Site,
    place: TempDir,
}

impl Publishing {
    fn new() -> Self {
        let mut site = Site::from("klein");
        let place = tempfile::tempdir().expect("there is room");
        let folder = place.path().join("www").display().to_string();
        site.append(
            "oogst.toml",
            &format!("\n[publicatie.website]\nsoort = \"map\"\nmap = {folder:?}\n"),
        );
        Self { site, place }
    }

    fn www(&self) -> std::path::PathBuf {
        self.place.path().join("www")
    }

    fn run(&self, words: &[&str]) -> Ran {
        oogst(
            self.site.root(),
            &[&["publish", "--date", DAY], words].concat(),
        )
    }

    /// The lines that were said after the site was made.
    fn said(&self, ran: &Ran) -> Vec<String> {
        let place = self.place.path().display().to_string();
        let lines = ran
            .err
            .lines()
            .skip_while(|line| !line.starts_with("De site staat in"));
        lines
            .skip(1)
            .map(|line| line.replace(&place, "PLEK"))
            .collect()
    }

    /// Makes sure that the place holds the site and these files of others.
    fn assert_published(&self, others: &[&str]) {
        let mut there = Tree::read(&self.www()).0;
        assert!(there.remove(LIST).is_some(), "the list is there");
        for other in others {
            assert!(there.remove(*other).is_some(), "{other} is still there");
        }
        let built = self.site.output();
        Tree(there).assert_same(&built, "what is published is what was built");
    }
}

#[test]
fn a_site_is_put_into_a_folder_and_kept_there_as_it_is_built() {
    let mut publishing = Publishing::new();
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let files = publishing.site.output().0.len();
    let recorded = "Nog niet vastgelegd: 4 adressen. Leg ze vast zodra de site online staat: oogst publish --record";
    assert_eq!(
        publishing.said(&ran),
        [
            &format!("{files} nieuw · 0 gewijzigd · 0 weg · 0 gelijk → PLEK/www"),
            "Gepubliceerd: PLEK/www",
            recorded,
        ]
    );
    publishing.assert_published(&[]);
    let ran = publishing.run(&["--to", "website"]);
    assert_eq!(
        publishing.said(&ran),
        [
            &format!("0 nieuw · 0 gewijzigd · 0 weg · {files} gelijk → PLEK/www"),
            "Alles staat er al: er is niets gewijzigd.",
            recorded,
        ]
    );
    // A record goes, another is changed; somebody else puts a file there.
    std::fs::write(publishing.www().join("van-een-ander.txt"), "x").expect("there is room");
    let event = "content/events/2025-techniekavond/event.md";
    publishing
        .site
        .replace(event, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    let before = Tree::read(&publishing.www());
    let dry = publishing.run(&["--to", "website", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    let said = publishing.said(&dry);
    assert_eq!(said[1], "Zo zou het gaan. Er is niets gepubliceerd.");
    before.assert_same(&Tree::read(&publishing.www()), "nothing changes");
    let ran = publishing.run(&["--to", "website", "--yes"]);
    assert_eq!(
        publishing.said(&ran)[0],
        said[0],
        "a dry run says what a run does"
    );
    publishing.assert_published(&["van-een-ander.txt"]);
}

#[test]
fn without_a_place_the_closing_line_says_how_to_publish_there() {
    let publishing = Publishing::new();
    let ran = publishing.run(&[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = publishing.said(&ran);
    assert_eq!(
        said.last().map(String::as_str),
        Some("Op de site zetten: oogst publish --to website")
    );
    assert!(!publishing.www().exists());
}

#[test]
fn a_zip_file_holds_the_site_and_the_same_site_gives_the_same_bytes() {
    let publishing = Publishing::new();
    let file = publishing.place.path().join("site.zip");
    let name = file.display().to_string();
    let ran = publishing.run(&["--zip", &name]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let files = publishing.site.output().0.len();
    assert_eq!(
        publishing.said(&ran)[0],
        format!(
            "PLEK/site.zip: de site in {files} bestanden. Pak het uit op de plek waar de site moet komen."
        )
    );
    let first = std::fs::read(&file).expect("it is there");
    let mut unpacked = unpacked(&file);
    assert!(unpacked.remove(LIST).is_some());
    Tree(unpacked).assert_same(&publishing.site.output(), "the site is in it");
    // It is ours, so it may be replaced.
    let again = publishing.run(&["--zip", &name]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(std::fs::read(&file).expect("it is there"), first);
    // Whoever unpacks it at the place can publish there from then on.
    std::fs::create_dir(publishing.www()).expect("there is room");
    for (path, bytes) in self::unpacked(&file) {
        let path = publishing.www().join(path);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("there is room");
        std::fs::write(path, bytes).expect("there is room");
    }
    let ran = publishing.run(&["--to", "website"]);
    assert_eq!(
        publishing.said(&ran)[1],
        "Alles staat er al: er is niets gewijzigd."
    );
}

fn unpacked(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(file).expect("it is there");
    let mut archive = ZipArchive::new(file).expect("it is a zip file");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("there is a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it can be read");
        let name = part.name().expect("it has a name").into_owned();
        files.insert(name, bytes);
    }
    files
}

#[test]
fn two_at_once_leave_the_site_of_one_of_them() {
    let one = Publishing::new();
    let mut other = Publishing::new();
    let settings = std::fs::read_to_string(one.site.at("oogst.toml")).expect("it is there");
    other.site.write("oogst.toml", &settings);
    let event = "content/events/2025-techniekavond/event.md";
    for round in 0..4 {
        let title = format!("Ronde {round}: ");
        let text = std::fs::read_to_string(other.site.at(event)).expect("it is there");
        let text = text.replacen("titel = \"", &format!("titel = \"{title}"), 1);
        other.site.write(event, &text);
        let words = ["publish", "--date", DAY, "--to", "website", "--yes"];
        let start = |site: &Site| {
            let mut command = crate::program::command(site.root(), &words);
            command.spawn().expect("the program can be started")
        };
        let ended: Vec<Ran> = [start(&one.site), start(&other.site)]
            .map(|run| {
                let ended = run.wait_with_output().expect("it ends");
                Ran {
                    code: ended.status.code().unwrap_or(-1),
                    out: String::new(),
                    err: String::from_utf8(ended.stderr).expect("it is text"),
                }
            })
            .into();
        assert!(ended.iter().any(|ran| ran.code == 0), "{ended:#?}");
        for ran in ended.iter().filter(|ran| ran.code != 0) {
            assert_eq!(ran.code, 2, "{}", ran.err);
            assert!(ran.err.contains("iemand publiceert hier al"), "{}", ran.err);
        }
        let mut there = Tree::read(&one.www()).0;
        assert!(there.remove(LIST).is_some(), "the list is there");
        let sites = [one.site.output(), other.site.output()];
        assert!(
            sites.iter().any(|site| site.0 == there),
            "round {round}: the site of one of them is there, whole"
        );
    }
}
