//! What a site is expected to be: a few chosen pages whole, and the hash of every file. A site that
//! is another is told in full: which page, and how it differs from the page as it was before.
//!
//! How to read a change to an expectation:
//!
//! 1. The chosen pages (`tests/sites/<name>/expected/`, why each is in `chosen.rs`) show in git what
//!    the change comes to, line by line.
//! 2. The list (`tests/sites/<name>/files.txt`, a line `hash  path` for each file) shows in git how
//!    far it reaches: which other files came, went or changed.
//! 3. What changed in those: `git checkout <commit before> -- 'tests/sites/*/files.txt'
//!    'tests/sites/*/expected'`, then `cargo test --test suite -- sites::`. It fails, shows each
//!    kind of difference once, and names two folders for `git diff --no-index`.
//!    `git checkout HEAD -- tests/sites` ends it.
//!
//! Each site that is as expected is kept below the target folder, so that the run that fails later
//! has it at hand. Where none is kept, the commit whose list this is gets built (`commit_before.rs`).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::commit_before;
use crate::tree::{Tree, file_difference, some_of};

/// How many files are shown that differ each in its own way; the rest is counted.
const SHOWN: usize = 5;

/// The hash of every file of a site, by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List(BTreeMap<String, String>);

impl List {
    pub(crate) fn of(site: &Tree) -> Self {
        let hashed = |(path, bytes): (&String, &Vec<u8>)| (path.clone(), hash(bytes));
        Self(site.0.iter().map(hashed).collect())
    }

    /// Reads what [`List::text`] wrote; of another text, what can be made of it.
    pub(crate) fn read(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once("  "));
        Self(
            lines
                .map(|(hash, path)| (path.to_owned(), hash.to_owned()))
                .collect(),
        )
    }

    pub(crate) fn text(&self) -> String {
        self.0
            .iter()
            .map(|(path, hash)| format!("{hash}  {path}\n"))
            .collect()
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether this is the file that the list means.
    fn is(&self, path: &str, site: &Tree) -> bool {
        let bytes = site.0.get(path);
        bytes.is_some_and(|bytes| self.0.get(path) == Some(&hash(bytes)))
    }
}

/// Half of what guards against people who want two files with one hash: here nobody does.
fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// The expectation of one site.
#[derive(Debug, Clone)]
pub(crate) struct Expectation {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Where may be kept what can be made again.
    pub(crate) work: PathBuf,
    /// The fixture.
    pub(crate) name: String,
    /// Says to whoever waits what takes so long.
    pub(crate) tell: fn(&str),
}

/// The site as it was when it was as expected.
#[derive(Debug)]
pub(crate) struct Before {
    pub(crate) site: Tree,
    /// What it is, in words.
    pub(crate) what: String,
    /// Where it stands.
    pub(crate) folder: PathBuf,
}

impl Expectation {
    /// That of a fixture of this suite.
    pub(crate) fn of(name: &str) -> Self {
        Self {
            root: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
            work: PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
            name: name.to_owned(),
            tell: crate::harness::tell,
        }
    }

    /// The list's path in the repository.
    pub(crate) fn list_path(&self) -> String {
        format!("tests/sites/{}/files.txt", self.name)
    }

    fn chosen_path(&self) -> String {
        format!("tests/sites/{}/expected", self.name)
    }

    /// The chosen pages, as they are to be.
    pub(crate) fn chosen(&self) -> Tree {
        Tree::read(&self.root.join(self.chosen_path()))
    }

    pub(crate) fn list(&self) -> String {
        fs::read_to_string(self.root.join(self.list_path())).unwrap_or_default()
    }

    /// From now on this site is expected, and these of its pages are the chosen ones.
    pub(crate) fn rewrite(&self, built: &Tree, chosen: &[&str]) {
        let page = |path: &&str| {
            let bytes = built.0.get(*path);
            let bytes =
                bytes.unwrap_or_else(|| panic!("{}/{path} is chosen, not built", self.name));
            ((*path).to_owned(), bytes.clone())
        };
        Tree(chosen.iter().map(page).collect()).replace(&self.root.join(self.chosen_path()));
        fs::write(self.root.join(self.list_path()), List::of(built).text())
            .expect("the list can be written");
    }

