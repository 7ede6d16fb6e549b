//! Builds that are dropped, refused or made twice at once leave the old site.

use super::site::{TestSite, files, path};
use crate::error::Error;
use crate::output::*;
use crate::words::Language;

#[test]
fn a_dropped_or_cancelled_build_leaves_the_old_site() {
    let site = TestSite::new();
    let old = files([("index.html", "home")]);
    site.build(&old);
    let cancel = Cancel::default();
    let writer = SiteWriter::begin(
        site.places(),
        WriteOptions {
            cancel: cancel.clone(),
            ..WriteOptions::new(site.folder())
        },
    )
    .expect("begins");
    writer
        .place(&path("index.html"), FileKey([1; 32]), || {
            Ok::<_, ()>(b"half a build")
        })
        .expect("is placed");
    cancel.cancel();
    let refused = writer.place(&path("b.html"), FileKey([1; 32]), || Ok::<_, ()>(b"b"));
    assert!(matches!(
        refused,
        Err(PlaceError::Machine(Error::Cancelled))
    ));
    assert!(matches!(writer.commit(), Err(Error::Cancelled)));
    assert_eq!(site.files("output"), old);
    site.assert_tidy();
}

#[test]
fn a_page_that_cannot_be_made_says_so() {
    let site = TestSite::new();
    let writer =
        SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
    let refused = writer.place(&path("index.html"), FileKey([1; 32]), || {
        Err::<Vec<u8>, _>("no template")
    });
    assert!(matches!(refused, Err(PlaceError::Render("no template"))));
    drop(writer);
    assert!(!site.root.join("output").exists());
    site.assert_tidy();
}

#[test]
fn two_builds_at_once_are_one_too_many() {
    let site = TestSite::new();
    let _first =
        SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
    let error = SiteWriter::begin(site.places(), WriteOptions::new(site.folder()))
        .expect_err("the lock is taken");
    assert!(
        matches!(error, Error::Locked { process: Some(process), .. } if process == std::process::id()),
        "{error:?}"
    );
    assert!(
        error
            .message(Language::Nl)
            .contains(&std::process::id().to_string())
    );
}

#[test]
fn one_path_twice_is_an_error() {
    let site = TestSite::new();
    site.build(&files([("index.html", "home")]));
    let writer =
        SiteWriter::begin(site.places(), WriteOptions::new(site.folder())).expect("begins");
    for _ in 0..2 {
        writer
            .place(&path("index.html"), FileKey([1; 32]), || {
                Ok::<_, ()>(b"home")
            })
            .expect("is placed");
    }
    assert!(matches!(writer.commit(), Err(Error::PlacedTwice { .. })));
}
