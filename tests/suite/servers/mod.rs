//! What servers are told: whole files, each as its kind of server reads it.

use crate::drawn::{fields, jpeg};
use crate::harness::Site;

/// A path that means something in a regular expression, a record of every kind that has a page for a
/// frame, a photo, and an attachment that is to be saved.
fn site(servers: &str) -> Site {
    let mut site = Site::with(&[
        (
            "oogst.toml",
            &format!(
                "title = \"Proef\"\nlanguages = [\"nl\", \"en\"]\nbase_url = \"https://proef.example/a.b+c/\"\n[headers]\nfiles = [{servers}]\n"
            ),
        ),
        ("content/regios.toml", "[[regio]]\nnaam = \"Polder\"\n"),
        ("content/themas.toml", "[[thema]]\nnaam = \"Zorg\"\n"),
        (
            "content/scholen.toml",
            "[[organisatie]]\nnaam = \"De Wilg\"\n",
        ),
        (
            "content/events/2025-avond/event.md",
            "+++\ntitel = \"Avond\"\ndatum = 2025-03-20\nsamenvatting = \"Kort.\"\nregios = [\"polder\"]\nthemas = [\"zorg\"]\n\n\
             [[deal]]\ntitel = \"Een fiets\"\npartijen = [\"de-wilg\"]\n\n\
             [[foto]]\nbestand = \"media/zaal.jpg\"\nid = \"zaal\"\nalt = \"De zaal\"\ntoestemming = \"niet-nodig\"\n\n\
             [[materiaal]]\nbestand = \"media/plan.docx\"\nid = \"plan\"\ntitel = \"Het plan\"\n+++\n",
        ),
    ]);
    site.write(
        "content/events/2025-avond/media/zaal.jpg",
        jpeg(&fields(64, 48), 1),
    )
    .write("content/events/2025-avond/media/plan.docx", "PK\u{3}\u{4}");
    site
}

#[test]
fn each_kind_of_server_is_told_in_its_own_words() {
    let output = site("\"netlify\", \"nginx\", \"apache\", \"iis\"")
        .build()
        .output();
    for (path, expected) in [
        ("_headers", include_str!("headers.txt")),
        ("nginx-headers.conf", include_str!("nginx.txt")),
        (".htaccess", include_str!("htaccess.txt")),
        ("web.config", include_str!("web-config.txt")),
        (
            "regios/polder/insluiten/web.config",
            include_str!("frame-web-config.txt"),
        ),
    ] {
        // The last line is the mark by which this program knows its files.
        let text = output.text(path);
        let (told, mark) = text.trim_end().rsplit_once('\n').expect("it has lines");
        assert!(mark.contains(" oogst "), "{path}: {mark}");
        assert_eq!(told, expected.trim_end(), "{path}");
    }
    // Only beside the pages for a frame, all of them.
    let beside = output.0.keys().filter(|path| path.ends_with("/web.config"));
    let framed = output.0.keys().filter(|path| {
        path.ends_with("/insluiten/index.html") || path.ends_with("/embed/index.html")
    });
    assert_eq!(
        beside
            .map(|path| path.trim_end_matches("web.config"))
            .collect::<Vec<_>>(),
        framed
            .map(|path| path.trim_end_matches("index.html"))
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_server_is_told_nothing_that_was_not_asked_for() {
    let output = site("\"nginx\"").build().output();
    for path in output.0.keys() {
        for name in [".htaccess", "web.config", "_headers"] {
            assert!(!path.ends_with(name), "{path}");
        }
    }
}

#[test]
fn no_rule_for_a_page_fits_one_for_a_frame_or_is_told_twice() {
    let mut site = Site::from("veenland");
    let output = site.build().output();
    let text = output.text("_headers");
    let mut rules: Vec<(&str, &str)> = Vec::new();
    for block in text.split("\n\n") {
        let mut lines = block.lines();
        let pattern = lines.next().expect("a rule has a pattern");
        for line in lines.filter(|line| line.starts_with("  ")) {
            let (header, _) = line.trim().split_once(':').expect("a header has a name");
            rules.push((pattern.strip_prefix("/oogst").expect("the path"), header));
        }
    }
    let mut refused = 0;
    for path in output.0.keys() {
        let forms = match path.strip_suffix("index.html") {
            Some(folder) => vec![format!("/{folder}"), format!("/{path}")],
            None => vec![format!("/{path}")],
        };
        for form in forms {
            let mut told: Vec<&str> = rules
                .iter()
                .filter(|(pattern, _)| fits(pattern, &form))
                .map(|(_, header)| *header)
                .collect();
            let count = told.len();
            told.sort_unstable();
            told.dedup();
            assert_eq!(
                told.len(),
                count,
                "{form} is told {told:?} and one of them again"
            );
            let is_page = path.ends_with(".html") && !is_elsewhere(&output, path);
            let is_framed = form.contains("/insluiten/") || form.contains("/embed/");
            if is_page {
                assert_eq!(told.contains(&"X-Frame-Options"), !is_framed, "{form}");
                refused += usize::from(!is_framed);
            }
            let is_cached = form.starts_with("/assets/")
                || form.contains("/media/")
                || form.contains("/zoeken/index/")
                || form.contains("/search/index/");
            assert_eq!(told.contains(&"Cache-Control"), is_cached, "{form}");
        }
    }
    assert!(refused > 1_000, "{refused} forms of addresses");
}

/// Whether a page only leads on, or says that what was there is gone.
fn is_elsewhere(output: &crate::tree::Tree, path: &str) -> bool {
    let text = output.text(path);
    !text.contains("data-page=")
        || text.contains("data-page=\"redirect\"")
        || text.contains("data-page=\"gone\"")
}

/// Whether a pattern fits an address, as Netlify and Cloudflare say: `:id` stands for one name, `*`
/// at the end for all that follows.
fn fits(pattern: &str, address: &str) -> bool {
    let (mut pattern, mut address) = (pattern.split('/'), address.split('/'));
    loop {
        match (pattern.next(), address.next()) {
            (None, None) | (Some("*"), Some(_)) => return true,
            (Some(part), Some(name))
                if part == name || part.starts_with(':') && !name.is_empty() => {}
            _ => return false,
        }
    }
}

#[test]
fn nobody_puts_what_a_server_obeys_at_an_old_address() {
    for name in [
        ".htaccess",
        "web.config",
        "_headers",
        "regios/polder/web.config",
    ] {
        let mut site = site("\"nginx\"");
        site.write(
            "content/regios.toml",
            format!("[[regio]]\nnaam = \"Polder\"\naliassen = [\"/{name}\"]\n"),
        )
        .build_refused();
        assert!(
            site.codes().contains("bad-alias"),
            "{name}: {:?}",
            site.codes()
        );
    }
}
