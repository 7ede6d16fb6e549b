//! What `docs/vertrouwen.md` and `docs/trust.md` promise is held by tests that are there, the same
//! ones in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::tree::Tree;

/// The pages, with how each names its tests.
const PAGES: [(&str, [&str; 2]); 2] = [
    ("docs/vertrouwen.md", ["*Proef: ", "*Proeven: "]),
    ("docs/trust.md", ["*Test: ", "*Tests: "]),
];

/// A section: of each promise the tests that hold it.
type Section = Vec<Vec<String>>;

#[test]
fn every_promise_names_tests_that_are_there_and_both_pages_name_the_same() {
    let there = names_of_tests();
    let [dutch, english] = PAGES.map(|(file, marks)| sections(file, marks));
    for ((file, _), sections) in PAGES.iter().zip([&dutch, &english]) {
        let (not_promised, promised) = sections.split_last().expect("there are sections");
        assert!(
            promised.iter().flatten().count() > 20,
            "{file} promises something"
        );
        for tests in promised.iter().flatten() {
            assert!(
                !tests.is_empty(),
                "{file}: a promise without a test is none"
            );
            for test in tests {
                assert!(there.contains(test), "{file}: there is no test `{test}`");
            }
        }
        assert!(
            !not_promised.is_empty() && not_promised.iter().all(Vec::is_empty),
            "{file} closes with what is not promised"
        );
    }
    assert_eq!(
        dutch, english,
        "both pages promise the same, in the same order"
    );
}

#[test]
fn the_pages_and_how_to_report_can_be_found() {
    let read = |file: &str| {
        fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    let leads = |from: &str, to: &str| {
        assert!(
            read(from).contains(&format!("({to})")),
            "{from} does not lead to {to}"
        );
    };
    leads("README.md", "docs/vertrouwen.md");
    leads("README.md", "docs/trust.md");
    leads("README.md", "SECURITY.md");
    leads("docs/vertrouwen.md", "trust.md");
    leads("docs/trust.md", "vertrouwen.md");
    leads("docs/vertrouwen.md", "../SECURITY.md");
    leads("docs/trust.md", "../SECURITY.md");
    leads("SECURITY.md", "docs/trust.md");
    leads("SECURITY.md", "docs/vertrouwen.md");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sections of a page. A promise is an item of a list; what it is held by stands at its end,
/// within asterisks, each name within backticks.
fn sections(file: &str, marks: [&str; 2]) -> Vec<Section> {
    let text =
        fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let tests_of = |item: &str| {
        let rest = marks
            .iter()
            .find_map(|mark| item.split_once(mark))
            .map_or("", |(_, rest)| rest);
        let names = rest
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>();
        let is_one = rest.starts_with('`') && item.contains(marks[0]);
        assert!(
            names.is_empty() || is_one == (names.len() == 1),
            "{file}: one test or several: {item}"
        );
        names
    };
    text.split("\n## ")
        .skip(1)
        .map(|section| section.split("\n- ").skip(1).map(tests_of).collect())
        .collect()
}

/// The name of every test, in the program and beside it.
fn names_of_tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["src", "tests/suite", "tests/fuzz"] {
        for (_, text) in Tree::read(&root().join(folder))
            .texts()
            .filter(|(path, _)| path.ends_with(".rs"))
        {
            let mut is_test = false;
            for line in text.lines().map(str::trim) {
                if line == "#[test]" {
                    is_test = true;
                } else if let Some(rest) = line.strip_prefix("fn ") {
                    if is_test {
                        names.insert(rest.split(['(', '<']).next().unwrap_or_default().to_owned());
                    }
                    is_test = false;
                }
            }
        }
    }
    names
}
