//! Dutch and English words stand in one room, and in the few tables whose rows hold their own.

use super::{code_lines, sources};

/// Tables in which a row is one thing together with its words, and folders with a row in each file.
const TABLES: &[&str] = &[
    "app/cli/commands/",
    "app/cli/grammar.rs",
    "app/cli/shared_options.rs",
    "config/settings.rs",
    "look/files.rs",
    "look/options/declared.rs",
    "schema/choices.rs",
    "schema/columns.rs",
    "schema/kinds.rs",
    "schema/toml_meanings.rs",
];

#[test]
fn words_stand_in_the_room_of_words() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let path = path.as_str();
        if path.starts_with("words/") || path.contains("/tests") || is_table(path) {
            continue;
        }
        wrong.extend(
            words_in(&text)
                .into_iter()
                .map(|words| format!("src/{path}: {words}")),
        );
    }
    assert!(
        wrong.is_empty(),
        "these words belong in src/words:\n{}",
        wrong.join("\n")
    );
    for table in TABLES {
        let sources = sources();
        let mut own = sources.iter().filter(|(path, _)| path.starts_with(table));
        assert!(
            own.any(|(_, text)| !words_in(text).is_empty()),
            "{table} is a table with words, and holds none: take it off the list"
        );
    }
}

/// Whether a file is one of the tables, or stands in a folder that is.
fn is_table(path: &str) -> bool {
    TABLES
        .iter()
        .any(|table| path == *table || (table.ends_with('/') && path.starts_with(table)))
}

/// Where a text is written in two languages: a pair of words, or one for Dutch.
fn words_in(text: &str) -> Vec<String> {
    let lines: Vec<&str> = code_lines(text).map(|(_, line)| line.trim()).collect();
    let code = lines.join(" ");
    let code = code
        .split_once("#[cfg(test)] mod tests {")
        .map_or(code.as_str(), |(before, _)| before);
    let mut found = Vec::new();
    for opening in ["both(", "phrase(", "Language::Nl"] {
        for (place, _) in code.match_indices(opening) {
            let mut rest = &code[place + opening.len()..];
            if opening == "Language::Nl" {
                // An arm of a match, alone or among others: `(Language::Nl, 1) => …`.
                let Some((pattern, arm)) = rest.split_once("=>") else {
                    continue;
                };
                if pattern.contains([';', '{', '"']) {
                    continue;
                }
                rest = arm;
            }
            let rest = rest.trim_start_matches([' ', '{', '&']);
            let text = match rest.split_once("!(") {
                Some(("format", text)) => text,
                Some(("write" | "writeln", call)) => {
                    call.split_once(',').map_or(call, |(_, text)| text)
                }
                _ => rest,
            };
            if text.trim_start().starts_with('"') {
                found.push(format!("{opening} {text:.60}"));
            }
        }
    }
    found
}

#[test]
fn words_are_told_from_values() {
    for words in [
        "let said = both(\n    \"ja\",\n    \"yes\",\n);",
        "phrase(format!(\"{n} jaar\"), format!(\"{n} years\"))",
        "match language {\n    Language::Nl => {\n        format!(\"{n} jaar\")\n    }\n}",
        "Language::Nl => writeln!(text, \"ja\"),",
        "(Language::Nl, true) => \"ja\",",
    ] {
        assert!(!words_in(words).is_empty(), "{words}");
    }
    for value in [
        "phrase(nl.join(\", \"), en.join(\", \"))",
        "match language { Language::Nl => DUTCH, Language::En => ENGLISH }",
        "// both(\"ja\", \"yes\")",
    ] {
        assert!(words_in(value).is_empty(), "{value}");
    }
}
