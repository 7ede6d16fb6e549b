//! `/search`: the names that begin as what is typed, for the script that offers them.

use super::answer::Answer;
use super::requests::DeskRequest;
use super::studied::failed;
use super::work::DeskWork;
use crate::schema::{KINDS, Kind};

/// The names of some kinds, apart by blanks, that are likely meant.
pub(super) fn search(work: &mut impl DeskWork, asked: &DeskRequest) -> Answer {
    let said = |name| asked.query.first(name).unwrap_or_default();
    let words: Vec<&str> = said("kind").split_ascii_whitespace().collect();
    let all = KINDS
        .iter()
        .filter(|schema| words.contains(&schema.name.en));
    let kinds: Vec<Kind> = all.map(|schema| schema.kind).collect();
    let event = Some(said("event")).filter(|event| !event.is_empty());
    let language = work.language();
    match work.names() {
        Ok((names, language)) => {
            let found = names.search(&kinds, event, said("q"), language);
            let hits = serde_json::to_string(&found.hits);
            Answer::Values(hits.expect("plain values always become JSON"))
        }
        Err(error) => failed(&error, language),
    }
}
