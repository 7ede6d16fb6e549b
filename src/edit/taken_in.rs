//! What a document of another program makes of the text below the facts of an event. What stood there
//! stays letter for letter.

use crate::input::facts_and_body;

/// What is to become of a text that stands there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextThere {
    /// It is left alone, and the new one is not taken in.
    Kept,
    /// The new one comes in its place.
    Replaced,
    /// The new one comes below it.
    FollowedBy,
}

/// The file of an event with a text below its facts; `None` where one stands there already and is
/// to be kept, or where the file has no facts.
pub fn with_body(file: &str, body: &str, there: TextThere) -> Option<String> {
    let (_, place) = facts_and_body(file)?;
    let old = &file[place.clone()];
    let body = body.trim_end();
    let kept = old.trim();
    if kept.is_empty() {
        let line_end = if file[..place.start].ends_with('\n') {
            ""
        } else {
            "\n"
        };
        let end = if body.is_empty() { "" } else { "\n" };
        return Some(format!("{}{line_end}{body}{end}", &file[..place.start]));
    }
    let start = place.start + (old.len() - old.trim_start().len());
    let end = start + kept.len();
    match there {
        TextThere::Kept => None,
        TextThere::Replaced => Some(format!("{}{body}{}", &file[..start], &file[end..])),
        TextThere::FollowedBy => {
            let after = if file[end..].is_empty() {
                "\n"
            } else {
                &file[end..]
            };
            Some(format!("{}\n\n{body}{after}", &file[..end]))
        }
    }
}

/// The text below the facts of an event's file; empty where there is none.
pub fn body_of(file: &str) -> &str {
    facts_and_body(file).map_or("", |(_, place)| file[place].trim())
}
