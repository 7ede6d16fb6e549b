//! What a message suggests works: put in the place that the message names, what was refused there is
//! refused no more.

use std::fs;

use serde_json::Value;

use crate::diagnostics::{command_of, laid_out};
use crate::harness::{DAY, Site, tests};
use crate::program::oogst;

/// A message that names a place and what to put there.
#[derive(Debug)]
struct Suggestion {
    code: String,
    file: String,
    /// The first and the last place, as line and column from 1.
    start: (usize, usize),
    end: (usize, usize),
    text: String,
}

#[test]
fn what_a_message_suggests_is_refused_no_more() {
    let mut tried = 0;
    let mut failures = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(tests().join("diagnostics"))
        .expect("there are fixtures")
        .map(|entry| entry.expect("a folder can be listed").path())
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let command = command_of(&folder);
        if !command.starts_with("check") {
            continue;
        }
        for number in 0.. {
            // Each is tried on a site of its own: one change may move the place of the next.
            let site = laid_out(&folder);
            let suggestions = suggestions(&site, &command);
            let Some(suggestion) = suggestions.get(number) else {
                break;
            };
            tried += 1;
            follow(&site, suggestion);
            let again = said(&site, &command).into_iter().find(|said| {
                said["code"] == suggestion.code.as_str()
                    && said["file"] == suggestion.file.as_str()
                    && place(said, "line", "column") == Some(suggestion.start)
            });
            if let Some(again) = again {
                failures.push(format!("{name}: {suggestion:?}\n  {}", again["message"]));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(tried > 40, "only {tried} suggestions");
}

/// What `check` says, a value a message.
fn said(site: &Site, command: &str) -> Vec<Value> {
    let mut words: Vec<&str> = command.split_whitespace().collect();
    words.extend(["--format", "json", "--date", DAY]);
    let ran = oogst(site.root(), &words);
    assert!([0, 1].contains(&ran.code), "{}", ran.err);
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a message is an object"))
        .collect()
}

fn place(said: &Value, line: &str, column: &str) -> Option<(usize, usize)> {
    let number = |name: &str| usize::try_from(said[name].as_u64()?).ok();
    Some((number(line)?, number(column)?))
}

fn suggestions(site: &Site, command: &str) -> Vec<Suggestion> {
    let text = |said: &Value, name: &str| said[name].as_str().map(str::to_owned);
    said(site, command)
        .iter()
        .filter_map(|said| {
            Some(Suggestion {
                code: text(said, "code")?,
                file: text(said, "file")?,
                start: place(said, "line", "column")?,
                end: place(said, "end_line", "end_column")?,
                text: text(said, "suggestion")?,
            })
        })
        .collect()
}

/// Puts what is suggested in its place, within the quotes that stand there.
fn follow(site: &Site, suggestion: &Suggestion) {
    let text = site.read(&suggestion.file);
    let start = offset(&text, suggestion.start);
    let end = offset(&text, suggestion.end);
    let there = &text[start..end];
    let quote = ["\"\"\"", "\"", "'"]
        .into_iter()
        .find(|quote| {
            there.len() > quote.len() && there.starts_with(quote) && there.ends_with(quote)
        })
        .filter(|quote| !suggestion.text.starts_with(quote))
        .unwrap_or_default();
    let followed = format!(
        "{}{quote}{}{quote}{}",
        &text[..start],
        suggestion.text,
        &text[end..]
    );
    fs::write(site.at(&suggestion.file), followed).expect("a file can be written");
}

/// Where a line and column are, in bytes.
fn offset(text: &str, (line, column): (usize, usize)) -> usize {
    let whole = text.len();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mark = whole - text.len();
    let before: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let within = &text[before..];
    mark + before
        + within
            .char_indices()
            .nth(column - 1)
            .map_or(within.len(), |(place, _)| place)
}
