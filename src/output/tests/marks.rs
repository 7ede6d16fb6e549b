//! Files of others beside pages of ours, where no manifest tells: whatever they are called and
//! whatever stands in them, none of them is lost, and every page of ours that is not made any more
//! goes.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{Committed, FileKey, Ours, SiteWriter, Survives, WriteOptions};
use super::path;
use super::site::TestSite;
use crate::output::Comment;

/// Where this program puts files of its own, or nearly.
const NAMES: [&str; 18] = [
    "index.html",
    "mensen/index.html",
    "mensen/jan/index.html",
    "mensen/jan/agenda.ics",
    "mensen/index.json",
    "mensen/feed.xml",
    "mensen/social.png",
    "sitemap.xml",
    "sitemap-2.xml",
    "robots.txt",
    "_headers",
    "assets/style.css",
    "dag/media/foto-480.jpg",
    "dag/media/foto-480.webp",
    "dag/media/480.jpg",
    "dag/plan.pdf",
    "zoeken/lijst.txt",
    "eigen/index.html",
];

/// The pages that the last build made, and this one.
const PAGES: [&str; 5] = [
    "index.html",
    "mensen/index.html",
    "dag/index.html",
    "zoeken/index.html",
    "weg/index.html",
];

fn ours() -> Ours {
    Ours {
        base_url: "https://dorp.example".to_owned(),
        ..Ours::default()
    }
}

/// What somebody else may have put there.
fn foreign(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let other = Ours {
        base_url: "https://stad.example".to_owned(),
        ..Ours::default()
    };
    let page = b"<p>een pagina</p>\n".to_vec();
    let edited = [
        b"x".as_slice(),
        &ours().signed(page.clone(), &path(name), Comment::Markup),
    ]
    .concat();
    let behind = [
        ours()
            .signed(page.clone(), &path(name), Comment::Hash)
            .as_slice(),
        b"x",
    ]
    .concat();
    // The head of a picture of 4 by 3, under a name that says another width.
    let jpeg = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 3, 0, 4, 1, 1, 0x11, 0, 0xFF,
        0xD9,
    ]
    .to_vec();
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        Just(ours().signed(page.clone(), &path("elders/index.html"), Comment::Markup)),
        Just(other.signed(page, &path(name), Comment::Markup)),
        Just(edited),
        Just(behind),
        Just(jpeg),
        Just(b"BEGIN:VCALENDAR\nPRODID:-//een ander//NL\n".to_vec()),
        Just(
            b"<html><head><meta name=\"generator\" content=\"oogst 0.1.0\"></head></html>\n"
                .to_vec()
        ),
        Just(b"User-agent: *\nDisallow: /\n".to_vec()),
        Just(b"{\"list\":\"/anders/\"}".to_vec()),
    ]
}

fn files() -> impl Strategy<Value = BTreeMap<&'static str, Vec<u8>>> {
    let one = prop::sample::select(NAMES.to_vec())
        .prop_flat_map(|name| foreign(name).prop_map(move |bytes| (name, bytes)));
    prop::collection::vec(one, 1..8).prop_map(|files| files.into_iter().collect())
}

fn build(site: &TestSite, pages: &[&str]) -> Committed {
    let options = WriteOptions {
        survives: Survives::Kill,
        ours: ours().into(),
        ..WriteOptions::new(site.folder())
    };
    let writer = SiteWriter::begin(site.places(), options).expect("begins");
    for name in pages {
        let page = ours().signed(
            format!("<p>{name}</p>\n").into_bytes(),
            &path(name),
            Comment::Markup,
        );
        writer
            .place(&path(name), FileKey::from(blake3::hash(&page)), || {
                Ok::<_, ()>(&page)
            })
            .expect("is placed");
    }
    writer.commit().expect("commits")
}

#[test]
fn files_and_folders_of_ours_change_places_though_nothing_tells_of_them() {
    let site = TestSite::new();
    assert!(matches!(
        build(
            &site,
            &[
                "index.html",
                "oud.html",
                "dag/index.html",
                "dag/plan/index.html"
            ]
        ),
        Committed::Done(_)
    ));
    std::fs::remove_dir_all(site.root.join(".oogst")).expect("removed");
    let Committed::Done(outcome) = build(&site, &["index.html", "oud.html/index.html", "dag"])
    else {
        panic!("nothing is in the way")
    };
    assert_eq!(
        site.bytes("output").into_keys().collect::<Vec<_>>(),
        ["dag", "index.html", "oud.html/index.html"]
    );
    assert_eq!(
        (
            outcome.recognised.len(),
            outcome.left.len(),
            outcome.replaced.len()
        ),
        (3, 0, 0)
    );
    site.assert_tidy();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_of_others_is_lost_and_no_page_of_ours_is_left(foreign in files(), loses_state in any::<bool>()) {
        let site = TestSite::new();
        prop_assert!(matches!(build(&site, &PAGES), Committed::Done(_)));
        if loses_state {
            std::fs::remove_dir_all(site.root.join(".oogst")).expect("removed");
        }
        for (name, bytes) in &foreign {
            site.write_bytes(&format!("output/{name}"), bytes);
        }
        let Committed::Done(outcome) = build(&site, &["index.html", "mensen/index.html"]) else { panic!("nothing is in the way") };
        let (output, aside) = (site.bytes("output"), site.bytes(".oogst/replaced/1"));
        for (name, bytes) in &foreign {
            let is_kept = output.get(*name) == Some(bytes) || aside.get(*name) == Some(bytes) || bytes.is_empty() && PAGES.contains(name);
            prop_assert!(is_kept, "{name} is lost: {outcome:?}");
        }
        for page in ["dag/index.html", "zoeken/index.html", "weg/index.html"] {
            prop_assert!(foreign.contains_key(page) || !output.contains_key(page), "{page} is left: {outcome:?}");
        }
        let named: usize = outcome.left.iter().map(|left| left.files).sum();
        let stays = foreign.keys().filter(|name| output.contains_key(**name) && !matches!(**name, "index.html" | "mensen/index.html")).count();
        prop_assert_eq!(named, if loses_state { stays } else { 0 });
    }
}
