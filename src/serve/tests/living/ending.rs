//! How serving begins and ends.

use std::net::TcpListener;

use super::site;
use crate::serve::tests::harness::{LONG, Served};
use crate::serve::{
    Announcement, Builds, Changed, Limits, Rebuilt, ServeError, ServeOptions, serve_until,
};
use crate::words::Language;

#[test]
fn stopping_ends_well_at_any_time() {
    let mut served = site();
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");
    assert!(served.stop().is_ok());
    assert_eq!(served.announced(), Announcement::Stopping);

    // During a build: it is waited for, and ends within its grace.
    let mut served = Served::start_before_build("/", &[]);
    served.next_build();
    let serving = served.serving();
    let (built, port) = (served.built.clone(), served.port);
    let announcements = std::mem::replace(&mut served.announcements, std::sync::mpsc::channel().1);
    drop(served);
    assert_eq!(
        announcements
            .recv_timeout(LONG)
            .expect("stopping is announced"),
        Announcement::Stopping
    );
    built
        .send(Rebuilt::Fresh { changed: true })
        .expect("the build still waits");
    assert!(serving.join().expect("serving does not panic").is_ok());
    assert!(
        TcpListener::bind(("127.0.0.1", port)).is_ok(),
        "the port is free again"
    );
}

struct Panics;

impl Builds for Panics {
    fn build(&mut self, _: Changed) -> Rebuilt {
        panic!("a bug in the build");
    }
}

fn options(port: u16) -> ServeOptions {
    ServeOptions {
        output: "output".into(),
        root: "".into(),
        base_path: "/".to_owned(),
        port: Some(port),
        open: false,
        watched: Vec::new(),
        ignored: Vec::new(),
        language: Language::En,
        desk: None,
        limits: Limits::default(),
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("the system has a free port");
    let port = taken.local_addr().expect("it has an address").port();
    let error =
        serve_until(options(port), Panics, |_| {}, async {}).expect_err("the port is taken");
    assert!(matches!(error, ServeError::Port { .. }));
    assert!(error.to_string().contains("leave out --port"), "{error}");
}

#[test]
fn a_panic_of_the_build_is_passed_on() {
    let serving =
        std::thread::spawn(|| serve_until(options(0), Panics, |_| {}, std::future::pending()));
    let panic = serving.join().expect_err("the panic is passed on");
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"a bug in the build"));
}
