//! A journal that came along with a folder is carried out by no command.

use super::{Sandbox, edits, moves, somebody_elses_key};

#[test]
fn a_journal_of_changes_that_came_along_is_carried_out_by_no_command() {
    let (_elsewhere, key) = somebody_elses_key();
    let hook = b"#!/bin/sh\necho kwaad\n";
    for (moves, path) in [
        (vec![], ".git/hooks/pre-commit"),
        (vec![], "uit/.ssh/authorized_keys2"),
        (vec![], "../buiten/nieuw"),
        (vec![], "content/kwaad.md"),
        (vec![], "addresses.toml"),
        (
            vec![("uit/geheim.md", "content/pages/geheim.md")],
            "content/kwaad.md",
        ),
        (
            vec![("../buiten/geheim.md", "content/pages/geheim.md")],
            "content/kwaad.md",
        ),
        (
            vec![(".env", "content/events/2025-techniekavond/media/env.txt")],
            "content/kwaad.md",
        ),
    ] {
        let as_of_old = serde_json::json!({
            "moves": moves,
            "texts": [{ "path": path, "waits_as": "0", "before": null }],
        });
        for journal in [
            as_of_old.to_string().into_bytes(),
            edits(&moves, &[(path, "0")], hook, &key),
        ] {
            let sandbox = Sandbox::new();
            sandbox.link("../buiten", "site/uit");
            sandbox.write("site/.oogst/edit/journal", journal);
            sandbox.write("site/.oogst/edit/0", hook);
            let ran = sandbox.obeys_nothing();
            assert_eq!(
                ran[2].code, 0,
                "the site is built all the same:\n{}",
                ran[2].err
            );
        }
    }
}

#[test]
fn a_journal_of_a_build_that_came_along_names_no_folder_to_write_in() {
    let (_elsewhere, key) = somebody_elses_key();
    for location in [
        "output",
        ".git/hooks",
        "../buiten",
        "content",
        ".",
        ".oogst/preview",
        "/tmp/oogst-kwaad",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("site/.oogst/journal", moves(location, &key));
        for staging in [
            "site/.output.oogst-staging",
            "site/.git/.hooks.oogst-staging",
            "site/.git/hooks/.oogst-staging",
            ".buiten.oogst-staging",
        ] {
            sandbox.write(&format!("{staging}/pre-commit"), "#!/bin/sh\necho kwaad\n");
        }
        let ran = sandbox.obeys_nothing();
        assert_eq!(
            ran[2].code, 0,
            "{location}: the site is built all the same:\n{}",
            ran[2].err
        );
        assert!(
            !sandbox.site("output/pre-commit").exists(),
            "{location}: what was staged by somebody else is in the site"
        );
    }
}
