//! What is built when: each save once, few builds for many, and folders that come and go.

use std::collections::BTreeSet;
use std::fs;

use super::site;
use crate::serve::Rebuilt;
use crate::serve::tests::harness::QUIET;

#[test]
fn a_saved_file_is_built_once_and_alone() {
    let served = site();
    let built = served.build_after(|| served.write("content/events/dag/event.md", "twee"));
    assert_eq!(built, ["content/events/dag/event.md"]);
    let built = served.build_after(|| served.write("oogst.toml", "twee"));
    assert_eq!(built, ["oogst.toml"]);
    let built = served.build_after(|| {
        fs::remove_file(served.path("content/events/dag/deals.toml")).expect("it is there");
    });
    assert_eq!(built, ["content/events/dag/deals.toml"]);
    served.assert_no_build();
}

#[test]
fn a_file_saved_by_rename_is_built() {
    let served = site();
    for _ in 0..2 {
        let save = |name: &str| {
            let temporary = served.path(&format!("{name}.tmp"));
            fs::write(&temporary, "twee").expect("files can be written");
            fs::rename(&temporary, served.path(name)).expect("files can be renamed");
        };
        assert_eq!(
            served.build_after(|| save("content/events/dag/event.md")),
            ["content/events/dag/event.md"]
        );
        assert_eq!(served.build_after(|| save("oogst.toml")), ["oogst.toml"]);
    }
    // As vim saves: the old file becomes a backup, a new one takes its name, the backup goes.
    let built = served.build_after(|| {
        let (name, backup) = (served.path("oogst.toml"), served.path("oogst.toml~"));
        fs::rename(&name, &backup).expect("files can be renamed");
        fs::write(&name, "drie").expect("files can be written");
        fs::remove_file(&backup).expect("it is there");
    });
    assert_eq!(built, ["oogst.toml"]);
    served.assert_no_build();
}

#[test]
fn reading_and_what_editors_leave_behind_build_nothing() {
    let served = site();
    for name in [
        "content/4913",
        "content/event.md~",
        "content/.event.md.swp",
        "content/.#event.md",
        "content/.DS_Store",
    ] {
        served.write(name, "x");
        fs::remove_file(served.path(name)).expect("it is there");
    }
    for name in [
        "content/~$deals.xlsx",
        "output/index.html",
        "content/ignored/x.md",
        ".oogst/cache",
        "elders.md",
    ] {
        served.write(name, "x");
    }
    let _ = fs::read_to_string(served.path("content/events/dag/event.md")).expect("it is there");
    let _ = fs::read_dir(served.path("content/events"))
        .expect("it is there")
        .count();
    // Making `content/ignored` is making a folder in a watched one, but it is ignored itself.
    served.assert_no_build();
}

#[test]
fn a_flood_is_few_builds_and_what_happens_meanwhile_comes_with_the_next() {
    const FLOOD: usize = 1_000;
    let served = site();
    let names: BTreeSet<String> = (0..FLOOD)
        .map(|number| format!("content/vloed/{number}.md"))
        .collect();
    let flood = |text: &str| names.iter().for_each(|name| served.write(name, text));
    flood("een");
    let first = served.relative(served.next_build());
    assert!(
        first.iter().all(|path| path.starts_with("content/vloed")),
        "{first:?}"
    );

    // The build is still running here.
    flood("twee");
    assert!(served.changes.try_recv().is_err(), "one build at a time");
    served.end_build(Rebuilt::Fresh { changed: true });
    // One build more on a machine that keeps up. One that does not makes pauses, and hears of the
    // same files again.
    let (mut told, mut builds) = (BTreeSet::new(), 1);
    while !names.is_subset(&told) {
        told.extend(served.relative(served.next_build()));
        served.end_build(Rebuilt::Fresh { changed: true });
        builds += 1;
    }
    while let Ok(changed) = served.changes.recv_timeout(QUIET) {
        told.extend(served.relative(changed));
        served.end_build(Rebuilt::Fresh { changed: true });
        builds += 1;
        assert!(
            builds < FLOOD / 10,
            "a flood that ended is built again and again"
        );
    }
    assert!(
        told.iter().all(|path| path.starts_with("content/vloed")),
        "{told:?}"
    );
    assert!(
        builds < FLOOD / 10,
        "{builds} builds for {FLOOD} files, written twice"
    );
}

#[test]
fn a_renamed_folder_stays_watched_under_its_new_name() {
    let served = site();
    let rename = |from: &str, to: &str| {
        fs::rename(served.path(from), served.path(to)).expect("folders can be renamed");
    };
    let built = served.build_after(|| rename("content/events/dag", "content/events/avond"));
    assert_eq!(built, ["content/events/avond", "content/events/dag"]);
    let built = served.build_after(|| served.write("content/events/avond/event.md", "twee"));
    assert_eq!(built, ["content/events/avond/event.md"]);
    // And under a folder that is new altogether.
    served.build_after(|| served.write("content/events/nacht/ideas/een.md", "een"));
    let built = served.build_after(|| served.write("content/events/nacht/ideas/een.md", "twee"));
    assert_eq!(built, ["content/events/nacht/ideas/een.md"]);
}

#[test]
fn a_watched_folder_may_go_and_come_back() {
    let served = site();
    let rename = |from: &str, to: &str| {
        fs::rename(served.path(from), served.path(to)).expect("folders can be renamed");
    };
    assert_eq!(served.build_after(|| rename("content", "weg")), ["content"]);
    served.write("weg/events/dag/event.md", "twee");
    served.assert_no_build();
    assert_eq!(served.build_after(|| rename("weg", "content")), ["content"]);
    let built = served.build_after(|| served.write("content/events/dag/event.md", "drie"));
    assert_eq!(built, ["content/events/dag/event.md"]);

    // The folder around a watched one.
    assert_eq!(
        served.build_after(|| rename("themes", "weg")),
        ["themes/default"]
    );
    assert_eq!(
        served.build_after(|| rename("weg", "themes")),
        ["themes/default"]
    );
    let built = served.build_after(|| served.write("themes/default/theme.toml", "twee"));
    assert_eq!(built, ["themes/default/theme.toml"]);

    let built = served.build_after(|| {
        fs::remove_dir_all(served.path("content")).expect("it is there");
        served.write("content/events/dag/event.md", "vier");
    });
    assert!(built.contains(&"content".to_owned()), "{built:?}");
    let built = served.build_after(|| served.write("content/events/dag/event.md", "vijf"));
    assert_eq!(built, ["content/events/dag/event.md"]);
}

#[test]
fn a_watched_path_need_not_exist_yet() {
    let served = site();
    let built = served.build_after(|| served.write("templates/page.html", "een"));
    assert!(built.contains(&"templates".to_owned()), "{built:?}");
    let built = served.build_after(|| served.write("templates/page.html", "twee"));
    assert_eq!(built, ["templates/page.html"]);
}

#[cfg(unix)]
#[test]
fn a_watched_folder_may_be_a_link() {
    let served = site();
    served.write("elders/page.html", "een");
    let link = || {
        std::os::unix::fs::symlink(served.path("elders"), served.path("templates"))
            .expect("links can be made");
    };
    assert_eq!(served.build_after(link), ["templates"]);
    let built = served.build_after(|| served.write("elders/page.html", "twee"));
    assert_eq!(built, ["templates/page.html"]);
}
