//! What a reader must fetch stays small, whatever the site holds: pages without their photos, the
//! styles, the scripts.

use crate::harness::Site;
use crate::tree::Tree;

const SITES: [&str; 4] = ["klein", "leeg", "veenland", "voorbeeld"];

/// What is too heavy in a built site: pages over 100 KB but for those for printing; styles from
/// 30 KB and scripts from 15 KB, those of search apart.
pub(crate) fn too_heavy(site: &Tree) -> Vec<String> {
    let apart = |text: &str| text.contains("data-page=\"print\"");
    let mut heavy: Vec<String> = site
        .pages()
        .filter(|(_, text)| text.len() >= 100_000 && !apart(text))
        .map(|(path, text)| format!("{path}: {} bytes", text.len()))
        .collect();
    for (kind, most) in [(".css", 30_000), (".js", 15_000)] {
        let total: usize = site
            .0
            .iter()
            .filter(|(path, _)| {
                path.starts_with("assets/") && path.ends_with(kind) && !path.ends_with("/search.js")
            })
            .map(|(_, bytes)| bytes.len())
            .sum();
        if total >= most {
            heavy.push(format!("{kind}: {total} bytes together"));
        }
    }
    heavy
}

#[test]
fn no_page_styles_or_scripts_weigh_more_than_promised() {
    for name in SITES {
        let heavy = too_heavy(&Site::from(name).build().output());
        assert!(heavy.is_empty(), "{name}: {heavy:?}");
    }
}

#[test]
fn what_is_too_heavy_is_found() {
    let mut site = Tree::default();
    let mut put = |path: &str, start: &str, length: usize| {
        drop(site.0.insert(
            path.to_owned(),
            format!("{start}{}", "x".repeat(length)).into_bytes(),
        ));
    };
    put("a/index.html", "<body data-page=\"event\">", 100_000);
    put("b/index.html", "<body data-page=\"list-deals\">", 100_000);
    put("c/index.html", "<body data-page=\"print\">", 100_000);
    put("assets/1a2b3c4d/style.css", "", 30_000);
    put("assets/1a2b3c4d/a.js", "", 8_000);
    put("assets/1a2b3c4d/b.js", "", 8_000);
    put("assets/1a2b3c4d/search.js", "", 8_000);
    assert_eq!(
        too_heavy(&site),
        [
            "a/index.html: 100024 bytes",
            "b/index.html: 100029 bytes",
            ".css: 30000 bytes together",
            ".js: 16000 bytes together"
        ]
    );
}

#[test]
fn the_budget_warns_of_kept_pages_too_and_names_no_more_than_ten() {
    let mut site = Site::from("veenland");
    site.replace("oogst.toml", "page_kb = 100", "page_kb = 1")
        .build();
    let first = site.diagnostics(oogst::words::Language::Nl);
    assert_eq!(first.matches("[over-budget]").count(), 11, "{first}");
    assert!(first.contains("de zwaarste van nog "), "{first}");
    site.build().assert_rendered_count(0);
    assert_eq!(site.diagnostics(oogst::words::Language::Nl), first);
}
