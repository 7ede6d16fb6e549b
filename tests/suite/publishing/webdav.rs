//! Publishing by WebDAV, to servers that others made.

use super::LIST;
use super::elsewhere::{
    Elsewhere, WebServer as _, finishes_after_a_kill, finishes_after_cuts, keeps_a_site,
    keeps_two_apart, leaves_others_alone, lets_nobody_in,
};
use super::server::assert_readable;
use super::web_servers::{Dav, Speaks, are_there};

/// Does the same with each of the servers, where they are installed.
fn with_each(act: impl Fn(&mut Elsewhere<Dav>)) {
    for speaks in [Speaks::Apache, Speaks::Rclone] {
        with(speaks, &act);
    }
}

fn with(speaks: Speaks, act: impl Fn(&mut Elsewhere<Dav>)) {
    if are_there() {
        act(&mut Elsewhere::new(Dav::new(speaks)));
    }
}

#[test]
fn a_site_is_put_there_and_kept_as_it_is_built() {
    with_each(keeps_a_site);
}

#[test]
fn what_others_put_there_is_left_alone() {
    with_each(leaves_others_alone);
}

#[test]
fn wherever_the_connection_is_cut_readers_meet_whole_pages_and_the_next_run_finishes() {
    with_each(finishes_after_cuts);
}

#[test]
fn a_server_that_ends_leaves_whole_pages_and_the_next_run_finishes() {
    with_each(finishes_after_a_kill);
}

#[test]
fn whom_a_server_does_not_know_it_does_not_let_in_and_no_secret_is_told() {
    with_each(lets_nobody_in);
}

#[test]
fn two_at_once_leave_the_site_of_one_of_them() {
    with_each(keeps_two_apart);
}

#[test]
fn a_disk_that_takes_no_more_leaves_whole_pages_and_the_next_run_finishes() {
    with(Speaks::ApacheFull, |on| {
        let ran = on.run(&["--yes"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let there = on.there().0;
        assert!(!there.contains_key(LIST) && !there.contains_key("index.html"));
        assert_readable(&there, &[&on.publishing.site.output()], "the disk is full");
        on.server.becomes(Speaks::Apache);
        let ran = on.run(&["--yes"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        on.assert_published(&[]);
    });
}

/// What is said of a server by which nothing is published.
fn refused_by(speaks: Speaks, said: impl Fn(u16) -> String) {
    with(speaks, |on| {
        let ran = on.run(&["--yes"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let said = said(on.server.port());
        assert!(ran.err.contains(&said), "{said}\n{}", ran.err);
        assert!(!on.server.folder().exists(), "nothing is put there");
    });
}

#[test]
fn a_server_that_asks_for_another_way_to_log_in_is_named_with_it() {
    refused_by(Speaks::ApacheDigest, |_| {
        "fout: `127.0.0.1` wil dat u op een andere manier inlogt (Digest) dan oogst kan".to_owned()
    });
}

#[test]
fn a_certificate_that_nobody_stands_for_ends_it() {
    refused_by(Speaks::ApacheSelfSigned, |_| {
        "fout: `127.0.0.1` kan niet goed laten zien dat het de goede server is: het certificaat is niet van een bekende uitgever. Er is niets verstuurd.".to_owned()
    });
}

#[test]
fn an_address_that_leads_on_is_not_followed() {
    refused_by(Speaks::ApacheLeadsOn, |port| {
        format!(
            "fout: `http://127.0.0.1:{port}/www/` stuurt door naar `http://127.0.0.1:{port}/elders/`. Er is geen wachtwoord meegestuurd."
        )
    });
}