    /// Says how a site is not as expected; `None` where it is, and then it is kept.
    pub(crate) fn difference(&self, built: &Tree) -> Option<String> {
        let text = self.list();
        let list = List::read(&text);
        if text.is_empty() || list.text() != text {
            return Some(self.told(&format!(
                "{} is missing, or not as a run writes it\n",
                self.list_path()
            )));
        }
        let chosen = self.chosen();
        let mut said = String::new();
        let (built_chosen, others): (BTreeMap<_, _>, BTreeMap<_, _>) = built
            .0
            .clone()
            .into_iter()
            .partition(|(path, _)| chosen.0.contains_key(path));
        let built_chosen = Tree(built_chosen);
        if let Some(difference) = chosen.difference(&built_chosen) {
            let path = self.chosen_path();
            write!(said, "Of the chosen pages, in {path}:\n{difference}").expect("it is text");
        } else {
            let paths = chosen.0.keys().map(String::as_str);
            let stale: Vec<&str> = paths.filter(|path| !list.is(path, built)).collect();
            if !stale.is_empty() {
                let (path, stale) = (self.list_path(), some_of(&stale));
                writeln!(said, "{path} has another hash of a chosen page: {stale}")
                    .expect("it is text");
            }
        }
        let expected = list.paths().filter(|path| !chosen.0.contains_key(*path));
        self.say_others(
            &mut said,
            &list,
            &expected.collect::<Vec<_>>(),
            &Tree(others),
        );
        if said.is_empty() {
            self.keep(built, &text);
            return None;
        }
        Some(self.told(&said))
    }

    fn told(&self, what: &str) -> String {
        let name = &self.name;
        format!(
            "{name} is not built as expected (OOGST_REWRITE_EXPECTED=1 writes the expectation anew)\n\n{what}"
        )
    }

    /// Says which files that are no chosen pages are others, and how.
    fn say_others(&self, said: &mut String, list: &List, expected: &[&str], others: &Tree) {
        let (there, missing): (Vec<&str>, Vec<&str>) = expected
            .iter()
            .partition(|path| others.0.contains_key(**path));
        let differing: Vec<&str> = there
            .into_iter()
            .filter(|path| !list.is(path, others))
            .collect();
        let paths = others.0.keys().map(String::as_str);
        let extra: Vec<&str> = paths.filter(|path| !list.0.contains_key(*path)).collect();
        let mut is_first = true;
        for (what, paths) in [
            ("missing", &missing),
            ("extra", &extra),
            ("different", &differing),
        ] {
            if paths.is_empty() {
                continue;
            }
            if std::mem::take(&mut is_first) {
                let (gap, path) = (if said.is_empty() { "" } else { "\n" }, self.list_path());
                writeln!(said, "{gap}Of the other files, by their hashes in {path}:")
                    .expect("it is text");
            }
            writeln!(said, "{} {what}: {}", paths.len(), some_of(paths)).expect("it is text");
        }
        if !differing.is_empty() {
            said.push_str(&self.beside_before(list, &differing, others));
        }
    }

    /// Shows files beside those of the site as it was.
    fn beside_before(&self, list: &List, differing: &[&str], built: &Tree) -> String {
        let now = self.keeping().join("built");
        fs::create_dir_all(&now).expect("a folder can be made");
        built.replace(&now);
        let Before { site, what, folder } = match self.before(list, differing) {
            Ok(before) => before,
            Err(problem) => {
                return format!(
                    "\nHow these differ cannot be shown: {problem}\nTo see it, check out the commit before in another folder, build the site there with\n  cargo run -- build --date {} --root <a copy of the site>\nand then\n  git diff --no-index <that copy>/output {}\n",
                    crate::harness::DAY,
                    now.display()
                );
            }
        };
        let (sure, unsure): (Vec<&str>, Vec<&str>) =
            differing.iter().partition(|path| list.is(path, &site));
        let mut said = format!("\nBeside {what}:\n{}", differences(&site, built, &sure));
        if !unsure.is_empty() {
            let unsure = some_of(&unsure);
            writeln!(
                said,
                "\nIts own hash is not the listed one, so not shown: {unsure}"
            )
            .expect("it is text");
        }
        let (before, now) = (folder.display(), now.display());
        writeln!(said, "\nAll of it: git diff --no-index {before} {now}").expect("it is text");
        said
    }

