//! Nothing leads out of the folders: no name in a field, no link of the file system.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use oogst::words::Language;

use super::start_of;
use crate::every_field;
use crate::harness::{DAY, Site, link};
use crate::program::oogst;
use crate::repeated::EVENT;
use crate::tree::Tree;

/// What a record or a text of an event says that would lead out of its folder or the site, with the
/// code that refuses it.
const LEADS_OUT: &[(&str, &str, &str)] = &[
    (
        "leaves-folder",
        "[[foto]]\nbestand = \"../../../geheim.png\"\nalt = \"x\"\ntoestemming = \"ja\"",
        "",
    ),
    (
        "leaves-folder",
        "[[foto]]\nbestand = \"media/../../../../geheim.png\"\nalt = \"x\"\ntoestemming = \"ja\"",
        "",
    ),
    (
        "leaves-folder",
        "[[materiaal]]\ntitel = \"x\"\nbestand = \"/etc/passwd\"",
        "",
    ),
    (
        "leaves-folder",
        "[[materiaal]]\ntitel = \"x\"\nbestand = \"..\\\\..\\\\geheim.png\"",
        "",
    ),
    (
        "leaves-folder",
        "[[materiaal]]\ntitel = \"x\"\nbestand = 'C:\\geheim.txt'",
        "",
    ),
    ("leaves-folder", "", "\n[x](../../../oogst.toml)\n"),
    ("leaves-folder", "", "\n![x](../../../geheim.png)\n"),
    (
        "leaves-folder",
        "",
        "\n[x](media/%2e%2e/%2E%2E/%2e%2e/oogst.toml)\n",
    ),
    ("bad-id", "[[idee]]\ntitel = \"x\"\nid = \"../x\"", ""),
    ("bad-id", "[[idee]]\ntitel = \"x\"\nid = \"a/b\"", ""),
    ("bad-id", "[[idee]]\ntitel = \"x\"\nid = \"/x\"", ""),
    ("bad-id", "[[idee]]\ntitel = \"x\"\nid = \"..\"", ""),
    ("bad-id", "[[idee]]\ntitel = \"x\"\nid = \"nul\"", ""),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"/../x/\"]",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"/a/../../x/\"]",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"//kwaad.example/\"]",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"https://kwaad.example/\"]",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = ['/a\\..\\..\\x/']",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"/.oogst/x/\"]",
        "",
    ),
    (
        "bad-alias",
        "[[idee]]\ntitel = \"x\"\naliassen = [\"/%2e%2e/x/\"]",
        "",
    ),
];

/// An event that says this.
fn event_that_says(record: &str, text: &str) -> String {
    format!(
        "+++\ntitel = \"T\"\ndatum = 2025-03-20\nsamenvatting = \"S.\"\n\n{record}\n+++\n{text}"
    )
}

/// A small site with this file in it is refused with a code.
fn assert_refused(code: &str, path: &str, text: &str) {
    let mut site = Site::from("klein");
    site.write("geheim.png", every_field::PIXEL)
        .write(path, text)
        .build_refused();
    assert!(
        site.codes().contains(code),
        "{code} is expected of {path} with {}\n{}",
        start_of(text),
        site.diagnostics(Language::En)
    );
}

#[test]
fn nothing_may_lead_out_of_the_folders() {
    for (code, record, text) in LEADS_OUT {
        assert_refused(code, EVENT, &event_that_says(record, text));
    }
    let long = "a".repeat(10_000);
    let id = format!("[[idee]]\ntitel = \"x\"\nid = \"{long}\"");
    assert_refused("bad-id", EVENT, &event_that_says(&id, ""));
    let alias = format!("[[idee]]\ntitel = \"x\"\naliassen = [\"/{long}/\"]");
    assert_refused("bad-alias", EVENT, &event_that_says(&alias, ""));
    for path in [
        "content/events/Twee woorden/event.md",
        "content/events/a%2fb/event.md",
    ] {
        assert_refused("bad-file-name", path, &event_that_says("", ""));
    }
    for (code, setting) in [
        ("bad-id", "theme = \"../x\""),
        ("bad-id", "routes = { deals = \"../x\" }"),
        ("bad-url", "base_url = \"javascript:alert(1)\""),
    ] {
        let settings = format!("title = \"T\"\nlanguage = \"nl\"\n{setting}\n");
        assert_refused(code, "oogst.toml", &settings);
    }
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system_are_not_followed_out() {
    let outside = Site::with(&[
        ("geheim.md", "+++\ntitle = \"Geheim\"\n+++\n\nGeheim.\n"),
        ("map/geheim.toml", "geheim = true\n"),
        ("geheim.png", "geheim"),
    ]);
    let places = [
        ("geheim.md", "content/pages/geheim.md"),
        (
            "geheim.png",
            "content/events/2025-techniekavond/media/geheim.png",
        ),
        ("map", "content/map"),
        ("map", "templates"),
        ("map", "themes/eigen"),
        ("geheim.png", "assets/geheim.png"),
        ("niets", "content/dood.md"),
    ];
    for (target, place) in places {
        let mut site = Site::from("klein");
        fs::create_dir_all(site.at(place).parent().expect("a place has a folder"))
            .expect("a folder can be made");
        link(&outside.at(target), &site.at(place));
        site.build_refused();
        assert_eq!(
            site.codes(),
            BTreeSet::from(["link-leaves-site"]),
            "{place}\n{}",
            site.diagnostics(Language::En)
        );
    }
    // The folder with all content is no other.
    let mut site = Site::from("klein");
    site.rename("content", "elders");
    let moved = Site::empty();
    fs::rename(site.at("elders"), moved.at("content")).expect("a folder can be moved");
    link(&moved.at("content"), &site.at("content"));
    site.build_refused();
    assert!(
        site.codes().contains("link-leaves-site"),
        "{}",
        site.diagnostics(Language::En)
    );

    // Nor is the site written through one.
    let site = Site::from("klein");
    fs::create_dir(outside.at("leeg")).expect("a folder can be made");
    link(&outside.at("leeg"), &site.at("output"));
    let ran = oogst(site.root(), &["build", "--date", DAY]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(Tree::read(&outside.at("leeg")).0.is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_of_the_content_is_that_file() {
    let mut site = Site::from("klein");
    let before = site.build().output();
    fs::create_dir_all(site.at("content/events/2025-techniekavond/media"))
        .expect("a folder can be made");
    site.rename(
        "content/events/2025-techniekavond/event.md",
        "content/events/2025-techniekavond/media/bron.md",
    );
    link(
        Path::new("media/bron.md"),
        &site.at("content/events/2025-techniekavond/event.md"),
    );
    before.assert_same(
        &site.build().output(),
        "a link within the content is followed",
    );
}
