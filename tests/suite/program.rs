//! The program itself, run as a person runs it: in a folder, with words, for an exit code and two
//! texts.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::harness::{DAY, Site};

/// What a run of the program came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ran {
    /// Its exit code; -1 where a signal ended it.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Ran {
    /// Fails unless it ended by itself, with a site or with messages of at most so many bytes.
    pub(crate) fn assert_ended(&self, what: &str, most: usize) {
        let start = &self.err[..self.err.floor_char_boundary(1_500)];
        assert!(
            [0, 1].contains(&self.code),
            "{what} ends with {}\n{start}",
            self.code
        );
        assert!(!self.err.contains("panicked"), "{what}\n{start}");
        assert!(
            self.err.len() < most,
            "{what} says {} bytes",
            self.err.len()
        );
    }
}

/// The program in a folder, with an environment that says nothing about language, colour or day.
pub(crate) fn command(folder: &Path, words: &[&str]) -> Command {
    command_of(env!("CARGO_BIN_EXE_oogst"), folder, words)
}

/// Another program, prepared like ours.
pub(crate) fn command_of(program: impl AsRef<OsStr>, folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    for name in [
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "SOURCE_DATE_EPOCH",
        "COLUMNS",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "RAYON_NUM_THREADS",
    ] {
        command.env_remove(name);
    }
    command
        .current_dir(folder)
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program in a folder.
pub(crate) fn oogst(folder: &Path, words: &[&str]) -> Ran {
    ran(&mut command(folder, words))
}

/// Runs a prepared command.
pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Runs the program in a site, on the day of every build. It ends well; what it said is given back.
pub(crate) fn run(site: &Site, words: &[&str]) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 0, "oogst {words:?}\n{}", ran.err);
    ran.err
}

/// Runs the program in a site, on the day of every build. It refuses, with a code; what it said is
/// given back.
pub(crate) fn refused(site: &Site, words: &[&str], code: &str) -> String {
    let ran = oogst(site.root(), &[words, &["--date", DAY]].concat());
    assert_eq!(ran.code, 1, "oogst {words:?} is refused\n{}", ran.err);
    assert!(
        ran.err.contains(&format!("[{code}]")),
        "oogst {words:?} says {code}\n{}",
        ran.err
    );
    ran.err
}

/// What a run said to programs: a value on each line.
pub(crate) fn lines_of_json(said: &str) -> Vec<Value> {
    said.lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect()
}
