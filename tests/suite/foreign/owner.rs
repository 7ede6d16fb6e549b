//! What is the program's own is known by a key: who only looks writes nothing, and a folder that
//! was copied starts afresh.

use std::fs;
use std::path::PathBuf;

use oogst::folder::Folder;

use super::Sandbox;
use crate::harness::{DAY, copy};
use crate::program::{command, ran};
use crate::tree::Tree;

#[test]
fn to_look_writes_nothing_and_finishes_nothing() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["check", "--date", DAY]).code, 0);
    assert!(
        !sandbox.site(".oogst").exists() && !sandbox.at("staat").exists(),
        "check made something"
    );
    assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    // A change of the user's own that was interrupted: the same key, the same folder.
    let folder = Folder::open(&sandbox.at("site")).expect("it is there");
    let key = fs::read(sandbox.at("staat/oogst/key")).expect("the user has a key");
    assert_eq!(key.len(), 32);
    drop(folder);
    let before = Tree::read(&sandbox.site(".oogst"));
    for words in [&["check", "--date", DAY] as &[&str], &["verify"]] {
        assert_eq!(sandbox.run(words).code, 0);
        before.assert_same(
            &Tree::read(&sandbox.site(".oogst")),
            "who looks changes nothing",
        );
    }
}

/// The user's key is what makes a file the program's own: where somebody else could have put it, it
/// makes nothing so.
#[test]
fn a_key_that_came_with_the_folder_or_that_others_may_write_is_none() {
    use std::os::unix::fs::PermissionsExt;
    let manifest_is_believed = |sandbox: &Sandbox, state: PathBuf| {
        let run =
            |words: &[&str]| ran(command(&sandbox.at("site"), words).env("XDG_STATE_HOME", &state));
        assert_eq!(run(&["build", "--date", DAY]).code, 0);
        let said = run(&["verify"]);
        assert_eq!(said.code, 0, "{}", said.err);
        !said.err.contains("kwam met de map mee")
    };
    let sandbox = Sandbox::new();
    assert!(manifest_is_believed(&sandbox, sandbox.at("staat")));
    let sandbox = Sandbox::new();
    assert!(
        !manifest_is_believed(&sandbox, sandbox.site("staat")),
        "a key within the folder"
    );
    let sandbox = Sandbox::new();
    sandbox.write("staat/oogst/key", [7; 32]);
    fs::set_permissions(
        sandbox.at("staat/oogst/key"),
        fs::Permissions::from_mode(0o666),
    )
    .expect("it can be opened to all");
    assert!(
        !manifest_is_believed(&sandbox, sandbox.at("staat")),
        "a key that anybody may write"
    );
    // A change that the next run could not finish is not begun, and the message says what to do.
    let refused = sandbox.run(&["publish", "--record", "--date", DAY]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("XDG_STATE_HOME"), "{}", refused.err);
    assert!(!sandbox.site("addresses.toml").exists());
    let recorded = ran(
        command(&sandbox.at("site"), &["publish", "--record", "--date", DAY])
            .env("XDG_STATE_HOME", sandbox.at("elders")),
    );
    assert_eq!(recorded.code, 0, "{}", recorded.err);
}

#[test]
fn a_folder_that_was_copied_starts_afresh_and_one_that_was_moved_does_not() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["build", "--date", DAY]).code, 0);
    let built = Tree::read(&sandbox.site("output"));
    fs::rename(sandbox.at("site"), sandbox.at("verhuisd")).expect("a folder can be moved");
    copy(&sandbox.at("verhuisd"), &sandbox.at("site"));
    let run = |folder: &str, words: &[&str]| {
        ran(command(&sandbox.at(folder), words).env("XDG_STATE_HOME", sandbox.at("staat")))
    };
    assert!(
        !run("verhuisd", &["verify"])
            .err
            .contains("kwam met de map mee")
    );
    let copied = run("site", &["verify"]);
    assert_eq!(copied.code, 0, "{}", copied.err);
    assert!(copied.err.contains("kwam met de map mee"), "{}", copied.err);
    let again = run("site", &["build", "--date", DAY]);
    assert_eq!(again.code, 0, "{}", again.err);
    built.assert_same(
        &Tree::read(&sandbox.site("output")),
        "it costs time and nothing else",
    );
    assert!(!run("site", &["verify"]).err.contains("kwam met de map mee"));
}
