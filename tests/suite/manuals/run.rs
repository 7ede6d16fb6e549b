//! The folder in which the steps of a manual are taken.

use std::fs;
use std::path::PathBuf;

use oogst::schema::{Kind, example_record};
use oogst::words::Language;
use tempfile::TempDir;

use super::NOT_RUN;
use super::made::{document, workbook};
use super::read::{Act, Step, words};
use crate::drawn::{fields, jpeg};
use crate::harness::{DAY, rewrites_expected};
use crate::program::{command, ran};

/// A folder, and where in it the commands are typed.
pub(super) struct Folder {
    manual: String,
    language: Language,
    root: TempDir,
    /// The folder within it where commands are typed.
    here: PathBuf,
    /// What the last command said.
    said: String,
}

impl Folder {
    pub(super) fn empty(manual: &str) -> Self {
        let root = tempfile::Builder::new()
            .prefix("oogst-manual-")
            .tempdir()
            .expect("a temporary folder can be made");
        let language = if manual.ends_with("manual.md") {
            Language::En
        } else {
            Language::Nl
        };
        Self {
            manual: manual.to_owned(),
            language,
            root,
            here: PathBuf::new(),
            said: String::new(),
        }
    }

    /// Takes a step. What was said is given back where it is to be written down.
    pub(super) fn take(&mut self, step: &Step) -> Option<String> {
        let place = format!("{}:{}", self.manual, step.line);
        let text = step.text.as_str();
        match &step.act {
            Act::Run { refused } => self.run(text, *refused, &place),
            Act::Said => {
                let is_kept = steady(&self.said) == steady(text);
                if rewrites_expected() {
                    return (!is_kept).then(|| self.said.clone());
                }
                assert!(is_kept, "{place}: this is what is said\n{}", self.said);
            }
            Act::File(path) => self.write(path, text),
            Act::Add(path) => {
                let before = self.read(path, &place);
                self.write(path, format!("{before}{text}"));
            }
            Act::Holds(path) => {
                let held = self.read(path, &place);
                assert!(held.contains(text), "{place}: {path} is\n{held}");
            }
            Act::Example(kind) => {
                let kind = Kind::named(kind).unwrap_or_else(|| panic!("{place}: {kind}"));
                assert_eq!(
                    text,
                    example_record(kind, self.language),
                    "{place}: the example"
                );
            }
            Act::List(path) => {
                let sheet = match self.language {
                    Language::Nl => "Blad1",
                    Language::En => "Sheet1",
                };
                self.write(path, workbook(sheet, text));
            }
            Act::Document(path) => self.write(path, document(text)),
            Act::Photo(path) => self.write(path, jpeg(&fields(640, 480), 1)),
            Act::Change { file, from, to } => {
                let before = self.read(file, &place);
                assert_eq!(
                    before.matches(from).count(),
                    1,
                    "{place}: {file} is\n{before}"
                );
                self.write(file, before.replace(from, to));
            }
            Act::Remove(path) => {
                let path = self.at(path);
                let removed = if path.is_dir() {
                    fs::remove_dir_all(&path)
                } else {
                    fs::remove_file(&path)
                };
                removed.unwrap_or_else(|error| panic!("{place}: {error}"));
            }
            Act::Begin => *self = Self::empty(&self.manual),
        }
        None
    }

    /// A place below the folder where commands are typed.
    fn at(&self, path: &str) -> PathBuf {
        self.root.path().join(&self.here).join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.at(path);
        fs::create_dir_all(file.parent().expect("a file has a folder")).expect("a folder is made");
        fs::write(file, bytes).expect("a file is written");
    }

    fn read(&self, path: &str, place: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{place}: {path}: {error}"))
    }

    /// Types the lines of a block.
    fn run(&mut self, block: &str, refused: bool, place: &str) {
        let lines: Vec<&str> = block.lines().filter(|line| !line.is_empty()).collect();
        for (number, line) in lines.iter().enumerate() {
            let line = line.split(" #").next().unwrap_or(line).trim_end();
            if let Some(folder) = line.strip_prefix("cd ") {
                self.here = self.here.join(folder);
                assert!(self.at("").is_dir(), "{place}: there is no folder {folder}");
                continue;
            }
            if NOT_RUN.iter().any(|(known, _)| *known == line) {
                continue;
            }
            let typed = words(line);
            assert_eq!(
                typed.first().map(String::as_str),
                Some("oogst"),
                "{place}: {line}"
            );
            let typed: Vec<&str> = typed[1..].iter().map(String::as_str).collect();
            let ran = ran(&mut self.prepared(&typed));
            self.said = format!("{}{}", ran.out, ran.err);
            let is_last = number + 1 == lines.len();
            let expected = i32::from(refused && is_last);
            assert_eq!(ran.code, expected, "{place}: {line}\n{}", self.said);
        }
    }

    fn prepared(&self, typed: &[&str]) -> std::process::Command {
        let day: jiff::civil::Date = DAY.parse().expect("a day");
        let noon = day.at(12, 0, 0, 0).in_tz("UTC").expect("a moment");
        let mut command = command(&self.at(""), typed);
        let language = match self.language {
            Language::Nl => "nl_NL.UTF-8",
            Language::En => "en_GB.UTF-8",
        };
        command.env("LC_ALL", language).env("COLUMNS", "100").env(
            "SOURCE_DATE_EPOCH",
            noon.timestamp().as_second().to_string(),
        );
        command
    }
}

/// A text without what differs from run to run and with every page that is added to a site: how
/// many files a build wrote, and how long it took.
fn steady(said: &str) -> String {
    let mut steady = String::new();
    for line in said.lines() {
        let is_of_build = [" seconden.", " seconds."]
            .iter()
            .any(|end| line.ends_with(end));
        let kept = |character: &char| !(is_of_build && character.is_ascii_digit());
        steady.extend(line.trim_end().chars().filter(kept));
        steady.push('\n');
    }
    steady
}
