//! What is not published, and what is allowed all the same.

use super::fake::{FakePlace, StopAs};
use super::{PlaceFiles, built, files, first, joined, of_others, published, run, run_with, second};
use super::{publisher, without_lists};
use crate::output::Cancel;
use crate::publish::kept::{LIST, LOCK, UNFINISHED};
use crate::publish::{PublishFault, PublishOptions, PublishTarget as _, publish};

const NOTHING: PublishOptions = PublishOptions {
    adopt: false,
    overwrite: false,
    unlock: false,
};

#[test]
fn a_place_with_files_of_others_becomes_ours_only_when_that_is_said() {
    let site = built(&first());
    let place = FakePlace::new(&of_others(), 1);
    let refused = run(&site, &place, 1);
    assert!(
        matches!(&refused, Err(PublishFault::NotEmpty { names }) if names == &["deals", "eigen.txt", "map"]),
        "{refused:?}"
    );
    assert_eq!(place.files(), of_others(), "nothing is left there");
    let adopt = PublishOptions {
        adopt: true,
        ..NOTHING
    };
    run_with(&site, &place, 2, adopt).expect("it is allowed");
    assert_eq!(without_lists(place.files()), joined(&first(), &of_others()));
}

#[test]
fn files_of_others_and_changes_of_others_are_replaced_only_when_that_is_said() {
    let overwrite = PublishOptions {
        overwrite: true,
        ..NOTHING
    };
    let sites = [built(&first()), built(&second())];
    let put = |place: &FakePlace, path: &str| {
        let _ = place.remove(path);
        place
            .write_new(path, &mut &b"van iemand anders"[..], 17)
            .expect("there is room");
    };
    for (path, is_changed) in [
        ("index.html", true),
        ("deals/weg/weg.jpg", true),
        ("assets/2", false),
    ] {
        let place = published(1, &sites[0]);
        put(&place, path);
        let before = place.files();
        let refused = run(&sites[1], &place, 1);
        match refused {
            Err(PublishFault::ChangedThere { names }) if is_changed => assert_eq!(names, [path]),
            // A file where a folder belongs is looked at by nobody else.
            Err(PublishFault::Machine(_) | PublishFault::InTheWay { .. }) if !is_changed => {
                continue;
            }
            other => panic!("{path}: {other:?}"),
        }
        assert_eq!(place.files(), before, "{path}");
        run_with(&sites[1], &place, 2, overwrite).expect("it is allowed");
        assert_eq!(
            without_lists(place.files()),
            joined(&second(), &of_others())
        );
    }
    let place = published(1, &sites[0]);
    place.make_folder("deals/b").expect("there is room");
    put(&place, "deals/b/b.jpg");
    let refused = run(&sites[1], &place, 1);
    assert!(
        matches!(&refused, Err(PublishFault::InTheWay { names, are_files: true }) if names == &["deals/b/b.jpg"]),
        "{refused:?}"
    );
    run_with(&sites[1], &place, 2, overwrite).expect("it is allowed");
    assert_eq!(
        without_lists(place.files()),
        joined(&second(), &of_others())
    );
}

#[test]
fn what_was_lost_there_is_put_there_again() {
    let site = built(&first());
    let place = published(1, &site);
    place.remove("deals/index.html").expect("it is there");
    let plan = run(&site, &place, 1).expect("it is published");
    assert_eq!((plan.new, plan.same), (1, first().len() - 1));
    assert_eq!(without_lists(place.files()), joined(&first(), &of_others()));
}

#[test]
fn another_site_is_left_alone() {
    let place = published(1, &built(&first()));
    let before = place.files();
    let mut other = built(&second());
    other.site.address = "https://anders.example".to_owned();
    let refused = run(&other, &place, 1);
    assert!(
        matches!(refused, Err(PublishFault::OtherSite { .. })),
        "{refused:?}"
    );
    assert_eq!(place.files(), before);
}

#[test]
fn one_publishes_at_a_time() {
    let (site, place) = (built(&second()), published(1, &built(&first())));
    place.stop_at(20, StopAs::Cut);
    run(&site, &place, 1).expect_err("it is stopped");
    place.mend();
    assert!(place.files().contains_key(LOCK));
    let (cancel, on) = (Cancel::default(), |_| {});
    let mut other = publisher(0);
    other.id = "een ander".to_owned();
    let refused = publish(&site.site, &place, &other, NOTHING, &cancel, &on);
    assert!(
        matches!(&refused, Err(PublishFault::Busy { host, since }) if host == "proef" && since == "vandaag"),
        "{refused:?}"
    );
    let unlock = PublishOptions {
        unlock: true,
        ..NOTHING
    };
    publish(&site.site, &place, &other, unlock, &cancel, &on).expect("it is allowed");
    assert_eq!(
        without_lists(place.files()),
        joined(&second(), &of_others())
    );
}

#[test]
fn who_lost_the_lock_stops() {
    let (site, place) = (built(&second()), published(1, &built(&first())));
    let on = |_| {
        // Somebody takes the lock over while files are put there.
        let _ = place.remove(LOCK);
        let other = br#"{"id":"een ander","host":"h","since":"s"}"#;
        let _ = place.write_new(LOCK, &mut &other[..], other.len() as u64);
    };
    let cancel = Cancel::default();
    let lost = publish(&site.site, &place, &publisher(1), NOTHING, &cancel, &on);
    assert!(matches!(lost, Err(PublishFault::LockLost)), "{lost:?}");
    let there = place.files();
    assert!(there.contains_key(LOCK) && there.contains_key(UNFINISHED));
    assert_eq!(there.get("index.html"), first().get("index.html"));
}

#[test]
fn lists_that_nobody_can_read_stop_it() {
    let site = built(&second());
    let long = "a/".repeat(300);
    for (list, is_newer) in [
        ("", false),
        ("[]", false),
        ("{\"format\":1}", false),
        ("{\"format\":2,\"site\":\"\",\"files\":[]}", true),
        (
            "{\"format\":1,\"site\":\"https://proef.example\",\"files\":[{\"path\":\"../weg\",\"size\":1,\"blake3\":\"00\"}]}",
            false,
        ),
        (
            "{\"format\":1,\"site\":\"https://proef.example\",\"files\":[{\"path\":\".oogst-lock.json\",\"size\":1,\"blake3\":\"0000000000000000000000000000000000000000000000000000000000000000\"}]}",
            false,
        ),
        (long.as_str(), false),
    ] {
        let place = FakePlace::new(&files(&[(LIST, list), ("weg", "x")]), 1);
        let before: PlaceFiles = place.files();
        let refused = run(&site, &place, 1);
        let is_refused = match &refused {
            Err(PublishFault::NewerList) => is_newer,
            Err(PublishFault::BadList { .. }) => !is_newer,
            _ => false,
        };
        assert!(is_refused, "{list}: {refused:?}");
        assert_eq!(place.files(), before, "{list}");
    }
}

#[test]
fn a_site_that_is_built_anew_meanwhile_is_not_mixed() {
    let site = built(&second());
    let place = published(1, &built(&first()));
    let output = site.site.open_as_built(&site.site.files[0]).map(drop);
    output.expect("it is as built");
    site.write("index.html", b"drie\n");
    let stopped = run(&site, &place, 1);
    assert!(
        matches!(stopped, Err(PublishFault::BuiltAnew)),
        "{stopped:?}"
    );
    assert_eq!(place.files().get("index.html"), first().get("index.html"));
}
