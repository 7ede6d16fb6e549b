//! What search engines and previews of links show of a page: every page says something of its own.

use std::collections::BTreeMap;

use crate::page::{Page, attributes};
use crate::sites::built;

#[test]
fn every_page_describes_itself_in_a_sentence_of_its_own() {
    for name in ["veenland", "voorbeeld", "klein", "beloofd"] {
        let site = built(name);
        let mut said: BTreeMap<(bool, String), Vec<&str>> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (path, html) in site.pages() {
            let page = Page::read(html);
            let own = format!("/{}", path.trim_end_matches("index.html"));
            // What is gone has nothing to describe. The others only lead on, or stand for another
            // page: in a frame, or untranslated.
            let is_gone = attributes(html, "[data-page]", "data-page") == ["gone"];
            if is_gone
                || page.redirects
                || !page.canonical.is_none_or(|address| address.ends_with(&own))
            {
                continue;
            }
            match attributes(html, "meta[name=description]", "content").as_slice() {
                [one] if one.chars().count() >= 15 && one.contains(' ') => {
                    // What is not translated is the same in both halves of the site.
                    let place = (path.starts_with("en/"), one.clone());
                    said.entry(place).or_default().push(path);
                }
                other => wrong.push(format!("{path}: {other:?}")),
            }
        }
        for ((_, description), paths) in said {
            if paths.len() > 1 {
                wrong.push(format!("{description:?}: {}", paths.join(", ")));
            }
        }
        assert!(
            wrong.is_empty(),
            "{name}, {} pages:\n{}",
            wrong.len(),
            wrong[..wrong.len().min(40)].join("\n")
        );
    }
}
