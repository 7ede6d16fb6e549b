//! What open pages are told, and what becomes of a build that fails or must wait.

use super::site;
use crate::serve::tests::harness::{Served, problem};
use crate::serve::{Announcement, Rebuilt};

#[test]
fn open_pages_hear_of_mistakes_and_of_their_end() {
    let served = site();
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");

    served.write("content/events/dag/event.md", "fout");
    served.next_build();
    served.end_build(Rebuilt::Failed {
        problems: vec![problem()],
    });
    let (name, problems) = events.next();
    assert_eq!(name, "problems");
    let expected = serde_json::json!({
        "language": "nl",
        "heading": "1 fout: de site is niet bijgewerkt",
        "note": "De pagina’s blijven zoals ze waren. Zodra alles hersteld en bewaard is, verdwijnt deze melding vanzelf.",
        "close": "Sluiten",
        "problems": [{
            "title": "geen regio heet `twentte`</script>",
            "code": "unknown-region",
            "place": "content/events/x/deals.toml:14:12",
            "excerpt": "14 | regions = [\"twentte\"]\n   |            ^^^^^^^^^",
            "help": "bedoelt u `twente`?",
        }],
        "more": null,
    });
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&problems).expect("problems are JSON"),
        expected
    );
    assert!(
        served.get("/").body.contains("thuis"),
        "the last good page stays"
    );
    let mut later = served.listen(&served.mark());
    assert_eq!(later.next(), (name, problems));

    served.write("content/events/dag/event.md", "een");
    served.next_build();
    served.end_build(Rebuilt::Fresh { changed: false });
    assert_eq!(events.next().0, "fine");
    assert_eq!(later.next().0, "fine");

    served.write("content/events/dag/event.md", "twee");
    served.next_build();
    served.end_build(Rebuilt::Fresh { changed: true });
    assert_eq!(events.next().0, "reload");
}

#[test]
fn a_page_from_before_the_last_build_is_told_to_reload_when_it_listens() {
    let served = site();
    let old = served.mark();
    served.build_after(|| served.write("oogst.toml", "twee"));
    let mut watching = served.listen(&old);
    while watching.next().0 != "reload" {}
    assert_ne!(served.mark(), old);
    assert_eq!(served.listen(&old).next().0, "reload");
    assert_eq!(served.listen("van-vorige-keer").next().0, "reload");
    assert_eq!(served.listen(&served.mark()).next().0, "fine");
}

#[test]
fn before_there_is_a_site_a_page_says_why() {
    let served = Served::start_before_build("/", &[("oogst.toml", "een")]);
    served.next_build();
    let waiting = served.get("/");
    assert_eq!(waiting.status, 503);
    assert!(
        waiting.body.contains("voor het eerst gemaakt"),
        "{}",
        waiting.body
    );
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");

    served.end_build(Rebuilt::Failed {
        problems: vec![problem()],
    });
    assert_eq!(
        served.announced(),
        Announcement::Serving {
            address: format!("http://127.0.0.1:{}/", served.port)
        }
    );
    assert_eq!(events.next().0, "problems");
    let waiting = served.get("/");
    assert!(
        waiting.body.contains("kon nog niet worden gemaakt"),
        "{}",
        waiting.body
    );
    assert!(
        waiting.body.contains("/__oogst/reload.js"),
        "{}",
        waiting.body
    );

    let built = served.build_after(|| {
        served.write("output/index.html", "<body>thuis</body>");
        served.write("oogst.toml", "twee");
    });
    assert_eq!(built, ["oogst.toml"]);
    assert_eq!(events.next().0, "reload");
    assert!(served.get("/").body.contains("thuis"));
}

#[test]
fn what_a_broken_build_was_told_is_told_again() {
    let served = site();
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");
    served.write("content/events/dag/event.md", "twee");
    served.next_build();
    served.end_build(Rebuilt::Broken("de schijf is vol".to_owned()));
    let (name, told) = events.next();
    assert_eq!(name, "problems");
    assert!(told.contains("de schijf is vol"), "{told}");
    served.assert_no_build();
    let built = served.build_after(|| served.write("oogst.toml", "twee"));
    assert_eq!(built, ["content/events/dag/event.md", "oogst.toml"]);
}

#[test]
fn a_build_that_must_wait_is_made_without_another_save() {
    let mut served = site();
    let mut events = served.listen(&served.mark());
    assert_eq!(events.next().0, "fine");
    served.write("content/events/dag/event.md", "twee");
    served.next_build();
    let wait = || {
        served.end_build(Rebuilt::Waiting(
            "een ander proces bouwt deze site al".to_owned(),
        ));
    };
    wait();
    let (name, told) = events.next();
    assert_eq!(name, "problems");
    assert!(
        told.contains("een ander proces bouwt deze site al") && told.contains("zodra dat kan"),
        "{told}"
    );
    for _ in 0..3 {
        assert_eq!(
            served.relative(served.next_build()),
            ["content/events/dag/event.md"]
        );
        wait();
    }
    // What is saved meanwhile comes along.
    served.write("oogst.toml", "twee");
    while served.relative(served.next_build()) != ["content/events/dag/event.md", "oogst.toml"] {
        wait();
    }
    served.end_build(Rebuilt::Fresh { changed: true });
    assert_eq!(
        events.next().0,
        "reload",
        "the reason to wait was told once"
    );
    served.assert_no_build();

    // Stopping does not wait with it.
    served.write("oogst.toml", "drie");
    served.next_build();
    wait();
    assert!(served.stop().is_ok());
}
