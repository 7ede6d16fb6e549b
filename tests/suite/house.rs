//! The shape of the house, read from the tokens of its sources: no file imports itself over others,
//! no type's name means two things, and a field's name is written where the field is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use oogst::schema::{Field, KINDS, Shape};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use crate::tree::Tree;

/// Files of `src/` by their module: `plan::page` for `plan/page.rs`, `plan` for `plan/mod.rs`. What
/// only tests see is left out.
fn modules() -> BTreeMap<String, Module> {
    let sources = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let mut modules = BTreeMap::new();
    for (path, text) in sources.texts() {
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

struct Module {
    path: String,
    /// Whether it is the `mod.rs` of a folder.
    is_room: bool,
    tokens: Vec<TokenTree>,
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
fn flat(tokens: &[TokenTree], all: &mut Vec<TokenTree>) {
    for token in tokens {
        all.push(token.clone());
        if let TokenTree::Group(group) = token {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            flat(&inner, all);
        }
    }
}

fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    }
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

/// What a module imports: `use` trees and paths that begin at the root or above, and whether each is
/// handed on to others.
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
        } else if matches!(first.as_str(), "crate" | "super") && is_path_sign(tokens, place + 1) {
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
fn no_file_imports_itself_over_others() {
    let modules = modules();
    let arrows = arrows(&modules);
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
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_types_name_means_one_thing() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for module in modules().values() {
        let mut tokens = Vec::new();
        flat(&outside_traits(&module.tokens), &mut tokens);
        for (place, token) in tokens.iter().enumerate() {
            let keyword = word(token).unwrap_or_default();
            if ["struct", "enum", "trait", "type"].contains(&keyword.as_str())
                && let Some(name) = tokens.get(place + 1).and_then(word)
            {
                places.entry(name).or_default().push(module.path.clone());
            }
        }
    }
    let twice: Vec<String> = places
        .iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// The tokens without the bodies of traits and their implementations, whose types are named by the
/// trait.
fn outside_traits(tokens: &[TokenTree]) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut in_body = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == "impl" || ident == "trait" => in_body = true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => in_body = false,
            TokenTree::Ident(ident) if ident == "fn" => in_body = false,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && in_body => {
                in_body = false;
                continue;
            }
            _ => {}
        }
        kept.push(token.clone());
    }
    kept
}

/// Where a field may be asked for by its name as letters: where the schema's rows stand, in the file
/// of the record, and where a file of settings has a schema of its own.
const NAMES_FIELDS: &[&str] = &[
    "src/content/key.rs",
    "src/content/schema.rs",
    "src/content/promised",
    "src/config",
    "src/render/look",
    "src/render/options",
    "src/report/consent.rs",
    "src/report/correction.rs",
    "src/report/deal.rs",
    "src/report/event.rs",
    "src/report/figure.rs",
    "src/report/idea.rs",
    "src/report/need.rs",
    "src/report/organisation.rs",
    "src/report/outcome.rs",
    "src/report/page.rs",
    "src/report/person.rs",
    "src/report/photo.rs",
    "src/report/quote.rs",
    "src/report/region.rs",
    "src/report/resource.rs",
    "src/report/series.rs",
    "src/report/session.rs",
    "src/report/speaker.rs",
    "src/report/theme.rs",
    "src/report/update.rs",
];

/// What asks fields for a value, or the schema for a field.
const ASKS: &[&str] = &[
    "bool",
    "choice",
    "codes",
    "date",
    "flag",
    "has",
    "id",
    "integer",
    "key_span",
    "key_word",
    "line",
    "lines",
    "link",
    "long_text",
    "many",
    "many_or_inline",
    "markdown",
    "number",
    "number_or_line",
    "one",
    "parties",
    "party",
    "position",
    "table",
    "tables",
    "text",
    "tile",
    "time",
    "translated_line",
    "translated_markdown",
    "value_span",
    "was_meant",
];

#[test]
fn a_field_is_named_where_its_record_is() {
    fn add(fields: &[Field], names: &mut BTreeSet<String>) {
        for field in fields {
            names.insert(format!("\"{}\"", field.name.en));
            if let Shape::Table(inner) | Shape::Tables(inner) = field.shape {
                add(inner, names);
            }
        }
    }
    let mut names = BTreeSet::new();
    for kind in KINDS {
        add(kind.fields, &mut names);
    }
    assert!(names.contains("\"title\"") && names.contains("\"due\""));
    let mut wrong = Vec::new();
    for module in modules().values() {
        // The feed writes elements, which are no fields.
        let mut may = NAMES_FIELDS.iter().chain(&["src/feeds", "src/derived"]);
        if may.any(|place| module.path.starts_with(place)) {
            continue;
        }
        let mut tokens = Vec::new();
        flat(&module.tokens, &mut tokens);
        for (at, token) in tokens.iter().enumerate() {
            let asks = word(token).is_some_and(|word| ASKS.contains(&word.as_str()));
            let Some(TokenTree::Group(group)) = tokens.get(at + 1).filter(|_| asks) else {
                continue;
            };
            for token in group.stream() {
                if let TokenTree::Literal(literal) = &token
                    && names.contains(&literal.to_string())
                {
                    wrong.push(format!("{} asks for {literal}", module.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
