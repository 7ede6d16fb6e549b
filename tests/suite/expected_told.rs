//! What a site that is not as expected says, whole: beside the copy kept of the site as it was, beside
//! the build of the commit before, and where there is neither.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::expected::{Expectation, List};
use crate::harness::tell;
use crate::program::command_of;
use crate::tree::{Tree, first_difference};

/// A program that builds four pages, of which two say what it is given.
const PROGRAM: &str = r#"
fn main() {
    let words: Vec<String> = std::env::args().collect();
    let root = std::path::Path::new(&words[3]);
    assert_eq!((words[1].as_str(), words[4].as_str()), ("build", "--date"));
    let told = std::fs::read_to_string(root.join("content/told.txt")).expect("told");
    std::fs::create_dir_all(root.join("output/a")).expect("a folder");
    for (path, text) in [
        ("index.html", "<p>Home</p>\n".to_owned()),
        ("a/index.html", format!("<p>A</p>\n<p>{told}</p>\n")),
        ("b.html", format!("<p>{told}</p>\n")),
        ("c.html", "<p>C</p>\n".to_owned()),
    ] {
        std::fs::write(root.join("output").join(path), text).expect("written");
    }
}
"#;

/// A repository with one fixture, and room to work in.
struct Place {
    /// Held so that it is there as long as this is.
    _folder: TempDir,
    expectation: Expectation,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let expectation = Expectation {
            root: folder.path().join("repository"),
            work: folder.path().join("work"),
            name: "proef".to_owned(),
            tell: |_| (),
        };
        for (path, text) in [
            (
                "Cargo.toml",
                "[package]\nname = \"oogst\"\nversion = \"0.1.0\"\nedition = \"2024\"\n",
            ),
            (
                "Cargo.lock",
                "version = 4\n\n[[package]]\nname = \"oogst\"\nversion = \"0.1.0\"\n",
            ),
            ("src/main.rs", PROGRAM),
            ("tests/sites/proef/content/told.txt", "old"),
        ] {
            let file = expectation.root.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        expectation.rewrite(&site("old"), &["index.html"]);
        Self {
            _folder: folder,
            expectation,
        }
    }

    /// Runs git in the repository, as nobody in particular.
    fn git(&self, words: &[&str]) -> String {
        let mut command = command_of("git", &self.expectation.root, words);
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        for (name, value) in [
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@a.example"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@a.example"),
        ] {
            command.env(name, value);
        }
        let ran = crate::program::ran(&mut command);
        assert_eq!(ran.code, 0, "git {words:?}: {}", ran.err);
        ran.out.trim_end().to_owned()
    }

    /// Commits everything, and says which commit it is.
    fn commit(&self) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "a"]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.expectation.root.join(path), text).expect("a file can be written");
    }

    /// Where the site of the list is kept, and where the other one is put.
    fn kept(&self) -> String {
        let list = self.expectation.list();
        let hash = blake3::hash(list.as_bytes()).to_hex();
        format!("{}/{}", self.keeping(), &hash[..16])
    }

    fn keeping(&self) -> String {
        let work = self.expectation.work.display();
        format!("{work}/expected-sites/proef")
    }

    /// What a site says that is as `site("new")`.
    #[track_caller]
    fn assert_told(&self, rest: &str) {
        let told = self.expectation.difference(&site("new"));
        assert_eq!(told, Some(format!("{OPENING}\n{DIFFERENT}{rest}")));
    }
}

/// The site as the program of the repository builds it.
fn site(told: &str) -> Tree {
    let file = |path: &str, text: String| (path.to_owned(), text.into_bytes());
    Tree(
        [
            file("index.html", "<p>Home</p>\n".to_owned()),
            file("a/index.html", format!("<p>A</p>\n<p>{told}</p>\n")),
            file("b.html", format!("<p>{told}</p>\n")),
            file("c.html", "<p>C</p>\n".to_owned()),
        ]
        .into(),
    )
}

const OPENING: &str =
    "proef is not built as expected (OOGST_REWRITE_EXPECTED=1 writes the expectation anew)\n";

const DIFFERENT: &str = "Of the other files, by their hashes in tests/sites/proef/files.txt:\n2 different: a/index.html, b.html\n";

