//! The sources as tokens: each file of `src/` is a module, and its tokens are read without those that
//! only tests see.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources;

/// Files of `src/` by their module. What only tests see is left out.
pub(super) fn modules() -> BTreeMap<String, Module> {
    let sources = sources();
    modules_of(
        sources
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
}

/// Files by their module: `plan::page` for `plan/page.rs`, `plan` for `plan/mod.rs`.
pub(super) fn modules_of<'a>(
    sources: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> BTreeMap<String, Module> {
    let mut modules = BTreeMap::new();
    for (path, text) in sources {
        let Some(stem) = path.strip_suffix(".rs") else {
            continue;
        };
        let name = stem.strip_suffix("/mod").unwrap_or(stem).replace('/', "::");
        if name.split("::").any(|part| part == "tests") {
            continue;
        }
        let tokens: TokenStream = text
            .parse()
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        modules.insert(
            name,
            Module {
                path: format!("src/{path}"),
                is_room: path.ends_with("/mod.rs"),
                tokens: without_tests(tokens),
            },
        );
    }
    modules
}

/// A file of the program.
pub(super) struct Module {
    /// Its path, from the root of the repository.
    pub(super) path: String,
    /// Whether it is the `mod.rs` of a folder.
    pub(super) is_room: bool,
    pub(super) tokens: Vec<TokenTree>,
}

/// The tokens without items that are compiled for tests only.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let for_tests = matches!(&token, TokenTree::Group(group)
            if group.delimiter() == Delimiter::Bracket && group.stream().to_string() == "cfg (test)");
        if !for_tests {
            kept.push(token);
            continue;
        }
        kept.pop();
        for token in tokens.by_ref() {
            let ends = match &token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(punct) => punct.as_char() == ';',
                _ => false,
            };
            if ends {
                break;
            }
        }
    }
    kept
}

/// Every token, groups opened.
pub(super) fn flat(tokens: &[TokenTree], all: &mut Vec<TokenTree>) {
    for token in tokens {
        all.push(token.clone());
        if let TokenTree::Group(group) = token {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            flat(&inner, all);
        }
    }
}

/// The word that a token is.
pub(super) fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    }
}

#[test]
fn what_only_tests_see_is_no_part_of_a_module() {
    let modules = modules_of([
        (
            "a.rs",
            "use b::C;\n#[cfg(test)]\nmod tests { use crate::d::E; }\nfn f() {}",
        ),
        ("a/tests.rs", "struct F;"),
    ]);
    let words: Vec<String> = modules["a"].tokens.iter().filter_map(word).collect();
    assert_eq!(words, ["use", "b", "C", "fn", "f"]);
    assert_eq!(modules.len(), 1);
}