    /// The site that the list is of: as it was kept, or as the commit before builds it.
    fn before(&self, list: &List, wanted: &[&str]) -> Result<Before, String> {
        let folder = self.kept(&list.text());
        let site = Tree::read(&folder);
        if wanted.iter().all(|path| list.is(path, &site)) {
            let what = "the site as kept when it was as expected".to_owned();
            return Ok(Before { site, what, folder });
        }
        // What is kept and is not whole would stand in the way of what is.
        let _ = fs::remove_dir_all(&folder);
        let (site, commit) = commit_before::built(self)?;
        let what = format!("the build of commit {commit}, whose list it is");
        if List::of(&site) == *list {
            self.keep(&site, &list.text());
            return Ok(Before { site, what, folder });
        }
        let folder = self.keeping().join("unlike");
        fs::create_dir_all(&folder).expect("a folder can be made");
        site.replace(&folder);
        Ok(Before { site, what, folder })
    }

    fn keeping(&self) -> PathBuf {
        self.work.join("expected-sites").join(&self.name)
    }

    /// Where the site of this list is kept.
    fn kept(&self, list: &str) -> PathBuf {
        self.keeping().join(hash(list.as_bytes()))
    }

    /// Keeps a site that is as expected, and no other of this name.
    fn keep(&self, site: &Tree, list: &str) {
        let kept = self.kept(list);
        if kept.is_dir() {
            return;
        }
        let work = self.work.join("expected-sites");
        fs::create_dir_all(self.keeping()).expect("a folder can be made");
        // It comes into place whole or not at all. Another run that does the same at this moment
        // may be the first with either step.
        let made = tempfile::tempdir_in(&work).expect("a folder can be made");
        site.replace(made.path());
        let others = fs::read_dir(self.keeping()).into_iter().flatten().flatten();
        for entry in others {
            let _ = fs::remove_dir_all(entry.path());
        }
        let _ = fs::rename(made.path(), &kept);
    }
}

/// How files differ: of those that first differ in the same words, one is shown.
fn differences(before: &Tree, built: &Tree, paths: &[&str]) -> String {
    let mut different: Vec<(Change, Vec<&str>)> = Vec::new();
    for path in paths {
        let change = first_change(&before.0[*path], &built.0[*path]);
        match different.iter_mut().find(|(known, _)| *known == change) {
            Some((_, alike)) => alike.push(path),
            None => different.push((change, vec![path])),
        }
    }
    let mut said = String::new();
    for (_, alike) in different.iter().take(SHOWN) {
        let path = alike[0];
        let difference = file_difference(&before.0[path], &built.0[path]);
        write!(said, "\n{path}\n{difference}").expect("it is text");
        if alike.len() > 1 {
            let (more, paths) = (alike.len() - 1, some_of(&alike[1..]));
            writeln!(said, "  and so begin {more} more: {paths}").expect("it is text");
        }
    }
    let rest = different.iter().skip(SHOWN);
    let rest: Vec<&str> = rest.flat_map(|(_, alike)| alike).copied().collect();
    if !rest.is_empty() {
        let (more, paths) = (rest.len(), some_of(&rest));
        writeln!(said, "\n{more} more, with other differences: {paths}").expect("it is text");
    }
    said
}

/// What a file first has differently: words in place of words. Nothing of files that are no text.
type Change = Option<(String, String)>;

fn first_change(before: &[u8], built: &[u8]) -> Change {
    let (before, built) = (
        std::str::from_utf8(before).ok()?,
        std::str::from_utf8(built).ok()?,
    );
    let mut lines = before.lines().zip(built.lines());
    // Of one that only ends sooner than the other, no line is another.
    let (before, built) = lines.find(|(one, other)| one != other).unwrap_or_default();
    let (before, built): (Vec<char>, Vec<char>) =
        (before.chars().collect(), built.chars().collect());
    let pairs = before.iter().zip(&built);
    let opening = pairs.take_while(|(one, other)| one == other).count();
    let (before, built) = (&before[opening..], &built[opening..]);
    let pairs = before.iter().rev().zip(built.iter().rev());
    let end = pairs.take_while(|(one, other)| one == other).count();
    let middle = |line: &[char]| line[..line.len() - end].iter().collect();
    Some((middle(before), middle(built)))
}
