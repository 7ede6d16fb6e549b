//! No file imports itself, be it over others: the arrows between files have no circle.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Spacing, TokenTree};

use super::tokens::{Module, modules, modules_of, word};

#[test]
fn no_file_imports_itself_over_others() {
    let wrong = circles(&modules());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The circles, each said at every file that is in it.
fn circles(modules: &BTreeMap<String, Module>) -> Vec<String> {
    let arrows = arrows(modules);
    let mut wrong = Vec::new();
    for module in arrows.keys() {
        let circle: Vec<&String> = arrows[module]
            .iter()
            .filter(|target| reached(&arrows, target).contains(module.as_str()))
            .collect();
        if !circle.is_empty() {
            let path = &modules[module].path;
            wrong.push(format!("{path} imports {circle:?}, which comes back to it"));
        }
    }
    wrong
}

/// Reads a path from a place, with the trees of `use`; each way through them is one path.
fn paths(tokens: &[TokenTree], place: &mut usize, before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    loop {
        match tokens.get(*place) {
            Some(TokenTree::Ident(ident)) if ident != "as" => path.push(ident.to_string()),
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => path.push("*".to_owned()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let mut at = 0;
                while at < inner.len() {
                    paths(&inner, &mut at, &path, found);
                    // To behind the comma.
                    while at < inner.len() && !is_sign(&inner[at], ',') {
                        at += 1;
                    }
                    at += 1;
                }
                *place += 1;
                return;
            }
            _ => break,
        }
        *place += 1;
        if !is_path_sign(tokens, *place) {
            break;
        }
        *place += 2;
    }
    if path.len() > before.len() {
        found.push(path);
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether `::` stands here.
fn is_path_sign(tokens: &[TokenTree], place: usize) -> bool {
    let joint = |token: &TokenTree| {
        matches!(token, TokenTree::Punct(punct)
            if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
    };
    tokens.get(place).is_some_and(joint)
        && tokens
            .get(place + 1)
            .is_some_and(|token| is_sign(token, ':'))
}

/// What a module imports: `use` trees and paths in its code, and whether each is handed on to others.
fn imports(tokens: &[TokenTree], found: &mut Vec<(bool, Vec<String>)>) {
    let mut place = 0;
    while place < tokens.len() {
        let Some(first) = word(&tokens[place]) else {
            if let TokenTree::Group(group) = &tokens[place] {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                imports(&inner, found);
            }
            place += 1;
            continue;
        };
        if first == "use" {
            let is_handed_on = tokens[..place]
                .iter()
                .rev()
                .take(2)
                .any(|token| word(token).is_some_and(|word| word == "pub"));
            place += 1;
            let mut ways = Vec::new();
            paths(tokens, &mut place, &[], &mut ways);
            found.extend(ways.into_iter().map(|way| (is_handed_on, way)));
        } else if is_path_sign(tokens, place + 1) {
            // From the root, from above, or into a child; of a type or another crate it leads nowhere.
            let mut ways = Vec::new();
            paths(tokens, &mut place, &[], &mut ways);
            found.extend(ways.into_iter().map(|way| (false, way)));
        } else {
            place += 1;
        }
    }
}

/// The module that a path leads into, and the first name behind it.
fn resolved(
    modules: &BTreeMap<String, Module>,
    from: &str,
    path: &[String],
) -> Option<(String, Option<String>)> {
    let own: Vec<&str> = from.split("::").collect();
    let mut rest = path;
    let mut start: Vec<&str> = match rest.first()?.as_str() {
        "crate" => Vec::new(),
        "self" => own.clone(),
        "super" => own[..own.len() - 1].to_vec(),
        // A child of one's own, or another crate.
        child if modules.contains_key(&format!("{from}::{child}")) => own.clone(),
        _ => return None,
    };
    if matches!(rest[0].as_str(), "crate" | "self" | "super") {
        rest = &rest[1..];
    }
    while rest.first().is_some_and(|part| part == "super") {
        start.pop();
        rest = &rest[1..];
    }
    (0..=rest.len()).rev().find_map(|length| {
        let mut parts = start.clone();
        parts.extend(rest[..length].iter().map(String::as_str));
        let name = parts.join("::");
        modules
            .contains_key(&name)
            .then(|| (name, rest.get(length).cloned()))
    })
}

/// The names that a module defines itself.
fn definitions(tokens: &[TokenTree]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (place, token) in tokens.iter().enumerate() {
        let Some(keyword) = word(token) else { continue };
        let defines = [
            "struct", "enum", "trait", "type", "fn", "const", "static", "union",
        ];
        if let Some(name) = tokens.get(place + 1).and_then(word)
            && defines.contains(&keyword.as_str())
        {
            names.insert(name);
        }
    }
    names
}

/// Where a name that a module hands on is really defined.
fn origin(
    handed_on: &BTreeMap<(String, String), String>,
    globs: &BTreeMap<String, Vec<String>>,
    defined: &BTreeMap<String, BTreeSet<String>>,
    module: &str,
    name: &str,
    steps: usize,
) -> String {
    if steps == 0 || defined[module].contains(name) {
        return module.to_owned();
    }
    if let Some(next) = handed_on.get(&(module.to_owned(), name.to_owned())) {
        return origin(handed_on, globs, defined, next, name, steps - 1);
    }
    for next in globs.get(module).into_iter().flatten() {
        let found = origin(handed_on, globs, defined, next, name, steps - 1);
        if defined[&found].contains(name) {
            return found;
        }
    }
    module.to_owned()
}

/// Which module takes names from which others. What a `mod.rs` only hands on is taken from where it
/// is.
fn arrows(modules: &BTreeMap<String, Module>) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<&str, Vec<(bool, Vec<String>)>> = BTreeMap::new();
    let (mut handed_on, mut globs) = (BTreeMap::new(), BTreeMap::<String, Vec<String>>::new());
    let defined: BTreeMap<String, BTreeSet<String>> = modules
        .iter()
        .map(|(name, module)| (name.clone(), definitions(&module.tokens)))
        .collect();
    for (name, module) in modules {
        let mut found = Vec::new();
        imports(&module.tokens, &mut found);
        for (_, path) in found.iter().filter(|(is_handed_on, _)| *is_handed_on) {
            if let Some((target, item)) = resolved(modules, name, path) {
                match item.as_deref() {
                    Some("*") => globs.entry(name.clone()).or_default().push(target),
                    Some(item) => {
                        handed_on.insert((name.clone(), item.to_owned()), target);
                    }
                    None => {}
                }
            }
        }
        all.insert(name, found);
    }
    let mut arrows = BTreeMap::new();
    for (name, module) in modules {
        let targets: BTreeSet<String> = all[name.as_str()]
            .iter()
            .filter(|(is_handed_on, _)| !(*is_handed_on && module.is_room))
            .filter_map(|(_, path)| resolved(modules, name, path))
            .map(|(target, item)| match item {
                Some(item) => origin(&handed_on, &globs, &defined, &target, &item, 8),
                None => target,
            })
            .filter(|target| target != name)
            .collect();
        arrows.insert(name.clone(), targets);
    }
    arrows
}

/// The modules that can be reached from one, by the arrows.
fn reached<'a>(arrows: &'a BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = arrows[from].iter().map(String::as_str).collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(arrows[module].iter().map(String::as_str));
        }
    }
    reached
}

