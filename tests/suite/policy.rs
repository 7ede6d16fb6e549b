//! Every page carries a policy that allows no code in it and nothing from another host, and holds
//! nothing that the policy would refuse.

use std::cell::RefCell;

use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::harness::Site;

const SITES: [&str; 4] = ["klein", "leeg", "veenland", "voorbeeld"];

#[test]
fn every_page_carries_a_policy_before_anything_that_could_load() {
    for site in SITES {
        for (path, html) in Site::from(site).build().output().pages() {
            let start = html
                .find("<head>")
                .unwrap_or_else(|| panic!("{site}/{path} has no head"));
            let head = html[start..].lines().skip(1).take(2).collect::<Vec<_>>();
            assert_eq!(head[0], "<meta charset=\"utf-8\">", "{site}/{path}");
            assert!(
                head[1].starts_with(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                ),
                "{site}/{path}: {}",
                head[1]
            );
            let policy = head[1].replace("&#39;", "'").replace("&#x27;", "'");
            assert!(
                policy.contains("default-src 'none'; base-uri 'none'"),
                "{site}/{path}: {policy}"
            );
            assert!(
                !policy.contains("'unsafe-inline'") && !policy.contains("unsafe-eval'"),
                "{site}/{path}: {policy}"
            );
            assert!(
                !policy.contains("http:") && !policy.contains("https:") && !policy.contains('*'),
                "{site}/{path}: {policy}"
            );
        }
    }
}

#[test]
fn no_page_holds_code_or_styles_that_its_policy_refuses() {
    for site in SITES {
        for (path, html) in Site::from(site).build().output().pages() {
            let refused = refused(html);
            assert!(refused.is_empty(), "{site}/{path} holds {refused:?}");
        }
    }
}

#[test]
fn code_and_styles_in_a_page_are_found() {
    let page = "<script>a</script><script type=\"application/ld+json\">{}</script><script src=\"/a.js\"></script><style>a</style>\
        <p style=\"a\" onclick=\"a\">";
    assert_eq!(refused(page), ["<script>", "<style>", "style", "onclick"]);
}

/// Inline code and styles of a page. Data that no browser runs, such as JSON-LD, is none.
pub(crate) fn refused(html: &str) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    let handler = element!("*", |element| {
        let mut found = found.borrow_mut();
        let tag = element.tag_name();
        let is_data = element
            .get_attribute("type")
            .is_some_and(|kind| kind == "application/ld+json" || kind == "application/json");
        if tag == "style" || (tag == "script" && !is_data && element.get_attribute("src").is_none())
        {
            found.push(format!("<{tag}>"));
        }
        found.extend(
            element
                .attributes()
                .iter()
                .map(lol_html::html_content::Attribute::name)
                .filter(|name| name == "style" || name.starts_with("on")),
        );
        Ok(())
    });
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(handler),
    )
    .expect("a page can be parsed");
    found.into_inner()
}
