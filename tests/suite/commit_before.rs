//! A fixture as the commit before built it: the newest commit whose list of hashes is the one in the
//! work tree is taken out of git into the target folder, compiled there and run on its own content.
//!
//! The user's repository is read, never written: no branch, no work tree and no index of it changes.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};

use crate::expected::Expectation;
use crate::harness::{DAY, copy_parts, is_of_search_index, source};
use crate::program::command_of;
use crate::tree::Tree;

/// How far back a commit with this list is looked for.
const COMMITS: &str = "100";

/// The site that the list in the work tree is of, and its commit; or in words why there is none.
pub(crate) fn built(expectation: &Expectation) -> Result<(Tree, String), String> {
    let commit = commit_of(expectation)?;
    let work = expectation.work.join("commit-before");
    fs::create_dir_all(&work).expect("a folder can be made");
    // One at a time, be it of this run or of another: the fixtures share the program.
    let lock = File::create(work.join("lock")).expect("a file can be made");
    lock.lock().expect("a file can be locked");
    (expectation.tell)(&format!(
        "{} is another site than expected, and the expected one is not kept here: commit {commit} is built for it in {}, which may take minutes",
        expectation.name,
        work.display()
    ));
    check_out(expectation, &work, &commit)?;
    Ok((run(expectation, &work)?, commit))
}

/// The newest commit whose list is this one.
fn commit_of(expectation: &Expectation) -> Result<String, String> {
    let path = expectation.list_path();
    let commits = git(
        expectation,
        &["log", "--format=%H", "--max-count", COMMITS, "--", &path],
    )?;
    if commits.is_empty() {
        return Err(format!("no commit here has {path}"));
    }
    let list = expectation.list();
    let of_list = |commit: &&str| {
        git(expectation, &["show", &format!("{commit}:./{path}")]).is_ok_and(|text| text == list)
    };
    let commit = commits
        .lines()
        .find(of_list)
        .ok_or_else(|| format!("{path} has changes that are in no commit"))?;
    // To git, the first commit of a shallow clone made everything that it holds.
    let cut = git(expectation, &["rev-parse", "--git-path", "shallow"])?;
    let cut = fs::read_to_string(expectation.root.join(cut.trim_end())).unwrap_or_default();
    if cut.lines().any(|cut| cut == commit) {
        return Err(format!(
            "this clone is cut off at commit {commit}, so which one wrote {path} is not known; `git fetch --unshallow` brings the rest"
        ));
    }
    Ok(commit.to_owned())
}

/// Writes the files of a commit to `source`, unless they are there.
fn check_out(expectation: &Expectation, work: &Path, commit: &str) -> Result<(), String> {
    let (source, written) = (work.join("source"), work.join("commit"));
    if fs::read_to_string(&written).is_ok_and(|there| there == commit) {
        return Ok(());
    }
    let _ = fs::remove_file(&written);
    let _ = fs::remove_dir_all(&source);
    let index = work.join("index");
    let _ = fs::remove_file(&index);
    let prefix = format!("--prefix={}/", source.display());
    for words in [
        ["read-tree", commit].as_slice(),
        &["checkout-index", "--all", "--force", &prefix],
    ] {
        let mut command = git_command(expectation, words);
        said(command.env("GIT_INDEX_FILE", &index).output(), words[0])?;
    }
    fs::write(written, commit).expect("a file can be written");
    Ok(())
}

/// Builds the fixture of a commit with the program of that commit.
fn run(expectation: &Expectation, work: &Path) -> Result<Tree, String> {
    let checked_out = work.join("source");
    let site = tempfile::tempdir().expect("a temporary folder can be made");
    let fixture = source(&checked_out.join("tests"), &expectation.name);
    copy_parts(&fixture, site.path());
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root = site.path().to_str().expect("a temporary folder has a name");
    let words = [
        "run", "--quiet", "--locked", "--bin", "oogst", "--", "build", "--root", root, "--date",
        DAY,
    ];
    let ran = command_of(cargo, &checked_out, &words)
        .env("CARGO_TARGET_DIR", work.join("target"))
        // Nobody debugs it, and it is made sooner.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("XDG_STATE_HOME", work.join("state"))
        .output();
    said(ran, "cargo run")?;
    let mut built = Tree::read(&site.path().join("output"));
    built.0.retain(|path, _| !is_of_search_index(path));
    Ok(built)
}

fn git(expectation: &Expectation, words: &[&str]) -> Result<String, String> {
    said(
        git_command(expectation, words).output(),
        &format!("git {}", words[0]),
    )
}

/// Git on the repository, whatever a hook that runs the tests says of another.
fn git_command(expectation: &Expectation, words: &[&str]) -> Command {
    let mut command = command_of("git", &expectation.root, words);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command
}

/// What a program wrote, or in words why it did not.
fn said(ran: std::io::Result<Output>, program: &str) -> Result<String, String> {
    let output = ran.map_err(|error| format!("{program} cannot be started: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    Err(format!(
        "{program} failed: {}",
        text(&output.stderr).trim_end()
    ))
}