const LINES: &str = "
a/index.html
  from line 2
  - <p>old</p>
  - 
  + <p>new</p>
  + 
  and so begin 1 more: b.html
";

fn is_git_here() -> bool {
    let is_here = Command::new("git").arg("--version").output().is_ok();
    if !is_here {
        tell("NOT LOOKED AT: there is no git here, so the commit before cannot be built");
    }
    is_here
}

#[test]
fn a_change_is_told_page_by_page_beside_the_site_that_was_kept() {
    let place = Place::new();
    let expectation = &place.expectation;
    assert_eq!(expectation.difference(&site("old")), None);
    let mut built = site("new");
    built
        .0
        .insert("index.html".to_owned(), b"<p>House</p>\n".to_vec());
    built.0.insert("d.html".to_owned(), Vec::new());
    built.0.remove("c.html");
    let (kept, keeping) = (place.kept(), place.keeping());
    let told = format!(
        "{OPENING}
Of the chosen pages, in tests/sites/proef/expected:
1 different: index.html

index.html
  from line 1
  - <p>Home</p>
  - 
  + <p>House</p>
  + 

Of the other files, by their hashes in tests/sites/proef/files.txt:
1 missing: c.html
1 extra: d.html
2 different: a/index.html, b.html

Beside the site as kept when it was as expected:
{LINES}
All of it: git diff --no-index {kept} {keeping}/built
"
    );
    assert_eq!(expectation.difference(&built), Some(told));
    // What the last line names is there.
    assert_eq!(Tree::read(kept.as_ref()), site("old"));
    built.0.remove("index.html");
    assert_eq!(Tree::read(format!("{keeping}/built").as_ref()), built);
}

#[test]
fn without_a_copy_the_commit_before_is_built_and_kept() {
    if !is_git_here() {
        return;
    }
    let place = Place::new();
    place.git(&["init", "--quiet"]);
    let listed = place.commit();
    // Later commits that leave the list alone, and a change that is in none.
    place.write("tests/sites/proef/content/told.txt", "new");
    place.commit();
    place.write("src/main.rs", "fn main() {}\n");
    let (kept, keeping) = (place.kept(), place.keeping());
    let all = format!("All of it: git diff --no-index {kept} {keeping}/built\n");
    place.assert_told(&format!(
        "\nBeside the build of commit {listed}, whose list it is:\n{LINES}\n{all}"
    ));
    // What was built is kept: nothing is compiled for the next run that fails.
    fs::remove_dir_all(place.expectation.work.join("commit-before")).expect("it was built");
    place.assert_told(&format!(
        "\nBeside the site as kept when it was as expected:\n{LINES}\n{all}"
    ));
    // A copy in which somebody wrote is none.
    fs::write(format!("{kept}/b.html"), "<p>other</p>\n").expect("a file can be written");
    place.assert_told(&format!(
        "\nBeside the build of commit {listed}, whose list it is:\n{LINES}\n{all}"
    ));
    assert_eq!(place.git(&["status", "--short"]), " M src/main.rs");
}

#[test]
fn a_build_of_the_commit_before_that_is_not_as_listed_is_not_shown_as_if_it_were() {
    if !is_git_here() {
        return;
    }
    let place = Place::new();
    place.git(&["init", "--quiet"]);
    let mut odd = site("old");
    odd.0.insert("b.html".to_owned(), b"<p>odd</p>\n".to_vec());
    place.expectation.rewrite(&odd, &["index.html"]);
    let listed = place.commit();
    let keeping = place.keeping();
    let lines = LINES.replace("  and so begin 1 more: b.html\n", "");
    place.assert_told(&format!(
        "
Beside the build of commit {listed}, whose list it is:
{lines}
Its own hash is not the listed one, so not shown: b.html

All of it: git diff --no-index {keeping}/unlike {keeping}/built
"
    ));
}

