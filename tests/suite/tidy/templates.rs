//! The templates and the assets of the default look run nothing and load nothing from elsewhere.

use super::root;
use crate::tree::Tree;

#[test]
fn a_template_sees_its_view_and_nothing_else() {
    let templates = Tree::read(&root().join("themes/default/templates"));
    assert!(templates.0.len() > 10, "there are templates");
    for (path, text) in templates.texts() {
        for word in [
            "get_env",
            "now(",
            "get_random",
            "throw(",
            "load_data",
            "__tera_context",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/templates/{path} calls {word}, which is not in its view"
            );
        }
        // The one block of data in a page: nothing runs it, and `pages::linked_data` escapes
        // what could end it.
        let text = text.replace(
            "<script type=\"application/ld+json\">{{ page.linked_data | safe }}</script>",
            "",
        );
        for (place, _) in text.match_indices("| safe") {
            let line = text[..place].lines().last().unwrap_or_default();
            assert!(
                line.trim_end().ends_with(".html"),
                "themes/default/templates/{path}: only what the Markdown room made is `safe`, not {line}"
            );
        }
        // A script of the look's own is no code in the page; its address comes from the view.
        let text = text.replace("<script src=\"{{ site.scripts.", "");
        // The name of SVG's vocabulary, which a drawing begins with; nothing is fetched from it.
        let text = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for word in [
            "<script",
            " style=\"",
            "<style",
            "http://",
            "https://",
            "javascript:",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/templates/{path} holds `{word}`"
            );
        }
        // An attribute that runs something begins with `on`; with a parenthesis in its name it is
        // none, but a filter: `once(…)`.
        let runs = |word: &&str| {
            word.split_once('=').is_some_and(|(name, _)| {
                name.to_ascii_lowercase().starts_with("on") && !name.contains('(')
            })
        };
        let handlers = text.split_whitespace().filter(runs).collect::<Vec<_>>();
        assert!(
            handlers.is_empty(),
            "themes/default/templates/{path} holds {handlers:?}"
        );
    }
}

#[test]
fn the_stylesheet_loads_nothing_from_elsewhere() {
    let assets = Tree::read(&root().join("themes/default/assets"));
    for (path, text) in assets.texts() {
        for word in [
            "@import",
            "url(http",
            "url(//",
            "url(\"http",
            "url(\"//",
            "url('http",
            "url('//",
            "expression(",
            "-moz-binding",
        ] {
            assert!(
                !text.contains(word),
                "themes/default/assets/{path} holds `{word}`"
            );
        }
    }
}