#[test]
fn a_circle_is_found_wherever_it_goes() {
    // Of two files, by `use` and by a path in the code.
    let two = modules_of([
        ("plan/mod.rs", "mod page; mod path;"),
        ("plan/page.rs", "use super::path::{Address, File as Named};"),
        ("plan/path.rs", "fn of(page: &crate::plan::page::Page) {}"),
        ("words.rs", "use std::fmt;"),
    ]);
    assert_eq!(
        circles(&two),
        [
            "src/plan/page.rs imports [\"plan::path\"], which comes back to it",
            "src/plan/path.rs imports [\"plan::page\"], which comes back to it",
        ]
    );
    // A child that uses what its own `mod.rs` defines, while that uses the child; it is said at both.
    let with_parent = modules_of([
        (
            "feeds/mod.rs",
            "mod atom; pub struct Feed; fn all() { atom::write() }",
        ),
        ("feeds/atom.rs", "use super::Feed; pub fn write() {}"),
    ]);
    assert_eq!(
        circles(&with_parent).len(),
        2,
        "{:?}",
        circles(&with_parent)
    );
    // Over three, one of which is named by what another hands on.
    let three = modules_of([
        ("a/mod.rs", "mod b; mod c; pub use b::*; pub use c::C;"),
        ("a/b.rs", "use super::C; pub struct B;"),
        ("a/c.rs", "use crate::d::D; pub struct C;"),
        ("d.rs", "use crate::a::{B}; pub struct D;"),
    ]);
    assert_eq!(circles(&three).len(), 3, "{:?}", circles(&three));
}

#[test]
fn what_is_only_handed_on_is_no_circle() {
    let modules = modules_of([
        ("a/mod.rs", "mod b; mod c; pub use b::B; pub use c::C;"),
        ("a/b.rs", "use super::C; pub struct B;"),
        ("a/c.rs", "use crate::d; pub struct C;"),
        ("d.rs", "#[cfg(test)] use crate::a::B; pub struct D;"),
    ]);
    assert_eq!(circles(&modules), [] as [&str; 0]);
}