#[test]
fn where_the_commit_before_cannot_be_built_it_is_told_why_and_what_to_run() {
    if !is_git_here() {
        return;
    }
    let place = Place::new();
    let told = |why: &str| {
        let keeping = place.keeping();
        format!(
            "
How these differ cannot be shown: {why}
To see it, check out the commit before in another folder, build the site there with
  cargo run -- build --date 2026-01-15 --root <a copy of the site>
and then
  git diff --no-index <that copy>/output {keeping}/built
"
        )
    };
    let list = "tests/sites/proef/files.txt";
    place.git(&["init", "--quiet"]);
    place.write("unrelated", "");
    place.git(&["add", "unrelated"]);
    place.git(&["commit", "--quiet", "--message", "a"]);
    place.assert_told(&told(&format!("no commit here has {list}")));

    let listed = place.commit();
    let mut odd = site("old");
    odd.0.insert("b.html".to_owned(), Vec::new());
    place.expectation.rewrite(&odd, &["index.html"]);
    place.assert_told(&told(&format!("{list} has changes that are in no commit")));

    place.expectation.rewrite(&site("old"), &["index.html"]);
    let shallow = place.expectation.root.join(".git/shallow");
    fs::write(&shallow, format!("{listed}\n")).expect("a file can be written");
    place.assert_told(&told(&format!(
        "this clone is cut off at commit {listed}, so which one wrote {list} is not known; `git fetch --unshallow` brings the rest"
    )));
}

#[test]
fn a_list_that_no_run_wrote_or_that_is_not_of_the_pages_kept_is_told() {
    let place = Place::new();
    let (expectation, list) = (&place.expectation, "tests/sites/proef/files.txt");
    let written = expectation.list();
    let unlike = format!("{OPENING}\n{list} is missing, or not as a run writes it\n");
    let backwards: String = written
        .lines()
        .rev()
        .map(|line| format!("{line}\n"))
        .collect();
    for text in ["", &backwards, &format!("{written}<<<<<<< HEAD\n")] {
        place.write(list, text);
        assert_eq!(expectation.difference(&site("old")).as_ref(), Some(&unlike));
    }
    let mut other = site("old");
    other.0.insert("index.html".to_owned(), Vec::new());
    place.write(list, &List::of(&other).text());
    let stale = format!("{OPENING}\n{list} has another hash of a chosen page: index.html\n");
    assert_eq!(expectation.difference(&site("old")), Some(stale));
}

#[test]
fn of_files_that_differ_alike_one_is_shown() {
    let place = Place::new();
    let expectation = &place.expectation;
    let many = |word: &str| {
        let mut many = site("old");
        // Of those that can be divided by seven, none differs.
        for number in 10..24 {
            let text = format!("{number}\n<p>{number}{}</p>\n", word.repeat(number % 7));
            many.0.insert(format!("{number}.html"), text.into_bytes());
        }
        many
    };
    expectation.rewrite(&many("one"), &["index.html"]);
    assert_eq!(expectation.difference(&many("one")), None);
    let (kept, keeping) = (place.kept(), place.keeping());
    let shown: String = [
        (10, 3, 17),
        (11, 4, 18),
        (12, 5, 19),
        (13, 6, 20),
        (15, 1, 22),
    ]
    .map(|(path, times, alike)| {
        let (one, two) = ("one".repeat(times), "two".repeat(times));
        format!(
            "
{path}.html
  from line 2
  - <p>{path}{one}</p>
  - 
  + <p>{path}{two}</p>
  + 
  and so begin 1 more: {alike}.html
"
        )
    })
    .concat();
    let told = format!(
        "{OPENING}
Of the other files, by their hashes in tests/sites/proef/files.txt:
12 different: 10.html, 11.html, 12.html, 13.html, 15.html, 16.html, 17.html, 18.html, 19.html, 20.html, 22.html, 23.html

Beside the site as kept when it was as expected:
{shown}
2 more, with other differences: 16.html, 23.html

All of it: git diff --no-index {kept} {keeping}/built
"
    );
    assert_eq!(expectation.difference(&many("two")), Some(told));
}

#[test]
fn of_a_long_line_that_part_is_shown_in_which_it_differs() {
    let line = |word: &str| format!("{}{word}{}", "a".repeat(1_000), "z".repeat(1_000));
    let shown = |word: &str| format!("…{}{word}{}", "a".repeat(100), "z".repeat(297));
    assert_eq!(
        first_difference(&line("one"), &line("two")),
        format!(
            "  from line 1\n  - {}\n  + {}\n",
            shown("one"),
            shown("two")
        )
    );
}
