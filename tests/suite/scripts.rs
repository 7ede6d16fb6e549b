//! Scripts are classic ones, deferred, each in a function of its own: modules do not run from a disk
//! or in a web archive.

use std::collections::BTreeSet;
use std::path::Path;

use crate::harness::Site;
use crate::page::{Page, attributes};
use crate::tree::Tree;

/// What makes a script another one than a classic script in a function of its own.
fn faults(script: &str) -> Vec<String> {
    let code: Vec<&str> = script
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.is_empty())
        .collect();
    let mut faults = Vec::new();
    if code.first() != Some(&"(() => {") || code.last() != Some(&"})();") {
        faults.push("stands in no function of its own".to_owned());
    }
    let is_in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_$.".contains(&byte);
    for line in code {
        for word in ["import", "export"] {
            let stands_alone = line.match_indices(word).any(|(place, _)| {
                let before = line[..place].bytes().next_back();
                let after = line[place + word.len()..].bytes().next();
                ![before, after].into_iter().flatten().any(is_in_name)
            });
            if stands_alone {
                faults.push(format!("{word}: {line}"));
            }
        }
    }
    faults
}

#[test]
fn scripts_of_the_default_look_are_classic_and_small() {
    let look = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default"));
    let mut wrong = Vec::new();
    for (path, text) in look.texts() {
        if path.ends_with(".js") {
            wrong.extend(
                faults(text)
                    .into_iter()
                    .map(|fault| format!("{path}: {fault}")),
            );
        }
    }
    assert_eq!(wrong, [] as [&str; 0]);
    let of_every_page = look.text("assets/find.js").len();
    assert!(of_every_page < 600, "{of_every_page} bytes on every page");
}

#[test]
fn what_is_published_loads_no_modules() {
    for name in ["klein", "veenland"] {
        let output = Site::from(name).build().output();
        for (path, html) in output.pages() {
            let all: Vec<String> = attributes(html, "script[src]", "src");
            let deferred = attributes(html, "script[src][defer]:not([type])", "src");
            let other: Vec<&String> = all
                .iter()
                .filter(|source| !deferred.contains(source))
                .collect();
            assert_eq!(other, [] as [&str; 0], "{name}: {path}");
            // A classic script runs as often as it is named.
            let loaded = Page::read(html).loads;
            assert!(
                all.iter().all(|source| loaded.contains(source)),
                "{name}: {path}"
            );
            assert_eq!(
                all.len(),
                all.iter().collect::<BTreeSet<_>>().len(),
                "{name}: {path} loads a script twice"
            );
        }
        for (path, text) in output.texts() {
            if path.starts_with("assets/") && path.ends_with(".js") {
                assert_eq!(faults(text), [] as [&str; 0], "{name}: {path}");
            }
        }
    }
}

#[test]
fn every_page_with_a_form_in_its_head_loads_the_script_that_leads_it() {
    let output = Site::from("veenland").build().output();
    for (path, html) in output.pages() {
        let forms = attributes(html, ".site-head .find", "action");
        let scripts: Vec<String> = attributes(html, "script[src]", "src");
        let leads = scripts.iter().filter(|source| source.contains("/find.js"));
        assert_eq!(leads.count(), forms.len(), "{path}");
    }
}

#[test]
fn scripts_that_are_modules_are_found() {
    assert_eq!(
        faults("// import\n\n(() => {\n  important(exports);\n})();\n"),
        [] as [&str; 0]
    );
    assert_eq!(
        faults("import x from \"y\";\nconst a = await import(b);\nexport { a };\n"),
        [
            "stands in no function of its own",
            "import: import x from \"y\";",
            "import: const a = await import(b);",
            "export: export { a };"
        ]
    );
}
