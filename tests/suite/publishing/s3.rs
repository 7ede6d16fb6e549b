//! Publishing into a bucket, at a server that others made.

use super::LIST;
use super::elsewhere::{
    Elsewhere, WebServer as _, finishes_after_a_kill, finishes_after_cuts, keeps_a_site,
    keeps_two_apart, leaves_others_alone, lets_nobody_in,
};
use super::s3_server::{S3Server, Serves};
use super::server::assert_readable;

const GAP_OF_TWO: &str =
    "Let op: deze server ziet niet of twee mensen tegelijk publiceren. Spreek af wie het doet.";

fn on(serves: Serves) -> Elsewhere<S3Server> {
    Elsewhere::new(S3Server::new(serves))
}

#[test]
fn a_site_is_put_there_and_kept_as_it_is_built() {
    keeps_a_site(&mut on(Serves::All));
}

#[test]
fn what_others_put_there_is_left_alone() {
    leaves_others_alone(&mut on(Serves::All));
}

#[test]
fn wherever_the_connection_is_cut_readers_meet_whole_pages_and_the_next_run_finishes() {
    finishes_after_cuts(&mut on(Serves::All));
}

#[test]
fn a_server_that_ends_leaves_whole_pages_and_the_next_run_finishes() {
    finishes_after_a_kill(&mut on(Serves::All));
}

#[test]
fn whom_a_server_does_not_know_it_does_not_let_in_and_no_secret_is_told() {
    lets_nobody_in(&mut on(Serves::All));
}

#[test]
fn two_at_once_leave_the_site_of_one_of_them() {
    keeps_two_apart(&mut on(Serves::All));
}

#[test]
fn each_file_is_put_there_once_and_said_to_be_what_it_is() {
    let on = on(Serves::All);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.err.contains(GAP_OF_TWO), "{}", ran.err);
    let told = on.server.told();
    let built = on.publishing.site.output().0;
    let mut expected: Vec<String> = built
        .keys()
        .map(|path| format!("emmer/www/{path}"))
        .collect();
    let own = [LIST, ".oogst-lock.json", ".oogst-unfinished.json"];
    expected.extend(own.map(|path| format!("emmer/www/{path}")));
    expected.sort();
    assert_eq!(told.keys().cloned().collect::<Vec<_>>(), expected);
    for path in built.keys() {
        let (kind, kept) = &told[&format!("emmer/www/{path}")];
        let ending = path.rsplit('.').next().unwrap_or_default();
        let expected = match ending {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => continue,
        };
        assert_eq!(kind, expected, "{path}");
        let is_for_good = path.starts_with("assets/") || path.contains("/index/parts/");
        let expected = if is_for_good {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=300"
        };
        assert_eq!(kept, expected, "{path}");
    }
}

#[test]
fn a_service_without_room_leaves_no_half_page_and_the_next_run_finishes() {
    let mut on = on(Serves::NoPages);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.contains("niet schrijven: de schijf is vol"),
        "{}",
        ran.err
    );
    let there = on.there().0;
    assert!(!there.contains_key(LIST) && !there.contains_key("index.html"));
    assert_readable(&there, &[&on.publishing.site.output()], "there is no room");
    on.server.becomes(Serves::All);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    on.assert_published(&[]);
}

#[test]
fn a_service_that_cannot_keep_two_apart_is_named_as_such() {
    for serves in [Serves::Loosely, Serves::Plainly] {
        let on = on(serves);
        let ran = on.run(&["--yes"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains(GAP_OF_TWO), "{serves:?}: {}", ran.err);
        on.assert_published(&[]);
    }
}

#[test]
fn a_bucket_that_is_not_there_is_named() {
    let mut on = on(Serves::All);
    let group = on.server.group(on.server.port());
    let settings = group.replace("\"emmer\"", "\"anders\"");
    super::elsewhere::name(&mut on.publishing.site, &settings);
    let ran = on.run(&["--yes"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.contains("`127.0.0.1` heeft geen bucket `anders`."),
        "{}",
        ran.err
    );
}
